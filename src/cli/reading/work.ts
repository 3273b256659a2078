/** What is done with one document before anything is written: its stories taken out, and their facts. */
import { storiesOf } from '../../intake/extract.ts';
import type { Doc } from '../../intake/source.ts';
import type { Defaults } from '../../intake/story.ts';
import { additionsOf } from '../../ledger/corrections/additions.ts';
import { tombstoneOf } from '../../ledger/forget.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { problem } from '../../story/errors.ts';
import type { Problem, Where } from '../../story/errors.ts';
import type { CodedStory } from '../../story/facts.ts';
import { contentHash } from '../../story/hash.ts';
import type { Story } from '../../story/story.ts';
import { loadCoder } from '../coder.ts';
import type { Coder } from '../../ledger/recode.ts';

/** What came of one story, or of a place where there is none. */
export interface Read {
  where: Where;
  problems: Problem[];
  /** Why it can hold no story, where that is nobody's fault. */
  passed?: string;
  story?: Story;
  hash?: string;
  /** Its facts, and who took them; absent where the ledger has them already. */
  coded?: CodedStory;
  coder?: string;
}

export interface WorkOptions {
  defaults: Defaults;
  /** Also take the facts anew where another version of the coder took them. */
  recode: boolean;
  /** Also what was forgotten on purpose. */
  evenForgotten?: boolean;
}

export type Work = (doc: Doc) => Promise<Read[]>;

/** Makes the work. With a ledger, stories that it has are not coded again; it is only asked, never written. */
export function makeWork({ defaults, recode, evenForgotten = false }: WorkOptions, ledger?: Ledger): Work {
  let coder: Coder | undefined;
  return async (doc) => {
    const reads: Read[] = [];
    for (const { where, story, problems } of await storiesOf(doc, defaults)) {
      if (!story) {
        reads.push({ where, problems });
        continue;
      }
      const hash = contentHash(story), before = ledger?.coderOf(hash);
      const gone = before === undefined && !evenForgotten ? ledger?.read((tx) => tombstoneOf(tx, hash)) : undefined;
      if (gone) {
        reads.push({ where, problems: [...problems, problem('forgotten-story', where, { day: gone.at.slice(0, 10) })] });
        continue;
      }
      if (before === undefined || recode) coder ??= await loadCoder(ledger && additionsOf(ledger));
      if (!coder || (before !== undefined && !(recode && before !== coder.version))) {
        reads.push({ where, problems, story, hash });
        continue;
      }
      const { coded, problem: wrong } = coder.code(story, where);
      reads.push(wrong ? { where, problems: [...problems, wrong] } : { where, problems, story, hash, coded, coder: coder.version });
    }
    return reads;
  };
}

/** Stories coded anew by the coder at hand, one after the other, while others use the ledger. */
import type { CodedStory } from '../story/facts.ts';
import type { Problem, Where } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { updateHappenings } from './happenings/update.ts';
import type { Ledger } from './ledger.ts';
import { staleStories } from './stale.ts';
import type { StaleQuery } from './stale.ts';

/** Facts of a story, or why there are none. */
export type Outcome = { coded: CodedStory; problem?: undefined } | { coded?: undefined; problem: Problem };

/** A coder as recoding uses it; it may work in another thread. */
export interface Recoder {
  /** Names the version, for the record. */
  version: string;
  /** Never throws. */
  code(story: Story, where: Where): Outcome | Promise<Outcome>;
}

/** A coder that answers at once. */
export interface Coder extends Recoder {
  code(story: Story, where: Where): Outcome;
}

/** Is told how it goes. */
export interface Watching {
  /** After each story; false ends the run. */
  done(n: number, story: string): boolean;
  problem(problem: Problem): void;
}

const PAGE = 100;
/** Happenings follow after so many stories, which others wait for. */
const OFTEN = 10;

/**
 * Codes anew whatever another version of the coder had coded, as far as the query reaches, each story whole or not at all, so
 * that a run that ends early is run again. Happenings follow. Returns how many stories were coded.
 */
export async function recodeStale(ledger: Ledger, coder: Recoder, { limit = Number.POSITIVE_INFINITY, ...query }: Omit<StaleQuery, 'after' | 'limit'> & { limit?: number }, watching: Watching): Promise<number> {
  let done = 0, after = 0, going = true;
  while (going && done < limit) {
    const page = await staleStories(ledger, coder.version, { after, limit: Math.min(PAGE, limit - done), ...query });
    if (page.length === 0) break;
    for (const stale of page) {
      after = stale.id;
      const { coded, problem } = await coder.code(stale.story, {});
      // it may have been forgotten meanwhile
      if (ledger.coderOf(stale.hash) === undefined) continue;
      if (problem) {
        watching.problem(problem);
        continue;
      }
      ledger.put(stale.story, coded, coder.version, { recode: true });
      going = watching.done(++done, stale.story.id);
      if (done % OFTEN === 0) updateHappenings(ledger);
      await new Promise((resolve) => setImmediate(resolve));
      if (!going) break;
    }
    updateHappenings(ledger);
  }
  return done;
}

/** What every part of a brief is made from. */
import type { Asking, RelationAnswer } from '../answers/answer.ts';
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Blocs } from '../relations/blocs.ts';
import type { Remark } from '../story/remark.ts';
import type { Block, Sources, Statement } from './document.ts';
import type { Words } from './words.ts';

export interface Work {
  ledger: Ledger;
  blocs: Blocs;
  words: Words;
  sources: Sources;
  filter: Filter;
}

const CITED = 3;

export const asking = ({ filter: { from, to }, blocs }: Work): Asking => ({ filter: { ...(from && { from }), ...(to && { to }) }, parameters: {}, blocs });

/** The ids of the facts behind a measure's number, the first few. */
export const idsOf = (because: RelationAnswer['because'], happenings: readonly string[], most = CITED): string[] =>
  happenings.flatMap((happening) => (because[happening] ?? []).slice(0, 1).map(({ id }) => id)).slice(0, most);

/** A statement that no one sentence carries. */
export const uncited = (text: string): Statement => ({ text, cites: [] });

export const textBlock = (text: string): Block => ({ kind: 'text', statements: [uncited(text)] });

/** Why there is no answer, in the brief's language. */
export const lackOf = ({ thin, lack }: { thin?: string; lack?: Remark }, { say }: Words): string | undefined => (lack ? say(lack) : thin);

/** What several stories say alike is said once, with all of them as its sources. */
export function merged(items: readonly Statement[]): Statement[] {
  const found = new Map<string, Statement>();
  for (const { text, cites } of items) {
    const before = found.get(text);
    found.set(text, { text, cites: [...new Set([...(before?.cites ?? []), ...cites])] });
  }
  return [...found.values()];
}

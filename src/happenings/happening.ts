/** Stories' events into happenings, all at once; the ledger does the same a story at a time, with the same parts. */
import { createHash } from 'node:crypto';
import type { Span } from '../story/story.ts';
import { actsOf } from './act.ts';
import type { Act, Telling, ToldEvent } from './act.ts';
import { FREE, group } from './cluster.ts';
import type { Constraints } from './cluster.ts';
import { linksBetween } from './link.ts';
import { scorer } from './scorer.ts';

export interface Happening {
  /** At most 15 digits, made from its first report: the same whatever was read in whatever order. */
  id: number;
  /** In the order of publication. */
  acts: Act[];
}

/** Keys of a story's events, by what they are and where they stand; twins are numbered in the order given. */
export function keysOf(hash: string, events: readonly (ToldEvent & { offsets: { sentence: Span } })[]): string[] {
  const twins = new Map<string, number>();
  return events.map((event) => {
    const key = [hash, String(event.offsets.sentence.start).padStart(7, '0'), event.type, event.source, event.target, event.factuality, event.source_person ?? '', event.target_person ?? ''].join(' ');
    const n = (twins.get(key) ?? 0) + 1;
    twins.set(key, n);
    return n === 1 ? key : `${key} ${n}`;
  });
}

/** Ids of happenings are below this, so that two of a million share one with a probability of 1 in 2,000. */
const IDS = 999_999_999_999_999n;

/** The id of a happening of these acts. */
export function happeningId(acts: readonly Act[]): number {
  const first = acts.reduce((a, b) => (b.published < a.published || (b.published === a.published && b.key < a.key) ? b : a));
  return Number(createHash('sha256').update(first.key).digest().readBigUInt64BE() % IDS) + 1;
}

const byDay = (a: Act, b: Act): number => (a.published === b.published ? (a.key < b.key ? -1 : 1) : a.published < b.published ? -1 : 1);

/** Happenings of acts with their links. */
export const happeningsOfActs = (acts: readonly Act[], links: Parameters<typeof group>[1], constraints: Constraints = FREE): Happening[] =>
  group(acts, links, constraints).map((one) => ({ id: happeningId(one), acts: [...one].sort(byDay) }));

/**
 * Happenings of stories: each event is in one, alone where no other tells of the same act. Keys of events must differ
 * across stories. The order of the stories makes no difference.
 */
export function happeningsOf(tellings: readonly Telling[], constraints: Constraints = FREE): Happening[] {
  const stories = tellings.map((telling) => actsOf(telling, constraints.apart));
  const links = stories.flatMap((acts, k) => stories.slice(k + 1).flatMap((others) => linksBetween(acts, others, scorer())));
  return happeningsOfActs(stories.flat(), links, constraints);
}

/** Who did how much of what to whom: counts of a whole network, in columns. */
import { EVENT_TYPES } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';

const TYPES = EVENT_TYPES.length;

/** How much one party did to another, by place in EVENT_TYPES. */
export interface DyadCount {
  source: PartyCode;
  target: PartyCode;
  counts: ArrayLike<number>;
}

/** The same of all; each directed pair once. */
export interface Dyads {
  length: number;
  /** Those that have a part in any, in order of code. */
  parties: readonly PartyCode[];
  /** Places in `parties`. */
  source: Uint32Array;
  target: Uint32Array;
  /** As many as there are types for each pair, by place in EVENT_TYPES. */
  counts: Uint32Array | Float64Array;
}

/** Dyads one by one as columns. */
export function dyadsOf(dyads: Dyads | readonly DyadCount[]): Dyads {
  if (!Array.isArray(dyads)) return dyads as Dyads;
  const all = dyads as readonly DyadCount[], parties = [...new Set(all.flatMap(({ source, target }) => [source, target]))].sort((a, b) => (a < b ? -1 : 1)), places = new Map(parties.map((code, i) => [code, i]));
  const counts = new Float64Array(all.length * TYPES), place = (code: PartyCode): number => places.get(code) as number;
  all.forEach((dyad, i) => counts.set(Array.from(dyad.counts), i * TYPES));
  return { length: all.length, parties, source: Uint32Array.from(all, ({ source }) => place(source)), target: Uint32Array.from(all, ({ target }) => place(target)), counts };
}

/** How many acts of some types each dyad has; `wanted` by place in EVENT_TYPES. */
export function actsOfTypes({ length, counts }: Dyads, wanted: readonly boolean[]): Float64Array {
  const places = wanted.flatMap((one, i) => (one ? [i] : [])), sums = new Float64Array(length);
  for (let row = 0; row < length; row++) for (const place of places) sums[row] += counts[row * TYPES + place];
  return sums;
}

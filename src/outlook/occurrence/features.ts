/** What is looked at to say whether X does r to Y within the horizon. */
import { EVER, FAST, FASTEST, MONTH, PACES, SLOW } from '../memory/decayed.ts';
import type { DecayedCounts } from '../memory/decayed.ts';
import { exp, log } from '../math.ts';
import type { Memory } from '../memory/memory.ts';
import type { Follow } from './follow.ts';

/** The families in which a forecast's reasons are told. */
export const REASONS = ['recurring', 'reciprocal', 'pair', 'base rate', 'rule', 'path'] as const;
export type ReasonKind = (typeof REASONS)[number];

const COLUMNS: readonly ReasonKind[] = [
  ...Array<ReasonKind>(9).fill('recurring'), ...Array<ReasonKind>(3).fill('reciprocal'), ...Array<ReasonKind>(5).fill('pair'),
  ...Array<ReasonKind>(11).fill('base rate'), ...Array<ReasonKind>(2).fill('rule'), ...Array<ReasonKind>(1).fill('path'),
];
export const WIDTH = COLUMNS.length;
/** The family of each column. */
export const kindOf = (column: number): ReasonKind => COLUMNS[column]!;

const LITTLE = 0.02, THIRDS = 12;

/** Writes rows as of the end of one day. */
export class OccurrenceFeatures {
  readonly #memory: Memory;
  readonly #follow: Follow;
  readonly #horizon: number;
  #day = -1;
  /** How many days' worth of counting each pace has had. */
  readonly #exposure = new Float64Array(PACES.length);

  constructor(memory: Memory, follow: Follow, horizon: number) {
    this.#memory = memory;
    this.#follow = follow;
    this.#horizon = horizon;
  }

  /** Makes ready for the end of a day, `days` after the record began. */
  open(day: number, days: number): void {
    this.#day = day;
    for (let k = 0; k < PACES.length; k++) this.#exposure[k] = k === EVER ? days : PACES[k] * (1 - exp(-days / PACES[k]));
  }

  /** Logarithm of how many are expected within the horizon, were things to go on at a pace. */
  #expected(counts: DecayedCounts, row: number, pace: number): number {
    const count = row < 0 ? 0 : counts.at(row, pace, this.#day + 1);
    return log(this.#horizon * count / this.#exposure[pace] + LITTLE);
  }

  /** Logarithm of the days since the last time; of those since the record began where there was none. */
  #since(counts: DecayedCounts, row: number): number {
    return log(row < 0 || counts.last(row) < 0 ? 2 * this.#exposure[EVER] : this.#day + 1 - counts.last(row));
  }

  write(q: number, r: number, c: number, row: Float32Array, at = 0): void {
    const memory = this.#memory, { tripleCounts, pairCounts, questionCounts, roleCounts, subjectCounts, objectCounts } = memory;
    const pair = memory.pair(q, c), triple = memory.triple(q, r, c), back = memory.triple(q, memory.inverse(r), c);
    const question = memory.question(q, r), role = memory.role(r, c);
    let k = at;
    for (let pace = 0; pace < PACES.length; pace++) row[k++] = this.#expected(tripleCounts, triple, pace);
    const ever = triple < 0 ? 0 : tripleCounts.ever(triple);
    row[k++] = this.#since(tripleCounts, triple);
    row[k++] = triple < 0 ? 1 : 0;
    row[k++] = ever === 1 ? 1 : 0;
    // the chance of at least one at the slow pace, were they scattered evenly
    row[k++] = triple < 0 ? 0 : 1 - exp(-this.#horizon * tripleCounts.at(triple, SLOW, this.#day + 1) / this.#exposure[SLOW]);
    row[k++] = this.#expected(tripleCounts, back, FAST);
    row[k++] = this.#expected(tripleCounts, back, MONTH);
    row[k++] = this.#expected(tripleCounts, back, EVER);
    for (const pace of [FASTEST, FAST, MONTH, EVER]) row[k++] = this.#expected(pairCounts, pair, pace);
    row[k++] = this.#since(pairCounts, pair);
    for (const pace of [FAST, MONTH, EVER]) row[k++] = this.#expected(questionCounts, question, pace);
    for (const pace of [FAST, MONTH, EVER]) row[k++] = this.#expected(roleCounts, role, pace);
    for (const pace of [FAST, EVER]) row[k++] = this.#expected(subjectCounts, q, pace);
    for (const pace of [FAST, EVER]) row[k++] = this.#expected(objectCounts, c, pace);
    row[k++] = this.#expected(memory.relationCounts, r, EVER);
    const { any, most } = this.#follow.strength(memory, pair, r, this.#day);
    row[k++] = any;
    row[k++] = most;
    row[k++] = this.#path(q, r, c);
  }

  /** How lately r was done to c by those q has lately dealt with. */
  #path(q: number, r: number, c: number): number {
    const memory = this.#memory, day = this.#day + 1, doers = memory.question(c, memory.inverse(r));
    if (doers < 0) return 0;
    let sum = 0, seen = 0;
    const triples = memory.triplesOfQuestion.of(doers);
    // the latest comers first, as those are the ones most likely to count
    for (let k = triples.length - 1; k >= 0 && seen < THIRDS; k--) {
      const triple = triples[k]!, x = memory.tripleObject.data[triple]!;
      if (x === q) continue;
      seen++;
      const link = memory.pair(q, x);
      if (link >= 0) sum += Math.min(1, memory.tripleCounts.at(triple, MONTH, day)) * Math.min(1, memory.pairCounts.at(link, MONTH, day));
    }
    return log(1 + sum);
  }
}

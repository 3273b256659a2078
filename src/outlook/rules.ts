/**
 * Temporal rules of length one, as in TLogic (Liu et al. 2022) but by lag: when X has done a to Y so long ago, and is
 * now about to do r to somebody, how often is that Y? Counts are backed off from lag to pair of relations to relation.
 */
import type { Facts } from './facts.ts';
import { log } from './math.ts';
import type { Memory } from './memory/memory.ts';
import { questionsOf } from './questions.ts';

/** Last day of each lag but the last. */
const LAGS = [1, 3, 7, 14, 30, 90] as const;
export const BUCKETS = LAGS.length + 1;
const LONGEST = 91;
const BUCKET = Uint8Array.from({ length: LONGEST + 1 }, (_, gap) => {
  const k = LAGS.findIndex((last) => gap <= last);
  return k < 0 ? LAGS.length : k;
});

/** Which bucket a lag in days falls into. */
export const bucketOf = (gap: number): number => BUCKET[gap < LONGEST ? gap : LONGEST];

export class Rules {
  readonly relations2: number;
  readonly #seen: Float32Array;
  readonly #hits: Float32Array;
  readonly #seenPair: Float32Array;
  readonly #hitsPair: Float32Array;
  readonly #seenAll: Float32Array;
  readonly #hitsAll: Float32Array;
  /** What is read from the counts, as of a version of them; a cell is worked out when first asked for. */
  #version = 1;
  readonly #as: Int32Array;
  readonly confidence: Float32Array;
  /** Logarithm of one less the confidence, and of the confidence over the relation's base. */
  readonly logMiss: Float32Array;
  readonly logLift: Float32Array;

  constructor(relations2: number) {
    this.relations2 = relations2;
    const pairs = relations2 * relations2, cells = pairs * BUCKETS;
    this.#seen = new Float32Array(cells);
    this.#hits = new Float32Array(cells);
    this.#seenPair = new Float32Array(pairs);
    this.#hitsPair = new Float32Array(pairs);
    this.#seenAll = new Float32Array(relations2);
    this.#hitsAll = new Float32Array(relations2);
    this.#as = new Int32Array(cells);
    this.confidence = new Float32Array(cells);
    this.logMiss = new Float32Array(cells);
    this.logLift = new Float32Array(cells);
  }

  /** By the later act first: one question reads the cells of one `later` only, which then lie together in the processor's cache. */
  #pair(earlier: number, later: number): number {
    return later * this.relations2 + earlier;
  }

  /** The cell of "after `earlier`, `later`" at a lag, its confidence brought up to date. */
  cell(earlier: number, later: number, bucket: number): number {
    const pair = this.#pair(earlier, later), cell = pair * BUCKETS + bucket;
    if (this.#as[cell] !== this.#version) this.#refresh(cell, pair, later);
    return cell;
  }

  #refresh(cell: number, pair: number, later: number): void {
    const base = (this.#hitsAll[later] + 0.5) / (this.#seenAll[later] + 20);
    const byPair = (this.#hitsPair[pair] + 10 * base) / (this.#seenPair[pair] + 10);
    const confidence = (this.#hits[cell] + 5 * byPair) / (this.#seen[cell] + 5);
    this.#as[cell] = this.#version;
    this.confidence[cell] = confidence;
    this.logMiss[cell] = log(1 - Math.min(confidence, 0.999));
    this.logLift[cell] = log(confidence / base);
  }

  /** Counts a day's facts against what `memory` held before them. */
  learn(day: number, facts: Facts, memory: Memory): void {
    for (const { q, r, answers } of questionsOf(facts, memory.relations)) {
      for (const pair of memory.pairsOf.of(q)) {
        const hit = answers.includes(memory.pairObject.data[pair]) ? 1 : 0;
        for (const triple of memory.triplesOfPair.of(pair)) {
          const both = this.#pair(memory.tripleRelation.data[triple], r);
          const cell = both * BUCKETS + bucketOf(day - memory.tripleCounts.last(triple));
          this.#seen[cell]++;
          this.#seenPair[both]++;
          this.#seenAll[r]++;
          if (hit) {
            this.#hits[cell]++;
            this.#hitsPair[both]++;
            this.#hitsAll[r]++;
          }
        }
      }
    }
    this.#version++;
  }
}

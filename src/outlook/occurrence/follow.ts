/**
 * How often, when X has done a to Y (or Y to X) so long ago, X does r to Y within the horizon: unlike the ranker's
 * rules it asks whether, not who.
 */
import { log } from '../math.ts';
import type { Memory } from '../memory/memory.ts';
import { BUCKETS, bucketOf } from '../rules.ts';

const LEAST = 1e-5;

export class Follow {
  readonly #relations: number;
  readonly #relations2: number;
  readonly #seen: Float64Array;
  readonly #hits: Float64Array;
  readonly #hitsAll: Float64Array;
  #seenAll = 0;
  readonly #pending: { from: number; cells: number[]; hits: number[] }[] = [];

  constructor(relations: number) {
    this.#relations = relations;
    this.#relations2 = relations * 2;
    this.#seen = new Float64Array(this.#relations2 * BUCKETS);
    this.#hits = new Float64Array(this.#relations2 * relations * BUCKETS);
    this.#hitsAll = new Float64Array(relations);
  }

  /**
   * Notes what stood in memory at the end of `day`, and what then came of it until `closes`; it counts from that day on.
   * `outcomes` are the relations that came by pair.
   */
  note(memory: Memory, day: number, closes: number, outcomes: ReadonlyMap<number, readonly number[]>): void {
    const cells: number[] = [], hits: number[] = [];
    for (let pair = 0; pair < memory.pairs; pair++) {
      const came = outcomes.get(pair);
      for (const triple of memory.triplesOfPair.of(pair)) {
        const cell = memory.tripleRelation.data[triple] * BUCKETS + bucketOf(day + 1 - memory.tripleCounts.last(triple));
        cells.push(cell);
        if (came) for (const r of came) hits.push(cell * this.#relations + r);
      }
    }
    this.#pending.push({ from: closes, cells, hits });
  }

  /** Counts what was noted and has closed by the end of a day. */
  close(day: number): void {
    while (this.#pending.length > 0 && this.#pending[0]!.from <= day) {
      const { cells, hits } = this.#pending.shift()!;
      for (const cell of cells) this.#seen[cell]++;
      for (const hit of hits) {
        this.#hits[hit]++;
        this.#hitsAll[hit % this.#relations]++;
      }
      this.#seenAll += cells.length;
    }
  }

  /** The share of times that r followed on a at a lag, drawn towards how often r follows on anything. */
  confidence(earlier: number, bucket: number, r: number): number {
    const cell = earlier * BUCKETS + bucket, base = (this.#hitsAll[r] + 0.1) / (this.#seenAll + 1000);
    return (this.#hits[cell * this.#relations + r] + 20 * base) / (this.#seen[cell] + 20);
  }

  /** All that passed in a pair taken together, as though independent, and the surest; logarithms. */
  strength(memory: Memory, pair: number, r: number, day: number): { any: number; most: number } {
    let miss = 1, most = LEAST;
    if (pair >= 0) {
      for (const triple of memory.triplesOfPair.of(pair)) {
        const confidence = this.confidence(memory.tripleRelation.data[triple], bucketOf(day + 1 - memory.tripleCounts.last(triple)), r);
        miss *= 1 - confidence;
        if (confidence > most) most = confidence;
      }
    }
    return { any: log(Math.max(LEAST, 1 - miss)), most: log(most) };
  }
}

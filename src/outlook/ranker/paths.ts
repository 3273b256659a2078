/**
 * How strongly each entity is reached from a subject by steps through others: X met whoever met Y (two steps), X deals
 * with whoever does r to Y, and X does r to whoever is done r by somebody who does r to Y (three steps).
 */
import { EVER, MONTH } from '../memory/decayed.ts';
import type { DecayedCounts } from '../memory/decayed.ts';
import type { Memory } from '../memory/memory.ts';

/** How many neighbours are followed, and how many of those whatever their own number of neighbours. */
const NEIGHBOURS = 30, ALWAYS = 8, MANY = 400;
const ANSWERS = 20, DEEP = 40;

/** What counts of a month and of ever weigh together. */
const weight = (counts: DecayedCounts, row: number, day: number): number => counts.at(row, MONTH, day) + 0.02 * counts.ever(row);

/** The `count` heaviest rows, in order, and what all rows weigh together. */
function heaviest(rows: readonly number[], counts: DecayedCounts, day: number, count: number): { rows: number[]; weights: Float64Array; sum: number } {
  const weights = Float64Array.from(rows, (row) => weight(counts, row, day));
  let sum = 1e-6;
  for (const w of weights) sum += w;
  const order = Array.from(rows.keys());
  // equal weights in order of row, so that the answer depends on nothing else
  order.sort((a, b) => weights[b] - weights[a] || rows[a] - rows[b]);
  const kept = order.slice(0, count);
  return { rows: kept.map((k) => rows[k]), weights: Float64Array.from(kept, (k) => weights[k]), sum };
}

export class Paths {
  /** Strength by entity: by two steps under the relation, by two under any, by three under the relation. */
  readonly related: Float32Array;
  readonly near: Float32Array;
  readonly akin: Float32Array;
  /** One over an entity's place among the subject's neighbours, and among the answers to the question; 0 below the first few. */
  readonly placeNear: Float32Array;
  readonly placeAnswer: Float32Array;
  /** Entities that any path reaches; some stand in it more than once. */
  readonly touched: number[] = [];

  constructor(entities: number) {
    this.related = new Float32Array(entities);
    this.near = new Float32Array(entities);
    this.akin = new Float32Array(entities);
    this.placeNear = new Float32Array(entities);
    this.placeAnswer = new Float32Array(entities);
  }

  #clear(): void {
    for (const c of this.touched) this.related[c] = this.near[c] = this.akin[c] = this.placeNear[c] = this.placeAnswer[c] = 0;
    this.touched.length = 0;
  }

  /** Follows the paths of a question; what an earlier one left is cleared. */
  follow(memory: Memory, q: number, r: number, day: number): void {
    this.#clear();
    const { pairCounts, tripleCounts, pairsOf, pairObject, subjectCounts, triplesOfQuestion, tripleObject } = memory;
    const { related, near, touched } = this;
    const top = heaviest(pairsOf.of(q), pairCounts, day, NEIGHBOURS);
    for (let k = 0; k < top.rows.length; k++) {
      const x = pairObject.data[top.rows[k]], w = top.weights[k] / top.sum;
      this.placeNear[x] = 1 / (1 + k);
      touched.push(x);
      const question = memory.question(x, r);
      if (question >= 0) {
        const triples = triplesOfQuestion.of(question);
        let sum = 0.5;
        for (const triple of triples) sum += weight(tripleCounts, triple, day);
        for (const triple of triples) {
          const c = tripleObject.data[triple];
          if (c === q) continue;
          related[c] += w * weight(tripleCounts, triple, day) / sum;
          touched.push(c);
        }
      }
      const further = pairsOf.of(x);
      if (further.length >= MANY && k >= ALWAYS) continue;
      const sum = 1 + weight(subjectCounts, x, day);
      for (const pair of further) {
        const c = pairObject.data[pair];
        if (c === q) continue;
        near[c] += w * weight(pairCounts, pair, day) / sum;
        touched.push(c);
      }
    }
    this.#alike(memory, q, r, day);
  }

  /** From q by r to x, from x back to whoever also did r to x, from them by r to c. */
  #alike(memory: Memory, q: number, r: number, day: number): void {
    const { tripleCounts, triplesOfQuestion, tripleObject, questionCounts } = memory;
    const own = memory.question(q, r), inverse = memory.inverse(r);
    if (own < 0) return;
    const top = heaviest(triplesOfQuestion.of(own), tripleCounts, day, ANSWERS);
    for (let k = 0; k < top.rows.length; k++) {
      const x = tripleObject.data[top.rows[k]], back = memory.question(x, inverse);
      this.placeAnswer[x] = 1 / (1 + k);
      this.touched.push(x);
      if (back < 0) continue;
      const w = top.weights[k] / top.sum, doers = triplesOfQuestion.of(back), sum = 0.5 + questionCounts.ever(back);
      for (let i = doers.length - 1; i >= 0 && i >= doers.length - DEEP; i--) {
        const y = tripleObject.data[doers[i]];
        if (y === q) continue;
        const question = memory.question(y, r);
        if (question < 0) continue;
        const w2 = w * tripleCounts.ever(doers[i]) / sum, sum2 = 0.5 + questionCounts.ever(question);
        const others = triplesOfQuestion.of(question);
        for (let j = others.length - 1; j >= 0 && j >= others.length - DEEP; j--) {
          const c = tripleObject.data[others[j]];
          this.akin[c] += w2 * tripleCounts.ever(others[j]) / sum2;
          this.touched.push(c);
        }
      }
    }
  }
}

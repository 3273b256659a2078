/** What the evaluator asks of a model: it shows it the record day by day, and asks before it shows. */
import type { Facts } from '../facts.ts';

/** Who, given that `source` does `relation` to somebody on `day`? An inverse relation asks who does it to `source`. */
export interface Query {
  readonly source: number;
  readonly relation: number;
  readonly day: number;
}

export interface Forecaster {
  /** Takes in all facts of one day; days come in order, and each once. */
  observe(day: number, facts: Facts): void;
  /**
   * Writes for each entity the logarithm of its probability of being the answer, up to one constant for all of them.
   * All days shown are before the query's.
   */
  score(query: Query, out: Float64Array): void;
}


/** Sums outcomes up: ranks, and how far probabilities can be believed. */
import { log } from '../math.ts';
import type { Outcome } from './replay.ts';

/** Forecasts of about one probability: how many there were, the mean forecast, and the share that came true. */
export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  forecast: number;
  observed: number;
}

/** Ten bins of equal width, by their upper ends. */
const TENTHS = Array.from({ length: 10 }, (_, k) => (k + 1) / 10);
/** Finer where most forecasts of single acts lie. */
export const FINE = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** A forecast of nothing costs as much as one of so little. */
const LEAST = 1e-12;

/** Collects yes-or-no forecasts into a reliability table (Murphy and Winkler 1977) and its scores. */
export class Reliability {
  readonly #ends: readonly number[];
  readonly #count: Float64Array;
  readonly #forecast: Float64Array;
  readonly #observed: Float64Array;
  #brier = 0;
  #logLoss = 0;

  /** With bins by their upper ends; the last is 1. */
  constructor(ends: readonly number[] = TENTHS) {
    this.#ends = ends;
    [this.#count, this.#forecast, this.#observed] = [0, 1, 2].map(() => new Float64Array(ends.length)) as [Float64Array, Float64Array, Float64Array];
  }

  /** A forecast of `probability`, and whether it came true. */
  add(probability: number, happened: boolean): void {
    const bin = this.#binOf(probability), truth = happened ? 1 : 0;
    this.#count[bin]++;
    this.#forecast[bin] += probability;
    this.#observed[bin] += truth;
    this.#brier += (probability - truth) ** 2;
    this.#logLoss -= log(Math.max(LEAST, happened ? probability : 1 - probability));
  }

  #binOf(probability: number): number {
    const bin = this.#ends.findIndex((end) => probability < end);
    return bin < 0 ? this.#ends.length - 1 : bin;
  }

  get count(): number {
    return this.#count.reduce((a, b) => a + b, 0);
  }

  /** Mean squared difference between forecast and truth (Brier 1950). */
  get brier(): number {
    return this.#brier / this.count;
  }

  /** Mean negative natural logarithm of the probability of what came true. */
  get logLoss(): number {
    return this.#logLoss / this.count;
  }

  /** Expected calibration error over the bins (Naeini et al. 2015). */
  get calibrationError(): number {
    let sum = 0;
    for (let bin = 0; bin < this.#ends.length; bin++) sum += Math.abs(this.#forecast[bin] - this.#observed[bin]);
    return sum / this.count;
  }

  /** The bins that hold any forecast. */
  table(): ReliabilityBin[] {
    return Array.from(this.#count, (count, bin) => ({
      from: this.#ends[bin - 1] ?? 0, to: this.#ends[bin]!, count, forecast: this.#forecast[bin] / count, observed: this.#observed[bin] / count,
    })).filter(({ count }) => count > 0);
  }
}

export interface RankingScores {
  queries: number;
  /** Mean reciprocal rank and shares among the first 1, 3 and 10, all from 0 to 1. */
  mrr: number;
  hits1: number;
  hits3: number;
  hits10: number;
  /** Of the whole forecast: Brier score over all entities (0 to 2), and mean negative log probability of the answer. */
  brier: number;
  logLoss: number;
  /** Of the likeliest entity: expected calibration error and reliability. */
  calibrationError: number;
  reliability: ReliabilityBin[];
}

/** Sums up outcomes one at a time. */
export class Ranking {
  readonly #top = new Reliability();
  #queries = 0;
  #mrr = 0;
  #hits1 = 0;
  #hits3 = 0;
  #hits10 = 0;
  #brier = 0;
  #logLoss = 0;

  add({ rank, probability, top, hit, brier }: Outcome): void {
    this.#queries++;
    this.#mrr += 1 / rank;
    if (rank <= 1) this.#hits1++;
    if (rank <= 3) this.#hits3++;
    if (rank <= 10) this.#hits10++;
    this.#brier += brier;
    this.#logLoss -= log(Math.max(LEAST, probability));
    this.#top.add(top, hit);
  }

  scores(): RankingScores {
    const n = this.#queries;
    return {
      queries: n, mrr: this.#mrr / n, hits1: this.#hits1 / n, hits3: this.#hits3 / n, hits10: this.#hits10 / n,
      brier: this.#brier / n, logLoss: this.#logLoss / n, calibrationError: this.#top.calibrationError, reliability: this.#top.table(),
    };
  }
}

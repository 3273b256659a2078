/**
 * Turns scores into probabilities: a temperature (Guo et al. 2017), and what is left for entities that were not looked
 * at closely, both by how often the question was asked before.
 */
import { exp, log } from '../math.ts';
import { FEATURES } from './layout.ts';
import type { Network, Scale } from './network.ts';
import { ROWS } from './network.ts';
import type { RowStore } from './store.ts';

const BANDS = 5;
/** The band of a question, by the logarithm of how often it was asked. */
export const bandOf = (context: Float64Array): number => Math.min(BANDS - 1, Math.floor(context[1] * 0.8));

export interface Calibration {
  /** By band: what scores are multiplied by, and the probability of somebody who was not looked at closely. */
  sharpness: Float64Array;
  rest: Float64Array;
}

const LEAST = 0.3, MOST = 2, STEPS = 30;

/** Fits the calibration of a network to checks. */
export function calibrate(network: Network, checks: RowStore, scale: Scale): Calibration {
  const rows = new Float32Array(ROWS * FEATURES), dealt = new Uint8Array(ROWS);
  const scored: { band: number; positive: number; scores: Float64Array }[] = [];
  // one answer outside and twenty inside, before any is counted
  const missed = new Float64Array(BANDS).fill(1), all = new Float64Array(BANDS).fill(21);
  for (const example of checks.examples) {
    const band = bandOf(example.context), scores = new Float64Array(example.rows);
    checks.read(example, rows, dealt);
    network.open(example.relation, example.context);
    for (let row = 0; row < example.rows; row++) {
      network.fill(row, rows, row * FEATURES, scale, dealt[row]);
      scores[row] = network.score(row, dealt[row]);
    }
    scored.push({ band, positive: example.positive, scores });
    missed[band] += example.missed;
    all[band] += example.positive + example.missed;
  }
  const loss = (band: number, sharpness: number): number => {
    let sum = 0;
    for (const one of scored) {
      if (one.band !== band || one.positive === 0) continue;
      const most = one.scores.reduce((a, b) => Math.max(a, b), -Infinity);
      let others = 0;
      for (let row = one.positive; row < one.scores.length; row++) others += exp(sharpness * (one.scores[row] - most));
      for (let row = 0; row < one.positive; row++) {
        const own = sharpness * (one.scores[row] - most);
        sum -= own - log(others + exp(own));
      }
    }
    return sum;
  };
  const sharpness = Float64Array.from({ length: BANDS }, (_, band) => {
    let low = LEAST, high = MOST;
    // the loss is convex in the sharpness: ternary search
    for (let k = 0; k < STEPS; k++) {
      const a = low + (high - low) / 3, b = high - (high - low) / 3;
      if (loss(band, a) < loss(band, b)) high = b;
      else low = a;
    }
    return scored.some((one) => one.band === band && one.positive > 0) ? (low + high) / 2 : 1;
  });
  return { sharpness, rest: missed.map((m, band) => m / all[band]) };
}

/**
 * What a scorer's probability is worth once a fact is told: a line through its log-odds (Platt, "Probabilistic outputs for
 * support vector machines", 1999), fitted on stories that the scorer had not seen. A scorer judges one mention; a fact is told
 * where its best mention is sure enough, and is right where any of them is, so the two differ. The order of facts stays.
 */

/** Slope and intercept over log-odds. */
export type Calibration = readonly [slope: number, intercept: number];

export interface Outcome {
  /** The scorer's probability, 0 to 1. */
  p: number;
  right: boolean;
  weight: number;
}

/** Log-odds, finite at 0 and 1 too. */
export const logit = (p: number): number => Math.log((p + 1e-4) / (1 - p + 1e-4));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The probability that a told fact is right, where its scorer said `p`. */
export const calibrated = ([slope, intercept]: Calibration, p: number): number => sigmoid(slope * logit(p) + intercept);

const STEPS = 50;
/** Keeps the line near the scorer's own where outcomes are few: worth this many of them. */
const RIDGE = 2;

/** Weighted maximum likelihood by Newton's method, drawn towards the scorer's own probabilities. The slope is at least 0. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  let a = 1, b = 0;
  const points = outcomes.map(({ p, right, weight }) => ({ x: logit(p), y: Number(right), weight }));
  for (let step = 0; step < STEPS; step++) {
    let ga = RIDGE * (a - 1), gb = RIDGE * b, aa = RIDGE, ab = 0, bb = RIDGE;
    for (const { x, y, weight } of points) {
      const q = sigmoid(a * x + b), e = weight * (q - y), v = weight * q * (1 - q);
      ga += e * x;
      gb += e;
      aa += v * x * x;
      ab += v * x;
      bb += v;
    }
    const det = aa * bb - ab * ab;
    a -= (bb * ga - ab * gb) / det;
    b -= (aa * gb - ab * ga) / det;
  }
  return [Math.max(a, 0), b];
}

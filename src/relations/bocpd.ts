/** Online change-points: how long the present state of a series has lasted, as far as one can know at each step. */

/** What is known of one run: gives the density of a next value, and takes it in. */
export interface Run {
  /** Log-density of a value that follows the run so far. */
  logPredictive(value: number, weight: number): number;
  /** The run with the value taken in. */
  with(value: number, weight: number): Run;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function for arguments from 0.5 on (Lanczos's approximation, g = 7). */
function logGamma(x: number): number {
  let series = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) series += LANCZOS[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** Reals of unknown mean and variance (Normal-Gamma); a value of weight m is the mean of m draws. */
export const normalRun = (mean: number, kappa: number, alpha: number, beta: number): Run => ({
  logPredictive(value, weight) {
    const scale = (beta * (kappa + weight)) / (alpha * kappa * weight), freedom = 2 * alpha;
    return logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - 0.5 * Math.log(Math.PI * freedom * scale)
      - ((freedom + 1) / 2) * Math.log1p((value - mean) ** 2 / (freedom * scale));
  },
  with: (value, weight) => normalRun(
    (kappa * mean + weight * value) / (kappa + weight), kappa + weight, alpha + 0.5, beta + (kappa * weight * (value - mean) ** 2) / (2 * (kappa + weight)),
  ),
});

/** Counts at an unknown rate (Gamma-Poisson); a weight is the length of time counted over. */
export const countRun = (shape: number, rate: number): Run => ({
  logPredictive: (value, weight) => logGamma(shape + value) - logGamma(shape) - logGamma(value + 1)
    + shape * Math.log(rate / (rate + weight)) + value * Math.log(weight / (rate + weight)),
  with: (value, weight) => countRun(shape + value, rate + weight),
});

/**
 * Bayesian online change-point detection (Adams and MacKay 2007, arXiv:0710.3742) with a constant hazard of one change in
 * `expected` steps. A step of weight 0 is missing: time passes, and nothing is learnt.
 * Returns for each step the probabilities of run lengths: element r says that the run began r steps ago.
 */
export function runLengths(values: ArrayLike<number>, weights: ArrayLike<number>, prior: Run, expected: number): Float64Array[] {
  const hazard = 1 / expected, steps: Float64Array[] = [];
  // runs[r] is what a run that began r steps ago has seen before this step.
  let runs: Run[] = [], logs: number[] = [];
  for (let t = 0; t < values.length; t++) {
    runs = [prior, ...runs];
    const total = logSum(logs);
    logs = t === 0 ? [0] : [total + Math.log(hazard), ...logs.map((log) => log + Math.log1p(-hazard))];
    if (weights[t] > 0) {
      logs = logs.map((log, r) => log + (runs[r] as Run).logPredictive(values[t], weights[t]));
      runs = runs.map((run) => run.with(values[t], weights[t]));
    }
    const evidence = logSum(logs);
    logs = logs.map((log) => log - evidence);
    steps.push(Float64Array.from(logs, Math.exp));
  }
  return steps;
}

function logSum(logs: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > most) most = log;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  return most + Math.log(sum);
}

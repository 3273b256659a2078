/** Logistic regression with a penalty on squared weights, by Newton's method (iteratively reweighted least squares). */
import { log, logistic } from '../math.ts';

export interface LogisticModel {
  /** The first weight is the constant. */
  weights: Float64Array;
  /** What is taken off each feature, and what it is multiplied by. */
  mean: Float64Array;
  factor: Float64Array;
}

/** Rows for fitting, in one array. */
export interface LabelledRows {
  width: number;
  features: Float32Array;
  labels: Uint8Array;
  /** How many each row stands for. */
  weights: Float32Array;
}

const PASSES = 25, HALVINGS = 8, ENOUGH = 1e-7;

/** Solves a symmetric positive definite system in place by Cholesky's method. */
function solve(matrix: Float64Array, right: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k] * matrix[j * size + k];
      matrix[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j * size + j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) right[i] -= matrix[i * size + k] * right[k];
    right[i] /= matrix[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) right[i] -= matrix[k * size + i] * right[k];
    right[i] /= matrix[i * size + i];
  }
}

/** Means and deviations of the features, weighted. */
function standard({ width, features, weights }: LabelledRows): Pick<LogisticModel, 'mean' | 'factor'> {
  const mean = new Float64Array(width), factor = new Float64Array(width);
  let all = 0;
  for (let row = 0; row < weights.length; row++) {
    all += weights[row];
    for (let f = 0; f < width; f++) mean[f] += weights[row] * features[row * width + f];
  }
  for (let f = 0; f < width; f++) mean[f] /= all || 1;
  for (let row = 0; row < weights.length; row++) for (let f = 0; f < width; f++) factor[f] += weights[row] * (features[row * width + f] - mean[f]) ** 2;
  return { mean, factor: factor.map((sum) => (sum / (all || 1) > 1e-9 ? 1 / Math.sqrt(sum / all) : 0)) };
}

/** Loss, and its slopes and bends, at given weights. */
function look(rows: LabelledRows, { weights, mean, factor }: LogisticModel, penalty: number, gradient: Float64Array, hessian: Float64Array): number {
  const { width, features, labels, weights: counts } = rows, size = width + 1, x = new Float64Array(size);
  let loss = 0;
  gradient.fill(0);
  hessian.fill(0);
  x[0] = 1;
  for (let row = 0; row < labels.length; row++) {
    let z = weights[0];
    for (let f = 0; f < width; f++) {
      x[f + 1] = (features[row * width + f] - mean[f]) * factor[f];
      z += weights[f + 1] * x[f + 1];
    }
    const p = logistic(z), slope = counts[row] * (labels[row] - p), curve = counts[row] * p * (1 - p);
    loss -= counts[row] * log(Math.max(1e-300, labels[row] ? p : 1 - p));
    for (let i = 0; i < size; i++) {
      gradient[i] += slope * x[i];
      const scaled = curve * x[i];
      for (let j = 0; j <= i; j++) hessian[i * size + j] += scaled * x[j];
    }
  }
  for (let i = 1; i < size; i++) {
    loss += 0.5 * penalty * weights[i] ** 2;
    gradient[i] -= penalty * weights[i];
    hessian[i * size + i] += penalty;
  }
  return loss;
}

/** Fits to rows; `penalty` is on squared weights of standardised features, in rows. */
export function fitLogistic(rows: LabelledRows, penalty: number): LogisticModel {
  const size = rows.width + 1, gradient = new Float64Array(size), hessian = new Float64Array(size * size);
  let positive = 0, all = 0;
  for (let row = 0; row < rows.labels.length; row++) {
    all += rows.weights[row];
    positive += rows.labels[row] * rows.weights[row];
  }
  const model: LogisticModel = { weights: new Float64Array(size), ...standard(rows) };
  model.weights[0] = log((positive + 0.5) / (all - positive + 0.5));
  let loss = look(rows, model, penalty, gradient, hessian);
  for (let pass = 0; pass < PASSES; pass++) {
    hessian[0] += 1e-9;
    solve(hessian, gradient, size);
    const step = gradient.slice(), from = model.weights.slice();
    let share = 1, next = Infinity;
    // halved until the loss falls
    for (let half = 0; half < HALVINGS; half++, share /= 2) {
      model.weights = from.map((w, k) => w + share * step[k]);
      next = look(rows, model, penalty, gradient, hessian);
      if (next <= loss) break;
    }
    if (!(next < loss)) {
      model.weights = from;
      break;
    }
    const gained = loss - next;
    loss = next;
    if (gained < ENOUGH * loss) break;
  }
  return model;
}

/** What each feature adds to the log-odds of a row at `at`; the constant is left out. */
export function contributions({ weights, mean, factor }: LogisticModel, features: Float32Array, at = 0): Float64Array {
  return mean.map((m, f) => weights[f + 1] * (features[at + f] - m) * factor[f]);
}

/** The probability of a row at `at`. */
export function predict({ weights, mean, factor }: LogisticModel, features: Float32Array, at = 0): number {
  let z = weights[0];
  for (let f = 0; f < mean.length; f++) z += weights[f + 1] * (features[at + f] - mean[f]) * factor[f];
  return logistic(z);
}

/**
 * Gradient-boosted decision trees with logistic loss over binned features: the statistical scorer behind the patterns.
 * Histogram method of LightGBM (Ke et al. 2017), leaf values by one Newton step (Friedman 2001), depth-wise growth.
 * Each tree may see a share of the rows and columns (stochastic gradient boosting, Friedman 2002).
 * Deterministic: samples come from a fixed seed, ties go to the lower feature and the lower bin.
 */
import { seeded } from '../../random.ts';
import { sigmoid } from './predictor.ts';

/** A forest as it is stored: every array is flat, node 0 is a tree's root, `feature` -1 marks a leaf. */
export interface Forest {
  features: string[];
  bias: number;
  trees: { feature: number[]; threshold: number[]; left: number[]; right: number[]; value: number[] }[];
}

export interface TrainOptions {
  trees: number;
  depth: number;
  /** Shrinkage of each tree. */
  rate: number;
  /** Least sum of hessians in a leaf. */
  minHessian: number;
  /** L2 penalty on leaf values. */
  lambda: number;
  /** Share of rows and of columns that each tree sees; all where absent. */
  rows?: number;
  columns?: number;
  /** Where the samples of rows and columns begin; 1 where absent. */
  seed?: number;
}

const BINS = 64;

/** At most BINS - 1 cut points of one column; values at or below a cut fall left of it. */
const cutsOf = (column: Float32Array): number[] => {
  const sorted = Float32Array.from(column).sort();
  const distinct: number[] = [];
  for (const v of sorted) if (distinct.length === 0 || v !== distinct.at(-1)) distinct.push(v);
  if (distinct.length <= BINS) return distinct.slice(0, -1);
  const cuts: number[] = [];
  for (let b = 1; b < BINS; b++) {
    const v = sorted[Math.floor((b * sorted.length) / BINS)] as number;
    if (v !== cuts.at(-1) && v !== sorted.at(-1)) cuts.push(v);
  }
  return cuts;
};

const binOf = (cuts: readonly number[], v: number): number => {
  let lo = 0, hi = cuts.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (v <= (cuts[mid] as number)) hi = mid;
    else lo = mid + 1;
  }
  return lo;
};

/**
 * Fits a forest.
 * @param rows feature rows, all as long as `features`
 * @param labels 1 or 0 a row
 * @param weights weight of each row
 */
export const trainForest = (features: string[], rows: readonly Float32Array[], labels: ArrayLike<number>, weights: ArrayLike<number>, options: TrainOptions): Forest => {
  const N = rows.length, F = features.length;
  const cuts: number[][] = [];
  const bins: Uint8Array[] = [];
  for (let f = 0; f < F; f++) {
    const column = new Float32Array(N);
    for (let i = 0; i < N; i++) column[i] = (rows[i] as Float32Array)[f] as number;
    const c = cutsOf(column);
    const b = new Uint8Array(N);
    for (let i = 0; i < N; i++) b[i] = binOf(c, column[i] as number);
    cuts.push(c);
    bins.push(b);
  }
  let pos = 0, all = 0;
  for (let i = 0; i < N; i++) {
    all += weights[i] as number;
    if (labels[i]) pos += weights[i] as number;
  }
  const prior = Math.min(Math.max(pos / (all || 1), 1e-4), 1 - 1e-4);
  const bias = Math.log(prior / (1 - prior));
  const score = new Float64Array(N).fill(bias);
  const g = new Float64Array(N), h = new Float64Array(N);
  const forest: Forest = { features, bias, trees: [] };
  const order = new Int32Array(N), scratch = new Int32Array(N);
  const useful = cuts.map((_, f) => f).filter((f) => (cuts[f] as number[]).length > 0);
  const random = seeded(options.seed ?? 1), { rows: rowShare = 1, columns: columnShare = 1 } = options;
  let used = useful;

  /** Sums of gradients and hessians by feature and bin, interleaved, over order[from..to). */
  const histogram = (from: number, to: number): Float64Array => {
    const hist = new Float64Array(F * BINS * 2);
    for (const f of used) {
      const b = bins[f] as Uint8Array, at = f * BINS * 2;
      for (let k = from; k < to; k++) {
        const i = order[k] as number, x = at + 2 * (b[i] as number);
        hist[x] = (hist[x] as number) + (g[i] as number);
        hist[x + 1] = (hist[x + 1] as number) + (h[i] as number);
      }
    }
    return hist;
  };

  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < N; i++) {
      const p = sigmoid(score[i] as number), w = weights[i] as number;
      g[i] = w * (p - (labels[i] ? 1 : 0));
      h[i] = Math.max(w * p * (1 - p), 1e-12);
    }
    let seen = 0, unseen = N;
    for (let i = 0; i < N; i++) {
      if (rowShare === 1 || random() < rowShare) order[seen++] = i;
      else order[--unseen] = i;
    }
    used = columnShare === 1 ? useful : useful.filter(() => random() < columnShare);
    const tree: Forest['trees'][number] = { feature: [], threshold: [], left: [], right: [], value: [] };
    const grow = (from: number, to: number, depth: number, given?: Float64Array): number => {
      const node = tree.feature.length;
      let G = 0, H = 0;
      for (let k = from; k < to; k++) {
        const i = order[k] as number;
        G += g[i] as number;
        H += h[i] as number;
      }
      const leaf = (-G / (H + options.lambda)) * options.rate;
      tree.feature.push(-1);
      tree.threshold.push(0);
      tree.left.push(-1);
      tree.right.push(-1);
      tree.value.push(leaf);
      let bestGain = 1e-6, bestF = -1, bestB = -1;
      const hist = depth < options.depth && H >= 2 * options.minHessian ? (given ?? histogram(from, to)) : undefined;
      if (hist) {
        const base = (G * G) / (H + options.lambda);
        for (const f of used) {
          const n = (cuts[f] as number[]).length, at = f * BINS * 2;
          let gl = 0, hl = 0;
          for (let x = 0; x < n; x++) {
            gl += hist[at + 2 * x] as number;
            hl += hist[at + 2 * x + 1] as number;
            if (hl < options.minHessian || H - hl < options.minHessian) continue;
            const gr = G - gl, gain = (gl * gl) / (hl + options.lambda) + (gr * gr) / (H - hl + options.lambda) - base;
            if (gain > bestGain) {
              bestGain = gain;
              bestF = f;
              bestB = x;
            }
          }
        }
      }
      if (!hist || bestF < 0) {
        for (let k = from; k < to; k++) {
          const i = order[k] as number;
          score[i] = (score[i] as number) + leaf;
        }
        return node;
      }
      const b = bins[bestF] as Uint8Array;
      let mid = from, rest = 0;
      for (let k = from; k < to; k++) {
        const i = order[k] as number;
        if ((b[i] as number) <= bestB) order[mid++] = i;
        else scratch[rest++] = i;
      }
      order.set(scratch.subarray(0, rest), mid);
      tree.feature[node] = bestF;
      tree.threshold[node] = (cuts[bestF] as number[])[bestB] as number;
      // the smaller side is counted, the larger is what is left of the whole
      let left: Float64Array | undefined, right: Float64Array | undefined;
      if (depth + 1 < options.depth) {
        const leftIsSmall = mid - from <= to - mid;
        const small = leftIsSmall ? histogram(from, mid) : histogram(mid, to);
        for (let x = 0; x < hist.length; x++) hist[x] = (hist[x] as number) - (small[x] as number);
        left = leftIsSmall ? small : hist;
        right = leftIsSmall ? hist : small;
      }
      tree.left[node] = grow(from, mid, depth + 1, left);
      tree.right[node] = grow(mid, to, depth + 1, right);
      return node;
    };
    grow(0, seen, 0);
    for (let k = seen; k < N; k++) {
      const i = order[k] as number;
      let n = 0;
      while ((tree.feature[n] as number) >= 0) n = (((rows[i] as Float32Array)[tree.feature[n] as number] as number) <= (tree.threshold[n] as number) ? tree.left[n] : tree.right[n]) as number;
      score[i] = (score[i] as number) + (tree.value[n] as number);
    }
    forest.trees.push(tree);
  }
  return forest;
};

/**
 * Several forests on different samples, averaged into one (bagging, Breiman 1996): where rows are few, what a single
 * forest learns hangs too much on its samples.
 */
export const trainBag = (features: string[], rows: readonly Float32Array[], labels: ArrayLike<number>, weights: ArrayLike<number>, options: TrainOptions, forests: number): Forest => {
  const all = Array.from({ length: forests }, (_, k) => trainForest(features, rows, labels, weights, { ...options, seed: k + 1 }));
  return {
    features, bias: all.reduce((n, f) => n + f.bias, 0) / forests,
    trees: all.flatMap((f) => f.trees.map((t) => ({ ...t, value: t.value.map((v) => v / forests) }))),
  };
};

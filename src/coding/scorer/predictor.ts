/** A fitted forest, laid out for speed. */
import type { Forest } from './trees.ts';

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const depthOf = (tree: Forest['trees'][number], node = 0): number =>
  (tree.feature[node] as number) < 0 ? 0 : 1 + Math.max(depthOf(tree, tree.left[node]), depthOf(tree, tree.right[node]));

/** A forest whose every tree is filled up to the same depth, breadth first, so that a walk needs neither links nor branches. */
export interface FlatForest {
  features: string[];
  bias: number;
  depth: number;
  trees: number;
  /** Feature, then threshold (the bits of a 32-bit float) of each inner node, tree after tree. */
  nodes: Int32Array;
  leaves: Float32Array;
}

/** Lays a forest out flat; a leaf higher up stands for all that would be below it. */
export const flatten = ({ features, bias, trees }: Forest): FlatForest => {
  const depth = Math.max(0, ...trees.map((t) => depthOf(t))), width = 1 << depth, inner = width - 1;
  const nodes = new Int32Array(2 * trees.length * inner), thresholds = new Float32Array(nodes.buffer), leaves = new Float32Array(trees.length * width);
  const place = (t: Forest['trees'][number], node: number, k: number, at: number, level: number): void => {
    if (level === depth) {
      leaves[k * width + at - inner] = t.value[node] as number;
      return;
    }
    const f = t.feature[node] as number, to = 2 * (k * inner + at);
    nodes[to] = Math.max(0, f);
    thresholds[to + 1] = f < 0 ? Infinity : t.threshold[node] as number;
    place(t, f < 0 ? node : t.left[node] as number, k, 2 * at + 1, level + 1);
    place(t, f < 0 ? node : t.right[node] as number, k, 2 * at + 2, level + 1);
  };
  trees.forEach((t, k) => place(t, 0, k, 0, 0));
  return { features, bias, depth, trees: trees.length, nodes, leaves };
};

/** Trees that weigh all rows before the next ones do. */
const BLOCK = 32;

/** Weighs rows by a forest. */
export class Predictor {
  readonly features: string[];
  private readonly bias: number;
  private readonly depth: number;
  private readonly trees: number;
  private readonly nodes: Int32Array;
  private readonly thresholds: Float32Array;
  private readonly leaves: Float32Array;

  constructor(forest: Forest | FlatForest) {
    const { features, bias, depth, trees, nodes, leaves } = 'nodes' in forest ? forest : flatten(forest);
    this.features = features;
    this.bias = bias;
    this.depth = depth;
    this.trees = trees;
    this.nodes = nodes;
    this.thresholds = new Float32Array(nodes.buffer, nodes.byteOffset, nodes.length);
    this.leaves = leaves;
  }

  /** Log-odds of one row. */
  raw(row: Float32Array): number {
    return this.one(row, this.bias, 0, this.trees);
  }

  /**
   * Log-odds of many rows. Some trees at a time weigh all rows, so that their nodes stay at hand; four rows walk a tree side
   * by side, so that no walk waits for another.
   */
  rawAll(rows: readonly Float32Array[]): Float64Array {
    const { length } = rows, out = new Float64Array((length + 3) & ~3).fill(this.bias);
    for (let from = 0; from < this.trees; from += BLOCK) {
      const to = Math.min(this.trees, from + BLOCK);
      for (let k = 0; k < length; k += 4) {
        const a = rows[k] as Float32Array;
        if (k + 1 === length) out[k] = this.one(a, out[k] as number, from, to);
        else this.four(a, rows[k + 1] as Float32Array, k + 2 < length ? rows[k + 2] as Float32Array : a, k + 3 < length ? rows[k + 3] as Float32Array : a, out, k, from, to);
      }
    }
    return out.length === length ? out : out.subarray(0, length);
  }

  /** Adds what the trees [from, to) say of a row. */
  private one(row: Float32Array, before: number, from: number, to: number): number {
    const { nodes, thresholds, leaves, depth } = this, width = 1 << depth;
    let sum = before;
    for (let k = from; k < to; k++) {
      const root = 2 * k * (width - 1);
      let n = 0;
      for (let d = 0; d < depth; d++) {
        const at = root + 2 * n;
        // the comparison as a number: a branch would be guessed wrong half the time
        n = 2 * n + 1 + Number((row[nodes[at] as number] as number) > (thresholds[at + 1] as number));
      }
      sum += leaves[(k - 1) * width + 1 + n] as number;
    }
    return sum;
  }

  /** The same for four rows, whose sums stand in `out` from `place`. */
  private four(a: Float32Array, b: Float32Array, c: Float32Array, d: Float32Array, out: Float64Array, place: number, from: number, to: number): void {
    const { nodes, thresholds, leaves, depth } = this, width = 1 << depth;
    let sumA = out[place] as number, sumB = out[place + 1] as number, sumC = out[place + 2] as number, sumD = out[place + 3] as number;
    for (let k = from; k < to; k++) {
      const root = 2 * k * (width - 1), leaf = (k - 1) * width + 1;
      let m = 0, n = 0, p = 0, q = 0;
      for (let level = 0; level < depth; level++) {
        const x = root + 2 * m, y = root + 2 * n, z = root + 2 * p, w = root + 2 * q;
        m = 2 * m + 1 + Number((a[nodes[x] as number] as number) > (thresholds[x + 1] as number));
        n = 2 * n + 1 + Number((b[nodes[y] as number] as number) > (thresholds[y + 1] as number));
        p = 2 * p + 1 + Number((c[nodes[z] as number] as number) > (thresholds[z + 1] as number));
        q = 2 * q + 1 + Number((d[nodes[w] as number] as number) > (thresholds[w + 1] as number));
      }
      sumA += leaves[leaf + m] as number;
      sumB += leaves[leaf + n] as number;
      sumC += leaves[leaf + p] as number;
      sumD += leaves[leaf + q] as number;
    }
    out[place] = sumA;
    out[place + 1] = sumB;
    out[place + 2] = sumC;
    out[place + 3] = sumD;
  }

  /** Probability of one row. */
  probability(row: Float32Array): number {
    return sigmoid(this.raw(row));
  }

  /** Probability of each of many rows. */
  probabilities(rows: readonly Float32Array[]): Float64Array {
    return this.rawAll(rows).map(sigmoid);
  }
}

/** A fitted forest, laid out for speed. */
import type { Forest } from './trees.ts';
import { Walker } from './walker.ts';

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

/** Weighs rows by a forest. */
export class Predictor {
  readonly features: string[];
  private readonly forest: FlatForest;
  private readonly thresholds: Float32Array;
  private walker: Walker | undefined;
  private walks = true;

  constructor(forest: Forest | FlatForest) {
    this.forest = 'nodes' in forest ? forest : flatten(forest);
    const { features, nodes } = this.forest;
    this.features = features;
    this.thresholds = new Float32Array(nodes.buffer, nodes.byteOffset, nodes.length);
  }

  /** Log-odds of one row. */
  raw(row: Float32Array): number {
    const { forest: { nodes, leaves, depth, trees, bias }, thresholds } = this, width = 1 << depth;
    let sum = bias;
    for (let k = 0, root = 0, leaf = 1 - width; k < trees; k++, root += 2 * (width - 1), leaf += width) {
      let n = 0;
      for (let d = 0; d < depth; d++) {
        const at = root + 2 * n;
        // the comparison as a number: a branch would be guessed wrong half the time
        n = 2 * n + 1 + Number((row[nodes[at] as number] as number) > (thresholds[at + 1] as number));
      }
      sum += leaves[leaf + n] as number;
    }
    return sum;
  }

  /** Log-odds of many rows, by the kernel where there is one. */
  rawAll(rows: readonly Float32Array[]): Float64Array {
    if (rows.length > 1 && this.walks && !this.walker) {
      this.walker = Walker.of(this.forest);
      this.walks = this.walker !== undefined;
    }
    return rows.length > 1 && this.walker ? this.walker.weigh(rows) : Float64Array.from(rows, (row) => this.raw(row));
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

/**
 * Multinomial logistic regression over hashed sparse features, fitted by AdaGrad (Duchi et al. 2011) with an L2 penalty.
 * Deterministic: fixed order of rows, fixed number of passes.
 */

export interface SparseRow {
  /** Hashed feature ids, below `1 << bits`; the first `length` count. */
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly length: number;
}

export interface SoftmaxOptions {
  bits: number;
  passes: number;
  rate: number;
  /** Penalty on squared weights, per row. */
  l2: number;
}

/** As stored: the weights of features in use, flat, class by class within a feature. */
export interface StoredSoftmax {
  classes: string[];
  bits: number;
  ids: ArrayLike<number>;
  weights: ArrayLike<number>;
}

export const hashFeature = (name: string, bits: number): number => {
  let h = 2166136261;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> (32 - bits);
};

/** A row from named features; one name twice adds up. */
export const sparseRow = (features: Iterable<readonly [string, number]>, bits: number): SparseRow => {
  const sum = new Map<number, number>();
  for (const [name, value] of features) {
    const id = hashFeature(name, bits);
    sum.set(id, (sum.get(id) ?? 0) + value);
  }
  return { ids: Int32Array.from(sum.keys()), values: Float32Array.from(sum.values()), length: sum.size };
};

export class Softmax {
  readonly classes: readonly string[];
  private readonly bits: number;
  private readonly weights: Float32Array;

  constructor(classes: readonly string[], bits: number) {
    this.classes = classes;
    this.bits = bits;
    this.weights = new Float32Array(classes.length << bits);
  }

  /** Probability of each class, in the order of `classes`. */
  probabilities(row: SparseRow): Float64Array {
    const C = this.classes.length, out = new Float64Array(C), { ids, values, length } = row, { weights } = this;
    for (let k = 0; k < length; k++) {
      const at = (ids[k] as number) * C, v = values[k] as number;
      for (let c = 0; c < C; c++) out[c] = (out[c] as number) + v * (weights[at + c] as number);
    }
    let top = -Infinity;
    for (let c = 0; c < C; c++) top = Math.max(top, out[c] as number);
    let sum = 0;
    for (let c = 0; c < C; c++) sum += out[c] = Math.exp((out[c] as number) - top);
    for (let c = 0; c < C; c++) out[c] = (out[c] as number) / sum;
    return out;
  }

  /** Log-odds of the first of two classes, kept finite. */
  logOdds(row: SparseRow): number {
    const { ids, values, length } = row, { weights } = this;
    let a = 0, b = 0;
    for (let k = 0; k < length; k++) {
      const at = 2 * (ids[k] as number), v = values[k] as number;
      a += v * (weights[at] as number);
      b += v * (weights[at + 1] as number);
    }
    const top = Math.max(a, b), x = Math.exp(a - top), y = Math.exp(b - top), sum = x + y;
    return Math.log((x / sum + 1e-4) / (y / sum + 1e-4));
  }

  best(row: SparseRow): string {
    const p = this.probabilities(row);
    return this.classes[p.indexOf(p.reduce((a, b) => Math.max(a, b), 0))] as string;
  }

  static fit(classes: readonly string[], rows: readonly SparseRow[], labels: readonly string[], weights: ArrayLike<number>, options: SoftmaxOptions): Softmax {
    const model = new Softmax(classes, options.bits), C = classes.length, w = model.weights;
    const squares = new Float32Array(w.length), truth = labels.map((l) => classes.indexOf(l));
    let seed = 1;
    const order = rows.map((_, i) => i);
    for (let pass = 0; pass < options.passes; pass++) {
      for (let i = order.length - 1; i > 0; i--) {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        const j = seed % (i + 1);
        [order[i], order[j]] = [order[j] as number, order[i] as number];
      }
      for (const i of order) {
        const row = rows[i] as SparseRow, p = model.probabilities(row), scale = weights[i] as number;
        for (let c = 0; c < C; c++) {
          const g = scale * ((p[c] as number) - (truth[i] === c ? 1 : 0));
          if (Math.abs(g) < 1e-4) continue;
          for (let k = 0; k < row.length; k++) {
            const at = (row.ids[k] as number) * C + c, grad = g * (row.values[k] as number) + options.l2 * (w[at] as number);
            squares[at] = (squares[at] as number) + grad * grad;
            w[at] = (w[at] as number) - (options.rate * grad) / Math.sqrt((squares[at] as number) + 1e-8);
          }
        }
      }
    }
    return model;
  }

  store(): StoredSoftmax {
    const C = this.classes.length, ids: number[] = [], weights: number[] = [];
    for (let id = 0; id < 1 << this.bits; id++) {
      const mine = this.weights.subarray(id * C, id * C + C);
      if (mine.every((x) => Math.abs(x) < 0.01)) continue;
      ids.push(id);
      for (const x of mine) weights.push(Math.round(x * 1000) / 1000);
    }
    return { classes: [...this.classes], bits: this.bits, ids, weights };
  }

  static load(stored: StoredSoftmax): Softmax {
    const model = new Softmax(stored.classes, stored.bits), C = stored.classes.length;
    const { ids, weights } = stored;
    for (let k = 0; k < ids.length; k++) for (let c = 0; c < C; c++) model.weights[(ids[k] as number) * C + c] = weights[k * C + c] as number;
    return model;
  }
}

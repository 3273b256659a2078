/** Linear models over hashed features: the sparse, quantised form that is read from disk and scored with. */

/** One sum a class: whole numbers for quantised weights, floats while training. */
export type Scores = Float32Array | Int32Array;

/** Anything that scores a list of features for each of its classes. */
export interface Scorer {
  readonly classes: number;
  /** An accumulator of this scorer's kind, all zero. */
  scores(): Scores;
  /** Adds the scores of `count` features to `out` (one cell a class). */
  add(features: Int32Array, count: number, out: Scores): void;
}

/** Most features that one call of `SparseWeights.add` takes. */
const MOST = 256;
/** Buckets at least, as a power of two: what is left of a key must fit into 16 bits. */
const LEAST_BITS = 16;

/**
 * Weights as signed bytes in rows, found by the feature's hash. Memory is what it costs, so it is laid out to miss the
 * cache once a feature: a small index leads to a bucket, and there each row follows its own key. A bucket is the key's low
 * bits, what is left of them (16 bits at most) tells its rows apart. A row is that rest, its length, and then class and
 * weight packed into 16 bits (side by side where there are many classes).
 */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly #bits: number;
  /** Where each bucket begins; one more for the end. */
  readonly #index: Uint32Array;
  readonly #rows: Uint16Array;
  /** Units a cell takes. */
  readonly #width: number;
  readonly #from = new Int32Array(MOST);
  readonly #to = new Int32Array(MOST);
  /** Read so that the loads that fetch buckets ahead count as used. */
  touched = 0;

  /**
   * @param keys one hash a row
   * @param lengths cells in each row
   * @param cells class of each cell, row after row
   * @param values weight of each cell
   */
  constructor(classes: number, keys: Int32Array, lengths: Uint16Array, cells: Uint8Array | Uint16Array, values: Int8Array) {
    this.classes = classes;
    let bits = LEAST_BITS;
    while (1 << bits < keys.length) bits++;
    this.#bits = bits;
    this.#width = classes > 256 ? 2 : 1;
    const width = this.#width;
    const mask = (1 << bits) - 1;
    const index = new Uint32Array((1 << bits) + 1);
    for (let row = 0; row < keys.length; row++) index[(keys[row] & mask) + 1] += width * lengths[row] + 2;
    for (let b = 1; b < index.length; b++) index[b] += index[b - 1];
    const rows = new Uint16Array(index[index.length - 1]);
    const next = index.slice();
    let from = 0;
    for (let row = 0; row < keys.length; row++) {
      const bucket = keys[row] & mask;
      let to = next[bucket];
      rows[to++] = keys[row] >>> bits;
      rows[to++] = width * lengths[row];
      for (const end = from + lengths[row]; from < end; from++) {
        if (width === 2) rows[to++] = cells[from];
        rows[to++] = (cells[from] << 8) | (values[from] & 0xff);
      }
      next[bucket] = to;
    }
    this.#index = index;
    this.#rows = rows;
  }

  scores(): Int32Array {
    return new Int32Array(this.classes);
  }

  add(features: Int32Array, count: number, out: Scores): void {
    const rows = this.#rows;
    const index = this.#index;
    const bits = this.#bits;
    const wide = this.#width === 2;
    const mask = (1 << bits) - 1;
    const from = this.#from;
    const to = this.#to;
    // Three passes, so that the processor waits for many buckets at once and not for one after the other.
    for (let k = 0; k < count; k++) {
      const bucket = features[k] & mask;
      from[k] = index[bucket];
      to[k] = index[bucket + 1];
    }
    let touched = 0;
    for (let k = 0; k < count; k++) touched ^= rows[from[k]];
    this.touched = touched;
    for (let k = 0; k < count; k++) {
      const rest = features[k] >>> bits;
      const end = to[k];
      let row = from[k];
      while (row < end && rows[row] !== rest) row += rows[row + 1] + 2;
      if (row >= end) continue;
      const last = row + 2 + rows[row + 1];
      if (wide) {
        for (let j = row + 2; j < last; j += 2) out[rows[j]] += (rows[j + 1] << 24) >> 24;
        continue;
      }
      for (let j = row + 2; j < last; j++) {
        const cell = rows[j];
        out[cell >> 8] += (cell << 24) >> 24;
      }
    }
  }
}

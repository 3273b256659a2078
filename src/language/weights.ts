/** Linear models over hashed features: the sparse, quantised form that is read from disk and scored with. */

/** Anything that scores a list of features for each of its classes. */
export interface Scorer {
  readonly classes: number;
  /** Adds the scores of `count` features to `out` (one cell a class). */
  add(features: Int32Array, count: number, out: Float32Array): void;
}

/**
 * Weights as signed bytes in rows, found by the feature's hash. Laid out for the cache: a slot is a key and an offset side
 * by side, a row is its length and then class and weight packed into 16 bits (32 where there are many classes).
 */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly #mask: number;
  /** Key, then the row's offset plus one (0: empty slot). */
  readonly #slots: Int32Array;
  readonly #rows: Uint16Array | Uint32Array;

  /**
   * @param keys one hash a row
   * @param lengths cells in each row
   * @param cells class of each cell, row after row
   * @param values weight of each cell
   */
  constructor(classes: number, keys: Int32Array, lengths: Uint16Array, cells: Uint8Array | Uint16Array, values: Int8Array) {
    this.classes = classes;
    let capacity = 16;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * 2);
    const size = keys.length + cells.length;
    this.#rows = classes > 256 ? new Uint32Array(size) : new Uint16Array(size);
    const slots = this.#slots;
    const rows = this.#rows;
    let from = 0;
    let to = 0;
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row];
      let slot = (key ^ (key >>> 15)) & this.#mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      slots[2 * slot] = key;
      slots[2 * slot + 1] = to + 1;
      const length = lengths[row];
      rows[to++] = length;
      for (let k = 0; k < length; k++, from++) rows[to++] = (cells[from] << 8) | (values[from] & 0xff);
    }
  }

  add(features: Int32Array, count: number, out: Float32Array): void {
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = this.#mask;
    for (let k = 0; k < count; k++) {
      const key = features[k];
      let slot = ((key ^ (key >>> 15)) & mask) << 1;
      let row = slots[slot + 1];
      while (row !== 0 && slots[slot] !== key) {
        slot = (slot + 2) & ((mask << 1) | 1);
        row = slots[slot + 1];
      }
      if (row === 0) continue;
      for (let j = row, end = row + rows[row - 1]; j < end; j++) {
        const cell = rows[j];
        out[cell >> 8] += (cell << 24) >> 24;
      }
    }
  }
}

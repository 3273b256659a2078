/** Averaged perceptrons over hashed features, as trained; they turn into sparse signed bytes for the model file. */
import { MOST_FEATURES } from '../weights.ts';
import type { Scorer, SparseRows } from '../weights.ts';

const ROWS = 1 << 12;

/** One dense row of weights a feature. */
export class Perceptron implements Scorer {
  readonly classes: number;
  readonly features = new Int32Array(MOST_FEATURES);
  readonly sums: Float32Array;
  time = 1;
  #mask = (1 << 16) - 1;
  #keys = new Int32Array(1 << 16);
  #slots = new Int32Array(1 << 16);
  #count = 0;
  readonly #weights: Float32Array[] = [];
  readonly #totals: Float32Array[] = [];
  /** How often each row was updated: rows touched once or twice are noise. */
  #touched = new Int32Array(1 << 16);

  constructor(classes: number) {
    this.classes = classes;
    this.sums = new Float32Array(classes);
  }

  get rows(): number {
    return this.#count;
  }

  #find(key: number): number {
    let slot = (key ^ (key >>> 15)) & this.#mask;
    while (this.#slots[slot] !== 0) {
      if (this.#keys[slot] === key) return this.#slots[slot] - 1;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #make(key: number): number {
    if (this.#count * 2 > this.#mask) this.#grow();
    let slot = (key ^ (key >>> 15)) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = key;
    this.#slots[slot] = ++this.#count;
    const row = this.#count - 1;
    if (row % ROWS === 0) {
      this.#weights.push(new Float32Array(ROWS * this.classes));
      this.#totals.push(new Float32Array(ROWS * this.classes));
    }
    if (row >= this.#touched.length) {
      const wider = new Int32Array(this.#touched.length * 2);
      wider.set(this.#touched);
      this.#touched = wider;
    }
    return row;
  }

  #grow(): void {
    const keys = this.#keys;
    const slots = this.#slots;
    const capacity = (this.#mask + 1) * 2;
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity);
    this.#slots = new Int32Array(capacity);
    for (let j = 0; j < slots.length; j++) {
      if (slots[j] === 0) continue;
      let slot = (keys[j] ^ (keys[j] >>> 15)) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = keys[j];
      this.#slots[slot] = slots[j];
    }
  }

  add(count: number): void {
    const { classes, features, sums } = this;
    for (let k = 0; k < count; k++) {
      const row = this.#find(features[k]);
      if (row < 0) continue;
      const weights = this.#weights[(row / ROWS) | 0];
      const from = (row % ROWS) * classes;
      for (let c = 0; c < classes; c++) sums[c] += weights[from + c];
    }
  }

  /** Moves the weights of one class by `by`. */
  update(features: Int32Array, count: number, cls: number, by: number): void {
    for (let k = 0; k < count; k++) {
      let row = this.#find(features[k]);
      if (row < 0) row = this.#make(features[k]);
      const block = (row / ROWS) | 0;
      const cell = (row % ROWS) * this.classes + cls;
      this.#weights[block][cell] += by;
      this.#totals[block][cell] += by * this.time;
      this.#touched[row]++;
    }
  }

  /** Replaces every weight by its mean over training. Nothing can be learnt afterwards. */
  average(): void {
    for (let block = 0; block < this.#weights.length; block++) {
      const weights = this.#weights[block];
      const totals = this.#totals[block];
      for (let i = 0; i < weights.length; i++) weights[i] -= totals[i] / this.time;
      this.#totals[block] = new Float32Array(0);
    }
  }

  /**
   * Averaged weights as signed bytes, in the order of their keys.
   * @param threshold weights smaller than this are dropped
   * @param step what one unit of a byte is worth
   * @param touches rows updated less often are dropped
   */
  sparse(threshold: number, step: number, touches: number): SparseRows {
    const order: number[] = [];
    for (let slot = 0; slot < this.#slots.length; slot++) if (this.#slots[slot] !== 0) order.push(slot);
    order.sort((a, b) => (this.#keys[a] >>> 0) - (this.#keys[b] >>> 0));
    const keys: number[] = [];
    const lengths: number[] = [];
    const cells: number[] = [];
    const values: number[] = [];
    for (const slot of order) {
      const row = this.#slots[slot] - 1;
      if (this.#touched[row] < touches) continue;
      const weights = this.#weights[(row / ROWS) | 0];
      const from = (row % ROWS) * this.classes;
      const before = cells.length;
      for (let c = 0; c < this.classes; c++) {
        const w = weights[from + c];
        if (Math.abs(w) < threshold) continue;
        const q = Math.max(-127, Math.min(127, Math.round(w / step)));
        if (q === 0) continue;
        cells.push(c);
        values.push(q);
      }
      if (cells.length === before) continue;
      keys.push(this.#keys[slot]);
      lengths.push(cells.length - before);
    }
    return { classes: this.classes, keys: Int32Array.from(keys), lengths: Uint16Array.from(lengths), cells: Uint16Array.from(cells), values: Int8Array.from(values) };
  }
}

/** For models of many classes of which each feature meets few: one cell a feature and class. */
export class PairPerceptron implements Scorer {
  readonly classes: number;
  readonly features = new Int32Array(MOST_FEATURES);
  readonly sums: Float32Array;
  time = 1;
  readonly #rows = new Map<number, Map<number, { w: number; u: number }>>();

  constructor(classes: number) {
    this.classes = classes;
    this.sums = new Float32Array(classes);
  }

  add(count: number): void {
    for (let k = 0; k < count; k++) {
      const row = this.#rows.get(this.features[k]);
      if (row) for (const [cls, cell] of row) this.sums[cls] += cell.w;
    }
  }

  /** The score of one class, without the rest. */
  score(features: Int32Array, count: number, cls: number): number {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += this.#rows.get(features[k])?.get(cls)?.w ?? 0;
    return sum;
  }

  update(features: Int32Array, count: number, cls: number, by: number): void {
    for (let k = 0; k < count; k++) {
      let row = this.#rows.get(features[k]);
      if (!row) {
        row = new Map();
        this.#rows.set(features[k], row);
      }
      const cell = row.get(cls);
      if (cell) {
        cell.w += by;
        cell.u += by * this.time;
      } else row.set(cls, { w: by, u: by * this.time });
    }
  }

  average(): void {
    for (const row of this.#rows.values()) for (const cell of row.values()) cell.w -= cell.u / this.time;
  }

  sparse(threshold: number, step: number): SparseRows {
    const keys: number[] = [];
    const lengths: number[] = [];
    const cells: number[] = [];
    const values: number[] = [];
    for (const key of [...this.#rows.keys()].sort((a, b) => (a >>> 0) - (b >>> 0))) {
      const before = cells.length;
      const row = this.#rows.get(key);
      if (!row) continue;
      for (const [cls, cell] of [...row].sort((a, b) => a[0] - b[0])) {
        if (Math.abs(cell.w) < threshold) continue;
        const q = Math.max(-127, Math.min(127, Math.round(cell.w / step)));
        if (q === 0) continue;
        cells.push(cls);
        values.push(q);
      }
      if (cells.length === before) continue;
      keys.push(key);
      lengths.push(cells.length - before);
    }
    return { classes: this.classes, keys: Int32Array.from(keys), lengths: Uint16Array.from(lengths), cells: Uint16Array.from(cells), values: Int8Array.from(values) };
  }
}

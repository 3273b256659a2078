/** Linear models over hashed features: the sparse, quantised form that is read from disk and scored with. */
import { openMemory } from './vectors.ts';
import type { Add } from './vectors.ts';

/** One sum a class: whole numbers for quantised weights, floats while training. */
export type Scores = Float32Array | Int16Array;

/** Anything that scores a list of features for each of its classes. */
export interface Scorer {
  readonly classes: number;
  /** Where the features to be scored are written: room for MOST_FEATURES. Scorers of one model may share it. */
  readonly features: Int32Array;
  /** The scores, one cell a class; whoever begins a new sum sets them to zero or to what is known already. */
  readonly sums: Scores;
  /** Adds the weights of the first `count` features to `sums`. */
  add(count: number): void;
}

/** Rows of weights as they come from training and from disk. */
export interface SparseRows {
  classes: number;
  /** One hash a row, ascending as unsigned numbers. */
  keys: Int32Array;
  /** Cells in each row. */
  lengths: Uint16Array;
  /** Class of each cell, row after row. */
  cells: Uint8Array | Uint16Array;
  /** Weight of each cell. */
  values: Int8Array;
}

/** Most features that may go into one sum: so many signed bytes cannot overflow its 16 bits. */
export const MOST_FEATURES = 256;

// The memory that the scorers of a model share: features, what the kernel notes down (two lists of as many numbers), and
// then of each scorer four numbers that say where its parts lie, its sums, slots, dense and short rows.
const FEATURES = 64;
const FREE = FEATURES + 3 * 4 * MOST_FEATURES;
const HEAD = 16;

/** Longest row that is kept as cells; its length has four bits of a slot. */
const MOST_CELLS = 15;
/** A slot holds a key and where its row lies: the address of a dense row, or that of a short row times four and its length. */
const SLOT = 8;

const sixteens = (bytes: number): number => (bytes + 15) & ~15;

/** How a set of rows is laid out, in bytes. */
interface Layout {
  shift: number;
  /** Bytes of a dense row: a signed byte a class, filled up to sixteens. */
  stride: number;
  /** Rows longer than this are dense: adding up a cell costs about as much as sixteen classes do. */
  most: number;
  slots: number;
  dense: number;
  short: number;
  total: number;
}

function plan({ classes, keys, lengths }: SparseRows): Layout {
  let bits = 4;
  while (1 << bits < keys.length * 1.25) bits++;
  const shift = 32 - bits;
  let slot = 0;
  for (let row = 0; row < keys.length; row++) slot = Math.max(slot, keys[row] >>> shift) + 1;
  const stride = sixteens(classes);
  const most = Math.min(MOST_CELLS, 4 + stride / 16);
  let dense = 0;
  let cells = 0;
  for (let row = 0; row < lengths.length; row++) {
    if (lengths[row] > most) dense++;
    else cells += lengths[row];
  }
  // Past the last slot stands an empty one, where every search ends.
  const layout = { shift, stride, most, slots: sixteens(SLOT * (Math.max(slot, 1 << bits) + 1)), dense: dense * stride, short: sixteens(4 * cells) };
  return { ...layout, total: HEAD + 2 * stride + layout.slots + layout.dense + layout.short };
}

/**
 * Weights as signed bytes in rows, found by the feature's hash. Slots stand in the order of their keys, each as near behind
 * the place that the key's first bits name as others leave it (linear probing, Knuth, TAOCP 3, 6.4): a search goes on while
 * keys are smaller. A long row has a byte for every class, to be added sixteen at a time; a short one has cells of class and weight.
 */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly features: Int32Array;
  readonly sums: Int16Array;
  /** Where the table begins in memory. */
  readonly #table: number;
  readonly #memory: ArrayBuffer;
  readonly #kernel: Add | undefined;

  /**
   * Lays out rows; room for `layout.total` bytes is needed from `table` on.
   * @param kernel adds up; without one this is done here, with the same sums
   */
  constructor(rows: SparseRows, layout: Layout, memory: ArrayBuffer, table: number, kernel: Add | undefined) {
    this.classes = rows.classes;
    this.#table = table;
    this.#memory = memory;
    this.#kernel = kernel;
    this.features = new Int32Array(memory, FEATURES, MOST_FEATURES);
    const sums = table + HEAD;
    this.sums = new Int16Array(memory, sums, rows.classes);
    const slots = sums + 2 * layout.stride;
    new Int32Array(memory, table, 4).set([slots, layout.shift, layout.stride, sums]);
    this.#fill(rows, layout, slots);
  }

  #fill({ keys, lengths, cells, values }: SparseRows, { shift, stride, most, slots, dense }: Layout, first: number): void {
    const at = new Int32Array(this.#memory, first, slots / 4);
    const words = new Int32Array(this.#memory);
    const bytes = new Int8Array(this.#memory);
    // Empty slots hold the highest key and no place.
    for (let i = 0; i < at.length; i += 2) at[i] = -1;
    let denseAt = first + slots;
    let shortAt = denseAt + dense;
    let slot = 0;
    let cell = 0;
    for (let row = 0; row < keys.length; row++) {
      const length = lengths[row];
      const home = keys[row] >>> shift;
      if (home > slot) slot = home;
      at[2 * slot] = keys[row];
      if (length > most) {
        at[2 * slot + 1] = denseAt;
        for (const end = cell + length; cell < end; cell++) bytes[denseAt + cells[cell]] = values[cell];
        denseAt += stride;
      } else {
        at[2 * slot + 1] = length === 0 ? 0 : (shortAt << 2) | length;
        for (const end = cell + length; cell < end; cell++, shortAt += 4) words[shortAt >> 2] = (2 * cells[cell]) | (values[cell] << 16);
      }
      slot++;
    }
  }

  add(count: number): void {
    if (this.#kernel) this.#kernel(this.#table, count);
    else this.#add(count);
  }

  /** What the kernel does. */
  #add(count: number): void {
    const words = new Int32Array(this.#memory);
    const bytes = new Int8Array(this.#memory);
    const { sums, features } = this;
    const table = this.#table >> 2;
    const first = words[table] >> 2;
    const shift = words[table + 1];
    for (let k = 0; k < count; k++) {
      const key = features[k];
      let slot = first + 2 * (key >>> shift);
      while (words[slot] >>> 0 < key >>> 0) slot += 2;
      if (words[slot] !== key) continue;
      const where = words[slot + 1];
      const length = where & MOST_CELLS;
      if (length > 0) {
        for (let at = where >>> 4, end = at + length; at < end; at++) sums[(words[at] & 0xffff) >> 1] += words[at] >> 16;
      } else if (where > 0) {
        for (let c = 0; c < sums.length; c++) sums[c] += bytes[where + c];
      }
    }
  }
}

/**
 * Lays out the models of one language in one memory.
 * @param vectors false adds up without the kernel, as is done where the machine has no vectors
 */
export function layOut(models: readonly SparseRows[], vectors = true): SparseWeights[] {
  const layouts = models.map(plan);
  const size = layouts.reduce((sum, { total }) => sum + total, FREE);
  if (size > 0x3fffffff) throw new Error(`weights of ${size} bytes: more than a slot can point to`);
  const { buffer, add } = openMemory(size, vectors);
  let table = FREE;
  return models.map((rows, i) => {
    const made = new SparseWeights(rows, layouts[i], buffer, table, add);
    table += layouts[i].total;
    return made;
  });
}

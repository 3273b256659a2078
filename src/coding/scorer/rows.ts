/** Sparse rows made of numbers instead of joined strings: every part of a feature is hashed once, and parts are mixed. */
import type { SparseRow } from './softmax.ts';

const atoms = new Map<string, number>();
/** Most words remembered; a long run over many stories stays small. */
const KEPT = 200_000;

/** The hash of one word or name (FNV-1a), remembered: nothing long that is cut out of a text, or it would keep the text alive. */
export const atom = (text: string): number => {
  let h = atoms.get(text);
  if (h === undefined) {
    h = 2166136261;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    if (atoms.size >= KEPT) atoms.clear();
    atoms.set(text, h);
  }
  return h;
};

const lowered = new Map<string, number>();

/** The hash of a word in lower case; remembered by the word as it stands, as lowering most letters takes longer than looking it up. */
export const lowerAtom = (text: string): number => {
  let h = lowered.get(text);
  if (h === undefined) {
    h = atom(text.toLowerCase());
    if (lowered.size >= KEPT) lowered.clear();
    lowered.set(text, h);
  }
  return h;
};

/** One hash of two, order counting. */
export const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ Math.imul(b ^ (b >>> 15), 0x2c1b3c6d), 0x297a2d39);
  return h ^ (h >>> 13);
};

/** Small arrays cut out of large ones: the engine allocates each typed array apart, at many times the cost of a view. */
const SLAB = 1 << 15;
let floats = new Float32Array(SLAB), usedFloats = 0;

/** A row of zeros. */
export const zeros = (length: number): Float32Array => {
  if (usedFloats + length > floats.length) {
    floats = new Float32Array(Math.max(SLAB, length));
    usedFloats = 0;
  }
  usedFloats += length;
  return floats.subarray(usedFloats - length, usedFloats);
};

/** Collects the features of one row; a feature named twice stands twice, which adds up. */
export class RowBuilder implements SparseRow {
  ids = new Int32Array(512);
  values = new Float32Array(512);
  length = 0;
  readonly #shift: number;

  /** @param bits features are folded into 2^bits */
  constructor(bits: number) {
    this.#shift = 32 - bits;
  }

  /** Begins a row. */
  clear(): void {
    this.length = 0;
  }

  add(hash: number, value: number): void {
    if (this.length === this.ids.length) this.#widen();
    const h = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
    this.ids[this.length] = (h ^ (h >>> 15)) >>> this.#shift;
    this.values[this.length++] = value;
  }

  #widen(): void {
    const ids = new Int32Array(this.length * 2), values = new Float32Array(this.length * 2);
    ids.set(this.ids);
    values.set(this.values);
    this.ids = ids;
    this.values = values;
  }
}

/** A row that outlives its builder's next one. */
export const keep = ({ ids, values, length }: SparseRow): SparseRow => ({ ids: ids.slice(0, length), values: values.slice(0, length), length });

/**
 * Rows of features for fitting, kept in sixteen bits a number (the upper half of a 32-bit float, rounded): three
 * significant digits, and a year of events fits into memory.
 */
import { CONTEXT, DEALINGS, FEATURES } from './layout.ts';

const CHUNK = 1 << 24;

const float = new Float32Array(1), bits = new Uint32Array(float.buffer);

const shorten = (value: number): number => {
  float[0] = value;
  return (bits[0] + 0x7fff + ((bits[0] >>> 16) & 1)) >>> 16;
};

/** A question with some of its candidates: the true ones first, then the hard ones, then those drawn by chance. */
export interface Example {
  relation: number;
  context: Float64Array;
  rows: number;
  /** How many of the first rows are true. */
  positive: number;
  /** From this row on, rows were drawn by chance. */
  drawn: number;
  /** Logarithm of how many candidates one drawn by chance stands for. */
  logWeight: number;
  /** True answers that no row holds. */
  missed: number;
  at: number;
}

export class RowStore {
  readonly examples: Example[] = [];
  readonly #chunks: Uint16Array[] = [];
  #size = 0;

  /** Adds an example; `rows` stand one after the other in `features`, each with whether the subject dealt with it. */
  add(example: Omit<Example, 'at' | 'rows' | 'context'>, context: Float64Array, features: Float32Array, dealt: readonly boolean[]): void {
    const rows = dealt.length, needed = rows * (FEATURES + 1);
    if (this.#chunks.length === 0 || (this.#size & (CHUNK - 1)) + needed > CHUNK || this.#size === this.#chunks.length * CHUNK) {
      this.#size = this.#chunks.length * CHUNK;
      this.#chunks.push(new Uint16Array(CHUNK));
    }
    this.examples.push({ ...example, rows, context: context.slice(0, CONTEXT), at: this.#size });
    const chunk = this.#chunks.at(-1)!;
    let at = this.#size & (CHUNK - 1);
    for (let row = 0; row < rows; row++) {
      chunk[at++] = dealt[row] ? 1 : 0;
      for (let f = dealt[row] ? 0 : DEALINGS; f < FEATURES; f++) chunk[at++] = shorten(features[row * FEATURES + f]);
    }
    this.#size += at - (this.#size & (CHUNK - 1));
  }

  /** Writes the rows of an example into `out`, and whether each was dealt with. */
  read(example: Example, out: Float32Array, dealt: Uint8Array): void {
    const chunk = this.#chunks[Math.floor(example.at / CHUNK)]!, words = new Uint32Array(out.buffer, out.byteOffset, example.rows * FEATURES);
    let at = example.at & (CHUNK - 1);
    for (let row = 0; row < example.rows; row++) {
      const base = row * FEATURES, from = chunk[at++] ? 0 : DEALINGS;
      dealt[row] = from === 0 ? 1 : 0;
      for (let f = 0; f < from; f++) words[base + f] = 0;
      for (let f = from; f < FEATURES; f++) words[base + f] = chunk[at++] << 16;
    }
  }
}

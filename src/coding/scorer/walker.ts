/** Forests in the memory of the kernel that walks them (walk.wat): the same sums as the plain loop's, in half the time. */
import type { FlatForest } from './predictor.ts';
import { WALK } from './walk.ts';

/** Walks four rows through some trees and adds their leaves to four sums. All but counts are addresses; `inner` is bytes a tree. */
type Walk = (nodes: number, leaves: number, trees: number, depth: number, inner: number, a: number, b: number, c: number, d: number, sums: number) => void;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

// What is used of WebAssembly; Node's types leave it out.
declare const WebAssembly: undefined | {
  Memory: new (size: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { walk: Walk } };
};

const PAGE = 65536;
/** Rows that are weighed at once, at most, and room for them; forests lie behind. */
const MOST = 128, ROWS = 8 * MOST, FORESTS = ROWS + 4 * PAGE;
/** Trees that weigh all rows before the next ones do, so that their nodes stay at hand. */
const BLOCK = 32;

interface Kernel {
  memory: Memory;
  walk: Walk;
  floats: Float32Array;
  doubles: Float64Array;
  /** First free byte. */
  free: number;
}

let kernel: Kernel | undefined;

const open = (): Kernel | undefined => {
  if (typeof WebAssembly === 'undefined') return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(FORESTS / PAGE) });
  const { walk } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(WALK, 'base64')), { forest: { memory } }).exports;
  return { memory, walk, floats: new Float32Array(memory.buffer), doubles: new Float64Array(memory.buffer), free: FORESTS };
};

/** Puts numbers of 32 bits, bit for bit, into the memory; returns their address. */
const put = (to: Kernel, numbers: Int32Array | Float32Array): number => {
  const at = to.free, lacking = at + numbers.byteLength - to.memory.buffer.byteLength;
  if (lacking > 0) {
    to.memory.grow(Math.ceil(lacking / PAGE));
    to.floats = new Float32Array(to.memory.buffer);
    to.doubles = new Float64Array(to.memory.buffer);
  }
  new Int32Array(to.memory.buffer, at, numbers.length).set(new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length));
  to.free = at + numbers.byteLength;
  return at;
};

/** One forest in the kernel's memory, where it stays. */
export class Walker {
  readonly #forest: FlatForest;
  readonly #kernel: Kernel;
  readonly #nodes: number;
  readonly #leaves: number;

  private constructor(forest: FlatForest, on: Kernel) {
    this.#forest = forest;
    this.#kernel = on;
    // the kernel reads bytes: features become their places in a row
    this.#nodes = put(on, forest.nodes.map((node, k) => (k % 2 === 0 ? 4 * node : node)));
    this.#leaves = put(on, forest.leaves);
  }

  /** Undefined where there is no WebAssembly, or rows are too wide for its memory. */
  static of(forest: FlatForest): Walker | undefined {
    kernel ??= open();
    return kernel && forest.features.length * 16 <= FORESTS - ROWS ? new Walker(forest, kernel) : undefined;
  }

  /** Log-odds of each row. */
  weigh(rows: readonly Float32Array[]): Float64Array {
    const out = new Float64Array(rows.length), atOnce = Math.min(MOST, Math.floor((FORESTS - ROWS) / (4 * this.#forest.features.length)) & ~3);
    for (let from = 0; from < rows.length; from += atOnce) this.#some(rows, from, Math.min(rows.length, from + atOnce), out);
    return out;
  }

  #some(rows: readonly Float32Array[], from: number, to: number, out: Float64Array): void {
    const { bias, depth, trees, features: { length: width } } = this.#forest, { walk, floats, doubles } = this.#kernel;
    const n = to - from, stride = 4 * width, inner = 8 * ((1 << depth) - 1), leaves = 4 << depth;
    for (let k = 0; k < n; k++) {
      const row = rows[from + k] as Float32Array;
      floats.set(row.length > width ? row.subarray(0, width) : row, (ROWS + k * stride) / 4);
    }
    doubles.fill(bias, 0, (n + 3) & ~3);
    for (let tree = 0; tree < trees; tree += BLOCK) {
      const some = Math.min(BLOCK, trees - tree);
      for (let k = 0; k < n; k += 4) {
        // where fewer than four are left, the last of them walks again, and its sum is not kept
        const place = (i: number) => ROWS + Math.min(k + i, n - 1) * stride;
        walk(this.#nodes + tree * inner, this.#leaves + tree * leaves, some, depth, inner, place(0), place(1), place(2), place(3), 8 * k);
      }
    }
    for (let k = 0; k < n; k++) out[from + k] = doubles[k] as number;
  }
}

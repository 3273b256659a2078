/**
 * The hidden layer's arithmetic as a WebAssembly module with 128-bit vectors, written out here instruction by
 * instruction. Some four times as fast as loops over typed arrays, and its results are fixed to the bit: WebAssembly
 * knows no fused or reordered additions.
 */
import { FEATURES } from './layout.ts';

/** Of Node's WebAssembly, what is used here: its types come with the DOM's, which are not for this program. */
declare const WebAssembly: {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
};

const LEAK = 0.01;
const LANES = 4, FLOAT = 4, VECTOR = 16, PAGE = 65536;

/** Unsigned LEB128. */
function leb(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  do {
    out.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return out;
}

/** Signed LEB128, of a number that is not negative. */
const signed = (value: number): number[] => {
  const out = leb(value), last = out.length - 1;
  return out[last] & 0x40 ? [...out.slice(0, last), out[last] | 0x80, 0] : out;
};

const floatBytes = (value: number): number[] => [...new Uint8Array(new Float32Array([value]).buffer)];
const I32 = 0x7f, F32 = 0x7d, V128 = 0x7b;
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const i32 = (value: number): number[] => [0x41, ...signed(value)];
const ADD_I32 = [0x6a], MULTIPLY_I32 = [0x6c], LESS_I32 = [0x49], ADD_F32 = [0x92];
const simd = (code: number, ...rest: number[]): number[] => [0xfd, ...leb(code), ...rest];
/** Vector load, store and load of one number into all lanes, at a constant distance from the address on the stack. */
const load = (offset: number): number[] => simd(0x00, 2, ...leb(offset));
const store = (offset: number): number[] => simd(0x0b, 2, ...leb(offset));
const loadAll = (): number[] => simd(0x09, 2, 0);
const SPLAT = simd(0x13), ADD = simd(0xe4), MULTIPLY = simd(0xe6), MAX = simd(0xe9), GREATER = simd(0x44), SELECT = simd(0x52);
const lane = (k: number): number[] => simd(0x1f, k);
const constant = (value: number): number[] => simd(0x0c, ...Array.from({ length: LANES }, () => floatBytes(value)).flat());
/** Repeats what stands in it until the condition left on the stack fails. */
const repeat = (body: number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b];

const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];
const vector = (items: number[][]): number[] => [...leb(items.length), ...items.flat()];
const name = (text: string): number[] => vector([...text].map((c) => [c.charCodeAt(0)]));
const body = (locals: [number, number][], code: number[]): number[] => {
  const all = [...vector(locals.map(([count, type]) => [...leb(count), type])), ...code, 0x0b];
  return [...leb(all.length), ...all];
};

/** Where each array begins in the kernel's memory, in bytes. */
interface Places {
  weights: number;
  gradient: number;
  output: number;
  outputGradient: number;
  base: number;
  baseGradient: number;
  rows: number;
  activity: number;
  end: number;
}

function placesOf(units: number, rows: number): Places {
  const matrix = FEATURES * units * FLOAT, column = units * FLOAT;
  const sizes = [matrix, matrix, column, column, column, column, rows * FEATURES * FLOAT, rows * column];
  const starts = sizes.map((_, k) => sizes.slice(0, k).reduce((a, b) => a + b, 0));
  const [weights, gradient, output, outputGradient, base, baseGradient, rowsAt, activity] = starts as [number, number, number, number, number, number, number, number];
  return { weights, gradient, output, outputGradient, base, baseGradient, rows: rowsAt, activity, end: activity + sizes.at(-1)! };
}

/**
 * The module for so many units: `forward(x, from, activity)` gives the hidden layer's part of the score of the row at
 * address x, whose features before `from` are nothing; `backward(x, from, activity, slope)` adds to the gradients.
 */
function assemble(units: number, at: Places): Uint8Array<ArrayBuffer> {
  const vectors = Array.from({ length: units / LANES }, (_, k) => k), wide = units * FLOAT;
  const X = 0, FROM = 1, ACTIVITY = 2;
  const begin = (end: number, w: number): number[] => [
    ...get(X), ...i32(FEATURES * FLOAT), ...ADD_I32, ...set(end),
    ...get(FROM), ...i32(wide), ...MULTIPLY_I32, ...set(w),
    ...get(X), ...get(FROM), ...i32(FLOAT), ...MULTIPLY_I32, ...ADD_I32, ...set(X),
  ];
  const advance = (end: number, w: number): number[] => [
    ...get(w), ...i32(wide), ...ADD_I32, ...set(w), ...get(X), ...i32(FLOAT), ...ADD_I32, ...set(X), ...get(X), ...get(end), ...LESS_I32,
  ];
  // forward: locals 3 end, 4 w, 5 x in all lanes, 6 sum, 7... one for each vector of units
  const sum = (k: number): number => 7 + k;
  const forward = body([[2, I32], [2 + vectors.length, V128]], [
    ...begin(3, 4), ...vectors.flatMap((k) => [...i32(at.base), ...load(VECTOR * k), ...set(sum(k))]),
    ...repeat([
      ...get(X), ...loadAll(), ...set(5),
      ...vectors.flatMap((k) => [...get(sum(k)), ...get(5), ...get(4), ...load(at.weights + VECTOR * k), ...MULTIPLY, ...ADD, ...set(sum(k))]),
      ...advance(3, 4),
    ]),
    ...constant(0), ...set(6),
    ...vectors.flatMap((k) => [
      ...get(sum(k)), ...get(sum(k)), ...constant(LEAK), ...MULTIPLY, ...MAX, ...set(sum(k)),
      ...get(ACTIVITY), ...get(sum(k)), ...store(VECTOR * k),
      ...get(6), ...get(sum(k)), ...i32(at.output), ...load(VECTOR * k), ...MULTIPLY, ...ADD, ...set(6),
    ]),
    ...get(6), ...lane(0), ...get(6), ...lane(1), ...ADD_F32, ...get(6), ...lane(2), ...get(6), ...lane(3), ...ADD_F32, ...ADD_F32,
  ]);
  // backward: local 3 is the slope, 4 end, 5 w, 6 the slope in all lanes, 7 x or activity in lanes, 8... the slopes of units
  const slope = (k: number): number => 8 + k;
  const addTo = (address: number[], offset: number, value: number[]): number[] => [...address, ...address, ...load(offset), ...value, ...ADD, ...store(offset)];
  const backward = body([[2, I32], [2 + vectors.length, V128]], [
    ...begin(4, 5), ...get(3), ...SPLAT, ...set(6),
    ...vectors.flatMap((k) => [
      ...get(ACTIVITY), ...load(VECTOR * k), ...set(7),
      ...addTo(i32(at.outputGradient), VECTOR * k, [...get(6), ...get(7), ...MULTIPLY]),
      ...get(6), ...i32(at.output), ...load(VECTOR * k), ...MULTIPLY,
      ...constant(1), ...constant(LEAK), ...get(7), ...constant(0), ...GREATER, ...SELECT, ...MULTIPLY, ...set(slope(k)),
      ...addTo(i32(at.baseGradient), VECTOR * k, get(slope(k))),
    ]),
    ...repeat([
      ...get(X), ...loadAll(), ...set(7),
      ...vectors.flatMap((k) => addTo(get(5), at.gradient + VECTOR * k, [...get(7), ...get(slope(k)), ...MULTIPLY])),
      ...advance(4, 5),
    ]),
  ]);
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector([[0x60, 3, I32, I32, I32, 1, F32], [0x60, 4, I32, I32, I32, F32, 0]])),
    ...section(2, vector([[...name('a'), ...name('m'), 2, 0, ...leb(Math.ceil(at.end / PAGE))]])),
    ...section(3, vector([[0], [1]])),
    ...section(7, vector([[...name('forward'), 0, 0], [...name('backward'), 0, 1]])),
    ...section(10, vector([forward, backward])),
  ]);
}

type Forward = (x: number, from: number, activity: number) => number;
type Backward = (x: number, from: number, activity: number, slope: number) => void;

/** Room for one hidden layer and so many rows; all arrays are views of the module's memory. */
export class Kernel {
  readonly weights: Float32Array;
  readonly gradient: Float32Array;
  readonly output: Float32Array;
  readonly outputGradient: Float32Array;
  /** What units get from the question alone. */
  readonly base: Float32Array;
  readonly baseGradient: Float32Array;
  /** Scaled features, row by row. */
  readonly rows: Float32Array;
  readonly #at: Places;
  readonly #wide: number;
  readonly #forward: Forward;
  readonly #backward: Backward;

  /** `units` is a multiple of four. Weights stand feature by feature. */
  constructor(units: number, rows: number) {
    const at = this.#at = placesOf(units, rows);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(at.end / PAGE) });
    const view = (start: number, length: number): Float32Array => new Float32Array(memory.buffer, start, length);
    this.weights = view(at.weights, FEATURES * units);
    this.gradient = view(at.gradient, FEATURES * units);
    this.output = view(at.output, units);
    this.outputGradient = view(at.outputGradient, units);
    this.base = view(at.base, units);
    this.baseGradient = view(at.baseGradient, units);
    this.rows = view(at.rows, rows * FEATURES);
    this.#wide = units * FLOAT;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(units, at)), { a: { m: memory } });
    this.#forward = exports['forward'] as Forward;
    this.#backward = exports['backward'] as Backward;
  }

  /** The hidden layer's part of a row's score; features before `from` are nothing. */
  forward(row: number, from: number): number {
    return this.#forward(this.#at.rows + row * FEATURES * FLOAT, from, this.#at.activity + row * this.#wide);
  }

  /** Adds a row's part to the gradients, given the slope of the loss by its score. Comes after its `forward`. */
  backward(row: number, from: number, slope: number): void {
    this.#backward(this.#at.rows + row * FEATURES * FLOAT, from, this.#at.activity + row * this.#wide, slope);
  }
}

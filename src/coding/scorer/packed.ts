/** Models as they are read at once: JSON whose typed arrays lie behind it as they are, so that nothing of them is parsed. */
import { flatten } from './predictor.ts';
import type { FlatForest } from './predictor.ts';
import type { StoredModel } from './model.ts';
import type { StoredSoftmax } from './softmax.ts';
import type { Forest } from './trees.ts';

const INTS = '#i32', FLOATS = '#f32';
/** The length of the JSON, in bytes, stands first. */
const HEAD = 4;

type Numbers = Int32Array | Float32Array;
const isNumbers = (value: unknown): value is Numbers => value instanceof Int32Array || value instanceof Float32Array;

/** Bytes of a value of which JSON can be made, typed arrays of 32-bit numbers within it aside. */
export const pack = (value: unknown): Buffer => {
  const arrays: Buffer[] = [];
  let at = 0;
  const json = Buffer.from(JSON.stringify(value, (_, part: unknown) => {
    if (!isNumbers(part)) return part;
    arrays.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    const place = { [part instanceof Int32Array ? INTS : FLOATS]: [at, part.length] };
    at += part.byteLength;
    return place;
  }));
  const head = Buffer.alloc(HEAD), padding = Buffer.alloc(-json.length & 3, ' ');
  head.writeUInt32LE(json.length + padding.length);
  return Buffer.concat([head, json, padding, ...arrays]);
};

/** What was packed; its typed arrays are views of `bytes`. */
export const unpack = (bytes: Uint8Array): unknown => {
  // a view must begin at a whole number
  const whole = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes), { buffer, byteOffset } = whole;
  const from = HEAD + new DataView(buffer, byteOffset).getUint32(0, true);
  return JSON.parse(Buffer.from(buffer, byteOffset + HEAD, from - HEAD).toString('utf8'), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const [name, place] = Object.entries(part)[0] ?? [];
    if (name !== INTS && name !== FLOATS) return part;
    const [at, length] = place as [number, number], start = byteOffset + from + at;
    return name === INTS ? new Int32Array(buffer, start, length) : new Float32Array(buffer, start, length);
  });
};

const isForest = (value: object): value is Forest => 'trees' in value && Array.isArray(value.trees);
const isSoftmax = (value: object): value is StoredSoftmax => 'ids' in value && 'weights' in value;

const flat = (part: unknown): unknown => {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  if (isForest(part)) return flatten(part) satisfies FlatForest;
  if (isSoftmax(part)) return { ...part, ids: Int32Array.from(part.ids), weights: Float32Array.from(part.weights) } satisfies StoredSoftmax;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, flat(value)]));
};

/** The coder's model with its forests and weights laid out as they are used. */
export const packModel = (model: StoredModel): Buffer => pack(flat(model));

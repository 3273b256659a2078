/**
 * Events between two parties, packed: columns one after the other, widest first, little-endian.
 *
 *   n u32, ref u32, source actor u32, target actor u32, day u16, code u16, way u8
 *
 * `n` numbers the data set's events, `ref` is the data set's own id (0 for none), days count from 1900-01-01, `way` is 1
 * where the pair's second party is the source. 21 bytes an event.
 */
import { dayNumber } from '../../story/day.ts';

/** Days count from here, in days since 1970-01-01; 65,536 of them reach into 2079. */
export const DAY_ZERO = dayNumber('1900-01-01');
export const LAST_DAY = DAY_ZERO + 0xffff;

/** Events in columns. Rows stand by day, and within a day by number. */
export interface Columns {
  length: number;
  n: Uint32Array;
  ref: Uint32Array;
  source: Uint32Array;
  target: Uint32Array;
  /** Days since DAY_ZERO. */
  day: Uint16Array;
  code: Uint16Array;
  way: Uint8Array;
}

const BYTES = 21;

function over(buffer: ArrayBufferLike, length: number): Columns {
  let at = 0;
  const next = (bytes: number): number => (at += bytes * length) - bytes * length;
  return {
    length,
    n: new Uint32Array(buffer, next(4), length), ref: new Uint32Array(buffer, next(4), length),
    source: new Uint32Array(buffer, next(4), length), target: new Uint32Array(buffer, next(4), length),
    day: new Uint16Array(buffer, next(2), length), code: new Uint16Array(buffer, next(2), length), way: new Uint8Array(buffer, next(1), length),
  };
}

/** Columns for so many events, all zero, and the bytes that they are. */
export function makeColumns(length: number): { columns: Columns; bytes: Uint8Array } {
  const buffer = new ArrayBuffer(length * BYTES);
  return { columns: over(buffer, length), bytes: new Uint8Array(buffer) };
}

/** A blob as the binding gives it, or as it was made, as bytes that begin their buffer. */
export function blobBuffer(blob: ArrayBuffer | Uint8Array): ArrayBufferLike {
  if (blob instanceof ArrayBuffer) return blob;
  return blob.byteOffset === 0 && blob.byteLength === blob.buffer.byteLength ? blob.buffer : new Uint8Array(blob).buffer;
}

/** Columns as they stand in the ledger. */
export const readColumns = (blob: ArrayBuffer | Uint8Array): Columns => over(blobBuffer(blob), blob.byteLength / BYTES);

/** Several runs of one pair as one, by day and number. Runs are given in order of their numbers. */
export function joinColumns(parts: readonly Columns[]): Uint8Array {
  const total = parts.reduce((sum, { length }) => sum + length, 0), { columns, bytes } = makeColumns(total);
  const names = ['n', 'ref', 'source', 'target', 'day', 'code', 'way'] as const;
  let at = 0;
  for (const part of parts) {
    for (const name of names) columns[name].set(part[name], at);
    at += part.length;
  }
  const order = orderByDay(columns.day, total);
  if (!order) return bytes;
  const sorted = makeColumns(total);
  for (const name of names) {
    const from = columns[name], to = sorted.columns[name];
    for (let i = 0; i < total; i++) to[i] = from[order[i] as number] as number;
  }
  return sorted.bytes;
}

/** Rows in order of their days, those of one day as they stand; undefined where they stand so already. */
export function orderByDay(day: Uint16Array, length: number): Uint32Array | undefined {
  let sorted = true;
  for (let i = 1; i < length && sorted; i++) sorted = (day[i] as number) >= (day[i - 1] as number);
  if (sorted) return undefined;
  // Numbers run upward within what is sorted, so the row keeps rows of one day in order.
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = (day[i] as number) * 2 ** 32 + i;
  keys.sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 32);
}

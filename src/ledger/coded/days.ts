/**
 * How often who did what to whom on each day, packed, for questions about many parties at once. Derived from the runs of
 * one segment. Little-endian:
 *
 *   pairs u32, entries u32, then start u32 [pairs + 1], source u16 [pairs], target u16 [pairs],
 *   day u16 [entries], code u16 [entries], count u16 [entries]
 *
 * Entries from start[i] to start[i + 1] are of directed pair i. About 6 bytes an event.
 */
import { blobBuffer } from './columns.ts';
import type { Columns } from './columns.ts';

export interface Days {
  pairs: number;
  entries: number;
  start: Uint32Array;
  source: Uint16Array;
  target: Uint16Array;
  day: Uint16Array;
  code: Uint16Array;
  count: Uint16Array;
}

const MOST = 0xffff;

function over(buffer: ArrayBufferLike, pairs: number, entries: number): Days {
  let at = 8;
  const next = (bytes: number): number => (at += bytes) - bytes;
  return {
    pairs, entries,
    start: new Uint32Array(buffer, next(4 * (pairs + 1)), pairs + 1),
    source: new Uint16Array(buffer, next(2 * pairs), pairs), target: new Uint16Array(buffer, next(2 * pairs), pairs),
    day: new Uint16Array(buffer, next(2 * entries), entries), code: new Uint16Array(buffer, next(2 * entries), entries), count: new Uint16Array(buffer, next(2 * entries), entries),
  };
}

export function readDays(blob: ArrayBuffer | Uint8Array): Days {
  const buffer = blobBuffer(blob);
  const [pairs = 0, entries = 0] = new Uint32Array(buffer, 0, 2);
  return over(buffer, pairs, entries);
}

/** Gathers a segment's runs, pair by pair, into its days. */
export class DaysMaker {
  readonly #pairs: number[] = [];
  readonly #starts: number[] = [0];
  #entries = new Uint16Array(3 * 4096);
  #length = 0;

  /** Adds the events of one pair (numbers of its parties), which stand by day. Each pair once. */
  add(a: number, b: number, { length, day, code, way }: Columns): void {
    for (const turned of a === b ? [0] : [0, 1]) {
      const before = this.#length;
      let dayStart = before;
      for (let i = 0; i < length; i++) {
        if (a !== b && way[i] !== turned) continue;
        const d = day[i] as number, c = code[i] as number;
        if (this.#length > dayStart && this.#entries[(this.#length - 1) * 3] !== d) dayStart = this.#length;
        this.#count(dayStart, d, c);
      }
      if (this.#length === before) continue;
      this.#pairs.push(turned ? b : a, turned ? a : b);
      this.#starts.push(this.#length);
    }
  }

  /** Counts one event among the entries of its day, which begin at `from`. */
  #count(from: number, day: number, code: number): void {
    for (let e = from; e < this.#length; e++) {
      if (this.#entries[e * 3 + 1] === code && (this.#entries[e * 3 + 2] as number) < MOST) {
        (this.#entries[e * 3 + 2] as number)++;
        return;
      }
    }
    if ((this.#length + 1) * 3 > this.#entries.length) {
      const grown = new Uint16Array(this.#entries.length * 2);
      grown.set(this.#entries);
      this.#entries = grown;
    }
    this.#entries.set([day, code, 1], this.#length++ * 3);
  }

  /** The days as they are kept. */
  bytes(): Uint8Array {
    const pairs = this.#pairs.length / 2, entries = this.#length;
    const buffer = new ArrayBuffer(8 + 4 * (pairs + 1) + 4 * pairs + 6 * entries), days = over(buffer, pairs, entries);
    new Uint32Array(buffer, 0, 2).set([pairs, entries]);
    days.start.set(this.#starts);
    for (let i = 0; i < pairs; i++) {
      days.source[i] = this.#pairs[2 * i] as number;
      days.target[i] = this.#pairs[2 * i + 1] as number;
    }
    for (let e = 0; e < entries; e++) {
      days.day[e] = this.#entries[e * 3] as number;
      days.code[e] = this.#entries[e * 3 + 1] as number;
      days.count[e] = this.#entries[e * 3 + 2] as number;
    }
    return new Uint8Array(buffer);
  }
}

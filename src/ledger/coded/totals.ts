/**
 * How often who did what to whom in the whole of a data set, packed, for questions that leave no part of its time out.
 * Derived from its runs. Little-endian:
 *
 *   pairs u32, source u16 [pairs], target u16 [pairs], counts u32 [pairs * 16], by place in EVENT_TYPES
 */
import { EVENT_TYPES } from '../../story/facts.ts';
import { blobBuffer } from './columns.ts';
import type { Columns } from './columns.ts';

export const TYPES = EVENT_TYPES.length;

export interface TotalColumns {
  pairs: number;
  source: Uint16Array;
  target: Uint16Array;
  counts: Uint32Array;
}

const ROOM = 1024;

function over(buffer: ArrayBufferLike, pairs: number): TotalColumns {
  return { pairs, source: new Uint16Array(buffer, 4, pairs), target: new Uint16Array(buffer, 4 + 2 * pairs, pairs), counts: new Uint32Array(buffer, 4 + 4 * pairs, pairs * TYPES) };
}

export function readTotals(blob: ArrayBuffer | Uint8Array): TotalColumns {
  const buffer = blobBuffer(blob);
  return over(buffer, new Uint32Array(buffer, 0, 1)[0] as number);
}

export class Totals {
  readonly #places = new Map<number, number>();
  #source = new Uint16Array(ROOM);
  #target = new Uint16Array(ROOM);
  #counts = new Uint32Array(ROOM * TYPES);
  #pairs = 0;

  /** Begins with what is kept, where something is. */
  constructor(kept?: ArrayBuffer | Uint8Array) {
    if (!kept) return;
    const { pairs, source, target, counts } = readTotals(kept);
    for (let i = 0; i < pairs; i++) {
      const place = this.#place(source[i] as number, target[i] as number);
      this.#counts.set(counts.subarray(i * TYPES, (i + 1) * TYPES), place * TYPES);
    }
  }

  #place(source: number, target: number): number {
    const key = source * 65_536 + target, known = this.#places.get(key);
    if (known !== undefined) return known;
    if (this.#pairs === this.#source.length) {
      const grown = <T extends Uint16Array | Uint32Array>(column: T, old: T): T => {
        column.set(old);
        return column;
      };
      this.#source = grown(new Uint16Array(this.#pairs * 2), this.#source);
      this.#target = grown(new Uint16Array(this.#pairs * 2), this.#target);
      this.#counts = grown(new Uint32Array(this.#pairs * 2 * TYPES), this.#counts);
    }
    this.#source[this.#pairs] = source;
    this.#target[this.#pairs] = target;
    this.#places.set(key, this.#pairs);
    return this.#pairs++;
  }

  /** Counts the events of a run between two parties; `typeOf` gives the place of a code's type, -1 where it has none. */
  add(a: number, b: number, { length, code, way }: Columns, typeOf: Int8Array): void {
    const forth = this.#place(a, b) * TYPES, back = a === b ? forth : this.#place(b, a) * TYPES;
    for (let i = 0; i < length; i++) {
      const type = typeOf[code[i] as number] as number;
      if (type >= 0) (this.#counts[(way[i] ? back : forth) + type] as number)++;
    }
  }

  /** The totals as they are kept: pairs that have acts, in order. */
  bytes(): Uint8Array {
    const kept: number[] = [];
    for (let place = 0; place < this.#pairs; place++) if (this.#counts.subarray(place * TYPES, (place + 1) * TYPES).some((n) => n > 0)) kept.push(place);
    const key = (place: number): number => (this.#source[place] as number) * 65_536 + (this.#target[place] as number);
    kept.sort((x, y) => key(x) - key(y));
    const buffer = new ArrayBuffer(4 + kept.length * (4 + 4 * TYPES)), columns = over(buffer, kept.length);
    new Uint32Array(buffer, 0, 1)[0] = kept.length;
    kept.forEach((place, i) => {
      columns.source[i] = this.#source[place] as number;
      columns.target[i] = this.#target[place] as number;
      columns.counts.set(this.#counts.subarray(place * TYPES, (place + 1) * TYPES), i * TYPES);
    });
    return new Uint8Array(buffer);
  }
}

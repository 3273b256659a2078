/** Events as they are read, before they are written: columns with room for one transaction. */
import { DAY_ZERO, makeColumns, orderByDay } from './columns.ts';

/** So many events go into one transaction, and a piece of a file may bring so many. */
const ENOUGH = 262_144, PIECE = 131_072;
const BATCH = ENOUGH + PIECE;

/** Events of one pair in one year, packed. */
export interface Run {
  a: number;
  b: number;
  events: number;
  bytes: Uint8Array;
}

/** Year of each day that can be stored. */
const YEARS: Uint16Array = Uint16Array.from({ length: 65_536 }, (_, day) => new Date((day + DAY_ZERO) * 86_400_000).getUTCFullYear());

export class Batch {
  length = 0;
  readonly ref = new Uint32Array(BATCH);
  readonly sourceActor = new Uint32Array(BATCH);
  readonly targetActor = new Uint32Array(BATCH);
  readonly day = new Uint16Array(BATCH);
  readonly source = new Uint16Array(BATCH);
  readonly target = new Uint16Array(BATCH);
  readonly code = new Uint16Array(BATCH);

  /** It is time to write. */
  get nearlyFull(): boolean {
    return this.length >= ENOUGH;
  }

  /** Adds one event; numbers are of parties, actors and the code, the day counts from DAY_ZERO. */
  add(day: number, source: number, target: number, sourceActor: number, targetActor: number, code: number, ref: number): void {
    if (this.length >= BATCH) throw new RangeError(`more than ${PIECE} events in a piece`);
    const i = this.length++;
    this.day[i] = day;
    this.source[i] = source;
    this.target[i] = target;
    this.sourceActor[i] = sourceActor;
    this.targetActor[i] = targetActor;
    this.code[i] = code;
    this.ref[i] = ref;
  }

  /** The events as runs, by year, in order of pairs; their numbers begin at `firstN`. */
  runs(firstN: number): Map<number, Run[]> {
    const { length } = this, groups = new Map<number, number>();
    const group = new Uint32Array(length), keys: number[] = [], sizes: number[] = [];
    for (let i = 0; i < length; i++) {
      const s = this.source[i] as number, t = this.target[i] as number;
      const key = ((YEARS[this.day[i] as number] as number) * 65_536 + Math.min(s, t)) * 65_536 + Math.max(s, t);
      let g = groups.get(key);
      if (g === undefined) {
        groups.set(key, (g = keys.length));
        keys.push(key);
        sizes.push(0);
      }
      group[i] = g;
      (sizes[g] as number)++;
    }
    // Rows of one group side by side, as they came.
    const at = new Uint32Array(keys.length + 1);
    for (let g = 0; g < keys.length; g++) at[g + 1] = (at[g] as number) + (sizes[g] as number);
    const ends = at.slice(0, keys.length), rows = new Uint32Array(length);
    for (let i = 0; i < length; i++) rows[(ends[group[i] as number] as number)++] = i;

    const years = new Map<number, Run[]>();
    const order = Float64Array.from(keys).sort();
    for (const key of order) {
      const g = groups.get(key) as number, size = sizes[g] as number, year = Math.floor(key / 2 ** 32);
      const a = Math.floor(key / 65_536) % 65_536, b = key % 65_536;
      const run: Run = { a, b, events: size, bytes: this.#pack(rows.subarray(at[g] as number, (at[g] as number) + size), a, firstN) };
      const of = years.get(year);
      if (of) of.push(run);
      else years.set(year, [run]);
    }
    return years;
  }

  #pack(rows: Uint32Array, a: number, firstN: number): Uint8Array {
    const size = rows.length, days = new Uint16Array(size);
    for (let i = 0; i < size; i++) days[i] = this.day[rows[i] as number] as number;
    const order = orderByDay(days, size), { columns, bytes } = makeColumns(size);
    for (let i = 0; i < size; i++) {
      const row = rows[order ? (order[i] as number) : i] as number;
      columns.n[i] = firstN + row;
      columns.ref[i] = this.ref[row] as number;
      columns.source[i] = this.sourceActor[row] as number;
      columns.target[i] = this.targetActor[row] as number;
      columns.day[i] = this.day[row] as number;
      columns.code[i] = this.code[row] as number;
      columns.way[i] = this.source[row] === a ? 0 : 1;
    }
    return bytes;
  }
}

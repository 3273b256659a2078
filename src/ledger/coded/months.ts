/**
 * Acts of data sets by month and pair of parties, held in memory while they stay as they are: what maps of a window and
 * series of a party are made of, whatever the number of events. A cell takes 21 bytes, and twenty years of the world's
 * news have some two million.
 */
import { sql } from 'kysely';
import { intensity } from '../../ontology/intensity.ts';
import { dayNumber, dayOfNumber } from '../../story/day.ts';
import type { PartyCode } from '../../story/facts.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO } from './columns.ts';
import { codedFilter, days } from './read.ts';
import type { CodedFilter } from './read.ts';

/** Months since January of the year 0. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** What passed between two parties in a month: number of acts, and their summed intensity, apart by sign. */
export interface Cell {
  month: number;
  acts: number;
  cooperation: number;
  conflict: number;
}

/** The cells of one year: those of pair `i` stand from `start[i]` to `start[i + 1]`, by month. */
interface Year {
  /** Acts, cooperation and conflict of each pair in the whole year. */
  whole: Float64Array;
  start: Uint32Array;
  month: Uint16Array;
  acts: Uint32Array;
  cooperation: Float64Array;
  conflict: Float64Array;
}

export class CodedMonths {
  /** The pairs, the code that comes first being the first; a party with itself is no pair. */
  readonly pairs: (readonly [PartyCode, PartyCode])[] = [];
  readonly #places = new Map<number, number>();
  readonly #of = new Map<PartyCode, number[]>();
  readonly #years = new Map<number, Year>();
  #order: Uint32Array | undefined;

  #place(a: number, b: number, parties: CodedFilter['parties']): number {
    const key = Math.min(a, b) * 65_536 + Math.max(a, b), known = this.#places.get(key);
    if (known !== undefined) return known;
    const codes = [parties.get(a) as string, parties.get(b) as string].sort() as [string, string], place = this.pairs.push(codes) - 1;
    this.#places.set(key, place);
    for (const code of codes) this.#of.set(code, [...(this.#of.get(code) ?? []), place]);
    return place;
  }

  /** Adds a year's acts. */
  async add(ledger: Ledger, year: number, asked: CodedFilter): Promise<void> {
    const first = dayNumber(`${year}-01-01`) - DAY_ZERO, last = dayNumber(`${year}-12-31`) - DAY_ZERO;
    const monthOf = Uint8Array.from({ length: last - first + 1 }, (_, i) => Number(dayOfNumber(first + i + DAY_ZERO).slice(5, 7)) - 1);
    const values = Array.from({ length: Math.max(-1, ...asked.codes.keys()) + 1 }, (_, code) => ((type) => type && intensity(type))(asked.codes.get(code)?.type)), own = { ...asked, from: first, to: last };
    // a column of twelve months for each pair, three numbers a month
    let sums = new Float64Array(this.pairs.length * 36 + 36_864);
    for (const { pairs, start, source, target, day, code, count } of await days(ledger, own)) {
      for (let i = 0; i < pairs; i++) {
        if (source[i] === target[i]) continue;
        const at = this.#place(source[i] as number, target[i] as number, asked.parties) * 36;
        if (at + 36 > sums.length) {
          const grown = new Float64Array(sums.length * 2);
          grown.set(sums);
          sums = grown;
        }
        for (let e = start[i] as number, end = start[i + 1] as number; e < end; e++) {
          const value = values[code[e] as number], d = (day[e] as number) - first;
          if (value === undefined || d < 0 || d >= monthOf.length) continue;
          const cell = at + (monthOf[d] as number) * 3, n = count[e] as number;
          (sums[cell] as number) += n;
          (sums[cell + (value > 0 ? 1 : 2)] as number) += n * value;
        }
      }
    }
    this.#years.set(year, packed(sums, this.pairs.length, year));
  }

  #each(place: number, from: number, to: number, tell: (cell: Cell) => void): void {
    for (const [year, { start, month, acts, cooperation, conflict }] of this.#years) {
      if (year * 12 > to || year * 12 + 11 < from || place + 1 >= start.length) continue;
      for (let i = start[place] as number, end = start[place + 1] as number; i < end; i++) {
        const at = month[i] as number;
        if (at >= from && at <= to) tell({ month: at, acts: acts[i] as number, cooperation: cooperation[i] as number, conflict: conflict[i] as number });
      }
    }
  }

  /** The acts of each pair from month to month, both within, one after the other by the pair's place: acts, cooperation, conflict. */
  sums(from: number, to: number): Float64Array {
    const sums = new Float64Array(this.pairs.length * 3);
    for (const [year, { whole, start, month, acts, cooperation, conflict }] of this.#years) {
      if (year * 12 > to || year * 12 + 11 < from) continue;
      if (year * 12 >= from && year * 12 + 11 <= to) {
        for (let i = 0; i < whole.length; i++) (sums[i] as number) += whole[i] as number;
        continue;
      }
      for (let place = 0; place + 1 < start.length; place++) {
        for (let i = start[place] as number, end = start[place + 1] as number; i < end; i++) {
          if ((month[i] as number) < from || (month[i] as number) > to) continue;
          (sums[place * 3] as number) += acts[i] as number;
          (sums[place * 3 + 1] as number) += cooperation[i] as number;
          (sums[place * 3 + 2] as number) += conflict[i] as number;
        }
      }
    }
    return sums;
  }

  /** How many acts two parties have from month to month, both within. */
  acts(a: PartyCode, b: PartyCode, from: number, to: number): number {
    const place = this.#of.get(a)?.find((one) => this.pairs[one]?.includes(b));
    let sum = 0;
    if (place !== undefined) this.#each(place, from, to, ({ acts }) => (sum += acts));
    return sum;
  }

  /** Tells the months of a party's pairs, with the other party. */
  eachOf(code: PartyCode, from: number, to: number, tell: (other: PartyCode, cell: Cell) => void): void {
    for (const place of this.#of.get(code) ?? []) {
      const [a, b] = this.pairs[place] as readonly [string, string], other = a === code ? b : a;
      this.#each(place, from, to, (cell) => tell(other, cell));
    }
  }

  /** The places of the pairs in order of their codes. */
  get order(): Uint32Array {
    if (this.#order?.length !== this.pairs.length) {
      const key = this.pairs.map(([a, b]) => `${a} ${b}`);
      this.#order = Uint32Array.from(key.keys()).sort((x, y) => ((key[x] as string) < (key[y] as string) ? -1 : 1));
    }
    return this.#order as Uint32Array;
  }
}

function packed(sums: Float64Array, pairs: number, year: number): Year {
  let cells = 0;
  for (let i = 0; i < pairs * 36; i += 3) if (sums[i]) cells++;
  const made: Year = { whole: new Float64Array(pairs * 3), start: new Uint32Array(pairs + 1), month: new Uint16Array(cells), acts: new Uint32Array(cells), cooperation: new Float64Array(cells), conflict: new Float64Array(cells) };
  for (let place = 0, at = 0; place < pairs; place++) {
    for (let month = 0; month < 12; month++) {
      const from = place * 36 + month * 3;
      if (!sums[from]) continue;
      made.month[at] = year * 12 + month;
      made.acts[at] = sums[from] as number;
      made.cooperation[at] = sums[from + 1] as number;
      made.conflict[at++] = sums[from + 2] as number;
      for (let part = 0; part < 3; part++) (made.whole[place * 3 + part] as number) += sums[from + part] as number;
    }
    made.start[place + 1] = at;
  }
  return made;
}

const made = new WeakMap<Ledger, { version: string; months: Promise<CodedMonths> }>();

/** Gives other work its turn. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The months of all data sets as they stand; made anew where they have grown. Undefined where there are none. */
export async function codedMonths(ledger: Ledger): Promise<CodedMonths | undefined> {
  const asked = await codedFilter(ledger, {});
  if (!asked) return undefined;
  const years = await ledger.db.selectFrom('coded_segment').groupBy('year').orderBy('year').select(['year', sql<string>`group_concat(id || ':' || last_n)`.as('version')]).execute();
  const version = JSON.stringify(years), known = made.get(ledger);
  if (known?.version === version) return known.months;
  const months = (async () => {
    const all = new CodedMonths();
    for (const { year } of years) {
      await all.add(ledger, year, asked);
      await pause();
    }
    return all;
  })();
  made.set(ledger, { version, months });
  // one that failed is not kept
  months.catch(() => made.delete(ledger));
  return months;
}

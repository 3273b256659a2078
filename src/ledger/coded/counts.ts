/** Coded events counted by day, pair by pair: what a question reads that is about all that some parties did. */
import type { CodedActs } from '../../relations/event.ts';
import { EVENT_TYPES, MODES } from '../../story/facts.ts';
import type { PartyCode } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO } from './columns.ts';
import type { Days } from './days.ts';
import { codedFilter, days, isAsked } from './read.ts';
import type { CodedFilter, Hidden } from './read.ts';

/** Types and modes of codes, by their numbers: places in EVENT_TYPES, and in MODES from 1 on. */
export interface Kinds {
  types: Uint8Array;
  modes: Uint8Array;
}

export function kindsOf({ codes }: CodedFilter): Kinds {
  const types = new Uint8Array(65_536), modes = new Uint8Array(65_536);
  for (const [id, { type, mode }] of codes) {
    if (type) types[id] = EVENT_TYPES.indexOf(type);
    modes[id] = mode ? MODES.indexOf(mode) + 1 : 0;
  }
  return { types, modes };
}

/** Parties by their numbers; numbers begin with 1. */
export function partiesOf({ parties }: CodedFilter): PartyCode[] {
  const codes: PartyCode[] = [];
  for (const [id, code] of parties) codes[id] = code;
  for (let i = 0; i < codes.length; i++) codes[i] ??= '';
  return codes;
}

/** The directed pairs of one pair of parties, as places in segments. */
interface Places {
  segment: number[];
  place: number[];
}

/** Where each pair of parties that is asked about stands, and how many entries all of them have at most. */
function placesOf(segments: readonly Days[], asked: CodedFilter): { pairs: Places[]; most: number } {
  const marked = new Uint8Array(65_536), { pair, any } = asked, all = !pair && !any, pairs = new Map<number, Places>();
  for (const party of pair ?? any ?? []) if (party >= 0) marked[party] = 1;
  let most = 0;
  segments.forEach(({ pairs: length, source, target, start }, segment) => {
    for (let place = 0; place < length; place++) {
      const s = source[place] as number, t = target[place] as number;
      if (s === t || !(all || ((marked[s] || marked[t]) && isAsked(asked, s, t)))) continue;
      const key = Math.min(s, t) * 65_536 + Math.max(s, t), known = pairs.get(key), found = known ?? { segment: [], place: [] };
      if (!known) pairs.set(key, found);
      found.segment.push(segment);
      found.place.push(place);
      most += (start[place + 1] as number) - (start[place] as number);
    }
  });
  return { pairs: [...pairs.values()], most };
}

/** Entries as rows, pair by pair. */
class Counts {
  length = 0;
  readonly begin: number[] = [0];
  readonly #columns: { source: Uint16Array; target: Uint16Array; type: Uint8Array; mode: Uint8Array; day: Int32Array; count: Uint32Array };
  readonly #asked: CodedFilter;
  readonly #kinds: Kinds;

  constructor(asked: CodedFilter, most: number) {
    this.#asked = asked;
    this.#kinds = kindsOf(asked);
    this.#columns = { source: new Uint16Array(most), target: new Uint16Array(most), type: new Uint8Array(most), mode: new Uint8Array(most), day: new Int32Array(most), count: new Uint32Array(most) };
  }

  /** Adds a pair: those of one segment that go one way, and the other way, are merged by day. */
  add(segments: readonly Days[], { segment, place }: Places): void {
    const first = this.length;
    let inOrder = true;
    for (let i = 0; i < segment.length; i++) {
      const two = segment[i + 1] === segment[i], from = this.length;
      this.#merge(segments[segment[i] as number] as Days, place[i] as number, two ? place[i + 1] as number : -1);
      if (from > first && this.length > from && (this.#columns.day[from] as number) < (this.#columns.day[from - 1] as number)) inOrder = false;
      if (two) i++;
    }
    if (!inOrder) this.#sort(first);
    if (this.length > first) this.begin.push(this.length);
  }

  /** Adds the entries of one place of a segment, and those of another where there is one, by day. */
  #merge({ start, source, target, day, code, count }: Days, one: number, two: number): void {
    const { from, to, wanted } = this.#asked, { types, modes } = this.#kinds, own = this.#columns;
    const ends = [start[one + 1] as number, two < 0 ? 0 : start[two + 1] as number] as const, s = source[one] as number, t = target[one] as number;
    let at = this.length, e = start[one] as number, f = two < 0 ? 0 : start[two] as number;
    for (;;) {
      const forth = e < ends[0] && (f >= ends[1] || (day[e] as number) <= (day[f] as number));
      if (!forth && f >= ends[1]) break;
      const entry = forth ? e++ : f++, d = day[entry] as number, c = code[entry] as number;
      if (d < from || d > to || !wanted[c]) continue;
      own.source[at] = forth ? s : t;
      own.target[at] = forth ? t : s;
      own.type[at] = types[c] as number;
      own.mode[at] = modes[c] as number;
      own.day[at] = d + DAY_ZERO;
      own.count[at++] = count[entry] as number;
    }
    this.length = at;
  }

  /** Puts the rows from one on in order of days, those of one day as they stand: segments may reach over one another. */
  #sort(first: number): void {
    const day = this.#columns.day.slice(first, this.length), order = Uint32Array.from(day.keys()).sort((x, y) => (day[x] as number) - (day[y] as number) || x - y);
    for (const column of Object.values(this.#columns)) {
      const own = column.slice(first, this.length);
      for (let i = 0; i < own.length; i++) column[first + i] = own[order[i] as number] as number;
    }
  }

  /** Takes off again, one by one, what corrections hide: days count events as coded. */
  #takeOff(hidden: readonly Hidden[]): void {
    const { source, target, type, mode, day, count } = this.#columns, { types, modes } = this.#kinds, rows = new Map<string, number[]>(), key = (...parts: readonly number[]): string => parts.join(' ');
    const keyOf = (one: Hidden): string => key(one.source, one.target, types[one.code] as number, modes[one.code] as number, one.day + DAY_ZERO);
    for (const one of hidden) rows.set(keyOf(one), []);
    if (!rows.size) return;
    for (let i = 0; i < this.length; i++) rows.get(key(source[i] as number, target[i] as number, type[i] as number, mode[i] as number, day[i] as number))?.push(i);
    for (const one of hidden) {
      const found = rows.get(keyOf(one))?.find((row) => (count[row] as number) > 0);
      if (found !== undefined) (count[found] as number)--;
    }
    let kept = 0;
    for (let pair = 0, i = 0; pair + 1 < this.begin.length; pair++) {
      const end = this.begin[pair + 1] as number;
      for (; i < end; i++) {
        if (!count[i]) continue;
        for (const column of Object.values(this.#columns)) column[kept] = column[i] as number;
        kept++;
      }
      this.begin[pair + 1] = kept;
    }
    this.length = kept;
  }

  acts(): CodedActs {
    this.#takeOff([...this.#asked.hidden.values()]);
    const { length } = this, { source, target, type, mode, day, count } = this.#columns, cut = <T extends Uint8Array | Uint16Array | Int32Array | Uint32Array>(column: T): T => column.subarray(0, length) as T;
    return { length, parties: partiesOf(this.#asked), source: cut(source), target: cut(target), type: cut(type), mode: cut(mode), day: cut(day), count: cut(count), begin: Uint32Array.from(this.begin) };
  }
}

/** The coded acts between two parties that a filter leaves, as counts by day, pair and kind, pair by pair; those of a party with itself are left out. Undefined where none can pass it. */
export async function codedCounts(ledger: Ledger, filter: Filter): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return undefined;
  const segments = await days(ledger, asked), { pairs, most } = placesOf(segments, asked), counts = new Counts(asked, most);
  for (const places of pairs) counts.add(segments, places);
  return counts.acts();
}

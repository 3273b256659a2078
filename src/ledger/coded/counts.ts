/** Coded events counted by day, pair by pair: what a question reads that is about all that some parties did. */
import type { CodedActs } from '../../relations/event.ts';
import { isSymmetricType } from '../../ontology/plover.ts';
import { EVENT_TYPES, MODES } from '../../story/facts.ts';
import type { PartyCode } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import { ledgerVersion } from '../version.ts';
import { DAY_ZERO } from './columns.ts';
import type { Days } from './days.ts';
import { codedFilter, days, isAsked } from './read.ts';
import type { CodedFilter, Hidden } from './read.ts';

/** Types and modes of codes, by their numbers: places in EVENT_TYPES, and in MODES from 1 on; and 1 for joint acts. */
export interface Kinds {
  types: Uint8Array;
  modes: Uint8Array;
  joint: Uint8Array;
}

export function kindsOf({ codes }: CodedFilter): Kinds {
  const types = new Uint8Array(65_536), modes = new Uint8Array(65_536), joint = new Uint8Array(65_536);
  for (const [id, { type, mode }] of codes) {
    if (type) types[id] = EVENT_TYPES.indexOf(type);
    if (type && isSymmetricType(type)) joint[id] = 1;
    modes[id] = mode ? MODES.indexOf(mode) + 1 : 0;
  }
  return { types, modes, joint };
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

/** Places in a segment by party: those of party i stand from start[i] to start[i + 1]; those of a party with itself are left out. */
interface Index {
  start: Uint32Array;
  places: Uint32Array;
}

const indices = new WeakMap<Days, Index>();

function indexOf(segment: Days): Index {
  const known = indices.get(segment);
  if (known) return known;
  const { pairs, source, target } = segment, most = source.reduce((last, party, i) => Math.max(last, party, target[i] as number), 0), start = new Uint32Array(most + 2);
  const each = (tell: (party: number, place: number) => void): void => {
    for (let place = 0; place < pairs; place++) {
      const s = source[place] as number, t = target[place] as number;
      if (s === t) continue;
      tell(s, place);
      tell(t, place);
    }
  };
  each((party) => (start[party + 1] as number)++);
  for (let i = 1; i < start.length; i++) (start[i] as number) += start[i - 1] as number;
  const next = start.slice(), places = new Uint32Array(start.at(-1) as number);
  each((party, place) => (places[(next[party] as number)++] = place));
  const made = { start, places };
  indices.set(segment, made);
  return made;
}

/** Where each pair of parties that is asked about stands, and how many entries all of them have at most. */
function placesOf(segments: readonly Days[], asked: CodedFilter): { pairs: Places[]; most: number } {
  const { pair, any, parties } = asked, own = [...new Set(pair ?? any ?? parties.keys())].filter((party) => party >= 0), done = new Uint8Array(65_536), pairs = new Map<number, Places>();
  let most = 0;
  segments.forEach((segment, number) => {
    const { source, target, start } = segment, index = indexOf(segment);
    for (const party of own) {
      done[party] = 1;
      for (let i = index.start[party] ?? 0, end = index.start[party + 1] ?? 0; i < end; i++) {
        const place = index.places[i] as number, s = source[place] as number, t = target[place] as number;
        // what both parties have was found with the first of them
        if (done[s === party ? t : s] || !isAsked(asked, s, t)) continue;
        const key = Math.min(s, t) * 65_536 + Math.max(s, t), known = pairs.get(key), found = known ?? { segment: [], place: [] };
        if (!known) pairs.set(key, found);
        found.segment.push(number);
        found.place.push(place);
        most += (start[place + 1] as number) - (start[place] as number);
      }
    }
    done.fill(0);
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
  readonly #parties: readonly PartyCode[];

  constructor(asked: CodedFilter, most: number) {
    this.#asked = asked;
    this.#kinds = kindsOf(asked);
    this.#parties = partiesOf(asked);
    // one row more, to be written over
    const room = most + 1;
    this.#columns = { source: new Uint16Array(room), target: new Uint16Array(room), type: new Uint8Array(room), mode: new Uint8Array(room), day: new Int32Array(room), count: new Uint32Array(room) };
  }

  /** Of two parties, the one with which a joint act begins: the first by code. */
  #first(a: number, b: number): number {
    return (this.#parties[a] as string) < (this.#parties[b] as string) ? a : b;
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

  /**
   * Adds the entries of one place of a segment, and those of another where there is one, by day. Which of the two comes
   * next, and whether an entry is asked for, is as good as chance: so it is counted with, and not branched on.
   */
  #merge({ start, source, target, day, code, count }: Days, one: number, two: number): void {
    const { from, to, wanted } = this.#asked, { types, modes, joint } = this.#kinds, { source: sources, target: targets, type, mode, day: ons, count: counts } = this.#columns;
    const s = source[one] as number, t = target[one] as number, both = s + t, turned = this.#first(s, t), ends = [start[one + 1] as number, two < 0 ? 0 : start[two + 1] as number] as const;
    let at = this.length, e = start[one] as number, f = two < 0 ? 0 : start[two] as number;
    for (let left = ends[0] - e + ends[1] - f; left > 0; left--) {
      // 1 where the other way's day comes first
      const back = e >= ends[0] ? 1 : f >= ends[1] ? 0 : ((day[f] as number) - (day[e] as number)) >>> 31;
      const entry = e + (f - e) * back, d = day[entry] as number, c = code[entry] as number, first = s + (t - s) * back, begins = first + (turned - first) * (joint[c] as number);
      e += 1 - back;
      f += back;
      if (d < from || d > to) continue;
      sources[at] = begins;
      targets[at] = both - begins;
      type[at] = types[c] as number;
      mode[at] = modes[c] as number;
      ons[at] = d + DAY_ZERO;
      counts[at] = count[entry] as number;
      at += wanted[c] as number;
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
    const { source, target, type, mode, day, count } = this.#columns, { types, modes, joint } = this.#kinds, rows = new Map<string, number[]>(), key = (...parts: readonly number[]): string => parts.join(' ');
    const keyOf = (one: Hidden): string => {
      const begins = joint[one.code] ? this.#first(one.source, one.target) : one.source;
      return key(begins, one.source + one.target - begins, types[one.code] as number, modes[one.code] as number, one.day + DAY_ZERO);
    };
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
    return { length, parties: this.#parties, source: cut(source), target: cut(target), type: cut(type), mode: cut(mode), day: cut(day), count: cut(count), begin: Uint32Array.from(this.begin) };
  }
}

async function count(ledger: Ledger, filter: Filter): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return undefined;
  const segments = await days(ledger, asked), { pairs, most } = placesOf(segments, asked), counts = new Counts(asked, most);
  for (const places of pairs) counts.add(segments, places);
  return counts.acts();
}

/** What was asked last, as long as nothing is written: questions about the same parties follow one another. */
const held = new WeakMap<Ledger, { version: string; counts: Map<string, CodedActs> }>();
/** So many rows are held at most; they take 14 bytes each. */
const HELD = 4_000_000;

/** The coded acts between two parties that a filter leaves, as counts by day, pair and kind, pair by pair; those of a party with itself are left out. They are only read. Undefined where none can pass it. */
export async function codedCounts(ledger: Ledger, filter: Filter): Promise<CodedActs | undefined> {
  const version = await ledgerVersion(ledger), key = JSON.stringify(filter), before = held.get(ledger), own = before?.version === version ? before : { version, counts: new Map<string, CodedActs>() };
  held.set(ledger, own);
  const found = own.counts.get(key) ?? await count(ledger, filter);
  if (!found) return undefined;
  // the last one asked for stands last, and the first go first
  own.counts.delete(key);
  own.counts.set(key, found);
  let rows = 0;
  for (const { length } of own.counts.values()) rows += length;
  for (const [oldest, { length }] of own.counts) {
    if (rows <= HELD) break;
    own.counts.delete(oldest);
    rows -= length;
  }
  return found;
}

/** Acts in columns, so that measures walk over millions of them: those that stories tell, and those of data sets. */
import { isSymmetricType } from '../ontology/plover.ts';
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import type { EventType, Mode, PartyCode } from '../story/facts.ts';
import { actsOf } from './acts.ts';
import type { Act, Weights } from './acts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import { between, manyOf, recordOf } from './event.ts';
import type { CodedActs, Events, Pair, Window } from './event.ts';

const typeNumber = new Map<EventType, number>(EVENT_TYPES.map((type, i) => [type, i]));
const modeNumber = new Map<Mode | undefined, number>([[undefined, 0], ...MODES.map((mode, i) => [mode, i + 1] as const)]);
const SYMMETRIC = Uint8Array.from(EVENT_TYPES, (type) => (isSymmetricType(type) ? 1 : 0));

/** The columns of acts, group by group, each in order of days. */
interface Columns {
  source: Uint16Array;
  target: Uint16Array;
  type: Uint8Array;
  mode: Uint8Array;
  day: Int32Array;
  weight: Float64Array;
  count: Uint32Array;
  shared: Int32Array;
  id: Float64Array;
}

/** Columns of one value, which are only read: made once, and longer when more is needed. */
function filled<T extends Float64Array | Int32Array | Uint32Array>(make: (length: number) => T): (length: number) => T {
  let kept = make(0);
  return (length) => {
    if (kept.length < length) kept = make(Math.max(length, 2 * kept.length));
    return kept.subarray(0, length) as T;
  };
}
const ones = filled((length) => new Float64Array(length).fill(1)), once = filled((length) => new Uint32Array(length).fill(1)), alone = filled((length) => new Int32Array(length).fill(-1));

/** Columns for so many acts; weights and happenings of their own only where stories tell some of them, counts and ids where there are any. */
const columnsFor = (length: number, { told, counts, ids }: { told: boolean; counts: boolean; ids: boolean }): Columns => ({
  source: new Uint16Array(length), target: new Uint16Array(length), type: new Uint8Array(length), mode: new Uint8Array(length), day: new Int32Array(length),
  weight: told ? new Float64Array(length).fill(1) : ones(length), count: counts ? new Uint32Array(length).fill(1) : once(length), shared: told ? new Int32Array(length).fill(-1) : alone(length), id: new Float64Array(ids ? length : 0),
});

/** Acts in order of days. A row is one act, or as many of one kind and day as `count` says. */
export class Acts {
  readonly length: number;
  readonly parties: readonly PartyCode[];
  /** Places in `parties`; of a joint act, the first by code is the source. */
  readonly source: Uint16Array;
  readonly target: Uint16Array;
  /** Place in EVENT_TYPES, and in MODES from 1 on; 0 for none. */
  readonly type: Uint8Array;
  readonly mode: Uint8Array;
  /** First day, since 1970-01-01. */
  readonly day: Int32Array;
  /** 0 to 1, or more where an outlet weighs more: how much one of them counts. */
  readonly weight: Float64Array;
  readonly count: Uint32Array;
  /** The number of a happening that other rows may be of too; -1 for one that is this row's alone. */
  readonly shared: Int32Array;
  /** The event's number; 0 where happenings have names, none where rows stand for many. */
  readonly id: Float64Array;
  readonly #names: readonly string[];

  /** Rows from one up to another (left out) of some columns. */
  constructor(columns: Columns, first: number, end: number, parties: readonly PartyCode[], names: readonly string[]) {
    this.length = end - first;
    this.parties = parties;
    this.#names = names;
    this.source = columns.source.subarray(first, end);
    this.target = columns.target.subarray(first, end);
    this.type = columns.type.subarray(first, end);
    this.mode = columns.mode.subarray(first, end);
    this.day = columns.day.subarray(first, end);
    this.weight = columns.weight.subarray(first, end);
    this.count = columns.count.subarray(first, end);
    this.shared = columns.shared.subarray(first, end);
    this.id = columns.id.subarray(first, end);
  }

  /** The happening of a row by its name; for a row of several acts the word that stands for them (`readMany`). */
  happening(row: number): string {
    const shared = this.shared[row], id = this.id[row];
    if (shared >= 0) return this.#names[shared] as string;
    if (id > 0) return `e${id}`;
    const mode = MODES[this.mode[row] - 1];
    return manyOf({ day: dayOf(this.day[row]), source: this.parties[this.source[row]] as string, target: this.parties[this.target[row]] as string, type: EVENT_TYPES[this.type[row]] as EventType, ...(mode && { mode }) });
  }

  /** How many happenings the rows from one up to another (left out) are of; only those that are wanted, where that is said. */
  happenings(first = 0, end = this.length, wanted?: (row: number) => boolean): number {
    const { shared, count } = this;
    let own = 0, names: Set<number> | undefined;
    for (let row = first; row < end; row++) {
      if (wanted && !wanted(row)) continue;
      if (shared[row] < 0) own += count[row];
      else (names ??= new Set()).add(shared[row]);
    }
    return own + (names?.size ?? 0);
  }

  /** The happenings of some rows, each once, up to so many. */
  list(rows: Iterable<number>, most = Number.POSITIVE_INFINITY): string[] {
    const found: string[] = [];
    let told: Set<number> | undefined;
    for (const row of rows) {
      if (found.length >= most) break;
      const shared = this.shared[row];
      if (shared >= 0) {
        if (told?.has(shared)) continue;
        (told ??= new Set()).add(shared);
      }
      found.push(this.happening(row));
    }
    return found;
  }

  /** The acts of some rows only. */
  only(wanted: (row: number) => boolean): Acts {
    const rows = this.rows(wanted), kept = columnsFor(rows.length, { told: true, counts: true, ids: this.id.length > 0 });
    for (const name of FIELDS) {
      const from = this[name], to = kept[name];
      for (let at = 0; at < to.length; at++) to[at] = from[rows[at] as number];
    }
    return new Acts(kept, 0, rows.length, this.parties, this.#names);
  }

  /** The first row of a day or a later one; as many as there are where none is. */
  from(wanted: number): number {
    const { day } = this;
    let low = 0, high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (day[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows from one day up to another (left out): the first, and the one after the last. */
  during(from: number, until: number): [first: number, end: number] {
    return [this.from(from), this.from(until)];
  }

  /** Rows that are wanted, in order. */
  rows(wanted: (row: number) => boolean, first = 0, end = this.length): number[] {
    const rows: number[] = [];
    for (let row = first; row < end; row++) if (wanted(row)) rows.push(row);
    return rows;
  }
}

/** What is to be laid out, with the parties of all of it. */
interface Base {
  parties: readonly PartyCode[];
  numbers: ReadonlyMap<PartyCode, number>;
  /** Place of each party in order of code. */
  rank: Uint16Array;
  coded: CodedActs | undefined;
}

function baseOf(coded: CodedActs | undefined, told: readonly Act[]): Base {
  const parties = [...(coded?.parties ?? [])], numbers = new Map(parties.map((code, i) => [code, i]));
  for (const { source, target } of told) for (const code of [source, target]) if (!numbers.has(code)) numbers.set(code, parties.push(code) - 1);
  const rank = new Uint16Array(parties.length);
  parties.map((code, i) => ({ code, i })).sort((a, b) => (a.code < b.code ? -1 : 1)).forEach(({ i }, at) => (rank[i] = at));
  return { parties, numbers, rank, coded };
}

/** Rows of a data set in order of days: those from one up to another (left out), or some by their number. */
type Rows = readonly [first: number, end: number] | Uint32Array;

/** Rows of one group in order of days, those of one day as they stand: a counting sort, as days are few. */
function byDay(rows: Uint32Array, day: Int32Array): Uint32Array {
  let low = Number.POSITIVE_INFINITY, high = Number.NEGATIVE_INFINITY, inOrder = true;
  for (let i = 0, last = Number.NEGATIVE_INFINITY; i < rows.length; i++) {
    const on = day[rows[i]];
    if (on < last) inOrder = false;
    if (on < low) low = on;
    if (on > high) high = on;
    last = on;
  }
  if (inOrder) return rows;
  const next = new Uint32Array(high - low + 2), sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) next[day[rows[i]] - low + 1]++;
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
  for (let i = 0; i < rows.length; i++) sorted[next[day[rows[i]] - low]++] = rows[i];
  return sorted;
}

/** The rows of each group, in order of days: `group` says which one each row is in (-1 for none). */
function rowsOf({ day }: CodedActs, group: Int32Array, groups: number): Uint32Array[] {
  const next = new Uint32Array(groups + 1);
  for (let row = 0; row < group.length; row++) if (group[row] >= 0) next[group[row] + 1]++;
  for (let i = 1; i <= groups; i++) next[i] += next[i - 1];
  const begin = next.slice(), side = new Uint32Array(begin[groups]);
  for (let row = 0; row < group.length; row++) if (group[row] >= 0) side[next[group[row]]++] = row;
  return Array.from({ length: groups }, (_, i) => byDay(side.subarray(begin[i], begin[i + 1]), day));
}

/** Rows of data sets as columns of acts, as they stand: a joint act begins with the first party by code. */
function standing(coded: CodedActs, rank: Uint16Array): Columns {
  const { length, type, mode, day, count, id, begin } = coded, source = begin ? coded.source : coded.source.slice(), target = begin ? coded.target : coded.target.slice();
  for (let row = 0; row < length && !begin; row++) {
    const s = source[row], t = target[row];
    if (SYMMETRIC[type[row]] === 0 || rank[s] <= rank[t]) continue;
    source[row] = t;
    target[row] = s;
  }
  return { source, target, type, mode, day, weight: ones(length), count: count ?? once(length), shared: alone(length), id: id ?? new Float64Array(0) };
}

const FIELDS = ['source', 'target', 'type', 'mode', 'day', 'weight', 'count', 'shared', 'id'] as const;

/** One group of acts that is to be laid out: those of data sets, and those of stories, both in order of days. */
interface Group {
  rows: Rows;
  told: readonly Act[];
}

/** Lays a record out in groups, each in order of days; on one day the data sets' acts come first. */
function layOut({ parties, numbers, rank, coded }: Base, groups: readonly Group[]): Acts[] {
  const names: string[] = [], named = new Map<string, number>(), from = coded && standing(coded, rank), sizes = groups.map(({ rows, told }) => told.length + many(rows));
  // acts of data sets that stand side by side stay where they are
  const stays = ({ rows, told }: Group): boolean => from !== undefined && !told.length && !(rows instanceof Uint32Array);
  const columns = columnsFor(groups.reduce((sum, group, i) => sum + (stays(group) ? 0 : sizes[i] as number), 0), {
    told: groups.some(({ told }) => told.length > 0), counts: coded?.count !== undefined, ids: coded?.id !== undefined,
  });
  const { source, target, type, mode, day, weight, shared } = columns;
  let at = 0;
  const tell = (act: Act): void => {
    let number = named.get(act.happening);
    if (number === undefined) named.set(act.happening, (number = names.push(act.happening) - 1));
    source[at] = numbers.get(act.source) as number;
    target[at] = numbers.get(act.target) as number;
    type[at] = typeNumber.get(act.type) as number;
    mode[at] = modeNumber.get(act.mode) as number;
    day[at] = dayNumber(act.firstDay);
    weight[at] = act.weight;
    shared[at++] = number;
  };
  /** Rows of the data sets, column by column; what all have alike is there already. */
  const take = (base: Columns, rows: Rows, first: number, end: number): void => {
    const size = end - first;
    for (const name of FIELDS) {
      if (name === 'weight' || name === 'shared' || (name === 'count' && !coded?.count) || (name === 'id' && !coded?.id)) continue;
      const own = base[name], to = columns[name];
      if (rows instanceof Uint32Array) for (let k = 0; k < size; k++) to[at + k] = own[rows[first + k]];
      else to.set(own.subarray(rows[0] + first, rows[0] + end), at);
    }
    at += size;
  };
  return groups.map((group, i): Acts => {
    const { rows, told } = group, size = many(rows), begin = at;
    if (stays(group)) return new Acts(from as Columns, rows[0] as number, rows[1] as number, parties, names);
    let taken = 0;
    for (const act of told) {
      const on = dayNumber(act.firstDay), first = taken;
      if (from) {
        while (taken < size && from.day[rowAt(rows, taken)] <= on) taken++;
        take(from, rows, first, taken);
      }
      tell(act);
    }
    if (from) take(from, rows, taken, size);
    return new Acts(columns, begin, begin + (sizes[i] as number), parties, names);
  });
}

const many = (rows: Rows): number => (rows instanceof Uint32Array ? rows.length : rows[1] - rows[0]);
const rowAt = (rows: Rows, i: number): number => (rows instanceof Uint32Array ? rows[i] : rows[0] + i);
const NO_ROWS: Rows = [0, 0];

/** Acts that begin on or between these days, and of which parties; all where nothing is said. */
export interface Kept extends Partial<Window> {
  /** Between these two, either way. */
  pair?: Pair;
}

const begins = (from: string | undefined, to: string | undefined) => ({ firstDay }: Act): boolean => (from === undefined || firstDay >= from) && (to === undefined || firstDay <= to);
const bounds = ({ from, to }: Partial<Window>): [first: number, last: number] => [from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from), to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to)];

/** Whether all rows of a data set begin on or between these days, and stand in order of them. */
function inOrder({ length, day }: CodedActs, first: number, last: number): boolean {
  for (let row = 1; row < length; row++) if (day[row] < day[row - 1]) return false;
  return length === 0 || (day[0] >= first && day[length - 1] <= last);
}

/** The acts of a record, in columns. */
export function actsIn(events: Events, weights: Weights, kept: Kept = {}): Acts {
  const { pair } = kept, { told, coded } = recordOf(events), merged = actsOf(pair ? told.filter((event) => between(event, pair)) : told, weights).filter(begins(kept.from, kept.to));
  const base = baseOf(coded, merged), [first, last] = bounds(kept), [a, b] = pair ? pair.map((code) => base.numbers.get(code)) : [];
  let rows = NO_ROWS;
  if (coded) {
    const { length, source, target, day } = coded, group = new Int32Array(length);
    let left = 0;
    for (let row = 0; row < length; row++) {
      const s = source[row], t = target[row];
      if (day[row] >= first && day[row] <= last && (!pair || (s === a && t === b) || (s === b && t === a))) continue;
      group[row] = -1;
      left++;
    }
    rows = left === 0 && inOrder(coded, first, last) ? [0, length] : rowsOf(coded, group, 1)[0] as Uint32Array;
  }
  return layOut(base, [{ rows, told: merged }])[0] as Acts;
}

/** A pair's key: its parties in order of code. */
export const pairKey = (a: PartyCode, b: PartyCode): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** The acts of a record in columns, pair by pair, by `pairKey`, in order of it; nobody's acts, and those of a party with itself, are left out. */
export function pairsIn(events: Events, weights: Weights, window: Partial<Window> = {}): Map<string, Acts> {
  const { told, coded } = recordOf(events), merged = actsOf(told, weights).filter(begins(window.from, window.to)), base = baseOf(coded, merged);
  const groups = new Map<string, { rows: Rows; told: Act[] }>(), groupOf = (a: PartyCode, b: PartyCode): { rows: Rows; told: Act[] } | undefined => {
    if (a === b || a === 'UNKNOWN' || b === 'UNKNOWN') return undefined;
    const key = pairKey(a, b), known = groups.get(key), group = known ?? { rows: NO_ROWS, told: [] };
    if (!known) groups.set(key, group);
    return group;
  };
  if (coded) for (const [a, b, rows] of pairedRows(coded, base.rank, bounds(window))) Object.assign(groupOf(a, b) ?? {}, { rows });
  for (const act of merged) groupOf(act.source, act.target)?.told.push(act);
  const filled = [...groups].filter(([, group]) => many(group.rows) + group.told.length > 0).sort(([x], [y]) => (x < y ? -1 : 1)), acts = layOut(base, filled.map(([, group]) => group));
  return new Map(filled.map(([key], i) => [key, acts[i] as Acts]));
}

/** The rows of each pair that begin within bounds, in order of days. */
function pairedRows(coded: CodedActs, rank: Uint16Array, [first, last]: readonly [number, number]): (readonly [a: PartyCode, b: PartyCode, rows: Rows])[] {
  const { length, parties, source, target, day, begin } = coded, code = (i: number): PartyCode => parties[i] as PartyCode;
  if (begin) {
    return Array.from({ length: begin.length - 1 }, (_, i) => {
      let from = begin[i] as number, end = begin[i + 1] as number;
      while (from < end && day[from] < first) from++;
      while (from < end && day[end - 1] > last) end--;
      return [code(source[from] ?? 0), code(target[from] ?? 0), [from, end]] as const;
    }).filter(([, , [from, end]]) => end > from);
  }
  // rows of one pair mostly stand together, so that the last one's group is known
  const group = new Int32Array(length), known = new Map<number, number>(), pairs: [number, number][] = [];
  for (let row = 0, from = -1, to = -1, own = -1; row < length; row++) {
    const s = source[row], t = target[row];
    if (s !== from || t !== to) {
      [from, to] = [s, t];
      const key = rank[s] < rank[t] ? s * 65_536 + t : t * 65_536 + s;
      own = known.get(key) ?? pairs.push([s, t]) - 1;
      known.set(key, own);
    }
    group[row] = day[row] >= first && day[row] <= last ? own : -1;
  }
  const rows = rowsOf(coded, group, pairs.length);
  return pairs.map(([s, t], i) => [code(s), code(t), rows[i] as Uint32Array]);
}

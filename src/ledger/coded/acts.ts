/** Coded events as columns that measures take: of few parties act by act, of many as counts by day. */
import { sql } from 'kysely';
import type { CodedActs } from '../../relations/event.ts';
import { EVENT_TYPES, MODES } from '../../story/facts.ts';
import type { PartyCode } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import { NUMBERS } from '../lean.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO, readColumns } from './columns.ts';
import type { Days } from './days.ts';
import { codedFilter, days, isAsked, runs } from './read.ts';
import type { CodedFilter, FoundRun, Hidden } from './read.ts';

/** Rows that are being gathered. */
class Gathered {
  length = 0;
  readonly source: Uint16Array;
  readonly target: Uint16Array;
  readonly type: Uint8Array;
  readonly mode: Uint8Array;
  readonly day: Int32Array;
  /** Ids, or counts. */
  readonly what: Float64Array;
  readonly #types = new Uint8Array(65_536);
  readonly #modes = new Uint8Array(65_536);
  readonly #asked: CodedFilter;

  constructor(asked: CodedFilter, most: number) {
    this.#asked = asked;
    this.source = new Uint16Array(most);
    this.target = new Uint16Array(most);
    this.type = new Uint8Array(most);
    this.mode = new Uint8Array(most);
    this.day = new Int32Array(most);
    this.what = new Float64Array(most);
    for (const [id, { type, mode }] of asked.codes) {
      if (type) this.#types[id] = EVENT_TYPES.indexOf(type);
      this.#modes[id] = mode ? MODES.indexOf(mode) + 1 : 0;
    }
  }

  add(source: number, target: number, code: number, day: number, what: number): void {
    const i = this.length++;
    this.source[i] = source;
    this.target[i] = target;
    this.type[i] = this.#types[code] as number;
    this.mode[i] = this.#modes[code] as number;
    this.day[i] = day + DAY_ZERO;
    this.what[i] = what;
  }

  /** The rows of a run that are asked for. */
  addRun({ dataset, a, b, columns: { length, n, day, code, way } }: FoundRun, from = this.#asked.from, to = this.#asked.to): void {
    const { wanted, hidden } = this.#asked, base = dataset * NUMBERS;
    if (!isAsked(this.#asked, a, b)) return;
    for (let row = 0; row < length; row++) {
      const d = day[row] as number, c = code[row] as number;
      if (d < from || d > to || !wanted[c] || (hidden.size && hidden.has(base + (n[row] as number)))) continue;
      const turned = way[row] === 1;
      this.add(turned ? b : a, turned ? a : b, c, d, base + (n[row] as number));
    }
  }

  /** The entries of some pairs of a segment's days that are asked for. */
  addDays({ start, source, target, day, code, count }: Days, pairs: readonly number[]): void {
    const { from, to, wanted } = this.#asked, types = this.#types, modes = this.#modes, own = { source: this.source, target: this.target, type: this.type, mode: this.mode, day: this.day, what: this.what };
    let at = this.length;
    for (const pair of pairs) {
      const s = source[pair] as number, t = target[pair] as number;
      for (let e = start[pair] as number, end = start[pair + 1] as number; e < end; e++) {
        const d = day[e] as number, c = code[e] as number;
        if (d < from || d > to || !wanted[c]) continue;
        own.source[at] = s;
        own.target[at] = t;
        own.type[at] = types[c] as number;
        own.mode[at] = modes[c] as number;
        own.day[at] = d + DAY_ZERO;
        own.what[at++] = count[e] as number;
      }
    }
    this.length = at;
  }

  /** Takes off again, one by one, what corrections hide: days count events as coded. */
  #takeOff(hidden: readonly Hidden[]): void {
    const rows = new Map<string, number[]>(), key = (...parts: readonly number[]): string => parts.join(' ');
    for (const { source, target, code, day } of hidden) rows.set(key(source, target, this.#types[code] as number, this.#modes[code] as number, day + DAY_ZERO), []);
    if (!rows.size) return;
    for (let i = 0; i < this.length; i++) rows.get(key(this.source[i] as number, this.target[i] as number, this.type[i] as number, this.mode[i] as number, this.day[i] as number))?.push(i);
    for (const { source, target, code, day } of hidden) {
      const found = rows.get(key(source, target, this.#types[code] as number, this.#modes[code] as number, day + DAY_ZERO))?.find((row) => (this.what[row] as number) > 0);
      if (found !== undefined) (this.what[found] as number)--;
    }
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      if (!this.what[i]) continue;
      for (const column of [this.source, this.target, this.type, this.mode, this.day, this.what]) column[kept] = column[i] as number;
      kept++;
    }
    this.length = kept;
  }

  #cut(): Omit<CodedActs, 'id' | 'count'> {
    const { length } = this, parties: PartyCode[] = [];
    for (const [id, code] of this.#asked.parties) parties[id] = code;
    // numbers begin with 1
    for (let i = 0; i < parties.length; i++) parties[i] ??= '';
    return { length, parties, source: this.source.subarray(0, length), target: this.target.subarray(0, length), type: this.type.subarray(0, length), mode: this.mode.subarray(0, length), day: this.day.subarray(0, length) };
  }

  acts(): CodedActs {
    return { ...this.#cut(), id: this.what.subarray(0, this.length) };
  }

  counts(): CodedActs {
    this.#takeOff([...this.#asked.hidden.values()]);
    return { ...this.#cut(), count: new Uint32Array(this.what.subarray(0, this.length)) };
  }
}

/** The coded acts that a filter leaves, one by one; undefined where none can pass it. */
export async function codedActs(ledger: Ledger, filter: Filter): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return undefined;
  const found = await runs(ledger, asked), gathered = new Gathered(asked, found.reduce((sum, { columns }) => sum + columns.length, 0));
  for (const run of found) gathered.addRun(run);
  return gathered.acts();
}

/** The coded acts between two parties that a filter leaves, as counts by day, pair and kind; those of a party with itself are left out. Undefined where none can pass it. */
export async function codedCounts(ledger: Ledger, filter: Filter): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return undefined;
  const found = await days(ledger, asked), pairs = found.map((segment) => askedPairs(segment, asked));
  const gathered = new Gathered(asked, found.reduce((sum, { start }, i) => (pairs[i] as number[]).reduce((all, pair) => all + (start[pair + 1] as number) - (start[pair] as number), sum), 0));
  found.forEach((segment, i) => gathered.addDays(segment, pairs[i] as number[]));
  return gathered.counts();
}

/** The places of a segment's directed pairs that are asked about. */
function askedPairs({ pairs, source, target }: Days, asked: CodedFilter): number[] {
  const found: number[] = [], marked = new Uint8Array(65_536), { pair, any } = asked;
  for (const party of pair ?? any ?? []) if (party >= 0) marked[party] = 1;
  const all = !pair && !any;
  for (let i = 0; i < pairs; i++) {
    const s = source[i] as number, t = target[i] as number;
    if (s !== t && (all || ((marked[s] || marked[t]) && isAsked(asked, s, t)))) found.push(i);
  }
  return found;
}

/** What passed between two parties from one day to another, in days since 1970-01-01. */
export interface Span {
  a: PartyCode;
  b: PartyCode;
  from: number;
  to: number;
}

interface SpanRow {
  span: number;
  dataset_id: number;
  a: number;
  b: number;
  columns: ArrayBuffer;
}

/** The coded acts of several spans at once, as far as a filter leaves them; undefined where none can pass it. */
export async function codedSpans(ledger: Ledger, filter: Filter, spans: readonly Span[]): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked || !spans.length) return undefined;
  const numbers = new Map([...asked.parties].map(([id, code]) => [code, id])), wanted = spans.map(({ a, b, from, to }) => {
    const [one, two] = [numbers.get(a) ?? -1, numbers.get(b) ?? -1];
    return [Math.min(one, two), Math.max(one, two), Math.max(from - DAY_ZERO, asked.from), Math.min(to - DAY_ZERO, asked.to)];
  });
  const { rows } = await sql<SpanRow>`
    select w.key as span, s.dataset_id, r.a, r.b, r.columns from json_each(${JSON.stringify(wanted)}) w
    join coded_run r on r.a = json_extract(w.value, '$[0]') and r.b = json_extract(w.value, '$[1]') join coded_segment s on s.id = r.segment_id
    where s.last_day >= json_extract(w.value, '$[2]') and s.first_day <= json_extract(w.value, '$[3]') and s.dataset_id in (${sql.join([...asked.datasets.keys()])})
    order by s.dataset_id, r.a, r.b, s.first_n`.execute(ledger.db);
  const found = rows.map(({ span, dataset_id: dataset, a, b, columns }) => ({ span, dataset, a, b, columns: readColumns(columns) }));
  const gathered = new Gathered(asked, found.reduce((sum, { columns }) => sum + columns.length, 0));
  for (const { span, ...run } of found) gathered.addRun(run, wanted[span]?.[2], wanted[span]?.[3]);
  return gathered.acts();
}

interface Place {
  pair: number;
  run: number;
  year: number;
}

/** The latest coded acts of several pairs, at least so many of each where there are as many; undefined where no act can pass the filter. */
export async function codedLatest(ledger: Ledger, filter: Filter, pairs: readonly (readonly [PartyCode, PartyCode])[], most: number): Promise<CodedActs | undefined> {
  const asked = await codedFilter(ledger, filter);
  if (!asked || !pairs.length) return undefined;
  const numbers = new Map([...asked.parties].map(([id, code]) => [code, id])), wanted = pairs.map((pair) => pair.map((code) => numbers.get(code) ?? -1).sort((x, y) => x - y));
  const { rows: places } = await sql<Place>`
    select w.key as pair, r.id as run, s.year from json_each(${JSON.stringify(wanted)}) w
    join coded_run r on r.a = json_extract(w.value, '$[0]') and r.b = json_extract(w.value, '$[1]') join coded_segment s on s.id = r.segment_id
    where s.last_day >= ${asked.from} and s.first_day <= ${asked.to} and s.dataset_id in (${sql.join([...asked.datasets.keys()])})`.execute(ledger.db);
  const runsOf = pairs.map(() => new Map<number, number[]>());
  for (const { pair, run, year } of places) runsOf[pair]?.set(year, [...(runsOf[pair]?.get(year) ?? []), run]);
  const years = runsOf.map((own) => [...own].sort(([x], [y]) => y - x).map(([, found]) => found));
  const found: (FoundRun & { pair: number })[] = [], have = pairs.map(() => 0);
  // the last year first, then twice as many as before, as long as a pair has too few
  for (let at = 0, step = 1; years.some((own, pair) => at < own.length && (have[pair] as number) < most); at += step, step *= 2) {
    const next = new Map(years.flatMap((own, pair) => ((have[pair] as number) < most ? own.slice(at, at + step).flat().map((run): [number, number] => [run, pair]) : [])));
    const { rows } = await sql<{ id: number; dataset_id: number; a: number; b: number; columns: ArrayBuffer }>`
      select r.id, s.dataset_id, r.a, r.b, r.columns from coded_run r join coded_segment s on s.id = r.segment_id where r.id in (select value from json_each(${JSON.stringify([...next.keys()])})) order by s.dataset_id, r.a, r.b, s.first_n`.execute(ledger.db);
    for (const { id, dataset_id: dataset, a, b, columns } of rows) {
      const pair = next.get(id) as number, run = { dataset, a, b, columns: readColumns(columns) }, { length, day, code } = run.columns;
      found.push({ ...run, pair });
      for (let row = 0; row < length; row++) if (asked.wanted[code[row] as number] && (day[row] as number) >= asked.from && (day[row] as number) <= asked.to) (have[pair] as number)++;
    }
  }
  const gathered = new Gathered(asked, found.reduce((sum, { columns }) => sum + columns.length, 0));
  for (const run of found) gathered.addRun(run);
  return gathered.acts();
}

/** Coded events as columns that measures take, act by act. */
import { sql } from 'kysely';
import type { CodedActs } from '../../relations/event.ts';
import type { PartyCode } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import { NUMBERS } from '../lean.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO, readColumns } from './columns.ts';
import { kindsOf, partiesOf } from './counts.ts';
import type { Kinds } from './counts.ts';
import { codedFilter, isAsked, runs } from './read.ts';
import type { CodedFilter, FoundRun } from './read.ts';

/** Rows that are being gathered. */
class Gathered {
  length = 0;
  readonly source: Uint16Array;
  readonly target: Uint16Array;
  readonly type: Uint8Array;
  readonly mode: Uint8Array;
  readonly day: Int32Array;
  readonly id: Float64Array;
  readonly #kinds: Kinds;
  readonly #asked: CodedFilter;

  constructor(asked: CodedFilter, most: number) {
    this.#asked = asked;
    this.source = new Uint16Array(most);
    this.target = new Uint16Array(most);
    this.type = new Uint8Array(most);
    this.mode = new Uint8Array(most);
    this.day = new Int32Array(most);
    this.id = new Float64Array(most);
    this.#kinds = kindsOf(asked);
  }

  add(source: number, target: number, code: number, day: number, id: number): void {
    const i = this.length++;
    this.source[i] = source;
    this.target[i] = target;
    this.type[i] = this.#kinds.types[code] as number;
    this.mode[i] = this.#kinds.modes[code] as number;
    this.day[i] = day + DAY_ZERO;
    this.id[i] = id;
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

  acts(): CodedActs {
    const { length } = this, [source, target] = [this.source.subarray(0, length), this.target.subarray(0, length)];
    return { length, parties: partiesOf(this.#asked), source, target, type: this.type.subarray(0, length), mode: this.mode.subarray(0, length), day: this.day.subarray(0, length), id: this.id.subarray(0, length) };
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

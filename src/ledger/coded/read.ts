/** Coded events as questions read them: runs for what is about few parties, days for what is about many. */
import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import { dayNumber } from '../../story/day.ts';
import type { EventType, Mode, PartyCode } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO, LAST_DAY, readColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { readDays } from './days.ts';
import type { Days } from './days.ts';
import { readTotals } from './totals.ts';
import type { TotalColumns } from './totals.ts';

export interface CodeInfo {
  code: string;
  type: EventType | undefined;
  mode: Mode | undefined;
}

/** What a filter means for coded events: which data sets and codes, and which days (since DAY_ZERO, both ends within). */
export interface CodedFilter {
  datasets: Map<number, string>;
  parties: Map<number, PartyCode>;
  codes: Map<number, CodeInfo>;
  /** 1 for each code that is asked for. */
  wanted: Uint8Array;
  from: number;
  to: number;
  /** Numbers of the parties asked about; absent where all are. */
  any?: number[];
  pair?: [number, number];
  /** Those of what is asked for that corrections hide, by id: packed as they were coded, and to be left out. */
  hidden: ReadonlyMap<number, Hidden>;
}

/** An event that was rejected, or changed and so told by another row; in the numbers of its columns. */
export interface Hidden {
  source: number;
  target: number;
  code: number;
  /** Since DAY_ZERO. */
  day: number;
}

/** Translates a filter. Undefined where no coded event can pass it: they have no speaker, no outlet, no words, and are all stated as facts. */
export async function codedFilter(ledger: Ledger, filter: Filter): Promise<CodedFilter | undefined> {
  if (filter.speaker !== undefined || filter.outlet !== undefined || filter.labels?.length || filter.langs?.length || filter.text !== undefined || filter.story !== undefined) return undefined;
  if (filter.factualities?.length && !filter.factualities.includes('fact')) return undefined;
  const sets = (await ledger.db.selectFrom('dataset').select(['id', 'name']).execute()).filter(({ name }) => filter.datasets?.includes(name) ?? true);
  if (!sets.length) return undefined;
  const parties = await ledger.db.selectFrom('coded_party').selectAll().execute(), codes = await ledger.db.selectFrom('coded_code').selectAll().execute();
  const numbers = new Map(parties.map(({ id, code }) => [code, id]));
  const wanted = new Uint8Array(65_536);
  for (const { id, type, mode } of codes) {
    const fits = type !== null && (!filter.types?.length || filter.types.includes(type)) && (!filter.modes?.length || (mode !== null && filter.modes.includes(mode)));
    if (fits) wanted[id] = 1;
  }
  const number = (code: PartyCode): number => numbers.get(code) ?? -1;
  const asked: Omit<CodedFilter, 'hidden'> = {
    datasets: new Map(sets.map(({ id, name }) => [id, name])), parties: new Map(parties.map(({ id, code }) => [id, code])),
    codes: new Map(codes.map(({ id, code, type, mode }) => [id, { code, type: type ?? undefined, mode: mode ?? undefined }])), wanted,
    from: filter.from === undefined ? 0 : Math.max(0, dayNumber(filter.from) - DAY_ZERO), to: filter.to === undefined ? LAST_DAY - DAY_ZERO : dayNumber(filter.to) - DAY_ZERO,
    ...(filter.pair && { pair: [number(filter.pair[0]), number(filter.pair[1])] as [number, number] }), ...(filter.parties?.length && { any: filter.parties.map(number) }),
  };
  return { ...asked, hidden: filter.asCoded ? new Map() : await hiddenOf(ledger, asked) };
}

/** The events that corrections hide and a question would find. They are few: each is one that an analyst looked at. */
async function hiddenOf(ledger: Ledger, asked: Omit<CodedFilter, 'hidden'>): Promise<Map<number, Hidden>> {
  const rows = await ledger.db.selectFrom('coded_corrected').innerJoin('verdict', (join) => join.on('verdict.kind', '=', 'event').onRef('verdict.row_id', '=', 'coded_corrected.id'))
    .where('verdict.hidden', '=', 1).selectAll('coded_corrected').execute();
  return new Map(rows.filter(({ dataset_id, source, target, day, code }) => asked.datasets.has(dataset_id) && asked.wanted[code] && day >= asked.from && day <= asked.to && isAsked(asked, source, target))
    .map(({ id, source, target, code, day }) => [id, { source, target, code, day }]));
}

/** The condition that a segment may hold what is asked. */
const reaches = ({ datasets, from, to }: CodedFilter): Expression<SqlBool> =>
  sql<SqlBool>`coded_segment.dataset_id in (${sql.join([...datasets.keys()])}) and coded_segment.last_day >= ${from} and coded_segment.first_day <= ${to}`;

/** A run of one pair, with whose it is. */
export interface FoundRun {
  dataset: number;
  a: number;
  b: number;
  columns: Columns;
}

/** A segment, as what is asked needs it. */
export interface FoundSegment {
  id: number;
  dataset_id: number;
  year: number;
  first_n: number;
  last_n: number;
  typed: number;
}

/** The segments that may hold what is asked. */
export const segmentsOf = (ledger: Ledger, filter: CodedFilter): Promise<FoundSegment[]> =>
  ledger.db.selectFrom('coded_segment').select(['id', 'dataset_id', 'year', 'first_n', 'last_n', 'typed']).where(reaches(filter)).execute();

/**
 * The runs that may hold what is asked, in order of data set, pair and number; of one year, or of some segments, where
 * that is wanted. Their rows are still to be looked through.
 */
export async function runs(ledger: Ledger, filter: CodedFilter, year?: number, segments?: readonly number[]): Promise<FoundRun[]> {
  if (segments && !segments.length) return [];
  const base = () => {
    let query = ledger.db.selectFrom('coded_run').innerJoin('coded_segment', 'coded_segment.id', 'coded_run.segment_id')
      .select(['coded_segment.dataset_id', 'coded_segment.first_n', 'coded_run.a', 'coded_run.b', 'coded_run.columns']).where(reaches(filter));
    if (year !== undefined) query = query.where('coded_segment.year', '=', year);
    if (segments) query = query.where('coded_segment.id', 'in', [...segments]);
    return query;
  };
  const { pair, any } = filter;
  const query = (): ReturnType<typeof base>[] => {
    if (pair) return [base().where('coded_run.a', '=', Math.min(...pair)).where('coded_run.b', '=', Math.max(...pair))];
    if (any) return [base().where('coded_run.a', 'in', any), base().where('coded_run.b', 'in', any).where('coded_run.a', 'not in', any)];
    // All runs of a segment lie side by side.
    return [base().whereRef('coded_run.id', '>=', 'coded_segment.first_run').whereRef('coded_run.id', '<=', 'coded_segment.last_run')];
  };
  const found = [];
  // one by one: of all parties there are more than a call takes
  for (const part of query()) for (const run of await part.execute()) found.push(run);
  found.sort((x, y) => x.dataset_id - y.dataset_id || x.a - y.a || x.b - y.b || x.first_n - y.first_n);
  return found.filter(({ a, b }) => !pair || !any || any.includes(a) || any.includes(b))
    .map(({ dataset_id: dataset, a, b, columns }) => ({ dataset, a, b, columns: readColumns(columns) }));
}

/** Days of segments that were read, while their ledger is open: a segment stays what it is. */
const known = new WeakMap<Ledger, Map<string, Days>>();
/** So many entries of days are held at most; they take six bytes each. */
const HELD = 32_000_000;

/** The days of all segments that reach into the time asked about. */
export async function days(ledger: Ledger, filter: CodedFilter): Promise<Days[]> {
  const rows = await ledger.db.selectFrom('coded_segment').select(['id', 'dataset_id', 'year', 'first_n', 'last_n']).where(reaches(filter)).execute();
  // the number of a segment that is gone may come again, what it holds may not
  const wanted = rows.map(({ id, ...rest }) => ({ id, key: [id, ...Object.values(rest)].join(' ') })), held = known.get(ledger) ?? new Map<string, Days>();
  known.set(ledger, held);
  const missing = new Map(wanted.filter(({ key }) => !held.has(key)).map(({ id, key }) => [id, key]));
  if (missing.size) {
    const found = await ledger.db.selectFrom('coded_days').select(['segment_id', 'columns']).where('segment_id', 'in', sql<number>`(select value from json_each(${JSON.stringify([...missing.keys()])}))`).execute();
    for (const { segment_id, columns } of found) held.set(missing.get(segment_id) as string, readDays(columns));
  }
  const found = wanted.flatMap(({ key }) => held.get(key) ?? []);
  let entries = 0;
  for (const one of held.values()) entries += one.entries;
  // the longest held go first
  for (const [key, one] of held) {
    if (entries <= HELD) break;
    held.delete(key);
    entries -= one.entries;
  }
  return found;
}

/** The totals of the data sets asked about; undefined where a part of their time or single modes are asked for, or some are not kept. */
export async function totals(ledger: Ledger, filter: CodedFilter, { modes }: Filter): Promise<TotalColumns[] | undefined> {
  if (modes?.length) return undefined;
  const ids = [...filter.datasets.keys()];
  const spans = await ledger.db.selectFrom('coded_segment').where('dataset_id', 'in', ids).groupBy('dataset_id')
    .select([sql<number>`min(first_day)`.as('first'), sql<number>`max(last_day)`.as('last')]).execute();
  if (spans.some(({ first, last }) => first < filter.from || last > filter.to)) return undefined;
  const rows = await ledger.db.selectFrom('coded_total').select('columns').where('dataset_id', 'in', ids).execute();
  return rows.length < spans.length ? undefined : rows.map(({ columns }) => readTotals(columns));
}

/** Whether a directed pair is among those asked about. */
export const isAsked = ({ pair, any }: Pick<CodedFilter, 'pair' | 'any'>, s: number, t: number): boolean =>
  (!pair || (s === pair[0] && t === pair[1]) || (s === pair[1] && t === pair[0])) && (!any || any.includes(s) || any.includes(t));

/** Tells the entries of a segment's days that are asked for: the place of their pair, the code, how many, the day. */
export function eachEntry({ pairs, start, source, target, day, code, count }: Days, filter: CodedFilter, tell: (pair: number, code: number, count: number, day: number) => void): void {
  const { from, to, wanted } = filter;
  for (let i = 0; i < pairs; i++) {
    if (!isAsked(filter, source[i] as number, target[i] as number)) continue;
    for (let e = start[i] as number, end = start[i + 1] as number; e < end; e++) {
      const d = day[e] as number, c = code[e] as number;
      if (d >= from && d <= to && wanted[c]) tell(i, c, count[e] as number, d);
    }
  }
}

/** Coded events as facts: a page of them, how many there are, and those of given ids. */
import { dayNumber, dayOfNumber } from '../../story/day.ts';
import type { EventFact } from '../../story/facts.ts';
import type { Filter } from '../filter.ts';
import { NUMBERS } from '../lean.ts';
import type { Ledger } from '../ledger.ts';
import { readCursor } from '../page.ts';
import type { Key, Page } from '../page.ts';
import { DAY_ZERO } from './columns.ts';
import { codedFilter, days, eachEntry, runs, segmentsOf } from './read.ts';
import type { CodedFilter, FoundRun } from './read.ts';
import { nameOf, toldBy } from './told.ts';
import type { DatasetHead } from './told.ts';

/** A coded event as a fact, and where it comes from. */
export interface CodedFact extends Key {
  dataset: DatasetHead;
  fact: EventFact;
}

/** One row of a run. */
interface Place {
  run: FoundRun;
  row: number;
  /** Days since DAY_ZERO. */
  day: number;
  id: number;
}

const idOf = ({ dataset, columns }: FoundRun, row: number): number => dataset * NUMBERS + (columns.n[row] as number);

/** Those of a year that come next, in order: rows of days from the cursor on, until there are enough. */
function next(found: readonly FoundRun[], { wanted, from, to, hidden }: CodedFilter, limit: number, newest: boolean, after: Key | undefined): Place[] {
  const counts = new Uint32Array(65_536), cursorDay = after && dayNumber(after.day) - DAY_ZERO;
  const comes = (day: number): boolean => day >= from && day <= to && (cursorDay === undefined || (newest ? day <= cursorDay : day >= cursorDay));
  let low = 65_535, high = 0;
  const left = (run: FoundRun, row: number): boolean => wanted[run.columns.code[row] as number] === 1 && !(hidden.size && hidden.has(idOf(run, row)));
  for (const run of found) {
    for (let row = 0; row < run.columns.length; row++) {
      const day = run.columns.day[row] as number;
      if (!comes(day) || !left(run, row)) continue;
      (counts[day] as number)++;
      low = Math.min(low, day);
      high = Math.max(high, day);
    }
  }
  // Whole days, so many that the page is full even where the cursor stands in the first of them.
  let first = newest ? high : low, last = first, sum = 0;
  for (let day = first; newest ? day >= low : day <= high; day += newest ? -1 : 1) {
    last = day;
    if (day !== cursorDay) sum += counts[day] as number;
    if (sum >= limit) break;
  }
  if (newest) [first, last] = [last, first];
  const places: Place[] = [];
  for (const run of found) {
    const { columns } = run;
    for (let row = 0; row < columns.length; row++) {
      const day = columns.day[row] as number;
      if (day < first || day > last || !comes(day) || !left(run, row)) continue;
      const id = idOf(run, row);
      if (after && day === cursorDay && (newest ? id >= after.id : id <= after.id)) continue;
      places.push({ run, row, day, id });
    }
  }
  const sign = newest ? -1 : 1;
  return places.sort((x, y) => sign * (x.day - y.day || x.id - y.id)).slice(0, limit);
}

/** Gives rows their words. */
async function told(ledger: Ledger, { datasets, parties, codes }: CodedFilter, places: readonly Place[]): Promise<CodedFact[]> {
  const numbers = [...new Set(places.flatMap(({ run: { columns }, row }) => [columns.source[row] as number, columns.target[row] as number]))];
  const actors = new Map<number, string>();
  for (let at = 0; at < numbers.length; at += 500) {
    const rows = await ledger.db.selectFrom('coded_actor').select(['id', 'code', 'name']).where('id', 'in', numbers.slice(at, at + 500)).execute();
    for (const { id, code, name } of rows) actors.set(id, name || code);
  }
  return places.map(({ run, row, id }) => {
    const fact = toldBy(run, row, { parties, code: (number) => codes.get(number), actors });
    return { day: fact.from as string, id, dataset: nameOf(run.columns, row, datasets.get(run.dataset) as string, codes.get(run.columns.code[row] as number)), fact };
  });
}

/** Coded events that a filter leaves, in order of day and id, from where the page before ended: one more than a page holds. */
export async function codedPage(ledger: Ledger, filter: Filter, page: Page): Promise<CodedFact[]> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return [];
  const newest = page.order !== 'oldest', limit = page.limit + 1, after = page.after === undefined ? undefined : readCursor(page.after);
  const reached = after && dayNumber(after.day) - DAY_ZERO;
  const within: CodedFilter = { ...asked, from: newest ? asked.from : Math.max(asked.from, reached ?? 0), to: newest ? Math.min(asked.to, reached ?? 65_535) : asked.to };
  const years = [...new Set((await segmentsOf(ledger, within)).map(({ year }) => year))].sort((x, y) => (newest ? y - x : x - y));
  const facts: CodedFact[] = [];
  for (const year of years) {
    if (facts.length >= limit) break;
    const found = await runs(ledger, within, year);
    facts.push(...await told(ledger, within, next(found, within, limit - facts.length, newest, after)));
  }
  return facts;
}

/** How many coded events a filter leaves. */
export async function codedCount(ledger: Ledger, filter: Filter): Promise<number> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return 0;
  const { pair, any, from, to, wanted, hidden } = asked;
  let sum = -hidden.size;
  if (!pair && !any && !filter.types?.length && !filter.modes?.length && filter.from === undefined && filter.to === undefined) {
    for (const { typed } of await segmentsOf(ledger, asked)) sum += typed;
  } else if (pair || any) {
    for (const { columns: { length, day, code } } of await runs(ledger, asked)) {
      for (let row = 0; row < length; row++) if (wanted[code[row] as number] && (day[row] as number) >= from && (day[row] as number) <= to) sum++;
    }
  } else {
    for (const one of await days(ledger, asked)) eachEntry(one, asked, (_pair, _code, count) => void (sum += count));
  }
  return sum;
}

/** The coded events of these ids, in their order; those that are none, or (unless they are asked for as coded) that corrections hide, are left out. Naming parties and day, as lean events do, finds them fast. */
export async function codedFacts(ledger: Ledger, wanted: readonly { id: number; source?: string; target?: string; firstDay?: number }[], asCoded = false): Promise<CodedFact[]> {
  const asked = await codedFilter(ledger, { asCoded });
  if (!asked || !wanted.length) return [];
  const found = new Map<number, Place>();
  // Ids of one pair and year are looked for together; without them, in every segment that holds such a number.
  const groups = new Map<string, { filter: Filter; ids: Set<number> }>();
  for (const { id, source, target, firstDay } of wanted) {
    const year = firstDay === undefined ? undefined : dayOfNumber(firstDay).slice(0, 4), pair: [string, string] | undefined = source !== undefined && target !== undefined ? [source, target] : undefined;
    const key = JSON.stringify([year, pair?.slice().sort()]);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { filter: { ...(pair && { pair }), ...(year && { from: `${year}-01-01`, to: `${year}-12-31` }) }, ids: new Set() }));
    group.ids.add(id);
  }
  for (const { filter, ids } of groups.values()) {
    const narrowed = await codedFilter(ledger, filter);
    if (!narrowed) continue;
    const numbers = [...ids].map((id) => ({ dataset: Math.floor(id / NUMBERS), n: id % NUMBERS }));
    const segments = (await segmentsOf(ledger, narrowed)).filter((segment) => numbers.some(({ dataset, n }) => dataset === segment.dataset_id && n >= segment.first_n && n <= segment.last_n));
    for (const run of await runs(ledger, narrowed, undefined, segments.map(({ id }) => id))) {
      for (let row = 0; row < run.columns.length; row++) {
        const id = idOf(run, row);
        if (ids.has(id) && !asked.hidden.has(id)) found.set(id, { run, row, day: run.columns.day[row] as number, id });
      }
    }
  }
  return told(ledger, asked, wanted.map(({ id }) => found.get(id)).filter((place) => place !== undefined));
}

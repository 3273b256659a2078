/** Single coded events, inside a transaction: by id, or by what their data set says of them. */
import { dayNumber } from '../../story/day.ts';
import type { EventFact } from '../../story/facts.ts';
import { NUMBERS } from '../lean.ts';
import type { Writer } from '../writer.ts';
import { DAY_ZERO, readColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { nameOf, toldBy } from './told.ts';
import type { DatasetHead, Meaning } from './told.ts';

/** What an event of a data set is known by wherever the set was imported. */
export interface CodedName extends DatasetHead {
  /** Which of several alike of one day, counted from 1 in the order of the set; the first where it is left out. */
  nth?: number;
}

/** One coded event. */
export interface CodedOne {
  id: number;
  dataset: CodedName;
  fact: EventFact;
}

/** Whether an event's id is one of a data set. */
export const isCoded = (id: number): boolean => id >= NUMBERS;

/** A row of a run. */
interface Found {
  columns: Columns;
  a: number;
  b: number;
  row: number;
}

/** So many runs are looked through at a time. */
const PAGE = 2000;

/** The row of a number, looked for in every segment that may hold it. */
function search(tx: Writer, dataset: number, n: number): Found | undefined {
  const segments = tx.sql('SELECT first_run, last_run FROM coded_segment WHERE dataset_id = ? AND first_n <= ? AND last_n >= ?', [dataset, n, n]).rows as { first_run: number; last_run: number }[];
  for (const { first_run, last_run } of segments) {
    for (let from = first_run; from <= last_run; from += PAGE) {
      const rows = tx.sql('SELECT a, b, columns FROM coded_run WHERE id BETWEEN ? AND ?', [from, Math.min(last_run, from + PAGE - 1)]).rows as { a: number; b: number; columns: ArrayBuffer }[];
      for (const { a, b, columns: blob } of rows) {
        const columns = readColumns(blob), row = columns.n.indexOf(n);
        if (row >= 0) return { columns, a, b, row };
      }
    }
  }
  return undefined;
}

/** All rows of two parties on a day (since DAY_ZERO), in order of number. */
function rowsOn(tx: Writer, dataset: number, [x, y]: readonly [number, number], day: number): Found[] {
  const [a, b] = x < y ? [x, y] : [y, x];
  const runs = tx.sql(`SELECT columns FROM coded_run JOIN coded_segment ON coded_segment.id = coded_run.segment_id
    WHERE coded_run.a = ? AND coded_run.b = ? AND dataset_id = ? AND first_day <= ? AND last_day >= ? ORDER BY first_n`, [a, b, dataset, day, day]).rows as { columns: ArrayBuffer }[];
  return runs.flatMap(({ columns: blob }) => {
    const columns = readColumns(blob), rows: Found[] = [];
    for (let row = columns.day.indexOf(day); row >= 0 && columns.day[row] === day; row++) rows.push({ columns, a, b, row });
    return rows;
  });
}

const textBy = (tx: Writer, table: string, column: string, ids: readonly number[]): Map<number, string> =>
  new Map(tx.sql(`SELECT id, ${column} AS text FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).rows.map(({ id, text }) => [id as number, text as string]));

/** A row with its words. */
interface Told {
  n: number;
  dataset: DatasetHead;
  fact: EventFact;
}

function told(tx: Writer, name: string, { columns, a, b, row }: Found): Told {
  const meaning = tx.sql('SELECT code, type, mode FROM coded_code WHERE id = ?', [columns.code[row]]).rows[0] as unknown as { code: string; type: Meaning['type'] | null; mode: Meaning['mode'] | null };
  const actors = textBy(tx, 'coded_actor', `coalesce(nullif(name, ''), code)`, [columns.source[row] as number, columns.target[row] as number]);
  const code: Meaning = { code: meaning.code, type: meaning.type ?? undefined, mode: meaning.mode ?? undefined };
  return { n: columns.n[row] as number, dataset: nameOf(columns, row, name, code), fact: toldBy({ columns, a, b }, row, { parties: textBy(tx, 'coded_party', 'code', [a, b]), code: () => code, actors }) };
}

const saying = ({ dataset, fact }: Pick<Told, 'dataset' | 'fact'>): string => JSON.stringify([dataset.code, dataset.id ?? 0, fact.source, fact.source_person ?? '', fact.target, fact.target_person ?? '']);

/** A row with its name: where several of its day say the same, which of them it is. */
function named(tx: Writer, dataset: number, name: string, found: Found): CodedOne {
  const { columns, a, b, row } = found, { n, fact, dataset: head } = told(tx, name, found), own = saying({ dataset: head, fact });
  const same = rowsOn(tx, dataset, [a, b], columns.day[row] as number).filter((other) => other.columns.code[other.row] === columns.code[row]).map((other) => told(tx, name, other)).filter((other) => saying(other) === own);
  const nth = same.findIndex((other) => other.n === n) + 1;
  return { id: dataset * NUMBERS + n, dataset: { ...head, ...(nth > 1 && { nth }) }, fact };
}

/** The event of an id; undefined where there is none, or it is a statement without a type. */
export function codedById(tx: Writer, id: number): CodedOne | undefined {
  const dataset = Math.floor(id / NUMBERS), n = id % NUMBERS, name = tx.sql('SELECT name FROM dataset WHERE id = ?', [dataset]).rows[0]?.['name'] as string | undefined;
  if (name === undefined) return undefined;
  // Where corrections are about it already, it is known where it stands.
  const kept = tx.sql('SELECT source, target, day FROM coded_corrected WHERE id = ?', [id]).rows[0] as { source: number; target: number; day: number } | undefined;
  const found = kept ? rowsOn(tx, dataset, [kept.source, kept.target], kept.day).find(({ columns, row }) => columns.n[row] === n) : search(tx, dataset, n);
  const one = found && named(tx, dataset, name, found);
  return one?.fact.type === undefined ? undefined : one;
}

/** The event that a data set calls so, and of which it says this; undefined where it is not here. */
export function codedByName(tx: Writer, { nth = 1, ...head }: CodedName, fact: EventFact): CodedOne | undefined {
  const idOf = (table: string, column: string, value: string): number | undefined => tx.sql(`SELECT id FROM ${table} WHERE ${column} = ?`, [value]).rows[0]?.['id'] as number | undefined;
  const dataset = idOf('dataset', 'name', head.name), code = idOf('coded_code', 'code', head.code), source = idOf('coded_party', 'code', fact.source), target = idOf('coded_party', 'code', fact.target);
  if (dataset === undefined || code === undefined || source === undefined || target === undefined || fact.from === undefined) return undefined;
  const own = saying({ dataset: head, fact });
  const found = rowsOn(tx, dataset, [source, target], dayNumber(fact.from) - DAY_ZERO).filter(({ columns, row }) => columns.code[row] === code).map((row) => told(tx, head.name, row)).filter((one) => saying(one) === own)[nth - 1];
  return found && { id: dataset * NUMBERS + found.n, dataset: { ...head, ...(nth > 1 && { nth }) }, fact: found.fact };
}

/** Keeps where an event stands in the columns of its data set, so that what is counted can leave it out. */
export function noteCorrected(tx: Writer, { id, fact: { source, target, from }, dataset: { code, id: ref = 0 } }: CodedOne): void {
  tx.sql(`INSERT OR IGNORE INTO coded_corrected (id, dataset_id, source, target, day, code, ref)
    SELECT ?, ?, s.id, t.id, ?, c.id, ? FROM coded_party s, coded_party t, coded_code c WHERE s.code = ? AND t.code = ? AND c.code = ?`,
  [id, Math.floor(id / NUMBERS), dayNumber(from as string) - DAY_ZERO, ref, source, target, code]);
}

/** Segments of coded events: writing one, and putting several together so that a question meets few. */
import type { Writer } from '../writer.ts';
import type { Run } from './batch.ts';
import { joinColumns, readColumns } from './columns.ts';
import { DaysMaker } from './days.ts';

/** So many segments of a level become one of the next. */
const FAN = 8;
/** A segment of this level is left as it is. */
const TOP = 4;

interface Head {
  dataset: number;
  year: number;
  level: number;
  firstN: number;
  lastN: number;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Writes a segment with its runs and its days. `typeOf` gives the place of a code's type, -1 where it has none. Runs are given in order of pairs. */
export function writeSegment(tx: Writer, { dataset, year, level, firstN, lastN }: Head, runs: Iterable<Run>, typeOf: Int8Array): void {
  const { id } = tx.sql(`INSERT INTO coded_segment (dataset_id, year, level, first_n, last_n, first_day, last_day, events, typed, first_run, last_run)
    VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)`, [dataset, year, level, firstN, lastN]);
  const days = new DaysMaker();
  let events = 0, withType = 0, firstDay = Infinity, lastDay = -Infinity, firstRun = 0, lastRun = 0;
  for (const run of runs) {
    const columns = readColumns(run.bytes);
    lastRun = tx.sql('INSERT INTO coded_run (segment_id, a, b, events, columns) VALUES (?, ?, ?, ?, ?)', [id, run.a, run.b, run.events, bufferOf(run.bytes)]).id;
    firstRun ||= lastRun;
    days.add(run.a, run.b, columns);
    events += run.events;
    firstDay = Math.min(firstDay, columns.day[0] as number);
    lastDay = Math.max(lastDay, columns.day[run.events - 1] as number);
    for (let i = 0; i < run.events; i++) if ((typeOf[columns.code[i] as number] as number) >= 0) withType++;
  }
  tx.sql('INSERT INTO coded_days (segment_id, columns) VALUES (?, ?)', [id, bufferOf(days.bytes())]);
  tx.sql('UPDATE coded_segment SET first_day = ?, last_day = ?, events = ?, typed = ?, first_run = ?, last_run = ? WHERE id = ?',
    [firstDay, lastDay, events, withType, firstRun, lastRun, id]);
}

interface RunRow {
  a: number;
  b: number;
  columns: ArrayBuffer;
}

/** The runs of several segments as runs of one; segments are given in order of their numbers. */
function* joined(tx: Writer, segments: readonly SegmentRow[]): Generator<Run> {
  const rows = segments.flatMap(({ first_run, last_run }, place) =>
    (tx.sql('SELECT a, b, columns FROM coded_run WHERE id BETWEEN ? AND ?', [first_run, last_run]).rows as unknown as RunRow[]).map((row) => ({ ...row, place })));
  rows.sort((x, y) => x.a - y.a || x.b - y.b || x.place - y.place);
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const { a, b } = rows[from] as RunRow;
    while (to < rows.length && (rows[to] as RunRow).a === a && (rows[to] as RunRow).b === b) to++;
    const parts = rows.slice(from, to).map(({ columns }) => readColumns(columns));
    yield { a, b, events: parts.reduce((sum, { length }) => sum + length, 0), bytes: joinColumns(parts) };
  }
}

interface SegmentRow {
  id: number;
  level: number;
  first_n: number;
  last_n: number;
  first_run: number;
  last_run: number;
}

/** Puts segments of one data set and year together wherever a level holds enough of them. */
export function settle(tx: Writer, dataset: number, year: number, typeOf: Int8Array): void {
  for (let level = 0; level < TOP; level++) {
    for (;;) {
      const rows = tx.sql('SELECT id, level, first_n, last_n, first_run, last_run FROM coded_segment WHERE dataset_id = ? AND year = ? AND level = ? ORDER BY first_n LIMIT ?',
        [dataset, year, level, FAN]).rows as unknown as SegmentRow[];
      if (rows.length < FAN) break;
      const firstN = (rows[0] as SegmentRow).first_n, lastN = (rows.at(-1) as SegmentRow).last_n;
      writeSegment(tx, { dataset, year, level: level + 1, firstN, lastN }, joined(tx, rows), typeOf);
      for (const { id, first_run, last_run } of rows) {
        tx.sql('DELETE FROM coded_run WHERE id BETWEEN ? AND ?', [first_run, last_run]);
        tx.sql('DELETE FROM coded_days WHERE segment_id = ?', [id]);
        tx.sql('DELETE FROM coded_segment WHERE id = ?', [id]);
      }
    }
  }
}

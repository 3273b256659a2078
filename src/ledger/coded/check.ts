/** What is derived from coded events, made anew from them and compared. */
import type { Ledger } from '../ledger.ts';
import type { Writer } from '../writer.ts';
import { readColumns } from './columns.ts';
import { DaysMaker } from './days.ts';
import { typesOf } from './dictionary.ts';
import { Totals } from './totals.ts';

interface Segment {
  id: number;
  first_run: number;
  last_run: number;
}

interface RunRow {
  a: number;
  b: number;
  columns: ArrayBuffer;
}

const segments = (tx: Writer): Segment[] => tx.sql('SELECT id, first_run, last_run FROM coded_segment ORDER BY id').rows as unknown as Segment[];
const datasets = (tx: Writer): { id: number; name: string }[] => tx.sql('SELECT id, name FROM dataset ORDER BY id').rows as { id: number; name: string }[];
const runsOf = (tx: Writer, { first_run, last_run }: Segment): RunRow[] =>
  tx.sql('SELECT a, b, columns FROM coded_run WHERE id BETWEEN ? AND ? ORDER BY id', [first_run, last_run]).rows as unknown as RunRow[];

/** The days of a segment, from its runs. */
function daysOf(tx: Writer, segment: Segment): Buffer {
  const days = new DaysMaker();
  for (const { a, b, columns } of runsOf(tx, segment)) days.add(a, b, readColumns(columns));
  return Buffer.from(days.bytes());
}

/** The totals of a data set, from its runs. */
function totalsOf(tx: Writer, dataset: number): Totals {
  const totals = new Totals(), typeOf = typesOf(tx);
  for (const segment of tx.sql('SELECT id, first_run, last_run FROM coded_segment WHERE dataset_id = ?', [dataset]).rows as unknown as Segment[]) {
    for (const { a, b, columns } of runsOf(tx, segment)) totals.add(a, b, readColumns(columns), typeOf);
  }
  return totals;
}

const keptTotal = (tx: Writer, dataset: number): ArrayBuffer | undefined => tx.sql('SELECT columns FROM coded_total WHERE dataset_id = ?', [dataset]).rows[0]?.['columns'] as ArrayBuffer | undefined;

/** The totals of a data set as they are kept; from its runs where they are not. */
export function keptTotals(tx: Writer, dataset: number): Totals {
  const kept = keptTotal(tx, dataset);
  return kept ? new Totals(kept) : totalsOf(tx, dataset);
}

/** What of the derived is not what the events give, in words: `days of segment 3`, `totals of gdelt`. */
export const checkDerived = (ledger: Ledger): string[] => ledger.read((tx) => [
  ...segments(tx).filter((segment) => {
    const kept = tx.sql('SELECT columns FROM coded_days WHERE segment_id = ?', [segment.id]).rows[0]?.['columns'] as ArrayBuffer | undefined;
    return !kept || !daysOf(tx, segment).equals(Buffer.from(kept));
  }).map(({ id }) => `days of segment ${id}`),
  ...datasets(tx).filter(({ id }) => {
    const kept = keptTotal(tx, id), made = totalsOf(tx, id).bytes();
    return kept ? !Buffer.from(made).equals(Buffer.from(kept)) : new Uint32Array(made.buffer, 0, 1)[0] !== 0;
  }).map(({ name }) => `totals of ${name}`),
]);

/** Makes all that is derived anew, a segment or a data set at a time. */
export function rebuildDerived(ledger: Ledger): void {
  for (const segment of ledger.read(segments)) {
    ledger.write((tx) => tx.sql('INSERT INTO coded_days (segment_id, columns) VALUES (?, ?) ON CONFLICT DO UPDATE SET columns = excluded.columns', [segment.id, daysOf(tx, segment)]));
  }
  for (const { id } of ledger.read(datasets)) {
    ledger.write((tx) => tx.sql('INSERT INTO coded_total (dataset_id, columns) VALUES (?, ?) ON CONFLICT DO UPDATE SET columns = excluded.columns', [id, Buffer.from(totalsOf(tx, id).bytes())]));
  }
}

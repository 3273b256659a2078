/** What is derived from coded events, made anew from them and compared. */
import type { Ledger } from '../ledger.ts';
import type { Writer } from '../writer.ts';
import { readColumns } from './columns.ts';
import { DaysMaker } from './days.ts';

interface Segment {
  id: number;
  first_run: number;
  last_run: number;
}

const segments = (tx: Writer): Segment[] => tx.sql('SELECT id, first_run, last_run FROM coded_segment ORDER BY id').rows as unknown as Segment[];

/** The days of a segment, from its runs. */
function made(tx: Writer, { first_run, last_run }: Segment): Buffer {
  const days = new DaysMaker();
  const runs = tx.sql('SELECT a, b, columns FROM coded_run WHERE id BETWEEN ? AND ? ORDER BY id', [first_run, last_run]).rows as { a: number; b: number; columns: ArrayBuffer }[];
  for (const { a, b, columns } of runs) days.add(a, b, readColumns(columns));
  return Buffer.from(days.bytes());
}

/** Ids of the segments whose days are not what their events give. */
export const checkDays = (ledger: Ledger): number[] => ledger.read((tx) => segments(tx).filter((segment) => {
  const kept = tx.sql('SELECT columns FROM coded_days WHERE segment_id = ?', [segment.id]).rows[0]?.['columns'] as ArrayBuffer | undefined;
  return !kept || !made(tx, segment).equals(Buffer.from(kept));
}).map(({ id }) => id));

/** Makes the days of all segments anew, one transaction each. */
export function rebuildDays(ledger: Ledger): void {
  for (const segment of ledger.read(segments)) {
    ledger.write((tx) => tx.sql('INSERT INTO coded_days (segment_id, columns) VALUES (?, ?) ON CONFLICT DO UPDATE SET columns = excluded.columns', [segment.id, made(tx, segment)]));
  }
}

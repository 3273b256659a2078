/** Ledgers of events like GDELT's over twenty years, to ask questions of. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gdelt } from '../../src/intake/coded/gdelt.ts';
import { CodedDataset } from '../../src/ledger/coded/dataset.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { gdeltLike, ROWS_PER_EVENT } from '../gdelt-like.ts';

/** Opens the ledger of some so many events in a folder; makes it where it is not there. */
export function ledgerOf(events: number, folder: string): Ledger {
  const path = join(folder, `events-${events}.db`), rows = Math.ceil(events * ROWS_PER_EVENT);
  if (existsSync(path)) return Ledger.open(path);
  const ledger = Ledger.open(path, { create: true }), dataset = new CodedDataset(ledger, 'gdelt', 'gdelt', `${path}.refused`);
  const reader = gdelt.open({ dataset, head: '', path: '', wishes: {} });
  let line = 1;
  for (const part of gdeltLike({ rows })) {
    dataset.begin(part, 'gdelt-like', line);
    const lines = reader.read(part, line);
    dataset.end(lines);
    line += lines;
  }
  dataset.commit();
  dataset.close();
  return ledger;
}

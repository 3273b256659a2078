/**
 * How long the questions about relations take at 0.1, 1 and 10 million events, and the centralities on graphs.
 *
 *   npm run bench -- relations                    all of it (some minutes, and 500 MB of disk)
 *   DRAGOMAN_BENCH_EVENTS=100000 npm run bench -- relations    ledgers of so many events only; "none" leaves them out
 *   DRAGOMAN_BENCH_GRAPHS=none                    leaves the graphs out
 *   DRAGOMAN_BENCH_FOLDER=...                     keeps the ledgers there, and takes those that are there already
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAll } from './relations/questions.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const { DRAGOMAN_BENCH_EVENTS: events = '100000,1000000,10000000', DRAGOMAN_BENCH_FOLDER: kept, DRAGOMAN_BENCH_GRAPHS: drawn } = process.env;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
try {
  if (events !== 'none') for (const n of events.split(',').map(Number)) await askAll(n, folder, print);
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
// what the threads run is compiled when this is loaded
if (drawn !== 'none') await (await import('./relations/graphs.ts')).graphs();

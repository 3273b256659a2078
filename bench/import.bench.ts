/**
 * How fast coded data comes in.
 *
 *   npm run bench -- import                  100,000 and 1,000,000 rows like GDELT's, against DuckDB reading the same file
 *   DRAGOMAN_BENCH_ROWS=10000000 npm run bench -- import       so many (some minutes, and 4 GB of disk for ten million)
 *
 * An import counts from opening the file until its events are durable and indexed. Each is run in a process of its own
 * whose CPU time is told besides, since a machine may be busy with other things.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedDataset } from '../src/ledger/coded/dataset.ts';
import { emptyTally, importPath } from '../src/intake/coded/import.ts';
import { Ledger } from '../src/ledger/ledger.ts';
import { gdeltLike } from './gdelt-like.ts';

const number = (n: number): string => Math.round(n).toLocaleString('en');
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** What one way of taking the rows in came to. */
interface Taken {
  wall: number;
  cpu: number;
  peak: number;
}

const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function takeDragoman(file: string, ledgerFile: string): Promise<void> {
  const ledger = Ledger.open(ledgerFile, { create: true });
  const dataset = new CodedDataset(ledger, 'gdelt', 'gdelt', `${ledgerFile}.refused`);
  await importPath(file, undefined, () => dataset, emptyTally(), { wishes: {}, onPiece: () => true });
  dataset.commit();
  dataset.close();
  ledger.close();
}

/** DuckDB's own reader into a table: the columns that we keep, or all of them; one thread, on the disk. */
async function takeDuck(file: string, database: string, all: boolean): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(database, { threads: '1' }), connection = await instance.connect();
  const kept = 'column00, column01, column05, column06, column15, column16, column26';
  await connection.run(`CREATE TABLE event AS SELECT ${all ? '*' : kept} FROM read_csv('${file}', delim = '\\t', header = false, quote = '', all_varchar = ${all})`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

/** Runs one way in a process of its own. */
function taken(how: string, file: string, target: string): Taken {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), how, file, target], { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Taken;
}

async function measure(rows: number, folder: string): Promise<void> {
  const file = join(folder, `${rows}.tsv`), out = openSync(file, 'w');
  for (const part of gdeltLike({ rows })) writeSync(out, part);
  fsyncSync(out);
  closeSync(out);
  const { size } = statSync(file), ledger = join(folder, `${rows}.db`);
  process.stdout.write(`${number(rows)} rows, ${number(size / 1e6)} MB\n`);
  const ways: [string, string, string][] = [['Dragoman', 'dragoman', ledger], ['DuckDB read_csv, the same columns', 'duck', join(folder, `${rows}-some.duckdb`)]];
  // Text of sixty-one columns grows too large to go on with.
  if (rows <= 1_000_000) ways.push(['DuckDB read_csv, all 61 columns as text', 'duck-all', join(folder, `${rows}-all.duckdb`)]);
  const results = ways.map(([name, how, target]) => ({ name, target, ...taken(how, file, target) }));
  const best = Math.max(...results.slice(1).map(({ wall }) => rows / wall));
  for (const { name, target, wall, cpu, peak } of results) {
    process.stdout.write(`  ${name.padEnd(40)} ${number(rows / (wall / 1000)).padStart(9)} rows/s in ${seconds(wall)}, ${number(rows / (cpu / 1000)).padStart(9)} rows per CPU second; ${number(statSync(target).size / 1e6)} MB kept, peak ${number(peak / 1e6)} MB\n`);
  }
  process.stdout.write(`  Dragoman reaches ${(((rows / (results[0] as Taken).wall) / best) * 100).toFixed(0)}% of DuckDB's better rate; asked for are 150,000 rows/s\n`);
  for (const { target } of results.slice(1)) rmSync(target);
  rmSync(file);
  rmSync(ledger);
}

const [how, file, target] = process.argv.slice(2);
if (how && file && target) {
  const start = performance.now(), cpu = cpuTime();
  if (how === 'dragoman') await takeDragoman(file, target);
  else await takeDuck(file, target, how === 'duck-all');
  process.stdout.write(JSON.stringify({ wall: performance.now() - start, cpu: cpuTime() - cpu, peak: process.resourceUsage().maxRSS * 1024 }));
} else {
  const wanted = process.env['DRAGOMAN_BENCH_ROWS'], folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  try {
    for (const rows of wanted ? wanted.split(',').map(Number) : [100_000, 1_000_000]) await measure(rows, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * How fast the record leaves in each format, with how much memory, and what corrections cost.
 *
 *   npm run bench -- exports                                  10,000 made-up stories of three events each
 *   DRAGOMAN_BENCH_STORIES=200000 npm run bench -- exports    so many
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csv, jsonLines } from '../src/exports/csv.ts';
import { EVENT_COLUMNS, eventPages, flatFact } from '../src/exports/facts.ts';
import { parquet } from '../src/exports/parquet.ts';
import { write } from '../src/cli/sink.ts';
import { correct } from '../src/ledger/corrections/correct.ts';
import { count, events } from '../src/ledger/facts.ts';
import { forgetStory } from '../src/ledger/forget.ts';
import { Ledger } from '../src/ledger/ledger.ts';
import { EVENT_TYPES } from '../src/story/facts.ts';
import { bare, eventIn } from '../test/stories.ts';
import { seeded } from '../src/random.ts';

const STORIES = Number(process.env['DRAGOMAN_BENCH_STORIES'] ?? 10_000), EACH = 3, CORRECTED = 1_000;
const CODES = ['USA', 'RUS', 'BLR', 'UKR', 'TUR', 'CHN', 'DEU', 'FRA', 'POL', 'EU', 'NATO', 'UN', 'IRN', 'ISR', 'SYR', 'ARM'];
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
const number = (n: number): string => Math.round(n).toLocaleString('en');
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const cpu = (): number => ((used) => (used.user + used.system) / 1000)(process.cpuUsage());

async function timed<T>(what: string, rows: number, work: () => Promise<T> | T, more: (result: T) => string = () => ''): Promise<void> {
  const wall = performance.now(), before = cpu(), result = await work(), ms = performance.now() - wall, own = cpu() - before;
  process.stdout.write(`${what.padEnd(34)} ${number((rows / own) * 1000).padStart(10)} a second of CPU time (${(ms / 1000).toFixed(2)} s, CPU ${(own / 1000).toFixed(2)} s)${more(result)}\n`);
}

try {
  const random = seeded(7), pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const ledger = Ledger.open(join(folder, 'ledger.db'), { create: true });
  await timed(`${number(STORIES)} stories written`, STORIES, () => {
    for (let i = 0; i < STORIES; i++) {
      const evidence = `Envoy number ${i} of one side met the other about question ${Math.floor(random() * 1e6)}.`;
      const date = new Date(Date.UTC(2010, 0, 1 + Math.floor(random() * 5000))).toISOString().slice(0, 10);
      const told = { id: `s${i}`, lang: 'en' as const, date, outlet: `Outlet ${i % 40}`, text: `${evidence} Nothing else happened on that day.` };
      ledger.put(told, { ...bare(told), events: Array.from({ length: EACH }, () => eventIn(told, evidence, { type: pick(EVENT_TYPES), source: pick(CODES), target: pick(CODES), from: date, to: date })) }, 'bench');
    }
  });
  const rows = STORIES * EACH, sheet = () => ({ columns: EVENT_COLUMNS, pages: eventPages(ledger, {}) });
  for (const [name, parts] of [['csv', () => csv(sheet())], ['jsonl', () => jsonLines(eventPages(ledger, {}), flatFact)], ['parquet', () => parquet(sheet())]] as const) {
    const file = join(folder, `out.${name}`);
    await timed(`${number(rows)} events as ${name}`, rows, () => write(parts(), file), () => `, ${megabytes(statSync(file).size)}, resident ${megabytes(process.memoryUsage.rss())}`);
  }
  const total = (what: string): Promise<void> => timed(`count, ${what}`, 1, () => count(ledger, 'event', { pair: ['USA', 'RUS'] }), (n) => `: ${number(n)}`);
  const page = (what: string): Promise<void> => timed(`a page of 50, ${what}`, 1, () => events(ledger, { parties: ['BLR'] }, { limit: 50 }));
  await total('before corrections');
  await page('before corrections');
  await timed(`${number(CORRECTED)} corrections`, CORRECTED, () => {
    for (let i = 0; i < CORRECTED; i++) correct(ledger, i % 3 ? { kind: 'change', fact: `e${1 + i * EACH}`, fields: { type: pick(EVENT_TYPES), target: 'MLI' } } : { kind: 'reject', fact: `e${1 + i * EACH}` }, { who: 'bench' });
  });
  await total('after corrections');
  await page('after corrections');
  const hash = ledger.read((tx) => String(tx.sql('SELECT hash FROM story WHERE id = 5').rows[0]?.['hash']));
  await timed('a story forgotten', 1, () => forgetStory(ledger, hash, { who: 'bench' }));
  ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

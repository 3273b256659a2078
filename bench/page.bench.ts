/**
 * The page: what it weighs; how soon it is there and how fast its views and its API are, on the example ledger and on a
 * large one; frames a second of a large network.
 *
 *   npm run bench -- page                                       a ledger of 10,000,000 events is made first (minutes, 4 GB of disk)
 *   DRAGOMAN_BENCH_EVENTS=1000000 npm run bench -- page         so many events
 *   DRAGOMAN_BENCH_LEDGER=FILE npm run bench -- page            a large ledger that is there already
 *
 * DRAGOMAN_BENCH_SECONDS is how long the API is under load (60). Without Chromium (CHROME) views and frames are left out.
 */
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { gdeltLike, ROWS_PER_EVENT } from './gdelt-like.ts';
import { weighBundle } from './page/bundle.ts';
import { countFrames } from './page/frames.ts';
import { load } from './page/load.ts';
import { root, run, say, serving } from './page/program.ts';
import { timeViews } from './page/views.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-page-')), events = Number(process.env['DRAGOMAN_BENCH_EVENTS'] ?? 10_000_000);
const VIEWS = ['', 'record', 'relation/BLR/USA', 'party/BLR', 'relations', 'network', 'review', 'story/2025-12-potash-ru'];

/** A ledger of some so many events. */
async function largeLedger(): Promise<string> {
  const given = process.env['DRAGOMAN_BENCH_LEDGER'];
  if (given) return given;
  const rows = join(folder, 'large.export.CSV'), ledger = join(folder, 'large.db'), sink = createWriteStream(rows);
  for (const chunk of gdeltLike({ rows: Math.ceil(events * ROWS_PER_EVENT), years: 20 })) if (!sink.write(chunk)) await once(sink, 'drain');
  sink.end();
  await once(sink, 'finish');
  run(['import', rows, '--ledger', ledger]);
  rmSync(rows);
  return ledger;
}

say(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
((await import(`${root}scripts/compile.mjs`)) as { compile: (how: { quiet: boolean }) => boolean }).compile({ quiet: true });
weighBundle();

const chrome = [process.env['CHROME'], '/usr/bin/chromium'].find((path) => path !== undefined && path !== '' && existsSync(path));
if (chrome) {
  const ledger = join(folder, 'examples.db');
  run(['start', '--no-serve', '--ledger', ledger]);
  const { address, stop } = await serving(ledger), browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
  await timeViews(browser, address, VIEWS);
  await countFrames(browser, address);
  await browser.close();
  stop();
} else say('no Chromium (CHROME): views and frames were not measured');

const { address, stop } = await serving(await largeLedger()), { events: held } = (await (await fetch(`${address}api/v1/ledger`)).json()) as { events: number };
say(`a ledger of ${held.toLocaleString('en')} events:`);
await load(address, Number(process.env['DRAGOMAN_BENCH_SECONDS'] ?? 60));
stop();
rmSync(folder, { recursive: true, force: true });

#!/usr/bin/env node
// npm run picture: the README's picture, docs/page.png, of the page on the example ledger. Needs Chromium (CHROME, or /usr/bin/chromium).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, ensureInstalled } from './ensure.mjs';

ensureInstalled();
const { compile } = await import('./compile.mjs');
if (!compile()) process.exit(1);
const chrome = [process.env.CHROME, '/usr/bin/chromium'].find((path) => path && existsSync(path));
if (!chrome) {
  console.error('No Chromium was found. Name one in CHROME.');
  process.exit(1);
}
const { chromium } = await import('playwright-core');
const folder = mkdtempSync(join(tmpdir(), 'dragoman-picture-')), ledger = join(folder, 'examples.db'), program = at('bin/dragoman.mjs');
let server, browser;
try {
  spawnSync(process.execPath, [program, 'start', '--no-serve', '--ledger', ledger], { stdio: ['ignore', 'ignore', 'inherit'] });
  server = spawn(process.execPath, [program, 'serve', '--port', '0', '--json', '--ledger', ledger], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', (line) => resolve(JSON.parse(String(line)).address));
    server.once('exit', (code) => reject(new Error(`the page ended with ${code}`)));
  });
  browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, locale: 'en-GB', colorScheme: 'light' });
  await page.goto(`${address}relation/BLR/USA`);
  await page.locator('.chart svg').waitFor();
  while (await page.locator('.loading').count()) await page.waitForTimeout(50);
  await page.waitForTimeout(500);
  await page.screenshot({ path: at('docs/page.png') });
  console.log('docs/page.png');
} finally {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
}

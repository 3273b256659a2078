/** `npm start`, as somebody runs it who has just cloned the repository; twice, and twice at once. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, root } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-start-'));
const env = { ...process.env, XDG_DATA_HOME: folder, DRAGOMAN_LEDGER: '', NO_COLOR: '1' };

interface Started {
  address: string;
  page: string;
  /** What the API gives as new. */
  today: string;
  /** Asks it to end, and resolves when it has. */
  stop: () => Promise<{ out: string; code: number | null }>;
}

/** Starts it, waits for its address, and looks at the page. */
function start(): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin/dragoman.mjs'), 'start'], { env });
    let out = '', asked = false;
    const ended = new Promise<{ out: string; code: number | null }>((done) => child.on('close', (code) => done({ out, code })));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (out += part));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0];
      if (!address || asked) return;
      asked = true;
      const stop = (): ReturnType<Started['stop']> => {
        child.kill('SIGTERM');
        return ended;
      };
      const text = (path: string): Promise<string> => fetch(address + path).then((answer) => answer.text());
      Promise.all([text(''), text('api/v1/today')]).then(([page, today]) => resolve({ address, page, today, stop }), reject);
    });
    child.on('error', reject);
    void ended.then((end) => asked || reject(new Error(`ended with ${end.code}: ${end.out}`)));
  });
}

beforeAll(built);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('start', () => {
  it('reads the examples, sums them up, and serves the page; again it finds them known', async () => {
    const first = await start(), { out, code } = await first.stop();
    expect(code).toBe(0);
    expect(out).toMatch(/: (?:1[4-9]|[2-9]\d) new/);
    expect(out).toMatch(/\d+ English, \d+ Russian, \d+ Turkish/);
    expect(out).toMatch(/most dealings: BLR–/);
    expect(first.page).toMatch(/<div id="root">.*<script type="module"|<script type="module".*<div id="root">/s);
    expect(first.today).toContain('"evidence":"');
    const again = await start(), end = await again.stop();
    expect([end.code, again.page, again.today]).toEqual([0, first.page, first.today]);
    expect(end.out).toMatch(/: 0 new, \d+ known already/);
  }, 120_000);

  it('may run twice at once', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both[0].address).not.toBe(both[1].address);
    expect(both[0].page).toBe(both[1].page);
    expect((await Promise.all(both.map(({ stop }) => stop()))).map(({ code }) => code)).toEqual([0, 0]);
  }, 120_000);
});

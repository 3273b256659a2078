/** Reading archives with several threads, and killed (SIGKILL) in the middle of a WARC, a zip, a feed: run again, it goes on, and nothing is doubled. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines, root } from '../../../test/command.ts';
import { plainPage, rss, warcGz, zip } from '../../../test/make/documents.ts';
import type { Told } from '../../../test/make/documents.ts';
import { Connection } from '../../ledger/connection.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { stories, story } from '../../ledger/stories.ts';
import type { Story } from '../../story/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-reading-'));
const at = (name: string): string => join(folder, name);
const COUNT = 16;
const inputs = { warc: at('crawl.warc.gz'), zip: at('all.zip'), feed: at('feed.xml') };

beforeAll(async () => {
  await built();
  const seeds = ['2008-2016.jsonl', '2020-2025.jsonl'].flatMap((name) => jsonLines<Story>(readFileSync(join(root, 'examples', name), 'utf8')));
  const told: Told[] = Array.from({ length: COUNT }, (_, i) => {
    const { title = 'A story', date, text, lang = 'en' } = seeds[i % seeds.length] as Story;
    return { title: `${title} (${i})`, date, outlet: 'Harbour Wire', url: `https://harbour.example/${i}`, lang, paragraphs: text.split('\n\n') };
  });
  writeFileSync(inputs.warc, warcGz(told.map((one) => ({ url: one.url, date: '2026-01-01T00:00:00Z', body: plainPage(one) }))));
  writeFileSync(inputs.zip, await zip(Object.fromEntries(told.map((one, i) => [`${i}.html`, plainPage(one)]))));
  writeFileSync(inputs.feed, rss(told, 'Harbour Wire'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function contents(path: string): Promise<Map<string, unknown>> {
  const ledger = Ledger.open(path), found = new Map<string, unknown>();
  for (const { hash } of (await stories(ledger, {}, { limit: 1000 })).rows) {
    const { story: text, coded } = await story(ledger, hash);
    found.set(hash, { text, coded });
  }
  ledger.close();
  return found;
}

/** Reads, and is killed some milliseconds after so many stories were said to be kept. */
function killed(args: readonly string[], after: number, delay: number): Promise<{ kept: string[]; finished: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin/dragoman.mjs'), 'read', ...args, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '', armed = false;
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (armed || (out.match(/"did":"added"/g)?.length ?? 0) < after) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ kept: jsonLines<{ hash: string }>(out.slice(0, out.lastIndexOf('\n') + 1)).map(({ hash }) => hash), finished: code === 0 }));
  });
}

describe.each(Object.keys(inputs) as (keyof typeof inputs)[])('a %s', (kind) => {
  const whole = at(`${kind}-whole.db`);

  it('gives the same ledger, row by row, however many threads read it; a second reading finds all known', async () => {
    const threads = at(`${kind}-threads.db`);
    for (const [path, jobs] of [[whole, '1'], [threads, '3']] as const) {
      const { code, err } = await dragoman(['read', inputs[kind], '--ledger', path, '--jobs', jobs]);
      expect([code, err.replace(/^\d+ stor.*\n/gm, '')]).toEqual([0, '']);
    }
    const rows = (path: string): unknown[] => {
      const raw = new Connection(path), found = raw.query('SELECT id, hash, name, date, url FROM story ORDER BY id').rows;
      raw.close();
      return found;
    };
    expect(rows(threads)).toEqual(rows(whole));
    expect(rows(whole)).toHaveLength(COUNT);
    expect(await contents(threads)).toEqual(await contents(whole));
    const again = await dragoman(['read', inputs[kind], '--ledger', whole, '--json', '--jobs', '2']);
    expect(jsonLines(again.out).map(({ did }) => did)).toEqual(Array.from({ length: COUNT }, () => 'known'));
  }, 300_000);

  it.each(['1', '2'])('killed again and again with --jobs %s loses nothing and doubles nothing', async (jobs) => {
    const path = at(`${kind}-killed-${jobs}.db`), args = [inputs[kind], '--ledger', path, '--jobs', jobs], wanted = await contents(whole);
    let kills = 0;
    for (let i = 0; i < 2; i++) {
      const { kept, finished } = await killed(args, 2 + i * 3, i * 7);
      if (!finished) kills++;
      if (!existsSync(path)) continue;
      const found = await contents(path);
      for (const hash of kept) expect(found.has(hash)).toBe(true);
      for (const [hash, content] of found) expect(content).toEqual(wanted.get(hash));
    }
    expect(kills).toBeGreaterThan(0);
    expect((await dragoman(['read', ...args])).code).toBe(0);
    expect(await contents(path)).toEqual(wanted);
  }, 300_000);
});

describe('a reading', () => {
  it('that is strict ends at the first fault, one that is not goes on; the summary says what was skipped and why', async () => {
    const page = readFileSync(join(root, 'examples/2020-2025.jsonl'), 'utf8').split('\n')[0] as string;
    writeFileSync(at('mixed.zip'), await zip({ 'a.jsonl': page, 'b.jsonl': '{"id": ', 'c.png': Buffer.from('\x89PNG', 'latin1'), 'd.jsonl': page.replace('"id":"', '"id":"d-').replace('"title":"', '"title":"Again: '), 'e.html': '<html><p>' }));
    const strict = await dragoman(['read', at('mixed.zip'), '--strict', '--ledger', at('strict.db'), '--json']);
    expect(strict.code).toBe(1);
    expect(jsonLines(strict.out).map(({ did }) => did)).toEqual(['added', 'skipped']);
    const loose = await dragoman(['read', at('mixed.zip'), '--ledger', at('loose.db')]);
    expect(loose.code).toBe(1);
    expect(loose.out).toContain('2 new');
    expect(loose.out).toMatch(/^Skipped 2: 1 \S+, 1 \S+\.$/m);
    expect(loose.out).toContain('Passed over 1: 1 members of other kinds (a picture)');
    const lines = loose.err.split('\n').filter(Boolean);
    expect(lines).toHaveLength(2);
    for (const [i, member] of ['b.jsonl', 'e.html'].entries()) expect(lines[i]).toMatch(new RegExp(`mixed\\.zip!${member.replace('.', '\\.')}(?::1)?@\\d+: .+ \\[[a-z-]+\\] .+`));
  }, 60_000);
});

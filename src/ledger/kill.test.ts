/**
 * `dragoman read` killed (SIGKILL) at many moments and run again: whatever was said to be kept is there and whole, no half
 * of a story stands, and in the end the ledger is that of a reading nobody disturbed. DRAGOMAN_KILLS sets how many times.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines, root } from '../../test/command.ts';
import { seeded } from '../random.ts';
import type { Story } from '../story/story.ts';
import { Connection } from './connection.ts';
import { Ledger } from './ledger.ts';
import { stories, story } from './stories.ts';

const KILLS = Number(process.env['DRAGOMAN_KILLS'] ?? 24);
const folder = mkdtempSync(join(tmpdir(), 'dragoman-kill-'));
const input = join(folder, 'stories.jsonl'), whole = join(folder, 'whole.db');

/** The same moments every time. */
const random = seeded(20_251_001);

/** Each story of the ledger by its hash, with all its facts, ids left out. */
async function contents(path: string): Promise<Map<string, unknown>> {
  const ledger = Ledger.open(path), found = new Map<string, unknown>();
  for (const { hash } of (await stories(ledger, {}, { limit: 100_000 })).rows) {
    const { story: text, coded } = await story(ledger, hash);
    found.set(hash, { text, coded });
  }
  ledger.close();
  return found;
}

/** What must hold whenever the program died: SQLite's own checks, and no row without the rows it belongs to. */
function sound(path: string): void {
  const raw = new Connection(path);
  expect(raw.query('PRAGMA integrity_check').rows).toEqual([{ integrity_check: 'ok' }]);
  expect(raw.query('PRAGMA foreign_key_check').rows).toEqual([]);
  const n = (sql: string): number => Number(raw.query(sql).rows[0]?.['n']);
  const all = n('SELECT count(*) AS n FROM story');
  expect(n('SELECT count(*) AS n FROM story JOIN story_head h ON h.story_id = story.id JOIN coding ON coding.id = h.coding_id')).toBe(all);
  expect(n('SELECT count(*) AS n FROM story_words')).toBe(all);
  expect(n('SELECT count(*) AS n FROM sentence_words')).toBe(n('SELECT count(*) AS n FROM sentence'));
  raw.close();
}

/** Runs `dragoman read` and kills it some milliseconds after it has said that so many new stories are kept. Returns the hashes it said. */
function killed(path: string, after: number, delay: number): Promise<{ kept: string[]; finished: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin/dragoman.mjs'), 'read', input, '--json', '--ledger', path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '', armed = false;
    const kill = (): void => {
      if (armed) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    };
    if (after === 0) kill();
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if ((out.match(/"did":"added"/g)?.length ?? 0) >= after) kill();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const complete = out.slice(0, out.lastIndexOf('\n') + 1);
      resolve({ kept: jsonLines<{ hash: string }>(complete).map(({ hash }) => hash), finished: code === 0 });
    });
  });
}

beforeAll(async () => {
  await built();
  const seeds = ['2008-2016.jsonl', '2020-2025.jsonl'].flatMap((name) => jsonLines<Story>(readFileSync(join(root, 'examples', name), 'utf8')));
  const lines = Array.from({ length: 240 }, (_, i) => {
    const seed = seeds[i % seeds.length] as Story;
    return JSON.stringify({ ...seed, id: `${seed.id}-${i}`, outlet: `${seed.outlet} ${i}` });
  });
  writeFileSync(input, `${lines.join('\n')}\n`);
  expect((await dragoman(['read', input, '--ledger', whole])).code).toBe(0);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a reading killed at any moment', () => {
  it(`loses nothing that it said was kept, and leaves no half (${KILLS} kills)`, async () => {
    const path = join(folder, 'killed.db'), wanted = await contents(whole);
    expect(wanted.size).toBe(240);
    let kills = 0;
    for (let i = 0; i < KILLS; i++) {
      // Now in the midst of stories, now while it starts.
      const { kept, finished } = await killed(path, i % 6 === 5 ? 0 : 1 + Math.floor(random() * 12), Math.floor(random() * (i % 6 === 5 ? 900 : 30)));
      if (!finished) kills++;
      if (!existsSync(path)) continue;
      const found = await contents(path);
      for (const hash of kept) expect(found.has(hash)).toBe(true);
      for (const [hash, content] of found) expect(content).toEqual(wanted.get(hash));
      sound(path);
    }
    expect(kills).toBeGreaterThan(KILLS / 2);
    expect((await dragoman(['read', input, '--ledger', path])).code).toBe(0);
    expect(await contents(path)).toEqual(wanted);
    sound(path);
    const n = async (file: string): Promise<string> => (await dragoman(['events', '--count', '--ledger', file])).out;
    expect(await n(path)).toBe(await n(whole));
  }, 600_000);

  it('leaves a ledger that opens when it dies while making it', async () => {
    for (let i = 0; i < 8; i++) {
      const path = join(folder, `new-${i}.db`);
      await killed(path, 0, 80 + Math.floor(random() * 500));
      if (existsSync(path)) {
        Ledger.open(path, { create: true }).close();
        sound(path);
      }
    }
  }, 120_000);

  it('two readings at once into one new ledger make it as one would', async () => {
    const path = join(folder, 'both.db');
    const both = await Promise.all([dragoman(['read', input, '--ledger', path]), dragoman(['read', input, '--ledger', path])]);
    // on a slow machine they may have told how far they were
    expect(both.map(({ code, err }) => [code, err.replace(/^[\d,]+ stor(?:y|ies), .*\n/gm, '')])).toEqual([[0, ''], [0, '']]);
    expect(await contents(path)).toEqual(await contents(whole));
    sound(path);
  }, 300_000);
});

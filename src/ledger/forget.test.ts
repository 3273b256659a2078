import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bare, english, englishCoded, eventIn, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { contentHash } from '../story/hash.ts';
import { backup, restore } from './backup.ts';
import { Connection } from './connection.ts';
import { correct } from './corrections/correct.ts';
import { corrections } from './corrections/list.ts';
import { count, events } from './facts.ts';
import { fold } from './fold.ts';
import { forgetStory, tombstones } from './forget.ts';
import { Ledger } from './ledger.ts';
import { stories, story } from './stories.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-forget-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const by = { who: 'ayla' };
const PAGE = { limit: 100 };

/** A story whose words stand nowhere else. */
const secret = {
  id: 'zanzibarquux-1', lang: 'en' as const, date: '2024-07-01', outlet: 'Quuxville Herald', url: 'https://quuxville.example/zanzibarquux', title: 'Zanzibarquux speaks',
  text: `Zanzibarquux accused Plovdivquux of snorkelquux. ${'Wibblequux wobbled on. '.repeat(400)}`,
};
const evidence = 'Zanzibarquux accused Plovdivquux of snorkelquux.';
const secretCoded = {
  ...bare(secret), persons: [{ names: ['Zanzibarquux', 'Z. Quux'], country: 'NOR' }],
  events: [eventIn(secret, evidence, { type: 'ACCUSE', source: 'NOR', target: 'TCD', source_person: 'Zanzibarquux', place: 'Plovdivquux' })],
};
const hash = contentHash(secret);

function filled(path: string): Ledger {
  const ledger = Ledger.open(path, { create: true });
  for (const [told, coded] of [[turkish, turkishCoded], [secret, secretCoded], [english, englishCoded], [russian, russianCoded]] as const) ledger.put(told, coded, '1');
  ledger.write((tx) => {
    tx.sql('INSERT INTO story_origin (story, author) VALUES (?, ?)', [hash, 'Quux Author']);
    tx.sql('INSERT INTO feed (id, url) VALUES (1, \'https://feed.example\')');
    tx.sql('INSERT INTO feed_entry (feed_id, key, mark, url, title, state) VALUES (1, \'k\', \'m\', ?, \'Zanzibarquux speaks\', \'kept\')', [secret.url]);
  });
  const id = ledger.read((tx) => tx.sql('SELECT id FROM event WHERE place = \'Plovdivquux\'').rows[0]?.['id']);
  correct(ledger, { kind: 'change', fact: `e${String(id)}`, fields: { place: 'Quuxopolis' } }, { ...by, why: 'quux is the place' });
  correct(ledger, { kind: 'undo', correction: 'k1' }, { ...by, why: 'no quux' });
  correct(ledger, { kind: 'confirm', fact: 'e1' }, by);
  return ledger;
}

/** Whether any file of the ledger holds a word, as it stands or folded. */
const holds = (path: string, word: string): boolean => [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
  .some((file) => [word, fold(word), word.toUpperCase()].some((form) => readFileSync(file).includes(form)));

describe('forgetting', () => {
  it('leaves no word of a story in any file of the ledger, and a tombstone that says only that', async () => {
    const path = at('one.db'), ledger = filled(path);
    for (const word of ['zanzibarquux', 'quuxopolis', 'wibblequux', 'Quux Author']) expect([word, holds(path, word) || holds(path, word[0]!.toUpperCase() + word.slice(1))]).toEqual([word, true]);
    const done = forgetStory(ledger, hash, { ...by, why: 'asked by the outlet', at: '2026-01-02T03:04:05.000Z' });
    expect(done).toEqual({ hash, facts: 2, corrections: 2, clean: true });
    for (const word of ['quux', 'Quux', 'wibble', 'Wibble', 'nzibar']) expect([word, holds(path, word)]).toEqual([word, false]);
    expect(tombstones(ledger)).toEqual([{ hash, at: '2026-01-02T03:04:05.000Z', who: 'ayla', why: 'asked by the outlet' }]);
    await expect(story(ledger, hash)).rejects.toMatchObject({ problem: { code: 'unknown-story' } });
    expect((await stories(ledger, { text: 'zanzibarquux' }, PAGE)).rows).toEqual([]);
    expect((await events(ledger, { text: 'snorkelquux' }, PAGE)).rows).toEqual([]);
    expect(await count(ledger, 'event')).toBe(4);
    expect((await stories(ledger, { text: 'chad' }, PAGE)).rows).toHaveLength(1);
    expect(corrections(ledger).map(({ correction: { kind } }) => kind)).toEqual(['confirm']);
    ledger.close();
    const raw = new Connection(path);
    expect(raw.query('PRAGMA integrity_check').rows).toEqual([{ integrity_check: 'ok' }]);
    expect(raw.query('PRAGMA foreign_key_check').rows).toEqual([]);
    expect(() => raw.query('DELETE FROM event')).toThrow(/append-only/);
    raw.close();
  });

  it('refuses to read it again, unless that is asked for', async () => {
    const ledger = filled(at('two.db'));
    forgetStory(ledger, hash, by);
    expect(() => ledger.put(secret, secretCoded, '1')).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'forgotten-story' }) }));
    expect(await count(ledger, 'event')).toBe(4);
    expect(ledger.put(secret, secretCoded, '1', { forgotten: 'read' })).toBe('added');
    expect(tombstones(ledger)).toEqual([]);
    expect(ledger.put(secret, secretCoded, '1')).toBe('known');
    ledger.close();
  });

  it('goes on while another program has the ledger open, and erases whatever table names the story', async () => {
    const path = at('three.db'), ledger = filled(path), page = Ledger.open(path);
    expect(await count(page, 'event')).toBe(5);
    expect(forgetStory(ledger, hash, by).clean).toBe(true);
    expect(await count(page, 'event')).toBe(4);
    expect(holds(path, 'quux')).toBe(false);
    // Nothing anywhere points to what is gone.
    const columns = page.read((tx) => tx.sql('SELECT m.name AS name, c.name AS column FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = \'table\' AND m.sql NOT LIKE \'CREATE VIRTUAL%\' AND c.name IN (\'story_id\', \'coding_id\', \'event_id\', \'sentence_id\')').rows);
    expect(columns.length).toBeGreaterThan(8);
    for (const { name, column } of columns) {
      const target = String(column).slice(0, -3);
      expect([name, page.read((tx) => tx.sql(`SELECT count(*) AS n FROM "${String(name)}" WHERE "${String(column)}" IS NOT NULL AND "${String(column)}" NOT IN (SELECT id FROM ${target})`).rows)]).toEqual([name, [{ n: 0 }]]);
    }
    page.close();
    ledger.close();
  });
});

describe('a backup', () => {
  const all = async (ledger: Ledger): Promise<unknown> => {
    const found = [];
    for (const { hash: one } of (await stories(ledger, {}, PAGE)).rows) found.push(await story(ledger, one));
    return [found, corrections(ledger), (await events(ledger, { text: 'Норвегия' }, PAGE)).rows];
  };

  it('is made while others read and write, and put back under their eyes', async () => {
    const path = at('used.db'), ledger = filled(path), page = Ledger.open(path), copy = at('copy.db');
    const before = await all(page);
    backup(ledger, copy);
    expect(() => backup(ledger, copy)).toThrow(/there already/);
    ledger.put({ ...english, text: `${english.text} Later.` }, englishCoded, '1');
    correct(ledger, { kind: 'reject', fact: 'e1' }, by);
    expect(await count(page, 'event')).toBe(5);
    expect(await all(page)).not.toEqual(before);
    expect(restore(path, copy)).toEqual({ stories: 4, forgotten: 0 });
    expect(await all(page)).toEqual(before);
    expect(await all(ledger)).toEqual(before);
    // It is a ledger like any other: it takes stories, finds words, keeps its rows.
    expect(ledger.put({ ...english, text: `${english.text} Later.` }, englishCoded, '1')).toBe('added');
    expect((await stories(page, { text: 'later' }, PAGE)).rows).toHaveLength(1);
    expect((await stories(page, { text: 'zanzibarquux' }, PAGE)).rows).toHaveLength(1);
    page.close();
    ledger.close();
    const raw = new Connection(path);
    expect(raw.query('PRAGMA integrity_check').rows).toEqual([{ integrity_check: 'ok' }]);
    expect(raw.query('PRAGMA foreign_key_check').rows).toEqual([]);
    expect(() => raw.query('UPDATE story SET text = \'x\'')).toThrow(/append-only/);
    raw.close();
  });

  it('does not bring back what was forgotten since', async () => {
    const path = at('since.db'), ledger = filled(path), copy = at('since-copy.db');
    backup(ledger, copy);
    forgetStory(ledger, hash, by);
    ledger.close();
    expect(restore(path, copy)).toEqual({ stories: 3, forgotten: 1 });
    expect(holds(path, 'quux')).toBe(false);
    expect(holds(path, 'wibble')).toBe(false);
    const again = Ledger.open(path);
    expect(tombstones(again)).toHaveLength(1);
    again.close();
  });

  it('makes a ledger where there is none, and refuses what is no backup', async () => {
    const ledger = filled(at('from.db')), copy = at('from-copy.db');
    backup(ledger, copy);
    expect(restore(at('new/ledger.db'), copy)).toEqual({ stories: 4, forgotten: 0 });
    const made = Ledger.open(at('new/ledger.db'));
    expect(await all(made)).toEqual(await all(ledger));
    made.close();
    writeFileSync(at('text'), 'no ledger '.repeat(1000));
    expect(() => restore(at('from.db'), at('text'))).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'not-a-ledger' }) }));
    const bytes = readFileSync(copy);
    bytes.fill(0x5a, 8192, 16384);
    writeFileSync(at('damaged'), bytes);
    expect(() => restore(at('from.db'), at('damaged'))).toThrow();
    expect(() => restore(at('from.db'), at('nowhere'))).toThrow(/no such file/);
    expect(() => backup(ledger, at('no/such/folder.db'))).toThrow(/cannot be written/);
    expect(await count(ledger, 'event')).toBe(5);
    ledger.close();
  });
});

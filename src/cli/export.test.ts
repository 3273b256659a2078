/** dragoman export, as a user meets it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english, englishCoded, russian, russianCoded } from '../../test/stories.ts';
import { built, dragoman, jsonLines } from '../../test/command.ts';
import { Ledger } from '../ledger/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-export-')), path = join(folder, 'ledger.db');

beforeAll(async () => {
  await built();
  const ledger = Ledger.open(path, { create: true });
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  ledger.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => dragoman(['export', ...args, '--ledger', path]);

describe('dragoman export', () => {
  it('writes to standard output or to a file whose ending says how, narrowed like any question', async () => {
    const { code, out } = await run('events', '--format', 'jsonl', '--type', 'REQUEST');
    expect([code, jsonLines(out)]).toMatchObject([0, [{ source: 'NOR', target: 'TCD', type: 'REQUEST' }]]);
    const file = join(folder, 'ties.parquet');
    expect(await run('ties', '-o', file)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
    expect((await run('network', '--format', 'graphml')).out).toContain('<edge id="NOR-TCD"');
    expect((await run('events')).out).toMatch(/^id,happening,type,quad,/);
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  it('writes rows that "dragoman import" reads back as the same acts', async () => {
    const file = join(folder, 'out.tsv'), back = join(folder, 'back.db');
    expect((await run('events', '--format', 'icews', '-o', file)).code).toBe(0);
    expect((await dragoman(['import', file, '--format', 'icews', '--ledger', back])).code).toBe(0);
    const told = (text: string): string[] => jsonLines<{ type: string; source: string; target: string; factuality: string; from?: string; story?: { date: string } }>(text)
      .filter(({ factuality }) => factuality === 'fact').map(({ type, source, target, from, story }) => `${from ?? story?.date} ${source} ${type} ${target}`).sort();
    const own = told((await dragoman(['events', '--json', '--ledger', path])).out);
    expect(own.length).toBeGreaterThan(1);
    expect(told((await dragoman(['events', '--json', '--ledger', back])).out)).toEqual(own);
  });

  it('has a brief beside it, written in the language asked for, in which quotes stay as they were', async () => {
    const brief = (...args: string[]) => dragoman(['brief', 'Norway', 'Чад', ...args, '--ledger', path]);
    const [english, turkish, russian] = [await brief(), await brief('--lang', 'tr'), await brief('--lang', 'ru', '--format', 'html')];
    expect([english.code, turkish.code, russian.code]).toEqual([0, 0, 0]);
    expect(english.out).toMatch(/^# Norway – Chad\n/);
    expect(turkish.out).toMatch(/^# Norveç – Çad\n[^]*Norveç’ten Çad’a: talep[^]*“Norway urged Chad on Tuesday to free two aid workers\.”/);
    expect(russian.out).toMatch(/<html lang="ru">[^]*Норвегия в отношении Чада: требование[^]*Norway urged Chad on Tuesday to free two aid workers\./);
    expect(jsonLines((await brief('--lang', 'tr', '--json')).out)).toMatchObject([{ lang: 'tr', title: 'Norveç – Çad' }]);
    expect((await brief('--lang', 'de')).code).toBe(2);
  });

  it('says how many events a format has no place for', async () => {
    const { code, out, err } = await run('events', '--format', 'plover');
    expect([code, jsonLines(out).length, err]).toEqual([0, 2, '1 event left out: denied acts are no PLOVER events.\n']);
  });

  it('refuses what it cannot write', async () => {
    for (const [args, code, message] of [
      [['songs'], 2, 'is none of'], [['ties', '--format', 'gexf'], 2, 'not as gexf'], [['events', '--party', 'Qwertzuia'], 2, 'no party'],
      [['events', '-o', join(folder, 'nowhere', 'x.csv')], 1, 'cannot be written'],
    ] as [string[], number, string][]) {
      const ran = await run(...args);
      expect([args.join(' '), ran.code, ran.err]).toEqual([args.join(' '), code, expect.stringContaining(message)]);
    }
  });
});

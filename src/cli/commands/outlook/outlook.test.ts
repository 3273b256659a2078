/** dragoman outlook as a user meets it, on a made-up record imported into a ledger. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines } from '../../../../test/command.ts';
import { madeFacts } from '../../../outlook/fixture.ts';
import { EVENT_TYPES } from '../../../story/facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-outlook-cli-')), ledger = join(folder, 'made.db'), short = join(folder, 'short.db');
const CODES = ['BLR', 'RUS', 'USA', 'POL', 'LTU', 'UKR', 'TUR', 'DEU', 'FRA', 'GBR', 'CHN', 'IRN', 'IRQ', 'SYR', 'ISR', 'EGY', 'LBY', 'ARM', 'AZE', 'GEO', 'KAZ', 'UZB', 'MDA', 'ROU'];
const TYPES = ['REQUEST', 'CONSULT', 'ACCUSE', 'AID', 'RETREAT'] as const;

const csv = (lastDay: number): string => {
  const facts = madeFacts(lastDay), start = Date.UTC(2020, 0, 1);
  return ['day,from,to,plover', ...Array.from({ length: facts.size }, (_, i) =>
    [new Date(start + facts.day[i]! * 86_400_000).toISOString().slice(0, 10), CODES[facts.source[i]!], CODES[facts.target[i]!], TYPES[facts.relation[i]!]].join(','))].join('\n');
};

beforeAll(async () => {
  await built();
  for (const [path, days] of [[ledger, 240], [short, 20]] as const) {
    const file = join(folder, `acts-${days}.csv`);
    writeFileSync(file, csv(days));
    expect((await dragoman(['import', file, '--name', 'made', '--format', 'csv', '--columns', 'date=day,source=from,target=to,type=plover', '--ledger', path])).code).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('dragoman outlook', () => {
  it('gives odds, reasons with events that can be opened, and how such odds came out', async () => {
    const { code, out } = await dragoman(['outlook', 'Belarus', 'RUS', '--json', '--limit', '3', '--ledger', ledger]);
    expect(code).toBe(0);
    const rows = jsonLines<{ source: string; type: string; target: string; probability: number; reasons: { kind: string; text: string; events: string[] }[]; track: { count: number } }>(out);
    expect(rows).toHaveLength(3);
    for (const { source, target, type, probability, reasons, track } of rows) {
      expect([source, target].sort()).toEqual(['BLR', 'RUS']);
      expect(EVENT_TYPES).toContain(type);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(reasons.map(({ kind }) => kind)).toContain('recurring');
      expect(track.count).toBeGreaterThan(0);
    }
    expect(rows.map(({ probability }) => probability)).toEqual(rows.map(({ probability }) => probability).sort((a, b) => b - a));
    const [first] = rows, told = jsonLines<{ id: string }>((await dragoman(['events', '--pair', 'BLR', 'RUS', '--json', '--ledger', ledger])).out).map(({ id }) => id);
    const events = first!.reasons.flatMap(({ kind, events: ids }) => (kind === 'third party' ? [] : ids));
    expect(events.length).toBeGreaterThan(0);
    for (const id of events) expect(told).toContain(id);
    // learnt once, the same the next time
    expect((await dragoman(['outlook', 'Belarus', 'RUS', '--json', '--limit', '3', '--ledger', ledger])).out).toBe(out);
  });

  it('says with whom, what was surprising, and reads like text', async () => {
    const { out, code } = await dragoman(['outlook', 'Минск', '--type', 'consult', '--ledger', ledger]);
    expect(code).toBe(0);
    expect(out).toMatch(/Within 7 days of 2020-08-28 \(to 2020-09-04\)/);
    expect(out).toMatch(/\d %  (Belarus and .*|.* and Belarus): CONSULT/);
    expect(out).toMatch(/[+−]\d\.\d\d recurring: /);
    const surprising = await dragoman(['outlook', '--surprising', '--ledger', ledger]);
    expect(surprising.out).toContain('Came against the odds');
    expect(surprising.out).toContain('Odd by their absence');
  });

  it('gives no number where the record bears none', async () => {
    const say = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await dragoman(['outlook', ...args]);
      expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, '']);
      expect(out).not.toContain('%');
      return out;
    };
    expect(await say('BLR', 'RUS', '--ledger', short)).toContain('too short');
    expect(await say('BLR', 'RUS', '--horizon', '90d', '--ledger', ledger)).toContain('at most 30 days');
    expect(await say('BLR', 'Brazil', '--ledger', ledger)).toContain('Brazil takes part in no act');
    expect(await say('BLR', 'RUS', '--as-of', '2020-01-20', '--ledger', ledger)).toContain('too short');
    expect(await say('--evaluate', '--ledger', short)).toContain('too short');
  });

  it('refuses what it does not understand', async () => {
    for (const args of [['Qwertzuia', 'RUS'], ['BLR', 'Belarus'], [], ['BLR', '--type', 'DANCE'], ['BLR', '--horizon', 'soon'], ['BLR', '--as-of', '2020-02-30']]) {
      const { code, out, err } = await dragoman(['outlook', ...args, '--ledger', ledger]);
      expect([args.join(' '), code, out]).toEqual([args.join(' '), 2, '']);
      expect(err).not.toBe('');
    }
    expect((await dragoman(['outlook', 'Belaruss', '--ledger', ledger])).err).toContain('Belarus');
  });

  it('evaluates a folder, and says what is wrong with one', async () => {
    const made = join(folder, 'tkg'), facts = madeFacts(150);
    mkdirSync(made);
    const rows = (from: number, to: number): string => Array.from(facts.day.keys()).filter((i) => facts.day[i]! >= from && facts.day[i]! < to)
      .map((i) => [facts.source[i], facts.relation[i], facts.target[i], facts.day[i]! * 24].join('\t')).join('\n');
    writeFileSync(join(made, 'train.txt'), rows(0, 100));
    writeFileSync(join(made, 'valid.txt'), rows(100, 120));
    const [one] = jsonLines<{ part: string; rankings: { model: string; mode: string; mrr: number }[]; occurrence: { skill: number } }>((await dragoman(['outlook', '--evaluate', made, '--json'])).out);
    expect(one!.part).toBe('valid');
    writeFileSync(join(made, 'test.txt'), rows(120, 151));
    const { out, code } = await dragoman(['outlook', '--evaluate', made]);
    expect(code).toBe(0);
    for (const words of ['test,', 'recurrency', 'linear', 'multi-step', 'CPU time']) expect(out).toContain(words);
    expect((await dragoman(['outlook', '--evaluate', join(folder, 'nowhere')])).err).toContain('no such file');
    writeFileSync(join(made, 'valid.txt'), '1\t2\tx\t4\n');
    const bad = await dragoman(['outlook', '--evaluate', made]);
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('valid.txt:1: a line that is not four whole numbers')]);
  });
});

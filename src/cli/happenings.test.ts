/** Happenings from the command line: the example stories, of which several tell of the same acts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines, root } from '../../test/command.ts';
import type { HappeningLine, HappeningRecord } from '../ledger/happenings/view.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-happenings-')), ledger = join(folder, 'examples.db');
const ask = (...args: string[]) => dragoman([...args, '--ledger', ledger]);

beforeAll(async () => {
  await built();
  expect((await ask('read', join(root, 'examples'))).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('dragoman happenings', () => {
  it('lists acts that several stories tell, narrowed as events are', async () => {
    const told = jsonLines<HappeningLine>((await ask('happenings', '--stories', '2', '--json')).out);
    expect(told.length).toBeGreaterThan(3);
    expect(told.every(({ stories, events }) => stories > 1 && events >= stories)).toBe(true);
    expect(told.map(({ firstDay }) => firstDay)).toEqual(told.map(({ firstDay }) => firstDay).sort().reverse());
    const calls = jsonLines<HappeningLine>((await ask('happenings', '--stories', '2', '--pair', 'BLR', 'USA', '--type', 'CONSULT:call', '--json')).out);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every(({ type, parties }) => type === 'CONSULT' && parties.includes('BLR'))).toBe(true);
    expect(jsonLines((await ask('happenings', '--limit', '2', '--json')).out)).toHaveLength(2);
  });

  it('shows every report of one, its sources, and why each was joined', async () => {
    const [call] = jsonLines<HappeningLine>((await ask('happenings', '--stories', '2', '--pair', 'BLR', 'USA', '--type', 'CONSULT:call', '--json')).out);
    const { out, code } = await ask('happening', call?.id ?? '', '--json'), [record] = jsonLines<HappeningRecord>(out);
    expect(code).toBe(0);
    expect(record?.reports).toHaveLength(call?.events ?? 0);
    expect(record?.reports[0]?.because).toEqual([]);
    for (const report of record?.reports.slice(1) ?? []) expect(report.because.length).toBeGreaterThan(0);
    for (const { words, fact } of record?.reports ?? []) if (words.source) expect(fact.evidence).toContain(words.source);
    expect(record?.sources.flatMap(({ stories }) => stories.map(({ hash }) => hash)).sort()).toEqual([...new Set(record?.reports.map(({ story }) => story?.hash))].sort());
    const text = (await ask('happening', record?.reports[0]?.id ?? '')).out;
    expect(text).toContain('joined because');
    expect(text).toContain('independent sources');
    expect(text).toContain('First: ');
  });

  it('follows a merge and its undoing', async () => {
    const alone = jsonLines<HappeningLine>((await ask('happenings', '--json')).out).filter(({ events }) => events === 1).slice(0, 2), [a, b] = alone.map(({ first }) => first.id) as [string, string];
    const merged = jsonLines<{ id: string }>((await ask('correct', 'merge', a, b, '--why', 'one act', '--json')).out)[0];
    const record = jsonLines<HappeningRecord>((await ask('happening', a, '--json')).out)[0];
    expect(record?.reports.map(({ id }) => id).sort()).toEqual([a, b].sort());
    expect(record?.reports[1]?.because[0]).toBe('an analyst merged it');
    expect((await ask('correct', 'undo', merged?.id ?? '')).code).toBe(0);
    expect(jsonLines<HappeningRecord>((await ask('happening', a, '--json')).out)[0]?.reports).toHaveLength(1);
  });

  it('shows an event of a data set as its own', async () => {
    const rows = join(folder, 'acts.csv');
    writeFileSync(rows, 'day,from,to,type\n2020-05-04,POL,NOR,CONSULT\n');
    expect((await ask('import', rows, '--name', 'acts', '--columns', 'date=day,source=from,target=to,type=type')).code).toBe(0);
    const [event] = jsonLines<{ id: string }>((await ask('events', '--pair', 'POL', 'NOR', '--json')).out), [record] = jsonLines<HappeningRecord>((await ask('happening', event?.id ?? '', '--json')).out);
    expect(record).toMatchObject({ id: event?.id, type: 'CONSULT', parties: ['NOR', 'POL'], reports: [{ id: event?.id, because: [], dataset: { name: 'acts' } }], sources: [], differences: [] });
    const { out, code } = await ask('happening', event?.id ?? '');
    expect(code).toBe(0);
    expect(out).toContain('its own happening');
    expect(out).toContain('data set acts');
    expect((await ask('history', event?.id ?? '')).out).toContain('imported from');
  });

  it('says so where there is none', async () => {
    const { code, err } = await ask('happening', 'h1');
    expect(code).toBe(1);
    expect(err).toContain('unknown-happening');
  });
});

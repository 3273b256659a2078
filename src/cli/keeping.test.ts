/** dragoman history, outlets, backup, restore and forget, as a user meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines } from '../../test/command.ts';
import type { Ran } from '../../test/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-keeping-')), ledger = join(folder, 'ledger.db'), file = join(folder, 's.jsonl');
const run = (...args: string[]): Promise<Ran> => dragoman([...args, '--ledger', ledger], { env: { DRAGOMAN_WHO: 'ayla' } });
const TEXT = 'President Vladimir Putin met President Alexander Lukashenko in Minsk on Monday. Poland expelled two Russian diplomats.';

beforeAll(async () => {
  await built();
  writeFileSync(file, ['Harbour Wire', 'The Ferry Post'].map((outlet, i) => JSON.stringify({ id: `s${i}`, date: '2024-05-13', lang: 'en', outlet, text: TEXT })).join('\n'));
  expect((await run('read', file)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('history', () => {
  it('tells of a fact what was coded, what was said and how it stands; of a party too', async () => {
    const [fact] = jsonLines<{ id: string }>((await run('events', '--json', '--type', 'SANCTION', '--oldest')).out);
    await run('correct', 'change', fact!.id, '--set', 'type=COERCE', '--why', 'by force');
    await run('correct', 'undo', 'k1');
    const { code, out } = await run('history', fact!.id);
    expect(code).toBe(0);
    expect(out).toMatch(/Poland expelled two Russian diplomats[\s\S]*coded POL → RUS SANCTION[\s\S]*ayla: k1 change type: COERCE \(undone\)\n\s+by force[\s\S]*ayla: k2 undo[\s\S]*now: e\d+: POL → RUS SANCTION/);
    expect(JSON.parse((await run('history', 'Poland', '--json')).out)).toMatchObject({ about: 'POL', entries: [{ id: 'k1', active: false }, { id: 'k2' }], now: [expect.stringMatching(/^2 events/), expect.any(String)] });
    expect(await run('history', 'e999')).toMatchObject({ code: 1 });
    expect(await run('history', 'h999')).toMatchObject({ code: 1, err: expect.stringContaining('no event or happening') as string });
    expect(await run('history', 'Qwertzuia')).toMatchObject({ code: 2 });
  });

  it('tells of a happening which stories told of it when, and what was merged and split', async () => {
    const told = async (): Promise<{ id: string; events: number }[]> => jsonLines((await run('happenings', '--type', 'SANCTION', '--json')).out);
    const [whole] = await told(), [, second] = jsonLines<{ id: string }>((await run('events', '--json', '--type', 'SANCTION', '--oldest')).out);
    expect(whole?.events).toBe(2);
    await run('correct', 'split', whole!.id, second!.id, '--why', 'another day');
    expect(await told()).toHaveLength(2);
    const { out, code } = await run('history', whole!.id);
    expect([code, out]).toEqual([0, expect.stringMatching(/POL → RUS SANCTION[\s\S]*2024-05-13.*Harbour Wire: tells of it: e\d+[\s\S]*ayla: k\d+ split 1 of 2 events off\n\s+another day[\s\S]*now: 1 events? of 1 stor/)]);
    const { entries } = JSON.parse((await run('history', whole!.id, '--json')).out) as { entries: { id?: string }[] };
    await run('correct', 'undo', entries.at(-1)!.id as string);
    expect((await told()).map(({ id, events }) => ({ id, events }))).toEqual([{ id: whole!.id, events: 2 }]);
    expect((await run('history', whole!.id)).out).toMatch(/The Ferry Post: tells of it[\s\S]*\(undone\)[\s\S]*undo[\s\S]*now: 2 events of 2 stories/);
  });
});

describe('outlets', () => {
  it('carry a weight and a label, by which questions are narrowed', async () => {
    expect((await run('outlets', 'Harbour Wire', '--weight', '0.5', '--label', 'state agency')).out).toMatch(/Harbour Wire\s+1\s+weight 0\.5\s+state agency/);
    await run('outlets', 'Harbour Wire', '--label', 'wire');
    expect(jsonLines((await run('outlets', '--json')).out)).toEqual([{ name: 'Harbour Wire', stories: 1, weight: 0.5, label: 'wire' }, { name: 'The Ferry Post', stories: 1, weight: 1, label: '' }]);
    expect(jsonLines<{ story: { outlet: string } }>((await run('events', '--json', '--label', 'wire')).out).map(({ story }) => story.outlet)).toEqual(['Harbour Wire', 'Harbour Wire']);
    expect(await run('outlets', 'Nobody', '--label', 'x')).toMatchObject({ code: 1, err: expect.stringContaining('no outlet') as string });
    expect(await run('outlets', 'Harbour Wire', '--weight', '-1')).toMatchObject({ code: 2 });
  });
});

describe('backup, forget and restore', () => {
  it('keep what is to be kept, and only that', async () => {
    const copy = join(folder, 'copy.db');
    expect(await run('backup', copy)).toMatchObject({ code: 0 });
    expect(await run('backup', copy)).toMatchObject({ code: 1, err: expect.stringContaining('there already') as string });
    const gone = await run('forget', 's1', '--why', 'takedown', '--json');
    expect(JSON.parse(gone.out)).toMatchObject({ clean: true });
    expect(jsonLines((await run('stories', '--json')).out)).toHaveLength(1);
    expect((await run('forget', '--list')).out).toMatch(/ayla: takedown/);
    const again = await run('read', file);
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/s\.jsonl:2: this story was forgotten on .*\[forgotten-story\]\s.*--even-forgotten/)]);
    expect(await run('restore', copy)).toMatchObject({ code: 1, err: expect.stringContaining('--replace') as string });
    expect((await run('restore', copy, '--replace')).out).toContain('1 story that was forgotten since stayed out');
    expect(jsonLines((await run('stories', '--json')).out)).toHaveLength(1);
    expect((await run('read', file, '--even-forgotten')).code).toBe(0);
    expect(jsonLines((await run('stories', '--json')).out)).toHaveLength(2);
  });
});

/** dragoman correct and recode, as a user meets them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines } from '../../test/command.ts';
import type { Ran } from '../../test/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-correct-'));
const one = join(folder, 'one.db'), two = join(folder, 'two.db');
const EN = 'President Vladimir Putin met President Alexander Lukashenko in Minsk on Monday. Poland expelled two Russian diplomats. Zubrovka accused Poland of shelling its border posts.';
const story = JSON.stringify({ id: 's1', date: '2024-05-13', lang: 'en', outlet: 'Harbour Wire', text: EN });
const run = (args: string[], ledger = one): Promise<Ran> => dragoman([...args, '--ledger', ledger], { env: { DRAGOMAN_WHO: 'ayla' } });
interface Told { id: string; type: string; source: string; target: string; review?: { is: string } }
const events = async (ledger = one, ...more: string[]): Promise<Told[]> => jsonLines<Told>((await run(['events', '--json', ...more], ledger)).out);
const find = async (type: string): Promise<Told> => (await events()).find((event) => event.type === type) as Told;

beforeAll(async () => {
  await built();
  writeFileSync(join(folder, 's.jsonl'), story);
  for (const ledger of [one, two]) expect((await run(['read', join(folder, 's.jsonl')], ledger)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('dragoman correct', () => {
  it('rejects, changes and undoes; lists who, what and why', async () => {
    const meeting = await find('CONSULT'), expelled = await find('SANCTION');
    expect((await run(['correct', 'reject', meeting.id, '--why', 'an older visit'])).out).toContain('k1');
    const { out, code } = await run(['correct', 'change', expelled.id, '--set', 'type=COERCE', '--set', 'target=Belarus', '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { id: 'k2', correction: { who: 'ayla', kind: 'change', fields: { type: 'COERCE', target: 'BLR' } } }]);
    expect((await events()).map(({ type }) => type)).not.toContain('CONSULT');
    expect(await find('COERCE')).toMatchObject({ target: 'BLR', review: { is: 'changed', of: expelled.id } });
    expect((await events(one, '--as-coded')).map(({ id }) => id).sort()).toEqual(expect.arrayContaining([meeting.id, expelled.id]));
    const list = await run(['correct', 'list']);
    expect(list.out).toMatch(/k1 .* ayla: reject event .*\n\s+an older visit/);
    expect(await run(['correct', 'undo', 'k1'])).toMatchObject({ code: 0, out: expect.stringContaining('undo k1') as string });
    expect((await run(['correct', 'list'])).out).toContain(': undo k1');
    expect((await find('CONSULT')).id).toBe(meeting.id);
  });

  it('adds a party, and the stories that name it are read anew', async () => {
    expect((await events(one, '--party', 'POL')).map(({ source }) => source)).not.toContain('ZUB');
    const added = await run(['correct', 'add-party', 'ZUB', '--kind', 'state', '--name', 'en=Zubrovka']);
    expect(added.err).toContain('1 story');
    expect(await events(one, '--party', 'Zubrovka')).toContainEqual(expect.objectContaining({ source: 'ZUB', target: 'POL' }));
    expect((await find('COERCE')).target).toBe('BLR');
    const again = await run(['recode', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ recoded: 0, left: 0, unfitting: [] });
    await run(['correct', 'undo', 'k4']);
    expect((await events()).map(({ source }) => source)).not.toContain('ZUB');
  });

  it('goes from desk to desk as lines, and shows conflicts', async () => {
    const sheet = join(folder, 'corrections.jsonl');
    expect((await run(['correct', 'export', sheet])).code).toBe(0);
    const [{ id }] = (await events(two)).filter(({ type }) => type === 'SANCTION') as [Told];
    expect((await dragoman(['correct', 'reject', id, '--ledger', two, '--who', 'boris'])).code).toBe(0);
    const { code, out } = await run(['correct', 'import', sheet, '--json'], two);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ added: 5, conflicts: [{ field: 'verdict' }] });
    expect((await run(['correct', 'list', '--conflicts'], two)).out).toContain('boris');
    writeFileSync(sheet, `${readFileSync(sheet, 'utf8').split('\n')[0]?.replace('older', 'newer')}\nnot json\n`);
    const bad = await run(['correct', 'import', sheet], two);
    expect([bad.code, bad.err]).toEqual([1, expect.stringMatching(/corrections\.jsonl:1: .*altered[\s\S]*corrections\.jsonl:2: broken JSON/)]);
  });

  it('corrects an event of a data set by its id, at another desk too, before its data set is there', async () => {
    const here = join(folder, 'here.db'), there = join(folder, 'there.db'), sheet = join(folder, 'dataset.jsonl'), csv = join(folder, 'acts.csv'), told = async (ledger: string): Promise<string[]> => (await events(ledger, '--oldest')).map(({ type }) => type);
    writeFileSync(csv, 'BLR,2020-08-01,RUS,AID\nBLR,2020-08-02,RUS,CONSULT\n');
    const load = (ledger: string): Promise<Ran> => run(['import', csv, '--name', 'acts', '--columns', 'date=2,source=1,target=3,type=4'], ledger);
    expect((await load(here)).code).toBe(0);
    const [aid, talks] = await events(here, '--oldest');
    expect((await run(['correct', 'reject', talks!.id, '--why', 'no such talks'], here)).code).toBe(0);
    expect((await run(['correct', 'change', aid!.id, '--set', 'type=SUPPORT'], here)).out).toMatch(/^k2 .*change type: SUPPORT → e1/);
    expect(await told(here)).toEqual(['SUPPORT']);
    expect((await run(['correct', 'list'], here)).out).toMatch(/reject event .*\n\s+no such talks\n\s+BLR ↔ RUS CONSULT; 2020-08-02/);
    await run(['correct', 'export', sheet], here);
    expect(await run(['read', join(folder, 's.jsonl')], there)).toMatchObject({ code: 0 });
    expect((await run(['correct', 'import', sheet], there)).out).toContain('its story or data set is not in this ledger');
    expect((await load(there)).code).toBe(0);
    expect((await told(there)).filter((type) => type === 'SUPPORT' || type === 'AID')).toEqual(['SUPPORT']);
    expect((await run(['correct', 'undo', 'k1'], here)).code).toBe(0);
    expect(await told(here)).toEqual(['SUPPORT', 'CONSULT']);
  });

  it('says in a story which of its facts were changed, confirmed or added by correction', async () => {
    const path = join(folder, 'shown.db');
    await run(['read', join(folder, 's.jsonl')], path);
    const [plain] = jsonLines<{ events: Told[] }>((await run(['show', 's1', '--json'], path)).out);
    expect(plain?.events.map(({ review }) => review)).toEqual(plain?.events.map(() => undefined));
    const [meeting, expelled] = ['CONSULT', 'SANCTION'].map((type) => plain?.events.find((event) => event.type === type)?.id as string);
    await run(['correct', 'confirm', meeting as string], path);
    await run(['correct', 'change', expelled as string, '--set', 'type=COERCE'], path);
    await dragoman(['correct', 'change', expelled as string, '--set', 'type=REJECT', '--ledger', path, '--who', 'boris']);
    expect((await run(['correct', 'add', 's1', 'event', '--sentence', 'Poland expelled two Russian diplomats.', '--set', 'type=ACCUSE', '--set', 'source=RUS', '--set', 'target=POL'], path)).code).toBe(0);
    const { out } = await run(['show', 's1'], path), [told] = jsonLines<{ events: Told[] }>((await run(['show', 's1', '--json'], path)).out);
    expect(out).toMatch(/ CONSULT .*\(confirmed\)/);
    expect(out).toMatch(/ REJECT .*\(changed, in conflict\)/);
    expect(out).toMatch(/ RUS → POL +ACCUSE .*\(added\)/);
    expect(told?.events.flatMap(({ type, review }) => (review ? [[type, review]] : []))).toEqual(expect.arrayContaining([['CONSULT', { is: 'confirmed' }], ['REJECT', { is: 'changed', of: expelled, conflict: true }], ['ACCUSE', { is: 'added' }]]));
  });

  it('makes a set of what is vouched for, and scores the coder against it', async () => {
    const gold = join(folder, 'gold.jsonl');
    expect((await run(['gold', '-o', gold])).err).toMatch(/1 story: of 0 every fact was looked at, of 1 some/);
    const { code, out } = await run(['score', '--against', gold, '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { stories: 1, kinds: { events: { known: 1 } } }]);
    expect((await run(['score', '--against', gold, '--misses'])).out).toMatch(/events .*\n[\s\S]*missed COERCE POL BLR/);
    writeFileSync(gold, '{"id":"x"}\n{');
    expect(await run(['score', '--against', gold])).toMatchObject({ code: 1, err: expect.stringMatching(/gold\.jsonl:1: .*no story[\s\S]*gold\.jsonl:2: broken JSON/) as string });
  });

  it('says what is wrong, with exit code 1, or 2 where the command was not understood', async () => {
    for (const [args, code, message] of [
      [['correct', 'confirm', 'e999'], 1, 'no fact "e999"'], [['correct', 'change', 'e1', '--set', 'type=DANCE'], 1, '"type" must be one of'], [['correct', 'change', 'e1', '--set', 'type'], 1, 'no field=value'],
      [['correct', 'undo', 'k99'], 1, 'no correction'], [['correct', 'add', 's1', 'event', '--sentence', 'Not there.', '--set', 'type=AID'], 1, 'letter for letter'], [['correct', 'merge', 'hx', 'e1'], 1, 'no event or happening'],
      [['correct', 'add', 's1', 'song', '--sentence', 'x'], 2, 'none of'], [['correct', 'frobnicate'], 2, 'unknown command'], [['correct', 'add-party', 'zub', '--kind', 'state', '--name', 'x'], 2, 'capitals'],
    ] as [string[], number, string][]) {
      const ran = await run(args);
      expect([args.join(' '), ran.code, ran.err]).toEqual([args.join(' '), code, expect.stringContaining(message)]);
    }
  });
});

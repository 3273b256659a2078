/** What is known of 2014, asked of ICEWS14s; docs/walkthrough-2014.md tells it. Needs benchmarks/icews under DRAGOMAN_DATA (default ../shared). */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, dragoman, root } from '../../test/command.ts';
import { Ledger } from '../ledger/ledger.ts';
import { readBlocs } from '../relations/blocs.ts';
import { defaultsOf } from '../relations/declaration.ts';
import { checkEpisodes } from '../relations/episodes-check.ts';
import { episodes } from '../relations/episodes.ts';
import { betweenThem, relation } from './answer.ts';
import type { Asking } from './answer.ts';
import { loadRecord } from './load.ts';

const data = join(process.env['DRAGOMAN_DATA'] ?? join(root, '../shared'), 'benchmarks/icews/ICEWS14s');
const folder = mkdtempSync(join(tmpdir(), 'dragoman-icews-'));
const asking: Asking = { filter: {}, parameters: {}, blocs: readBlocs(readFileSync(join(root, 'src/relations/blocs.tsv'), 'utf8')).blocs };

describe.skipIf(!existsSync(data))('ICEWS14s (needs benchmarks/icews)', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    await built();
    const path = join(folder, 'icews.db');
    expect((await dragoman(['import', data, '--epoch', '2013-12-31', '--ledger', path])).code).toBe(0);
    ledger = Ledger.open(path);
  });
  afterAll(() => {
    ledger?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const chills = async (a: string, b: string): Promise<string[]> => {
    const { thaw } = await relation(ledger, [a, b], asking);
    return [...(thaw?.tone.changes ?? []), ...(thaw?.hostility.changes ?? [])].filter(({ kind }) => kind === 'chill').map(({ date }) => date);
  };

  it('a chill between Russia and Ukraine begins between 15 February and 15 March', async () => {
    const found = await chills('RUS', 'UKR');
    expect(found.filter((date) => date >= '2014-02-15' && date <= '2014-03-15')).toHaveLength(1);
  });

  it('one between Russia and the United States in March, none between Russia and Belarus', async () => {
    expect((await chills('RUS', 'USA')).filter((date) => date.startsWith('2014-03'))).toHaveLength(1);
    expect(await chills('RUS', 'BLR')).toEqual([]);
  });

  it('the West and Minsk are among the first fifteen between Russia and Ukraine, and are told apart by what they did', async () => {
    const { between } = await betweenThem(ledger, ['RUS', 'UKR'], asking), ranking = between?.ranking ?? [];
    expect(ranking.map(({ party }) => party)).toEqual(expect.arrayContaining(['USA', 'DEU', 'FRA', 'EU', 'POL', 'BLR']));
    expect(ranking.length).toBeLessThanOrEqual(15);
    const of = (party: string) => ranking.find((one) => one.party === party);
    expect(of('BLR')).toMatchObject({ bloc: 'Moscow', role: 'representative' });
    expect(of('BLR')?.did[0].types['SANCTION']).toBeUndefined();
    for (const party of ['USA', 'POL']) expect(of(party)?.did[0].types['SANCTION'], party).toBeGreaterThan(0);
    for (const party of ['USA', 'DEU', 'FRA', 'EU', 'POL']) expect(of(party), party).toMatchObject({ bloc: 'West', role: 'liaison' });
  });

  it('where the record is too thin to say, it says so', async () => {
    const { thaw } = await relation(ledger, ['BLR', 'UKR'], asking);
    expect(thaw?.tone).toMatchObject({ thin: expect.stringContaining('are needed') as string, changes: [], lack: { code: 'lack.change' } });
  });

  it('what followed alike stretches foretells the next fortnight better than random stretches of the same dyad', async () => {
    const found = checkEpisodes(await loadRecord(ledger, {}), { from: '2014-01-01', to: '2014-12-31' }, { start: '2014-05-01', step: 14, busy: 60 }, defaultsOf(episodes));
    process.stdout.write(`${JSON.stringify(found)}\n`);
    expect(found.looks).toBeGreaterThan(1000);
    expect(found.alike.mean).toBeLessThan(found.random.mean);
    expect(found.alike.mean).toBeLessThan(found.all.mean);
    expect(found.alike.square).toBeLessThan(found.random.square);
  });
});

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import yazl from 'yazl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../random.ts';
import { built, dragoman, jsonLines, root } from '../../../test/command.ts';
import { listDatasets } from '../../ledger/coded/list.ts';
import type { DatasetInfo } from '../../ledger/coded/list.ts';
import { Ledger } from '../../ledger/ledger.ts';
import type { LeanEvent } from '../../ledger/lean.ts';
import { readRecord } from '../../ledger/record.ts';
import { dayOfNumber } from '../../story/day.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-import-'));
const at = (name: string): string => join(folder, name);
const file = (name: string, content: string | Buffer): string => {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
};
const benchmarks = join(process.env['DRAGOMAN_DATA'] ?? join(root, '../shared'), 'benchmarks/icews');

/** What an import said, as JSON, and its exit code. */
async function imported(ledger: string, args: readonly string[], input?: Buffer): Promise<{ code: number | null; err: string; tally: Record<string, number> }> {
  const { code, out, err } = await dragoman(['import', ...args, '--json', '--ledger', ledger], input ? { input } : {});
  return { code, err, tally: jsonLines<Record<string, number>>(out)[0] ?? {} };
}

async function events(path: string): Promise<LeanEvent[]> {
  const ledger = Ledger.open(path), all = [...await readRecord(ledger)];
  ledger.close();
  return all;
}

const brief = ({ firstDay, source, target, type, mode }: LeanEvent): string => [dayOfNumber(firstDay), source, target, type, mode].filter(Boolean).join(' ');
const briefs = async (path: string): Promise<string[]> => (await events(path)).map(brief);

/** A GDELT row; `columns` as in 2.0 (61), or fewer. */
function gdeltRow(id: number, day: string, one: string, two: string, code: string, columns = 61): string {
  const row = Array.from({ length: columns }, () => '');
  row[0] = String(id);
  row[1] = day;
  row[5] = one;
  row[6] = one && `NAME OF ${one}`;
  row[15] = two;
  row[16] = two && `NAME OF ${two}`;
  row[26] = code;
  return row.join('\t');
}

const GDELT = [
  gdeltRow(1, '20240105', 'USAGOV', 'RUS', '042'), gdeltRow(2, '20240105', 'IGOUNO', 'SYRREB', '190'), gdeltRow(3, '20240106', 'RUS', '', '010'), gdeltRow(4, '20240106', 'RUS', 'USA', '010'),
  gdeltRow(5, '20240107', 'GOV', 'BLR', '0841'),
].join('\n') + '\n';
const GDELT_EVENTS = ['2024-01-05 USA RUS CONSULT visit', '2024-01-05 UN SYR ASSAULT', '2024-01-07 UNKNOWN BLR RETREAT'];

beforeAll(built, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('formats', () => {
  it('GDELT 2.0, plain, gzipped, zipped and from standard input: the same rows once', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from(GDELT), '20240105.export.CSV');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(at('20240105.export.CSV.zip')));
    const plain = file('20240105.export.CSV', GDELT), gz = file('20240105.gz', gzipSync(GDELT)), zipped = at('20240105.export.CSV.zip');
    for (const [name, args, input] of [['plain', [plain]], ['zip', [zipped]], ['gz', [gz]], ['stdin', ['-', '--format', 'gdelt'], Buffer.from(GDELT)]] as const) {
      const ledger = at(`${name}.db`), done = await imported(ledger, args, input);
      expect([name, done.err, done.code, done.tally['events'], done.tally['withoutParty']]).toEqual([name, '', 0, 4, 1]);
      expect((await briefs(ledger)).sort()).toEqual([...GDELT_EVENTS].sort());
    }
    for (const other of [zipped, gz]) expect((await imported(at('plain.db'), [other])).tally).toMatchObject({ events: 0, known: 5 });
    expect(await events(at('plain.db'))).toHaveLength(3);
  });

  it('GDELT 1.0 of 57 and 58 columns', async () => {
    const rows = [gdeltRow(7, '19790101', 'FRA', 'DEU', '057', 57), gdeltRow(8, '19790102', 'FRA', 'DEU', '163', 58)];
    expect((await imported(at('g1.db'), [file('1979.csv', `${rows.join('\n')}\n`)])).code).toBe(0);
    expect(await briefs(at('g1.db'))).toEqual(['1979-01-01 FRA DEU SUPPORT', '1979-01-02 FRA DEU SANCTION']);
  });

  it('ICEWS with and without a header', async () => {
    const header = 'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude';
    const row = (date: string, source: string, from: string, code: string, target: string, to: string): string => `123\t${date}\t${source}\tGov\t${from}\tText\t${code}\t1.0\t${target}\tGov\t${to}\t1\t1\tWire\t\t\t\t\t0\t0`;
    const rows = [row('2014-03-01', 'Police (Ukraine)', 'Ukraine', '173', 'Protester (Ukraine)', 'Ukraine'), row('2014-03-02', 'Nobody Known', 'Kenya', '42', 'Federica Mogherini', 'Italy'), row('2015-03-02', 'Federica Mogherini', 'Italy', '051', 'Atlantis', '')];
    for (const [name, text] of [['with', [header, ...rows]], ['without', rows]] as const) {
      expect((await imported(at(`icews-${name}.db`), [file(`icews-${name}.tab`, `${text.join('\r\n')}\r\n`)])).err).toBe('');
      expect(await briefs(at(`icews-${name}.db`))).toEqual(['2014-03-01 UKR UKR COERCE', '2014-03-02 KEN ITA CONSULT visit', '2015-03-02 EU UNKNOWN SUPPORT']);
    }
  });

  it('POLECAT, whose types are PLOVER\'s', async () => {
    const header = 'Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tRecipient Name\tRecipient Country';
    const rows = ['a-1\t2023-02-01\tCONSULT\tphone\t1\tV+\t\tEmmanuel Macron\tFRA\tPoland\tPOL', 'a-2\t2023-02-02\tSANCTION\texpel\t-5\tM-\t\tPoland\tPOL\tNone\tRUS', 'a-3\t2023-02-03\tDANCE\t\t0\t\t\tPoland\tPOL\tRussia\tRUS', 'a-4\t2023-02-03\tAID\t\t0\t\t\tPoland\tPOL\t\tNone'];
    const done = await imported(at('polecat.db'), [file('polecat.txt', `${[header, ...rows].join('\n')}\n`)]);
    expect([done.code, done.tally['events'], done.tally['refused'], done.tally['withoutParty']]).toEqual([1, 2, 1, 1]);
    expect(await briefs(at('polecat.db'))).toEqual(['2023-02-01 FRA POL CONSULT call', '2023-02-02 POL RUS SANCTION']);
  });

  it('Phoenix, by tabs and by commas', async () => {
    const tabbed = (code: string): string => ['E1', '20150103', '2015', '1', '3', 'TURGOV', 'TUR', 'GOV', '', 'IGOUNO', 'IGO', '', 'UNO', code, '04', '1', '2.8', '', '', '', '', '', '', 's1', 'u', 'n'].join('\t');
    expect((await imported(at('phx.db'), [file('events.full.20150103.txt', `${tabbed('043')}\n${tabbed('---')}\n`)])).tally).toMatchObject({ events: 1, refused: 1 });
    expect(await briefs(at('phx.db'))).toEqual(['2015-01-03 TUR UN CONSULT visit']);
    const commas = 'eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process\n1,1/2/1950,1950,1,2,USA,USA,,,SUN,SUN,,,112,11,3,-2,"A, B",,,,,,1,p\n';
    expect((await imported(at('phx2.db'), [file('PhoenixNYT.csv', commas)])).err).toBe('');
    expect(await briefs(at('phx2.db'))).toEqual(['1950-01-02 USA RUS ACCUSE']);
  });

  it('comma-separated values, by names of columns or their numbers', async () => {
    const text = 'who,whom,when,what\n"Belarus, Republic",Россия,2020-08-01,Make a visit\nTürkiye,UN,2020-08-02,0871\n"Cuba,USA,2020-08-03,010\n';
    const done = await imported(at('csv.db'), [file('acts.csv', text), '--columns', 'date=when,source=who,target=whom,code=what']);
    expect([done.code, done.tally['events'], done.tally['refused']]).toEqual([1, 2, 1]);
    expect(await briefs(at('csv.db'))).toEqual(['2020-08-01 UNKNOWN RUS CONSULT visit', '2020-08-02 TUR UN CONCEDE']);
    expect((await imported(at('csv2.db'), [file('acts2.csv', 'BLR;2020-08-01;RUS;AID\n'), '--columns', 'date=2,source=1,target=3,type=4'])).err).toBe('');
    expect(await briefs(at('csv2.db'))).toEqual(['2020-08-01 BLR RUS AID']);
  });

  it('the integer layout, days counted from an epoch', async () => {
    file('toy/entity2id.txt', 'Citizen_(Nigeria)\t0\nBarack_Obama\t1\n');
    file('toy/relation2id.txt', 'Make_a_visit\t0\nMake_statement\t1\n');
    file('toy/train.txt', '1\t0\t0\t1\n1\t1\t0\t1\t0\n1\t0\t7\t1\n');
    file('toy/test.txt', '0\t0\t1\t48\n');
    const done = await imported(at('toy.db'), [at('toy'), '--epoch', '2013-12-31']);
    expect([done.code, done.tally['events'], done.tally['refused']]).toEqual([1, 3, 1]);
    expect(await briefs(at('toy.db'))).toEqual(['2014-01-01 USA NGA CONSULT visit', '2014-02-17 NGA USA CONSULT visit']);
    await imported(at('hours.db'), [join(folder, 'toy'), '--epoch', '2014-01-01', '--unit', 'hour']);
    expect((await briefs(at('hours.db'))).at(-1)).toBe('2014-01-03 NGA USA CONSULT visit');
    expect((await imported(at('none.db'), [at('toy')])).err).toContain('--epoch');
  });

  it.skipIf(!existsSync(benchmarks))('ICEWS14s whole (needs benchmarks/icews)', async () => {
    const done = await imported(at('icews14s.db'), [join(benchmarks, 'ICEWS14s'), '--epoch', '2013-12-31']);
    expect([done.code, done.tally['rows'], done.tally['events']]).toEqual([0, 90_730, 90_730]);
    const all = await events(at('icews14s.db'));
    // Statements have no type; most actors are known.
    expect(all.length).toBeGreaterThan(70_000);
    expect(all.filter(({ source, target }) => source !== 'UNKNOWN' && target !== 'UNKNOWN').length / all.length).toBeGreaterThan(0.8);
    expect([dayOfNumber(all[0]?.firstDay as number), dayOfNumber(all.at(-1)?.firstDay as number)]).toEqual(['2014-01-01', '2014-12-31']);
  });
});

describe('an import', () => {
  it('puts rows that cannot be read aside, with where they stood and why, once', async () => {
    const bad = [gdeltRow(1, '20240105', 'USA', 'RUS', '042'), gdeltRow(2, '20241305', 'USA', 'RUS', '042'), gdeltRow(3, '20240105', 'USA', 'RUS', '999'), 'not a row', gdeltRow(4, '20240105', 'USA', 'RUS', '042')].join('\n');
    const path = file('bad.csv', bad), ledger = at('bad.db');
    for (let run = 0; run < 2; run++) {
      const done = await imported(ledger, [path]);
      expect([done.code, done.tally['events'], done.tally['refused'], done.tally['rows']]).toEqual([1, run ? 0 : 2, 3, 5]);
      expect(done.err).toContain(`${ledger}.gdelt.refused.tsv`);
      const lines = readFileSync(`${ledger}.gdelt.refused.tsv`, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
      expect(lines.map(([name, line, why]) => [name, line, why])).toEqual([[path, '2', 'no such day'], [path, '3', 'no such CAMEO code'], [path, '4', '1 columns, not 61']]);
      expect(lines[2]?.slice(3).join('\t')).toBe('not a row');
    }
  });

  it('takes only what a file has grown by, and each of the source\'s own ids once', async () => {
    const path = file('growing.csv', GDELT), ledger = at('growing.db');
    await imported(ledger, [path]);
    appendFileSync(path, `${gdeltRow(6, '20240108', 'CHN', 'IND', '138')}\n`);
    expect((await imported(ledger, [path])).tally).toMatchObject({ events: 1, known: 5, lines: 1 });
    expect((await imported(ledger, [path])).tally).toMatchObject({ events: 0, known: 6 });
    const overlap = file('overlap.csv', `${gdeltRow(9, '20240109', 'CHN', 'IND', '138')}\n${gdeltRow(6, '20240108', 'CHN', 'IND', '138')}\n`);
    expect((await imported(ledger, [overlap])).tally).toMatchObject({ events: 1, repeated: 1 });
    expect(await events(ledger)).toHaveLength(5);
  });

  it('says what it cannot take, and takes the rest', async () => {
    const done = await imported(at('rest.db'), [at('missing.csv'), file('prose.txt', 'Once upon a time.\n'), file('empty.csv', ''), file('broken.zip', Buffer.from('PK\u0003\u0004 and nothing')), at('20240105.export.CSV')]);
    expect(done.code).toBe(1);
    for (const code of ['file-missing', 'unknown-layout', 'empty-file', 'zip-unreadable']) expect(done.err).toContain(`[${code}]`);
    expect(done.tally['events']).toBe(4);
    expect((await imported(at('rest.db'), [file('other.csv', 'a,b\n'), '--name', 'gdelt', '--columns', 'date=a,source=b,target=b,code=b'])).err).toContain('[other-format]');
    for (const args of [['x.csv', '--columns', 'date'], ['x.csv', '--format', 'xml'], ['x', '--epoch', 'soon'], []]) expect((await imported(at('rest.db'), args)).code).toBe(2);
  });

  it('killed at any moment leaves whole transactions, and run again makes what one run makes', async () => {
    // More rows than one transaction takes, small ones.
    const random = seeded(41), parties = ['Russia', 'Ukraine', 'Poland', 'Citizen_(Belarus)', 'Nobody_Known'];
    file('kill/entity2id.txt', `${parties.map((name, i) => `${name}\t${i}`).join('\n')}\n`);
    file('kill/relation2id.txt', 'Make_a_visit\t0\nMake_statement\t1\nThreaten\t2\n');
    const rows = Array.from({ length: 420_000 }, (_, i) => `${Math.floor(random() * 5)}\t${Math.floor(random() * 3)}\t${Math.floor(random() * 5)}\t${Math.floor(i / 420)}`);
    file('kill/train.txt', `${rows.slice(0, 320_000).join('\n')}\nnot a row\n`);
    file('kill/test.txt', `${rows.slice(320_000).join('\n')}\n`);
    const whole = at('whole.db'), killed = at('killed.db'), args = [at('kill'), '--epoch', '2014-01-01'];
    await imported(whole, args);
    const contents = async (path: string): Promise<string> => {
      const hash = createHash('sha256');
      for (const event of await events(path)) hash.update(JSON.stringify(event));
      return hash.digest('hex');
    };
    let partial = 0;
    for (let i = 0; i < 12 && partial < 2; i++) {
      rmSync(killed, { force: true });
      for (const end of ['-wal', '-shm', '.kill.refused.tsv']) rmSync(`${killed}${end}`, { force: true });
      await new Promise<void>((resolve, reject) => {
        const child = spawn(process.execPath, [join(root, 'bin/dragoman.mjs'), 'import', ...args, '--ledger', killed], { stdio: 'ignore' });
        child.on('error', reject);
        // Some time after it has begun to write events.
        const watch = setInterval(() => {
          if ((statSync(`${killed}-wal`, { throwIfNoEntry: false })?.size ?? 0) < 1_000_000) return;
          clearInterval(watch);
          setTimeout(() => child.kill('SIGKILL'), Math.floor(random() * 400));
        }, 5);
        child.on('close', () => {
          clearInterval(watch);
          resolve();
        });
      });
      const kept = Ledger.open(killed), n = await listDatasets(kept);
      kept.close();
      if (n[0] && n[0].rows > 0 && n[0].rows < 420_001) partial++;
      const done = await imported(killed, args);
      expect([done.code, (done.tally['lines'] as number) + (done.tally['known'] as number), done.tally['refused']]).toEqual([1, 420_001, 1]);
      expect(readFileSync(`${killed}.kill.refused.tsv`, 'utf8').trimEnd().split('\n')).toHaveLength(1);
      expect(await contents(killed)).toBe(await contents(whole));
    }
    expect(partial).toBeGreaterThan(0);
    const checked = await dragoman(['datasets', '--check', '--json', '--ledger', killed]);
    expect([checked.code, jsonLines<DatasetInfo>(checked.out).map(({ name, rows: n, refused }) => [name, n, refused])]).toEqual([0, [['kill', 420_001, 1]]]);
  }, 300_000);
});

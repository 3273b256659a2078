import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cameoByCode } from '../../ontology/cameo.ts';
import { dayNumber } from '../../story/day.ts';
import { EVENT_TYPES } from '../../story/facts.ts';
import { correct, settleDataset } from '../corrections/correct.ts';
import type { Ask } from '../corrections/correct.ts';
import { exportCorrections, importCorrections, readCorrection } from '../corrections/exchange.ts';
import { history } from '../corrections/history.ts';
import { conflicts, corrections, unfitting } from '../corrections/list.ts';
import { count, events, eventsOf, factsById } from '../facts.ts';
import type { Filter } from '../filter.ts';
import { Ledger } from '../ledger.ts';
import { NUMBERS } from '../lean.ts';
import { network, readRecord } from '../record.ts';
import { codedCounts } from './counts.ts';
import { checkDerived } from './check.ts';
import { CodedDataset } from './dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-corrected-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Given {
  day: string;
  source: string;
  target: string;
  code: string;
  id?: number;
}

let piece = 0;
/** Puts events into a data set, in the batches that are given. */
function put(ledger: Ledger, name: string, batches: readonly (readonly Given[])[]): void {
  const dataset = new CodedDataset(ledger, name, 'test', join(folder, 'refused.tsv'));
  for (const batch of batches) {
    dataset.begin(Buffer.from(`piece ${piece++}\n`), `${name}.tsv`, 1);
    for (const { day, source, target, code, id = 0 } of batch) {
      const cameo = cameoByCode(code);
      dataset.add(dayNumber(day), dataset.actor('', source, () => source), dataset.actor('', target, () => target), dataset.code(code, cameo?.type, cameo?.mode), id);
    }
    dataset.end(1);
    dataset.commit();
  }
  dataset.close();
  settleDataset(ledger, name);
}

const PAGE = { limit: 1000, order: 'oldest' } as const;
const by = (who: string) => ({ who, why: 'seen in the archive' });
const VISIT: Given = { day: '2014-03-05', source: 'USA', target: 'UKR', code: '042', id: 77 }, SHELLING: Given = { day: '2014-03-06', source: 'RUS', target: 'UKR', code: '190', id: 78 };
const [FIRST, SECOND] = ['e4294967296', 'e4294967297'];

describe('an event of a data set', () => {
  it('is confirmed, changed and rejected by its id; everything follows at once, and undoing too', async () => {
    const ledger = Ledger.open(':memory:');
    put(ledger, 'ICEWS', [[VISIT, SHELLING]]);
    const lines = async (filter: Filter = {}): Promise<string[]> => (await events(ledger, filter, PAGE)).rows.map(({ id, fact, review }) => [id, fact.source, fact.type, fact.target, review?.is].filter(Boolean).join(' '));
    const dyads = async (filter: Filter = {}): Promise<string[]> => (await network(ledger, filter)).map(({ source, target, counts }) => `${source} ${target} ${EVENT_TYPES.filter((_, i) => counts[i]).join()}`);
    expect(correct(ledger, { kind: 'confirm', fact: FIRST }, by('ayla')).facts).toEqual([FIRST]);
    expect(correct(ledger, { kind: 'reject', fact: SECOND }, by('ayla'))).toMatchObject({ id: 'k2', facts: [] });
    expect(await lines()).toEqual([`${FIRST} USA CONSULT UKR confirmed`]);
    expect([await count(ledger, 'event'), await count(ledger, 'event', { pair: ['RUS', 'UKR'] }), await count(ledger, 'event', { from: '2014-03-06' })]).toEqual([1, 0, 0]);
    expect(await dyads()).toEqual(['USA UKR CONSULT']);
    expect(await lines({ asCoded: true })).toHaveLength(2);
    expect((await factsById(ledger, 'event', [Number(SECOND.slice(1))]))[0]).toMatchObject({ id: SECOND, review: { is: 'rejected' }, dataset: { name: 'ICEWS', code: '190', id: 78 } });
    expect(await eventsOf(ledger, [{ id: Number(SECOND.slice(1)) }])).toEqual([]);

    correct(ledger, { kind: 'undo', correction: 'k2' }, by('ayla'));
    const { facts } = correct(ledger, { kind: 'change', fact: SECOND, fields: { type: 'COERCE', source: 'BLR', factuality: 'planned' } }, by('ayla'));
    expect(facts).toEqual(['e1']);
    expect(await lines()).toEqual([`${FIRST} USA CONSULT UKR confirmed`, 'e1 BLR COERCE UKR changed']);
    expect(await lines({ factualities: ['planned'] })).toEqual(['e1 BLR COERCE UKR changed']);
    expect(await lines({ datasets: ['stories'] })).toEqual([]);
    expect((await events(ledger, { datasets: ['ICEWS'], parties: ['BLR'] }, PAGE)).rows[0]).toMatchObject({ dataset: { name: 'ICEWS', code: '190', id: 78 }, review: { is: 'changed', of: SECOND } });
    expect((await dyads()).sort()).toEqual(['BLR UKR COERCE', 'USA UKR CONSULT']);
    expect([...await readRecord(ledger, { parties: ['BLR'] })]).toMatchObject([{ id: 1, dataset: 'ICEWS', factuality: 'planned' }]);
    // Under either id, and what the data set says stays as it was read.
    expect(correct(ledger, { kind: 'change', fact: 'e1', fields: { source: 'POL' } }, by('boris')).facts).toEqual(['e2']);
    expect(conflicts(ledger)).toMatchObject([{ about: SECOND, field: 'source' }]);
    expect(checkDerived(ledger)).toEqual([]);
    const told = await history(ledger, 'e2');
    expect(told.entries.map(({ what }) => what)).toEqual([expect.stringMatching(/^imported from ICEWS.tsv: RUS → UKR ASSAULT.*\(190, 78\)$/), 'reject event', expect.stringMatching(/^undo/), expect.stringMatching(/^change type: COERCE/), 'change source: POL']);
    expect(told.now).toEqual([expect.stringMatching(/^e2: POL → UKR COERCE.*changed, in conflict/)]);
    for (const correction of ['k4', 'k5']) correct(ledger, { kind: 'undo', correction }, by('ayla'));
    expect(await lines()).toEqual([`${FIRST} USA CONSULT UKR confirmed`, `${SECOND} RUS ASSAULT UKR`]);
    ledger.close();
  });

  it('cannot be what it is not', () => {
    const ledger = Ledger.open(':memory:');
    put(ledger, 'ICEWS', [[VISIT, SHELLING, { ...VISIT, code: '010', id: 79 }]]);
    const refused = (ask: Ask) => expect(() => correct(ledger, ask, by('ayla')));
    refused({ kind: 'reject', fact: 'e4294967399' }).toThrow('no fact');
    refused({ kind: 'reject', fact: 'e8589934592' }).toThrow('no fact');
    refused({ kind: 'confirm', fact: 'e4294967298' }).toThrow('no fact');
    refused({ kind: 'change', fact: FIRST, fields: { type: 'DANCE' } }).toThrow('"type" must be one of');
    refused({ kind: 'change', fact: FIRST, fields: { evidence: 'The visit took place.' } }).toThrow('letter for letter');
    refused({ kind: 'merge', events: [FIRST, SECOND] }).toThrow('happening of its own');
    ledger.close();
  });

  it('is corrected from another desk too, before or after its data set is there, whatever the order of import', async () => {
    const here = Ledger.open(':memory:'), twins = [VISIT, { ...VISIT, id: 0 }, { ...VISIT, id: 0 }, SHELLING].map((one) => ({ ...one }));
    put(here, 'ICEWS', [twins]);
    // The second of two that nothing tells apart.
    correct(here, { kind: 'reject', fact: 'e4294967298' }, by('ayla'));
    correct(here, { kind: 'change', fact: 'e4294967299', fields: { target: 'POL' } }, by('ayla'));
    const sent = exportCorrections(here).map((one) => readCorrection(JSON.stringify(one)));
    expect(() => readCorrection(JSON.stringify(sent[0]).replaceAll('ICEWS', 'GDELT'))).toThrow('altered');
    const there = Ledger.open(':memory:'), lines = async (ledger: Ledger): Promise<string[]> => (await events(ledger, {}, PAGE)).rows.map(({ fact, dataset, review }) => `${fact.source} ${fact.target} ${dataset?.code} ${dataset?.id} ${review?.is}`);
    importCorrections(there, sent);
    expect(unfitting(corrections(there)).map(({ facts }) => facts.map(({ fit }) => fit))).toEqual([['waiting'], ['waiting']]);
    put(there, 'other', [[SHELLING]]);
    put(there, 'ICEWS', [[SHELLING], [VISIT], [twins[1] as Given], [twins[2] as Given]]);
    expect(unfitting(corrections(there))).toEqual([]);
    expect((await lines(there)).filter((line) => !line.startsWith('RUS UKR')).sort()).toEqual((await lines(here)).sort());
    expect(await count(there, 'event', { datasets: ['ICEWS'] })).toBe(3);
    for (const ledger of [here, there]) ledger.close();
  });

  it('counts by every question as if it had been coded so', async () => {
    const given: fc.Arbitrary<Given> = fc.record({ day: fc.constantFrom('2013-12-31', '2014-01-01', '2014-06-30'), source: fc.constantFrom('RUS', 'UKR', 'BLR'), target: fc.constantFrom('RUS', 'UKR', 'USA'), code: fc.constantFrom('042', '163', '190') });
    const words = fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom('confirm', 'reject', 'change', 'undo'), type: fc.constantFrom('AID', 'ASSAULT'), target: fc.constantFrom('RUS', 'POL') }), { maxLength: 12 });
    const filters: Filter[] = [{}, { pair: ['RUS', 'UKR'] }, { parties: ['UKR'] }, { types: ['ASSAULT'] }, { from: '2014-01-01', to: '2014-05-01' }, { datasets: ['a'] }];
    await fc.assert(fc.asyncProperty(fc.array(fc.array(given, { maxLength: 12 }), { minLength: 1, maxLength: 10 }), words, async (batches, said) => {
      const ledger = Ledger.open(':memory:');
      put(ledger, 'a', batches);
      const coded = (await events(ledger, {}, PAGE)).rows, now = new Map(coded.map(({ id, fact }) => [id, `${fact.source} ${fact.target} ${fact.type}`])), last = new Map<string, string>();
      for (const { at, kind, type, target } of said) {
        const one = coded[at % (coded.length || 1)];
        if (!one) continue;
        const { id, fact } = one, plain = `${fact.source} ${fact.target} ${fact.type}`;
        if (kind === 'undo') {
          if (!last.has(id)) continue;
          correct(ledger, { kind, correction: last.get(id) as string }, by('ayla'));
          now.set(id, plain);
          last.delete(id);
        } else if (!last.has(id)) {
          last.set(id, correct(ledger, kind === 'change' ? { kind, fact: id, fields: { type, target } } : { kind: kind as 'confirm' | 'reject', fact: id }, by('ayla')).id);
          now.set(id, kind === 'confirm' ? plain : kind === 'change' ? `${fact.source} ${target} ${type}` : '');
        }
      }
      const all = (await events(ledger, {}, PAGE)).rows.map(({ fact }) => `${fact.source} ${fact.target} ${fact.type}`);
      expect(all.sort()).toEqual([...now.values()].filter(Boolean).sort());
      for (const filter of filters) {
        const packed = [...await readRecord(ledger, filter)].filter(({ id, source, target }) => id >= NUMBERS && source !== target), counts = await codedCounts(ledger, filter);
        expect(counts?.count?.reduce((sum, n) => sum + n, 0) ?? 0).toBe(packed.length);
        expect(counts?.count?.every((n) => n > 0) ?? true).toBe(true);
        const rows = (await events(ledger, filter, PAGE)).rows, lean = [...await readRecord(ledger, filter)], dyads = await network(ledger, filter);
        expect(lean.map(({ id }) => `e${id}`).sort()).toEqual(rows.map(({ id }) => id).sort());
        expect(await count(ledger, 'event', filter)).toBe(rows.length);
        expect(dyads.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
        for (const { source, target, total } of dyads) expect(rows.filter(({ fact }) => fact.source === source && fact.target === target)).toHaveLength(total);
      }
      expect(checkDerived(ledger)).toEqual([]);
      ledger.close();
    }), { seed: 11, numRuns: 40 });
  }, 120_000);
});

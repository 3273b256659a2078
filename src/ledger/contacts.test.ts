import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { english, englishCoded } from '../../test/stories.ts';
import { cameoByCode } from '../ontology/cameo.ts';
import { intensity } from '../ontology/intensity.ts';
import { dayNumber } from '../story/day.ts';
import { correct } from './corrections/correct.ts';
import { events } from './facts.ts';
import { CodedDataset } from './coded/dataset.ts';
import { contacts, wholeMonths } from './contacts.ts';
import type { Contact } from './contacts.ts';
import { dealingsOf } from './dealings.ts';
import type { Filter } from './filter.ts';
import { Ledger } from './ledger.ts';
import { readRecord } from './record.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-contacts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const given = fc.record({
  day: fc.integer({ min: dayNumber('2013-11-01'), max: dayNumber('2015-02-28') }), source: fc.constantFrom('RUS', 'UKR', 'NOR', 'TCD'), target: fc.constantFrom('RUS', 'UKR', 'USA', 'UNKNOWN'), code: fc.constantFrom('042', '163', '190', '010', '057'),
});
type Given = { day: number; source: string; target: string; code: string };

let piece = 0;
function put(ledger: Ledger, events: readonly Given[]): void {
  const dataset = new CodedDataset(ledger, 'a', 'test', join(folder, 'refused.tsv'));
  dataset.begin(Buffer.from(`piece ${piece++}\n`), 'file', 1);
  for (const { day, source, target, code } of events) {
    const cameo = cameoByCode(code);
    dataset.add(day, dataset.actor('', source, () => source), dataset.actor('', target, () => target), dataset.code(code, cameo?.type, cameo?.mode), 0);
  }
  dataset.end(1);
  dataset.commit();
  dataset.close();
}

/** Relations counted event by event. */
async function counted(ledger: Ledger, filter: Filter): Promise<Contact[]> {
  const all = new Map<string, Contact>();
  for (const { source, target, type } of await readRecord(ledger, filter)) {
    if (source === target) continue;
    const [a, b] = [source, target].sort() as [string, string], sum = all.get(`${a}|${b}`) ?? { a, b, acts: 0, cooperation: 0, conflict: 0 }, value = intensity(type);
    all.set(`${a}|${b}`, { a, b, acts: sum.acts + 1, cooperation: sum.cooperation + Math.max(0, value), conflict: sum.conflict + Math.min(0, value) });
  }
  return [...all.values()];
}

const rounded = (all: readonly Contact[]): string[] => all.map(({ a, b, acts, cooperation, conflict }) => `${a} ${b} ${acts} ${cooperation.toFixed(6)} ${Math.abs(conflict).toFixed(6)}`).sort();
const windows = fc.record({ from: fc.constantFrom('2013-12-01', '2014-01-01', '2014-06-01', '2014-06-15'), to: fc.constantFrom('2014-06-30', '2014-12-31', '2015-02-28', '2014-07-20') }, { requiredKeys: [] });

describe('contacts', () => {
  it('are those of the events, whether counted by month or by day, as the data grows', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(given, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), windows, fc.constantFrom<string[] | undefined>(undefined, ['SANCTION']), fc.array(fc.record({ at: fc.nat(), changed: fc.boolean() }), { maxLength: 3 }), async (parts, window, types, said) => {
      const ledger = Ledger.open(':memory:'), filter: Filter = { ...window, ...(types && { types }) };
      ledger.put(english, englishCoded, '1');
      for (const part of parts) {
        put(ledger, part);
        // an analyst's word on some of them
        for (const { at, changed } of said) {
          const coded = (await events(ledger, { datasets: ['a'] }, { limit: 1000 })).rows, fact = coded[at % coded.length]?.id;
          if (fact) correct(ledger, changed ? { kind: 'change', fact, fields: { target: 'USA', type: 'AID' } } : { kind: 'reject', fact }, { who: 'ayla' });
        }
        const found = await contacts(ledger, filter);
        expect(rounded(found)).toEqual(rounded(await counted(ledger, filter)));
        expect(found.map(({ acts }) => acts)).toEqual(found.map(({ acts }) => acts).toSorted((x, y) => y - x));
        const { dealings, daily } = await dealingsOf(ledger, 'RUS', filter), own = await counted(ledger, { ...filter, parties: ['RUS'] });
        for (const all of [dealings, await daily()]) expect(all.reduce((sum, { n }) => sum + n, 0)).toBe(own.reduce((sum, { acts }) => sum + acts, 0));
      }
      ledger.close();
    }), { numRuns: 60 });
  });

  it('keep to whole months only where nothing else is asked', () => {
    expect(wholeMonths({ from: '2014-01-01', to: '2014-02-28', factualities: ['fact'] })).toEqual({ from: 2014 * 12, to: 2014 * 12 + 1 });
    expect(wholeMonths({ types: [] })).toBeDefined();
    for (const filter of [{ from: '2014-01-02' }, { to: '2016-02-28' }, { types: ['AID'] }, { outlet: 'x' }, { factualities: ['planned' as const] }]) expect(wholeMonths(filter)).toBeUndefined();
  });
});

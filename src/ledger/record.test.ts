import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, FACTUALITIES, MODES } from '../story/facts.ts';
import type { CodedStory } from '../story/facts.ts';
import { dayNumber, dayOfNumber } from '../story/day.ts';
import { bare, english, englishCoded, eventIn, turkish, turkishCoded } from '../../test/stories.ts';
import { updateHappenings } from './happenings/update.ts';
import { LeanEvents } from './lean.ts';
import type { LeanEvent } from './lean.ts';
import { Ledger } from './ledger.ts';
import { coverage, network, readRecord } from './record.ts';

const party = fc.constantFrom('RUS', 'BLR', 'USA', 'UNKNOWN');
const lean: fc.Arbitrary<LeanEvent> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 45 }), happening: fc.integer(), type: fc.constantFrom(...EVENT_TYPES), mode: fc.constantFrom(undefined, ...MODES), source: party, target: party,
  firstDay: fc.integer({ min: -9000, max: 30_000 }), lastDay: fc.integer({ min: -9000, max: 30_000 }), factuality: fc.constantFrom(...FACTUALITIES),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }), dataset: fc.constantFrom(undefined, 'ICEWS14s', 'gdelt'),
});

describe('lean events', () => {
  it('come back as they went in, in order of time, those of one day in the order they came', () => {
    fc.assert(fc.property(fc.array(lean, { maxLength: 600 }), (given) => {
      const events = new LeanEvents();
      for (const one of given) events.add(one);
      const wanted = given.map((one, i) => ({ one, i })).sort((a, b) => a.one.firstDay - b.one.firstDay || a.i - b.i).map(({ one }) => one);
      expect([...events.sort()]).toEqual(wanted);
    }), { seed: 31, numRuns: 60 });
  });
});

describe('days', () => {
  it('have a number each, one after the other', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2014-02-28'), dayOfNumber(dayNumber('2014-02-28') + 1), dayOfNumber(-1)]).toEqual([0, 16_129, '2014-03-01', '1969-12-31']);
  });
});

describe('the record', () => {
  it('holds what stories state, narrowed as the queries are', async () => {
    const ledger = Ledger.open(':memory:');
    expect([await coverage(ledger), (await readRecord(ledger)).length, await network(ledger)]).toEqual([undefined, 0, []]);
    ledger.put(english, englishCoded, 'test');
    ledger.put(turkish, turkishCoded, 'test');
    const all = [...await readRecord(ledger)];
    expect(all).toHaveLength(englishCoded.events.length + turkishCoded.events.length);
    for (const event of all) expect(event.happening).toBe(-event.id);
    expect((await network(ledger)).reduce((sum, { total }) => sum + total, 0)).toBe(all.length);
    expect((await readRecord(ledger, { pair: ['TUR', 'SYR'] })).length).toBe(turkishCoded.events.length);
    expect((await readRecord(ledger, { datasets: ['ICEWS14s'] })).length).toBe(0);
    expect((await readRecord(ledger, { datasets: ['stories'] })).length).toBe(all.length);
    const covered = await coverage(ledger);
    expect([covered?.firstDay, covered?.lastDay]).toEqual([Math.min(...all.map((e) => e.firstDay)), Math.max(...all.map((e) => e.firstDay))]);
    ledger.close();
  });

  it('counts a meeting told from either side once, in either order of tellings', async () => {
    const told = (id: string, source: string, target: string) => {
      const story = { id, lang: 'en' as const, date: '2024-05-02', text: `The presidents of Ghana and Togo met in Accra on 1 May 2024, ${id} said.` };
      return [story, { ...bare(story), events: [eventIn(story, story.text, { type: 'CONSULT', source, target, from: '2024-05-01', to: '2024-05-01' })] }] as [typeof story, CodedStory];
    };
    for (const sides of [[['GHA', 'TGO'], ['TGO', 'GHA']], [['TGO', 'GHA'], ['GHA', 'TGO']]] as const) {
      const ledger = Ledger.open(':memory:');
      sides.forEach(([source, target], i) => ledger.put(...told(['the Herald', 'the Post'][i] as string, source, target), 'test'));
      updateHappenings(ledger);
      const [a, b] = [...await readRecord(ledger)];
      expect(a?.happening).toBe(b?.happening);
      expect((await network(ledger)).map(({ source, target, total }) => [source, target, total])).toEqual([['GHA', 'TGO', 1]]);
      ledger.close();
    }
  });
});

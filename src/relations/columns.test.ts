/** Acts in columns: the same ones, told one by one, as rows of a data set, or counted by day, give the same answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { event } from '../../test/events.ts';
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import { actsIn, pairsIn } from './columns.ts';
import { defaultsOf } from './declaration.ts';
import { episodes, similarEpisodes } from './episodes.ts';
import { manyOf, readMany } from './event.ts';
import type { CodedActs, EventRecord, Events, RelationEvent } from './event.ts';
import { goBetween, goBetweens } from './go-between.ts';
import { precedent, precedents } from './precedent.ts';
import { thaw, thaws } from './thaw.ts';
import { tone, toneSeries } from './tone.ts';

const YEAR = { from: '2020-01-01', to: '2020-12-31' }, PARTIES = ['USA', 'BLR', 'RUS'];

/** Rows of a data set; with `counts`, those of one kind and day as one. */
function coded(events: readonly RelationEvent[], counts: boolean): EventRecord {
  const rows = counts ? [...new Map(events.map((one) => [manyOf({ ...one, day: one.firstDay }), one])).values()] : events;
  const many = (one: RelationEvent): number => events.filter((other) => manyOf({ ...other, day: other.firstDay }) === manyOf({ ...one, day: one.firstDay })).length;
  const found: CodedActs = {
    length: rows.length, parties: PARTIES, source: Uint16Array.from(rows, ({ source }) => PARTIES.indexOf(source)), target: Uint16Array.from(rows, ({ target }) => PARTIES.indexOf(target)),
    type: Uint8Array.from(rows, ({ type }) => EVENT_TYPES.indexOf(type)), mode: Uint8Array.from(rows, ({ mode }) => (mode ? MODES.indexOf(mode) + 1 : 0)), day: Int32Array.from(rows, ({ firstDay }) => dayNumber(firstDay)),
    ...(counts ? { count: Uint32Array.from(rows, many) } : { id: Float64Array.from(rows, ({ id }) => Number(id.slice(1))) }),
  };
  return { told: [], coded: found };
}

const arbitrary = fc.array(fc.record({
  type: fc.constantFrom(...EVENT_TYPES), mode: fc.constantFrom(undefined, 'visit' as const), sides: fc.constantFrom(['BLR', 'USA'], ['USA', 'BLR'], ['BLR', 'RUS'], ['RUS', 'USA']), day: fc.integer({ min: 0, max: 60 }),
}), { maxLength: 80 }).map((list) => list.map(({ type, mode, sides: [source, target], day }, i): RelationEvent =>
  event({ id: `e${i + 1}`, type, source: source as string, target: target as string, firstDay: dayOf(dayNumber('2020-01-01') + day * 5), ...(mode && { mode }) })));

/** An answer without the lists of happenings, whose order within a day is nobody's. */
const numbers = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === 'because' ? undefined : typeof item === 'number' ? Number(item.toFixed(9)) : item)));

describe('acts in columns', () => {
  it('give what the same acts give one by one, also where days are counted', () => {
    const dyads = [{ source: 'USA', target: 'RUS', counts: EVENT_TYPES.map(() => 3) }, { source: 'BLR', target: 'RUS', counts: EVENT_TYPES.map(() => 2) }, { source: 'BLR', target: 'USA', counts: EVENT_TYPES.map(() => 1) }];
    const asked: ((events: Events) => unknown)[] = [
      (events) => toneSeries(events, ['BLR', 'USA'], YEAR, { ...defaultsOf(tone), direction: 'back' }), (events) => thaws(events, ['BLR', 'USA'], YEAR, { ...defaultsOf(thaw), enough: 4 }),
      (events) => goBetweens(events, ['RUS', 'USA'], YEAR, defaultsOf(goBetween), dyads, new Map()), (events) => precedents(events, ['BLR', 'USA'], YEAR, { modes: ['visit'] }, defaultsOf(precedent), '2020-01-01'),
      (events) => similarEpisodes(events, ['BLR', 'USA'], YEAR, { ...defaultsOf(episodes), weeks: 2, alike: 3 }),
    ];
    fc.assert(fc.property(arbitrary, (events) => {
      for (const ask of asked) {
        const plain = numbers(ask(events));
        expect(numbers(ask(coded(events, false)))).toEqual(plain);
        expect(numbers(ask(coded(events, true)))).toEqual(plain);
      }
    }), { numRuns: 60 });
  });

  it('stand by day in each pair, with what stories tell among them', () => {
    fc.assert(fc.property(arbitrary, arbitrary, (events, stories) => {
      const told = stories.map((one) => ({ ...one, id: `${one.id}0000`, happening: `h${one.id.slice(1)}` })), record = { ...coded(events, false), told }, weights = defaultsOf(tone);
      const pairs = pairsIn(record, weights);
      expect([...pairs.keys()]).toEqual([...pairs.keys()].sort());
      expect([...pairs.values()].reduce((sum, { length }) => sum + length, 0)).toBe(events.length + told.length);
      for (const [key, acts] of pairs) {
        expect([...acts.day]).toEqual([...acts.day].sort((x, y) => x - y));
        const own = actsIn(record, weights, { pair: key.split('|') as [string, string] });
        expect(own.list(own.rows(() => true)).sort()).toEqual(acts.list(acts.rows(() => true)).sort());
        expect(acts.happenings()).toBe(new Set(acts.list(acts.rows(() => true))).size);
      }
    }), { numRuns: 60 });
  });

  it('that stand for many are named by a word that tells which', () => {
    const many = { day: '2020-02-03', source: 'BLR', target: 'USA', type: 'CONSULT', mode: 'visit' } as const;
    expect(readMany(manyOf(many))).toEqual(many);
    expect([readMany('e12'), readMany('h5')]).toEqual([undefined, undefined]);
    const acts = actsIn(coded([event({ ...many, firstDay: many.day }), event({ ...many, firstDay: many.day })], true), defaultsOf(tone));
    expect([acts.length, acts.happenings(), acts.list([0])]).toEqual([1, 2, [manyOf(many)]]);
  });
});

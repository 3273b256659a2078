import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { english, englishCoded } from '../../../test/stories.ts';
import { cameoByCode } from '../../ontology/cameo.ts';
import { isSymmetricType } from '../../ontology/plover.ts';
import { dayNumber, dayOfNumber } from '../../story/day.ts';
import { EVENT_TYPES, MODES } from '../../story/facts.ts';
import type { EventType } from '../../story/facts.ts';
import { count, events, eventsOf } from '../facts.ts';
import type { Filter } from '../filter.ts';
import type { LeanEvent } from '../lean.ts';
import { Ledger } from '../ledger.ts';
import { partiesOf } from '../parties.ts';
import { coverage, network, readRecord } from '../record.ts';
import { codedActs, codedLatest, codedSpans } from './acts.ts';
import { codedCounts } from './counts.ts';
import type { CodedActs } from '../../relations/event.ts';
import { checkDerived, rebuildDerived } from './check.ts';
import { CodedDataset } from './dataset.ts';
import { IdSet } from './ids.ts';
import { listDatasets } from './list.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-coded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Given {
  day: number;
  source: string;
  target: string;
  code: string;
}

const given: fc.Arbitrary<Given> = fc.record({
  day: fc.integer({ min: dayNumber('2013-11-01'), max: dayNumber('2015-02-28') }), source: fc.constantFrom('RUS', 'UKR', 'USA', 'BLR'), target: fc.constantFrom('RUS', 'UKR', 'USA', 'UNKNOWN'),
  code: fc.constantFrom('042', '041', '163', '190', '010', '057'),
});

let piece = 0;
/** Writes events as so many pieces, each in a transaction of its own. */
function put(ledger: Ledger, name: string, batches: readonly (readonly Given[])[]): void {
  const dataset = new CodedDataset(ledger, name, 'test', join(folder, 'refused.tsv'));
  for (const batch of batches) {
    dataset.begin(Buffer.from(`piece ${piece++}\n`), 'file', 1);
    for (const { day, source, target, code } of batch) {
      const cameo = cameoByCode(code);
      dataset.add(day, dataset.actor('', source, () => source), dataset.actor('', target, () => target), dataset.code(code, cameo?.type, cameo?.mode), 0);
    }
    dataset.end(1);
    dataset.commit();
  }
  dataset.close();
}

const key = ({ firstDay, source, target, type, mode }: Pick<LeanEvent, 'firstDay' | 'source' | 'target' | 'type' | 'mode'>): string => `${firstDay} ${source} ${target} ${type} ${mode ?? ''}`;
/** Columns as keys in order, each as often as it counts. */
const inColumns = (acts: CodedActs | undefined): string[] => Array.from({ length: acts?.length ?? 0 }, (_, row) => {
  const { parties, source, target, day, type, mode, count: counts } = acts as CodedActs, name = (place: number): string => parties[place] as string;
  const one = key({ firstDay: day[row] as number, source: name(source[row] as number), target: name(target[row] as number), type: EVENT_TYPES[type[row] as number] as EventType, mode: MODES[(mode[row] as number) - 1] });
  return Array.from({ length: counts?.[row] ?? 1 }, () => one);
}).flat().sort();

/** Which pairs columns stand by, and the days of each. */
const standing = (acts: CodedActs | undefined): [pair: string, days: number[]][] => [...acts?.begin?.subarray(0, -1) ?? []].map((first, i) => {
  const { parties, source, target, day, begin } = acts as CodedActs, pairs = Array.from({ length: (begin?.[i + 1] as number) - first }, (_, k) => [source[first + k], target[first + k]].map((place) => parties[place as number]).sort().join(' '));
  expect(new Set(pairs).size).toBe(1);
  return [pairs[0] as string, [...day.subarray(first, begin?.[i + 1])]];
});

/** What of the given events a filter leaves, as keys in order. */
function wanted(all: readonly Given[], filter: Filter): string[] {
  const from = filter.from === undefined ? -Infinity : dayNumber(filter.from), to = filter.to === undefined ? Infinity : dayNumber(filter.to);
  return all.map(({ code, day, source, target }) => ({ firstDay: day, source, target, type: cameoByCode(code)?.type, mode: cameoByCode(code)?.mode })).filter(({ firstDay, source, target, type, mode }) =>
    type !== undefined && firstDay >= from && firstDay <= to && (!filter.types || filter.types.includes(type)) && (!filter.modes || (mode !== undefined && filter.modes.includes(mode)))
    && (!filter.pair || (filter.pair.includes(source) && filter.pair.includes(target) && (filter.pair[0] === filter.pair[1] || source !== target)))
    && (!filter.parties || filter.parties.includes(source) || filter.parties.includes(target))).map((event) => key(event as LeanEvent)).sort();
}

const day = given.map(({ day: n }) => dayOfNumber(n));
const filters: fc.Arbitrary<Filter> = fc.record({
  from: day, to: day, types: fc.subarray(['CONSULT', 'SANCTION', 'ASSAULT'], { minLength: 1 }), modes: fc.subarray(['visit', 'call'] as const, { minLength: 1 }),
  pair: fc.constantFrom<[string, string]>(['RUS', 'UKR'], ['UKR', 'RUS'], ['USA', 'USA'], ['BLR', 'XXX']), parties: fc.subarray(['RUS', 'UNKNOWN', 'XXX'], { minLength: 1 }),
}, { requiredKeys: [] });

describe('coded events', () => {
  it('come back as they went in, by every question, however they came and were put together', async () => {
    const batches = fc.array(fc.array(given, { maxLength: 30 }), { minLength: 1, maxLength: 24 });
    await fc.assert(fc.asyncProperty(batches, fc.array(filters, { minLength: 3, maxLength: 3 }), async (parts, asked) => {
      const ledger = Ledger.open(':memory:'), all = parts.flat();
      put(ledger, 'a', parts.slice(0, 20));
      put(ledger, 'b', parts.slice(20));
      for (const filter of [{}, ...asked]) {
        const lean = [...await readRecord(ledger, filter)], keys = wanted(all, filter);
        expect(lean.map(key).sort()).toEqual(keys);
        expect(lean.map(({ firstDay }) => firstDay)).toEqual(lean.map(({ firstDay }) => firstDay).sort((x, y) => x - y));
        expect(new Set(lean.map(({ id }) => id)).size).toBe(lean.length);
        expect(await count(ledger, 'event', filter)).toBe(keys.length);
        // the same in columns: act by act, and counted by day
        expect(inColumns(await codedActs(ledger, filter))).toEqual(keys);
        const counts = await codedCounts(ledger, filter), between = lean.filter(({ source, target }) => source !== target);
        expect(inColumns(counts)).toEqual(between.map((event) => key(isSymmetricType(event.type) && event.target < event.source ? { ...event, source: event.target, target: event.source } : event)).sort());
        const pairs = standing(counts);
        expect(pairs.map(([pair]) => pair).sort()).toEqual([...new Set(between.map(({ source, target }) => [source, target].sort().join(' ')))].sort());
        for (const [, days] of pairs) expect(days).toEqual([...days].sort((x, y) => x - y));
        const ids = new Map(lean.map((event) => [event.id, event])), latest = await codedLatest(ledger, filter, [['RUS', 'UKR'], ['USA', 'XXX']], 2), both = between.filter(({ source, target }) => [source, target].every((code) => ['RUS', 'UKR'].includes(code)));
        expect([...latest?.id ?? []].every((id) => both.includes(ids.get(id) as LeanEvent))).toBe(true);
        expect(latest?.length ?? 0).toBeGreaterThanOrEqual(Math.min(2, both.length));
        for (const { id, firstDay } of both) if (latest && ![...latest.id as Float64Array].includes(id)) expect(firstDay).toBeLessThan(Math.max(...latest.day));
        const span = { a: 'UKR', b: 'RUS', from: dayNumber('2014-02-01'), to: dayNumber('2014-06-30') }, found = await codedSpans(ledger, filter, [span]);
        expect([...found?.id ?? []].sort((x, y) => x - y)).toEqual(both.filter(({ firstDay }) => firstDay >= span.from && firstDay <= span.to).map(({ id }) => id).sort((x, y) => x - y));
        const counted = (await network(ledger, filter)).flatMap(({ source, target, counts }) => [...counts].flatMap((n, i) => (n ? [`${source} ${target} ${EVENT_TYPES[i]} ${n}`] : [])));
        const tally = new Map<string, number>();
        for (const { source, target, type } of lean) tally.set(`${source} ${target} ${type}`, (tally.get(`${source} ${target} ${type}`) ?? 0) + 1);
        expect(counted.sort()).toEqual([...tally].map(([who, n]) => `${who} ${n}`).sort());
      }
      expect(checkDerived(ledger)).toEqual([]);
      const lists = await listDatasets(ledger);
      expect(lists.reduce((sum, { events: typed, untyped }) => sum + typed + untyped, 0)).toBe(all.length);
      ledger.close();
    }), { seed: 7, numRuns: 25 });
  }, 120_000);

  it('are listed page by page with those of stories, each once, in order both ways', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(given, { maxLength: 40 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 17 }), async (parts, limit) => {
      const ledger = Ledger.open(':memory:');
      ledger.put(english, englishCoded, 'test');
      put(ledger, 'a', parts);
      const lean = [...await readRecord(ledger)];
      for (const order of ['newest', 'oldest'] as const) {
        const ids: string[] = [], days: string[] = [];
        let after: string | undefined;
        do {
          const found = await events(ledger, {}, { limit, order, after });
          expect(found.rows.length).toBeLessThanOrEqual(limit);
          ids.push(...found.rows.map(({ id }) => id));
          days.push(...found.rows.map(({ fact, story }) => fact.from ?? story?.date ?? ''));
          after = found.next;
        } while (after !== undefined);
        expect([...ids].sort()).toEqual(lean.map(({ id }) => `e${id}`).sort());
        const sorted = [...days].sort();
        expect(days).toEqual(order === 'oldest' ? sorted : sorted.reverse());
      }
      ledger.close();
    }), { seed: 8, numRuns: 12 });
  }, 120_000);

  it('are few segments after many imports', () => {
    const ledger = Ledger.open(':memory:');
    const one = (n: number): Given => ({ day: dayNumber('2014-01-01') + (n % 300), source: 'RUS', target: 'UKR', code: '042' });
    put(ledger, 'a', Array.from({ length: 100 }, (_, n) => [one(n), one(n + 1)]));
    const levels = ledger.read((tx) => tx.sql('SELECT level, count(*) AS n FROM coded_segment GROUP BY level ORDER BY level').rows);
    expect(levels).toEqual([{ level: 0, n: 4 }, { level: 1, n: 4 }, { level: 2, n: 1 }]);
    expect(ledger.read((tx) => tx.sql('SELECT count(*) AS n, sum(events) AS events FROM coded_run').rows)).toEqual([{ n: 9, events: 200 }]);
    ledger.close();
  });

  it('say where they come from and who acted, and are found again by id', async () => {
    const ledger = Ledger.open(':memory:');
    ledger.put(english, englishCoded, 'test');
    const dataset = new CodedDataset(ledger, 'ICEWS', 'icews', join(folder, 'none.tsv'));
    dataset.begin(Buffer.from('x\n'), 'file', 1);
    const visit = dataset.code('042', 'CONSULT', 'visit');
    dataset.add(dayNumber('2014-03-05'), dataset.actor('', 'John Kerry', () => 'USA'), dataset.actor('', 'Ukraine', () => 'UKR'), visit, 77);
    dataset.add(dayNumber('2014-03-05'), dataset.actor('', 'John Kerry', () => 'USA'), dataset.actor('', 'Ukraine', () => 'UKR'), visit, 77);
    expect(dataset.end(2)).toMatchObject({ events: 1, repeated: 1 });
    dataset.commit();
    const { rows } = await events(ledger, { pair: ['UKR', 'USA'] }, { limit: 5 });
    expect(rows).toEqual([{
      id: 'e4294967296', dataset: { name: 'ICEWS', code: '042', id: 77 },
      fact: {
        type: 'CONSULT', source: 'USA', source_person: 'John Kerry', target: 'UKR', from: '2014-03-05', to: '2014-03-05', granularity: 'day', factuality: 'fact', mode: 'visit',
        evidence: '', offsets: { sentence: { start: 0, end: 0 } }, confidence: 1,
      },
    }]);
    const lean = [...await readRecord(ledger)];
    expect((await eventsOf(ledger, lean)).map(({ id }) => id)).toEqual(lean.map(({ id }) => `e${id}`));
    expect((await eventsOf(ledger, [{ id: 2 ** 32 }, { id: 999 }, { id: 2 ** 33 }])).map(({ id }) => id)).toEqual(['e4294967296']);
    expect(await partiesOf(ledger)).toEqual(expect.arrayContaining(['UKR', 'USA']));
    // They have no speaker, outlet, language or words, and are no plans.
    for (const none of [{ speaker: 'kerry' }, { outlet: 'a' }, { langs: ['en'] }, { text: 'kerry' }, { factualities: ['planned' as const] }, { datasets: ['stories'] }]) {
      expect((await events(ledger, { ...none, pair: ['UKR', 'USA'] }, { limit: 5 })).rows).toEqual([]);
    }
    expect((await events(ledger, { datasets: ['ICEWS'] }, { limit: 5 })).rows).toHaveLength(1);
    expect((await coverage(ledger, { datasets: ['ICEWS'] }))?.firstDay).toBe(dayNumber('2014-03-05'));
    ledger.close();
  });

  it('have their derived days made anew where they are wrong', () => {
    const ledger = Ledger.open(':memory:');
    put(ledger, 'a', [[{ day: dayNumber('2014-01-01'), source: 'RUS', target: 'UKR', code: '042' }], [{ day: dayNumber('2015-01-01'), source: 'RUS', target: 'UKR', code: '042' }]]);
    ledger.write((tx) => {
      tx.sql('DELETE FROM coded_days WHERE segment_id = 1');
      tx.sql('UPDATE coded_total SET columns = zeroblob(4)');
      tx.sql('UPDATE coded_days SET columns = zeroblob(12) WHERE segment_id = 2');
    });
    expect(checkDerived(ledger)).toEqual(['days of segment 1', 'days of segment 2', 'totals of a']);
    rebuildDerived(ledger);
    expect(checkDerived(ledger)).toEqual([]);
    ledger.close();
  });

  it('are counted day by day where their totals are not kept', async () => {
    const ledger = Ledger.open(':memory:');
    put(ledger, 'a', [[{ day: dayNumber('2014-01-01'), source: 'RUS', target: 'UKR', code: '042' }], [{ day: dayNumber('2015-01-01'), source: 'RUS', target: 'UKR', code: '042' }]]);
    const kept = await network(ledger);
    ledger.write((tx) => tx.sql('DELETE FROM coded_total'));
    expect(await network(ledger)).toEqual(kept);
    expect(kept.map(({ total }) => total)).toEqual([2]);
    put(ledger, 'a', [[{ day: dayNumber('2016-01-01'), source: 'RUS', target: 'UKR', code: '042' }]]);
    expect(checkDerived(ledger)).toEqual([]);
    ledger.close();
  });

  it('refuse a day that cannot be kept, and a data set of another format', () => {
    const ledger = Ledger.open(':memory:'), dataset = new CodedDataset(ledger, 'a', 'icews', join(folder, 'none.tsv'));
    dataset.begin(Buffer.from('x\n'), 'file', 1);
    const who = dataset.actor('', 'RUS', () => 'RUS'), code = dataset.code('042', 'CONSULT', 'visit');
    expect([dayNumber('1899-12-31'), dayNumber('1900-01-01'), dayNumber('2079-06-06'), dayNumber('2079-06-07')].map((n) => dataset.add(n, who, who, code, 0))).toEqual([false, true, true, false]);
    expect(() => new CodedDataset(ledger, 'a', 'gdelt', join(folder, 'none.tsv'))).toThrow('was read as icews');
    ledger.close();
  });

  it('are not mixed up by two imports at once: the later one is told', () => {
    const path = join(folder, 'raced.db'), one = Ledger.open(path, { create: true }), two = Ledger.open(path);
    const sets = [new CodedDataset(one, 'a', 'test', join(folder, 'r.tsv')), new CodedDataset(two, 'a', 'test', join(folder, 'r.tsv')), new CodedDataset(two, 'b', 'test', join(folder, 'r.tsv'))];
    for (const [i, dataset] of sets.entries()) {
      dataset.begin(Buffer.from(`${i}\n`), 'file', 1);
      dataset.add(16_000, dataset.actor('', 'RUS', () => 'RUS'), dataset.actor('', 'UKR', () => 'UKR'), dataset.code('042', 'CONSULT', 'visit'), 0);
      dataset.end(1);
    }
    sets[0]?.commit();
    for (const late of sets.slice(1)) expect(() => late.commit()).toThrow('another import');
    one.close();
    two.close();
  });
});

describe('a set of ids', () => {
  it('holds what was added, once, also when it is kept and loaded again', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.nat(200_000), fc.integer({ min: 0, max: 2 ** 32 - 1 })), { maxLength: 200 }), { maxLength: 4 }), (rounds) => {
      const kept = new Map<number, ArrayBuffer>(), seen = new Set<number>();
      for (const round of rounds) {
        const ids = new IdSet((block) => kept.get(block));
        for (const id of round) {
          expect(ids.add(id)).toBe(!seen.has(id));
          seen.add(id);
        }
        for (const [block, packed] of ids.changes()) kept.set(block, packed.slice().buffer as ArrayBuffer);
      }
    }), { seed: 9, numRuns: 50 });
    const kept = new Map<number, ArrayBuffer>(), many = new IdSet((block) => kept.get(block));
    for (let id = 0; id < 60_000; id++) many.add(id);
    for (const [block, packed] of many.changes()) kept.set(block, packed.slice().buffer as ArrayBuffer);
    const again = new IdSet((block) => kept.get(block));
    expect([again.add(59_999), again.add(60_000)]).toEqual([false, true]);
  });
});

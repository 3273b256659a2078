/** The measures over made-up events: what they say, what they leave unsaid, and what changes nothing. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { event } from '../../test/events.ts';
import { EVENT_TYPES, FACTUALITIES } from '../story/facts.ts';
import { actsOf } from './acts.ts';
import { readBlocs } from './blocs.ts';
import { dayNumber, dayOf, periodEnd, periodIndex, periodName, PERIODS, periodStart } from './calendar.ts';
import { defaultsOf } from './declaration.ts';
import type { DyadCount } from './dyads.ts';
import type { RelationEvent } from './event.ts';
import { chance, goBetween, goBetweens } from './go-between.ts';
import { precedent, precedents } from './precedent.ts';
import { readings, readingsOf } from './readings.ts';
import { room, roomFor } from './room.ts';
import { thaw, thaws } from './thaw.ts';
import { tone, toneSeries } from './tone.ts';

const YEAR = { from: '2020-01-01', to: '2020-12-31' };
const { blocs } = readBlocs(readFileSync(new URL('./blocs.tsv', import.meta.url), 'utf8'));

const arbitraryEvents = fc.array(fc.record({
  type: fc.constantFrom(...EVENT_TYPES), sides: fc.constantFrom(['BLR', 'USA'], ['USA', 'BLR'], ['BLR', 'RUS'], ['RUS', 'USA']), day: fc.integer({ min: 0, max: 365 }), factuality: fc.constantFrom(...FACTUALITIES),
}), { maxLength: 40 }).map((list) => list.map(({ type, sides: [source, target], day, factuality }, i): RelationEvent =>
  event({ id: `e${i}`, type, source: source as string, target: target as string, firstDay: dayOf(dayNumber('2020-01-01') + day), factuality })));

/** The network's counts, from events. */
function dyadsOf(events: readonly RelationEvent[]): DyadCount[] {
  const dyads = new Map<string, { source: string; target: string; counts: number[] }>();
  for (const { source, target, type } of events) {
    const dyad = dyads.get(`${source}|${target}`) ?? { source, target, counts: EVENT_TYPES.map(() => 0) };
    dyad.counts[EVENT_TYPES.indexOf(type)]++;
    dyads.set(`${source}|${target}`, dyad);
  }
  return [...dyads.values()];
}

describe('the calendar', () => {
  it('lays days out in periods without gaps', () => {
    fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), fc.constantFrom(...PERIODS), (number, period) => {
      const day = dayOf(number), index = periodIndex(period, day);
      expect(dayNumber(day)).toBe(number);
      expect(periodStart(period, index) <= day && day <= periodEnd(period, index)).toBe(true);
      expect(periodIndex(period, periodStart(period, index))).toBe(index);
      expect(periodIndex(period, periodEnd(period, index))).toBe(index);
    }));
    expect([periodName('week', periodIndex('week', '2020-12-31')), periodName('week', periodIndex('week', '2021-01-03')), periodName('quarter', periodIndex('quarter', '2025-10-01'))])
      .toEqual(['2020-W53', '2020-W53', '2025-Q4']);
  });
});

describe('acts', () => {
  const weights = { planned: 0.5, possible: 0.25, conditional: 0.25, disputed: 0.5 };
  it('are counted once each, as the surest mention says, less where it is denied', () => {
    const base = { type: 'AID', source: 'RUS', target: 'BLR', firstDay: '2020-03-01', happening: 'h1' } as const;
    expect(actsOf([event(base), event({ ...base, firstDay: '2020-03-02', factuality: 'planned' })], weights)).toMatchObject([{ weight: 1, firstDay: '2020-03-01', lastDay: '2020-03-02' }]);
    expect(actsOf([event(base), event({ ...base, factuality: 'denied' })], weights)).toMatchObject([{ weight: 0.5 }]);
    expect(actsOf([event({ ...base, factuality: 'denied' })], weights)).toEqual([]);
    expect(actsOf([event({ ...base, type: 'CONSULT' }), event({ ...base, type: 'CONSULT', source: 'BLR', target: 'RUS' })], weights)).toHaveLength(1);
    expect(actsOf([event(base), event({ ...base, source: 'BLR', target: 'RUS' })], weights)).toHaveLength(2);
  });
});

describe('tone', () => {
  const parameters = { ...defaultsOf(tone), by: 'month' } as const;
  it('sums intensities, and tells silence from calm', () => {
    const { steps, total } = toneSeries([event({ type: 'AID', source: 'RUS', target: 'BLR', firstDay: '2020-01-10' }), event({ type: 'THREATEN', source: 'BLR', target: 'RUS', firstDay: '2020-03-10', factuality: 'possible' })], ['BLR', 'RUS'], YEAR, parameters);
    expect(steps).toHaveLength(12);
    expect(steps[0]).toMatchObject({ period: '2020-01', happenings: 1, cooperation: 7, conflict: 0, net: 7, mean: 7 });
    expect(steps[1]).toMatchObject({ happenings: 0, net: 0 });
    expect(steps[1].mean).toBeUndefined();
    expect(steps[2]).toMatchObject({ happenings: 1, conflict: -1.5, mean: -6, quads: { 'verbal conflict': 0.25 } });
    expect(total).toMatchObject({ happenings: 2, cooperation: 7, conflict: -1.5 });
  });

  it('is directed where that is asked, joint acts counting both ways', () => {
    const events = [event({ type: 'AID', source: 'RUS', target: 'BLR', firstDay: '2020-01-10' }), event({ type: 'CONSULT', source: 'BLR', target: 'RUS', firstDay: '2020-01-11' })];
    const types = (direction: 'forth' | 'back') => Object.keys(toneSeries(events, ['BLR', 'RUS'], YEAR, { ...parameters, direction }).total.types).sort();
    expect([types('forth'), types('back')]).toEqual([['CONSULT'], ['AID', 'CONSULT']]);
  });

  it('does not change with the order of parties, names, or tellings; parts of a window add up', () => {
    fc.assert(fc.property(arbitraryEvents, (events) => {
      const of = (some: readonly RelationEvent[], pair: [string, string], window = YEAR) => toneSeries(some, pair, window, parameters);
      const whole = of(events, ['BLR', 'USA']);
      expect(of([...events].reverse(), ['USA', 'BLR'])).toEqual(whole);
      const told = of([...events, ...events.map((one) => ({ ...one, id: `${one.id}b` }))], ['BLR', 'USA']);
      expect(told).toEqual(whole);
      const names: Record<string, string> = { BLR: 'AAA', USA: 'ZZZ', RUS: 'MMM' };
      const renamed = events.map((one) => ({ ...one, source: names[one.source] as string, target: names[one.target] as string }));
      expect(of(renamed, ['AAA', 'ZZZ'])).toEqual(whole);
      const parts = [of(events, ['BLR', 'USA'], { from: '2020-01-01', to: '2020-05-31' }), of(events, ['BLR', 'USA'], { from: '2020-06-01', to: '2020-12-31' })];
      expect(parts.flatMap(({ steps }) => steps)).toEqual(whole.steps);
    }), { numRuns: 100 });
  });
});

describe('thaw', () => {
  const parameters = defaultsOf(thaw), window = { from: '2015-01-01', to: '2019-12-31' };
  const turn = Array.from({ length: 60 }, (_, month) => month).flatMap((month): RelationEvent[] => {
    const firstDay = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    return [event({ type: month < 30 ? 'ACCUSE' : 'SUPPORT', source: 'USA', target: 'BLR', firstDay }), event({ type: 'CONSULT', source: 'USA', target: 'BLR', firstDay })];
  });

  it('finds when it was, how strongly, and who carries it', () => {
    const { tone: found, contact, hostility, by } = thaws(turn, ['BLR', 'USA'], window, parameters);
    expect(by).toBe('week');
    expect(found.changes).toHaveLength(1);
    const [change] = found.changes;
    expect(change).toMatchObject({ kind: 'thaw', date: '2017-07-10', strength: 'very strong' });
    expect(change.interval[0] <= '2017-07-10' && change.interval[1] >= '2017-07-10').toBe(true);
    expect(change.before.level).toBeCloseTo(-0.5, 9);
    expect(change.after.level).toBeCloseTo(2.25, 9);
    const carrying = new Map(turn.map((one) => [one.happening, one]));
    for (const happening of change.because) expect(carrying.get(happening)).toMatchObject({ type: 'SUPPORT' });
    expect(contact.changes).toEqual([]);
    expect(hostility.changes).toMatchObject([{ kind: 'thaw' }]);
    // seen online, the present state began there too, and not just now
    expect(found.now?.since).toBe('2017-07-10');
    expect(found.now?.changing).toBeLessThan(0.1);
  });

  it('finds nothing in noise that stays what it is, and says when there is too little', () => {
    const steady = turn.map((one, i) => ({ ...one, type: i % 3 ? 'SUPPORT' : 'ACCUSE' }) as RelationEvent);
    expect(thaws(steady, ['BLR', 'USA'], window, parameters).tone.changes).toEqual([]);
    const little = thaws(turn.slice(0, 5), ['BLR', 'USA'], window, parameters);
    expect(little.tone).toMatchObject({ thin: '5 happenings in 3 weeks; at least 8 in 4 are needed', lack: { code: 'lack.change' }, changes: [] });
  });

  it('sets what stories say beside it', () => {
    const trend = (direction: 'improving' | 'worsening', lastDay: string) => ({ id: 'r1', a: 'USA', b: 'BLR', direction, firstDay: lastDay, lastDay });
    const said = thaws(turn, ['BLR', 'USA'], window, parameters, { trends: [trend('improving', '2017-09-01'), trend('worsening', '2017-09-01'), trend('improving', '2015-02-01')] }).said;
    expect(said.map(({ series }) => series)).toEqual(['too little to say', 'agrees', 'disagrees']);
  });

  it('does not change with names, order or tellings', () => {
    const base = thaws(turn, ['BLR', 'USA'], window, parameters);
    expect(thaws([...turn].reverse(), ['USA', 'BLR'], window, parameters)).toEqual(base);
    expect(thaws(turn.flatMap((one) => [one, { ...one, id: `${one.id}x` }]), ['BLR', 'USA'], window, parameters)).toEqual(base);
  });
});

describe('precedent', () => {
  const parameters = defaultsOf(precedent);
  const call = (firstDay: string, more: Partial<RelationEvent> = {}): RelationEvent => event({ type: 'CONSULT', source: 'USA', target: 'BLR', mode: 'call', firstDay, ...more });
  const visit = (firstDay: string): RelationEvent => event({ type: 'CONSULT', source: 'USA', target: 'BLR', mode: 'visit', firstDay });
  const window = { from: '1990-01-01', to: '2025-12-31' };
  const verdict = (events: RelationEvent[], record: string) => precedents(events, ['BLR', 'USA'], window, {}, parameters, record).stated.map((one) => one.verdict);

  it('gives the last time and the gap; a call is not a visit', () => {
    const events = [visit('2020-02-01'), call('1994-01-20'), call('2025-08-15'), call('2025-08-16')];
    expect(precedents(events, ['BLR', 'USA'], window, { modes: ['call'] }, parameters, '1993-01-01')).toMatchObject({
      times: 2, rounds: [{ from: '1994-01-20' }, { from: '2025-08-15', to: '2025-08-16', since: '1994-01-20', gap: dayNumber('2025-08-15') - dayNumber('1994-01-20') }],
    });
    expect(precedents(events, ['BLR', 'USA'], window, { types: ['AID'] }, parameters, '1993-01-01').thin).toContain('begins on 1993-01-01');
  });

  it('checks what stories state: confirmed, contradicted, or beyond the record', () => {
    const stated = call('2025-08-15', { precedent: { kind: 'first', years: 31 } });
    expect(verdict([stated, call('1990-05-01')], '1990-01-01')).toEqual(['confirmed']);
    expect(verdict([stated, visit('2020-02-01')], '1990-01-01')).toEqual(['confirmed']);
    expect(verdict([stated, call('2014-05-01')], '1990-01-01')).toEqual(['contradicted']);
    expect(verdict([stated], '2008-01-01')).toEqual(['beyond the record']);
    expect(verdict([call('2025-08-15', { precedent: { kind: 'first' } })], '2008-01-01')).toEqual(['beyond the record']);
    expect(verdict([call('2025-08-15', { precedent: { kind: 'first', since: '1994' } }), call('1994-06-01')], '1990-01-01')).toEqual(['confirmed']);
    expect(verdict([call('2025-08-15', { precedent: { kind: 'nth', n: 2 } }), call('2001-01-01'), call('2010-01-01')], '1990-01-01')).toEqual(['contradicted']);
    // what one minister does first, another may have done before; bounds in words that were not read are not guessed
    const met = (firstDay: string, sourcePerson: string, more: Partial<RelationEvent> = {}): RelationEvent => event({ type: 'CONSULT', mode: 'meeting', source: 'USA', target: 'BLR', sourcePerson, targetPerson: 'Alexander Lukashenko', firstDay, ...more });
    expect(verdict([met('2020-02-01', 'Mike Pompeo', { precedent: { kind: 'first' } }), met('2019-09-17', 'David Hale')], '2008-01-01')).toEqual(['beyond the record']);
    expect(verdict([met('2020-02-01', 'Mike Pompeo', { precedent: { kind: 'first' } }), met('2019-09-17', 'Pompeo')], '2008-01-01')).toEqual(['contradicted']);
    expect(verdict([met('2020-02-01', 'Mike Pompeo', { precedent: { kind: 'first' }, cite: { evidence: 'the first since the war' } }), met('2019-09-17', 'Pompeo')], '2008-01-01')).toEqual(['beyond the record']);
    // one that its story dates before the record begins
    expect(precedents([call('1994-01-01', { precedent: { kind: 'first', years: 31 } })], ['BLR', 'USA'], { from: '1990-01-01', to: '2025-12-31' }, {}, defaultsOf(precedent), '2008-01-01').stated[0]).toMatchObject({ verdict: 'beyond the record', reason: 'it is dated before the record begins (2008-01-01)' });
    // tellings of the same call on the day after are no precedent
    expect(verdict([stated, call('2025-08-14')], '1990-01-01')).toEqual(['confirmed']);
  });
});

describe('go-between', () => {
  const parameters = defaultsOf(goBetween);
  const shuttle = Array.from({ length: 6 }, (_, i) => `2020-0${i + 1}-05`).flatMap((firstDay) => [
    event({ type: 'CONSULT', source: 'BLR', target: 'RUS', firstDay }), event({ type: 'CONSULT', source: 'USA', target: 'BLR', firstDay: dayOf(dayNumber(firstDay) + 2) }),
  ]);
  const bystander = [event({ type: 'CONSULT', source: 'CHN', target: 'RUS', firstDay: '2020-01-20' }), event({ type: 'CONSULT', source: 'CHN', target: 'USA', firstDay: '2020-11-20' })];
  const others = ['FRA', 'DEU', 'POL', 'ITA'].flatMap((code, i) => [event({ type: 'AGREE', source: code, target: 'USA', firstDay: `2020-05-${10 + i}` })]);

  it('ranks who was with one and then the other, and says by how much that beats chance', () => {
    const events = [...shuttle, ...bystander, ...others], found = goBetweens(events, ['RUS', 'USA'], YEAR, parameters, dyadsOf(events), blocs);
    expect(found.ranking.map(({ party }) => party)).toEqual(['BLR', 'CHN']);
    const [first, second] = found.ranking;
    expect(first).toMatchObject({ contact: [{ happenings: 6 }, { happenings: 6 }], close: { couples: 6 }, role: 'representative' });
    expect(first.close.z).toBeGreaterThan(3);
    expect(second.close.couples).toBe(0);
    expect(first.flow + second.flow).toBeCloseTo(1, 9);
    expect(goBetweens(others, ['RUS', 'USA'], YEAR, parameters, dyadsOf(others), blocs)).toEqual({ thin: 'nobody had contact with both of them', lack: { code: 'lack.contact' }, candidates: 0, ranking: [] });
  });

  it('counts mediation and what its people tell', () => {
    const events = [...shuttle, event({ type: 'CONSULT', source: 'BLR', target: 'RUS', firstDay: '2020-09-01', happening: 'h9' }), event({ type: 'CONSULT', source: 'BLR', target: 'USA', firstDay: '2020-09-01', happening: 'h9' }),
      event({ type: 'AGREE', source: 'RUS', target: 'USA', firstDay: '2020-09-03', saidBy: 'BLR', id: 'e900' })];
    expect(goBetweens(events, ['RUS', 'USA'], YEAR, parameters, dyadsOf(events), blocs).ranking[0]).toMatchObject({ mediated: { happenings: 1, because: ['h9'] }, relayed: { happenings: 1, because: ['e900'] } });
  });

  it('expects what scattering contacts at random gives', () => {
    const { mean, variance } = chance(8, 5, 60, 3);
    let seed = 7, sum = 0, squares = 0;
    const random = (): number => ((seed = (Math.imul(seed, 48271) >>> 0) % 2147483647) / 2147483647);
    const poisson = (lambda: number): number => {
      let n = 0, product = random();
      while (product > Math.exp(-lambda)) {
        n++;
        product *= random();
      }
      return n;
    };
    const TRIALS = 20_000;
    for (let trial = 0; trial < TRIALS; trial++) {
      const draw = (lambda: number): number[] => Array.from({ length: poisson(lambda) }, () => Math.floor(random() * 60));
      const first = draw(8), second = draw(5), close = first.reduce((n, day) => n + second.filter((other) => Math.abs(day - other) <= 3).length, 0);
      sum += close;
      squares += close * close;
    }
    const found = sum / TRIALS;
    expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / TRIALS));
    expect((squares / TRIALS - found * found) / variance).toBeGreaterThan(0.93);
    expect((squares / TRIALS - found * found) / variance).toBeLessThan(1.07);
  });
});

describe('relabelling, tellings and order', () => {
  const names: Record<string, string> = { BLR: 'ZZB', USA: 'AAU', RUS: 'MMR' };
  const back = new Map(Object.entries(names).map(([code, name]) => [name, code]));
  /** The same with every party renamed back. */
  const restored = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, item: unknown) => (typeof item === 'string' ? back.get(item) ?? item : item)) as T;
  const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const told = (events: readonly RelationEvent[]): RelationEvent[] => [...events, ...events.map((one) => ({ ...one, id: `${one.id}b` }))].reverse();

  it('change nothing of go-betweens, room and precedents but the names', () => {
    fc.assert(fc.property(arbitraryEvents, (events) => {
      const renamed = events.map((one) => ({ ...one, source: names[one.source] as string, target: names[one.target] as string }));
      const between = (some: readonly RelationEvent[], counted: readonly RelationEvent[], pair: [string, string]) => goBetweens(some, pair, YEAR, defaultsOf(goBetween), dyadsOf(counted), new Map());
      const base = between(events, events, ['RUS', 'USA']);
      expect(plain(between(told(events), events, ['RUS', 'USA']))).toEqual(plain(base));
      expect(restored(between(renamed, renamed, ['MMR', 'AAU']))).toEqual(plain(base));
      const free = (some: readonly RelationEvent[], party: string) => roomFor(dyadsOf(some), party, defaultsOf(room), [], new Map());
      const { triads: { torn, ...triads }, ...own } = restored(free(renamed, 'ZZB')), was = plain(free(events, 'BLR'));
      const unordered = ({ constraint, holds, blocs: shares, ...rest }: typeof own) => ({ ...rest, constraint: constraint?.toFixed(9), holds: holds.map(({ party }) => party).sort(), blocs: shares.map((one) => ({ ...one, members: [...one.members].sort() })) });
      expect(unordered(own)).toEqual(unordered(plain((({ triads: _, ...rest }) => rest)(was))));
      expect([triads.known, triads.balanced, torn.length]).toEqual([was.triads.known, was.triads.balanced, was.triads.torn.length]);
      const seen = (some: readonly RelationEvent[], pair: [string, string]) => precedents(some, pair, YEAR, {}, defaultsOf(precedent), '2020-01-01');
      expect(plain(seen(told(events), ['USA', 'BLR']))).toEqual(plain(seen(events, ['BLR', 'USA'])));
      expect(restored(seen(renamed, ['ZZB', 'AAU']))).toEqual(plain(seen(events, ['BLR', 'USA'])));
    }), { numRuns: 60 });
  });
});

describe('room', () => {
  const parameters = defaultsOf(room);
  it('says who takes it, across which blocs, with the ties that bind', () => {
    const many = (source: string, target: string, n: number, type: 'CONSULT' | 'ACCUSE' = 'CONSULT'): RelationEvent[] => Array.from({ length: n }, () => event({ type, source, target, firstDay: '2020-02-02' }));
    const events = [...many('BLR', 'RUS', 8), ...many('BLR', 'USA', 1), ...many('BLR', 'CHN', 1), ...many('RUS', 'CHN', 3), ...many('USA', 'RUS', 4, 'ACCUSE'), ...many('USA', 'BLR', 2, 'ACCUSE')];
    const tie = { id: 't1', a: 'RUS', b: 'BLR', domain: 'military', kind: 'deployment', day: '2020-01-01', cite: { evidence: 'Russian missiles stand in Belarus.' } };
    const found = roomFor(dyadsOf(events), 'BLR', parameters, [tie], blocs);
    expect(found.holds[0]).toMatchObject({ party: 'RUS', share: 0.8, ties: ['military'], bloc: 'Moscow' });
    expect(found.holds.reduce((sum, { holds }) => sum + holds, 0)).toBeCloseTo(1, 12);
    expect(found.concentration).toBeCloseTo(0.66, 12);
    expect(found.ties).toEqual([tie]);
    expect(found.balance).toBeGreaterThan(0);
    expect(found.balance).toBeLessThan(1);
    // friends of Moscow and Beijing, who are friends; hostile to Washington, as Moscow is
    expect(found.triads).toMatchObject({ known: 2, balanced: 2 });
    expect(roomFor(dyadsOf(many('BLR', 'RUS', 8)), 'BLR', parameters, [], blocs)).toMatchObject({ thin: 'dealings with 1 party; at least 2 are needed', lack: { code: 'lack.partners' }, holds: [] });
    expect(roomFor(dyadsOf(events), 'FRA', parameters, [], blocs).constraint).toBeUndefined();
  });
});

describe('readings', () => {
  const claim = (id: string, day: string, speaker: string, evidence: string) => ({ id, day, speaker, kind: 'assessment', about: ['BLR', 'USA'], cite: { evidence } });
  it('sets rivals side by side, in any of the three languages', () => {
    const found = readingsOf([
      claim('c1', '2025-08-15', 'A', 'Relations between Minsk and Washington are improving.'), claim('c2', '2025-08-20', 'Б', 'Свобода манёвра Минска ограниченна.'),
      claim('c3', '2025-08-21', 'C', 'Minsk ile Washington arasındaki ilişkiler yumuşuyor ama manevra alanı sınırlı.'), claim('c4', '2021-01-01', 'A', 'The minister spoke for an hour.'), claim('c5', '2025-08-16', 'A', 'Ties keep improving.'),
    ], ['USA', 'BLR'], { from: '2020-01-01', to: '2025-12-31' }, defaultsOf(readings));
    expect(found.groups.map(({ rival, readings: own }) => [rival, own.map(({ claim: { id }, stance }) => [id, stance])])).toEqual([
      [false, [['c4', 'none']]], [true, [['c1', 'favourable'], ['c3', 'even'], ['c2', 'unfavourable']]],
    ]);
    expect(found.groups[1]?.readings[0]?.again).toEqual(['c5']);
    expect(found.speakers[0]).toMatchObject({ speaker: 'A', claims: 3 });
    expect(readingsOf([], ['BLR'], YEAR, defaultsOf(readings)).thin).toBe('no claims about it in this window');
  });
});

/** The evaluator against cases worked by hand, and against forecasters that cheat. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { BaseRate, LastSeen, Recurrency } from '../baselines.ts';
import type { Fact, Facts } from '../facts.ts';
import { before, makeFacts } from '../facts.ts';
import type { Forecaster, Query } from './forecaster.ts';
import { findLeak } from './leak.ts';
import { Ranking, Reliability } from './metrics.ts';
import type { Outcome } from './replay.ts';
import { replay } from './replay.ts';

const fact = (source: number, relation: number, target: number, day: number): Fact => ({ source, relation, target, day });
const fixed = (...scores: number[]): Forecaster => ({ observe: () => undefined, score: (_query, out) => out.set(scores) });
const outcomes = (forecaster: Forecaster, entities: number, facts: Facts, mode: 'single' | 'multi' = 'single', from = 0): Outcome[] => {
  const told: Outcome[] = [];
  replay([forecaster], { entities, relations: 1 }, facts, { from, to: 100 }, mode, (outcome) => told.push(outcome));
  return told;
};
const forward = (told: readonly Outcome[]): Outcome[] => told.filter(({ relation }) => relation === 0);

describe('replay', () => {
  it('ranks each answer among all but the other answers of its day', () => {
    const facts = makeFacts([fact(0, 0, 1, 0), fact(0, 0, 2, 0)]);
    // 3 is better than both and false; 1 and 2 do not stand in each other's way
    const told = forward(outcomes(fixed(0, 2, 1, 3), 4, facts));
    expect(told.map(({ target, rank }) => [target, rank])).toEqual([[1, 2], [2, 2]]);
  });

  it('does not filter answers of other days', () => {
    const facts = makeFacts([fact(0, 0, 1, 0), fact(0, 0, 2, 1)]);
    expect(forward(outcomes(fixed(0, 2, 1, 3), 4, facts)).map(({ rank }) => rank)).toEqual([2, 3]);
  });

  it('counts ties half', () => {
    const [one] = forward(outcomes(fixed(0, 0, 0, 0), 4, makeFacts([fact(0, 0, 2, 0)])));
    expect([one!.rank, one!.hit]).toEqual([2.5, false]);
    expect(one!.probability).toBeCloseTo(0.25, 12);
    expect(one!.brier).toBeCloseTo(0.75, 12);
  });

  it('normalises over what the filter leaves', () => {
    const ln = Math.log;
    const told = forward(outcomes(fixed(ln(1), ln(2), ln(3), ln(4)), 4, makeFacts([fact(0, 0, 1, 0), fact(0, 0, 3, 0)])));
    expect(told[0]!.probability).toBeCloseTo(2 / 6, 12);
    expect(told[0]!.top).toBeCloseTo(3 / 6, 12);
    expect(told[0]!.brier).toBeCloseTo((1 + 16 + 9) / 36, 12);
    expect(told[1]).toMatchObject({ rank: 1, hit: true });
    expect(told[1]!.probability).toBeCloseTo(4 / 8, 12);
  });

  it('asks both ways, each fact of the period and no other', () => {
    const facts = makeFacts([fact(0, 0, 1, 0), fact(1, 0, 2, 3), fact(2, 0, 0, 5)]);
    const told = outcomes(new BaseRate({ entities: 3, relations: 1 }), 3, facts, 'single', 3);
    expect(told.map(({ source, relation, target, day }) => [source, relation, target, day])).toEqual([[1, 0, 2, 3], [2, 1, 1, 3], [2, 0, 0, 5], [0, 1, 2, 5]]);
  });

  it('shows a day after asking about it, and in several steps nothing of the period', () => {
    const facts = makeFacts([fact(0, 0, 1, 0), fact(0, 0, 2, 1), fact(0, 0, 2, 2)]);
    const watch = (mode: 'single' | 'multi'): string[] => {
      const seen: string[] = [];
      outcomes({ observe: (day) => seen.push(`see ${day}`), score: ({ day }) => seen.push(`ask ${day}`) }, 3, facts, mode, 1);
      return seen;
    };
    expect(watch('single')).toEqual(['see 0', 'ask 1', 'ask 1', 'see 1', 'ask 2', 'ask 2', 'see 2']);
    expect(watch('multi')).toEqual(['see 0', 'ask 1', 'ask 1', 'ask 2', 'ask 2']);
  });

  it('gives the rank that sorting would', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 12 }), fc.nat(), (scores, pick) => {
      const target = pick % scores.length;
      const [one] = forward(outcomes(fixed(...scores), scores.length, makeFacts([fact(0, 0, target, 0)])));
      const places = [...scores].sort((a, b) => b - a).flatMap((score, k) => (score === scores[target] ? [k + 1] : []));
      expect(one!.rank).toBe(places.reduce((a, b) => a + b, 0) / places.length);
    }));
  });
});

describe('scores', () => {
  it('are those of the definitions', () => {
    const ranking = new Ranking();
    for (const [rank, probability, hit] of [[1, 0.5, true], [2, 0.25, false], [4, 0.125, false], [20, 0.125, false]] as const) {
      ranking.add({ source: 0, relation: 0, target: 0, day: 0, rank, probability, top: 0.5, hit, brier: 0.5 });
    }
    const scores = ranking.scores();
    expect(scores).toMatchObject({ queries: 4, mrr: (1 + 0.5 + 0.25 + 0.05) / 4, hits1: 0.25, hits3: 0.5, hits10: 0.75, brier: 0.5 });
    expect(scores.logLoss).toBeCloseTo(9 * Math.LN2 / 4, 12);
    expect(scores.calibrationError).toBeCloseTo(0.25, 12);
    expect(scores.reliability).toEqual([{ from: 0.5, to: 0.6, count: 4, forecast: 0.5, observed: 0.25 }]);
  });

  it('of yes-or-no forecasts too', () => {
    const table = new Reliability();
    table.add(1, true);
    table.add(0.2, false);
    expect(table.brier).toBeCloseTo(0.02, 12);
    expect(table.logLoss).toBeCloseTo(-Math.log(0.8) / 2, 12);
    expect(table.table().map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('the search for leaks', () => {
  const scope = { entities: 6, relations: 2 };
  const record = makeFacts(Array.from({ length: 60 }, (_, k) => fact(k % 6, k % 2, (k * k + 1) % 6, Math.floor(k / 6))));

  it('catches whoever keeps the record and looks up the answer', () => {
    const peek = (_scope: unknown, all: Facts): Forecaster => ({
      observe: () => undefined,
      score: ({ source, relation, day }, out) => {
        out.fill(0);
        for (let i = 0; i < all.size; i++) if (all.source[i] === source && all.relation[i] === relation && all.day[i] === day) out[all.target[i]] = 5;
      },
    });
    expect(findLeak(peek, scope, record, [4])).toMatchObject({ day: 4 });
  });

  it('catches whoever was fitted on what came later', () => {
    const late = (_scope: unknown, all: Facts): Forecaster => {
      const base = new BaseRate(scope);
      base.observe(0, all);
      return { observe: () => undefined, score: (query: Query, out: Float64Array) => base.score(query, out) };
    };
    expect(findLeak(late, scope, record, [6])).toMatchObject({ day: 6 });
  });

  it('catches a slip of one day', () => {
    const slipped = (_scope: unknown, all: Facts): Forecaster => {
      const base = new BaseRate(scope);
      return { observe: (day) => base.observe(day, makeFacts([...Array(all.size).keys()].filter((i) => all.day[i] === day + 1).map((i) => fact(all.source[i], all.relation[i], all.target[i], day)))), score: (query, out) => base.score(query, out) };
    };
    expect(findLeak(slipped, scope, record, [5])).toMatchObject({ day: 5 });
  });

  it('finds none in the baselines', () => {
    const on = [3, 5, 8];
    expect(findLeak((s) => new BaseRate(s), scope, record, on)).toBeUndefined();
    expect(findLeak((s) => new LastSeen(s), scope, record, on)).toBeUndefined();
    expect(findLeak((s, all) => Recurrency.fit(s, before(all, 2), makeFacts([fact(0, 0, 1, 2)])), scope, record, on)).toBeUndefined();
  });
});

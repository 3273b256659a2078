/** The ranker on a made-up record: better than plain counting, blind to the future, the same every time. */
import { describe, expect, it } from 'vitest';
import { Recurrency } from '../baselines.ts';
import { findLeak } from '../evaluate/leak.ts';
import { Ranking } from '../evaluate/metrics.ts';
import { replay } from '../evaluate/replay.ts';
import type { Facts, Scope } from '../facts.ts';
import { before, firstOn, join, slice } from '../facts.ts';
import { madeTkg } from '../fixture.ts';
import { kindsOf } from '../memory/names.ts';
import { fitRankers, Looker, Ranker } from './ranker.ts';
import type { Plan } from './ranker.ts';

const PLANS: Plan[] = [{ name: 'linear', units: 0, rates: [1e-2, 3e-3], seed: 1 }, { name: 'full', units: 8, rates: [3e-3, 1e-3], seed: 1 }];
const tkg = madeTkg(), kinds = kindsOf(tkg.entityNames), record = join(tkg.train, tkg.valid, tkg.test!);
const period = { from: tkg.test!.day[0]!, to: tkg.test!.day[tkg.test!.size - 1]! + 1 };

describe('the ranker', () => {
  const models = fitRankers(tkg, kinds, tkg.train, tkg.valid, PLANS);
  const rankers = (): Ranker[] => {
    const looker = new Looker(tkg, kinds, models[0]!.rules);
    return models.map((model) => new Ranker(looker, model));
  };

  it('ranks better than recurrency, with probabilities that cost less', () => {
    const sums = [new Ranking(), new Ranking(), new Ranking()];
    replay([...rankers(), Recurrency.fit(tkg, tkg.train, tkg.valid)], tkg, record, period, 'single', (outcome, place) => sums[place]!.add(outcome));
    const [linear, full, recurrency] = sums.map((sum) => sum.scores());
    for (const model of [linear!, full!]) {
      expect(model.mrr).toBeGreaterThan(recurrency!.mrr);
      expect(model.logLoss).toBeLessThan(recurrency!.logLoss);
    }
  });

  it('gives probabilities over all entities', () => {
    const [linear] = rankers(), out = new Float64Array(tkg.entities);
    linear!.observe(0, slice(record, 0, firstOn(record, 1)));
    linear!.score({ source: 3, relation: 1, day: 1 }, out);
    expect(out.every(Number.isFinite)).toBe(true);
    expect(out.reduce((sum, score) => sum + Math.exp(score), 0)).toBeCloseTo(1, 6);
  });

  it('is fitted to the same bits every time', () => {
    const again = fitRankers(tkg, kinds, tkg.train, tkg.valid, PLANS);
    expect(again.map(({ weights }) => weights)).toEqual(models.map(({ weights }) => weights));
  });

  it('has not seen the future', () => {
    const make = (scope: Scope, all: Facts): Ranker => {
      const cut = tkg.valid.day[0]!, known = before(all, cut), valid = slice(all, firstOn(all, cut), firstOn(all, period.from));
      const [model] = fitRankers(scope, kinds, known, valid, [PLANS[1]!]);
      return new Ranker(new Looker(scope, kinds, model!.rules), model!);
    };
    expect(findLeak(make, tkg, record, [period.from, period.from + 4])).toBeUndefined();
  });
});

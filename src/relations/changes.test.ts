/** Change-points: PELT against every segmentation there is, the online recursion against the sum over all of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRun, normalRun, runLengths } from './bocpd.ts';
import type { Run } from './bocpd.ts';
import { countCost, normalCost, pelt } from './pelt.ts';
import type { SegmentCost } from './pelt.ts';

/** All ways to cut a series of this length, segments no shorter than `least`. */
function* cuts(length: number, least: number, from = 0): Generator<number[]> {
  if (length - from >= least) yield [];
  for (let at = from + least; at <= length - least; at++) for (const rest of cuts(length, least, at)) yield [at, ...rest];
}

const costOf = (cost: SegmentCost, length: number, changes: readonly number[], penalty: number): number =>
  [0, ...changes].reduce((sum, first, i) => sum + cost(first, changes[i] ?? length), 0) + penalty * changes.length;

describe('PELT', () => {
  it('finds what the exhaustive search finds', () => {
    const reals = fc.array(fc.record({ value: fc.integer({ min: -6, max: 6 }), weight: fc.integer({ min: 1, max: 4 }) }), { minLength: 2, maxLength: 11 });
    fc.assert(fc.property(reals, fc.double({ min: 0.1, max: 12, noNaN: true }), fc.integer({ min: 1, max: 3 }), fc.boolean(), (series, penalty, least, counts) => {
      const n = series.length;
      const cost = counts ? countCost(series.map(({ value }) => Math.abs(value)), 1.5) : normalCost(series.map(({ value }) => value), series.map(({ weight }) => weight), 2);
      const found = pelt(n, cost, penalty, least);
      let best = Number.POSITIVE_INFINITY;
      for (const way of cuts(n, least)) best = Math.min(best, costOf(cost, n, way, penalty));
      if (n < 2 * least) expect(found).toEqual([]);
      else expect(costOf(cost, n, found, penalty)).toBeCloseTo(best, 9);
    }), { numRuns: 500 });
  });

  it('finds the steps of a clean series where they are', () => {
    const values = [...Array(20).fill(-3), ...Array(15).fill(2), ...Array(25).fill(0)] as number[];
    expect(pelt(60, normalCost(values, values.map(() => 1), 1), 3 * Math.log(60))).toEqual([20, 35]);
    expect(pelt(60, countCost([...Array(30).fill(1), ...Array(30).fill(6)] as number[], 1), 2 * Math.log(60))).toEqual([30]);
    expect(pelt(60, countCost(Array(60).fill(2) as number[], 1), 2 * Math.log(60))).toEqual([]);
  });
});

/** The chance of a stretch of values under one run. */
function evidence(prior: Run, values: readonly number[], weights: readonly number[], from: number, end: number): number {
  let run = prior, log = 0;
  for (let i = from; i < end; i++) {
    if (weights[i] === 0) continue;
    log += run.logPredictive(values[i], weights[i]);
    run = run.with(values[i], weights[i]);
  }
  return Math.exp(log);
}

/** The run-length distribution at the end, summed over every way to cut the series: each step begins a run by the hazard. */
function byHand(prior: Run, values: readonly number[], weights: readonly number[], expected: number): number[] {
  const n = values.length, hazard = 1 / expected, chances = Array<number>(n).fill(0);
  for (const way of cuts(n, 1)) {
    const starts = [0, ...way], chance = hazard ** way.length * (1 - hazard) ** (n - 1 - way.length);
    const likelihood = starts.reduce((product, first, i) => product * evidence(prior, values, weights, first, starts[i + 1] ?? n), 1);
    chances[n - 1 - (starts.at(-1) as number)] += chance * likelihood;
  }
  const whole = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => chance / whole);
}

describe('online detection', () => {
  const cases: [string, Run, number[], number[]][] = [
    ['reals', normalRun(0, 1, 2, 8), [1, 1.5, 0.5, -4, -3.5, -4.5, -4], [1, 2, 1, 3, 1, 1, 2]],
    ['reals with missing steps', normalRun(0, 1, 2, 8), [2, 0, 2, 2, 0, -5, -5], [1, 0, 1, 1, 0, 2, 1]],
    ['counts', countRun(1, 0.5), [1, 0, 2, 1, 7, 9, 6, 8], [1, 1, 1, 1, 1, 1, 1, 1]],
    ['counts with missing steps', countRun(1, 0.5), [3, 0, 3, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 1]],
  ];
  it.each(cases)('of %s is the sum over all ways to cut the series', (_, prior, values, weights) => {
    for (const expected of [3, 40]) {
      for (let n = 1; n <= values.length; n++) {
        const found = [...(runLengths(values.slice(0, n), weights.slice(0, n), prior, expected).at(-1) as Float64Array)];
        byHand(prior, values.slice(0, n), weights.slice(0, n), expected).forEach((chance, i) => expect(found[i]).toBeCloseTo(chance, 9));
      }
    }
  });

  it('predicts densities that sum to one', () => {
    let sum = 0;
    for (let x = -400; x < 400; x += 0.05) sum += Math.exp(normalRun(1, 2, 3, 4).logPredictive(x, 2)) * 0.05;
    expect(sum).toBeCloseTo(1, 4);
    let counts = 0;
    for (let x = 0; x < 4000; x++) counts += Math.exp(countRun(1.5, 0.2).logPredictive(x, 1));
    expect(counts).toBeCloseTo(1, 9);
  });
});

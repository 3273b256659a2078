import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelSource } from '../../../test/make/kernel.ts';
import { seeded } from '../../random.ts';
import { Predictor } from './predictor.ts';
import { trainForest } from './trees.ts';

const options = { trees: 60, depth: 3, rate: 0.3, minHessian: 0.5, lambda: 1 };

const table = (n: number, rule: (x: number[]) => boolean) => {
  const next = seeded(7), rows: Float32Array[] = [], labels: number[] = [];
  for (let i = 0; i < n; i++) {
    const x = [next(), next(), next()];
    rows.push(Float32Array.from(x));
    labels.push(Number(rule(x)));
  }
  return { rows, labels, weights: labels.map(() => 1) };
};

describe('trainForest', () => {
  it('learns an interaction that no single feature shows', () => {
    const { rows, labels, weights } = table(2000, ([a, b]) => ((a as number) > 0.5) !== ((b as number) > 0.5));
    const forest = new Predictor(trainForest(['a', 'b', 'c'], rows.slice(0, 1500), labels.slice(0, 1500), weights, options));
    const right = rows.slice(1500).filter((r, k) => (forest.probability(r) > 0.5) === (labels[1500 + k] === 1)).length;
    expect(right / 500).toBeGreaterThan(0.95);
  });

  it('gives probabilities near the true rate', () => {
    const next = seeded(11);
    const { rows, weights } = table(4000, () => false);
    const labels = rows.map((r) => Number(next() < ((r[0] as number) > 0.5 ? 0.8 : 0.1)));
    const forest = new Predictor(trainForest(['a', 'b', 'c'], rows, labels, weights, { ...options, trees: 20, rate: 0.2, depth: 2 }));
    const mean = (side: (r: Float32Array) => boolean) => {
      const mine = rows.filter(side);
      return mine.reduce((s, r) => s + forest.probability(r), 0) / mine.length;
    };
    expect(mean((r) => (r[0] as number) > 0.5)).toBeCloseTo(0.8, 1);
    expect(mean((r) => (r[0] as number) <= 0.5)).toBeCloseTo(0.1, 1);
  });

  it('gives the same bytes for the same rows, and survives storage', () => {
    const { rows, labels, weights } = table(300, ([a]) => (a as number) > 0.3);
    const one = trainForest(['a', 'b', 'c'], rows, labels, weights, options);
    expect(JSON.stringify(trainForest(['a', 'b', 'c'], rows, labels, weights, options))).toBe(JSON.stringify(one));
    const again = new Predictor(JSON.parse(JSON.stringify(one)) as typeof one), first = new Predictor(one);
    for (const r of rows) expect(again.raw(r)).toBe(first.raw(r));
  });

  it('weighs many rows as it weighs each, bit for bit', () => {
    const { rows, labels, weights } = table(803, ([a, b]) => (a as number) > (b as number));
    for (const depth of [0, 1, 3, 6]) {
      const forest = new Predictor(trainForest(['a', 'b', 'c'], rows, labels, weights, { ...options, depth }));
      for (const n of [0, 1, 2, 3, 4, 5, 803]) expect([...forest.rawAll(rows.slice(0, n))]).toEqual(rows.slice(0, n).map((r) => forest.raw(r)));
    }
    const odd = new Predictor(trainForest(['a', 'b', 'c'], rows, labels, weights, options)), nowhere = Float32Array.of(NaN, Infinity, -Infinity);
    expect([...odd.rawAll([nowhere, nowhere])]).toEqual([odd.raw(nowhere), odd.raw(nowhere)]);
  });

  it('walks by the bytes of walk.wat (npm run kernel writes them)', async () => {
    const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
    expect(read('walk.ts')).toBe(await kernelSource(read('walk.wat'), 'walk'));
  });

  it('falls back to the base rate where nothing can be told apart', () => {
    const rows = Array.from({ length: 40 }, () => new Float32Array(3));
    const forest = new Predictor(trainForest(['a', 'b', 'c'], rows, rows.map((_, i) => Number(i < 10)), rows.map(() => 1), options));
    expect(forest.probability(rows[0] as Float32Array)).toBeCloseTo(0.25, 2);
  });
});

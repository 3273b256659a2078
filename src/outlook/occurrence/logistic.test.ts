import { describe, expect, it } from 'vitest';
import { contributions, fitLogistic, predict } from './logistic.ts';
import type { LabelledRows } from './logistic.ts';

/** Two groups, with so many that came of so many. */
const rows = (groups: [x: number, came: number, all: number][]): LabelledRows => ({
  width: 1, features: Float32Array.from(groups.flatMap(([x]) => [x, x])), labels: Uint8Array.from(groups.flatMap(() => [1, 0])),
  weights: Float32Array.from(groups.flatMap(([, came, all]) => [came, all - came])),
});

describe('logistic regression', () => {
  it('gives each group its share where it can', () => {
    const model = fitLogistic(rows([[0, 20, 100], [1, 60, 100]]), 0), x = Float32Array.of(0, 1);
    expect(predict(model, x, 0)).toBeCloseTo(0.2, 6);
    expect(predict(model, x, 1)).toBeCloseTo(0.6, 6);
    const [low, high] = [contributions(model, x, 0)[0]!, contributions(model, x, 1)[0]!];
    expect(high - low).toBeCloseTo(Math.log(0.6 / 0.4) - Math.log(0.2 / 0.8), 5);
  });

  it('stays finite where a group always came, and where a feature never changes', () => {
    const model = fitLogistic(rows([[0, 0, 50], [1, 50, 50]]), 1);
    expect(predict(model, Float32Array.of(1))).toBeGreaterThan(0.8);
    expect(predict(model, Float32Array.of(1))).toBeLessThan(1);
    expect(predict(fitLogistic(rows([[3, 10, 40]]), 1), Float32Array.of(3))).toBeCloseTo(0.25, 5);
  });
});

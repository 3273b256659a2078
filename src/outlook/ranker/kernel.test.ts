/** The kernel against the same sums in plain loops. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../language/train/random.ts';
import { Kernel } from './kernel.ts';
import { DEALINGS, FEATURES } from './layout.ts';

const UNITS = 8;

describe('the kernel', () => {
  const kernel = new Kernel(UNITS, 3), random = new Random(4);
  for (const part of [kernel.weights, kernel.output, kernel.base, kernel.rows]) for (let k = 0; k < part.length; k++) part[k] = random.next() - 0.5;
  const unit = (row: number, from: number, j: number): number => {
    let z = kernel.base[j]!;
    for (let f = from; f < FEATURES; f++) z += kernel.rows[row * FEATURES + f]! * kernel.weights[f * UNITS + j]!;
    return z > 0 ? z : 0.01 * z;
  };

  it('gives the hidden layer\'s score, whole and from the middle', () => {
    for (const row of [0, 1, 2]) {
      for (const from of [0, DEALINGS]) {
        let score = 0;
        for (let j = 0; j < UNITS; j++) score += unit(row, from, j) * kernel.output[j]!;
        expect(kernel.forward(row, from)).toBeCloseTo(score, 5);
      }
    }
  });

  it('adds up the gradients, which small steps confirm', () => {
    const rows: [number, number, number][] = [[0, 0, 0.7], [1, DEALINGS, -0.4], [2, 0, 0.2]];
    const loss = (): number => rows.reduce((sum, [row, from, slope]) => sum + slope * kernel.forward(row, from), 0);
    for (const part of [kernel.gradient, kernel.outputGradient, kernel.baseGradient]) part.fill(0);
    for (const [row, from, slope] of rows) {
      kernel.forward(row, from);
      kernel.backward(row, from, slope);
    }
    const parts: [Float32Array, Float32Array][] = [[kernel.weights, kernel.gradient], [kernel.output, kernel.outputGradient], [kernel.base, kernel.baseGradient]];
    const step = 1 / 256;
    for (const [weights, gradient] of parts) {
      for (let k = 0; k < weights.length; k += Math.max(1, Math.floor(weights.length / 40))) {
        const kept = weights[k]!;
        weights[k] = kept + step;
        const up = loss();
        weights[k] = kept - step;
        const down = loss();
        weights[k] = kept;
        expect(Math.abs((up - down) / (2 * step) - gradient[k]!)).toBeLessThan(0.02);
      }
    }
  });
});

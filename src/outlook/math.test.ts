import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { exp, log, logistic } from './math.ts';

const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.max(Math.abs(b), 1e-3));

describe('exp and log', () => {
  it('are the functions of those names', () => {
    fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(4 * Number.EPSILON);
    }));
    fc.assert(fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (x) => {
      close(log(x), Math.log(x));
    }));
    expect([exp(0), log(1), logistic(0)]).toEqual([1, 0, 0.5]);
  });

  it('stay finite at the ends', () => {
    expect(exp(-1e9)).toBe(0);
    expect(Number.isFinite(exp(1e9))).toBe(true);
    expect(log(0)).toBe(-708);
    expect(logistic(-1e9)).toBe(0);
    expect(logistic(1e9)).toBe(1);
  });
});

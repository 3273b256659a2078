import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bestFirst } from './select.ts';

describe('choosing the best', () => {
  it('puts those at the front that sorting would', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 80 }), fc.nat(90), (given, count) => {
      const values = Float32Array.from(given), order = Int32Array.from(given.keys());
      bestFirst(values, order, given.length, count);
      const wanted = [...given.keys()].sort((a, b) => given[b]! - given[a]! || a - b).slice(0, count);
      expect([...order.subarray(0, Math.min(count, given.length))].sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
      expect([...order].sort((a, b) => a - b)).toEqual([...given.keys()]);
    }));
  });
});

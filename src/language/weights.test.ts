import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernelSource } from '../../test/make/kernel.ts';
import { layOut } from './weights.ts';
import type { SparseRows } from './weights.ts';

type Row = [key: number, weights: number[]];

/** Rows as training writes them: ascending keys, zero weights left out. */
function sparse(classes: number, rows: Row[]): SparseRows {
  const kept = rows.map(([key, weights]) => [key | 0, weights.flatMap((w, cls) => (w === 0 ? [] : [[cls, w]]))] as const)
    .sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  const cells = kept.flatMap(([, row]) => row);
  return {
    classes,
    keys: Int32Array.from(kept, ([key]) => key),
    lengths: Uint16Array.from(kept, ([, row]) => row.length),
    cells: Uint16Array.from(cells, ([cls]) => cls),
    values: Int8Array.from(cells, ([, weight]) => weight),
  };
}

/** Keys that crowd: the same slots, the first and the last of all. */
const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -40, max: -1 }), fc.integer({ min: 0x7fffffe0, max: 0x7fffffff }), fc.integer());
const model = fc.integer({ min: 1, max: 300 }).chain((classes) => {
  const weight = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -128, max: 127 }) });
  const row = fc.tuple(key, fc.oneof(fc.array(weight, { minLength: classes, maxLength: classes }), fc.array(weight, { maxLength: Math.min(classes, 6) })));
  return fc.tuple(fc.constant(classes), fc.uniqueArray(row, { selector: ([k]) => k, maxLength: 40 }));
});

describe('weights', () => {
  test('kernel and plain loop add up what a map of rows adds up', () => {
    fc.assert(fc.property(fc.array(model, { minLength: 1, maxLength: 3 }), fc.array(key, { maxLength: 120 }), (models, others) => {
      const fast = layOut(models.map(([classes, rows]) => sparse(classes, rows)));
      const plain = layOut(models.map(([classes, rows]) => sparse(classes, rows)), false);
      models.forEach(([classes, rows], m) => {
        const asked = [...rows.map(([k]) => k), ...others, ...rows.slice(0, 20).map(([k]) => k)];
        const known = new Map(rows);
        const sums = new Array<number>(classes).fill(0);
        for (const k of asked) known.get(k)?.forEach((w, cls) => { sums[cls] += w; });
        for (const scorer of [fast[m], plain[m]]) {
          scorer.features.set(asked);
          scorer.add(asked.length);
          expect([...scorer.sums]).toEqual(sums);
        }
      });
    }), { numRuns: 300, seed: 5 });
  });

  test('sums go on from what they are set to', () => {
    const [scorer] = layOut([sparse(3, [[7, [1, 0, -2]]])]);
    scorer.sums.set([10, 20, 30]);
    scorer.features[0] = 7;
    scorer.add(1);
    scorer.add(0);
    expect([...scorer.sums]).toEqual([11, 20, 28]);
  });

  test('a model without rows adds nothing', () => {
    const [scorer] = layOut([sparse(10, [])]);
    scorer.features.set([0, -1, 5]);
    scorer.add(3);
    expect([...scorer.sums]).toEqual(new Array(10).fill(0));
  });

  test('kernel.ts holds the bytes of kernel.wat (npm run kernel writes it)', async () => {
    const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
    expect(read('kernel.ts')).toBe(await kernelSource(read('kernel.wat')));
  });

  test('this machine runs the kernel', async () => {
    const { openMemory } = await import('./vectors.ts');
    expect(openMemory(100, true).add).toBeTypeOf('function');
    expect(openMemory(100, false).add).toBeUndefined();
  });
});

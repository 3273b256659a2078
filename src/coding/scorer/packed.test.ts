import { describe, expect, it } from 'vitest';
import { seeded } from '../../random.ts';
import { JUDGE_FEATURES } from '../candidates.ts';
import { makeModel, storedModel } from './model.ts';
import type { StoredModel } from './model.ts';
import { pack, packModel, unpack } from './packed.ts';

describe('packed models', () => {
  it('give back what was packed, typed arrays as they were', () => {
    const value = { name: 'şüphe', none: null, list: [1, 'two', [3]], deep: { ints: Int32Array.of(-1, 2 ** 31 - 1), floats: Float32Array.of(0.1, Infinity) }, empty: new Int32Array(0) };
    expect(unpack(pack(value))).toEqual(value);
  });

  it('are read from bytes that begin anywhere', () => {
    const bytes = pack({ floats: Float32Array.of(1.5, -2) });
    for (const shift of [1, 2, 3, 4]) expect(unpack(Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift))).toEqual({ floats: Float32Array.of(1.5, -2) });
  });

  it('weigh every row as the fitted model does', () => {
    const stored = storedModel(), fitted = makeModel(stored), packed = makeModel(unpack(packModel(stored)) as StoredModel);
    const random = seeded(7), rows = Array.from({ length: 50 }, () => Float32Array.from(JUDGE_FEATURES, () => Math.round(random() * 12) / 2));
    for (const name of ['judge', 'standing', 'panel', 'claim', 'attribution'] as const) expect(packed[name].rawAll(rows)).toEqual(fitted[name].rawAll(rows));
    for (const [kind, forest] of fitted.factuality) expect(packed.factuality.get(kind)?.rawAll(rows)).toEqual(forest.rawAll(rows));
    const ids = Int32Array.from({ length: 300 }, () => Math.floor(random() * 2 ** 17)), row = { ids, values: new Float32Array(300).fill(0.5), length: 300 };
    expect(packed.mood.probabilities(row)).toEqual(fitted.mood.probabilities(row));
    expect(packed.thresholds).toEqual(fitted.thresholds);
  });
});

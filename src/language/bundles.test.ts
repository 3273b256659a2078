import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestBundle } from './tagger.ts';
import { Tagset } from './tagset.ts';

const NAMES = ['Aspect', 'Case', 'Mood', 'Number', 'Tense'];
const bundle = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: NAMES.length, maxLength: NAMES.length })
  .map((values) => values.flatMap((v, k) => (v === 0 ? [] : [`${NAMES[k]}=${v}`])).join('|') || '_');

/** Every bundle summed up. */
function reference(tags: Tagset, scores: Int16Array): number {
  let best = -1;
  let top = -Infinity;
  for (const id of tags.byUpos[0]) {
    const sum = tags.present[id].reduce((total, cls, k) => total + scores[cls] - scores[tags.absent[id][k]], 0);
    if (sum > top) {
      top = sum;
      best = id;
    }
  }
  return best;
}

test('the search finds the bundle that summing up all of them finds, ties included', () => {
  fc.assert(fc.property(fc.uniqueArray(bundle, { minLength: 1, maxLength: 40 }), fc.infiniteStream(fc.integer({ min: -4, max: 3 })), (bundles, weights) => {
    const tags = new Tagset(['X'], bundles, [bundles.map((_, i) => i)]);
    const scores = Int16Array.from({ length: tags.featClasses }, () => weights.next().value);
    expect(bestBundle(tags, 0, scores)).toBe(reference(tags, scores));
  }), { numRuns: 2000, seed: 3 });
});

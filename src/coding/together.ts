/** Which parties a story has named in one sentence before it comes to another. */
import type { Scene } from './scene.ts';

/** Pairs as numbers: first of each sentence, then the first sentence of each. */
interface Pairs {
  parties: ReadonlyMap<string, number>;
  bySentence: ReadonlySet<number>[];
  first: ReadonlyMap<number, number>;
}

const known = new WeakMap<Scene, Pairs>();

const keyOf = (a: number, b: number): number => (a < b ? a * 65536 + b : b * 65536 + a);

const pairsOf = (scene: Scene): Pairs => {
  const parties = new Map<string, number>(), first = new Map<number, number>();
  const bySentence = scene.bySentence.map((mentions, sentence) => {
    const here = new Set<number>(), pairs = new Set<number>();
    for (const m of mentions) {
      for (const p of m.parties) {
        let id = parties.get(p);
        if (id === undefined) parties.set(p, (id = parties.size));
        if (here.has(id)) continue;
        for (const other of here) pairs.add(keyOf(id, other));
        here.add(id);
      }
    }
    for (const key of pairs) if (!first.has(key)) first.set(key, sentence);
    return pairs;
  });
  return { parties, bySentence, first };
};

/** Whether the sentence before, and any sentence before, names both parties. */
export const namedTogether = (scene: Scene, sentence: number, a: string, b: string): { before: boolean; earlier: boolean } => {
  let pairs = known.get(scene);
  if (!pairs) known.set(scene, (pairs = pairsOf(scene)));
  const [x, y] = [pairs.parties.get(a), pairs.parties.get(b)];
  if (x === undefined || y === undefined || x === y) return { before: false, earlier: false };
  const key = keyOf(x, y);
  return { before: pairs.bySentence[sentence - 1]?.has(key) ?? false, earlier: (pairs.first.get(key) ?? sentence) < sentence };
};

/**
 * Splits surface tokens into syntactic words where the treebank does (arasındaki, don't, vardır): a linear model says how
 * many letters, counted from the end, make the second word.
 */
import { mix } from './hash.ts';
import type { Scorer } from './weights.ts';
import { SUFFIXES } from './words.ts';
import type { Word } from './words.ts';

/** Longest second word, in UTF-16 units. */
export const LONGEST_PART = 9;

/** Endings that training split at least once decide which words are looked at. */
export function splitKey(w: Word): number {
  return mix(400, w.suffixes[1]);
}

/** At most 32 features. */
export function splitFeatures(before: Word | undefined, w: Word, after: Word | undefined, f: Int32Array): number {
  let n = 0;
  f[n++] = mix(401, w.known ? w.id : 0);
  for (let k = 0; k < SUFFIXES; k++) f[n++] = mix(402 + k, w.suffixes[k]);
  f[n++] = mix(410, w.shape);
  f[n++] = mix(411, w.tail);
  f[n++] = mix(412, Math.min(w.lower.length, 14));
  f[n++] = mix(413, mix(w.suffixes[3], w.prefixes[2]));
  f[n++] = mix(414, w.prefixes[3]);
  f[n++] = mix(415, mix(w.suffixes[2], before ? before.id : 0));
  f[n++] = mix(416, mix(w.suffixes[2], after ? after.id : 0));
  f[n++] = mix(417, mix(w.suffixes[2], after ? after.suffixes[2] : 0));
  f[n++] = mix(418, mix(w.known ? w.id : 0, after ? after.id : 0));
  f[n++] = mix(419, mix(w.suffixes[4], w.suffixes[1]));
  f[n++] = mix(420, 0);
  return n;
}

export class Splitter {
  readonly #weights: Scorer;
  readonly #endings: ReadonlySet<number>;

  /** @param weights class 0 for no split, class k for k letters in the second word */
  constructor(weights: Scorer, endings: ReadonlySet<number>) {
    this.#weights = weights;
    this.#endings = endings;
  }

  /** Length of the second word, or 0 where the token is one word. */
  cut(before: Word | undefined, w: Word, after: Word | undefined): number {
    if (w.form.length < 3 || !this.#endings.has(splitKey(w))) return 0;
    const { sums: scores, features } = this.#weights;
    scores.fill(0);
    this.#weights.add(splitFeatures(before, w, after, features));
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best] && c < w.form.length) best = c;
    return best;
  }
}

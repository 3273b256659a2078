/**
 * Parts of speech and morphological features, greedy from left to right with linear models.
 * Features of a word are chosen together: each value is scored by itself, and the best whole bundle that training saw with
 * the part of speech wins. Averaged perceptron after Collins, "Discriminative training methods for hidden Markov models",
 * EMNLP 2002.
 */
import { mix } from './hash.ts';
import type { SentenceBuffer } from './sentence.ts';
import type { Tagset } from './tagset.ts';
import type { Scorer, Scores } from './weights.ts';
import { PREFIXES, SUFFIXES } from './words.ts';
import type { Word } from './words.ts';

const PAD: Word = { form: '', small: '', lower: '', known: true, lettered: false, shouted: false, id: 111, cased: 111, suffixes: new Int32Array(SUFFIXES).fill(111), prefixes: new Int32Array(PREFIXES).fill(111), tail: 0, stem: 0, shape: 111 };

const at = (id: number, value: number): number => mix(Math.imul(id, 7919), value);

/** Features of the word alone. */
export function wordFeatures(w: Word, f: Int32Array): number {
  let n = 0;
  f[n++] = at(1, w.cased);
  f[n++] = at(2, w.id);
  for (let k = 0; k < SUFFIXES; k++) f[n++] = at(3 + k, w.suffixes[k]);
  for (let k = 0; k < PREFIXES; k++) f[n++] = at(9 + k, w.prefixes[k]);
  f[n++] = at(13, w.shape);
  f[n++] = at(50, mix(w.shape, w.suffixes[2]));
  f[n++] = at(51, mix(w.prefixes[2], w.suffixes[1]));
  if (w.tail !== 0) {
    f[n++] = at(15, w.tail);
    f[n++] = at(16, w.stem);
  }
  return n;
}

/** Features of the word in its place; `p1`, `p2` are the tags before it plus one. */
export function contextFeatures(s: SentenceBuffer, i: number, p1: number, p2: number, f: Int32Array): number {
  const words = s.words;
  const n1 = s.length;
  const a = i > 1 ? words[i - 2] : PAD;
  const b = i > 0 ? words[i - 1] : PAD;
  const t = words[i];
  const c = i + 1 < n1 ? words[i + 1] : PAD;
  const d = i + 2 < n1 ? words[i + 2] : PAD;
  let n = 0;
  f[n++] = at(14, mix(t.shape, i === 0 ? 1 : 0));
  f[n++] = at(17, b.id);
  f[n++] = at(18, c.id);
  f[n++] = at(19, a.id);
  f[n++] = at(20, d.id);
  f[n++] = at(21, b.suffixes[2]);
  f[n++] = at(22, c.suffixes[2]);
  f[n++] = at(23, b.suffixes[1]);
  f[n++] = at(24, c.suffixes[1]);
  f[n++] = at(25, b.suffixes[3]);
  f[n++] = at(26, c.suffixes[3]);
  f[n++] = at(27, mix(b.id, t.id));
  f[n++] = at(28, mix(t.id, c.id));
  f[n++] = at(29, c.shape);
  f[n++] = at(30, b.shape);
  f[n++] = at(48, mix(t.suffixes[2], c.suffixes[2]));
  f[n++] = at(49, mix(t.suffixes[2], b.suffixes[2]));
  f[n++] = at(31, p1);
  f[n++] = at(32, mix(p1, p2));
  f[n++] = at(33, mix(p1, t.id));
  f[n++] = at(34, mix(p1, t.suffixes[2]));
  f[n++] = at(35, mix(p1, c.id));
  f[n++] = at(36, mix(p1, c.suffixes[2]));
  f[n++] = at(37, mix(p1, mix(t.shape, c.shape)));
  return n;
}

/** Features of a word with its part of speech, for the feature model. */
export function taggedWordFeatures(w: Word, upos: number, f: Int32Array): number {
  let n = wordFeatures(w, f);
  const u = upos + 1;
  for (let k = 0; k < SUFFIXES; k++) f[n++] = at(61 + k, mix(w.suffixes[k], u));
  f[n++] = at(67, mix(u, w.id));
  f[n++] = at(68, u);
  if (w.tail !== 0) f[n++] = at(69, mix(u, w.tail));
  return n;
}

/** Features of the tagged word in its place; `previous` is the bundle before it plus one. */
export function taggedContextFeatures(s: SentenceBuffer, i: number, previousCase: number, f: Int32Array): number {
  const words = s.words;
  const n1 = s.length;
  const b = i > 0 ? words[i - 1] : PAD;
  const t = words[i];
  const c = i + 1 < n1 ? words[i + 1] : PAD;
  const a = i > 1 ? words[i - 2] : PAD;
  const u = s.upos[i] + 1;
  const ub = i > 0 ? s.upos[i - 1] + 1 : 0;
  const uc = i + 1 < n1 ? s.upos[i + 1] + 1 : 0;
  const ud = i + 2 < n1 ? s.upos[i + 2] + 1 : 0;
  let n = 0;
  f[n++] = at(17, b.id);
  f[n++] = at(18, c.id);
  f[n++] = at(19, a.id);
  f[n++] = at(21, b.suffixes[2]);
  f[n++] = at(22, c.suffixes[2]);
  f[n++] = at(23, b.suffixes[1]);
  f[n++] = at(24, c.suffixes[1]);
  f[n++] = at(27, mix(b.id, t.id));
  f[n++] = at(28, mix(t.id, c.id));
  f[n++] = at(48, mix(t.suffixes[2], c.suffixes[2]));
  f[n++] = at(49, mix(t.suffixes[2], b.suffixes[2]));
  f[n++] = at(70, mix(u, ub));
  f[n++] = at(71, mix(u, uc));
  f[n++] = at(72, mix(mix(u, ub), uc));
  f[n++] = at(73, mix(u, mix(uc, c.suffixes[2])));
  f[n++] = at(74, mix(u, mix(ub, b.suffixes[2])));
  f[n++] = at(75, mix(u, b.id));
  f[n++] = at(76, mix(u, c.id));
  f[n++] = at(77, mix(u, mix(previousCase, t.suffixes[2])));
  f[n++] = at(78, mix(u, mix(previousCase, ub)));
  f[n++] = at(79, mix(mix(u, uc), mix(ud, t.suffixes[2])));
  f[n++] = at(80, mix(u, mix(t.suffixes[2], uc)));
  f[n++] = at(81, mix(mix(u, previousCase), t.suffixes[1]));
  return n;
}

// How far each value is ahead of its absence, and what the attributes after its own can add; they grow with the models met.
let gains = new Float64Array(256);
let rest = new Float64Array(256);

/** The best-scoring bundle among those seen with the part of speech; `scores` has one cell a feature value. */
export function bestBundle(tags: Tagset, upos: number, scores: Scores): number {
  const { against } = tags;
  if (gains.length < scores.length) {
    gains = new Float64Array(scores.length);
    rest = new Float64Array(scores.length);
  }
  let after = 0;
  let most = 0;
  for (let c = scores.length - 1; c >= 0; c--) {
    const gain = scores[c] - scores[against[c]];
    gains[c] = gain;
    rest[c] = after;
    if (gain > most) most = gain;
    if (against[c] === c) {
      after += most;
      most = 0;
    }
  }
  return tags.trees[upos].best(gains, rest);
}

/** Fills in what the parser reads off the tags of word `i`. */
export function setMorph(tags: Tagset, s: SentenceBuffer, i: number): void {
  const bundle = s.bundle[i];
  s.caseId[i] = tags.caseId[bundle];
  s.verb[i] = tags.verb[bundle];
  s.agreement[i] = tags.agreement[bundle];
  s.morph[i] = mix(mix(s.upos[i], tags.caseId[bundle]), tags.verb[bundle]);
}

export class Tagger {
  readonly tags: Tagset;
  readonly #upos: Scorer;
  readonly #feats: Scorer;
  readonly #cached: boolean;

  /** @param cached keep each word's own scores on the word: right only while the weights do not change */
  constructor(tags: Tagset, upos: Scorer, feats: Scorer, cached: boolean) {
    this.tags = tags;
    this.#upos = upos;
    this.#feats = feats;
    this.#cached = cached;
  }

  /** Tags a sentence in place. */
  run(s: SentenceBuffer): void {
    const upos = this.#upos;
    const scores = upos.sums;
    let p1 = 0;
    let p2 = 0;
    for (let i = 0; i < s.length; i++) {
      this.#ownUpos(s.words[i]);
      upos.add(contextFeatures(s, i, p1, p2, upos.features));
      let best = 0;
      for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c;
      s.upos[i] = best;
      p2 = p1;
      p1 = best + 1;
    }
    const feats = this.#feats;
    let previousCase = 0;
    for (let i = 0; i < s.length; i++) {
      this.#ownFeats(s.words[i], s.upos[i]);
      feats.add(taggedContextFeatures(s, i, previousCase, feats.features));
      s.bundle[i] = bestBundle(this.tags, s.upos[i], feats.sums);
      previousCase = this.tags.caseId[s.bundle[i]] + 1;
      setMorph(this.tags, s, i);
    }
  }

  /** Begins the sums with what the word's own features add. */
  #ownUpos(word: Word): void {
    const { sums, features } = this.#upos;
    if (word.uposScores) {
      sums.set(word.uposScores);
      return;
    }
    sums.fill(0);
    this.#upos.add(wordFeatures(word, features));
    if (this.#cached) word.uposScores = sums.slice();
  }

  #ownFeats(word: Word, upos: number): void {
    const { sums, features } = this.#feats;
    const known = word.featScores?.[upos];
    if (known) {
      sums.set(known);
      return;
    }
    sums.fill(0);
    this.#feats.add(taggedWordFeatures(word, upos, features));
    if (this.#cached) (word.featScores ??= [])[upos] = sums.slice();
  }
}

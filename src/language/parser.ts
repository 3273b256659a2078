/**
 * A greedy dependency parser: the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta, ACL 2011) with a
 * linear model over hashed features, trained with a dynamic oracle (Goldberg and Nivre, TACL 2013). Linear in the sentence.
 */
import { mix } from './hash.ts';
import type { SentenceBuffer } from './sentence.ts';
import type { Scorer, Scores } from './weights.ts';
import type { Word } from './words.ts';

export const SHIFT = 0;

/** What the features see of a position: a word, the root, or nothing. */
interface View {
  id: number;
  lemma: number;
  upos: number;
  morph: number;
  caseId: number;
  verb: number;
  agreement: number;
  s3: number;
  s4: number;
}

const NOTHING: View = { id: 111, lemma: 111, upos: 0, morph: 0, caseId: 0, verb: 0, agreement: 0, s3: 111, s4: 111 };
const ROOT: View = { id: 999, lemma: 999, upos: 99, morph: 999, caseId: 99, verb: 99, agreement: 99, s3: 999, s4: 999 };

const at = (id: number, value: number): number => mix(Math.imul(id, 104729), value);

/** Stack, arcs and neighbours while a sentence is parsed. Positions are 1-based; 0 is the root. */
export class ParseState {
  n = 0;
  b = 1;
  sp = 1;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** Left-most and right-most two children so far. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  #views: View[] = [];

  start(s: SentenceBuffer): void {
    const n = s.length;
    this.n = n;
    if (this.stack.length < n + 2) {
      const room = Math.max(128, n * 2 + 2);
      this.stack = new Int32Array(room);
      this.head = new Int32Array(room);
      this.label = new Int32Array(room);
      this.left1 = new Int32Array(room);
      this.left2 = new Int32Array(room);
      this.right1 = new Int32Array(room);
      this.right2 = new Int32Array(room);
      this.leftCount = new Int32Array(room);
      this.rightCount = new Int32Array(room);
    }
    const end = n + 2;
    this.head.fill(-1, 0, end);
    this.label.fill(-1, 0, end);
    this.left1.fill(-1, 0, end);
    this.left2.fill(-1, 0, end);
    this.right1.fill(-1, 0, end);
    this.right2.fill(-1, 0, end);
    this.leftCount.fill(0, 0, end);
    this.rightCount.fill(0, 0, end);
    this.stack[0] = 0;
    this.sp = 1;
    this.b = 1;
    while (this.#views.length < n + 1) this.#views.push({ ...NOTHING });
    this.#views[0] = ROOT;
    for (let i = 0; i < n; i++) {
      const view = this.#views[i + 1];
      const word: Word = s.words[i];
      view.id = word.id;
      view.lemma = s.lemmaId[i];
      view.upos = s.upos[i] + 1;
      view.morph = s.morph[i];
      view.caseId = s.caseId[i];
      view.verb = s.verb[i];
      view.agreement = s.agreement[i];
      view.s3 = word.suffixes[2];
      view.s4 = word.suffixes[3];
    }
  }

  done(): boolean {
    return this.b > this.n && this.sp === 1;
  }

  view(i: number): View {
    return i < 0 || i > this.n ? NOTHING : this.#views[i];
  }

  shift(): void {
    this.stack[this.sp++] = this.b++;
  }

  /** Attaches the top of the stack: to the buffer's front (left) or to the word below it (right). */
  attach(left: boolean, label: number): void {
    const child = this.stack[this.sp - 1];
    const head = left ? this.b : this.stack[this.sp - 2];
    this.head[child] = head;
    this.label[child] = label;
    this.sp--;
    if (left) {
      this.left2[head] = this.left1[head];
      this.left1[head] = child;
      this.leftCount[head] = Math.min(this.leftCount[head] + 1, 3);
    } else {
      this.right2[head] = this.right1[head];
      this.right1[head] = child;
      this.rightCount[head] = Math.min(this.rightCount[head] + 1, 3);
    }
  }

  /** Writes the features of the current configuration to `f`; returns how many. */
  features(f: Int32Array): number {
    return this.stackFeatures(f, this.frontFeatures(f));
  }

  /** The features that see the buffer alone: they hold until the next shift. */
  frontFeatures(f: Int32Array): number {
    const { b, n: N } = this;
    const ib = b <= N ? b : -1;
    const b0 = this.view(ib);
    const b1 = this.view(b + 1 <= N ? b + 1 : -1);
    const b2 = this.view(b + 2 <= N ? b + 2 : -1);
    const b3 = this.view(b + 3 <= N ? b + 3 : -1);
    const ub = b0.upos;
    const ub1 = b1.upos;
    let k = 0;
    f[k++] = at(1, 0);
    f[k++] = at(8, b0.id);
    f[k++] = at(9, b0.morph);
    f[k++] = at(10, mix(b0.id, ub));
    f[k++] = at(11, b1.id);
    f[k++] = at(12, b1.morph);
    f[k++] = at(13, b2.morph);
    f[k++] = at(14, b2.id);
    f[k++] = at(16, ub);
    f[k++] = at(19, ub1);
    f[k++] = at(36, mix(mix(ub, ub1), b2.upos));
    f[k++] = at(43, b0.s3);
    f[k++] = at(64, mix(b1.morph, mix(b0.morph, b2.morph)));
    f[k++] = at(65, b3.morph);
    f[k++] = at(68, ib < 0 ? 1 : 0);
    return k;
  }

  /** All others, from `f[k]` on; returns the number of features in `f`. */
  stackFeatures(f: Int32Array, k: number): number {
    const { stack, sp, b, n: N } = this;
    const i0 = stack[sp - 1];
    const i1 = sp > 1 ? stack[sp - 2] : -1;
    const i2 = sp > 2 ? stack[sp - 3] : -1;
    const ib = b <= N ? b : -1;
    const s0 = this.view(i0);
    const s1 = this.view(i1);
    const s2 = this.view(i2);
    const b0 = this.view(ib);
    const b1 = this.view(b + 1 <= N ? b + 1 : -1);
    const b2 = this.view(b + 2 <= N ? b + 2 : -1);
    const s0l = this.left1[i0];
    const s0r = this.right1[i0];
    const s0l2 = this.left2[i0];
    const s1l = i1 < 0 ? -1 : this.left1[i1];
    const s1r = i1 < 0 ? -1 : this.right1[i1];
    const b0l = ib < 0 ? -1 : this.left1[ib];
    const b0l2 = ib < 0 ? -1 : this.left2[ib];
    const ls0l = s0l > 0 ? this.label[s0l] + 1 : 0;
    const ls0r = s0r > 0 ? this.label[s0r] + 1 : 0;
    const ls0l2 = s0l2 > 0 ? this.label[s0l2] + 1 : 0;
    const ls1l = s1l > 0 ? this.label[s1l] + 1 : 0;
    const ls1r = s1r > 0 ? this.label[s1r] + 1 : 0;
    const lb0l = b0l > 0 ? this.label[b0l] + 1 : 0;
    const lb0l2 = b0l2 > 0 ? this.label[b0l2] + 1 : 0;
    const us0l = this.view(s0l).upos;
    const us0r = this.view(s0r).upos;
    const ub0l = this.view(b0l).upos;
    const u0 = s0.upos;
    const u1 = s1.upos;
    const ub = b0.upos;
    const ub1 = b1.upos;
    const gap = ib > 0 ? ib - i0 : 0;
    const d = ib > 0 ? (gap > 10 ? 6 : Math.min(gap, 5)) : 9;
    const gap1 = i0 - i1;
    const d1 = i1 >= 0 ? (gap1 > 10 ? 6 : Math.min(gap1, 5)) : 9;
    const u0b = mix(u0, ub);
    const m0b = mix(s0.morph, b0.morph);
    const m01 = mix(s0.morph, s1.morph);
    f[k++] = at(2, s0.id);
    f[k++] = at(3, s0.morph);
    f[k++] = at(4, mix(s0.id, u0));
    f[k++] = at(5, s1.id);
    f[k++] = at(6, s1.morph);
    f[k++] = at(7, u1);
    f[k++] = at(15, u0);
    f[k++] = at(17, s2.upos);
    f[k++] = at(18, s2.morph);
    f[k++] = at(20, m0b);
    f[k++] = at(21, mix(s0.id, b0.id));
    f[k++] = at(22, mix(s0.id, b0.morph));
    f[k++] = at(23, mix(s0.morph, b0.id));
    f[k++] = at(24, u0b);
    f[k++] = at(25, mix(u0b, d));
    f[k++] = at(26, mix(m0b, d));
    f[k++] = at(27, m01);
    f[k++] = at(28, mix(s0.id, s1.id));
    f[k++] = at(29, mix(s0.id, s1.morph));
    f[k++] = at(30, mix(s0.morph, s1.id));
    f[k++] = at(31, mix(mix(u0, u1), d1));
    f[k++] = at(32, mix(mix(u1, u0), ub));
    f[k++] = at(33, mix(u0b, ub1));
    f[k++] = at(34, mix(mix(s0.caseId, u0), mix(ub, ub1)));
    f[k++] = at(35, mix(mix(s2.upos, u1), u0));
    f[k++] = at(37, mix(m01, b0.morph));
    f[k++] = at(38, mix(m0b, b1.morph));
    f[k++] = at(39, mix(s0.s3, b0.morph));
    f[k++] = at(40, mix(s0.s4, ub));
    f[k++] = at(41, mix(b0.s3, s0.morph));
    f[k++] = at(42, s0.s3);
    f[k++] = at(44, mix(s0.caseId, b0.id));
    f[k++] = at(45, mix(s0.caseId, b0.verb));
    f[k++] = at(46, mix(u0, ls0l));
    f[k++] = at(47, mix(u0, ls0r));
    f[k++] = at(48, mix(ub, lb0l));
    f[k++] = at(49, mix(mix(u0, us0l), ls0l));
    f[k++] = at(50, mix(mix(u0, us0r), ls0r));
    f[k++] = at(51, mix(mix(ub, ub0l), u0));
    f[k++] = at(52, mix(mix(u0, ls0r), ub));
    f[k++] = at(53, mix(mix(u0, ls0l), ub));
    f[k++] = at(54, mix(mix(ub, lb0l), mix(lb0l2, u0)));
    f[k++] = at(55, mix(mix(ls0l, ls0l2), u0));
    f[k++] = at(56, mix(mix(u1, ls1r), u0));
    f[k++] = at(57, mix(mix(u1, ls1l), u0));
    f[k++] = at(58, mix(u0, this.leftCount[i0] * 8 + this.rightCount[i0]));
    f[k++] = at(59, mix(ub, ib < 0 ? 0 : this.leftCount[ib]));
    f[k++] = at(60, mix(s0.id, d));
    f[k++] = at(61, mix(b0.id, d));
    f[k++] = at(62, mix(mix(s0.morph, ub), u1));
    f[k++] = at(63, mix(mix(b0.morph, lb0l), s0.morph));
    f[k++] = at(66, mix(s0.morph, mix(b0.id, lb0l)));
    f[k++] = at(67, sp < 6 ? sp : 6);
    f[k++] = at(69, mix(m01, mix(ls0l, ls1r)));
    f[k++] = at(70, mix(m01, d1));
    f[k++] = at(71, mix(mix(s0.agreement, b0.agreement), mix(s0.morph, ub)));
    f[k++] = at(72, mix(s1.morph, b0.morph));
    f[k++] = at(73, mix(s0.morph, b1.morph));
    f[k++] = at(74, mix(s0.id, b1.id));
    // Lemmas: what inflection hides.
    f[k++] = at(75, mix(s0.lemma, ub));
    f[k++] = at(76, mix(b0.lemma, u0));
    f[k++] = at(77, mix(s0.lemma, b0.lemma));
    f[k++] = at(78, mix(s0.lemma, b0.morph));
    f[k++] = at(79, mix(s0.morph, b0.lemma));
    f[k++] = at(80, mix(s0.lemma, s1.lemma));
    f[k++] = at(81, mix(s0.morph, s1.lemma));
    f[k++] = at(82, mix(s0.lemma, s1.morph));
    f[k++] = at(83, mix(mix(b0.lemma, s0.caseId), lb0l));
    f[k++] = at(84, mix(mix(s1.lemma, s0.caseId), ls1r));
    f[k++] = at(85, mix(mix(s0.agreement, s1.agreement), mix(s0.caseId, s1.caseId)));
    return k;
  }
}

export class Parser {
  readonly labels: readonly string[];
  readonly #scorer: Scorer;
  readonly #root: number;
  readonly #state = new ParseState();
  /** What the front of the buffer adds to the scores. */
  readonly #front: Scores;

  constructor(labels: readonly string[], scorer: Scorer) {
    this.labels = labels;
    this.#scorer = scorer;
    this.#root = labels.indexOf('root');
    this.#front = scorer.sums.slice();
  }

  /** Sets head and relation of every word of a tagged, lemmatised sentence. Exactly one word depends on the root. */
  run(s: SentenceBuffer): void {
    const state = this.#state;
    const scorer = this.#scorer;
    const { features, sums } = scorer;
    state.start(s);
    let front = 0;
    while (!state.done()) {
      if (state.b !== front) {
        front = state.b;
        sums.fill(0);
        scorer.add(state.frontFeatures(features));
        this.#front.set(sums);
      } else sums.set(this.#front);
      scorer.add(state.stackFeatures(features, 0));
      const action = bestTransition(state, sums, this.labels.length, this.#root);
      applyTransition(state, action, this.labels.length);
    }
    for (let i = 0; i < s.length; i++) {
      s.head[i] = state.head[i + 1];
      s.rel[i] = state.label[i + 1];
    }
  }
}

/** The best transition the system allows here: 0 shift, 1 + label left arc, 1 + labels + label right arc. */
export function bestTransition(state: ParseState, scores: Scores, labels: number, root: number): number {
  const canShift = state.b <= state.n;
  const canLeft = state.sp > 1 && canShift;
  const below = state.sp > 1 ? state.stack[state.sp - 2] : -1;
  let best = -1;
  let top = -Infinity;
  if (canShift) {
    best = SHIFT;
    top = scores[SHIFT];
  }
  if (canLeft) {
    for (let l = 0; l < labels; l++) {
      if (scores[1 + l] > top && l !== root) {
        top = scores[1 + l];
        best = 1 + l;
      }
    }
  }
  if (state.sp > 1) {
    if (below === 0) {
      // The one word left when the buffer is empty is the root.
      if (!canShift) best = 1 + labels + root;
    } else {
      for (let l = 0; l < labels; l++) {
        if (scores[1 + labels + l] > top && l !== root) {
          top = scores[1 + labels + l];
          best = 1 + labels + l;
        }
      }
    }
  }
  return best;
}

export function applyTransition(state: ParseState, action: number, labels: number): void {
  if (action === SHIFT) state.shift();
  else state.attach(action <= labels, (action - 1) % labels);
}

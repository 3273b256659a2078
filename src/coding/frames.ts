/**
 * The words that tie two parties to a trigger, for the scorer that learns which company makes a pair the parties of a
 * fact: the way from each party to the trigger through the tree, the case or adposition it stands in, what lies between.
 * Names are masked, so that what is learnt does not hang on who is involved.
 */
import type { Token } from '../language/doc.ts';
import type { Entry } from './lexicon.ts';
import { surfaceSlots } from './slots.ts';
import type { Argument, Scene } from './scene.ts';
import { RowBuilder, atom, lowerAtom, mix } from './scorer/rows.ts';
import type { SparseRow } from './scorer/softmax.ts';
import { relationAtom } from './tree.ts';
import type { Trigger } from './triggers.ts';

export const FRAME_BITS = 18;

const REACH = 8;
/** Words between a party and its trigger are looked at where they are no more than so many. */
const NEAR = 25;
const [OVER, COMMON, WAY, FACE, FROM, OWN, OWN_BELOW, BETWEEN, BESIDE, KIND, ORDER, GAP, GAP_ALL, END, BIAS] =
  ['over', 'common', 'way', 'face', 'from', 'own', 'own below', 'between', 'beside', 'kind', 'order', 'gap', 'gap all', 'end', 'bias'].map(atom) as [number, number, number, number, number, number, number, number, number, number, number, number, number, number, number];
const [SOURCE, TARGET, PARTY, NAME, NUMBER] = ['S', 'T', 'PARTY', 'NAME', 'NUMBER'].map(atom) as [number, number, number, number, number];

/** Words of each sentence as hashes, names masked; the same for all its triggers. */
const masks = new WeakMap<Scene, Map<number, Int32Array>>();

export const maskedWords = (scene: Scene, sentence: number): Int32Array => {
  let perScene = masks.get(scene);
  if (!perScene) masks.set(scene, (perScene = new Map()));
  let words = perScene.get(sentence);
  if (!words) {
    const { first, last } = scene.doc.sentences[sentence] as Scene['doc']['sentences'][number];
    words = new Int32Array(last - first);
    for (let k = first; k < last; k++) {
      const t = scene.doc.tokens[k] as Token;
      words[k - first] = t.upos === 'PROPN' ? NAME : t.upos === 'NUM' ? NUMBER : lowerAtom(t.lemma);
    }
    for (const m of scene.bySentence[sentence] ?? []) for (let k = Math.max(m.first, first); k < Math.min(m.last, last); k++) words[k - first] = PARTY;
    perScene.set(sentence, words);
  }
  return words;
};

const entries = new WeakMap<Entry, { name: number; entry: number }>();

/** The hashes of an entry's label and of its head with the language. */
const atomsOf = (from: Entry, lang: number): { name: number; entry: number } => {
  let atoms = entries.get(from);
  if (!atoms) {
    const { label, head } = from, name = label.is === 'event' ? label.type : label.is === 'tie' ? `tie ${label.domain}` : label.direction;
    entries.set(from, (atoms = { name: atom(name), entry: mix(lang, atom(head)) }));
  }
  return atoms;
};

const builder = new RowBuilder(FRAME_BITS);
const up = new Int32Array(REACH);

/** Hashed features of a trigger with its two parties; they last until the next call. */
export const frameRow = (scene: Scene, trigger: Trigger, source: Argument, target: Argument): SparseRow => {
  const { doc } = scene, { tokens } = doc;
  const lang = atom(doc.lang), { name, entry } = atomsOf(trigger.entry, lang);
  const s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number], words = maskedWords(scene, trigger.sentence);
  const a = source.origin === 'here' ? source.mention : undefined, b = target.origin === 'here' ? target.mention : undefined;
  const [aFirst, aLast, bFirst, bLast] = [a?.first ?? 0, a?.last ?? 0, b?.first ?? 0, b?.last ?? 0];
  const word = (k: number): number => (k >= aFirst && k < aLast ? SOURCE : k >= bFirst && k < bLast ? TARGET : words[k - s.first] ?? 0);
  const add = (f: number, v: number, also = false): void => {
    builder.add(f, v * 0.7);
    builder.add(mix(f, name), v);
    if (also) builder.add(mix(f, entry), v);
  };
  builder.clear();
  builder.add(BIAS, 1);
  builder.add(mix(lang, name), 1);
  let climb = 0;
  for (let h = trigger.token; h >= 0 && climb < REACH; h = (tokens[h] as Token).head) up[climb++] = h;
  const stepsTo = (h: number): number => {
    for (let n = 0; n < climb; n++) if (up[n] === h) return n;
    return -1;
  };
  for (const arg of [source, target]) {
    const role = arg === source ? SOURCE : TARGET, m = arg === source ? a : b;
    if (!m) {
      add(mix(mix(role, FROM), atom(arg.origin)), 0.6, true);
      // who else fills the slot tells whether it is a party's own people
      if (arg.origin === 'domestic') {
        for (const c of doc.children(trigger.token)) {
          add(mix(mix(OWN, relationAtom(tokens[c] as Token)), word(c)), 0.8);
          for (const g of doc.children(c)) add(mix(OWN_BELOW, word(g)), 0.5);
        }
      }
      continue;
    }
    const face = atom(surfaceSlots(doc, m)[0] ?? '');
    add(mix(mix(role, FACE), face), 0.8, true);
    // from the party up to the trigger's own way to the root
    let way = 0, top = 0, h = m.head, n = 0;
    while (h >= 0 && n < REACH && stepsTo(h) < 0) {
      top = relationAtom(tokens[h] as Token);
      way = mix(way, top);
      if (h !== m.head) add(mix(mix(role, OVER), word(h)), 0.6);
      h = (tokens[h] as Token).head;
      n++;
    }
    const steps = h >= 0 ? stepsTo(h) : -1;
    add(mix(mix(role, WAY), mix(way, steps)), 0.8, true);
    add(mix(mix(role, top), mix(face, steps)), 0.6);
    if (steps > 0) add(mix(mix(role, COMMON), word(h)), 0.7);
    const lo = Math.min(m.head, trigger.token), hi = Math.max(m.head, trigger.token), side = mix(role, m.head < trigger.token ? BETWEEN : ~BETWEEN);
    for (let k = lo + 1; k < hi && hi - lo < NEAR; k++) {
      const t = tokens[k] as Token;
      if (t.upos === 'PUNCT') add(mix(side, atom(t.form)), 0.35);
      else if (t.upos === 'VERB' || t.upos === 'SCONJ' || t.upos === 'CCONJ' || t.upos === 'ADP') add(mix(side, word(k)), 0.35);
    }
    if (m.first > s.first) add(mix(mix(role, BESIDE), word(m.first - 1)), 0.5);
    if (m.last < s.last) add(mix(mix(role, ~BESIDE), word(m.last)), 0.5);
    add(mix(mix(role, KIND), atom(m.kind)), 0.3);
  }
  if (a && b) {
    const [x, y] = a.first < b.first ? [a, b] : [b, a], order = mix(ORDER, a.first < b.first ? SOURCE : TARGET);
    add(mix(order, trigger.token < x.first ? 0 : trigger.token >= y.last ? 2 : 1), 0.8, true);
    let all = mix(order, GAP_ALL);
    for (let k = x.last; k < y.first; k++) {
      const w = word(k);
      all = mix(all, w);
      if (y.first - x.last < 18) add(mix(mix(order, GAP), w), 0.3);
    }
    if (y.first - x.last <= 3) add(mix(all, END), 0.7);
  }
  return builder;
};

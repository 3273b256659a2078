/** The words around a trigger, for the scorer that learns which company makes a trigger a fact of its label. */
import type { Token } from '../language/doc.ts';
import { maskedWords } from './frames.ts';
import type { Scene } from './scene.ts';
import { RowBuilder, atom, mix } from './scorer/rows.ts';
import type { SparseRow } from './scorer/softmax.ts';
import { relationAtom } from './tree.ts';
import type { Trigger } from './triggers.ts';

export const WORD_BITS = 17;
export const WORD_CLASSES = ['fact', 'none'] as const;

const [BIAS, ENTRY, WORD, FORM, BEFORE, AFTER, BELOW, BELOW2, ABOVE, ABOVE2, ROOT, WITH] =
  ['bias', 'entry', 'word', 'form', 'before', 'after', 'below', 'below2', 'above', 'above2', 'root', 'with'].map(atom) as [number, number, number, number, number, number, number, number, number, number, number, number];
const builder = new RowBuilder(WORD_BITS);

/** Hashed features: the trigger, its label, and the words before, behind, above and below it; names are masked. They last until the next call. */
export const wordRow = (scene: Scene, trigger: Trigger): SparseRow => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number], words = maskedWords(scene, trigger.sentence);
  const word = (k: number): number => words[k - s.first] ?? 0;
  const { label } = trigger.entry;
  const name = atom(label.is === 'event' ? label.type : label.is === 'tie' ? `${label.domain} ${label.kind}` : label.direction);
  const t = doc.tokens[trigger.token] as Token, lang = atom(doc.lang), named = mix(lang, name);
  builder.clear();
  builder.add(BIAS, 1);
  builder.add(named, 1);
  builder.add(mix(named, mix(ENTRY, atom(trigger.entry.head))), 1.5);
  builder.add(mix(named, mix(WORD, atom(t.lemma))), 1);
  builder.add(mix(named, mix(FORM, atom(t.lower))), 0.5);
  const add = (f: number, v: number): void => {
    builder.add(mix(lang, f), v);
    builder.add(mix(named, f), v);
  };
  for (let d = 1; d <= 4; d++) {
    if (t.i - d >= s.first) add(mix(mix(BEFORE, Math.min(d, 3)), word(t.i - d)), 0.5);
    if (t.i + d < s.last) add(mix(mix(AFTER, Math.min(d, 3)), word(t.i + d)), 0.5);
  }
  for (const c of doc.children(t.i)) {
    add(mix(mix(BELOW, relationAtom(doc.tokens[c] as Token)), word(c)), 0.6);
    for (const g of doc.children(c)) add(mix(BELOW2, word(g)), 0.3);
  }
  if (t.head >= 0) {
    add(mix(mix(ABOVE, relationAtom(t)), word(t.head)), 0.8);
    const g = (doc.tokens[t.head] as Token).head;
    if (g >= 0) add(mix(ABOVE2, word(g)), 0.4);
  } else add(ROOT, 0.6);
  for (const k of trigger.satellites) add(mix(WITH, word(k)), 0.8);
  return builder;
};

/** The words around a trigger, for the scorer that learns which company makes a trigger a fact of its label. */
import type { Token } from '../language/doc.ts';
import type { Scene } from './scene.ts';
import { sparseRow } from './scorer/softmax.ts';
import type { SparseRow } from './scorer/softmax.ts';
import type { Trigger } from './triggers.ts';

export const WORD_BITS = 17;
export const WORD_CLASSES = ['fact', 'none'] as const;

/** Names are masked: what is learnt must not hang on who is involved. */
const wordOf = (t: Token, inMention: boolean): string =>
  (inMention ? 'PARTY' : t.upos === 'PROPN' ? 'NAME' : t.upos === 'NUM' ? 'NUMBER' : t.lemma.toLowerCase());

/** Hashed features: the trigger, its label, and the words before, behind, above and below it. */
export const wordRow = (scene: Scene, trigger: Trigger): SparseRow => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  const mentions = scene.bySentence[trigger.sentence] ?? [];
  const masked = (k: number) => mentions.some((m) => k >= m.first && k < m.last);
  const word = (k: number) => wordOf(doc.tokens[k] as Token, masked(k));
  const { label } = trigger.entry;
  const name = label.is === 'event' ? label.type : label.is === 'tie' ? `${label.domain} ${label.kind}` : label.direction;
  const t = doc.tokens[trigger.token] as Token, lang = doc.lang;
  const features: [string, number][] = [['bias', 1], [`${lang} ${name}`, 1], [`${lang} entry ${trigger.entry.head} ${name}`, 1.5], [`${lang} word ${t.lemma} ${name}`, 1], [`${lang} form ${t.lower} ${name}`, 0.5]];
  const add = (f: string, v: number) => void features.push([`${lang} ${f}`, v], [`${lang} ${f} ${name}`, v]);
  for (let d = 1; d <= 4; d++) {
    if (t.i - d >= s.first) add(`-${d > 2 ? 3 : d} ${word(t.i - d)}`, 0.5);
    if (t.i + d < s.last) add(`+${d > 2 ? 3 : d} ${word(t.i + d)}`, 0.5);
  }
  const rel = (k: number) => (doc.tokens[k] as Token).deprel.split(':')[0] as string;
  for (const c of doc.children(t.i)) {
    add(`below ${rel(c)} ${word(c)}`, 0.6);
    for (const g of doc.children(c)) add(`below2 ${word(g)}`, 0.3);
  }
  if (t.head >= 0) {
    add(`above ${rel(t.i)} ${word(t.head)}`, 0.8);
    const g = (doc.tokens[t.head] as Token).head;
    if (g >= 0) add(`above2 ${word(g)}`, 0.4);
  } else add('root', 0.6);
  for (const k of trigger.satellites) add(`with ${word(k)}`, 0.8);
  return sparseRow(features, WORD_BITS);
};

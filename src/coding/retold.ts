/**
 * Meetings told again by what was talked about in them: "görüşmede … ele alındı", "в ходе беседы обсудили", "the two sides
 * discussed" after a meeting of the same parties are that meeting.
 */
import type { Token } from '../language/doc.ts';
import { isConsult } from './lexicon.ts';
import { factKey } from './panel.ts';
import type { Judged } from './panel.ts';
import { BACK, pointedAt } from './pointer.ts';
import type { Argument, Scene } from './scene.ts';
import { relation } from './tree.ts';
import type { Trigger } from './triggers.ts';
import { wordClass } from './word-classes.ts';

/** Whether a trigger says what a meeting was about, and not that it took place. */
const isTopical = ({ doc }: Scene, { token, satellites }: Trigger): boolean => {
  const discuss = wordClass(doc.lang, 'discuss');
  return [token, ...satellites].some((k) => discuss.has((doc.tokens[k] as Token).lower));
};

/** "The talks covered", "görüşme iki saat sürdü": a meeting named as known. */
const isKnown = ({ doc }: Scene, token: number): boolean => {
  const { tokens, lang } = doc, t = tokens[token] as Token;
  return wordClass(lang, 'meeting').has(t.lower) && wordClass(lang, 'known').has(tokens[token - 1]?.lower ?? '');
};

/** Farthest that a topic may stand below the word for discussing, in arcs. */
const DEEP = 4;

/** Whether a party stands in what is discussed ("they discussed Russia", "обсуждались действия России"), and not beside whom it is. */
const isTopic = ({ doc }: Scene, { mention }: Argument): boolean => {
  const { tokens, lang } = doc, discuss = wordClass(lang, 'discuss'), joining = wordClass(lang, 'with');
  for (let at = mention?.head ?? -1, n = 0; at >= 0 && n < DEEP; n++) {
    const t = tokens[at] as Token, head = tokens[t.head];
    if (doc.children(at).some((c) => joining.has((tokens[c] as Token).lower)) || !head) return false;
    if (discuss.has(head.lower)) return relation(t) === 'obj' || t.deprel === 'nsubj:pass' || (lang === 'ru' && relation(t) === 'nsubj' && t.i > head.i);
    at = t.head;
  }
  return false;
};

/**
 * Whether a meeting's noun is the subject of which another is said: "the visit was the first meeting", "görüşme, on yıldır yapılan
 * ilk telefon görüşmesi oldu".
 */
const isEquated = ({ doc }: Scene, { token, sentence }: Trigger, other: Trigger): boolean => {
  const { tokens, lang } = doc, meeting = wordClass(lang, 'meeting'), copula = wordClass(lang, 'copula'), subject = tokens[token] as Token;
  if (other.sentence !== sentence || other.token <= token || !meeting.has(subject.lower)) return false;
  const isSubject = relation(subject) === 'nsubj', opens = token === doc.sentences[sentence]?.first;
  return [other.token, ...other.satellites].some((k) => k > token && meeting.has((tokens[k] as Token).lower)
    && ((isSubject && k === subject.head) || ((isSubject || opens) && copula.has(tokens[k + 1]?.lower ?? ''))));
};

/**
 * Acts in text order without meetings that tell again one of the same two parties shortly before, on no other day, without
 * those that are said in their own sentence to be another one, and without those with a party that was only talked about.
 */
export const withoutRetold = (scene: Scene, kept: readonly Judged[]): Judged[] => {
  const told = new Map<string, Judged>(), meetings = kept.filter(({ label }) => isConsult(label));
  let last = -Infinity;
  return kept.filter((j) => {
    if (!isConsult(j.label)) return true;
    const key = factKey(j), { trigger, source, target } = j, before = told.get(key);
    if (meetings.some((other) => isEquated(scene, trigger, other.trigger) && factKey(other) === key)) return false;
    if (trigger.sentence > last && trigger.sentence - last <= BACK && (isTopic(scene, source) || isTopic(scene, target)) && pointedAt(scene.doc, trigger.sentence) >= 0) return false;
    const gap = before ? trigger.sentence - before.trigger.sentence : 0;
    if (before && gap > 0 && gap <= BACK) {
      const date = scene.dateOf(trigger.token), same = !date || date.sentence !== trigger.sentence || date.from === scene.dateOf(before.trigger.token)?.from;
      if (same && (isTopical(scene, trigger) || isKnown(scene, trigger.token) || pointedAt(scene.doc, trigger.sentence) === trigger.token)) return false;
    }
    told.set(key, j);
    last = trigger.sentence;
    return true;
  });
};

/**
 * Meetings told again by what was talked about in them: "görüşmede … ele alındı", "в ходе беседы обсудили", "the two sides
 * discussed" after a meeting of the same parties are that meeting.
 */
import type { Token } from '../language/doc.ts';
import { isConsult } from './lexicon.ts';
import type { Judged } from './panel.ts';
import { factKey } from './panel.ts';
import { BACK, pointedAt } from './pointer.ts';
import type { Scene } from './scene.ts';
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

/** Acts in text order without meetings that tell again one of the same two parties shortly before, on no other day. */
export const withoutRetold = (scene: Scene, kept: readonly Judged[]): Judged[] => {
  const told = new Map<string, Judged>();
  return kept.filter((j) => {
    if (!isConsult(j.label)) return true;
    const key = factKey(j), { trigger } = j, before = told.get(key);
    const gap = before ? trigger.sentence - before.trigger.sentence : 0;
    if (before && gap > 0 && gap <= BACK) {
      const date = scene.dateOf(trigger.token), same = !date || date.sentence !== trigger.sentence || date.from === scene.dateOf(before.trigger.token)?.from;
      if (same && (isTopical(scene, trigger) || isKnown(scene, trigger.token) || pointedAt(scene.doc, trigger.sentence) === trigger.token)) return false;
    }
    told.set(key, j);
    return true;
  });
};

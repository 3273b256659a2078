/**
 * Words that point back at a meeting told a little before: "after the talks", "görüşmede", "по итогам встречи". Only they set two
 * sentences on one occasion.
 */
import type { Doc, Token } from '../language/doc.ts';
import { isTail, turkishForm } from './dates/tr-forms.ts';
import { wordClass } from './word-classes.ts';

/** Sentences that a meeting is pointed back at over. */
export const BACK = 3;

/** Turkish names of a meeting that point at it by their own case: "görüşmede", "toplantılarda", "temaslarında". */
const LOCATIVE = /^(?:l[ae]r)?(?:[ıi]n)?d[ae]$/;
const isLocative = (word: string): boolean =>
  wordClass('tr', 'meeting').listed.some((stem) => word.startsWith(stem.slice(0, -1)) && LOCATIVE.test(word.slice(stem.length - 1)));

/** Words a pointer may stand before its meeting ("after their two-hour talks"). */
const REACH = 6;

/** The token that names the meeting which a sentence points back at; -1 where it points at none. */
export function pointedAt(doc: Doc, sentence: number): number {
  const { first, last } = doc.sentences[sentence] as Doc['sentences'][number], { tokens, lang } = doc, meeting = wordClass(lang, 'meeting'), pointer = wordClass(lang, 'pointer'), loose = wordClass(lang, 'loose'), fresh = wordClass(lang, 'fresh');
  for (let i = first; i < last; i++) {
    const t = tokens[i] as Token;
    if (!meeting.has(t.lower)) continue;
    const before = tokens.slice(Math.max(first, i - REACH), i);
    if (lang === 'tr') {
      if (before.slice(-2).some((x) => fresh.has(x.lower))) continue;
      let next = i + 1;
      while (next < last && isTail(tokens, next)) next++;
      if (isLocative(t.lower) || pointer.has(tokens[next]?.lower ?? '')) return i;
      continue;
    }
    const at = before.findLastIndex((x) => pointer.has(x.lower));
    if (at < 0) continue;
    const between = before.slice(at + 1);
    if (between.some((x) => fresh.has(x.lower) || x.upos === 'VERB' || x.form === ',')) continue;
    if (between.length === 0 && loose.has((before[at] as Token).lower)) continue;
    return i;
  }
  return -1;
}

/** Whether a word is said of the sentence's own occasion: its main verb or one beside it, not what somebody tells of. */
export function isMain(doc: Doc, token: number): boolean {
  const { tokens } = doc;
  if (doc.lang === 'tr') {
    const form = turkishForm(tokens[token] as Token, tokens[token + 1]);
    return form === 'finite' || form === 'converb';
  }
  for (let t = tokens[token] as Token, n = 0; n < 6; n++) {
    if (/^(?:acl|advcl|ccomp|parataxis)/.test(t.deprel)) return false;
    if (t.head < 0) return true;
    t = tokens[t.head] as Token;
  }
  return false;
}

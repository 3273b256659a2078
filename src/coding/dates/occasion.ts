/**
 * Dates that carry over: what happened "after the talks", "görüşmede", "по итогам встречи" happened when the talks did, where
 * the story has dated them a little before. Only a word that points back at a meeting sets two sentences on one occasion.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { wordClass } from '../word-classes.ts';
import { isTail, turkishForm } from './tr-forms.ts';
import type { DateMention } from './types.ts';

/** What a story has told so far, or is about to tell. */
export interface ToldAct {
  token: number;
  sentence: number;
  /** The two parties. */
  parties: readonly [string, string];
  /** Whether it is a meeting, a call, a visit. */
  meeting: boolean;
  date?: DateMention;
}

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

/** "Agreed on Monday after talks that Oman hosted": the one day that a sentence names before it points at a meeting is the meeting's too. */
function dayBefore(doc: Doc, dates: readonly DateMention[], sentence: number, at: number): DateMention | undefined {
  if (doc.lang === 'tr') return undefined;
  const here = dates.filter((d) => d.sentence === sentence && !d.dateline && (d.from ?? d.to) !== undefined), [day] = here;
  return here.length === 1 && day && day.kind === 'at' && !day.subordinate && day.granularity === 'day' && day.from === day.to && day.last <= at ? day : undefined;
}

/** Tokens after a meeting's name within which what is said of it stands ("talks that Oman hosted with the UN's help"). */
const SAID_OF_IT = 10;

/**
 * Dates of acts that have none of their own, from the meeting that their sentence points back at: the nearest before it that
 * has one day for its date and one of their parties.
 * @param acts in the order of the text
 * @returns by place in `acts`
 */
export function carriedDates(doc: Doc, dates: readonly DateMention[], acts: readonly ToldAct[]): Map<number, DateMention> {
  const carried = new Map<number, DateMention>(), pointed = new Map<number, number>();
  acts.forEach((act, k) => {
    if (act.date) return;
    if (!pointed.has(act.sentence)) pointed.set(act.sentence, pointedAt(doc, act.sentence));
    const at = pointed.get(act.sentence) as number;
    if (at < 0) return;
    if (dates.some((d) => d.sentence === act.sentence && !d.dateline && (d.from ?? d.to) !== undefined)) {
      const day = act.meeting && act.token >= at && act.token <= at + SAID_OF_IT ? dayBefore(doc, dates, act.sentence, at) : undefined;
      if (day) carried.set(k, day);
      return;
    }
    if (!(act.token === at || isMain(doc, act.token))) return;
    for (let o = k - 1; o >= 0; o--) {
      const { sentence, parties, meeting, date } = acts[o] as ToldAct;
      if (sentence < act.sentence - BACK) return;
      if (!meeting || sentence === act.sentence || !parties.some((p) => act.parties.includes(p))) continue;
      const known = date ?? carried.get(o);
      if (!known) continue;
      if (known.from !== undefined && known.from === known.to && known.granularity === 'day') carried.set(k, known);
      return;
    }
  });
  return carried;
}

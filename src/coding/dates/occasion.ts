/**
 * Dates that carry over: what happened "after the talks", "görüşmede", "по итогам встречи" happened when the talks did, where
 * the story has dated them a little before. Only a word that points back at a meeting sets two sentences on one occasion.
 */
import type { Doc } from '../../language/doc.ts';
import { BACK, isMain, pointedAt } from '../pointer.ts';
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

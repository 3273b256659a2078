/** What a sentence says beside its act, in a reader's language: when, who, whose word, how often before. */
import type { EventFact, Precedent } from '../story/facts.ts';
import type { Value } from '../story/remark.ts';
import type { TermKey } from './terms.ts';

/** Who writes it down. */
export interface Telling {
  t(key: TermKey, values?: Readonly<Record<string, string | number | Extract<Value, { ordinal: number }>>>): string;
  day(iso: string): string;
}

/** The time of a fact; undefined where none is stated. */
export function whenOf({ from, to }: { from?: string; to?: string }, { t, day }: Telling): string | undefined {
  if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  if (from) return t('fact.since', { day: day(from) });
  return to && t('fact.until', { day: day(to) });
}

/** A stated precedent: "first in 31 years". */
export function precedentOf({ kind, n, since, years }: Precedent, { t, day }: Telling): string {
  const what = kind === 'nth' ? (n === undefined ? t('precedent.not') : t('precedent.nth', { n: { ordinal: n } })) : t(`precedent.${kind}`);
  if (since) return t('precedent.since', { what, since: day(since) });
  return years === undefined ? what : t('precedent.years', { what, n: years });
}

/** The rest of what an event's sentence says, most telling first. */
export function notesOf(event: EventFact, telling: Telling): string[] {
  const { source_person: by, target_person: whom, attributed_to: origin } = event, even = event.type === 'CONSULT' || event.mutual, { t } = telling;
  return [
    by && whom ? t(even ? 'fact.and' : 'fact.to', { who: by, whom }) : by ? t(even ? 'fact.regard' : 'fact.by', { who: by }) : whom && t('fact.regard', { who: whom }),
    origin && (origin === 'unnamed' ? t('fact.unnamed') : t('fact.according', { who: origin })),
    event.precedent && precedentOf(event.precedent, telling),
    event.recurring && t('fact.recurring'), event.condition && t('fact.if', { what: event.condition }), event.purpose && t('fact.purpose', { what: event.purpose }), event.place && t('fact.at', { what: event.place }),
  ].filter((note): note is string => typeof note === 'string');
}

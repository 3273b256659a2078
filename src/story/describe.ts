/** Facts in a person's words: the same on the terminal and on the page. */
import type { ClaimFact, EventFact, Precedent, TieFact, TrendFact } from './facts.ts';

/** A fact's parts, each plain text. */
export interface Description {
  /** Who and whom: `USA → BLR`, `FRA ↔ DEU`, `MEX, USA`. */
  who: string;
  /** What: `CONSULT (call)`, `prediction`, `military deployment`, `improving`. */
  what: string;
  /** How sure the text is; events only, and only where it is no plain fact. */
  factuality?: string;
  when?: string;
  /** The rest, most telling first. */
  notes: string[];
}

const ORDINAL_ENDS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinalRule = new Intl.PluralRules('en', { type: 'ordinal' });
/** `2nd`. */
export const ordinal = (n: number): string => `${n}${ORDINAL_ENDS[ordinalRule.select(n)] ?? 'th'}`;

const period = (from?: string, to?: string): string | undefined => {
  if (from && to) return from === to ? from : `${from} to ${to}`;
  if (from) return `since ${from}`;
  return to && `by ${to}`;
};

export function describePrecedent({ kind, n, since, years }: Precedent): string {
  const what = kind === 'nth' ? (n === undefined ? 'not the first' : `${ordinal(n)} time`) : kind;
  const back = since ? ` since ${since}` : years === undefined ? '' : ` in ${years} years`;
  return `stated: ${what}${back}`;
}

export function describeEvent(event: EventFact): Description {
  const even = event.type === 'CONSULT' || event.mutual;
  const persons = [event.source_person, event.target_person].filter((name) => name !== undefined);
  const when = period(event.from, event.to);
  const notes = [
    persons.length === 2 ? persons.join(even ? ' and ' : ' to ') : event.source_person ? `by ${event.source_person}` : event.target_person && `with regard to ${event.target_person}`,
    event.attributed_to && (event.attributed_to === 'unnamed' ? 'source unnamed' : `according to ${event.attributed_to}`),
    event.precedent && describePrecedent(event.precedent),
    event.recurring && 'recurring',
    event.condition && `if: ${event.condition}`,
    event.place && `at: ${event.place}`,
  ].filter((note): note is string => typeof note === 'string');
  return {
    who: `${event.source} ${even ? '↔' : '→'} ${event.target}`,
    what: event.mode ? `${event.type} (${event.mode})` : event.type,
    ...(event.factuality !== 'fact' && { factuality: event.factuality }),
    ...(when && { when }),
    notes,
  };
}

export const describeClaim = (claim: ClaimFact): Description => ({
  who: claim.about.join(', '), what: claim.kind, notes: [claim.speaker === 'unnamed' ? 'speaker unnamed' : `says ${claim.speaker}`],
});

const EVEN_TIES = new Set(['alliance', 'dispute']);
export const describeTie = (tie: TieFact): Description => ({
  who: `${tie.a} ${EVEN_TIES.has(tie.kind) ? '↔' : '→'} ${tie.b}`, what: `${tie.domain} ${tie.kind}`, notes: [],
});

export function describeTrend(trend: TrendFact): Description {
  const when = period(trend.from, trend.to);
  return { who: `${trend.a} ↔ ${trend.b}`, what: trend.direction, ...(when && { when }), notes: [] };
}

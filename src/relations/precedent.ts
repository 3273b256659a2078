/** Precedent: when such an act was last seen, and whether what stories state of it fits the record. */
import type { EventType, Mode, Precedent } from '../story/facts.ts';
import { actsOf, WEIGHTED } from './acts.ts';
import type { Act, Weights } from './acts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { between } from './event.ts';
import type { Pair, RelationEvent, Window } from './event.ts';

export const precedent = {
  name: 'precedent',
  question: 'When was such an act last seen between the two, and is it a first in so many years, as is said?',
  inputs: ['events of the pair', 'the day from which the record has anything'],
  parameters: [
    { name: 'same', about: 'acts of one kind so near each other are tellings of one, or parts of one round', default: 3, unit: 'days', least: 0, most: 366, whole: true },
    { name: 'last', about: 'how many rounds are listed, the latest ones', default: 12, unit: 'rounds', least: 1, most: 10_000, whole: true },
    WEIGHTED,
  ],
  outputs: [
    { name: 'rounds', about: 'each time it was seen, with the gap to the time before: first since then, or first in this record' },
    { name: 'gap', about: 'days and years between two times', unit: 'days' },
    { name: 'stated', about: 'precedents that stories state: confirmed by the record, contradicted by a happening in it, or beyond what it covers' },
  ],
  source: 'waiting times between events of a kind; the record\'s own bounds are stated, not guessed',
} as const satisfies Declaration;

export type PrecedentParameters = ParametersOf<typeof precedent>;

/** What kind of act is looked for; what is left out is not asked. */
export interface Kind {
  types?: readonly EventType[];
  modes?: readonly Mode[];
}

/** One time that such an act was seen. */
export interface Round {
  from: string;
  to: string;
  types: EventType[];
  modes: Mode[];
  because: string[];
  /** The time before; absent for the first in the record. */
  since?: string;
  /** Days from the end of the time before. */
  gap?: number;
}

export type Verdict = 'confirmed' | 'contradicted' | 'beyond the record';

export interface Stated {
  event: string;
  happening: string;
  day: string;
  type: EventType;
  mode?: Mode;
  precedent: Precedent;
  verdict: Verdict;
  /** Why, in a sentence. */
  reason: string;
  /** Happenings that speak against it. */
  against: string[];
}

export interface Precedents {
  thin?: string;
  /** The record begins here: a first is a first since then. */
  record: string;
  rounds: Round[];
  /** How many rounds there are in all. */
  times: number;
  stated: Stated[];
}

/** Only what has happened makes a precedent. */
const HAPPENED: Weights = { planned: 0, possible: 0, conditional: 0, disputed: 0.5 };

const fits = ({ types, modes }: Kind) => ({ type, mode }: Pick<Act, 'type' | 'mode'>): boolean =>
  (!types?.length || types.includes(type)) && (!modes?.length || (mode !== undefined && modes.includes(mode)));

/** Acts as rounds: those at most `same` days after the one before belong to its round. */
function roundsOf(acts: readonly Act[], same: number): Round[] {
  const rounds: { from: string; to: string; acts: Act[] }[] = [];
  for (const act of acts) {
    const last = rounds.at(-1);
    if (last && dayNumber(act.firstDay) - dayNumber(last.to) <= same) {
      last.acts.push(act);
      if (act.firstDay > last.to) last.to = act.firstDay;
    } else rounds.push({ from: act.firstDay, to: act.firstDay, acts: [act] });
  }
  return rounds.map(({ from, to, acts: own }, i) => {
    const before = rounds[i - 1];
    return {
      from, to, types: [...new Set(own.map(({ type }) => type))], modes: [...new Set(own.flatMap(({ mode }) => (mode ? [mode] : [])))],
      because: [...new Set(own.map(({ happening }) => happening))], ...(before && { since: before.to, gap: dayNumber(from) - dayNumber(before.to) }),
    };
  });
}

const years = (day: string, n: number): string => `${String(Number(day.slice(0, 4)) - n).padStart(4, '0')}${day.slice(4)}`;

/** The day since which a stated precedent claims that there was none; undefined where it says "ever". */
function claimedSince({ since, years: n }: Precedent, day: string): string | undefined {
  if (since) return since.length === 4 ? `${since}-12-31` : since.length === 7 ? `${since}-31` : since;
  return n === undefined ? undefined : years(day, n);
}

/** Words that bound a first in time, in the three languages. */
const BOUND = /\b(?:since|years?|decades?)\b|yıl|beri|aradan|(?:^|\s)(?:с|за|после)\s/iu;

const lastName = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) as string;

/** Whether two acts are known to be of different people on either side: what one minister does first, another may have done before. */
function others(event: RelationEvent, before: RelationEvent): boolean {
  const names = ({ sourcePerson, targetPerson }: RelationEvent): string[] => [sourcePerson, targetPerson].flatMap((name) => (name ? [lastName(name)] : []));
  const one = names(event), two = names(before);
  return one.length === 2 && two.length === 2 && !(two.every((name) => one.includes(name)));
}

/** A year given in a round number may be off by one. */
const SLACK = 366;

function check(event: RelationEvent, stated: Precedent, like: readonly Act[], tellings: ReadonlyMap<string, readonly RelationEvent[]>, record: string, same: number): Stated {
  const base = { event: event.id, happening: event.happening, day: event.firstDay, type: event.type, ...(event.mode && { mode: event.mode }), precedent: stated };
  const earlier = like.filter(({ happening, firstDay }) => happening !== event.happening && dayNumber(firstDay) < dayNumber(event.firstDay) - same
    && !(tellings.get(happening) ?? []).every((before) => others(event, before)));
  if (stated.kind === 'nth') {
    const seen = roundsOf(earlier, same).length + 1, n = stated.n;
    if (n === undefined) return { ...base, verdict: seen > 1 ? 'confirmed' : 'beyond the record', reason: seen > 1 ? `the record has ${seen - 1} before it` : `none before it since the record begins (${record})`, against: [] };
    if (seen > n) return { ...base, verdict: 'contradicted', reason: `it is the ${seen}th in the record`, against: earlier.map(({ happening }) => happening) };
    return { ...base, verdict: seen === n ? 'confirmed' : 'beyond the record', reason: `the record, from ${record}, has ${seen - 1} before it`, against: [] };
  }
  const since = claimedSince(stated, event.firstDay);
  if (since === undefined && BOUND.test(event.cite?.evidence ?? '')) {
    return { ...base, verdict: 'beyond the record', reason: 'the sentence bounds it in words that were not read as a date', against: [] };
  }
  const from = since === undefined ? undefined : dayOf(dayNumber(since) + (stated.since ? 0 : SLACK));
  const against = earlier.filter(({ firstDay }) => from === undefined || firstDay > from);
  if (against.length) {
    const last = against[against.length - 1] as Act;
    return { ...base, verdict: 'contradicted', reason: `there was one on ${last.firstDay}`, against: against.map(({ happening }) => happening).reverse().slice(0, 5) };
  }
  if (since !== undefined && record <= since) return { ...base, verdict: 'confirmed', reason: `none in the record since ${since}`, against: [] };
  const covered = Math.floor((dayNumber(event.firstDay) - dayNumber(record)) / 365.25);
  return { ...base, verdict: 'beyond the record', reason: `none in the ${covered} years that the record covers (from ${record})`, against: [] };
}

/**
 * When acts of a kind were seen between two parties, up to the end of the window, with the gaps between them; and, of
 * precedents that stories state within it, whether the record bears them out. `record` is the record's first day.
 */
export function precedents(events: Iterable<RelationEvent>, pair: Pair, window: Window, kind: Kind, parameters: PrecedentParameters, record: string): Precedents {
  const own = [...events].filter((event) => between(event, pair) && event.firstDay <= window.to), acts = actsOf(own, HAPPENED), wanted = fits(kind);
  const tellings = new Map<string, RelationEvent[]>();
  for (const event of own) tellings.set(event.happening, [...(tellings.get(event.happening) ?? []), event]);
  const rounds = roundsOf(acts.filter(wanted), parameters.same);
  const stated = own.filter((event) => event.precedent && event.firstDay >= window.from && event.factuality !== 'denied' && wanted(event))
    .sort((x, y) => (x.firstDay === y.firstDay ? (x.id < y.id ? -1 : 1) : x.firstDay < y.firstDay ? -1 : 1))
    // a call is compared with calls, a visit with visits; an act without a mode with all of its type
    .map((event) => check(event, event.precedent as Precedent, acts.filter(fits({ types: [event.type], ...(event.mode && { modes: [event.mode] }) })), tellings, record, parameters.same));
  return {
    ...(!rounds.length && { thin: `no such act in the record, which begins on ${record}` }), record,
    rounds: rounds.filter(({ from }) => from >= window.from).slice(-parameters.last), times: rounds.length, stated,
  };
}

/** Precedent: when such an act was last seen, and whether what stories state of it fits the record. */
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import type { EventType, Mode, Precedent } from '../story/facts.ts';
import { inEnglish, lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTED } from './acts.ts';
import type { Weights } from './acts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import { actsIn } from './columns.ts';
import type { Acts } from './columns.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { between, recordOf } from './event.ts';
import type { Counted, Events, Pair, RelationEvent, Window } from './event.ts';

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
    { name: 'rounds', about: 'each time it was seen, with the gap to the time before (first since then, or first in this record), its happenings, and which they are' },
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

/** One time that such an act was seen; of many happenings, the first and the last and those of each kind are named. */
export interface Round extends Counted {
  from: string;
  to: string;
  types: EventType[];
  modes: Mode[];
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
  /** Why, in a sentence, and as a remark. */
  reason: string;
  why: Remark;
  /** Happenings that speak against it. */
  against: string[];
}

export interface Precedents {
  thin?: string;
  lack?: Remark;
  /** The record begins here: a first is a first since then. */
  record: string;
  rounds: Round[];
  /** How many rounds there are in all. */
  times: number;
  stated: Stated[];
}

/** Only what has happened makes a precedent. */
const HAPPENED: Weights = { planned: 0, possible: 0, conditional: 0, disputed: 0.5 };

/** Happenings that are named for one number, at most. */
const LISTED = 50;

const fits = ({ type, mode }: Acts, { types, modes }: Kind): ((row: number) => boolean) => {
  const wanted = EVENT_TYPES.map((one) => !types?.length || types.includes(one)), ways = [undefined, ...MODES].map((one) => !modes?.length || (one !== undefined && modes.includes(one)));
  return (row) => (wanted[type[row]] && ways[mode[row]]) as boolean;
};

/** Times that acts of some rows were seen: from one place among the rows up to another (left out). Those at most `same` days after the one before belong to its round. */
function roundsOf({ day }: Acts, rows: ArrayLike<number>, same: number): [first: number, end: number][] {
  const rounds: [first: number, end: number][] = [];
  for (let i = 0, first = 0; i < rows.length; i++) {
    if (i + 1 < rows.length && day[rows[i + 1]] - day[rows[i]] <= same) continue;
    rounds.push([first, i + 1]);
    first = i + 1;
  }
  return rounds;
}

/** Rows to be named where there are too many: the first and the last of each type and mode, and the latest ones. */
function telling({ type, mode }: Acts, rows: readonly number[]): readonly number[] {
  if (rows.length <= LISTED) return rows;
  const kinds = EVENT_TYPES.length + MODES.length + 1, first = new Int32Array(kinds).fill(-1), last = new Int32Array(kinds).fill(-1);
  for (const row of rows) {
    const kind = type[row], way = EVENT_TYPES.length + mode[row];
    if (first[kind] < 0) first[kind] = row;
    if (first[way] < 0) first[way] = row;
    last[kind] = last[way] = row;
  }
  const kept = new Set([...first, ...last].filter((row) => row >= 0));
  for (let i = rows.length - 1; i >= 0 && kept.size < LISTED; i--) kept.add(rows[i] as number);
  return [...kept].sort((a, b) => a - b);
}

function round(acts: Acts, rows: readonly number[], before: readonly number[] | undefined, wanted: (row: number) => boolean): Round {
  const begin = rows[0] as number, first = acts.day[begin], since = before && acts.day[before.at(-1) as number];
  const types = [...new Set(rows.map((row) => acts.type[row]))].map((type) => EVENT_TYPES[type] as EventType), modes = [...new Set(rows.map((row) => acts.mode[row]))].flatMap((mode) => MODES[mode - 1] ?? []);
  return {
    from: dayOf(first), to: dayOf(acts.day[rows.at(-1) as number]), types, modes, happenings: acts.happenings(begin, (rows.at(-1) as number) + 1, wanted), because: acts.list(telling(acts, rows)),
    ...(since !== undefined && { since: dayOf(since), gap: first - since }),
  };
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

/** Happenings named against a stated first. */
const AGAINST = 5;
/** A year given in a round number may be off by one. */
const SLACK = 366;

const because = (why: Remark): Pick<Stated, 'reason' | 'why'> => ({ reason: inEnglish(why), why });

function check(event: RelationEvent, stated: Precedent, acts: Acts, tellings: ReadonlyMap<string, readonly RelationEvent[]>, record: string, same: number): Stated {
  const base = { event: event.id, happening: event.happening, day: event.firstDay, type: event.type, ...(event.mode && { mode: event.mode }), precedent: stated };
  // a call is compared with calls, a visit with visits; an act without a mode with all of its type
  const like = fits(acts, { types: [event.type], ...(event.mode && { modes: [event.mode] }) }), before = dayNumber(event.firstDay) - same;
  const known = (row: number): readonly RelationEvent[] => (acts.shared[row] >= 0 ? tellings.get(acts.happening(row)) ?? [] : []), own = (row: number): boolean => acts.shared[row] >= 0 && acts.happening(row) === event.happening;
  const ofOthers = (row: number): boolean => acts.shared[row] >= 0 && known(row).every((one) => others(event, one));
  const earlier = acts.rows((row) => acts.day[row] < before && like(row) && !own(row) && !ofOthers(row));
  if (stated.kind === 'nth') {
    const seen = roundsOf(acts, earlier, same).length + 1, n = stated.n;
    if (n === undefined) return { ...base, verdict: seen > 1 ? 'confirmed' : 'beyond the record', ...because(seen > 1 ? { code: 'why.before', values: { n: seen - 1 } } : { code: 'why.none-before', values: { day: { day: record } } }), against: [] };
    if (seen > n) return { ...base, verdict: 'contradicted', ...because({ code: 'why.place', values: { place: { ordinal: seen } } }), against: acts.list(earlier.slice(-LISTED)) };
    return { ...base, verdict: seen === n ? 'confirmed' : 'beyond the record', ...because({ code: 'why.has-before', values: { day: { day: record }, n: seen - 1 } }), against: [] };
  }
  const since = claimedSince(stated, event.firstDay);
  if (since === undefined && BOUND.test(event.cite?.evidence ?? '')) {
    return { ...base, verdict: 'beyond the record', ...because({ code: 'why.unread' }), against: [] };
  }
  const from = since === undefined ? undefined : dayNumber(since) + (stated.since ? 0 : SLACK);
  const against = earlier.filter((row) => from === undefined || acts.day[row] > from);
  if (against.length) {
    return { ...base, verdict: 'contradicted', ...because({ code: 'why.one-on', values: { day: { day: dayOf(acts.day[against.at(-1) as number]) } } }), against: acts.list(against.reverse(), AGAINST) };
  }
  if (since !== undefined && record <= since) return { ...base, verdict: 'confirmed', ...because({ code: 'why.none-since', values: { day: { day: since } } }), against: [] };
  if (event.firstDay < record) return { ...base, verdict: 'beyond the record', ...because({ code: 'why.earlier', values: { day: { day: record } } }), against: [] };
  const covered = Math.floor((dayNumber(event.firstDay) - dayNumber(record)) / 365.25);
  return { ...base, verdict: 'beyond the record', ...because(covered < 1 ? { code: 'why.none-before', values: { day: { day: record } } } : { code: 'why.none-covered', values: { n: covered, day: { day: record } } }), against: [] };
}

/**
 * When acts of a kind were seen between two parties, up to the end of the window, with the gaps between them; and, of
 * precedents that stories state within it, whether the record bears them out. `record` is the record's first day.
 */
export function precedents(events: Events, pair: Pair, window: Window, kind: Kind, parameters: PrecedentParameters, record: string): Precedents {
  const all = recordOf(events), own = all.told.filter((event) => between(event, pair) && event.firstDay <= window.to), acts = actsIn({ ...all, told: own }, HAPPENED, { pair, to: window.to });
  const tellings = new Map<string, RelationEvent[]>(), from = dayNumber(window.from);
  for (const event of own) {
    const same = tellings.get(event.happening);
    if (same) same.push(event);
    else tellings.set(event.happening, [event]);
  }
  const wanted = fits(acts, kind), rows = acts.rows(wanted), rounds = roundsOf(acts, rows, parameters.same), { types, modes } = kind;
  const asked = ({ type, mode }: RelationEvent): boolean => (!types?.length || types.includes(type)) && (!modes?.length || (mode !== undefined && modes.includes(mode)));
  const stated = own.filter((event) => event.precedent && event.firstDay >= window.from && event.factuality !== 'denied' && asked(event))
    .sort((x, y) => (x.firstDay === y.firstDay ? (x.id < y.id ? -1 : 1) : x.firstDay < y.firstDay ? -1 : 1))
    .map((event) => check(event, event.precedent as Precedent, acts, tellings, record, parameters.same));
  const listed = rounds.map((_, i) => i).filter((i) => acts.day[rows[(rounds[i] as [number, number])[0]]] >= from).slice(-parameters.last);
  const rowsOf = (i: number): number[] | undefined => rounds[i] && rows.slice(...(rounds[i] as [number, number]));
  return {
    ...(!rounds.length && lacking('lack.act', { day: { day: record } })), record,
    rounds: listed.map((i) => round(acts, rowsOf(i) as number[], rowsOf(i - 1), wanted)), times: rounds.length, stated,
  };
}

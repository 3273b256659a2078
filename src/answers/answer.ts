/** Questions about relations, each answered from the ledger by the measures that belong to it. */
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { networkColumns } from '../ledger/record.ts';
import { ledgerVersion } from '../ledger/version.ts';
import type { Blocs } from '../relations/blocs.ts';
import { dayOf } from '../relations/calendar.ts';
import { pairsIn } from '../relations/columns.ts';
import { defaultsOf } from '../relations/declaration.ts';
import type { Declaration } from '../relations/declaration.ts';
import type { Dyads } from '../relations/dyads.ts';
import type { Counted, EventRecord, Pair, Window } from '../relations/event.ts';
import { episodes, similarEpisodes } from '../relations/episodes.ts';
import type { Episodes } from '../relations/episodes.ts';
import { goBetween, goBetweens } from '../relations/go-between.ts';
import type { GoBetweens } from '../relations/go-between.ts';
import { precedent, precedents } from '../relations/precedent.ts';
import type { Kind, Precedents } from '../relations/precedent.ts';
import { readings, readingsOf } from '../relations/readings.ts';
import type { Readings } from '../relations/readings.ts';
import { nameHappenings, pairsToName, room, roomFor } from '../relations/room.ts';
import type { RoomFor } from '../relations/room.ts';
import { thaw, thaws, thawsIn } from '../relations/thaw.ts';
import type { Change, Thaw } from '../relations/thaw.ts';
import { tone, toneInAll, toneSeries } from '../relations/tone.ts';
import type { ToneSeries } from '../relations/tone.ts';
import { cite, coveredBy, daysCovered, isEmpty, loadClaims, loadCounts, loadLatest, loadRecord, loadTies, loadTrends, lookUp } from './load.ts';
import type { CitedEvent } from './load.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';

/** What is asked: a filter without parties narrows the events; what is not set of the parameters stands as declared. */
export interface Asking {
  filter: Filter;
  parameters: Readonly<Record<string, number | string>>;
  blocs: Blocs;
}

export interface Base {
  parties: readonly string[];
  /** Absent where there is nothing. */
  window?: Window;
  /** Why there is no answer. */
  thin?: string;
  lack?: Remark;
  /** Events by the happening that they tell of: what the numbers that are shown were made from. */
  because: Record<string, CitedEvent[]>;
}

export interface RelationAnswer extends Base {
  tone?: ToneSeries;
  thaw?: Thaw;
}
export interface BetweenAnswer extends Base {
  between?: GoBetweens;
}
export interface RoomAnswer extends Base {
  room?: RoomFor;
}
export interface PrecedentAnswer extends Base {
  kind: Kind;
  precedent?: Precedents;
  episodes?: Episodes;
}
export interface ClaimsAnswer extends Base {
  readings?: Readings;
}

export const set = <D extends Declaration>(declaration: D, given: Asking['parameters']) => ({
  ...defaultsOf(declaration), ...Object.fromEntries(declaration.parameters.flatMap(({ name }) => (name in given ? [[name, given[name]]] : []))),
}) as ReturnType<typeof defaultsOf<D>>;

/** The filter, and whether reports count by their outlets' weights. */
export const narrowed = ({ filter, parameters }: Asking): Filter => (parameters['weighted'] === 'yes' ? { ...filter, weighted: true } : filter);

export const EMPTY = lacking('lack.window');

/** The window asked for; where an end is open, what the record covers. What stories tell of times before it is no part of it. */
export const windowOf = ({ from, to }: Filter, days: readonly string[]): Window => ({ from: from ?? (days[0] as string), to: to ?? (days.at(-1) as string) });

/** So many happenings are named for one number that a rollup was read for. */
const NAMED = 8;

/** Puts the ids of acts in the place of the words that stand for many, and cites them all. */
export async function named<T>(ledger: Ledger, filter: Filter, { told }: EventRecord, lists: Iterable<readonly string[]>, put: (name: (list: readonly string[], most?: number) => string[]) => T): Promise<{ found: T; because: Base['because'] }> {
  const all = [...lists].flat(), { ids, record: { coded } } = await lookUp(ledger, filter, all), shown = new Set<string>();
  const found = put((list, most = NAMED) => {
    const own = [...new Set(list.flatMap((happening) => ids.get(happening) ?? [happening]))].slice(0, most);
    for (const happening of own) shown.add(happening);
    return own;
  });
  return { found, because: await cite(ledger, { told, ...(coded && { coded }) }, shown) };
}

/** Networks of the last windows asked about, as long as nothing is written. */
const counted = new WeakMap<Ledger, Map<string, Promise<Dyads>>>(), WINDOWS = 4;

/** Who did how much to whom; unless something else is asked for, only what has happened counts. Who is not known is nobody. */
export async function dealings(ledger: Ledger, given: Filter): Promise<Dyads> {
  const filter = { ...given, factualities: given.factualities ?? ['fact'] } satisfies Filter, key = `${await ledgerVersion(ledger)} ${JSON.stringify(filter)}`, held = counted.get(ledger) ?? new Map<string, Promise<Dyads>>();
  counted.set(ledger, held);
  const known = held.get(key);
  if (known) return known;
  if (held.size >= WINDOWS) held.clear();
  const made = networkColumns(ledger, filter, 'UNKNOWN');
  held.set(key, made);
  // one that failed is not held
  made.catch(() => held.delete(key));
  return made;
}

/** How two parties deal with each other, and when that changed. */
export async function relation(ledger: Ledger, pair: Pair, asking: Asking): Promise<RelationAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const days = await daysCovered(ledger, filter), events = await loadRecord(ledger, { ...filter, pair: [...pair] });
  if (!days.length || isEmpty(events)) return { parties: pair, ...EMPTY, because: {} };
  const window = windowOf(filter, days), trends = await loadTrends(ledger, { pair: [...pair], from: filter.from, to: filter.to, outlet: filter.outlet, weighted: filter.weighted });
  const found = thaws(events, pair, window, set(thaw, parameters), { trends, covered: coveredBy(days) });
  const carrying = [found.tone, found.hostility, found.contact].flatMap(({ changes }) => changes.flatMap((change) => change.because));
  return { parties: pair, window, tone: toneSeries(events, pair, window, set(tone, parameters)), thaw: found, because: await cite(ledger, events, carrying) };
}

/** One relation among a party's: how it stands, and the last change that made it so. */
export interface Standing {
  party: string;
  happenings: number;
  /** Mean tone over the window, and of the present state. */
  tone: number;
  present?: number;
  thin?: string;
  lack?: Remark;
  last?: Change;
  /** The latest happenings. */
  because: string[];
}
export interface StandingsAnswer extends Base {
  standings: Standing[];
}

/** The latest change first, and those without one last. */
const byChange = (x: Change | undefined, y: Change | undefined): number => (x?.date === y?.date ? 0 : (x?.date ?? '') < (y?.date ?? '') ? 1 : -1);

/** So many of a relation's latest happenings are named. */
const LATEST = 3;

/** A party's relations: which of them thawed or chilled last, and since when. The latest change first; those without one after them, by number of happenings. */
export async function relationsOf(ledger: Ledger, party: string, asking: Asking): Promise<StandingsAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const days = await daysCovered(ledger, filter), own = { ...filter, parties: [party] }, events = await loadCounts(ledger, own);
  if (!days.length || isEmpty(events)) return { parties: [party], ...EMPTY, standings: [], because: {} };
  const window = windowOf(filter, days), given = set(thaw, parameters), covered = coveredBy(days);
  const standings = [...pairsIn(events, given, window)].map(([key, acts]): Standing => {
    const pair = key.split('|') as [string, string], found = thawsIn(acts, pair, window, given, { covered, online: false, contact: false }), { happenings, mean } = toneInAll(acts);
    const last = [...found.tone.changes, ...found.hostility.changes].filter(({ strength }) => strength !== 'weak').sort((x, y) => (x.date < y.date ? 1 : -1))[0];
    return {
      party: pair[0] === party ? pair[1] : pair[0], happenings, tone: mean ?? 0, ...(found.tone.thin && { thin: found.tone.thin, lack: found.tone.lack }), ...(last && { last }),
      ...(found.tone.changes.length && { present: found.tone.changes.at(-1)?.after.level }), because: acts.list(acts.rows(() => true, Math.max(0, acts.length - LATEST)).reverse(), LATEST),
    };
  }).sort((x, y) => byChange(x.last, y.last) || y.happenings - x.happenings || (x.party < y.party ? -1 : 1));
  const { found, because } = await named(ledger, own, events, standings.flatMap((one) => [one.because, one.last?.because ?? []]), (name) =>
    standings.map((one) => ({ ...one, because: name(one.because, LATEST), ...(one.last && { last: { ...one.last, because: name(one.last.because) } }) })));
  return { parties: [party], window, standings: found, because };
}

/** Who goes between two parties. */
export async function betweenThem(ledger: Ledger, pair: Pair, asking: Asking): Promise<BetweenAnswer> {
  const filter = narrowed(asking), { parameters, blocs } = asking;
  const days = await daysCovered(ledger, filter), own = { ...filter, parties: [...pair] }, events = await loadCounts(ledger, own, true);
  if (!days.length || isEmpty(events)) return { parties: pair, ...EMPTY, because: {} };
  const window = windowOf(filter, days), ranked = goBetweens(events, pair, window, set(goBetween, parameters), await dealings(ledger, filter), blocs);
  const { found, because } = await named(ledger, own, events, ranked.ranking.flatMap((one) => [one.because, ...[...one.contact, one.mediated, one.relayed, ...one.did].map((counted) => counted.because)]), (name) => {
    const both = <C extends Counted>([first, second]: readonly [C, C]): [C, C] => [{ ...first, because: name(first.because) }, { ...second, because: name(second.because) }];
    return ranked.ranking.map((one) => {
      const [mediated, relayed] = both([one.mediated, one.relayed]);
      return { ...one, contact: both(one.contact), mediated, relayed, did: both(one.did), because: name(one.because) };
    });
  });
  return { parties: pair, window, between: { ...ranked, ranking: found }, because };
}

/** So many of the latest acts of a relation are looked through for those that its weight is made from. */
const LOOKED_AT = 64;

/** How much room a party has, and who takes it. */
export async function roomOfParty(ledger: Ledger, party: string, asking: Asking): Promise<RoomAnswer> {
  const filter = narrowed(asking), { parameters, blocs } = asking;
  const days = await daysCovered(ledger, filter), dyads = await dealings(ledger, filter), given = set(room, parameters);
  const own = await loadTies(ledger, { parties: [party], to: filter.to, outlet: filter.outlet, weighted: filter.weighted });
  if (!days.length || !dyads.parties.includes(party)) return { parties: [party], ...EMPTY, because: {} };
  const unnamed = roomFor(dyads, party, given, own, blocs), pairs = pairsToName(party, unnamed), latest = await loadLatest(ledger, { ...filter, factualities: filter.factualities ?? ['fact'] }, pairs, LOOKED_AT);
  const found = nameHappenings(unnamed, party, given, pairsIn(latest, defaultsOf(tone)));
  const shown = [...found.holds.flatMap(({ dealings: weighing, passed }) => [...weighing.because, ...passed.because]), ...found.triads.torn.flatMap((one) => one.because)];
  return { parties: [party], window: windowOf(filter, days), room: found, because: await cite(ledger, latest, shown) };
}

/** When an act of a kind was last seen between two parties, whether stated precedents hold, and which earlier stretches are like the present one. */
export async function precedentOf(ledger: Ledger, pair: Pair, asking: Asking): Promise<PrecedentAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const { types, modes, from, ...rest } = filter, kind: Kind = { types: types as Kind['types'], modes }, days = await daysCovered(ledger, filter);
  const events = await loadRecord(ledger, { ...rest, pair: [...pair] }, true);
  if (!days.length || isEmpty(events)) return { parties: pair, kind, ...EMPTY, because: {} };
  const window = { from: from ?? firstDay(events), to: filter.to ?? (days.at(-1) as string) };
  const found = precedents(events, pair, window, kind, set(precedent, parameters), days[0] as string);
  const cited = await cite(ledger, events, [...found.rounds.flatMap((round) => round.because), ...found.stated.flatMap((one) => [one.happening, ...one.against])]);
  // episodes are looked for among all that either of them did, back to where the record begins
  const either = { ...rest, parties: [...pair] }, around = await loadCounts(ledger, either), like = similarEpisodes(around, pair, { from: days[0] as string, to: window.to }, set(episodes, parameters));
  const { found: alike, because } = await named(ledger, either, around, like.episodes.flatMap((one) => [one.because, one.then.because]), (name) =>
    like.episodes.map((one) => ({ ...one, because: name(one.because), then: { ...one.then, because: name(one.then.because) } })));
  // acts that stories date before the record are listed, and are no part of what it covers
  return { parties: pair, kind, window: { ...window, from: from ?? last(window.from, days[0] as string) }, precedent: found, episodes: { ...like, episodes: alike }, because: { ...because, ...cited } };
}

const last = (a: string, b: string): string => (a > b ? a : b);

/** The day of a record's first act. */
const firstDay = ({ told, coded }: EventRecord): string => {
  const first = coded?.day.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY), told0 = told[0]?.firstDay;
  return first === undefined ? (told0 as string) : told0 !== undefined && told0 < dayOf(first) ? told0 : dayOf(first);
};

/** What is claimed about parties, rival readings together. */
export async function claimsAbout(ledger: Ledger, parties: readonly string[], asking: Asking): Promise<ClaimsAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const claims = await loadClaims(ledger, { ...filter, parties: [parties[0] as string] });
  if (!claims.length) return { parties, ...lacking('lack.claims'), because: {} };
  const window = { from: filter.from ?? (claims[0]?.day as string), to: filter.to ?? (claims.at(-1)?.day as string) };
  const found = readingsOf(claims, parties, window, set(readings, parameters));
  return { parties, window, ...(found.thin && { thin: found.thin, lack: found.lack }), readings: found, because: {} };
}

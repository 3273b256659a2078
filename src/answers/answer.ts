/** Questions about relations, each answered from the ledger by the measures that belong to it. */
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { network } from '../ledger/record.ts';
import type { Blocs } from '../relations/blocs.ts';
import { defaultsOf } from '../relations/declaration.ts';
import type { Declaration } from '../relations/declaration.ts';
import type { Pair, RelationEvent, Window } from '../relations/event.ts';
import { episodes, similarEpisodes } from '../relations/episodes.ts';
import type { Episodes } from '../relations/episodes.ts';
import { goBetween, goBetweens } from '../relations/go-between.ts';
import type { DyadCount, GoBetweens } from '../relations/go-between.ts';
import { precedent, precedents } from '../relations/precedent.ts';
import type { Kind, Precedents } from '../relations/precedent.ts';
import { readings, readingsOf } from '../relations/readings.ts';
import type { Readings } from '../relations/readings.ts';
import { room, roomFor } from '../relations/room.ts';
import type { RoomFor } from '../relations/room.ts';
import { thaw, thaws } from '../relations/thaw.ts';
import type { Change, Thaw } from '../relations/thaw.ts';
import { tone, toneSeries } from '../relations/tone.ts';
import type { ToneSeries } from '../relations/tone.ts';
import { citeEvents, coveredBy, daysCovered, loadClaims, loadEvents, loadTies, loadTrends } from './load.ts';
import type { CitedEvent } from './load.ts';

/** What is asked: a filter without parties narrows the events; what is not set of the parameters stands as declared. */
export interface Asking {
  filter: Filter;
  parameters: Readonly<Record<string, number | string>>;
  blocs: Blocs;
}

interface Base {
  parties: readonly string[];
  /** Absent where there is nothing. */
  window?: Window;
  /** Why there is no answer. */
  thin?: string;
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

const set = <D extends Declaration>(declaration: D, given: Asking['parameters']) => ({
  ...defaultsOf(declaration), ...Object.fromEntries(declaration.parameters.flatMap(({ name }) => (name in given ? [[name, given[name]]] : []))),
}) as ReturnType<typeof defaultsOf<D>>;

/** The filter, and whether reports count by their outlets' weights. */
const narrowed = ({ filter, parameters }: Asking): Filter => (parameters['weighted'] === 'yes' ? { ...filter, weighted: true } : filter);

const EMPTY = 'the record holds nothing of this in this window';

/** The window asked for; where an end is open, what the record covers. What stories tell of times before it is no part of it. */
const windowOf = ({ from, to }: Filter, days: readonly string[]): Window => ({ from: from ?? (days[0] as string), to: to ?? (days.at(-1) as string) });

/** The cited happenings' events, by happening. */
async function because(ledger: Ledger, events: readonly RelationEvent[], happenings: Iterable<string>): Promise<Base['because']> {
  const wanted = new Set(happenings), own = events.filter(({ happening }) => wanted.has(happening)), cited = await citeEvents(ledger, own);
  const found: Base['because'] = {};
  own.forEach(({ happening }, i) => (found[happening] ??= []).push(cited[i] as CitedEvent));
  return found;
}

/** Events that begin in the window; the ledger's own filter also gives those that reach into it. */
const begun = (events: readonly RelationEvent[], { from, to }: Filter): RelationEvent[] =>
  events.filter(({ firstDay }) => (!from || firstDay >= from) && (!to || firstDay <= to));

/** Who did how much to whom; unless something else is asked for, only what has happened counts. Who is not known is nobody. */
async function dealings(ledger: Ledger, filter: Filter): Promise<DyadCount[]> {
  const dyads = await network(ledger, { ...filter, factualities: filter.factualities ?? ['fact'] });
  return dyads.filter(({ source, target }) => source !== 'UNKNOWN' && target !== 'UNKNOWN');
}

/** How two parties deal with each other, and when that changed. */
export async function relation(ledger: Ledger, pair: Pair, asking: Asking): Promise<RelationAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const days = await daysCovered(ledger, filter), events = begun(await loadEvents(ledger, { ...filter, pair: [...pair] }), filter);
  if (!days.length || !events.length) return { parties: pair, thin: EMPTY, because: {} };
  const window = windowOf(filter, days), trends = await loadTrends(ledger, { pair: [...pair], from: filter.from, to: filter.to, outlet: filter.outlet, weighted: filter.weighted });
  const found = thaws(events, pair, window, set(thaw, parameters), { trends, covered: coveredBy(days) });
  const carrying = [found.tone, found.hostility, found.contact].flatMap(({ changes }) => changes.flatMap((change) => change.because));
  return { parties: pair, window, tone: toneSeries(events, pair, window, set(tone, parameters)), thaw: found, because: await because(ledger, events, carrying) };
}

/** One relation among a party's: how it stands, and the last change that made it so. */
export interface Standing {
  party: string;
  happenings: number;
  /** Mean tone over the window, and of the present state. */
  tone: number;
  present?: number;
  thin?: string;
  last?: Change;
}
export interface StandingsAnswer extends Base {
  standings: Standing[];
}

/** A party's relations: which of them thawed or chilled last, and since when. The latest change first; those without one after them, by number of happenings. */
export async function relationsOf(ledger: Ledger, party: string, asking: Asking): Promise<StandingsAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const days = await daysCovered(ledger, filter), events = begun(await loadEvents(ledger, { ...filter, parties: [party] }), filter);
  if (!days.length || !events.length) return { parties: [party], thin: EMPTY, standings: [], because: {} };
  const window = windowOf(filter, days), given = set(thaw, parameters), covered = coveredBy(days), others = new Map<string, RelationEvent[]>();
  for (const event of events) {
    const other = event.source === party ? event.target : event.source;
    if (other === party || other === 'UNKNOWN') continue;
    const own = others.get(other);
    if (own) own.push(event);
    else others.set(other, [event]);
  }
  const standings = [...others].map(([other, own]): Standing => {
    const found = thaws(own, [party, other], window, given, { covered, online: false }), { total } = toneSeries(own, [party, other], window, { ...defaultsOf(tone), by: 'year' });
    const last = [...found.tone.changes, ...found.hostility.changes].filter(({ strength }) => strength !== 'weak').sort((x, y) => (x.date < y.date ? 1 : -1))[0];
    return { party: other, happenings: total.happenings, tone: total.mean ?? 0, ...(found.tone.thin && { thin: found.tone.thin }), ...(last && { last }), ...(found.tone.changes.length && { present: found.tone.changes.at(-1)?.after.level }) };
  }).sort((x, y) => (x.last && y.last ? (x.last.date < y.last.date ? 1 : -1) : x.last ? -1 : y.last ? 1 : y.happenings - x.happenings || (x.party < y.party ? -1 : 1)));
  return { parties: [party], window, standings, because: await because(ledger, events, standings.flatMap(({ last }) => last?.because.slice(0, 1) ?? [])) };
}

/** Who goes between two parties. */
export async function betweenThem(ledger: Ledger, pair: Pair, asking: Asking): Promise<BetweenAnswer> {
  const filter = narrowed(asking), { parameters, blocs } = asking;
  const days = await daysCovered(ledger, filter), events = begun(await loadEvents(ledger, { ...filter, parties: [...pair] }, true), filter);
  if (!days.length || !events.length) return { parties: pair, thin: EMPTY, because: {} };
  const window = windowOf(filter, days), dyads = await dealings(ledger, filter);
  const found = goBetweens(events, pair, window, set(goBetween, parameters), dyads, blocs);
  return { parties: pair, window, between: found, because: await because(ledger, events, found.ranking.flatMap((one) => one.because)) };
}

/** How much room a party has, and who takes it. */
export async function roomOfParty(ledger: Ledger, party: string, asking: Asking): Promise<RoomAnswer> {
  const filter = narrowed(asking), { parameters, blocs } = asking;
  const days = await daysCovered(ledger, filter), dyads = await dealings(ledger, filter);
  const own = await loadTies(ledger, { parties: [party], to: filter.to, outlet: filter.outlet, weighted: filter.weighted });
  if (!days.length || !dyads.some(({ source, target }) => source === party || target === party)) return { parties: [party], thin: EMPTY, because: {} };
  return { parties: [party], window: windowOf(filter, days), room: roomFor(dyads, party, set(room, parameters), own, blocs), because: {} };
}

/** When an act of a kind was last seen between two parties, whether stated precedents hold, and which earlier stretches are like the present one. */
export async function precedentOf(ledger: Ledger, pair: Pair, asking: Asking): Promise<PrecedentAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const { types, modes, from, ...rest } = filter, kind: Kind = { types: types as Kind['types'], modes }, days = await daysCovered(ledger, filter);
  const events = await loadEvents(ledger, { ...rest, pair: [...pair] }, true);
  if (!days.length || !events.length) return { parties: pair, kind, thin: EMPTY, because: {} };
  const window = { from: from ?? (events[0] as RelationEvent).firstDay, to: filter.to ?? (days.at(-1) as string) };
  const found = precedents(events, pair, window, kind, set(precedent, parameters), days[0] as string);
  // episodes are looked for among all that either of them did, back to where the record begins
  const around = await loadEvents(ledger, { ...rest, parties: [...pair] }), like = similarEpisodes(around, pair, { from: days[0] as string, to: window.to }, set(episodes, parameters));
  const cited = [...found.rounds.flatMap((round) => round.because), ...found.stated.flatMap((one) => [one.happening, ...one.against]), ...like.episodes.flatMap((one) => [...one.because, ...one.then])];
  return { parties: pair, kind, window, precedent: found, episodes: like, because: await because(ledger, [...new Map([...around, ...events].map((event) => [event.id, event])).values()], cited) };
}

/** What is claimed about parties, rival readings together. */
export async function claimsAbout(ledger: Ledger, parties: readonly string[], asking: Asking): Promise<ClaimsAnswer> {
  const filter = narrowed(asking), { parameters } = asking;
  const claims = await loadClaims(ledger, { ...filter, parties: [parties[0] as string] });
  if (!claims.length) return { parties, thin: 'no claims about it in this window', because: {} };
  const window = { from: filter.from ?? (claims[0]?.day as string), to: filter.to ?? (claims.at(-1)?.day as string) };
  const found = readingsOf(claims, parties, window, set(readings, parameters));
  return { parties, window, ...(found.thin && { thin: found.thin }), readings: found, because: {} };
}

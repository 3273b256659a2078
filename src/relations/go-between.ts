/** Go-between: who links two parties, and by what. */
import { intensity } from '../ontology/intensity.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType, PartyCode } from '../story/facts.ts';
import { actsOf, WEIGHTS } from './acts.ts';
import type { Act } from './acts.ts';
import { betweenness } from './betweenness.ts';
import { blocOf } from './blocs.ts';
import type { Blocs } from './blocs.ts';
import { brokerageOf, roleOf } from './brokerage.ts';
import type { Brokerage, Role } from './brokerage.ts';
import { dayNumber } from './calendar.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { between, within } from './event.ts';
import type { Pair, RelationEvent, Window } from './event.ts';
import { flowBetween } from './flow.ts';
import { networkOf, numberOf } from './network.ts';
import type { Network } from './network.ts';

export const goBetween = {
  name: 'go-between',
  question: 'Who goes between the two, and by what?',
  inputs: ['events of either party', 'who did how much with whom in the whole network', 'blocs'],
  parameters: [
    { name: 'days', about: 'contact with one and with the other is close where it is so many days apart at most', default: 7, unit: 'days', least: 0, most: 366, whole: true },
    { name: 'arrow', about: 'happenings that make one party act toward another, for brokerage', default: 1, unit: 'happenings', least: 1, most: 1_000_000, whole: true },
    { name: 'first', about: 'how many are listed', default: 15, unit: 'parties', least: 1, most: 10_000, whole: true },
    ...WEIGHTS,
  ],
  outputs: [
    { name: 'score', about: 'the mean of its five parts (contact with both, above chance, mediated, relayed as logarithms; flow as a root), each as a share of the largest among the candidates', unit: 'share' },
    { name: 'contact', about: 'joint acts (consult, agree, cooperate) with each of the two', unit: 'happenings' },
    { name: 'close', about: 'couples of contact with one and with the other within days; expected and z where every party keeps its number of contacts, and with whom and when is chance', unit: 'couples' },
    { name: 'mediated', about: 'happenings in which it mediated between them, or was with both' },
    { name: 'relayed', about: 'acts between the two that its people tell of, and offers or demands it took from one to the other within days' },
    { name: 'flow', about: 'share of what goes between the two through others that goes through it', unit: 'share' },
    { name: 'betweenness', about: 'how often it lies on the shortest ways of the whole network', unit: 'pairs' },
    { name: 'role', about: 'its role between them by blocs, and its roles in the network with expectation and variance' },
    { name: 'did', about: 'what it did to each, and to which it leans' },
  ],
  source: 'Gould and Fernandez 1989; Brandes 2001; Newman 2005; null model of contact: configuration of the degrees (Newman 2010, ch. 13), in time a Poisson process',
} as const satisfies Declaration;

export type GoBetweenParameters = ParametersOf<typeof goBetween>;

/** How much one party did to another, by place in EVENT_TYPES. */
export interface DyadCount {
  source: PartyCode;
  target: PartyCode;
  counts: ArrayLike<number>;
}

/** What a party did to one of the two. */
export interface Dealings {
  happenings: number;
  /** Mean tone of the acts between them that are its own or joint. */
  tone?: number;
  types: Partial<Record<EventType, number>>;
}

export interface GoBetween {
  party: PartyCode;
  /** 0 to 1. */
  score: number;
  parts: Record<'contact' | 'chance' | 'mediated' | 'relayed' | 'flow', number>;
  contact: [number, number];
  close: { couples: number; expected: number; z: number };
  mediated: string[];
  relayed: string[];
  flow: number;
  betweenness: number;
  bloc: string;
  role: Role;
  brokerage: Brokerage;
  did: [Dealings, Dealings];
  /** Toward which of the two its own acts are friendlier, where they differ. */
  leans?: PartyCode;
  because: string[];
}

/** What ranks a party, with the acts that it is made from. */
type Found = Pick<GoBetween, 'party' | 'contact' | 'close' | 'mediated' | 'relayed' | 'flow' | 'betweenness'> & { sides: [Act[], Act[]]; contacts: Act[][] };

export interface GoBetweens {
  thin?: string;
  /** Everyone that had contact with both. */
  candidates: number;
  ranking: GoBetween[];
}

const JOINT = new Set<EventType>(['CONSULT', 'AGREE', 'COOPERATE']);
/** Words that can be carried from one to the other. */
const MESSAGES = new Set<EventType>(['REQUEST', 'REJECT', 'THREATEN', 'CONCEDE']);
/** A difference of tone by which it leans. */
const LEAN = 1;
const SHOWN = 8;

/** How often days of two lists, each in order, are at most `days` apart. */
function couples(first: readonly number[], second: readonly number[], days: number): number {
  let low = 0, high = 0, sum = 0;
  for (const day of first) {
    while (low < second.length && second[low] < day - days) low++;
    while (high < second.length && second[high] <= day + days) high++;
    sum += high - low;
  }
  return sum;
}

/**
 * Mean and variance of the number of close couples where contacts of both kinds fall as two Poisson processes over
 * `length` days with the means given.
 */
export function chance(first: number, second: number, length: number, days: number): { mean: number; variance: number } {
  // days within reach of each day, the ends of the window cut off
  let one = 0, two = 0;
  for (let day = 0; day < length; day++) {
    const reach = Math.min(length - 1, day + days) - Math.max(0, day - days) + 1;
    one += reach;
    two += reach * reach;
  }
  const a = first / length, b = second / length, mean = a * b * one;
  return { mean, variance: mean + (a * b * b + b * a * a) * two };
}

/** The network of joint acts: undirected, weighted by their number. */
export const contactNetwork = (dyads: Iterable<DyadCount>): Network => {
  const joint = EVENT_TYPES.map((type) => JOINT.has(type));
  return networkOf([...dyads].map(({ source, target, counts }) => ({ a: source, b: target, weight: Array.from(counts).reduce((sum, n, i) => sum + (joint[i] ? n : 0), 0) })));
};

function dealings(acts: readonly Act[], party: PartyCode): Dealings {
  const own = acts.filter(({ source, type }) => source === party || JOINT.has(type)), types: Partial<Record<EventType, number>> = {};
  let weight = 0, sum = 0;
  for (const act of own) {
    types[act.type] = (types[act.type] ?? 0) + 1;
    weight += act.weight;
    sum += intensity(act.type) * act.weight;
  }
  return { happenings: new Set(own.map(({ happening }) => happening)).size, ...(weight > 0 && { tone: sum / weight }), types };
}

/** Messages from one of the two that the party passes to the other within days: its own word after the first one's. */
function passedOn(toParty: readonly Act[], fromParty: readonly Act[], party: PartyCode, days: number): string[] {
  const heard = toParty.filter(({ source, type }) => source !== party && MESSAGES.has(type)), said = fromParty.filter(({ source, type }) => source === party && MESSAGES.has(type));
  // both are in order of days: the last one heard of a type is the nearest
  const last = new Map<EventType, number>(), passed: string[] = [];
  let next = 0;
  for (const { type, firstDay, happening } of said) {
    const day = dayNumber(firstDay);
    for (; next < heard.length && dayNumber(heard[next].firstDay) <= day; next++) last.set(heard[next].type, dayNumber(heard[next].firstDay));
    if (day - (last.get(type) ?? -Infinity) <= days) passed.push(happening);
  }
  return passed;
}

/**
 * Ranks who goes between two parties in a window. `events` are those of either party, `dyads` count the whole network's
 * acts in the window.
 */
export function goBetweens(events: Iterable<RelationEvent>, pair: Pair, window: Window, parameters: GoBetweenParameters, dyads: readonly DyadCount[], blocs: Blocs): GoBetweens {
  const [a, b] = pair, own = [...events].filter((event) => within(event, window));
  const acts = actsOf(own, parameters), sides = new Map<PartyCode, [Act[], Act[]]>();
  for (const act of acts) {
    for (const [side, end] of [[0, a], [1, b]] as const) {
      const party = act.source === end ? act.target : act.target === end ? act.source : undefined;
      if (party === undefined || party === a || party === b || party === 'UNKNOWN') continue;
      const both = sides.get(party) ?? [[], []];
      both[side].push(act);
      sides.set(party, both);
    }
  }
  const isContact = ({ type }: Act): boolean => JOINT.has(type);
  const met = [...sides].filter(([, [first, second]]) => first.some(isContact) && second.some(isContact)).sort(([x], [y]) => (x < y ? -1 : 1));
  if (!met.length) return { thin: 'nobody had contact with both of them', candidates: 0, ranking: [] };

  const network = contactNetwork(dyads), strength = (party: PartyCode): number => {
    const i = numberOf(network, party);
    let sum = 0;
    if (i >= 0) for (let k = network.rows[i]; k < network.rows[i + 1]; k++) sum += network.weights[k];
    return sum;
  };
  const ends = network.weights.reduce((sum, weight) => sum + weight, 0), at = [a, b].map((party) => numberOf(network, party));
  const flow = at[0] >= 0 && at[1] >= 0 ? flowBetween(network, at[0], at[1]) : undefined;
  const central = betweenness(network, true), length = dayNumber(window.to) - dayNumber(window.from) + 1;
  const { graph, bloc, numbers } = arrows(dyads, blocs, parameters.arrow), strengths = [strength(a), strength(b)];
  const told = own.filter((event) => between(event, pair) && event.saidBy && event.factuality !== 'denied');

  const found = met.map(([party, sides]): Found => {
    const [first, second] = sides, contacts = sides.map((side) => side.filter(isContact)), days = contacts.map((side) => side.map(({ firstDay }) => dayNumber(firstDay)));
    // contacts at random keep each party's number of them: the chance that one of C's falls on A is A's share of all ends
    const mine = strength(party), means = strengths.map((other) => (ends > 0 ? (mine * other) / ends : 0));
    const { mean, variance } = chance(means[0], means[1], length, parameters.days), close = couples(days[0], days[1], parameters.days);
    const happenings = contacts.map((side) => new Set(side.map(({ happening }) => happening)));
    const mediated = new Set([...happenings[0]].filter((happening) => happenings[1].has(happening)));
    for (const act of contacts.flat()) if (act.mode === 'mediation') mediated.add(act.happening);
    const relayed = new Set([...told.filter(({ saidBy }) => saidBy === party).map(({ happening }) => happening),
      ...passedOn(first, second, party, parameters.days), ...passedOn(second, first, party, parameters.days)]);
    const number = numberOf(network, party);
    return {
      party, sides, contacts, contact: [happenings[0].size, happenings[1].size], close: { couples: close, expected: mean, z: variance > 0 ? (close - mean) / Math.sqrt(variance) : 0 },
      mediated: [...mediated], relayed: [...relayed], flow: flow && number >= 0 ? flow[number] : 0, betweenness: number >= 0 ? central[number] : 0,
    };
  });

  const scales: Record<keyof GoBetween['parts'], (one: Found) => number> = {
    // with both: the smaller number is what can go through; logarithms, as the tenth meeting says less than the first
    contact: ({ contact }) => Math.log1p(Math.min(...contact)), chance: ({ close }) => Math.log1p(Math.max(0, close.z)), mediated: ({ mediated }) => Math.log1p(mediated.length),
    relayed: ({ relayed }) => Math.log1p(relayed.length), flow: (one) => Math.sqrt(one.flow),
  };
  const names = Object.keys(scales) as (keyof GoBetween['parts'])[], most = names.map((name) => Math.max(...found.map(scales[name])));
  const ranked = found.map((one) => {
    const parts = Object.fromEntries(names.map((name, i) => [name, most[i] > 0 ? scales[name](one) / most[i] : 0])) as GoBetween['parts'];
    return { one, parts, score: names.reduce((sum, name) => sum + parts[name], 0) / names.length };
  }).sort((x, y) => y.score - x.score || (x.one.party < y.one.party ? -1 : 1));
  // what is told of a party and does not rank it is found for those that are shown
  const ranking = ranked.slice(0, parameters.first).map(({ one: { sides, contacts, ...one }, parts, score }): GoBetween => {
    const { party } = one, did: [Dealings, Dealings] = [dealings(sides[0], party), dealings(sides[1], party)], apart = (did[0].tone ?? 0) - (did[1].tone ?? 0);
    return {
      ...one, parts, score,
      bloc: blocOf(blocs, party), role: roleOf(blocOf(blocs, a), blocOf(blocs, party), blocOf(blocs, b)), brokerage: brokerageOf(graph, bloc, numbers.get(party) as number),
      did, ...(Math.abs(apart) >= LEAN && { leans: apart > 0 ? a : b }),
      because: [...new Set([...one.mediated, ...one.relayed, ...contacts.flat().map(({ happening }) => happening)])].slice(0, SHOWN),
    };
  });
  return { candidates: ranked.length, ranking };
}

/** Who acts toward whom, at least so often. */
function arrows(dyads: readonly DyadCount[], blocs: Blocs, least: number): { graph: Set<number>[]; bloc: string[]; numbers: Map<PartyCode, number> } {
  const numbers = new Map<PartyCode, number>();
  for (const party of [...new Set(dyads.flatMap(({ source, target }) => [source, target]))].sort((x, y) => (x < y ? -1 : 1))) numbers.set(party, numbers.size);
  const graph = Array.from({ length: numbers.size }, () => new Set<number>()), joint = EVENT_TYPES.map((type) => JOINT.has(type));
  const sums = new Map<string, number>();
  for (const { source, target, counts } of dyads) {
    if (source === target) continue;
    const from = numbers.get(source) as number, to = numbers.get(target) as number;
    let both = 0, forth = 0;
    for (let i = 0; i < counts.length; i++) joint[i] ? (both += counts[i]) : (forth += counts[i]);
    for (const [x, y, n] of [[from, to, both + forth], [to, from, both]] as const) {
      const key = `${x}|${y}`, sum = (sums.get(key) ?? 0) + n;
      sums.set(key, sum);
      if (sum >= least) graph[x].add(y);
    }
  }
  return { graph, bloc: [...numbers.keys()].map((party) => blocOf(blocs, party)), numbers };
}

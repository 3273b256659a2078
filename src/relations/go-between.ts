/** Go-between: who links two parties, and by what. */
import type { PartyCode } from '../story/facts.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTS } from './acts.ts';
import { betweenness } from './betweenness.ts';
import { blocOf } from './blocs.ts';
import type { Blocs } from './blocs.ts';
import { brokeragesOf, roleOf } from './brokerage.ts';
import type { Brokerage, Role } from './brokerage.ts';
import { dayNumber } from './calendar.ts';
import { pairKey, pairsIn } from './columns.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { actsOfTypes, dyadsOf } from './dyads.ts';
import type { DyadCount, Dyads } from './dyads.ts';
import { between, recordOf, within } from './event.ts';
import type { Counted, Events, Pair, Window } from './event.ts';
import { flowBetween } from './flow.ts';
import { networkFrom, numberOf } from './network.ts';
import type { Network } from './network.ts';
import { contactOf, couples, dealings, IS_JOINT, mediations, relays, SHOWN, sideOf } from './sides.ts';
import type { Dealings, Sides } from './sides.ts';

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
    { name: 'contact', about: 'joint acts (consult, agree, cooperate) with each of the two, and the first of them', unit: 'happenings' },
    { name: 'close', about: 'couples of contact with one and with the other within days; expected and z where every party keeps its number of contacts, and with whom and when is chance', unit: 'couples' },
    { name: 'mediated', about: 'happenings in which it mediated between them, or was with both, and the first of them', unit: 'happenings' },
    { name: 'relayed', about: 'acts between the two that its people tell of, and offers or demands it took from one to the other within days; and the first of them', unit: 'happenings' },
    { name: 'flow', about: 'share of what goes between the two through others that goes through it; from the joint acts of all, as is betweenness', unit: 'share' },
    { name: 'betweenness', about: 'how often it lies on the shortest ways of the whole network', unit: 'pairs' },
    { name: 'role', about: 'its role between them by blocs, and its roles in the network with expectation and variance' },
    { name: 'did', about: 'what it did to each, the first happenings of that, and to which it leans' },
    { name: 'because', about: 'happenings that it was ranked by, the telling ones first' },
  ],
  source: 'Gould and Fernandez 1989; Brandes 2001; Newman 2005; null model of contact: configuration of the degrees (Newman 2010, ch. 13), in time a Poisson process',
} as const satisfies Declaration;

export type GoBetweenParameters = ParametersOf<typeof goBetween>;

export interface GoBetween {
  party: PartyCode;
  /** 0 to 1. */
  score: number;
  parts: Record<'contact' | 'chance' | 'mediated' | 'relayed' | 'flow', number>;
  /** Joint acts with each of the two, and which: where they are many, the first. */
  contact: [Counted, Counted];
  close: { couples: number; expected: number; z: number };
  mediated: Counted;
  relayed: Counted;
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
interface Found {
  party: PartyCode;
  sides: Sides;
  contact: [Counted, Counted];
  close: GoBetween['close'];
  mediated: Counted;
  relayed: Counted;
  flow: number;
  betweenness: number;
}

export interface GoBetweens {
  thin?: string;
  lack?: Remark;
  /** Everyone that had contact with both. */
  candidates: number;
  ranking: GoBetween[];
}

/** A difference of tone by which it leans. */
const LEAN = 1;

/**
 * Mean and variance of the number of close couples where contacts of both kinds fall as two Poisson processes over
 * `length` days with the means given.
 */
export function chance(first: number, second: number, length: number, days: number): { mean: number; variance: number } {
  const { one, two } = reach(length, days), a = first / length, b = second / length, mean = a * b * one;
  return { mean, variance: mean + (a * b * b + b * a * a) * two };
}

/** Days within reach of each day of a window, its ends cut off: their sum, and that of their squares. */
function reach(length: number, days: number): { one: number; two: number } {
  const within = length - 2 * days, full = 2 * days + 1;
  let one = 0, two = 0;
  for (let day = 0; day < (within > 0 ? days : length); day++) {
    const near = Math.min(length - 1, day + days) - Math.max(0, day - days) + 1;
    one += near;
    two += near * near;
  }
  // both ends are alike, and what lies between reaches as far as it can
  return within > 0 ? { one: 2 * one + within * full, two: 2 * two + within * full * full } : { one, two };
}

/** The network of joint acts: undirected, weighted by their number. */
export function contactNetwork(dyads: Dyads | readonly DyadCount[]): Network {
  const all = dyadsOf(dyads);
  return networkFrom(all.parties, all.source, all.target, actsOfTypes(all, IS_JOINT));
}

const central = new WeakMap<Dyads, { joined: Network; central: Float64Array }>();

/** The network of joint acts, and how often each lies between others: worked out once for one network, whichever two are asked about. */
function centrality(dyads: Dyads): { joined: Network; central: Float64Array } {
  const known = central.get(dyads);
  if (known) return known;
  const joined = contactNetwork(dyads), made = { joined, central: betweenness(joined, true) };
  central.set(dyads, made);
  return made;
}

/**
 * Ranks who goes between two parties in a window. `events` are those of either party, `dyads` count the whole network's
 * acts in the window.
 */
export function goBetweens(events: Events, pair: Pair, window: Window, parameters: GoBetweenParameters, network: Dyads | readonly DyadCount[], blocs: Blocs): GoBetweens {
  const [a, b] = pair, record = recordOf(events), own = record.told.filter((event) => within(event, window)), pairs = pairsIn({ ...record, told: own }, parameters, window);
  const others = new Set([...pairs.keys()].map((key) => key.split('|')).flatMap(([x, y]) => (x === a || x === b ? [y as PartyCode] : [x as PartyCode])));
  const met = [...others].sort().flatMap((party) => {
    const first = pairs.get(pairKey(party, a)), second = pairs.get(pairKey(party, b));
    if (party === a || party === b || !first || !second) return [];
    const sides = [sideOf(first, party), sideOf(second, party)] as const;
    return sides.every(({ joint }) => joint.length) ? [{ party, sides }] : [];
  });
  if (!met.length) return { ...lacking('lack.contact'), candidates: 0, ranking: [] };

  const dyads = dyadsOf(network), { joined, central } = centrality(dyads), strength = (party: PartyCode): number => {
    const i = numberOf(joined, party);
    let sum = 0;
    if (i >= 0) for (let k = joined.rows[i]; k < joined.rows[i + 1]; k++) sum += joined.weights[k];
    return sum;
  };
  const ends = joined.weights.reduce((sum, weight) => sum + weight, 0), at = [a, b].map((party) => numberOf(joined, party));
  const flow = at[0] >= 0 && at[1] >= 0 ? flowBetween(joined, at[0], at[1]) : undefined;
  const length = dayNumber(window.to) - dayNumber(window.from) + 1;
  const { graph, bloc, numbers } = arrows(dyads, blocs, parameters.arrow), strengths = [strength(a), strength(b)];
  const told = own.filter((event) => between(event, pair) && event.saidBy && event.factuality !== 'denied');

  const found = met.map(({ party, sides }): Found => {
    const number = numberOf(joined, party);
    // contacts at random keep each party's number of them: the chance that one of C's falls on A is A's share of all ends
    const mine = strength(party), means = strengths.map((other) => (ends > 0 ? (mine * other) / ends : 0));
    const { mean, variance } = chance(means[0], means[1], length, parameters.days), close = couples(sides, parameters.days);
    return {
      party, sides, contact: [contactOf(sides[0]), contactOf(sides[1])],
      close: { couples: close, expected: mean, z: variance > 0 ? (close - mean) / Math.sqrt(variance) : 0 },
      mediated: mediations(sides), relayed: relays(sides, told.filter(({ saidBy }) => saidBy === party).map(({ happening }) => happening), parameters.days),
      flow: flow && number >= 0 ? flow[number] : 0, betweenness: number >= 0 ? central[number] : 0,
    };
  });

  const scales: Record<keyof GoBetween['parts'], (one: Found) => number> = {
    // with both: the smaller number is what can go through; logarithms, as the tenth meeting says less than the first
    contact: ({ contact }) => Math.log1p(Math.min(...contact.map(({ happenings }) => happenings))), chance: ({ close }) => Math.log1p(Math.max(0, close.z)), mediated: ({ mediated }) => Math.log1p(mediated.happenings),
    relayed: ({ relayed }) => Math.log1p(relayed.happenings), flow: (one) => Math.sqrt(one.flow),
  };
  const names = Object.keys(scales) as (keyof GoBetween['parts'])[], most = names.map((name) => Math.max(...found.map(scales[name])));
  const ranked = found.map((one) => {
    const parts = Object.fromEntries(names.map((name, i) => [name, most[i] > 0 ? scales[name](one) / most[i] : 0])) as GoBetween['parts'];
    return { one, parts, score: names.reduce((sum, name) => sum + parts[name], 0) / names.length };
  }).sort((x, y) => y.score - x.score || (x.one.party < y.one.party ? -1 : 1));
  // what is told of a party and does not rank it is found for those that are shown
  const shown = ranked.slice(0, parameters.first), brokerage = brokeragesOf(graph, bloc, shown.map(({ one }) => numbers.get(one.party) as number));
  const ranking = shown.map(({ one, parts, score }, place): GoBetween => {
    const { sides, ...rest } = one, { party, contact, mediated, relayed } = rest, did: [Dealings, Dealings] = [dealings(sides[0].acts, party), dealings(sides[1].acts, party)], apart = (did[0].tone ?? 0) - (did[1].tone ?? 0);
    return {
      ...rest, score, parts,
      bloc: blocOf(blocs, party), role: roleOf(blocOf(blocs, a), blocOf(blocs, party), blocOf(blocs, b)), brokerage: brokerage[place] as Brokerage,
      did, ...(Math.abs(apart) >= LEAN && { leans: apart > 0 ? a : b }), because: [...new Set([mediated, relayed, ...contact].flatMap(({ because }) => because))].slice(0, SHOWN),
    };
  });
  return { candidates: ranked.length, ranking };
}

interface Arrows {
  graph: Set<number>[];
  bloc: string[];
  numbers: Map<PartyCode, number>;
}

const drawn = new WeakMap<Dyads, { blocs: Blocs; least: number; made: Arrows }>();

/** Who acts toward whom, at least so often: drawn once for one network, as long as nothing else is asked for. */
function arrows(dyads: Dyads, blocs: Blocs, least: number): Arrows {
  const known = drawn.get(dyads);
  if (known?.blocs === blocs && known.least === least) return known.made;
  const made = draw(dyads, blocs, least);
  drawn.set(dyads, { blocs, least, made });
  return made;
}

function draw(dyads: Dyads, blocs: Blocs, least: number): Arrows {
  const { length, parties, source, target } = dyads, both = actsOfTypes(dyads, IS_JOINT), forth = actsOfTypes(dyads, IS_JOINT.map((joint) => !joint));
  // what each does to whom: a joint act is done by both
  const acts = parties.map((): number[] => []), add = (from: number, to: number, many: number): void => void (many && acts[from]?.push(to, many));
  for (let row = 0; row < length; row++) {
    const from = source[row], to = target[row];
    if (from === to) continue;
    add(from, to, both[row] + forth[row]);
    add(to, from, both[row]);
  }
  const sums = new Float64Array(parties.length), graph = acts.map((own) => {
    const reached = new Set<number>();
    for (let i = 0; i < own.length; i += 2) sums[own[i]] += own[i + 1];
    for (let i = 0; i < own.length; i += 2) {
      if (sums[own[i]] >= least) reached.add(own[i] as number);
      sums[own[i]] = 0;
    }
    return reached;
  });
  return { graph, bloc: parties.map((party) => blocOf(blocs, party)), numbers: new Map(parties.map((party, i) => [party, i])) };
}

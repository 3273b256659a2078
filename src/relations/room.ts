/** Room for manoeuvre: how free a party's network leaves it, and who takes what it lacks. */
import { EVENT_TYPES } from '../story/facts.ts';
import { intensity } from '../ontology/intensity.ts';
import type { PartyCode } from '../story/facts.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTED } from './acts.ts';
import { blocOf } from './blocs.ts';
import type { Blocs } from './blocs.ts';
import { pairKey } from './columns.ts';
import type { Acts } from './columns.ts';
import { roomOf } from './constraint.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import { actsOfTypes, dyadsOf } from './dyads.ts';
import type { DyadCount, Dyads } from './dyads.ts';
import type { Counted, RelationTie } from './event.ts';
import { networkFrom, numberOf } from './network.ts';

export const room = {
  name: 'room',
  question: 'How much room does the party have, and who takes it?',
  inputs: ['who did how much with whom in the whole network', 'ties of the party', 'blocs', 'events of the relations that are listed'],
  parameters: [
    { name: 'weight', about: 'what a relation weighs: cooperative acts between the two, or acts of every kind', default: 'cooperation', choices: ['cooperation', 'contact'] },
    { name: 'sign', about: 'mean tone from which a relation counts as friendly, and below whose negative as hostile', default: 0.5, unit: 'Goldstein', least: 0, most: 10 },
    { name: 'enough', about: 'with fewer partners, nothing is said', default: 2, unit: 'parties', least: 1, most: 1000, whole: true },
    { name: 'first', about: 'how many partners are listed', default: 12, unit: 'parties', least: 1, most: 10_000, whole: true },
    WEIGHTED,
  ],
  outputs: [
    { name: 'constraint', about: 'how far its partners hold it: near 0 many partners that do not deal with each other, 1 and more a single one', unit: 'Burt' },
    { name: 'holds', about: 'each partner\'s share of the constraint, and of its dealings; the acts that weigh in it and all that passed, from which its tone is, with the latest of both' },
    { name: 'effectiveSize, efficiency', about: 'partners less what they repeat of each other; the same as a share of all', unit: 'parties, share' },
    { name: 'concentration', about: 'Herfindahl index of its dealings over partners: 1 is all with one', unit: 'Herfindahl' },
    { name: 'balance', about: 'entropy of its dealings over blocs, as a share of what even dealings with all blocs would give: many-vectored is near 1', unit: 'share' },
    { name: 'ties', about: 'standing ties that bind it, by domain, with their sentences' },
    { name: 'triads', about: 'triads with two partners of known sign: balanced ones, how many chance would give, and whom it is torn between, with the latest acts of the three relations' },
  ],
  source: 'Burt 1992; weighted effective size: Borgatti 1997; Herfindahl; Shannon; structural balance: Cartwright and Harary 1956',
} as const satisfies Declaration;

export type RoomParameters = ParametersOf<typeof room>;

export interface PartnerHold {
  party: PartyCode;
  bloc: string;
  /** Its share of the party's dealings, and of the constraint; 0 to 1. */
  share: number;
  holds: number;
  /** The acts that weigh in both; of many, the latest are named. */
  dealings: Counted;
  /** Mean tone of what passes between the two, and what that is; absent where nothing with a tone does. */
  tone?: number;
  passed: Counted;
  /** Domains of the standing ties with it. */
  ties: string[];
}

export interface BlocShare {
  bloc: string;
  share: number;
  parties: number;
  members: PartyCode[];
}

/** Two partners that the party cannot be at one with both of. */
export interface Torn {
  pair: [PartyCode, PartyCode];
  /** The latest acts of the three relations. */
  because: string[];
}

export interface Triads {
  /** Triads with the party whose three signs are known. */
  known: number;
  balanced: number;
  /** Balanced triads, where the network's signs fell at random on its relations. */
  expected: number;
  /** Relations that would have to turn: both partners are friends and hostile to each other, and the like. */
  torn: Torn[];
}

export interface RoomFor {
  thin?: string;
  lack?: Remark;
  partners: number;
  constraint?: number;
  effectiveSize?: number;
  efficiency?: number;
  concentration?: number;
  balance?: number;
  blocs: BlocShare[];
  holds: PartnerHold[];
  ties: RelationTie[];
  triads: Triads;
}

const TORN = 6;
/** Happenings that are named for one number, at most; of the relations of a triad. */
const LISTED = 8, OF_TRIAD = 2;
const VALUES = EVENT_TYPES.map(intensity);

/** What passed between two parties, both ways. */
interface Passed {
  /** Places of the parties. */
  a: number;
  b: number;
  all: number;
  cooperative: number;
  tone: number;
}

/** What passed between each two parties of a network. */
class Relations {
  readonly dyads: Dyads;
  readonly #pairs = new Map<number, Passed>();

  constructor(dyads: Dyads) {
    const { length, parties, source, target, counts } = dyads;
    this.dyads = dyads;
    for (let row = 0; row < length; row++) {
      const a = Math.min(source[row], target[row]), b = Math.max(source[row], target[row]), key = a * parties.length + b;
      if (a === b) continue;
      let passed = this.#pairs.get(key);
      if (!passed) this.#pairs.set(key, (passed = { a, b, all: 0, cooperative: 0, tone: 0 }));
      for (let type = 0; type < VALUES.length; type++) {
        const n = counts[row * VALUES.length + type];
        passed.all += n;
        if (VALUES[type] > 0) passed.cooperative += n;
        passed.tone += n * VALUES[type];
      }
    }
  }

  all(): Iterable<Passed> {
    return this.#pairs.values();
  }

  between(one: number, two: number): Passed | undefined {
    return this.#pairs.get(Math.min(one, two) * this.dyads.parties.length + Math.max(one, two));
  }
}

/** The room of one party in a window, from what everybody did with everybody in it and the ties that bind the party. No happening is named yet: see `nameHappenings`. */
export function roomFor(network: Dyads | readonly DyadCount[], party: PartyCode, parameters: RoomParameters, ties: readonly RelationTie[], blocs: Blocs): RoomFor {
  const dyads = dyadsOf(network), relations = new Relations(dyads), place = dyads.parties.indexOf(party), weigh = ({ all, cooperative }: Passed): number => (parameters.weight === 'contact' ? all : cooperative);
  const dealt = networkFrom(dyads.parties, dyads.source, dyads.target, actsOfTypes(dyads, VALUES.map((value) => parameters.weight === 'contact' || value > 0))), number = numberOf(dealt, party), own = ties.filter(({ a, b }) => a === party || b === party);
  const triads = triadsOf(relations, place, parameters.sign);
  const partners = number < 0 ? 0 : dealt.rows[number + 1] - dealt.rows[number];
  if (partners < parameters.enough) return { ...lacking('lack.partners', { partners: { code: 'count.party', values: { n: partners } }, least: parameters.enough }), partners, blocs: [], holds: [], ties: own, triads };

  const { constraint, effectiveSize, efficiency, holds } = roomOf(dealt, number), shares = new Map<string, BlocShare>();
  const listed = holds.map((hold): PartnerHold => {
    const other = dealt.parties[hold.partner] as PartyCode, bloc = blocOf(blocs, other), passed = relations.between(place, dyads.parties.indexOf(other)) as Passed;
    const sum = shares.get(bloc) ?? { bloc, share: 0, parties: 0, members: [] };
    shares.set(bloc, { bloc, share: sum.share + hold.share, parties: sum.parties + 1, members: [...sum.members, other] });
    return {
      party: other, bloc, share: hold.share, holds: hold.constraint / constraint, dealings: { happenings: weigh(passed), because: [] }, tone: passed.tone / passed.all, passed: { happenings: passed.all, because: [] },
      ties: [...new Set(own.filter(({ a, b }) => a === other || b === other).map(({ domain }) => domain))].sort(),
    };
  }).sort((x, y) => y.holds - x.holds || (x.party < y.party ? -1 : 1));
  const inBlocs = [...shares.values()].sort((x, y) => y.share - x.share || (x.bloc < y.bloc ? -1 : 1));
  const all = new Set(dealt.parties.map((code) => blocOf(blocs, code))).size, entropy = -inBlocs.reduce((sum, { share }) => sum + share * Math.log(share), 0);
  return {
    partners, constraint, effectiveSize, efficiency, concentration: holds.reduce((sum, { share }) => sum + share ** 2, 0), ...(all > 1 && { balance: Math.max(0, entropy) / Math.log(all) }),
    blocs: inBlocs, holds: listed.slice(0, parameters.first), ties: own, triads,
  };
}

/** The pairs whose happenings are to be named, each with how many of the latest are needed. */
export const pairsToName = (party: PartyCode, { holds, triads }: RoomFor): [PartyCode, PartyCode][] => {
  const pairs = [...holds.map((hold): [PartyCode, PartyCode] => [party, hold.party]), ...triads.torn.flatMap(({ pair: [a, b] }): [PartyCode, PartyCode][] => [[party, a], [party, b], [a, b]])];
  return [...new Map(pairs.map((pair) => [pairKey(...pair), pair])).values()];
};

/** Names the latest happenings that a room was made from, out of the (latest) acts of each of its pairs, by `pairKey`. */
export function nameHappenings(room: RoomFor, party: PartyCode, { weight }: RoomParameters, acts: ReadonlyMap<string, Acts>): RoomFor {
  const latest = (a: PartyCode, b: PartyCode, most: number, wanted: (value: number) => boolean = () => true): string[] => {
    const own = acts.get(pairKey(a, b));
    return own ? own.list(own.rows((row) => wanted(VALUES[own.type[row]])).reverse(), most) : [];
  };
  return {
    ...room,
    holds: room.holds.map((hold) => ({
      ...hold, dealings: { ...hold.dealings, because: latest(party, hold.party, LISTED, (value) => weight === 'contact' || value > 0) }, passed: { ...hold.passed, because: latest(party, hold.party, LISTED) },
    })),
    triads: { ...room.triads, torn: room.triads.torn.map(({ pair: [a, b] }) => ({ pair: [a, b], because: [...latest(party, a, OF_TRIAD), ...latest(party, b, OF_TRIAD), ...latest(a, b, OF_TRIAD)] })) },
  };
}

/** The party's triads whose three relations are each friendly or hostile, by a mean tone of so much: balanced where the product of their signs is positive. */
function triadsOf(relations: Relations, party: number, least: number): Triads {
  const signOf = (passed: Passed | undefined): number => (passed && Math.abs(passed.tone / passed.all) >= least ? Math.sign(passed.tone) : 0), { parties } = relations.dyads;
  let signed = 0, friendly = 0;
  const friends: { other: number; sign: number }[] = [];
  for (const passed of relations.all()) {
    const sign = signOf(passed), { a, b } = passed;
    if (!sign) continue;
    signed++;
    if (sign > 0) friendly++;
    if (a === party || b === party) friends.push({ other: a === party ? b : a, sign });
  }
  friends.sort((x, y) => x.other - y.other);
  let known = 0, balanced = 0;
  const torn: Torn[] = [];
  friends.forEach((first, i) => {
    for (let j = i + 1; j < friends.length; j++) {
      const second = friends[j] as (typeof friends)[number], third = signOf(relations.between(first.other, second.other));
      if (!third) continue;
      known++;
      if (first.sign * second.sign * third > 0) balanced++;
      else if (torn.length < TORN) torn.push({ pair: [parties[first.other] as PartyCode, parties[second.other] as PartyCode], because: [] });
    }
  });
  // with a share p of friendly relations, three in a triad are balanced when none or two of them are hostile
  const p = signed ? friendly / signed : 0;
  return { known, balanced, expected: known * (p ** 3 + 3 * p * (1 - p) ** 2), torn };
}

/** Room for manoeuvre: how free a party's network leaves it, and who takes what it lacks. */
import { EVENT_TYPES } from '../story/facts.ts';
import { intensity } from '../ontology/intensity.ts';
import type { PartyCode } from '../story/facts.ts';
import { WEIGHTED } from './acts.ts';
import { blocOf } from './blocs.ts';
import type { Blocs } from './blocs.ts';
import { roomOf } from './constraint.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { RelationTie } from './event.ts';
import type { DyadCount } from './go-between.ts';
import { networkOf, numberOf } from './network.ts';

export const room = {
  name: 'room',
  question: 'How much room does the party have, and who takes it?',
  inputs: ['who did how much with whom in the whole network', 'ties of the party', 'blocs'],
  parameters: [
    { name: 'weight', about: 'what a relation weighs: cooperative acts between the two, or acts of every kind', default: 'cooperation', choices: ['cooperation', 'contact'] },
    { name: 'sign', about: 'mean tone from which a relation counts as friendly, and below whose negative as hostile', default: 0.5, unit: 'Goldstein', least: 0, most: 10 },
    { name: 'enough', about: 'with fewer partners, nothing is said', default: 2, unit: 'parties', least: 1, most: 1000, whole: true },
    { name: 'first', about: 'how many partners are listed', default: 12, unit: 'parties', least: 1, most: 10_000, whole: true },
    WEIGHTED,
  ],
  outputs: [
    { name: 'constraint', about: 'how far its partners hold it: near 0 many partners that do not deal with each other, 1 and more a single one', unit: 'Burt' },
    { name: 'holds', about: 'each partner\'s share of the constraint, and of its dealings' },
    { name: 'effectiveSize, efficiency', about: 'partners less what they repeat of each other; the same as a share of all', unit: 'parties, share' },
    { name: 'concentration', about: 'Herfindahl index of its dealings over partners: 1 is all with one', unit: 'Herfindahl' },
    { name: 'balance', about: 'entropy of its dealings over blocs, as a share of what even dealings with all blocs would give: many-vectored is near 1', unit: 'share' },
    { name: 'ties', about: 'standing ties that bind it, by domain, with their sentences' },
    { name: 'triads', about: 'triads with two partners of known sign: balanced ones, and how many chance would give' },
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
  /** Mean tone of what passes between the two; absent where nothing with a tone does. */
  tone?: number;
  /** Domains of the standing ties with it. */
  ties: string[];
}

export interface BlocShare {
  bloc: string;
  share: number;
  parties: number;
}

export interface Triads {
  /** Triads with the party whose three signs are known. */
  known: number;
  balanced: number;
  /** Balanced triads, where the network's signs fell at random on its relations. */
  expected: number;
  /** Relations that would have to turn: both partners are friends and hostile to each other, and the like. */
  torn: [PartyCode, PartyCode][];
}

export interface RoomFor {
  thin?: string;
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
/** Sums over a dyad's counts. */
function sums(counts: ArrayLike<number>): { all: number; cooperative: number; tone: number } {
  let all = 0, cooperative = 0, tone = 0;
  EVENT_TYPES.forEach((type, i) => {
    const value = intensity(type);
    all += counts[i];
    if (value > 0) cooperative += counts[i];
    tone += counts[i] * value;
  });
  return { all, cooperative, tone };
}

const key = (a: PartyCode, b: PartyCode): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** The room of one party in a window, from what everybody did with everybody in it and the ties that bind the party. */
export function roomFor(dyads: readonly DyadCount[], party: PartyCode, parameters: RoomParameters, ties: readonly RelationTie[], blocs: Blocs): RoomFor {
  const tones = new Map<string, { a: PartyCode; b: PartyCode; all: number; tone: number }>();
  const weighted = dyads.filter(({ source, target }) => source !== target).map(({ source, target, counts }) => {
    const { all, cooperative, tone } = sums(counts), name = key(source, target), before = tones.get(name);
    tones.set(name, { a: source, b: target, all: (before?.all ?? 0) + all, tone: (before?.tone ?? 0) + tone });
    return { a: source, b: target, weight: parameters.weight === 'contact' ? all : cooperative };
  });
  const network = networkOf(weighted), number = numberOf(network, party), own = ties.filter(({ a, b }) => a === party || b === party);
  const signs = new Map([...tones].flatMap(([name, { a, b, all, tone }]) => (Math.abs(tone / all) >= parameters.sign ? [[name, { a, b, sign: Math.sign(tone) }] as const] : [])));
  const triads = triadsOf(signs, party);
  const partners = number < 0 ? 0 : network.rows[number + 1] - network.rows[number];
  if (partners < parameters.enough) return { thin: `dealings with ${partners} parties; at least ${parameters.enough} are needed`, partners, blocs: [], holds: [], ties: own, triads };

  const { constraint, effectiveSize, efficiency, holds } = roomOf(network, number), shares = new Map<string, BlocShare>();
  const listed = holds.map((hold): PartnerHold => {
    const other = network.parties[hold.partner] as PartyCode, bloc = blocOf(blocs, other), tone = tones.get(key(party, other));
    const sum = shares.get(bloc) ?? { bloc, share: 0, parties: 0 };
    shares.set(bloc, { bloc, share: sum.share + hold.share, parties: sum.parties + 1 });
    return {
      party: other, bloc, share: hold.share, holds: hold.constraint / constraint, ...(tone && { tone: tone.tone / tone.all }),
      ties: [...new Set(own.filter(({ a, b }) => a === other || b === other).map(({ domain }) => domain))].sort(),
    };
  }).sort((x, y) => y.holds - x.holds || (x.party < y.party ? -1 : 1));
  const inBlocs = [...shares.values()].sort((x, y) => y.share - x.share || (x.bloc < y.bloc ? -1 : 1));
  const all = new Set(network.parties.map((code) => blocOf(blocs, code))).size, entropy = -inBlocs.reduce((sum, { share }) => sum + share * Math.log(share), 0);
  return {
    partners, constraint, effectiveSize, efficiency, concentration: holds.reduce((sum, { share }) => sum + share ** 2, 0), ...(all > 1 && { balance: Math.max(0, entropy) / Math.log(all) }),
    blocs: inBlocs, holds: listed.slice(0, parameters.first), ties: own, triads,
  };
}

/** The party's triads whose three relations are each friendly or hostile: balanced where the product of their signs is positive. */
function triadsOf(signs: ReadonlyMap<string, { a: PartyCode; b: PartyCode; sign: number }>, party: PartyCode): Triads {
  const friends = [...signs.values()].filter(({ a, b }) => a === party || b === party).map(({ a, b, sign }) => ({ other: a === party ? b : a, sign })).sort((x, y) => (x.other < y.other ? -1 : 1));
  let known = 0, balanced = 0;
  const torn: [PartyCode, PartyCode][] = [];
  friends.forEach((first, i) => {
    for (const second of friends.slice(i + 1)) {
      const third = signs.get(key(first.other, second.other));
      if (!third) continue;
      known++;
      if (first.sign * second.sign * third.sign > 0) balanced++;
      else torn.push([first.other, second.other]);
    }
  });
  // with a share p of friendly relations, three in a triad are balanced when none or two of them are hostile
  const p = signs.size ? [...signs.values()].filter(({ sign }) => sign > 0).length / signs.size : 0;
  return { known, balanced, expected: known * (p ** 3 + 3 * p * (1 - p) ** 2), torn: torn.slice(0, TORN) };
}

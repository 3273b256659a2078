/** Whom a party stands between: pairs of its partners among whose go-betweens it ranks high. */
import type { Ledger } from '../ledger/ledger.ts';
import type { Dyads } from '../relations/dyads.ts';
import type { Pair } from '../relations/event.ts';
import { contactNetwork, goBetween, goBetweens } from '../relations/go-between.ts';
import type { GoBetween } from '../relations/go-between.ts';
import { lacking } from '../story/remark.ts';
import { dealings, EMPTY, named, narrowed, set, windowOf } from './answer.ts';
import type { Asking, Base } from './answer.ts';
import { daysCovered, isEmpty, loadCounts } from './load.ts';

/** A pair that the party stands between, and how it fares among its go-betweens. */
export interface Stand extends Pick<GoBetween, 'score' | 'parts' | 'flow' | 'leans' | 'because'> {
  pair: Pair;
  /** 1 for the first among `candidates`. */
  rank: number;
  candidates: number;
  /** Happenings with each of the two; those in which it mediated; those that it relayed. */
  contact: [number, number];
  mediated: number;
  relayed: number;
}

export interface StandsAnswer extends Base {
  /** The highest ranked first; among those of one rank, those with the higher score. */
  stands?: Stand[];
  /** How many pairs were looked at, of how many. */
  looked?: number;
  pairs?: number;
}

/** Partners that are paired, and pairs that are looked at: those promising most by contact alone. */
const PARTNERS = 12, PAIRS = 24;
/** Acts that are read for it at most; a record with more is looked at for fewer pairs. */
const ACTS = 250_000;
/** A party that ranks lower is no go-between to speak of. */
const RANK = 3;

type Contacts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Joint contact of each party with others. */
function contactsOf(dyads: Dyads): Contacts {
  const { parties, rows, columns, weights } = contactNetwork(dyads);
  return new Map(parties.map((party, i) => [party, new Map(Array.from({ length: rows[i + 1] - rows[i] }, (_, k) => [parties[columns[rows[i] + k]] as string, weights[rows[i] + k]]))]));
}

interface Promising {
  pair: Pair;
  /** The party's contact with both as a share of the best go-between's, on the measure's own scale. */
  share: number;
  least: number;
}

/** Pairs of the party's partners, the most promising first. */
function promising(party: string, contacts: Contacts): Promising[] {
  const own = contacts.get(party) ?? new Map<string, number>(), partners = [...own].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1)).slice(0, PARTNERS).map(([code]) => code);
  return partners.flatMap((x, i) => partners.slice(i + 1).map((y): Promising => {
    const [a, b] = x < y ? [x, y] : [y, x], of = (one: ReadonlyMap<string, number>): number => Math.min(one.get(a) ?? 0, one.get(b) ?? 0);
    const least = of(own), most = Math.max(...[...contacts].flatMap(([code, one]) => (code === a || code === b ? [] : [of(one)])));
    return { pair: [a, b], share: Math.log1p(least) / Math.log1p(most), least };
  })).sort((x, y) => y.share - x.share || y.least - x.least || (x.pair.join() < y.pair.join() ? -1 : 1));
}

/** How many acts each party has a part in. */
function actsOfParties({ length, parties, source, target, counts }: Dyads): Map<string, number> {
  const acts = new Float64Array(parties.length), types = length ? counts.length / length : 0;
  for (let row = 0; row < length; row++) {
    let n = 0;
    for (let i = row * types; i < (row + 1) * types; i++) n += counts[i];
    acts[source[row]] += n;
    acts[target[row]] += n;
  }
  return new Map(parties.map((party, i) => [party, acts[i]]));
}

/** As many of the pairs as the acts of their parties may be read for; one at least. */
function affordable(pairs: readonly Promising[], acts: ReadonlyMap<string, number>): Pair[] {
  const taken = new Set<string>(), kept: Pair[] = [];
  let sum = 0;
  for (const { pair } of pairs.slice(0, PAIRS)) {
    const more = pair.reduce((n, code) => n + (taken.has(code) ? 0 : (acts.get(code) ?? 0)), 0);
    if (kept.length && sum + more > ACTS) continue;
    sum += more;
    for (const code of pair) taken.add(code);
    kept.push(pair);
  }
  return kept;
}

/** Whom a party stands between, by the same measure that ranks who goes between two. */
export async function standsBetween(ledger: Ledger, party: string, asking: Asking): Promise<StandsAnswer> {
  const filter = narrowed(asking), { first, ...given } = set(goBetween, asking.parameters), days = await daysCovered(ledger, filter), dyads = await dealings(ledger, filter);
  if (!days.length || !dyads.parties.includes(party)) return { parties: [party], ...EMPTY, because: {} };
  const window = windowOf(filter, days), all = promising(party, contactsOf(dyads)), pairs = affordable(all, actsOfParties(dyads));
  const own = { ...filter, parties: [...new Set(pairs.flat())] }, events = pairs.length ? await loadCounts(ledger, own, true) : { told: [] };
  const unnamed = isEmpty(events) ? [] : pairs.flatMap((pair): Stand[] => {
    const told = events.told.filter(({ source, target }) => pair.includes(source) || pair.includes(target));
    const { ranking, candidates } = goBetweens({ ...events, told }, pair, window, { ...given, first: RANK }, dyads, asking.blocs), rank = ranking.findIndex((one) => one.party === party) + 1, found = ranking[rank - 1];
    if (!found) return [];
    const { score, parts, contact: [a, b], mediated, relayed, flow, leans, because } = found;
    return [{ pair, rank, candidates, score, parts, contact: [a.happenings, b.happenings], mediated: mediated.happenings, relayed: relayed.happenings, flow, ...(leans && { leans }), because }];
  }).sort((x, y) => x.rank - y.rank || y.score - x.score || Math.min(...y.contact) - Math.min(...x.contact) || (x.pair.join() < y.pair.join() ? -1 : 1)).slice(0, first);
  const { found, because } = await named(ledger, own, events, unnamed.map((one) => one.because), (name) => unnamed.map((one) => ({ ...one, because: name(one.because) })));
  return { parties: [party], window, ...(!found.length && lacking('lack.between')), stands: found, looked: pairs.length, pairs: all.length, because };
}

/**
 * Acts into happenings: agglomerative clustering by average log-odds, best pair first, never across a contradiction. The
 * outcome depends on the acts and their links alone, not on their order; it falls apart into what the links connect, so
 * that a new story asks only for its own neighbourhood anew.
 */
import { contradiction } from './pair.ts';
import type { Act } from './act.ts';
import type { Link } from './link.ts';

/** An analyst's word: events, by key, that are one happening, or are not. It outweighs everything else. */
export interface Constraints {
  together: readonly (readonly [string, string])[];
  apart: readonly (readonly [string, string])[];
}

export const FREE: Constraints = { together: [], apart: [] };

/** Acts without a link count as so unlikely to be one, in log-odds; those of one story more so, as a story tells an act once. */
const STRANGE = -2.5, ONE_STORY = -3;
/** Clusters are joined while the average is above this. */
export const THRESHOLD = -1.2;

interface Cluster {
  id: number;
  acts: number[];
  /** Sum of log-odds to other clusters, over linked pairs, and how many those are. */
  near: Map<number, { sum: number; links: number }>;
}

/** One story's further sentence on one meeting, which adds a party: neither for nor against. */
const furtherPair = (a: Act, b: Act): boolean => a.type === 'CONSULT' && b.type === 'CONSULT' && a.days !== undefined && b.days !== undefined
  && a.days.first === b.days.first && a.days.last === b.days.last && [...b.parties].some((party) => !a.parties.has(party));

/** Index of each pair's clusters, likeliest first; ties go to the pair named first. */
interface Offer {
  score: number;
  a: number;
  b: number;
}

const before = (x: Offer, y: Offer): boolean => x.score > y.score || (x.score === y.score && (x.a < y.a || (x.a === y.a && x.b < y.b)));

/** A binary heap of offers, best on top. */
class Offers {
  readonly #heap: Offer[] = [];

  push(offer: Offer): void {
    const heap = this.#heap;
    let k = heap.push(offer) - 1;
    while (k > 0) {
      const up = (k - 1) >> 1;
      if (!before(heap[k] as Offer, heap[up] as Offer)) break;
      [heap[k], heap[up]] = [heap[up] as Offer, heap[k] as Offer];
      k = up;
    }
  }

  pop(): Offer | undefined {
    const heap = this.#heap, top = heap[0], last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    heap[0] = last;
    for (let k = 0; ;) {
      const l = 2 * k + 1, r = l + 1;
      let best = k;
      if (l < heap.length && before(heap[l] as Offer, heap[best] as Offer)) best = l;
      if (r < heap.length && before(heap[r] as Offer, heap[best] as Offer)) best = r;
      if (best === k) return top;
      [heap[k], heap[best]] = [heap[best] as Offer, heap[k] as Offer];
      k = best;
    }
  }
}

/**
 * Groups acts. Returns the groups, each a list of acts in the order of their keys, in the order of their first keys.
 * `apart` splits events within an act only where the acts were made with it.
 */
export function group(given: readonly Act[], links: readonly Link[], { together, apart }: Constraints = FREE): Act[][] {
  const acts = [...given].sort((a, b) => (a.key < b.key ? -1 : 1));
  const indexOf = new Map(acts.map(({ key }, k) => [key, k]));
  const actOf = new Map(acts.flatMap(({ told }, k) => told.map(({ key }): [string, number] => [key, k])));
  const clusters = new Map<number, Cluster>(acts.map((_, id) => [id, { id, acts: [id], near: new Map() }]));
  const forbidden = new Set<string>(), pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const [x, y] of apart) {
    const a = actOf.get(x), b = actOf.get(y);
    if (a !== undefined && b !== undefined && a !== b) forbidden.add(pairKey(a, b));
  }
  for (const { a, b, score } of links) {
    const x = indexOf.get(a), y = indexOf.get(b);
    if (x === undefined || y === undefined || x === y) continue;
    (clusters.get(x) as Cluster).near.set(y, { sum: score, links: 1 });
    (clusters.get(y) as Cluster).near.set(x, { sum: score, links: 1 });
  }
  const average = (a: Cluster, b: Cluster): number => {
    const near = a.near.get(b.id), pairs = a.acts.length * b.acts.length;
    if (!near) return STRANGE;
    let strange = 0;
    if (near.links < pairs) {
      let told = 0, own = 0;
      for (const x of a.acts) for (const y of b.acts) {
        if ((acts[x] as Act).story !== (acts[y] as Act).story) continue;
        told++;
        if (!furtherPair(acts[x] as Act, acts[y] as Act)) own++;
      }
      strange = own * ONE_STORY + (pairs - near.links - told) * STRANGE;
    }
    return (near.sum + strange) / pairs;
  };
  const parted = (a: Cluster, b: Cluster): boolean => a.acts.some((x) => b.acts.some((y) => forbidden.has(pairKey(x, y))));
  const clash = (a: Cluster, b: Cluster): boolean =>
    parted(a, b) || a.acts.some((x) => b.acts.some((y) => contradiction(acts[x] as Act, acts[y] as Act) !== undefined));
  const merge = (a: Cluster, b: Cluster): void => {
    const [into, from] = a.id < b.id ? [a, b] : [b, a];
    into.acts = [...into.acts, ...from.acts].sort((x, y) => x - y);
    for (const [id, { sum, links: n }] of from.near) {
      if (id === into.id) continue;
      const other = clusters.get(id) as Cluster, had = into.near.get(id);
      const all = { sum: (had?.sum ?? 0) + sum, links: (had?.links ?? 0) + n };
      into.near.set(id, all);
      other.near.delete(from.id);
      other.near.set(into.id, all);
    }
    into.near.delete(from.id);
    clusters.delete(from.id);
  };
  const offers = new Offers();
  const offer = (a: Cluster, b: Cluster): void => {
    const score = average(a, b);
    if (score > THRESHOLD) offers.push({ score, a: Math.min(a.id, b.id), b: Math.max(a.id, b.id) });
  };
  for (const cluster of clusters.values()) for (const id of cluster.near.keys()) if (cluster.id < id) offer(cluster, clusters.get(id) as Cluster);
  for (let next = offers.pop(); next; next = offers.pop()) {
    const a = clusters.get(next.a), b = clusters.get(next.b);
    // An offer made before one of the two grew is void; what it has become was offered anew.
    if (!a || !b || average(a, b) !== next.score || clash(a, b)) continue;
    merge(a, b);
    for (const id of a.near.keys()) offer(a, clusters.get(id) as Cluster);
  }

  // What an analyst joins brings along what each was found with, unless a word against it stands between: then it goes alone.
  const clusterOf = (k: number): Cluster => [...clusters.values()].find((one) => one.acts.includes(k)) as Cluster;
  for (const [x, y] of together.map(([a, b]) => [actOf.get(a), actOf.get(b)].sort((p, q) => (p ?? -1) - (q ?? -1))).sort((p, q) => (p[0] ?? -1) - (q[0] ?? -1) || (p[1] ?? -1) - (q[1] ?? -1))) {
    if (x === undefined || y === undefined) continue;
    const one = clusterOf(x), other = clusterOf(y);
    if (one === other) continue;
    if (!parted(one, other)) merge(one, other);
    else if (!one.acts.some((k) => forbidden.has(pairKey(k, y)))) {
      other.acts = other.acts.filter((k) => k !== y);
      one.acts = [...one.acts, y].sort((p, q) => p - q);
      if (other.acts.length === 0) clusters.delete(other.id);
    }
  }
  return [...clusters.values()].map((one) => one.acts.map((k) => acts[k] as Act)).sort((a, b) => ((a[0] as Act).key < (b[0] as Act).key ? -1 : 1));
}

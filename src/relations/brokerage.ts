/** Brokerage: whom a party stands between, by the blocs of the three (Gould and Fernandez 1989, Sociological Methodology 19). */

export const ROLES = ['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison'] as const;
export type Role = (typeof ROLES)[number];

/** What a broker's role is, by the blocs of the one before it, its own, and the one behind it. */
export function roleOf(from: string, broker: string, to: string): Role {
  if (from === to) return broker === from ? 'coordinator' : 'itinerant';
  if (broker === from) return 'representative';
  return broker === to ? 'gatekeeper' : 'liaison';
}

export interface RoleCount {
  count: number;
  /** What a random graph of the same density and blocs would give, and its variance. */
  expected: number;
  variance: number;
  /** Standard deviations from what is expected; absent where the variance is zero. */
  z?: number;
}

export type Brokerage = Record<Role | 'total', RoleCount>;

/** A directed graph without loops: for each party by number, the numbers that it acts toward. */
export type Directed = readonly ReadonlySet<number>[];

const zero = (): Record<Role | 'total', number> => ({ coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0, total: 0 });

interface Bits {
  words: number;
  /** So many words a party: a bit for each number that it acts toward. */
  reaches: Uint32Array;
  arrows: number;
}

const bits = new WeakMap<Directed, Bits>();

/** A graph as bits; it is not changed any more. */
function bitsOf(graph: Directed): Bits {
  const known = bits.get(graph);
  if (known) return known;
  const words = Math.ceil(graph.length / 32), reaches = new Uint32Array(graph.length * words);
  graph.forEach((targets, from) => {
    for (const to of targets) reaches[from * words + (to >> 5)] |= 1 << (to & 31);
  });
  const made = { words, reaches, arrows: graph.reduce((sum, targets) => sum + targets.size, 0) };
  bits.set(graph, made);
  return made;
}

/** Counts for one broker; see `brokeragesOf`. */
export const brokerageOf = (graph: Directed, bloc: readonly string[], broker: number): Brokerage => brokeragesOf(graph, bloc, [broker])[0] as Brokerage;

/**
 * Counts, for each broker, the ways i to broker to j where i does not reach j itself, by role; beside them the expectation
 * and the variance where each arrow stood on its own with the graph's density as its chance and the blocs as they are.
 */
export function brokeragesOf(graph: Directed, bloc: readonly string[], brokers: readonly number[]): Brokerage[] {
  const n = graph.length, { words, reaches, arrows } = bitsOf(graph), density = n > 1 ? arrows / (n * (n - 1)) : 0;
  const chance = density ** 2 * (1 - density), shared = density ** 3 * (1 - density) ** 3;
  return brokers.map((broker) => {
    const counts = zero(), own = bloc[broker], sizes = new Map<string, number>();
    const targets = [...graph[broker]];
    for (let from = 0; from < n; from++) {
      if (!(reaches[from * words + (broker >> 5)] & (1 << (broker & 31)))) continue;
      for (const to of targets) {
        if (to === from || reaches[from * words + (to >> 5)] & (1 << (to & 31))) continue;
        counts[roleOf(bloc[from], own, bloc[to])]++;
        counts.total++;
      }
    }
    bloc.forEach((name, i) => i !== broker && sizes.set(name, (sizes.get(name) ?? 0) + 1));
    const moments = expectations(sizes, own);
    const of = (role: Role | 'total'): RoleCount => {
      const { pairs, sharing } = moments[role], expected = pairs * chance, variance = pairs * chance * (1 - chance) + sharing * shared;
      return { count: counts[role], expected, variance, ...(variance > 0 && { z: (counts[role] - expected) / Math.sqrt(variance) }) };
    };
    return { coordinator: of('coordinator'), itinerant: of('itinerant'), representative: of('representative'), gatekeeper: of('gatekeeper'), liaison: of('liaison'), total: of('total') };
  });
}

/**
 * For each role, the ordered pairs of others that could give it, and the ordered couples of such pairs that share their
 * first or their last party (and with it one arrow, so that they are not independent). `sizes` leaves the broker out.
 */
function expectations(sizes: ReadonlyMap<string, number>, own: string): Record<Role | 'total', { pairs: number; sharing: number }> {
  const pairs = zero(), sharing = zero(), all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const [name, size] of sizes) {
    // seen from one party of this bloc: how many partners give each role, at the other end
    const home = sizes.get(own) ?? 0;
    const partners: Partial<Record<Role, number>> = name === own
      ? { coordinator: size - 1, representative: all - home }
      : { itinerant: size - 1, gatekeeper: home, liaison: all - home - size };
    const mirrored: Partial<Record<Role, number>> = name === own
      ? { coordinator: size - 1, gatekeeper: all - home }
      : { itinerant: size - 1, representative: home, liaison: all - home - size };
    for (const role of ROLES) {
      const first = partners[role] ?? 0, last = mirrored[role] ?? 0;
      pairs[role] += size * first;
      sharing[role] += size * (first * (first - 1) + last * (last - 1));
    }
    pairs.total += size * (all - 1);
    sharing.total += size * 2 * (all - 1) * (all - 2);
  }
  const role = (name: Role | 'total'): { pairs: number; sharing: number } => ({ pairs: pairs[name], sharing: sharing[name] });
  return { coordinator: role('coordinator'), itinerant: role('itinerant'), representative: role('representative'), gatekeeper: role('gatekeeper'), liaison: role('liaison'), total: role('total') };
}

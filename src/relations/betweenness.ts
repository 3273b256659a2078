/**
 * Betweenness: how often a party lies on the shortest ways between others (Brandes 2001, J. Mathematical Sociology 25).
 * On typed arrays, so that a graph of thousands of parties takes seconds.
 */
import type { Network } from './network.ts';

/** What one source's search writes to; made once and used for all. */
interface Scratch {
  distance: Float64Array;
  /** Steps from the source. */
  level: Int32Array;
  /** Numbers of shortest ways. */
  ways: Float64Array;
  dependency: Float64Array;
  /** Parties in the order in which they were reached for good. */
  order: Int32Array;
  /** Heap of parties by distance, and where each stands in it. */
  heap: Int32Array;
  place: Int32Array;
  /** The one before on the way to each; -1 where several ways are as short. */
  via: Int32Array;
}

const scratchFor = (n: number): Scratch => ({
  distance: new Float64Array(n), level: new Int32Array(n), ways: new Float64Array(n), dependency: new Float64Array(n), order: new Int32Array(n), heap: new Int32Array(n), place: new Int32Array(n), via: new Int32Array(n),
});

/** Two ways whose lengths differ by less than this share of them are as short as each other: sums are rounded differently. */
const SAME = 1e-10;

/**
 * Level by level, each time from the side with fewer ties: the level's own, or those of the parties not yet reached.
 * Returns where each level begins in `order`, and where the last one ends.
 */
function levels({ rows, columns }: Network, source: number, { level, ways, order, place }: Scratch): number[] {
  const n = rows.length - 1, begins = [0, 1];
  // parties not yet reached are kept together behind those that are; `place` says where each stands
  for (let i = 0; i < n; i++) place[i] = order[i] = i;
  level.fill(-1);
  ways.fill(0);
  let reached = 0, open = columns.length;
  const reach = (party: number, depth: number): void => {
    const other = order[reached], from = place[party];
    order[from] = other;
    place[other] = from;
    order[reached] = party;
    place[party] = reached++;
    level[party] = depth;
    open -= rows[party + 1] - rows[party];
  };
  reach(source, 0);
  ways[source] = 1;
  for (let depth = 1; reached < n; depth++) {
    const first = begins[depth - 1], end = begins[depth];
    let ties = 0;
    for (let i = first; i < end; i++) ties += rows[order[i] + 1] - rows[order[i]];
    if (ties <= open) {
      for (let i = first; i < end; i++) {
        const at = order[i], count = ways[at];
        for (let k = rows[at], last = rows[at + 1]; k < last; k++) {
          const to = columns[k];
          if (level[to] < 0) reach(to, depth);
          if (level[to] === depth) ways[to] += count;
        }
      }
    } else {
      for (let i = end; i < n; i++) {
        const to = order[i];
        let count = 0;
        for (let k = rows[to], last = rows[to + 1]; k < last; k++) if (level[columns[k]] === depth - 1) count += ways[columns[k]];
        if (count > 0) {
          ways[to] = count;
          reach(to, depth);
        }
      }
    }
    if (reached === end) break;
    begins.push(reached);
  }
  return begins;
}

/** Adds up what each party of a search lies between, from the far end back. */
function gather({ rows, columns }: Network, begins: readonly number[], { level, ways, order, dependency }: Scratch): void {
  const ties = (depth: number): number => {
    let sum = 0;
    for (let i = begins[depth]; i < begins[depth + 1]; i++) sum += rows[order[i] + 1] - rows[order[i]];
    return sum;
  };
  for (let depth = begins.length - 2; depth > 1; depth--) {
    const inner = ties(depth - 1) < ties(depth), side = inner ? depth - 1 : depth, other = inner ? depth : depth - 1;
    for (let i = begins[side]; i < begins[side + 1]; i++) {
      const at = order[i];
      let sum = 0;
      const share = (1 + dependency[at]) / ways[at];
      for (let k = rows[at], last = rows[at + 1]; k < last; k++) {
        const to = columns[k];
        if (level[to] !== other) continue;
        if (inner) sum += (1 + dependency[to]) / ways[to];
        else dependency[to] += ways[to] * share;
      }
      if (inner) dependency[at] = ways[at] * sum;
    }
  }
}

/** Dijkstra's search with a heap of four branches; lengths are one over the weight. Returns how many parties were reached. */
function searchWeighted({ rows, columns }: Network, lengths: Float64Array, source: number, { distance, ways, order, heap, place, via }: Scratch): number {
  distance.fill(Number.POSITIVE_INFINITY);
  ways.fill(0);
  place.fill(-1);
  distance[source] = 0;
  ways[source] = 1;
  heap[0] = source;
  place[source] = 0;
  let size = 1, reached = 0;
  while (size > 0) {
    const at = heap[0], last = heap[--size], here = distance[at];
    place[at] = -2;
    order[reached++] = at;
    if (size > 0) {
      // the last one sinks from the top
      const key = distance[last];
      let hole = 0;
      for (;;) {
        const child = 4 * hole + 1;
        if (child >= size) break;
        let least = child, key2 = distance[heap[child]];
        for (let other = child + 1; other < child + 4 && other < size; other++) {
          const d = distance[heap[other]];
          if (d < key2) {
            least = other;
            key2 = d;
          }
        }
        if (key2 >= key) break;
        heap[hole] = heap[least];
        place[heap[hole]] = hole;
        hole = least;
      }
      heap[hole] = last;
      place[last] = hole;
    }
    const count = ways[at];
    for (let k = rows[at], end = rows[at + 1]; k < end; k++) {
      const to = columns[k];
      let hole = place[to];
      if (hole === -2) continue;
      const next = here + lengths[k], known = distance[to];
      if (next >= known - SAME * next) {
        if (next - known <= SAME * next) {
          ways[to] += count;
          via[to] = -1;
        }
        continue;
      }
      distance[to] = next;
      ways[to] = count;
      via[to] = at;
      if (hole < 0) hole = size++;
      // it rises from where it stands
      while (hole > 0) {
        const parent = (hole - 1) >> 2, above = heap[parent];
        if (distance[above] <= next) break;
        heap[hole] = above;
        place[above] = hole;
        hole = parent;
      }
      heap[hole] = to;
      place[to] = hole;
    }
  }
  return reached;
}

/** Where so many pairs of parties are tied, a heap costs more than it saves. */
const DENSE = 1 / 8;

/** Dijkstra's search without a heap, for a network in which most are tied to most: the nearest of those left is looked for each time. Returns how many parties were reached. */
function searchDense({ rows, columns }: Network, lengths: Float64Array, source: number, { distance, ways, order, heap: left, via }: Scratch): number {
  const n = rows.length - 1;
  distance.fill(Number.POSITIVE_INFINITY);
  ways.fill(0);
  distance[source] = 0;
  ways[source] = 1;
  for (let i = 0; i < n; i++) left[i] = i;
  for (let reached = 0, open = n; ; reached++) {
    let place = -1, here = Number.POSITIVE_INFINITY;
    for (let i = 0; i < open; i++) {
      const d = distance[left[i]];
      if (d < here) {
        here = d;
        place = i;
      }
    }
    if (place < 0) return reached;
    const at = left[place], count = ways[at];
    left[place] = left[--open];
    order[reached] = at;
    for (let k = rows[at], end = rows[at + 1]; k < end; k++) {
      const to = columns[k], next = here + lengths[k], known = distance[to];
      // what is settled already is no farther than here
      if (known <= here) continue;
      if (next < known - SAME * next) {
        distance[to] = next;
        ways[to] = count;
        via[to] = at;
      } else if (next - known <= SAME * next) {
        ways[to] += count;
        via[to] = -1;
      }
    }
  }
}

/**
 * Betweenness from some of the sources, each pair counted from both ends: sum over all sources and halve for the whole.
 * `weighted` takes ways as long as the sum of one over the weights; otherwise every tie is one step.
 */
export function betweennessFrom(network: Network, sources: Iterable<number>, weighted: boolean): Float64Array {
  const { rows, columns, weights } = network, n = rows.length - 1;
  const scratch = scratchFor(n), { distance, ways, dependency, order, via } = scratch, totals = new Float64Array(n);
  const dense = columns.length > DENSE * n * n, lengths = weighted ? Float64Array.from(weights, (weight) => 1 / weight) : new Float64Array(0);
  for (const source of sources) {
    dependency.fill(0);
    if (!weighted) {
      gather(network, levels(network, source, scratch), scratch);
      for (let i = 0; i < n; i++) if (i !== source) totals[i] += dependency[i];
      continue;
    }
    const reached = dense ? searchDense(network, lengths, source, scratch) : searchWeighted(network, lengths, source, scratch);
    for (let i = reached - 1; i > 0; i--) {
      const at = order[i], share = (1 + dependency[at]) / ways[at], here = distance[at];
      totals[at] += dependency[at];
      if (via[at] >= 0) {
        dependency[via[at]] += ways[via[at]] * share;
        continue;
      }
      for (let k = rows[at], end = rows[at + 1]; k < end; k++) {
        const from = columns[k], gap = distance[from] + lengths[k] - here;
        if (gap <= SAME * here && gap >= -SAME * here && distance[from] < here) dependency[from] += ways[from] * share;
      }
    }
  }
  return totals;
}

/** Betweenness of every party in the graph, by its number; pairs are counted once. */
export function betweenness(network: Network, weighted: boolean): Float64Array {
  const n = network.parties.length;
  return betweennessFrom(network, Array.from({ length: n }, (_, i) => i), weighted).map((total) => total / 2);
}

/** Who deals with whom, as a graph in typed arrays: parties by number, each tie both ways. */
import type { PartyCode } from '../story/facts.ts';

/** An undirected weighted graph without loops, its neighbours in compressed rows, each row in order. */
export interface Network {
  parties: readonly PartyCode[];
  /** Where a party's row begins; one more than there are parties. */
  rows: Int32Array;
  /** The neighbour at each place. */
  columns: Int32Array;
  /** The tie's weight at each place, above zero. */
  weights: Float64Array;
}

export interface Tie {
  a: PartyCode;
  b: PartyCode;
  weight: number;
}

/** Places by key (0 to `most`), those of one key as they stand: a counting sort. */
function byKey(places: Uint32Array, keys: Uint32Array, most: number): Uint32Array {
  const next = new Uint32Array(most + 2), sorted = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) next[keys[places[i]] + 1]++;
  for (let key = 0; key <= most; key++) next[key + 1] += next[key];
  for (let i = 0; i < places.length; i++) sorted[next[keys[places[i]]]++] = places[i];
  return sorted;
}

/** Makes the graph: ties of the same two parties add up, loops and weights that are not above zero are left out. Parties in order of code. */
export function networkOf(ties: Iterable<Tie>): Network {
  const all = [...ties], codes = [...new Set(all.flatMap(({ a, b }) => [a, b]))].sort((a, b) => (a < b ? -1 : 1)), number = new Map(codes.map((party, i) => [party, i]));
  return networkFrom(codes, Uint32Array.from(all, ({ a }) => number.get(a) as number), Uint32Array.from(all, ({ b }) => number.get(b) as number), Float64Array.from(all, ({ weight }) => weight));
}

/** The same from columns: places of both parties among `codes`, which stand in order, and the weight of each tie. */
export function networkFrom(codes: readonly PartyCode[], a: Uint32Array, b: Uint32Array, weight: Float64Array): Network {
  const number = new Int32Array(codes.length).fill(-1), kept = new Uint32Array(a.length);
  let ties = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i] || !(weight[i] > 0)) continue;
    kept[ties++] = i;
    number[a[i]] = number[b[i]] = 0;
  }
  const parties = codes.filter((_, i) => number[i] === 0), ends = 2 * ties, from = new Uint32Array(ends), to = new Uint32Array(ends), all = new Uint32Array(ends);
  for (let i = 0, next = 0; i < number.length; i++) if (number[i] === 0) number[i] = next++;
  for (let i = 0; i < ties; i++) {
    from[2 * i] = to[2 * i + 1] = number[a[kept[i]]];
    from[2 * i + 1] = to[2 * i] = number[b[kept[i]]];
  }
  for (let end = 0; end < ends; end++) all[end] = end;
  const order = byKey(byKey(all, to, parties.length), from, parties.length);
  const rows = new Int32Array(parties.length + 1), columns = new Int32Array(ends), weights = new Float64Array(ends);
  let at = -1, row = -1, column = -1;
  for (let i = 0; i < order.length; i++) {
    const end = order[i];
    if (from[end] !== row || to[end] !== column) {
      while (row < from[end]) rows[++row] = at + 1;
      columns[++at] = column = to[end];
    }
    weights[at] += weight[kept[end >> 1]];
  }
  rows[parties.length] = at + 1;
  return { parties, rows, columns: columns.slice(0, at + 1), weights: weights.slice(0, at + 1) };
}

/** A party's number in the graph; -1 where it has no tie. */
export const numberOf = ({ parties }: Network, party: PartyCode): number => parties.indexOf(party);

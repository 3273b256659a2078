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

/** Makes the graph: ties of the same two parties add up, loops and weights that are not above zero are left out. Parties in order of code. */
export function networkOf(ties: Iterable<Tie>): Network {
  const sums = new Map<PartyCode, Map<PartyCode, number>>();
  const add = (from: PartyCode, to: PartyCode, weight: number): void => {
    const row = sums.get(from) ?? new Map<PartyCode, number>();
    sums.set(from, row.set(to, (row.get(to) ?? 0) + weight));
  };
  for (const { a, b, weight } of ties) {
    if (a === b || !(weight > 0)) continue;
    add(a, b, weight);
    add(b, a, weight);
  }
  const parties = [...sums.keys()].sort((a, b) => (a < b ? -1 : 1)), number = new Map(parties.map((party, i) => [party, i]));
  const rows = new Int32Array(parties.length + 1);
  parties.forEach((party, i) => (rows[i + 1] = rows[i] + (sums.get(party) as Map<PartyCode, number>).size));
  const columns = new Int32Array(rows[parties.length]), weights = new Float64Array(columns.length);
  parties.forEach((party, i) => {
    [...(sums.get(party) as Map<PartyCode, number>)].map(([other, weight]) => ({ other: number.get(other) as number, weight }))
      .sort((a, b) => a.other - b.other).forEach(({ other, weight }, k) => {
        columns[rows[i] + k] = other;
        weights[rows[i] + k] = weight;
      });
  });
  return { parties, rows, columns, weights };
}

/** A party's number in the graph; -1 where it has no tie. */
export const numberOf = ({ parties }: Network, party: PartyCode): number => parties.indexOf(party);

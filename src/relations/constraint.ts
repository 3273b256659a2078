/** Structural holes: how far a party's partners hold it (Burt 1992, Structural Holes; Burt 2004 for the formulas used here). */
import type { Network } from './network.ts';

/** What one partner takes of a party's room. */
export interface Hold {
  partner: number;
  /** The share of the party's dealings that are with this partner, 0 to 1. */
  share: number;
  /** This partner's part of the constraint: (share + what goes to it through others) squared. */
  constraint: number;
}

export interface Room {
  /** Sum over partners; 1 or more is one partner's hold alone. */
  constraint: number;
  /** Partners that do not already deal with each other, so to speak. */
  effectiveSize: number;
  /** Effective size over the number of partners, 0 to 1. */
  efficiency: number;
  holds: Hold[];
}

/** A tie's place in a row, or -1; rows are in order. */
function placeOf({ rows, columns }: Network, from: number, to: number): number {
  let low = rows[from], high = rows[from + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1, at = columns[middle];
    if (at === to) return middle;
    if (at < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Sums and largest weights of all rows; the same for every party, so that they are made once. */
export interface Strengths {
  total: Float64Array;
  largest: Float64Array;
}

export function strengthsOf({ rows, weights }: Network): Strengths {
  const n = rows.length - 1, total = new Float64Array(n), largest = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = rows[i]; k < rows[i + 1]; k++) {
      total[i] += weights[k];
      if (weights[k] > largest[i]) largest[i] = weights[k];
    }
  }
  return { total, largest };
}

/** One party's room, by its number. Takes time by its partners times the smaller of two rows. */
export function roomOf(network: Network, party: number, { total, largest }: Strengths = strengthsOf(network)): Room {
  const { rows, columns, weights } = network, holds: Hold[] = [];
  let constraint = 0, redundancy = 0;
  const start = rows[party], end = rows[party + 1];
  for (let k = start; k < end; k++) {
    const partner = columns[k], share = weights[k] / total[party];
    let through = 0, double = 0;
    for (let q = start; q < end; q++) {
      const other = columns[q];
      if (other === partner) continue;
      const place = placeOf(network, other, partner);
      if (place < 0) continue;
      const part = weights[q] / total[party];
      through += part * (weights[place] / total[other]);
      double += part * (weights[place] / largest[partner]);
    }
    const own = (share + through) ** 2;
    holds.push({ partner, share, constraint: own });
    constraint += own;
    redundancy += double;
  }
  const effectiveSize = holds.length - redundancy;
  return { constraint, effectiveSize, efficiency: holds.length ? effectiveSize / holds.length : 0, holds };
}

/** Every party's constraint, by its number; rows are walked together, so that a dense graph of thousands takes a fraction of a second. */
export function constraints(network: Network): Float64Array {
  const { rows, columns, weights } = network, n = rows.length - 1, { total } = strengthsOf(network);
  const constraint = new Float64Array(n), through = new Float64Array(n), mark = new Int32Array(n).fill(-1);
  for (let party = 0; party < n; party++) {
    const start = rows[party], end = rows[party + 1];
    for (let k = start; k < end; k++) {
      mark[columns[k]] = party;
      through[columns[k]] = weights[k] / total[party];
    }
    for (let q = start; q < end; q++) {
      const other = columns[q], part = weights[q] / total[party] / total[other];
      for (let k = rows[other]; k < rows[other + 1]; k++) {
        const partner = columns[k];
        if (mark[partner] === party) through[partner] += part * weights[k];
      }
    }
    let sum = 0;
    for (let k = start; k < end; k++) sum += through[columns[k]] ** 2;
    constraint[party] = sum;
  }
  return constraint;
}

/**
 * Flow: how much of what passes between two parties passes through each other one, where it spreads over all ways by
 * their weights, as current does (Newman 2005, Social Networks 27; Brandes and Fleischer 2005).
 */
import type { Network } from './network.ts';

const PRECISION = 1e-13;

/**
 * The share of a unit of flow from `source` to `target` that passes through each party (0 to 1; 1 at both ends), by
 * number. `direct` leaves the tie between the two in; without it, only what goes through others is looked at. Where no
 * way joins them, all are 0.
 */
export function flowBetween(network: Network, source: number, target: number, direct = false): Float64Array {
  const { rows, columns } = network, n = rows.length - 1, through = new Float64Array(n);
  const weights = direct ? network.weights : withoutTie(network, source, target);
  const joined = component({ rows, columns, weights }, source);
  if (source === target || !joined[target]) return through;
  const potential = potentials({ rows, columns, weights }, joined, source, target);
  for (let i = 0; i < n; i++) {
    if (!joined[i]) continue;
    let sum = 0;
    for (let k = rows[i]; k < rows[i + 1]; k++) sum += weights[k] * Math.abs(potential[i] - potential[columns[k]]);
    through[i] = sum / 2;
  }
  // the unit that enters or leaves at an end counts there once, not half
  through[source] = through[target] = 1;
  return through;
}

function withoutTie({ rows, columns, weights }: Network, a: number, b: number): Float64Array {
  const left = Float64Array.from(weights);
  for (const [from, to] of [[a, b], [b, a]] as const) for (let k = rows[from]; k < rows[from + 1]; k++) if (columns[k] === to) left[k] = 0;
  return left;
}

type Ways = Pick<Network, 'rows' | 'columns' | 'weights'>;

function component({ rows, columns, weights }: Ways, from: number): Uint8Array {
  const seen = new Uint8Array(rows.length - 1), queue = [from];
  seen[from] = 1;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (let k = rows[at]; k < rows[at + 1]; k++) {
      if (weights[k] > 0 && !seen[columns[k]]) {
        seen[columns[k]] = 1;
        queue.push(columns[k]);
      }
    }
  }
  return seen;
}

/** Solves for the potentials of a unit current from source to target, the target at zero: conjugate gradients, each row scaled by its diagonal. */
function potentials({ rows, columns, weights }: Ways, joined: Uint8Array, source: number, target: number): Float64Array {
  const n = rows.length - 1, degree = new Float64Array(n), x = new Float64Array(n), r = new Float64Array(n), p = new Float64Array(n), q = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let k = rows[i]; k < rows[i + 1]; k++) degree[i] += weights[k];
  const live = (i: number): boolean => joined[i] === 1 && i !== target;
  r[source] = 1;
  let rz = 1 / degree[source];
  p[source] = rz;
  for (let step = 0; step < 20 * n; step++) {
    let pq = 0;
    for (let i = 0; i < n; i++) {
      if (!live(i)) continue;
      let sum = degree[i] * p[i];
      for (let k = rows[i]; k < rows[i + 1]; k++) if (columns[k] !== target) sum -= weights[k] * p[columns[k]];
      q[i] = sum;
      pq += sum * p[i];
    }
    const a = rz / pq;
    let next = 0, left = 0;
    for (let i = 0; i < n; i++) {
      if (!live(i)) continue;
      x[i] += a * p[i];
      r[i] -= a * q[i];
      next += (r[i] * r[i]) / degree[i];
      left = Math.max(left, Math.abs(r[i]));
    }
    if (left < PRECISION) break;
    const b = next / rz;
    rz = next;
    for (let i = 0; i < n; i++) if (live(i)) p[i] = r[i] / degree[i] + b * p[i];
  }
  return x;
}

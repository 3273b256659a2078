/** Offline change-points: the segmentation of a series with the least penalised cost. */

/** What segments of a series cost: twice the negative log-likelihood of the best fit, up to a constant. */
export interface SegmentCost {
  /** Of one segment, first included, end left out. */
  (first: number, end: number): number;
  /** Of as many segments as are asked for, which begin at `starts` and end together, into `costs`. */
  each?(starts: Int32Array, many: number, end: number, costs: Float64Array): void;
}

/**
 * Finds the exact optimum by PELT (Killick, Fearnhead and Eckley 2012, J. American Statistical Association 107), whose
 * pruning costs nothing in exactness where splitting a segment never costs more, as with every cost below.
 * `length` is of the series, `penalty` is paid for each change, `least` is the shortest segment.
 * Returns the first index of each segment but the first, in order.
 */
export function pelt(length: number, cost: SegmentCost, penalty: number, least = 1): number[] {
  if (length < 2 * least) return [];
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY), before = new Int32Array(length + 1);
  best[0] = -penalty;
  /** Starts of the last segment that can still be best, from which end on each of them is out, and what each costs at this end. */
  const starts = new Int32Array(length + 1), out = new Int32Array(length + 1), costs = new Float64Array(length + 1);
  const each = cost.each ?? ((from: Int32Array, many: number, end: number, into: Float64Array): void => {
    for (let i = 0; i < many; i++) into[i] = cost(from[i], end);
  });
  let candidates = 0, soonest = length + 1;
  for (let end = least; end <= length; end++) {
    const fresh = end - least;
    if (fresh === 0 || fresh >= least) {
      starts[candidates] = fresh;
      out[candidates++] = length + 1;
    }
    if (soonest <= end) {
      let kept = 0;
      soonest = length + 1;
      for (let i = 0; i < candidates; i++) {
        if (out[i] <= end) continue;
        soonest = Math.min(soonest, out[i]);
        starts[kept] = starts[i];
        out[kept++] = out[i];
      }
      candidates = kept;
    }
    each(starts, candidates, end, costs);
    let lowest = Number.POSITIVE_INFINITY, highest = Number.NEGATIVE_INFINITY, from = 0;
    for (let i = 0; i < candidates; i++) {
      const value = (costs[i] += best[starts[i]]);
      if (value > highest) highest = value;
      if (value < lowest) {
        lowest = value;
        from = starts[i];
      }
    }
    best[end] = lowest + penalty;
    before[end] = from;
    // What is worse already, without paying for its next change, stays worse; it may be dropped once `end` can start a segment.
    if (highest <= best[end]) continue;
    for (let i = 0; i < candidates; i++) {
      if (costs[i] > best[end] && out[i] > end + least) {
        out[i] = end + least;
        soonest = Math.min(soonest, end + least);
      }
    }
  }
  const changes: number[] = [];
  for (let at = before[length]; at > 0; at = before[at]) changes.push(at);
  return changes.reverse();
}

/** Sums of a series up to each index, so that a stretch's sum is a difference. */
function running(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}

/** Reals about a mean that changes: `weights` say how many draws each value is the mean of, `variance` is one draw's. */
export function normalCost(values: ArrayLike<number>, weights: ArrayLike<number>, variance: number): SegmentCost {
  const mass = running(weights), first = running(Float64Array.from(weights, (w, i) => w * values[i])), second = running(Float64Array.from(weights, (w, i) => w * values[i] ** 2));
  const cost = (from: number, end: number): number => {
    const m = mass[end] - mass[from];
    if (m <= 0) return 0;
    const sum = first[end] - first[from];
    return Math.max(0, second[end] - second[from] - sum ** 2 / m) / variance;
  };
  return Object.assign(cost, {
    each(starts: Int32Array, many: number, end: number, costs: Float64Array): void {
      const allMass = mass[end], allFirst = first[end], allSecond = second[end];
      for (let i = 0; i < many; i++) {
        const from = starts[i], m = allMass - mass[from], sum = allFirst - first[from], value = allSecond - second[from] - (sum * sum) / m;
        costs[i] = m > 0 && value > 0 ? value / variance : 0;
      }
    },
  });
}

/** Logarithms of whole numbers, which counts are; as many as were needed so far. */
let logs = Float64Array.from({ length: 1 << 14 }, (_, n) => Math.log(n));
const MOST_LOGS = 1 << 20;

function logsUpTo(n: number): Float64Array {
  if (n >= logs.length && n < MOST_LOGS) {
    const known = logs;
    logs = new Float64Array(Math.min(MOST_LOGS, 2 * n + 1));
    logs.set(known);
    for (let i = known.length; i < logs.length; i++) logs[i] = Math.log(i);
  }
  return logs;
}

/** Counts at a rate that changes (Poisson); `dispersion` is their variance over what Poisson's would be. */
export function countCost(counts: ArrayLike<number>, dispersion: number): SegmentCost {
  const sums = running(counts), most = Math.max(sums[counts.length], counts.length), known = logsUpTo(most), scale = -2 / dispersion;
  const cost = (from: number, end: number): number => {
    const sum = sums[end] - sums[from];
    return sum <= 0 ? 0 : (-2 * sum * (Math.log(sum) - Math.log(end - from) - 1)) / dispersion;
  };
  if (most < known.length && sums.every(Number.isInteger)) {
    const whole = Int32Array.from(sums);
    return Object.assign(cost, {
      each(starts: Int32Array, many: number, end: number, costs: Float64Array): void {
        const all = whole[end];
        for (let i = 0; i < many; i++) {
          const from = starts[i], sum = all - whole[from];
          costs[i] = sum > 0 ? scale * sum * (known[sum] - known[end - from] - 1) : 0;
        }
      },
    });
  }
  return Object.assign(cost, {
    each(starts: Int32Array, many: number, end: number, costs: Float64Array): void {
      const all = sums[end];
      for (let i = 0; i < many; i++) {
        const from = starts[i], sum = all - sums[from];
        costs[i] = sum <= 0 ? 0 : scale * sum * (Math.log(sum) - Math.log(end - from) - 1);
      }
    },
  });
}

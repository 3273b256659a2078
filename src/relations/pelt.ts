/** Offline change-points: the segmentation of a series with the least penalised cost. */

/** The cost of one segment, first included, end left out: twice the negative log-likelihood of its best fit, up to a constant. */
export type SegmentCost = (first: number, end: number) => number;

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
  /** Starts of the last segment that can still be best, and from which end on each of them is out. */
  let candidates: { start: number; out: number }[] = [];
  for (let end = least; end <= length; end++) {
    const fresh = end - least;
    if (fresh === 0 || fresh >= least) candidates.push({ start: fresh, out: Number.POSITIVE_INFINITY });
    candidates = candidates.filter(({ out }) => out > end);
    const costs = candidates.map(({ start }) => best[start] + cost(start, end));
    costs.forEach((value, i) => {
      if (value + penalty < best[end]) {
        best[end] = value + penalty;
        before[end] = (candidates[i] as { start: number }).start;
      }
    });
    // What is worse already, without paying for its next change, stays worse; it may be dropped once `end` can start a segment.
    candidates.forEach((candidate, i) => {
      if ((costs[i] as number) > best[end]) candidate.out = Math.min(candidate.out, end + least);
    });
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
  return (from, end) => {
    const m = mass[end] - mass[from];
    if (m <= 0) return 0;
    const sum = first[end] - first[from];
    return Math.max(0, second[end] - second[from] - sum ** 2 / m) / variance;
  };
}

/** Counts at a rate that changes (Poisson); `dispersion` is their variance over what Poisson's would be. */
export function countCost(counts: ArrayLike<number>, dispersion: number): SegmentCost {
  const sums = running(counts);
  return (from, end) => {
    const sum = sums[end] - sums[from];
    return sum <= 0 ? 0 : (-2 * sum * (Math.log(sum / (end - from)) - 1)) / dispersion;
  };
}

/** Which acts of two stories are one act, as log-odds by the fitted scorer. Two stories are all it looks at. */
import { dayNumber } from './act.ts';
import type { Act } from './act.ts';
import { REACH, contradiction, likeness, mayBeOne, rowOf, settingOf } from './pair.ts';
import type { Weights } from './pair.ts';
import type { Scorer } from './scorer.ts';

/** Two acts by their keys, the lesser first, and the log-odds that they are one. */
export interface Link {
  a: string;
  b: string;
  score: number;
}

/** A neighbouring type costs so many log-odds: tellers mostly agree on the type. */
const NEIGHBOUR = 2;
/** Fainter links are dropped: no clustering would follow them. */
const FAINT = -3;

/** Pairs of one type, or of neighbouring types, that nothing contradicts and that stand within reach in time. */
function pairsOf(a: readonly Act[], b: readonly Act[]): [number, number][] {
  const pairs: [number, number][] = [];
  a.forEach((x, i) => b.forEach((y, j) => {
    if (!mayBeOne(x.type, y.type)) return;
    if (!(x.days && y.days) && Math.abs(dayNumber(x.published) - dayNumber(y.published)) > REACH) return;
    if (contradiction(x, y) === undefined && [...x.parties].some((party) => y.parties.has(party))) pairs.push([i, j]);
  }));
  return pairs;
}

/** Rows of the pairs of two stories' acts that may be one: [index in a, index in b, row]. */
export function rowsBetween(a: readonly Act[], b: readonly Act[], weights: Weights): [number, number, Float32Array][] {
  const pairs = pairsOf(a, b), setting = settingOf(a, b), alike = pairs.map(([i, j]) => likeness(a[i] as Act, b[j] as Act, weights, setting));
  return pairs.map(([i, j], k) => {
    let rivals = 0, best = 0;
    pairs.forEach(([x, y], other) => {
      // Only acts of the pair's own type are rivals for it.
      if (other === k || (x !== i && y !== j) || (x === i ? (b[y] as Act).type : (a[x] as Act).type) !== (a[i] as Act).type) return;
      rivals++;
      best = Math.max(best, alike[other] as number);
    });
    return [i, j, rowOf(a[i] as Act, b[j] as Act, weights, setting, { rivals, lead: (alike[k] as number) - best })];
  });
}

/** Links between the acts of two stories. */
export function linksBetween(a: readonly Act[], b: readonly Act[], scorer: Scorer): Link[] {
  return rowsBetween(a, b, scorer.concepts).flatMap(([i, j, row]) => {
    const x = a[i] as Act, y = b[j] as Act, score = scorer.logOdds(row) - (x.type === y.type ? 0 : NEIGHBOUR);
    if (score < FAINT) return [];
    return [x.key < y.key ? { a: x.key, b: y.key, score } : { a: y.key, b: x.key, score }];
  });
}

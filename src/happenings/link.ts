/** Which acts of two stories are one act, as log-odds by the fitted scorer. Two stories are all it looks at. */
import type { Act } from './act.ts';
import { comparable, contradiction, likeness, rowOf, sameWords, settingOf } from './pair.ts';
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
/**
 * The same words in one language speak for one act beyond what the fitted scorer knows, which has seen no two stories of
 * one language on one act: from a share of 0.4 on, up to 3 log-odds.
 */
const WORDS = 5, FROM = 0.4;
/** Fainter links are dropped: no clustering would follow them. */
const FAINT = -3;

/** Pairs of one type, or of neighbouring types, that nothing contradicts and that stand within reach in time. */
function pairsOf(a: readonly Act[], b: readonly Act[]): [number, number][] {
  const pairs: [number, number][] = [];
  a.forEach((x, i) => b.forEach((y, j) => {
    if (comparable(x, y) && contradiction(x, y) === undefined) pairs.push([i, j]);
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

/** Links between the acts of two stories, whichever is named first. */
export function linksBetween(one: readonly Act[], other: readonly Act[], scorer: Scorer): Link[] {
  const [a, b] = (one[0]?.story ?? '') <= (other[0]?.story ?? '') ? [one, other] : [other, one];
  return rowsBetween(a, b, scorer.concepts).flatMap(([i, j, row]) => {
    const x = a[i] as Act, y = b[j] as Act;
    const score = scorer.logOdds(row) - (x.type === y.type ? 0 : NEIGHBOUR) + WORDS * Math.max(0, sameWords(x, y) - FROM);
    if (score < FAINT) return [];
    return [x.key < y.key ? { a: x.key, b: y.key, score } : { a: y.key, b: x.key, score }];
  });
}

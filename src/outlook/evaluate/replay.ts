/**
 * Replays a record and asks a forecaster about each fact of a period, both ways, before it is shown. A fact is ranked
 * among all entities less the other true answers of the same day (the time-aware filter of Han et al. 2021), ties
 * counting half. Nothing here knows any model.
 */
import { exp } from '../math.ts';
import type { Facts, Scope } from '../facts.ts';
import { days, firstOn, slice } from '../facts.ts';
import { questionsOf } from '../questions.ts';
import type { Forecaster } from './forecaster.ts';

/** `single`: each day is shown once it was asked about. `multi`: nothing of the period is shown before its end. */
export type Mode = 'single' | 'multi';

/** How one fact was forecast. */
export interface Outcome {
  source: number;
  relation: number;
  target: number;
  day: number;
  /** 1 for the best; between ranks where scores tie. */
  rank: number;
  /** Probability given to the answer. */
  probability: number;
  /** The highest probability given to any entity, and whether that was the answer. */
  top: number;
  hit: boolean;
  /** Sum of squared differences between the forecast and what came true, over all entities: 0 to 2. */
  brier: number;
}

/** Ranks one answer among the entities that are no other answer. */
function judge(scores: Float64Array, answers: readonly number[], answer: number, weights: Float64Array, sum: number, squares: number): Pick<Outcome, 'rank' | 'probability' | 'top' | 'hit' | 'brier'> {
  const score = scores[answer];
  let better = 0, equal = 0, best = -1, total = sum, square = squares;
  for (let c = 0; c < scores.length; c++) {
    if (scores[c] > score) better++;
    else if (scores[c] === score) equal++;
  }
  equal--;
  for (const other of answers) {
    if (other === answer) continue;
    if (scores[other] > score) better--;
    else if (scores[other] === score) equal--;
    total -= weights[other];
    square -= weights[other] * weights[other];
  }
  for (let c = 0; c < scores.length; c++) if (scores[c] > (best < 0 ? -Infinity : scores[best]) && (c === answer || !answers.includes(c))) best = c;
  const probability = Math.min(1, weights[answer] / total);
  return {
    rank: 1 + better + equal / 2, probability, top: Math.min(1, weights[best] / total), hit: best === answer && equal === 0,
    brier: Math.max(0, square / (total * total)) + 1 - 2 * probability,
  };
}

/**
 * Shows `record` to the forecasters from its beginning, and asks them about each fact on or after `from` and before `to`
 * (days). They must not have seen any of it yet. Gives each outcome to `tell` with the place of its forecaster, those of
 * inverse queries with the inverse relation.
 */
export function replay(forecasters: readonly Forecaster[], scope: Scope, record: Facts, period: { from: number; to: number }, mode: Mode, tell: (outcome: Outcome, forecaster: number) => void): void {
  const scores = new Float64Array(scope.entities), weights = new Float64Array(scope.entities);
  for (const today of days(slice(record, 0, firstOn(record, period.to)))) {
    const day = today.at;
    if (day >= period.from) {
      for (const { q: source, r: relation, answers } of questionsOf(today, scope.relations)) {
        forecasters.forEach((forecaster, place) => {
          scores.fill(-Infinity);
          forecaster.score({ source, relation, day }, scores);
          let most = -Infinity, sum = 0, squares = 0, earlier = NaN, weight = 0;
          for (let c = 0; c < scores.length; c++) if (scores[c] > most) most = scores[c];
          for (let c = 0; c < scores.length; c++) {
            // most entities score as little as their neighbour
            if (scores[c] !== earlier) {
              earlier = scores[c];
              weight = exp(earlier - most);
            }
            weights[c] = weight;
            sum += weight;
            squares += weight * weight;
          }
          for (const answer of answers) tell({ source, relation, target: answer, day, ...judge(scores, answers, answer, weights, sum, squares) }, place);
        });
      }
      if (mode === 'multi') continue;
    }
    for (const forecaster of forecasters) forecaster.observe(day, today);
  }
}

/** Rolling origin: forecasts made at one origin after another of a record's last part, and what came of them. */
import type { Facts, Scope } from '../facts.ts';
import { before } from '../facts.ts';
import { exp } from '../math.ts';
import type { Kinds } from '../memory/names.ts';
import { FINE, Reliability } from '../evaluate/metrics.ts';
import type { ReliabilityBin } from '../evaluate/metrics.ts';
import { WIDTH } from './features.ts';
import { fitLogistic, predict } from './logistic.ts';
import type { LogisticModel } from './logistic.ts';
import { origins, Sample, seenActs } from './sample.ts';
import type { Act } from './sample.ts';

export interface OccurrenceScores {
  forecasts: number;
  came: number;
  origins: number;
  brier: number;
  /** Of each act's own base rate. */
  baseBrier: number;
  /** One less the ratio of the two: above 0 where the model is better (Murphy 1988). */
  skill: number;
  /** The same for whether anything at all passes from one party to the other. */
  dyadSkill: number;
  logLoss: number;
  calibrationError: number;
  reliability: ReliabilityBin[];
}

const PENALTY = 1;
const WARM = 0.25;

/** Origins to learn from are about so many at most. */
const ORIGINS = 60;

/** Days to learn from: from a quarter of the record on, so far apart that windows overlap by half at most. */
export function learningDays(first: number, last: number, horizon: number): number[] {
  const step = Math.max(1, Math.ceil(horizon / 2), Math.floor((last - first) / ORIGINS)), from = first + Math.max(horizon, Math.floor(WARM * (last - first)));
  const days: number[] = [];
  for (let day = last - horizon; day >= from; day -= step) days.unshift(day);
  return days;
}

/** Models of acts that were seen before, and of acts new to a pair. */
export interface OccurrenceModel {
  seen: LogisticModel;
  fresh: LogisticModel;
}

/** Fits the model to all that had closed before `end` (a day). */
export function fitOccurrence(scope: Scope, kinds: Kinds, facts: Facts, horizon: number, end: number): OccurrenceModel {
  const known = before(facts, end), sample = new Sample(1);
  for (const origin of origins(scope, kinds, known, horizon, learningDays(known.day[0], end - 1, horizon))) sample.take(origin);
  return { seen: fitLogistic(sample.seen.all(), PENALTY), fresh: fitLogistic(sample.fresh.all(), PENALTY) };
}

/**
 * Forecasts every act seen before, at origins a horizon apart from `from` (a day) to the record's end, by the model
 * given, and judges the forecasts; `tell` is given each.
 */
export function backtest(scope: Scope, kinds: Kinds, facts: Facts, horizon: number, from: number, model: OccurrenceModel, tell?: (act: Act, origin: number, probability: number, came: boolean) => void): OccurrenceScores {
  const last = facts.day[facts.size - 1], first = facts.day[0], stops: number[] = learningDays(first, from - 1, horizon);
  const judged: number[] = [];
  for (let day = from - 1; day + horizon <= last; day += horizon) judged.push(day);
  const scores = new Reliability(FINE), base = new Reliability(), dyads = new Reliability(), dyadBase = new Reliability(), row = new Float32Array(WIDTH);
  let came = 0;
  for (const { day, memory, features, comes } of origins(scope, kinds, facts, horizon, [...new Set([...stops, ...judged])].sort((a, b) => a - b))) {
    if (day < from - 1) continue;
    let pair = -1, quiet = 1, baseQuiet = 1, any = false;
    const closePair = (): void => {
      if (pair < 0) return;
      dyads.add(1 - quiet, any);
      dyadBase.add(1 - baseQuiet, any);
    };
    for (const act of seenActs(memory)) {
      features.write(act.q, act.r, act.c, row);
      const probability = predict(model.seen, row), happened = comes(act);
      const rate = memory.tripleCounts.ever(memory.triple(act.q, act.r, act.c)) / (day + 1 - first), own = 1 - exp(-rate * horizon);
      scores.add(probability, happened);
      base.add(own, happened);
      if (happened) came++;
      tell?.(act, day, probability, happened);
      const its = memory.pair(act.q, act.c);
      if (its !== pair) {
        closePair();
        [pair, quiet, baseQuiet, any] = [its, 1, 1, false];
      }
      quiet *= 1 - probability;
      baseQuiet *= 1 - own;
      any ||= happened;
    }
    closePair();
  }
  return {
    forecasts: scores.count, came, origins: judged.length, brier: scores.brier, baseBrier: base.brier, skill: 1 - scores.brier / base.brier,
    dyadSkill: 1 - dyads.brier / dyadBase.brier, logLoss: scores.logLoss, calibrationError: scores.calibrationError, reliability: scores.table(),
  };
}

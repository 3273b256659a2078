/** Measures the outlook on a record split by time: models beside baselines, and whether acts occur at all. */
import { BaseRate, LastSeen, Recurrency } from './baselines.ts';
import { Ranking } from './evaluate/metrics.ts';
import type { RankingScores } from './evaluate/metrics.ts';
import { replay } from './evaluate/replay.ts';
import type { Mode } from './evaluate/replay.ts';
import type { Facts } from './facts.ts';
import { join } from './facts.ts';
import type { Kinds } from './memory/names.ts';
import { kindsOf } from './memory/names.ts';
import { backtest, fitOccurrence } from './occurrence/backtest.ts';
import type { OccurrenceScores } from './occurrence/backtest.ts';
import { fitRankers, FULL, LINEAR, Looker, Ranker } from './ranker/ranker.ts';
import type { Tkg } from './tkg.ts';

export interface RankingRow extends RankingScores {
  model: string;
  mode: Mode;
}

export interface Evaluation {
  /** Which part was forecast, its days, and how many facts it holds. */
  part: 'test' | 'valid';
  days: number;
  facts: number;
  rankings: RankingRow[];
  occurrence?: { horizon: number; days: number } & OccurrenceScores;
}

/** Days at the end of the record over which the occurrence model is judged, and its horizon. */
const TWO_MONTHS = 61, WEEK = 7;

/** Whether acts occur, by rolling origin over the last two months; undefined where the record is too short for that. */
function judgeOccurrence(tkg: Tkg, kinds: Kinds, record: Facts): Evaluation['occurrence'] {
  const last = record.day[record.size - 1], from = last + 1 - TWO_MONTHS;
  if (from - record.day[0] < TWO_MONTHS) return undefined;
  return { horizon: WEEK, days: TWO_MONTHS, ...backtest(tkg, kinds, record, WEEK, from, fitOccurrence(tkg, kinds, record, WEEK, from)) };
}

/**
 * Fits to train (and, for epoch and calibration, valid) and forecasts the test part, or the valid one where there is no
 * test. Everything before a forecast's day is known to it in single-step mode; in multi-step nothing of the part is.
 */
export function evaluate(tkg: Tkg, progress?: (text: string) => void): Evaluation {
  const { train, valid, test } = tkg, part = test ?? valid, kinds = kindsOf(tkg.entityNames);
  const record = test ? join(train, valid, test) : join(train, valid), period = { from: part.day[0], to: part.day[part.size - 1] + 1 };
  const [linear, full] = fitRankers(tkg, kinds, train, valid, [LINEAR, FULL], progress), looker = (): Looker => new Looker(tkg, kinds, full.rules);
  const rankings: RankingRow[] = [];
  const judge = (mode: Mode, forecasters: Record<string, Parameters<typeof replay>[0][number]>): void => {
    progress?.(`${mode === 'single' ? 'single-step' : 'multi-step'}: ${Object.keys(forecasters).join(', ')}`);
    const sums = Object.keys(forecasters).map((model) => ({ model, ranking: new Ranking() }));
    replay(Object.values(forecasters), tkg, record, period, mode, (outcome, place) => sums[place].ranking.add(outcome));
    for (const { model, ranking } of sums) rankings.push({ model, mode, ...ranking.scores() });
  };
  const shared = looker();
  judge('single', {
    'base rate': new BaseRate(tkg), 'last seen': new LastSeen(tkg), recurrency: Recurrency.fit(tkg, train, valid),
    linear: new Ranker(shared, linear), full: new Ranker(shared, full),
  });
  judge('multi', { recurrency: Recurrency.fit(tkg, train, valid), full: new Ranker(looker(), full) });
  progress?.('whether acts occur: rolling origin');
  const occurrence = judgeOccurrence(tkg, kinds, record);
  return { part: test ? 'test' : 'valid', days: period.to - period.from, facts: part.size, rankings, ...(occurrence && { occurrence }) };
}

/** The rows that the scorer of dates is fitted on: of each act that a candidate states, the dates that it may take. */
import type { Candidate } from '../candidates.ts';
import { dateChoices } from '../dating.ts';
import type { TrainOptions } from '../scorer/trees.ts';
import type { GoldFact } from './gold.ts';
import type { Item } from './items.ts';
import { bestThreshold } from './thresholds.ts';

export const DATE: TrainOptions = { trees: 120, depth: 5, rate: 0.08, minHessian: 2, lambda: 2, rows: 0.7, columns: 0.4 };

export interface DateData {
  rows: Float32Array[];
  labels: number[];
  weights: number[];
  folds: number[];
  /** Of each act its first row, and the one past its last. */
  acts: (readonly [number, number])[];
  /** Acts that have a date, by weight. */
  given: number;
}

const span = ({ from, to }: { from?: string; to?: string }): string => `${from ?? ''}/${to ?? ''}`;

/** Adds a story's acts, each a candidate with the fact that it states. */
export function addDates(data: DateData, { scene, fold, weight }: Item, right: readonly { c: Candidate; fact: GoldFact }[]): void {
  const inOrder = [...right].sort((a, b) => a.c.trigger.token - b.c.trigger.token);
  dateChoices(scene, inOrder.map(({ c }) => c)).forEach((choices, k) => {
    const known = span(inOrder[k]?.fact.event ?? {}), first = data.rows.length;
    for (const { date, row } of choices) {
      data.rows.push(row);
      data.labels.push(Number(span(date) === known));
      data.weights.push(weight);
      data.folds.push(fold);
    }
    data.acts.push([first, data.rows.length]);
    if (known !== '/') data.given += weight;
  });
}

/** The cut-off with the best F1 on the likeliest date of each act; `p` by row, from folds that the scorer was not fitted on. */
export const dateThreshold = ({ labels, weights, acts, given }: DateData, p: Float64Array): { threshold: number; f1: number } =>
  bestThreshold(acts.flatMap(([first, end]) => {
    let best = -1;
    for (let i = first; i < end; i++) if (best < 0 || (p[i] as number) > (p[best] as number)) best = i;
    return best < 0 ? [] : [{ p: p[best] as number, right: labels[best] === 1, weight: weights[best] as number }];
  }), given);

/** Cut-offs of the scorers, chosen on predictions for stories that the scorer had not seen. */
import type { Outcome } from '../scorer/calibration.ts';
import { Predictor } from '../scorer/predictor.ts';
import { trainBag } from '../scorer/trees.ts';
import type { TrainOptions } from '../scorer/trees.ts';

/** Probability of each row by a forest fitted on the rows of the other folds. */
export const outOfFold = (features: string[], rows: readonly Float32Array[], labels: readonly number[], weights: readonly number[], folds: readonly number[], options: TrainOptions, forests: number): Float64Array => {
  const out = new Float64Array(rows.length);
  for (const fold of new Set(folds)) {
    const rest = rows.map((_, i) => i).filter((i) => folds[i] !== fold);
    const forest = new Predictor(trainBag(features, rest.map((i) => rows[i] as Float32Array), rest.map((i) => labels[i] as number), rest.map((i) => weights[i] as number), options, forests));
    rows.forEach((row, i) => {
      if (folds[i] === fold) out[i] = forest.probability(row);
    });
  }
  return out;
};

/** What a cut-off is judged by. */
export type Scored = Outcome;

/**
 * The cut-off with the best F1, and that F1; `gold` is the weight of all that could be found.
 * F1 is smoothed over neighbouring cut-offs, so that no single fact decides.
 */
export const bestThreshold = (scored: readonly Scored[], gold: number): { threshold: number; f1: number } => {
  const cuts: number[] = [];
  for (let k = 10; k <= 30; k++) cuts.push(k / 50);
  const f1s = cuts.map((t) => {
    const found = scored.filter((s) => s.p >= t);
    const tp = found.reduce((n, s) => n + (s.right ? s.weight : 0), 0), all = found.reduce((n, s) => n + s.weight, 0);
    return (2 * tp) / (all + gold || 1);
  });
  const smooth = f1s.map((f, k) => (f + (f1s[k - 1] ?? f) + (f1s[k + 1] ?? f)) / 3);
  const k = smooth.indexOf(Math.max(...smooth));
  return { threshold: cuts[k] as number, f1: f1s[k] as number };
};

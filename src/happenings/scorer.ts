/**
 * How likely two acts are one: logistic regression over the features of a pair, its weights data (`weights.json`). Fitted
 * by `npm run fit:happenings`.
 */
import { readFileSync } from 'node:fs';
import { FEATURES } from './pair.ts';
import type { Weights } from './pair.ts';

export interface Scorer {
  /** What a concept is worth: rare ones more. */
  concepts: Weights;
  /** Log-odds that two acts with this row are one. */
  logOdds(row: Float32Array): number;
}

/** As stored. */
export interface Fitted {
  about: string;
  bias: number;
  /** By feature: mean and spread of its compressed value, and its weight per spread. */
  features: Record<string, [mean: number, spread: number, weight: number]>;
  concepts: Record<string, number>;
}

/** Large values count by their order of magnitude. */
export const compress = (x: number): number => Math.sign(x) * Math.log1p(Math.abs(x));

/** A scorer of stored weights. Throws Error where they are of other features than this program's. */
export function makeScorer({ bias, features, concepts }: Fitted): Scorer {
  const rows = FEATURES.map((name) => {
    const own = features[name];
    if (!own) throw new Error(`src/happenings/weights.json lacks the feature "${name}": run npm run fit:happenings`);
    return own;
  });
  return {
    concepts,
    logOdds: (row) => rows.reduce((sum, [mean, spread, weight], k) => sum + (weight * (compress(row[k] as number) - mean)) / spread, bias),
  };
}

let kept: Scorer | undefined;

/** The scorer that comes with the program. */
export const scorer = (): Scorer => (kept ??= makeScorer(JSON.parse(readFileSync(new URL('./weights.json', import.meta.url), 'utf8')) as Fitted));

/** What stands below the judges: priors of entries, the words around a trigger, and those between it and two parties. */
import { candidatesOf } from '../candidates.ts';
import type { Candidate, RoleScorer } from '../candidates.ts';
import { contextsOf } from '../context.ts';
import { FRAME_BITS, frameRow } from '../frames.ts';
import type { Argument } from '../scene.ts';
import { addPrior, frameScorer, wordScorer } from '../scorer/model.ts';
import { keep } from '../scorer/rows.ts';
import { Softmax } from '../scorer/softmax.ts';
import type { SparseRow } from '../scorer/softmax.ts';
import { Predictor } from '../scorer/predictor.ts';
import type { Forest } from '../scorer/trees.ts';
import type { Trigger } from '../triggers.ts';
import { WORD_BITS, WORD_CLASSES, wordRow } from '../words.ts';
import { confirms, goldLabel } from './gold.ts';
import { isExample } from './items.ts';
import type { Item } from './items.ts';

/** How many triggers of each entry had a fact of their label in their sentence. */
export const priorsOf = (items: readonly Item[]): Record<string, [number, number]> => {
  const priors: Record<string, [number, number]> = {};
  for (const { scene, facts, story } of items) {
    if (story.id.startsWith('example')) continue;
    for (const t of scene.triggers) {
      const name = goldLabel(t.entry.label);
      addPrior(priors, t.lang, t.entry, 1, facts.some((f) => f.label === name && f.sentences.has(t.sentence)) ? 1 : 0);
    }
  }
  return priors;
};

const WORDS = { bits: WORD_BITS, passes: 6, rate: 0.08, l2: 3e-4 };

/** Which words around a trigger go with a fact of its label. */
export const wordsOf = (items: readonly Item[]): Softmax => {
  const rows: SparseRow[] = [], labels: string[] = [], weights: number[] = [];
  for (const { scene, facts, story, weight } of items) {
    for (const t of scene.triggers) {
      const name = goldLabel(t.entry.label), right = facts.some((f) => f.label === name && f.sentences.has(t.sentence));
      if (!right && story.id.startsWith('example')) continue;
      rows.push(keep(wordRow(scene, t)));
      labels.push(right ? 'fact' : 'none');
      weights.push(weight);
    }
  }
  return Softmax.fit(WORD_CLASSES, rows, labels, weights, WORDS);
};

export const scorerOf = (source: Forest, target: Forest, words: Softmax, frames: Softmax | undefined, prior: (t: Trigger) => { share: number; seen: number }): RoleScorer => {
  const s = new Predictor(source), t = new Predictor(target);
  return { source: (rows) => s.rawAll(rows), target: (rows) => t.rawAll(rows), prior, words: wordScorer(words), frame: frames ? frameScorer(frames) : () => 0 };
};

export const candidatesIn = (item: Item, scorer: RoleScorer): Candidate[] => {
  const contexts = contextsOf(item.scene);
  return item.scene.triggers.flatMap((t) => candidatesOf(item.scene, t, contexts.get(t) as never, scorer, item.args.get(t.sentence) as Argument[]));
};

const FRAMES = { bits: FRAME_BITS, passes: 5, rate: 0.08, l2: 3e-4 };

/** Which words between a trigger and two parties go with a fact of theirs. */
export const framesOf = (items: readonly Item[], scorer: RoleScorer): Softmax => {
  const rows: SparseRow[] = [], labels: string[] = [], weights: number[] = [];
  for (const item of items) {
    for (const c of candidatesIn(item, scorer)) {
      const right = confirms(c, item.facts) !== undefined;
      if (!right && isExample(item) && goldLabel(c.label) !== item.facts[0]?.label) continue;
      rows.push(keep(frameRow(item.scene, c.trigger, c.source, c.target)));
      labels.push(right ? 'fact' : 'none');
      weights.push(item.weight);
    }
  }
  return Softmax.fit(WORD_CLASSES, rows, labels, weights, FRAMES);
};

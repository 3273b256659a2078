/** Fits the parser by exploration with the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013). */
import { applyTransition, bestTransition, ParseState, SHIFT } from '../parser.ts';
import type { TrainSentence } from './corpus.ts';
import { Perceptron } from './perceptron.ts';
import type { Random } from './random.ts';

/** How often training follows its own choice, wrong or right. */
const EXPLORE = 0.9;

/** Arcs lost by shifting, by a left arc and by a right arc; Infinity where not allowed. */
function costs(state: ParseState, gold: Int32Array): [number, number, number] {
  const { stack, sp, b, n, head } = state;
  let shift = Infinity;
  let left = Infinity;
  let right = Infinity;
  if (b <= n) {
    shift = 0;
    const goldHead = gold[b - 1];
    for (let k = 0; k < sp; k++) {
      const x = stack[k];
      if (x > 0 && gold[x - 1] === b && head[x] < 0) shift++;
      if (k < sp - 1 && x === goldHead) shift++;
    }
  }
  if (sp > 1) {
    const top = stack[sp - 1];
    const below = stack[sp - 2];
    const goldHead = gold[top - 1];
    let dependents = 0;
    for (let j = b; j <= n; j++) if (gold[j - 1] === top) dependents++;
    if (b <= n) left = dependents + (goldHead !== b && (goldHead === below || goldHead > b) ? 1 : 0);
    if (below !== 0 || b > n) right = dependents + (goldHead !== below && goldHead >= b ? 1 : 0);
  }
  return [shift, left, right];
}

export function fitParser(sentences: readonly TrainSentence[], labels: readonly string[], epochs: number, random: Random, log: (line: string) => void): Perceptron {
  const L = labels.length;
  const root = labels.indexOf('root');
  const model = new Perceptron(1 + 2 * L);
  const { features: f, sums: scores } = model;
  const state = new ParseState();
  const order = sentences.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    let updates = 0;
    for (const index of order) {
      const { buffer, head, rel } = sentences[index];
      state.start(buffer);
      while (!state.done()) {
        const n = state.features(f);
        scores.fill(0);
        model.add(n);
        const guess = bestTransition(state, scores, L, root);
        const [shift, left, right] = costs(state, head);
        const least = Math.min(shift, left, right);
        const top = state.stack[state.sp - 1];
        const below = state.sp > 1 ? state.stack[state.sp - 2] : -1;
        let best = -1;
        let score = -Infinity;
        const consider = (action: number): void => {
          if (scores[action] > score) {
            score = scores[action];
            best = action;
          }
        };
        if (shift === least) consider(SHIFT);
        if (left === least) {
          if (head[top - 1] === state.b) consider(1 + rel[top - 1]);
          else for (let l = 0; l < L; l++) if (l !== root) consider(1 + l);
        }
        if (right === least) {
          if (below === 0) consider(1 + L + root);
          else if (head[top - 1] === below) consider(1 + L + rel[top - 1]);
          else for (let l = 0; l < L; l++) if (l !== root) consider(1 + L + l);
        }
        if (best !== guess) {
          model.update(f, n, best, 1);
          model.update(f, n, guess, -1);
          updates++;
        }
        model.time++;
        applyTransition(state, epoch > 0 && random.next() < EXPLORE ? guess : best, L);
      }
    }
    log(`parser, pass ${epoch + 1}: ${updates} updates, ${model.rows} features`);
  }
  model.average();
  return model;
}

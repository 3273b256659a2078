/** Fits a network to examples by the softmax over each question's candidates; the checks choose the epoch. */
import { Random } from '../../language/train/random.ts';
import { exp, log } from '../math.ts';
import { Adam, Corrections } from './adam.ts';
import { CONTEXT, DEALINGS, FEATURES } from './layout.ts';
import { contextInput, copyWeights, EMBEDDING, emptyWeights, firstWeights, INPUTS, Network, ROWS } from './network.ts';
import type { Scale, Weights } from './network.ts';
import type { Example, RowStore } from './store.ts';

export interface FitOptions {
  /** Hidden units; 0 for a linear model. */
  units: number;
  /** Steps of the learning rate, one an epoch. */
  rates: readonly number[];
  seed: number;
  progress?: (text: string) => void;
}

const BATCH = 64;
/** Gradients smaller than this are passed over. */
const NEGLIGIBLE = 1e-4;

/** Scales features to deviation 1; those of all candidates to mean 0 as well, the others so that nothing stays nothing. */
export function scaleOf(store: RowStore): Scale {
  const sum = new Float64Array(FEATURES), squares = new Float64Array(FEATURES), rows = new Float32Array(ROWS * FEATURES), dealt = new Uint8Array(ROWS);
  let count = 0;
  store.examples.forEach((example, k) => {
    if (k % 7 !== 0) return;
    store.read(example, rows, dealt);
    for (let row = 0; row < example.rows; row++) {
      for (let f = 0; f < FEATURES; f++) {
        const value = rows[row * FEATURES + f];
        sum[f] += value;
        squares[f] += value * value;
      }
    }
    count += example.rows;
  });
  const mean = sum.map((s) => s / Math.max(1, count));
  const factor = squares.map((s, f) => {
    const variance = s / Math.max(1, count) - mean[f] ** 2;
    return variance > 1e-6 ? 1 / Math.sqrt(variance) : 0;
  });
  return { mean: mean.map((m, f) => (f < DEALINGS ? 0 : m)), factor };
}

/** Mean reciprocal rank over checks, answers outside the rows counting nothing. */
function check(network: Network, store: RowStore, scale: Scale): number {
  const rows = new Float32Array(ROWS * FEATURES), dealt = new Uint8Array(ROWS), scores = new Float64Array(ROWS);
  let sum = 0, count = 0;
  for (const example of store.examples) {
    store.read(example, rows, dealt);
    network.open(example.relation, example.context);
    for (let row = 0; row < example.rows; row++) {
      network.fill(row, rows, row * FEATURES, scale, dealt[row]);
      scores[row] = network.score(row, dealt[row]);
    }
    for (let answer = 0; answer < example.positive; answer++) {
      let better = 0;
      for (let row = example.positive; row < example.rows; row++) if (scores[row] > scores[answer]) better++;
      sum += 1 / (1 + better);
    }
    count += example.positive + example.missed;
  }
  return sum / Math.max(1, count);
}

/** Adds the gradients of examples up. */
class Step {
  readonly #network: Network;
  readonly #gradient: Weights;
  readonly #scale: Scale;
  readonly #features = new Float32Array(ROWS * FEATURES);
  readonly #dealt = new Uint8Array(ROWS);
  readonly #scores = new Float64Array(ROWS);
  readonly #slopes = new Float64Array(ROWS);
  readonly #line = new Float64Array(FEATURES);

  constructor(network: Network, gradient: Weights, scale: Scale) {
    this.#network = network;
    this.#gradient = gradient;
    this.#scale = scale;
  }

  /** Adds an example's gradient. Returns its loss. */
  run(store: RowStore, example: Example): number {
    const network = this.#network, scores = this.#scores;
    store.read(example, this.#features, this.#dealt);
    network.open(example.relation, example.context);
    let most = -Infinity;
    for (let row = 0; row < example.rows; row++) {
      network.fill(row, this.#features, row * FEATURES, this.#scale, this.#dealt[row]);
      scores[row] = network.score(row, this.#dealt[row]) + (row >= example.drawn ? example.logWeight : 0);
      if (scores[row] > most) most = scores[row];
    }
    const loss = this.#softmax(example, most);
    this.#back(example);
    return loss;
  }

  /** Each true answer against all that are false; the slopes of the loss by score. */
  #softmax({ positive, rows }: Example, most: number): number {
    const scores = this.#scores, slopes = this.#slopes, weight = Math.sqrt(positive) / positive;
    let others = 0, loss = 0, shares = 0;
    for (let row = positive; row < rows; row++) {
      slopes[row] = exp(scores[row] - most);
      others += slopes[row];
    }
    for (let row = 0; row < positive; row++) {
      const own = exp(scores[row] - most), probability = own / (others + own);
      loss -= log(probability + 1e-12) / positive;
      slopes[row] = -(1 - probability) * weight;
      shares += weight / (others + own);
    }
    for (let row = positive; row < rows; row++) slopes[row] *= shares;
    return loss;
  }

  #back({ relation, rows, context }: Example): void {
    const { kernel, weights, rows: x } = this.#network, gradient = this.#gradient, line = this.#line;
    line.fill(0);
    kernel?.baseGradient.fill(0);
    for (let row = 0; row < rows; row++) {
      const slope = this.#slopes[row];
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      const from = this.#dealt[row] ? 0 : DEALINGS, at = row * FEATURES;
      for (let f = from; f < FEATURES; f++) line[f] += slope * x[at + f];
      kernel?.backward(row, from, slope);
    }
    for (let f = 0; f < FEATURES; f++) {
      gradient.linear[f] += line[f];
      gradient.perRelation[relation * FEATURES + f] += line[f];
    }
    for (let j = 0; j < weights.bias.length; j++) {
      const base = kernel!.baseGradient[j];
      gradient.bias[j] += base;
      for (let k = 0; k < CONTEXT; k++) gradient.context[j * INPUTS + k] += base * contextInput(context[k]);
      for (let k = 0; k < EMBEDDING; k++) {
        gradient.context[j * INPUTS + CONTEXT + k] += base * weights.embedding[relation * EMBEDDING + k];
        gradient.embedding[relation * EMBEDDING + k] += base * weights.context[j * INPUTS + CONTEXT + k];
      }
    }
  }
}

/** Fits weights to `store`, keeping those of the epoch that ranks the answers of `checks` best. */
export function fitNetwork(relations2: number, store: RowStore, checks: RowStore, scale: Scale, options: FitOptions): Weights {
  const { units, rates, seed } = options;
  const network = new Network(firstWeights(relations2, units, seed)), { weights, kernel } = network, gradient = emptyWeights(relations2, units);
  if (kernel) {
    gradient.hidden = kernel.gradient;
    gradient.output = kernel.outputGradient;
  }
  const step = new Step(network, gradient, scale), random = new Random(seed), corrections = new Corrections();
  const whole = (['linear', 'hidden', 'bias', 'output', 'context'] as const)
    .map((name) => ({ length: weights[name].length, adam: new Adam(weights[name], gradient[name], 1, name === 'bias' ? 0 : 1e-5) }));
  const perRelation = new Adam(weights.perRelation, gradient.perRelation, 0.5, 1e-3), embedding = new Adam(weights.embedding, gradient.embedding, 1, 1e-4);
  const order = Array.from(store.examples.keys());
  let best = -1, kept = copyWeights(weights);
  rates.forEach((rate, epoch) => {
    random.shuffle(order);
    let loss = 0;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH).map((k) => store.examples[k]);
      for (const example of batch) loss += step.run(store, example);
      const correction = corrections.next(), share = 1 / batch.length;
      for (const { length, adam } of whole) adam.step(0, length, rate, share, correction);
      for (const relation of new Set(batch.map((example) => example.relation))) {
        perRelation.step(relation * FEATURES, (relation + 1) * FEATURES, rate, share, correction);
        embedding.step(relation * EMBEDDING, (relation + 1) * EMBEDDING, rate, share, correction);
      }
    }
    const mrr = check(network, checks, scale);
    options.progress?.(`${units ? `${units} units` : 'linear'}, epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}, MRR of the check ${(100 * mrr).toFixed(2)}`);
    if (mrr > best) {
      best = mrr;
      kept = copyWeights(weights);
    }
  });
  return kept;
}

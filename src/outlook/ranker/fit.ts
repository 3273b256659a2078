/** Fits a network to examples by the softmax over each question's candidates; the checks choose the epoch. */
import { Random } from '../../language/train/random.ts';
import { exp, log } from '../math.ts';
import { Adam, Corrections } from './adam.ts';
import { CONTEXT, DEALINGS, FEATURES } from './layout.ts';
import { contextInput, EMBEDDING, emptyWeights, firstWeights, INPUTS, Network, scaleRow } from './network.ts';
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
const LONGEST = 1024;

/** Scales features to deviation 1; those of all candidates to mean 0 as well, the others so that nothing stays nothing. */
export function scaleOf(store: RowStore): Scale {
  const sum = new Float64Array(FEATURES), squares = new Float64Array(FEATURES), rows = new Float32Array(LONGEST * FEATURES), dealt = new Uint8Array(LONGEST);
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
  const rows = new Float32Array(LONGEST * FEATURES), dealt = new Uint8Array(LONGEST), x = new Float64Array(FEATURES), scores = new Float64Array(LONGEST);
  let sum = 0, count = 0;
  for (const example of store.examples) {
    store.read(example, rows, dealt);
    network.open(example.relation, example.context);
    for (let row = 0; row < example.rows; row++) {
      scaleRow(rows, row * FEATURES, scale, dealt[row], x);
      scores[row] = network.score(x, dealt[row]);
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

/** Adds one example's gradient to `gradient`. Returns its loss. */
class Step {
  readonly #network: Network;
  readonly #gradient: Weights;
  readonly #scale: Scale;
  readonly #rows = new Float32Array(LONGEST * FEATURES);
  readonly #dealt = new Uint8Array(LONGEST);
  readonly #x = new Float64Array(LONGEST * FEATURES);
  readonly #activities: Float64Array;
  readonly #scores = new Float64Array(LONGEST);
  readonly #slopes = new Float64Array(LONGEST);
  readonly #line = new Float64Array(FEATURES);
  readonly #base: Float64Array;

  constructor(network: Network, gradient: Weights, scale: Scale) {
    this.#network = network;
    this.#gradient = gradient;
    this.#scale = scale;
    this.#activities = new Float64Array(LONGEST * network.units);
    this.#base = new Float64Array(network.units);
  }

  run(store: RowStore, example: Example): number {
    const network = this.#network, { units } = network, scores = this.#scores;
    store.read(example, this.#rows, this.#dealt);
    network.open(example.relation, example.context);
    let most = -Infinity;
    for (let row = 0; row < example.rows; row++) {
      const x = this.#x.subarray(row * FEATURES, (row + 1) * FEATURES);
      scaleRow(this.#rows, row * FEATURES, this.#scale, this.#dealt[row], x);
      scores[row] = network.score(x, this.#dealt[row]) + (row >= example.drawn ? example.logWeight : 0);
      this.#activities.set(network.activity, row * units);
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
    const { units, weights } = this.#network, gradient = this.#gradient, line = this.#line, base = this.#base;
    line.fill(0);
    base.fill(0);
    for (let row = 0; row < rows; row++) {
      const slope = this.#slopes[row];
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      const from = this.#dealt[row] ? 0 : DEALINGS, at = row * FEATURES, x = this.#x;
      for (let f = from; f < FEATURES; f++) line[f] += slope * x[at + f];
      for (let j = 0; j < units; j++) {
        const out = this.#activities[row * units + j];
        gradient.output[j] += slope * out;
        const through = slope * weights.output[j] * Network.slope(out), to = j * FEATURES, hidden = gradient.hidden;
        base[j] += through;
        for (let f = from; f < FEATURES; f++) hidden[to + f] += through * x[at + f];
      }
    }
    for (let f = 0; f < FEATURES; f++) {
      gradient.linear[f] += line[f];
      gradient.perRelation[relation * FEATURES + f] += line[f];
    }
    for (let j = 0; j < units; j++) {
      gradient.bias[j] += base[j];
      for (let k = 0; k < CONTEXT; k++) gradient.context[j * INPUTS + k] += base[j] * contextInput(context[k]);
      for (let k = 0; k < EMBEDDING; k++) {
        gradient.context[j * INPUTS + CONTEXT + k] += base[j] * weights.embedding[relation * EMBEDDING + k];
        gradient.embedding[relation * EMBEDDING + k] += base[j] * weights.context[j * INPUTS + CONTEXT + k];
      }
    }
  }
}

const copy = (weights: Weights): Weights => Object.fromEntries(Object.entries(weights).map(([name, part]: [string, Float64Array]) => [name, part.slice()])) as unknown as Weights;

/** Fits weights to `store`, keeping those of the epoch that ranks the answers of `checks` best. */
export function fitNetwork(relations2: number, store: RowStore, checks: RowStore, scale: Scale, options: FitOptions): Weights {
  const { units, rates, seed } = options;
  const weights = firstWeights(relations2, units, seed), gradient = emptyWeights(relations2, units), network = new Network(weights);
  const step = new Step(network, gradient, scale), random = new Random(seed), corrections = new Corrections();
  const whole = (['linear', 'hidden', 'bias', 'output', 'context'] as const)
    .map((name) => ({ length: weights[name].length, adam: new Adam(weights[name], gradient[name], 1, name === 'bias' ? 0 : 1e-5) }));
  const perRelation = new Adam(weights.perRelation, gradient.perRelation, 0.5, 1e-3), embedding = new Adam(weights.embedding, gradient.embedding, 1, 1e-4);
  const order = Array.from(store.examples.keys());
  let best = -1, kept = copy(weights);
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
      kept = copy(weights);
    }
  });
  return kept;
}

/**
 * The score of a candidate: a linear part, with weights of its own for each relation, and a hidden layer that also
 * sees how busy the question is. With no hidden units it is linear, and each feature's share of a score can be read off.
 */
import { Random } from '../../language/train/random.ts';
import { Kernel } from './kernel.ts';
import { CONTEXT, DEALINGS, FEATURES } from './layout.ts';

/** Numbers that stand for a relation in the hidden layer. */
export const EMBEDDING = 8;
export const INPUTS = CONTEXT + EMBEDDING;
/** Rows that a network takes at once. */
export const ROWS = 640;

export interface Scale {
  /** Taken off a feature, then what it is multiplied by. */
  mean: Float64Array;
  factor: Float64Array;
}

/** The parts of a network, each in one array; gradients have the same form. */
export interface Weights {
  linear: Float64Array;
  perRelation: Float64Array;
  /** Feature by feature, each with its weight for every unit. */
  hidden: Float32Array;
  output: Float32Array;
  bias: Float64Array;
  context: Float64Array;
  embedding: Float64Array;
}

/** Weights of nothing, for so many relations (with inverses) and hidden units. */
export const emptyWeights = (relations2: number, units: number): Weights => ({
  linear: new Float64Array(FEATURES), perRelation: new Float64Array(relations2 * FEATURES), hidden: new Float32Array(units * FEATURES),
  output: new Float32Array(units), bias: new Float64Array(units), context: new Float64Array(units * INPUTS), embedding: new Float64Array(relations2 * EMBEDDING),
});

/** Weights to begin from: the linear parts 0, the others small and drawn by `seed`. */
export function firstWeights(relations2: number, units: number, seed: number): Weights {
  const weights = emptyWeights(relations2, units), random = new Random(seed);
  // uniform with the deviation wanted
  const draw = (part: Float64Array | Float32Array, deviation: number): void => {
    for (let k = 0; k < part.length; k++) part[k] = (random.next() * 2 - 1) * deviation * Math.sqrt(3);
  };
  draw(weights.hidden, 1 / Math.sqrt(FEATURES));
  draw(weights.output, 0.3 / Math.sqrt(Math.max(1, units)));
  draw(weights.context, 0.2);
  draw(weights.embedding, 0.1);
  return weights;
}

/** The middle of a context's numbers, and the scale at which the hidden layer sees them. */
export const contextInput = (value: number): number => (value - 4) * 0.5;

/** Scores candidates of one question after another. */
export class Network {
  /** Its own; the hidden layer's stand in the kernel's memory. */
  readonly weights: Weights;
  readonly kernel: Kernel | undefined;
  /** The scaled features of up to ROWS candidates. */
  readonly rows: Float32Array;
  /** The linear weights of the open question's relation. */
  readonly line = new Float64Array(FEATURES);

  /** Begins from a copy of the weights given. */
  constructor(weights: Weights) {
    const units = weights.bias.length;
    this.weights = copyWeights(weights);
    if (units === 0) {
      this.rows = new Float32Array(ROWS * FEATURES);
      return;
    }
    const kernel = this.kernel = new Kernel(units, ROWS);
    kernel.weights.set(weights.hidden);
    kernel.output.set(weights.output);
    this.weights.hidden = kernel.weights;
    this.weights.output = kernel.output;
    this.rows = kernel.rows;
  }

  /** Makes ready for the candidates of a question. */
  open(relation: number, context: Float64Array): void {
    const { linear, perRelation, bias, context: wide, embedding } = this.weights;
    for (let f = 0; f < FEATURES; f++) this.line[f] = linear[f] + perRelation[relation * FEATURES + f];
    for (let j = 0; j < bias.length; j++) {
      let z = bias[j];
      for (let k = 0; k < CONTEXT; k++) z += wide[j * INPUTS + k] * contextInput(context[k]);
      for (let k = 0; k < EMBEDDING; k++) z += wide[j * INPUTS + CONTEXT + k] * embedding[relation * EMBEDDING + k];
      this.kernel!.base[j] = z;
    }
  }

  /** Puts a candidate's features, scaled, into a row; where `dealt` is 0 the first of them are nothing. */
  fill(row: number, features: Float32Array, at: number, { mean, factor }: Scale, dealt: number): void {
    const to = row * FEATURES, { rows } = this;
    for (let f = dealt ? 0 : DEALINGS; f < FEATURES; f++) rows[to + f] = (features[at + f] - mean[f]) * factor[f];
  }

  /** The score of a row. */
  score(row: number, dealt: number): number {
    const from = dealt ? 0 : DEALINGS, at = row * FEATURES, { line, rows } = this;
    let score = 0;
    for (let f = from; f < FEATURES; f++) score += line[f] * rows[at + f];
    return this.kernel ? score + this.kernel.forward(row, from) : score;
  }
}

/** The same weights in arrays of their own. */
export const copyWeights = (weights: Weights): Weights => ({
  linear: weights.linear.slice(), perRelation: weights.perRelation.slice(), hidden: weights.hidden.slice(), output: weights.output.slice(),
  bias: weights.bias.slice(), context: weights.context.slice(), embedding: weights.embedding.slice(),
});

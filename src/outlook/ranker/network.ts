/**
 * The score of a candidate: a linear part, with weights of its own for each relation, and a hidden layer that also
 * sees how busy the question is. With no hidden units it is linear, and each feature's share of a score can be read off.
 */
import { Random } from '../../language/train/random.ts';
import { CONTEXT, DEALINGS, FEATURES } from './layout.ts';

/** Numbers that stand for a relation in the hidden layer. */
export const EMBEDDING = 8;
export const INPUTS = CONTEXT + EMBEDDING;
const LEAK = 0.01;

export interface Scale {
  /** Taken off a feature, then what it is multiplied by. */
  mean: Float64Array;
  factor: Float64Array;
}

/** The parts of a network, each in one array; gradients have the same form. */
export interface Weights {
  linear: Float64Array;
  perRelation: Float64Array;
  hidden: Float64Array;
  bias: Float64Array;
  output: Float64Array;
  context: Float64Array;
  embedding: Float64Array;
}

/** Weights of nothing, for so many relations (with inverses) and hidden units. */
export const emptyWeights = (relations2: number, units: number): Weights => ({
  linear: new Float64Array(FEATURES), perRelation: new Float64Array(relations2 * FEATURES), hidden: new Float64Array(units * FEATURES),
  bias: new Float64Array(units), output: new Float64Array(units), context: new Float64Array(units * INPUTS), embedding: new Float64Array(relations2 * EMBEDDING),
});

/** Weights to begin from: the linear parts 0, the others small and drawn by `seed`. */
export function firstWeights(relations2: number, units: number, seed: number): Weights {
  const weights = emptyWeights(relations2, units), random = new Random(seed);
  // uniform with the deviation wanted
  const draw = (part: Float64Array, deviation: number): void => {
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
  readonly weights: Weights;
  readonly units: number;
  /** What hidden units get from the question alone, and the linear weights of its relation. */
  readonly #base: Float64Array;
  readonly #line = new Float64Array(FEATURES);
  /** What the hidden units gave for the last candidate. */
  readonly activity: Float64Array;

  constructor(weights: Weights) {
    this.weights = weights;
    this.units = weights.bias.length;
    this.#base = new Float64Array(this.units);
    this.activity = new Float64Array(this.units);
  }

  /** Makes ready for the candidates of a question. */
  open(relation: number, context: Float64Array): void {
    const { linear, perRelation, bias, context: wide, embedding } = this.weights;
    for (let f = 0; f < FEATURES; f++) this.#line[f] = linear[f] + perRelation[relation * FEATURES + f];
    for (let j = 0; j < this.units; j++) {
      let z = bias[j];
      for (let k = 0; k < CONTEXT; k++) z += wide[j * INPUTS + k] * contextInput(context[k]);
      for (let k = 0; k < EMBEDDING; k++) z += wide[j * INPUTS + CONTEXT + k] * embedding[relation * EMBEDDING + k];
      this.#base[j] = z;
    }
  }

  /** The weights that the linear part gives the features of the open question. */
  get line(): Float64Array {
    return this.#line;
  }

  /** The score of a row, scaled; where `dealt` is 0 its first features are nothing and passed over. */
  score(x: Float64Array, dealt: number): number {
    const from = dealt ? 0 : DEALINGS, { hidden, output } = this.weights, line = this.#line, activity = this.activity;
    let score = 0;
    for (let f = from; f < FEATURES; f++) score += line[f] * x[f];
    for (let j = 0; j < this.units; j++) {
      const at = j * FEATURES;
      let a = this.#base[j], b = 0, c = 0, d = 0;
      for (let f = from; f < FEATURES; f += 4) {
        a += hidden[at + f] * x[f];
        b += hidden[at + f + 1] * x[f + 1];
        c += hidden[at + f + 2] * x[f + 2];
        d += hidden[at + f + 3] * x[f + 3];
      }
      const z = a + b + (c + d), out = z > 0 ? z : LEAK * z;
      activity[j] = out;
      score += output[j] * out;
    }
    return score;
  }

  /** The slope of a hidden unit where it gave `out`. */
  static slope(out: number): number {
    return out > 0 ? 1 : LEAK;
  }
}

/** Scales a row in place into `x`. */
export function scaleRow(features: Float32Array, at: number, { mean, factor }: Scale, dealt: number, x: Float64Array): void {
  for (let f = dealt ? 0 : DEALINGS; f < FEATURES; f++) x[f] = (features[at + f] - mean[f]) * factor[f];
}

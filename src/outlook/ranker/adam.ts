/** Adam (Kingma and Ba 2015) over some arrays, each with its own penalty on squared weights. */

const FIRST = 0.9, SECOND = 0.999, TINY = 1e-8;

type Column = Float64Array | Float32Array;

export class Adam {
  readonly #weights: Column;
  readonly #gradient: Column;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  readonly #rate: number;
  readonly #penalty: number;

  constructor(weights: Column, gradient: Column, rate: number, penalty: number) {
    this.#weights = weights;
    this.#gradient = gradient;
    this.#mean = new Float64Array(weights.length);
    this.#square = new Float64Array(weights.length);
    this.#rate = rate;
    this.#penalty = penalty;
  }

  /**
   * Moves the weights from `from` up to `to` against the gradient times `scale`, and clears it. `correction` holds
   * 1 - 0.9^t and 1 - 0.999^t for step t.
   */
  step(from: number, to: number, rate: number, scale: number, correction: readonly [number, number]): void {
    const weights = this.#weights, gradient = this.#gradient, mean = this.#mean, square = this.#square;
    const pace = rate * this.#rate / correction[0], bias = 1 / correction[1];
    for (let k = from; k < to; k++) {
      const g = gradient[k] * scale + this.#penalty * weights[k];
      gradient[k] = 0;
      mean[k] = FIRST * mean[k] + (1 - FIRST) * g;
      square[k] = SECOND * square[k] + (1 - SECOND) * g * g;
      weights[k] -= pace * mean[k] / (Math.sqrt(square[k] * bias) + TINY);
    }
  }
}

/** The corrections of step after step. */
export class Corrections {
  #first = 1;
  #second = 1;

  next(): readonly [number, number] {
    this.#first *= FIRST;
    this.#second *= SECOND;
    return [1 - this.#first, 1 - this.#second];
  }
}

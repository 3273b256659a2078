/** Counts that fade: each is kept at several paces at once, and aged only when it is read or added to. */
import { exp } from '../math.ts';

/** Days after which a count has fallen to 1/e; the last never fades. */
export const PACES = [2, 8, 32, 128, Infinity] as const;
export const FASTEST = 0, FAST = 1, MONTH = 2, SLOW = 3, EVER = 4;
const K = PACES.length;

/** Beyond so many days a fading count is taken to be as at so many: by then it is nothing. */
const SPAN = 4096;
const FADE = new Float32Array(K * SPAN);
for (let k = 0; k < K; k++) for (let gap = 0; gap < SPAN; gap++) FADE[k * SPAN + gap] = k === EVER ? 1 : exp(-gap / PACES[k]);

/** Rows of counts at all paces. */
export class DecayedCounts {
  #values = new Float32Array(64 * K);
  #last = new Int32Array(64).fill(-1);
  #size = 0;

  /** With rows for keys known in advance. */
  constructor(rows = 0) {
    if (rows > 0) this.#reach(rows - 1);
  }

  #reach(row: number): void {
    if (row >= this.#last.length) {
      const length = Math.max(row + 1, this.#last.length * 2);
      const values = new Float32Array(length * K), last = new Int32Array(length).fill(-1);
      values.set(this.#values);
      last.set(this.#last);
      this.#values = values;
      this.#last = last;
    }
    if (row >= this.#size) this.#size = row + 1;
  }

  /** Counts one more on a day; days of a row never go back. */
  add(row: number, day: number): void {
    if (row >= this.#size) this.#reach(row);
    const last = this.#last[row], at = row * K;
    if (last >= 0 && last !== day) {
      const gap = day - last < SPAN ? day - last : SPAN - 1;
      for (let k = 0; k < K; k++) this.#values[at + k] *= FADE[k * SPAN + gap];
    }
    this.#last[row] = day;
    for (let k = 0; k < K; k++) this.#values[at + k] += 1;
  }

  /** The count at a pace (its place in PACES) as it stands on a day. */
  at(row: number, pace: number, day: number): number {
    const last = this.#last[row];
    if (last < 0) return 0;
    const gap = day - last;
    return this.#values[row * K + pace] * FADE[pace * SPAN + (gap < SPAN ? gap : SPAN - 1)];
  }

  /** The count that never fades. */
  ever(row: number): number {
    return this.#values[row * K + EVER];
  }

  /** The day of the last addition; -1 where there was none. */
  last(row: number): number {
    return this.#last[row];
  }
}

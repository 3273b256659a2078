/** How popular each entity is as the object of a relation, worked out once a day for each role that is asked about. */
import { EVER, FAST, FASTEST, MONTH } from '../memory/decayed.ts';
import { log } from '../math.ts';
import type { Memory } from '../memory/memory.ts';

const PACE = [FASTEST, FAST, MONTH, EVER] as const;
/** Columns of a role: logarithms at four paces, and a mixture of them for choosing whom to look at. */
export const WIDTH = PACE.length + 1, CHOICE = PACE.length;
const SMOOTHING = 0.02;
const SHARE = [0.3, 0, 0.4, 0.3] as const;

export class Roles {
  #values = new Float32Array(0);
  #on = new Int32Array(0);
  /** The columns of an entity that was never the object of the relation. */
  readonly none = new Float32Array(WIDTH);
  readonly #bases = new Float64Array(PACE.length);
  #day = -1;

  /** Makes ready for questions about a relation on a day. */
  open(memory: Memory, r: number, day: number): void {
    if (this.#on.length < memory.roles) {
      // values of an older length are worked out again
      this.#on = new Int32Array(memory.roles * 2).fill(-1);
      this.#values = new Float32Array(memory.roles * 2 * WIDTH);
    }
    this.#day = day;
    let choice = 0;
    for (let k = 0; k < PACE.length; k++) {
      this.#bases[k] = log(memory.relationCounts.at(r, PACE[k], day) + 1);
      this.none[k] = log(SMOOTHING) - this.#bases[k];
      choice += SHARE[k] * this.none[k];
    }
    this.none[CHOICE] = choice;
  }

  /** Where the columns of a role stand in `values`. */
  at(memory: Memory, role: number): number {
    const at = role * WIDTH;
    if (this.#on[role] === this.#day) return at;
    this.#on[role] = this.#day;
    let choice = 0;
    for (let k = 0; k < PACE.length; k++) {
      const value = log(memory.roleCounts.at(role, PACE[k], this.#day) + SMOOTHING) - this.#bases[k];
      this.#values[at + k] = value;
      choice += SHARE[k] * value;
    }
    this.#values[at + CHOICE] = choice;
    return at;
  }

  get values(): Float32Array {
    return this.#values;
  }
}

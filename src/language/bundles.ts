/** The best whole bundle of feature values, found without summing up every bundle: branch and bound over a prefix tree. */

/** Sums of floats differ by less, however they are bracketed; those of whole numbers do not differ. */
const SLACK = 1e-6;

/** Bundles of one part of speech; those that begin with the same values share their nodes. Made once, searched for every word. */
export class BundleTree {
  readonly #list: Int32Array;
  // Nodes in depth-first order: the class of the value, how many values stand before it, where the next subtree begins, and
  // which bundle ends here, as its place in the list (-1 for none).
  readonly #value: Int32Array;
  readonly #depth: Int32Array;
  readonly #next: Int32Array;
  readonly #place: Int32Array;
  /** Place of the bundle without values, or -1. */
  readonly #empty: number;
  readonly #sums: Float64Array;

  /** @param present classes of each bundle's values, ascending */
  constructor(list: Int32Array, present: readonly Int32Array[]) {
    this.#list = list;
    const order = [...list.keys()].sort((a, b) => compare(present[list[a]], present[list[b]]) || a - b);
    const value: number[] = [];
    const depth: number[] = [];
    const next: number[] = [];
    const place: number[] = [];
    const open: number[] = [];
    let empty = -1;
    let last: Int32Array = new Int32Array(0);
    const close = (to: number): void => {
      while (open.length > to) next[open.pop() as number] = value.length;
    };
    for (const at of order) {
      const classes = present[list[at]];
      if (classes.length === 0 && empty < 0) empty = at;
      let same = 0;
      while (same < last.length && same < classes.length && last[same] === classes[same]) same++;
      close(same);
      for (let k = same; k < classes.length; k++) {
        open.push(value.length);
        value.push(classes[k]);
        depth.push(k);
        place.push(k === classes.length - 1 ? at : -1);
      }
      last = classes;
    }
    close(0);
    this.#value = Int32Array.from(value);
    this.#depth = Int32Array.from(depth);
    this.#next = Int32Array.from(next);
    this.#place = Int32Array.from(place);
    this.#empty = empty;
    this.#sums = new Float64Array(2 + depth.reduce((a, b) => Math.max(a, b), 0));
  }

  /**
   * The bundle whose values gain most together; of equals the first in the list.
   * @param gains what each class gains
   * @param rest what the attributes after that of each class can gain at most
   */
  best(gains: Float64Array, rest: Float64Array): number {
    const sums = this.#sums;
    let found = this.#empty;
    let top = found < 0 ? -Infinity : 0;
    for (let node = 0; node < this.#value.length;) {
      const cls = this.#value[node];
      const depth = this.#depth[node];
      const sum = sums[depth] + gains[cls];
      if (sum + rest[cls] < top - SLACK) {
        node = this.#next[node];
        continue;
      }
      sums[depth + 1] = sum;
      const place = this.#place[node];
      if (place >= 0 && (sum > top || (sum === top && place < found))) {
        top = sum;
        found = place;
      }
      node++;
    }
    return this.#list[found];
  }
}

function compare(a: Int32Array, b: Int32Array): number {
  for (let k = 0; k < a.length && k < b.length; k++) if (a[k] !== b[k]) return a[k] - b[k];
  return a.length - b.length;
}

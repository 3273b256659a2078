/** Columns that grow. */

/** A growing column of 32-bit integers. */
export class Ints {
  data = new Int32Array(256);
  size = 0;

  push(value: number): void {
    if (this.size === this.data.length) {
      const grown = new Int32Array(this.size * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.size++] = value;
  }
}

/** Lists of rows, one list a key from 0 on. */
export class Lists {
  readonly #lists: number[][] = [];
  static readonly #NONE: number[] = [];

  /** The list of a key; not to be changed. */
  of(key: number): readonly number[] {
    return this.#lists[key] ?? Lists.#NONE;
  }

  push(key: number, value: number): void {
    while (this.#lists.length <= key) this.#lists.push([]);
    this.#lists[key].push(value);
  }
}

/** Rows by whole-number key: an open-addressing hash table in typed arrays, as a Map of a million numbers is slow. */
const FREE = -1;

const hash = (key: number): number => {
  const low = key >>> 0, high = (key / 4294967296) >>> 0;
  let h = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

export class KeyIndex {
  #keys = new Float64Array(1024);
  #rows = new Int32Array(1024).fill(FREE);
  #size = 0;

  /** How many keys there are; rows are numbered in the order in which keys came. */
  get size(): number {
    return this.#size;
  }

  /** The row of a key (0 to 2^53), or -1 where it is not there. */
  find(key: number): number {
    const mask = this.#rows.length - 1;
    for (let at = hash(key) & mask; ; at = (at + 1) & mask) {
      const row = this.#rows[at];
      if (row === FREE || this.#keys[at] === key) return row;
    }
  }

  /** The row of a key, a new one where it was not there. */
  make(key: number): number {
    const mask = this.#rows.length - 1;
    let at = hash(key) & mask;
    while (this.#rows[at] !== FREE) {
      if (this.#keys[at] === key) return this.#rows[at];
      at = (at + 1) & mask;
    }
    this.#keys[at] = key;
    const row = this.#rows[at] = this.#size++;
    if (this.#size * 2 > this.#rows.length) this.#grow();
    return row;
  }

  #grow(): void {
    const keys = this.#keys, rows = this.#rows, mask = rows.length * 2 - 1;
    this.#keys = new Float64Array(mask + 1);
    this.#rows = new Int32Array(mask + 1).fill(FREE);
    for (let k = 0; k < rows.length; k++) {
      if (rows[k] === FREE) continue;
      let at = hash(keys[k]) & mask;
      while (this.#rows[at] !== FREE) at = (at + 1) & mask;
      this.#keys[at] = keys[k];
      this.#rows[at] = rows[k];
    }
  }
}

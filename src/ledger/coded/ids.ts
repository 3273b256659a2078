/** Which of the data set's own ids are here: bits, 65,536 to a block, few blocks at hand at a time. */

const BLOCK = 65_536, BYTES = BLOCK / 8;
/** Below so many ids a block is kept as a list of them. */
const LIST = BYTES / 2;
const AT_HAND = 2_048;

/** A block as it is kept: its ids as u16 where they are few, otherwise its bits. */
function pack(bits: Uint8Array): Uint8Array {
  const list: number[] = [];
  for (let byte = 0; byte < BYTES; byte++) {
    if (!bits[byte]) continue;
    for (let bit = 0; bit < 8; bit++) if ((bits[byte] as number) & (1 << bit)) list.push(byte * 8 + bit);
    if (list.length >= LIST) return bits.slice();
  }
  return new Uint8Array(Uint16Array.from(list).buffer);
}

function unpack(packed: ArrayBuffer): Uint8Array {
  if (packed.byteLength === BYTES) return new Uint8Array(packed);
  const bits = new Uint8Array(BYTES);
  for (const id of new Uint16Array(packed)) (bits[id >> 3] as number) |= 1 << (id & 7);
  return bits;
}

export class IdSet {
  readonly #load: (block: number) => ArrayBuffer | undefined;
  readonly #blocks = new Map<number, Uint8Array>();
  readonly #changed = new Set<number>();
  #last = -1;
  #bits: Uint8Array = new Uint8Array(0);

  /** `load` gives a block as it is kept, undefined where there is none. */
  constructor(load: (block: number) => ArrayBuffer | undefined) {
    this.#load = load;
  }

  #use(block: number): void {
    let bits = this.#blocks.get(block);
    if (!bits) {
      const kept = this.#load(block);
      bits = kept ? unpack(kept) : new Uint8Array(BYTES);
      if (this.#blocks.size - this.#changed.size >= AT_HAND) for (const one of this.#blocks.keys()) if (!this.#changed.has(one)) this.#blocks.delete(one);
      this.#blocks.set(block, bits);
    }
    this.#last = block;
    this.#bits = bits;
  }

  /** Adds an id (a whole number below 2^32). Returns false where it was there. */
  add(id: number): boolean {
    const block = Math.floor(id / BLOCK), within = id % BLOCK;
    if (block !== this.#last) this.#use(block);
    const byte = within >> 3, bit = 1 << (within & 7), before = this.#bits[byte] as number;
    if (before & bit) return false;
    this.#bits[byte] = before | bit;
    this.#changed.add(block);
    return true;
  }

  /** The blocks that have changed since, as they are to be kept. */
  changes(): [block: number, packed: Uint8Array][] {
    const all = [...this.#changed].sort((a, b) => a - b).map((block): [number, Uint8Array] => [block, pack(this.#blocks.get(block) as Uint8Array)]);
    this.#changed.clear();
    return all;
  }
}

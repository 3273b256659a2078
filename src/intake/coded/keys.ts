/** Byte strings to numbers from 0, without making text of them. */

const FIRST = 1024;

export class ByteKeys {
  #slots = new Int32Array(FIRST).fill(-1);
  #hashes = new Uint32Array(FIRST);
  #offsets = new Uint32Array(FIRST + 1);
  #bytes = new Uint8Array(FIRST * 16);
  #size = 0;

  /** The number of `bytes[from, to)`: the next one where it has not been met. */
  number(bytes: Uint8Array, from: number, to: number): number {
    // FNV-1a
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const key = this.#slots[slot] as number;
      if (key < 0) return this.#add(bytes, from, to, hash, slot);
      if (this.#hashes[key] === hash && this.#same(key, bytes, from, to)) return key;
    }
  }

  #same(key: number, bytes: Uint8Array, from: number, to: number): boolean {
    const offset = this.#offsets[key] as number, length = (this.#offsets[key + 1] as number) - offset;
    if (length !== to - from) return false;
    for (let i = 0; i < length; i++) if (this.#bytes[offset + i] !== bytes[from + i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const key = this.#size++, offset = this.#offsets[key] as number, end = offset + to - from;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes.subarray(from, to), offset);
    this.#hashes[key] = hash;
    this.#offsets[key + 1] = end;
    this.#slots[slot] = key;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return key;
  }

  #grow(): void {
    const room = this.#slots.length * 2, hashes = new Uint32Array(room), offsets = new Uint32Array(room + 1);
    hashes.set(this.#hashes);
    offsets.set(this.#offsets);
    this.#hashes = hashes;
    this.#offsets = offsets;
    this.#slots = new Int32Array(room).fill(-1);
    for (let key = 0; key < this.#size; key++) {
      let slot = (hashes[key] as number) & (room - 1);
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & (room - 1);
      this.#slots[slot] = key;
    }
  }
}

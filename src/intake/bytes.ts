/** Streams of bytes: looked into, gathered, read by length. */
import { inMegabytes, MB } from './limits.ts';

const HEAD = 64 * 1024;

/**
 * Takes enough of the stream to tell what it is (64 KB, or up to a chunk that is `enough`), and gives it back whole; `close`
 * is for a stream that nobody reads on.
 */
export async function peek(source: AsyncIterable<Buffer>, enough: (chunk: Buffer) => boolean = () => false): Promise<{ head: Buffer; all: AsyncIterable<Buffer>; close: () => Promise<void> }> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0, done = false;
  try {
    while (length < HEAD && !done) {
      const next = await iterator.next();
      if (next.done) done = true;
      else {
        parts.push(next.value);
        length += next.value.length;
        if (enough(next.value)) break;
      }
    }
  } catch (error) {
    // What came before the fault can still tell what it was.
    if (length === 0) throw error;
    const broken = Buffer.concat(parts);
    return { head: broken.subarray(0, HEAD), all: (async function* () { yield broken; throw error; })(), close: async () => {} };
  }
  const head = Buffer.concat(parts);
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (head.length) yield head;
      while (!done) {
        const next = await iterator.next();
        if (next.done) done = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, HEAD), all: all(), close: async () => void (await iterator.return?.()) };
}

/** Thrown by `gather` where a stream is longer than what may be kept of it. */
export class TooLong extends Error {
  constructor(readonly size: number, readonly cap: number) {
    super(`${inMegabytes(size)} MB where at most ${cap / MB} MB are kept`);
  }
}

/**
 * All of a stream. Throws TooLong beyond the cap: with `measure`, after passing over the rest to tell its whole length.
 */
export async function gather(source: AsyncIterable<Buffer>, cap: number, measure = false): Promise<Buffer> {
  let parts: Buffer[] = [], length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length <= cap) parts.push(chunk);
    else {
      parts = [];
      if (!measure) break;
    }
  }
  if (length > cap) throw new TooLong(length, cap);
  return parts.length === 1 ? parts[0] as Buffer : Buffer.concat(parts);
}

/** Reads a stream piece by piece, by length or up to a mark, and knows how far it has come. */
export class ByteReader {
  readonly #iterator: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;
  #ended = false;
  /** Bytes taken so far, and before. */
  offset: number;

  constructor(source: AsyncIterable<Buffer>, offset = 0) {
    this.offset = offset;
    this.#iterator = source[Symbol.asyncIterator]();
  }

  /** Makes sure that something is there; false at the end. */
  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      if (this.#ended) return false;
      const next = await this.#iterator.next();
      if (next.done) {
        this.#ended = true;
        return false;
      }
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }

  #advance(count: number): Buffer {
    const taken = this.#chunk.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    this.offset += taken.length;
    return taken;
  }

  /** Up to `count` bytes; fewer only at the end. */
  async take(count: number): Promise<Buffer> {
    if (!(await this.#fill())) return Buffer.alloc(0);
    if (this.#chunk.length - this.#at >= count) return this.#advance(count);
    const parts: Buffer[] = [];
    for (let left = count; left > 0 && (await this.#fill()); ) {
      const part = this.#advance(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Passes over `count` bytes. Returns how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0 && (await this.#fill())) left -= this.#advance(left).length;
    return count - left;
  }

  /**
   * The bytes up to and with `mark`, or undefined where it does not come within `cap` bytes (they are then taken all the
   * same) or at all.
   */
  async until(mark: Buffer, cap: number): Promise<Buffer | undefined> {
    let held = Buffer.alloc(0);
    while (await this.#fill()) {
      const from = Math.max(0, held.length - mark.length + 1);
      const fresh = this.#chunk.subarray(this.#at, Math.min(this.#chunk.length, this.#at + cap));
      const joined = held.length ? Buffer.concat([held, fresh]) : fresh;
      const found = joined.indexOf(mark, from);
      if (found >= 0) {
        this.#advance(found + mark.length - held.length);
        return joined.subarray(0, found + mark.length);
      }
      this.#advance(fresh.length);
      held = Buffer.from(joined);
      if (held.length > cap) return undefined;
    }
    return undefined;
  }

  async close(): Promise<void> {
    await this.#iterator.return?.();
  }
}

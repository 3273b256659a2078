/**
 * A gzip file (RFC 1952) member by member, as crawls write their records: where each begins in the file is known, and after
 * a damaged one reading goes on at the next that begins as it should.
 */
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import { GROWTH_CAP, GROWTH_FREE, MB } from '../limits.ts';
import { Bomb, Broken } from './unpack.ts';

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
const TRAILER = 8;
/** Members up to this size, packed and unpacked, are checked whole before anything of them is given. */
const SHORT = 8 * MB, SHORT_UNPACKED = 64 * MB;
/** So many packed bytes are enough to see how a member begins. */
const GLIMPSE = 2048;

/** Where the packed data begins in a member at the start of these bytes; undefined where that cannot be seen, -1 where none begins. */
function dataStart(bytes: Buffer): number | undefined {
  if (bytes.length < 10) return MAGIC.subarray(0, bytes.length).equals(bytes.subarray(0, MAGIC.length)) ? undefined : -1;
  const flags = bytes[3] as number;
  if (!bytes.subarray(0, 3).equals(MAGIC) || flags & 0xe0) return -1;
  let at = 10;
  if (flags & 4) at += 2 + (bytes.length >= 12 ? bytes.readUInt16LE(10) : bytes.length);
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) < 0 ? bytes.length : bytes.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return at < bytes.length ? at : undefined;
}

/** What the member at the start of some bytes begins with, as far as it can be unpacked; empty where none begins. */
export function beginningOf(bytes: Buffer): Buffer {
  const from = dataStart(bytes);
  if (from === undefined || from < 0) return Buffer.alloc(0);
  for (let size = GLIMPSE; size >= 64; size /= 2) {
    try {
      return inflateRawSync(bytes.subarray(from, from + size), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MB });
    } catch {
      // The damage lies within: a shorter piece may do.
    }
  }
  return Buffer.alloc(0);
}

/** Unpacks a gzip file from member to member. */
export class GzipMembers {
  readonly #source: AsyncIterator<Buffer>;
  /** Whether what a member begins with is a beginning to go on from. */
  readonly #begins: (head: Buffer) => boolean;
  #held: Buffer = Buffer.alloc(0);
  /** Place of the held bytes in the file. */
  #from = 0;
  #ended = false;
  /** Bytes unpacked so far. */
  #given = 0;
  #members: { at: number; from: number }[] = [];

  constructor(source: AsyncIterable<Buffer>, begins: (head: Buffer) => boolean) {
    this.#source = source[Symbol.asyncIterator]();
    this.#begins = begins;
  }

  /** Where in the file the member begins in which this unpacked byte lies. Asked in rising order only: what lies before is let go. */
  placeOf(unpacked: number): number {
    while (this.#members.length > 1 && (this.#members[1] as { at: number }).at <= unpacked) this.#members.shift();
    return this.#members[0]?.from ?? 0;
  }

  /** Bytes unpacked so far. */
  get given(): number {
    return this.#given;
  }

  /** Holds at least so many bytes, if there are so many. */
  async #hold(least: number): Promise<void> {
    if (this.#held.length >= least || this.#ended) return;
    const parts = [this.#held];
    for (let length = this.#held.length; length < least && !this.#ended; ) {
      const next = await this.#source.next();
      if (next.done) this.#ended = true;
      else parts.push(next.value), (length += next.value.length);
    }
    this.#held = Buffer.concat(parts);
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#from += count;
  }

  #give(bytes: Buffer): Buffer {
    this.#given += bytes.length;
    if (this.#given > GROWTH_FREE && this.#given > (this.#from + this.#held.length) * GROWTH_CAP) throw new Bomb();
    return bytes;
  }

  /** The unpacked bytes. Throws Broken where a member is damaged (`resume` goes on behind it), Bomb where one is a bomb. */
  async *bytes(): AsyncGenerator<Buffer> {
    for (;;) {
      await this.#hold(GLIMPSE);
      let start = dataStart(this.#held);
      while (start === undefined && !this.#ended) {
        await this.#hold(this.#held.length * 2);
        start = dataStart(this.#held);
      }
      // Zeros may fill a file up.
      if (this.#ended && this.#held.every((byte) => byte === 0)) return;
      this.#members.push({ at: this.#given, from: this.#from });
      if (start === undefined) throw new Broken('it ends too early', this.#given);
      if (start < 0) throw new Broken('no gzip member begins where one should', this.#given);
      const whole = await this.#short(start);
      if (whole) yield this.#give(whole);
      else yield* this.#long(start);
    }
  }

  /** A member that is held whole; undefined where it is too large for that. */
  async #short(start: number): Promise<Buffer | undefined> {
    for (;;) {
      try {
        const { buffer, engine } = inflateRawSync(this.#held.subarray(start), { info: true, chunkSize: 64 * 1024, maxOutputLength: SHORT_UNPACKED }) as unknown as { buffer: Buffer; engine: InflateRaw };
        const end = start + engine.bytesWritten;
        await this.#hold(end + TRAILER);
        if (this.#held.length < end + TRAILER) throw new Broken('it ends too early', this.#given);
        if (this.#held.readUInt32LE(end) !== crc32(buffer)) throw new Broken('damaged data', this.#given);
        this.#drop(end + TRAILER);
        return buffer;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ERR_BUFFER_TOO_LARGE' || (code === 'Z_BUF_ERROR' && this.#held.length >= SHORT)) return undefined;
        if (code === 'Z_BUF_ERROR' && !this.#ended) {
          await this.#hold(this.#held.length * 2);
          continue;
        }
        if (!code && !(error instanceof Broken)) throw error;
        throw error instanceof Broken ? error : new Broken(code === 'Z_BUF_ERROR' ? 'it ends too early' : 'damaged data', this.#given);
      }
    }
  }

  /** A member of any size, given as it is unpacked. */
  async *#long(start: number): AsyncGenerator<Buffer> {
    const into = createInflateRaw({ chunkSize: 128 * 1024 });
    let fed = 0, sum = 0;
    this.#drop(start);
    const feed = async (): Promise<void> => {
      for (;;) {
        await this.#hold(1);
        const chunk = this.#held;
        if (chunk.length === 0) return void into.end();
        // At the end of the member the rest of a chunk is left, and this is not called back, or with an error.
        if (await new Promise<boolean>((taken) => into.write(chunk, (error) => taken(error instanceof Error)))) return;
        fed += chunk.length;
        this.#drop(chunk.length);
      }
    };
    feed().catch((error: Error) => into.destroy(error));
    try {
      for await (const chunk of into as AsyncIterable<Buffer>) {
        sum = crc32(chunk, sum);
        yield this.#give(chunk);
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code?.startsWith('Z_') ? new Broken(code === 'Z_BUF_ERROR' ? 'it ends too early' : 'damaged data', this.#given) : error;
    } finally {
      into.destroy();
    }
    this.#drop(into.bytesWritten - fed);
    await this.#hold(TRAILER);
    if (this.#held.length < TRAILER) throw new Broken('it ends too early', this.#given);
    const wanted = this.#held.readUInt32LE(0);
    this.#drop(TRAILER);
    if (wanted !== sum) throw new Broken('damaged data', this.#given);
  }

  /** What the member that was found damaged begins with. */
  get beginning(): Buffer {
    return beginningOf(this.#held);
  }

  /** After a damaged member: goes to the next one that begins as it should. False where there is none. */
  async resume(): Promise<boolean> {
    this.#drop(Math.min(1, this.#held.length));
    for (;;) {
      await this.#hold(GLIMPSE * 2);
      const at = this.#held.indexOf(MAGIC);
      if (at >= 0) {
        this.#drop(at);
        await this.#hold(GLIMPSE * 2);
        if (this.#begins(beginningOf(this.#held))) return true;
        this.#drop(1);
      } else {
        // The mark may lie over the edge of two chunks.
        this.#drop(Math.max(0, this.#held.length - (this.#ended ? 0 : MAGIC.length - 1)));
        if (this.#ended) return false;
      }
    }
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

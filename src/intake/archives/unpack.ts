/** Packed streams (gzip, deflate, brotli) unpacked in constant memory, bombs and broken ends told apart from plain ends. */
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { GROWTH_CAP, GROWTH_FREE } from '../limits.ts';

/** Thrown where what comes out is out of all proportion to what went in. */
export class Bomb extends Error {
  constructor() {
    super(`more than ${GROWTH_CAP} times its size`);
  }
}

/** Thrown where packed bytes are damaged or cut off; `offset` is how much came out before, `what` what they are packed as. */
export class Broken extends Error {
  constructor(message: string, readonly offset: number, readonly what: 'gzip' | 'zip' = 'gzip') {
    super(message);
  }
}

const MAKE = { gzip: createGunzip, deflate: createInflate, 'deflate-raw': createInflateRaw, br: createBrotliDecompress } as const;
export type Packing = keyof typeof MAKE;

const REASONS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'it ends too early', ERR__ERROR_FORMAT_PADDING_1: 'damaged data', Z_DATA_ERROR: 'damaged data',
};

/**
 * Unpacks a stream; members that follow one another (as in a WARC) come out as one. Throws Bomb or Broken after what
 * could be unpacked.
 */
export async function* unpack(source: AsyncIterable<Buffer>, packing: Packing): AsyncGenerator<Buffer> {
  let taken = 0, given = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      taken += chunk.length;
      yield chunk;
    }
  }
  const from = Readable.from(counted(), { objectMode: false }), into = MAKE[packing]({ chunkSize: 128 * 1024 });
  from.on('error', (error) => into.destroy(error));
  from.pipe(into);
  try {
    for await (const chunk of into as AsyncIterable<Buffer>) {
      given += chunk.length;
      if (given > GROWTH_FREE && given > taken * GROWTH_CAP) throw new Bomb();
      yield chunk;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof Bomb || error instanceof Broken) throw error;
    if (code && (code.startsWith('Z_') || code.startsWith('ERR_'))) throw new Broken(REASONS[code] ?? message, given);
    throw error;
  } finally {
    from.destroy();
    into.destroy();
  }
}

/** Zip archives, member by member (yauzl). */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { TooLong } from '../bytes.ts';
import { GROWTH_CAP, GROWTH_FREE, SPOOL_CAP } from '../limits.ts';
import { Bomb } from './unpack.ts';

/** More members than any archive of stories has. */
const MEMBERS_CAP = 200_000;

export interface Member {
  /** Path within the archive, `/` between its parts. */
  path: string;
  name: string;
  /** Of its local header, in bytes. */
  offset: number;
  encrypted: boolean;
  bytes: AsyncIterable<Buffer>;
}

async function* guarded(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  let given = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    given += chunk.length;
    if (given > GROWTH_FREE && given > entry.compressedSize * GROWTH_CAP) throw new Bomb();
    yield chunk;
  }
}

/** Calls `use` with the path of a stream's bytes kept aside in a file, which is gone afterwards. Throws TooLong beyond the cap. */
export async function* spooled<T>(bytes: AsyncIterable<Buffer>, use: (path: string) => AsyncGenerator<T>): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-'));
  try {
    const path = join(folder, 'kept');
    async function* capped(): AsyncGenerator<Buffer> {
      let length = 0;
      for await (const chunk of bytes) {
        length += chunk.length;
        if (length > SPOOL_CAP) throw new TooLong(length, SPOOL_CAP);
        yield chunk;
      }
    }
    await pipeline(Readable.from(capped(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    yield* use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The members of a zip file in the order of its directory, folders left out. Throws yauzl's errors where the archive is
 * broken; a member's own faults come out of its bytes. Two members over the same bytes (the trick of the bomb that does
 * not nest) end it with a Bomb.
 */
export async function* zipMembers(path: string): AsyncGenerator<Member> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: false, validateEntrySizes: true });
  try {
    let count = 0;
    const spans: { from: number; to: number }[] = [];
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (++count > MEMBERS_CAP) throw new Bomb();
      entries.push(entry);
      spans.push({ from: entry.relativeOffsetOfLocalHeader, to: entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize });
    }
    spans.sort((a, b) => a.from - b.from);
    if (spans.some(({ from }, i) => i > 0 && from < (spans[i - 1] as { to: number }).to)) throw new Bomb();
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      yield {
        path: entry.fileName, name: basename(entry.fileName), offset: entry.relativeOffsetOfLocalHeader, encrypted: entry.isEncrypted(), bytes: guarded(zip, entry),
      };
    }
  } finally {
    zip.close();
  }
}

/** The bytes of the first member of this name, or undefined where there is none. */
export async function zipMember(path: string, name: string): Promise<AsyncIterable<Buffer> | undefined> {
  for await (const member of zipMembers(path)) if (member.path === name) return member.bytes;
  return undefined;
}

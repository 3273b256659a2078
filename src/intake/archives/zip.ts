/** Zip archives, member by member (yauzl). */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { getFileNameLowLevel, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { TooLong } from '../bytes.ts';
import { GROWTH_CAP, GROWTH_FREE, SPOOL_CAP } from '../limits.ts';
import { Bomb, Broken } from './unpack.ts';

/** More members than any archive of stories has. */
const MEMBERS_CAP = 200_000;

export interface Member {
  /** Path within the archive as it stands there, wherever it may lead: a name, and never the name of a file of this machine. */
  path: string;
  name: string;
  /** Of its local header, in bytes. */
  offset: number;
  encrypted: boolean;
  /** A symbolic link: its bytes are a path. */
  link: boolean;
  bytes: AsyncIterable<Buffer>;
}

async function* guarded(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  let given = 0, sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      given += chunk.length;
      sum = crc32(chunk, sum);
      if (given > GROWTH_FREE && given > entry.compressedSize * GROWTH_CAP) throw new Bomb();
      yield chunk;
    }
  } catch (error) {
    // What zlib and yauzl find wrong; the system's own errors are no fault of the archive.
    const { code } = error as NodeJS.ErrnoException;
    throw error instanceof Bomb || (code !== undefined && !code.startsWith('Z_')) ? error : new Broken('damaged data', given, 'zip');
  }
  if (sum !== entry.crc32) throw new Broken('damaged data', given, 'zip');
}

const baseOf = (path: string): string => path.slice(path.search(/[^/\\]*$/));
const MODE = 0xf000, LINK = 0xa000;
/** Whether a member is a symbolic link, by the mode that Unix programs write. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & MODE) === LINK;

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

/** A zip file opened. */
export interface Zip {
  /** In the order of its directory, folders left out. A member's own faults come out of its bytes. */
  members: Member[];
  /** What kept the rest of the directory from being read. */
  broken?: Error;
  close(): void;
}

/**
 * Opens a zip file. Throws yauzl's errors where it has no directory that can be read, Bomb where two members lie over the
 * same bytes (the trick of the bomb that does not nest) or where there are too many.
 */
export async function openZip(path: string): Promise<Zip> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  const members: Member[] = [], spans: { from: number; to: number }[] = [];
  let broken: Error | undefined;
  try {
    for await (const entry of zip.eachEntry()) {
      const { relativeOffsetOfLocalHeader: offset, compressedSize } = entry;
      if (spans.length >= MEMBERS_CAP) throw new Bomb();
      spans.push({ from: offset, to: offset + 30 + compressedSize });
      // Decoded here: yauzl would give the whole archive up for one path that climbs out of it.
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      if (/[/\\]$/.test(name)) continue;
      members.push({ path: name, name: baseOf(name), offset, encrypted: entry.isEncrypted(), link: isLink(entry), bytes: guarded(zip, entry) });
    }
    spans.sort((a, b) => a.from - b.from);
    if (spans.some(({ from }, i) => i > 0 && from < (spans[i - 1] as { to: number }).to)) throw new Bomb();
  } catch (error) {
    if (error instanceof Bomb) {
      zip.close();
      throw error;
    }
    broken = error as Error;
  }
  return { members, ...(broken && { broken }), close: () => zip.close() };
}

/** Files of coded data as streams of bytes: plain, gzipped, zipped, a folder of them, or standard input. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { problem, ProblemError } from '../../story/errors.ts';

/** One stream of rows. */
export interface CodedFile {
  /** As it is told to the user: `events.zip: events.CSV` for a file in an archive. */
  name: string;
  /** Where it stands. */
  path: string;
  open(): Promise<AsyncIterable<Buffer>>;
}

const CHUNK = 1024 * 1024;
/** What a folder's files may be called to be read. */
const CODED = /\.(?:csv|tsv|tab|txt)(?:\.(?:gz|zip))?$|\.(?:zip|gz)$/i;
/** The integer layout's files of rows, in order; the others of its folder are its dictionaries. */
const SPLITS = ['train.txt', 'valid.txt', 'test.txt'];

/** Replaces folders by the files in them: those of the integer layout in their order, otherwise all that may be coded data, by name. */
export async function expandCoded(paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    if (path === '-' || !(await stat(path).then((s) => s.isDirectory(), () => false))) {
      all.push(path);
      continue;
    }
    const names = await readdir(path), splits = SPLITS.filter((name) => names.includes(name));
    const files = names.includes('entity2id.txt') ? splits : names.filter((name) => CODED.test(name)).sort((a, b) => (a < b ? -1 : 1));
    if (!files.length) throw new ProblemError(problem('no-coded-files', { file: path }));
    all.push(...files.map((name) => join(path, name)));
  }
  return all;
}

const zipOf = (path: string): Promise<ZipFile> => yauzl.openPromise(path, { autoClose: false });

/** The files in an archive, by name; each is opened on its own. */
async function zipped(path: string): Promise<CodedFile[]> {
  const unreadable = (error: unknown): ProblemError => new ProblemError(problem('zip-unreadable', { file: path }, { why: error instanceof Error ? error.message : String(error) }));
  const entries: Entry[] = [];
  try {
    const zip = await zipOf(path);
    try {
      for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
    } finally {
      zip.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
  return entries.sort((a, b) => (a.fileName < b.fileName ? -1 : 1)).map((entry) => ({
    name: `${path}: ${basename(entry.fileName)}`, path,
    open: async () => {
      const zip = await zipOf(path);
      const stream = await zip.openReadStreamPromise(entry);
      async function* bytes(): AsyncGenerator<Buffer> {
        try {
          yield* stream as AsyncIterable<Buffer>;
        } catch (error) {
          throw unreadable(error);
        } finally {
          zip.close();
        }
      }
      return bytes();
    },
  }));
}

/** The streams of rows in one path. Throws ProblemError where it is missing or cannot be read. */
export async function codedFiles(path: string, stdin: AsyncIterable<Buffer> = process.stdin): Promise<CodedFile[]> {
  if (path === '-') return [{ name: '(standard input)', path, open: async () => stdin }];
  const magic = Buffer.alloc(4);
  try {
    const handle = await open(path);
    await handle.read(magic, 0, 4, 0);
    await handle.close();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ProblemError(code === 'ENOENT' ? problem('file-missing', { file: path }) : problem('file-unreadable', { file: path }, { why: code ?? message }));
  }
  if (magic.readUInt32BE(0) === 0x504b0304) return zipped(path);
  const plain = (): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: CHUNK });
  const gzipped = magic.readUInt16BE(0) === 0x1f8b;
  return [{ name: path, path, open: async () => (gzipped ? createReadStream(path, { highWaterMark: CHUNK }).pipe(createGunzip({ chunkSize: CHUNK })) : plain()) }];
}

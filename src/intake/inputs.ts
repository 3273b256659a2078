/** What a user names (files, folders, addresses, `-`) as sources, and how far reading them has come. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { problem } from '../story/errors.ts';
import type { Problem } from '../story/errors.ts';
import type { Fetched } from './fetch/fetch.ts';
import type { Source } from './source.ts';

const CHUNK = 256 * 1024;

/** How many bytes are to be read and how many have been; the total is unknown where one of the inputs is a stream. */
export interface Meter {
  total?: number;
  read: number;
}

/** Files under a folder, by name, hidden ones left out. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  const all: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) all.push(...(await filesUnder(path)));
    else if (entry.isFile()) all.push(path);
  }
  return all;
}

async function* metered(bytes: AsyncIterable<Buffer>, meter: Meter): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    meter.read += chunk.length;
    yield chunk;
  }
}

export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** Replaces each folder by the files in it; everything else stands as given. Sizes go into the meter. */
export async function expand(files: readonly string[], meter: Meter): Promise<{ path: string; among: boolean; problem?: Problem }[]> {
  const all: { path: string; among: boolean; problem?: Problem }[] = [];
  let total: number | undefined = 0;
  const add = (path: string, among: boolean, size?: number): void => {
    total = total === undefined || size === undefined ? undefined : total + size;
    all.push({ path, among });
  };
  for (const file of files) {
    const stream = file === '-' || isAddress(file), about = stream ? undefined : await stat(file).catch(() => undefined);
    if (!about?.isDirectory()) {
      add(file, false, stream ? undefined : about?.isFile() ? about.size : 0);
      continue;
    }
    const inside = await filesUnder(file).catch(() => []);
    if (inside.length === 0) all.push({ path: file, among: false, problem: problem('folder-empty', { file }) });
    for (const path of inside) add(path, true, (await stat(path)).size);
  }
  if (total !== undefined) meter.total = total;
  return all;
}

/** The source of a file of this machine, or of a stream given for `-`. */
export function sourceOf(path: string, stdin: AsyncIterable<Buffer>, meter: Meter): Source {
  const standard = path === '-', bytes = standard ? stdin : (createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>);
  return { where: { file: standard ? '(standard input)' : path }, name: standard ? '-' : basename(path), hints: {}, bytes: metered(bytes, meter), depth: 0, ...(!standard && { path }) };
}

/** The source of what was fetched just now. */
export function fetchedSource({ url, type, charset, bytes }: Fetched, given: string, now: number): Source {
  return {
    where: { file: given }, name: basename(new URL(url).pathname), depth: 0, bytes: (async function* () { if (bytes.length) yield bytes; })(),
    hints: { url, crawled: new Date(now).toISOString(), ...(type && { type }), ...(charset && { charset }) },
  };
}

/** Where a command's output goes: a file, which appears whole or not at all, or standard output. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { problem, ProblemError } from '../story/errors.ts';

async function pour(parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>, into: Writable): Promise<void> {
  for await (const part of parts) if (part.length && !into.write(part)) await once(into, 'drain');
}

/**
 * Writes parts one after the other, waiting where the reader is slow. `file` undefined or `-` is standard output.
 * Throws ProblemError where the file cannot be written.
 */
export async function write(parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>, file: string | undefined): Promise<void> {
  if (file === undefined || file === '-') return pour(parts, process.stdout);
  const made = `${file}.part-${process.pid}`, stream = createWriteStream(made);
  try {
    await once(stream, 'open');
    await pour(parts, stream);
    stream.end();
    await finished(stream);
    await rename(made, file);
  } catch (error) {
    stream.destroy();
    await rm(made, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new ProblemError(problem('file-unwritten', { file }, { why: message }));
  }
}

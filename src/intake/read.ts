/** Files, folders and standard input to stories, one at a time, whatever state they are in. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../story/errors.ts';
import type { Problem, Where } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { decodeUtf8, readLines } from './lines.ts';
import { sniff, withoutBom } from './sniff.ts';
import { storyOfJson, storyOfText } from './story.ts';
import type { Defaults, Made } from './story.ts';

/** A JSON line longer than this is passed over, in bytes. */
export const LINE_CAP = 16 * 1024 * 1024;
const HEAD = 64 * 1024;
const MB = 1024 * 1024;

/** One story or its problems, and where it stands. */
export interface Item {
  where: Where;
  story?: Story;
  problems: Problem[];
}

const inMegabytes = (bytes: number): string => (bytes / MB).toFixed(1);

/** Takes enough of the stream to tell what it is, and gives it back whole. */
async function peek(source: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let length = 0, done = false;
  while (length < HEAD && !done) {
    const next = await iterator.next();
    if (next.done) done = true;
    else parts.push(next.value), (length += next.value.length);
  }
  const head = Buffer.concat(parts);
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (head.length) yield withoutBom(head);
      while (!done) {
        const next = await iterator.next();
        if (next.done) done = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, HEAD), all: all() };
}

async function* textItems(file: string, source: AsyncIterable<Buffer>, defaults: Defaults): AsyncGenerator<Item> {
  const where = { file, line: 1 };
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length <= LINE_CAP) parts.push(chunk);
    else parts.length = 0;
  }
  if (length > LINE_CAP) {
    yield { where, problems: [problem('line-too-long', where, { size: inMegabytes(length), cap: LINE_CAP / MB })] };
    return;
  }
  const bytes = Buffer.concat(parts), { text, badByte } = decodeUtf8(bytes);
  if (text === undefined) {
    const line = bytes.subarray(0, badByte).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
    yield { where: { file, line }, problems: [problem('invalid-utf8', { file, line }, { at: badByte })] };
    return;
  }
  yield { where, ...storyOfText(text, where, defaults) };
}

async function* lineItems(file: string, source: AsyncIterable<Buffer>, defaults: Defaults): AsyncGenerator<Item> {
  let any = false;
  for await (const { number, bytes, length } of readLines(source, LINE_CAP)) {
    const where = { file, line: number };
    if (!bytes) {
      any = true;
      yield { where, problems: [problem('line-too-long', where, { size: inMegabytes(length), cap: LINE_CAP / MB })] };
      continue;
    }
    const { text, badByte } = decodeUtf8(bytes);
    if (text !== undefined && text.trim() === '') continue;
    // An array, or an object spread over lines: every line would fail, so it is said once.
    if (!any && text !== undefined && /^\s*(?:\[.*|\{\s*)$/.test(text)) {
      yield { where, problems: [problem('json-not-lines', where)] };
      return;
    }
    any = true;
    const made: Made = text === undefined ? { problems: [problem('invalid-utf8', where, { at: badByte })] } : storyOfJson(text, where, defaults);
    yield { where, ...made };
  }
  if (!any) yield { where: { file }, problems: [problem('empty-file', { file })] };
}

/** Replaces each folder by the stories in it (.txt, .jsonl, .ndjson), by name; everything else stands as given. */
async function expand(files: readonly string[]): Promise<(string | Problem)[]> {
  const all: (string | Problem)[] = [];
  for (const file of files) {
    const folder = file !== '-' && (await stat(file).then((s) => s.isDirectory(), () => false));
    if (!folder) {
      all.push(file);
      continue;
    }
    const names = (await readdir(file)).filter((name) => /\.(?:txt|jsonl|ndjson)$/i.test(name)).sort((a, b) => (a < b ? -1 : 1));
    if (names.length === 0) all.push(problem('folder-empty', { file }));
    all.push(...names.map((name) => join(file, name)));
  }
  return all;
}

const unread = (file: string, error: unknown): Item => {
  const { code, message } = error as NodeJS.ErrnoException;
  const found = code === 'ENOENT' ? problem('file-missing', { file }) : problem('file-unreadable', { file }, { why: code ?? message });
  return { where: { file }, problems: [found] };
};

/**
 * Reads files (`-` is standard input; a folder stands for the stories in it), in order. Never throws for what a file
 * holds: each fault is an item of its own, and the rest goes on.
 */
export async function* readStories(files: readonly string[], defaults: Defaults = {}, stdin: AsyncIterable<Buffer> = process.stdin): AsyncGenerator<Item> {
  for (const entry of await expand(files)) {
    if (typeof entry !== 'string') {
      yield { where: { file: entry.file }, problems: [entry] };
      continue;
    }
    const file = entry === '-' ? '(standard input)' : entry;
    try {
      const { head, all } = await peek(entry === '-' ? stdin : (createReadStream(entry, { highWaterMark: HEAD }) as AsyncIterable<Buffer>));
      const found = sniff(file, head);
      if (found.problem) yield { where: { file }, problems: [found.problem] };
      else yield* (found.kind === 'text' ? textItems : lineItems)(file, all, defaults);
    } catch (error) {
      yield unread(file, error);
    }
  }
}

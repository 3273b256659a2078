/** Whatever a user names to stories, one at a time, whatever state it is in. */
import { problem, ProblemError } from '../story/errors.ts';
import type { Problem, Where } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { storiesOf } from './extract.ts';
import type { Fetcher, FetchOptions } from './fetch/fetch.ts';
import { expand, fetchedSource, isAddress, sourceOf } from './inputs.ts';
import type { Meter } from './inputs.ts';
import { DOCUMENT_CAP } from './limits.ts';
import type { Doc, Source } from './source.ts';
import type { Defaults } from './story.ts';
import { walk } from './walk.ts';

/** One story or its problems, and where it stands. */
export interface Item {
  where: Where;
  story?: Story;
  problems: Problem[];
  /** Why it can hold no story, where that is nobody's fault: a picture in a crawl. */
  passed?: string;
}

/** A document on its way to the extractor, or what came instead of one. */
export type Found = { doc: Doc; item?: undefined } | { item: Item; doc?: undefined };

export interface ReadFrom {
  stdin?: AsyncIterable<Buffer>;
  meter?: Meter;
  /** How addresses are fetched. */
  fetching?: FetchOptions;
}

/** An address as a source, or why it cannot be one. */
async function fetched(address: string, fetcher: Fetcher): Promise<{ source: Source; problem?: undefined } | { problem: Problem; source?: undefined }> {
  try {
    const answer = await fetcher.get(address);
    return answer.status === 200 ? { source: fetchedSource(answer, address, Date.now()) } : { problem: problem('fetch-refused', { file: address }, { status: answer.status }) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: { ...error.problem, file: address } };
    throw error;
  }
}

/** The documents that inputs hold (files, folders, addresses, `-` for standard input), in order. Never throws for what they hold. */
export async function* documents(files: readonly string[], { stdin = process.stdin, meter = { read: 0 }, fetching = {} }: ReadFrom = {}): AsyncGenerator<Found> {
  let fetcher: Fetcher | undefined;
  try {
    for (const { path, among, problem: missing } of await expand(files, meter)) {
      let source: Source | undefined, wrong = missing;
      if (!wrong && isAddress(path)) {
        fetcher ??= new (await import('./fetch/fetch.ts')).Fetcher({ cap: DOCUMENT_CAP, time: 300_000, ...fetching });
        ({ source, problem: wrong } = await fetched(path, fetcher));
      }
      if (wrong) {
        yield { item: { where: { file: path }, problems: [wrong] } };
        continue;
      }
      for await (const { doc, problem: found, passed, where } of walk(source ?? sourceOf(path, stdin, meter), among)) {
        if (doc) yield { doc };
        else yield { item: { where, problems: found ? [found] : [], ...(passed !== undefined && { passed }) } };
      }
    }
  } finally {
    await fetcher?.close();
  }
}

/**
 * Reads inputs in order. Never throws for what they hold: each fault is an item of its own, and the rest goes on.
 */
export async function* readStories(files: readonly string[], defaults: Defaults = {}, options: ReadFrom = {}): AsyncGenerator<Item> {
  for await (const { doc, item } of documents(files, options)) {
    if (item) yield item;
    else yield* await storiesOf(doc, defaults);
  }
}

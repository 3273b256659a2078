/** Whatever a user names to stories, one at a time, whatever state it is in. */
import type { Problem, Where } from '../story/errors.ts';
import type { Story } from '../story/story.ts';
import { storiesOf } from './extract.ts';
import { expand, sourceOf } from './inputs.ts';
import type { Meter } from './inputs.ts';
import type { Doc } from './source.ts';
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

/** The documents that inputs hold (files, folders, `-` for standard input), in order. Never throws for what they hold. */
export async function* documents(files: readonly string[], { stdin = process.stdin as AsyncIterable<Buffer>, meter = { read: 0 } as Meter } = {}): AsyncGenerator<Found> {
  for (const { path, among, problem } of await expand(files, meter)) {
    if (problem) {
      yield { item: { where: { file: path }, problems: [problem] } };
      continue;
    }
    for await (const { doc, problem: found, passed, where } of walk(sourceOf(path, stdin, meter), among)) {
      if (doc) yield { doc };
      else yield { item: { where, problems: found ? [found] : [], ...(passed !== undefined && { passed }) } };
    }
  }
}

/**
 * Reads inputs in order. Never throws for what they hold: each fault is an item of its own, and the rest goes on.
 */
export async function* readStories(files: readonly string[], defaults: Defaults = {}, options: { stdin?: AsyncIterable<Buffer>; meter?: Meter } = {}): AsyncGenerator<Item> {
  for await (const { doc, item } of documents(files, options)) {
    if (item) yield item;
    else yield* await storiesOf(doc, defaults);
  }
}

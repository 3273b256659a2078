/** dragoman code: stories in, facts out, nothing stored. */
import type { FetchOptions } from '../../intake/fetch/fetch.ts';
import type { Meter } from '../../intake/inputs.ts';
import type { Defaults } from '../../intake/story.ts';
import { placeOf } from '../../story/errors.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { readAll } from '../reading/read-all.ts';
import { storyLines } from '../render.ts';
import { coloursFor, count, jsonLine, print } from '../terminal.ts';

/** How `code` goes about it. */
export interface CodeOptions {
  defaults: Defaults;
  json: boolean;
  /** Ends at the first thing that is wrong. */
  strict?: boolean;
  /** Faults are not told one by one. */
  quiet?: boolean;
  /** Threads that work at once. */
  jobs?: number;
  /** How addresses are fetched. */
  fetching?: FetchOptions;
}

/** Codes files to standard output: one JSON object a story, or text to read. Returns the exit code. */
export async function code(files: readonly string[], { defaults, json, strict = false, quiet = false, fetching = {}, jobs = 1 }: CodeOptions): Promise<number> {
  const meter: Meter = { read: 0 };
  const problems = new Problems({ quiet }), progress = new Progress(meter), colours = coloursFor(process.stdout);
  let done = 0;
  for await (const { reads } of readAll(files, { defaults, recode: false, jobs, from: { meter, fetching } })) {
    for (const { where, problems: found, story, coded } of reads) {
      if (found.length || coded) progress.clear();
      for (const one of found) problems.tell(one);
      if (!story || !coded) continue;
      // Offsets point into the text: where it was taken out of a page, whoever reads them needs it.
      const { author, dated, text } = story, taken = dated !== undefined || where.member !== undefined;
      await print(json ? jsonLine({ ...coded, ...(author && { author }), ...(dated && { dated }), ...(taken && { text }) }) : `${done ? '\n' : ''}${storyLines(story, coded, colours)}`);
      progress.tell(++done, placeOf(where));
    }
    if (strict && problems.count) break;
  }
  progress.clear();
  if (quiet && problems.count) process.stderr.write(`dragoman: ${problems.kinds.map(([kind, n]) => `${count(n)} ${kind}`).join(', ')}\n`);
  return problems.count ? 1 : 0;
}

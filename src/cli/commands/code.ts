/** dragoman code: stories in, facts out, nothing stored. */
import { readStories } from '../../intake/read.ts';
import type { Defaults } from '../../intake/story.ts';
import { loadCoder } from '../coder.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { storyLines } from '../render.ts';
import { coloursFor, jsonLine, print } from '../terminal.ts';

/** Codes files to standard output: one JSON object a story, or text to read. Returns the exit code. */
export async function code(files: readonly string[], defaults: Defaults, json: boolean): Promise<number> {
  const problems = new Problems(), progress = new Progress(), colours = coloursFor(process.stdout);
  const coder = await loadCoder();
  let done = 0;
  for await (const { where, story, problems: found } of readStories(files, defaults)) {
    if (found.length) progress.clear();
    for (const one of found) problems.tell(one);
    if (!story) continue;
    const { coded, problem } = coder.code(story, where);
    if (problem) {
      progress.clear();
      problems.tell(problem);
      continue;
    }
    progress.clear();
    await print(json ? jsonLine(coded) : `${done ? '\n' : ''}${storyLines(story, coded, colours)}`);
    progress.tell(++done, `${where.file ?? ''}:${where.line ?? 1}`);
  }
  progress.clear();
  problems.end();
  return problems.count ? 1 : 0;
}

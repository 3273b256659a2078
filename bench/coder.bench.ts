/**
 * How fast the coder reads, on one core: tokens a second of the whole pipeline with the share of each stage, the time of
 * `dragoman code` on one story from a cold start, and the memory that the three languages take.
 * It is the built program that is measured (built first where it is stale). The stories are the repository's own (training/),
 * without those of a sentence or two.
 * Each language is read nine times over in a process of its own, which where there is `taskset` is held to one core with all
 * that belongs to it (collector and compiler too). Told are the median of the last five passes, when everything is compiled,
 * and the first pass, when nothing is.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { newsStories } from '../src/coding/fit/gold.ts';
import type { Lang } from '../src/story/story.ts';
import { STAGES } from './coder/stages.ts';
import type { Pass, Reading } from './coder/stages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { compile } = (await import(`${root}scripts/compile.mjs`)) as { compile: () => boolean };
if (!compile()) process.exit(1);

const LANGS: readonly Lang[] = ['tr', 'en', 'ru'], SETTLED = 5;
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const clock = ({ stages }: Pass): number => stages.reduce((sum, each) => sum + each, 0);
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;
const rate = (tokens: number, ms: number): string => Math.round((1000 * tokens) / ms).toLocaleString('en');

const held = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
print(held ? 'held to one core (taskset):' : 'no taskset here: helper threads of Node may run on other cores');
for (const lang of LANGS) {
  const command = [process.execPath, '--import', 'tsx', `${root}bench/coder/stages.ts`, lang], [program, ...args] = held ? ['taskset', '-c', '0', ...command] : command;
  const { stdout, status } = spawnSync(program as string, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 });
  if (status !== 0) throw new Error(`${lang} was not read`);
  const { stories, tokens, passes } = JSON.parse(stdout) as Reading, settled = passes.slice(-SETTLED);
  const total = middle(settled.map(clock)), shares = STAGES.map((stage, k) => `${stage} ${Math.round((100 * middle(settled.map(({ stages }) => stages[k] as number))) / total)}%`);
  print(`${lang}: ${rate(tokens, total)} tokens a second, ${rate(tokens, middle(settled.map(({ cpu }) => cpu)))} a processor second; the first pass ${rate(tokens, clock(passes[0] as Pass))} (${stories} stories, ${tokens.toLocaleString('en')} tokens): ${shares.join(', ')}`);
}

const memory = spawnSync(process.execPath, ['--input-type=module', '-e',
  `import { codeStory } from './dist/coding/engine.js'; import { newsStories } from './dist/coding/fit/gold.js';
   for (const lang of ['tr', 'en', 'ru']) codeStory(newsStories().find((s) => s.lang === lang));
   globalThis.gc?.(); process.stdout.write(String(process.memoryUsage().rss));`], { cwd: root, encoding: 'utf8' });
print(`three languages loaded: ${Math.round(Number(memory.stdout) / 1e6)} MB resident`);

const file = `${tmpdir()}/dragoman-bench-${process.pid}.jsonl`, stories = newsStories();
for (const lang of LANGS) {
  writeFileSync(file, JSON.stringify(stories.find((s) => s.lang === lang)));
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [`${root}bin/dragoman.mjs`, 'code', file, '--json'], { stdio: 'ignore' });
    if (status !== 0) throw new Error('dragoman code failed');
    return performance.now() - start;
  }).sort((a, b) => a - b);
  print(`dragoman code, one ${lang} story from a cold start: ${Math.round(times[2] as number)} ms (median of five; fastest ${Math.round(times[0] as number)} ms)`);
}
rmSync(file);

/**
 * How fast the coder reads, on one core: tokens a second of the whole pipeline with the share of each stage, the time of
 * `dragoman code` on one story from a cold start, and the memory that the three languages take.
 * It is the built program that is measured (built first where it is stale).
 * The stories are the repository's own (training/), each language's in turn; times are the best of three rounds. Beside the
 * clock's time stands the processor's (garbage collection included), which other programs on the machine disturb less.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Lang } from '../src/story/story.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { compile } = (await import(`${root}scripts/compile.mjs`)) as { compile: () => boolean };
if (!compile()) process.exit(1);

/** A module as it was built: what people run, without what runs TypeScript from source. */
const built = async <T>(path: string): Promise<T> => (await import(`${root}dist/${path}.js`)) as T;
const { codeScene } = await built<typeof import('../src/coding/engine.ts')>('coding/engine');
const { findSpeech } = await built<typeof import('../src/coding/attribution/find.ts')>('coding/attribution/find');
const { findCues } = await built<typeof import('../src/coding/cues.ts')>('coding/cues');
const { dateFor, findDates } = await built<typeof import('../src/coding/dates/find.ts')>('coding/dates/find');
const { ownStories } = await built<typeof import('../src/coding/fit/gold.ts')>('coding/fit/gold');
const { makeScene } = await built<typeof import('../src/coding/scene.ts')>('coding/scene');
const { makeModel, storedModel } = await built<typeof import('../src/coding/scorer/model.ts')>('coding/scorer/model');
const { findTriggers } = await built<typeof import('../src/coding/triggers.ts')>('coding/triggers');
const { loadModel, readSegments } = await built<typeof import('../src/language/analyze.ts')>('language/analyze');
const { segment } = await built<typeof import('../src/language/segment.ts')>('language/segment');
const { resolveParties } = await built<typeof import('../src/parties/resolve.ts')>('parties/resolve');

const ROUNDS = 3;
const STAGES = ['split', 'tag and parse', 'parties', 'speech, dates, triggers', 'facts'] as const;
const LANGS: readonly Lang[] = ['tr', 'en', 'ru'];
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const model = makeModel(storedModel()), stories = ownStories();
for (const lang of LANGS) {
  const mine = stories.filter((s) => s.lang === lang);
  let best: { total: number; stages: number[]; tokens: number } | undefined, leastCpu = Infinity;
  for (let round = 0; round <= ROUNDS; round++) {
    const stages = STAGES.map(() => 0);
    const cpu = process.cpuUsage();
    let tokens = 0, at = performance.now();
    const lap = (stage: number): void => {
      const now = performance.now();
      stages[stage] = (stages[stage] as number) + now - at;
      at = now;
    };
    for (const story of mine) {
      at = performance.now();
      const segments = segment(story.text, lang);
      lap(0);
      const doc = readSegments(loadModel(lang), segments);
      tokens += doc.tokens.length;
      lap(1);
      const parties = resolveParties(doc, { date: story.date });
      lap(2);
      const dates = findDates(doc, story.date);
      const scene = makeScene({ story, doc, parties, titleParties: [], dates, dateOf: (t) => dateFor(dates, doc, t), cues: findCues(doc), speeches: findSpeech(doc, parties.mentions), triggers: findTriggers(doc) });
      lap(3);
      codeScene(scene, model);
      lap(4);
    }
    const total = stages.reduce((a, b) => a + b, 0), { user, system } = process.cpuUsage(cpu);
    // the first round warms up
    if (round === 0) continue;
    leastCpu = Math.min(leastCpu, (user + system) / 1000);
    if (!best || total < best.total) best = { total, stages, tokens };
  }
  if (!best) continue;
  const { total, stages, tokens } = best;
  print(`${lang}: ${Math.round((1000 * tokens) / total).toLocaleString('en')} tokens a second, ${Math.round((1000 * tokens) / leastCpu).toLocaleString('en')} a processor second (${mine.length} stories, ${tokens.toLocaleString('en')} tokens): ${STAGES.map((s, k) => `${s} ${Math.round((100 * (stages[k] as number)) / total)}%`).join(', ')}`);
}

const memory = spawnSync(process.execPath, ['--input-type=module', '-e',
  `import { codeStory } from './dist/coding/engine.js'; import { ownStories } from './dist/coding/fit/gold.js';
   for (const lang of ['tr', 'en', 'ru']) codeStory(ownStories().find((s) => s.lang === lang));
   globalThis.gc?.(); process.stdout.write(String(process.memoryUsage().rss));`], { cwd: root, encoding: 'utf8' });
print(`three languages loaded: ${Math.round(Number(memory.stdout) / 1e6)} MB resident`);

const file = `${tmpdir()}/dragoman-bench-${process.pid}.jsonl`;
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

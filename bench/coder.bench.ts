/**
 * How fast the coder reads, on one core: tokens a second of the whole pipeline with the share of each stage, the time of
 * `dragoman code` on one story from a cold start, and the memory that the three languages take.
 * The stories are the repository's own (training/), each language's in turn; times are the best of three rounds. Beside the
 * clock's time stands the processor's (garbage collection included), which other programs on the machine disturb less.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { codeScene } from '../src/coding/engine.ts';
import { findSpeech } from '../src/coding/attribution/find.ts';
import { findCues } from '../src/coding/cues.ts';
import { dateFor } from '../src/coding/dates/attach.ts';
import { findDates } from '../src/coding/dates/find.ts';
import { ownStories } from '../src/coding/fit/gold.ts';
import { makeScene } from '../src/coding/scene.ts';
import { makeModel, storedModel } from '../src/coding/scorer/model.ts';
import { findTriggers } from '../src/coding/triggers.ts';
import { loadModel, readSegments } from '../src/language/analyze.ts';
import { segment } from '../src/language/segment.ts';
import { resolveParties } from '../src/parties/resolve.ts';
import { LANGS } from '../src/story/story.ts';

const ROUNDS = 3;
const STAGES = ['split', 'tag and parse', 'parties', 'speech, dates, triggers', 'facts'] as const;
const root = fileURLToPath(new URL('..', import.meta.url));
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

const memory = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e',
  `import { codeStory } from './src/coding/engine.ts'; import { ownStories } from './src/coding/fit/gold.ts';
   for (const lang of ['tr', 'en', 'ru']) codeStory(ownStories().find((s) => s.lang === lang));
   globalThis.gc?.(); process.stdout.write(String(process.memoryUsage().rss));`], { cwd: root, encoding: 'utf8' });
print(`three languages loaded: ${Math.round(Number(memory.stdout) / 1e6)} MB resident`);

const file = `${tmpdir()}/dragoman-bench-${process.pid}.jsonl`;
for (const lang of LANGS) {
  writeFileSync(file, JSON.stringify(stories.find((s) => s.lang === lang)));
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, [`${root}bin/dragoman.mjs`, 'code', file, '--json'], { stdio: 'ignore' });
    if (status !== 0) throw new Error('dragoman code failed. Build it first: npm run build');
    return performance.now() - start;
  }).sort((a, b) => a - b);
  print(`dragoman code, one ${lang} story from a cold start: ${Math.round(times[2] as number)} ms (median of five; fastest ${Math.round(times[0] as number)} ms)`);
}

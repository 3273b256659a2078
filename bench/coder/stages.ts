/** One language read and coded over and over, stage by stage; run as a process of its own: `node stages.ts LANG` prints JSON. */
import { fileURLToPath } from 'node:url';
import type { Lang } from '../../src/story/story.ts';

/** What one pass over all stories of a language took. */
export interface Pass {
  /** Milliseconds of each stage, by the clock. */
  stages: number[];
  /** Milliseconds of the processor, garbage collection included. */
  cpu: number;
}

export interface Reading {
  stories: number;
  tokens: number;
  /** In their order: the first also loads the language and has nothing compiled yet. */
  passes: Pass[];
}

export const STAGES = ['split', 'tag and parse', 'parties', 'speech, dates, triggers', 'facts'] as const;
const PASSES = 9;

async function read(lang: Lang): Promise<Reading> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  /** A module as it was built: what people run, without what runs TypeScript from source. */
  const built = async <T>(path: string): Promise<T> => (await import(`${root}dist/${path}.js`)) as T;
  const { codeScene } = await built<typeof import('../../src/coding/engine.ts')>('coding/engine');
  const { findSpeech } = await built<typeof import('../../src/coding/attribution/find.ts')>('coding/attribution/find');
  const { findCues } = await built<typeof import('../../src/coding/cues.ts')>('coding/cues');
  const { dateFor, findDates } = await built<typeof import('../../src/coding/dates/find.ts')>('coding/dates/find');
  const { newsStories } = await built<typeof import('../../src/coding/fit/gold.ts')>('coding/fit/gold');
  const { makeScene } = await built<typeof import('../../src/coding/scene.ts')>('coding/scene');
  const { makeModel, storedModel } = await built<typeof import('../../src/coding/scorer/model.ts')>('coding/scorer/model');
  const { findTriggers } = await built<typeof import('../../src/coding/triggers.ts')>('coding/triggers');
  const { loadModel, readSegments } = await built<typeof import('../../src/language/analyze.ts')>('language/analyze');
  const { segment } = await built<typeof import('../../src/language/segment.ts')>('language/segment');
  const { resolveParties } = await built<typeof import('../../src/parties/resolve.ts')>('parties/resolve');

  const model = makeModel(storedModel()), mine = newsStories().filter((story) => story.lang === lang), passes: Pass[] = [];
  let tokens = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const stages = STAGES.map(() => 0), before = process.cpuUsage();
    let at = performance.now();
    const lap = (stage: number): void => {
      const now = performance.now();
      stages[stage] = (stages[stage] as number) + now - at;
      at = now;
    };
    tokens = 0;
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
    const { user, system } = process.cpuUsage(before);
    passes.push({ stages, cpu: (user + system) / 1000 });
  }
  return { stories: mine.length, tokens, passes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(JSON.stringify(await read(process.argv[2] as Lang)));

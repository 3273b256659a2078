/** Fits the lemmatiser: candidate edit scripts by ending, an averaged perceptron to rank them, and the words it misses. */
import type { Lang } from '../../story/story.ts';
import { mix } from '../hash.ts';
import { applyScript, endingKey, lemmaFeatures, listedKey, readScript, scriptFor } from '../lemmatizer.ts';
import type { Tagset } from '../tagset.ts';
import type { Word } from '../words.ts';
import type { TrainSentence } from './corpus.ts';
import { PairPerceptron } from './perceptron.ts';
import type { Random } from './random.ts';

export interface LemmatizerWeights {
  scripts: string[];
  weights: PairPerceptron;
  candidates: Map<number, Uint16Array>;
  listed: Map<number, Uint16Array>;
}

/** No ending keeps more candidates than this. */
const MOST_CANDIDATES = 24;

interface Item {
  word: Word;
  upos: number;
  bundle: number;
  script: number;
}

function count(table: Map<number, Map<number, number>>, key: number, value: number): void {
  let row = table.get(key);
  if (!row) {
    row = new Map();
    table.set(key, row);
  }
  row.set(value, (row.get(value) ?? 0) + 1);
}

function byFrequency(row: ReadonlyMap<number, number>): number[] {
  return [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([value]) => value);
}

/** Uses the tags that stand in the sentences' buffers (predicted ones, so that it learns from what it will get). */
export function fitLemmatizer(lang: Lang, sentences: readonly TrainSentence[], tags: Tagset, epochs: number, random: Random): LemmatizerWeights {
  const scripts: string[] = [];
  const index = new Map<string, number>();
  const endings = new Map<number, Map<number, number>>();
  const seen = new Map<number, Map<number, number>>();
  const items: Item[] = [];
  for (const { buffer, lemma } of sentences) {
    for (let i = 0; i < buffer.length; i++) {
      const word = buffer.words[i];
      const text = scriptFor(word.form, lemma[i], lang);
      let script = index.get(text);
      if (script === undefined) {
        script = scripts.length;
        index.set(text, script);
        scripts.push(text);
      }
      const upos = buffer.upos[i];
      items.push({ word, upos, bundle: buffer.bundle[i], script });
      for (let length = 0; length <= 3; length++) count(endings, endingKey(word, length, upos), script);
      count(seen, listedKey(word, upos), script);
    }
  }
  const parsed = scripts.map(readScript);
  const candidates = new Map<number, Uint16Array>();
  for (const [key, row] of endings) candidates.set(key, Uint16Array.from(byFrequency(row).slice(0, MOST_CANDIDATES)));
  const weights = new PairPerceptron(scripts.length);
  const featuresOf = (item: Item): number => {
    const caseId = tags.caseId[item.bundle];
    const morph = mix(mix(item.upos, caseId), tags.verb[item.bundle]);
    return lemmaFeatures(item.word, item.upos, morph, tags.agreement[item.bundle], caseId, f);
  };
  const { features: f, sums: scores } = weights;
  const guess = (item: Item, n: number): number => {
    scores.fill(0);
    weights.add(n);
    let best = -1;
    let top = -Infinity;
    for (let length = 3; length >= 1; length--) {
      for (const id of candidates.get(endingKey(item.word, length, item.upos)) ?? []) {
        if (scores[id] > top && applyScript(item.word.form, parsed[id], lang) !== undefined) {
          top = scores[id];
          best = id;
        }
      }
    }
    return best;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(items);
    for (const item of items) {
      const n = featuresOf(item);
      const best = guess(item, n);
      if (best !== item.script) {
        weights.update(f, n, item.script, 1);
        if (best >= 0) weights.update(f, n, best, -1);
      }
      weights.time++;
    }
  }
  weights.average();
  const listed = new Map<number, Uint16Array>();
  for (const item of items) {
    const key = listedKey(item.word, item.upos);
    if (listed.has(key)) continue;
    if (guess(item, featuresOf(item)) !== item.script) listed.set(key, Uint16Array.from(byFrequency(seen.get(key) ?? new Map<number, number>())));
  }
  return { scripts, weights, candidates, listed };
}

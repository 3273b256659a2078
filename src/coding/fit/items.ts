/** The coded stories that scorers are fitted on, each read into a scene with the facts it is known to state. */
import { LANGS } from '../../story/story.ts';
import { loadEntries } from '../lexicon.ts';
import { prepare } from '../prepare.ts';
import { argumentsOf } from '../scene.ts';
import type { Argument, Scene } from '../scene.ts';
import { goldFacts } from './gold.ts';
import type { GoldFact, GoldStory } from './gold.ts';

export const FOLDS = 3;

export interface Item {
  story: GoldStory;
  scene: Scene;
  facts: GoldFact[];
  fold: number;
  weight: number;
  args: Map<number, Argument[]>;
}

const hash = (s: string): number => {
  let h = 2166136261;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 16777619);
  return h >>> 0;
};

export const log = (text: string): void => void process.stderr.write(`${text}\n`);

/** Lexicon examples as one-sentence stories. */
export const exampleStories = (): GoldStory[] => LANGS.flatMap((lang) => loadEntries(lang).flatMap((e): GoldStory[] => {
  if (!e.example || e.expected.length === 0 || e.label.is !== 'event') return [];
  const { type, mutual } = e.label;
  return [{
    id: `example-${lang}-${e.line}`, lang, date: '2024-06-12', text: e.example, persons: [], claims: [], ties: [], trends: [],
    events: e.expected.map(([source, target]) => ({ type, source, target, factuality: 'fact' as const, evidence: e.example, ...(mutual ? { mutual } : {}) })),
  }];
}));

export const isExample = (item: Item): boolean => item.story.id.startsWith('example');

export const itemOf = (story: GoldStory, weight: number): Item => {
  const scene = prepare(story, story.lang);
  const args = new Map<number, Argument[]>();
  for (const t of scene.triggers) if (!args.has(t.sentence)) args.set(t.sentence, argumentsOf(scene, t.sentence));
  return { story, scene, facts: goldFacts(scene, story), fold: hash(story.id.split('-').slice(0, story.id.startsWith('example') ? 3 : /^\w\d-/.test(story.id) ? 1 : 2).join('-')) % FOLDS, weight, args };
};

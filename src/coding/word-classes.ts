/** Closed classes of words that rules look at: `language/<lang>/words.tsv`. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../story/story.ts';

export const WORD_CLASSES = ['and', 'between', 'also', 'together', 'aside', 'session', 'meeting', 'pointer', 'loose', 'fresh', 'body', 'within', 'time', 'opener', 'wish', 'ready', 'leaning', 'intent', 'planned', 'announced', 'expected', 'held', 'discuss', 'with', 'known', 'copula'] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** A class: whether a word in lower case is one of it, and how its words are written. */
export interface Words {
  has(word: string): boolean;
  listed: readonly string[];
}

const NONE: Words = { has: () => false, listed: [] };
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @throws Error naming the line where a class is none */
function load(lang: Lang): ReadonlyMap<WordClass, Words> {
  const classes = new Map<WordClass, Words>();
  readFileSync(new URL(`../language/${lang}/words.tsv`, import.meta.url), 'utf8').split('\n').forEach((line, n) => {
    if (!line.trim() || line.startsWith('#')) return;
    const [name, list = ''] = line.split('\t'), own = WORD_CLASSES.find((one) => one === name), listed = list.trim().split('|');
    if (!own || classes.has(own)) throw new Error(`words.tsv of ${lang}, line ${n + 1}: give each class once, and one of ${WORD_CLASSES.join(', ')}`);
    const whole = new Set(listed.filter((word) => !word.endsWith('*'))), begun = listed.filter((word) => word.endsWith('*')).map((word) => escaped(word.slice(0, -1)));
    const beginning = begun.length ? new RegExp(`^(?:${begun.join('|')})`) : undefined;
    classes.set(own, { listed, has: (word) => whole.has(word) || beginning?.test(word) === true });
  });
  return classes;
}

const loaded = new Map<Lang, ReadonlyMap<WordClass, Words>>();

/** A class of words in a language; empty where the language has none of it. */
export function wordClass(lang: Lang, name: WordClass): Words {
  let classes = loaded.get(lang);
  if (!classes) loaded.set(lang, (classes = load(lang)));
  return classes.get(name) ?? NONE;
}

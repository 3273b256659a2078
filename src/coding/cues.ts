/** Words that bear on how sure a clause is, from `language/<lang>/factuality.tsv`: found once a document, by category. */
import { readFileSync } from 'node:fs';
import type { Doc } from '../language/doc.ts';
import type { Lang } from '../story/story.ts';
import { LexemeIndex } from './lexemes.ts';
import type { LexemePos } from './lexemes.ts';

export const CUE_CATEGORIES = [
  'negation', 'possible', 'planned', 'conditional', 'denial', 'prevented', 'recurring', 'precedent', 'mutual',
  'claim-prediction', 'claim-assessment', 'claim-intention', 'claim-explanation', 'claim-position',
] as const;
export type CueCategory = (typeof CUE_CATEGORIES)[number];

export interface Cue {
  category: CueCategory;
  /** Token range, and the token that carries the meaning (its last). */
  first: number;
  last: number;
  /** Says so only where something else does too. */
  weak?: true;
}

interface Pattern {
  category: CueCategory;
  /** Written with ",weak" after the category. */
  weak: boolean;
  /** Alternatives of each word; an empty list stands for any word. */
  words: number[][];
  /** Written with "^": stands as written where a clause begins ("Should the talks fail"). */
  opening?: string;
}

interface CueMatcher {
  index: LexemeIndex;
  byFirst: Map<number, Pattern[]>;
}

const matchers = new Map<Lang, CueMatcher>();

const load = (lang: Lang): CueMatcher => {
  let m = matchers.get(lang);
  if (m) return m;
  const index = new LexemeIndex(lang);
  const byFirst = new Map<number, Pattern[]>();
  const file = new URL(`../language/${lang}/factuality.tsv`, import.meta.url);
  readFileSync(file, 'utf8').split('\n').forEach((line, n) => {
    if (!line.trim() || line.startsWith('#') || /^category\t/.test(line)) return;
    const [name = '', pattern = ''] = line.split('\t').map((c) => c.trim());
    const [kind, flag] = name.split(','), category = CUE_CATEGORIES.find((c) => c === kind && (flag === undefined || flag === 'weak'));
    if (!category) throw new Error(`factuality.tsv of ${lang}, line ${n + 1}: "${name}" is no category; use one of ${CUE_CATEGORIES.join(', ')}`);
    const opening = /^\^(\S+)/.exec(pattern)?.[1];
    const words = pattern.replace(/^\^/, '').split(/\s+/).map((w) => {
      if (w === '*') return [];
      const pos = /\/([vna])$/.exec(w)?.[1] as LexemePos | undefined;
      return w.replace(/\/[vna]$/, '').split('|').map((l) => index.id(l, pos ?? '*'));
    });
    for (const id of words[0] ?? []) {
      const list = byFirst.get(id);
      const made = { category, weak: flag === 'weak', words, ...(opening ? { opening } : {}) };
      if (list) list.push(made);
      else byFirst.set(id, [made]);
    }
  });
  m = { index, byFirst };
  matchers.set(lang, m);
  return m;
};

/** Whether a clause may begin at a token: the sentence does, or a comma, a dash or a quotation mark stands before. */
const opens = (doc: Doc, first: number, at: number): boolean => at === first || /^[,;:—–"“«„(]$/.test(doc.tokens[at - 1]?.form ?? '');

/** Cues by sentence, in text order. A word between two pattern words is let pass. */
export const findCues = (doc: Doc): Cue[][] => {
  const { index, byFirst } = load(doc.lang);
  return doc.sentences.map((s) => {
    const ids: (readonly number[])[] = [];
    for (let k = s.first; k < s.last; k++) ids.push(index.match(doc.tokens[k] as Doc['tokens'][number]));
    const out: Cue[] = [];
    for (let k = 0; k < ids.length; k++) {
      for (const id of ids[k] as readonly number[]) {
        for (const p of byFirst.get(id) ?? []) {
          let at = k, ok = !p.opening || (doc.tokens[s.first + k]?.lower === p.opening && opens(doc, s.first, s.first + k));
          for (let w = 1; w < p.words.length && ok; w++) {
            const wanted = p.words[w] as number[];
            let next = at + 1;
            if (wanted.length === 0) {
              at = next;
              ok = next < ids.length;
              continue;
            }
            while (next < ids.length && next <= at + 2 && !(ids[next] as readonly number[]).some((x) => wanted.includes(x))) next++;
            ok = next < ids.length && next <= at + 2;
            at = next;
          }
          if (ok && !out.some((c) => c.category === p.category && c.first === s.first + k)) out.push({ category: p.category, first: s.first + k, last: s.first + at + 1, ...(p.weak ? { weak: true as const } : {}) });
        }
      }
    }
    return out;
  });
};

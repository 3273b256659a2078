/** Scores a model on a treebank file, from gold tokens and from raw text (the CoNLL 2018 shared task's F1). */
import { readFileSync } from 'node:fs';
import type { Lang } from '../story/story.ts';
import { analyzeWith, loadModel, parseWords } from './analyze.ts';
import { readConllu } from './conllu.ts';
import type { ConlluSentence } from './conllu.ts';
import { parseFeats } from './tagset.ts';
import type { Model } from './model-file.ts';
import { SentenceBuffer } from './sentence.ts';

/** Shares of gold words, 0 to 100. Relations are compared without subtypes. */
export interface GoldTokenScores {
  words: number;
  upos: number;
  ufeats: number;
  lemma: number;
  uas: number;
  las: number;
  /** With subtypes. */
  lasSubtypes: number;
}

/** F1, 0 to 100. */
export interface RawTextScores {
  tokens: number;
  sentences: number;
  words: number;
  upos: number;
  ufeats: number;
  lemma: number;
  uas: number;
  las: number;
}

export interface UdScores {
  gold: GoldTokenScores;
  raw: RawTextScores;
}

const main = (deprel: string): string => {
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
};

const sameFeats = (a: string, b: string): boolean => {
  if (a === b) return true;
  const sort = (feats: string): string => parseFeats(feats).map(([k, v]) => `${k}=${v}`).sort().join('|');
  return sort(a) === sort(b);
};

/** Tags and parses the treebank's own words. */
export function scoreGoldTokens(model: Model, sentences: readonly ConlluSentence[]): GoldTokenScores {
  const buffer = new SentenceBuffer();
  const { tags } = model.tagger;
  const hits = { upos: 0, ufeats: 0, lemma: 0, uas: 0, las: 0, lasSubtypes: 0 };
  let words = 0;
  for (const sentence of sentences) {
    parseWords(model, sentence.words.map((w) => w.form), buffer);
    sentence.words.forEach((word, i) => {
      words++;
      if (tags.upos[buffer.upos[i]] === word.upos) hits.upos++;
      if (sameFeats(tags.bundles[buffer.bundle[i]], word.feats)) hits.ufeats++;
      if (word.lemma === '_' || buffer.lemma[i] === word.lemma) hits.lemma++;
      if (buffer.head[i] !== word.head) return;
      hits.uas++;
      const rel = model.parser.labels[buffer.rel[i]];
      if (main(rel) === main(word.deprel)) hits.las++;
      if (rel === word.deprel) hits.lasSubtypes++;
    });
  }
  const share = (n: number): number => (words === 0 ? 0 : (100 * n) / words);
  return { words, upos: share(hits.upos), ufeats: share(hits.ufeats), lemma: share(hits.lemma), uas: share(hits.uas), las: share(hits.las), lasSubtypes: share(hits.lasSubtypes) };
}

/** A word placed by the characters it covers, spaces not counted; parts of a split token share their token's place. */
interface Placed {
  form: string;
  start: number;
  end: number;
  split: boolean;
  upos: string;
  feats: string;
  lemma: string;
  deprel: string;
  head: number;
}

interface Layer {
  characters: string;
  tokens: string[];
  sentences: string[];
  words: Placed[];
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

function goldLayer(sentences: readonly ConlluSentence[]): Layer {
  const layer: Layer = { characters: '', tokens: [], sentences: [], words: [] };
  let at = 0;
  const parts: string[] = [];
  for (const sentence of sentences) {
    const begun = at;
    const base = layer.words.length;
    for (const token of sentence.tokens) {
      const form = squeeze(token.form);
      parts.push(form);
      const span = { start: at, end: at + form.length };
      at = span.end;
      layer.tokens.push(`${span.start}-${span.end}`);
      for (let i = token.first; i < token.last; i++) {
        const w = sentence.words[i];
        layer.words.push({ form: w.form, ...span, split: token.last - token.first > 1, upos: w.upos, feats: w.feats, lemma: w.lemma, deprel: w.deprel, head: w.head === 0 ? -1 : base + w.head - 1 });
      }
    }
    layer.sentences.push(`${begun}-${at}`);
  }
  layer.characters = parts.join('');
  return layer;
}

function readLayer(model: Model, text: string): Layer {
  const doc = analyzeWith(model, text);
  const layer: Layer = { characters: squeeze(text), tokens: [], sentences: [], words: [] };
  const offset = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) offset[i + 1] = offset[i] + (/\s/u.test(text[i]) ? 0 : 1);
  let lastStart = -1;
  doc.tokens.forEach((token, i) => {
    const surface = doc.surface(i);
    const start = offset[surface.start];
    const end = offset[surface.end];
    const again = surface.start === lastStart;
    lastStart = surface.start;
    if (!again) layer.tokens.push(`${start}-${end}`);
    const split = again || (i + 1 < doc.tokens.length && doc.surface(i + 1).start === surface.start);
    layer.words.push({ form: token.form, start, end, split, upos: token.upos, feats: doc.feats(i), lemma: token.lemma, deprel: token.deprel, head: token.head });
  });
  for (const s of doc.sentences) layer.sentences.push(`${offset[s.start]}-${offset[s.end]}`);
  return layer;
}

/** Pairs of gold and read words: same place, and inside split tokens the same form in order (longest common subsequence). */
function align(gold: readonly Placed[], read: readonly Placed[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let g = 0;
  let r = 0;
  while (g < gold.length && r < read.length) {
    const a = gold[g];
    const b = read[r];
    if (a.split || b.split) {
      // Take in every word of the overlapping stretch.
      let end = Math.max(a.split ? a.end : a.start, b.split ? b.end : b.start);
      let g2 = g;
      let r2 = r;
      let grown = true;
      while (grown) {
        grown = false;
        while (g2 < gold.length && gold[g2].start < end) {
          if (gold[g2].split && gold[g2].end > end) end = gold[g2].end;
          g2++;
          grown = true;
        }
        while (r2 < read.length && read[r2].start < end) {
          if (read[r2].split && read[r2].end > end) end = read[r2].end;
          r2++;
          grown = true;
        }
      }
      if (g2 === g) g2++;
      if (r2 === r) r2++;
      for (const [x, y] of commonForms(gold, g, g2, read, r, r2)) pairs.set(x, y);
      g = g2;
      r = r2;
    } else if (a.start === b.start && a.end === b.end) {
      pairs.set(g++, r++);
    } else if (a.start < b.start || (a.start === b.start && a.end < b.end)) g++;
    else r++;
  }
  return pairs;
}

function commonForms(gold: readonly Placed[], g1: number, g2: number, read: readonly Placed[], r1: number, r2: number): [number, number][] {
  const n = g2 - g1;
  const m = r2 - r1;
  const best = Array.from({ length: n + 1 }, () => new Int32Array(m + 1));
  const same = (i: number, j: number): boolean => gold[g1 + i].form.toLowerCase() === read[r1 + j].form.toLowerCase();
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) best[i][j] = same(i, j) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
  const out: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (same(i, j)) out.push([g1 + i++, r1 + j++]);
    else if (best[i + 1][j] >= best[i][j + 1]) i++;
    else j++;
  }
  return out;
}

const f1 = (hits: number, gold: number, read: number): number => (gold + read === 0 ? 0 : (200 * hits) / (gold + read));

/** The treebank's text: sentences joined by a space, by a blank line where a paragraph or document opens. */
export function treebankText(sentences: readonly ConlluSentence[]): string {
  let out = '';
  for (const sentence of sentences) {
    const text = sentence.tokens.map((t) => t.form + (t.spaceAfter ? ' ' : '')).join('').trimEnd();
    out += (out === '' ? '' : sentence.opens ? '\n\n' : ' ') + text;
  }
  return out;
}

/** Cuts, splits, tags and parses the treebank's running text. */
export function scoreRawText(model: Model, sentences: readonly ConlluSentence[]): RawTextScores {
  const gold = goldLayer(sentences);
  const read = readLayer(model, treebankText(sentences));
  const overlap = (a: readonly string[], b: readonly string[]): number => {
    const set = new Set(b);
    return a.reduce((n, x) => n + (set.has(x) ? 1 : 0), 0);
  };
  const pairs = align(gold.words, read.words);
  const hits = { upos: 0, ufeats: 0, lemma: 0, uas: 0, las: 0 };
  for (const [g, r] of pairs) {
    const a = gold.words[g];
    const b = read.words[r];
    if (a.upos === b.upos) hits.upos++;
    if (sameFeats(a.feats, b.feats)) hits.ufeats++;
    if (a.lemma === '_' || a.lemma === b.lemma) hits.lemma++;
    const sameHead = a.head < 0 ? b.head < 0 : pairs.get(a.head) === b.head;
    if (!sameHead) continue;
    hits.uas++;
    if (main(a.deprel) === main(b.deprel)) hits.las++;
  }
  const n = gold.words.length;
  const m = read.words.length;
  return {
    tokens: f1(overlap(gold.tokens, read.tokens), gold.tokens.length, read.tokens.length),
    sentences: f1(overlap(gold.sentences, read.sentences), gold.sentences.length, read.sentences.length),
    words: f1(pairs.size, n, m),
    upos: f1(hits.upos, n, m),
    ufeats: f1(hits.ufeats, n, m),
    lemma: f1(hits.lemma, n, m),
    uas: f1(hits.uas, n, m),
    las: f1(hits.las, n, m),
  };
}

/**
 * Both tables for a CoNLL-U file, with the language's model or the one given.
 * @throws Error where the file is missing or no CoNLL-U
 */
export function scoreConllu(path: string, lang: Lang, model: Model = loadModel(lang)): UdScores {
  const sentences = readConllu(readFileSync(path, 'utf8'));
  return { gold: scoreGoldTokens(model, sentences), raw: scoreRawText(model, sentences) };
}

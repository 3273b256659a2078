/** Treebank sentences made ready for training: words with their features beside the gold analysis. */
import type { Lang } from '../../story/story.ts';
import type { ConlluSentence } from '../conllu.ts';
import { hashString } from '../hash.ts';
import { lowerCase } from '../letters.ts';
import { SentenceBuffer } from '../sentence.ts';
import { Tagset } from '../tagset.ts';
import { plainForm, WordCache } from '../words.ts';

export interface TrainSentence {
  /** Words, and whatever tags are predicted for them. */
  buffer: SentenceBuffer;
  source: ConlluSentence;
  upos: Int32Array;
  bundle: Int32Array;
  lemma: string[];
  /** 1-based, 0 for the root. */
  head: Int32Array;
  rel: Int32Array;
}

export interface Corpus {
  lang: Lang;
  sentences: TrainSentence[];
  tags: Tagset;
  labels: string[];
  /** Hashes of words and lemmas seen at least twice. */
  knownWords: Set<number>;
  knownLemmas: Set<number>;
  words: WordCache;
}

/** UD's order of features: by name, case ignored. */
function ordered(feats: string): string {
  if (feats === '_' || feats === '') return '_';
  return feats.split('|').sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|');
}

function frequent(counts: ReadonlyMap<number, number>): Set<number> {
  const out = new Set<number>();
  for (const [key, n] of counts) if (n > 1) out.add(key);
  return out;
}

/** Builds tag inventories and word features over the training sentences. */
export function makeCorpus(lang: Lang, sources: readonly ConlluSentence[]): Corpus {
  const upos: string[] = [];
  const bundles: string[] = [];
  const byUpos: Set<number>[] = [];
  const labels: string[] = ['root'];
  const uposIndex = new Map<string, number>();
  const bundleIndex = new Map<string, number>();
  const wordCounts = new Map<number, number>();
  const lemmaCounts = new Map<number, number>();
  for (const sentence of sources) {
    for (const word of sentence.words) {
      let u = uposIndex.get(word.upos);
      if (u === undefined) {
        u = upos.length;
        uposIndex.set(word.upos, u);
        upos.push(word.upos);
        byUpos.push(new Set());
      }
      const feats = ordered(word.feats);
      let b = bundleIndex.get(feats);
      if (b === undefined) {
        b = bundles.length;
        bundleIndex.set(feats, b);
        bundles.push(feats);
      }
      byUpos[u].add(b);
      if (!labels.includes(word.deprel)) labels.push(word.deprel);
      const w = hashString(lowerCase(plainForm(word.form, lang), lang).replace(/\d/g, '0').replaceAll('ё', 'е'), 1);
      wordCounts.set(w, (wordCounts.get(w) ?? 0) + 1);
      const l = hashString(lowerCase(word.lemma, lang), 3);
      lemmaCounts.set(l, (lemmaCounts.get(l) ?? 0) + 1);
    }
  }
  const tags = new Tagset(upos, bundles, byUpos.map((set) => [...set]));
  const knownWords = frequent(wordCounts);
  const knownLemmas = frequent(lemmaCounts);
  const words = new WordCache(lang, knownWords, 1 << 30);
  const corpus: Corpus = { lang, sentences: [], tags, labels, knownWords, knownLemmas, words };
  corpus.sentences = sources.map((source) => prepare(corpus, source));
  return corpus;
}

/** A sentence with the corpus's indexes; tags it does not know become -1. */
export function prepare(corpus: Corpus, source: ConlluSentence): TrainSentence {
  const { lang, tags, labels, words } = corpus;
  const buffer = new SentenceBuffer();
  buffer.setWords(words, source.words.map((w) => w.form), lang);
  return {
    buffer,
    source,
    upos: Int32Array.from(source.words, (w) => tags.uposId(w.upos)),
    bundle: Int32Array.from(source.words, (w) => tags.bundleId(ordered(w.feats))),
    lemma: source.words.map((w) => w.lemma),
    head: Int32Array.from(source.words, (w) => w.head),
    rel: Int32Array.from(source.words, (w) => labels.indexOf(w.deprel)),
  };
}

/** Fits a whole model on treebank sentences: tagger, lemmatiser, splitter, and a parser on tags as it will get them. */
import type { Lang } from '../../story/story.ts';
import type { ConlluSentence } from '../conllu.ts';
import { lowerCase } from '../letters.ts';
import { Lemmatizer } from '../lemmatizer.ts';
import { packLists, packRows, packSet, writeModel } from '../model-file.ts';
import { setMorph, Tagger } from '../tagger.ts';
import { plainForm } from '../words.ts';
import { makeCorpus } from './corpus.ts';
import type { TrainSentence } from './corpus.ts';
import { fitLemmatizer } from './fit-lemmatizer.ts';
import { fitParser } from './fit-parser.ts';
import { addSurfaceForms, fitSplitter } from './fit-splitter.ts';
import { fitTagger } from './fit-tagger.ts';
import { Random } from './random.ts';

export interface FitOptions {
  /** Passes over the data. */
  taggerEpochs: number;
  parserEpochs: number;
  lemmaEpochs: number;
  /** Parts for jack-knifing: each is tagged by a model of the others. */
  folds: number;
  seed: number;
}

export const DEFAULTS: FitOptions = { taggerEpochs: 8, parserEpochs: 12, lemmaEpochs: 5, folds: 5, seed: 12345 };

/** How much of a perceptron's weights the file keeps. */
const PARSER_CUT = { threshold: 0.9, step: 0.3, touches: 3 };
const TAGGER_CUT = { threshold: 0.3, step: 0.2, touches: 1 };

function useGoldTags(s: TrainSentence): void {
  s.buffer.upos.set(s.upos);
  s.buffer.bundle.set(s.bundle);
}

/** @returns the bytes of the model file */
export function fitModel(lang: Lang, sources: readonly ConlluSentence[], options: FitOptions, log: (line: string) => void): Uint8Array {
  const corpus = makeCorpus(lang, sources);
  const { sentences, tags, labels } = corpus;
  addSurfaceForms(corpus, (form) => lowerCase(plainForm(form, lang), lang).replace(/\d/g, '0').replaceAll('ё', 'е'));
  const words = sentences.reduce((sum, s) => sum + s.buffer.length, 0);
  log(`${sentences.length} sentences, ${words} words, ${tags.upos.length} parts of speech, ${tags.bundles.length} feature bundles, ${labels.length} relations`);

  const predicted = new Map<TrainSentence, { upos: Int32Array; bundle: Int32Array; lemmaId: Int32Array }>();
  // The parser and the lemmatiser are to learn from tags with the mistakes they will meet.
  for (let fold = 0; fold < options.folds; fold++) {
    const rest = sentences.filter((_, i) => i % options.folds !== fold);
    const part = sentences.filter((_, i) => i % options.folds === fold);
    const fitted = fitTagger(rest, tags, 4, new Random(options.seed + fold));
    const tagger = new Tagger(tags, fitted.upos, fitted.feats, false);
    for (const s of part) tagger.run(s.buffer);
    // Lemmas from the other parts too.
    for (const s of rest) useGoldTags(s);
    const lemmas = fitLemmatizer(lang, rest, tags, 2, new Random(options.seed + fold));
    const lemmatizer = new Lemmatizer(lang, lemmas.scripts, lemmas.weights, lemmas.candidates, lemmas.listed, corpus.knownLemmas);
    const kept = part.map((s) => ({ upos: s.buffer.upos.slice(), bundle: s.buffer.bundle.slice() }));
    part.forEach((s, i) => {
      lemmatizer.run(tags, s.buffer);
      predicted.set(s, { ...kept[i], lemmaId: s.buffer.lemmaId.slice() });
    });
    log(`jack-knife part ${fold + 1} of ${options.folds}`);
  }
  for (const s of sentences) {
    const p = predicted.get(s);
    if (!p) continue;
    s.buffer.upos.set(p.upos);
    s.buffer.bundle.set(p.bundle);
    s.buffer.lemmaId.set(p.lemmaId);
    for (let i = 0; i < s.buffer.length; i++) setMorph(tags, s.buffer, i);
  }
  const parser = fitParser(sentences, labels, options.parserEpochs, new Random(options.seed), log);
  const parserBytes = packRows(parser.sparse(PARSER_CUT.threshold, PARSER_CUT.step, PARSER_CUT.touches));
  const lemmas = fitLemmatizer(lang, sentences, tags, options.lemmaEpochs, new Random(options.seed));
  log(`lemmatiser: ${lemmas.scripts.length} scripts, ${lemmas.listed.size} listed words`);
  const tagger = fitTagger(sentences, tags, options.taggerEpochs, new Random(options.seed));
  log('tagger fitted');
  const splitter = fitSplitter(corpus, 6, new Random(options.seed));
  return writeModel(
    { lang, upos: [...tags.upos], bundles: [...tags.bundles], byUpos: tags.byUpos.map((list) => [...list]), labels, scripts: lemmas.scripts },
    [
      { name: 'words', bytes: packSet(corpus.knownWords) },
      { name: 'lemmas', bytes: packSet(corpus.knownLemmas) },
      { name: 'split', bytes: packRows(splitter.weights.sparse(0.1, 0.1, 1)) },
      { name: 'endings', bytes: packSet(splitter.endings) },
      { name: 'upos', bytes: packRows(tagger.upos.sparse(TAGGER_CUT.threshold, TAGGER_CUT.step, TAGGER_CUT.touches)) },
      { name: 'feats', bytes: packRows(tagger.feats.sparse(TAGGER_CUT.threshold, TAGGER_CUT.step, TAGGER_CUT.touches)) },
      { name: 'lemma', bytes: packRows(lemmas.weights.sparse(0.2, 0.1)) },
      { name: 'candidates', bytes: packLists(lemmas.candidates) },
      { name: 'listed', bytes: packLists(lemmas.listed) },
      { name: 'parse', bytes: parserBytes },
    ],
  );
}

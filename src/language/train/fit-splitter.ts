/** Fits the word splitter on the surface tokens of a treebank. */
import { hashString } from '../hash.ts';
import { lowerCase } from '../letters.ts';
import { LONGEST_PART, splitFeatures, splitKey } from '../splitter.ts';
import type { Corpus } from './corpus.ts';
import { Perceptron } from './perceptron.ts';
import type { Random } from './random.ts';

export interface SplitterWeights {
  weights: Perceptron;
  endings: Set<number>;
}

export function fitSplitter(corpus: Corpus, epochs: number, random: Random): SplitterWeights {
  const { lang, words } = corpus;
  const weights = new Perceptron(LONGEST_PART + 1);
  const endings = new Set<number>();
  const sentences = corpus.sentences.map(({ source }) => source.tokens.map((token) => {
    const word = words.get(token.form);
    const parts = source.words.slice(token.first, token.last).map((w) => w.form);
    // Parts that do not spell the token (nedir: ne + dir does) cannot be cut out of the text; more than two are cut once.
    const tail = parts.slice(1).join('');
    const spelt = lowerCase(parts.join(''), lang) === lowerCase(token.form, lang);
    const cut = parts.length > 1 && spelt && tail.length <= LONGEST_PART ? (parts.length === 2 ? tail.length : parts[parts.length - 1].length) : 0;
    if (cut > 0) endings.add(splitKey(word));
    return { word, cut };
  }));
  const { features: f, sums: scores } = weights;
  const order = sentences.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const index of order) {
      const tokens = sentences[index];
      for (let i = 0; i < tokens.length; i++) {
        const { word, cut } = tokens[i];
        if (!endings.has(splitKey(word))) continue;
        const n = splitFeatures(tokens[i - 1]?.word, word, tokens[i + 1]?.word, f);
        scores.fill(0);
        weights.add(n);
        let best = 0;
        for (let c = 1; c < scores.length; c++) if (scores[c] > scores[best]) best = c;
        if (best !== cut) {
          weights.update(f, n, cut, 1);
          weights.update(f, n, best, -1);
        }
        weights.time++;
      }
    }
  }
  weights.average();
  return { weights, endings };
}

/** Adds the surface forms of split tokens to the words that count as known. */
export function addSurfaceForms(corpus: Corpus, normal: (form: string) => string): void {
  const counts = new Map<number, number>();
  for (const { source } of corpus.sentences) {
    for (const token of source.tokens) {
      if (token.last - token.first < 2) continue;
      const hash = hashString(normal(token.form), 1);
      const n = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, n);
      if (n === 2) corpus.knownWords.add(hash);
    }
  }
}

/** Fits the tagger: parts of speech and feature values, each by an averaged perceptron. */
import { bestBundle, contextFeatures, taggedContextFeatures, taggedWordFeatures, wordFeatures } from '../tagger.ts';
import type { Tagset } from '../tagset.ts';
import type { TrainSentence } from './corpus.ts';
import { Perceptron } from './perceptron.ts';
import type { Random } from './random.ts';

export interface TaggerWeights {
  upos: Perceptron;
  feats: Perceptron;
}

/** Moves the values on which two bundles differ. */
function correct(tags: Tagset, model: Perceptron, f: Int32Array, n: number, gold: number, guess: number): void {
  const goldHas = tags.present[gold];
  const guessHas = tags.present[guess];
  for (let k = 0; k < goldHas.length; k++) {
    if (guessHas.includes(goldHas[k])) continue;
    model.update(f, n, goldHas[k], 1);
    const absent = tags.absent[gold][k];
    const j = tags.absent[guess].indexOf(absent);
    model.update(f, n, j < 0 ? absent : guessHas[j], -1);
  }
  for (let k = 0; k < guessHas.length; k++) {
    const absent = tags.absent[guess][k];
    if (tags.absent[gold].includes(absent)) continue;
    model.update(f, n, absent, 1);
    model.update(f, n, guessHas[k], -1);
  }
}

export function fitTagger(sentences: readonly TrainSentence[], tags: Tagset, epochs: number, random: Random): TaggerWeights {
  const upos = new Perceptron(tags.upos.length);
  const feats = new Perceptron(tags.featClasses);
  const uposScores = upos.sums;
  const featScores = feats.sums;
  const order = sentences.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    for (const index of order) {
      const { buffer: s, upos: goldUpos, bundle: goldBundle } = sentences[index];
      let p1 = 0;
      let p2 = 0;
      for (let i = 0; i < s.length; i++) {
        const f = upos.features;
        let n = wordFeatures(s.words[i], f);
        n += contextFeatures(s, i, p1, p2, f.subarray(n));
        uposScores.fill(0);
        upos.add(n);
        let best = 0;
        for (let c = 1; c < uposScores.length; c++) if (uposScores[c] > uposScores[best]) best = c;
        if (best !== goldUpos[i]) {
          upos.update(f, n, goldUpos[i], 1);
          upos.update(f, n, best, -1);
        }
        upos.time++;
        s.upos[i] = best;
        p2 = p1;
        p1 = best + 1;
      }
      let previousCase = 0;
      for (let i = 0; i < s.length; i++) {
        const f = feats.features;
        let n = taggedWordFeatures(s.words[i], s.upos[i], f);
        n += taggedContextFeatures(s, i, previousCase, f.subarray(n));
        featScores.fill(0);
        feats.add(n);
        const best = bestBundle(tags, s.upos[i], featScores);
        if (best !== goldBundle[i] && s.upos[i] === goldUpos[i]) correct(tags, feats, f, n, goldBundle[i], best);
        feats.time++;
        s.bundle[i] = best;
        previousCase = tags.caseId[best] + 1;
      }
    }
  }
  upos.average();
  feats.average();
  return { upos, feats };
}

/** English reporting frames: "X said that", ", X said", "according to X", "accused of", "denied", "reportedly". */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, isWord } from '../frame.ts';
import type { Frame } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import { segmentEnd, segmentStart } from '../site.ts';
import { clauseStart } from './clauses.ts';
import { accordingFrame, asFrame, nounFrames, relayFrame } from './phrasal.ts';
import { cueAt } from './site.ts';
import type { QuotedSite } from './site.ts';
import { verbFrame } from './verb.ts';

/** All frames of a sentence, quotes apart. */
export const englishFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: QuotedSite = { doc, words: reportingWords('en'), first: afterDateline(doc, sentence), last: s.last, sentence, inQuote };
  const frames: Frame[] = [];
  for (let i = site.first; i < site.last; i++) {
    const t = doc.tokens[i];
    if (!isWord(t)) continue;
    const evidential = site.words.evidentials.get(t.lower);
    if (evidential) {
      const start = clauseStart(site, segmentStart(site, i), i);
      frames.push({ kind: 'evidential', covers: [{ first: start, last: segmentEnd(site, i) }], sentence, cue: i, cueLemma: evidential.lemma, stance: evidential.stance, voice: { unnamed: true } });
      continue;
    }
    const according = accordingFrame(site, i);
    if (according) {
      frames.push(according);
      continue;
    }
    const cue = cueAt(site, i);
    if (cue) {
      if (cue.frames.has('chain')) {
        const relay = relayFrame(site, i, cue);
        if (relay) frames.push(relay);
        continue;
      }
      if (asFrame(site, i, cue)) continue;
      const frame = verbFrame(site, i, cue);
      if (frame && (!inQuote(i) || frame.covers.every((c) => inQuote(c.first)))) frames.push(frame);
      continue;
    }
    nounFrames(site, i, frames);
  }
  // "as early reports": "I am told that": unnamed.
  return frames;
};

/** Russian reporting frames: "заявил, что", ", сообщил X", "по словам X", "как пишет X", "обвинил в", "опроверг". */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, isDashToken, isWord } from '../frame.ts';
import type { Frame } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import type { MentionedSite } from '../site.ts';
import { accordingFrame, evidentialFrame, nounFrame } from './phrasal.ts';
import { cueAt, low } from './site.ts';
import { verbFrame } from './verb.ts';

/** All frames of a sentence, quotes apart. */
export const russianFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean, isHead: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: MentionedSite = { doc, words: reportingWords('ru'), first: afterDateline(doc, sentence), last: s.last, sentence, isHead };
  if (isDashToken(doc.tokens[site.first])) site.first++;
  const frames: Frame[] = [];
  for (let i = site.first; i < site.last; i++) {
    const t = doc.tokens[i];
    if (!isWord(t)) continue;
    const according = accordingFrame(site, i);
    if (according) {
      frames.push(according);
      i = Math.max(i, (according.frame?.last ?? i) - 1);
      continue;
    }
    const evidential = site.words.evidentials.get(low(t));
    if (evidential && !(low(t) === 'известно' && low(doc.tokens[i - 1]) !== 'стало')) {
      const frame = evidentialFrame(site, i, evidential);
      if (frame.covers.length) frames.push(frame);
      continue;
    }
    const cue = cueAt(site, i);
    if (cue) {
      const frame = verbFrame(site, i, cue);
      if (frame && (!inQuote(i) || frame.covers.every((c) => inQuote(c.first)))) frames.push(frame);
      continue;
    }
    const noun = nounFrame(site, i, frames);
    if (noun) frames.push(noun);
  }
  return frames;
};

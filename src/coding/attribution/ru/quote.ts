/** Who says what stands within Russian quotation marks or after a dash. */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, childBy, isComma, isDashToken, subtree } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import type { Quote } from '../quotes.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { cueAt } from './site.ts';
import { speakerOf } from './subject.ts';
import { originAfter } from './verb.ts';

/** Who speaks a quote or a dialogue line, by the words after and before it. */
export const russianQuoteFrame = (doc: Doc, quote: Quote, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const words = reportingWords('ru');
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const s = sentences[sentence];
  const limit = quote.close + 1 >= s.last && sentences[sentence + 1]?.paragraph === s.paragraph ? sentences[sentence + 1].last : s.last;
  const site: MentionedSite = { doc, words, first: quote.close + 1, last: limit, sentence, isHead };
  // After: «...», — сказал X
  let at = quote.close + 1;
  while (at < limit && (isComma(tokens[at]) || isDashToken(tokens[at]) || /^[.!?]$/.test(tokens[at].form))) at++;
  if (at > quote.close + 1 || at < limit) {
    for (let i = at; i < Math.min(limit, at + 10); i++) {
      if (QUOTE_MARK.test(tokens[i].form) || (isComma(tokens[i]) && i > at + 3)) break;
      const cue = cueAt(site, i);
      if (!cue || !(cue.frames.has('quote') || cue.frames.has('post'))) continue;
      if (!isDashToken(tokens[at - 1]) && !isComma(tokens[at - 1]) && i > at + 1) break;
      const speaker = speakerOf({ ...site, first: at }, i, i <= at + 1) ?? speakerOf({ ...site, first: at }, i, false);
      if (speaker) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice, origin: originAfter(site, i, limit)?.origin };
    }
  }
  // Before: X сказал: «...»; X заявил, что «...»
  const open = tokens[quote.open].sentence;
  const before: MentionedSite = { doc, words, first: afterDateline(doc, open), last: quote.open, sentence: open, isHead };
  for (let i = quote.open - 1; i >= before.first; i--) {
    if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === ';') break;
    const cue = cueAt(before, i);
    if (!cue || !(cue.frames.has('quote') || cue.frames.has('что')) && tokens[quote.open - 1]?.form !== ':') continue;
    const speaker = speakerOf(before, i, false);
    if (speaker) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice };
  }
  // "Его поддержал X: «...»"
  if (tokens[quote.open - 1]?.form === ':') {
    for (let i = quote.open - 2; i >= before.first; i--) {
      if (tokens[i].upos !== 'VERB') continue;
      const own = childBy(doc, i, 'nsubj');
      if (own !== undefined) return { cue: i, cueLemma: 'сказать', stance: 'assert', voice: { np: subtree(doc, own), head: own } };
    }
  }
  return undefined;
};

/** "— Текст, — говорит X. — Ещё текст.": the frame inside a dialogue line, and the stretch it takes. */
export const russianDashFrame = (doc: Doc, range: Range, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; frame: Range } | undefined => {
  const words = reportingWords('ru');
  const { tokens } = doc;
  for (let k = range.first + 1; k < range.last - 1; k++) {
    if (!isDashToken(tokens[k]) || !/^[,.!?…]$/.test(tokens[k - 1].form)) continue;
    const sentence = tokens[k + 1].sentence;
    const site: MentionedSite = { doc, words, first: k + 1, last: doc.sentences[sentence].last, sentence, isHead };
    for (let i = k + 1; i < Math.min(site.last, k + 5); i++) {
      const cue = cueAt(site, i);
      if (!cue || !(cue.frames.has('quote') || cue.frames.has('post'))) continue;
      const speaker = speakerOf(site, i, true) ?? speakerOf(site, i, false);
      if (!speaker) continue;
      let last = Math.max(i + 1, speaker.range?.last ?? i + 1);
      while (last < site.last && !isDashToken(tokens[last])) last++;
      return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice, frame: { first: k, last } };
    }
  }
  return undefined;
};

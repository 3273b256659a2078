/** Who says what stands within English quotation marks. */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, isComma } from '../frame.ts';
import type { Frame, Voice } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import type { Cue } from '../lexicon.ts';
import type { Quote } from '../quotes.ts';
import { QUOTE_MARK } from '../site.ts';
import { clauseSubject } from './clauses.ts';
import { groupStart, nounPhraseAfter, nounPhraseBefore } from './phrases.ts';
import { cueAt, isFinite } from './site.ts';
import type { QuotedSite } from './site.ts';
import { subjectOf } from './subject.ts';

const SPEECH_CUE_REACH = 14;

/** Who speaks a quote, by the words around it in its sentences. */
export const englishQuoteFrame = (doc: Doc, quote: Quote): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const words = reportingWords('en');
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const site: QuotedSite = { doc, words, first: afterDateline(doc, sentence), last: sentences[sentence].last, sentence, inQuote: () => false };
  const quotable = (i: number): Cue | undefined => {
    const cue = cueAt(site, i) ?? words.verbs.get(tokens[i].lower)?.find((c) => c.frames.has('quote') && tokens[i].upos !== 'NOUN');
    return cue && (cue.frames.has('quote') || cue.frames.has('that')) ? cue : undefined;
  };
  // After: “...,” said X / “...,” X said. The frame may start the next piece where the quote ended in ? or !.
  const afterEnd = Math.min(sentence + 1 < sentences.length && quote.close + 1 >= site.last && sentences[sentence + 1].paragraph === sentences[sentence].paragraph ? sentences[sentence + 1].last : site.last, quote.close + 1 + SPEECH_CUE_REACH);
  const closing = tokens[quote.inside.last - 1]?.form ?? '';
  if (/^[,?!…—-]$/.test(closing) || isComma(tokens[quote.close + 1]) || (tokens[quote.close + 1] && !/^[.;]$/.test(tokens[quote.close + 1].form) && /^[?!]$/.test(closing))) {
    for (let i = quote.close + 1; i < afterEnd; i++) {
      if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === '.') break;
      const cue = quotable(i);
      if (!cue) continue;
      const local: QuotedSite = { ...site, first: quote.close + 1, last: sentences[tokens[i].sentence].last };
      const subject = subjectOf(local, i);
      if (subject && !('unnamed' in subject.voice)) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: subject.voice };
      const np = nounPhraseAfter(local, i + 1) ?? nounPhraseBefore(local, i);
      if (np) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: { np } };
    }
  }
  // Before: X said: “...”; X told the crowd that “...”
  const open = tokens[quote.open].sentence;
  const before: QuotedSite = { ...site, first: afterDateline(doc, open), last: quote.open, sentence: open };
  for (let i = quote.open - 1; i >= before.first; i--) {
    if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === ';') break;
    const cue = quotable(i);
    if (!cue || cue.frames.has('chain')) continue;
    const subject = subjectOf(before, i);
    if (subject && !('unnamed' in subject.voice)) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: subject.voice };
  }
  // "Sheinbaum laughed off the levy: “...”"
  if (tokens[quote.open - 1]?.form === ':') {
    for (let i = quote.open - 2; i > before.first; i--) {
      if (!isFinite(tokens[i])) continue;
      const np = nounPhraseBefore(before, groupStart(before, i)) ?? clauseSubject(before, i);
      return np ? { cue: i, cueLemma: 'say', stance: 'assert', voice: { np } } : undefined;
    }
  }
  return undefined;
};

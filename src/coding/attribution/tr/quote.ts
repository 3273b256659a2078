/** Who says what stands within Turkish quotation marks. */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, isCapital, isComma, isWord } from '../frame.ts';
import type { Frame, Voice } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import type { Quote } from '../quotes.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { clauseStart } from './clauses.ts';
import { afterWord, cueAt, isNominative } from './site.ts';
import type { Hit } from './site.ts';
import { nominativeRun, phraseAfter, subjectIn } from './subject.ts';

/** Who speaks a quote: the frame after it ("dedi", "diyen X", "ifadesini kullandı"), with the subject before, inside or after. */
export const turkishQuoteFrame = (doc: Doc, quote: Quote, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const s = sentences[sentence];
  const limit = quote.close + 1 >= s.last && sentences[sentence + 1]?.paragraph === s.paragraph ? sentences[sentence + 1].last : s.last;
  const open = tokens[quote.open].sentence;
  const site: MentionedSite = { doc, words: reportingWords('tr'), first: afterDateline(doc, open), last: limit, sentence, isHead };
  let at = quote.close + 1;
  while (at < limit && (isComma(tokens[at]) || /^[—–-]$/.test(tokens[at].form))) at++;
  let hit: Hit | undefined;
  for (let i = at; i < Math.min(limit, at + 7); i++) {
    if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === '.') break;
    const found = cueAt(site, i);
    if (found && found.shape !== 'passive participle') {
      hit = found;
      break;
    }
  }
  if (!hit || hit.first > at + 3) {
    // "X şöyle konuştu: “...”"; "X: “...”"
    if (tokens[quote.open - 1]?.form === ':') {
      for (let i = quote.open - 2; i >= site.first; i--) {
        const found = cueAt(site, i);
        if (!found) continue;
        const subject = subjectIn(site, site.first, found.first, i);
        return { cue: i, cueLemma: found.cue.lemma, stance: found.cue.stance, voice: subject ? { np: subject } : { again: true, sentence: tokens[quote.open].sentence } };
      }
      const np = { first: site.first, last: quote.open - 1 };
      if (np.last - np.first <= 8 && isCapital(tokens[np.last - 1]) && isNominative(tokens[np.last - 1])) return { cue: quote.open - 1, cueLemma: 'de', stance: 'assert', voice: { np } };
    }
    if (!hit) return undefined;
  }
  const base = { cue: hit.at, cueLemma: hit.cue.lemma, stance: hit.cue.stance };
  if (hit.shape === 'passive') return { voice: { unnamed: true }, ...base };
  if (hit.shape === 'participle') {
    const np = phraseAfter(site, afterWord(site, hit.at));
    return np ? { voice: { np }, ...base } : undefined;
  }
  // Subject before the quote, in its clause.
  const local: MentionedSite = { ...site, last: quote.open };
  const hits: Hit[] = [];
  for (let i = site.first; i < quote.open; i++) {
    const h = isWord(tokens[i]) ? cueAt(site, i) : undefined;
    if (h) hits.push(h);
  }
  const clause = clauseStart(local, quote.open, hits);
  const subject = subjectIn(local, clause.start, quote.open, hit.at) ?? nominativeRun(local, clause.start, quote.open);
  if (subject) return { voice: { np: subject }, ...base };
  // "… belirterek, “...” dedi": the clause before has the subject; "… hatırlatan X, “...”" too.
  const participle = hits.filter((h) => h.shape === 'participle').at(-1);
  if (participle) {
    const np = phraseAfter({ ...site, last: quote.open }, participle.at + 1);
    if (np) return { voice: { np }, ...base };
  }
  if (clause.start > site.first) {
    const whole = subjectIn(local, site.first, clause.start, hit.at);
    if (whole) return { voice: { np: whole }, ...base };
  }
  // After: “...,” diyor araştırmacı X.
  const after = phraseAfter(site, afterWord(site, hit.at));
  if (after && tokens.slice(after.first, after.last).some((t) => isCapital(t))) return { voice: { np: after }, ...base };
  return { voice: { again: true, sentence: tokens[quote.open].sentence }, ...base };
};

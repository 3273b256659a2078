/** Noun phrases beside a reporting verb, and which of them can be a source of words. */
import type { Token } from '../../../language/doc.ts';
import { isCapital, isComma, isDashToken, isHardBreak, isWord, subtree } from '../frame.ts';
import type { Range } from '../frame.ts';
import { NOUN_LIKE, QUOTE_MARK } from '../site.ts';
import type { QuotedSite } from './site.ts';

/** Noun phrase that ends right before `end`. */
export const nounPhraseBefore = (site: QuotedSite, end: number): Range | undefined => {
  const { tokens } = site.doc;
  let first = end;
  while (first > site.first) {
    const t = tokens[first - 1];
    if (isComma(t) || isHardBreak(t) || QUOTE_MARK.test(t.form) || isDashToken(t)) break;
    // "two people briefed on the matter": a reduced relative clause belongs to the phrase.
    const reduced = t.upos === 'VERB' && /(?:ed|en)$/.test(t.lower) && tokens[first]?.upos === 'ADP' && first < end && tokens[first - 2]?.upos === 'NOUN';
    if ((t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger' && !reduced) break;
    if (t.upos === 'SCONJ' || (t.upos === 'CCONJ' && end - first > 6)) break;
    if (/^(?:that|which|who|when|where|after|before|because|if|while|but)$/.test(t.lower)) break;
    first--;
  }
  for (let i = first; i < end; i++) if (NOUN_LIKE.has(tokens[i].upos)) return { first, last: end };
  return undefined;
};

/** Noun phrase that starts at `start`: to the next comma, quote, verb or mark. */
export const nounPhraseAfter = (site: QuotedSite, start: number): Range | undefined => {
  const { tokens } = site.doc;
  let last = start;
  let nouns = 0;
  while (last < site.last) {
    const t = tokens[last];
    if (isComma(t)) {
      // "Majed al-Ansari, the spokesman, ..." ends at the comma; a title before the name does not come here.
      break;
    }
    if (isHardBreak(t) || QUOTE_MARK.test(t.form) || isDashToken(t) || /^[.!?()]$/.test(t.form)) break;
    if (/^(?:who|which|that|when|after|before|as|while|and|in|on|during|at|by|citing|to)$/.test(t.lower) && nouns > 0 && !(t.lower === 'and' && isCapital(tokens[last + 1]))) break;
    if ((t.upos === 'VERB' || t.upos === 'AUX') && nouns > 0 && t.feat('VerbForm') !== 'Part') break;
    if (NOUN_LIKE.has(t.upos)) nouns++;
    last++;
  }
  return nouns > 0 ? { first: start, last } : undefined;
};

/** Head token of a subject and the stretch it spans, relative clauses left out. */
export const subjectRange = (site: QuotedSite, s: number): Range => {
  const span = subtree(site.doc, s);
  const { tokens } = site.doc;
  let last = Math.max(s + 1, span.last);
  for (let i = s + 1; i < last; i++) {
    if (/^(?:who|which|whose)$/.test(tokens[i].lower)) {
      last = i;
      break;
    }
  }
  return { first: Math.max(span.first, site.first), last };
};

export const appositionEnd = (site: QuotedSite, from: number, to: number): number => {
  let last = from;
  while (last < to && !isComma(site.doc.tokens[last])) last++;
  return last;
};

/** Where the verb group of a cue starts: "has said", "has since repeatedly denied". */
export const groupStart = (site: QuotedSite, i: number): number => {
  const { tokens } = site.doc;
  let k = i;
  while (k > site.first && (tokens[k - 1].upos === 'ADV' || tokens[k - 1].upos === 'AUX' || tokens[k - 1].upos === 'PART' || /^(?:has|had|have|also|later|not|n't|n’t|did|does|do)$/.test(tokens[k - 1].lower))) k--;
  return k;
};

/** Whether one cites people or papers, not reasons ("citing the drills"). */
export const isSource = (site: QuotedSite, np: Range): boolean => {
  const { tokens } = site.doc;
  for (let i = np.first; i < np.last; i++) {
    const w = tokens[i].lower;
    if (site.words.sources.has(w) || site.words.roles.has(w) || site.words.classes.has(w) || /^(?:ministry|office|documents?|statement|letter|report|memo|intelligence|police|government|agency|army|service)$/.test(w)) return true;
  }
  const last = tokens[np.last - 1];
  return isCapital(last) && last.upos === 'PROPN' && !/^(?:the|a|an)$/.test(tokens[np.first].lower);
};

/** "a person close to him", "an official in the ministry": keep what hangs on the noun. */
export const extendPhrase = (site: QuotedSite, np: Range, to: number): Range => {
  let { last } = np;
  while (last < to && isWord(site.doc.tokens[last])) last++;
  return { first: np.first, last };
};

export const isTimeEnd = (t: Token | undefined): boolean =>
  t !== undefined && /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|day|night|morning|evening|statement|interview|post|speech|conference|briefing|today|yesterday|january|february|march|april|june|july|august|september|october|november|december|\d+)$/.test(t.lower);

/** Who speaks: the subject of an English reporting verb, before it, after it or taken over from another clause. */
import { childBy, hasVerb, isComma, isDashToken, isHardBreak, subtree } from '../frame.ts';
import type { Range, Voice } from '../frame.ts';
import { NOUN_LIKE, QUOTE_MARK } from '../site.ts';
import { clauseFollows, clauseSubject } from './clauses.ts';
import { groupStart, nounPhraseAfter, nounPhraseBefore, subjectRange } from './phrases.ts';
import { BARE_CLAUSE, hasFiniteBefore, isFinite, SUBORDINATOR } from './site.ts';
import type { QuotedSite } from './site.ts';

const NOT_SUBJECT = /^(?:that|there|this|what|those|these|i|we|you|me|us)$/;

export interface Subject {
  voice: Voice;
  /** The subject's words, for knowing where the frame starts. */
  range?: Range;
  after: boolean;
}

/** Who speaks at a cue: what stands right before it first, then the tree. */
export const subjectOf = (site: QuotedSite, i: number): Subject | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const k = groupStart(site, i);
  const prev = k > site.first ? tokens[k - 1] : undefined;
  const own = childBy(doc, i, 'nsubj');
  // Passive: "it was reported", "is said to", "I am told".
  if (childBy(doc, i, 'aux:pass', 'nsubj:pass') !== undefined && (tokens[i].feat('Voice') === 'Pass' || tokens[i].feat('VerbForm') === 'Part')) {
    const by = doc.children(i).find((c) => tokens[c].deprel.startsWith('obl') && doc.children(c).some((m) => tokens[m].lower === 'by'));
    if (by !== undefined && by > i) return { voice: { np: subtree(doc, by), head: by }, after: true };
    return { voice: { unnamed: true }, after: false };
  }
  // ", said X" / “...” said X: inverted.
  if (k === i && prev && (isComma(prev) || QUOTE_MARK.test(prev.form)) && !/^(?:that|,|\.|it|he|she|they|his|her|the|a)$/.test(tokens[i + 1]?.lower ?? '.') || (k === i && prev && QUOTE_MARK.test(prev.form))) {
    const range = nounPhraseAfter(site, i + 1);
    if (range && (own === undefined || own > i || QUOTE_MARK.test(prev?.form ?? '')) && !clauseFollows(site, i + 1)) return { voice: { np: range }, range, after: true };
  }
  if (k === i && prev && isComma(prev) && BARE_CLAUSE.test(site.words.verbs.get(tokens[i].lower)?.[0].lemma ?? '') && /^(?:the|a|an|his|her|its)$/.test(tokens[i + 1]?.lower ?? '') && !clauseFollows(site, i + 1) && !clauseSubjectBefore(site, i)) {
    const range = nounPhraseAfter(site, i + 1);
    if (range) return { voice: { np: range }, range, after: true };
  }
  if (prev && /^(?:who|which|that)$/.test(prev.lower) && prev.upos !== 'SCONJ') {
    const end = isComma(tokens[k - 2]) ? k - 2 : k - 1;
    const before = nounPhraseBefore(site, end);
    return before ? { voice: { np: before }, range: { first: k - 1, last: k }, after: false } : undefined;
  }
  if (prev && !isComma(prev) && prev.upos !== 'CCONJ' && !isHardBreak(prev)) {
    const range = nounPhraseBefore(site, k);
    if (range) {
      const only = range.last - range.first === 1 ? tokens[range.first].lower : '';
      if (NOT_SUBJECT.test(only)) return undefined;
      return { voice: { np: range, head: own !== undefined && own >= range.first && own < range.last ? own : undefined }, range, after: false };
    }
  }
  if (own !== undefined && own < i && own >= site.first && !NOT_SUBJECT.test(tokens[own].lower) && !/^(?:who|which)$/.test(tokens[own].lower)) {
    const range = subjectRange(site, own);
    return { voice: { np: { first: range.first, last: Math.min(range.last, k) }, head: own }, range: { first: range.first, last: k }, after: false };
  }
  const subject = clauseSubject(site, k);
  if (subject) {
    const only = subject.last - subject.first === 1 ? tokens[subject.first].lower : '';
    if (NOT_SUBJECT.test(only)) return undefined;
    return { voice: { np: subject }, after: false };
  }
  return undefined;
};

const clauseSubjectBefore = (site: QuotedSite, i: number): boolean => {
  const s = clauseSubject(site, i);
  return s !== undefined && !hasVerb(site.doc, s.last, i);
};

/** ", X said": the noun phrase between the last comma and the cue, where a clause stands before that comma. */
export const postSubject = (site: QuotedSite, i: number): { range: Range; comma: number } | undefined => {
  const { tokens } = site.doc;
  const k = groupStart(site, i);
  let first = k;
  while (first > site.first && !isComma(tokens[first - 1]) && !isHardBreak(tokens[first - 1]) && !QUOTE_MARK.test(tokens[first - 1].form) && !isDashToken(tokens[first - 1])) first--;
  if (first === k && isComma(tokens[k - 1])) {
    // ", Qatar's spokesman, Majed al-Ansari, said": the phrase and its apposition.
    let at = k - 1;
    const chunk = (): boolean => {
      const close = at;
      while (at > site.first && !isComma(tokens[at - 1]) && !isHardBreak(tokens[at - 1]) && !QUOTE_MARK.test(tokens[at - 1].form)) at--;
      return close - at > 0 && close - at <= 12 && !tokens.slice(at, close).some(isFinite) && tokens.slice(at, close).some((t) => NOUN_LIKE.has(t.upos));
    };
    if (!chunk() || at <= site.first) return undefined;
    at--;
    if (!chunk() || at <= site.first || !hasFiniteBefore(site, site.first, at)) return undefined;
    first = at;
  }
  const mark = tokens[first - 1];
  if (first >= k || k - first > 24 || !mark || first <= site.first || isHardBreak(mark)) return undefined;
  const lead = tokens[first].lower;
  if (SUBORDINATOR.test(lead) || /^(?:who|which|whose|that|where|and|but|or)$/.test(lead)) return undefined;
  let nouns = 0;
  for (let m = first; m < k; m++) {
    if (isFinite(tokens[m]) || /^(?:who|which)$/.test(tokens[m].lower)) return undefined;
    if (NOUN_LIKE.has(tokens[m].upos)) nouns++;
  }
  if (nouns === 0 || (k - first === 1 && NOT_SUBJECT.test(lead))) return undefined;
  return { range: { first, last: k }, comma: first - 1 };
};

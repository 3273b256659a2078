/** Where the clauses of an English sentence begin and end. */
import { childBy, hasVerb, isCapital, isComma, isHardBreak, subtree } from '../frame.ts';
import type { Range } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { NOUN_LIKE, QUOTE_MARK } from '../site.ts';
import { appositionEnd, isTimeEnd } from './phrases.ts';
import { COORDINATOR, cueAt, isFinite, SUBORDINATOR } from './site.ts';
import type { QuotedSite } from './site.ts';

/** Subject of the clause a cue stands in: its first stretch between commas that opens with a noun phrase and no preposition. */
export const clauseSubject = (site: QuotedSite, i: number): Range | undefined => {
  const { tokens } = site.doc;
  let start = site.first;
  for (let k = i - 1; k >= site.first; k--) {
    if (isHardBreak(tokens[k]) || /^[“”"]$/.test(tokens[k].form) && isFinite(tokens[k + 1])) {
      start = k + 1;
      break;
    }
    // ", while X ... , and Y": a new clause with its own subject.
    if (COORDINATOR.test(tokens[k].lower) && isComma(tokens[k - 1]) && NOUN_LIKE.has(tokens[k + 1]?.upos ?? '') === true && hasVerb(site.doc, k + 1, i)) {
      start = k + 1;
      break;
    }
  }
  let at = start;
  while (at < i) {
    let end = at;
    while (end < i && !isComma(tokens[end])) end++;
    let first = at;
    while (first < end && (tokens[first].upos === 'CCONJ' || tokens[first].upos === 'ADV' || tokens[first].upos === 'PUNCT')) first++;
    if (first < end && !SUBORDINATOR.test(tokens[first].lower) && !/^(?:who|which|whose|that|where)$/.test(tokens[first].lower)) {
      let last = first;
      let nouns = 0;
      while (last < end && !isFinite(tokens[last]) && !/^(?:who|which|that)$/.test(tokens[last].lower)) {
        if (NOUN_LIKE.has(tokens[last].upos)) nouns++;
        last++;
      }
      // The name may follow in apposition: "Namibia's new president, Netumbo Nandi-Ndaitwah, said".
      if (nouns > 0) return { first, last: last === end && isCapital(tokens[end + 1]) && end + 1 < i && !isCapital(tokens[last - 1]) ? appositionEnd(site, end + 1, i) : last };
    }
    at = end + 1;
  }
  return undefined;
};

/** Whether a clause of its own begins at a token: "that", or a noun phrase and a finite verb before any comma. */
export const clauseFollows = (site: QuotedSite, from: number): boolean => {
  const { tokens } = site.doc;
  let noun = false;
  if (QUOTE_MARK.test(tokens[from]?.form ?? '') && site.inQuote(from + 1)) return false;
  for (let k = from; k < Math.min(site.last, from + 22); k++) {
    const t = tokens[k];
    if (t.lower === 'that' && k - from <= 8) return true;
    if (isComma(t)) {
      // "said the bloc, which ..., would": an apposition may stand between.
      if (!noun || k === from) return false;
      let close = k + 1;
      while (close < site.last && !isComma(tokens[close]) && close < k + 14) close++;
      return close < site.last && isComma(tokens[close]) && tokens[close + 1] !== undefined && isFinite(tokens[close + 1]) && k - from <= 6 && !/^(?:citing|quoting)$/.test(tokens[k + 1]?.lower ?? '');
    }
    if (isHardBreak(t) || (QUOTE_MARK.test(t.form) && site.inQuote(k + 1)) || /^[.!?]$/.test(t.form)) return false;
    if (/^(?:who|which|after|when|before|as|because|while)$/.test(t.lower) && k > from) return false;
    if (NOUN_LIKE.has(t.upos)) noun = true;
    else if (noun && isFinite(t)) return true;
  }
  return false;
};

/** First token of a verb that shares the cue's subject and ends what the cue says: "said X and promised Y". */
export const joinedAfter = (site: QuotedSite, i: number): number => {
  const { doc } = site;
  let end = site.last;
  for (const c of doc.children(i)) {
    const t = doc.tokens[c];
    if (c <= i) continue;
    if (t.deprel === 'conj' || (t.deprel === 'advcl' && t.feat('VerbForm') === 'Ger') || t.deprel === 'parataxis') {
      let at = t.deprel === 'conj' ? Math.min(c, ...doc.children(c).filter((k) => doc.tokens[k].deprel !== 'nsubj' || k > i)) : subtree(doc, c).first;
      if (at <= i) at = c;
      while (at - 1 > i && (isComma(doc.tokens[at - 1]) || doc.tokens[at - 1].upos === 'CCONJ')) at--;
      if (t.deprel === 'advcl' && !(/ing$/.test(t.lower) && isComma(doc.tokens[at]))) continue;
      if (t.deprel === 'parataxis' && !isHardBreak(doc.tokens[at - 1])) continue;
      if (at < end) end = at;
    }
  }
  // "..., calling it a lie": the speaker again.
  for (let k = i + 2; k < end - 1; k++) {
    if (isComma(doc.tokens[k]) && /^(?:calling|adding|saying|citing|describing|warning|urging|accusing|insisting|branding|arguing)$/.test(doc.tokens[k + 1].lower)) {
      end = k;
      break;
    }
  }
  // "..., and said": a second saying verb without a subject of its own.
  for (let k = i + 2; k < end - 1; k++) {
    const t = doc.tokens[k];
    if (t.upos !== 'CCONJ') continue;
    let v = k + 1;
    while (v < end && doc.tokens[v].upos === 'ADV') v++;
    if (v < end && isFinite(doc.tokens[v]) && cueAt(site, v) && doc.tokens[v].feat('Tense') === doc.tokens[i].feat('Tense')) return isComma(doc.tokens[k - 1]) ? k - 1 : k;
  }
  return end;
};

/** Of a stretch left of an interrupting frame: from the last coordinator before it, where one opens the clause. */
export const clauseStart = (site: QuotedSite, from: number, end: number): number => {
  const { tokens } = site.doc;
  for (let i = end - 1; i > from; i--) {
    if (COORDINATOR.test(tokens[i].lower) && isComma(tokens[i - 1]) && hasVerb(site.doc, from, i)) return i;
    if (tokens[i].form === ':') return i + 1;
  }
  return from;
};

/** Where the content starts to the right of a cue: after adverbs, addressee and "that". */
export const contentStart = (site: QuotedSite, i: number, cue: Cue): number => {
  const { doc } = site;
  const { tokens } = doc;
  const from = skipSetting(site, i, cue);
  for (let k = from; k < Math.min(site.last, from + 12); k++) {
    if (tokens[k].lower === 'that' && (tokens[k].upos === 'SCONJ' || k === from)) return k + 1;
    if (isFinite(tokens[k])) break;
  }
  return from;
};

/** After a cue: particles, "on Monday", "this week", "in a statement", and whom one tells. */
export const skipSetting = (site: QuotedSite, i: number, cue: Cue): number => {
  const { tokens } = site.doc;
  let at = i + 1 + cue.rest.length;
  for (let n = 0; n < 4 && at < site.last; n++) {
    const t = tokens[at];
    if (t.upos === 'ADV' && !/^(?:how|why|when|where)$/.test(t.lower) && !clauseFollows({ ...site, last: at + 1 }, at)) {
      at++;
      continue;
    }
    if (/^(?:on|in|at|during|this|last|earlier|late|early|to|yesterday|today)$/.test(t.lower)) {
      // A phrase of time or place is short and holds no verb.
      let k = at + 1;
      while (k < site.last && k < at + 7 && /^(?:DET|ADJ|NOUN|NUM|PROPN|ADP)$/.test(tokens[k].upos) && !isTimeEnd(tokens[k - 1]) && tokens[k].lower !== 'that') k++;
      if (isTimeEnd(tokens[k - 1]) || tokens[k]?.lower === 'that' || isComma(tokens[k]) || tokens[k]?.upos === 'PRON') {
        at = k;
        continue;
      }
    }
    break;
  }
  if (cue.frames.has('tell')) {
    // The addressee: up to "that", or to where the clause's own noun phrase begins.
    for (let k = at; k < Math.min(site.last, at + 12); k++) {
      if (tokens[k].lower === 'that') return k;
      if (isFinite(tokens[k]) || isComma(tokens[k])) break;
    }
    const obj = childBy(site.doc, i, 'obj', 'iobj');
    if (obj !== undefined && obj >= at && obj < at + 7) at = Math.max(at, Math.min(subtree(site.doc, obj).last, obj + 3));
    else if (at < site.last && NOUN_LIKE.has(tokens[at].upos)) at++;
  }
  return at;
};

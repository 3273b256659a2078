/** English reporting frames: "X said that", ", X said", "according to X", "accused of", "denied", "reportedly". */
import type { Doc, Token } from '../../language/doc.ts';
import { afterDateline, childBy, hasVerb, isCapital, isComma, isDashToken, isHardBreak, isWord, subtree, wordy } from './frame.ts';
import type { Frame, Range, Voice } from './frame.ts';
import type { Cue, ReportingWords } from './lexicon.ts';
import { reportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';

const QUOTE_MARK = /^[“”"„«»]$/;
const PRONOUN = /^(?:he|she|they|it|who|which)$/;
const NOT_SUBJECT = /^(?:that|there|this|what|those|these|i|we|you|me|us)$/;
const COORDINATOR = /^(?:and|but|while|yet|although|though|whereas)$/;
const NOUN_LIKE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

interface Site {
  doc: Doc;
  words: ReportingWords;
  /** Sentence bounds after a dateline. */
  first: number;
  last: number;
  sentence: number;
  inQuote: (i: number) => boolean;
}

/** The reporting verb at a token, if its form and tag allow one. */
const cueAt = (site: Site, i: number): Cue | undefined => {
  const t = site.doc.tokens[i];
  const cues = site.words.verbs.get(t.lower);
  if (!cues) return undefined;
  if (t.upos !== 'VERB' && t.upos !== 'AUX') {
    // A tagger may take "reports" or "states" for a noun; only unmistakable forms pass without the tag.
    const clear = /^(?:said|says|told|wrote|insists|adds|argues|writes|thinks|believes|denies|denied|announced|added)$/.test(t.lower) || (site.doc.tokens[i + 1]?.lower === 'that' && t.upos !== 'NOUN') || (site.doc.tokens[i + 1]?.lower === 'that' && /(?:s|ers|ts)$/.test(site.doc.tokens[i - 1]?.lower ?? '') && !t.lower.endsWith('s'));
    if (!clear) return undefined;
  }
  for (const cue of cues) {
    if (!cue.rest.length) return cues.length > 1 && cues.some((c) => c.rest.length && c.rest.every((w, k) => site.doc.tokens[i + 1 + k]?.lower === w)) ? cues.find((c) => c.rest.length) : cue;
    if (cue.rest.every((w, k) => site.doc.tokens[i + 1 + k]?.lower === w)) return cue;
  }
  return undefined;
};

/** Noun phrase that ends right before `end`. */
const nounPhraseBefore = (site: Site, end: number): Range | undefined => {
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
const nounPhraseAfter = (site: Site, start: number): Range | undefined => {
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
const subjectRange = (site: Site, s: number): Range => {
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


interface Subject {
  voice: Voice;
  /** The subject's words, for knowing where the frame starts. */
  range?: Range;
  after: boolean;
}

const isFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger' && t.feat('VerbForm') !== 'Inf';
const SUBORDINATOR = /^(?:after|before|while|although|though|when|if|because|as|since|until|once|unless|despite|in|on|at|during|under|for|from|by|with|without|to|of|amid|following|speaking|asked|according)$/;

/** Subject of the clause a cue stands in: its first stretch between commas that opens with a noun phrase and no preposition. */
const clauseSubject = (site: Site, i: number): Range | undefined => {
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

const appositionEnd = (site: Site, from: number, to: number): number => {
  let last = from;
  while (last < to && !isComma(site.doc.tokens[last])) last++;
  return last;
};

/** Where the verb group of a cue starts: "has said", "has since repeatedly denied". */
const groupStart = (site: Site, i: number): number => {
  const { tokens } = site.doc;
  let k = i;
  while (k > site.first && (tokens[k - 1].upos === 'ADV' || tokens[k - 1].upos === 'AUX' || tokens[k - 1].upos === 'PART' || /^(?:has|had|have|also|later|not|n't|n’t|did|does|do)$/.test(tokens[k - 1].lower))) k--;
  return k;
};

/** Who speaks at a cue: what stands right before it first, then the tree. */
const subjectOf = (site: Site, i: number): Subject | undefined => {
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

const clauseSubjectBefore = (site: Site, i: number): boolean => {
  const s = clauseSubject(site, i);
  return s !== undefined && !hasVerb(site.doc, s.last, i);
};

/** Whether a clause of its own begins at a token: "that", or a noun phrase and a finite verb before any comma. */
const clauseFollows = (site: Site, from: number): boolean => {
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
const joinedAfter = (site: Site, i: number): number => {
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

/** The next ";" or the end of the sentence. */
const segmentEnd = (site: Site, from: number): number => {
  for (let i = from; i < site.last; i++) if (site.doc.tokens[i].form === ';') return i;
  return site.last;
};
const segmentStart = (site: Site, from: number): number => {
  for (let i = from - 1; i >= site.first; i--) if (site.doc.tokens[i].form === ';') return i + 1;
  return site.first;
};

/** Of a stretch left of an interrupting frame: from the last coordinator before it, where one opens the clause. */
const clauseStart = (site: Site, from: number, end: number): number => {
  const { tokens } = site.doc;
  for (let i = end - 1; i > from; i--) {
    if (COORDINATOR.test(tokens[i].lower) && isComma(tokens[i - 1]) && hasVerb(site.doc, from, i)) return i;
    if (tokens[i].form === ':') return i + 1;
  }
  return from;
};

/** ", citing Y", "who quoted Y", ", citing ... " after a frame. */
const originAfter = (site: Site, from: number, to: number): { origin: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  for (let i = from; i < to; i++) {
    if (/^(?:citing|quoting|cited|quoted|cites|quotes)$/.test(tokens[i].lower) && (/ing$/.test(tokens[i].lower) || /^(?:which|who|that)$/.test(tokens[i - 1]?.lower ?? ''))) {
      const np = nounPhraseAfter({ ...site, last: to }, i + 1);
      if (np && isSource(site, np)) return { origin: { np: extendPhrase(site, np, to) }, first: isComma(tokens[i - 1]) ? i - 1 : i };
    }
  }
  return undefined;
};

/** Whether one cites people or papers, not reasons ("citing the drills"). */
const isSource = (site: Site, np: Range): boolean => {
  const { tokens } = site.doc;
  for (let i = np.first; i < np.last; i++) {
    const w = tokens[i].lower;
    if (site.words.sources.has(w) || site.words.roles.has(w) || site.words.classes.has(w) || /^(?:ministry|office|documents?|statement|letter|report|memo|intelligence|police|government|agency|army|service)$/.test(w)) return true;
  }
  const last = tokens[np.last - 1];
  return isCapital(last) && last.upos === 'PROPN' && !/^(?:the|a|an)$/.test(tokens[np.first].lower);
};

/** "a person close to him", "an official in the ministry": keep what hangs on the noun. */
const extendPhrase = (site: Site, np: Range, to: number): Range => {
  let { last } = np;
  while (last < to && isWord(site.doc.tokens[last])) last++;
  return { first: np.first, last };
};

const TIME = /^(?:on|in|at|during|earlier|late|early|yesterday|today|tonight|last|this|overnight|later|also|again|separately|publicly|privately)$/;

/** Where the content starts to the right of a cue: after adverbs, addressee and "that". */
const contentStart = (site: Site, i: number, cue: Cue): number => {
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
const skipSetting = (site: Site, i: number, cue: Cue): number => {
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

const isTimeEnd = (t: Token | undefined): boolean =>
  t !== undefined && /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|day|night|morning|evening|statement|interview|post|speech|conference|briefing|today|yesterday|january|february|march|april|june|july|august|september|october|november|december|\d+)$/.test(t.lower);

/** Verbs that newsrooms let stand before a clause without "that". */
const BARE_CLAUSE = /^(?:say|think|believe|claim|hope|fear|insist|tell|predict|reckon|add|warn|argue|admit|suspect|estimate|write|announce|note|report)$/;
/** Nouns whose denial denies what they say; refusing a plan or a demand is an act of its own. */
const SAID_NOUN = /^(?:accusations?|claims?|reports?|allegations?|charges?|rumou?rs?|suggestions?|assertions?|statements?|speculation|having|any|notion|idea|talk)$/;

const RIGHT_FRAMES = ['that', 'inf', 'ger', 'of', 'np'];

/** Whether the words right of a cue are content and no object of another kind. */
const takesRight = (site: Site, i: number, cue: Cue): 'clause' | 'np' | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const next = i + 1 + cue.rest.length;
  if (next >= site.last || isComma(tokens[next]) || /^[.;:!?]$/.test(tokens[next].form)) return undefined;
  const from = skipSetting(site, i, cue);
  if (from < site.last && !isComma(tokens[from])) {
    for (let k = next; k < Math.min(site.last, from + 10); k++) {
      if (isHardBreak(tokens[k]) || isFinite(tokens[k]) || QUOTE_MARK.test(tokens[k].form)) break;
      if (tokens[k].lower === 'that' && (cue.frames.has('that') || cue.frames.has('np')) && (k === from || tokens[k].upos === 'SCONJ')) return 'clause';
    }
    const infinitive = doc.children(i).some((c) => c > i && tokens[c].deprel === 'xcomp') || tokens.slice(from, Math.min(site.last, from + 8)).some((t, k, all) => t.lower === 'to' && all[k + 1]?.upos === 'VERB');
    if (cue.frames.has('inf') && infinitive) return 'clause';
    if (BARE_CLAUSE.test(cue.lemma) && clauseFollows(site, from)) return 'clause';
    if (cue.frames.has('that') && doc.children(i).some((c) => c > i && tokens[c].deprel === 'ccomp') && clauseFollows(site, from)) return 'clause';
  }
  if (cue.frames.has('of')) {
    for (let k = next; k < site.last; k++) {
      if (/^(?:of|for|over)$/.test(tokens[k].lower)) return 'np';
      if (isComma(tokens[k]) || isHardBreak(tokens[k])) return undefined;
    }
  }
  if (cue.frames.has('ger') && /ing$/.test(tokens[next].lower)) return 'clause';
  if (cue.frames.has('np') && /^(?:dismiss|refute|rebut|reject|dispute|rebuff|disavow)$/.test(cue.lemma)) {
    for (let k = next; k < Math.min(site.last, next + 8); k++) if (SAID_NOUN.test(tokens[k].lower)) return 'np';
    return undefined;
  }
  if (cue.frames.has('np')) {
    const obj = childBy(doc, i, 'obj');
    if (obj !== undefined && obj > i) return 'np';
    if (/^(?:a|an|the|any|such|reports|claims|rumours|rumors|accusations|allegations|his|her|its|their)$/.test(tokens[next].lower)) return 'np';
  }
  return undefined;
};

/** ", X said": the noun phrase between the last comma and the cue, where a clause stands before that comma. */
const postSubject = (site: Site, i: number): { range: Range; comma: number } | undefined => {
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

const verbFrame = (site: Site, i: number, cue: Cue): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const base = { sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance };
  const end = segmentEnd(site, i);
  const start = segmentStart(site, i);
  const content = RIGHT_FRAMES.some((f) => cue.frames.has(f)) ? takesRight(site, i, cue) : undefined;
  const next = tokens[i + 1 + cue.rest.length];
  // "As the minister put it, Poland ...": the clause after the comma.
  if (isComma(next) && cue.frames.has('post')) {
    let as = i - 1;
    while (as > start && as > i - 12 && tokens[as].lower !== 'as' && !isComma(tokens[as])) as--;
    if (tokens[as]?.lower === 'as' && as < i - 1) {
      const covers = wordy(doc, [{ first: i + cue.rest.length + 2, last: end }]);
      return covers.length ? { kind: 'indirect', ...base, covers, voice: { np: { first: as + 1, last: i } } } : undefined;
    }
  }
  const leadsIn = next !== undefined && (next.form === ':' || QUOTE_MARK.test(next.form));
  if (content !== 'clause' && cue.frames.has('post') && !leadsIn) {
    const post = postSubject(site, i);
    const subject: Subject | undefined = post ? { voice: { np: post.range }, range: post.range, after: false } : subjectOf(site, i);
    if (subject && (post || subject.after)) {
      const first = post ? post.comma : i - 1;
      const frameLast = subject.after && subject.range ? subject.range.last : i + 1;
      const frame = postFrame(site, { start, first, last: frameLast, end });
      if (frame) {
        return { kind: 'unnamed' in subject.voice ? 'evidential' : 'indirect', ...base, covers: frame.covers, voice: subject.voice, origin: frame.origin, frame: { first: first + 1, last: frameLast } };
      }
    }
  }
  if (!content) return undefined;
  const subject = subjectOf(site, i);
  if (!subject || (subject.after && content === 'clause' && subject.range && clauseFollows(site, subject.range.first))) return undefined;
  const kind = 'unnamed' in subject.voice ? ('evidential' as const) : ('indirect' as const);
  const cited = originAfter(site, i + 1, end) ?? originAfter(site, start, i);
  let last = Math.min(end, joinedAfter(site, i));
  if (cited && cited.first > i && cited.first < last) last = cited.first;
  let first = contentStart(site, i, cue);
  if (content === 'np' && cue.frames.has('of') && !cue.frames.has('np')) {
    for (let k = i + 1; k < last; k++) {
      if (/^(?:of|for|over)$/.test(tokens[k].lower)) {
        first = k + 1;
        break;
      }
    }
  } else if (content === 'np') first = i + 1 + cue.rest.length;
  if (first >= last) return undefined;
  // What is condemned or charged ends where another clause begins: ", while Y ...", ", and Y ...".
  if (content === 'np') {
    for (let k = first + 1; k < last; k++) {
      if (isComma(tokens[k - 1]) && COORDINATOR.test(tokens[k].lower)) last = k - 1;
    }
  }
  const covers = wordy(doc, [{ first, last }]);
  return covers.length ? { kind, ...base, covers, voice: subject.voice, origin: cited?.origin } : undefined;
};

/** What a frame at the end or in the middle of a sentence covers: the clause before it and, where it interrupts, the rest. */
const postFrame = (site: Site, at: { start: number; first: number; last: number; end: number }): { covers: Range[]; origin?: Voice } | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const cited = originAfter(site, at.last, at.end);
  let tail = at.last;
  while (tail < at.end && !isComma(tokens[tail])) tail++;
  const next = tokens[tail + 1];
  const rest = cited ? cited.first : at.end;
  const interrupts = tail < rest && next !== undefined && !/ing$/.test(next.lower) && !SUBORDINATOR.test(next.lower) && !(/^(?:days?|weeks?|months?|years?|hours?)$/.test(tokens[tail + 2]?.lower ?? '')) && !/^(?:who|which)$/.test(next.lower) && (!/^(?:a|an)$/.test(next.lower) || !hasFiniteBefore(site, at.start, at.first)) && hasVerb(doc, tail, rest) && !(COORDINATOR.test(next.lower) && hasFiniteBefore(site, at.start, at.first));
  const left = leftRange(site, at.start, at.first, interrupts);
  if (!interrupts && !hasVerb(doc, left.first, left.last)) return undefined;
  const covers = wordy(doc, interrupts ? [left, { first: tail, last: rest }] : [left]);
  if (!covers.length) return undefined;
  // The words before are a quote: direct speech, found by its marks.
  const opens = QUOTE_MARK.test(tokens[covers[0].first].form) ? 1 : 0;
  if (site.inQuote(covers[0].first + opens)) return undefined;
  return { covers, origin: cited?.origin };
};

const hasFiniteBefore = (site: Site, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isFinite(site.doc.tokens[i])) return true;
  return false;
};

const leftRange = (site: Site, start: number, end: number, interrupts: boolean): Range => {
  let last = end;
  while (last > start && (isComma(site.doc.tokens[last - 1]) || QUOTE_MARK.test(site.doc.tokens[last - 1].form))) last--;
  // "... and, two diplomats said, has asked": only what follows the coordinator is theirs.
  if (COORDINATOR.test(site.doc.tokens[last - 1]?.lower ?? '')) return { first: last, last };
  return { first: interrupts ? clauseStart(site, start, last) : start, last };
};

/** "according to X", "in the view of X", "in her view". */
const accordingFrame = (site: Site, i: number): Frame | undefined => {
  const { tokens } = site.doc;
  let length = 0;
  let cue: Cue | undefined;
  for (const c of site.words.phrases.get(tokens[i].lower) ?? []) {
    if (c.rest.every((w, k) => tokens[i + 1 + k]?.lower === w) && c.rest.length + 1 > length) {
      cue = c;
      length = c.rest.length + 1;
    }
  }
  const { lower } = tokens[i];
  if (!cue && lower !== 'in' && lower !== 'to') return undefined;
  let voice: Voice | undefined;
  let stop = i + length;
  const end = segmentEnd(site, i);
  if (cue) {
    const np = nounPhraseAfter({ ...site, last: end }, i + length);
    if (!np) return undefined;
    let { last } = np;
    // Names may run on: "Murat Kaleli, a retired ambassador", "a person familiar with the exchange".
    while (last < end && !isComma(tokens[last]) && !hasFiniteAt(tokens[last])) last++;
    stop = Math.max(np.last, last);
    // "a statement by the coast guard": its author.
    let author = np.first;
    if (tokens.slice(np.first, np.last).some((t) => DOCUMENT.test(t.lower))) {
      while (author < stop && !/^(?:by|from|of)$/.test(tokens[author].lower)) author++;
      voice = author < stop - 1 ? { np: { first: author + 1, last: stop } } : tokens.slice(np.first, np.last).some(isCapital) ? { np: { first: np.first, last: stop } } : { unnamed: true };
    } else voice = { np: { first: np.first, last: stop } };
  } else if (/^(?:view|opinion|words|judgment|judgement|estimate|reading|telling|account|assessment)$/.test(tokens[i + 2]?.lower ?? '') && /^(?:his|her|their|its)$/.test(tokens[i + 1]?.lower ?? '')) {
    cue = { lemma: 'in the view of', stance: 'think', frames: new Set(), rest: [] };
    voice = { np: { first: i + 1, last: i + 2 }, head: i + 1 };
    stop = i + 3;
  } else if (lower === 'in') {
    // "in Sawicz's view"
    for (let k = i + 2; k < Math.min(end, i + 8); k++) {
      if (/^['’]s?$/.test(tokens[k].form) && /^(?:view|opinion|words|account|telling|estimate|assessment|judgment)$/.test(tokens[k + 1]?.lower ?? '')) {
        cue = { lemma: 'in the view of', stance: 'think', frames: new Set(), rest: [] };
        voice = { np: { first: i + 1, last: k } };
        stop = k + 2;
        break;
      }
    }
  }
  if (!cue || !voice) return undefined;
  const start = segmentStart(site, i);
  const cited = originAfter(site, stop, end);
  const atEnd = wordy(site.doc, [{ first: stop, last: cited ? cited.first : end }]).length === 0 || !hasVerb(site.doc, stop, cited ? cited.first : end);
  const left: Range = { first: atEnd ? start : clauseStart(site, start, i), last: i };
  const covers = wordy(site.doc, atEnd ? [left] : [left, { first: stop, last: cited ? cited.first : end }]);
  if (!covers.length) return undefined;
  return { kind: 'according', covers, sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice, origin: cited?.origin, frame: { first: i, last: stop } };
};

const DOCUMENT = /^(?:statements?|reports?|documents?|release|readout|read-out|transcript|data|figures|records|letter|memo|post|posts|tally|count|estimates?|filing|papers?)$/;

const hasFiniteAt = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') === 'Fin';

/** "an accusation by X that", "Russia's claim that", "rumours that", ", a charge X denies". */
const nounFrames = (site: Site, i: number, frames: Frame[]): void => {
  const { doc } = site;
  const { tokens } = doc;
  const cue = site.words.nouns.get(tokens[i].lower);
  if (!cue || tokens[i].upos === 'VERB') return;
  const end = segmentEnd(site, i);
  // ", a charge Russia denies" / ", a charge the minister rejected"
  if (/^(?:a|an|something|the)$/.test(tokens[i - 1]?.lower ?? '') && isComma(tokens[i - 2])) {
    for (let k = i + 1; k < Math.min(end, i + 14); k++) {
      const verb = site.words.verbs.get(tokens[k].lower)?.[0];
      if (verb && /^(?:deny|reject|dismiss|dispute|refute|rebut|confirm)$/.test(verb.lemma)) {
        const np = { first: tokens[i + 1].lower === 'that' || tokens[i + 1].lower === 'which' ? i + 2 : i + 1, last: k };
        if (np.last > np.first) frames.push({ kind: 'indirect', covers: [{ first: segmentStart(site, i), last: i - 2 }], sentence: site.sentence, cue: k, cueLemma: verb.lemma, stance: verb.stance, voice: { np } });
        return;
      }
      if (isComma(tokens[k])) break;
    }
  }
  let that = -1;
  let by: Range | undefined;
  for (let k = i + 1; k < Math.min(end, i + 16); k++) {
    if (tokens[k].lower === 'that') {
      that = k;
      break;
    }
    if (tokens[k].lower === 'of' && k === i + 1 && cue.frames.has('of')) {
      that = k;
      break;
    }
    if (tokens[k].lower === 'by' || tokens[k].lower === 'from') {
      const np = nounPhraseAfter(site, k + 1);
      if (np) by = { first: k + 1, last: np.last };
    }
    if (hasFiniteAt(tokens[k])) break;
  }
  if (that < 0) return;
  let voice: Voice | undefined = by ? { np: { first: by.first, last: Math.max(by.last, Math.min(that, by.last + 8)) } } : undefined;
  const poss = childBy(doc, i, 'nmod:poss');
  if (!voice && poss !== undefined && poss < i) voice = { np: subtree(doc, poss), head: poss };
  const denied = frames.some((f) => f.stance === 'deny' && f.covers.some((c) => c.first <= i && c.last > i));
  if (!voice) {
    if (denied || !/^(?:report|rumou?r|allegation|speculation|accusation|claim)s?$/.test(tokens[i].lower)) return;
    voice = { unnamed: true };
  } else if (denied && /^reports?$/.test(tokens[i].lower)) return;
  frames.push({ kind: 'unnamed' in voice ? 'evidential' : 'indirect', covers: [{ first: that + 1, last: end }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice });
};

/** "as X put it", "for what X called" carry no content of their own; "as X says" does. */
const asFrame = (site: Site, i: number, cue: Cue): boolean => {
  const { tokens } = site.doc;
  for (let k = i - 1; k >= Math.max(site.first, i - 8); k--) {
    if (isComma(tokens[k])) return false;
    if (tokens[k].upos === 'CCONJ') return false;
    if (tokens[k].lower === 'what') return true;
    if (tokens[k].lower === 'as' && cue.frames.has('that')) return false;
  }
  return false;
};

/** "The agency quoted X as telling ...": what X says is relayed by the agency. */
const relayFrame = (site: Site, i: number, cue: Cue): Frame | undefined => {
  const { tokens } = site.doc;
  const end = segmentEnd(site, i);
  for (let k = i + 2; k < Math.min(end, i + 24); k++) {
    if (tokens[k].lower !== 'as' || !/ing$/.test(tokens[k + 1]?.lower ?? '')) continue;
    const subject = subjectOf(site, i);
    if (!subject || 'unnamed' in subject.voice) return undefined;
    return { kind: 'indirect', covers: [{ first: k + 1, last: end }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: 'assert', voice: subject.voice };
  }
  return undefined;
};

/** All frames of a sentence, quotes apart. */
export const englishFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: Site = { doc, words: reportingWords('en'), first: afterDateline(doc, sentence), last: s.last, sentence, inQuote };
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

const SPEECH_CUE_REACH = 14;

/** Who speaks a quote, by the words around it in its sentences. */
export const englishQuoteFrame = (doc: Doc, quote: Quote): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const words = reportingWords('en');
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const site: Site = { doc, words, first: afterDateline(doc, sentence), last: sentences[sentence].last, sentence, inQuote: () => false };
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
      const local: Site = { ...site, first: quote.close + 1, last: sentences[tokens[i].sentence].last };
      const subject = subjectOf(local, i);
      if (subject && !('unnamed' in subject.voice)) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: subject.voice };
      const np = nounPhraseAfter(local, i + 1) ?? nounPhraseBefore(local, i);
      if (np) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: { np } };
    }
  }
  // Before: X said: “...”; X told the crowd that “...”
  const open = tokens[quote.open].sentence;
  const before: Site = { ...site, first: afterDateline(doc, open), last: quote.open, sentence: open };
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

export const englishPronoun = (t: Token): boolean => PRONOUN.test(t.lower);

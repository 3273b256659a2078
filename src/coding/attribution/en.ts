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
    if (!/^(?:said|says|told|wrote|insists|adds|argues|writes|thinks|believes|denies|denied|announced|added)$/.test(t.lower)) return undefined;
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
    if ((t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger') break;
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

/** Who speaks at a cue. */
const subjectOf = (site: Site, i: number): Subject | undefined => {
  const { tokens } = site.doc;
  const { doc } = site;
  const own = childBy(doc, i, 'nsubj');
  // ", said X": inverted. The noun phrase right of the verb, where the left is a quote, a comma or an adverb.
  const prev = tokens[i - 1];
  if (own === undefined || own > i) {
    if (prev && (isComma(prev) || QUOTE_MARK.test(prev.form)) && !isComma(tokens[i + 1])) {
      const range = nounPhraseAfter(site, i + 1);
      if (range) return { voice: { np: range, head: own }, range, after: true };
    }
  }
  if (own !== undefined && own < i) {
    const t = tokens[own];
    if (NOT_SUBJECT.test(t.lower) && t.lower !== 'who') return undefined;
    const range = subjectRange(site, own);
    if (range.last > i) range.last = i;
    if (t.lower === 'who' || t.lower === 'which') {
      // A relative clause: the noun it hangs on speaks.
      const noun = tokens[i].head;
      if (noun >= 0 && noun < i) return { voice: { np: { first: Math.max(site.first, subtree(doc, noun).first), last: own }, head: noun }, range, after: false };
      const before = nounPhraseBefore(site, isComma(tokens[own - 1]) ? own - 1 : own);
      return before ? { voice: { np: before }, range, after: false } : undefined;
    }
    return { voice: { np: range, head: own }, range, after: false };
  }
  // Passive without an agent: "it was reported", "is said to".
  if (childBy(doc, i, 'aux:pass', 'nsubj:pass') !== undefined) {
    const by = doc.children(i).find((c) => tokens[c].deprel.startsWith('obl') && doc.children(c).some((k) => tokens[k].lower === 'by'));
    if (by !== undefined && by > i) return { voice: { np: subtree(doc, by), head: by }, after: true };
    return { voice: { unnamed: true }, after: false };
  }
  // A verb joined to another, or a participle: the subject of the verb above.
  let at = i;
  for (let n = 0; n < 4; n++) {
    const t = tokens[at];
    if (!/^(?:conj|advcl|xcomp|parataxis|acl)/.test(t.deprel) || t.head < 0) break;
    if (t.deprel.startsWith('acl') && NOUN_LIKE.has(tokens[t.head].upos) && t.head < i) return { voice: { np: { first: subtree(doc, t.head).first, last: Math.min(i, t.head + 1) }, head: t.head }, after: false };
    at = t.head;
    const s = childBy(doc, at, 'nsubj');
    if (s !== undefined) {
      if (NOT_SUBJECT.test(tokens[s].lower)) return undefined;
      return { voice: { np: subjectRange(site, s), head: s }, after: s > i };
    }
  }
  // The tree gives none: what stands right before.
  let k = i;
  while (k > site.first && (tokens[k - 1].upos === 'ADV' || tokens[k - 1].upos === 'AUX')) k--;
  const range = nounPhraseBefore(site, k);
  return range ? { voice: { np: range }, range, after: false } : undefined;
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
      if (t.deprel === 'advcl' && !/ing$/.test(t.lower)) continue;
      if (at < end) end = at;
    }
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
  }
  return from;
};

/** ", citing Y", "who quoted Y", ", citing ... " after a frame. */
const originAfter = (site: Site, from: number, to: number): { origin: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  for (let i = from; i < to; i++) {
    if (/^(?:citing|quoting|cited|quoted|cites|quotes)$/.test(tokens[i].lower) && (/ing$/.test(tokens[i].lower) || /^(?:which|who|that)$/.test(tokens[i - 1]?.lower ?? ''))) {
      const np = nounPhraseAfter({ ...site, last: to }, i + 1);
      if (np) return { origin: { np: extendPhrase(site, np, to) }, first: i };
    }
  }
  return undefined;
};

/** "a person close to him", "an official in the ministry": keep what hangs on the noun. */
const extendPhrase = (site: Site, np: Range, to: number): Range => {
  let { last } = np;
  while (last < to && isWord(site.doc.tokens[last])) last++;
  return { first: np.first, last };
};

const TIME = /^(?:on|in|at|during|earlier|late|early|yesterday|today|tonight|last|this|overnight|later|also|again|separately|publicly|privately)$/;

/** Where the content starts to the right of a cue: after addressee, adverbs and "that". */
const contentStart = (site: Site, i: number, cue: Cue): number => {
  const { doc } = site;
  const { tokens } = doc;
  let at = i + 1 + cue.rest.length;
  const clause = doc.children(i).find((c) => c > i && (tokens[c].deprel === 'ccomp' || tokens[c].deprel === 'xcomp'));
  for (let k = at; k < Math.min(site.last, at + 14); k++) {
    if (tokens[k].lower === 'that' && tokens[k].upos === 'SCONJ') return k + 1;
  }
  if (clause !== undefined) {
    const s = subtree(doc, clause);
    return Math.max(at, s.first);
  }
  if (cue.frames.has('tell')) {
    const obj = childBy(doc, i, 'obj', 'iobj');
    if (obj !== undefined && obj > i && obj < i + 8) at = Math.max(at, subtree(doc, obj).last);
  }
  if (TIME.test(tokens[at]?.lower ?? '')) {
    let k = at;
    while (k < Math.min(site.last, at + 5) && !isCapital(tokens[k + 1])) k++;
    at = k < at + 5 ? k + 1 : at;
  }
  return at;
};

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
  if (next >= site.last) return undefined;
  const clause = doc.children(i).some((c) => c > i && (tokens[c].deprel === 'ccomp' || (tokens[c].deprel === 'xcomp' && (cue.frames.has('inf') || cue.frames.has('ger')))));
  if (clause) return 'clause';
  for (let k = next; k < Math.min(site.last, next + 10); k++) {
    if (isHardBreak(tokens[k]) || QUOTE_MARK.test(tokens[k].form)) break;
    if (tokens[k].lower === 'that' && tokens[k].upos === 'SCONJ') return 'clause';
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
  // "said the bloc would adopt": a finite verb soon after, with a noun before it.
  if (BARE_CLAUSE.test(cue.lemma)) {
    let noun = false;
    for (let k = next; k < Math.min(site.last, next + 14); k++) {
      const t = tokens[k];
      if (isComma(t) && k < next + 2) return undefined;
      if (isHardBreak(t) || QUOTE_MARK.test(t.form)) return undefined;
      if (NOUN_LIKE.has(t.upos)) noun = true;
      if (noun && (t.upos === 'AUX' || (t.upos === 'VERB' && t.feat('VerbForm') === 'Fin'))) return 'clause';
    }
  }
  return undefined;
};

const verbFrame = (site: Site, i: number, cue: Cue): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const subject = subjectOf(site, i);
  if (!subject) return undefined;
  const base = { sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: negated(doc, i) && cue.stance === 'assert' ? ('assert' as const) : cue.stance };
  const unnamed = 'unnamed' in subject.voice;
  const kind = unnamed ? ('evidential' as const) : ('indirect' as const);
  const end = segmentEnd(site, i);
  const start = segmentStart(site, i);
  const frameFirst = Math.min(i, subject.range && !subject.after ? subject.range.first : i);
  const frameLast = Math.max(i + 1, subject.range && subject.after ? subject.range.last : i + 1);
  const cited = originAfter(site, frameLast, end);
  const content = RIGHT_FRAMES.some((f) => cue.frames.has(f)) ? takesRight(site, i, cue) : undefined;
  const commaBefore = isComma(tokens[frameFirst - 1]) || (QUOTE_MARK.test(tokens[frameFirst - 1]?.form ?? '') && isComma(tokens[frameFirst - 2])) || isDashToken(tokens[frameFirst - 1]);
  // ", X said" at the end or in the middle.
  const leftHolds = frameFirst > start && commaBefore && cue.frames.has('post') && wordy(doc, [{ first: start, last: frameFirst }]).length > 0;
  if (leftHolds && !/^(?:acl|advcl|conj)/.test(tokens[i].deprel) || (leftHolds && subject.after)) {
    let tail = frameLast;
    while (tail < end && !isComma(tokens[tail])) tail++;
    const interrupts = tail < end && wordy(doc, [{ first: tail, last: cited ? cited.first : end }]).length > 0 && content !== 'clause';
    const left = leftRange(site, start, frameFirst, interrupts);
    if (hasVerb(doc, left.first, left.last) || interrupts) {
      const covers = wordy(doc, interrupts && !cited && hasVerb(doc, tail, end) ? [left, { first: tail, last: end }] : [left]);
      if (covers.length && content !== 'clause' && !site.inQuote(covers[0].first + (QUOTE_MARK.test(tokens[covers[0].first].form) ? 1 : 0))) return { ...base, kind, covers, voice: subject.voice, origin: cited?.origin, frame: { first: frameFirst, last: frameLast } };
    }
  }
  if (!content) return undefined;
  let last = Math.min(end, joinedAfter(site, i));
  if (cited && cited.first < last) last = cited.first;
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
  const covers = wordy(doc, [{ first, last }]);
  return covers.length ? { ...base, kind, covers, voice: subject.voice, origin: cited?.origin, frame: { first: frameFirst, last: Math.max(i + 1, Math.min(first, frameLast)) } } : undefined;
};

const leftRange = (site: Site, start: number, end: number, interrupts: boolean): Range => {
  let last = end;
  while (last > start && (isComma(site.doc.tokens[last - 1]) || QUOTE_MARK.test(site.doc.tokens[last - 1].form))) last--;
  // "... and, two diplomats said, has asked": only what follows the coordinator is theirs.
  if (COORDINATOR.test(site.doc.tokens[last - 1]?.lower ?? '')) return { first: last, last };
  return { first: interrupts ? clauseStart(site, start, last) : start, last };
};

const negated = (doc: Doc, i: number): boolean => doc.children(i).some((c) => /^(?:not|n't|n’t|never)$/.test(doc.tokens[c].lower));

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
  let voice: Voice | undefined;
  let stop = i + length;
  const end = segmentEnd(site, i);
  if (cue) {
    const np = nounPhraseAfter({ ...site, last: end }, i + length);
    if (!np) return undefined;
    let { last } = np;
    // Names may run on: "Murat Kaleli, a retired ambassador", "a person familiar with the exchange".
    while (last < end && !isComma(tokens[last]) && !hasFiniteAt(tokens[last])) last++;
    voice = { np: { first: np.first, last: Math.max(np.last, last) } };
    stop = Math.max(np.last, last);
  } else if (/^(?:in|to)$/.test(tokens[i].lower) && /^(?:view|opinion|words|judgment|judgement|estimate|reading|telling|account|assessment)$/.test(tokens[i + 2]?.lower ?? '') && /^(?:his|her|their|its)$/.test(tokens[i + 1]?.lower ?? '')) {
    cue = { lemma: 'in the view of', stance: 'think', frames: new Set(), rest: [] };
    voice = { np: { first: i + 1, last: i + 2 }, head: i + 1 };
    stop = i + 3;
  } else if (tokens[i].lower === 'in') {
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
    if (tokens[k].lower === 'that' && tokens[k].upos !== 'PRON' && tokens[k].upos !== 'DET') {
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
    if (tokens[k].lower === 'what') return true;
    if (tokens[k].lower === 'as' && cue.frames.has('that')) return false;
  }
  return false;
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
      if (asFrame(site, i, cue) || (cue.frames.has('chain') && !cue.frames.has('that'))) continue;
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
  return undefined;
};

export const englishPronoun = (t: Token): boolean => PRONOUN.test(t.lower);

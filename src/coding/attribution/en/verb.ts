/** "X said that", ", X said", "accused of", "denied": what an English reporting verb covers. */
import { childBy, hasVerb, isComma, isHardBreak, wordy } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { QUOTE_MARK, segmentEnd, segmentStart } from '../site.ts';
import { clauseFollows, clauseStart, contentStart, joinedAfter, skipSetting } from './clauses.ts';
import { extendPhrase, isSource, nounPhraseAfter } from './phrases.ts';
import { BARE_CLAUSE, COORDINATOR, hasFiniteBefore, isFinite, SUBORDINATOR } from './site.ts';
import type { QuotedSite } from './site.ts';
import { postSubject, subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** ", citing Y", "who quoted Y", ", citing ... " after a frame. */
export const originAfter = (site: QuotedSite, from: number, to: number): { origin: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  for (let i = from; i < to; i++) {
    if (/^(?:citing|quoting|cited|quoted|cites|quotes)$/.test(tokens[i].lower) && (/ing$/.test(tokens[i].lower) || /^(?:which|who|that)$/.test(tokens[i - 1]?.lower ?? ''))) {
      const np = nounPhraseAfter({ ...site, last: to }, i + 1);
      if (np && isSource(site, np)) return { origin: { np: extendPhrase(site, np, to) }, first: isComma(tokens[i - 1]) ? i - 1 : i };
    }
  }
  return undefined;
};

/** Nouns whose denial denies what they say; refusing a plan or a demand is an act of its own. */
const SAID_NOUN = /^(?:accusations?|claims?|reports?|allegations?|charges?|rumou?rs?|suggestions?|assertions?|statements?|speculation|having|any|notion|idea|talk)$/;

const RIGHT_FRAMES = ['that', 'inf', 'ger', 'of', 'np'];

/** Whether the words right of a cue are content and no object of another kind. */
const takesRight = (site: QuotedSite, i: number, cue: Cue): 'clause' | 'np' | undefined => {
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

export const verbFrame = (site: QuotedSite, i: number, cue: Cue): Frame | undefined => {
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
const postFrame = (site: QuotedSite, at: { start: number; first: number; last: number; end: number }): { covers: Range[]; origin?: Voice } | undefined => {
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

const leftRange = (site: QuotedSite, start: number, end: number, interrupts: boolean): Range => {
  let last = end;
  while (last > start && (isComma(site.doc.tokens[last - 1]) || QUOTE_MARK.test(site.doc.tokens[last - 1].form))) last--;
  // "... and, two diplomats said, has asked": only what follows the coordinator is theirs.
  if (COORDINATOR.test(site.doc.tokens[last - 1]?.lower ?? '')) return { first: last, last };
  return { first: interrupts ? clauseStart(site, start, last) : start, last };
};

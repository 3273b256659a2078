/** "according to X", "in a statement", "as X put it", "reports that": reporting without a verb of saying. */
import type { Token } from '../../../language/doc.ts';
import { childBy, hasVerb, isCapital, isComma, subtree, wordy } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { segmentEnd, segmentStart } from '../site.ts';
import { clauseStart } from './clauses.ts';
import { nounPhraseAfter } from './phrases.ts';
import type { QuotedSite } from './site.ts';
import { subjectOf } from './subject.ts';
import { originAfter } from './verb.ts';

/** "according to X", "in the view of X", "in her view". */
export const accordingFrame = (site: QuotedSite, i: number): Frame | undefined => {
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
export const nounFrames = (site: QuotedSite, i: number, frames: Frame[]): void => {
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
export const asFrame = (site: QuotedSite, i: number, cue: Cue): boolean => {
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
export const relayFrame = (site: QuotedSite, i: number, cue: Cue): Frame | undefined => {
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

/** "по словам X", "сообщается", "в заявлении": reporting without a verb of saying in the person. */
import { hasVerb, isCapital, isComma, isHardBreak, wordy } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { NOUN_LIKE, segmentEnd, segmentStart } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { clauseStart, commaAfter, thatAfter } from './clauses.ts';
import { breaks, low, THAT } from './site.ts';
import { originAfter } from './verb.ts';

const ZERO_OWNER = /^(?:предварительным|последним|неофициальным|официальным|некоторым|разным|различным|имеющимся|уточненным|собственным|оперативным|оперативной|этим|другим|всем)$/;

export const accordingFrame = (site: MentionedSite, i: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const first = low(tokens[i]);
  let cue: Cue | undefined;
  let stop = i + 1;
  let possessive = -1;
  for (const c of site.words.phrases.get(first) ?? []) {
    let k = i + 1;
    let own = -1;
    let ok = true;
    for (const w of c.rest) {
      // "по его словам", "по её оценке", "по предварительным данным"
      if (low(tokens[k]) !== w && (/^(?:его|ее|их|моему|нашим|словам)$/.test(low(tokens[k])) || ZERO_OWNER.test(low(tokens[k])) || (tokens[k]?.upos === 'ADJ' && low(tokens[k + 1]) === w))) {
        own = k;
        k++;
      }
      if (low(tokens[k]) !== w) {
        ok = false;
        break;
      }
      k++;
    }
    if (ok && (cue === undefined || k > stop)) {
      cue = c;
      stop = k;
      possessive = own;
    }
  }
  if (!cue || cue.frames.has('evidential')) return undefined;
  let voice: Voice;
  if (possessive >= 0 && /^(?:его|ее|их)$/.test(low(tokens[possessive]))) voice = { np: { first: possessive, last: possessive + 1 }, head: possessive };
  else {
    const from = stop;
    const end = commaAfter(site, stop, site.last);
    let last = from;
    let depth = 0;
    while (last < end && (depth > 0 || tokens[last].form === '«' || !(tokens[last].upos === 'VERB' && tokens[last].feat('VerbForm') !== 'Part'))) {
      if (tokens[last].form === '«') depth++;
      else if (tokens[last].form === '»') depth--;
      else if (isHardBreak(tokens[last]) || /^[.!?]$/.test(tokens[last].form)) break;
      last++;
    }
    if (last > from && !/^(?:и|а|но)$/.test(low(tokens[from]))) voice = { np: { first: from, last } };
    else if (cue.lemma === 'согласно') return undefined;
    else voice = possessive >= 0 ? { np: { first: possessive, last: possessive + 1 }, head: possessive } : { unnamed: true };
    if (possessive >= 0 && ZERO_OWNER.test(low(tokens[possessive])) && !('np' in voice && isCapital(tokens[voice.np.first]))) voice = { unnamed: true };
    stop = Math.max(stop, last);
  }
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  const cited = originAfter(site, i, Math.min(end, stop + 12));
  if (cited) stop = Math.max(stop, commaAfter(site, cited.first, end));
  const restWords = hasVerb(doc, stop, end) || wordy(doc, [{ first: stop, last: end }]).length > 0;
  const left: Range = { first: restWords ? clauseStart(site, start, i) : start, last: i };
  const covers = wordy(doc, restWords ? [left, { first: stop, last: end }] : [left]);
  if (!covers.length) return undefined;
  return { kind: 'according', covers, sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice, origin: cited?.origin, frame: { first: i, last: stop } };
};

/** "говорится в сообщении X": the owner of the statement speaks. */
export const evidentialFrame = (site: MentionedSite, i: number, cue: Cue): Frame => {
  const { doc } = site;
  const { tokens } = doc;
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  let voice: Voice = { unnamed: true };
  if (/^(?:говорится|сказано|отмечается|указывается|подчеркивается|сообщается|утверждается|уточняется)$/.test(low(tokens[i])) && /^(?:в|во|на)$/.test(low(tokens[i + 1]))) {
    let k = i + 2;
    while (k < end && !NOUN_LIKE.has(tokens[k].upos)) k++;
    let last = k + 1;
    while (last < end && !breaks(tokens[last])) last++;
    if (last > k + 1) voice = { np: { first: k + 1, last } };
  }
  const that = thatAfter(site, i, end);
  if (that !== undefined) return { kind: 'evidential', covers: [{ first: that + 1, last: end }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice };
  const left = wordy(doc, [{ first: cue.lemma === 'якобы' ? clauseStart(site, start, i) : start, last: i }]);
  const right = wordy(doc, [{ first: i + 1, last: end }]);
  const covers = cue.lemma === 'якобы' || cue.lemma === 'вроде бы' ? [...right] : left.length && hasVerb(doc, left[0].first, left[0].last) ? left : right;
  return { kind: 'indirect' as const, covers, sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice, ...('unnamed' in voice ? { kind: 'evidential' as const } : {}) };
};

/** "Слухи о том, что A", "утверждение Пекина, будто A". */
export const nounFrame = (site: MentionedSite, i: number, frames: readonly Frame[]): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const cue = site.words.nouns.get(low(tokens[i]));
  if (!cue || tokens[i].upos === 'VERB') return undefined;
  const end = segmentEnd(site, i);
  let that = -1;
  for (let k = i + 1; k < Math.min(end, i + 9); k++) {
    if (THAT.test(low(tokens[k])) && (isComma(tokens[k - 1]) || low(tokens[k]) === 'будто')) {
      that = k;
      break;
    }
    if (tokens[k].upos === 'VERB' && tokens[k].feat('VerbForm') !== 'Part') return undefined;
  }
  if (that < 0) return undefined;
  let owner: Range | undefined;
  for (let k = i + 1; k < that; k++) {
    if (isComma(tokens[k]) || low(tokens[k]) === 'о') break;
    if (isCapital(tokens[k]) || tokens[k].feat('Case') === 'Gen') owner = { first: owner?.first ?? k, last: k + 1 };
  }
  if (!owner && (frames.some((f) => f.stance === 'deny' && f.covers.some((c) => c.first <= i && c.last > i)) || !/^(?:слух|сообщени)/.test(low(tokens[i])))) return undefined;
  let last = end;
  for (let k = that + 1; k < end; k++) {
    // ", X опроверг" ends what the rumour says.
    const verb = site.words.verbs.get(low(tokens[k]))?.[0];
    if (verb && (verb.stance === 'deny' || verb.lemma === 'назвать')) {
      let at = k;
      while (at > that && !isComma(tokens[at])) at--;
      if (at > that) last = Math.min(last, at);
    }
  }
  return { kind: owner ? 'indirect' : 'evidential', covers: [{ first: that + 1, last }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: owner ? { np: owner } : { unnamed: true } };
};

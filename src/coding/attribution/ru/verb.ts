/** "заявил, что", ", сообщил X", "обвинил в", "опроверг": what a Russian reporting verb covers. */
import type { Doc } from '../../../language/doc.ts';
import { hasVerb, isComma, isDashToken, wordy } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { QUOTE_MARK, segmentEnd, segmentStart } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { clauseStart, commaAfter, joinedAfter, thatAfter } from './clauses.ts';
import { frontedStart } from './phrases.ts';
import { breaks, low } from './site.ts';
import { speakerOf } from './subject.ts';

const LIE = /^(?:враньем|выдумкой|ложью|фейком|неправдой|клеветой|слухами|вымыслом|спекуляциями|провокацией|бредом|небылицей|дезинформацией|абсурдом)$/;

/** "со ссылкой на Y", "ссылаясь на Y", "которая ссылается на Y", "сославшегося на Y". */
export const originAfter = (site: MentionedSite, from: number, to: number): { origin: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  for (let i = from; i < to; i++) {
    const w = low(tokens[i]);
    const on = /^(?:ссылкой|ссылаясь|ссылается|ссылаются|сославшись|сославшегося|сославшейся|сослался|сославшийся)$/.test(w) && low(tokens[i + 1]) === 'на' ? i + 2 : /^цитируя$/.test(w) ? i + 1 : -1;
    if (on < 0) continue;
    let last = on;
    while (last < to && !breaks(tokens[last]) && tokens[last].upos !== 'VERB' && !(last > on && /^(?:телеканал|канал|газета|агентство|издание|журнал|портал)$/.test(low(tokens[last])))) last++;
    if (last > on) {
      const first = low(tokens[i - 1]) === 'со' || /^котор/.test(low(tokens[i - 1])) ? i - 1 : i;
      return { origin: { np: { first: on, last } }, first };
    }
  }
  return undefined;
};

export const verbFrame = (site: MentionedSite, i: number, cue: Cue): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  const base = { sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance };
  const negated = low(tokens[i - 1]) === 'не';
  const how = low(tokens[i - 1]) === 'как' || (low(tokens[i - 2]) === 'как' && /^(?:уже|ранее|и)$/.test(low(tokens[i - 1])));
  // "Как пишет X, A": the clause after the frame, and before it where the frame interrupts.
  if (how && cue.frames.has('post')) {
    const speaker = speakerOf(site, i, true);
    if (!speaker) return undefined;
    const stop0 = speaker.range ? Math.max(i + 1, speaker.range.last) : i + 1;
    const opened = low(tokens[i - 1]) === 'как' ? i - 1 : i - 2;
    let right = commaAfter(site, stop0, end);
    // "два источника, знакомых с ходом переговоров, ...": past what qualifies the speaker.
    const after = tokens[right + 1];
    if (after && (/^котор/.test(low(after)) || after.feat('VerbForm') === 'Part' || /^(?:знаком|близк|осведомлен|пожелавш)/.test(low(after)))) right = commaAfter(site, right + 1, end);
    const cited = originAfter(site, i, Math.max(right, stop0));
    const left: Range = { first: clauseStart(site, start, opened), last: opened };
    const covers = wordy(doc, [left, { first: right, last: end }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: cited?.origin, frame: { first: opened, last: right } } : undefined;
  }
  // "заявил, что A"
  const that = thatAfter(site, i, end);
  if (that !== undefined && (cue.frames.has('что') || cue.frames.has('np') || cue.frames.has('в'))) {
    if (negated && cue.stance === 'think' && cue.lemma !== 'исключить') return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker) return undefined;
    const last = Math.min(end, joinedAfter(site, i, that + 1));
    const covers = wordy(doc, [{ first: that + 1, last }]);
    if (covers.length) return { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: (originAfter(site, i, that) ?? originAfter(site, start, i))?.origin };
  }
  // "В Эрбиле уверены: A."
  if (cue.frames.has('что') && tokens[i + 1]?.form === ':' && !QUOTE_MARK.test(tokens[i + 2]?.form ?? '')) {
    const speaker = speakerOf(site, i, false);
    const covers = wordy(doc, [{ first: i + 2, last: end }]);
    if (speaker && covers.length) return { kind: 'indirect', ...base, covers, voice: speaker.voice };
  }
  // ", сообщил X" at the end or in the middle.
  const opened = isComma(tokens[i - 1]) || isDashToken(tokens[i - 1]) ? i - 1 : negated && isComma(tokens[i - 2]) ? i - 2 : low(tokens[i - 2]) !== '' && isComma(tokens[i - 2]) && /^(?:он|она|они|однако|также)$/.test(low(tokens[i - 1])) ? i - 2 : leftFrame(site, i);
  if (opened !== undefined && opened > start && cue.frames.has('post') && (!negated || cue.lemma === 'исключить')) {
    const inner: MentionedSite = { ...site, first: opened + 1 };
    const speaker = speakerOf(inner, i, opened === i - 1 || (negated && opened === i - 2));
    if (speaker) {
      const stop0 = speaker.range && speaker.after ? Math.max(i + 1, speaker.range.last) : i + 1;
      const cited = originAfter(site, i, commaAfter(site, stop0, end));
      let stop = cited ? Math.max(stop0, commaAfter(site, cited.first, end)) : stop0;
      if (stop < end && !isComma(tokens[stop]) && !isDashToken(tokens[stop])) stop = commaAfter(site, stop, end);
      const restWords = wordy(doc, [{ first: stop, last: end }]).length > 0;
      const interrupts = restWords && !/^(?:напомнив|добавив|назвав|который|которая|обращаясь|отвечая|комментируя|подчеркнув|отметив|выступая|пообещав|передает)$/.test(low(tokens[stop + 1] ?? tokens[stop]));
      const left: Range = { first: interrupts ? clauseStart(site, start, opened) : start, last: opened };
      if (hasVerb(doc, left.first, left.last) || interrupts) {
        const covers = wordy(doc, interrupts ? [left, { first: stop, last: end }] : [left]);
        const quoted = covers.length === 1 && wholeQuote(doc, left);
        if (covers.length && !quoted) return { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: cited?.origin, frame: { first: opened, last: stop } };
      }
    }
  }
  // "X, сообщает «Y» со ссылкой ..." is above; accusations and denials of a noun:
  if (cue.frames.has('в')) {
    for (let k = i + 1; k < end; k++) {
      if (/^(?:в|во)$/.test(low(tokens[k]))) {
        const speaker = speakerOf(site, i, false);
        const last = Math.min(end, joinedAfter(site, i, k));
        return speaker && last > k + 1 ? { kind: 'indirect', ...base, covers: [{ first: k + 1, last }], voice: speaker.voice } : undefined;
      }
      if (isComma(tokens[k]) && k > i + 10) break;
    }
    return undefined;
  }
  if (cue.frames.has('np')) {
    // Refusing a plea or a plan is an act of its own; only what is said can be denied.
    if (/^(?:отвергнуть|отклонить)$/.test(cue.lemma) && !tokens.slice(start, end).some((t) => site.words.nouns.has(low(t)))) return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker) return undefined;
    const right = wordy(doc, [{ first: Math.max(i + 1, speaker.after && speaker.range ? speaker.range.last : i + 1), last: Math.min(end, joinedAfter(site, i, i + 1)) }]);
    const object = right.length > 0 && tokens.slice(right[0].first, right[0].last).some((t) => t.upos === 'NOUN');
    if (object) return { kind: 'indirect', ...base, covers: right, voice: speaker.voice };
    // "Слухи о том, будто A, X опроверг": the object comes first.
    const first = frontedStart(site, start, 'np' in speaker.voice && speaker.voice.np.last <= i ? speaker.voice.np.first : i);
    if (first !== undefined) return { kind: 'indirect', ...base, covers: wordy(doc, [first]), voice: speaker.voice };
    const back = wordy(doc, [{ first: clauseStart(site, start, i), last: i }]);
    // "..., однако в Нджамене это отрицают": what the sentence said before.
    if (tokens.slice(back[0]?.first ?? i, i).some((t) => /^(?:это|его|ее|их)$/.test(low(t))) && back[0].first > start) return { kind: 'indirect', ...base, covers: wordy(doc, [{ first: start, last: back[0].first }]), voice: speaker.voice };
    if (start > site.first && tokens.slice(start, i).some((t) => low(t) === 'это')) return { kind: 'indirect', ...base, covers: wordy(doc, [{ first: site.first, last: start }]), voice: speaker.voice };
    return undefined;
  }
  if (cue.frames.has('выдумкой')) {
    for (let k = i + 1; k < Math.min(end, i + 5); k++) {
      if (!LIE.test(low(tokens[k]))) continue;
      const speaker = speakerOf(site, i, false);
      const first = frontedStart(site, start, speaker && 'np' in speaker.voice && speaker.voice.np.last <= i ? speaker.voice.np.first : i);
      const right = wordy(doc, [{ first: k + 1, last: end }]);
      if (speaker && !first && right.length) return { kind: 'indirect', ...base, stance: 'deny', covers: right, voice: speaker.voice };
      if (speaker && first) return { kind: 'indirect', ...base, stance: 'deny', covers: wordy(doc, [first]), voice: speaker.voice };
    }
  }
  // "назвал решение «ошибкой»": a judgment in the speaker's own words.
  if (cue.frames.has('оценка')) {
    const open = tokens.slice(i + 1, end).findIndex((t) => /^[«“„"]$/.test(t.form));
    if (open < 0 || open > 14) return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker || !('np' in speaker.voice)) return undefined;
    const { np } = speaker.voice;
    const covers = wordy(doc, np.first > start + 1 && np.last <= i ? [{ first: start, last: np.first }, { first: i + 1, last: end }] : [{ first: Math.max(i + 1, speaker.after ? np.last : 0), last: end }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: speaker.voice } : undefined;
  }
  return undefined;
};

/** A quote alone makes the left part: direct speech, found by its marks. */
const wholeQuote = (doc: Doc, r: Range): boolean => {
  const { tokens } = doc;
  let last = r.last;
  while (last > r.first && (isComma(tokens[last - 1]) || isDashToken(tokens[last - 1]))) last--;
  return tokens[r.first]?.form === '«' && tokens[last - 1]?.form === '»';
};

/** A frame with the subject before the verb, set off by commas: ", он добавил,". */
const leftFrame = (site: MentionedSite, i: number): number | undefined => {
  const { tokens } = site.doc;
  for (let k = i - 1; k > Math.max(site.first, i - 7); k--) {
    if (isComma(tokens[k])) {
      const next = tokens[i + 1];
      const short = i - k <= 5 && hasVerb(site.doc, site.first, k) && (next === undefined || isComma(next) || /^[.;]$/.test(next.form));
      return short && !hasVerb(site.doc, k + 1, i) ? k : undefined;
    }
  }
  return undefined;
};

/** Reported speech of a text: who says what, in quotes, clauses, "according to" and without a speaker. */
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../../parties/mention.ts';
import { withoutAsides } from './asides.ts';
import { englishFrames } from './en/frames.ts';
import { englishQuoteFrame } from './en/quote.ts';
import type { Frame, Range, Voice } from './frame.ts';
import { findInterview } from './interview.ts';
import type { Interview } from './interview.ts';
import { findDashLines, findQuotes } from './quotes.ts';
import type { DashLine, Quote } from './quotes.ts';
import { russianFrames } from './ru/frames.ts';
import { russianDashFrame, russianQuoteFrame } from './ru/quote.ts';
import { indexMentions, nameVoice, speakerStill, UNNAMED } from './speaker.ts';
import type { History, MentionIndex, Named } from './speaker.ts';
import { turkishFrames } from './tr/frames.ts';
import { turkishQuoteFrame } from './tr/quote.ts';
import type { FindSpeech, Speech } from './types.ts';

interface QuoteFrame {
  cue: number;
  cueLemma: string;
  stance: Frame['stance'];
  voice: Voice;
  origin?: Voice;
}
interface Grammar {
  frames: (doc: Doc, sentence: number, inQuote: (i: number) => boolean, isHead: (i: number) => boolean) => Frame[];
  quote: (doc: Doc, quote: Quote, isHead: (i: number) => boolean) => QuoteFrame | undefined;
}
const GRAMMARS: Record<string, Grammar> = {
  en: { frames: englishFrames, quote: englishQuoteFrame },
  tr: { frames: turkishFrames, quote: turkishQuoteFrame },
  ru: { frames: russianFrames, quote: russianQuoteFrame },
};

/** How far back, in sentences, a quote without a frame may look for its speaker. */
const REACH = 3;

const overlaps = (a: Range, b: Range): boolean => a.first < b.last && b.first < a.last;

/**
 * All reported speech of a document, in text order; a sentence may have several, nested. `mentions` are those of the
 * parties resolver; without them speakers are named by their words. Never throws.
 */
export const findSpeech: FindSpeech = (doc: Doc, mentions: readonly Mention[]): Speech[] => {
  const grammar = GRAMMARS[doc.lang];
  if (!grammar || doc.tokens.length === 0) return [];
  const quotes = findQuotes(doc);
  const dashes = findDashLines(doc);
  const interview = findInterview(doc, mentions, dashes, quotes);
  const quoted = new Uint8Array(doc.tokens.length);
  for (const q of quotes) if (q.spoken) quoted.fill(1, q.inside.first, q.inside.last);
  const inQuote = (i: number): boolean => quoted[i] === 1;
  const index = indexMentions(mentions);
  const heads = new Uint8Array(doc.tokens.length);
  for (const m of mentions) if (m.kind !== 'adjective') heads[m.head] = 1;
  const isHead = (i: number): boolean => heads[i] === 1;
  const history: History = {};
  const out: Speech[] = [];
  if (interview) out.push(...answersOf(doc, interview));
  const asked = (i: number): boolean => interview?.questions.some((q) => i >= q.first && i < q.last) ?? false;
  const answered = (i: number): boolean => interview?.answers.some((q) => i >= q.first && i < q.last) ?? false;
  const quotesAt = new Map<number, Quote[]>();
  for (const q of quotes) {
    const s = doc.tokens[q.close].sentence;
    const list = quotesAt.get(s);
    if (list) list.push(q);
    else quotesAt.set(s, [q]);
  }
  const dashAt = new Map(dashes.map((d) => [doc.tokens[d.range.first]?.sentence ?? -1, d]));
  let previousQuote: { speech: Speech; quote: Quote } | undefined;
  for (const sentence of doc.sentences) {
    const found: (Frame | { quote: Quote; frame?: QuoteFrame } | { dash: DashLine })[] = [];
    const dash = dashAt.get(sentence.i);
    if (dash && !asked(dash.range.first) && !answered(dash.range.first)) found.push({ dash });
    for (const quote of quotesAt.get(sentence.i) ?? []) {
      if (answered(quote.inside.first)) continue;
      const frame = grammar.quote(doc, quote, isHead);
      if (frame && (quote.spoken || standsAlone(doc, quote, frame))) found.push({ quote, frame });
      else if (quote.spoken) found.push({ quote });
    }
    found.push(...grammar.frames(doc, sentence.i, inQuote, isHead));
    found.sort((a, b) => placeOf(a) - placeOf(b));
    for (const f of found) {
      if ('dash' in f) {
        const speech = dashSpeech(doc, f.dash, index, history, isHead);
        if (speech) out.push(speech);
        continue;
      }
      if ('quote' in f) {
        const speech = quoteSpeech(doc, f.quote, f.frame, index, history, previousQuote, sentence.i);
        if (!speech) continue;
        if (speech !== previousQuote?.speech) out.push(speech);
        previousQuote = { speech, quote: f.quote };
        continue;
      }
      const named = nameVoice(doc, f.voice, index, history);
      if (!named) continue;
      const covers = echoed(doc, f, named, out) ?? withoutAsides(doc, f.covers);
      out.push(speechOf({ ...f, covers }, named, f.origin && nameVoice(doc, f.origin, index, history, true)));
      remember(history, named, sentence.i, f);
    }
  }
  return dedupe(out).sort((a, b) => a.covers[0].first - b.covers[0].first || b.covers[0].last - a.covers[0].last || a.cue - b.cue);
};

/** Two or three words in quotation marks are speech where the frame follows at once or a colon leads in, and no name. */
const standsAlone = (doc: Doc, quote: Quote, frame: QuoteFrame): boolean =>
  quote.inside.last - quote.inside.first >= 2 && ((frame.cue > quote.close && frame.cue - quote.close <= 3) || doc.tokens[quote.open - 1]?.form === ':');

const placeOf = (f: Frame | { quote: Quote; frame?: QuoteFrame } | { dash: DashLine }): number =>
  'dash' in f ? f.dash.range.first : 'quote' in f ? (f.frame?.cue ?? f.quote.open) : f.cue;

/**
 * A denial without content of its own ("denied any such launch", "suçlamayı reddetti", "это отрицают") is about what was
 * just said by another: it covers that as well.
 */
const echoed = (doc: Doc, f: Frame, named: Named, out: readonly Speech[]): Range[] | undefined => {
  if (f.stance !== 'deny' && f.stance !== 'confirm') return undefined;
  const size = f.covers.reduce((n, c) => n + c.last - c.first, 0);
  if (size > 6) return undefined;
  for (const c of f.covers) {
    for (let i = c.first; i < c.last; i++) {
      const t = doc.tokens[i];
      if ((t.upos === 'VERB' || t.upos === 'AUX') && !/^(?:suçlama|iddia|açıklama)/.test(t.lower)) return undefined;
    }
  }
  for (let k = out.length - 1; k >= 0; k--) {
    const s = out[k];
    if (f.sentence - s.sentence > 1) return undefined;
    if (s.name !== named.name && s.kind !== 'direct' && s.stance !== 'deny') return [...s.covers, ...f.covers];
  }
  return undefined;
};

const remember = (history: History, named: Named, sentence: number, f?: Frame): void => {
  // Rumours and accusations do not make the one who "speaks" them the current speaker.
  if (f && f.kind === 'evidential') return;
  const entry = { sentence, ...named };
  history.last = entry;
  if (named.speaker?.person !== undefined) history.lastPerson = entry;
};

const speechOf = (f: Pick<Frame, 'kind' | 'covers' | 'sentence' | 'cue' | 'cueLemma' | 'stance'>, named: Named, origin?: Named): Speech => {
  const speech: Speech = {
    kind: f.kind, covers: f.covers, sentence: f.sentence, cue: f.cue, cueLemma: f.cueLemma, stance: f.stance,
    name: origin ? origin.name : named.name, chain: origin && origin.name !== named.name ? [named.name, origin.name] : [named.name],
  };
  const speaker = origin ? origin.speaker : named.speaker;
  if (speaker && speech.name !== UNNAMED) speech.speaker = speaker;
  return speech;
};

/** A quote and its speaker; a part of the quote before it where the frame divides the two. */
const quoteSpeech = (
  doc: Doc, quote: Quote, frame: QuoteFrame | undefined, index: MentionIndex, history: History, previous: { speech: Speech; quote: Quote } | undefined, sentence: number,
): Speech | undefined => {
  if (frame && previous?.speech.kind === 'direct' && previous.speech.cue === frame.cue) {
    previous.speech.covers.push(quote.inside);
    return previous.speech;
  }
  const near = previous && sentence - doc.tokens[previous.quote.close].sentence <= 1;
  if (!frame && previous && (quote.continued || (near && sameParagraph(doc, previous.quote.close, quote.open)))) {
    // “A,” said X. “B.”
    previous.speech.covers.push(quote.inside);
    history.last = history.last && { ...history.last, sentence };
    return previous.speech;
  }
  const named = frame ? nameVoice(doc, frame.voice, index, history) : speakerStill(doc, history, index, doc.tokens[quote.open].sentence);
  if (!named) return undefined;
  const origin = frame?.origin && nameVoice(doc, frame.origin, index, history, true);
  remember(history, named, sentence);
  return speechOf({ kind: 'direct', covers: [quote.inside], sentence, cue: frame?.cue ?? quote.open, cueLemma: frame?.cueLemma ?? '', stance: frame?.stance ?? 'assert' }, named, origin);
};

const sameParagraph = (doc: Doc, a: number, b: number): boolean => doc.sentences[doc.tokens[a].sentence].paragraph === doc.sentences[doc.tokens[b].sentence].paragraph;

/** A dialogue line outside an interview: all of it but the frame, up to where the narrator takes over. */
const dashSpeech = (doc: Doc, dash: DashLine, index: MentionIndex, history: History, isHead: (i: number) => boolean): Speech | undefined => {
  const frame = russianDashFrame(doc, dash.range, isHead);
  const sentence = doc.tokens[dash.range.first]?.sentence ?? 0;
  if (!frame) {
    if (!history.last || sentence - history.last.sentence > REACH) return undefined;
    return speechOf({ kind: 'direct', covers: [dash.range], sentence, cue: dash.range.first, cueLemma: '', stance: 'assert' }, history.last);
  }
  const named = nameVoice(doc, frame.voice, index, history);
  if (!named) return undefined;
  const covers: Range[] = [{ first: dash.range.first, last: frame.frame.first }];
  const after = doc.tokens[frame.frame.last];
  if (after && frame.frame.last < dash.range.last && /^[—–-]$/.test(after.form)) covers.push({ first: frame.frame.last + 1, last: dash.range.last });
  else {
    // ". — Ещё текст": the dash opens the next sentence.
    const next = doc.sentences[doc.tokens[frame.cue].sentence + 1];
    if (next && next.first < dash.range.last && /^[—–-]$/.test(doc.tokens[next.first].form)) covers.push({ first: next.first + 1, last: dash.range.last });
  }
  remember(history, named, doc.tokens[frame.cue].sentence);
  return speechOf({ kind: 'direct', covers, sentence: doc.tokens[frame.cue].sentence, cue: frame.cue, cueLemma: frame.cueLemma, stance: frame.stance }, named);
};

const answersOf = (doc: Doc, interview: Interview): Speech[] =>
  interview.answers.map((a) => {
    const speech: Speech = {
      kind: 'direct', covers: [{ first: a.first, last: a.last }], sentence: doc.tokens[a.first].sentence, cue: a.first, cueLemma: '', stance: 'assert',
      name: interview.name || UNNAMED, chain: [interview.name || UNNAMED],
    };
    if (interview.speaker) speech.speaker = interview.speaker;
    return speech;
  });

/** Drops an indirect reading of words that a quote by the same voice already gives, and exact doubles. */
const dedupe = (all: Speech[]): Speech[] => {
  const out: Speech[] = [];
  for (const s of all) {
    s.covers = s.covers.filter((c) => c.last > c.first);
    if (!s.covers.length) continue;
    const double = out.some((o) => o.name === s.name && (o.cue === s.cue || (o.kind === 'direct' && o.sentence === s.sentence)) && s.covers.every((c) => o.covers.some((d) => d.first <= c.first && d.last >= c.last)));
    if (!double && !(s.kind !== 'direct' && out.some((o) => o.cue === s.cue && o.kind === s.kind && o.covers.some((d) => s.covers.some((c) => overlaps(c, d))) && o.name === s.name))) out.push(s);
  }
  return out;
};

/** The speeches that cover a token, innermost first. */
export const speechAt = (speeches: readonly Speech[], token: number): Speech[] =>
  speeches
    .filter((s) => s.covers.some((c) => token >= c.first && token < c.last))
    .sort((a, b) => sizeOf(a) - sizeOf(b) || b.covers[0].first - a.covers[0].first || a.cue - b.cue);

const sizeOf = (s: Speech): number => s.covers.reduce((n, c) => n + c.last - c.first, 0);

/** Interviews: one person answers a paper's questions, and whole paragraphs are his words. */
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../../parties/mention.ts';
import type { Range } from './frame.ts';
import type { DashLine, Quote } from './quotes.ts';

export interface Interview {
  /** Who answers. */
  speaker: Mention;
  answers: Range[];
  /** Paragraphs that ask. */
  questions: Range[];
}

const OPENING: Record<string, RegExp> = {
  en: /\b(?:spoke|speaks|talked|talks) (?:to|with)\b|\binterview(?:ed)?\b|\bsat down with\b|\banswer(?:s|ed) (?:our )?questions\b|\bwe (?:asked|spoke)\b|\bin conversation\b|\btold\b.*\babout what\b|\basked\b/iu,
  tr: /konuştuk|sorduk|söyleşi|görüştük|röportaj|mülakat|soruları(?:mız|nı)|yanıtladı|cevapladı|anlattı|dinledik|değerlendirdi/iu,
  ru: /спросил|расспросил|побеседовал|поговорил|рассказал|интервью|ответил на вопросы|беседу|беседовал|узнал|обсудил/iu,
};
const FIRST_PERSON: Record<string, RegExp> = {
  en: /^(?:i|we|our|us|my|me)$/,
  tr: /^(?:ben|biz|bizim|bize|benim|bence|bizce|kanımca)$|(?:[ıiuü]yoruz|[ae]c[ae]ğız|[dt][ıiuü]k|[ıiuü]yorum)$/u,
  ru: /^(?:я|мы|наш|наша|наше|наши|нам|нас|мне|меня|думаю|полагаю|считаю|напомню)$/,
};

interface Paragraph {
  first: number;
  last: number;
  text: string;
  asks: boolean;
  dash: boolean;
  quoted: boolean;
}

const paragraphs = (doc: Doc, dashes: readonly DashLine[], quotes: readonly Quote[]): Paragraph[] => {
  const out: Paragraph[] = [];
  const dashed = new Set(dashes.map((d) => d.paragraph));
  const opens = new Set(quotes.filter((q) => q.spoken).map((q) => q.open));
  for (const s of doc.sentences) {
    const same = out.length > 0 && doc.sentences[s.i - 1]?.paragraph === s.paragraph;
    if (same) out[out.length - 1].last = s.last;
    else out.push({ first: s.first, last: s.last, text: '', asks: false, dash: dashed.has(s.paragraph), quoted: opens.has(s.first) });
  }
  for (const p of out) {
    if (p.last <= p.first) continue;
    p.text = doc.text.slice(doc.tokens[p.first].start, doc.tokens[p.last - 1].end);
    p.asks = /\?["”»]?$/.test(p.text.trim());
  }
  return out;
};

/** The interview a text is, if it is one. */
export const findInterview = (doc: Doc, mentions: readonly Mention[], dashes: readonly DashLine[], quotes: readonly Quote[]): Interview | undefined => {
  const all = paragraphs(doc, dashes, quotes);
  const asking = all.filter((p) => p.asks && p.text.length < 400);
  if (asking.length < 2) return undefined;
  const start = all.findIndex((p) => p.asks);
  if (start < 1) return undefined;
  const intro = all.slice(0, start);
  // The opening says that somebody was asked; without it, questions are rhetoric.
  const opening = OPENING[doc.lang];
  const opener = intro.findLast((p) => opening?.test(p.text));
  if (!opener) return undefined;
  const people = mentions.filter((m) => m.person !== undefined && (m.kind === 'person' || m.kind === 'office') && m.first >= intro[0].first && m.last <= intro[intro.length - 1].last);
  const speaker = interviewee(doc, people, opener, opening as RegExp);
  if (!speaker) return undefined;
  const answers: Range[] = [];
  const questions: Range[] = [];
  const style = all.slice(start).some((p) => p.dash) ? 'dash' : all.slice(start).some((p) => p.quoted) ? 'quote' : 'plain';
  let asked = false;
  for (let i = start; i < all.length; i++) {
    const p = all[i];
    if (style === 'dash') {
      if (all[start].dash) {
        // Question and answer both open with a dash: they take turns.
        if (!p.dash) {
          if (!asked && answers.length) break;
          continue;
        }
        if (!asked) questions.push(p);
        else answers.push(p);
        asked = !asked;
      } else if (p.dash) answers.push(p);
      else if (p.asks) questions.push(p);
      else if (answers.length && !all.slice(i).some((x) => x.dash)) break;
    } else if (style === 'quote') {
      if (p.quoted) answers.push(p);
      else questions.push(p);
    } else if (p.asks) {
      questions.push(p);
      asked = true;
    } else {
      if (!asked && !firstPerson(doc, p)) break;
      answers.push(p);
      asked = false;
    }
  }
  return answers.length ? { speaker, answers, questions } : undefined;
};

const firstPerson = (doc: Doc, p: Range): boolean => {
  const words = FIRST_PERSON[doc.lang];
  for (let i = p.first; i < p.last; i++) if (words?.test(doc.tokens[i].lower)) return true;
  return false;
};

/** Of the people an opening names, the one who answers: an outsider first, then the one nearest the word for asking. */
const interviewee = (doc: Doc, people: readonly Mention[], opener: Paragraph, opening: RegExp): Mention | undefined => {
  if (!people.length) return undefined;
  const here = people.filter((m) => m.first >= opener.first && m.last <= opener.last);
  const pool = here.length ? here : people;
  const outsiders = pool.filter((m) => m.outsider);
  if (outsiders.length) return outsiders[outsiders.length - 1];
  const at = opener.text.search(opening) + doc.tokens[opener.first].start;
  const asked = doc.sentences.find((s) => s.start <= at && s.end > at)?.i;
  const named = pool.filter((m) => m.sentence === asked);
  const distance = (m: Mention): number => {
    const d = Math.min(Math.abs(doc.tokens[m.first].start - at), Math.abs(doc.tokens[m.last - 1].end - at));
    // A subject opens the sentence: "X, a retired admiral, spoke to us".
    return m.first === doc.sentences[m.sentence].first ? d / 4 : d;
  };
  return [...(named.length ? named : pool)].sort((a, b) => distance(a) - distance(b) || a.first - b.first)[0];
};

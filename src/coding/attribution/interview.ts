/** Interviews: one person answers a paper's questions, and whole paragraphs are his words. */
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../../parties/mention.ts';
import type { Range } from './frame.ts';
import type { DashLine, Quote } from './quotes.ts';

export interface Interview {
  /** Who answers, where the resolver knows him. */
  speaker?: Mention;
  /** His name. */
  name: string;
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
  const name = unresolved(doc, mentions, opener, opening as RegExp);
  const speaker = name ? undefined : interviewee(doc, people, opener, opening as RegExp);
  if (!speaker && !name) return undefined;
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
  return answers.length ? { speaker, name: name ?? speaker?.person ?? speaker?.body ?? '', answers, questions } : undefined;
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

/**
 * An expert whom the opening names but no mention does ("Asya uzmanı Dr. Nilgün Sarıca ile konuştuk"): the run of capitals
 * after his calling, in the sentence that says he was asked. Undefined where mentions have the name.
 */
const unresolved = (doc: Doc, mentions: readonly Mention[], opener: Paragraph, opening: RegExp): string | undefined => {
  const at = opener.text.search(opening) + doc.tokens[opener.first].start;
  const sentence = doc.sentences.find((s) => s.start <= at && s.end > at);
  if (!sentence) return undefined;
  const here = mentions.filter((m) => m.sentence === sentence.i);
  if (here.some((m) => m.outsider && m.person !== undefined)) return undefined;
  const calling = here.find((m) => m.outsider);
  if (!calling) return undefined;
  const taken = (i: number): boolean => here.some((m) => m !== calling && i >= m.first && i < m.last);
  let run: number[] = [];
  let best: number[] = [];
  for (let i = calling.first; i < sentence.last; i++) {
    const t = doc.tokens[i];
    const capital = /^\p{Lu}\p{Ll}/u.test(t.form) && !taken(i) && !/^(?:Dr|Doç|Prof)/u.test(t.form);
    if (capital) run.push(i);
    else {
      if (run.length >= 2) best = run;
      run = [];
    }
  }
  if (run.length >= 2) best = run;
  if (best.length < 2) return undefined;
  const words = best.map((i) => doc.tokens[i].form.replace(/['’]\p{L}*$/u, ''));
  if (doc.lang !== 'ru') return words.join(' ');
  // "спросил у Романа Дегтярёва": back to the nominative, where the case is not.
  const kase = doc.tokens[best[0]].feat('Case');
  if (kase === 'Nom') return words.join(' ');
  const female = /[ыи]$/u.test(words[0]) || /ой$/u.test(words[words.length - 1]);
  return words.map((w) => plainName(w, female)).join(' ');
};

/** Nominative of a Russian name part from its genitive or accusative, by rule. */
const plainName = (word: string, female: boolean): string => {
  if (female) return word.replace(/ской$|скую$/u, 'ская').replace(/(ов|ев|ёв|ин|ын)(?:ой|у)$/u, '$1а').replace(/(\p{L})и$/u, (_, c: string) => (c === 'и' ? 'ия' : `${c}а`)).replace(/ы$/u, 'а').replace(/ию$/u, 'ия');
  return word.replace(/ского$/u, 'ский').replace(/ого$/u, 'ый').replace(/ея$/u, 'ей').replace(/([аиоу])я$/u, '$1й').replace(/([лр])я$/u, '$1ь').replace(/([бвгджзклмнпрстфхцчшщ])а$/u, '$1');
};

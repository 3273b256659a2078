/** What a sentence says of an act's precedents ("the first in 31 years", "since 2009", "for the fourth time"), as data. */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import { numeralAt } from '../language/numerals.ts';
import type { Precedent } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';
import type { Cue } from './cues.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/** How far from the trigger the words of precedent may stand, and how far from these their counts and years, in tokens. */
const REACH = 14, AROUND = 14;

const ORDINALS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
  ilk: 1, birinci: 1, ikinci: 2, üçüncü: 3, dördüncü: 4, beşinci: 5, altıncı: 6, yedinci: 7, sekizinci: 8, dokuzuncu: 9, onuncu: 10,
  впервые: 1, первый: 1, второй: 2, третий: 3, четвертый: 4, четвёртый: 4, пятый: 5, шестой: 6, седьмой: 7, восьмой: 8, девятый: 9, десятый: 10,
};
const LAST = /^(?:last|latest|previous\S*|son|последн\S*)$/;
/** Units of time, in years. */
const UNITS: [RegExp, number][] = [
  [/^(?:years?|yıl\p{L}*|sene\p{L}*|лет|год(?:а|у|ом|ами)?)$/u, 1],
  [/^(?:decades?|десятилети\p{L}*)$/u, 10],
  [/^(?:century|centuries|asır\p{L}*|asr\p{L}*|yüzyıl\p{L}*|век\p{L}*|столети\p{L}*)$/u, 100],
  [/^полвека$/, 50],
];
/** Shares of a century, and the word for one of a unit. */
const SHARES: Readonly<Record<string, number>> = { quarter: 0.25, half: 0.5, çeyrek: 0.25, yarım: 0.5, четверть: 0.25, четверти: 0.25, пол: 0.5 };
const ONE = /^(?:a|the|past|last|за|последнее|son)$/;

/** A length of time in years, in figures or words: "31 years", "three decades", "a quarter of a century", "полвека". */
const yearsAt = (words: readonly string[], k: number, lang: Lang): number | undefined => {
  const unit = (at: number) => UNITS.find(([re]) => re.test(words[at] ?? ''))?.[1];
  const count = numeralAt(words, k, lang), counted = count && unit(k + count.words);
  if (count && counted) return count.value * counted;
  const word = words[k] as string, share = SHARES[word];
  if (share) {
    const at = [k + 1, k + 2, k + 3].find((n) => !/^(?:of|a|the|)$/.test(words[n] ?? '')) ?? k;
    return unit(at) === 100 ? share * 100 : undefined;
  }
  if (word === 'полвека') return 50;
  const one = ONE.test(word) ? unit(k + 1) : undefined;
  return one && one > 1 ? one : undefined;
};

const PAUSE = /^(?:after|since|not|aradan|ara|sonra|ardından|перерыва?|спустя|после)$/;
const YEAR = /^((?:19|20)\d\d)\P{Nd}*$/u;
const SINCE = /^(?:since|after|с|со|после)$/, BACK = /^(?:beri|itibaren|sonra)$/;

/** The year that the sentence counts from: "since March 2009", "2009'dan beri", "2009'dan bu yana", "с мая 2009 года". */
const sinceAt = (words: readonly string[], k: number): string | undefined => {
  const year = YEAR.exec(words[k] as string)?.[1];
  if (!year) return undefined;
  const before = words.slice(Math.max(0, k - 3), k).some((w) => SINCE.test(w));
  const after = words.slice(k + 1, k + 3);
  return before || after.some((w) => BACK.test(w)) || (after[0] === 'bu' && after[1] === 'yana') ? year : undefined;
};

/** Words that a precedent is counted from: tokens [first, last), and the one that their phrase hangs on. */
export interface Count {
  first: number;
  last: number;
}

const STOP = /^[,;:—–()."«»“”]$/;
const isFiniteVerb = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') === 'Fin';

/** "First since the summit in Geneva", "впервые после саммита": from the word that counts to the end of its phrase. */
const countAhead = (doc: Doc, last: number, cue: Cue): Count | undefined => {
  const { tokens, lang } = doc, opens = lang === 'en' ? /^since$/ : /^(?:с|со|после|спустя)$/;
  for (let k = cue.first; k < Math.min(last, cue.last + 4); k++) {
    const t = tokens[k] as Token;
    if (STOP.test(t.form) || (k >= cue.last && isFiniteVerb(t))) return undefined;
    if (!opens.test(t.lower)) continue;
    const noun = tokens.slice(k + 1, last).find((x) => x.upos === 'NOUN' || x.upos === 'PROPN' || x.upos === 'NUM' || x.upos === 'PRON');
    // "первая встреча с министром" is with him
    if (/^со?$/.test(t.lower) && noun && noun.upos !== 'NUM' && noun.feat('Case') !== 'Gen') continue;
    let end = k + 1;
    while (end < last && !STOP.test((tokens[end] as Token).form) && !isFiniteVerb(tokens[end] as Token)) end++;
    // "since Russia attacked": a clause of its own, and in English the verb is its
    return lang === 'en' && end < last && isFiniteVerb(tokens[end] as Token) ? undefined : { first: k, last: end };
  }
  return undefined;
};

/** Turkish counts before: "2019'daki zirveden bu yana ilk kez". */
const countBehind = ({ tokens }: Doc, first: number, cue: Cue): Count | undefined => {
  let k = cue.last - 1;
  while (k > cue.first - 3 && k >= first && !/^(?:yana|beri|itibaren|sonra)$/.test((tokens[k] as Token).lower)) k--;
  if (k <= cue.first - 3 || k < first) return undefined;
  // "2019'daki Cenevre zirvesinden": from what says when or where the noun was
  let from = (tokens[k - 1] as Token | undefined)?.lower === 'bu' ? k - 2 : k - 1;
  for (let j = from - 1; j >= first && j > from - AROUND && !STOP.test((tokens[j] as Token).form); j--) {
    const { lower } = tokens[j] as Token;
    if (/[dt][ae]ki$/.test(lower)) from = j;
    else if (lower === 'ki') from = Math.max(first, j - 1);
    else continue;
    break;
  }
  return from < first ? undefined : { first: from, last: k + 1 };
};

const countedFrom = (doc: Doc, { first, last }: Sentence, cue: Cue): Count | undefined => (doc.lang === 'tr' ? countBehind(doc, first, cue) : countAhead(doc, last, cue));

/** By sentence, what its precedents are counted from. */
export const countsOf = (doc: Doc, cues: readonly Cue[][]): Count[][] =>
  cues.map((here, k) => here.flatMap((cue) => (cue.category === 'precedent' ? (countedFrom(doc, doc.sentences[k] as Sentence, cue) ?? []) : [])));

/** Whether a word only names what a precedent is counted from: "since the summit" tells of no summit. */
export const isCountedFrom = (doc: Doc, counts: readonly Count[], token: number): boolean => {
  const t = doc.tokens[token] as Token;
  if (t.upos !== 'NOUN' && t.upos !== 'PROPN') return false;
  return counts.some(({ first, last }) => token >= first && token < last && (doc.lang !== 'tr' || /^(?:bu|beri|itibaren|sonra)$/.test(doc.tokens[token + 1]?.lower ?? '')));
};

const near = (scene: Scene, trigger: Trigger, at: number): boolean => {
  const lo = Math.min(at, trigger.token), hi = Math.max(at, trigger.token);
  if (hi - lo > REACH) return false;
  for (let k = lo; k < hi; k++) if (/^[;:—–]$/.test((scene.doc.tokens[k] as Token).form)) return false;
  return true;
};

/** What the words of a cue and around it say; nothing where they only say that something is new or comes again. */
const read = (scene: Scene, s: Sentence, cue: Cue): Precedent | undefined => {
  const { doc } = scene, from = Math.max(s.first, cue.first - AROUND);
  const words = doc.tokens.slice(from, Math.min(s.last, cue.last + AROUND)).map((t) => t.lower);
  let n: number | undefined, years: number | undefined, since: string | undefined, last = false;
  for (let k = 0; k < words.length; k++) {
    const token = doc.tokens[from + k] as Token, word = words[k] as string;
    if (from + k >= cue.first - 1 && from + k < cue.last + 1) {
      n ??= ORDINALS[doc.lang === 'ru' ? token.lemma.toLowerCase() : word] ?? (/^\d{1,3}(?:\.|st|nd|rd|th|-\S+|['’]\S+)$/.test(word) ? Number.parseInt(word, 10) : undefined);
      if (LAST.test(word)) last = true;
    }
    since ??= sinceAt(words, k);
    if (years !== undefined) continue;
    years = yearsAt(words, k, doc.lang);
  }
  const counted = countedFrom(doc, s, cue);
  if (!since && counted) since = doc.tokens.slice(counted.first, counted.last).map((t) => YEAR.exec(t.lower)?.[1]).find(Boolean);
  // a pause before it says as much as an ordinal, and "again" or "historic" says nothing
  if (n === undefined && !last && !(years !== undefined && doc.tokens.slice(cue.first, cue.last).some((t) => PAUSE.test(t.lower)))) return undefined;
  const kind = last && n === undefined ? 'last' : n === undefined || n === 1 ? 'first' : 'nth';
  return { kind, ...(kind === 'nth' && n !== undefined ? { n } : {}), ...(since ? { since } : {}), ...(years ? { years } : {}) };
};

/** The precedent that the sentence states for the act of `trigger`. */
export const precedentOf = (scene: Scene, trigger: Trigger): Precedent | undefined => {
  const s = scene.doc.sentences[trigger.sentence] as Sentence;
  for (const cue of scene.cues[trigger.sentence] ?? []) {
    const found = cue.category === 'precedent' && near(scene, trigger, cue.first) ? read(scene, s, cue) : undefined;
    if (found) return found;
  }
  return undefined;
};

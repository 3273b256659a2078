/** The date words of a language, read from `src/language/<lang>/dates.tsv`, and a light reader of a sentence for them. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../../story/story.ts';

/** Case of a Turkish date word, from its suffix; `poss` covers the possessive and the accusative, which look alike. */
export type Case = 'nom' | 'loc' | 'abl' | 'dat' | 'gen' | 'poss' | 'attr' | 'ins';

/** One word, number or sign of a sentence as the date grammars see it. */
export interface Word {
  start: number;
  end: number;
  text: string;
  /** Lower case; Russian ё as е; without what follows an apostrophe. */
  lower: string;
  /** What follows an apostrophe, or is glued to a number ("th", "-го", "de"). */
  suffix: string;
  capital: boolean;
  /** Value of a number written in digits; `raw` keeps dots and slashes. */
  num?: number;
  /** Classes of the date lexicon: class to value. */
  classes?: ReadonlyMap<string, string>;
  /** Turkish: case of a date word. */
  case: Case;
}

interface Table {
  words: Map<string, Map<string, string>>;
  stems?: Map<string, Map<string, string>>;
}
const tables = new Map<Lang, Table>();

const read = (lang: Lang): Table => {
  const words = new Map<string, Map<string, string>>();
  const text = readFileSync(new URL(`../../language/${lang}/dates.tsv`, import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [type, value, forms] = line.split('\t');
    for (const form of (forms ?? '').trim().split('|')) {
      if (!form) continue;
      const classes = words.get(form) ?? new Map<string, string>();
      if (!classes.has(type)) classes.set(type, value);
      words.set(form, classes);
    }
  }
  return { words };
};
const table = (lang: Lang): Table => {
  let t = tables.get(lang);
  if (!t) tables.set(lang, (t = read(lang)));
  return t;
};

/** Inflection a Turkish date word may carry after its stem. */
const TR_SUFFIX =
  /^(?:l[ae]r)?(?:s?[ıiuü](?=n|$|y))?(n?[ıiuü]n|n?[dt][ae](?:ki(?:l[ae]r(?:[ıiuü]n?)?)?)?|n?[dt][ae]n|[yn]?[ae]|[yn]?[ıiuü]|yl[ae]|l[ae]|kü|ki)?$/u;

/** Case of a Turkish suffix, as after an apostrophe ('da, 'dan, 'ın, 'a, 'deki). */
export const caseOf = (suffix: string): Case => {
  if (!suffix) return 'nom';
  if (/[dt][ae]ki|^k[iü]$/.test(suffix)) return 'attr';
  if (/[dt][ae]n$/.test(suffix)) return 'abl';
  if (/[dt][ae]$/.test(suffix)) return 'loc';
  if (/[ıiuü]n$/.test(suffix)) return 'gen';
  if (/l[ae]$/.test(suffix)) return 'ins';
  if (/[ae]$/.test(suffix)) return 'dat';
  return 'poss';
};

/** Words that only look like an inflected date word: the world, a barracks, an article, a moon-faced name. */
const NOT_DATES = /^(?:dünya|kışla|yazı$|yazıl|yazıs|yazıc|yazıy|ayla|günlü|günlük|martı|yazar|ayna|yılan)/u;

const lookupTr = (t: Table, lower: string): { classes?: ReadonlyMap<string, string>; case: Case } => {
  const direct = t.words.get(lower);
  if (direct) return { classes: direct, case: lower.endsWith('ı') || lower.endsWith('i') || lower.endsWith('u') || lower.endsWith('ü') ? 'poss' : 'nom' };
  if (NOT_DATES.test(lower)) return { case: 'nom' };
  for (let n = lower.length - 1; n >= 2; n--) {
    const stem = lower.slice(0, n);
    const classes = t.words.get(stem);
    if (!classes) continue;
    if (!classes.has('month') && !classes.has('weekday') && !classes.has('unit') && !classes.has('season') && !classes.has('part') && !classes.has('deictic')) continue;
    const rest = lower.slice(n);
    const m = TR_SUFFIX.exec(rest);
    if (!m) continue;
    return { classes, case: caseOf(rest) };
  }
  return { case: 'nom' };
};

const LEX = /\d+(?:[.,:/]\d+)*(?:['’‘](\p{L}+)|[-‑](\p{Ll}{1,3})(?!\p{L})|(st|nd|rd|th|s)(?!\p{L}))?|\p{L}+(?:['’‘](\p{L}+))?|\S/gu;
const NUMBER = /^\d/;

/** Lower case by the language's rules. */
export const lowerOf = (text: string, lang: Lang): string => {
  if (lang === 'tr') return text.replace(/I/g, 'ı').replace(/İ/g, 'i').toLowerCase();
  const lower = text.toLowerCase();
  return lang === 'ru' ? lower.replace(/ё/g, 'е') : lower;
};

/** Reads a stretch of text, `[start, end)`, into words. */
export const readWords = (text: string, start: number, end: number, lang: Lang): Word[] => {
  const t = table(lang);
  const out: Word[] = [];
  LEX.lastIndex = 0;
  const slice = text.slice(start, end);
  for (let m = LEX.exec(slice); m; m = LEX.exec(slice)) {
    const whole = m[0];
    const suffix = m[1] ?? m[2] ?? m[3] ?? m[4] ?? '';
    const code = whole.charCodeAt(0);
    const isNumber = code >= 48 && code <= 57;
    let body = whole;
    if (isNumber) body = NUMBER.test(whole) ? (/^\d+(?:[.,:/]\d+)*/.exec(whole) as RegExpExecArray)[0] : whole;
    else if (m[4] !== undefined) body = whole.slice(0, whole.length - m[4].length - 1);
    const lower = isNumber ? body : lowerOf(body, lang);
    const word: Word = {
      start: start + m.index, end: start + m.index + whole.length, text: whole, lower,
      suffix: suffix ? lowerOf(suffix, lang) : '', capital: !isNumber && body !== lower && body[0] !== lower[0], case: 'nom',
    };
    if (isNumber) {
      if (/^\d+$/.test(body)) word.num = +body;
      if (lang === 'tr') word.case = caseOf(word.suffix);
    } else if (lang === 'tr') {
      const found = lookupTr(t, lower);
      word.classes = found.classes;
      word.case = word.suffix ? caseOf(word.suffix) : found.case;
    } else word.classes = t.words.get(lower);
    out.push(word);
  }
  return out;
};

/** Value of a class at a place, if the word there has it. */
export const value = (words: readonly Word[], i: number, type: string): string | undefined => words[i]?.classes?.get(type);

/** Numeric value of a class at a place. */
export const valueN = (words: readonly Word[], i: number, type: string): number | undefined => {
  const v = value(words, i, type);
  return v === undefined ? undefined : +v;
};

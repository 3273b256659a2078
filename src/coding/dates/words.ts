/** The date words of a language, read from `src/language/<lang>/dates.tsv`, and a light reader of a sentence for them. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../../story/story.ts';
import { LETTER, MARK, RARE, SIGN, SPACE, kindOf } from '../../story/characters.ts';
import { owned } from '../../story/owned.ts';

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

/** All of a word that does not hang on where it stands. */
type Shape = Omit<Word, 'start' | 'end'>;

const shapeOf = (whole: string, suffix: string, afterApostrophe: boolean, lang: Lang): Shape => {
  const isNumber = NUMBER.test(whole);
  let body = whole;
  if (isNumber) body = (/^\d+(?:[.,:/]\d+)*/.exec(whole) as RegExpExecArray)[0];
  else if (afterApostrophe) body = whole.slice(0, whole.length - suffix.length - 1);
  const lower = isNumber ? body : lowerOf(body, lang);
  const shape: Shape = {
    text: whole, lower, suffix: suffix ? lowerOf(suffix, lang) : '', capital: !isNumber && body !== lower && body[0] !== lower[0],
    num: isNumber && /^\d+$/.test(body) ? +body : undefined, classes: undefined, case: 'nom',
  };
  if (isNumber) {
    if (lang === 'tr') shape.case = caseOf(shape.suffix);
  } else if (lang === 'tr') {
    const found = lookupTr(table(lang), lower);
    shape.classes = found.classes;
    shape.case = shape.suffix ? caseOf(shape.suffix) : found.case;
  } else shape.classes = table(lang).words.get(lower);
  return shape;
};

const shapes: Record<Lang, Map<string, Shape>> = { tr: new Map(), en: new Map(), ru: new Map() };
/** Most shapes remembered a language; emptied when full. */
const KEPT = 50_000;

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2018;

/**
 * End of the piece that `LEX` would find at `at`, where it can be told letter by letter: a word without an apostrophe, or a
 * single sign. 0 for white space, -1 where `LEX` must be asked.
 */
const plainEnd = (text: string, at: number, end: number): number => {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === SPACE) return 0;
  if (kind === SIGN || kind === MARK) return at + 1;
  if (kind !== LETTER) return -1;
  let k = at + 1;
  while (k < end && kindOf(text.charCodeAt(k)) === LETTER) k++;
  if (k === end) return k;
  const next = text.charCodeAt(k);
  return isApostrophe(next) || kindOf(next) === RARE ? -1 : k;
};

/** Reads a stretch of text, `[start, end)`, into words. */
export const readWords = (text: string, start: number, end: number, lang: Lang): Word[] => {
  const known = shapes[lang], out: Word[] = [];
  const slice = text.slice(start, end);
  for (let at = 0; at < slice.length;) {
    let stop = plainEnd(slice, at, slice.length), m: RegExpExecArray | null = null;
    if (stop === 0) {
      at++;
      continue;
    }
    if (stop < 0) {
      LEX.lastIndex = at;
      m = LEX.exec(slice);
      if (!m) break;
      at = m.index;
      stop = at + m[0].length;
    }
    const whole = slice.slice(at, stop);
    let shape = known.get(whole);
    if (!shape) {
      shape = shapeOf(owned(whole), m?.[1] ?? m?.[2] ?? m?.[3] ?? m?.[4] ?? '', m?.[4] !== undefined, lang);
      if (known.size >= KEPT) known.clear();
      known.set(shape.text, shape);
    }
    const { lower, suffix, capital, num, classes } = shape;
    out.push({ start: start + at, end: start + stop, text: shape.text, lower, suffix, capital, num, classes, case: shape.case });
    at = stop;
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

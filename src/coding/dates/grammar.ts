/** Pieces that the grammars of the three languages share. */
import type { Core, Expression, Unit } from './expression.ts';
import { isDate } from './calendar.ts';
import type { Word } from './words.ts';
import { value, valueN } from './words.ts';

/** What a grammar finds at one place, or nothing. */
export type Match = Expression | undefined;
/** Reads a sentence's words into date expressions, in order, without overlaps. `initial` marks the story's first sentence of a paragraph. */
export type Grammar = (words: readonly Word[], initial: boolean) => Expression[];

/** Whether a date may begin with a word: it is a number, the date lexicon knows it, or the grammar does. */
const mayOpen = (word: Word, openers: ReadonlySet<string>): boolean => {
  const code = word.lower.charCodeAt(0);
  return word.classes !== undefined || (code >= 48 && code <= 57) || openers.has(word.lower);
};

/**
 * Runs a matcher over a sentence, left to right, longest match of the matcher's own choosing.
 * @param openers words outside the date lexicon that the matcher looks for at its first place
 */
export const scan = (words: readonly Word[], openers: ReadonlySet<string>, match: (i: number) => Match): Expression[] => {
  const out: Expression[] = [];
  let floor = 0;
  for (let i = 0; i < words.length; ) {
    const e = mayOpen(words[i], openers) ? match(i) : undefined;
    if (e && e.last > i && e.first >= floor) {
      out.push(e);
      i = e.last;
      floor = e.last;
    } else i++;
  }
  return out;
};

/** A year written in digits: 1800 to 2199. */
export const yearAt = (words: readonly Word[], i: number): number | undefined => {
  const n = words[i]?.num;
  return n !== undefined && n >= 1800 && n < 2200 && words[i].lower.length === 4 ? n : undefined;
};

/** A day of the month written in digits. */
export const dayAt = (words: readonly Word[], i: number): number | undefined => {
  const n = words[i]?.num;
  return n !== undefined && n >= 1 && n <= 31 && words[i].lower.length <= 2 ? n : undefined;
};

/** Numeric dates: 12.11.2025, 12/11/2025 (day first), 2025-11-12 written with dots or slashes. Two-digit years are of this century. */
export const numericDate = (word: Word | undefined): Core | undefined => {
  if (!word) return undefined;
  const m = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word.lower);
  if (m) {
    const year = m[4].length === 2 ? 2000 + +m[4] : +m[4];
    if (isDate(year, +m[3], +m[1])) return { shape: 'day', day: +m[1], month: +m[3], yearRef: { year } };
    if (isDate(year, +m[1], +m[3])) return { shape: 'day', day: +m[3], month: +m[1], yearRef: { year } };
  }
  const iso = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(word.lower);
  if (iso && isDate(+iso[1], +iso[2], +iso[3])) return { shape: 'day', day: +iso[3], month: +iso[2], yearRef: { year: +iso[1] } };
  return undefined;
};

/** ISO dates, which the reader splits at the hyphens: 2025 - 11 - 12. */
export const isoDate = (words: readonly Word[], i: number): Core | undefined => {
  const year = yearAt(words, i);
  if (year === undefined || words[i + 1]?.text !== '-' || words[i + 3]?.text !== '-') return undefined;
  const [month, day] = [words[i + 2]?.num, words[i + 4]?.num];
  if (month === undefined || day === undefined || words[i + 1].start !== words[i].end || !isDate(year, month, day)) return undefined;
  return { shape: 'day', day, month, yearRef: { year } };
};

/** A number in words or digits. */
export const numberAt = (words: readonly Word[], i: number): number | undefined => words[i]?.num ?? valueN(words, i, 'number');

/** A unit of time with its factor: fortnight is two weeks, a decade ten years. Hours have none of their own. */
export const unitAt = (words: readonly Word[], i: number): { unit: Unit; factor: number } | 'hour' | undefined => {
  const u = value(words, i, 'unit');
  if (u === undefined) return undefined;
  if (u === 'hour') return 'hour';
  if (u === 'fortnight') return { unit: 'week', factor: 2 };
  if (u === 'decade') return { unit: 'year', factor: 10 };
  return { unit: u as Unit, factor: 1 };
};

/** Dashes between the ends of a range. */
export const isDash = (word: Word | undefined): boolean => word !== undefined && /^[-–—‑]$/.test(word.text);

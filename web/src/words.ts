/** The page's words and its ways of writing numbers and days, in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './words/en.ts';
import type { Key, Word } from './words/en.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';

export type { Key } from './words/en.ts';
export const UI_LANGS = ['en', 'tr', 'ru'] as const;
export type UiLang = (typeof UI_LANGS)[number];
export const OWN_NAME: Readonly<Record<UiLang, string>> = { en: 'English', tr: 'Türkçe', ru: 'Русский' };

const ALL: Readonly<Record<UiLang, Record<Key, Word>>> = { en, tr, ru };
const LOCALE: Readonly<Record<UiLang, string>> = { en: 'en-GB', tr: 'tr-TR', ru: 'ru-RU' };

export type Values = Readonly<Record<string, string | number>>;

export interface Words {
  lang: UiLang;
  /** A phrase; `n` chooses its plural and is written with separators. Names that come with codes fall back to the code. */
  t(key: Key, values?: Values): string;
  /** A word for a value of a vocabulary: `term('type', 'CONSULT')`. */
  term(group: string, value: string): string;
  number(n: number, digits?: number): string;
  /** A day, month or year (ISO 8601) as it is written in this language. */
  day(iso: string, style?: 'long' | 'short'): string;
}

export function wordsOf(lang: UiLang): Words {
  const table = ALL[lang], locale = LOCALE[lang], plural = new Intl.PluralRules(locale), plain = new Intl.NumberFormat(locale);
  const t = (key: Key, values: Values = {}): string => {
    const word = table[key], form = typeof word === 'string' ? word : (word[plural.select(Number(values['n'] ?? 0)) as 'one'] ?? word.other);
    return form.replace(/\{(\w+)\}/g, (all, name: string) => {
      const value = values[name];
      return value === undefined ? all : typeof value === 'number' ? plain.format(value) : value;
    });
  };
  return {
    lang, t,
    term: (group, value) => (`${group}.${value}` in table ? t(`${group}.${value}` as Key) : value),
    number: (n, digits) => (digits === undefined ? plain.format(n) : n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })).replace('-', '−'),
    day(iso, style = 'short') {
      const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
      if (!parts) return iso;
      const [, year, month, day] = parts;
      if (!month) return String(year);
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
      return date.toLocaleDateString(locale, { timeZone: 'UTC', year: 'numeric', month: style === 'long' ? 'long' : 'short', ...(day && { day: 'numeric' }) });
    },
  };
}

export const WordsContext = createContext<Words>(wordsOf('en'));
export const useWords = (): Words => useContext(WordsContext);

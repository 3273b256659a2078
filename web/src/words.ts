/** The page's words and its ways of writing numbers and days, in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './words/en.ts';
import type { Key } from './words/en.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';
import { vocabularyRu, vocabularyTr } from './words/vocabulary.ts';
import { ordinal } from '../../src/story/describe.ts';
import { say } from '../../src/story/remark.ts';
import type { Remark, Wording } from '../../src/story/remark.ts';

export type { Key } from './words/en.ts';
export const UI_LANGS = ['en', 'tr', 'ru'] as const;
export type UiLang = (typeof UI_LANGS)[number];
export const OWN_NAME: Readonly<Record<UiLang, string>> = { en: 'English', tr: 'Türkçe', ru: 'Русский' };

const ALL: Readonly<Record<UiLang, Readonly<Record<string, Wording>>>> = { en, tr: { ...tr, ...vocabularyTr }, ru: { ...ru, ...vocabularyRu } };
const LOCALE: Readonly<Record<UiLang, string>> = { en: 'en-GB', tr: 'tr-TR', ru: 'ru-RU' };

export type Values = Readonly<Record<string, string | number | { ordinal: number }>>;

export interface Words {
  lang: UiLang;
  /** A phrase; `n` chooses its plural and is written with separators. Names that come with codes fall back to the code. */
  t(key: Key, values?: Values): string;
  /** A word for a value of a vocabulary: `term('type', 'CONSULT')`; the value itself, or `otherwise`, where there is none. */
  term(group: string, value: string, otherwise?: string): string;
  /** A remark of the program's own; `party` names the parties in it. */
  say(remark: Remark, party: (code: string) => string): string;
  number(n: number, digits?: number): string;
  /** A share of one, in percent. */
  percent(share: number, digits?: number): string;
  /** A day, month or year (ISO 8601) as it is written in this language. */
  day(iso: string, style?: 'long' | 'short'): string;
  /** A moment (ISO 8601) on the reader's clock. */
  moment(iso: string): string;
  /** Things one after the other: `a, b and c`. */
  list(parts: readonly string[]): string;
}

/** What number something has among others. */
const ordinalIn = (lang: UiLang, n: number): string => (lang === 'en' ? ordinal(n) : lang === 'tr' ? `${n}.` : `${n}-й`);

export function wordsOf(lang: UiLang): Words {
  const table = ALL[lang], locale = LOCALE[lang], rules = new Intl.PluralRules(locale), plain = new Intl.NumberFormat(locale);
  const number = (n: number): string => plain.format(n).replace('-', '−'), list = (parts: readonly string[]): string => parts.join(', ');
  const term = (group: string, value: string, otherwise = value): string => {
    const word = table[`${group}.${value}`];
    return typeof word === 'string' ? word : otherwise;
  };
  const day: Words['day'] = (iso, style = 'short') => {
    const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
    if (!parts) return iso;
    const [, year, month, date] = parts;
    // "2013 г." goes with any preposition
    if (!month) return lang === 'ru' ? `${year} г.` : String(year);
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
    return at.toLocaleDateString(locale, { timeZone: 'UTC', year: 'numeric', month: style === 'long' ? 'long' : 'short', ...(date && { day: 'numeric' }) });
  };
  const tongue = { words: table, plural: (n: number) => rules.select(n), number, ordinal: (n: number) => ordinalIn(lang, n), day: (iso: string) => day(iso), term, list };
  return {
    lang, term, day, list,
    t: (key, values) => say({ code: key as Remark['code'], ...(values && { values }) }, { ...tongue, party: (code) => code }),
    say: (remark, party) => say(remark, { ...tongue, party }),
    number: (n, digits) => (digits === undefined ? number(n) : n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−')),
    percent: (share, digits = 0) => share.toLocaleString(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    moment: (iso) => new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}

export const WordsContext = createContext<Words>(wordsOf('en'));
export const useWords = (): Words => useContext(WordsContext);

/** The page's words and its ways of writing numbers and days, in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './words/en.ts';
import type { Key } from './words/en.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';
import { vocabularyRu, vocabularyTr } from './words/vocabulary.ts';
import { writing } from '../../src/words/tongue.ts';
import { say } from '../../src/story/remark.ts';
import type { Remark, Wording } from '../../src/story/remark.ts';

export type { Key } from './words/en.ts';
export const UI_LANGS = ['en', 'tr', 'ru'] as const;
export type UiLang = (typeof UI_LANGS)[number];
export const OWN_NAME: Readonly<Record<UiLang, string>> = { en: 'English', tr: 'Türkçe', ru: 'Русский' };

const ALL: Readonly<Record<UiLang, Readonly<Record<string, Wording>>>> = { en, tr: { ...tr, ...vocabularyTr }, ru: { ...ru, ...vocabularyRu } };

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

export function wordsOf(lang: UiLang): Words {
  const written = writing(lang, ALL[lang]);
  const { term, day, list, number, percent, locale } = written;
  return {
    lang, term, day, list, number, percent,
    t: (key, values) => say({ code: key, ...(values && { values }) }, { ...written, party: (code) => code }),
    say: (remark, party) => say(remark, { ...written, party }),
    moment: (iso) => new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}

export const WordsContext = createContext<Words>(wordsOf('en'));
export const useWords = (): Words => useContext(WordsContext);

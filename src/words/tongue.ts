/** How each language writes numbers, days and what is said in words of a catalogue. */
import { ordinal } from '../story/describe.ts';
import type { Tongue, Wording } from '../story/remark.ts';
import type { Lang } from '../story/story.ts';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', tr: 'tr-TR', ru: 'ru-RU' };

/** Short Russian names of months that are no abbreviations, in the genitive. */
const MONTHS: Readonly<Record<string, string>> = { март: 'марта', май: 'мая', июнь: 'июня', июль: 'июля' };

export interface Written extends Omit<Tongue, 'party' | 'term'> {
  locale: string;
  /** A number with separators, and so many digits after the point where that is said. */
  number(n: number, digits?: number): string;
  /** A share of one, in percent. */
  percent(share: number, digits?: number): string;
  /** A day, month or year (ISO 8601). */
  day(iso: string, style?: 'long' | 'short'): string;
  /** A word for a value of a vocabulary: `term('type', 'CONSULT')`; the value itself, or `otherwise`, where there is none. */
  term(group: string, value: string, otherwise?: string): string;
}

/** Writes in a language, with the words of a catalogue. */
export function writing(lang: Lang, words: Readonly<Record<string, Wording>>): Written {
  const locale = LOCALES[lang], rules = new Intl.PluralRules(locale), plain = new Intl.NumberFormat(locale);
  return {
    locale, words,
    plural: (n) => rules.select(n),
    number: (n, digits) => (digits === undefined ? plain.format(n) : n.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })).replace('-', '−'),
    percent: (share, digits = 0) => share.toLocaleString(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ordinal: (n) => (lang === 'en' ? ordinal(n) : lang === 'tr' ? `${n}.` : `${n}-й`),
    list: (parts) => parts.join(', '),
    ...(lang === 'ru' && { inflect: (written: string, form: string) => (form === 'gen' ? written.replace(/^\p{Ll}+(?= \d{4} г\.$)/u, (month) => MONTHS[month] ?? month) : written) }),
    term(group, value, otherwise = value) {
      const word = words[`${group}.${value}`] ?? words[`${group}.${value.replaceAll(' ', '-')}`];
      return typeof word === 'string' ? word : otherwise;
    },
    day(iso, style = 'short') {
      const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
      if (!parts) return iso;
      const [, year, month, date] = parts;
      // "2013 г." goes with any preposition
      if (!month) return lang === 'ru' ? `${year} г.` : String(year);
      const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
      return at.toLocaleDateString(locale, { timeZone: 'UTC', year: 'numeric', month: style === 'long' ? 'long' : 'short', ...(date && { day: 'numeric' }) });
    },
  };
}

/** A brief's words in its language, and how that writes parties, numbers and days. */
import { plainEnglish, say } from '../story/remark.ts';
import type { Phrase, Remark, Tongue, Value, Wording } from '../story/remark.ts';
import { REMARKS } from '../story/remarks.ts';
import type { Lang } from '../story/story.ts';
import { inRussianCase, withRussian } from '../words/case-ru.ts';
import { inTurkishCase } from '../words/case-tr.ts';
import { remarksRu } from '../words/remarks-ru.ts';
import { remarksTr } from '../words/remarks-tr.ts';
import { TERMS } from '../words/terms.ts';
import type { TermKey } from '../words/terms.ts';
import { writing } from '../words/tongue.ts';
import { en } from './words/en.ts';
import type { BriefKey } from './words/en.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';

export interface Words {
  lang: Lang;
  t(key: BriefKey | TermKey, values?: Readonly<Record<string, Value>>): string;
  say(remark: Remark): string;
  /** A party's usual name. */
  party(code: string): string;
  /** The word for a value of a vocabulary: the value itself where the language has none. */
  term(group: string, value: string): string;
  day(iso: string): string;
  number(n: number, digits: number): string;
  /** With its sign: `+1.5`. */
  signed(n: number): string;
}

const ALL: Readonly<Record<Lang, Readonly<Record<string, Wording>>>> = { en: { ...REMARKS, ...TERMS.en, ...en }, tr: { ...remarksTr, ...TERMS.tr, ...tr }, ru: { ...remarksRu, ...TERMS.ru, ...ru } };

const INFLECT: Readonly<Partial<Record<Lang, NonNullable<Tongue['inflect']>>>> = {
  tr: (written, form) => inTurkishCase(written, form as Parameters<typeof inTurkishCase>[1]),
  ru: (written, form) => (form === 'with' ? withRussian(written) : inRussianCase(written, form as Parameters<typeof inRussianCase>[1])),
};

/** English keeps the exchange format's values and days, as the command line does; the others have words for them. */
export function wordsOf(lang: Lang, name: (code: string) => string): Words {
  const written = writing(lang, ALL[lang]), day = (iso: string): string => written.day(iso, 'long');
  const party = (code: string): string => (code === 'UNKNOWN' ? say({ code: 'party.unknown' }, tongue) : name(code));
  const tongue: Tongue = lang === 'en' ? plainEnglish(ALL.en, (code) => party(code)) : { ...written, day, party: (code) => party(code), ...(INFLECT[lang] && { inflect: INFLECT[lang] }) };
  const number = (n: number, digits: number): string => (lang === 'en' ? n.toFixed(digits) : written.number(n, digits));
  return {
    lang, party, number,
    t: (code, values) => say({ code, ...(values && { values }) } satisfies Phrase, tongue),
    say: (remark) => say(remark, tongue),
    term: tongue.term,
    day: tongue.day,
    signed: (n) => `${n >= 0 ? '+' : '−'}${number(Math.abs(n), 1)}`,
  };
}

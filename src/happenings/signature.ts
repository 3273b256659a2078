/** What a sentence can be known by in another language: names by their sound, numbers, concepts, quoted words; in its own, also its words. */
import { fold } from '../ledger/fold.ts';
import { conceptsOf } from './concepts.ts';
import { sound } from './names.ts';

export interface Signature {
  lang: string;
  /** Words with a capital, as they sound. */
  names: ReadonlySet<string>;
  /** Amounts in plain digits, thousands and millions multiplied out; years as `y2013`. */
  numbers: ReadonlySet<string>;
  concepts: ReadonlySet<string>;
  /** Concepts and names that stand in quotation marks. */
  quoted: ReadonlySet<string>;
  /** Beginnings of folded words, for sentences of one language. */
  stems: ReadonlySet<string>;
}

const TOKEN = /\d[\d.,]*\d|\d|[\p{L}]+(?:[’'-][\p{L}]+)*/gu;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|oca|sub|mart|nis|hazi|tem|agu|eyl|eki|kasi|aral|янв|фев|март|апр|мая|май|мае|июн|июл|авг|сент|окт|нояб|дека)/;
const SCALE: readonly [RegExp, number][] = [[/^(?:thousand|bin|тыс)/, 1e3], [/^(?:million|m$|milyon|млн|миллион)/, 1e6], [/^(?:billion|bn$|milyar|млрд|миллиард)/, 1e9]];
const WORDS: readonly string[] = [
  'two iki два две двух двое', 'three üç три трех трёх трое', 'four dört четыре четырех четырёх', 'five beş пять пяти', 'six altı шесть шести', 'seven yedi семь семи',
  'eight sekiz восемь восьми', 'nine dokuz девять девяти', 'ten on десять десяти', 'eleven onbir одиннадцать', 'twelve oniki двенадцать двенадцати', 'dozen düzine дюжина дюжину',
];
const NUMERAL = new Map(WORDS.flatMap((row, k) => row.split(' ').map((word): [string, number] => [fold(word), k === 11 ? 12 : k + 2])));
const STEM = 5;
const QUOTED = /[“„«"]([^“”„«»"]{2,300})[”“»"]/gu;

/** `1,000`, `1.000` and `1000` are one number; `2.5` stays what it is. */
function plain(digits: string): number {
  const groups = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  return Number(groups ? digits.replace(/[.,]/g, '') : digits.replace(',', '.').replace(/[.,]$/, ''));
}

function read(text: string, lang: string): { names: Set<string>; numbers: Set<string>; concepts: Set<string>; stems: Set<string> } {
  const names = new Set<string>(), numbers = new Set<string>(), concepts = new Set<string>(), stems = new Set<string>();
  const tokens = text.match(TOKEN) ?? [];
  tokens.forEach((token, k) => {
    const next = fold(tokens[k + 1] ?? ''), before = fold(tokens[k - 1] ?? '');
    if (/^\d/.test(token)) {
      const n = plain(token);
      if (!Number.isFinite(n)) return;
      if (/^(?:19|20)\d\d$/.test(token)) numbers.add(`y${token}`);
      else if (n <= 31 && (MONTH.test(next) || MONTH.test(before))) return;
      else numbers.add(String(n * (SCALE.find(([word]) => word.test(next))?.[1] ?? 1)));
      return;
    }
    const bare = token.replace(/[’'].*$/, ''), word = fold(bare);
    for (const concept of conceptsOf(word, lang)) concepts.add(concept);
    const numeral = NUMERAL.get(word);
    if (numeral !== undefined) numbers.add(String(numeral * (SCALE.find(([scale]) => scale.test(next))?.[1] ?? 1)));
    if (/^\p{Lu}/u.test(bare) && !MONTH.test(word)) {
      for (const part of bare.split('-')) {
        const key = sound(part);
        if (key.length > 2) names.add(key);
      }
    }
    if (word.length > 3) stems.add(word.slice(0, STEM));
  });
  return { names, numbers, concepts, stems };
}

/** The signature of a sentence. */
export function signatureOf(sentence: string, lang: string): Signature {
  const whole = read(sentence, lang), quoted = new Set<string>();
  for (const [, words = ''] of sentence.matchAll(QUOTED)) {
    const inside = read(words, lang);
    for (const key of [...inside.concepts, ...inside.names]) quoted.add(key);
  }
  return { lang, ...whole, quoted };
}

/** Numbers in words, below a thousand, in the case forms that counts of years and times take. */
import type { Lang } from '../story/story.ts';

type Row = readonly [value: number, forms: string];

const UNITS: Record<Lang, readonly Row[]> = {
  en: [[1, 'one'], [2, 'two'], [3, 'three'], [4, 'four'], [5, 'five'], [6, 'six'], [7, 'seven'], [8, 'eight'], [9, 'nine'], [10, 'ten'], [11, 'eleven'], [12, 'twelve dozen'], [13, 'thirteen'], [14, 'fourteen'], [15, 'fifteen'], [16, 'sixteen'], [17, 'seventeen'], [18, 'eighteen'], [19, 'nineteen']],
  tr: [[1, 'bir'], [2, 'iki'], [3, 'üç'], [4, 'dört'], [5, 'beş'], [6, 'altı'], [7, 'yedi'], [8, 'sekiz'], [9, 'dokuz']],
  ru: [
    [1, 'один одного одну одной одним'], [2, 'два две двух двумя двое'], [3, 'три трех тремя трое'], [4, 'четыре четырех четырьмя четверо'], [5, 'пять пяти пятью'], [6, 'шесть шести шестью'], [7, 'семь семи семью'],
    [8, 'восемь восьми восемью'], [9, 'девять девяти девятью'], [10, 'десять десяти десятью'], [11, 'одиннадцать одиннадцати'], [12, 'двенадцать двенадцати'], [13, 'тринадцать тринадцати'], [14, 'четырнадцать четырнадцати'],
    [15, 'пятнадцать пятнадцати'], [16, 'шестнадцать шестнадцати'], [17, 'семнадцать семнадцати'], [18, 'восемнадцать восемнадцати'], [19, 'девятнадцать девятнадцати'],
  ],
};

const TENS: Record<Lang, readonly Row[]> = {
  en: [[20, 'twenty'], [30, 'thirty'], [40, 'forty'], [50, 'fifty'], [60, 'sixty'], [70, 'seventy'], [80, 'eighty'], [90, 'ninety']],
  tr: [[10, 'on'], [20, 'yirmi'], [30, 'otuz'], [40, 'kırk'], [50, 'elli'], [60, 'altmış'], [70, 'yetmiş'], [80, 'seksen'], [90, 'doksan']],
  ru: [[20, 'двадцать двадцати'], [30, 'тридцать тридцати'], [40, 'сорок сорока'], [50, 'пятьдесят пятидесяти'], [60, 'шестьдесят шестидесяти'], [70, 'семьдесят семидесяти'], [80, 'восемьдесят восьмидесяти'], [90, 'девяносто девяноста']],
};

const HUNDRED: Record<Lang, readonly string[]> = { en: ['hundred'], tr: ['yüz'], ru: ['сто', 'ста'] };

const mapOf = (rows: readonly Row[]): ReadonlyMap<string, number> => new Map(rows.flatMap(([value, forms]) => forms.split(' ').map((form) => [form, value] as const)));
const units = { en: mapOf(UNITS.en), tr: mapOf(UNITS.tr), ru: mapOf(UNITS.ru) };
const tens = { en: mapOf(TENS.en), tr: mapOf(TENS.tr), ru: mapOf(TENS.ru) };

export interface Numeral {
  value: number;
  /** How many of the words it takes. */
  words: number;
}

/**
 * The number that begins at `words[at]`, in digits or in words ("31", "thirty-one", "otuz bir", "тридцати одного").
 * @param words in lower case; Russian ё or е; a hyphen inside a word or a word of its own
 */
export const numeralAt = (words: readonly string[], at: number, lang: Lang): Numeral | undefined => {
  const word = (k: number): string => (words[k] ?? '').replaceAll('ё', 'е');
  const first = word(at);
  if (/^\d{1,3}$/.test(first)) return { value: Number(first), words: 1 };
  const [head = '', tail] = lang === 'en' ? first.split('-') : [first];
  if (tail !== undefined) {
    const ten = tens.en.get(head), unit = units.en.get(tail);
    return ten !== undefined && unit !== undefined && unit < 10 ? { value: ten + unit, words: 1 } : undefined;
  }
  let k = at, value = 0;
  const lead = units[lang].get(word(k));
  const bare = lang !== 'en' && HUNDRED[lang].includes(word(k));
  if (bare || ((lead !== undefined || (lang === 'en' && word(k) === 'a')) && HUNDRED[lang].includes(word(k + 1)))) {
    value = bare ? 100 : 100 * (lead ?? 1);
    k += bare ? 1 : 2;
  }
  const ten = tens[lang].get(word(k));
  if (ten !== undefined) {
    value += ten;
    k++;
    if (lang === 'en' && word(k) === '-') k++;
  }
  const unit = units[lang].get(word(k));
  if (unit !== undefined && (ten === undefined || unit < 10)) {
    value += unit;
    k++;
  } else if (word(k - 1) === '-') k--;
  return k > at ? { value, words: k - at } : undefined;
};

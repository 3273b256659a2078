/** Turkish names, acronyms and numbers in a case, as they are written: with an apostrophe, by vowel harmony and the last sound. */

export type TurkishCase = 'gen' | 'dat' | 'loc' | 'abl';

/** How the end of a figure is read; zeros before the last digit leave its power of ten. */
const DIGITS = ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'];
const TENS = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan'];
const POWERS = ['', '', 'yüz', 'bin', 'bin', 'bin', 'milyon'];

/** The last word of a whole number as it is read: 2020, `yirmi`; 300, `yüz`. */
function lastRead(figures: string): string {
  const zeros = /0*$/.exec(figures)?.[0].length ?? 0, digit = Number(figures.at(-1 - zeros) ?? 0);
  if (zeros === 0 || zeros >= figures.length) return DIGITS[digit] as string;
  return zeros === 1 ? (TENS[digit] as string) : (POWERS[Math.min(zeros, POWERS.length - 1)] as string);
}

/** Acronyms that are read as words; others letter by letter, whose names end in a vowel: ABD’ye, BM’nin. */
const READ_AS_WORDS = /^(?:NATO|AGİT|BRICS|OPEC|ASEAN|QUAD|AUKUS|TÜRKSOY|TÜRKPA|ECOWAS|ECCAS|CEMAC|UEMOA|IGAD|CELAC|ALBA|UNASUR|CARICOM|SAARC|BIMSTEC|APEC|GUAM|KİK|DEAŞ|FETÖ|PJAK|UNITA|RENAMO|MUJAO|CODECO|FARC|MİLF|ARSA|FACT|IPOB)$/;
/** Words whose last vowel is back and whose endings are front. */
const FRONT: Readonly<Record<string, string>> = { nepal: 'nepel', senegal: 'senegel' };
/** Two words whose last ends in a high vowel are a possessive compound ("Arap Birliği"), which takes n before a case; these are none. */
const NO_COMPOUND = new Set(['Haşdi Şabi', 'Abu Dabi', 'Yeni Delhi']);

/** Compounds that are written as one word. */
const COMPOUND = /(?:işleri|başkanı)$/;

/** What a word sounds like at its end. */
function soundOf(word: string): string {
  const figures = /\d+$/.exec(word)?.[0], low = word.toLocaleLowerCase('tr');
  if (figures) return lastRead(figures);
  if (/^[A-ZÇĞİÖŞÜ][A-Za-zÇĞİÖŞÜ-]*[A-ZÇĞİÖŞÜ]$/.test(word) && !READ_AS_WORDS.test(word)) return word === 'PKK' ? 'ka' : /[aeıioöuü]$/.test(low) ? low.slice(-1) : `${low.slice(-1)}e`;
  return FRONT[low] ?? low;
}

/** `Rusya`, `gen`: Rusya’nın; `Norveç`, `abl`: Norveç’ten; `15 Ağustos 2025`, `abl`: 15 Ağustos 2025’ten; `Suriye muhalefeti`, `dat`: Suriye muhalefetine. */
export function inTurkishCase(name: string, wanted: TurkishCase): string {
  const last = /\S+$/.exec(name)?.[0] ?? name, sound = soundOf(last), vowel = [...sound].findLast((c) => 'aeıioöuüâîû'.includes(c)) ?? 'e';
  const back = 'aıouâû'.includes(vowel), round = 'oöuüû'.includes(vowel), open = /[aeıioöuüâîû]$/.test(sound);
  const compound = (COMPOUND.test(sound) || (name !== last && /[ıiuü]$/.test(sound) && !NO_COMPOUND.has(name))) && !/\d$/.test(last), a = back ? 'a' : 'e', i = back ? (round ? 'u' : 'ı') : round ? 'ü' : 'i';
  const d = /[fstkçşhp]$/.test(sound) ? 't' : 'd', n = compound ? 'n' : '';
  const ending = { gen: `${open ? 'n' : ''}${i}n`, dat: `${compound ? 'n' : open ? 'y' : ''}${a}`, loc: `${n}${d}${a}`, abl: `${n}${d}${a}n` }[wanted];
  return `${name}${/^\p{Ll}/u.test(last) ? '' : '’'}${ending}`;
}

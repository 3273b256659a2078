/**
 * Names as they sound, so that one name in Latin, Turkish and Cyrillic letters is one key: romanised, consonants in
 * classes of like sound, vowels and h left out. Endings that are vowels fall away with them.
 */
import { fold } from '../ledger/fold.ts';

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u',
  ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'i', є: 'e', ґ: 'g',
};

/** Letters whose mark says how they sound. */
const MARKED: Readonly<Record<string, string>> = { ç: 'ch', č: 'ch', ć: 'ch', ş: 'sh', š: 'sh', ș: 'sh', ž: 'zh' };

/** Latin letters for Cyrillic ones; case and diacritics are dropped. */
const romanise = (text: string): string => fold(text.toLowerCase().normalize('NFC').replace(/[çčćşšșž]/g, (letter) => MARKED[letter] ?? letter)).replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? '');

const CLASSES: readonly [RegExp, string][] = [
  [/ng$/, 'n'], [/ic$/, 'is'], [/dzh|dj/g, 'j'], [/tsch|tch|tz|ts|sch|sh|ch|zh|cz|sz/g, 's'], [/kh|gh/g, ''], [/ph/g, 'f'], [/th/g, 't'], [/ck|qu?/g, 'k'], [/x/g, 'ks'],
  [/^[uw](?=[aeiouy])|w/g, 'v'], [/c(?=[eiy])/g, 's'], [/[cg]/g, 'k'], [/[zj]/g, 's'], [/f/g, 'v'], [/d/g, 't'], [/b/g, 'p'], [/[^a-z]/g, ''],
];

/** The sound of one word: `Lukaşenko`, `Лукашенко` and `Lukashenko` are all `lksnk`. Of vowels, one at the beginning leaves an `a`. */
export function sound(word: string): string {
  let out = romanise(word);
  for (const [pattern, by] of CLASSES) out = out.replace(pattern, by);
  const opens = /^[aeiouy]/.test(out) ? 'a' : '';
  return opens + out.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');
}

/** Whether two sounds are one name, give or take an ending of up to two consonants on a name of three or more. */
export const sameSound = (a: string, b: string): boolean => {
  if (a === b) return a.length > 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.length - short.length <= 2 && long.startsWith(short);
};

const WORDS = /[\p{L}’'-]+/gu;

/** A person as names sound: each name as its words' sounds. */
export type Person = readonly (readonly string[])[];

/** The sounds of a person's names. */
export const personOf = (names: readonly string[]): Person =>
  names.map((name) => (name.match(WORDS) ?? []).flatMap((word) => word.split('-')).map(sound).filter((key) => key.length > 1)).filter((words) => words.length > 0);

/** Whether two persons may be one: last names that sound alike, or two words of a name. */
export const samePerson = (a: Person, b: Person): boolean => a.some((x) => b.some((y) => {
  if (sameSound(x.at(-1) as string, y.at(-1) as string)) return true;
  return x.filter((word) => y.some((other) => sameSound(word, other))).length >= 2;
}));

/** Spelling folded to what the gazetteer's keys are written in. */
import type { Lang } from '../story/story.ts';

const COMBINING = /[\u0300-\u036f]/g;

/** Letters that do not fold to their lower case; and the sigma, whose lower case hangs on its place. */
const ODD = /[Iİıîâûéèê\u0307Î\u00c2\u00dbΣ]/u;

function foldTurkish(word: string): string {
  if (!ODD.test(word)) return word.toLowerCase().replaceAll('hükumet', 'hükümet');
  let out = '';
  for (const ch of word) {
    if (ch === 'I' || ch === 'İ' || ch === 'ı' || ch === 'î' || ch === 'Î') out += 'i';
    else if (ch === 'â' || ch === 'Â') out += 'a';
    else if (ch === 'û' || ch === 'Û') out += 'u';
    else if (ch === 'é' || ch === 'è' || ch === 'ê') out += 'e';
    else if (ch !== '\u0307') out += ch.toLowerCase();
  }
  return out.replaceAll('i\u0307', 'i').replaceAll('hükumet', 'hükümet');
}

/**
 * Lower case without the differences that spelling habits make: Turkish dotless i and circumflexes, Russian ё,
 * accents in English text. Keys and text go through the same function, so only what tells names apart is kept.
 */
export function fold(word: string, lang: Lang): string {
  if (lang === 'tr') return foldTurkish(word);
  const lower = word.toLowerCase();
  if (lang === 'ru') return lower.includes('ё') ? lower.replaceAll('ё', 'е') : lower;
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 127) return plainLatin(lower);
  }
  return lower;
}

const LATIN: Record<string, string> = {
  ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'a', ð: 'd', þ: 'th', 'ʻ': '', 'ʼ': '',
};

/** Latin letters without accents: `Şükrü Kılıç` to `sukru kilic` (lower case in, lower case out). */
export function plainLatin(lower: string): string {
  let out = '';
  for (const ch of lower.normalize('NFD').replace(COMBINING, '')) out += LATIN[ch] ?? ch;
  return out;
}

/** How a word is written: 0 lower case (or no letters), 1 with a capital first, 2 all capitals (two letters or more). */
export function casing(word: string): 0 | 1 | 2 {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return 0;
  if (word.length > 1 && word === word.toUpperCase()) return 2;
  return 1;
}

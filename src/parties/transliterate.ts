/** Names carried from one spelling to another: Russian to English and Turkish by letter, English to the others roughly. */
import type { Lang } from '../story/story.ts';

const RU_EN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y',
  ь: '', э: 'e', ю: 'yu', я: 'ya',
};
const RU_TR: Record<string, string> = { ...RU_EN, ж: 'j', й: 'y', х: 'h', ч: 'ç', ш: 'ş', щ: 'şç', ы: 'ı', ц: 'ts' };
const EN_RU: [RegExp, string][] = [
  [/shch/g, 'щ'], [/sch/g, 'ш'], [/kh/g, 'х'], [/zh/g, 'ж'], [/ch/g, 'ч'], [/sh/g, 'ш'], [/ts/g, 'ц'], [/th/g, 'т'], [/ph/g, 'ф'],
  [/ya/g, 'я'], [/yu/g, 'ю'], [/yo/g, 'ё'], [/ye/g, 'е'], [/iy\b/g, 'ий'], [/([aeiou])y/g, '$1й'], [/oo/g, 'у'], [/ee/g, 'и'],
  [/ck/g, 'к'], [/qu/g, 'кв'], [/j/g, 'дж'], [/w/g, 'у'], [/x/g, 'кс'], [/c(?=[eiy])/g, 'с'],
];
const EN_RU_LETTER: Record<string, string> = {
  a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', q: 'к',
  r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', y: 'и', z: 'з',
};
const EN_TR: [RegExp, string][] = [
  [/shch/g, 'şç'], [/kh/g, 'h'], [/zh/g, 'j'], [/ch/g, 'ç'], [/sh/g, 'ş'], [/oo/g, 'u'], [/ee/g, 'i'], [/ou/g, 'u'], [/q/g, 'k'], [/w/g, 'v'], [/x/g, 'ks'],
];
const TR_EN: Record<string, string> = { ç: 'c', ş: 's', ğ: 'g', ı: 'i', ö: 'o', ü: 'u', İ: 'I', Ç: 'C', Ş: 'S', Ğ: 'G', Ö: 'O', Ü: 'U', â: 'a', î: 'i', û: 'u' };

function letters(text: string, table: Record<string, string>): string {
  let out = '';
  for (const ch of text) {
    const lower = ch.toLowerCase();
    const to = table[ch] ?? table[lower];
    if (to === undefined) out += ch;
    else out += ch !== lower && table[ch] === undefined && to ? to.charAt(0).toUpperCase() + to.slice(1) : to;
  }
  return out;
}

function capitals(text: string): string {
  return text.replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, ch: string) => gap + ch.toUpperCase());
}

/**
 * A name in another language's spelling. A best guess by letter, for names given in one language only and for the
 * romanisation that a person's record carries; Russian endings come out as newspapers write them (-ий, -y).
 */
export function transliterate(name: string, from: Lang, to: Lang): string {
  if (from === to) return name;
  if (from === 'ru') {
    const plain = to === 'en' ? name.replace(/(?:ий|ый)(?=$|[\s-])/g, 'й').replace(/(^|[\s-]|[аеёиоуыэюяьъ])е/gi, (m, gap: string) => (gap === m ? m : `${gap}${/Е$/.test(m) ? 'Йе' : 'йе'}`)) : name;
    return letters(plain, to === 'tr' ? RU_TR : RU_EN);
  }
  if (from === 'tr') return to === 'en' ? letters(name, TR_EN) : transliterate(letters(name.replace(/ç/g, 'ch').replace(/Ç/g, 'Ch').replace(/ş/g, 'sh').replace(/Ş/g, 'Sh'), TR_EN), 'en', 'ru');
  if (to === 'tr') {
    let out = name.toLowerCase();
    for (const [pattern, by] of EN_TR) out = out.replace(pattern, by);
    return capitals(out);
  }
  let out = name.toLowerCase();
  for (const [pattern, by] of EN_RU) out = out.replace(pattern, by);
  return capitals(letters(out, EN_RU_LETTER));
}

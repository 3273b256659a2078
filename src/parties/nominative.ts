/** Names as the text spells them, without case endings. */
import type { Lang } from '../story/story.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { ACC, DAT, GEN, INS, NOM, PRP } from './russian.ts';
import type { Word } from './words.ts';
import { splitWords } from './words.ts';

export interface Uninflected {
  text: string;
  keys: string[];
}

function keysOf(text: string, lang: Lang): string[] {
  return splitWords(text, lang).filter((w) => w.word).map((w) => w.key);
}

function withCase(model: string, plain: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return plain.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}

/** Keeps the letters the text shares with the dictionary form, so that ё and spelling variants stay as written. */
function merge(form: string, base: string): string {
  const folded = fold(form, 'ru');
  let n = 0;
  while (n < folded.length && n < base.length && folded.charAt(n) === base.charAt(n)) n++;
  return form.slice(0, n) + (n === 0 ? withCase(form, base) : base.slice(n));
}

const RU_CONSONANT = /[бвгджзклмнпрстфхцчшщ]$/;

/** A Russian name part put back into the nominative by rule, for a case and sex; undefined where the ending does not fit. */
export function restore(word: string, wanted: number, sex: 'm' | 'f'): string | undefined {
  if (/[оиуэюы]$/.test(word) && !(wanted & DAT && /[ую]$/.test(word)) && !(sex === 'f' && /[ыиую]$/.test(word))) return word;
  if (sex === 'm') {
    if (wanted & (GEN | ACC)) {
      if (/[цс]кого$/.test(word)) return word.replace(/ого$/, 'ий');
      if (/ого$/.test(word) && word.length > 5) return word.replace(/ого$/, 'ой');
      if (/его$/.test(word) && word.length > 5) return word.replace(/его$/, 'ий');
      if (/[аеоуиы]я$/.test(word)) return word.replace(/я$/, 'й');
      if (/[^ь]я$/.test(word)) return word.replace(/я$/, 'ь');
      if (/а$/.test(word)) return word.slice(0, -1);
      if (/[ыи]$/.test(word)) return word.replace(/[ыи]$/, 'а');
      if (/у$/.test(word) && wanted & ACC) return word.replace(/у$/, 'а');
    }
    if (wanted & DAT) {
      if (/[цс]кому$/.test(word)) return word.replace(/ому$/, 'ий');
      if (/ому$/.test(word)) return word.replace(/ому$/, 'ой');
      if (/[аеоуиы]ю$/.test(word)) return word.replace(/ю$/, 'й');
      if (/ю$/.test(word)) return word.replace(/ю$/, 'ь');
      if (/у$/.test(word)) return word.slice(0, -1);
      if (/е$/.test(word)) return word.replace(/е$/, 'а');
    }
    if (wanted & INS) {
      if (/[цс]ким$/.test(word)) return word.replace(/им$/, 'ий');
      if (/(?:ов|ев|ин|ын)ым$/.test(word)) return word.slice(0, -2);
      if (/ым$/.test(word)) return word.replace(/ым$/, 'ый');
      if (/[аеоуиы]ем$/.test(word)) return word.replace(/ем$/, 'й');
      if (/[жшчщц]ем$/.test(word)) return word.slice(0, -2);
      if (/ем$/.test(word)) return word.replace(/ем$/, 'ь');
      if (/ом$/.test(word)) return word.slice(0, -2);
      if (/ой$/.test(word)) return word.replace(/ой$/, 'а');
    }
    if (wanted & PRP) {
      if (/[цс]ком$/.test(word)) return word.replace(/ом$/, 'ий');
      if (/[аоуы]е$/.test(word)) return word.replace(/е$/, 'й');
      if (/ии$/.test(word)) return word.replace(/и$/, 'й');
      if (/е$/.test(word)) return word.slice(0, -1);
    }
    return RU_CONSONANT.test(word) || /[аяойеь]$/.test(word) ? word : undefined;
  }
  if (RU_CONSONANT.test(word)) return word;
  if (/(?:ск|цк)(?:ой|ую)$/.test(word)) return word.replace(/(?:ой|ую)$/, 'ая');
  if (/(?:ов|ев|ин|ын)ой$/.test(word)) return word.replace(/ой$/, 'а');
  if (wanted & (GEN | DAT | PRP) && /ии$/.test(word)) return word.replace(/и$/, 'я');
  if (wanted & GEN && /ы$/.test(word)) return word.replace(/ы$/, 'а');
  if (wanted & GEN && /[кгхжшчщ]и$/.test(word)) return word.replace(/и$/, 'а');
  if (wanted & GEN && /и$/.test(word)) return word.replace(/и$/, 'я');
  if (wanted & (DAT | PRP) && /[^и]е$/.test(word)) return word.replace(/е$/, 'а');
  if (wanted & ACC && /у$/.test(word)) return word.replace(/у$/, 'а');
  if (wanted & ACC && /ю$/.test(word)) return word.replace(/ю$/, 'я');
  if (wanted & INS && /ой$/.test(word)) return word.replace(/ой$/, 'а');
  if (wanted & INS && /ей$/.test(word)) return word.replace(/ей$/, 'я');
  return word;
}

/** An unknown Russian name in the nominative, read from the case its title or preposition asks for and the likely sex. */
export function restoreName(text: string, wanted: number, sex: 'm' | 'f' | undefined, lexicon: Lexicon): string {
  if (wanted === 0 || wanted & NOM) return text;
  const parts = text.split(/([\s-]+)/);
  const options: { text: string; score: number }[] = [];
  for (const s of ['m', 'f'] as const) {
    if (sex && s !== sex) continue;
    let score = s === 'm' ? 0.5 : 0;
    const done = parts.map((part, i) => {
      if (i % 2 === 1 || part.length < 3 || part === part.toLowerCase()) return part;
      const folded = fold(part, 'ru');
      const plain = restore(folded, wanted, s);
      // "Павла" is of Павел, "Льва" of Лев: the vowel that the other cases drop
      const full = plain?.replace(/ь?([лнрв])$/u, 'е$1');
      const to = full !== undefined && plain !== undefined && !lexicon.given.has(plain) && lexicon.given.has(full) ? full : plain;
      if (to === undefined) {
        score -= 2;
        return part;
      }
      if (lexicon.given.get(to) === s) score += 2;
      return merge(part, to);
    });
    options.push({ text: done.join(''), score });
  }
  options.sort((a, b) => b.score - a.score);
  return options[0]?.text ?? text;
}

/**
 * The dictionary form of a name as it stands in a text. A known name's dictionary form helps to strip endings, the
 * text's own spelling is kept; Turkish loses what follows the apostrophe (already cut) or a suffix the lexicon found.
 */
export function nominativeOf(lang: Lang, lexicon: Lexicon, words: readonly Word[], surface: string, dictionary: string | undefined, suffix: string): Uninflected {
  if (lang === 'ru') {
    const named = words.filter((w) => w.word);
    const bases = dictionary ? keysOf(dictionary, 'ru') : [];
    let out = '';
    let from = 0;
    const origin = words[0].start;
    named.forEach((word, i) => {
      out += surface.slice(from, word.start - origin);
      from = word.end - origin;
      const form = surface.slice(word.start - origin, from);
      const known = bases.length === named.length ? bases[i] : undefined;
      out += known && lexicon.readings(word.key).some((r) => r.key === known) ? merge(form, known) : form;
    });
    out += surface.slice(from);
    return { text: out, keys: keysOf(out, 'ru') };
  }
  let text = surface;
  const last = words[words.length - 1];
  if (lang === 'tr' && suffix && !last.ending && dictionary) {
    const base = keysOf(dictionary, 'tr').at(-1);
    if (base && last.key.startsWith(base)) text = surface.slice(0, surface.length - (last.key.length - base.length));
  }
  return { text, keys: keysOf(text, lang) };
}

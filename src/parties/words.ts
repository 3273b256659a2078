/** The words of a text as the gazetteer reads them: apostrophes and hyphens opened, possessive endings set aside. */
import type { Doc } from '../language/doc.ts';
import type { Lang } from '../story/story.ts';
import { casing, fold } from './fold.ts';
import { isSuffixChain } from './turkish.ts';

export interface Word {
  /** Folded form without what follows an apostrophe; the sign itself for punctuation. */
  key: string;
  /** As written, without what follows an apostrophe. */
  form: string;
  start: number;
  /** End of `form` in the text (what follows an apostrophe lies between here and `stop`). */
  end: number;
  stop: number;
  /** Letters and digits, not punctuation. */
  word: boolean;
  /** 0 lower case, 1 capital first, 2 all capitals. */
  cap: 0 | 1 | 2;
  /** Folded ending after an apostrophe; English `s` for a possessive. */
  ending: string;
  /** Joined to the word before by a hyphen. */
  glued: boolean;
  /** First word of its sentence (or of a quotation). */
  opens: boolean;
  /** Doc token it stands in. */
  token: number;
  sentence: number;
}

const PIECE = /(?:\p{Lu}\.){2,}|[\p{L}\d][\p{L}\p{M}\d]*(?:['’ʼ`‘][\p{L}\p{M}]+)*|\S/gu;
const APOSTROPHE = /['’ʼ`‘]/;
const ALL_APOSTROPHES = /['’ʼ`‘]/g;

function makeWord(text: string, piece: string, start: number, lang: Lang): Word {
  const stop = start + piece.length;
  const first = piece.charCodeAt(0);
  const isWord = (first >= 48 && first <= 57) || piece.charAt(0).toLowerCase() !== piece.charAt(0).toUpperCase() || /\p{L}/u.test(piece.charAt(0));
  if (!isWord) {
    return { key: piece, form: piece, start, end: stop, stop, word: false, cap: 0, ending: '', glued: false, opens: false, token: -1, sentence: -1 };
  }
  let form = piece;
  let ending = '';
  if (form.includes('.')) form = form.replaceAll('.', '');
  else if (APOSTROPHE.test(form)) {
    const at = Math.max(...["'", '’', 'ʼ', '`', '‘'].map((a) => form.lastIndexOf(a)));
    const tail = fold(form.slice(at + 1), lang);
    const splits = lang === 'en' ? tail === 's' : lang === 'tr' && (isSuffixChain(tail) || /^(?:l[iuü]|s[iuü]z|c[iuü])/.test(tail));
    if (splits && at > 0) {
      ending = tail;
      form = form.slice(0, at);
    }
  }
  const end = piece.includes('.') ? stop : start + form.length;
  const bare = form.replace(ALL_APOSTROPHES, '');
  if (lang === 'en' && !ending && /s$/i.test(form) && /['’]/.test(text.charAt(stop)) && !/\p{L}/u.test(text.charAt(stop + 1))) ending = 's';
  return { key: fold(bare, lang), form, start, end, stop, word: true, cap: casing(bare), ending, glued: false, opens: false, token: -1, sentence: -1 };
}

/** Splits any text (a dictionary name, a title) into words; hyphens between letters disappear into `glued`. */
export function splitWords(text: string, lang: Lang): Word[] {
  const words: Word[] = [];
  let hyphen = -1;
  PIECE.lastIndex = 0;
  for (let m = PIECE.exec(text); m; m = PIECE.exec(text)) {
    const piece = m[0];
    const start = m.index;
    if (/^[-‐‑–]$/.test(piece) && words.length > 0 && words[words.length - 1].stop === start && /[\p{L}\d]/u.test(text.charAt(start + 1))) {
      hyphen = start;
      continue;
    }
    const word = makeWord(text, piece, start, lang);
    if (hyphen >= 0 && word.start === hyphen + 1) word.glued = true;
    hyphen = -1;
    words.push(word);
  }
  return words;
}

/** The words of a read text, each tied to its token and sentence. */
export function wordsOf(doc: Doc): Word[] {
  const all = splitWords(doc.text, doc.lang);
  const kept: Word[] = [];
  let t = 0;
  let previous: Word | undefined;
  for (const word of all) {
    while (t + 1 < doc.tokens.length && doc.tokens[t].end <= word.start) t++;
    while (t > 0 && doc.tokens[t - 1].start === doc.tokens[t].start) t--;
    const token = doc.tokens[t];
    if (!token || token.start >= word.stop) continue;
    word.token = t;
    word.sentence = token.sentence;
    word.opens = word.word && (!previous || previous.sentence !== word.sentence || (!previous.word && /[«“"„:]/.test(previous.key)));
    kept.push(word);
    previous = word;
  }
  return kept;
}

/** The words of a text as the gazetteer reads them: apostrophes and hyphens opened, possessive endings set aside. */
import type { Doc } from '../language/doc.ts';
import { DIGIT, LETTER, MARK, RARE, SIGN, SPACE, kindOf } from '../story/characters.ts';
import { owned } from '../story/owned.ts';
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
const HYPHENS = new Set(['-', '‐', '‑', '–']);

/** All of a word that does not hang on what stands around it. */
interface Shape {
  key: string;
  form: string;
  /** Letters of the piece that `Word.end` lies after. */
  length: number;
  word: boolean;
  cap: 0 | 1 | 2;
  ending: string;
}

function shapeOf(piece: string, lang: Lang): Shape {
  const first = piece.charCodeAt(0);
  const isWord = (first >= 48 && first <= 57) || piece.charAt(0).toLowerCase() !== piece.charAt(0).toUpperCase() || /\p{L}/u.test(piece.charAt(0));
  if (!isWord) return { key: piece, form: piece, length: piece.length, word: false, cap: 0, ending: '' };
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
  const bare = form.replace(ALL_APOSTROPHES, '');
  return { key: fold(bare, lang), form, length: piece.includes('.') ? piece.length : form.length, word: true, cap: casing(bare), ending };
}

const shapes: Record<Lang, Map<string, Shape>> = { tr: new Map(), en: new Map(), ru: new Map() };
/** Most shapes remembered a language; emptied when full. */
const KEPT = 50_000;

function rememberedShape(piece: string, lang: Lang): Shape {
  const known = shapes[lang];
  let shape = known.get(piece);
  if (!shape) {
    const own = owned(piece);
    if (known.size >= KEPT) known.clear();
    known.set(own, (shape = shapeOf(own, lang)));
  }
  return shape;
}

/** Latin and Cyrillic letters with single spaces, as most dictionary names are. */
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ӿ]+(?: [A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ӿ]+)*$/;

function splitPlain(text: string, lang: Lang): Word[] {
  let start = 0;
  return text.split(' ').map((form): Word => {
    const at = start, end = at + form.length;
    start = end + 1;
    return { key: fold(form, lang), form, start: at, end, stop: end, word: true, cap: casing(form), ending: '', glued: false, opens: false, token: -1, sentence: -1 };
  });
}

/**
 * End of the piece that `PIECE` would find at `at`, where it can be told letter by letter: a word without an apostrophe, or
 * a single sign. 0 for white space, -1 where `PIECE` must be asked.
 */
function plainEnd(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === SPACE) return 0;
  if (kind === SIGN || kind === MARK) return at + 1;
  if (kind === RARE) return -1;
  let k = at + 1;
  for (; k < text.length; k++) {
    const next = kindOf(text.charCodeAt(k));
    if (next !== LETTER && next !== MARK && next !== DIGIT) break;
  }
  if (k === text.length) return k;
  const next = text.charAt(k);
  // initials, what follows an apostrophe, letters of other scripts
  return (next === '.' && k === at + 1) || APOSTROPHE.test(next) || kindOf(next.charCodeAt(0)) === RARE ? -1 : k;
}

/** Splits any text (a dictionary name, a title) into words; hyphens between letters disappear into `glued`. */
export function splitWords(text: string, lang: Lang, shape = shapeOf): Word[] {
  if (shape === shapeOf && PLAIN.test(text)) return splitPlain(text, lang);
  const words: Word[] = [];
  let hyphen = -1;
  for (let start = 0; start < text.length;) {
    let stop = plainEnd(text, start);
    if (stop === 0) {
      start++;
      continue;
    }
    if (stop < 0) {
      PIECE.lastIndex = start;
      const m = PIECE.exec(text);
      if (!m) break;
      start = m.index;
      stop = start + m[0].length;
    }
    const piece = text.slice(start, stop), at = start;
    start = stop;
    if (HYPHENS.has(piece) && words.length > 0 && words[words.length - 1].stop === at && /[\p{L}\d]/u.test(text.charAt(at + 1))) {
      hyphen = at;
      continue;
    }
    const { key, form, length, word, cap, ending } = shape(piece, lang);
    const glued = hyphen >= 0 && at === hyphen + 1;
    hyphen = -1;
    words.push({ key, form, start: at, end: at + length, stop, word, cap, ending: ending || pluralOwner(text, form, stop, word, lang), glued, opens: false, token: -1, sentence: -1 });
  }
  return words;
}

/** The ending of an English possessive without an s of its own: "the allies' talks". */
function pluralOwner(text: string, form: string, stop: number, word: boolean, lang: Lang): string {
  if (lang !== 'en' || !word) return '';
  const after = text.charAt(stop);
  return (after === "'" || after === '’') && /s$/i.test(form) && !/\p{L}/u.test(text.charAt(stop + 1)) ? 's' : '';
}

/** The words of a read text, each tied to its token and sentence. */
export function wordsOf(doc: Doc): Word[] {
  const all = splitWords(doc.text, doc.lang, rememberedShape);
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

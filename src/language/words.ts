/** What the models look at in a word: hashes of its form, its affixes, its shape; made once a word form. */
import { owned } from '../story/owned.ts';
import type { Lang } from '../story/story.ts';
import { hashRange, hashString } from './hash.ts';
import type { Scores } from './weights.ts';
import { charClass, DIGIT, INVISIBLE, LOWER, lowerCase, MARK, UPPER } from './letters.ts';

/** Affix lengths. */
export const SUFFIXES = 6;
export const PREFIXES = 4;
/** Stands for a word that training saw no more than once. */
export const RARE = 0x5eed;

export interface Word {
  /** As written; it and all made of it keep no text alive. */
  readonly form: string;
  /** In small letters. */
  readonly small: string;
  /** As the models see it: lower case, plain quotes and dashes, figures as 0. */
  readonly lower: string;
  /** Whether training saw it more than once. */
  readonly known: boolean;
  /** Hash of `lower`, or RARE. */
  readonly id: number;
  /** Hash of the form with its capitals, or RARE. */
  readonly cased: number;
  readonly suffixes: Int32Array;
  readonly prefixes: Int32Array;
  /** What stands behind and before the apostrophe; 0 without one. */
  readonly tail: number;
  readonly stem: number;
  readonly shape: number;
  /** Whether it has a letter, and whether it is two letters or more without a small one. */
  readonly lettered: boolean;
  readonly shouted: boolean;
  /** Scores of the word's own features, kept by the tagger. */
  uposScores?: Scores;
  /** By part of speech. */
  featScores?: (Scores | undefined)[];
}

const QUOTES = new Set(['“', '”', '„', '«', '»', '``', "''", '&quot;', '&#39;&#39;', '″', '‟', '‹', '›']);
const SINGLE = new Set(['‘', '’', '‚', '`', '´', 'ʼ']);

/** Typography that treebanks and newsrooms write differently, brought to one form. */
export function plainForm(form: string, lang: Lang): string {
  if (form.length <= 9) {
    const c = form.charCodeAt(0);
    if (c < 0x30 || c > 0x7f || c === 0x60) {
      if (QUOTES.has(form)) return '"';
      if (SINGLE.has(form)) return "'";
      if (form === '…') return '...';
      if (form === '--' || form === '–' || form === '—' || form === '―') return lang === 'tr' ? '-' : '—';
    }
  }
  let clean = true;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (code >= 0x2018 && code <= 0x201b || code === 0x2bc || code === 0x2010 || code === 0x2011 || code === 0x301 || charClass(code) === INVISIBLE) {
      clean = false;
      break;
    }
  }
  if (clean) return form;
  return form.replace(/[‘’‛ʼ]/g, "'").replace(/[\u2010\u2011]/g, '-').replace(/[\u0301\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '');
}

function shapeOf(form: string): number {
  let shape = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < form.length && shape.length < 24; i++) {
    const kind = charClass(form.charCodeAt(i));
    const c = kind === UPPER ? 'X' : kind === LOWER || kind === MARK ? 'x' : kind === DIGIT ? 'd' : form[i];
    run = c === last ? run + 1 : 1;
    last = c;
    if (run <= 2) shape += c;
  }
  return hashString(shape, 60);
}

/** Words by form; forgets all when full, which changes no result. */
export class WordCache {
  readonly #lang: Lang;
  readonly #known: ReadonlySet<number> | undefined;
  readonly #map = new Map<string, Word>();
  readonly #limit: number;

  /** @param known hashes of the words training saw more than once; without it every word counts as known */
  constructor(lang: Lang, known: ReadonlySet<number> | undefined, limit = 60000) {
    this.#lang = lang;
    this.#known = known;
    this.#limit = limit;
  }

  get(form: string): Word {
    const found = this.#map.get(form);
    if (found) return found;
    if (this.#map.size >= this.#limit) this.#map.clear();
    const made = this.#make(form);
    this.#map.set(made.form, made);
    return made;
  }

  #make(piece: string): Word {
    const form = owned(piece);
    const plain = plainForm(form, this.#lang);
    const lower = lowerCase(plain, this.#lang).replace(/\d/g, '0').replaceAll('ё', 'е');
    const hash = hashString(lower, 1);
    const known = this.#known === undefined || this.#known.has(hash);
    const n = lower.length;
    const suffixes = new Int32Array(SUFFIXES);
    for (let k = 1; k <= SUFFIXES; k++) suffixes[k - 1] = hashRange(lower, Math.max(0, n - k), n, 10 + k);
    const prefixes = new Int32Array(PREFIXES);
    for (let k = 1; k <= PREFIXES; k++) prefixes[k - 1] = hashRange(lower, 0, Math.min(k, n), 30 + k);
    const apostrophe = lower.indexOf("'");
    const inside = apostrophe > 0 && apostrophe < n - 1;
    return {
      form,
      small: lowerCase(form, this.#lang),
      lower,
      known,
      id: known ? hash : RARE,
      cased: known ? hashString(plain, 2) : RARE,
      suffixes,
      prefixes,
      tail: inside ? hashRange(lower, apostrophe + 1, n, 50) : 0,
      stem: inside ? hashRange(lower, 0, apostrophe, 51) : 0,
      shape: shapeOf(plain),
      lettered: /\p{L}/u.test(form),
      shouted: form.length > 1 && form === form.toUpperCase(),
    };
  }
}

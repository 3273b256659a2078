/**
 * Cuts a stretch of text into surface tokens: words, figures, addresses, punctuation. One pass, linear in the text.
 * The conventions are the treebanks': Turkish suffixes stay behind their apostrophe, English compounds fall apart at the
 * hyphen unless the first part is a prefix, Russian compounds stay whole.
 */
import type { Lang } from '../story/story.ts';
import type { Abbreviations } from './abbreviations.ts';
import { charClass, DIGIT, HIGH, INVISIBLE, isWordClass, LOW, lowerCase, LOWER, MARK, OTHER, SPACE, UPPER } from './letters.ts';

/** A growing column of offsets. */
export class Offsets {
  data = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.length++] = value;
  }
}

/** Surface tokens as columns: half-open ranges of offsets into the text. */
export interface TokenColumns {
  readonly start: Offsets;
  readonly end: Offsets;
}

/** No token is longer than this, so that no later step meets a string of megabytes. */
const LONGEST = 400;

const APOSTROPHES = new Set([0x27, 0x2019, 0x02bc, 0x2018, 0x60, 0xb4]);
const HYPHENS = new Set([0x2d, 0x2010, 0x2011]);
const PERIOD = 0x2e;

/** Prefixes after which an English compound stays whole, as in the English Web Treebank. */
const ENGLISH_PREFIXES = new Set(['e', 'non', 'mid', 'anti', 're', 'pre', 'co', 'post', 'pro', 'multi', 'over', 'ex', 'sub', 'semi', 'cross', 'neo', 'un', 'inter', 'intra', 'extra', 'counter', 'ultra', 'super', 'pan', 'bi', 'tri', 'trans', 'quasi', 'pseudo', 'micro', 'mini', 'arch', 'de', 'dis', 'under', 'out', 'x']);
/** Particles of names that keep their hyphen in Turkish: es-Sisi, el-Ensari. */
const TURKISH_PARTICLES = new Set(['el', 'al', 'es', 'as', 'eş', 'aş', 'ed', 'ad', 'ez', 'az', 'er', 'ar', 'en', 'an', 'et', 'at', 'bin', 'e', 'abd', 'ebu', 'üs', 'ül', 'ur', 'ud', 'ut', 'ün', 'ı', 'i', 'ür']);

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|info|ru|tr|uk|de|ua|io|tv)(?:\/[^\s<>"“”«»]{0,300})?(?![\p{L}\p{N}])|[@#][\p{L}_][\p{L}\p{N}_]{0,100}/uy;

/** What a word's first letters must look like for the address pattern to be worth trying. */
function mayBeAddress(text: string, at: number, end: number): boolean {
  const c = text.charCodeAt(at);
  if (c === 0x40 || c === 0x23) return true;
  const limit = Math.min(end, at + 80);
  for (let i = at; i < limit; i++) {
    const k = text.charCodeAt(i);
    if (k === 0x40 || (k === 0x3a && text.charCodeAt(i + 1) === 0x2f)) return true;
    if (k === PERIOD && i + 1 < end) {
      const n = text.charCodeAt(i + 1);
      if (n >= 0x61 && n <= 0x7a) return true;
    }
    if (charClass(k) === SPACE) return false;
  }
  return false;
}

export class Tokenizer {
  readonly #lang: Lang;
  readonly #known: Abbreviations;

  constructor(lang: Lang, known: Abbreviations) {
    this.#lang = lang;
    this.#known = known;
  }

  /** Appends the tokens of `text` between two offsets. Never throws; every character that is no space ends up in a token. */
  run(text: string, from: number, to: number, out: TokenColumns): void {
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at);
      const kind = charClass(code);
      if (kind === SPACE || kind === INVISIBLE) {
        at++;
        continue;
      }
      let end: number;
      if (isWordClass(kind) || kind === HIGH || kind === LOW || code === 0x40 || code === 0x23) end = this.#word(text, at, to);
      else if (code === 0x25 && this.#lang === 'tr' && charClass(text.charCodeAt(at + 1)) === DIGIT && at + 1 < to) end = this.#word(text, at + 1, to);
      else end = this.#punctuation(text, at, to);
      out.start.push(at);
      out.end.push(end);
      at = end;
    }
  }

  #punctuation(text: string, at: number, to: number): number {
    const code = text.charCodeAt(at);
    let end = at + 1;
    const limit = Math.min(to, at + LONGEST);
    if (code === PERIOD) {
      while (end < limit && text.charCodeAt(end) === PERIOD) end++;
      return end;
    }
    if (code === 0x21 || code === 0x3f) {
      while (end < limit && (text.charCodeAt(end) === 0x21 || text.charCodeAt(end) === 0x3f)) end++;
      // Russian and Turkish write ?.. and !..
      if (end + 1 < limit && text.charCodeAt(end) === PERIOD && text.charCodeAt(end + 1) === PERIOD) while (end < limit && text.charCodeAt(end) === PERIOD) end++;
      return end;
    }
    if (code === 0x2d || code === 0x3d || code === 0x2a || code === 0x5f || code === 0x60 || code === 0x27) {
      while (end < limit && text.charCodeAt(end) === code) end++;
    }
    return end;
  }

  /** End of the token that starts with a letter, a figure or half a surrogate pair at `at`. */
  #word(text: string, at: number, to: number): number {
    const limit = Math.min(to, at + LONGEST);
    if (mayBeAddress(text, at, limit)) {
      ADDRESS.lastIndex = at;
      const found = ADDRESS.exec(text);
      if (found) {
        let end = Math.min(at + found[0].length, to);
        while (end > at + 1 && '.,;:!?)\'"'.includes(text[end - 1])) end--;
        return end;
      }
    }
    const first = charClass(text.charCodeAt(at));
    if (first === HIGH || first === LOW) return this.#symbol(text, at, limit);
    if (first === OTHER) return at + 1;
    let end = at;
    while (end < limit) {
      const code = text.charCodeAt(end);
      const kind = charClass(code);
      if (isWordClass(kind)) {
        end++;
        continue;
      }
      if (end === at) break;
      const next = end + 1 < limit ? charClass(text.charCodeAt(end + 1)) : SPACE;
      if (kind === INVISIBLE && isWordClass(next)) {
        end++;
        continue;
      }
      if (!isWordClass(next)) break;
      const before = charClass(text.charCodeAt(end - 1));
      if (APOSTROPHES.has(code)) {
        if (!this.#joinsApostrophe(text, end, limit)) break;
        end += 2;
        continue;
      }
      if (HYPHENS.has(code)) {
        if (!this.#joinsHyphen(text, at, end, limit)) break;
        end += 2;
        continue;
      }
      if (code === 0x5f || before === DIGIT && next === DIGIT && (code === PERIOD || code === 0x2c || code === 0x3a || code === 0x2f)) {
        end += 2;
        continue;
      }
      if (code === PERIOD && this.#dotted(text, at, end, limit)) {
        end += 2;
        continue;
      }
      break;
    }
    return this.#withPeriod(text, at, Math.max(end, at + 1), to);
  }

  /** Emoji and other characters beyond the basic plane: a pair, with its joiners and variation selectors, is one token. */
  #symbol(text: string, at: number, limit: number): number {
    let end = at + 1;
    if (charClass(text.charCodeAt(at)) === HIGH && end < limit && charClass(text.charCodeAt(end)) === LOW) end++;
    while (end < limit) {
      const code = text.charCodeAt(end);
      if (code === 0xfe0f || code === 0x20e3) end++;
      // Skin tones, and what a zero-width joiner adds.
      else if (code === 0xd83c && end + 1 < limit && text.charCodeAt(end + 1) >= 0xdffb && text.charCodeAt(end + 1) <= 0xdfff) end += 2;
      else if (code === 0x200d && end + 1 < limit && charClass(text.charCodeAt(end + 1)) !== SPACE) end += charClass(text.charCodeAt(end + 1)) === HIGH && end + 2 < limit ? 3 : 2;
      else break;
    }
    return end;
  }

  #joinsApostrophe(text: string, at: number, limit: number): boolean {
    if (this.#lang !== 'en') return charClass(text.charCodeAt(at + 1)) !== DIGIT || charClass(text.charCodeAt(at - 1)) === DIGIT;
    // English clitics stay in the surface word and are split into syntactic words later.
    return charClass(text.charCodeAt(at - 1)) !== DIGIT || (at + 2 <= limit && charClass(text.charCodeAt(at + 1)) === LOWER);
  }

  #joinsHyphen(text: string, start: number, at: number, limit: number): boolean {
    const before = charClass(text.charCodeAt(at - 1));
    const after = charClass(text.charCodeAt(at + 1));
    if (this.#lang === 'ru') return true;
    let right = at + 1;
    while (right < limit && isWordClass(charClass(text.charCodeAt(right)))) right++;
    const left = lowerCase(text.slice(start, at), this.#lang);
    // Types of arms and aircraft: T-72, Su-27, F-16s, S-400'ler.
    if (before !== DIGIT && after === DIGIT && left.length <= 4 && charClass(text.charCodeAt(start)) === UPPER) return true;
    if (this.#lang === 'en') return ENGLISH_PREFIXES.has(left) && after !== DIGIT || left === 'mid' || left === 'pre' || left === 'post' && after === DIGIT;
    if (before === DIGIT || after === DIGIT) return false;
    if (TURKISH_PARTICLES.has(left) || left.includes('-')) return true;
    const rightWord = lowerCase(text.slice(at + 1, right), 'tr');
    // İbn-i Sina, Düyûn-ı Umumiye.
    if (rightWord.length === 1) return true;
    if (TURKISH_PARTICLES.has(rightWord) && HYPHENS.has(text.charCodeAt(right))) return true;
    // A name in two parts goes on in small letters (Kim Jong-un); two capitals are two parties (Rusya-ABD).
    return charClass(text.charCodeAt(start)) === UPPER && after === LOWER;
  }

  /** A period inside a word: U.S., T.C., a.m.; in Russian each letter is a word of its own (т.е., В.В.). */
  #dotted(text: string, start: number, at: number, limit: number): boolean {
    if (this.#lang === 'ru') return false;
    const next = charClass(text.charCodeAt(at + 1));
    if (next === DIGIT) return false;
    let run = at - 1;
    while (run >= start && isWordClass(charClass(text.charCodeAt(run)))) run--;
    const lastPart = at - 1 - run;
    const lead = run < start || text.charCodeAt(run) === PERIOD;
    if (lastPart !== 1 || !lead) return false;
    // Whole word so far must be letters with periods: a.m, U.S, T.C; G.Saray goes on as a word.
    const after = at + 2 < limit ? text.charCodeAt(at + 2) : 0x20;
    return after === PERIOD || !isWordClass(charClass(after)) || charClass(after) === LOWER && charClass(text.charCodeAt(start)) === UPPER;
  }

  /** Takes a period into the word where it is an abbreviation's and not (only) the sentence's. */
  #withPeriod(text: string, start: number, end: number, to: number): number {
    if (end >= to || text.charCodeAt(end) !== PERIOD || text.charCodeAt(end + 1) === PERIOD || end - start > 12) return end;
    const length = end - start;
    const first = charClass(text.charCodeAt(start));
    if (first === DIGIT) return end;
    const form = `${lowerCase(text.slice(start, end), this.#lang)}.`;
    const kind = this.#known.classes.get(form);
    if (kind !== undefined) {
      // "no.", "art.", "mar.", "s.", "co." are also words; as abbreviations that stand before a figure they need one.
      if (kind === 'N' && !this.#figureFollows(text, end + 1, to) && !monthLike(text, start, end)) return end;
      if (length === 1 && first !== UPPER && this.#lang === 'en') return end;
      return end + 1;
    }
    if (length > 2 && text.slice(start, end).includes('.')) return end + 1;
    if (length === 1 && (first === UPPER)) {
      // An initial: what follows is a name or another initial.
      let next = end + 1;
      while (next < to && charClass(text.charCodeAt(next)) === SPACE) next++;
      return next < to && charClass(text.charCodeAt(next)) === UPPER ? end + 1 : end;
    }
    if (this.#lang === 'tr' && /^[IVX]{1,5}$/.test(text.slice(start, end))) return end + 1;
    if (this.#lang === 'ru' && length === 1 && (first === LOWER || first === MARK) && end + 1 < to && !/[аяиоу]/.test(text[start])) return end + 1;
    return end;
  }

  #figureFollows(text: string, at: number, to: number): boolean {
    let next = at;
    while (next < to && charClass(text.charCodeAt(next)) === SPACE) next++;
    return next < to && charClass(text.charCodeAt(next)) === DIGIT;
  }
}

/** Jan, Sept, Şub: with a capital and no word of their own. */
function monthLike(text: string, start: number, end: number): boolean {
  return /^(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|Şub|Ağu|Eyl)$/.test(text.slice(start, end));
}

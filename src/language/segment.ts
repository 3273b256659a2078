/** Paragraphs, sentences and surface tokens of a text, with exact UTF-16 offsets. Linear in the text; never throws. */
import type { Lang, Span } from '../story/story.ts';
import { abbreviations } from './abbreviations.ts';
import type { Abbreviations } from './abbreviations.ts';
import { charClass, DIGIT, INVISIBLE, isWordClass, LOWER, lowerCase, SPACE, UPPER } from './letters.ts';
import { Offsets, Tokenizer } from './tokenize.ts';

/** Columns of a cut text. Sentence `s` holds tokens `first[s]` to `first[s + 1] - 1`. */
export interface Segments {
  readonly lang: Lang;
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly tokenCount: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly sentenceCount: number;
  /** One longer than the sentences: ends with `tokenCount`. */
  readonly first: Int32Array;
  /** Index of the paragraph each sentence stands in. */
  readonly paragraphOf: Int32Array;
}

/** A sentence without an end is cut after this many tokens, at the last clause mark if there is one. */
const LONGEST_SENTENCE = 400;

const CLOSERS = new Set(['”', '’', '»', ')', ']', '}', '›', '″']);
const OPENERS = new Set(['“', '«', '„', '‘', '(', '[', '‹', '{', '‚']);
const DASHES = new Set(['—', '–', '-', '--', '―']);

/** Splits at blank lines, and at single line breaks where the line is not simply wrapped. */
export function splitParagraphs(text: string, lang: Lang = 'en'): Span[] {
  const known = abbreviations(lang);
  const out: Span[] = [];
  const n = text.length;
  let start = -1;
  let last = -1;
  let lineStart = 0;
  let i = 0;
  const close = (): void => {
    if (start >= 0) out.push({ start, end: last + 1 });
    start = -1;
  };
  while (i < n) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0b || code === 0x0c) {
      let breaks = 0;
      let j = i;
      while (j < n) {
        const c = text.charCodeAt(j);
        if (c === 0x0d && text.charCodeAt(j + 1) === 0x0a) j++;
        const isBreak = c === 0x0a || c === 0x0d || (c >= 0x0b && c <= 0x0c) || c === 0x2028 || c === 0x2029;
        if (isBreak) {
          breaks += c === 0x2029 || c === 0x0c ? 2 : 1;
          j++;
        } else if (charClass(c) === SPACE || charClass(c) === INVISIBLE) j++;
        else break;
      }
      if (breaks > 1 || (start >= 0 && endsLine(text, lineStart, last, known, lang)) || startsItem(text, j)) close();
      lineStart = j;
      i = j;
      continue;
    }
    const kind = charClass(code);
    if (kind !== SPACE && kind !== INVISIBLE) {
      if (start < 0) start = i;
      last = i;
    }
    i++;
  }
  close();
  return out;
}

/** A line that ends in closing punctuation, or is too short to have been wrapped, ends its paragraph. */
function endsLine(text: string, lineStart: number, last: number, known: Abbreviations, lang: Lang): boolean {
  if (last - lineStart < 45) return true;
  const c = text[last];
  if (c === '.') {
    let from = last;
    while (from > lineStart && last - from < 14 && charClass(text.charCodeAt(from - 1)) !== SPACE) from--;
    return !known.classes.has(lowerCase(text.slice(from, last + 1), lang));
  }
  return '!?…:”»"’)]'.includes(c);
}

/** A list item or a turn of dialogue opens a paragraph. */
function startsItem(text: string, at: number): boolean {
  const c = text[at];
  return (c === '—' || c === '–' || c === '-' || c === '•' || c === '*') && charClass(text.charCodeAt(at + 1)) === SPACE;
}

class SentenceSplitter {
  readonly #text: string;
  readonly #lang: Lang;
  readonly #known: Abbreviations;
  readonly #start: Int32Array;
  readonly #end: Int32Array;

  constructor(text: string, lang: Lang, known: Abbreviations, start: Int32Array, end: Int32Array) {
    this.#text = text;
    this.#lang = lang;
    this.#known = known;
    this.#start = start;
    this.#end = end;
  }

  #form(i: number): string {
    return this.#text.slice(this.#start[i], this.#end[i]);
  }

  #kind(i: number): number {
    return charClass(this.#text.charCodeAt(this.#start[i]));
  }

  #spaced(i: number): boolean {
    return this.#start[i] > this.#end[i - 1];
  }

  /** Appends the first token of each sentence of the paragraph's tokens `from` to `to`. */
  run(from: number, to: number, out: (token: number) => void): void {
    if (from >= to) return;
    out(from);
    let begun = from;
    let clause = -1;
    for (let i = from; i < to; i++) {
      const c = this.#text[this.#start[i]];
      if (c === ',' || c === ';' || c === ':') clause = i;
      if (i - begun >= LONGEST_SENTENCE) {
        const cut = clause > begun + LONGEST_SENTENCE / 2 ? clause + 1 : i;
        out(cut);
        begun = cut;
        clause = -1;
      }
      const last = this.#text[this.#end[i] - 1];
      if (last !== '.' && last !== '!' && last !== '?' && last !== '…') continue;
      const next = this.#afterClosers(i, from, to);
      if (next >= to || next <= begun) continue;
      if (this.#ends(i, next, begun, from, to)) {
        out(next);
        begun = next;
        clause = -1;
        i = next - 1;
      }
    }
  }

  /** The first token that would belong to the next sentence, were this the end of one. */
  #afterClosers(i: number, from: number, to: number): number {
    let j = i + 1;
    while (j < to) {
      const form = this.#form(j);
      const c = form[0];
      if (CLOSERS.has(c) || (c === '"' && form.length === 1) || form === "'" || form === "''") {
        if (c === '’' || c === '"' || form === "'" || form === "''") {
          if (this.#spaced(j)) {
            if (c !== '"' || !this.#closesLoose(j, from, to)) break;
          } else if (c !== '’' && j + 1 < to && !this.#spaced(j + 1) && isWordClass(this.#kind(j + 1)) && !this.#open(j, from)) break;
        }
        j++;
        continue;
      }
      if ((form === '…' || form[0] === '.') && !this.#spaced(j)) {
        j++;
        continue;
      }
      break;
    }
    return j;
  }

  /** Whether an odd number of straight quotes came before token `j` in its paragraph. */
  #open(j: number, from: number): boolean {
    const form = this.#form(j);
    let open = false;
    for (let k = j - 1, floor = Math.max(from, j - 300); k >= floor; k--) if (this.#form(k) === form) open = !open;
    return open;
  }

  /** A straight quote with space on both sides closes if one is open. */
  #closesLoose(j: number, from: number, to: number): boolean {
    return (j + 1 >= to || this.#spaced(j + 1)) && this.#open(j, from);
  }

  #ends(i: number, next: number, begun: number, from: number, to: number): boolean {
    const form = this.#form(i);
    const last = form[form.length - 1];
    if (!this.#spaced(next) && next === i + 1) {
      // No space after the mark: "1.Madde", "etti.Bunun"; only a plain word that ends in a period can end there.
      if (last !== '.' || this.#kind(next) !== UPPER || form.length > 1 || i === from || this.#end[i - 1] - this.#start[i - 1] < 3) {
        if (!(OPENERS.has(this.#form(next)[0]) && form.length === 1)) return false;
      }
    }
    // What the next sentence would begin with.
    let lead = next;
    let dashed = false;
    let opened = false;
    while (lead < to) {
      const f = this.#form(lead);
      if (DASHES.has(f)) dashed = true;
      else if (OPENERS.has(f[0]) || f === '"' || f === "'" || f === '/' || f === '*' || f === '•' || f === '¿' || f === '¡') opened = true;
      else break;
      lead++;
    }
    if (lead >= to || ',;:)]}%»”'.includes(this.#form(lead)[0])) return false;
    const kind = this.#kind(lead);
    const quoted = next > i + 1;
    if (kind === LOWER) return false;
    if (form.length > 1 && last === '.' && !form.startsWith('.') && !/[!?]/.test(form)) return this.#abbreviationEnds(i, form, lead, kind, begun, opened || quoted || dashed);
    if (dashed && !opened) {
      // «...!» — сказал; after a full stop a dash opens the next turn or the rest of the speech.
      if (quoted && '»”"’'.includes(this.#text[this.#end[next - 1] - 1])) return false;
      if (last !== '.' && last !== '…') return false;
      return kind === UPPER;
    }
    if (last === '!' || last === '?') {
      if (quoted && this.#sayingFollows(next, to)) return false;
      return kind !== DIGIT || this.#spaced(next);
    }
    if (last === '…' || form.startsWith('..')) {
      if (quoted && this.#sayingFollows(next, to)) return false;
      return kind === UPPER || opened || kind === DIGIT;
    }
    return this.#periodEnds(i, lead, kind, begun, from, quoted || opened);
  }

  /** A period that is a token of its own. */
  #periodEnds(i: number, lead: number, kind: number, begun: number, from: number, marked: boolean): boolean {
    const before = i > begun ? i - 1 : -1;
    if (before < 0) return true;
    const attached = !this.#spaced(i);
    const word = this.#form(before);
    if (attached && this.#isFigure(word)) {
      // "1. Madde" opens a list; in Turkish a figure with a period is an ordinal unless it looks like a year.
      if (before === begun && word.length <= 3) return false;
      if (this.#lang === 'tr' && !marked) {
        const year = /^(?:19|20)\d\d$/.test(word);
        if (!year && kind === UPPER && !this.#known.openers.has(lowerCase(this.#form(lead), 'tr'))) return false;
      }
    }
    if (begun === from && (this.#isDateline(begun, i) || this.#isTimeStamp(begun, i))) return false;
    return kind !== LOWER;
  }

  /** CITY, 3 марта. Text: the place in capitals and a date, at the head of a paragraph. */
  #isDateline(begun: number, i: number): boolean {
    if (i - begun > 9) return false;
    const place = this.#form(begun);
    if (place.length < 3 || place === lowerCase(place, this.#lang) || place !== place.toUpperCase()) return false;
    let date = false;
    for (let k = begun; k < i; k++) {
      const f = this.#form(k);
      if (this.#kind(k) === DIGIT) date = true;
      else if (isWordClass(this.#kind(k)) && !date && f !== f.toUpperCase()) return false;
    }
    return date;
  }

  /** 18:40, Guantánamo. Text; 16:20. Варшава. Text: the hour and perhaps a place, at the head of an entry. */
  #isTimeStamp(begun: number, i: number): boolean {
    if (i - begun > 7 || !/^\d{1,2}[:.]\d\d$/.test(this.#form(begun))) return false;
    for (let k = begun + 1; k < i; k++) {
      const kind = this.#kind(k);
      if (isWordClass(kind) && kind !== UPPER && kind !== DIGIT) return false;
    }
    return true;
  }

  #isFigure(word: string): boolean {
    if (word.length === 0 || word.length > 4) return false;
    for (let k = 0; k < word.length; k++) if (charClass(word.charCodeAt(k)) !== DIGIT) return false;
    return true;
  }

  /** A token that took its period in: abbreviation, initial, Roman figure. */
  #abbreviationEnds(i: number, form: string, lead: number, kind: number, begun: number, marked: boolean): boolean {
    const lower = lowerCase(form, this.#lang);
    const cls = this.#known.classes.get(lower);
    if (cls === 'T') return false;
    if (kind === DIGIT) return cls === 'U' && marked;
    const opener = this.#known.openers.has(lowerCase(this.#form(lead), this.#lang));
    if (cls === 'U') {
      if (kind !== UPPER) return marked;
      // "В 2024 г. Россия": a year at the head of its sentence goes on.
      if (this.#lang === 'ru' && (lower === 'г.' || lower === 'гг.')) return opener || marked || i - begun > 4;
      if (this.#isDateline(begun, i)) return false;
      return true;
    }
    if (cls === 'N' || cls === 'F') return opener || (marked && kind === UPPER);
    const bare = form.length - 1;
    // An initial goes on, unless small letters stood before it and a usual opener follows; "on X." is the network.
    if (bare === 1) return i > begun && this.#kind(i - 1) === LOWER && (opener || form === 'X.');
    // U.S.S.R., A.B.C.: a usual opener may open a sentence.
    return opener && form.includes('.') && bare > 2 && this.#lang !== 'ru';
  }

  /** A word of saying among the next few tokens: “Neden?” diye sordu, "Why?" Putin asked. */
  #sayingFollows(next: number, to: number): boolean {
    for (let k = next, limit = Math.min(to, next + 5); k < limit; k++) {
      if (this.#known.saying.has(lowerCase(this.#form(k), this.#lang))) return true;
      const c = this.#text[this.#start[k]];
      if (c === '.' || c === '“' || c === '«') return false;
    }
    return false;
  }
}

/** In Turkish a figure and the period of its ordinal are one token: "24. kez". */
function joinOrdinals(text: string, start: Int32Array, end: Int32Array, count: number, firsts: Set<number>): { start: Int32Array; end: Int32Array; count: number; moved: Int32Array } {
  const outStart = new Int32Array(count);
  const outEnd = new Int32Array(count);
  const moved = new Int32Array(count + 1);
  let n = 0;
  for (let i = 0; i < count; i++) {
    moved[i] = n;
    const isPeriod = end[i] - start[i] === 1 && text.charCodeAt(start[i]) === 0x2e;
    if (isPeriod && i > 0 && start[i] === end[i - 1] && i + 1 < count && !firsts.has(i + 1) && !firsts.has(i) && end[i - 1] - start[i - 1] <= 4 && charClass(text.charCodeAt(start[i - 1])) === DIGIT && charClass(text.charCodeAt(end[i - 1] - 1)) === DIGIT && isWordClass(charClass(text.charCodeAt(start[i + 1])))) {
      outEnd[n - 1] = end[i];
      moved[i] = n - 1;
      continue;
    }
    outStart[n] = start[i];
    outEnd[n] = end[i];
    n++;
  }
  moved[count] = n;
  return { start: outStart.subarray(0, n), end: outEnd.subarray(0, n), count: n, moved };
}

/**
 * Cuts a text into paragraphs, sentences and surface tokens.
 * @param text any string; offsets in the result are UTF-16 offsets into it
 */
export function segment(text: string, lang: Lang): Segments {
  const known = abbreviations(lang);
  const tokenizer = new Tokenizer(lang, known);
  const paragraphs = splitParagraphs(text, lang);
  const columns = { start: new Offsets(), end: new Offsets() };
  const bounds = new Int32Array(paragraphs.length + 1);
  for (let p = 0; p < paragraphs.length; p++) {
    tokenizer.run(text, paragraphs[p].start, paragraphs[p].end, columns);
    bounds[p + 1] = columns.start.length;
  }
  let count = columns.start.length;
  let start: Int32Array = columns.start.data.subarray(0, count);
  let end: Int32Array = columns.end.data.subarray(0, count);
  const splitter = new SentenceSplitter(text, lang, known, start, end);
  const firsts: number[] = [];
  const paragraphOf: number[] = [];
  for (let p = 0; p < paragraphs.length; p++) {
    splitter.run(bounds[p], bounds[p + 1], (token) => {
      firsts.push(token);
      paragraphOf.push(p);
    });
  }
  const first = new Int32Array(firsts.length + 1);
  first.set(firsts);
  first[firsts.length] = count;
  if (lang === 'tr') {
    const joined = joinOrdinals(text, start, end, count, new Set(firsts));
    for (let s = 0; s < first.length; s++) first[s] = joined.moved[first[s]];
    start = joined.start;
    end = joined.end;
    count = joined.count;
  }
  return { lang, text, paragraphs, tokenCount: count, tokenStart: start, tokenEnd: end, sentenceCount: firsts.length, first, paragraphOf: Int32Array.from(paragraphOf) };
}

/** The sentences as spans, first token's start to last token's end. */
export function sentenceSpans(segments: Segments): Span[] {
  const out: Span[] = [];
  for (let s = 0; s < segments.sentenceCount; s++) out.push({ start: segments.tokenStart[segments.first[s]], end: segments.tokenEnd[segments.first[s + 1] - 1] });
  return out;
}

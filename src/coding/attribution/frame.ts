/** What the grammars of the three languages find: a reporting frame, before its speaker has a name. */
import type { Doc, Token } from '../../language/doc.ts';
import type { Speech, SpeechKind } from './types.ts';
import type { Stance } from './lexicon.ts';

/** A token range, `[first, last)`. */
export interface Range {
  first: number;
  last: number;
}

/**
 * Whose word it is: a noun phrase; nobody named; the speaker before ("he added", a dropped subject), where `role` says
 * what the text calls him ("the expert").
 */
export type Voice = { np: Range; head?: number } | { unnamed: true } | { again: true; sentence: number };

export interface Frame {
  kind: SpeechKind;
  covers: Range[];
  sentence: number;
  cue: number;
  cueLemma: string;
  stance: Stance;
  voice: Voice;
  /** Whom the speaker cites: the far end of the chain. */
  origin?: Voice;
  /** The words of the frame itself, which no outer speech by the same voice need cover. */
  frame?: Range;
}

/** Sentence-sized questions that every grammar asks. */
export const isComma = (t: Token | undefined): boolean => t?.form === ',';
export const isDashToken = (t: Token | undefined): boolean => t !== undefined && /^[—–-]$/.test(t.form);
export const isHardBreak = (t: Token | undefined): boolean => t !== undefined && /^[;:]$/.test(t.form);
export const isWord = (t: Token | undefined): boolean => t !== undefined && /^[\p{L}\d]/u.test(t.form);
export const isCapital = (t: Token | undefined): boolean => t !== undefined && t.form[0] !== t.lower[0] && /^\p{L}/u.test(t.form);

/** A Russian word with е for ё, as the lexicons have it; most have none, and asking is cheaper than replacing. */
export const withoutYo = (word: string): string => (word.includes('ё') ? word.replaceAll('ё', 'е') : word);

/** Whether a stretch holds a verb, or a Russian short adjective, which does a verb's work ("Киев готов к встрече"). */
export const hasVerb = (doc: Doc, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) {
    const t = doc.tokens[i], { upos } = t;
    if (upos === 'VERB' || upos === 'AUX' || (upos === 'ADJ' && t.feat('Variant') === 'Short')) return true;
  }
  return false;
};

/** First and last token of the subtree under a token, clipped to its sentence. */
export const subtree = (doc: Doc, root: number): Range => {
  let [first, last] = [root, root + 1];
  const stack = [root];
  for (let n = 0; stack.length && n < 500; n++) {
    const i = stack.pop() as number;
    if (i < first) first = i;
    if (i + 1 > last) last = i + 1;
    stack.push(...doc.children(i));
  }
  return { first, last };
};

/** The child of a token by relation, subtypes included. */
export const childBy = (doc: Doc, i: number, ...relations: string[]): number | undefined =>
  doc.children(i).find((c) => relations.some((r) => doc.tokens[c].deprel === r || doc.tokens[c].deprel.startsWith(`${r}:`)));

/** Drops ranges that hold no word. */
export const wordy = (doc: Doc, ranges: readonly Range[]): Range[] =>
  ranges.filter((r) => {
    for (let i = r.first; i < r.last; i++) if (isWord(doc.tokens[i])) return true;
    return false;
  });

/** The dateline's end in the first sentence of a paragraph ("DOHA, Aug 19 -", "PRAG –", "БАКУ, 1 июля."), or the sentence's first token. */
export const afterDateline = (doc: Doc, sentence: number): number => {
  const s = doc.sentences[sentence];
  if (sentence > 0 && doc.sentences[sentence - 1].paragraph === s.paragraph) return s.first;
  const lead = doc.tokens[s.first];
  if (!lead || !/^\p{Lu}[\p{Lu}'’.-]+$/u.test(lead.form)) {
    // "Виндхук: президент ..."
    return doc.tokens[s.first + 1]?.form === ':' && isCapital(lead) ? s.first + 2 : s.first;
  }
  for (let i = s.first; i < Math.min(s.last, s.first + 14); i++) if (/^[—–-]$/.test(doc.tokens[i].form) && doc.tokens[i].start > (doc.tokens[i - 1]?.end ?? 0)) return i + 1;
  return s.first;
};

export type { Speech };

/** Quoted stretches and dialogue lines of a text. */
import type { Doc, Token } from '../../language/doc.ts';
import type { Range } from './frame.ts';
import { isWord } from './frame.ts';

/** Words between quotation marks. */
export interface Quote {
  /** The words, without the marks. */
  inside: Range;
  /** The marks, or the tokens next to the words where a paragraph leaves one out. */
  open: number;
  close: number;
  /** A statement, not a name or a word held up in quotation marks. */
  spoken: boolean;
  /** Runs on from the quote before it, over a paragraph's end. */
  continued: boolean;
}

/** A paragraph that opens with a dialogue dash. */
export interface DashLine {
  paragraph: number;
  range: Range;
}

const OPEN = new Set(['“', '„', '«', '‘', '‹', '``']);
const CLOSE: Record<string, readonly string[]> = { '“': ['”', '“'], '„': ['“', '”'], '«': ['»'], '‘': ['’'], '‹': ['›'], '``': ["''"] };
const STRAIGHT = new Set(['"', "''"]);

const isVerb = (t: Token): boolean => t.upos === 'VERB' || t.upos === 'AUX';

const spokenWords = (doc: Doc, r: Range): boolean => {
  let words = 0;
  let verb = false;
  for (let i = r.first; i < r.last; i++) {
    if (isWord(doc.tokens[i])) words++;
    if (isVerb(doc.tokens[i])) verb = true;
  }
  const end = doc.tokens[r.last - 1]?.form ?? '';
  return (words >= 3 && verb) || words >= 7 || (/^[.!?…,]/.test(end) && words >= 2);
};

/** All quotes of a text, outermost only; unclosed marks run to the end of their paragraph. */
export const findQuotes = (doc: Doc): Quote[] => {
  const out: Quote[] = [];
  const { tokens, sentences } = doc;
  const paragraphOf = (i: number): number => sentences[tokens[i].sentence]?.paragraph ?? 0;
  let at: { i: number; mark: string; depth: number } | undefined;
  let carried = false;
  const close = (i: number, closeToken: number): void => {
    if (!at) return;
    const inside = { first: at.i + 1, last: i };
    if (inside.last > inside.first) out.push({ inside, open: at.i, close: closeToken, spoken: spokenWords(doc, inside), continued: carried && out.length > 0 });
    carried = false;
    at = undefined;
  };
  for (let i = 0; i < tokens.length; i++) {
    const { form } = tokens[i];
    if (at && i > 0 && tokens[i].sentence !== tokens[i - 1].sentence && paragraphOf(i) !== paragraphOf(i - 1)) {
      // The paragraph ends inside a quote: it goes on where the next one opens with the mark.
      close(i, i - 1);
      carried = OPEN.has(form) || STRAIGHT.has(form);
    }
    if (!at) {
      if (OPEN.has(form) || STRAIGHT.has(form)) at = { i, mark: form, depth: 0 };
    } else if (STRAIGHT.has(at.mark)) {
      if (form === at.mark || (STRAIGHT.has(form) && form.length === at.mark.length)) close(i, i);
    } else {
      const ends = CLOSE[at.mark];
      if (form === at.mark && !ends.includes(form)) at.depth++;
      else if (ends.includes(form)) {
        if (at.depth > 0) at.depth--;
        else close(i, i);
      }
    }
  }
  if (at) close(tokens.length, tokens.length - 1);
  return out;
};

const DASH = /^[—–―-]$/;

/** Paragraphs that are lines of dialogue. */
export const findDashLines = (doc: Doc): DashLine[] => {
  const out: DashLine[] = [];
  for (let s = 0; s < doc.sentences.length; s++) {
    const sentence = doc.sentences[s];
    if (s > 0 && doc.sentences[s - 1].paragraph === sentence.paragraph) continue;
    const lead = doc.tokens[sentence.first];
    if (!lead || !DASH.test(lead.form)) continue;
    let end = s;
    while (end + 1 < doc.sentences.length && doc.sentences[end + 1].paragraph === sentence.paragraph) end++;
    out.push({ paragraph: sentence.paragraph, range: { first: sentence.first + 1, last: doc.sentences[end].last } });
  }
  return out;
};

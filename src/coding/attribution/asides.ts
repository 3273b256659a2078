/**
 * Asides inside reported words: relative clauses and participles by which the outlet itself reminds the reader
 * ("its embassy, which it closed in 2022"). What they tell is not the speaker's report, so his words leave them out.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { isGenitive, isTail, nextWord, turkishForm, wholeWord } from '../dates/tr-forms.ts';
import type { Range } from './frame.ts';
import { isComma } from './frame.ts';

const isFiniteVerb = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf' && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger';

/** End of a clause set off by commas: the first comma after its verb, or the end of the range. */
const clauseEnd = (doc: Doc, from: number, end: number): number => {
  let verb = false;
  for (let i = from; i < end; i++) {
    if (isFiniteVerb(doc.tokens[i])) verb = true;
    if (/^[;:]$/.test(doc.tokens[i].form)) return i;
    if (verb && isComma(doc.tokens[i])) return i;
  }
  return end;
};

const english = (doc: Doc, r: Range): Range[] => {
  const out: Range[] = [];
  for (let i = r.first + 1; i < r.last - 1; i++) {
    if (!isComma(doc.tokens[i]) || !/^(?:which|who|whom|whose)$/.test(doc.tokens[i + 1].lower)) continue;
    const end = clauseEnd(doc, i + 2, r.last);
    out.push({ first: i, last: end });
    i = end;
  }
  return out;
};

const russian = (doc: Doc, r: Range): Range[] => {
  const out: Range[] = [];
  const { tokens } = doc;
  for (let i = r.first + 1; i < r.last - 1; i++) {
    if (!isComma(tokens[i])) continue;
    const relative = [i + 1, i + 2].find((k) => k < r.last && /^котор/.test(tokens[k].lower));
    const participle = tokens[i + 1].feat('VerbForm') === 'Part' && tokens[i + 1].upos === 'VERB';
    if (relative === undefined && !participle) continue;
    let end = i + 2;
    while (end < r.last && !isComma(tokens[end]) && !/^[;:]$/.test(tokens[end].form)) end++;
    out.push({ first: i, last: end });
    i = end - 1;
  }
  return out;
};

/** Turkish participles stand before their noun; with the word they lean on ("gözaltına aldığı"). */
const turkish = (doc: Doc, r: Range): Range[] => {
  const out: Range[] = [];
  const { tokens } = doc;
  for (let i = r.first; i < r.last; i++) {
    if (isTail(tokens, i)) continue;
    const next = nextWord(tokens, i);
    if (!next || next.i >= r.last || turkishForm(tokens[i], tokens[i + 1]) !== 'participle') continue;
    const word = wholeWord(tokens, i);
    // Only what is past: -dığı and -an before a noun, not -acağı, nor a clause made an object.
    if (!/(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]|[ae]n)$/u.test(word) || /[ae]c[ae]/u.test(word.slice(-8))) continue;
    if (!/^\p{L}/u.test(next.form) || /^(?:de|da|ise)$/.test(next.lower)) continue;
    if (/^(?:yönünde|şeklinde|iddia|haber|bilgi|görüş|bildiril|açıklan|öne|ileri|kayde|belirt|için|zaman|sırada|takdirde|kadar|gibi|hâlde|halde|gerekçe|suçlama|söylenti|ve|veya|öğren|ifade|aktar)/u.test(next.lower)) continue;
    let first = i;
    const before = tokens[i - 1];
    if (i - 1 >= r.first && before.upos === 'NOUN' && !isGenitive(before)) first = i - 1;
    out.push({ first, last: next.i });
  }
  return out;
};

/** Reported words without their asides. */
export const withoutAsides = (doc: Doc, ranges: readonly Range[]): Range[] => {
  const find = doc.lang === 'en' ? english : doc.lang === 'ru' ? russian : turkish;
  const out: Range[] = [];
  for (const r of ranges) {
    let at = r.first;
    for (const aside of find(doc, r)) {
      if (aside.first > at) out.push({ first: at, last: aside.first });
      at = Math.max(at, aside.last);
    }
    if (at < r.last) out.push({ first: at, last: r.last });
  }
  return out.length ? out : [...ranges];
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../story/story.ts';
import { splitWords } from './words.ts';

/** The pieces of a text by one expression: what the reader that passes over letters must agree with. */
const PIECE = /(?:\p{Lu}\.){2,}|[\p{L}\d][\p{L}\p{M}\d]*(?:['’ʼ`‘][\p{L}\p{M}]+)*|\S/gu;
/** What meets in news, and what does not: other scripts, marks, initials, halves of pairs. */
const SIGNS = ['a', 'B', 'ş', 'İ', 'ж', 'Й', 'é', 'e\u0301', 'ʼ', '你', 'ع', 'ა', '𝐇', '\ud83d', '1', '20', '.', ',', "'", '’', '‘', '`', '“', '«', ' ', '\u00a0', '\u2003', '\n', '×', '…', '\u200b'];

describe('splitWords', () => {
  it('finds the pieces that the expression finds', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }), fc.constantFrom(...LANGS), (signs, lang) => {
      const text = signs.join('');
      expect(splitWords(text, lang).map((w) => text.slice(w.start, w.stop))).toEqual([...text.matchAll(PIECE)].map((m) => m[0]));
    }), { numRuns: 3000, seed: 11 });
  });

  it('reads plain names as it reads them with a sign behind', () => {
    for (const name of ['Recep Tayyip Erdoğan', 'İlham Aliyev', 'Élisabeth Borne', 'Владимир Путин', 'ISIS', 'Hükumet', 'Ünlü']) {
      for (const lang of LANGS) expect(splitWords(name, lang)).toEqual(splitWords(`${name} !`, lang).slice(0, -1));
    }
  });

  it('joins what hyphens join, and sets possessive endings aside', () => {
    expect(splitWords("Türkiye-AB'nin", 'tr').map(({ key, ending, glued }) => [key, ending, glued])).toEqual([['türkiye', '', false], ['ab', 'nin', true]]);
    expect(splitWords("the allies' talks and Poland's", 'en').map(({ key, ending }) => [key, ending])).toEqual([['the', ''], ['allies', 's'], ["'", ''], ['talks', ''], ['and', ''], ['poland', 's']]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../story/story.ts';
import { readWords } from './words.ts';

/** The words of a text by one expression: what the reader that passes over letters must agree with. */
const WORD = /\d+(?:[.,:/]\d+)*(?:['’‘](?:\p{L}+)|[-‑](?:\p{Ll}{1,3})(?!\p{L})|(?:st|nd|rd|th|s)(?!\p{L}))?|\p{L}+(?:['’‘](?:\p{L}+))?|\S/gu;
const SIGNS = ['a', 'Mart', 'st', 'th', 's', 'ş', 'го', 'ж', 'e\u0301', '你', 'ა', '𝐇', '\ud83d', '1', '20', '2024', '.', ',', ':', '/', "'", '’', '‘', '-', '‑', '–', '“', ' ', '\u00a0', '\u2003', '\n', '\u200b'];

describe('readWords', () => {
  it('finds the words that the expression finds, in any stretch of a text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }), fc.nat(4), fc.constantFrom(...LANGS), (signs, from, lang) => {
      const text = signs.join(''), start = Math.min(from, text.length);
      expect(readWords(text, start, text.length, lang).map((w) => text.slice(w.start, w.end))).toEqual([...text.slice(start).matchAll(WORD)].map((m) => m[0]));
    }), { numRuns: 3000, seed: 12 });
  });

  it('tells numbers, suffixes and classes', () => {
    const read = (text: string, lang: 'tr' | 'en' | 'ru') => readWords(text, 0, text.length, lang).map(({ lower, suffix, num, capital }) => [lower, suffix, num, capital]);
    expect(read("12th May 2024's", 'en')).toEqual([['12', 'th', 12, false], ['may', '', undefined, true], ['2024', 's', 2024, false]]);
    expect(read("5 Mayıs'ta 2024'ün", 'tr')).toEqual([['5', '', 5, false], ['mayıs', 'ta', undefined, true], ['2024', 'ün', 2024, false]]);
    expect(read('26-го 12.11.2025', 'ru')).toEqual([['26', 'го', 26, false], ['12.11.2025', '', undefined, false]]);
    expect(readWords('kasımda', 0, 7, 'tr')[0]?.classes?.get('month')).toBe('11');
  });
});

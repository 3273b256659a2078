import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { numeralAt } from './numerals.ts';

test.each<[Lang, string, number, number]>([
  ['en', '31 years', 31, 1], ['en', 'thirty-one years', 31, 1], ['en', 'thirty - one years', 31, 3], ['en', 'twenty years', 20, 1], ['en', 'a hundred years', 100, 2], ['en', 'seventeen years', 17, 1],
  ['tr', 'otuz bir yıl', 31, 2], ['tr', 'on yıl', 10, 1], ['tr', 'on iki yıl', 12, 2], ['tr', 'yüz yirmi beş yıl', 125, 3],
  ['ru', 'тридцать один год', 31, 2], ['ru', 'сорока лет', 40, 1], ['ru', 'двадцати трёх лет', 23, 2], ['ru', 'сто лет', 100, 1],
])('%s: %s', (lang, text, value, words) => {
  expect(numeralAt(text.split(' '), 0, lang)).toEqual({ value, words });
});

test('A word that is no number is none', () => {
  for (const [lang, text] of [['en', 'a year'], ['en', 'hundred'], ['en', 'well-known'], ['tr', 'yıl'], ['ru', 'год']] as const) expect(numeralAt(text.split(' '), 0, lang)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { analyze } from '../language/analyze.ts';
import type { Lang } from '../story/story.ts';
import { resolveParties } from './resolve.ts';

/** The parties of the last mention whose words begin so. */
const partiesOf = (lang: Lang, text: string, words: string, outlet?: string): string[] | undefined => {
  const doc = analyze(text, lang), { mentions } = resolveParties(doc, { date: '2024-03-12', ...(outlet ? { outlet } : {}) });
  return mentions.findLast((m) => text.slice(doc.tokens[m.first]?.start).startsWith(words))?.parties;
};

test.each<[Lang, string, string, string?]>([
  ['en', 'The foreign ministry said that it had summoned the Danish ambassador.', 'foreign ministry'],
  ['en', 'The foreign ministry said that it had summoned the Danish ambassador.', 'foreign ministry', 'Dawn'],
  ['en', 'Russian forces shelled Kharkiv, the foreign ministry said.', 'foreign ministry'],
  ['tr', 'Dışişleri Bakanlığı, Danimarka büyükelçisinin çağrıldığını açıkladı.', 'Dışişleri'],
  ['ru', 'В МИД вызвали посла Дании.', 'МИД'],
])('Whose body a title is that nothing tells is not guessed: %s: %s', (lang, text, words, outlet) => {
  expect(partiesOf(lang, text, words, outlet)).toEqual(['UNKNOWN']);
});

test.each<[Lang, string, string, string, string?]>([
  ['en', "Iran's foreign ministry summoned the Danish ambassador. The ministry said the act was an insult.", 'ministry said', 'IRN'],
  ['en', 'CAIRO, March 12 - Talks on the dam have failed. The foreign ministry said that Ethiopia was to blame.', 'foreign ministry', 'EGY'],
  ['en', 'The foreign ministry said that it had summoned the Danish ambassador.', 'foreign ministry', 'PAK', 'APP'],
  ['en', 'Relations with Pakistan are bad. The foreign ministry said that it had summoned the Danish ambassador.', 'foreign ministry', 'PAK', 'Dawn'],
  ['en', 'Kenya closed the crossing, the interior ministry said.', 'interior ministry', 'KEN'],
  ['tr', 'Dışişleri Bakanlığı, Danimarka büyükelçisinin çağrıldığını açıkladı.', 'Dışişleri', 'TUR', 'AA'],
  ['ru', 'МИД Ирана вызвал посла Дании. В министерстве осудили этот шаг.', 'министерстве', 'IRN'],
  ['ru', 'В МИД вызвали посла Дании.', 'МИД', 'RUS', 'ТАСС'],
])('%s: %s: %s of %s', (lang, text, words, code, outlet) => {
  expect(partiesOf(lang, text, words, outlet)).toEqual([code]);
});

test('An outlet that writes from everywhere tells nothing of whose ministry speaks', () => {
  expect(partiesOf('en', 'The foreign ministry said that it had summoned the Danish ambassador.', 'foreign ministry', 'Reuters')).toEqual(['UNKNOWN']);
});

test('A post that names nobody gives way to the nation where it is held', () => {
  const text = 'Japan sent a senior envoy to Tehran. Turkey appointed an ambassador to Israel.', { mentions } = resolveParties(analyze(text, 'en'), { date: '2024-03-12' });
  expect(mentions.flatMap((m) => m.parties)).toEqual(['JPN', 'IRN', 'TUR', 'ISR']);
});

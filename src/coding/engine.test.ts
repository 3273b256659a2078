import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const code = (lang: Lang, text: string) => codeStory({ id: 'x', lang, date: '2024-05-01', text });

test('Regular talks and a first call of the same two in one sentence are two facts', () => {
  const { events } = code('tr', 'Nijer liderinin Cezayirli yetkililerle düzenli görüşmeler yaptığı ve iki ülke liderleri arasında 12 yıl aradan sonra ilk telefon görüşmesinin gerçekleştiği bildirildi.');
  const consults = events.filter((e) => e.type === 'CONSULT');
  expect(consults.map((e) => [e.source, e.target].sort().join(' '))).toEqual(['DZA NER', 'DZA NER']);
  expect(consults.map((e) => e.mode).sort()).toEqual(['call', 'meeting']);
  expect(consults.find((e) => e.mode === 'call')?.precedent).toEqual({ kind: 'first', years: 12 });
});

test('A call told by two of its words is one fact', () => {
  expect(code('en', 'Oman had a telephone conversation with Iran on Monday.').events.map((e) => [e.type, e.mode])).toEqual([['CONSULT', 'call']]);
});

test.each<[Lang, string, string]>([
  ['en', 'Russia still keeps a military base in Abkhazia.', 'RUS GEO military basing'],
  ['en', 'Armenia is a member of the Eurasian Economic Union.', 'ARM EAEU economic membership'],
  ['tr', 'Nijer, elektriğinin üçte ikisi için Nijerya\'ya bağımlı.', 'NER NGA energy dependence'],
])('%s: %s', (lang, text, tie) => {
  expect(code(lang, text).ties.map((t) => `${t.a} ${t.b} ${t.domain} ${t.kind}`)).toEqual([tie]);
});

test('An offer or a threat keeps its condition, and "with" opens none', () => {
  const conditions = (text: string) => code('en', text).events.map((e) => e.condition);
  expect(conditions('Iran threatened Oman with a blockade if it closed the port.')).toContain('if it closed the port');
  expect(conditions('Iran, which has good ties with both Oman and Qatar, condemned Saudi Arabia.').filter(Boolean)).toEqual([]);
});

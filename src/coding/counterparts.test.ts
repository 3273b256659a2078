import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const consults = (lang: Lang, text: string): string[] => codeStory({ id: 'x', lang, date: '2024-03-12', text }).events.filter((e) => e.type === 'CONSULT').map((e) => [e.source, e.target].sort().join(' ')).sort();

test.each<[Lang, string, string[]]>([
  ['en', "Kenya's foreign minister met with Fijian Prime Minister Sitiveni Rabuka and also held a breakfast meeting with Tonga's crown prince.", ['FJI KEN', 'KEN TON']],
  ['ru', 'Президент Кубы на полях саммита ШОС пообщался с президентами Узбекистана и Таджикистана.', ['CUB TJK', 'CUB UZB']],
])('Counterparts of one who meets them all do not meet each other: %s: %s', (lang, text, pairs) => {
  expect(consults(lang, text)).toEqual(pairs);
});

test.each<[Lang, string, string[]]>([
  ['en', 'Lavrov met Fidan at the OIC summit.', ['RUS TUR']],
  ['tr', "Lavrov, NATO Zirvesi'nde Fidan ile görüştü.", ['RUS TUR']],
])('The body whose summit is the occasion takes no part: %s: %s', (lang, text, pairs) => {
  expect(consults(lang, text)).toEqual(pairs);
});

test.each<[Lang, string]>([
  ['en', 'MANILA, March 12 - Kenya condemned Uganda on Tuesday.'],
  ['ru', 'АСТАНА, 12 марта. Кения осудила Уганду.'],
  ['tr', 'ANKARA (AA) - Kenya, Uganda’yı kınadı.'],
])('Where a report was sent from takes no part in it: %s', (lang, text) => {
  expect(codeStory({ id: 'x', lang, date: '2024-03-12', text }).events.map((e) => `${e.source} ${e.target}`)).toEqual(['KEN UGA']);
});

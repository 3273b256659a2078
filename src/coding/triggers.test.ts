import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { prepare } from './prepare.ts';

const modesOf = (lang: Lang, text: string): string[] => [...new Set(prepare({ id: 'x', lang, date: '2024-05-01', text }, lang).triggers.map((t) => t.mode ?? ''))].filter(Boolean);

test('Words of one meeting agree on how it was held', () => {
  expect(modesOf('en', 'Oman had a telephone conversation with Iran.')).toEqual(['call']);
  expect(modesOf('ru', 'Лавров провел телефонный разговор с венгерским коллегой.')).toEqual(['call']);
  expect(modesOf('tr', 'Fidan, Iraklı mevkidaşıyla telefon görüşmesi gerçekleştirdi.')).toEqual(['call']);
  expect(modesOf('tr', 'Fidan, Iraklı mevkidaşıyla bir araya geldi.')).toEqual(['meeting']);
});

test('A call and a meeting of one sentence stay two', () => {
  expect(modesOf('en', 'Oman met Iran in Muscat after a phone call with Qatar.').sort()).toEqual(['call', 'meeting']);
});

test.each<[Lang, string]>([
  ['tr', 'Erdoğan, Tokayev ile telefonda görüştü. Görüşmede ikili ilişkiler ele alındı.'],
  ['ru', 'Путин и Токаев провели телефонный разговор. В ходе беседы стороны обсудили торговлю.'],
  ['en', 'Macron telephoned Tokayev on Monday. During the conversation the two leaders discussed trade.'],
])('What is pointed back at after a call is the call: %s', (lang, text) => {
  expect(modesOf(lang, text)).toEqual(['call']);
});

test('A meeting agreed on in a call is another', () => {
  expect(modesOf('tr', 'Erdoğan, Tokayev ile telefonda görüştü. Liderler, Antalya’da bir araya gelecek.').sort()).toEqual(['call', 'meeting']);
});

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

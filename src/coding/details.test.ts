import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';
import { quotesIn } from './details.ts';
import { placeOf } from './place.ts';
import { precedentOf } from './precedent.ts';
import { prepare } from './prepare.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/** The scene of a sentence, and its first meeting or call. */
const consult = (lang: Lang, text: string): [Scene, Trigger] => {
  const scene = prepare({ id: 'x', lang, date: '2024-05-01', text }, lang), trigger = scene.triggers.find((t) => t.mode !== undefined);
  if (!trigger) throw new Error(`no meeting in "${text}"`);
  return [scene, trigger];
};

test.each<[Lang, string, object]>([
  ['en', 'Oman and Iran held talks for the first time in thirty-one years.', { kind: 'first', years: 31 }],
  ['en', 'It was the first meeting of Oman and Iran since March 2009.', { kind: 'first', since: '2009' }],
  ['en', 'Oman met Iran for the fourth time.', { kind: 'nth', n: 4 }],
  ['en', 'Oman held its first talks with Iran in two decades.', { kind: 'first', years: 20 }],
  ['en', 'It was the first visit by a Greek leader to Libya in a quarter of a century.', { kind: 'first', years: 25 }],
  ['en', 'Oman and Iran met for the first time since the summit in Geneva in 2019.', { kind: 'first', since: '2019' }],
  ['tr', 'Umman ile İran, çeyrek asır sonra ilk kez görüştü.', { kind: 'first', years: 25 }],
  ['tr', "Umman ile İran, 2019'daki Cenevre zirvesinden bu yana ilk kez görüştü.", { kind: 'first', since: '2019' }],
  ['ru', 'Оман и Иран впервые за полвека провели переговоры.', { kind: 'first', years: 50 }],
  ['ru', 'Оман и Иран впервые за четверть века провели переговоры.', { kind: 'first', years: 25 }],
  ['tr', 'Umman ile İran, otuz bir yıl aradan sonra ilk kez görüştü.', { kind: 'first', years: 31 }],
  ['tr', 'Umman ile İran, 12 yıl aradan sonra görüştü.', { kind: 'first', years: 12 }],
  ['tr', "Umman ile İran, 2009'dan bu yana ilk kez görüştü.", { kind: 'first', since: '2009' }],
  ['ru', 'Оман и Иран впервые за сорок лет провели переговоры.', { kind: 'first', years: 40 }],
  ['ru', 'Оман и Иран впервые с 2009 года провели переговоры.', { kind: 'first', since: '2009' }],
])('%s: %s', (lang, text, precedent) => {
  expect(precedentOf(...consult(lang, text))).toEqual(precedent);
});

test('What only comes again or is called historic states no precedent', () => {
  for (const text of ['Oman met Iran again.', 'Oman held historic talks with Iran.', 'Oman had another meeting with Iran.']) expect(precedentOf(...consult('en', text))).toBeUndefined();
});

test.each<[Lang, string]>([
  ['en', 'The foreign ministers of Oman and Iran spoke by phone for the first time since the summit in Geneva in 2019.'],
  ['tr', "Umman ve İran dışişleri bakanları, 2019'daki Cenevre zirvesinden bu yana ilk kez telefonda görüştü."],
  ['ru', 'Главы МИД Омана и Ирана впервые после саммита 2019 года в Женеве поговорили по телефону.'],
])('What a precedent is counted from is no act of its own and dates none: %s: %s', (lang, text) => {
  expect(codeStory({ id: 'x', lang, date: '2024-05-01', text }).events.map((e) => [e.type, e.mode, e.from])).toEqual([['CONSULT', 'call', undefined]]);
});

test.each<[Lang, string, string | undefined]>([
  ['en', 'Lavrov met Fidan at UN headquarters.', 'UN headquarters'],
  ['en', 'Lavrov met Fidan at the NATO summit.', undefined],
  ['en', 'Lavrov met Fidan in New York.', 'New York'],
  ['tr', "Lavrov, Fidan ile Antalya'da görüştü.", 'Antalya'],
  ['tr', "Lavrov, Fidan ile NATO'da görüştü.", undefined],
  ['ru', 'Лавров провёл переговоры с Фиданом в Анкаре.', 'Анкара'],
])('%s, where: %s', (lang, text, place) => {
  expect(placeOf(...consult(lang, text))).toBe(place);
});

test('Words stand quoted in any style, and an apostrophe is no quotation mark', () => {
  expect(quotesIn('He called it ‘very positive’ and "good".')).toEqual(['very positive', 'good']);
  expect(quotesIn("Doha's envoy wasn't told that the ministers' talks failed.")).toEqual([]);
  expect(quotesIn("Ankara'nın tutumu “kabul edilemez” bulundu; «нет» сказал он.")).toEqual(['kabul edilemez', 'нет']);
});

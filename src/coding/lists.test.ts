import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { listsOf } from './lists.ts';
import { prepare } from './prepare.ts';

const listsIn = (lang: Lang, text: string): string[] => {
  const scene = prepare({ id: 'x', lang, date: '2024-05-01', text }, lang);
  return listsOf(scene, 0).map((list) => list.flatMap((m) => m.parties).join(' '));
};

test.each<[Lang, string, string[]]>([
  ['en', 'The leaders of Kazakhstan, Uzbekistan and Azerbaijan flew to Baku.', ['KAZ UZB AZE']],
  ['en', 'Oman spoke with its Iraqi, Syrian and Jordanian colleagues.', ['IRQ SYR JOR']],
  ['tr', 'Kenya, Uganda ve Ruanda anlaştı.', ['KEN UGA RWA']],
  ['tr', 'Kenya, Uganda ve Ruanda ile anlaştı.', ['UGA RWA']],
  ['tr', 'Fas; Mali, Nijer ve Çad ile görüştü.', ['MLI NER TCD']],
  ['ru', 'Президент Кении принял послов Индии и Перу.', ['IND PER']],
  ['ru', 'Президент Кении провел переговоры с главой МИД Чада, а также с министрами иностранных дел Индии, Перу и Чили.', ['TCD IND PER CHL']],
])('%s: %s', (lang, text, lists) => {
  expect(listsIn(lang, text)).toEqual(lists);
});

test.each<[Lang, string]>([
  ['en', 'Kenya praised Uganda and Rwanda condemned it.'],
  ['en', "Yemen's Houthis left."],
  ['tr', "Kenya, Uganda ile Ruanda'da buluştu."],
  ['tr', 'Kenya, Uganda ile görüştü.'],
])('%s: %s names nobody side by side', (lang, text) => {
  expect(listsIn(lang, text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { analyze } from '../language/analyze.ts';
import type { Lang } from '../story/story.ts';
import { resolveParties } from './resolve.ts';

const partiesIn = (lang: Lang, text: string): string[] => [...new Set(resolveParties(analyze(text, lang), { date: '2024-03-12' }).mentions.flatMap((m) => m.parties))].sort();

test.each<[Lang, string, string[]]>([
  ['en', 'Gunmen attacked a town in Western Niger and another in West Africa.', ['NER']],
  ['tr', "Batı Afrika'daki Nijer'de iki köy basıldı.", ['NER']],
  ['ru', 'В Западной Африке, в Нигере, напали на село.', ['NER']],
  ['en', 'The Peace and Security Council and the Mediation and Security Council met on Tuesday.', ['AU', 'ECOWAS']],
  ['en', 'Oman hosted the council of the Arab States of the Gulf.', ['OMN']],
])('A quarter of the sky and other people\'s states are no party: %s: %s', (lang, text, parties) => {
  expect(partiesIn(lang, text)).toEqual(parties);
});

test.each<[Lang, string, string]>([
  ['en', 'Oman called on the West to lift the sanctions.', 'WEST'],
  ['tr', "Umman, Batı'yı yaptırımları kaldırmaya çağırdı.", 'WEST'],
  ['ru', 'Оман призвал Запад снять санкции.', 'WEST'],
])('%s: %s', (lang, text, party) => {
  expect(partiesIn(lang, text)).toContain(party);
});

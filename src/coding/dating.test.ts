import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { DATE_FEATURES, dateChoices } from './dating.ts';
import { codeStory } from './engine.ts';
import { prepare } from './prepare.ts';

const argument = (party: string) => ({ party, origin: 'here' as const, age: 0, wasSubject: false, speaks: false });

/** The words of the dates that the acts named by a word may take. */
const choicesFor = (lang: Lang, text: string, word: string) => {
  const scene = prepare({ id: 'x', lang, date: '2024-06-12', text }, lang), trigger = scene.triggers.find((t) => scene.doc.tokens[t.token]?.lower === word);
  if (!trigger) throw new Error(`no act is named by "${word}"`);
  const choices = dateChoices(scene, [{ trigger, source: argument('TCD'), target: argument('MLI') }])[0] ?? [];
  expect(choices.every(({ row }) => row.length === DATE_FEATURES.length && row.every(Number.isFinite))).toBe(true);
  return choices.map(({ date }) => scene.doc.tokens.slice(date.first, date.last).map((t) => t.form).join(' '));
};

test('An act may take a date of its own sentence or of the two before it, never the dateline', () => {
  expect(choicesFor('en', 'In May Chad closed a road. On Sunday Chad met Mali. It rained. On Monday Chad thanked Mali and in July it will visit Niger.', 'thanked')).toEqual(['Sunday', 'Monday', 'July']);
  expect(choicesFor('en', 'BAMAKO, June 11 - Chad thanked Mali on Monday.', 'thanked')).toEqual(['Monday']);
});

test.each<[Lang, string, (string | undefined)[]]>([
  ['en', "Chad's president met his Malian counterpart in Bamako on Monday. After the talks the two countries signed a defence agreement.", ['2024-06-10', '2024-06-10']],
  ['tr', 'Çad Cumhurbaşkanı pazartesi günü Malili mevkidaşıyla Bamako’da görüştü.', ['2024-06-10']],
  ['ru', 'Президент Чада встретился в понедельник в Бамако с президентом Мали.', ['2024-06-10']],
  ['en', "Chad's foreign minister said on Monday that Mali had closed the border in May.", ['2024-05-01']],
])('%s: %s', (lang, text, days) => {
  expect(codeStory({ id: 'x', lang, date: '2024-06-12', text }).events.map((e) => e.from)).toEqual(days);
});

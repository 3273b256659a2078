import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const eventsIn = (lang: Lang, text: string) => codeStory({ id: 'x', lang, date: '2024-03-12', text }).events;

test.each<[Lang, string]>([
  ['en', 'The European Union eased the sanctions imposed on Belarus.'],
  ['tr', "ABD, Suriye'ye uyguladığı yaptırımları kaldırdı."],
  ['ru', 'Евросоюз смягчил санкции, введённые против Белоруссии.'],
])('What is lifted is not imposed: %s: %s', (lang, text) => {
  expect(eventsIn(lang, text).map((e) => e.type)).toEqual(['CONCEDE']);
});

test('A measure told with a date of its own stays beside its lifting', () => {
  expect(eventsIn('en', 'Kenya banned Ugandan eggs in January 2021 and lifted the ban in March 2022.').map((e) => [e.type, e.from])).toEqual([['COERCE', '2021-01-01'], ['CONCEDE', '2022-03-01']]);
});

test('The date of the measure is not that of its lifting', () => {
  expect(eventsIn('en', 'Norway lifted the entry ban imposed in May 2019 on Serbian lawmakers.').map((e) => [e.type, e.from])).toEqual([['CONCEDE', undefined]]);
});

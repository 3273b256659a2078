import { expect, test } from 'vitest';
import { PERSON_FEATURES, likeliestPerson, personChoices } from './acting-person.ts';
import { prepare } from './prepare.ts';
import { argumentsOf } from './scene.ts';
import type { Argument, Scene } from './scene.ts';
import { makeModel, storedModel } from './scorer/model.ts';
import type { Trigger } from './triggers.ts';

const scene = prepare({ id: 'a', date: '2024-03-12', text: 'Foreign ministry spokesman Paweł Wroński said that Poland had expelled the Russian ambassador, Sergey Andreyev.' }, 'en');
const model = makeModel(storedModel());

const actIn = (of: Scene): { trigger: Trigger; source: Argument; target: Argument } => {
  const trigger = of.triggers.find(({ entry }) => entry.label.is === 'event' && entry.label.type === 'SANCTION') as Trigger, args = argumentsOf(of, trigger.sentence);
  return { trigger, source: args.find(({ party, person }) => party === 'POL' && !person) as Argument, target: args.find(({ party }) => party === 'RUS') as Argument };
};

test('Those may act for a party whom the sentence names as its own', () => {
  const act = actIn(scene), rows = personChoices(scene, act, 'source', model), others = personChoices(scene, act, 'target', model);
  expect(rows.map(({ person }) => person)).toEqual(['Paweł Wroński']);
  expect(others.map(({ person }) => person)).toEqual(['Sergey Andreyev']);
  for (const { row } of [...rows, ...others]) {
    expect(row).toHaveLength(PERSON_FEATURES.length);
    expect(row.every(Number.isFinite)).toBe(true);
  }
});

test('A spokesman who tells of an act does not do it; without anybody named nobody acts', () => {
  const choices = personChoices(scene, actIn(scene), 'source', model);
  expect(likeliestPerson(choices, model.person.probabilities(choices.map(({ row }) => row)), 0)).toBeUndefined();
  expect(likeliestPerson([], [], 0)).toBeUndefined();
});

test('The likeliest of several is taken, from where its probabilities begin', () => {
  const choices = ['A', 'B', 'C'].map((person) => ({ person, row: new Float32Array(0) }));
  expect(likeliestPerson(choices, [1, 0.2, 0.9, 0.6], 1)).toBe('B');
  expect(likeliestPerson(choices, [0.4, 0.3, 0.5], 0)).toBeUndefined();
});

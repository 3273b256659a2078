import { expect, test } from 'vitest';
import { analyze } from '../language/analyze.ts';
import { resolveParties } from './resolve.ts';

const partiesOf = (text: string, name: string): string[] | undefined => {
  const doc = analyze(text, 'tr'), at = text.indexOf(name);
  return resolveParties(doc, { date: '2024-05-01' }).mentions.find((m) => (doc.tokens[m.first] as { start: number }).start === at)?.parties;
};

test('A plural of office with its nation before it is that nation; without one it is the two last spoken of', () => {
  expect(partiesOf('Lukaşenko Alman bakanlarla görüştü.', 'bakanlarla')).toEqual(['DEU']);
  expect(partiesOf('Lukaşenko Rus ve Türk bakanlarla görüştü.', 'bakanlarla')).toEqual(['RUS', 'TUR']);
  expect(partiesOf('Lavrov, Fidan ile bir araya geldi. Bakanlar Suriye konusunu ele aldı.', 'Bakanlar')?.sort()).toEqual(['RUS', 'TUR']);
});

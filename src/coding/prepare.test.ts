import { expect, test } from 'vitest';
import { prepare } from './prepare.ts';

const namedIn = (text: string): string[] => prepare({ id: 'a', date: '2025-01-24', text }, 'en').parties.mentions.flatMap((m) => m.parties);

test('The agency and the place of a dateline take no part in what the report tells', () => {
  expect(namedIn('ISTANBUL (AA) - Hakan Fidan met Kaja Kallas in the capital on Friday.')).not.toContain('AA');
  expect(namedIn('The Arakan Army (AA) - an ethnic force - attacked a base of the army of Myanmar.')).toContain('AA');
});

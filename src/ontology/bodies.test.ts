import { expect, test } from 'vitest';
import { kindOf } from '../parties/codes.ts';
import { DOMAINS, membershipDomain } from './bodies.ts';

test('Every body listed is one that the gazetteer has', () => {
  const unknown = DOMAINS.flatMap(([, codes]) => codes.split(' ')).filter((code) => !['org', 'bloc'].includes(kindOf(code) ?? ''));
  expect(unknown).toEqual([]);
});

test('Membership binds in the domain of the body, politically where none is listed', () => {
  expect(['NATO', 'EAEU', 'OPEC', 'ICC', 'EU'].map(membershipDomain)).toEqual(['military', 'economic', 'energy', 'legal', 'political']);
});

import { describe, expect, it } from 'vitest';
import { fold, matchExpression } from './fold.ts';

describe('fold', () => {
  it.each([
    ['İSTANBUL', 'istanbul'], ['ISPARTA', 'isparta'], ['ıslık', 'islik'], ['Çağrı Şöför', 'cagri sofor'],
    ['Ёлка', 'елка'], ['Россией', 'россиеи'], ['Łódź', 'lodz'], ['Škoda', 'skoda'], ['Straße', 'strasse'], ['ﬁn', 'fin'], ['Erdoğan’ın', 'erdogan’in'],
  ])('%s → %s', (given, folded) => expect(fold(given)).toBe(folded));

  it('gives the same for a letter and its mark apart or together', () => {
    expect(fold('e\u0308')).toBe(fold('ё'.replace('ё', 'ë')));
    expect(fold('ё'.normalize('NFD'))).toBe(fold('ё'));
  });
});

describe('matchExpression', () => {
  it.each([
    ['yaptırım', '"yaptirim"*'],
    ['AB yaptırım', '"ab" AND "yaptirim"*'],
    ['"iki ülke" -savaş', '("iki ulke") NOT ("savas"*)'],
    ['«Первый канал»', '"первыи канал"'],
    ['Erdoğan\'ın', '"erdogan in"'],
    ['OR NEAR(', '"or" AND "near"*'],
  ])('%s → %s', (given, wanted) => expect(matchExpression(given)).toBe(wanted));

  it('asks for nothing where there is no word', () => {
    for (const nothing of ['', '  ', '"', '* ()', '-kein']) expect(matchExpression(nothing)).toBeUndefined();
  });
});

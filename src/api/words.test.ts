/** The page's words: whatever the program says of its own accord can be said in each of its languages. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../answers/questions.ts';
import { CORRECTION_KINDS, NAME_SORTS, PARTY_KINDS } from '../ledger/corrections/types.ts';
import { inEnglish } from '../story/remark.ts';
import { REMARKS } from '../story/remarks.ts';
import type { RemarkCode } from '../story/remark.ts';
import { UI_LANGS, wordsOf } from '../../web/src/words.ts';
import type { Key } from '../../web/src/words.ts';
import { en } from '../../web/src/words/en.ts';
import { ru } from '../../web/src/words/ru.ts';
import { tr } from '../../web/src/words/tr.ts';

const OTHERS = [['tr', tr], ['ru', ru]] as const;
/** The places that a wording has for values. */
const places = (wording: unknown): string[] => [...new Set([...JSON.stringify(wording).matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string))].sort();

describe('each language', () => {
  it('has every phrase, with no place for a value that the English has not', () => {
    for (const [lang, table] of OTHERS) {
      expect(Object.keys(table).sort()).toEqual(Object.keys(en).sort());
      for (const key of Object.keys(en) as Key[]) expect([lang, key, places(table[key]).filter((place) => !places(en[key]).includes(place) && place !== 'n')]).toEqual([lang, key, []]);
    }
  });

  it('has every form of a plural that its rules know', () => {
    for (const lang of UI_LANGS) {
      const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
      for (const [key, wording] of Object.entries({ en, tr, ru }[lang])) if (typeof wording !== 'string' && lang !== 'ru') expect([lang, key, Object.keys(wording).sort()]).toEqual([lang, key, [...needed].sort()]);
    }
    const { t } = wordsOf('ru');
    expect([1, 2, 5, 11, 21, 22, 112].map((n) => t('count.happening', { n }))).toEqual(['1 событие', '2 события', '5 событий', '11 событий', '21 событие', '22 события', '112 событий']);
    expect(wordsOf('tr').t('count.happening', { n: 5 })).toBe('5 olay');
    expect(wordsOf('en').t('precedent.nth', { n: { ordinal: 22 } })).toBe('22nd time');
  });

  it('names the parameters of every measure, its units and its choices, and says what each is', () => {
    for (const lang of ['tr', 'ru'] as const) {
      const { term } = wordsOf(lang);
      for (const { name: measure, parameters } of QUESTIONS.flatMap(({ measures }) => measures)) {
        for (const parameter of parameters) {
          const { name } = parameter, missing = [['param', name], ...('choices' in parameter ? parameter.choices.map((choice) => ['choice', choice]) : [['unit', parameter.unit]])].filter(([group = '', value = '']) => term(group, value, '') === '');
          expect([lang, measure, name, missing, term('about', `${measure}.${name}`, term('about', name, '')) === '']).toEqual([lang, measure, name, [], false]);
        }
      }
    }
  });

  it('names blocs, what corrections are about and what sentences speak of', () => {
    const concepts = readFileSync(new URL('../happenings/concepts.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => ['concept', line.split('\t')[0] as string]);
    const blocs = new Set(readFileSync(new URL('../relations/blocs.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[1] as string));
    const asked = [...concepts, ...[...blocs].map((bloc) => ['bloc', bloc]), ...PARTY_KINDS.map((kind) => ['party-kind', kind]), ...NAME_SORTS.map((sort) => ['name-sort', sort]), ...CORRECTION_KINDS.map((kind) => ['said', kind])];
    for (const lang of ['tr', 'ru'] as const) expect(asked.filter(([group = '', value = '']) => wordsOf(lang).term(group, value, '') === '')).toEqual([]);
  });

  it('writes days, shares and numbers in its own way', () => {
    expect(UI_LANGS.map((lang) => wordsOf(lang).day('2025-08-15', 'long'))).toEqual(['15 August 2025', '15 Ağustos 2025', '15 августа 2025 г.']);
    expect(UI_LANGS.map((lang) => wordsOf(lang).percent(0.125, 1).replace(/\s/g, ' '))).toEqual(['12.5%', '%12,5', '12,5 %']);
    expect(UI_LANGS.map((lang) => wordsOf(lang).number(-1234.5, 1).replace(/\s/g, ' '))).toEqual(['−1,234.5', '−1.234,5', '−1 234,5']);
    expect(wordsOf('ru').day('2013')).toBe('2013 г.');
    const { t, day } = wordsOf('ru');
    expect(['2025-07', '2025-05-23', '2025-12', '2025'].map((one) => t('fact.since', { day: day(one) }))).toEqual(['с июля 2025 г.', 'с 23 мая 2025 г.', 'с дек. 2025 г.', 'с 2025 г.']);
  });
});

describe('a remark', () => {
  it('is put into words with what it holds: days, parties, words of vocabularies, remarks', () => {
    const remark = { code: 'one.like', values: { event: 'e4', reason: { code: 'one.same', values: { type: { term: 'type', value: 'CONSULT' }, parties: { list: [{ party: 'BLR' }, { party: 'USA' }] } } } } } as const;
    const name = (code: string): string => ({ BLR: 'Беларусь', USA: 'США' })[code] ?? code;
    expect(inEnglish(remark)).toBe('like e4: both CONSULT between BLR, USA');
    expect(wordsOf('ru').say(remark, name)).toBe('как e4: в обоих сообщениях консультации: Беларусь, США');
    expect(wordsOf('tr').say({ code: 'why.none-since', values: { day: { day: '2013-05-02' } } }, name)).toBe('kayıtta 2 May 2013 sonrasında yok');
  });

  it('is never left in English', () => {
    for (const [lang, table] of OTHERS) for (const code of Object.keys(REMARKS) as RemarkCode[]) expect([lang, code, /[a-z]{3}/i.test(JSON.stringify(REMARKS[code]).replace(/\{\w+\}/g, '')) && JSON.stringify(table[code]) === JSON.stringify(REMARKS[code])]).toEqual([lang, code, false]);
  });
});

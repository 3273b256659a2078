import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownStories } from '../coding/fit/gold.ts';
import type { Telling, ToldEvent } from './act.ts';
import { happeningsOf } from './happening.ts';
import { contradiction } from './pair.ts';

type Given = Pick<Telling, 'hash' | 'lang' | 'date'> & { persons?: string[][]; events: (Partial<ToldEvent> & Pick<ToldEvent, 'type' | 'source' | 'target' | 'evidence'>)[] };
const telling = ({ hash, lang, date, persons = [], events }: Given): Telling => ({
  hash, lang, date, persons: persons.map((names) => ({ names })), told: events.map((event, k) => ({ key: `${hash} ${k}`, event: { factuality: 'fact', ...event } })),
});
/** Which events are one: keys, sorted. */
const groups = (tellings: readonly Telling[], constraints?: Parameters<typeof happeningsOf>[1]): string[] =>
  happeningsOf(tellings, constraints).map(({ acts }) => acts.flatMap(({ told }) => told.map(({ key }) => key)).sort().join(', ')).sort();

const on = (day: string) => ({ from: day, to: day });
const tr = telling({
  hash: 'tr', lang: 'tr', date: '2024-05-04', persons: [['Mahamat Deby', 'Mahamat Déby'], ['Abdurahman Çiani', 'Abdourahamane Tiani']],
  events: [
    { type: 'CONSULT', source: 'TCD', source_person: 'Mahamat Deby', target: 'NER', target_person: 'Abdurahman Çiani', ...on('2024-05-03'), evidence: 'Çad lideri Mahamat Deby, Niamey’de Nijer lideri Abdurahman Çiani ile bir araya geldi.' },
    { type: 'SANCTION', source: 'NER', target: 'FRA', evidence: 'Nijer, Fransa’nın 12 diplomatını sınır dışı etti.' },
  ],
});
const en = telling({
  hash: 'en', lang: 'en', date: '2024-05-05', persons: [['Mahamat Déby'], ['Abdourahamane Tiani']],
  events: [
    { type: 'CONSULT', source: 'NER', source_person: 'Abdourahamane Tiani', target: 'TCD', target_person: 'Mahamat Déby', ...on('2024-05-03'), evidence: 'Niger’s ruler, Abdourahamane Tiani, received Mahamat Déby of Chad in Niamey on Friday.' },
    { type: 'CONSULT', source: 'NER', source_person: 'Abdourahamane Tiani', target: 'MLI', ...on('2024-05-03'), evidence: 'Niger’s ruler, Abdourahamane Tiani, received Mahamat Déby of Chad in Niamey on Friday.' },
    { type: 'SANCTION', source: 'NER', target: 'FRA', evidence: 'Niger has expelled 12 French diplomats.' },
  ],
});
const ru = telling({
  hash: 'ru', lang: 'ru', date: '2024-05-06', persons: [['Махамат Деби', 'Mahamat Deby']],
  events: [
    { type: 'CONSULT', source: 'TCD', source_person: 'Махамат Деби', target: 'NER', ...on('2024-05-03'), evidence: 'Президент Чада Махамат Деби встретился в Ниамее с главой Нигера 3 мая.' },
    { type: 'CONSULT', source: 'TCD', source_person: 'Махамат Деби', target: 'NER', ...on('2023-05-03'), evidence: 'Год назад, 3 мая, Деби уже приезжал в Ниамей на переговоры.' },
    { type: 'SANCTION', source: 'FRA', target: 'NER', evidence: 'Франция в ответ выслала 12 дипломатов Нигера.' },
  ],
});

describe('happeningsOf', () => {
  it('joins what stories of three languages tell of one act, with all its pairs, and nothing across a contradiction', () => {
    expect(groups([tr, en, ru])).toEqual(['en 0, en 1, ru 0, tr 0', 'en 2, tr 1', 'ru 1', 'ru 2']);
  });

  it('takes an analyst’s word over everything else', () => {
    expect(groups([tr, en, ru], { together: [['ru 1', 'tr 0']], apart: [['en 2', 'tr 1']] })).toEqual(['en 0, en 1, ru 0, ru 1, tr 0', 'en 2', 'ru 2', 'tr 1']);
    expect(groups([tr, en, ru], { together: [], apart: [['en 0', 'tr 0'], ['en 0', 'en 1']] }).filter((one) => one.includes('en 0') && one.includes('tr 0'))).toEqual([]);
  });

  it('names a happening after its first report', () => {
    const idOf = (tellings: Telling[], key: string): number | undefined => happeningsOf(tellings).find(({ acts }) => acts.some(({ told }) => told.some((one) => one.key === key)))?.id;
    expect(idOf([tr], 'tr 0')).toBe(idOf([ru, en, tr], 'en 0'));
    expect(idOf([en, ru], 'en 0')).not.toBe(idOf([tr], 'tr 0'));
  });

  const own = ownStories().slice(0, 40).map((story): Telling => telling({ hash: story.id, lang: story.lang, date: story.date, persons: story.persons.map(({ names }) => names), events: story.events }));

  it('gives the same in whatever order stories come, each event once', () => {
    const once = JSON.stringify(happeningsOf(own).map(({ id, acts }) => [id, acts.map(({ key }) => key)]));
    const keys = own.flatMap(({ told }) => told.map(({ key }) => key)).sort();
    fc.assert(fc.property(fc.shuffledSubarray(own, { minLength: own.length }), (shuffled) => {
      const found = happeningsOf(shuffled);
      expect(JSON.stringify(found.map(({ id, acts }) => [id, acts.map(({ key }) => key)]))).toBe(once);
      expect(found.flatMap(({ acts }) => acts.flatMap(({ told }) => told.map(({ key }) => key))).sort()).toEqual(keys);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }), { numRuns: 5, seed: 11 });
  });

  it('holds no contradiction, whatever the events', () => {
    const party = fc.constantFrom('TCD', 'NER', 'MLI'), type = fc.constantFrom('CONSULT', 'AGREE', 'SANCTION', 'ACCUSE') as fc.Arbitrary<ToldEvent['type']>;
    const event = fc.record({ type, source: party, target: party, day: fc.constantFrom(undefined, '2024-05-01', '2024-05-03', '2024-05-04'), source_person: fc.constantFrom(undefined, 'Ana Rowe', 'Idriss Deby'), evidence: fc.constantFrom('Chad and Niger met in Niamey.', 'Mali spoke of 12 diplomats in Bamako.') })
      .map(({ day, source_person, ...rest }) => ({ ...rest, ...(source_person && { source_person }), ...(day && on(day)) }));
    const story = fc.tuple(fc.constantFrom('tr', 'en', 'ru'), fc.constantFrom('2024-05-04', '2024-05-20'), fc.array(event, { maxLength: 5 }));
    fc.assert(fc.property(fc.array(story, { minLength: 2, maxLength: 6 }), (stories) => {
      for (const { acts } of happeningsOf(stories.map(([lang, date, events], k) => telling({ hash: `s${k}`, lang, date, events })))) {
        for (const a of acts) for (const b of acts) if (a !== b) expect(contradiction(a, b)).toBeUndefined();
      }
    }), { numRuns: 150, seed: 5 });
  });
});

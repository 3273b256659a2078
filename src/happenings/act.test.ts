import { describe, expect, it } from 'vitest';
import { actsOf } from './act.ts';
import type { ToldEvent } from './act.ts';

const sentence = 'The leaders of Chad, Niger and Mali met in Niamey on 3 May.';
const event = (fields: Partial<ToldEvent> & Pick<ToldEvent, 'source' | 'target'>): ToldEvent => ({ type: 'CONSULT', factuality: 'fact', evidence: sentence, ...fields });
const acts = (events: ToldEvent[], apart: [string, string][] = []): string[][] =>
  actsOf({ hash: 's', lang: 'en', date: '2024-05-04', persons: [], told: events.map((one, k) => ({ key: `k${k}`, event: one })) }, apart).map(({ told }) => told.map(({ key }) => key));

describe('actsOf', () => {
  it('makes one act of all pairs of a meeting', () => {
    const pairs = [event({ source: 'TCD', target: 'NER' }), event({ source: 'TCD', target: 'MLI' }), event({ source: 'NER', target: 'MLI' })];
    expect(acts(pairs)).toEqual([['k0', 'k1', 'k2']]);
    const [act] = actsOf({ hash: 's', lang: 'en', date: '2024-05-04', persons: [], told: pairs.map((one, k) => ({ key: `k${k}`, event: one })) });
    expect([...(act?.parties ?? [])].sort()).toEqual(['MLI', 'NER', 'TCD']);
  });

  it('makes one act of one doer and several it is done to, and of several bodies that do one thing', () => {
    expect(acts([event({ type: 'ACCUSE', source: 'RUS', target: 'EST' }), event({ type: 'ACCUSE', source: 'RUS', target: 'FIN' })])).toEqual([['k0', 'k1']]);
    expect(acts([event({ type: 'SANCTION', source: 'LTU', target: 'RUS' }), event({ type: 'SANCTION', source: 'LVA', target: 'RUS' })])).toEqual([['k0', 'k1']]);
  });

  it('makes two of what two persons say, of an offer and its answer, of two days, and of two sentences', () => {
    const speak = (source: string, source_person: string): ToldEvent => event({ type: 'REQUEST', source, source_person, target: 'ISR' });
    expect(acts([speak('TUR', 'Tayyip Erdogan'), speak('EGY', 'Abdel Fattah al-Sisi')])).toHaveLength(2);
    expect(acts([event({ type: 'AGREE', source: 'TUR', target: 'EGY' }), event({ type: 'AGREE', source: 'EGY', target: 'TUR' })])).toHaveLength(2);
    expect(acts([event({ source: 'TCD', target: 'NER', from: '2024-05-03', to: '2024-05-03' }), event({ source: 'TCD', target: 'MLI', from: '2024-05-01', to: '2024-05-01' })])).toHaveLength(2);
    expect(acts([event({ source: 'TCD', target: 'NER' }), event({ source: 'TCD', target: 'MLI', evidence: 'Chad also spoke with Mali.' })])).toHaveLength(2);
    expect(acts([event({ source: 'CHN', target: 'IND', target_person: 'Ajit Doval' }), event({ source: 'CHN', target: 'IND', target_person: 'Narendra Modi' })])).toHaveLength(2);
  });

  it('makes one of an act that is stated and denied', () => {
    expect(acts([event({ type: 'ASSAULT', source: 'RUS', target: 'UKR' }), event({ type: 'ASSAULT', source: 'RUS', target: 'UKR', factuality: 'denied' })])).toEqual([['k0', 'k1']]);
  });

  it('keeps apart what an analyst keeps apart', () => {
    expect(acts([event({ source: 'TCD', target: 'NER' }), event({ source: 'TCD', target: 'MLI' })], [['k1', 'k0']])).toEqual([['k0'], ['k1']]);
  });
});

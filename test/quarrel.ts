/** A ledger of two states that quarrel for a year and meet for another, in words that no renderer may take for its own. */
import { Ledger } from '../src/ledger/ledger.ts';
import type { CodedStory } from '../src/story/facts.ts';
import { bare, english, englishCoded, eventIn, russian, russianCoded, spanOf } from './stories.ts';

/** A year of quarrels and a year of meetings, two stories a month. */
export function quarrelled(): Ledger {
  const ledger = Ledger.open(':memory:');
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  for (let month = 0; month < 24; month++) {
    for (const half of [5, 20]) {
      const date = `${2022 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-${String(half).padStart(2, '0')}`;
      const act = `Norway and Chad ${month < 12 ? 'quarrelled' : 'met'} on ${date} | "*loudly*" [again].`, word = `Ana Rowe said it would ${month % 2 ? 'improve' : 'worsen'}.`;
      const told = { id: `s${date}`, lang: 'en' as const, date, outlet: 'Harbour *Wire*', title: `Day ${date}`, url: month ? `https://example.org/${date}?a=(1)&b="2"` : 'javascript:alert(1)', text: `${act} ${word}` };
      const coded: CodedStory = {
        ...bare(told), events: [eventIn(told, act, { type: month < 12 ? 'ACCUSE' : 'CONSULT', source: 'NOR', target: 'TCD', from: date, to: date, ...(month === 12 && half === 5 && { precedent: { kind: 'first' as const, years: 20 } }) })],
        claims: [{ speaker: 'Ana Rowe', kind: 'prediction', about: ['NOR', 'TCD'], evidence: word, offsets: { sentence: spanOf(told.text, word) }, confidence: 0.7 }],
        ties: month === 3 ? [{ a: 'TCD', b: 'NOR', domain: 'economic', kind: 'dependence', evidence: act, offsets: { sentence: spanOf(told.text, act) }, confidence: 0.8 }] : [],
      };
      ledger.put(told, coded, '1');
    }
  }
  return ledger;
}

/** A made-up record rich enough for every view: two who quarrel and make up over four years, with somebody between them, and one act told in three languages. */
import type { Ledger } from '../src/ledger/ledger.ts';
import type { EventFact } from '../src/story/facts.ts';
import type { Story } from '../src/story/story.ts';
import { bare, eventIn, spanOf } from './stories.ts';

type Fields = Parameters<typeof eventIn>[2];
const CODER = '1';

/** A story of one sentence with one event. */
function tell(ledger: Ledger, id: string, date: string, sentence: string, fields: Fields, more: Partial<Story> = {}): void {
  const story: Story = { id, lang: 'en', date, outlet: 'Harbour Wire', title: `About ${sentence.slice(0, 30)}`, text: `${sentence}\n\nIt rained.`, ...more };
  ledger.put(story, { ...bare(story), events: [eventIn(story, sentence, { from: date, to: date, granularity: 'day', ...fields })] }, CODER);
}

const month = (i: number): string => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;

/** The quarrel, a month at a time: two hostile years, then two friendly ones; Belarus meets both all along. */
export function quarrel(ledger: Ledger): void {
  for (let i = 0; i < 48; i++) {
    const when = month(i), hostile = i < 24, type = hostile ? (['ACCUSE', 'SANCTION', 'THREATEN'] as const)[i % 3]! : (['CONSULT', 'SUPPORT', 'AGREE'] as const)[i % 3]!;
    tell(ledger, `q-${i}`, `${when}-05`, hostile ? `Poland accused Lithuania once more in month ${i}.` : `Poland and Lithuania agreed once more in month ${i}.`, { type, source: 'POL', target: 'LTU', ...(type === 'CONSULT' && { mode: 'talks' as const }) });
    if (i % 4 === 0) {
      tell(ledger, `p-${i}`, `${when}-10`, `Belarus talked with Poland in month ${i}.`, { type: 'CONSULT', source: 'BLR', target: 'POL', mode: 'talks' });
      tell(ledger, `l-${i}`, `${when}-12`, `Belarus talked with Lithuania in month ${i}.`, { type: 'CONSULT', source: 'BLR', target: 'LTU', mode: 'talks' });
    }
    if (i % 12 === 6) tell(ledger, `g-${i}`, `${when}-20`, `Germany met Poland in month ${i}.`, { type: 'CONSULT', source: 'DEU', target: 'POL', mode: 'meeting' });
  }
  tell(ledger, 'first', '2023-12-20', 'It was the first visit in three years, Warsaw said of Vilnius.', { type: 'CONSULT', source: 'POL', target: 'LTU', mode: 'visit', precedent: { kind: 'first', years: 3 } });
}

/** One visit, told by four outlets in three languages, with a day, a number and a word that differ. */
export const REPORTS: readonly { id: string; lang: 'en' | 'tr' | 'ru'; outlet: string; date: string; sentence: string; words: Record<'type' | 'source' | 'target', string>; more: Partial<EventFact> }[] = [
  { id: 'v-en', lang: 'en', outlet: 'Harbour Wire', date: '2024-03-06', sentence: 'Norwegian minister Kari Vik visited Chad on Tuesday with 12 advisers.', words: { type: 'visited', source: 'Norwegian', target: 'Chad' }, more: { source_person: 'Kari Vik', numbers: ['12'], from: '2024-03-05', to: '2024-03-05', chain: ['Harbour Wire', 'Kari Vik'], attributed_to: 'Kari Vik' } },
  { id: 'v-tr', lang: 'tr', outlet: 'İskele Postası', date: '2024-03-06', sentence: 'Norveçli bakan Kari Vik salı günü 11 danışmanla Çad’ı ziyaret etti.', words: { type: 'ziyaret', source: 'Norveçli', target: 'Çad’ı' }, more: { source_person: 'Kari Vik', numbers: ['11'], from: '2024-03-05', to: '2024-03-05' } },
  { id: 'v-ru', lang: 'ru', outlet: 'Ёлки Инфо', date: '2024-03-07', sentence: 'Министр Норвегии Кари Вик посетила Чад во вторник.', words: { type: 'посетила', source: 'Норвегии', target: 'Чад' }, more: { source_person: 'Kari Vik', from: '2024-03-05', to: '2024-03-05' } },
];

/** The sentence of the visit's English report with a fact of each kind about it, so that there is something of each to review. */
export function visitTold(ledger: Ledger): void {
  for (const { id, lang, outlet, date, sentence, words, more } of REPORTS) {
    const story: Story = { id, lang, date, outlet, title: `${outlet}: ${id}`, text: `${sentence}\n\n${id}.` };
    const offsets = { sentence: spanOf(story.text, sentence), type: spanOf(story.text, words.type), source: spanOf(story.text, words.source), target: spanOf(story.text, words.target) };
    ledger.put(story, { ...bare(story), persons: [{ names: ['Kari Vik'], country: 'NOR', role: 'foreign minister' }], events: [eventIn(story, sentence, { type: 'CONSULT', mode: 'visit', source: 'NOR', target: 'TCD', granularity: 'day', confidence: 0.8, ...more, offsets })] }, CODER);
  }
  const line = 'Chad denied that a visit took place, while Vik praised the trend.', story: Story = { id: 'v-no', lang: 'en', date: '2024-03-08', outlet: 'Delta Post', title: 'Denied', text: line };
  ledger.put(story, {
    ...bare(story), persons: [{ names: ['K. Vik'], country: 'NOR' }],
    events: [eventIn(story, line, { type: 'ACCUSE', source: 'TCD', target: 'NOR', confidence: 0.3 })],
    claims: [{ speaker: 'K. Vik', kind: 'assessment', about: ['TCD', 'NOR'], evidence: line, offsets: { sentence: spanOf(line, line) }, confidence: 0.4 }],
    ties: [{ a: 'NOR', b: 'TCD', domain: 'economic', kind: 'dependence', evidence: line, offsets: { sentence: spanOf(line, line) }, confidence: 0.4 }],
    trends: [{ a: 'NOR', b: 'TCD', direction: 'worsening', evidence: line, offsets: { sentence: spanOf(line, line) }, confidence: 0.4 }],
  }, CODER);
}

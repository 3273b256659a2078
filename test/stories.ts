/** Made-up stories with hand-made facts, for tests of what comes after the coder. */
import type { CodedStory, EventFact } from '../src/story/facts.ts';
import type { Span, Story } from '../src/story/story.ts';

/** Where a stretch of text stands. Throws where it does not. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`not in the text: ${part}`);
  return { start, end: start + part.length };
}

export const bare = (story: Story): CodedStory => ({
  id: story.id, lang: story.lang ?? 'en', date: story.date, ...(story.outlet && { outlet: story.outlet }), ...(story.url && { url: story.url }),
  ...(story.title && { title: story.title }), persons: [], events: [], claims: [], ties: [], trends: [],
});

export const eventIn = (story: Story, evidence: string, fields: Pick<EventFact, 'type' | 'source' | 'target'> & Partial<EventFact>): EventFact => ({
  factuality: 'fact', evidence, offsets: { sentence: spanOf(story.text, evidence) }, confidence: 0.9, ...fields,
});

const meeting = 'Orban Keleş, İzmirli gazetecilere, Şam ile Ankara arasında görüşmelerin sürdüğünü söyledi.';
const thaw = 'İki ülke arasındaki ilişkiler geçen yıldan beri yumuşuyor.';

export const turkish: Story = {
  id: 'tr-1', lang: 'tr', date: '2024-05-10', outlet: 'İskele Postası', title: 'Görüşmeler sürüyor', text: `${meeting} ${thaw}\n\nYağmur bekleniyor.`,
};

export const turkishCoded: CodedStory = {
  ...bare(turkish),
  persons: [{ names: ['Orban Keleş', 'Keleş', 'Orban Keles'], country: 'TUR', role: 'sözcü' }],
  events: [eventIn(turkish, meeting, {
    type: 'CONSULT', source: 'SYR', target: 'TUR', mode: 'talks', recurring: true, attributed_to: 'Orban Keleş', chain: ['İskele Postası', 'Orban Keleş'],
    precedent: { kind: 'first', years: 12 }, numbers: ['2'], place: 'İzmir',
    offsets: { sentence: spanOf(turkish.text, meeting), type: spanOf(turkish.text, 'görüşmelerin'), source: spanOf(turkish.text, 'Şam'), target: spanOf(turkish.text, 'Ankara') },
  })],
  trends: [{ a: 'SYR', b: 'TUR', direction: 'improving', from: '2023-01-01', evidence: thaw, offsets: { sentence: spanOf(turkish.text, thaw) }, confidence: 0.7 }],
};

const call = 'Norway urged Chad on Tuesday to free two aid workers.';
const warn = 'Analyst Ana Rowe said Chad would hardly yield.';
const tie = 'Chad, a member of the African Union, hosts French troops.';

export const english: Story = {
  id: 'en-1', lang: 'en', date: '2024-06-01', outlet: 'Harbour Wire', url: 'https://example.org/1', title: 'Oslo presses N’Djamena', text: `${call}\n\n${warn} ${tie}`,
};

export const englishCoded: CodedStory = {
  ...bare(english),
  persons: [{ names: ['Ana Rowe', 'Rowe'], country: 'GBR' }],
  events: [eventIn(english, call, { type: 'REQUEST', source: 'NOR', target: 'TCD', from: '2024-05-28', to: '2024-05-28', granularity: 'day', confidence: 0.95 })],
  claims: [{ speaker: 'Ana Rowe', kind: 'prediction', about: ['TCD', 'NOR'], evidence: warn, offsets: { sentence: spanOf(english.text, warn) }, confidence: 0.6 }],
  ties: [
    { a: 'TCD', b: 'AU', domain: 'political', kind: 'membership', evidence: tie, offsets: { sentence: spanOf(english.text, tie) }, confidence: 0.8 },
    { a: 'FRA', b: 'TCD', domain: 'military', kind: 'deployment', evidence: tie, offsets: { sentence: spanOf(english.text, tie) }, confidence: 0.8 },
  ],
};

const denial = 'Чад опроверг, что Норвегия передала ему деньги.';

export const russian: Story = { id: 'ru-1', lang: 'ru', date: '2024-06-02', outlet: 'Ёлки Инфо', text: `${denial}\r\nВсё.` };

export const russianCoded: CodedStory = {
  ...bare(russian),
  events: [
    eventIn(russian, denial, { type: 'ACCUSE', source: 'TCD', target: 'NOR', confidence: 0.5 }),
    eventIn(russian, denial, { type: 'AID', source: 'NOR', target: 'TCD', factuality: 'denied', attributed_to: 'Чад', confidence: 0.4 }),
  ],
};

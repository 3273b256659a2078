/** A made-up record with something for every view: two parties that fell out and made up again, told in three languages. */
import { correct } from '../../src/ledger/corrections/correct.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { addWatch } from '../../src/ledger/watches.ts';
import type { ClaimFact, CodedStory, EventFact, EventType, TieFact, TrendFact } from '../../src/story/facts.ts';
import type { Story } from '../../src/story/story.ts';
import { bare, eventIn, spanOf } from '../stories.ts';

type Lang = 'en' | 'tr' | 'ru';

/** A sentence that tells of an act, with the words that carry it. */
interface Line {
  lang: Lang;
  type: EventType;
  says: string;
  source: readonly [code: string, words: string];
  target: readonly [code: string, words: string];
  act: string;
  more?: Partial<EventFact>;
}

const line = (lang: Lang, type: EventType, says: string, source: Line['source'], target: Line['target'], act: string, more?: Partial<EventFact>): Line => ({ lang, type, says, source, target, act, ...(more && { more }) });

const COLD: readonly Line[] = [
  line('en', 'ACCUSE', 'Norway accused Chad of hiding two wanted bankers in Moundou.', ['NOR', 'Norway'], ['TCD', 'Chad'], 'accused', { place: 'Moundou' }),
  line('ru', 'SANCTION', 'Норвегия ввела санкции против Чада из-за дела банкиров.', ['NOR', 'Норвегия'], ['TCD', 'Чада'], 'санкции'),
  line('tr', 'REJECT', 'Çad, Norveç’in arabuluculuk önerisini üçüncü kez reddetti.', ['TCD', 'Çad'], ['NOR', 'Norveç’in'], 'reddetti'),
  line('en', 'THREATEN', 'Chad’s interior minister Ali Doungous threatened to expel the Norwegian envoy within a week.', ['TCD', 'Chad’s interior minister Ali Doungous'], ['NOR', 'Norwegian envoy'], 'threatened', { source_person: 'Ali Doungous' }),
  line('ru', 'ACCUSE', 'Чад обвинил Норвегию во вмешательстве, сообщил источник в правительстве.', ['TCD', 'Чад'], ['NOR', 'Норвегию'], 'обвинил', { attributed_to: 'unnamed' }),
];
const WARM: readonly Line[] = [
  line('en', 'CONSULT', 'Norway and Chad held a second round of talks in Geneva on Monday.', ['NOR', 'Norway'], ['TCD', 'Chad'], 'talks', { mode: 'talks', place: 'Geneva' }),
  line('tr', 'AGREE', 'Norveç ile Çad balıkçılık anlaşmasını imzaladı.', ['NOR', 'Norveç'], ['TCD', 'Çad'], 'anlaşmasını'),
  line('ru', 'SUPPORT', 'Чад поблагодарил Норвегию за помощь после наводнения.', ['TCD', 'Чад'], ['NOR', 'Норвегию'], 'поблагодарил'),
  line('en', 'AID', 'Norway sent Chad 40 tonnes of seed grain, foreign minister Liv Aasen said.', ['NOR', 'Norway'], ['TCD', 'Chad'], 'sent', { attributed_to: 'Liv Aasen', numbers: ['40 tonnes'] }),
  line('tr', 'CONSULT', 'Norveç Dışişleri Bakanı Liv Aasen, altı yıl sonra ilk kez Encemine’yi ziyaret etti.', ['NOR', 'Norveç Dışişleri Bakanı Liv Aasen'], ['TCD', 'Encemine’yi'], 'ziyaret', { mode: 'visit', source_person: 'Liv Aasen', precedent: { kind: 'first', years: 6 } }),
];
/** What others do, with either or with each other. */
const OTHERS: readonly Line[] = [
  line('en', 'CONSULT', 'France offered to mediate between Oslo and Chad.', ['FRA', 'France'], ['TCD', 'Chad'], 'mediate', { mode: 'mediation' }),
  line('en', 'CONSULT', 'France discussed the dispute with Norway.', ['FRA', 'France'], ['NOR', 'Norway'], 'discussed', { mode: 'talks' }),
  line('tr', 'SUPPORT', 'Türkiye, Çad’ın tutumuna destek verdi.', ['TUR', 'Türkiye'], ['TCD', 'Çad’ın'], 'destek'),
  line('ru', 'REQUEST', 'Африканский союз призвал Чад освободить задержанных.', ['AU', 'Африканский союз'], ['TCD', 'Чад'], 'призвал'),
  line('en', 'ASSAULT', 'Fighters crossed from Niger and shelled a post in Chad.', ['NER', 'Niger'], ['TCD', 'Chad'], 'shelled'),
  line('ru', 'COOPERATE', 'Норвегия и Турция расширили обмен студентами.', ['NOR', 'Норвегия'], ['TUR', 'Турция'], 'обмен'),
  line('en', 'SANCTION', 'The United States froze aid to Niger.', ['USA', 'The United States'], ['NER', 'Niger'], 'froze'),
];

const OUTLETS: Readonly<Record<Lang, readonly string[]>> = { en: ['Harbour Wire', 'The Ferry Post'], tr: ['İskele Postası', 'Liman Haber'], ru: ['Линия Полесья', 'Вестник Поречья'] };
const PERSONS: CodedStory['persons'] = [{ names: ['Liv Aasen', 'Aasen'], country: 'NOR', role: 'foreign minister' }, { names: ['Ali Doungous', 'Doungous'], country: 'TCD', role: 'interior minister' }, { names: ['Ana Rowe', 'Rowe'], country: 'UNKNOWN', role: 'analyst' }];

const place = ({ says, source: [source, from], target: [target, to], type, act, more }: Line, story: Story, confidence: number, day: string): EventFact => {
  const sentence = spanOf(story.text, says), at = (words: string): { start: number; end: number } => ({ start: sentence.start + says.indexOf(words), end: sentence.start + says.indexOf(words) + words.length });
  return eventIn(story, says, { type, source, target, confidence, from: day, to: day, granularity: 'day', ...more, offsets: { sentence, type: at(act), source: at(from), target: at(to) } });
};

/** Told beside some of the acts: what somebody claims, what binds two parties, where a relation is said to go. */
const claims: readonly (Pick<ClaimFact, 'speaker' | 'kind' | 'about'> & { says: string; words: string })[] = [
  { says: 'Analyst Ana Rowe expects the bankers to be handed over by spring.', words: 'Ana Rowe', speaker: 'Ana Rowe', kind: 'prediction', about: ['NOR', 'TCD'] },
  { says: 'Doungous called the sanctions a tax on the poor.', words: 'Doungous', speaker: 'Ali Doungous', kind: 'assessment', about: ['NOR', 'TCD'] },
];
const ties: readonly (Pick<TieFact, 'a' | 'b' | 'domain' | 'kind'> & { says: string })[] = [
  { says: 'Chad, a member of the African Union, hosts French troops.', a: 'FRA', b: 'TCD', domain: 'military', kind: 'deployment' },
  { says: 'Chad buys most of its seed from Norway.', a: 'TCD', b: 'NOR', domain: 'economic', kind: 'dependence' },
];
const trends: readonly (Pick<TrendFact, 'a' | 'b' | 'direction'> & { says: string })[] = [
  { says: 'Ties between Oslo and N’Djamena have soured since the arrests.', a: 'NOR', b: 'TCD', direction: 'worsening' },
  { says: 'Diplomats say relations between the two are improving.', a: 'NOR', b: 'TCD', direction: 'improving' },
];

/** The `i`-th story, of a day: its act, and in its turn a claim, a tie or a trend. */
function tell(ledger: Ledger, i: number, day: string, told: Line, title: string): void {
  const claim = i % 5 === 2 ? claims[i % 2] : undefined, tie = i % 7 === 3 ? ties[i % 2] : undefined, trend = i % 6 === 4 ? trends[day > '2019' ? 1 : 0] : undefined;
  const outlet = OUTLETS[told.lang][i % 2] as string, text = [told.says, ...[claim, tie, trend].flatMap((one) => (one ? [one.says] : []))].join(' ');
  const story: Story = { id: `look-${i}`, lang: told.lang, date: day, outlet, title, text: `${text}\n\n${outlet}, ${day}, ${i}.` };
  const sure = 0.5 + ((i * 37) % 50) / 100, at = (says: string): { sentence: { start: number; end: number } } => ({ sentence: spanOf(story.text, says) });
  ledger.put(story, {
    ...bare(story), persons: PERSONS.filter(({ names }) => names.some((name) => story.text.includes(name))), events: [place(told, story, sure, day)],
    claims: claim ? [{ speaker: claim.speaker, kind: claim.kind, about: claim.about, evidence: claim.says, offsets: { ...at(claim.says), speaker: spanOf(story.text, claim.words) }, confidence: sure }] : [],
    ties: tie ? [{ a: tie.a, b: tie.b, domain: tie.domain, kind: tie.kind, evidence: tie.says, offsets: at(tie.says), confidence: sure }] : [],
    trends: trend ? [{ a: trend.a, b: trend.b, direction: trend.direction, evidence: trend.says, offsets: at(trend.says), confidence: sure }] : [],
  }, 'hand-made');
}

/** Four reports of one act that do not quite agree. */
const CALL: readonly Line[] = [
  line('en', 'RETREAT', 'Chad released two bankers on Friday after talks with Norway.', ['TCD', 'Chad'], ['NOR', 'Norway'], 'released', { numbers: ['two bankers'] }),
  line('tr', 'RETREAT', 'Çad, Norveç’in istediği üç bankacıyı cuma günü serbest bıraktı.', ['TCD', 'Çad'], ['NOR', 'Norveç’in'], 'serbest bıraktı', { numbers: ['üç bankacıyı'] }),
  line('ru', 'RETREAT', 'Чад освободил двух банкиров по просьбе Норвегии, сообщил Али Дунгус.', ['TCD', 'Чад'], ['NOR', 'Норвегии'], 'освободил', { attributed_to: 'Али Дунгус', chain: ['Линия Полесья', 'Али Дунгус'] }),
  line('en', 'RETREAT', 'Chad may release the bankers Norway wants, officials said.', ['TCD', 'Chad'], ['NOR', 'Norway'], 'release', { factuality: 'possible', attributed_to: 'unnamed' }),
];

/** The last day of the record. */
const LAST = '2024-11-15';
/** The story of the first report of the act that several tell of, and one that holds a fact of every kind. */
export const HAPPENING = 'look-call-0', STORY = 'look-52';

/** Fills a ledger with the record, some corrections and a watch; the same every time. */
export function fillLooks(ledger: Ledger): void {
  let i = 0;
  const pad = (n: number): string => String(n).padStart(2, '0');
  for (let year = 2012; year <= 2024; year++) {
    for (let month = 1; month <= 11; month += year % 2 ? 3 : 2) {
      const day = `${year}-${pad(month)}-${pad(1 + ((i * 11) % 27))}`, lines = year < 2018 ? COLD : WARM, told = i % 4 === 3 ? OTHERS[i % OTHERS.length] : lines[i % lines.length];
      if (told && day < LAST) tell(ledger, i, day, told, `${told.says.split(/[ ,]+/).slice(0, 6).join(' ')} …`);
      i++;
    }
  }
  CALL.forEach((told, n) => {
    const outlet = OUTLETS[told.lang][n % 2] as string, story: Story = { id: `look-call-${n}`, lang: told.lang, date: LAST, outlet, title: told.says.split(/[ ,]+/).slice(0, 4).join(' '), text: `${told.says}\n\n${outlet}.` };
    ledger.put(story, { ...bare(story), events: [place(told, story, 0.9 - n / 10, LAST)] }, 'hand-made');
  });
  const planned: Story = { id: 'look-planned', lang: 'en', date: LAST, outlet: 'Harbour Wire', title: 'Next round', text: 'Norway will host Chad’s president in January.' };
  ledger.put(planned, { ...bare(planned), events: [place(line('en', 'CONSULT', planned.text, ['NOR', 'Norway'], ['TCD', 'Chad’s president'], 'host', { mode: 'visit', factuality: 'planned' }), planned, 0.8, '2025-01-10')] }, 'hand-made');
  const signed = (minute: number, why?: string): Parameters<typeof correct>[2] => ({ who: 'reader', at: `2025-01-02T10:${pad(minute)}:00.000Z`, ...(why && { why }) });
  correct(ledger, { kind: 'confirm', fact: 'e3' }, signed(1));
  correct(ledger, { kind: 'reject', fact: 'e5' }, signed(2, 'an opinion, no act'));
  correct(ledger, { kind: 'change', fact: 'e6', fields: { type: 'THREATEN' } }, signed(3));
  correct(ledger, { kind: 'undo', correction: 'k2' }, signed(4));
  addWatch(ledger, 'Norway – Chad', 'kind=event&party=NOR&with=TCD', 40);
}

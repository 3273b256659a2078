import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const pairsIn = (lang: Lang, text: string): string[] =>
  codeStory({ id: 'x', lang, date: '2024-03-12', text }).events.map((e) => `${e.type} ${[e.source, e.target].sort().join(' ')}`).sort();

test.each<[Lang, string, string[]]>([
  ['en', 'French President Emmanuel Macron met with German Chancellor Olaf Scholz and Polish Prime Minister Donald Tusk in Paris on Monday.', ['DEU FRA', 'FRA POL']],
  ['en', "Egypt's foreign minister spoke by phone with his Saudi and Qatari counterparts on Tuesday.", ['EGY QAT', 'EGY SAU']],
  ['tr', "Cumhurbaşkanı Erdoğan, Fransa Cumhurbaşkanı Macron ve Almanya Başbakanı Scholz'la telefonda görüştü.", ['DEU TUR', 'FRA TUR']],
  ['tr', 'Lavrov; İran, Katar ve Suudi Arabistanlı mevkidaşlarıyla ayrı ayrı bir araya geldi.', ['IRN RUS', 'QAT RUS', 'RUS SAU']],
  ['ru', 'Президент Казахстана Касым-Жомарт Токаев встретился с президентом Финляндии и премьер-министром Венгрии.', ['FIN KAZ', 'HUN KAZ']],
  ['ru', 'Сергей Лавров провёл переговоры с министрами иностранных дел Египта и Алжира в Москве.', ['DZA RUS', 'EGY RUS']],
])('Those whom one meets do not thereby meet each other: %s: %s', (lang, text, pairs) => {
  expect(pairsIn(lang, text)).toEqual(pairs.map((p) => `CONSULT ${p}`));
});

test.each<[Lang, string, string[]]>([
  ['en', 'The leaders of Kazakhstan, Uzbekistan and Azerbaijan held a trilateral summit in Baku on Monday.', ['AZE KAZ', 'AZE UZB', 'KAZ UZB']],
  ['tr', 'Türkiye, Azerbaycan ve Gürcistan dışişleri bakanları üçlü toplantıda bir araya geldi.', ['AZE GEO', 'AZE TUR', 'GEO TUR']],
  ['ru', 'Главы МИД России, Турции и Ирана провели трёхсторонние переговоры в Астане.', ['IRN RUS', 'IRN TUR', 'RUS TUR']],
])('Three at one table all meet: %s: %s', (lang, text, pairs) => {
  expect(pairsIn(lang, text)).toEqual(pairs.map((p) => `CONSULT ${p}`));
});

test.each<[Lang, string, string[]]>([
  ['en', 'Qatar mediated between Sudan and Chad.', ['QAT SDN', 'QAT TCD']],
  ['tr', 'Türkiye, Etiyopya ile Somali arasında arabuluculuk yaptı.', ['ETH TUR', 'SOM TUR']],
  ['ru', 'При посредничестве Катара Судан и Чад провели переговоры.', ['QAT SDN', 'QAT TCD', 'SDN TCD']],
])('A mediator deals with each side: %s: %s', (lang, text, pairs) => {
  expect(pairsIn(lang, text)).toEqual(pairs.map((p) => `CONSULT ${p}`));
});

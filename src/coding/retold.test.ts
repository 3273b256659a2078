import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const meetingsIn = (lang: Lang, text: string): string[] =>
  codeStory({ id: 'x', lang, date: '2024-06-12', text }).events.filter((e) => e.type === 'CONSULT').map((e) => [e.source, e.target].sort().join(' '));

test.each<[Lang, string, string]>([
  ['en', "Egypt's president met the king of Jordan. The two leaders discussed the situation in Gaza.", 'EGY JOR'],
  ['ru', 'Министр иностранных дел Алжира провел встречу с коллегой из Туниса. Были обсуждены двусторонние отношения Алжира и Туниса.', 'DZA TUN'],
  ['tr', "Umman Dışişleri Bakanı, Tahran'da İranlı mevkidaşıyla görüştü. Görüşmede Umman ile İran arasındaki iş birliği ele alındı.", 'IRN OMN'],
])('What is talked about in a meeting is no second one: %s: %s', (lang, text, pair) => {
  expect(meetingsIn(lang, text)).toEqual([pair]);
});

test.each<[Lang, string, string]>([
  ['en', "Italy's defence minister met his Libyan counterpart. During the meeting they discussed Russia.", 'ITA LBY'],
  ['ru', 'Министр обороны Италии встретился с коллегой из Ливии. В ходе беседы обсуждались действия России.', 'ITA LBY'],
  ['tr', "Hakan Fidan, Mısır Dışişleri Bakanı ile telefonda konuştu. Görüşmede İsrail'in saldırıları ele alındı.", 'EGY TUR'],
])('Who is only talked about in a meeting is not met: %s: %s', (lang, text, pair) => {
  expect(meetingsIn(lang, text)).toEqual([pair]);
});

test.each<[Lang, string, string]>([
  ['en', 'The visit was the first meeting of Kenya and Chad since 2009.', 'KEN TCD'],
  ['ru', 'Разговор стал первым телефонным разговором лидеров США и Белоруссии за 30 лет.', 'BLR USA'],
  ['tr', 'Görüşme, Kenya ile Çad liderleri arasında on yılı aşkın süredir yapılan ilk telefon görüşmesi oldu.', 'KEN TCD'],
])('A meeting said to be another is one: %s: %s', (lang, text, pair) => {
  expect(meetingsIn(lang, text)).toEqual([pair]);
});

test('Another day brings another meeting', () => {
  expect(meetingsIn('en', "Egypt's president met the king of Jordan on Sunday. On Monday Egypt's president discussed Gaza with the king of Jordan.")).toEqual(['EGY JOR', 'EGY JOR']);
});

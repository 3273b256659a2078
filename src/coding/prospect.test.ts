import { expect, test } from 'vitest';
import type { Lang } from '../story/story.ts';
import { codeStory } from './engine.ts';

const actsIn = (lang: Lang, text: string): string[] =>
  codeStory({ id: 'x', lang, date: '2024-06-12', text }).events.map((e) => `${e.type} ${[e.source, e.target].sort().join(' ')} ${e.factuality}`);

test.each<[Lang, string]>([
  ['en', 'Iran expressed willingness to meet with American envoys.'],
  ['en', "The Indian prime minister conveyed his eagerness to visit Brazil."],
  ['en', 'Cairo is ready to hold talks with Addis Ababa.'],
  ['ru', 'Анкара готова провести переговоры с Дамаском.'],
  ['ru', 'Министр иностранных дел Армении заявил о желании обсудить с Турцией открытие границы.'],
  ['ru', 'Президент Сербии заявил о готовности провести встречу с лидером Косова.'],
  ['tr', 'Ermenistan Dışişleri Bakanı, Türkiye ile sınırı görüşme isteğini dile getirdi.'],
  ['tr', 'İran, ABD ile müzakereye hazır olduğunu bildirdi.'],
])('What somebody wishes for or is ready for is no act: %s: %s', (lang, text) => {
  expect(actsIn(lang, text)).toEqual([]);
});

test.each<[Lang, string, string]>([
  ['en', 'The announced talks between Sudan and Ethiopia have drawn wide attention.', 'ETH SDN planned'],
  ['en', 'The proposed meeting between Maduro and Petro drew criticism at home.', 'COL VEN possible'],
  ['en', 'The planned talks between Sudan and Ethiopia took place in Cairo on Monday.', 'ETH SDN fact'],
  ['ru', 'Планируемый визит президента Китая в Казахстан стал главной темой местных газет.', 'CHN KAZ planned'],
  ['ru', 'Ожидаемый визит Нарендры Моди в Китай обсуждают аналитики.', 'CHN IND possible'],
  ['ru', 'Запланированные переговоры Судана и Эфиопии состоялись в понедельник в Каире.', 'ETH SDN fact'],
  ['tr', 'Sudan ile Etiyopya arasında duyurulan müzakereler dikkat çekti.', 'ETH SDN planned'],
  ['tr', 'Moskova ile Kiev arasında beklenen telefon görüşmesi piyasaları hareketlendirdi.', 'RUS UKR possible'],
  ['tr', 'Sudan ile Etiyopya arasında planlanan görüşme pazartesi günü yapıldı.', 'ETH SDN fact'],
])('A participle with its noun says how far off it is, unless it came about: %s: %s', (lang, text, act) => {
  expect(actsIn(lang, text).filter((a) => a.startsWith('CONSULT'))).toEqual([`CONSULT ${act}`]);
});

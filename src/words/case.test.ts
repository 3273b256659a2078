/** Names as Turkish and Russian write them in a case. */
import { describe, expect, it } from 'vitest';
import { inRussianCase, withRussian } from './case-ru.ts';
import { inTurkishCase } from './case-tr.ts';

describe('a Turkish name', () => {
  it.each([
    ['Rusya', 'Rusya’nın Rusya’ya Rusya’da Rusya’dan'], ['Norveç', 'Norveç’in Norveç’e Norveç’te Norveç’ten'], ['Irak', 'Irak’ın Irak’a Irak’ta Irak’tan'], ['Ürdün', 'Ürdün’ün Ürdün’e Ürdün’de Ürdün’den'],
    ['Nepal', 'Nepal’in Nepal’e Nepal’de Nepal’den'], ['Arap Birliği', 'Arap Birliği’nin Arap Birliği’ne Arap Birliği’nde Arap Birliği’nden'], ['Kuzey Kore', 'Kuzey Kore’nin Kuzey Kore’ye Kuzey Kore’de Kuzey Kore’den'],
    ['ABD', 'ABD’nin ABD’ye ABD’de ABD’den'], ['BM', 'BM’nin BM’ye BM’de BM’den'], ['NATO', 'NATO’nun NATO’ya NATO’da NATO’dan'], ['AGİT', 'AGİT’in AGİT’e AGİT’te AGİT’ten'],
    ['2013', '2013’ün 2013’e 2013’te 2013’ten'], ['2020', '2020’nin 2020’ye 2020’de 2020’den'], ['1900', '1900’ün 1900’e 1900’de 1900’den'], ['9 Ocak 2006', '9 Ocak 2006’nın 9 Ocak 2006’ya 9 Ocak 2006’da 9 Ocak 2006’dan'],
    ['Suriye muhalefeti', 'Suriye muhalefetinin Suriye muhalefetine Suriye muhalefetinde Suriye muhalefetinden'], ['−2,50', '−2,50’nin −2,50’ye −2,50’de −2,50’den'], ['7,00', '7,00’ın 7,00’a 7,00’da 7,00’dan'],
  ])('%s', (name, forms) => expect((['gen', 'dat', 'loc', 'abl'] as const).map((wanted) => inTurkishCase(name, wanted)).join(' ')).toBe(forms));
});

describe('a Russian name', () => {
  it.each([
    ['Норвегия', 'Норвегии, Норвегии, с Норвегией'], ['Чад', 'Чада, Чаду, с Чадом'], ['США', 'США, США, с США'], ['Швеция', 'Швеции, Швеции, со Швецией'], ['Польша', 'Польши, Польше, с Польшей'], ['Китай', 'Китая, Китаю, с Китаем'],
    ['Южная Корея', 'Южной Кореи, Южной Корее, с Южной Кореей'], ['Босния и Герцеговина', 'Боснии и Герцеговины, Боснии и Герцеговине, с Боснией и Герцеговиной'], ['Нидерланды', 'Нидерландов, Нидерландам, с Нидерландами'],
    ['Филиппины', 'Филиппин, Филиппинам, с Филиппинами'], ['Республика Сербская', 'Республики Сербской, Республике Сербской, с Республикой Сербской'], ['Совет Европы', 'Совета Европы, Совету Европы, с Советом Европы'],
    ['Перу', 'Перу, Перу, с Перу'], ['Марокко', 'Марокко, Марокко, с Марокко'], ['Маршалловы Острова', 'Маршалловых Островов, Маршалловым Островам, с Маршалловыми Островами'], ['Папуа — Новая Гвинея', 'Папуа — Новой Гвинеи, Папуа — Новой Гвинее, с Папуа — Новой Гвинеей'],
    ['Всемирный банк', 'Всемирного банка, Всемирному банку, со Всемирным банком'], ['Израиль', 'Израиля, Израилю, с Израилем'], ['Тунис', 'Туниса, Тунису, с Тунисом'],
  ])('%s', (name, forms) => expect([inRussianCase(name, 'gen'), inRussianCase(name, 'dat'), withRussian(name)].join(', ')).toBe(forms));
});

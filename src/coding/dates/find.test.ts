import { describe, expect, it } from 'vitest';
import { findDates } from './find.ts';
import { plainDoc } from './fixture.ts';
import type { Tags } from './fixture.ts';
import type { Lang } from '../../story/story.ts';

const PAST = 'VERB Tense=Past|VerbForm=Fin';
const FUT = 'VERB Tense=Fut|VerbForm=Fin';

/** All dates of a text as `words = from..to`, with the kind where it is not "at". */
const read = (lang: Lang, published: string, text: string, tags: Tags = {}): string[] => {
  const doc = plainDoc(text, lang, tags);
  return findDates(doc, published).map((d) => {
    const words = text.slice(doc.tokens[d.first].start, doc.tokens[d.last - 1].end);
    return `${words} = ${d.from ?? ''}..${d.to ?? ''}${d.kind === 'at' ? '' : ` ${d.kind}`}${d.dateline ? ' dateline' : ''}${d.subordinate ? ' subordinate' : ''}`;
  });
};

describe('English dates', () => {
  const cases: [string, string, Tags, string[]][] = [
    // Published Wednesday 9 October 2024.
    ['Chad expelled the envoy on Monday.', '2024-10-09', { expelled: PAST }, ['Monday = 2024-10-07..2024-10-07']],
    ['The minister will land in Doha on Monday.', '2024-10-09', { will: 'AUX', land: 'VERB VerbForm=Inf' }, ['Monday = 2024-10-14..2024-10-14']],
    ['They met on Wednesday.', '2024-10-09', { met: PAST }, ['Wednesday = 2024-10-09..2024-10-09']],
    ['Peru signed it last Friday.', '2024-10-09', { signed: PAST }, ['last Friday = 2024-10-04..2024-10-04']],
    ['Peru froze the accounts last week.', '2024-10-09', { froze: PAST }, ['last week = 2024-09-30..2024-10-06']],
    ['Laos opened a mission in March 2021.', '2024-10-09', { opened: PAST }, ['March 2021 = 2021-03-01..2021-03-31']],
    ['Laos opened a mission in December.', '2024-10-09', { opened: PAST }, ['December = 2023-12-01..2023-12-31']],
    ['Laos will open a mission in December.', '2024-10-09', {}, ['December = 2024-12-01..2024-12-31']],
    ['The jets struck on Sept. 12, 2023.', '2024-10-09', { struck: PAST }, ['Sept. 12, 2023 = 2023-09-12..2023-09-12']],
    ['The jets struck on 12 September.', '2024-10-09', { struck: PAST }, ['12 September = 2024-09-12..2024-09-12']],
    ['Both armies exercised in early June.', '2024-10-09', { exercised: PAST }, ['early June = 2024-06-01..2024-06-10']],
    ['They may pull out by mid-January.', '2024-10-09', {}, ['mid-January = ..2025-01-20 until']],
    ['They will pull out by the end of February.', '2024-10-09', {}, ['the end of February = ..2025-02-28 until']],
    ['Benin has kept the post shut since July 2023.', '2024-10-09', {}, ['July 2023 = 2023-07-01.. since']],
    ['Three days ago the navy boarded the ship.', '2024-10-09', { boarded: PAST }, ['Three days ago = 2024-10-06..2024-10-06']],
    ['On May 3 the envoy left. The next day Lima shut its mission.', '2024-10-09', { left: PAST, shut: PAST }, ['May 3 = 2024-05-03..2024-05-03', 'The next day = 2024-05-04..2024-05-04']],
    ['The move came on Tuesday, a day after Quito recalled its envoy.', '2024-10-09', { came: PAST, recalled: PAST }, ['Tuesday = 2024-10-08..2024-10-08', 'a day after = 2024-10-07..2024-10-07 subordinate']],
    ['In 2014 they quarrelled; that summer shots were fired.', '2024-10-09', { quarrelled: PAST }, ['2014 = 2014-01-01..2014-12-31', 'that summer = 2014-06-01..2014-08-31']],
    ['Gunmen raided the depot last summer.', '2024-10-09', { raided: PAST }, ['last summer = 2024-06-01..2024-08-31']],
    ['Over the weekend the two leaders spoke by phone.', '2024-10-09', { spoke: PAST }, ['the weekend = 2024-10-05..2024-10-06']],
    ['LIMA, Oct 9 - Peru on Tuesday recalled its envoy.', '2024-10-09', { recalled: PAST }, ['Oct 9 = 2024-10-09..2024-10-09 dateline', 'Tuesday = 2024-10-08..2024-10-08']],
    ['Some years ago they traded freely for two years.', '2024-10-09', { traded: PAST }, ['Some years ago = ..', 'for two years = .. duration']],
    ['Ships patrolled from 5 to 7 May.', '2024-10-09', { patrolled: PAST }, ['5 to 7 May = 2024-05-05..2024-05-07']],
    ['They may march in Lima and sign in May.', '2024-05-20', {}, ['May = 2024-05-01..2024-05-31']],
    ['It has sold 2000 tonnes to Laos.', '2024-10-09', {}, []],
    ['Rabat signed in April last year.', '2024-10-09', { signed: PAST }, ['April last year = 2023-04-01..2023-04-30']],
    ['Guards crossed the river overnight.', '2024-10-09', { crossed: PAST }, ['overnight = 2024-10-08..2024-10-09']],
    ['The talks are due in the first half of 2025.', '2024-10-09', {}, ['the first half of 2025 = 2025-01-01..2025-06-30']],
  ];
  for (const [text, published, tags, want] of cases) it(text, () => expect(read('en', published, text, tags)).toEqual(want));
});

describe('Turkish dates', () => {
  const cases: [string, string, Tags, string[]][] = [
    ['Şili, elçisini pazartesi günü geri çağırdı.', '2024-10-09', { çağırdı: PAST }, ['pazartesi günü = 2024-10-07..2024-10-07']],
    ['Bakan pazartesi günü Doha\'ya gidecek.', '2024-10-09', { gidecek: FUT }, ['pazartesi günü = 2024-10-14..2024-10-14']],
    ['İki ülke anlaşmayı 12 Kasım 2023\'te imzaladı.', '2024-10-09', { imzaladı: PAST }, ["12 Kasım 2023'te = 2023-11-12..2023-11-12"]],
    ['Lima 15 Ağustos\'ta sınırı kapattı.', '2024-10-09', { kapattı: PAST }, ["15 Ağustos'ta = 2024-08-15..2024-08-15"]],
    ['Görüşme 12.11.2023\'te yapıldı.', '2024-10-09', { yapıldı: PAST }, ["12.11.2023'te = 2023-11-12..2023-11-12"]],
    ['Dün toplanan heyetler bugün ayrılıyor.', '2024-10-09', {}, ['Dün = 2024-10-08..2024-10-08', 'bugün = 2024-10-09..2024-10-09']],
    ['Geçen yıl temmuzda varılan mutabakat askıya alındı.', '2024-10-09', { alındı: PAST }, ['Geçen yıl temmuzda = 2023-07-01..2023-07-31']],
    ['Geçen yılın ekim ayında heyet Lima\'ya gitti.', '2024-10-09', { gitti: PAST }, ['Geçen yılın ekim ayında = 2023-10-01..2023-10-31']],
    ['Haziran başında asker sevk etti.', '2024-10-09', { etti: PAST }, ['Haziran başında = 2024-06-01..2024-06-10']],
    ['Birlikler ağustos sonunda dönmüştü.', '2024-10-09', { dönmüştü: PAST }, ['ağustos sonunda = 2024-08-21..2024-08-31']],
    ['Yaptırımlar kasım sonuna kadar kaldırılacak.', '2024-10-09', { kaldırılacak: FUT }, ['kasım sonuna kadar = ..2024-11-30 until']],
    ['Sınır 12 Aralık\'tan bu yana kapalı.', '2024-10-09', {}, ["12 Aralık'tan bu yana = 2023-12-12.. since"]],
    ['1975\'ten beri ihtilaf sürüyor.', '2024-10-09', {}, ["1975'ten beri = 1975-01-01.. since"]],
    ['2009 yılında ilişkiler kesildi.', '2024-10-09', { kesildi: PAST }, ['2009 yılında = 2009-01-01..2009-12-31']],
    ['Ocak 2022\'de takas yaptılar.', '2024-10-09', { yaptılar: PAST }, ["Ocak 2022'de = 2022-01-01..2022-01-31"]],
    ['1990\'larda savaştılar.', '2024-10-09', { savaştılar: PAST }, ["1990'larda = 1990-01-01..1999-12-31"]],
    ['Üç gün önce görüştüler.', '2024-10-09', { görüştüler: PAST }, ['Üç gün önce = 2024-10-06..2024-10-06']],
    ['Heyet 3 Mayıs\'ta geldi. İki gün sonra ayrıldı.', '2024-10-09', { geldi: PAST, ayrıldı: PAST }, ["3 Mayıs'ta = 2024-05-03..2024-05-03", 'İki gün sonra = 2024-05-05..2024-05-05']],
    ['Temmuz 2021\'de görüştüler, aynı yılın ağustos ayında bağları kopardılar, eylülde sınırı kapattılar.', '2024-10-09', { görüştüler: PAST, kopardılar: PAST, kapattılar: PAST },
      ["Temmuz 2021'de = 2021-07-01..2021-07-31", 'aynı yılın ağustos ayında = 2021-08-01..2021-08-31', 'eylülde = 2021-09-01..2021-09-30']],
    ['Gelecek hafta masaya oturacaklar.', '2024-10-09', { oturacaklar: FUT }, ['Gelecek hafta = 2024-10-14..2024-10-20']],
    ['Geçen hafta perşembe günü imzaladılar.', '2024-10-09', { imzaladılar: PAST }, ['Geçen hafta perşembe günü = 2024-10-03..2024-10-03']],
    ['Geçen cuma imzaladılar.', '2024-10-09', { imzaladılar: PAST }, ['Geçen cuma = 2024-10-04..2024-10-04']],
    ['2020 yazında gemiler karşı karşıya geldi.', '2024-10-09', { geldi: PAST }, ['2020 yazında = 2020-06-01..2020-08-31']],
    ['Bu sabah köprü vuruldu.', '2024-10-09', { vuruldu: PAST }, ['Bu sabah = 2024-10-09..2024-10-09']],
    ['Hafta sonu telefonda konuştular.', '2024-10-09', { konuştular: PAST }, ['Hafta sonu = 2024-10-05..2024-10-06']],
    ['Kasım Cömert Tokayev dünya liderleriyle görüştü.', '2024-10-09', { görüştü: PAST }, []],
    ['Altı yıl aradan sonra ilk kez görüştüler.', '2024-10-09', { görüştüler: PAST }, ['Altı yıl aradan = .. duration']],
  ];
  for (const [text, published, tags, want] of cases) it(text, () => expect(read('tr', published, text, tags)).toEqual(want));
});

describe('Russian dates', () => {
  const cases: [string, string, Tags, string[]][] = [
    ['В понедельник Перу отозвало посла.', '2024-10-09', { отозвало: PAST }, ['понедельник = 2024-10-07..2024-10-07']],
    ['В понедельник министр прибудет в Доху.', '2024-10-09', { прибудет: FUT }, ['понедельник = 2024-10-14..2024-10-14']],
    ['Договор подписали 12 ноября 2023 года.', '2024-10-09', { подписали: PAST }, ['12 ноября 2023 года = 2023-11-12..2023-11-12']],
    ['Стороны встретились 12 сентября.', '2024-10-09', { встретились: PAST }, ['12 сентября = 2024-09-12..2024-09-12']],
    ['В марте 2023-го Лаос открыл миссию.', '2024-10-09', { открыл: PAST }, ['марте 2023-го = 2023-03-01..2023-03-31']],
    ['Прошлым летом стороны обменялись пленными.', '2024-10-09', { обменялись: PAST }, ['Прошлым летом = 2024-06-01..2024-08-31']],
    ['Прошлым июлем вернули послов.', '2024-02-16', { вернули: PAST }, ['Прошлым июлем = 2023-07-01..2023-07-31']],
    ['В начале апреля корабли ушли.', '2024-10-09', { ушли: PAST }, ['начале апреля = 2024-04-01..2024-04-10']],
    ['Войска уйдут до конца декабря.', '2024-10-09', { уйдут: FUT }, ['конца декабря = ..2024-12-31 until']],
    ['Летом 2020 года начались стычки.', '2024-10-09', { начались: PAST }, ['Летом 2020 года = 2020-06-01..2020-08-31']],
    ['В мае 2021 года Каир отозвал посла, а в ноябре того же года вернул.', '2024-10-09', { отозвал: PAST, вернул: PAST }, ['мае 2021 года = 2021-05-01..2021-05-31', 'ноябре того же года = 2021-11-01..2021-11-30']],
    ['На прошлой неделе базу обстреляли.', '2024-10-09', { обстреляли: PAST }, ['прошлой неделе = 2024-09-30..2024-10-06']],
    ['В ночь на вторник дроны атаковали порт.', '2024-10-09', { атаковали: PAST }, ['ночь на вторник = 2024-10-08..2024-10-08']],
    ['Бои шли 24 июля. Накануне закрыли границу.', '2024-10-09', { шли: PAST, закрыли: PAST }, ['24 июля = 2024-07-24..2024-07-24', 'Накануне = 2024-07-23..2024-07-23']],
    ['Накануне закрыли границу.', '2024-10-09', { закрыли: PAST }, ['Накануне = 2024-10-08..2024-10-08']],
    ['Вчера и позавчера шли переговоры.', '2024-10-09', { шли: PAST }, ['Вчера = 2024-10-08..2024-10-08', 'позавчера = 2024-10-07..2024-10-07']],
    ['Неделю назад посла выслали.', '2024-10-09', { выслали: PAST }, ['Неделю назад = 2024-10-02..2024-10-02']],
    ['Додик грозит этим с 2021 года.', '2024-10-09', {}, ['2021 года = 2021-01-01.. since']],
    ['В четверг подписали договор. Днем ранее парламент одобрил его.', '2024-10-09', { подписали: PAST, одобрил: PAST }, ['четверг = 2024-10-03..2024-10-03', 'Днем ранее = 2024-10-02..2024-10-02']],
    ['В августе прошлого года президент приезжал.', '2024-10-09', { приезжал: PAST }, ['августе прошлого года = 2023-08-01..2023-08-31']],
    ['10 декабря ушли первые, а 26-го базу сдали.', '2025-01-07', { ушли: PAST, сдали: PAST }, ['10 декабря = 2024-12-10..2024-12-10', '26-го = 2024-12-26..2024-12-26']],
    ['В минувшую субботу прошли грузовики.', '2024-10-09', { прошли: PAST }, ['минувшую субботу = 2024-10-05..2024-10-05']],
    ['В 2022-м ограничения сняли.', '2024-10-09', { сняли: PAST }, ['2022-м = 2022-01-01..2022-12-31']],
    ['Шойгу и Марта встретились в среду.', '2024-10-09', { встретились: PAST }, ['среду = 2024-10-09..2024-10-09']],
    ['Отношения ухудшались с мая, когда застрелили солдата.', '2024-10-09', { ухудшались: PAST, застрелили: PAST }, ['мая = 2024-05-01.. since', 'мая = 2024-05-01..2024-05-31 subordinate']],
  ];
  for (const [text, published, tags, want] of cases) it(text, () => expect(read('ru', published, text, tags)).toEqual(want));
});

describe('findDates', () => {
  it('returns nothing for an unreadable publication date', () => expect(read('en', 'soon', 'They met on Monday.')).toEqual([]));
  it('copes with an empty text', () => expect(read('tr', '2024-10-09', '')).toEqual([]));
});

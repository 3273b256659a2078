import { describe, expect, it } from 'vitest';
import type { Lang } from '../../story/story.ts';
import { dateFor, findDates } from './find.ts';
import { plainDoc } from './fixture.ts';
import type { Tags } from './fixture.ts';

const V = 'VERB Tense=Past|VerbForm=Fin';
const INF = 'VERB VerbForm=Inf';

/** First day that an act takes, or `undefined`. */
const taken = (lang: Lang, text: string, act: string, tags: Tags): string | undefined => {
  const doc = plainDoc(text, lang, tags);
  const token = doc.tokens.findIndex((t) => t.form === act);
  expect(token).toBeGreaterThanOrEqual(0);
  return dateFor(findDates(doc, '2024-10-09'), doc, token)?.from;
};

describe('dateFor', () => {
  const english: Tags = { said: V, shelled: V, met: V, expelled: V, recalled: V, accused: V, flew: V, resume: INF, agreed: V, that: 'SCONJ', on: 'ADP', On: 'ADP', in: 'ADP', In: 'ADP', and: 'CCONJ', which: 'PRON', signed: V, opened: V, to: 'PART', of: 'ADP', firing: 'VERB VerbForm=Ger', after: 'SCONJ', the: 'DET' };
  const cases: [string, string, string | undefined][] = [
    ['Peru expelled the envoy on Monday.', 'expelled', '2024-10-07'],
    ['Peru said on Monday that Chile shelled the port in May.', 'shelled', '2024-05-01'],
    ['Peru said on Monday that Chile shelled the port.', 'shelled', undefined],
    ['On Monday Peru expelled the envoy and recalled its own.', 'recalled', '2024-10-07'],
    ['On Monday Peru expelled the envoy, and Chile recalled its own in May.', 'recalled', '2024-05-01'],
    ['Peru on Monday expelled the envoy.', 'expelled', '2024-10-07'],
    ['Peru agreed on Monday to resume flights.', 'agreed', '2024-10-07'],
    ['Peru accused Chile of firing on the port in May.', 'accused', undefined],
    ['Peru expelled the envoy, which Chile accused in May.', 'expelled', undefined],
    ['Peru recalled its envoy on Monday, two days after Chile shelled the port.', 'shelled', '2024-10-05'],
  ];
  for (const [text, act, want] of cases) it(`${act}: ${text}`, () => expect(taken('en', text, act, english)).toBe(want));

  const PART = 'VERB VerbForm=Part';
  const turkish: Tags = { çağırarak: 'VERB VerbForm=Conv', istedi: V, vurduğunu: 'VERB', açıkladı: V, toplanan: PART, kınadı: V, alması: 'VERB VerbForm=Vnoun', ateşledi: V, açtığı: PART, dondurdu: V, suçlamış: V, etti: V, vurmakla: 'VERB', suçladı: V };
  const tr: [string, string, string | undefined][] = [
    ["Lima, elçiyi dün bakanlığa çağırarak özür istedi.", 'istedi', '2024-10-08'],
    ["Ordu, Şili'nin dün limanı vurduğunu açıkladı.", 'vurduğunu', '2024-10-08'],
    ["Ordu, Şili'nin dün limanı vurduğunu açıkladı.", 'açıkladı', undefined],
    ["Şili'nin 3 Mayıs'ta gazetecileri gözaltına alması krizi ateşledi.", 'ateşledi', undefined],
    ["Lima 3 Mayıs'ta, Şili'nin açtığı davayı öne sürüp yardımı dondurdu.", 'dondurdu', '2024-05-03'],
    ["Lima, Şili'yi pazartesi gecesi limanı vurmakla suçladı.", 'suçladı', undefined],
    ["Lima, Şili'yi pazartesi gecesi limanı vurmakla suçladı.", 'vurmakla', '2024-10-07'],
  ];
  for (const [text, act, want] of tr) it(`${act}: ${text}`, () => expect(taken('tr', text, act, turkish)).toBe(want));

  const russian: Tags = { отозвало: V, заявил: V, обстреляли: V, закрыли: V, В: 'ADP', в: 'ADP', а: 'CCONJ', что: 'SCONJ' };
  const ru: [string, string, string | undefined][] = [
    ['В понедельник Перу отозвало посла.', 'отозвало', '2024-10-07'],
    ['Перу отозвало посла в мае, а в июне закрыли порт.', 'закрыли', '2024-06-01'],
    ['Перу отозвало посла в мае, а в июне закрыли порт.', 'отозвало', '2024-05-01'],
  ];
  for (const [text, act, want] of ru) it(`${act}: ${text}`, () => expect(taken('ru', text, act, russian)).toBe(want));

  it('gives none for a token that does not exist', () => {
    const doc = plainDoc('Peru met Chile on Monday.', 'en');
    expect(dateFor(findDates(doc, '2024-10-09'), doc, 99)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../../parties/mention.ts';
import type { Lang } from '../../story/story.ts';
import { plainDoc } from '../dates/fixture.ts';
import { prepare } from '../prepare.ts';
import type { Tags } from '../dates/fixture.ts';
import { findSpeech, speechAt } from './find.ts';
import type { Speech } from './types.ts';

const V = 'VERB Tense=Past|VerbForm=Fin';

/** A mention of a person or body where the text has these words. */
const mention = (doc: Doc, words: string, extra: Partial<Mention>): Mention[] => {
  const out: Mention[] = [];
  for (let at = doc.text.indexOf(words); at >= 0; at = doc.text.indexOf(words, at + 1)) {
    const inside = doc.tokens.filter((t) => t.start < at + words.length && t.end > at);
    const first = inside[0].i;
    const last = inside[inside.length - 1].i + 1;
    out.push({ first, last, head: last - 1, sentence: inside[0].sentence, kind: 'person', parties: ['UNKNOWN'], confidence: 1, ...extra });
  }
  return out;
};

type People = Readonly<Record<string, string>>;
/** Speeches as `name: covered words`, in order. `people`: words in the text to full names. */
const read = (lang: Lang, text: string, tags: Tags = {}, people: People = {}): { doc: Doc; speeches: Speech[]; lines: string[] } => {
  const doc = plainDoc(text, lang, tags);
  const mentions = Object.entries(people).flatMap(([words, person]) => mention(doc, words, { person })).sort((a, b) => a.first - b.first);
  const speeches = findSpeech(doc, mentions);
  const lines = speeches.map((s) => `${s.name}: ${s.covers.map((c) => text.slice(doc.tokens[c.first].start, doc.tokens[c.last - 1].end)).join(' | ')}`);
  return { doc, speeches, lines };
};

describe('Turkish speech', () => {
  const cases: [string, Tags, People, string[]][] = [
    ["Kremlin Sözcüsü Dmitriy Peskov, barajı Ukrayna'nın vurduğunu belirtti.", { vurduğunu: 'VERB', belirtti: V }, { 'Dmitriy Peskov': 'Dmitriy Peskov' }, ["Dmitriy Peskov: barajı Ukrayna'nın vurduğunu"]],
    ["Peskov, heyetin Cenevre'ye gideceğini söyledi.", { gideceğini: 'VERB', söyledi: V }, { Peskov: 'Dmitriy Peskov' }, ["Dmitriy Peskov: heyetin Cenevre'ye gideceğini"]],
    ['Bakan Silva teklifi geri çevirdi ve ülkesinin silaha ihtiyaç duymadığını söyledi.', { çevirdi: V, duymadığını: 'VERB', söyledi: V }, { 'Bakan Silva': 'Ana Silva' }, ['Ana Silva: ülkesinin silaha ihtiyaç duymadığını']],
    ['“Bu kararı tanımıyoruz” diyen Ana Silva, elçiyi çağıracaklarını duyurdu.', { tanımıyoruz: V, diyen: 'VERB VerbForm=Part', çağıracaklarını: 'VERB', duyurdu: V }, { 'Ana Silva': 'Ana Silva' }, ['Ana Silva: Bu kararı tanımıyoruz', 'Ana Silva: elçiyi çağıracaklarını']],
    ["Silva, “Kapımız açık, bekliyoruz” dedi.", { bekliyoruz: V, dedi: V }, { Silva: 'Ana Silva' }, ['Ana Silva: Kapımız açık, bekliyoruz']],
    ['Silva “Bunu yarın bile yapabiliriz” ifadesini kullandı.', { yapabiliriz: V, kullandı: V }, { Silva: 'Ana Silva' }, ['Ana Silva: Bunu yarın bile yapabiliriz']],
    ["Ana Silva'ya göre Lima, sınırı yeniden açacak.", { açacak: V }, { 'Ana Silva': 'Ana Silva' }, ['Ana Silva: Lima, sınırı yeniden açacak.']],
    ['Uzmanlara göre ateşkes uzun sürmez.', { sürmez: V }, {}, ['unnamed: ateşkes uzun sürmez.']],
    ['Savunma Bakanlığının açıklamasına göre birlikler üssü boşalttı.', { boşalttı: V }, {}, ['Savunma Bakanlığı: birlikler üssü boşalttı.']],
    ['El Haber gazetesinin Mısırlı bir yetkiliye dayandırdığı habere göre heyet Kahire\'ye geldi.', { dayandırdığı: 'VERB VerbForm=Part', geldi: V }, {}, ["unnamed: heyet Kahire'ye geldi."]],
    ['Üç gazetecinin serbest bırakıldığı bildirildi.', { bırakıldığı: 'VERB VerbForm=Part', bildirildi: V }, {}, ['unnamed: Üç gazetecinin serbest bırakıldığı']],
    ['Uzmanlar, anlaşmanın bozulacağı görüşünde.', { bozulacağı: 'VERB VerbForm=Part' }, {}, ['unnamed: anlaşmanın bozulacağı']],
    ['Silva, Lima ile gizli görüştükleri iddiasını yalanladı.', { görüştükleri: 'VERB VerbForm=Part', yalanladı: V }, { Silva: 'Ana Silva' }, ['Ana Silva: Lima ile gizli görüştükleri iddiasını']],
    ["Silva, Lima'yı köyleri bombalamakla suçladı.", { bombalamakla: 'VERB', suçladı: V }, { Silva: 'Ana Silva' }, ["Ana Silva: Lima'yı köyleri bombalamakla"]],
    ["Sınırın açıldığını hatırlatan Silva, bunun bir ilk olduğunu vurguladı.", { açıldığını: 'VERB', hatırlatan: 'VERB VerbForm=Part', olduğunu: 'VERB', vurguladı: V }, { Silva: 'Ana Silva' }, ['Ana Silva: Sınırın açıldığını', 'Ana Silva: bunun bir ilk olduğunu']],
    ["Silva, X hesabından yaptığı paylaşımda, Lima'nın anlaşmayı imzaladığını duyurdu.", { yaptığı: 'VERB VerbForm=Part', imzaladığını: 'VERB', duyurdu: V }, { Silva: 'Ana Silva' }, ["Ana Silva: Lima'nın anlaşmayı imzaladığını"]],
    ['Silva, ittifakın büyüyeceğini söyledi. Ayrıca üslerin kapanmayacağını ekledi.', { büyüyeceğini: 'VERB', söyledi: V, kapanmayacağını: 'VERB', ekledi: V }, { Silva: 'Ana Silva' }, ['Ana Silva: ittifakın büyüyeceğini', 'Ana Silva: Ayrıca üslerin kapanmayacağını']],
    ["“Hesap basit: Kim güçlüyse o kazanır,” diyor araştırmacı Ana Silva.", { kazanır: V, diyor: V }, { 'Ana Silva': 'Ana Silva' }, ['Ana Silva: Hesap basit: Kim güçlüyse o kazanır,']],
    ['Silva, Lima ile ticareti keseceği tehdidini reddetti.', { keseceği: 'VERB VerbForm=Part', reddetti: V }, { Silva: 'Ana Silva' }, []],
    ['Bu karara göre liman kapandı.', { kapandı: V }, {}, []],
  ];
  for (const [text, tags, people, want] of cases) it(text, () => expect(read('tr', text, tags, people).lines).toEqual(want));
});

describe('English speech', () => {
  const tags: Tags = {
    said: V, says: V, told: V, denied: V, accused: V, reported: V, warned: V, added: V, expects: V, insisted: V, wrote: V, would: 'AUX VerbForm=Fin', will: 'AUX VerbForm=Fin', has: 'AUX VerbForm=Fin', have: 'AUX VerbForm=Fin', had: 'AUX VerbForm=Fin',
    was: 'AUX VerbForm=Fin', shelled: V, agreed: V, that: 'SCONJ', of: 'ADP', by: 'ADP', to: 'PART', leave: 'VERB', firing: 'VERB VerbForm=Ger', killed: V, on: 'ADP', in: 'ADP', and: 'CCONJ', struck: V, met: V, is: 'AUX VerbForm=Fin', bury: 'VERB',
    sign: 'VERB', pulled: V, according: 'VERB VerbForm=Ger', citing: 'VERB VerbForm=Ger', The: 'DET', the: 'DET', a: 'DET', an: 'DET', He: 'PRON', he: 'PRON', She: 'PRON', reportedly: 'ADV', go: 'VERB', open: 'VERB', withdrew: V, promised: V, send: 'VERB', lift: 'VERB',
  };
  const cases: [string, People, string[]][] = [
    ['Silva said that Peru would leave the bloc.', { Silva: 'Ana Silva' }, ['Ana Silva: Peru would leave the bloc.']],
    ['Silva said Peru would leave the bloc.', { Silva: 'Ana Silva' }, ['Ana Silva: Peru would leave the bloc.']],
    ['Peru has withdrew its troops, Silva said.', { Silva: 'Ana Silva' }, ['Ana Silva: Peru has withdrew its troops']],
    ['Peru shelled the port, a Chilean official told Reuters.', {}, ['unnamed: Peru shelled the port']],
    ['The port was shelled, according to Ana Silva.', { 'Ana Silva': 'Ana Silva' }, ['Ana Silva: The port was shelled,']],
    ['The port was shelled, according to a diplomat in Lima.', {}, ['unnamed: The port was shelled,']],
    ['Attacks on Chile, he said, would go on.', {}, []],
    ['Silva denied that Peru had shelled the port.', { Silva: 'Ana Silva' }, ['Ana Silva: Peru had shelled the port.']],
    ['Silva accused Peru of firing on the port.', { Silva: 'Ana Silva' }, ['Ana Silva: firing on the port.']],
    ['“Peru has promised nothing,” said Ana Silva. “It will sign.”', { 'Ana Silva': 'Ana Silva' }, ['Ana Silva: Peru has promised nothing, | It will sign.']],
    ['Silva said: “Peru has promised nothing.”', { Silva: 'Ana Silva' }, ['Ana Silva: Peru has promised nothing.']],
    ['Peru reportedly shelled the port.', {}, ['unnamed: Peru reportedly shelled the port.']],
    ['Peru may sign, the daily Koha reported, citing a Western diplomat.', {}, ['unnamed: Peru may sign']],
    ['Silva warned that Peru would leave. He added that Chile would open its port.', { Silva: 'Ana Silva', He: 'Ana Silva' }, ['Ana Silva: Peru would leave.', 'Ana Silva: Chile would open its port.']],
    ['Analysts say Peru will sign.', {}, ['unnamed: Peru will sign.']],
    ['They met in Lima and agreed to sign.', {}, []],
  ];
  for (const [text, people, want] of cases) it(text, () => expect(read('en', text, { ...tags, say: V }, people).lines).toEqual(want));
});

describe('Russian speech', () => {
  const tags: Tags = {
    заявил: V, сообщил: V, сообщила: V, отметил: V, пишет: V, передает: V, говорит: V, добавил: V, опроверг: V, обвинил: V, отозвало: V, подписали: V, обстреляли: V, закроет: 'VERB Tense=Fut|VerbForm=Fin', сказал: V, сообщили: V, уйдут: 'VERB Tense=Fut|VerbForm=Fin',
    может: 'VERB', выйти: 'VERB VerbForm=Inf', по: 'ADP', По: 'ADP', в: 'ADP', на: 'ADP', что: 'SCONJ', его: 'PRON', он: 'PRON Case=Nom', будет: 'AUX', обстрелял: V, якобы: 'PART', нужны: 'ADJ', считает: V, Чили: 'PROPN Case=Gen', правительстве: 'NOUN Case=Loc',
  };
  const cases: [string, People, string[]][] = [
    ['Сильва заявил, что Перу закроет порт.', { Сильва: 'Ана Сильва' }, ['Ана Сильва: Перу закроет порт.']],
    ['Перу отозвало посла, сообщил министр Ана Сильва.', { 'Ана Сильва': 'Ана Сильва' }, ['Ана Сильва: Перу отозвало посла']],
    ['По словам Аны Сильвы, Перу закроет порт.', { 'Аны Сильвы': 'Ана Сильва' }, ['Ана Сильва: , Перу закроет порт.']],
    ['Перу, по данным газеты «Эль-Соль», закроет порт.', {}, ['Эль-Соль: Перу, | , закроет порт.']],
    ['Как пишет газета «Эль-Соль» со ссылкой на источник в МИД, Перу закроет порт.', {}, ['unnamed: , Перу закроет порт.']],
    ['— Перу закроет порт, — говорит Ана Сильва. — Войска уйдут.', { 'Ана Сильва': 'Ана Сильва' }, ['Ана Сильва: Перу закроет порт, | Войска уйдут.']],
    ['«Перу закроет порт», — сказал Ана Сильва.', { 'Ана Сильва': 'Ана Сильва' }, ['Ана Сильва: Перу закроет порт']],
    ['Перу закроет порт, сообщили в правительстве Чили.', {}, ['правительстве Чили: Перу закроет порт']],
    ['Сильва обвинил соседей в том, что они обстреляли порт.', { Сильва: 'Ана Сильва' }, ['Ана Сильва: они обстреляли порт.']],
    ['Перу якобы закроет порт.', {}, ['unnamed: закроет порт.']],
    ['Источники считает, что Перу закроет порт.', {}, ['unnamed: Перу закроет порт.']],
  ];
  for (const [text, people, want] of cases) it(text, () => expect(read('ru', text, tags, people).lines).toEqual(want));
});

describe('findSpeech', () => {
  it('gives every answer of an interview to the one interviewed', () => {
    const text = 'Retired admiral Ana Silva spoke to the Review about the strait.\n\nIs it open?\n\n“It is. Chile shelled it in May.”\n\nWhat next?\n\n“Peru will sign.”';
    const { lines } = read('en', text, { spoke: V, shelled: V, is: 'AUX', Is: 'AUX', sign: 'VERB', will: 'AUX' }, { 'Ana Silva': 'Ana Silva' });
    expect(lines).toHaveLength(2);
    expect(lines.every((l) => l.startsWith('Ana Silva: '))).toBe(true);
    expect(lines[0]).toContain('Chile shelled it');
  });
  it('lists the speeches at a token, innermost first', () => {
    const { doc, speeches } = read('tr', "Silva, Lima'nın köyleri bombalamakla suçladığını söyledi.", { suçladığını: 'VERB', söyledi: V }, { Silva: 'Ana Silva' });
    const token = doc.tokens.findIndex((t) => t.form === 'köyleri');
    expect(speechAt(speeches, token).map((s) => s.name)).toEqual(['Ana Silva']);
    expect(speechAt(speeches, 0)).toEqual([]);
  });
  it('copes with an empty text, stray marks and unclosed quotes', () => {
    for (const text of ['', '”', '“', '— —', '“Unclosed words said\n\n“ and more', '«»', 'göre', ', сообщил', 'according to']) {
      for (const lang of ['tr', 'en', 'ru'] as const) expect(Array.isArray(findSpeech(plainDoc(text, lang), []))).toBe(true);
    }
  });
});

it('names who speaks by a pronoun, whatever hangs on the verb', () => {
  const text = 'Баку готов к миру, заявил министр иностранных дел Армении Арарат Мирзоян. «Азербайджан принял наше предложение», — сказал он в четверг на встрече с главой МИД Эстонии Маргусом Цахкной в Таллине.';
  expect(prepare({ id: 'x', lang: 'ru', date: '2024-06-27', text }, 'ru').speeches.map(({ name }) => name)).toEqual(['Арарат Мирзоян', 'Арарат Мирзоян']);
});

import { describe, expect, it } from 'vitest';
import { nounCase, nounStemMatches, StemIndex, verbFeatures, verbStemMatches } from './morphology.ts';

describe('verbStemMatches', () => {
  const yes: [string, string][] = [
    ['belirt', 'belirtti'], ['belirt', 'belirtiyor'], ['belirt', 'belirtildi'], ['et', 'etti'], ['et', 'edildiğini'], ['et', 'edecek'],
    ['et', 'ederek'], ['et', 'etmesi'], ['git', 'gidecek'], ['git', 'gittiği'], ['suçla', 'suçladı'], ['suçla', 'suçluyor'],
    ['suçla', 'suçlandı'], ['suçla', 'suçlamasını'], ['de', 'diyen'], ['de', 'diyor'], ['de', 'dedi'], ['de', 'diyerek'],
    ['görüş', 'görüştü'], ['görüş', 'görüşmesinin'], ['çevir', 'çevrildi'], ['reddet', 'reddedilen'], ['iste', 'istemiyor'],
    ['gel', 'geleceğini'], ['gel', 'gelmeyecek'], ['yap', 'yapabileceği'], ['yap', 'yapılamadı'], ['vur', 'vuran'], ['oku', 'okuyor'],
    ['açıkla', 'açıklanmasının'], ['konuş', 'konuşurken'], ['söyle', 'söylemişti'], ['imzala', 'imzalamıştı'], ['kur', 'kuruyor'],
    ['geliş', 'gelişmektedir'], ['bekle', 'bekleniyor'], ['bildir', 'bildirdi'], ['bil', 'biliyoruz'], ['aktar', 'aktardı'],
    ['et', 'ettikten'], ['et', 'edilmesi'], ['et', 'etmekle'], ['bul', 'bulmalı'], ['ol', 'olduğunu'], ['ol', 'olsa'],
  ];
  it.each(yes)('%s: %s', (stem, form) => expect(verbStemMatches(stem, form)).toBe(true));
  const no: [string, string][] = [
    ['bil', 'bildirdi'], ['gör', 'görüştü'], ['et', 'etki'], ['al', 'alkış'], ['ver', 'versus'], ['yap', 'yapı'], ['kal', 'kaldırdı'],
    ['et', 'edirne'], ['suçla', 'suçlu'], ['de', 'deniz'], ['görüş', 'gör'], ['', 'etti'],
  ];
  it.each(no)('%s is not in %s', (stem, form) => expect(verbStemMatches(stem, form)).toBe(false));
});

describe('verbFeatures', () => {
  const cases: [string, string, Partial<ReturnType<typeof verbFeatures>>][] = [
    ['gelmeyecek', 'gel', { negative: true, future: true, finite: true, nominalised: false }],
    ['edildiğini', 'et', { passive: true, nominalised: true, possessive: true, case: 'Acc', finite: false }],
    ['geleceğini', 'gel', { future: true, nominalised: true, finite: false }],
    ['yapabileceği', 'yap', { ability: true, future: true, nominalised: true }],
    ['yapılamadı', 'yap', { passive: true, ability: true, negative: true, past: true, finite: true }],
    ['bulmalı', 'bul', { necess: true, finite: true }],
    ['ederse', 'et', { conditional: true, finite: true }],
    ['edilirse', 'et', { conditional: true, passive: true }],
    ['imzalamıştı', 'imzala', { evidential: true, past: true, finite: true, negative: false }],
    ['vuran', 'vur', { participle: true, finite: false }],
    ['suçlamasını', 'suçla', { nominalised: true, case: 'Acc', negative: false }],
    ['ederek', 'et', { converb: true, finite: false }],
    ['konuşurken', 'konuş', { converb: true, finite: false }],
    ['etmeden', 'et', { converb: true, negative: true }],
    ['ettikten', 'et', { converb: true }],
    ['istemiyor', 'iste', { negative: true, present: true, finite: true }],
    ['etmekle', 'et', { nominalised: true }],
    ['etmeye', 'et', { nominalised: true, negative: false, case: 'Dat' }],
    ['etmemesini', 'et', { nominalised: true, negative: true, case: 'Acc' }],
    ['etki', 'et', { negative: false, past: false, finite: false, nominalised: false }],
  ];
  it.each(cases)('%s of %s', (form, stem, want) => expect(verbFeatures(form, stem)).toMatchObject(want));
});

describe('nounStemMatches', () => {
  const yes: [string, string][] = [
    ['ziyaret', 'ziyaretinde'], ['destek', 'desteğini'], ['destek', 'destek'], ['görüşme', 'görüşmelerin'], ['fikir', 'fikrini'],
    ['hak', 'hakkını'], ['ret', 'reddi'], ['mektup', 'mektubunu'], ['renk', 'rengi'], ['saat', 'saatler'], ['kabul', 'kabulü'],
    ['abd', "abd'nin"], ['nato', "nato'ya"], ['trump', "trump'ın"], ['rusya', 'rusya’dan'], ['kahire', "kahire'deki"],
    ['anlaşma', 'anlaşmaydı'], ['saldırı', 'saldırısıyla'], ['bakan', 'bakanlar'], ['2025', "2025'te"],
  ];
  it.each(yes)('%s: %s', (stem, form) => expect(nounStemMatches(stem, form)).toBe(true));
  const no: [string, string][] = [['ziyaret', 'ziyaretçi'], ['destek', 'desteksiz'], ['bakan', 'bakanlık'], ['hak', 'hakim'], ['abd', 'abdullah']];
  it.each(no)('%s is not in %s', (stem, form) => expect(nounStemMatches(stem, form)).toBe(false));
});

describe('nounCase', () => {
  it('reads suffixes behind the apostrophe', () => {
    expect(nounCase("Lukaşenko'nun")).toMatchObject({ stem: 'Lukaşenko', case: 'Gen', possessive: false });
    expect(nounCase('Trump’ı')).toMatchObject({ stem: 'Trump', case: 'Acc' });
    expect(nounCase("ABD'ye")).toMatchObject({ stem: 'ABD', case: 'Dat' });
    expect(nounCase("Konseyi'nin")).toMatchObject({ case: 'Gen' });
    expect(nounCase("Sarayı'nda")).toMatchObject({ case: 'Loc' });
    expect(nounCase("Kahire'deki")).toMatchObject({ case: 'Loc', adjectival: true });
    expect(nounCase("Nahyan'la")).toMatchObject({ case: 'Ins' });
  });
  it('reads plain nouns by their ending', () => {
    expect(nounCase('üyelerinin')).toMatchObject({ case: 'Gen', possessive: true, plural: true });
    expect(nounCase('tekliflerini')).toMatchObject({ case: 'Acc' });
    expect(nounCase('kapısında')).toMatchObject({ case: 'Loc', possessive: true });
    expect(nounCase('ülkeler')).toMatchObject({ case: 'Nom', plural: true });
    expect(nounCase('barış')).toMatchObject({ case: 'Nom', possessive: false });
  });
});

describe('StemIndex', () => {
  it('finds the stems of a word, longest first', () => {
    const index = new StemIndex(['bul', 'bulun', 'et', 'suçla'], 'verb');
    expect(index.match('bulundu')).toEqual(['bulun', 'bul']);
    expect(index.match('edilen')).toEqual(['et']);
    expect(index.match('suçluyor')).toEqual(['suçla']);
    expect(index.match('masa')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { Declension } from './declension.ts';
import { lexicon } from './lexicon.ts';
import { ACC, GEN, NOM, nameForms, wordForms } from './russian.ts';

describe('Russian forms, declined when they are asked for', () => {
  it('are found of words of any length, endings and dropped vowels included', () => {
    const words = ['ли', 'чад', 'иран', 'отец', 'китаец', 'посол', 'сербия', 'лавров', 'белорусский', 'государство', 'соглашение', 'египтянин', 'павел', 'тюмень', 'египет'];
    const declension = new Declension();
    for (const word of words) declension.add(word, 'word');
    for (const word of words) for (const { form, cases } of wordForms(word)) {
      const found = declension.read(form).find(({ base }) => base === word);
      expect(found, `${form} of ${word}`).toBeDefined();
      expect((found?.cases ?? 0) & cases).toBe(cases);
    }
    for (const name of ['павел', 'лавровский', 'медведева', 'си']) declension.add(name, 'name');
    for (const { form } of nameForms('лавровский')) expect(declension.read(form).map(({ base }) => base)).toContain('лавровский');
  });

  it('come in the order in which their words were listed, each word once with all its cases', () => {
    const declension = new Declension();
    declension.add('рим', 'word');
    declension.add('рима', 'name');
    declension.add('рим', 'name');
    const read = declension.read('рима');
    expect(read.map(({ base }) => base)).toEqual(['рим', 'рима']);
    expect((read[0]?.cases ?? 0) & (GEN | ACC)).toBe(GEN | ACC);
    expect((read[1]?.cases ?? 0) & NOM).toBe(NOM);
    expect(declension.read('римом').map(({ base }) => base)).toEqual(['рим']);
    expect(declension.read('париж')).toEqual([]);
  });

  it('are the same whatever was asked before', () => {
    const asked = new Declension(), fresh = new Declension();
    asked.add('минск', 'word');
    asked.read('минске');
    for (const word of ['минский', 'мински']) asked.add(word, 'word');
    for (const word of ['минск', 'минский', 'мински']) fresh.add(word, 'word');
    for (const form of ['минске', 'минского', 'мински', 'минских']) expect(asked.read(form)).toEqual(fresh.read(form));
  });

  it('lead to every name of the gazetteer in the genitive', () => {
    const ru = lexicon('ru');
    for (const form of ['белоруссии', 'лукашенко', 'турецкого', 'брюсселя', 'путина', 'нато', 'египта', 'египтом']) expect(ru.readings(form).length, form).toBeGreaterThan(0);
  });
});

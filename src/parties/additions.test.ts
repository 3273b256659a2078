import { describe, expect, it } from 'vitest';
import { codeStory } from '../coding/engine.ts';
import type { CodedStory } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';
import type { Additions } from './additions.ts';
import { holderOf, peopleWith } from './additions.ts';
import { people } from './people.ts';

const NOTHING: Additions = { parties: [], names: [], offices: [] };
const code = (lang: Lang, text: string, additions?: Additions): CodedStory => codeStory({ id: 's', lang, date: '2024-05-13', text }, additions);
const pairs = ({ events }: CodedStory): string[] => events.map(({ source, type, target }) => `${source} ${type} ${target}`);

describe('additions', () => {
  it('make a party known that was not, for whoever is given them and for nobody else', () => {
    const text = 'Zubrovka accused Poland of shelling its border posts. Poland rejected the accusation.';
    const additions: Additions = { ...NOTHING, parties: [{ code: 'ZUB', kind: 'state', names: { en: ['Zubrovka'] } }] };
    expect(pairs(code('en', text, additions))).toContain('ZUB ACCUSE POL');
    expect(pairs(code('en', text)).join()).not.toContain('ZUB');
    expect(pairs(code('en', text, { ...NOTHING })).join()).not.toContain('ZUB');
  });

  it('have a party meant by what it is: the country, the group', () => {
    const text = 'Zubrovka held a congress on Sunday. The country expelled two Polish diplomats. The group attacked Polish soldiers on Tuesday.';
    const as = (kind: 'state' | 'group'): string[] => pairs(code('en', text, { ...NOTHING, parties: [{ code: 'ZUB', kind, names: { en: ['Zubrovka'] } }] }));
    expect(as('state').join()).toMatch(/ZUB SANCTION POL/);
    expect(as('state').join()).not.toMatch(/ZUB ASSAULT POL/);
    expect(as('group').join()).toMatch(/ZUB ASSAULT POL/);
    expect(as('group').join()).not.toMatch(/ZUB SANCTION POL/);
  });

  it('give a known party another name, inflected as its language does', () => {
    const text = 'Президент России Владимир Путин встретился с президентом Зубровии в Москве.';
    const additions: Additions = { ...NOTHING, names: [{ code: 'BLR', lang: 'ru', name: 'Зубровия', as: 'name' }] };
    expect(pairs(code('ru', text, additions)).some((pair) => /CONSULT/.test(pair) && /BLR/.test(pair) && /RUS/.test(pair))).toBe(true);
    expect(pairs(code('ru', text)).join()).not.toContain('BLR');
  });

  it('give a person an office for a time, and leave the listed persons as they are', () => {
    const text = 'Qwentin Zarfo met Russian President Vladimir Putin in Moscow on Monday.';
    const office = { names: { en: ['Qwentin Zarfo'] }, country: 'NOR', role: 'foreign minister', from: '2024-01-01', to: '2024-12-31' };
    const coded = code('en', text, { ...NOTHING, offices: [office] });
    expect(coded.persons).toContainEqual(expect.objectContaining({ country: 'NOR', role: 'foreign minister' }));
    expect(pairs(coded).some((pair) => /CONSULT/.test(pair) && /NOR/.test(pair))).toBe(true);
    const size = people().length, known = people().find(({ id }) => id === 'nikol-pashinyan')!;
    const more = peopleWith({ ...NOTHING, offices: [office, { ...office, names: { en: ['Nikol Pashinyan'] }, country: 'ARM' }] });
    expect(more).toHaveLength(size + 1);
    expect(more.find(({ id }) => id === known.id)?.offices).toHaveLength(known.offices.length + 1);
    expect(people()).toHaveLength(size);
    expect(people().find(({ id }) => id === known.id)).toBe(known);
  });

  it('change nothing by an office in a story that does not name its holder', () => {
    const offices = ['NOR', 'POL', 'RUS'].flatMap((country) => ['president', 'prime minister', 'foreign minister'].map((role) => ({ names: { en: [`Qwentin ${country.toLowerCase()}zarf`] }, country, role })));
    for (const [lang, text] of [
      ['en', "The Polish foreign minister met Norway's prime minister in Oslo on Monday. Russia's president criticised the talks."],
      ['tr', 'Polonya Dışişleri Bakanı pazartesi günü Oslo’da Norveç Başbakanı ile görüştü. Rusya Devlet Başkanı görüşmeyi eleştirdi.'],
      ['ru', 'Министр иностранных дел Польши встретился в Осло с премьер-министром Норвегии. Президент России раскритиковал переговоры.'],
    ] as const) {
      const plain = code(lang, text);
      expect(plain.events.length).toBeGreaterThan(0);
      expect(code(lang, text, { ...NOTHING, offices })).toEqual(plain);
    }
  });

  it('know the holder of an added office where the gazetteer lists him', () => {
    expect(holderOf({ names: { tr: ['Nikol Paşinyan'] }, country: 'ARM' })?.id).toBe('nikol-pashinyan');
    expect(holderOf({ names: { en: ['Qwentin Zarfo'] }, country: 'ARM' })).toBeUndefined();
  });
});

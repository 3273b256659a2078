import { describe, expect, it } from 'vitest';
import { personOf, samePerson, sameSound, sound } from './names.ts';

describe('sound', () => {
  it('is one for a name in three spellings, endings and all', () => {
    for (const names of [
      ['Lukaşenko', 'Lukashenko', 'Лукашенко', 'Лукашенку'], ['Erdoğan', 'Erdogan', 'Эрдоган', 'Эрдогана'], ['Wang', 'Ван'], ['Hasan', 'Хасан'], ['Şoygu', 'Shoigu', 'Шойгу'],
      ['Zelenski', 'Zelenskiy', 'Зеленский'], ['Khrenin', 'Hrenin', 'Хренин'], ['Netanyahu', 'Нетаньяху'], ['Vučić', 'Вучич'], ['Putin', 'Путиным'],
    ]) {
      const [first = '', ...others] = names.map(sound);
      for (const other of others) expect([names, sameSound(first, other) || first === other]).toEqual([names, true]);
    }
  });

  it('tells names apart', () => {
    for (const [a, b] of [['Putin', 'Trump'], ['Erdoğan', 'Эрдниев'], ['Lavrov', 'Лукашенко'], ['Macron', 'Merz'], ['Fidan', 'Aliyev']] as const) expect([a, b, sameSound(sound(a), sound(b))]).toEqual([a, b, false]);
  });
});

describe('samePerson', () => {
  it('goes by the last name, or by two words where customs of order differ', () => {
    const is = (a: string, b: string): boolean => samePerson(personOf([a]), personOf([b]));
    expect(is('Recep Tayyip Erdoğan', 'Реджеп Тайип Эрдоган')).toBe(true);
    expect(is('Abdülfettah es-Sisi', 'Абдель Фаттах ас-Сиси')).toBe(true);
    expect(is('Сергей Лавров', 'Lavrov')).toBe(true);
    expect(is('Wang Yi', 'Ван И')).toBe(true);
    expect(is('Donald Trump', 'Donald Tusk')).toBe(false);
    expect(samePerson(personOf(['Хакан Фидан', 'Hakan Fidan']), personOf(['Hakan Fidan']))).toBe(true);
  });
});

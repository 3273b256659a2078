/** Russian place names put back into their dictionary form: states, capitals, and the cities and regions of the tables. */
import { wordForms } from './russian.ts';
import { alternatives, rows } from './tables.ts';

let known: Map<string, string> | undefined;

const load = (): Map<string, string> => {
  const map = new Map<string, string>();
  const add = (name: string): void => {
    if (!/^\p{Lu}[\p{L}-]+$/u.test(name)) return;
    for (const { form } of wordForms(name.replaceAll('ё', 'е').toLowerCase())) if (!map.has(form)) map.set(form, name);
  };
  for (const row of rows('states-ru.tsv')) for (const name of [...alternatives(row[4]), ...alternatives(row[1])]) add(name);
  for (const row of rows('seats.tsv')) if (row[1] === 'place') for (const name of alternatives(row[4])) add(name);
  return map;
};

/** The dictionary form of a place named in one word, in whatever case it stands; undefined where it is not known. */
export const russianPlace = (word: string): string | undefined => (known ??= load()).get(word.replaceAll('ё', 'е').toLowerCase());

/** What an entity's name says of it: "Police (Nigeria)" is of Nigeria, and of the sector of police. */

export interface Kinds {
  /** Number of each entity's country; -1 where its name gives none. */
  country: Int32Array;
  /** Number of each entity's sector: 0 where there is none, `sectors - 1` for countries themselves. */
  sector: Int32Array;
  countries: number;
  sectors: number;
}

/** Reads countries in brackets and what stands before them; a name that is such a country's is that country. */
export function kindsOf(names: readonly string[]): Kinds {
  const country = new Int32Array(names.length).fill(-1), sector = new Int32Array(names.length);
  const countries = new Map<string, number>(), sectors = new Map<string, number>();
  const number = (map: Map<string, number>, key: string, first: number): number => {
    if (!map.has(key)) map.set(key, map.size + first);
    return map.get(key)!;
  };
  names.forEach((name, entity) => {
    const open = name.lastIndexOf('('), close = name.indexOf(')', open);
    if (open < 0 || close < 0) return;
    country[entity] = number(countries, name.slice(open + 1, close), 0);
    sector[entity] = number(sectors, name.slice(0, open), 1);
  });
  const itself = sectors.size + 1;
  names.forEach((name, entity) => {
    if (country[entity] >= 0 || !countries.has(name)) return;
    country[entity] = countries.get(name)!;
    sector[entity] = itself;
  });
  return { country, sector, countries: countries.size, sectors: itself + 1 };
}

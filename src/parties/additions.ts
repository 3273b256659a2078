/** What a user adds to the gazetteer: given as an argument, so that each ledger may have its own. */
import type { PartyCode } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import type { Lang } from '../story/story.ts';
import type { CodeKind } from './codes.ts';
import type { Office, Person } from './people.ts';
import { people } from './people.ts';
import type { PartySort } from './lexicon.ts';
import { transliterate } from './transliterate.ts';

export interface Additions {
  parties: readonly { code: PartyCode; kind: CodeKind; names: Partial<Record<Lang, readonly string[]>> }[];
  names: readonly { code: PartyCode; lang: Lang; name: string; as: PartySort }[];
  /** Offices by any name of their holder; a holder whom nobody lists becomes known by them. Days are ISO 8601. */
  offices: readonly {
    names: Partial<Record<Lang, readonly string[]>>; country: PartyCode; role: string; code?: PartyCode; from?: string; to?: string; sex?: 'm' | 'f';
  }[];
}

const NONE = { en: [], tr: [], ru: [] };

function newcomer(id: string, country: string, given: Partial<Record<Lang, readonly string[]>>, sex: 'm' | 'f'): Person {
  const from = LANGS.find((lang) => given[lang]?.length) ?? 'en';
  const inLang = (lang: Lang): string[] => [...(given[lang] ?? (given[from] ?? []).map((name) => transliterate(name, from, lang)))];
  return { id, country, names: { en: inLang('en'), tr: inLang('tr'), ru: inLang('ru') }, short: { ...NONE }, offices: [], sex };
}

type AddedOffice = Pick<Additions['offices'][number], 'names' | 'country'>;

/** Where among some persons the holder of an added office stands: of the same country, with one of the names; -1 where nobody lists him. */
function placeOf(persons: readonly Person[], { names, country }: AddedOffice): number {
  const wanted = new Set(Object.values(names).flat());
  return persons.findIndex((person) => person.country === country && LANGS.some((lang) => person.names[lang].some((name) => wanted.has(name))));
}

/** The holder of an added office, where the gazetteer lists him. */
export const holderOf = (office: AddedOffice): Person | undefined => people()[placeOf(people(), office)];

/** Everyone whom the gazetteer knows, with the offices and the persons that were added; the listed persons themselves are left as they are. */
export function peopleWith({ offices }: Additions): readonly Person[] {
  if (offices.length === 0) return people();
  const all = [...people()];
  offices.forEach(({ names, country, role, code, from = '0000', to = '9999', sex = 'm' }, k) => {
    const listed = placeOf(all, { names, country });
    const office: Office = { role, from, to, ...(code !== undefined && { code }) };
    const person = listed < 0 ? newcomer(`added-${k}`, country, names, sex) : all[listed];
    const { id, names: known, short, offices: before, sex: own } = person;
    const held: Person = { id, country, names: known, short, offices: [...before, office], sex: own };
    if (listed < 0) all.push(held);
    else all[listed] = held;
  });
  return all;
}

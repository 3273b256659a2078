/** Parties as a person names them, for the API: the gazetteer's names in each language, and what the ledger alone knows. */
import type { PartyNames } from '../ledger/ask.ts';
import { fold } from '../ledger/fold.ts';
import { allCodes, kindOf } from '../parties/codes.ts';
import type { CodeKind } from '../parties/codes.ts';
import { partyByNameOrCode, partyName, suggestParties } from '../parties/lookup.ts';
import { people } from '../parties/people.ts';
import { LANGS } from '../story/story.ts';
import type { Lang } from '../story/story.ts';

const NEAREST = 3;
/** Below this a name that was typed is not taken for another. */
const NEAR = 0.7;

export type Names = Record<Lang, string>;

export interface KnownPerson {
  id: string;
  country: string;
  names: Names;
  offices: { role: string; code?: string; from: string; to: string }[];
}

export interface Gazetteer extends PartyNames {
  namesOf(code: string): Names;
  kind(code: string): CodeKind | undefined;
  /** Codes by the beginning of a code, a name, a capital or a seat, in any language and without diacritics; best first. */
  find(typed: string, limit: number): string[];
  /** Known people of a party, by country or office. */
  peopleOf(code: string): KnownPerson[];
}

const nameIn = (names: Record<Lang, string[]>, lang: Lang): string => names[lang][0] ?? names.en[0] ?? '';

/** The built-in gazetteer. */
export function gazetteer(): Gazetteer {
  const namesOf = (code: string): Names => Object.fromEntries(LANGS.map((lang) => [lang, partyName(code, lang)])) as Names;
  let folded: { code: string; keys: string[] }[] | undefined;
  const index = (): { code: string; keys: string[] }[] => (folded ??= allCodes().map((code) => ({ code, keys: [code, ...Object.values(namesOf(code))].map(fold) })));
  return {
    code: partyByNameOrCode,
    nearest: (given) => suggestParties(given, NEAREST).map(({ code, name }) => `${name} (${code})`),
    name: (code) => partyName(code, 'en'),
    namesOf,
    kind: kindOf,
    find(typed, limit) {
      const key = fold(typed.trim());
      if (!key) return [];
      const exact = partyByNameOrCode(typed), begins = index().filter(({ keys }) => keys.some((name) => name.startsWith(key) || name.includes(` ${key}`)));
      const length = ({ keys }: { keys: string[] }): number => Math.min(...keys.filter((name) => name.startsWith(key)).map((name) => name.length), 99);
      begins.sort((a, b) => length(a) - length(b));
      const near = suggestParties(typed, limit).filter(({ likeness }) => likeness >= NEAR).map(({ code }) => code);
      return [...new Set([...(exact ? [exact] : []), ...begins.map(({ code }) => code), ...near])].slice(0, limit);
    },
    peopleOf: (code) => people().filter(({ country, offices }) => country === code || offices.some((office) => office.code === code))
      .map(({ id, country, names, offices }) => ({ id, country, names: Object.fromEntries(LANGS.map((lang) => [lang, nameIn(names, lang)])) as Names, offices })),
  };
}

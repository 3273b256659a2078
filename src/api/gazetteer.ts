/** Parties as a person names them, for the API: the gazetteer's names in each language, and what the ledger alone knows. */
import type { PartyNames } from '../ledger/ask.ts';
import { ownNames } from '../ledger/corrections/additions.ts';
import { fold } from '../ledger/fold.ts';
import type { Ledger } from '../ledger/ledger.ts';
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
  /** Reads anew what analysts have added in this ledger. */
  renew(): void;
  namesOf(code: string): Names;
  /** Every code. */
  all(): string[];
  kind(code: string): CodeKind | undefined;
  /** Codes by the beginning of a code, a name, a capital or a seat, in any language and without diacritics; best first. */
  find(typed: string, limit: number): string[];
  /** Known people of a party, by country or office. */
  peopleOf(code: string): KnownPerson[];
}

const nameIn = (names: Record<Lang, string[]>, lang: Lang): string => names[lang][0] ?? names.en[0] ?? '';

/** The built-in gazetteer, with the parties and names that were added in a ledger. */
export function gazetteer(ledger: Ledger): Gazetteer {
  let own = ownNames(ledger), added = new Map(own.parties.map((party) => [party.code, party]));
  const namesOf = (code: string): Names => {
    const given = added.get(code)?.names, any = given && Object.values(given).flat()[0];
    return Object.fromEntries(LANGS.map((lang) => [lang, given?.[lang]?.[0] ?? any ?? partyName(code, lang)])) as Names;
  };
  let folded: { code: string; keys: string[] }[] | undefined;
  const index = (): { code: string; keys: string[] }[] => (folded ??= [...allCodes(), ...added.keys()].map((code) => ({ code, keys: [code, ...Object.values(namesOf(code))].map(fold) })));
  const code = (given: string): string | undefined => own.byName.get(fold(given.trim())) ?? partyByNameOrCode(given);
  return {
    renew() {
      own = ownNames(ledger);
      added = new Map(own.parties.map((party) => [party.code, party]));
      folded = undefined;
    },
    code,
    nearest: (given) => suggestParties(given, NEAREST).map(({ code, name }) => `${name} (${code})`),
    name: (one) => namesOf(one).en,
    namesOf,
    all: () => [...new Set([...allCodes(), ...added.keys()])],
    kind: (one) => added.get(one)?.kind ?? kindOf(one),
    find(typed, limit) {
      const key = fold(typed.trim());
      if (!key) return [];
      const exact = code(typed), begins = index().filter(({ keys }) => keys.some((name) => name.startsWith(key) || name.includes(` ${key}`)));
      const length = ({ keys }: { keys: string[] }): number => Math.min(...keys.filter((name) => name.startsWith(key)).map((name) => name.length), 99);
      begins.sort((a, b) => length(a) - length(b));
      // names that are nearly so come last, and are dear to find
      const near = begins.length >= limit ? [] : suggestParties(typed, limit).filter(({ likeness }) => likeness >= NEAR).map(({ code }) => code);
      return [...new Set([...(exact ? [exact] : []), ...begins.map(({ code }) => code), ...near])].slice(0, limit);
    },
    peopleOf: (code) => people().filter(({ country, offices }) => country === code || offices.some((office) => office.code === code))
      .map(({ id, country, names, offices }) => ({ id, country, names: Object.fromEntries(LANGS.map((lang) => [lang, nameIn(names, lang)])) as Names, offices })),
  };
}

/** Parties by name, from the gazetteer; loaded only where a question names one, or a page shows them. */
import type { PartyNames } from '../ledger/ask.ts';
import type { PartyLabels } from '../exports/coded.ts';
import { ownNames } from '../ledger/corrections/additions.ts';
import { fold } from '../ledger/fold.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Lang } from '../story/story.ts';

const NONE: PartyNames = { code: () => undefined, nearest: () => [], name: (code) => code };
const NEAREST = 3;

/** The gazetteer's names, with those that were added in this ledger; parties are called as the language calls them. */
export async function partyNames(want: 'needed' | 'not needed' = 'needed', ledger?: Ledger, lang: Lang = 'en'): Promise<PartyNames> {
  if (want === 'not needed') return NONE;
  const { partyByNameOrCode, partyName, suggestParties } = await import('../parties/lookup.ts');
  const { parties, byName } = ledger ? ownNames(ledger) : { parties: [], byName: new Map<string, string>() };
  const own = new Map(parties.map(({ code, names }) => [code, names[lang]?.[0] ?? Object.values(names).flat()[0] ?? code]));
  return {
    code: (given) => byName.get(fold(given.trim())) ?? partyByNameOrCode(given),
    nearest: (given) => suggestParties(given, NEAREST).map(({ code, name }) => `${name} (${code})`),
    name: (code) => own.get(code) ?? partyName(code, lang),
  };
}

/** Names and kinds of parties, as exports give them. */
export async function partyLabels(ledger: Ledger): Promise<PartyLabels> {
  const [{ name }, { kindOf }] = [await partyNames('needed', ledger), await import('../parties/codes.ts')];
  const own = new Map(ownNames(ledger).parties.map(({ code, kind }) => [code, kind]));
  return { name, kind: (code) => own.get(code) ?? kindOf(code) };
}

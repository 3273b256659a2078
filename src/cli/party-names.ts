/** Parties by name, from the gazetteer; loaded only where a question names one, or a page shows them. */
import type { PartyNames } from '../ledger/ask.ts';

const NONE: PartyNames = { code: () => undefined, nearest: () => [], name: (code) => code };
const NEAREST = 3;

/** The gazetteer's names. */
export async function partyNames(want: 'needed' | 'not needed' = 'needed'): Promise<PartyNames> {
  if (want === 'not needed') return NONE;
  const { partyByNameOrCode, partyName, suggestParties } = await import('../parties/lookup.ts');
  return {
    code: partyByNameOrCode,
    nearest: (given) => suggestParties(given, NEAREST).map(({ code, name }) => `${name} (${code})`),
    name: (code) => partyName(code, 'en'),
  };
}

/** Parties by name, from the gazetteer; loaded only where a question names one. */
import type { PartyNames } from '../ledger/ask.ts';

const CODES: PartyNames = { code: (given) => (/^[A-Z][A-Z0-9]{1,14}$/.test(given.trim().toUpperCase()) ? given.trim().toUpperCase() : undefined), nearest: () => [] };

/** The gazetteer's names. */
export async function partyNames(want: 'needed' | 'not needed' = 'needed'): Promise<PartyNames> {
  void want;
  return CODES;
}

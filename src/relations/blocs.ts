/** The partition of parties into blocs, which brokerage and balance are measured over; a table that a user may replace. */
import type { PartyCode } from '../story/facts.ts';

/** The bloc of a party that the table does not list. */
export const UNALIGNED = 'unaligned';

export type Blocs = ReadonlyMap<PartyCode, string>;

/** A line of a table that is no `code<TAB>bloc`. */
export interface BlocFault {
  line: number;
  text: string;
}

/** Reads a table: one `code<TAB>bloc` a line; what begins with # is a remark. */
export function readBlocs(table: string): { blocs: Blocs; faults: BlocFault[] } {
  const blocs = new Map<PartyCode, string>(), faults: BlocFault[] = [];
  table.split(/\r?\n/).forEach((text, i) => {
    if (text.trim() === '' || text.startsWith('#')) return;
    const [code, bloc, ...rest] = text.split('\t').map((part) => part.trim());
    if (code && bloc && !rest.length) blocs.set(code, bloc);
    else faults.push({ line: i + 1, text });
  });
  return { blocs, faults };
}

export const blocOf = (blocs: Blocs, party: PartyCode): string => blocs.get(party) ?? UNALIGNED;

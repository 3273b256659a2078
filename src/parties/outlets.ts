/** From which state an outlet writes. */
import type { PartyCode } from '../story/facts.ts';
import { alternatives, rows } from './tables.ts';

let homes: ReadonlyMap<string, PartyCode> | undefined;

/** The state that a national agency or outlet writes from; undefined for one that writes from everywhere, and for one not listed. */
export function homeOf(outlet: string): PartyCode | undefined {
  homes ??= new Map(rows('outlets.tsv').flatMap(([code = '', names]) => alternatives(names).map((name) => [name.toLowerCase(), code] as const)));
  return homes.get(outlet.trim().toLowerCase());
}

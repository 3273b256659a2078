/**
 * How cooperative or hostile a type of act is, from -10 to 10: Goldstein's scale (Goldstein 1992, Journal of Conflict
 * Resolution 36) as published for CAMEO's codes, carried over to PLOVER's types through `cameo.tsv`: the mean of the root
 * codes that are of the type, or of all its codes where no root is.
 */
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType } from '../story/facts.ts';
import { cameoCodes } from './cameo.ts';

function published(): ReadonlyMap<EventType, number> {
  return new Map(EVENT_TYPES.map((type) => {
    const own = cameoCodes().filter((code) => code.type === type), roots = own.filter(({ code }) => code.length === 2), rows = roots.length ? roots : own;
    return [type, rows.reduce((sum, row) => sum + row.intensity, 0) / rows.length];
  }));
}

let table: ReadonlyMap<EventType, number> | undefined;

/** The intensity of a type of act, -10 (most hostile) to 10 (most cooperative). */
export const intensity = (type: EventType): number => (table ??= published()).get(type) as number;

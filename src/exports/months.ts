/** Dyads by month: who did how much of what to whom, each happening once. */
import { EVENT_TYPES } from '../story/facts.ts';
import { dayOfNumber } from '../story/day.ts';
import { typeInfo } from '../ontology/plover.ts';
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readRecord } from '../ledger/record.ts';
import { integer, text } from './sheet.ts';
import type { Column } from './sheet.ts';

export interface DyadMonth {
  /** `YYYY-MM`: of the first day. */
  month: string;
  source: string;
  target: string;
  /** By place in EVENT_TYPES. */
  counts: Uint32Array;
}

const quads = (row: DyadMonth, end: string): number => EVENT_TYPES.reduce((sum, type, i) => sum + (typeInfo(type).quad === end ? (row.counts[i] as number) : 0), 0);

export const MONTH_COLUMNS: readonly Column<DyadMonth>[] = [
  text('month', ({ month }) => month), text('source', ({ source }) => source), text('target', ({ target }) => target),
  integer('events', ({ counts }) => counts.reduce((sum, n) => sum + n, 0)),
  ...(['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'] as const).map((quad) => integer<DyadMonth>(quad.replace(' ', '_'), (row) => quads(row, quad))),
  ...EVENT_TYPES.map((type, i) => integer<DyadMonth>(type.toLowerCase(), ({ counts }) => counts[i])),
];

const typeNumber = new Map(EVENT_TYPES.map((type, i) => [type, i]));

/** Directed dyads by month, in order of month, source and target. Denied acts do not count. */
export async function* dyadMonths(ledger: Ledger, filter: Filter): AsyncGenerator<readonly DyadMonth[]> {
  const factualities = filter.factualities ?? (['fact', 'planned', 'possible', 'conditional'] as const);
  const events = await readRecord(ledger, { ...filter, factualities: [...factualities] });
  const rows = new Map<string, DyadMonth>(), counted = new Set<string>();
  for (const { firstDay, source, target, type, happening } of events) {
    const month = dayOfNumber(firstDay).slice(0, 7), key = `${month}|${source}|${target}`;
    if (happening >= 0) {
      const once = `${happening}|${key}|${type}`;
      if (counted.has(once)) continue;
      counted.add(once);
    }
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { month, source, target, counts: new Uint32Array(EVENT_TYPES.length) }));
    (row.counts[typeNumber.get(type) as number] as number)++;
  }
  const keys = [...rows.keys()].sort();
  for (let i = 0; i < keys.length; i += 5_000) yield keys.slice(i, i + 5_000).map((key) => rows.get(key) as DyadMonth);
}

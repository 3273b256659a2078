/** The data sets that were imported. */
import { sql } from 'kysely';
import { dayOfNumber } from '../../story/day.ts';
import type { Ledger } from '../ledger.ts';
import { DAY_ZERO } from './columns.ts';

export interface DatasetInfo {
  name: string;
  format: string;
  /** Events with a PLOVER type. */
  events: number;
  /** Statements, which have none. */
  untyped: number;
  /** First and last day of an event, where there is one. */
  from?: string;
  to?: string;
  /** Rows read, of which so many name no second party, are here under the same id, or could not be read. */
  rows: number;
  withoutParty: number;
  repeated: number;
  refused: number;
}

/** All of them, by name. */
export async function listDatasets(ledger: Ledger): Promise<DatasetInfo[]> {
  const segments = ledger.db.selectFrom('coded_segment').groupBy('dataset_id')
    .select(['dataset_id', sql<number>`sum(events)`.as('events'), sql<number>`sum(typed)`.as('typed'), sql<number>`min(first_day)`.as('first'), sql<number>`max(last_day)`.as('last')]).as('s');
  const pieces = ledger.db.selectFrom('coded_piece').groupBy('dataset_id')
    .select(['dataset_id', sql<number>`sum(lines)`.as('lines'), sql<number>`sum(without_party)`.as('without_party'), sql<number>`sum(repeated)`.as('repeated'), sql<number>`sum(refused)`.as('refused')]).as('p');
  const rows = await ledger.db.selectFrom('dataset').leftJoin(segments, 's.dataset_id', 'dataset.id').leftJoin(pieces, 'p.dataset_id', 'dataset.id')
    .select(['dataset.name', 'dataset.format', 's.events', 's.typed', 's.first', 's.last', 'p.lines', 'p.without_party', 'p.repeated', 'p.refused']).orderBy('dataset.name').execute();
  return rows.map(({ name, format, events, typed, first, last, lines, without_party, repeated, refused }) => ({
    name, format, events: typed ?? 0, untyped: (events ?? 0) - (typed ?? 0), ...(first !== null && last !== null && { from: dayOfNumber(first + DAY_ZERO), to: dayOfNumber(last + DAY_ZERO) }),
    rows: lines ?? 0, withoutParty: without_party ?? 0, repeated: repeated ?? 0, refused: refused ?? 0,
  }));
}

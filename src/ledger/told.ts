/** Which events tell of one happening. */
import { sql } from 'kysely';
import type { Ledger } from './ledger.ts';

const NUMBER = /^h([1-9]\d{0,14})$/;

/** The happening (`h5`) of each of these events; an event of its own is left out. */
export async function happeningsOf(ledger: Ledger, events: readonly number[]): Promise<Map<number, string>> {
  if (!events.length) return new Map();
  const { rows } = await sql<{ event: number; happening: number }>`select event_id as event, happening_id as happening from happening_event where event_id in (select value from json_each(${JSON.stringify(events)}))`.execute(ledger.db);
  return new Map(rows.map(({ event, happening }) => [event, `h${happening}`]));
}

/** The events of a happening (`h5`), or an event (`e12`) with those that tell of the same; empty where there is none. */
export async function eventsTelling(ledger: Ledger, given: string): Promise<number[]> {
  const event = /^e([1-9]\d{0,14})$/.exec(given)?.[1];
  const happening = NUMBER.exec(given)?.[1] ?? (event && (await happeningsOf(ledger, [Number(event)])).get(Number(event))?.slice(1));
  if (!happening) return event ? [Number(event)] : [];
  const { rows } = await sql<{ id: number }>`select event_now.id as id from happening_event join event_now on event_now.id = happening_event.event_id where happening_id = ${Number(happening)} order by event_now.id`.execute(ledger.db);
  return rows.map(({ id }) => Number(id));
}

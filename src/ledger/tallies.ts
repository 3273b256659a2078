/** Counts of events by party and by pair. */
import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Ledger } from './ledger.ts';

const counts = sql<SqlBool>`(event.coding_id is null or story_head.coding_id is not null)`;

/** How many events each party has a part in. */
export async function eventsByParty(ledger: Ledger): Promise<Map<string, number>> {
  const all = new Map<string, number>();
  const { rows } = await sql<{ source: string; target: string; n: number }>`
    select source, target, count(*) as n from event left join story_head on story_head.coding_id = event.coding_id where ${counts} group by source, target`.execute(ledger.db);
  const add = (code: string, n: number): void => void all.set(code, (all.get(code) ?? 0) + n);
  for (const { source, target, n } of rows) {
    add(source, Number(n));
    if (target !== source) add(target, Number(n));
  }
  return all;
}

/** The newest day that stories were published on, or events of data sets happened. */
export async function newestDay(ledger: Ledger): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select max(day) as day from (select max(date) as day from story union all
      select * from (select first_day from event where dataset_id is not null order by first_day desc limit 1))`.execute(ledger.db);
  return rows[0]?.day ?? undefined;
}

/** Facts that nobody has looked at, the least sure first: what a reviewing session goes through. */
import { sql } from 'kysely';
import { factId } from './facts.ts';
import type { FactKind } from './filter.ts';
import { NUMBERS } from './lean.ts';
import type { Ledger } from './ledger.ts';

export interface Doubtful {
  kind: FactKind;
  id: number;
}

/** How many facts of stories there are, and how many of them somebody has confirmed, rejected, changed or added. */
export async function reviewed(ledger: Ledger, kind: FactKind): Promise<{ facts: number; seen: number }> {
  const { rows } = await sql<{ facts: number; seen: number }>`
    select (select count(*) from ${sql.table(`${kind}_now`)} as f where f.sentence_id is not null) as facts,
      (select count(distinct base_id) from verdict where kind = ${kind} and base_id < ${NUMBERS} and state <> 'replaced') as seen`.execute(ledger.db);
  return { facts: Number(rows[0]?.facts), seen: Number(rows[0]?.seen) };
}

/** Ids of the next facts of a kind to look at; those skipped in this session are passed over. */
export async function doubtful(ledger: Ledger, kind: FactKind, { limit, skip = [] }: { limit: number; skip?: readonly string[] }): Promise<number[]> {
  const passed = skip.filter((id) => id.startsWith(factId(kind, 0).charAt(0))).map((id) => Number(id.slice(1))).filter(Number.isSafeInteger);
  const { rows } = await sql<{ id: number }>`
    select f.id from ${sql.table(`${kind}_now`)} as f where f.sentence_id is not null
      and not exists (select 1 from verdict where verdict.kind = ${kind} and verdict.row_id = f.id)
      ${passed.length ? sql`and f.id not in (${sql.join(passed)})` : sql``}
    order by f.confidence, f.id limit ${limit}`.execute(ledger.db);
  return rows.map(({ id }) => Number(id));
}

import { sql } from 'kysely';
import type { Ledger } from './ledger.ts';

/** Codes of the parties that events are between, sorted. Hops along an index, so that it costs by parties and not by events. */
export async function partiesOf(ledger: Ledger): Promise<string[]> {
  const side = (column: 'source' | 'target') => sql<{ code: string }>`
    with recursive hop (code) as (
      select min(${sql.ref(column)}) from event
      union all select (select min(${sql.ref(column)}) from event where ${sql.ref(column)} > hop.code) from hop where hop.code is not null
    ) select code from hop where code is not null`.execute(ledger.db);
  const [sources, targets] = [await side('source'), await side('target')];
  const coded = await ledger.db.selectFrom('coded_party').select('code').execute();
  return [...new Set([...sources.rows, ...targets.rows, ...coded].map(({ code }) => code))].sort((a, b) => (a < b ? -1 : 1));
}

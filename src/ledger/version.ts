/** Whether a ledger has been written to since. */
import { sql } from 'kysely';
import type { Ledger } from './ledger.ts';

/** Changes whenever anybody has written to the ledger, through this connection or another. */
export async function ledgerVersion(ledger: Ledger): Promise<string> {
  const others = await sql<{ data_version: number }>`PRAGMA data_version`.execute(ledger.db);
  const own = await sql<{ n: number }>`select total_changes() as n`.execute(ledger.db);
  return `${others.rows[0]?.data_version}.${own.rows[0]?.n}`;
}

/** How much the record tells of whom, and how far it reaches. */
import { sql } from 'kysely';
import { dayOfNumber } from '../story/day.ts';
import { DAY_ZERO } from './coded/columns.ts';
import type { Ledger } from './ledger.ts';
import { network } from './record.ts';

/** How many acts each party has a part in, each happening once; those with the most first. */
export async function actsByParty(ledger: Ledger): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>(), add = (code: string, n: number): void => void all.set(code, (all.get(code) ?? 0) + n);
  for (const { source, target, total } of await network(ledger)) {
    add(source, total);
    if (target !== source) add(target, total);
  }
  return new Map([...all].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

/** The newest day that a story was published on, or that an event of a data set happened. */
export async function newestDay(ledger: Ledger): Promise<string | undefined> {
  const { rows } = await sql<{ story: string | null; coded: number | null }>`select (select max(date) from story) as story, (select max(last_day) from coded_segment) as coded`.execute(ledger.db);
  const { story, coded } = rows[0] ?? { story: null, coded: null }, days = [story, coded === null ? null : dayOfNumber(coded + DAY_ZERO)].filter((day) => day !== null);
  return days.sort().at(-1);
}

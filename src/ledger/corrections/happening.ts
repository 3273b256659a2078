/** Happenings as corrections name them: by the events that tell of them. */
import { sql } from 'kysely';
import { problem, ProblemError } from '../../story/errors.ts';
import { factId } from '../facts.ts';
import type { Ledger } from '../ledger.ts';

/** Ids of the events of a happening (`h12`), in order. Throws ProblemError where there is none. */
export function eventsOfHappening(ledger: Ledger, given: string): string[] {
  const number = /^h([1-9]\d{0,14})$/i.exec(given.trim())?.[1];
  const query = sql<{ id: number }>`select event_now.id as id from happening_event join event_now on event_now.id = happening_event.event_id where happening_event.happening_id = ${Number(number ?? 0)} order by event_now.id`;
  const rows = number ? ledger.read((tx) => tx.all({ compile: () => query.compile(ledger.db) })) : [];
  if (rows.length === 0) throw new ProblemError(problem('unknown-happening', {}, { given }));
  return rows.map(({ id }) => factId('event', id));
}

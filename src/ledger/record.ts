/** The record as measures read it: events that stories state and events of imported data sets, alike, narrowed by one filter. */
import { sql } from 'kysely';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType, PartyCode } from '../story/facts.ts';
import { dayNumber } from '../story/day.ts';
import { joined } from './facts.ts';
import { conditions } from './filter.ts';
import type { Filter } from './filter.ts';
import { LeanEvents } from './lean.ts';
import type { LeanEvent } from './lean.ts';
import type { Ledger } from './ledger.ts';

/** How often one party did what to another; `counts` by place in EVENT_TYPES, each happening once. */
export interface Dyad {
  source: PartyCode;
  target: PartyCode;
  counts: Uint32Array;
  total: number;
}

/** Adds the events of stories that a filter leaves. */
async function addStoryEvents(ledger: Ledger, filter: Filter, into: LeanEvents): Promise<void> {
  const clustered = await sql<{ n: number }>`select count(*) as n from sqlite_schema where name = 'happening_event'`.execute(ledger.db);
  const happening = clustered.rows[0]?.n
    ? sql<number | null>`(select happening_id from happening_event where happening_event.event_id = event.id)`
    : sql<number | null>`null`;
  const rows = await joined(ledger, 'event').where((eb) => eb.and(conditions('event', filter)))
    .select(['event.id', 'event.type', 'event.mode', 'event.source', 'event.target', 'event.first_day', 'event.last_day', 'event.factuality', 'event.confidence'])
    .select(happening.as('happening'))
    .orderBy('event.first_day').orderBy('event.id').execute();
  into.reserve(rows.length);
  for (const row of rows) {
    into.add({
      id: row.id, happening: row.happening ?? -row.id, type: row.type, mode: row.mode ?? undefined, source: row.source, target: row.target,
      firstDay: dayNumber(row.first_day), lastDay: dayNumber(row.last_day), factuality: row.factuality, confidence: row.confidence, dataset: undefined,
    });
  }
}

/** All events that a filter leaves, in order of time. */
export async function readRecord(ledger: Ledger, filter: Filter = {}): Promise<LeanEvents> {
  const events = new LeanEvents();
  await addStoryEvents(ledger, filter, events);
  return events.sort();
}

const typeNumber = new Map<EventType, number>(EVENT_TYPES.map((type, i) => [type, i]));

/** Who did how much of what to whom, by what a filter leaves: directed dyads, by source and target. Several tellings of one happening count once. */
export async function network(ledger: Ledger, filter: Filter = {}): Promise<Dyad[]> {
  const dyads = new Map<string, Dyad>(), counted = new Set<string>();
  const count = ({ source, target, type, happening }: LeanEvent): void => {
    const pair = `${source}|${target}`;
    if (happening >= 0) {
      const key = `${happening}|${pair}|${type}`;
      if (counted.has(key)) return;
      counted.add(key);
    }
    let dyad = dyads.get(pair);
    if (!dyad) dyads.set(pair, (dyad = { source, target, counts: new Uint32Array(EVENT_TYPES.length), total: 0 }));
    (dyad.counts[typeNumber.get(type) as number] as number)++;
    dyad.total++;
  };
  const stories = new LeanEvents();
  await addStoryEvents(ledger, filter, stories);
  for (const event of stories) count(event);
  return [...dyads.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dyad]) => dyad);
}

/** What part of time the record covers, in days since 1970-01-01; undefined where it holds nothing. A first "ever" is one since `firstDay`. */
export async function coverage(ledger: Ledger, filter: Pick<Filter, 'datasets'> = {}): Promise<{ firstDay: number; lastDay: number } | undefined> {
  const row = await joined(ledger, 'event').where((eb) => eb.and(conditions('event', filter)))
    .select([sql<string | null>`min(event.first_day)`.as('first'), sql<string | null>`max(event.first_day)`.as('last')]).executeTakeFirstOrThrow();
  return row.first && row.last ? { firstDay: dayNumber(row.first), lastDay: dayNumber(row.last) } : undefined;
}

/** The record as measures read it: events that stories state and events of imported data sets, alike, narrowed by one filter. */
import { sql } from 'kysely';
import { isSymmetricType } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType, PartyCode } from '../story/facts.ts';
import { dayNumber } from '../story/day.ts';
import { DAY_ZERO } from './coded/columns.ts';
import { codedFilter, days, eachEntry, isAsked, runs, totals } from './coded/read.ts';
import { TYPES } from './coded/totals.ts';
import { DyadCounts } from './dyads.ts';
import type { Dyad, DyadColumns } from './dyads.ts';
import { joined } from './facts.ts';
import { conditions } from './filter.ts';
import type { Filter } from './filter.ts';
import { leanCode, LeanEvents } from './lean.ts';
import type { LeanCode } from './lean.ts';
import type { Ledger } from './ledger.ts';

export type { Dyad } from './dyads.ts';

/** Adds the events that a filter leaves of those in rows: of stories, and of data sets as far as they were changed. */
async function addRows(ledger: Ledger, filter: Filter, into: LeanEvents): Promise<void> {
  const clustered = await sql<{ n: number }>`select count(*) as n from sqlite_schema where name = 'happening_event'`.execute(ledger.db);
  const happening = clustered.rows[0]?.n
    ? sql<number | null>`(select happening_id from happening_event where happening_event.event_id = event.id)`
    : sql<number | null>`null`;
  const rows = await joined(ledger, 'event').where((eb) => eb.and(conditions('event', filter)))
    .select(['event.id', 'event.type', 'event.mode', 'event.source', 'event.target', 'event.first_day', 'event.last_day', 'event.factuality', 'event.confidence'])
    .select([happening.as('happening'), sql<string | null>`(select name from dataset where dataset.id = event.dataset_id)`.as('dataset')])
    .orderBy('event.first_day').orderBy('event.id').execute();
  into.reserve(rows.length);
  for (const row of rows) {
    into.add({
      id: row.id, happening: row.happening ?? -row.id, type: row.type, mode: row.mode ?? undefined, source: row.source, target: row.target,
      firstDay: dayNumber(row.first_day), lastDay: dayNumber(row.last_day), factuality: row.factuality, confidence: row.confidence, dataset: row.dataset ?? undefined,
    });
  }
}

/** What the reports of these events count, where that is not 1, by event: the weights of their outlets. */
export async function reportWeights(ledger: Ledger, filter: Filter): Promise<Map<number, number>> {
  const rows = await joined(ledger, 'event').innerJoin('outlet', 'outlet.name', 'story.outlet').where((eb) => eb.and(conditions('event', filter))).where('outlet.weight', '!=', 1)
    .select(['event.id', 'outlet.weight']).execute();
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}

/** Adds the events of data sets that a filter leaves. */
async function addCodedEvents(ledger: Ledger, filter: Filter, into: LeanEvents): Promise<void> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return;
  const { datasets, parties, codes, wanted, from, to, hidden } = asked, meaning: LeanCode[] = [];
  for (const [id, { type, mode }] of codes) if (type) meaning[id] = leanCode(type, mode);
  for (const { dataset, a, b, columns } of await runs(ledger, asked)) {
    into.addRun({
      dataset, name: datasets.get(dataset) as string, a: parties.get(a) as string, b: parties.get(b) as string, columns, from, to, wanted, hidden,
      code: (code) => meaning[code] as LeanCode,
    });
  }
}

/** The events that a filter leaves of those in rows, in order of time: of stories, and of data sets as far as they were changed. */
export async function readTold(ledger: Ledger, filter: Filter = {}): Promise<LeanEvents> {
  const events = new LeanEvents();
  await addRows(ledger, filter, events);
  return events.sort();
}

/**
 * All events that a filter leaves, in order of time. Imported events count as stated facts, each its own happening, of
 * confidence 1: their data sets say no more; statements, which have no type, are left out.
 */
export async function readRecord(ledger: Ledger, filter: Filter = {}): Promise<LeanEvents> {
  const events = new LeanEvents();
  await addRows(ledger, filter, events);
  await addCodedEvents(ledger, filter, events);
  return events.sort();
}

const typeNumber = new Map<EventType, number>(EVENT_TYPES.map((type, i) => [type, i]));

/** Who did how much of what to whom, by what a filter leaves: directed dyads, by source and target. Several tellings of one happening count once; where outlets are weighed, as the one that weighs most. */
export const network = async (ledger: Ledger, filter: Filter = {}): Promise<Dyad[]> => (await countAll(ledger, filter)).dyads();

/** The same in columns, without what `without` has a part in. */
export const networkColumns = async (ledger: Ledger, filter: Filter, without?: PartyCode): Promise<DyadColumns> => (await countAll(ledger, filter)).columns(without);

/** The same of events in rows alone: those that stories state, and those of data sets as far as they were changed. */
export const networkTold = async (ledger: Ledger, filter: Filter): Promise<Dyad[]> => (await countTold(ledger, filter)).dyads();

async function countAll(ledger: Ledger, filter: Filter): Promise<DyadCounts> {
  const counts = await countTold(ledger, filter);
  await countCoded(ledger, filter, counts);
  return counts;
}

async function countTold(ledger: Ledger, filter: Filter): Promise<DyadCounts> {
  const counts = new DyadCounts(filter.weighted ? Float64Array : Uint32Array), stories = new LeanEvents(), counted = new Map<string, number>();
  const weights = filter.weighted ? await reportWeights(ledger, filter) : new Map<number, number>();
  await addRows(ledger, filter, stories);
  for (const { id, source: one, target: two, type, happening } of stories) {
    // a meeting told from either side is one, and stands where its parties' codes do
    const turned = isSymmetricType(type) && two < one, source = turned ? two : one, target = turned ? one : two;
    const key = `${happening}|${source}|${target}|${type}`;
    const weight = weights.get(id) ?? 1, before = counted.get(key) ?? 0;
    if (weight <= before) continue;
    counted.set(key, weight);
    counts.count(counts.place(counts.number(source), counts.number(target)), typeNumber.get(type) as number, weight - before);
  }
  return counts;
}

/** Counts the coded events that a filter leaves: from the totals of their data sets where these will do, otherwise from the days of their segments. */
async function countCoded(ledger: Ledger, filter: Filter, counts: DyadCounts): Promise<void> {
  const asked = await codedFilter(ledger, filter);
  if (!asked) return;
  const typeOf = new Uint8Array(65_536), numbers: number[] = [];
  for (const [id, { type }] of asked.codes) if (type) typeOf[id] = typeNumber.get(type) as number;
  for (const [id, code] of asked.parties) numbers[id] = counts.number(code);
  const placeOf = (source: number, target: number): number => counts.place(numbers[source] as number, numbers[target] as number);
  const whole = await totals(ledger, asked, filter);
  if (whole) {
    const types = EVENT_TYPES.map((type) => !filter.types?.length || filter.types.includes(type));
    for (const { pairs, source, target, counts: all } of whole) {
      for (let i = 0; i < pairs; i++) {
        if (!isAsked(asked, source[i] as number, target[i] as number)) continue;
        const place = placeOf(source[i] as number, target[i] as number);
        for (let type = 0; type < TYPES; type++) if (types[type]) counts.count(place, type, all[i * TYPES + type] as number);
      }
    }
  } else {
    for (const one of await days(ledger, asked)) {
      let of = -1, place = 0;
      eachEntry(one, asked, (pair, code, n) => {
        if (pair !== of) {
          of = pair;
          place = placeOf(one.source[pair] as number, one.target[pair] as number);
        }
        counts.count(place, typeOf[code] as number, n);
      });
    }
  }
  // What is kept counts events as coded: those that corrections hide are taken off again.
  for (const { source, target, code } of asked.hidden.values()) counts.count(placeOf(source, target), typeOf[code] as number, -1);
}

/** What part of time the record covers, in days since 1970-01-01; undefined where it holds nothing. A first "ever" is one since `firstDay`. */
export async function coverage(ledger: Ledger, filter: Pick<Filter, 'datasets'> = {}): Promise<{ firstDay: number; lastDay: number } | undefined> {
  const { first, last } = await joined(ledger, 'event').where((eb) => eb.and(conditions('event', filter)))
    .select([sql<string | null>`min(event.first_day)`.as('first'), sql<string | null>`max(event.first_day)`.as('last')]).executeTakeFirstOrThrow();
  const ends = first && last ? [dayNumber(first), dayNumber(last)] : [];
  const asked = await codedFilter(ledger, filter);
  if (asked) {
    const coded = await ledger.db.selectFrom('coded_segment').where('dataset_id', 'in', [...asked.datasets.keys()])
      .select([sql<number | null>`min(first_day)`.as('first'), sql<number | null>`max(last_day)`.as('last')]).executeTakeFirstOrThrow();
    if (coded.first !== null && coded.last !== null) ends.push(coded.first + DAY_ZERO, coded.last + DAY_ZERO);
  }
  return ends.length ? { firstDay: Math.min(...ends), lastDay: Math.max(...ends) } : undefined;
}

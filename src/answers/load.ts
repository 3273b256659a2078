/** From the ledger to what the measures are computed from. */
import { sql } from 'kysely';
import { claims, factId, joined, ties, trends } from '../ledger/facts.ts';
import { conditions, wantsStories } from '../ledger/filter.ts';
import type { Filter } from '../ledger/filter.ts';
import type { StoryHead } from '../ledger/facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { codedActs, codedLatest, codedSpans } from '../ledger/coded/acts.ts';
import { codedCounts } from '../ledger/coded/counts.ts';
import { NUMBERS } from '../ledger/lean.ts';
import { coverage, readTold, reportWeights } from '../ledger/record.ts';
import { isSymmetricType } from '../ontology/plover.ts';
import { dayNumber, dayOf } from '../relations/calendar.ts';
import { pairKey } from '../relations/columns.ts';
import { manyOf, readMany } from '../relations/event.ts';
import type { Cite, CodedActs, EventRecord, Pair, RelationClaim, RelationEvent, RelationTie, RelationTrend } from '../relations/event.ts';
import { EVENT_TYPES, MODES } from '../story/facts.ts';
import type { EventType, PartyCode, Precedent } from '../story/facts.ts';

/** So many ties, trends or claims are read at most. */
const MANY = 100_000;
/** So many ids go into one query. */
const CHUNK = 500;

/** Days as text, each made once. */
function days(): (n: number) => string {
  const made = new Map<number, string>();
  return (n) => {
    let day = made.get(n);
    if (day === undefined) made.set(n, (day = dayOf(n)));
    return day;
  };
}

/** Where an event stands, from its row. */
const cited = ({ evidence, outlet, date, hash }: Record<'evidence' | 'outlet' | 'date' | 'hash', string | null>): Cite =>
  ({ ...(evidence && { evidence }), ...(hash && { origin: [outlet, date].filter(Boolean).join(', '), story: hash }) });

/** What stories say besides: persons, stated precedents, and the party of whoever is cited. */
async function words(ledger: Ledger, filter: Filter): Promise<Map<string, Partial<RelationEvent>>> {
  const rows = await joined(ledger, 'event').where((eb) => eb.and([...conditions('event', filter),
    sql<boolean>`(event.precedent is not null or event.attributed_to is not null or event.source_person is not null or event.target_person is not null)`]))
    .select(['event.id', 'event.precedent', 'event.source_person', 'event.target_person', 'sentence.text as evidence', 'story.outlet', 'story.date', 'story.hash'])
    .select(sql<string | null>`(select country from person where person.coding_id = event.coding_id and person.name = event.attributed_to limit 1)`.as('said_by')).execute();
  return new Map(rows.map((row) => [factId('event', row.id), {
    cite: cited(row), ...(row.precedent && { precedent: JSON.parse(row.precedent) as Precedent }), ...(row.source_person && { sourcePerson: row.source_person }),
    ...(row.target_person && { targetPerson: row.target_person }), ...(row.said_by && { saidBy: row.said_by }),
  }]));
}

/** The events of stories that a filter leaves, as measures take them; `worded` adds what only stories have. */
async function loadTold(ledger: Ledger, filter: Filter, worded: boolean): Promise<RelationEvent[]> {
  const extra = worded ? await words(ledger, filter) : new Map<string, Partial<RelationEvent>>(), day = days();
  const weights = filter.weighted ? await reportWeights(ledger, filter) : undefined;
  const events: RelationEvent[] = [];
  for (const event of await readTold(ledger, filter)) {
    const id = factId('event', event.id), weight = weights?.get(event.id);
    events.push({
      id, happening: event.happening < 0 ? id : `h${event.happening}`, type: event.type, source: event.source, target: event.target,
      firstDay: day(event.firstDay), lastDay: day(event.lastDay), factuality: event.factuality, confidence: event.confidence,
      ...(event.mode && { mode: event.mode }), ...(weight !== undefined && { weight }), ...extra.get(id), ...(event.dataset && { cite: { origin: event.dataset } }),
    });
  }
  return events;
}

/** Events that begin in the window; the ledger's own filter also gives those that reach into it. Those of data sets last a day. */
const begun = (told: RelationEvent[], { from, to }: Filter): RelationEvent[] => told.filter(({ firstDay }) => (!from || firstDay >= from) && (!to || firstDay <= to));

/** What a filter leaves, act by act. */
export async function loadRecord(ledger: Ledger, filter: Filter, worded = false): Promise<EventRecord> {
  const told = begun(await loadTold(ledger, filter, worded), filter), coded = await codedActs(ledger, filter);
  return { told, ...(coded?.length && { coded }) };
}

/** The same with counts by day in the place of the acts of data sets: for what is about all that some party did. */
export async function loadCounts(ledger: Ledger, filter: Filter, worded = false): Promise<EventRecord> {
  const told = begun(await loadTold(ledger, filter, worded), filter), coded = await codedCounts(ledger, filter);
  return { told, ...(coded?.length && { coded }) };
}

/** At least so many of the latest acts of each of the pairs, where there are as many. */
export async function loadLatest(ledger: Ledger, filter: Filter, pairs: readonly Pair[], most: number): Promise<EventRecord> {
  const told: RelationEvent[] = [];
  for (const pair of pairs) told.push(...begun(await loadTold(ledger, { ...filter, pair: [...pair] }, false), filter));
  const coded = await codedLatest(ledger, filter, pairs, most);
  return { told, ...(coded?.length && { coded }) };
}

/** Whether a record holds nothing. */
export const isEmpty = ({ told, coded }: EventRecord): boolean => !told.length && !coded?.length;

const citeOf = (evidence: string, story: StoryHead | undefined): Cite => ({
  evidence, ...(story && { origin: [story.outlet, story.date].filter(Boolean).join(', '), story: story.hash }),
});

/** Standing ties of a party or a pair, as far as they were stated by the end of the window. */
export async function loadTies(ledger: Ledger, filter: Filter): Promise<RelationTie[]> {
  const { rows } = await ties(ledger, filter, { limit: MANY, order: 'oldest' });
  return rows.map(({ id, story, fact }) => ({ id, a: fact.a, b: fact.b, domain: fact.domain, kind: fact.kind, day: story?.date ?? '', cite: citeOf(fact.evidence, story) }));
}

export async function loadTrends(ledger: Ledger, filter: Filter): Promise<RelationTrend[]> {
  const { rows } = await trends(ledger, filter, { limit: MANY, order: 'oldest' });
  return rows.map(({ id, story, fact }) => ({
    id, a: fact.a, b: fact.b, direction: fact.direction, firstDay: fact.from ?? story?.date ?? '', lastDay: story?.date ?? fact.to ?? '', cite: citeOf(fact.evidence, story),
  }));
}

/** For whom the speakers of claims speak, by the claims' ids: as their stories say. */
async function speakersParties(ledger: Ledger, numbers: readonly number[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let i = 0; i < numbers.length; i += CHUNK) {
    const rows = await ledger.db.selectFrom('claim').innerJoin('person', (join) => join.onRef('person.coding_id', '=', 'claim.coding_id').onRef('person.name', '=', 'claim.speaker'))
      .where('claim.id', 'in', numbers.slice(i, i + CHUNK)).where('person.country', '<>', 'UNKNOWN').select(['claim.id', 'person.country']).execute();
    for (const { id, country } of rows) found.set(factId('claim', id), country);
  }
  return found;
}

export async function loadClaims(ledger: Ledger, filter: Filter): Promise<RelationClaim[]> {
  const { rows } = await claims(ledger, filter, { limit: MANY, order: 'oldest' }), sides = await speakersParties(ledger, rows.map(({ id }) => Number(id.slice(1))));
  return rows.map(({ id, story, fact }) => {
    const saidBy = sides.get(id);
    return { id, speaker: fact.speaker, kind: fact.kind, about: fact.about, ...(saidBy && { saidBy }), day: story?.date ?? '', cite: citeOf(fact.evidence, story) };
  });
}

/** Days on which the record has anything: stories published, or acts of data sets; in order. */
export async function daysCovered(ledger: Ledger, filter: Pick<Filter, 'datasets'>): Promise<string[]> {
  // hops from day to day along an index: it costs by days, and not by stories
  const { rows } = await sql<{ day: string }>`
    with recursive hop (day) as (
      select min(date) from story
      union all select (select min(date) from story where date > hop.day) from hop where hop.day is not null
    ) select day from hop where day is not null`.execute(ledger.db);
  const published = wantsStories(filter) ? rows.map(({ day }) => day) : [];
  // a data set is taken to cover every day from its first to its last
  const names = (await ledger.db.selectFrom('dataset').select('name').execute()).map(({ name }) => name).filter((name) => filter.datasets?.includes(name) ?? true);
  const span = names.length ? await coverage(ledger, { datasets: names }) : undefined;
  if (!span) return published;
  const coded = Array.from({ length: span.lastDay - span.firstDay + 1 }, (_, i) => dayOf(span.firstDay + i));
  return published.length ? [...new Set([...published, ...coded])].sort() : coded;
}

/** Whether a period has one of the days in it; the days in order. */
export function coveredBy(days: readonly string[]): (from: string, to: string) => boolean {
  return (from, to) => {
    let low = 0, high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] < from) low = middle + 1;
      else high = middle;
    }
    return low < days.length && days[low] <= to;
  };
}

/** An event with its words, for who asks "because of what?". */
export interface CitedEvent {
  id: string;
  day: string;
  type: string;
  source: string;
  target: string;
  factuality: string;
  mode?: string;
  evidence?: string;
  origin?: string;
  story?: string;
}

/** The events of stories with their sentences and where they stand. */
async function citeTold(ledger: Ledger, events: readonly RelationEvent[]): Promise<CitedEvent[]> {
  const found = new Map(events.map(({ id, firstDay, type, source, target, factuality, mode, cite }): [string, CitedEvent] =>
    [id, { id, day: firstDay, type, source, target, factuality, ...(mode && { mode }), ...cite }]));
  const numbers = events.filter(({ cite }) => !cite).map(({ id }) => Number(id.slice(1)));
  for (let i = 0; i < numbers.length; i += CHUNK) {
    const rows = await joined(ledger, 'event').where('event.id', 'in', numbers.slice(i, i + CHUNK))
      .select(['event.id', 'sentence.text as evidence', 'story.outlet', 'story.date', 'story.hash']).execute();
    for (const row of rows) Object.assign(found.get(factId('event', row.id)) as CitedEvent, cited(row));
  }
  return [...found.values()];
}

/** The events of data sets among these ids, each with the name of its set; they have no words. */
async function citeCoded(ledger: Ledger, { length, parties, id: ids, day, type, mode, source, target }: CodedActs, wanted: ReadonlySet<string>): Promise<CitedEvent[]> {
  const numbers = new Set([...wanted].flatMap((id) => (id.startsWith('e') ? [Number(id.slice(1))] : []))), found: CitedEvent[] = [];
  if (!ids || !numbers.size) return found;
  const names = new Map((await ledger.db.selectFrom('dataset').select(['id', 'name']).execute()).map(({ id, name }) => [id, name])), seen = new Set<number>();
  for (let row = 0; row < length; row++) {
    const id = ids[row] as number, way = MODES[(mode[row] as number) - 1], origin = names.get(Math.floor(id / NUMBERS));
    if (!numbers.has(id) || seen.has(id)) continue;
    seen.add(id);
    found.push({
      id: factId('event', id), day: dayOf(day[row] as number), type: EVENT_TYPES[type[row] as number] as string, source: parties[source[row] as number] as string, target: parties[target[row] as number] as string,
      factuality: 'fact', ...(way && { mode: way }), ...(origin && { origin }),
    });
  }
  return found;
}

/** The events that tell of these happenings, by happening; all are among the record's. */
export async function cite(ledger: Ledger, { told, coded }: EventRecord, happenings: Iterable<string>): Promise<Record<string, CitedEvent[]>> {
  const wanted = new Set(happenings), own = told.filter(({ happening }) => wanted.has(happening)), found: Record<string, CitedEvent[]> = {};
  (await citeTold(ledger, own)).forEach((event, i) => (found[(own[i] as RelationEvent).happening] ??= []).push(event));
  if (coded) for (const event of await citeCoded(ledger, coded, wanted)) found[event.id] = [event];
  return found;
}

/**
 * The acts that words for many stand for (`readMany`), among what a filter leaves: their ids, by word, and all of them as
 * a record to cite from.
 */
export async function lookUp(ledger: Ledger, filter: Filter, happenings: Iterable<string>): Promise<{ ids: Map<string, string[]>; record: EventRecord }> {
  const ids = new Map<string, string[]>(), spans = new Map<string, { a: PartyCode; b: PartyCode; from: number; to: number }>();
  for (const word of happenings) {
    const many = readMany(word);
    if (!many || ids.has(word)) continue;
    ids.set(word, []);
    // one span a pair and year: a run holds as much
    const key = `${pairKey(many.source, many.target)} ${many.day.slice(0, 4)}`, day = dayNumber(many.day), span = spans.get(key);
    spans.set(key, { a: many.source, b: many.target, from: Math.min(day, span?.from ?? day), to: Math.max(day, span?.to ?? day) });
  }
  const coded = await codedSpans(ledger, filter, [...spans.values()]);
  if (!coded?.id) return { ids, record: { told: [] } };
  const found = new Map<string, Set<number>>();
  for (let row = 0; row < coded.length; row++) {
    const type = EVENT_TYPES[coded.type[row] as number] as EventType, [one, two] = [coded.parties[coded.source[row] as number] as string, coded.parties[coded.target[row] as number] as string];
    const turned = isSymmetricType(type) && two < one, mode = MODES[(coded.mode[row] as number) - 1];
    const word = manyOf({ day: dayOf(coded.day[row] as number), source: turned ? two : one, target: turned ? one : two, type, ...(mode && { mode }) });
    if (!ids.has(word)) continue;
    const own = found.get(word);
    if (own) own.add(coded.id[row] as number);
    else found.set(word, new Set([coded.id[row] as number]));
  }
  for (const [word, own] of found) ids.set(word, [...own].sort((x, y) => x - y).map((id) => factId('event', id)));
  return { ids, record: { told: [], coded } };
}

/** From the ledger to what the measures are computed from. */
import { sql } from 'kysely';
import { claims, factId, joined, ties, trends } from '../ledger/facts.ts';
import { conditions, wantsStories } from '../ledger/filter.ts';
import type { Filter } from '../ledger/filter.ts';
import type { StoryHead } from '../ledger/facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { coverage, readRecord, reportWeights } from '../ledger/record.ts';
import { dayOf } from '../relations/calendar.ts';
import type { Cite, RelationClaim, RelationEvent, RelationTie, RelationTrend } from '../relations/event.ts';
import type { Precedent } from '../story/facts.ts';

/** So many ties, trends or claims are read at most. */
const MANY = 100_000;

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

/** The events that a filter leaves, as measures take them; `worded` adds what only stories have. */
export async function loadEvents(ledger: Ledger, filter: Filter, worded = false): Promise<RelationEvent[]> {
  const extra = worded ? await words(ledger, filter) : new Map<string, Partial<RelationEvent>>(), day = days();
  const weights = filter.weighted ? await reportWeights(ledger, filter) : undefined;
  const events: RelationEvent[] = [];
  for (const event of await readRecord(ledger, filter)) {
    const id = factId('event', event.id), weight = weights?.get(event.id);
    events.push({
      id, happening: event.happening < 0 ? id : `h${event.happening}`, type: event.type, source: event.source, target: event.target,
      firstDay: day(event.firstDay), lastDay: day(event.lastDay), factuality: event.factuality, confidence: event.confidence,
      ...(event.mode && { mode: event.mode }), ...(event.dataset && { cite: { origin: event.dataset } }), ...(weight !== undefined && { weight }), ...extra.get(id),
    });
  }
  return events;
}

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

export async function loadClaims(ledger: Ledger, filter: Filter): Promise<RelationClaim[]> {
  const { rows } = await claims(ledger, filter, { limit: MANY, order: 'oldest' });
  return rows.map(({ id, story, fact }) => ({ id, speaker: fact.speaker, kind: fact.kind, about: fact.about, day: story?.date ?? '', cite: citeOf(fact.evidence, story) }));
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

const CHUNK = 500;

/** These events with their sentences and where they stand; those of data sets have no words. */
export async function citeEvents(ledger: Ledger, events: readonly RelationEvent[]): Promise<CitedEvent[]> {
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

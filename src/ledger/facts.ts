/** Questions about facts: pages of events, claims, ties and trends, each with the story that states it. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../story/facts.ts';
import { codedCount, codedFacts, codedPage } from './coded/facts.ts';
import type { CodedFact } from './coded/facts.ts';
import type { DatasetHead } from './coded/told.ts';
import type { Review } from './corrections/review.ts';
import { arms, conditions } from './filter.ts';
import type { Arm, FactKind, Filter } from './filter.ts';
import { NUMBERS } from './lean.ts';
import type { Ledger } from './ledger.ts';
import { beyond, cut } from './page.ts';
import type { Found, Key, Page } from './page.ts';
import type { ClaimTable, EventTable, TieTable, TrendTable } from './schema.ts';

/** The story that a fact stands in. */
export interface StoryHead {
  hash: string;
  /** The source's own id. */
  id: string;
  lang: string;
  date: string;
  outlet?: string;
  url?: string;
  title?: string;
}

/** One fact as it stands in the ledger. */
export interface Recorded<F> {
  /** `e12`, `c3`, `t4`, `r5`: event, claim, tie, trend. */
  id: string;
  /** Absent for facts of a data set. */
  story?: StoryHead;
  /** Where an imported event comes from. */
  dataset?: DatasetHead;
  fact: F;
  /** What an analyst made of it; absent where it stands as coded. */
  review?: Review;
}

export interface FactOf {
  event: EventFact;
  claim: ClaimFact;
  tie: TieFact;
  trend: TrendFact;
}

/** So many ids are asked for at once. */
const IDS = 500;

const LETTER: Readonly<Record<FactKind, string>> = { event: 'e', claim: 'c', tie: 't', trend: 'r' };

/** The id by which a person names a fact. */
export const factId = (kind: FactKind, id: number): string => `${LETTER[kind]}${id}`;

interface Joined {
  evidence: string | null;
  hash: string | null;
  story_name: string | null;
  story_lang: string | null;
  story_date: string | null;
  outlet: string | null;
  url: string | null;
  title: string | null;
  state: Review['is'] | null;
  base_id: number | null;
  conflict: number | null;
  /** JSON; of changed events of data sets. */
  dataset?: string | null;
}

/** Leaves out what is absent, as the exchange format does. */
function compact<T extends object>(fields: T): T {
  for (const key of Object.keys(fields) as (keyof T)[]) if (fields[key] === undefined || fields[key] === null) delete fields[key];
  return fields;
}

const parse = <T>(text: string | null): T | undefined => (text === null ? undefined : (JSON.parse(text) as T));

const head = (row: Joined): StoryHead | undefined =>
  row.hash === null ? undefined : compact({
    hash: row.hash, id: row.story_name as string, lang: row.story_lang as string, date: row.story_date as string,
    outlet: row.outlet ?? undefined, url: row.url ?? undefined, title: row.title ?? undefined,
  });

type Raw<T> = Selectable<T> & Joined;
const opt = <T>(value: T | null): T | undefined => value ?? undefined;

const READ: { [K in FactKind]: (row: never) => FactOf[K] } = {
  event: (row: Raw<EventTable>): EventFact => {
    const detail = parse<Pick<EventFact, 'chain' | 'condition' | 'purpose' | 'quotes' | 'numbers' | 'happening'>>(row.detail) ?? {};
    return compact<EventFact>({
      type: row.type, source: row.source, source_person: opt(row.source_person), target: row.target, target_person: opt(row.target_person),
      mutual: row.mutual ? true : undefined, from: opt(row.from), to: opt(row.to), granularity: opt(row.granularity), factuality: row.factuality,
      attributed_to: opt(row.attributed_to), chain: detail.chain, happening: detail.happening, mode: opt(row.mode), recurring: row.recurring ? true : undefined,
      precedent: parse(row.precedent), condition: detail.condition, purpose: detail.purpose, place: opt(row.place), quotes: detail.quotes, numbers: detail.numbers,
      evidence: row.evidence ?? '', offsets: parse(row.offsets) ?? { sentence: { start: 0, end: 0 } }, confidence: row.confidence,
    });
  },
  claim: (row: Raw<ClaimTable>): ClaimFact => ({
    speaker: row.speaker, kind: row.kind, about: JSON.parse(row.about) as string[],
    evidence: row.evidence ?? '', offsets: JSON.parse(row.offsets) as ClaimFact['offsets'], confidence: row.confidence,
  }),
  tie: (row: Raw<TieTable>): TieFact => ({
    a: row.a, b: row.b, domain: row.domain, kind: row.kind,
    evidence: row.evidence ?? '', offsets: JSON.parse(row.offsets) as TieFact['offsets'], confidence: row.confidence,
  }),
  trend: (row: Raw<TrendTable>): TrendFact => compact<TrendFact>({
    a: row.a, b: row.b, direction: row.direction, from: opt(row.from), to: opt(row.to),
    evidence: row.evidence ?? '', offsets: JSON.parse(row.offsets) as TrendFact['offsets'], confidence: row.confidence,
  }),
};

const review = (kind: FactKind, row: Joined & { id: number }): Review | undefined => {
  if (row.state === null) return undefined;
  return { is: row.state, ...(row.base_id !== null && row.base_id !== row.id && { of: factId(kind, row.base_id) }), ...(row.conflict ? { conflict: true as const } : {}) };
};

function recorded<K extends FactKind>(kind: K, row: Joined & { id: number }): Recorded<FactOf[K]> {
  const story = head(row), reviewed = review(kind, row), dataset = parse<DatasetHead & { id: number | null }>(row.dataset ?? null);
  return { id: factId(kind, row.id), ...(story && { story }), ...(dataset && { dataset: compact({ ...dataset }) as DatasetHead }), fact: READ[kind](row as never), ...(reviewed && { review: reviewed }) };
}

/** A row of a fact's table, with its sentence as `evidence`, as the fact. */
export const readFact = <K extends FactKind>(kind: K, row: Pick<Joined, 'evidence'> & object): FactOf[K] => READ[kind](row as never);

/** Takes a fact's id apart. Returns undefined where it is none. */
export function readFactId(given: string): { kind: FactKind; id: number } | undefined {
  const match = /^([ectr])([1-9]\d{0,15})$/.exec(given.trim().toLowerCase());
  const kind = (Object.keys(LETTER) as FactKind[]).find((one) => LETTER[one] === match?.[1]);
  return match && kind ? { kind, id: Number(match[2]) } : undefined;
}

/** The table with its sentence, story and the pointer that says whether its coding counts. */
export const joined = (ledger: Ledger, kind: FactKind) =>
  ledger.db.selectFrom(kind as 'event')
    .leftJoin('story_head', (join) => join.on(sql<boolean>`story_head.coding_id = ${sql.ref(`${kind}.coding_id`)}`))
    .leftJoin('story', 'story.id', 'story_head.story_id')
    .leftJoin('sentence', (join) => join.on(sql<boolean>`sentence.id = ${sql.ref(`${kind}.sentence_id`)}`))
    .leftJoin('verdict', (join) => join.on('verdict.kind', '=', kind).on(sql<boolean>`verdict.row_id = ${sql.ref(`${kind}.id`)}`));

const COLUMNS = ['sentence.text as evidence', 'story.hash', 'story.name as story_name', 'story.lang as story_lang', 'story.date as story_date',
  'story.outlet', 'story.url', 'story.title', 'verdict.state', 'verdict.base_id', 'verdict.conflict'] as const;

/** What the data set calls the event that a row changes; of other rows nothing. */
const DATASET = sql<string | null>`case when event.dataset_id is not null then (
  select json_object('name', dataset.name, 'code', coded_code.code, 'id', nullif(coded_corrected.ref, 0)) from revision join coded_corrected on coded_corrected.id = revision.base_id
    join dataset on dataset.id = coded_corrected.dataset_id join coded_code on coded_code.id = coded_corrected.code where revision.kind = 'event' and revision.row_id = event.id) end`;
const columnsOf = (kind: FactKind) => [...COLUMNS, ...(kind === 'event' ? [DATASET.as('dataset')] : [])];

/** Packed events as they are recorded, with what corrections made of them. */
async function recordedCoded(ledger: Ledger, found: readonly CodedFact[]): Promise<Recorded<EventFact>[]> {
  if (!found.length) return [];
  const rows = await ledger.db.selectFrom('verdict').where('kind', '=', 'event').where('row_id', '>=', NUMBERS).where(sql<boolean>`row_id in (select value from json_each(${JSON.stringify(found.map(({ id }) => id))}))`).selectAll().execute();
  const verdicts = new Map(rows.map((row) => [row.row_id, row]));
  return found.map(({ id, dataset, fact }) => {
    const verdict = verdicts.get(id);
    return { id: factId('event', id), dataset, fact, ...(verdict && { review: { is: verdict.state, ...(verdict.conflict && { conflict: true as const }) } }) };
  });
}

/** Facts by their ids, as they stand, whether they count or not; those that are not there are left out. */
export async function factsById<K extends FactKind>(ledger: Ledger, kind: K, ids: readonly number[]): Promise<Recorded<FactOf[K]>[]> {
  if (ids.length === 0) return [];
  const rows = await joined(ledger, kind).where(sql<boolean>`${sql.ref(`${kind}.id`)} in (${sql.join(ids.map((id) => sql.val(id)))})`).selectAll(kind as 'event').select(columnsOf(kind)).orderBy(sql.ref(`${kind}.id`)).execute();
  const packed = kind === 'event' ? await recordedCoded(ledger, await codedFacts(ledger, ids.filter((id) => id >= NUMBERS).map((id) => ({ id })), true)) : [];
  return [...rows.map((row) => recorded(kind, row)), ...packed as Recorded<FactOf[K]>[]];
}

async function arm<K extends FactKind>(ledger: Ledger, kind: K, filter: Filter, page: Page, via?: Arm, ids?: readonly number[]): Promise<(Key & { row: Recorded<FactOf[K]> })[]> {
  const direction = page.order === 'oldest' ? 'asc' : 'desc';
  const rows = await joined(ledger, kind)
    .where((eb) => eb.and([...conditions(kind, filter, via), beyond(kind, 'first_day', page), ...(ids ? [eb('event.id', 'in', [...ids])] : [])]))
    .selectAll(kind as 'event')
    .select(columnsOf(kind))
    .orderBy(sql.ref(`${kind}.first_day`), direction).orderBy(sql.ref(`${kind}.id`), direction)
    .limit(page.limit + 1)
    .execute();
  return rows.map((row) => ({
    day: row.first_day, id: row.id,
    row: recorded(kind, row),
  }));
}

/** Events of data sets, as a part of a page. */
async function coded(ledger: Ledger, filter: Filter, page: Page): Promise<(Key & { row: Recorded<EventFact> })[]> {
  const found = await codedPage(ledger, filter, page), rows = await recordedCoded(ledger, found);
  return found.map(({ day, id }, i) => ({ day, id, row: rows[i] as Recorded<EventFact> }));
}

async function find<K extends FactKind>(ledger: Ledger, kind: K, filter: Filter, page: Page, more: readonly (Key & { row: Recorded<FactOf[K]> })[] = []): Promise<Found<Recorded<FactOf[K]>>> {
  const ways = arms(kind, filter);
  const parts = ways.length ? await Promise.all(ways.map((way) => arm(ledger, kind, filter, page, way))) : [await arm(ledger, kind, filter, page)];
  return cut([...parts, more], page);
}

/** A page of events, by the day they happened (or were published). */
export const events = async (ledger: Ledger, filter: Filter, page: Page): Promise<Found<Recorded<EventFact>>> =>
  find(ledger, 'event', filter, page, await coded(ledger, filter, page));

/** Events of these ids, whatever they come from, in their order; what an id no longer names is left out. Lean events may be given as they are. */
export async function eventsOf(ledger: Ledger, wanted: readonly { id: number; source?: string; target?: string; firstDay?: number }[]): Promise<Recorded<EventFact>[]> {
  const found = new Map<number, Recorded<EventFact>>(), stated = wanted.filter(({ id }) => id < NUMBERS).map(({ id }) => id);
  for (let at = 0; at < stated.length; at += IDS) {
    for (const { id, row } of await arm(ledger, 'event', {}, { limit: IDS }, undefined, stated.slice(at, at + IDS))) found.set(id, row);
  }
  const packed = await codedFacts(ledger, wanted.filter(({ id }) => id >= NUMBERS));
  (await recordedCoded(ledger, packed)).forEach((row, i) => found.set((packed[i] as CodedFact).id, row));
  return wanted.map(({ id }) => found.get(id)).filter((one) => one !== undefined);
}
/** A page of claims, by day of publication. */
export const claims = (ledger: Ledger, filter: Filter, page: Page): Promise<Found<Recorded<ClaimFact>>> => find(ledger, 'claim', filter, page);
/** A page of ties, by day of publication. */
export const ties = (ledger: Ledger, filter: Filter, page: Page): Promise<Found<Recorded<TieFact>>> => find(ledger, 'tie', filter, page);
/** A page of trends, by the day they began (or were published). */
export const trends = (ledger: Ledger, filter: Filter, page: Page): Promise<Found<Recorded<TrendFact>>> => find(ledger, 'trend', filter, page);

/** How many facts of a kind a filter leaves. */
export async function count(ledger: Ledger, kind: FactKind, filter: Filter = {}): Promise<number> {
  const row = await joined(ledger, kind).where((eb) => eb.and(conditions(kind, filter)))
    .select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return Number(row.n) + (kind === 'event' ? await codedCount(ledger, filter) : 0);
}

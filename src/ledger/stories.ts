/** Questions about stories. */
import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import { problem, ProblemError } from '../story/errors.ts';
import type { CodedStory, PersonRecord } from '../story/facts.ts';
import type { Lang, Story } from '../story/story.ts';
import { linkedPersons, personLinks } from './corrections/persons.ts';
import { fold, matchExpression } from './fold.ts';
import { claims, events, ties, trends } from './facts.ts';
import type { Review } from './corrections/review.ts';
import type { Recorded, StoryHead } from './facts.ts';
import type { Filter } from './filter.ts';
import type { Ledger } from './ledger.ts';
import { beyond, cut } from './page.ts';
import type { Found, Page } from './page.ts';

/** A story of the ledger with the facts that count, each under its id. */
export interface StoryRecord {
  hash: string;
  story: Story;
  /** Version of the coder that took the facts. */
  coder: string;
  coded: CodedStory;
  /** Ids of the facts, parallel to those of `coded`. */
  ids: { events: string[]; claims: string[]; ties: string[]; trends: string[] };
  /** What analysts made of them, by id. */
  reviews: ReadonlyMap<string, Review>;
}

const MANY = 1_000_000;

/** Stories by the source's id, by hash, or by the beginning of a hash (four digits or more); at most `limit`. */
async function named(ledger: Ledger, name: string, limit: number): Promise<{ id: number; hash: string }[]> {
  const exact = await ledger.db.selectFrom('story').where('name', '=', name).select(['id', 'hash']).orderBy('id').limit(limit).execute();
  if (exact.length || !/^[0-9a-f]{4,32}$/.test(name)) return exact;
  return ledger.db.selectFrom('story').where('hash', '>=', name).where('hash', '<', `${name}g`).select(['id', 'hash']).orderBy('hash').limit(limit).execute();
}

/**
 * One story, whole. `name` is the source's id, the hash, or the beginning of the hash. Throws ProblemError where there
 * is none or where several share the name.
 */
export async function story(ledger: Ledger, name: string): Promise<StoryRecord> {
  const found = await named(ledger, name, 6), first = found[0];
  if (!first) throw new ProblemError(problem('unknown-story', {}, { given: name }));
  if (found.length > 1) {
    throw new ProblemError(problem('ambiguous-story', {}, { given: name, count: found.length > 5 ? 'more than five' : found.length, names: found.slice(0, 5).map(({ hash }) => hash.slice(0, 12)).join(', ') }));
  }
  const row = await ledger.db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id').innerJoin('coding', 'coding.id', 'story_head.coding_id')
    .where('story.id', '=', first.id).selectAll('story').select(['coding.coder', 'coding.id as coding_id']).executeTakeFirstOrThrow();
  const persons = await ledger.db.selectFrom('person').where('coding_id', '=', row.coding_id).selectAll().orderBy('id').execute();
  const page: Page = { limit: MANY, order: 'oldest' }, filter: Filter = { story: row.hash };
  const inOrder = <F>({ rows }: Found<Recorded<F>>): Recorded<F>[] => rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const [e, c, t, r] = [
    inOrder(await events(ledger, filter, page)), inOrder(await claims(ledger, filter, page)),
    inOrder(await ties(ledger, filter, page)), inOrder(await trends(ledger, filter, page)),
  ];
  const outlet = row.outlet ?? undefined, url = row.url ?? undefined, title = row.title ?? undefined;
  const about = { id: row.name, lang: row.lang, date: row.date, ...(outlet && { outlet }), ...(url && { url }), ...(title && { title }) };
  const facts = <F>(rows: Recorded<F>[]): F[] => rows.map(({ fact }) => fact);
  const ids = <F>(rows: Recorded<F>[]): string[] => rows.map(({ id }) => id);
  return {
    hash: row.hash, coder: row.coder,
    story: { ...about, lang: row.lang as Lang, text: row.text },
    coded: {
      ...about,
      persons: linkedPersons(persons.map(({ names, country, role }): PersonRecord => ({ names: JSON.parse(names) as string[], country, ...(role && { role }) })), ledger.read((tx) => personLinks(ledger.db, tx))),
      events: facts(e), claims: facts(c), ties: facts(t), trends: facts(r),
    },
    ids: { events: ids(e), claims: ids(c), ties: ids(t), trends: ids(r) },
    reviews: new Map([...e, ...c, ...t, ...r].flatMap(({ id, review }) => (review ? [[id, review] as const] : []))),
  };
}

/** A story in a list. */
export interface StoryLine extends StoryHead {
  /** How many facts it states. */
  facts: number;
}

/** A page of stories by day of publication, narrowed by period, outlet, language and words of title or text. */
export async function stories(ledger: Ledger, filter: Pick<Filter, 'from' | 'to' | 'outlet' | 'langs' | 'text'>, page: Page): Promise<Found<StoryLine>> {
  const direction = page.order === 'oldest' ? 'asc' : 'desc';
  const per = (kind: string) => sql<number>`(select count(*) from ${sql.table(kind)} f where f.coding_id = story_head.coding_id
    and not exists (select 1 from verdict where verdict.kind = ${kind} and verdict.row_id = f.id and verdict.hidden = 1))`;
  let query = ledger.db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id')
    .select(['story.id', 'story.hash', 'story.name', 'story.lang', 'story.date', 'story.outlet', 'story.url', 'story.title'])
    .select(sql<number>`${per('event')} + ${per('claim')} + ${per('tie')} + ${per('trend')}`.as('facts'))
    .where(beyond('story', 'date', page));
  if (filter.from) query = query.where('story.date', '>=', filter.from);
  if (filter.to) query = query.where('story.date', '<=', filter.to);
  if (filter.langs?.length) query = query.where('story.lang', 'in', filter.langs);
  if (filter.outlet) query = query.where('story.outlet_folded', 'like', `%${fold(filter.outlet)}%`);
  const match = filter.text === undefined ? undefined : matchExpression(filter.text);
  if (match) query = query.where(sql<SqlBool>`story.id in (select rowid from story_words where story_words match ${match})`);
  const rows = await query.orderBy('story.date', direction).orderBy('story.id', direction).limit(page.limit + 1).execute();
  return cut([rows.map(({ id, hash, name, lang, date, outlet, url, title, facts }) => ({
    day: date, id,
    row: { hash, id: name, lang, date, ...(outlet && { outlet }), ...(url && { url }), ...(title && { title }), facts: Number(facts) },
  }))], page);
}

/** What a ledger holds, for a summary. */
export interface Summary {
  stories: Record<string, number>;
  outlets: number;
  first?: string;
  last?: string;
  persons: number;
  /** The pairs with the most events. */
  pairs: { a: string; b: string; events: number }[];
  types: { type: string; events: number }[];
}

/** Counts over the whole ledger. */
export async function summary(ledger: Ledger): Promise<Summary> {
  const { db } = ledger;
  const langs = await db.selectFrom('story').select(['lang', sql<number>`count(*)`.as('n')]).groupBy('lang').orderBy('lang').execute();
  const whole = await db.selectFrom('story').select([sql<number>`count(distinct outlet)`.as('outlets'), sql<string | null>`min(date)`.as('first'), sql<string | null>`max(date)`.as('last')])
    .executeTakeFirstOrThrow();
  const counted = db.selectFrom('event_now').where('coding_id', 'is not', null);
  const pairs = await counted.whereRef('source', '!=', 'target').select(['pair', sql<number>`count(*)`.as('n')]).groupBy('pair').orderBy('n', 'desc').orderBy('pair').limit(5).execute();
  const types = await counted.select(['type', sql<number>`count(*)`.as('n')]).groupBy('type').orderBy('n', 'desc').orderBy('type').execute();
  const persons = await db.selectFrom('person').innerJoin('story_head', 'story_head.coding_id', 'person.coding_id').select(sql<number>`count(distinct name)`.as('n')).executeTakeFirstOrThrow();
  return {
    stories: Object.fromEntries(langs.map(({ lang, n }) => [lang, Number(n)])), outlets: Number(whole.outlets),
    ...(whole.first && { first: whole.first }), ...(whole.last && { last: whole.last }), persons: Number(persons.n),
    pairs: pairs.map(({ pair, n }) => ({ a: pair.split('|')[0] as string, b: pair.split('|')[1] as string, events: Number(n) })),
    types: types.map(({ type, n }) => ({ type, events: Number(n) })),
  };
}

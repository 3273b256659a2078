/** Stories of the ledger as the clustering reads them, and which of them may tell of the same acts as one at hand. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { actsOf } from '../../happenings/act.ts';
import type { Act } from '../../happenings/act.ts';
import { keysOf } from '../../happenings/happening.ts';
import { LONG, REACH, mayBeOne } from '../../happenings/pair.ts';
import { EVENT_TYPES } from '../../story/facts.ts';
import { readFact } from '../facts.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';

type Db = Kysely<Schema>;

/** Values for an IN list, however many: one statement serves all. */
export const among = (values: readonly (number | string)[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;

/** A story's acts, with its events' rows and keys. */
export interface StoryActs {
  story: number;
  coding: number;
  published: string;
  acts: Act[];
  keyOf: ReadonlyMap<number, string>;
  rowOf: ReadonlyMap<string, number>;
}

/** The acts that a story of the ledger tells, corrections applied; undefined where the story is not there. */
export function loadActs(db: Db, tx: Writer, story: number, apart: readonly (readonly [number, number])[]): StoryActs | undefined {
  const head = tx.one(db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id').where('story.id', '=', story)
    .select(['story.hash', 'story.lang', 'story.date', 'story_head.coding_id']));
  if (!head) return undefined;
  const rows = tx.all(db.selectFrom('event_now').leftJoin('sentence', 'sentence.id', 'event_now.sentence_id').where('event_now.coding_id', '=', head.coding_id)
    .selectAll('event_now').select('sentence.text as evidence').orderBy('event_now.id'));
  const persons = tx.all(db.selectFrom('person').where('coding_id', '=', head.coding_id).select('names').orderBy('id')).map(({ names }) => ({ names: JSON.parse(names) as string[] }));
  const events = rows.map((row) => readFact('event', row)), keys = keysOf(head.hash, events);
  const keyOf = new Map(rows.map(({ id }, k) => [id, keys[k] as string])), rowOf = new Map(rows.map(({ id }, k) => [keys[k] as string, id]));
  const split = apart.flatMap(([a, b]): [string, string][] => {
    const x = keyOf.get(a), y = keyOf.get(b);
    return x !== undefined && y !== undefined ? [[x, y]] : [];
  });
  const told = events.map((event, k) => ({ key: keys[k] as string, event }));
  return { story, coding: head.coding_id, published: head.date, acts: actsOf({ hash: head.hash, lang: head.lang, date: head.date, persons, told }, split), keyOf, rowOf };
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** How far what the ledger orders events by may lie from the days an act is compared by, open ends and slips included. */
const SLACK = REACH + 12;

/** Stories, other than its own, with clustered events that an act may be compared with. It gives all of them, and some more. */
export function candidates(db: Db, tx: Writer, act: Act, own: number): number[] {
  const types = among(EVENT_TYPES.filter((type) => mayBeOne(act.type, type))), parties = among([...act.parties]), pairs = among([...act.pairs]);
  const published = Math.round(Date.parse(`${act.published}T00:00:00Z`) / 86_400_000), days = act.days ?? { first: published, last: published };
  const from = isoDay(Math.max(act.begins - LONG, -719_162)), to = isoDay(Math.min(act.begins + LONG, days.last + SLACK)), since = isoDay(days.first - SLACK);
  const around = [isoDay(published - REACH), isoDay(published + REACH)] as const;
  const near = (side: 'source' | 'target') => sql`select event.coding_id from event where ${sql.ref(side)} in ${parties} and type in ${types}
    and first_day between ${from} and ${to} and last_day >= ${since} and event.coding_id is not null and exists (select 1 from happening_event where event_id = event.id)`;
  const past = act.days
    ? sql`select event.coding_id from event where pair in ${pairs} and type in ${types} and first_day between ${around[0]} and ${around[1]}
        and event.coding_id is not null and exists (select 1 from happening_event where event_id = event.id)`
    : sql`select event.coding_id from happening_past join event on event.id = event_id where happening_past.pair in ${pairs}
        and published between ${around[0]} and ${around[1]} and type in ${types}`;
  const query = sql<{ id: number }>`select distinct story_id as id from coding where id in (${near('source')} union ${near('target')} union ${past}) and story_id <> ${own} order by story_id`;
  return tx.all({ compile: () => query.compile(db) }).map(({ id }) => id);
}

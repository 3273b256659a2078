/**
 * Keeps happenings up to date: takes in stories that were read, coded anew, corrected or erased since, and clusters their
 * neighbourhood anew. What comes out is what clustering everything at once would give, in whatever order stories came.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { THRESHOLD } from '../../happenings/cluster.ts';
import type { Act } from '../../happenings/act.ts';
import { happeningsOfActs } from '../../happenings/happening.ts';
import { linksBetween } from '../../happenings/link.ts';
import type { Link } from '../../happenings/link.ts';
import { scorer } from '../../happenings/scorer.ts';
import { happeningLinks } from '../corrections/list.ts';
import type { HappeningLinks } from '../corrections/list.ts';
import type { Ledger } from '../ledger.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { findCopies } from './copies.ts';
import { among, candidates, loadActs } from './tellings.ts';
import type { StoryActs } from './tellings.ts';

type Db = Kysely<Schema>;

/** So many stories are taken in by one transaction. */
const BATCH = 100;
/** So many stories' acts are kept at hand. */
const KEPT = 4000;

/** One batch's work on the ledger. */
class Batch {
  readonly #db: Db;
  readonly #tx: Writer;
  readonly #words: HappeningLinks;
  readonly #kept = new Map<number, StoryActs | undefined>();
  /** Events whose happenings may change. */
  readonly #touched = new Set<number>();

  constructor(db: Db, tx: Writer) {
    this.#db = db;
    this.#tx = tx;
    this.#words = happeningLinks(db, tx);
  }

  #all<R>(query: { compile(db: Db): { sql: string; parameters: readonly unknown[] } }): R[] {
    return this.#tx.all({ compile: () => query.compile(this.#db) as never }) as R[];
  }

  #acts(story: number): StoryActs | undefined {
    if (!this.#kept.has(story)) {
      if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value as number);
      this.#kept.set(story, loadActs(this.#db, this.#tx, story, this.#words.cannot));
    }
    return this.#kept.get(story);
  }

  /** Stories whose events changed by corrections, or that merges and splits speak of otherwise than before. */
  corrected(): number[] {
    const before = new Map(this.#tx.all(this.#db.selectFrom('happening_word').selectAll()).map(({ a, b, together }) => [`${a} ${b}`, { a, b, together }]));
    const now = new Map([...this.#words.must.map(([a, b]) => ({ a, b, together: 1 })), ...this.#words.cannot.map(([a, b]) => ({ a, b, together: 0 }))].map((word) => [`${word.a} ${word.b}`, word]));
    const changed = [...[...now].filter(([key, { together }]) => before.get(key)?.together !== together), ...[...before].filter(([key]) => !now.has(key))].flatMap(([, { a, b }]) => [a, b]);
    if (changed.length) {
      this.#tx.run(this.#db.deleteFrom('happening_word'));
      for (const word of now.values()) this.#tx.run(this.#db.insertInto('happening_word').values(word));
    }
    const query = sql<{ id: number }>`
      select distinct coding.story_id as id from event join coding on coding.id = event.coding_id join happening_coding on happening_coding.coding_id = coding.id
      where event.id in ${among(changed)} or (
        event.id in (select row_id from verdict where kind = 'event' union select row_id from revision where kind = 'event' union select fact_id from correction_fact where kind = 'event')
        and exists (select 1 from event_now where event_now.id = event.id) <> exists (select 1 from happening_event where event_id = event.id))`;
    return this.#all<{ id: number }>(query).map(({ id }) => id);
  }

  /** Takes out the events of codings that no longer count. */
  dropStale(): void {
    const stale = this.#all<{ id: number }>(sql`select coding_id as id from happening_coding where coding_id not in (select coding_id from story_head)`).map(({ id }) => id);
    if (stale.length === 0) return;
    this.#drop(this.#all<{ id: number }>(sql`
      select event_id as id from happening_event join event on event.id = event_id where event.coding_id in ${among(stale)}`).map(({ id }) => id));
    this.#tx.run(this.#db.deleteFrom('happening_coding').where(sql<boolean>`coding_id in ${among(stale)}`));
  }

  #drop(events: readonly number[]): void {
    const mates = this.#all<{ id: number }>(sql`
      select event_id as id from happening_event where happening_id in (select happening_id from happening_event where event_id in ${among(events)})`);
    this.#all(sql`delete from happening where id in (select happening_id from happening_event where event_id in ${among(events)})`);
    for (const [table, column] of [['happening_event', 'event_id'], ['happening_past', 'event_id'], ['happening_link', 'a'], ['happening_link', 'b']] as const) {
      this.#all(sql`delete from ${sql.table(table)} where ${sql.ref(column)} in ${among(events)}`);
    }
    const gone = new Set(events);
    for (const { id } of mates) if (!gone.has(id)) this.#touched.add(id);
    for (const id of gone) this.#touched.delete(id);
  }

  /** Takes a story in, or in anew. */
  takeIn(story: number): void {
    this.#drop(this.#all<{ id: number }>(sql`
      select event_id as id from happening_event join event on event.id = event_id join coding on coding.id = event.coding_id where coding.story_id = ${story}`).map(({ id }) => id));
    this.#kept.delete(story);
    const own = this.#acts(story);
    if (!own) return;
    findCopies(this.#db, this.#tx, story);
    const others = new Set(own.acts.flatMap((act) => candidates(this.#db, this.#tx, act, story)));
    for (const other of [...others].sort((a, b) => a - b)) {
      const theirs = this.#acts(other);
      if (!theirs) continue;
      const row = (key: string): number => (own.rowOf.get(key) ?? theirs.rowOf.get(key)) as number;
      for (const { a, b, score } of linksBetween(own.acts, theirs.acts, scorer())) {
        const x = row(a), y = row(b);
        this.#tx.run(this.#db.insertInto('happening_link').values({ a: Math.min(x, y), b: Math.max(x, y), score }));
      }
    }
    for (const id of own.keyOf.keys()) {
      // Its happening follows when the neighbourhood is clustered.
      this.#tx.run(this.#db.insertInto('happening_event').values({ event_id: id, happening_id: 0 }));
      this.#touched.add(id);
    }
    this.#all(sql`insert into happening_past (pair, published, event_id) select pair, ${own.published}, id from event
      where id in ${among([...own.keyOf.keys()])} and ("from" is not null or "to" is not null)`);
    this.#tx.run(this.#db.insertInto('happening_coding').values({ coding_id: own.coding }).onConflict((conflict) => conflict.doNothing()));
  }

  /** Acts by the first of their events, as far as links that could join them, and an analyst's word, reach from what was touched. */
  #neighbourhood(): Map<number, { act: Act; story: StoryActs }> {
    const found = new Map<number, { act: Act; story: StoryActs }>(), words = new Map<number, number[]>();
    for (const [a, b] of this.#words.must) for (const [x, y] of [[a, b], [b, a]] as const) words.set(x, [...(words.get(x) ?? []), y]);
    const storyOf = (events: readonly number[]) => this.#all<{ id: number; story: number }>(sql`
      select event.id as id, coding.story_id as story from event join coding on coding.id = event.coding_id where event.id in ${among(events)}`);
    let open = [...this.#touched];
    while (open.length) {
      const reached: Act[] = [], rows: number[] = [];
      for (const { id, story } of storyOf(open)) {
        const own = this.#acts(story), key = own?.keyOf.get(id), act = own?.acts.find(({ told }) => told.some((one) => one.key === key));
        if (!own || !act) continue;
        const first = own.rowOf.get(act.key) as number;
        if (found.has(first)) continue;
        found.set(first, { act, story: own });
        reached.push(act);
        rows.push(...act.told.map((one) => own.rowOf.get(one.key) as number));
      }
      if (reached.length === 0) break;
      const linked = this.#all<{ id: number }>(sql`
        select b as id from happening_link where a in ${among(rows)} and score > ${THRESHOLD} union select a from happening_link where b in ${among(rows)} and score > ${THRESHOLD}`);
      open = [...linked.map(({ id }) => id), ...rows.flatMap((id) => words.get(id) ?? [])];
    }
    return found;
  }

  /** Clusters what was touched, and writes it down. */
  cluster(): void {
    if (this.#touched.size === 0) return;
    const found = this.#neighbourhood(), firsts = [...found.keys()];
    const keyOf = new Map([...found.values()].flatMap(({ act, story }) => act.told.map(({ key }): [number, string] => [story.rowOf.get(key) as number, key])));
    const rowOf = new Map([...keyOf].map(([row, key]) => [key, row]));
    const named = (pairs: readonly (readonly [number, number])[]): [string, string][] => pairs.flatMap(([a, b]): [string, string][] => {
      const x = keyOf.get(a), y = keyOf.get(b);
      return x !== undefined && y !== undefined ? [[x, y]] : [];
    });
    const links = this.#all<{ a: number; b: number; score: number }>(sql`select a, b, score from happening_link where a in ${among(firsts)} and b in ${among(firsts)}`)
      .flatMap(({ a, b, score }): Link[] => {
        const x = keyOf.get(a) as string, y = keyOf.get(b) as string;
        return [x < y ? { a: x, b: y, score } : { a: y, b: x, score }];
      });
    const happenings = happeningsOfActs([...found.values()].map(({ act }) => act), links, { together: named(this.#words.must), apart: named(this.#words.cannot) });
    const rows = [...keyOf.keys()];
    this.#all(sql`delete from happening where id in (select happening_id from happening_event where event_id in ${among(rows)})`);
    for (const { id, acts } of happenings) {
      const events = acts.flatMap((act) => act.told.map(({ key }) => rowOf.get(key) as number));
      this.#all(sql`update happening_event set happening_id = ${id} where event_id in ${among(events)}`);
      this.#all(sql`insert or replace into happening (id, type, first_day, last_day, events, stories)
        select ${id}, ${(acts[0] as Act).type}, min(first_day), max(last_day), count(*), ${new Set(acts.map((act) => act.story)).size} from event where id in ${among(events)}`);
    }
  }
}

/** Stories that count and whose events stand in no happening yet. */
const waiting = (db: Db, tx: Writer, limit: number): number[] =>
  tx.all(db.selectFrom('story_head').leftJoin('happening_coding', 'happening_coding.coding_id', 'story_head.coding_id').where('happening_coding.coding_id', 'is', null)
    .select('story_head.story_id').orderBy('story_head.story_id').limit(limit)).map(({ story_id }) => story_id);

/**
 * Brings happenings up to date with the record. Returns how many stories were taken in. What a killed run had not taken
 * in, the next one does.
 */
export function updateHappenings(ledger: Ledger): number {
  const { db } = ledger;
  let done = 0;
  for (;;) {
    const n = ledger.write((tx) => {
      const batch = new Batch(db, tx);
      batch.dropStale();
      const stories = [...new Set([...batch.corrected(), ...waiting(db, tx, BATCH)])];
      for (const story of stories) batch.takeIn(story);
      batch.cluster();
      return stories.length;
    });
    done += n;
    if (n < BATCH) return done;
  }
}

/** Forgets all happenings and groups of copies, and makes them anew. Returns how many stories were taken in. */
export function rebuildHappenings(ledger: Ledger): number {
  ledger.write((tx) => {
    for (const table of ['happening', 'happening_event', 'happening_coding', 'happening_link', 'happening_past', 'happening_word', 'story_signature', 'story_band', 'story_copy'] as const) tx.run(ledger.db.deleteFrom(table));
  });
  return updateHappenings(ledger);
}

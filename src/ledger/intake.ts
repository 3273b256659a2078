/** What the ledger remembers of where stories come from: versions at an address, feeds, documents read. */
import type { Kysely } from 'kysely';
import type { FeedStore, WatchedEntry, WatchedFeed } from '../intake/watch/types.ts';
import type { Lang, Story } from '../story/story.ts';
import type { Ledger } from './ledger.ts';
import type { FeedEntryTable, FeedTable, Schema } from './schema.ts';
import type { Writer } from './writer.ts';

/** Notes how a story came: its author, how it was dated, which version of its address's text it is. Within a transaction. */
export function addOrigin(db: Kysely<Schema>, tx: Writer, { author, dated, url }: Story, hash: string): void {
  if (author || dated) tx.run(db.insertInto('story_origin').values({ story: hash, author: author ?? null, dated: dated ?? null }).onConflict((conflict) => conflict.doNothing()));
  if (!url) return;
  const last = tx.one(db.selectFrom('story_version').where('address', '=', url).select(({ fn }) => fn.max('version').as('version')));
  tx.run(db.insertInto('story_version').values({ address: url, version: Number(last?.version ?? 0) + 1, story: hash }).onConflict((conflict) => conflict.doNothing()));
}

/** The versions of a story's text that its address has shown, oldest first, by hash. */
export function versions(ledger: Ledger, hash: string): { address: string; version: number; story: string; seen: string }[] {
  const { db } = ledger;
  return ledger.read((tx) => tx.all(db.selectFrom('story_version').where('address', 'in', db.selectFrom('story_version').where('story', '=', hash).select('address')).selectAll().orderBy('address').orderBy('version')));
}

/** The stories of a document that was read whole, by hash; undefined where it was not. */
export function documentRead(ledger: Ledger, digest: string): string[] | undefined {
  const row = ledger.read((tx) => tx.one(ledger.db.selectFrom('document_read').where('digest', '=', digest).select('stories')));
  return row && (JSON.parse(row.stories) as string[]);
}

/** Notes that all stories of a document are in the ledger. */
export function noteDocument(ledger: Ledger, digest: string, stories: readonly string[]): void {
  ledger.write((tx) => tx.run(ledger.db.insertInto('document_read').values({ digest, stories: JSON.stringify(stories) }).onConflict((conflict) => conflict.doNothing())));
}

const some = <T>(value: T | null): T | undefined => value ?? undefined;

const feedOf = (row: FeedTable & { id: number | object }): WatchedFeed => JSON.parse(JSON.stringify({
  id: Number(row.id), url: row.url, outlet: some(row.outlet), lang: some(row.lang) as Lang | undefined, etag: some(row.etag), modified: some(row.modified), failures: Number(row.failures), due: Number(row.due),
  lastRead: row.last_read === null ? undefined : Number(row.last_read), lastProblem: some(row.last_problem), watched: Number(row.watched) === 1,
})) as WatchedFeed;

const entryOf = (row: FeedEntryTable): WatchedEntry => JSON.parse(JSON.stringify({
  key: row.key, mark: row.mark, url: some(row.url), title: some(row.title), date: some(row.date), state: row.state, tries: Number(row.tries), looks: Number(row.looks), etag: some(row.etag), modified: some(row.modified),
  due: row.due === null ? undefined : Number(row.due),
})) as WatchedEntry;

/** The feeds of a ledger, watched or not, and their entries. */
export class Feeds implements FeedStore {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Adds a feed, or watches one again that was left; outlet and language are set where they are given. */
  add(url: string, { outlet, lang }: { outlet?: string; lang?: Lang } = {}): void {
    const { db } = this.#ledger, given = { ...(outlet && { outlet }), ...(lang && { lang }) };
    this.#ledger.write((tx) => tx.run(db.insertInto('feed').values({ url, outlet: outlet ?? null, lang: lang ?? null, etag: null, modified: null, last_read: null, last_problem: null })
      .onConflict((conflict) => conflict.column('url').doUpdateSet({ watched: 1, ...given }))));
  }

  /** Watches a feed no more; its stories stay. Returns whether it was watched. */
  leave(url: string): boolean {
    return this.#ledger.write((tx) => tx.run(this.#ledger.db.updateTable('feed').set({ watched: 0 }).where('url', '=', url).where('watched', '=', 1)).changes > 0);
  }

  /** All feeds, those no longer watched too. */
  all(): WatchedFeed[] {
    return this.#ledger.read((tx) => tx.all(this.#ledger.db.selectFrom('feed').selectAll().orderBy('id')).map((row) => feedOf(row as unknown as FeedTable & { id: number })));
  }

  feeds(): WatchedFeed[] {
    return this.all().filter(({ watched }) => watched);
  }

  entry(feed: number, key: string): WatchedEntry | undefined {
    const row = this.#ledger.read((tx) => tx.one(this.#ledger.db.selectFrom('feed_entry').where('feed_id', '=', feed).where('key', '=', key).selectAll()));
    return row && entryOf(row as unknown as FeedEntryTable);
  }

  /** How many entries of a feed stand how. */
  states(feed: number): Record<string, number> {
    const rows = this.#ledger.read((tx) => tx.all(this.#ledger.db.selectFrom('feed_entry').where('feed_id', '=', feed).select(({ fn }) => ['state', fn.countAll().as('n')]).groupBy('state').orderBy('state')));
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  }

  due(feed: number, by: number): WatchedEntry[] {
    return this.#ledger.read((tx) => tx.all(this.#ledger.db.selectFrom('feed_entry').where('feed_id', '=', feed).where('due', '<=', by).selectAll().orderBy('due').orderBy('key')).map((row) => entryOf(row as unknown as FeedEntryTable)));
  }

  nextDue(feed: number): number | undefined {
    const row = this.#ledger.read((tx) => tx.one(this.#ledger.db.selectFrom('feed_entry').where('feed_id', '=', feed).where('due', 'is not', null).select(({ fn }) => fn.min('due').as('due'))));
    return row?.due === null || row?.due === undefined ? undefined : Number(row.due);
  }

  save(feed: WatchedFeed, entries: readonly WatchedEntry[] = []): void {
    const { db } = this.#ledger;
    this.#ledger.write((tx) => {
      tx.run(db.updateTable('feed').where('id', '=', feed.id).set({
        url: feed.url, watched: feed.watched ? 1 : 0, etag: feed.etag ?? null, modified: feed.modified ?? null, failures: feed.failures, due: Math.round(feed.due), last_read: feed.lastRead ?? null, last_problem: feed.lastProblem ?? null,
      }));
      for (const entry of entries) this.#put(tx, feed.id, entry);
    });
  }

  saveEntry(feed: number, entry: WatchedEntry): void {
    this.#ledger.write((tx) => this.#put(tx, feed, entry));
  }

  #put(tx: Writer, feed: number, { key, mark, url, title, date, state, tries, looks, etag, modified, due }: WatchedEntry): void {
    const row = { mark, url: url ?? null, title: title ?? null, date: date ?? null, state, tries, looks, etag: etag ?? null, modified: modified ?? null, due: due === undefined ? null : Math.round(due) };
    tx.run(this.#ledger.db.insertInto('feed_entry').values({ feed_id: feed, key, ...row }).onConflict((conflict) => conflict.columns(['feed_id', 'key']).doUpdateSet(row)));
  }
}

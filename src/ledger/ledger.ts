/** The ledger: one file, opened, brought up to date, written a story at a time. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { problem, ProblemError } from '../story/errors.ts';
import { contentHash } from '../story/hash.ts';
import type { CodedStory } from '../story/facts.ts';
import type { Story } from '../story/story.ts';
import { Connection, sqliteCode } from './connection.ts';
import { LedgerDialect } from './dialect.ts';
import { settleStory } from './corrections/settle.ts';
import { addOrigin } from './intake.ts';
import { tombstoneOf } from './forget.ts';
import { migrate } from './migrate.ts';
import { addCoding, addStory } from './put.ts';
import type { Schema } from './schema.ts';
import { Writer } from './writer.ts';

/** What `put` did: a new story, one coded anew by another version of the coder, or nothing as all was there. */
export type Put = 'added' | 'recoded' | 'known';

export interface PutOptions {
  /** Take the facts anew where another version of the coder took them. */
  recode?: boolean;
  /** What is done with a story that was forgotten: it is refused, or read all the same. */
  forgotten?: 'refused' | 'read';
}

/** How long a second writer waits for the first, in milliseconds. */
export const PATIENCE = 30_000;

export class Ledger {
  /** For reading; the queries are in `facts.ts` and `stories.ts`. */
  readonly db: Kysely<Schema>;
  readonly path: string;
  readonly #connection: Connection;
  readonly #writer: Writer;

  private constructor(connection: Connection, path: string) {
    this.#connection = connection;
    this.#writer = new Writer(connection);
    this.path = path;
    this.db = new Kysely<Schema>({ dialect: new LedgerDialect(connection) });
  }

  /**
   * Opens a ledger and brings its schema up to date. With `create`, makes it (and its folder) where it is missing.
   * Throws ProblemError where there is none, where the file is something else, or newer than this program.
   */
  static open(path: string, { create = false } = {}): Ledger {
    const memory = path === ':memory:';
    if (!memory && !existsSync(path)) {
      if (!create) throw new ProblemError(problem('ledger-missing', { file: path }));
      try {
        mkdirSync(dirname(path), { recursive: true });
      } catch (error) {
        throw new ProblemError(problem('ledger-unopened', { file: path }, { why: (error as Error).message }));
      }
    }
    const connection = new Connection(path);
    try {
      connection.query(`PRAGMA busy_timeout = ${PATIENCE}`);
      migrate(connection, path);
      // The log lets readers and one writer work at once; a commit is on the disk before a story counts as read.
      connection.query('PRAGMA journal_mode = WAL');
      connection.query('PRAGMA synchronous = FULL');
      connection.query('PRAGMA foreign_keys = ON');
      connection.query('PRAGMA temp_store = MEMORY');
      connection.query('PRAGMA cache_size = -65536');
    } catch (error) {
      connection.close();
      throw explain(error, path);
    }
    return new Ledger(connection, path);
  }

  /**
   * Does all of `work` or none of it, in one transaction that holds the write lock. `work` is synchronous and reads and
   * writes through the writer it is given; questions are asked of `db` meanwhile by nobody else on this connection.
   * Throws ProblemError where the ledger stays busy.
   */
  write<T>(work: (tx: Writer) => T): T {
    try {
      return this.#connection.transaction(() => work(this.#writer));
    } catch (error) {
      throw explain(error, this.path);
    }
  }

  /** Reads at once. `work` is synchronous, so that nothing else on this connection comes between, and writes nothing. */
  read<T>(work: (tx: Writer) => T): T {
    try {
      return work(this.#writer);
    } catch (error) {
      throw explain(error, this.path);
    }
  }

  /** The version of the coder whose facts of this story count, or undefined where the story has not been read. */
  coderOf(hash: string): string | undefined {
    const row = this.#writer.one(this.db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id')
      .innerJoin('coding', 'coding.id', 'story_head.coding_id').where('story.hash', '=', hash).select('coding.coder'));
    return row?.coder;
  }

  /**
   * Writes a story and its facts, whole or not at all. A story that is there is left as it is, unless `recode` is set and
   * another version of the coder had read it: then its facts are added beside the old ones, and are the ones that count.
   * Throws ProblemError for a story that was forgotten, unless it is to be read all the same.
   */
  put(story: Story, coded: CodedStory, coder: string, { recode = false, forgotten = 'refused' }: PutOptions = {}): Put {
    const hash = contentHash(story);
    return this.write((tx) => {
      const gone = forgotten === 'refused' ? tombstoneOf(tx, hash) : undefined;
      if (gone) throw new ProblemError(problem('forgotten-story', {}, { day: gone.at.slice(0, 10) }));
      const known = tx.one(this.db.selectFrom('story').where('hash', '=', hash).select('id'));
      if (known && (!recode || this.coderOf(hash) === coder)) return 'known';
      const storyId = known ? Number(known.id) : addStory(this.db, tx, story, coded.lang, hash);
      if (!known) addOrigin(this.db, tx, story, hash);
      addCoding(this.db, tx, storyId, story, coded, coder);
      settleStory(this.db, tx, hash);
      if (forgotten === 'read') tx.run(this.db.deleteFrom('tombstone').where('hash', '=', hash));
      return known ? 'recoded' : 'added';
    });
  }

  /** Writes a copy of the ledger as it stands at this moment to a new file, while others read and write. */
  copyTo(file: string): void {
    try {
      this.#connection.query('VACUUM INTO ?', [file]);
    } catch (error) {
      throw explain(error, this.path);
    }
  }

  /**
   * Writes the file anew without what was erased, and empties the log. Returns false where another program is reading from
   * the log: it then empties when that program next closes the ledger or this is done again.
   */
  compact(): boolean {
    try {
      // The copy goes through a file of its own and not through memory, which it might not fit into.
      this.#connection.query('PRAGMA temp_store = FILE');
      this.#connection.script('VACUUM');
      const [log] = this.#connection.query('PRAGMA wal_checkpoint(TRUNCATE)').rows;
      return Number(log?.['busy']) === 0;
    } catch (error) {
      throw explain(error, this.path);
    } finally {
      this.#connection.query('PRAGMA temp_store = MEMORY');
    }
  }

  /** Closes the file; the last one to close it empties the log into it. */
  close(): void {
    this.#connection.close();
  }
}

/** Gives SQLite's own errors the words of the catalogue. */
function explain(error: unknown, path: string): unknown {
  const code = sqliteCode(error), where = { file: path };
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new ProblemError(problem('ledger-busy', where));
  if (code === 'SQLITE_NOTADB') return new ProblemError(problem('not-a-ledger', where));
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(code)) return new ProblemError(problem('ledger-unopened', where, { why: (error as Error).message }));
  return error;
}

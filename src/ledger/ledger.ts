/** The ledger: one file, opened, brought up to date, written a story at a time. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { Compilable } from 'kysely';
import { problem, ProblemError } from '../story/errors.ts';
import { contentHash } from '../story/hash.ts';
import type { CodedStory, PersonRecord } from '../story/facts.ts';
import type { Span, Story } from '../story/story.ts';
import { Connection, sqliteCode } from './connection.ts';
import { LedgerDialect } from './dialect.ts';
import { fold } from './fold.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** What `put` did: a new story, one coded anew by another version of the coder, or nothing as all was there. */
export type Put = 'added' | 'recoded' | 'known';

/** How long a second writer waits for the first, in milliseconds. */
const PATIENCE = 30_000;

const json = (value: unknown): string => JSON.stringify(value);
const jsonOrNull = (value: object): string | null => {
  const text = JSON.stringify(value);
  return text === '{}' ? null : text;
};

/** First and last day for ordering and for periods: what the text says, else the day of publication. */
export function span(published: string, from?: string, to?: string): { first_day: string; last_day: string } {
  if (from && to) return { first_day: from, last_day: to };
  if (from) return { first_day: from, last_day: from > published ? from : published };
  if (to) return { first_day: to < published ? to : published, last_day: to };
  return { first_day: published, last_day: published };
}

/** All the names by which whoever is meant may be looked up, folded, one a line. */
function lookup(name: string | undefined, persons: readonly PersonRecord[]): string {
  if (!name) return '';
  const names = persons.find((person) => person.names.includes(name))?.names ?? [];
  return [...new Set([name, ...names].map(fold))].join('\n');
}

export class Ledger {
  /** For reading; the queries are in `facts.ts` and `stories.ts`. */
  readonly db: Kysely<Schema>;
  readonly path: string;
  readonly #connection: Connection;

  private constructor(connection: Connection, path: string) {
    this.#connection = connection;
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

  #run(query: Compilable): number {
    const { sql, parameters } = query.compile();
    return this.#connection.query(sql, parameters).lastId;
  }

  #one(query: Compilable): Record<string, unknown> | undefined {
    const { sql, parameters } = query.compile();
    return this.#connection.query(sql, parameters).rows[0];
  }

  /** The version of the coder whose facts of this story count, or undefined where the story has not been read. */
  coderOf(hash: string): string | undefined {
    const row = this.#one(this.db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id')
      .innerJoin('coding', 'coding.id', 'story_head.coding_id').where('story.hash', '=', hash).select('coding.coder'));
    return row?.['coder'] as string | undefined;
  }

  /**
   * Writes a story and its facts, whole or not at all. A story that is there is left as it is, unless `recode` is set and
   * another version of the coder had read it: then its facts are added beside the old ones, and are the ones that count.
   */
  put(story: Story, coded: CodedStory, coder: string, { recode = false } = {}): Put {
    const hash = contentHash(story);
    try {
      return this.#connection.transaction(() => {
        const known = this.#one(this.db.selectFrom('story').where('hash', '=', hash).select('id'));
        if (known && (!recode || this.coderOf(hash) === coder)) return 'known';
        const storyId = known ? Number(known['id']) : this.#addStory(story, coded, hash);
        this.#addCoding(storyId, story, coded, coder);
        return known ? 'recoded' : 'added';
      });
    } catch (error) {
      throw explain(error, this.path);
    }
  }

  #addStory(story: Story, coded: CodedStory, hash: string): number {
    const { date, text } = story, outlet = story.outlet ?? null, title = story.title ?? null, url = story.url ?? null;
    const id = this.#run(this.db.insertInto('story').values({
      hash, name: story.id, lang: coded.lang, date, outlet, outlet_folded: fold(outlet ?? ''), url, title, text,
    }));
    this.#run(this.db.insertInto('story_words').values({ rowid: id, title: fold(title ?? ''), text: fold(text) }));
    return id;
  }

  #addCoding(storyId: number, story: Story, coded: CodedStory, coder: string): void {
    const { db } = this, published = story.date;
    // A coder that was used before is asked for again where a newer one has been taken back: its coding stands already.
    const before = this.#one(db.selectFrom('coding').where('story_id', '=', storyId).where('coder', '=', coder).select('id'));
    const codingId = before ? Number(before['id']) : this.#run(db.insertInto('coding').values({ story_id: storyId, coder }));
    this.#run(db.insertInto('story_head').values({ story_id: storyId, coding_id: codingId })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ coding_id: codingId })));
    if (before) return;

    for (const { names, country, role } of coded.persons) {
      this.#run(db.insertInto('person').values({
        coding_id: codingId, name: names[0] ?? '', names: json(names), names_folded: [...new Set(names.map(fold))].join('\n'), country, role: role ?? null,
      }));
    }
    const sentence = this.#sentences(storyId, story.text);
    for (const event of coded.events) {
      const { chain, condition, purpose, quotes, numbers, happening } = event;
      this.#run(db.insertInto('event').values({
        coding_id: codingId, dataset_id: null, sentence_id: sentence(event.offsets.sentence, event.evidence),
        type: event.type, source: event.source, target: event.target,
        source_person: event.source_person ?? null, target_person: event.target_person ?? null, mutual: event.mutual ? 1 : 0,
        from: event.from ?? null, to: event.to ?? null, granularity: event.granularity ?? null, ...span(published, event.from, event.to),
        factuality: event.factuality, attributed_to: event.attributed_to ?? null,
        speaker_folded: lookup(event.attributed_to ?? event.source_person, coded.persons),
        mode: event.mode ?? null, recurring: event.recurring ? 1 : 0, precedent: event.precedent ? json(event.precedent) : null, place: event.place ?? null,
        detail: jsonOrNull({ chain, condition, purpose, quotes, numbers, happening }), offsets: json(event.offsets), confidence: event.confidence,
      }));
    }
    for (const claim of coded.claims) {
      const id = this.#run(db.insertInto('claim').values({
        coding_id: codingId, sentence_id: sentence(claim.offsets.sentence, claim.evidence), speaker: claim.speaker,
        speaker_folded: lookup(claim.speaker, coded.persons), kind: claim.kind, about: json(claim.about), ...span(published),
        offsets: json(claim.offsets), confidence: claim.confidence,
      }));
      for (const party of new Set(claim.about)) this.#run(db.insertInto('claim_about').values({ party, claim_id: id }));
    }
    for (const tie of coded.ties) {
      this.#run(db.insertInto('tie').values({
        coding_id: codingId, sentence_id: sentence(tie.offsets.sentence, tie.evidence), a: tie.a, b: tie.b, domain: tie.domain, kind: tie.kind,
        ...span(published), offsets: json(tie.offsets), confidence: tie.confidence,
      }));
    }
    for (const trend of coded.trends) {
      this.#run(db.insertInto('trend').values({
        coding_id: codingId, sentence_id: sentence(trend.offsets.sentence, trend.evidence), a: trend.a, b: trend.b, direction: trend.direction,
        from: trend.from ?? null, to: trend.to ?? null, ...span(published, trend.from, trend.to), offsets: json(trend.offsets), confidence: trend.confidence,
      }));
    }
  }

  /** Gives the row of a sentence, made when first asked for. Throws where a fact's evidence is not what stands at its offsets. */
  #sentences(storyId: number, text: string): (at: Span, evidence: string) => number {
    const made = new Map<string, number>();
    return ({ start, end }, evidence) => {
      const stands = text.slice(start, end);
      if (stands !== evidence) throw new Error(`evidence is not the text from ${start} to ${end}`);
      const key = `${start}-${end}`;
      const { db } = this;
      let id = made.get(key);
      if (id === undefined) {
        const before = this.#one(db.selectFrom('sentence').where('story_id', '=', storyId).where('start', '=', start).where('end', '=', end).select('id'));
        if (before) id = Number(before['id']);
        else {
          id = this.#run(db.insertInto('sentence').values({ story_id: storyId, start, end, text: stands }));
          this.#run(db.insertInto('sentence_words').values({ rowid: id, text: fold(stands) }));
        }
        made.set(key, id);
      }
      return id;
    };
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

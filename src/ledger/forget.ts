/** A story erased for good: its rows, its words in the indexes, what corrections say of it, and what they leave in the file. */
import { problem, ProblemError } from '../story/errors.ts';
import { loseStory } from './happenings/lose.ts';
import type { Ledger } from './ledger.ts';
import type { Writer } from './writer.ts';

/** Who wanted it, and for what reason (which must not tell what the story said). */
export interface Forgetting {
  who: string;
  why?: string;
  /** Now, where it is left out. */
  at?: string;
}

export interface Forgotten {
  hash: string;
  /** Rows that are gone, corrections among them. */
  facts: number;
  corrections: number;
}

const FACTS = ['event', 'claim', 'tie', 'trend'] as const;
const numbers = (tx: Writer, sql: string, parameters: readonly unknown[]): number[] => tx.sql(sql, parameters).rows.map((row) => Number(row['id']));
/** The values of a column, as a list that a condition takes as one parameter. */
const IN = 'IN (SELECT value FROM json_each(?))';

/** The tables whose rows name rows of others in columns of these names. */
function references(tx: Writer, columns: readonly string[]): { table: string; column: string }[] {
  const marks = columns.map(() => '?').join(', ');
  return tx.sql(`SELECT m.name AS name, c.name AS column FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name IN (${marks}) ORDER BY 1, 2`, columns)
    .rows.map((row) => ({ table: String(row['name']), column: String(row['column']) }));
}

/** Append-only tables refuse to lose rows; here alone they are let. The triggers are back before the transaction ends. */
function unguarded(tx: Writer, work: () => void): void {
  const guards = tx.sql(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_kept\\_d' ESCAPE '\\'`).rows;
  for (const { name } of guards) tx.sql(`DROP TRIGGER "${String(name)}"`);
  work();
  for (const { sql } of guards) tx.sql(String(sql));
}

/** Erases a story's rows, wherever they are. Leaves a tombstone. */
export function eraseStory(tx: Writer, hash: string, { who, why = '', at = new Date().toISOString() }: Forgetting): Forgotten {
  const story = tx.sql('SELECT id, url FROM story WHERE hash = ?', [hash]).rows[0];
  const ids = new Map<string, number[]>(), json = (of: string): string => JSON.stringify(ids.get(of) ?? []);
  const storyId = story ? Number(story['id']) : -1;
  ids.set('story_id', [storyId]);
  ids.set('coding_id', numbers(tx, 'SELECT id FROM coding WHERE story_id = ?', [storyId]));
  ids.set('sentence_id', numbers(tx, 'SELECT id FROM sentence WHERE story_id = ?', [storyId]));
  for (const kind of FACTS) ids.set(`${kind}_id`, numbers(tx, `SELECT id FROM ${kind} WHERE coding_id ${IN}`, [json('coding_id')]));
  const said = numbers(tx, 'SELECT correction_id AS id FROM correction_story WHERE story = ?', [hash]);
  // What undid or redid them goes too: its reason may speak of them.
  ids.set('correction_id', [...said, ...numbers(tx, `SELECT id FROM correction WHERE target IN (SELECT uid FROM correction WHERE id ${IN})`, [JSON.stringify(said)])]);
  const facts = FACTS.reduce((sum, kind) => sum + (ids.get(`${kind}_id`) as number[]).length, 0);

  loseStory(tx, storyId);
  // Rows are erased in whatever order the tables come in; that all hang together again is seen at the end.
  tx.sql('PRAGMA defer_foreign_keys = ON');
  unguarded(tx, () => {
    for (const kind of FACTS) {
      for (const table of ['verdict', 'revision']) tx.sql(`DELETE FROM ${table} WHERE kind = ? AND row_id ${IN}`, [kind, json(`${kind}_id`)]);
      tx.sql(`DELETE FROM correction_fact WHERE kind = ? AND fact_id ${IN}`, [kind, json(`${kind}_id`)]);
    }
    // What feeds say of it: its title and its address there.
    const addresses = [...tx.sql('SELECT address FROM story_version WHERE story = ?', [hash]).rows.map((row) => String(row['address'])), ...(story?.['url'] ? [String(story['url'])] : [])];
    tx.sql(`UPDATE feed_entry SET url = NULL, title = NULL, state = 'gone', due = NULL WHERE url ${IN}`, [JSON.stringify(addresses)]);
    tx.sql(`DELETE FROM sentence_words WHERE rowid ${IN}`, [json('sentence_id')]);
    tx.sql('DELETE FROM story_words WHERE rowid = ?', [storyId]);
    for (const { table, column } of references(tx, [...ids.keys()])) tx.sql(`DELETE FROM "${table}" WHERE "${column}" ${IN}`, [json(column)]);
    for (const { table } of references(tx, ['story'])) tx.sql(`DELETE FROM "${table}" WHERE story = ?`, [hash]);
    for (const column of ['event_id', 'claim_id', 'tie_id', 'trend_id', 'sentence_id', 'coding_id', 'correction_id', 'story_id']) tx.sql(`DELETE FROM ${column.slice(0, -3)} WHERE id ${IN}`, [json(column)]);
  });
  tx.sql('INSERT INTO tombstone (hash, at, who, why) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING', [hash, at, who, why]);
  return { hash, facts, corrections: (ids.get('correction_id') as number[]).length };
}

/** Rewrites the full-text indexes: until then they hold the words of rows that are gone, only marked as such. */
export function purgeIndexes(tx: Writer): void {
  for (const { name } of tx.sql(`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'`).rows) tx.sql(`INSERT INTO "${String(name)}" ("${String(name)}") VALUES ('optimize')`);
}

/**
 * Erases a story for good: from tables and indexes, and then from the pages that are left free and from the log. Whoever
 * reads from the ledger meanwhile goes on. Backups and exports made before still have it.
 * @returns what is gone, and whether the log could be emptied: while another program reads, it empties when that ends
 * @throws ProblemError where there is no such story
 */
export function forgetStory(ledger: Ledger, hash: string, forgetting: Forgetting): Forgotten & { clean: boolean } {
  const done = ledger.write((tx) => {
    if (tx.sql('SELECT 1 FROM story WHERE hash = ?', [hash]).rows.length === 0) throw new ProblemError(problem('unknown-story', {}, { given: hash }));
    const gone = eraseStory(tx, hash, forgetting);
    purgeIndexes(tx);
    return gone;
  });
  return { ...done, clean: ledger.compact() };
}

/** A tombstone: that there was a story, not what it said. */
export interface Tombstone {
  hash: string;
  at: string;
  who: string;
  why: string;
}

/** The tombstone of a hash, where there is one. */
export const tombstoneOf = (tx: Writer, hash: string): Tombstone | undefined =>
  tx.sql('SELECT hash, at, who, why FROM tombstone WHERE hash = ?', [hash]).rows[0] as unknown as Tombstone | undefined;

/** All of them, oldest first. */
export const tombstones = (ledger: Ledger): Tombstone[] => ledger.read((tx) => tx.sql('SELECT hash, at, who, why FROM tombstone ORDER BY at, hash').rows as unknown as Tombstone[]);

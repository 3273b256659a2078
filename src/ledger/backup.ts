/** The whole ledger into one file and back, while others read and write. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { problem, ProblemError } from '../story/errors.ts';
import { Connection } from './connection.ts';
import { eraseStory, purgeIndexes, tombstones } from './forget.ts';
import type { Tombstone } from './forget.ts';
import { updateHappenings } from './happenings/update.ts';
import { Ledger, PATIENCE } from './ledger.ts';
import { Writer } from './writer.ts';

/**
 * Writes a copy of the ledger as it stands at this moment, whole and without free pages. It appears under its name when it
 * is complete. Throws ProblemError where the file is there already, or cannot be written.
 */
export function backup(ledger: Ledger, file: string): void {
  if (existsSync(file)) throw new ProblemError(problem('file-exists', { file }));
  const made = `${file}.part-${process.pid}`;
  try {
    ledger.copyTo(made);
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw new ProblemError(problem('file-unwritten', { file }, { why: error instanceof Error ? error.message : String(error) }));
  }
}

interface Thing {
  type: string;
  name: string;
  sql: string;
}

const things = (tx: Writer, schema: string): Thing[] =>
  tx.sql(`SELECT type, name, sql FROM ${schema}.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`).rows as unknown as Thing[];
const isVirtual = ({ sql }: Thing): boolean => /^CREATE VIRTUAL/i.test(sql);
/** What an FTS5 table keeps its index in. */
const shadows = (virtual: readonly string[]): Set<string> => new Set(virtual.flatMap((name) => ['data', 'idx', 'content', 'docsize', 'config'].map((part) => `${name}_${part}`)));

/** Puts the attached ledger `backup` in the place of this one, schema and all. */
function replace(tx: Writer): void {
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const here = things(tx, 'main');
  for (const { type, name } of here.filter((thing) => thing.type === 'trigger' || thing.type === 'view')) tx.sql(`DROP ${type} main.${quoted(name)}`);
  const mine = here.filter(({ type }) => type === 'table'), indexes = shadows(mine.filter(isVirtual).map(({ name }) => name));
  for (const { name } of mine.filter(isVirtual)) tx.sql(`DROP TABLE main.${quoted(name)}`);
  for (const { name } of mine.filter((thing) => !isVirtual(thing) && !indexes.has(thing.name))) tx.sql(`DROP TABLE main.${quoted(name)}`);

  const there = things(tx, 'backup'), tables = there.filter(({ type }) => type === 'table'), virtual = tables.filter(isVirtual), kept = shadows(virtual.map(({ name }) => name));
  for (const { sql } of tables.filter((thing) => !isVirtual(thing) && !kept.has(thing.name))) tx.sql(sql);
  for (const { sql } of virtual) tx.sql(sql);
  for (const { name } of tables.filter((thing) => !isVirtual(thing))) {
    if (kept.has(name)) tx.sql(`DELETE FROM main.${quoted(name)}`);
    const generated = new Set(tx.sql(`SELECT name FROM pragma_table_xinfo(?, 'backup') WHERE hidden IN (2, 3)`, [name]).rows.map((row) => String(row['name'])));
    const columns = tx.sql(`SELECT name FROM pragma_table_xinfo(?, 'backup') WHERE hidden IN (0, 2, 3)`, [name]).rows.map((row) => String(row['name'])).filter((column) => !generated.has(column)).map(quoted).join(', ');
    tx.sql(`INSERT INTO main.${quoted(name)} (${columns}) SELECT ${columns} FROM backup.${quoted(name)}`);
  }
  for (const { sql } of there.filter(({ type }) => type === 'index' || type === 'view' || type === 'trigger')) tx.sql(sql);
  tx.sql(`PRAGMA main.user_version = ${Number(tx.sql('PRAGMA backup.user_version').rows[0]?.['user_version'])}`);
}

/** A copy of the backup, brought up to this program's schema, and without what was forgotten here. */
function prepared(file: string, copy: string, forgotten: readonly Tombstone[]): { stories: number; forgotten: number } {
  copyFileSync(file, copy);
  const looked = new Connection(copy);
  try {
    const sound = looked.query('PRAGMA quick_check(1)').rows[0]?.['quick_check'];
    if (sound !== 'ok') throw new ProblemError(problem('backup-damaged', { file }, { why: String(sound) }));
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError(problem('not-a-ledger', { file }));
  } finally {
    looked.close();
  }
  const ledger = Ledger.open(copy);
  try {
    const told = ledger.write((tx) => {
      let left = 0;
      for (const { hash, ...forgetting } of forgotten) {
        left += tx.sql('SELECT 1 FROM story WHERE hash = ?', [hash]).rows.length;
        eraseStory(tx, hash, forgetting);
      }
      if (left) purgeIndexes(tx);
      return { stories: Number(tx.sql('SELECT count(*) AS n FROM story').rows[0]?.['n']), forgotten: left };
    });
    updateHappenings(ledger);
    return told;
  } finally {
    ledger.close();
  }
}

/** The names that a file goes by on disk. */
const files = (path: string): string[] => [path, `${path}-wal`, `${path}-shm`];

/**
 * Puts a backup in the place of what a ledger holds, in one transaction: whoever has the ledger open sees the old, then the
 * new. Stories that were forgotten since the backup stay forgotten. Makes the ledger where there is none.
 * @returns how many stories it holds now, and how many that the backup had were left out as forgotten
 * @throws ProblemError where the backup is no ledger, is newer than this program, or is damaged
 */
export function restore(path: string, file: string): { stories: number; forgotten: number } {
  if (!existsSync(file)) throw new ProblemError(problem('file-missing', { file }));
  const ledger = Ledger.open(path, { create: true }), copy = `${path}.restore-${process.pid}`;
  try {
    const told = prepared(file, copy, tombstones(ledger));
    ledger.close();
    // A connection of its own: one that has used the indexes remembers how they lay.
    const connection = new Connection(path);
    try {
      connection.query(`PRAGMA busy_timeout = ${PATIENCE}`);
      connection.query('ATTACH DATABASE ? AS backup', [copy]);
      connection.query('PRAGMA foreign_keys = OFF');
      connection.transaction(() => replace(new Writer(connection)));
      connection.query('DETACH DATABASE backup');
    } finally {
      connection.close();
    }
    return told;
  } finally {
    ledger.close();
    for (const name of files(copy)) rmSync(name, { force: true });
  }
}

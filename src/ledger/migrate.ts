/** The schema, brought up to date in one transaction: a ledger is of one version or the next, whenever the program dies. */
import { readdirSync, readFileSync } from 'node:fs';
import { problem, ProblemError } from '../story/errors.ts';
import type { Connection } from './connection.ts';
import { sqliteCode } from './connection.ts';

/** Marks the file as a ledger in SQLite's header: "DRGM". */
const APPLICATION = 0x4452474d;
const folder = new URL('./migrations/', import.meta.url);

const pragma = (connection: Connection, name: string): number => Number(connection.query(`PRAGMA ${name}`).rows[0]?.[name]);

/** Migrations in order; the number of a file is the version that it leads to. */
function migrations(): { version: number; sql: () => string }[] {
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ version: Number.parseInt(name, 10), sql: () => readFileSync(new URL(name, folder), 'utf8') }));
}

/**
 * Brings an open file to this program's schema. Throws ProblemError where it is another program's file, or a newer
 * ledger; both are left as they are.
 */
export function migrate(connection: Connection, path: string): void {
  const where = { file: path };
  const known = migrations(), latest = known.at(-1)?.version ?? 0;
  const look = (): number => {
    const version = pragma(connection, 'user_version'), application = pragma(connection, 'application_id');
    const tables = Number(connection.query('SELECT count(*) AS n FROM sqlite_schema').rows[0]?.['n']);
    const fresh = version === 0 && application === 0 && tables === 0;
    if (!fresh && application !== APPLICATION) throw new ProblemError(problem('not-a-ledger', where));
    if (version > latest) throw new ProblemError(problem('newer-ledger', where, { have: version, know: latest }));
    return version;
  };
  try {
    if (look() === latest) return;
    connection.transaction(() => {
      const version = look();
      for (const migration of known) if (migration.version > version) connection.script(migration.sql());
      connection.script(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${latest}`);
    });
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') throw new ProblemError(problem('not-a-ledger', where));
    throw error;
  }
}

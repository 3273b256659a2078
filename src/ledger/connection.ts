/** One SQLite connection through libsql, guarded, with its statements kept. */
import { createRequire } from 'node:module';
import type { Database, Statement } from 'libsql';
import { problem, ProblemError } from '../story/errors.ts';

/** What SQLite stores. The binding ends the whole process on anything else, so everything is checked before it. */
export type Value = string | number | bigint | null | Uint8Array;
export type Row = Record<string, unknown>;

const KEPT = 256;

function check(parameters: readonly unknown[]): Value[] {
  for (const value of parameters) {
    const fine = value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array
      || (typeof value === 'number' && Number.isFinite(value));
    if (!fine) throw new TypeError(`A ${typeof value} cannot be stored: ${String(value)}`);
  }
  return parameters as Value[];
}

/** The SQLite error code (`SQLITE_BUSY`, ...), where an error carries one. */
export const sqliteCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

function loadBinding(): new (path: string) => Database {
  try {
    return createRequire(import.meta.url)('libsql') as new (path: string) => Database;
  } catch (error) {
    if (sqliteCode(error) === 'MODULE_NOT_FOUND') throw new ProblemError(problem('no-binding', {}, { platform: `${process.platform} ${process.arch}` }));
    throw error;
  }
}

export class Connection {
  readonly #db: Database;
  readonly #statements = new Map<string, Statement<Value[]>>();

  /** Opens or makes the file (`:memory:` for none). Throws ProblemError where it cannot. */
  constructor(path: string) {
    const Binding = loadBinding();
    try {
      this.#db = new Binding(path);
    } catch (error) {
      throw new ProblemError(problem('ledger-unopened', { file: path }, { why: error instanceof Error ? error.message : String(error) }));
    }
  }

  #prepare(sql: string): Statement<Value[]> {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const made = this.#db.prepare(sql) as unknown as Statement<Value[]>;
    if (this.#statements.size >= KEPT) this.#statements.delete(this.#statements.keys().next().value as string);
    this.#statements.set(sql, made);
    return made;
  }

  /** Runs one statement. Returns its rows, how many it changed, and the last row's id. */
  query(sql: string, parameters: readonly unknown[] = []): { rows: Row[]; changes: number; lastId: number } {
    const values = check(parameters), statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(values as never) as Row[], changes: 0, lastId: 0 };
    const { changes, lastInsertRowid } = statement.run(values as never);
    return { rows: [], changes, lastId: Number(lastInsertRowid) };
  }

  /** Runs a script of statements without parameters. */
  script(sql: string): void {
    this.#db.exec(sql);
  }

  /** All of `work` or none of it; it takes the write lock at once, so that two writers wait for each other at its beginning. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.open) this.#db.close();
  }
}

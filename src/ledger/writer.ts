/** Writing inside one transaction: queries as Kysely makes them, run at once. */
import type { Compilable } from 'kysely';
import type { Connection } from './connection.ts';

export class Writer {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Runs a statement. Returns the last row's id and how many rows were changed. */
  run(query: Compilable): { id: number; changes: number } {
    const { sql, parameters } = query.compile();
    const { lastId, changes } = this.#connection.query(sql, parameters);
    return { id: lastId, changes };
  }

  /** Runs a statement as it is written, for what is run many thousands of times. */
  sql(text: string, parameters: readonly unknown[] = []): { id: number; changes: number; rows: Record<string, unknown>[] } {
    const { lastId, changes, rows } = this.#connection.query(text, parameters);
    return { id: lastId, changes, rows };
  }

  /** All rows of a question. */
  all<R>(query: Compilable<R>): R[] {
    const { sql, parameters } = query.compile();
    return this.#connection.query(sql, parameters).rows as R[];
  }

  /** The first row, where there is one. */
  one<R>(query: Compilable<R>): R | undefined {
    return this.all(query)[0];
  }
}

/** Tables on their way out: columns of plain values, rows that come in pages so that a ledger of any size goes through. */

export type Cell = string | number | boolean | null;

export interface Column<R> {
  name: string;
  type: 'text' | 'integer' | 'real' | 'boolean';
  of(row: R): Cell | undefined;
}

export interface Sheet<R> {
  columns: readonly Column<R>[];
  pages: AsyncIterable<readonly R[]>;
}

/** A row's cells in the order of the columns; what is absent is null. */
export const cells = <R>(columns: readonly Column<R>[], row: R): Cell[] => columns.map(({ of }) => of(row) ?? null);

/** A column of text. */
export const text = <R>(name: string, of: (row: R) => string | undefined | null): Column<R> => ({ name, type: 'text', of });
/** A column of JSON, as text. */
export const json = <R>(name: string, of: (row: R) => unknown): Column<R> => ({ name, type: 'text', of: (row) => ((value) => (value === undefined ? null : JSON.stringify(value)))(of(row)) });
export const integer = <R>(name: string, of: (row: R) => number | undefined): Column<R> => ({ name, type: 'integer', of });
export const real = <R>(name: string, of: (row: R) => number | undefined): Column<R> => ({ name, type: 'real', of });
export const flag = <R>(name: string, of: (row: R) => boolean | undefined): Column<R> => ({ name, type: 'boolean', of });

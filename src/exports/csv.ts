/** CSV (RFC 4180, UTF-8, a header line) and other text of one line a row. */
import { cells } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';

const field = (cell: Cell): string => {
  if (cell === null) return '';
  const text = String(cell);
  // An empty text is quoted, so that it is told from no value.
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV, a page at a time. */
export async function* csv<R>({ columns, pages }: Sheet<R>): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => field(name)).join(',')}\r\n`;
  for await (const page of pages) yield page.map((row) => `${cells(columns, row).map(field).join(',')}\r\n`).join('');
}

/** Rows as JSON lines. */
export async function* jsonLines<R>(pages: AsyncIterable<readonly R[]>, of: (row: R) => unknown = (row) => row): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((row) => `${JSON.stringify(of(row))}\n`).join('');
}

/** A table with tabs between fields and no header, as coded data sets come; tabs and line breaks within a field become spaces. */
export async function* tsv<R>({ columns, pages }: Sheet<R>, header: boolean): AsyncGenerator<string> {
  const plain = (cell: Cell): string => (cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' '));
  if (header) yield `${columns.map(({ name }) => name).join('\t')}\n`;
  for await (const page of pages) yield page.map((row) => `${cells(columns, row).map(plain).join('\t')}\n`).join('');
}

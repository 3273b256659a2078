/** Answers page by page, each beginning where the last one ended, so that rows added meanwhile repeat and skip nothing. */
import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';

export interface Page {
  /** At most so many. */
  limit: number;
  /** Where the last page ended: its `next`. */
  after?: string;
  order?: 'newest' | 'oldest';
}

export interface Found<T> {
  rows: T[];
  /** Gives the next page as its `after`; absent at the end. */
  next?: string;
}

/** What rows are ordered by. */
export interface Key {
  day: string;
  id: number;
}

export const cursorOf = ({ day, id }: Key): string => Buffer.from(`${day}.${id}`).toString('base64url');

/** Reads a cursor. Returns undefined where it is none. */
export function readCursor(cursor: string): Key | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\.(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  return match ? { day: match[1] as string, id: Number(match[2]) } : undefined;
}

/** The condition that a row comes after the cursor; true where there is none. */
export function beyond(table: string, day: string, page: Page): Expression<SqlBool> {
  const key = page.after === undefined ? undefined : readCursor(page.after);
  if (!key) return sql<SqlBool>`true`;
  const than = page.order === 'oldest' ? sql`>` : sql`<`;
  return sql<SqlBool>`(${sql.ref(`${table}.${day}`)}, ${sql.ref(`${table}.id`)}) ${than} (${key.day}, ${key.id})`;
}

const compare = (a: Key, b: Key): number => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1);

/** Merges answers that are each in order, drops what stands twice, and cuts the page. */
export function cut<T>(parts: readonly (readonly (Key & { row: T })[])[], page: Page): Found<T> {
  const sign = page.order === 'oldest' ? 1 : -1;
  const seen = new Set<number>();
  const all = parts.flat().sort((a, b) => sign * compare(a, b)).filter(({ id }) => !seen.has(id) && seen.add(id));
  const rows = all.slice(0, page.limit), last = rows.at(-1);
  return { rows: rows.map(({ row }) => row), ...(all.length > page.limit && last && { next: cursorOf(last) }) };
}

/** Reading of the tab-separated tables in `data/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const DATA = new URL('./data/', import.meta.url);

/** Rows of a table, comments and empty lines left out; an absent table has no rows. */
export function rows(name: string): string[][] {
  const url = new URL(name, DATA);
  if (!existsSync(url)) return [];
  const out: string[][] = [];
  for (const line of readFileSync(url, 'utf8').split('\n')) {
    if (line && !line.startsWith('#')) out.push((line.endsWith('\r') ? line.slice(0, -1) : line).split('\t'));
  }
  return out;
}

/** Names of the tables that begin so, in code-unit order. */
export function tables(prefix: string): string[] {
  return readdirSync(DATA).filter((n) => n.startsWith(prefix) && n.endsWith('.tsv')).sort();
}

/** A cell's alternatives. */
export function alternatives(cell: string | undefined): string[] {
  if (!cell) return [];
  if (cell.includes('|')) return cell.split('|').map((s) => s.trim()).filter(Boolean);
  const only = cell.trim();
  return only ? [only] : [];
}

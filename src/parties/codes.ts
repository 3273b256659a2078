/** What kind of party a code stands for. */
import { rows } from './tables.ts';

const states = new Set<string>();
const kinds = new Map<string, string>();

function load(): void {
  if (kinds.size) return;
  for (const [code] of rows('states-en.tsv')) {
    states.add(code);
    kinds.set(code, 'state');
  }
  for (const [code, kind] of rows('organisations.tsv')) kinds.set(code, kind);
}

/** A state, or a territory with a government of its own. */
export function isState(code: string): boolean {
  load();
  return states.has(code);
}

export type CodeKind = 'state' | 'org' | 'bloc' | 'group';

/** Kind of a listed code; undefined for codes not listed. */
export function kindOf(code: string): CodeKind | undefined {
  load();
  return kinds.get(code) as CodeKind | undefined;
}

const KINGDOMS = new Set(['SAU', 'JOR', 'MAR', 'BHR', 'THA', 'KHM', 'BTN', 'GBR', 'ESP', 'NLD', 'BEL', 'DNK', 'NOR', 'SWE', 'LSO', 'SWZ', 'TON', 'MYS']);
const ISLANDS = new Set(['TWN', 'CUB', 'CYP', 'MLT', 'IRL', 'ISL', 'LKA', 'JAM', 'HTI', 'BHR', 'MDG', 'GRL', 'SGP', 'TRNC', 'MUS', 'FJI', 'MDV', 'SYC', 'COM', 'PHL', 'JPN', 'IDN', 'SLB', 'VUT', 'TLS', 'BHS', 'BRB', 'TTO']);

export function isKingdom(code: string): boolean {
  return KINGDOMS.has(code);
}

export function isIsland(code: string): boolean {
  return ISLANDS.has(code);
}

/** Every listed code, states first. */
export function allCodes(): string[] {
  load();
  return [...kinds.keys()];
}

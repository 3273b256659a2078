/** What was fitted, kept in a file beside the ledger. It is derived: where it is missing or no longer fits, it is made anew. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Fitted } from './fitted.ts';

const VERSION = 1;
/** Numbers are written so that reading them gives the same bits; arrays of them stand under this name. */
const FLOATS = 'float64';

interface Kept {
  version: number;
  /** By what the record was made of and the horizon. */
  fitted: Record<string, Fitted>;
}

const pack = (_key: string, value: unknown): unknown => (value instanceof Float64Array ? { [FLOATS]: [...value] } : value);
const unpack = (_key: string, value: unknown): unknown =>
  (value !== null && typeof value === 'object' && FLOATS in value ? Float64Array.from(value[FLOATS] as number[]) : value);

/** The file beside a ledger. */
export const statePath = (ledger: string): string => `${ledger}.outlook.json`;

function read(path: string): Kept {
  const none: Kept = { version: VERSION, fitted: {} };
  if (!existsSync(path)) return none;
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8'), unpack) as Kept;
    return kept.version === VERSION ? kept : none;
  } catch {
    // cut short or another program's: it is made anew
    return none;
  }
}

/** What is kept under a name, or undefined. */
export const loadFitted = (path: string, name: string): Fitted | undefined => read(path).fitted[name];

/** Keeps what was fitted under a name; the file appears whole or stays as it was. */
export function saveFitted(path: string, name: string, fitted: Fitted): void {
  const kept = read(path), made = `${path}.${process.pid}`;
  kept.fitted[name] = fitted;
  writeFileSync(made, JSON.stringify(kept, pack));
  renameSync(made, path);
}

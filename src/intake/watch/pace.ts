/** When to ask again. */
import { createHash } from 'node:crypto';

const MINUTE = 60_000, HOUR = 60 * MINUTE;
/** A feed or a page that fails is left alone for a day at most. */
const MOST = 24 * HOUR;

/** Between 0 and 1, the same for the same words: it spreads out what would come at once, and tests can rely on it. */
const spread = (words: string): number => createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;

/** The usual pause, up to a tenth more or less. */
export const usual = (every: number, name: string, now: number): number => every * (0.9 + 0.2 * spread(`${name}\0${Math.floor(now / HOUR)}`));

/** The pause after so many failures in a row: doubled each time, half of it by lot. */
export function backOff(failures: number, name: string, first = 5 * MINUTE): number {
  const most = Math.min(MOST, first * 2 ** Math.max(0, failures - 1));
  return most / 2 + (most / 2) * spread(`${name}\0${failures}`);
}

/** `Retry-After` in milliseconds: seconds or a date; undefined where it is neither. */
export function retryAfter(given: string | undefined, now: number): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,7}$/.test(given.trim())) return Math.min(Number(given) * 1000, 7 * MOST);
  const at = Date.parse(given);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), 7 * MOST);
}

/** How long after a story was kept its page is looked at again: outlets correct most in the first days. */
export const LOOKS: readonly number[] = [2 * HOUR, 12 * HOUR, 48 * HOUR];

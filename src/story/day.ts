/** Calendar days as ISO 8601 text. */

/** Why a date was refused: not of a known shape, or of one but not on the calendar. */
export type DayFault = 'bad' | 'impossible';

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;

/** Days in a month (1 to 12) of the Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/**
 * Reads `YYYY-MM-DD`, or the day of an ISO timestamp as it is written (no shift of time zone).
 * Returns `{ day }`, or `{ fault }` where it is none.
 */
export function readDay(given: string): { day: string; fault?: undefined } | { day?: undefined; fault: DayFault } {
  const trimmed = given.trim();
  const match = DAY.exec(TIMESTAMP.exec(trimmed)?.[1] ?? trimmed);
  if (!match) return { fault: 'bad' };
  const year = Number(match[1]), month = Number(match[2]), day = Number(match[3]);
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { fault: 'impossible' };
  return { day: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/**
 * Reads a day, a month (`YYYY-MM`) or a year (`YYYY`) as the span from its first to its last day.
 * Returns undefined where it is none of them.
 */
export function readPeriod(given: string): { first: string; last: string } | undefined {
  const trimmed = given.trim();
  if (/^\d{4}$/.test(trimmed)) return readDay(`${trimmed}-01-01`).day ? { first: `${trimmed}-01-01`, last: `${trimmed}-12-31` } : undefined;
  const month = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  if (month) {
    const first = readDay(`${month[1]}-${month[2]}-01`).day;
    return first ? { first, last: `${first.slice(0, 8)}${pad(daysInMonth(Number(month[1]), Number(month[2])), 2)}` } : undefined;
  }
  const { day } = readDay(trimmed);
  return day ? { first: day, last: day } : undefined;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a day that is on the calendar (`YYYY-MM-DD`). */
export const dayNumber = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;

/** The day that is so many days after 1970-01-01, as `YYYY-MM-DD`. */
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

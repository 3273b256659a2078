/** Day arithmetic on the proleptic Gregorian calendar. Days are integers counted from 1970-01-01; months run 1 to 12. */

/** A span of days, both ends included. */
export interface Days {
  first: number;
  last: number;
}

const DAY_MS = 86_400_000;

/** Day number of a date. Months and days out of range roll over, as in `Date.UTC`. */
export const dayOf = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);

/** `[year, month, day]` of a day number. */
export const partsOf = (day: number): [number, number, number] => {
  const d = new Date(day * DAY_MS);
  return [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()];
};

/** Day number of an ISO 8601 date (`YYYY-MM-DD`, a time after it is ignored); `undefined` where it is none. */
export const parseIso = (iso: string): number | undefined => {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return m && isDate(+m[1], +m[2], +m[3]) ? dayOf(+m[1], +m[2], +m[3]) : undefined;
};

const FIRST = Date.parse('0000-01-01T00:00:00Z') / DAY_MS, LAST = dayOf(9999, 12, 31);

/** ISO 8601 form of a day number, within the years of four figures. */
export const toIso = (day: number): string => new Date(Math.min(LAST, Math.max(FIRST, day)) * DAY_MS).toISOString().slice(0, 10);

/** Number of days in a month. */
export const monthLength = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1);

/** Whether the three numbers are a date. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

/** Weekday of a day: 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** A whole month; months out of range roll over into other years. */
export const monthSpan = (year: number, month: number): Days => ({ first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 });

/** A whole year. */
export const yearSpan = (year: number): Days => ({ first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) });

/** The week, Monday to Sunday, that holds a day, moved by some weeks. */
export const weekSpan = (day: number, shift = 0): Days => {
  const first = day - weekdayOf(day) + 1 + 7 * shift;
  return { first, last: first + 6 };
};

/** Seasons as meteorologists count them; winter is named by the year of its December. */
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
const SEASON_START: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** The three months of a season. */
export const seasonSpan = (year: number, season: Season): Days => {
  const start = SEASON_START[season];
  return { first: dayOf(year, start, 1), last: dayOf(year, start + 3, 1) - 1 };
};

/** Part of a span as newsrooms use it: in a month days 1-10, 11-20 and 21 to the last; otherwise whole thirds. */
export type Part = 'early' | 'mid' | 'late';
export const partOf = (span: Days, part: Part): Days => {
  const length = span.last - span.first + 1;
  if (length >= 28 && length <= 31) {
    if (part === 'early') return { first: span.first, last: span.first + 9 };
    if (part === 'mid') return { first: span.first + 10, last: span.first + 19 };
    return { first: span.first + 20, last: span.last };
  }
  if (length === 7) {
    if (part === 'early') return { first: span.first, last: span.first + 1 };
    if (part === 'mid') return { first: span.first + 2, last: span.first + 3 };
    return { first: span.first + 4, last: span.last };
  }
  // A year or a season: by whole months.
  const [year, month] = partsOf(span.first);
  const months = Math.max(3, Math.round(length / 30.4));
  const third = Math.floor(months / 3);
  const from = part === 'early' ? 0 : part === 'mid' ? third : months - third;
  return { first: dayOf(year, month + from, 1), last: dayOf(year, month + from + third, 1) - 1 };
};

/** Days and periods as whole numbers, so that series can be laid out and counted. */

const DAY = 86_400_000;

/** Numbers of days met: a record has few days and many events. */
const numbers = new Map<string, number>();
/** Some 270 years of them. */
const KEPT = 100_000;

/** Days since 1 January 1970 of an ISO 8601 day. */
export function dayNumber(day: string): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  if (numbers.size >= KEPT) numbers.clear();
  const number = Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY);
  numbers.set(day, number);
  return number;
}

const days = new Map<number, string>();

/** The ISO 8601 day of such a number. */
export function dayOf(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  if (days.size >= KEPT) days.clear();
  const day = new Date(number * DAY).toISOString().slice(0, 10);
  days.set(number, day);
  return day;
}

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const pad = (n: number): string => String(n).padStart(2, '0');
const months = (index: number): string => `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`;

/** 1 January 1970 was a Thursday: weeks begin on Mondays (ISO 8601). */
const THURSDAY = 3;

/** The number of the period that a day falls into; those after one another are one apart. */
export function periodIndex(period: Period, day: string): number {
  const year = Number(day.slice(0, 4)), month = Number(day.slice(5, 7)) - 1;
  switch (period) {
    case 'day': return dayNumber(day);
    case 'week': return Math.floor((dayNumber(day) + THURSDAY) / 7);
    case 'month': return year * 12 + month;
    case 'quarter': return year * 4 + Math.floor(month / 3);
    case 'year': return year;
  }
}

/** The first day of a period. */
export function periodStart(period: Period, index: number): string {
  switch (period) {
    case 'day': return dayOf(index);
    case 'week': return dayOf(index * 7 - THURSDAY);
    case 'month': return months(index);
    case 'quarter': return months(index * 3);
    case 'year': return `${index}-01-01`;
  }
}

/** The last day of a period. */
export const periodEnd = (period: Period, index: number): string => dayOf(dayNumber(periodStart(period, index + 1)) - 1);

/** A period as people write it: `2025-10-01`, `2025-W40`, `2025-10`, `2025-Q4`, `2025`. */
export function periodName(period: Period, index: number): string {
  const first = periodStart(period, index);
  switch (period) {
    case 'day': return first;
    case 'week': {
      // a week belongs to the year of its Thursday
      const thursday = dayOf(dayNumber(first) + THURSDAY), year = thursday.slice(0, 4);
      return `${year}-W${pad(Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1)}`;
    }
    case 'month': return first.slice(0, 7);
    case 'quarter': return `${first.slice(0, 4)}-Q${(index % 4) + 1}`;
    case 'year': return first.slice(0, 4);
  }
}

/** The finest period that lays a window out in at most so many steps; years where none does. */
export const fitting = (from: string, to: string, most: number): Period =>
  PERIODS.find((period) => periodIndex(period, to) - periodIndex(period, from) < most) ?? 'year';

/** A window laid out in periods. */
export interface Steps {
  /** The period's number of the first step, and how many steps there are. */
  start: number;
  length: number;
  /** The day number with which each step begins within the window, and the one after its last day. */
  begin: Int32Array;
}

const laid = new Map<string, Steps>();
const WINDOWS = 16;

/** Lays a window out; the last ones are kept, since one question asks for the same ones again and again. */
export function stepsOf(period: Period, from: string, to: string): Steps {
  const key = `${period} ${from} ${to}`, known = laid.get(key);
  if (known) return known;
  const first = dayNumber(from), start = periodIndex(period, from), length = periodIndex(period, to) - start + 1;
  const begin = Int32Array.from({ length: length + 1 }, (_, step) => (step === length ? dayNumber(to) + 1 : Math.max(first, dayNumber(periodStart(period, start + step)))));
  const steps = { start, length, begin };
  if (laid.size >= WINDOWS) laid.clear();
  laid.set(key, steps);
  return steps;
}

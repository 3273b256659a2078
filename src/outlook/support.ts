/** Whether a record is long and full enough for a forecast; where it is not, that is said, and no number is given. */
import type { OutlookRecord } from './record.ts';

/** Days, acts, and stretches of the horizon's length that a record must hold. */
const DAYS = 120, ACTS = 500, STRETCHES = 8;

/** Days from the first to the last of a record. */
export const lengthOf = ({ facts }: Pick<OutlookRecord, 'facts'>): number => (facts.size ? facts.day[facts.size - 1]! - facts.day[0]! + 1 : 0);

/** Why no forecast over so many days can be made from a record; undefined where one can. */
export function shortfall(record: OutlookRecord, horizon: number): string | undefined {
  const days = lengthOf(record), { size } = record.facts;
  if (size === 0) return 'The record holds no acts between two parties yet.';
  if (days < DAYS || size < ACTS) {
    return `The record is too short for a forecast: it holds ${size} ${size === 1 ? 'act' : 'acts'} over ${days} ${days === 1 ? 'day' : 'days'}; ${ACTS} acts over ${DAYS} days are needed.`;
  }
  const most = Math.floor(days / STRETCHES);
  if (horizon > most) return `A horizon of ${horizon} days is past what a record of ${days} days supports: at most ${most} days.`;
  return undefined;
}

/** The day from which forecasts are judged: two months before the record's end, or its last quarter where it is shorter. */
export const judgedFrom = (record: OutlookRecord, horizon: number): number => {
  const { facts } = record, last = facts.day[facts.size - 1]!;
  return last + 1 - Math.max(2 * horizon, Math.min(61, Math.floor(lengthOf(record) / 4)));
};

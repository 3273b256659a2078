/** Whether a record is long and full enough for a forecast; where it is not, that is said, and no number is given. */
import { inEnglish } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import type { OutlookRecord } from './record.ts';

/** Days, acts, and stretches of the horizon's length that a record must hold. */
const DAYS = 120, ACTS = 500, STRETCHES = 8;

/** Days from the first to the last of a record. */
export const lengthOf = ({ facts }: Pick<OutlookRecord, 'facts'>): number => (facts.size ? facts.day[facts.size - 1]! - facts.day[0]! + 1 : 0);

const count = (of: 'act' | 'day', n: number): Remark => ({ code: `count.${of}`, values: { n } });

/** Why no forecast over so many days can be made from a record, as a remark; undefined where one can. */
export function lackFor(record: OutlookRecord, horizon: number): Remark | undefined {
  const days = lengthOf(record), { size } = record.facts;
  if (size === 0) return { code: 'lack.acts' };
  if (days < DAYS || size < ACTS) {
    return { code: 'lack.short', values: { acts: count('act', size), days: count('day', days), least: count('act', ACTS), long: count('day', DAYS) } };
  }
  const most = Math.floor(days / STRETCHES);
  if (horizon > most) return { code: 'lack.horizon', values: { horizon: count('day', horizon), days: count('day', days), most: count('day', most) } };
  return undefined;
}

/** The same in English. */
export const shortfall = (record: OutlookRecord, horizon: number): string | undefined => ((lack) => lack && inEnglish(lack))(lackFor(record, horizon));

/** The day from which forecasts are judged: two months before the record's end, or its last quarter where it is shorter. */
export const judgedFrom = (record: OutlookRecord, horizon: number): number => {
  const { facts } = record, last = facts.day[facts.size - 1]!;
  return last + 1 - Math.max(2 * horizon, Math.min(61, Math.floor(lengthOf(record) / 4)));
};

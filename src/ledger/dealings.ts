/** What a party had to do with others, act by act or month by month. */
import { dayNumber } from '../story/day.ts';
import { intensity } from '../ontology/intensity.ts';
import type { PartyCode } from '../story/facts.ts';
import { monthsOf } from './contacts.ts';
import type { Filter } from './filter.ts';
import type { Ledger } from './ledger.ts';
import { readRecord, readTold } from './record.ts';

/** Acts with another party that are counted on one day: their number, and their summed intensity, apart by sign. */
export interface Dealing {
  other: PartyCode;
  /** Days since 1970-01-01; of a month that is not told apart, its first. */
  day: number;
  n: number;
  cooperation: number;
  conflict: number;
}

export interface Dealings {
  /** The day of the first, in days since 1970-01-01. */
  first: number | undefined;
  /** Those of data sets month by month where the filter keeps to whole months, otherwise as `daily` gives them. */
  dealings: Dealing[];
  /** All on their own days. */
  daily(): Promise<Dealing[]>;
}

/** Acts on their days, each happening once. */
async function daily(ledger: Ledger, code: PartyCode, filter: Filter, read = readRecord): Promise<Dealing[]> {
  const counted = new Set<string>(), found: Dealing[] = [];
  for (const { source, target, type, firstDay: day, happening } of await read(ledger, { ...filter, parties: [code] })) {
    const other = source === code ? target : source, key = happening < 0 ? '' : `${happening} ${other} ${type}`;
    if (other === code || (key && counted.has(key))) continue;
    if (key) counted.add(key);
    const value = intensity(type);
    found.push({ other, day, n: 1, cooperation: Math.max(0, value), conflict: Math.min(0, value) });
  }
  return found;
}

const earliest = (dealings: readonly Dealing[]): number | undefined => dealings.reduce<number | undefined>((first, { day }) => (first === undefined || day < first ? day : first), undefined);

/** What a party had to do with each other one, by what a filter leaves. */
export async function dealingsOf(ledger: Ledger, code: PartyCode, filter: Filter): Promise<Dealings> {
  const begins = new Map<number, number>(), monthly: Dealing[] = [];
  const counted = await monthsOf(ledger, code, filter, (other, { month, acts, cooperation, conflict }) => {
    const day = begins.get(month) ?? dayNumber(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
    begins.set(month, day);
    monthly.push({ other, day, n: acts, cooperation, conflict });
  });
  const dealings = [...await daily(ledger, code, filter, counted ? readTold : readRecord), ...monthly];
  return { first: earliest(dealings), dealings, daily: () => (counted ? daily(ledger, code, filter) : Promise.resolve(dealings)) };
}

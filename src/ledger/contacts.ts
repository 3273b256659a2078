/** Who deals with whom, either way, and in what tone: from the months of data sets where a question keeps to whole months, otherwise from their days. */
import { intensity } from '../ontology/intensity.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';
import { codedMonths, monthNumber } from './coded/months.ts';
import type { Cell, CodedMonths } from './coded/months.ts';
import type { Dyad } from './dyads.ts';
import type { Filter } from './filter.ts';
import type { Ledger } from './ledger.ts';
import { network } from './record.ts';

/** A relation in a window: its acts, each happening once, and the summed intensity of the cooperative and of the hostile ones. `a` comes before `b`. */
export interface Contact {
  a: PartyCode;
  b: PartyCode;
  acts: number;
  cooperation: number;
  conflict: number;
}

const VALUES = EVENT_TYPES.map(intensity);
/** Months of all times. */
const FIRST = 0, LAST = 9999 * 12;

/** The months that a filter keeps to, both within; undefined where it cuts one, or asks for more than parties and time. */
export function wholeMonths({ from, to, factualities, parties, pair, ...rest }: Filter): { from: number; to: number } | undefined {
  const next = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString();
  if (Object.values(rest).some((value) => value !== undefined && (!Array.isArray(value) || value.length > 0)) || (factualities?.length && !factualities.includes('fact'))) return undefined;
  if ((from && !from.endsWith('-01')) || (next && next.slice(8, 10) !== '01')) return undefined;
  return { from: from ? monthNumber(from) : FIRST, to: to ? monthNumber(to) : LAST };
}

/** Adds directed dyads. */
function add(sums: Map<string, Contact>, dyads: readonly Dyad[]): void {
  for (const { source, target, counts, total } of dyads) {
    if (source === target || total === 0) continue;
    const [a, b] = source < target ? [source, target] : [target, source], key = `${a}|${b}`, sum = sums.get(key) ?? { a, b, acts: 0, cooperation: 0, conflict: 0 };
    sums.set(key, sum);
    sum.acts += total;
    for (let i = 0; i < counts.length; i++) {
      const value = (VALUES[i] as number) * (counts[i] as number);
      if (value > 0) sum.cooperation += value;
      else sum.conflict += value;
    }
  }
}

/** The months of data sets where these will do for a filter without parties. */
async function monthsFor(ledger: Ledger, filter: Filter): Promise<{ months: CodedMonths; from: number; to: number } | undefined> {
  const span = filter.parties?.length || filter.pair ? undefined : wholeMonths(filter), months = span && await codedMonths(ledger);
  return span && months && { months, ...span };
}

/** All relations that a filter leaves; those with the most acts first. */
export async function contacts(ledger: Ledger, filter: Filter = {}): Promise<Contact[]> {
  const counted = await monthsFor(ledger, filter), sums = new Map<string, Contact>();
  add(sums, await network(ledger, counted ? { ...filter, datasets: ['stories'] } : filter));
  if (!counted) return ordered([...sums.values()]);
  const { months, from, to } = counted, cells = months.sums(from, to), all: Contact[] = [];
  for (let i = 0; i < months.pairs.length; i++) {
    if (!cells[i * 3]) continue;
    const [a, b] = months.pairs[i] as readonly [string, string], told = sums.size ? sums.get(`${a}|${b}`) : undefined;
    if (told) sums.delete(`${a}|${b}`);
    all.push({ a, b, acts: (cells[i * 3] as number) + (told?.acts ?? 0), cooperation: (cells[i * 3 + 1] as number) + (told?.cooperation ?? 0), conflict: (cells[i * 3 + 2] as number) + (told?.conflict ?? 0) });
  }
  return ordered([...all, ...sums.values()]);
}

const ordered = (all: Contact[]): Contact[] => all.sort((x, y) => y.acts - x.acts || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));

/** What data sets have of a party, month by month, by the other party; undefined where a filter needs more than whole months. */
export async function monthsOf(ledger: Ledger, code: PartyCode, filter: Filter): Promise<Map<PartyCode, Cell[]> | undefined> {
  const counted = await monthsFor(ledger, { ...filter, parties: undefined });
  return counted && counted.months.series(code, counted.from, counted.to);
}

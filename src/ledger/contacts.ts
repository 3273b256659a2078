/** Who deals with whom, either way, and in what tone: from the months of data sets where a question keeps to whole months, otherwise from their days. */
import { intensity } from '../ontology/intensity.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { EventType, PartyCode } from '../story/facts.ts';
import { dayOfNumber } from '../story/day.ts';
import { DAY_ZERO } from './coded/columns.ts';
import { codedMonths, monthNumber } from './coded/months.ts';
import type { Cell, CodedMonths } from './coded/months.ts';
import { codedFilter } from './coded/read.ts';
import type { Dyad } from './dyads.ts';
import type { Filter } from './filter.ts';
import type { Ledger } from './ledger.ts';
import { network, networkTold } from './record.ts';

/** A relation in a window: its acts, each happening once, and the summed intensity of the cooperative and of the hostile ones. `a` comes before `b`. */
export interface Contact {
  a: PartyCode;
  b: PartyCode;
  acts: number;
  cooperation: number;
  conflict: number;
}

const VALUES = EVENT_TYPES.map(intensity);
/** More pairs than there can be. */
const PLACES = 2 ** 22;
/** Months of all times. */
const FIRST = 0, LAST = 9999 * 12;

/** The months that a filter keeps to, both within; undefined where it cuts one, or asks for more than parties and time. */
export function wholeMonths({ from, to, factualities, parties, pair, ...rest }: Filter): { from: number; to: number } | undefined {
  const next = to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString();
  if (Object.values(rest).some((value) => value !== undefined && (!Array.isArray(value) || value.length > 0)) || (factualities?.length && !factualities.includes('fact'))) return undefined;
  if ((from && !from.endsWith('-01')) || (next && next.slice(8, 10) !== '01')) return undefined;
  return { from: from ? monthNumber(from) : FIRST, to: to ? monthNumber(to) : LAST };
}

/** The sum of what is between two parties, whichever is named first. */
function sumOf(sums: Map<string, Contact>, one: PartyCode, other: PartyCode): Contact {
  const [a, b] = one < other ? [one, other] : [other, one], key = `${a}|${b}`, sum = sums.get(key) ?? { a, b, acts: 0, cooperation: 0, conflict: 0 };
  sums.set(key, sum);
  return sum;
}

/** Adds directed dyads. */
function add(sums: Map<string, Contact>, dyads: readonly Dyad[]): void {
  for (const { source, target, counts, total } of dyads) {
    if (source === target || total === 0) continue;
    const sum = sumOf(sums, source, target);
    sum.acts += total;
    for (let i = 0; i < counts.length; i++) {
      const value = (VALUES[i] as number) * (counts[i] as number);
      if (value > 0) sum.cooperation += value;
      else sum.conflict += value;
    }
  }
}

/** Acts that months hold as they were coded, and that corrections hide. */
async function hiddenActs(ledger: Ledger, filter: Filter): Promise<{ source: PartyCode; target: PartyCode; month: number; value: number }[]> {
  const asked = await codedFilter(ledger, filter);
  return [...asked?.hidden.values() ?? []].filter(({ source, target }) => source !== target).map(({ source, target, code, day }) => ({
    source: asked?.parties.get(source) as string, target: asked?.parties.get(target) as string, month: monthNumber(dayOfNumber(day + DAY_ZERO)), value: intensity(asked?.codes.get(code)?.type as EventType),
  }));
}

/** The months of data sets where these will do for a filter without parties. */
async function monthsFor(ledger: Ledger, filter: Filter): Promise<{ months: CodedMonths; from: number; to: number } | undefined> {
  const span = filter.parties?.length || filter.pair ? undefined : wholeMonths(filter), months = span && await codedMonths(ledger);
  return span && months && { months, ...span };
}

/** All relations that a filter leaves; those with the most acts first. */
export async function contacts(ledger: Ledger, filter: Filter = {}): Promise<Contact[]> {
  const counted = await monthsFor(ledger, filter), sums = new Map<string, Contact>();
  add(sums, await (counted ? networkTold : network)(ledger, filter));
  if (!counted) return ordered([...sums.values()]);
  for (const { source, target, value } of await hiddenActs(ledger, filter)) {
    const sum = sumOf(sums, source, target);
    sum.acts--;
    sum[value > 0 ? 'cooperation' : 'conflict'] -= value;
  }
  const { months, from, to } = counted, cells = months.sums(from, to), all: Contact[] = [], rows = sums.size > 0;
  for (const i of byActs(months.order, cells)) {
    const [a, b] = months.pairs[i] as readonly [string, string], told = sums.size ? sums.get(`${a}|${b}`) : undefined;
    if (told) sums.delete(`${a}|${b}`);
    all.push({ a, b, acts: (cells[i * 3] as number) + (told?.acts ?? 0), cooperation: (cells[i * 3 + 1] as number) + (told?.cooperation ?? 0), conflict: (cells[i * 3 + 2] as number) + (told?.conflict ?? 0) });
  }
  return rows ? ordered([...all, ...sums.values()].filter(({ acts }) => acts > 0)) : all;
}

/** Places with acts, those with the most first, and of as many in the order given. Numbers sort ten times as fast as objects. */
function byActs(order: Uint32Array, cells: Float64Array): number[] {
  const keys = Float64Array.from(order, (place, rank) => rank - (cells[place * 3] as number) * PLACES).sort(), found: number[] = [];
  for (const key of keys) {
    const rank = ((key % PLACES) + PLACES) % PLACES, place = order[rank] as number;
    if (cells[place * 3]) found.push(place);
  }
  return found;
}

const ordered = (all: Contact[]): Contact[] => all.sort((x, y) => y.acts - x.acts || (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));

/** Tells what data sets have of a party, month by month, with the other party. Returns false where a filter needs more than whole months. */
export async function monthsOf(ledger: Ledger, code: PartyCode, filter: Filter, tell: (other: PartyCode, cell: Cell) => void): Promise<boolean> {
  const counted = await monthsFor(ledger, { ...filter, parties: undefined });
  if (!counted) return false;
  counted.months.eachOf(code, counted.from, counted.to, tell);
  for (const { source, target, month, value } of await hiddenActs(ledger, { ...filter, parties: [code] })) tell(source === code ? target : source, { month, acts: -1, cooperation: -Math.max(0, value), conflict: -Math.min(0, value) });
  return true;
}

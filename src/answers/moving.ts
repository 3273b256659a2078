/** The relations that thawed or chilled last, among those with the most to tell. */
import { contacts } from '../ledger/contacts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { newestDay } from '../ledger/tallies.ts';
import { defaultsOf } from '../relations/declaration.ts';
import type { Pair } from '../relations/event.ts';
import { thaw, thaws } from '../relations/thaw.ts';
import type { Change } from '../relations/thaw.ts';
import { windowOf } from './answer.ts';
import { cite, coveredBy, daysCovered, loadRecord } from './load.ts';
import type { CitedEvent } from './load.ts';

/** So many relations are looked at, and so many changes told. */
const LOOKED_AT = 12, TOLD = 6;
/** Relations are picked by what happened in the last years of the record. */
const YEARS = 3;

export interface Moved {
  pair: Pair;
  change: Change & { kind: 'thaw' | 'chill' };
  /** One of the events that carry it. */
  because: CitedEvent[];
}

const isTurn = (change: Change): change is Moved['change'] => change.strength !== 'weak' && (change.kind === 'thaw' || change.kind === 'chill');

/** The last change of tone or hostility of each relation that had one, the latest first; other work has its turn in between. */
export async function movedLast(ledger: Ledger): Promise<Moved[]> {
  const newest = await newestDay(ledger);
  if (!newest) return [];
  const from = `${Number(newest.slice(0, 4)) - YEARS}${newest.slice(4, 8)}01`, pairs = (await contacts(ledger, { from, factualities: ['fact'] })).filter(({ a, b }) => a !== 'UNKNOWN' && b !== 'UNKNOWN').slice(0, LOOKED_AT);
  const days = await daysCovered(ledger, {}), window = windowOf({}, days), beside = { covered: coveredBy(days), online: false, contact: false }, found: Moved[] = [];
  for (const { a, b } of pairs) {
    await new Promise((resolve) => setImmediate(resolve));
    const pair: Pair = [a, b], events = await loadRecord(ledger, { pair: [a, b] }), { tone, hostility } = thaws(events, pair, window, defaultsOf(thaw), beside);
    const change = [...tone.changes, ...hostility.changes].filter(isTurn).sort((x, y) => (x.date < y.date ? 1 : -1))[0];
    if (change) found.push({ pair, change, because: Object.values(await cite(ledger, events, change.because.slice(0, 1))).flat().slice(0, 1) });
  }
  return found.sort((x, y) => (x.change.date < y.change.date ? 1 : -1)).slice(0, TOLD);
}

/** The front page: what is new in the record. */
import { newestDay } from '../../ledger/tallies.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { factsOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import { gather } from './happenings.ts';
import type { Served } from '../served.ts';
import type { Claim, Event, Fact, Trend } from '../schemas/facts.ts';
import { Today } from '../schemas/views.ts';

const HAPPENINGS = 14, SHORT = 6;
/** Events that happenings are gathered from. */
const READ = 120;
/** Enough rows to find some that state a precedent. */
const LOOKED_THROUGH = 500;

/** The newest events that say of themselves that they are the first in a while. */
const withPrecedent = (events: readonly Fact[]): Event[] => (events as Event[]).filter(({ precedent, factuality }) => precedent !== undefined && factuality !== 'denied').slice(0, SHORT);

async function today(ledger: Ledger): Promise<Today> {
  const day = await newestDay(ledger);
  if (!day) return { happenings: [], ahead: [], precedents: [], trends: [], claims: [] };
  const newest = await factsOf(ledger, 'event', { to: day }, { limit: LOOKED_THROUGH });
  const happened = (await gather(ledger, (newest.rows as Event[]).filter(({ factuality }) => factuality === 'fact').slice(0, READ))).slice(0, HAPPENINGS);
  // What is announced lies ahead of the newest day, where it has one.
  const ahead = (await factsOf(ledger, 'event', { factualities: ['planned'] }, { limit: SHORT })).rows as Event[];
  const rows = async <F>(kind: 'claim' | 'trend'): Promise<F[]> => (await factsOf(ledger, kind, {}, { limit: SHORT })).rows as F[];
  return {
    day, ...(happened.length && { since: happened.at(-1)?.lead.story?.date ?? day }), happenings: happened,
    ahead, precedents: withPrecedent(newest.rows), trends: await rows<Trend>('trend'), claims: await rows<Claim>('claim'),
  };
}

export function addToday({ api, ledger }: Served): void {
  endpoint(api, { path: '/today', tag: 'Ledger', summary: 'What is new in the record', answer: Today }, () => today(ledger));
}

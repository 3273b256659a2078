/** What the ledger holds: its size, and the parties it tells of. */
import { z } from '@hono/zod-openapi';
import { count } from '../../ledger/facts.ts';
import { summary } from '../../ledger/stories.ts';
import { eventsByParty } from '../../ledger/tallies.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { LedgerSummary, PartyLine } from '../schemas/views.ts';

export function addLedger({ api, ledger, names, version }: Served): void {
  endpoint(api, { path: '/ledger', tag: 'Ledger', summary: 'What the ledger holds', answer: LedgerSummary }, async ({ c }) => {
    const { stories, outlets, first, last, persons } = await summary(ledger);
    return { version, stories, outlets, persons, events: await count(ledger, 'event'), ...(first && { first }), ...(last && { last }), role: c.get('role') };
  });

  endpoint(api, { path: '/parties', tag: 'Parties', summary: 'The parties that events are between', description: 'Those with the most events first.', answer: z.object({ rows: z.array(PartyLine) }) }, async () => {
    const tally = [...await eventsByParty(ledger)].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return { rows: tally.map(([code, events]) => ({ code, names: names.namesOf(code), kind: names.kind(code), events })) };
  });
}

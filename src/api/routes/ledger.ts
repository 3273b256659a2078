/** What the ledger holds: its size, and the parties it tells of. */
import { z } from '@hono/zod-openapi';
import { count } from '../../ledger/facts.ts';
import { summary } from '../../ledger/stories.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { LedgerSummary, PartyLine } from '../schemas/views.ts';

export function addLedger({ api, ledger, names, version, tally }: Served): void {
  endpoint(api, { path: '/ledger', tag: 'Ledger', summary: 'What the ledger holds', answer: LedgerSummary }, async ({ c }) => {
    const { stories, outlets, first, last, persons } = await summary(ledger);
    return { version, stories, outlets, persons, events: await count(ledger, 'event'), ...(first && { first }), ...(last && { last }), role: c.get('role') };
  });

  endpoint(api, { path: '/parties', tag: 'Parties', summary: 'The parties that are known', description: 'Those with the most events in the record first.', answer: z.object({ rows: z.array(PartyLine) }) }, async () => {
    const known = await tally(), others = names.all().filter((code) => !known.has(code)).map((code) => [code, 0] as const);
    return { rows: [...known, ...others].map(([code, events]) => ({ code, names: names.namesOf(code), kind: names.kind(code), events })) };
  });
}

/** Who deals with whom, and the relations that there are. */
import { z } from '@hono/zod-openapi';
import { contacts } from '../../ledger/contacts.ts';
import { coverage } from '../../ledger/record.ts';
import { blocOf } from '../../relations/blocs.ts';
import { dayOfNumber } from '../../story/day.ts';
import { filterOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Asking } from '../served.ts';
import { Filters } from '../schemas/facts.ts';
import { Network } from '../schemas/views.ts';
import { BlocsWord, blocsOf } from './measures.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

export function addNetwork({ api, ledger, names }: Asking): void {
  endpoint(api, {
    path: '/network', tag: 'Relations', summary: 'Who deals with whom in a window',
    description: 'Relations with the most acts first, each with its mean tone (Goldstein, -10 to 10); what has happened counts, unless another factuality is asked for.',
    query: Filters.pick({ from: true, to: true, party: true, type: true, factuality: true }).extend({
      least: z.coerce.number().int().min(1).default(1).openapi({ description: 'Relations of so many acts or more' }), limit: z.coerce.number().int().min(1).max(50_000).default(5000), blocs: BlocsWord,
    }), answer: Network,
  }, async ({ query: { least, limit, blocs: given, ...asked } }) => {
    const filter = filterOf('event', { ...asked, pair: undefined, lang: undefined, outlet: undefined, speaker: undefined, text: undefined }, names), blocs = blocsOf(given);
    const all = (await contacts(ledger, { ...filter, factualities: filter.factualities ?? ['fact'] })).filter(({ acts }) => acts >= least);
    const kept = all.slice(0, limit), contact = new Map<string, number>(), covered = await coverage(ledger);
    for (const { a, b, acts } of kept) for (const code of [a, b]) contact.set(code, (contact.get(code) ?? 0) + acts);
    return {
      ...(covered && { first: dayOfNumber(covered.firstDay), last: dayOfNumber(covered.lastDay) }), relations: all.length,
      parties: [...contact].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1)).map(([code, acts]) => ({ code, acts, bloc: blocOf(blocs, code) })),
      ties: kept.map(({ a, b, acts, cooperation, conflict }) => ({ a, b, acts, tone: round((cooperation + conflict) / acts), cooperation: round(cooperation), conflict: round(conflict) })),
    };
  });
}

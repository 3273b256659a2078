/** Who deals with whom, and the relations that there are. */
import { z } from '@hono/zod-openapi';
import { coverage, network } from '../../ledger/record.ts';
import type { Dyad } from '../../ledger/record.ts';
import { intensity } from '../../ontology/intensity.ts';
import { blocOf } from '../../relations/blocs.ts';
import { EVENT_TYPES } from '../../story/facts.ts';
import { dayOfNumber } from '../../story/day.ts';
import { filterOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { Filters } from '../schemas/facts.ts';
import { Network } from '../schemas/views.ts';
import { BlocsWord, blocsOf } from './measures.ts';

const VALUES = EVENT_TYPES.map(intensity);

interface Sum {
  a: string;
  b: string;
  acts: number;
  cooperation: number;
  conflict: number;
}

/** Directed dyads as undirected relations: acts, and the summed intensity of the cooperative and of the hostile ones. */
export function relationsOf(dyads: readonly Dyad[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { source, target, counts, total } of dyads) {
    if (source === target || total === 0) continue;
    const [a, b] = source < target ? [source, target] : [target, source], key = `${a}|${b}`;
    const sum = sums.get(key) ?? { a, b, acts: 0, cooperation: 0, conflict: 0 };
    sums.set(key, sum);
    sum.acts += total;
    for (let i = 0; i < counts.length; i++) {
      const value = (VALUES[i] as number) * (counts[i] as number);
      if (value > 0) sum.cooperation += value;
      else sum.conflict += value;
    }
  }
  return [...sums.values()].sort((x, y) => y.acts - x.acts || (x.a + x.b < y.a + y.b ? -1 : 1));
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function addNetwork({ api, ledger, names }: Served): void {
  endpoint(api, {
    path: '/network', tag: 'Relations', summary: 'Who deals with whom in a window',
    description: 'Relations with the most acts first, each with its mean tone (Goldstein, -10 to 10); what has happened counts, unless another factuality is asked for.',
    query: Filters.pick({ from: true, to: true, party: true, type: true, factuality: true }).extend({
      least: z.coerce.number().int().min(1).default(1).openapi({ description: 'Relations of so many acts or more' }), limit: z.coerce.number().int().min(1).max(50_000).default(5000), blocs: BlocsWord,
    }), answer: Network,
  }, async ({ query: { least, limit, blocs: given, ...asked } }) => {
    const filter = filterOf('event', { ...asked, pair: undefined, lang: undefined, outlet: undefined, speaker: undefined, text: undefined }, names), blocs = blocsOf(given);
    const all = relationsOf(await network(ledger, { ...filter, factualities: filter.factualities ?? ['fact'] })).filter(({ acts }) => acts >= least);
    const kept = all.slice(0, limit), contact = new Map<string, number>(), covered = await coverage(ledger);
    for (const { a, b, acts } of kept) for (const code of [a, b]) contact.set(code, (contact.get(code) ?? 0) + acts);
    return {
      ...(covered && { first: dayOfNumber(covered.firstDay), last: dayOfNumber(covered.lastDay) }), relations: all.length,
      parties: [...contact].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1)).map(([code, acts]) => ({ code, acts, bloc: blocOf(blocs, code) })),
      ties: kept.map(({ a, b, acts, cooperation, conflict }) => ({ a, b, acts, tone: round((cooperation + conflict) / acts), cooperation: round(cooperation), conflict: round(conflict) })),
    };
  });
}

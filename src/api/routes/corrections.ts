/** Corrections: taking an analyst's word, what was said, and what is to be looked at next. */
import { z } from '@hono/zod-openapi';
import { searchesFor } from '../../ledger/corrections/additions.ts';
import { correct } from '../../ledger/corrections/correct.ts';
import type { Ask as LedgerAsk } from '../../ledger/corrections/correct.ts';
import { correctionRemark, corrections, describeCorrection } from '../../ledger/corrections/list.ts';
import { anchorsOf } from '../../ledger/corrections/types.ts';
import { doubtful, reviewed } from '../../ledger/doubt.ts';
import { factId, factsById } from '../../ledger/facts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { eventsTelling } from '../../ledger/told.ts';
import { factOf } from '../ask.ts';
import { endpoint } from '../endpoint.ts';
import type { Served } from '../served.ts';
import { Ask, Done, Review, Signed, Standing } from '../schemas/corrections.ts';

const LONG = 500;

/** Events as they are named: by themselves, or all of a happening. */
async function eventIds(ledger: Ledger, given: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const id of given) ids.push(...(id.startsWith('e') ? [id] : (await eventsTelling(ledger, id)).map((event) => factId('event', event))));
  return [...new Set(ids)];
}

/** What is asked for, with happenings as their events. */
async function meant(ledger: Ledger, say: Ask): Promise<LedgerAsk> {
  if (say.kind === 'merge') return { kind: 'merge', events: await eventIds(ledger, say.events) };
  if (say.kind !== 'split') return say;
  const events = await eventIds(ledger, say.events);
  return { kind: 'split', events, from: (await eventIds(ledger, say.from)).filter((id) => !events.includes(id)) };
}

export function addCorrections({ api, ledger, changed, recoding }: Served): void {
  endpoint(api, {
    method: 'post', path: '/corrections', tag: 'Corrections', role: 'correct', summary: 'Take an analyst\'s word', description: 'Facts as coded stay; what users see follows at once; after an addition to the gazetteer the stories that have the name are read anew. Signed with the name of the token, or of the user of this machine.',
    body: Signed, answer: Done,
  }, async ({ body: { say, why }, c }) => {
    const { id, facts, correction } = correct(ledger, await meant(ledger, say), { who: c.get('who'), ...(why && { why }) });
    changed();
    const bearing = 'of' in correction ? corrections(ledger).filter((one) => one.correction.uid === correction.of).map((one) => one.correction) : [correction];
    const searches = searchesFor(bearing), read = searches.length ? await recoding.anew(searches) : undefined;
    return { id, facts, ...read };
  });

  endpoint(api, {
    path: '/corrections', tag: 'Corrections', summary: 'What was corrected, the latest first', query: z.object({ fact: z.string().max(40).optional().openapi({ description: 'Only those about this fact' }), limit: z.coerce.number().int().min(1).max(LONG).default(100) }), answer: z.object({ rows: z.array(Standing) }),
  }, ({ query: { fact, limit } }) => {
    const all = corrections(ledger), numbers = new Map(all.map(({ id, correction }) => [correction.uid, id]));
    return {
      rows: all.toReversed().filter(({ facts }) => fact === undefined || facts.some(({ id }) => id === fact)).slice(0, limit).map(({ id, correction, active, facts }) => {
        const first = anchorsOf(correction)[0], { kind, who, at, why } = correction;
        // what was taken back is named as it stands in this list
        const told = 'of' in correction ? { ...correction, of: numbers.get(correction.of) ?? correction.of } : correction;
        return { id, kind, who, at, why, says: describeCorrection(told), saying: { ...correctionRemark(told) }, active, facts, ...(first && !first.dataset && { story: first.story, evidence: first.fact.evidence }), ...(first?.dataset && { dataset: first.dataset.name }) };
      }),
    };
  });

  endpoint(api, {
    path: '/doubtful', tag: 'Corrections', summary: 'Facts that nobody has looked at, the least sure first',
    query: z.object({ kind: z.enum(['event', 'claim', 'tie', 'trend']).default('event'), skip: z.string().max(4000).default('').openapi({ description: 'Ids passed over in this session, by commas' }), limit: z.coerce.number().int().min(1).max(50).default(5) }), answer: Review,
  }, async ({ query: { kind, skip, limit } }) => {
    const ids = await doubtful(ledger, kind, { limit, skip: skip.split(',').filter(Boolean) }), found = new Map((await factsById(ledger, kind, ids)).map((one) => [one.id, one]));
    return { ...await reviewed(ledger, kind), rows: ids.flatMap((id) => ((one) => (one ? [factOf(kind, one)] : []))(found.get(factId(kind, id)))) };
  });
}

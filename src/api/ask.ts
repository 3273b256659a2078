/** From a request's query to the ledger's filter, and from its rows to what the API gives. */
import type { z } from '@hono/zod-openapi';
import { toFilter } from '../ledger/ask.ts';
import type { PartyNames } from '../ledger/ask.ts';
import { claims, events, ties, trends } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { FactKind, Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Found, Page } from '../ledger/page.ts';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../story/facts.ts';
import { Refused } from './problem.ts';
import type { Claim, Event, Fact, Filters, Tie, Trend } from './schemas/facts.ts';

/** The filter that a query asks for. Throws Refused, naming each field that was not understood. */
export function filterOf(kind: FactKind, query: z.output<typeof Filters>, names: PartyNames): Filter {
  const { filter, refusals } = toFilter(kind, query, names);
  if (refusals.length) throw new Refused(400, 'bad-filter', refusals.map(({ message }) => message).join('; '), { errors: refusals });
  return filter;
}

/** The code of a party given by code or name. Codes that only the ledger knows pass as they are. Throws Refused where it is none. */
export function partyOf(given: string, names: PartyNames, known: ReadonlySet<string>): string {
  const code = known.has(given) ? given : names.code(given);
  if (code) return code;
  const nearest = names.nearest(given);
  throw new Refused(404, 'unknown-party', `No party "${given}" is known.`, nearest.length ? { remedy: `Did you mean ${nearest.join(', ')}?` } : {});
}

/** What a fact comes with, whatever its kind. */
const about = <F>({ id, story, dataset, review }: Recorded<F>) => ({ id, ...(story && { story }), ...(dataset && { dataset }), ...(review && { review }) });

const READ: { [K in FactKind]: (row: Recorded<never>) => Fact } = {
  event: (row: Recorded<EventFact>): Event => ({ ...about(row), kind: 'event', ...row.fact }),
  claim: (row: Recorded<ClaimFact>): Claim => (({ kind, ...fact }) => ({ ...about(row), kind: 'claim', claim: kind, ...fact }) as Claim)(row.fact),
  tie: (row: Recorded<TieFact>): Tie => (({ kind, ...fact }) => ({ ...about(row), kind: 'tie', tie: kind, ...fact }) as Tie)(row.fact),
  trend: (row: Recorded<TrendFact>): Trend => ({ ...about(row), kind: 'trend', ...row.fact }),
};

/** A fact of the ledger as the API gives it. */
export const factOf = (kind: FactKind, row: Recorded<EventFact | ClaimFact | TieFact | TrendFact>): Fact => READ[kind](row as Recorded<never>);

const FIND: { [K in FactKind]: (ledger: Ledger, filter: Filter, page: Page) => Promise<Found<Recorded<EventFact | ClaimFact | TieFact | TrendFact>>> } = {
  event: events, claim: claims, tie: ties, trend: trends,
};

/** A page of facts of one kind. */
export async function factsOf(ledger: Ledger, kind: FactKind, filter: Filter, page: Page): Promise<{ rows: Fact[]; next?: string }> {
  const { rows, next } = await FIND[kind](ledger, filter, page);
  return { rows: rows.map((row) => factOf(kind, row)), ...(next && { next }) };
}

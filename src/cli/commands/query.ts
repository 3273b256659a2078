/** dragoman events, claims, ties, trends, stories: what the ledger holds. */
import { toFilter } from '../../ledger/ask.ts';
import type { Asked } from '../../ledger/ask.ts';
import { claims, count, events, ties, trends } from '../../ledger/facts.ts';
import type { Review } from '../../ledger/corrections/review.ts';
import type { Recorded } from '../../ledger/facts.ts';
import type { FactKind, Filter } from '../../ledger/filter.ts';
import { Ledger } from '../../ledger/ledger.ts';
import type { Found, Page } from '../../ledger/page.ts';
import { stories } from '../../ledger/stories.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from '../../story/describe.ts';
import type { Description } from '../../story/describe.ts';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../../story/facts.ts';
import { partyNames } from '../party-names.ts';
import { heading, recordLines } from '../render.ts';
import { coloursFor, jsonLine, many, print } from '../terminal.ts';

export interface QueryOptions extends Asked {
  json: boolean;
  limit?: number;
  oldest?: boolean;
  count?: boolean;
  /** Facts as coded, whatever corrections say. */
  asCoded?: boolean;
}

const PAGE = 500;

/** Goes through all pages until `limit` rows are told. Returns how many there were. */
export async function tell<T>(find: (page: Page) => Promise<Found<T>>, { limit, oldest }: QueryOptions, show: (row: T) => string): Promise<number> {
  let told = 0, after: string | undefined;
  do {
    const left = limit === undefined ? PAGE : Math.min(PAGE, limit - told);
    if (left <= 0) break;
    const found = await find({ limit: left, order: oldest ? 'oldest' : 'newest', after });
    for (const row of found.rows) await print(show(row));
    told += found.rows.length;
    after = found.next;
  } while (after !== undefined);
  return told;
}

/** The filter that was asked for, or undefined where it was refused, which is told. */
export async function filterOf(ledger: Ledger, kind: FactKind, asked: Asked): Promise<Filter | undefined> {
  const { filter, refusals } = toFilter(kind, asked, await partyNames(asked.party?.length || asked.pair?.length ? 'needed' : 'not needed', ledger));
  for (const { field, message } of refusals) process.stderr.write(`dragoman: --${field}: ${message}\n`);
  return refusals.length ? undefined : filter;
}

/** A description with what an analyst made of the fact. */
const reviewed = (description: Description, review: Review | undefined): Description =>
  review ? { ...description, notes: [...description.notes, `${review.is}${review.of ? ` from ${review.of}` : ''}${review.conflict ? ', in conflict' : ''}`] } : description;

type Finder<F> = (ledger: Ledger, filter: Filter, page: Page) => Promise<Found<Recorded<F>>>;

async function facts<F extends { evidence: string; confidence: number }>(kind: FactKind, find: Finder<F>, describe: (fact: F) => Description, path: string, options: QueryOptions): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    const filter = await filterOf(ledger, kind, options);
    if (!filter) return 2;
    if (options.asCoded) filter.asCoded = true;
    if (options.count) {
      const n = await count(ledger, kind, filter);
      await print(options.json ? jsonLine({ count: n }) : String(n));
      return 0;
    }
    const show = ({ id, story, dataset, fact, review }: Recorded<F>): string =>
      options.json ? jsonLine({ id, ...fact, ...(story && { story }), ...(dataset && { dataset }), ...(review && { review }) }) : `${recordLines(id, reviewed(describe(fact), review), fact.evidence, fact.confidence, { story, dataset }, colours)}\n`;
    const told = await tell((page) => find(ledger, filter, page), options, show);
    if (!options.json) process.stderr.write(`${many(told, kind)}${told === 0 ? ' found' : ''}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

/** Prints facts of one kind. Returns the exit code. */
export function query(kind: FactKind, path: string, options: QueryOptions): Promise<number> {
  switch (kind) {
    case 'event': return facts<EventFact>(kind, events, describeEvent, path, options);
    case 'claim': return facts<ClaimFact>(kind, claims, describeClaim, path, options);
    case 'tie': return facts<TieFact>(kind, ties, describeTie, path, options);
    case 'trend': return facts<TrendFact>(kind, trends, describeTrend, path, options);
  }
}

/** Prints the list of stories. Returns the exit code. */
export async function listStories(path: string, options: QueryOptions): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    const filter = await filterOf(ledger, 'event', options);
    if (!filter) return 2;
    const told = await tell((page) => stories(ledger, filter, page), options, (row) =>
      options.json ? jsonLine(row) : `${heading(row, colours)}\n${colours.dim(`${many(row.facts, 'fact')}, hash ${row.hash.slice(0, 12)}`)}\n`);
    if (!options.json) process.stderr.write(`${many(told, 'story', 'stories')}${told === 0 ? ' found' : ''}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

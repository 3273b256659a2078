/** Facts of the ledger as rows, as corrected: paged out oldest first. */
import { sql } from 'kysely';
import { typeInfo } from '../ontology/plover.ts';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../story/facts.ts';
import { claims, events, ties, trends } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Found, Page } from '../ledger/page.ts';
import { flag, json, real, text } from './sheet.ts';
import type { Column } from './sheet.ts';

const PAGE = 2_000;

/** All pages of a question. */
export async function* pagesOf<T>(find: (page: Page) => Promise<Found<T>>): AsyncGenerator<readonly T[]> {
  let after: string | undefined;
  do {
    const found: Found<T> = await find({ limit: PAGE, order: 'oldest', ...(after !== undefined && { after }) });
    if (found.rows.length) yield found.rows;
    after = found.next;
  } while (after !== undefined);
}

type Base = { evidence: string; confidence: number };

const about = <F extends Base>(): Column<Recorded<F>>[] => [
  text('evidence', ({ fact }) => fact.evidence || undefined), real('confidence', ({ fact }) => fact.confidence), text('review', ({ review }) => review?.is), text('corrects', ({ review }) => review?.of),
  text('story_hash', ({ story }) => story?.hash), text('story_id', ({ story }) => story?.id), text('story_date', ({ story }) => story?.date), text('outlet', ({ story }) => story?.outlet),
  text('lang', ({ story }) => story?.lang), text('dataset', ({ dataset }) => dataset?.name), text('url', ({ story }) => story?.url), text('title', ({ story }) => story?.title),
];

/** An event and the happening that it tells of (`h12`). */
export type EventRow = Recorded<EventFact> & { happening?: string };

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  text('id', ({ id }) => id), text('happening', ({ happening }) => happening), text('type', ({ fact }) => fact.type), text('quad', ({ fact }) => typeInfo(fact.type)?.quad), text('mode', ({ fact }) => fact.mode),
  text('source', ({ fact }) => fact.source), text('target', ({ fact }) => fact.target), text('source_person', ({ fact }) => fact.source_person), text('target_person', ({ fact }) => fact.target_person),
  flag('mutual', ({ fact }) => fact.mutual === true), text('from', ({ fact }) => fact.from), text('to', ({ fact }) => fact.to), text('granularity', ({ fact }) => fact.granularity),
  text('factuality', ({ fact }) => fact.factuality), text('attributed_to', ({ fact }) => fact.attributed_to), json('chain', ({ fact }) => fact.chain), flag('recurring', ({ fact }) => fact.recurring === true),
  json('precedent', ({ fact }) => fact.precedent), text('condition', ({ fact }) => fact.condition), text('purpose', ({ fact }) => fact.purpose), text('place', ({ fact }) => fact.place),
  json('quotes', ({ fact }) => fact.quotes), json('numbers', ({ fact }) => fact.numbers), ...about<EventFact>(),
];

export const CLAIM_COLUMNS: readonly Column<Recorded<ClaimFact>>[] = [
  text('id', ({ id }) => id), text('speaker', ({ fact }) => fact.speaker), text('kind', ({ fact }) => fact.kind), json('about', ({ fact }) => fact.about), ...about<ClaimFact>(),
];

export const TIE_COLUMNS: readonly Column<Recorded<TieFact>>[] = [
  text('id', ({ id }) => id), text('a', ({ fact }) => fact.a), text('b', ({ fact }) => fact.b), text('domain', ({ fact }) => fact.domain), text('kind', ({ fact }) => fact.kind), ...about<TieFact>(),
];

export const TREND_COLUMNS: readonly Column<Recorded<TrendFact>>[] = [
  text('id', ({ id }) => id), text('a', ({ fact }) => fact.a), text('b', ({ fact }) => fact.b), text('direction', ({ fact }) => fact.direction), text('from', ({ fact }) => fact.from), text('to', ({ fact }) => fact.to),
  ...about<TrendFact>(),
];

/** All events that a filter leaves, each with its happening where it stands in one. */
export async function* eventPages(ledger: Ledger, filter: Filter): AsyncGenerator<readonly EventRow[]> {
  for await (const page of pagesOf((asked) => events(ledger, filter, asked))) {
    const ids = page.map(({ id }) => Number(id.slice(1)));
    const rows = await ledger.db.selectFrom('happening_event').where(sql<boolean>`event_id in (select value from json_each(${JSON.stringify(ids)}))`).selectAll().execute();
    const of = new Map(rows.map(({ event_id, happening_id }) => [event_id, `h${happening_id}`]));
    yield page.map((row, i) => ((happening) => (happening === undefined ? row : { ...row, happening }))(of.get(ids[i] as number)));
  }
}
export const claimPages = (ledger: Ledger, filter: Filter): AsyncGenerator<readonly Recorded<ClaimFact>[]> => pagesOf((page) => claims(ledger, filter, page));
export const tiePages = (ledger: Ledger, filter: Filter): AsyncGenerator<readonly Recorded<TieFact>[]> => pagesOf((page) => ties(ledger, filter, page));
export const trendPages = (ledger: Ledger, filter: Filter): AsyncGenerator<readonly Recorded<TrendFact>[]> => pagesOf((page) => trends(ledger, filter, page));

/** A fact as the exchange format has it, with its id, story and review. */
export const flatFact = <F extends object>({ id, fact, story, dataset, review, happening }: Recorded<F> & { happening?: string }): object => ({ id, ...fact, ...(happening !== undefined && { happening }), ...(story && { story }), ...(dataset && { dataset }), ...(review && { review }) });

/** The facts that an analyst vouches for, as a set to measure the coder on: in the exchange format, a story a line. */
import type { KnownStory } from '../../score/agree.ts';
import type { Filter } from '../filter.ts';
import { claims, events, ties, trends } from '../facts.ts';
import type { Recorded } from '../facts.ts';
import type { Ledger } from '../ledger.ts';
import type { Found, Page } from '../page.ts';
import { story } from '../stories.ts';
import { readBase } from './base.ts';
import type { AnyFact } from './types.ts';
import type { FactKind } from '../filter.ts';

const PAGE: Page = { limit: 1_000_000, order: 'oldest' };
const VOUCHED = new Set(['confirmed', 'changed', 'added']);

/** A fact as the exchange format's gold has it: without what only the coder knows. */
function plain<F extends AnyFact>({ offsets: _offsets, confidence: _confidence, ...fact }: F): Omit<F, 'offsets' | 'confidence'> {
  return fact;
}

/**
 * Stories with facts that were confirmed, changed, added or rejected, oldest first. A story of which every fact was looked
 * at is `complete`; of another (`partial`) only what was looked at is known.
 */
export async function* knownStories(ledger: Ledger): AsyncGenerator<KnownStory> {
  const { db } = ledger;
  const hashes = ledger.read((tx) => tx.all(db.selectFrom('correction_story').innerJoin('story', 'story.hash', 'correction_story.story').select(['story.hash', 'story.date']).distinct().orderBy('story.date').orderBy('story.hash')).map(({ hash }) => hash));
  for (const hash of hashes) {
    const record = await story(ledger, hash), filter: Filter = { story: hash };
    const wrong = ledger.read((tx) => tx.all(db.selectFrom('verdict').innerJoin('correction_fact', (join) => join.onRef('correction_fact.kind', '=', 'verdict.kind').onRef('correction_fact.fact_id', '=', 'verdict.base_id'))
      .innerJoin('correction_story', 'correction_story.correction_id', 'correction_fact.correction_id').where('correction_story.story', '=', hash).where('verdict.state', '=', 'rejected')
      .select(['verdict.kind', 'verdict.row_id']).distinct().orderBy('verdict.row_id')).map(({ kind, row_id }) => readBase(db, tx, kind as FactKind, row_id)).filter((base) => base?.counts && base.story.hash === hash));
    let open = 0;
    const vouched = async <F extends AnyFact>(find: (ledger: Ledger, filter: Filter, page: Page) => Promise<Found<Recorded<F>>>): Promise<F[]> => {
      const { rows } = await find(ledger, filter, PAGE), own = rows.filter(({ review }) => review && VOUCHED.has(review.is));
      open += rows.length - own.length;
      return own.map(({ fact }) => plain(fact) as F);
    };
    const facts = { events: await vouched(events), claims: await vouched(claims), ties: await vouched(ties), trends: await vouched(trends) };
    const rejected = (kind: FactKind): never[] => wrong.filter((base) => base?.kind === kind).map((base) => plain(base!.fact)) as never[];
    const all = { events: rejected('event'), claims: rejected('claim'), ties: rejected('tie'), trends: rejected('trend') };
    if (wrong.length + facts.events.length + facts.claims.length + facts.ties.length + facts.trends.length === 0) continue;
    const { persons } = record.coded, { id, lang, date, outlet, url, title, text } = record.story;
    yield {
      id, hash, lang: lang as KnownStory['lang'], date, ...(outlet && { outlet }), ...(url && { url }), ...(title && { title }), text, persons, ...facts,
      ...(wrong.length && { rejected: all }), reviewed: open ? 'partial' : 'complete',
    };
  }
}

/** Stories whose facts were taken by another version of the coder than the one at hand. */
import { sql } from 'kysely';
import type { SqlBool } from 'kysely';
import type { Lang, Story } from '../story/story.ts';
import { matchExpression } from './fold.ts';
import type { Ledger } from './ledger.ts';

export interface Stale {
  id: number;
  hash: string;
  /** The version that took its facts. */
  coder: string;
  story: Story;
}

export interface StaleQuery {
  /** Only stories after this id. */
  after?: number;
  limit: number;
  /** Only stories with one of these words or phrases (see `matchExpression`) in title or text. */
  words?: readonly string[];
  /** Only this story. */
  hash?: string;
}

const query = (ledger: Ledger, coder: string, { words, hash }: Pick<StaleQuery, 'words' | 'hash'>) => {
  let found = ledger.db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id').innerJoin('coding', 'coding.id', 'story_head.coding_id')
    .where('coding.coder', '!=', coder);
  if (hash !== undefined) found = found.where('story.hash', '=', hash);
  const matches = words?.map(matchExpression).filter((match) => match !== undefined);
  if (matches) found = found.where(matches.length ? sql<SqlBool>`story.id in (select rowid from story_words where story_words match ${matches.map((match) => `(${match})`).join(' OR ')})` : sql<SqlBool>`false`);
  return found;
};

/** Stories in order of reading that the coder of this version has not coded, each whole. */
export async function staleStories(ledger: Ledger, coder: string, { after = 0, limit, ...narrowed }: StaleQuery): Promise<Stale[]> {
  const rows = await query(ledger, coder, narrowed).where('story.id', '>', after).selectAll('story').select('coding.coder').orderBy('story.id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id, hash: row.hash, coder: row.coder,
    story: {
      id: row.name, lang: row.lang as Lang, date: row.date, text: row.text,
      ...(row.outlet !== null && { outlet: row.outlet }), ...(row.url !== null && { url: row.url }), ...(row.title !== null && { title: row.title }),
    },
  }));
}

/** How many there are. */
export async function staleCount(ledger: Ledger, coder: string, narrowed: Pick<StaleQuery, 'words' | 'hash'> = {}): Promise<number> {
  const { n } = await query(ledger, coder, narrowed).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return Number(n);
}

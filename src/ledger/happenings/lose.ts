/** What happenings and groups of copies must let go of before a story is erased. */
import type { Writer } from '../writer.ts';

const IN = 'IN (SELECT value FROM json_each(?))';

/**
 * Takes a story out of happenings and groups of copies, inside a transaction. Whatever stood together with it is taken in
 * anew by the next `updateHappenings`.
 */
export function loseStory(tx: Writer, story: number): void {
  const list = (sql: string, ...parameters: unknown[]): string => JSON.stringify(tx.sql(sql, parameters).rows.map((row) => Object.values(row)[0]));
  const events = list('SELECT event.id FROM event JOIN coding ON coding.id = event.coding_id WHERE coding.story_id = ?', story);
  const happenings = list(`SELECT DISTINCT happening_id FROM happening_event WHERE event_id ${IN}`, events);
  const copies = list('SELECT story_id FROM story_copy WHERE original_id = (SELECT original_id FROM story_copy WHERE story_id = ?)', story);
  const codings = list(`SELECT DISTINCT coding_id FROM event WHERE id IN (SELECT event_id FROM happening_event WHERE happening_id ${IN})
    UNION SELECT coding_id FROM story_head WHERE story_id ${IN}`, happenings, copies);
  tx.sql(`DELETE FROM happening_coding WHERE coding_id ${IN}`, [codings]);
  tx.sql(`DELETE FROM happening WHERE id ${IN}`, [happenings]);
  for (const column of ['a', 'b']) tx.sql(`DELETE FROM happening_link WHERE ${column} ${IN}`, [events]);
  for (const table of ['story_band', 'story_signature', 'story_copy']) tx.sql(`DELETE FROM ${table} WHERE story_id ${IN}`, [copies]);
}

/** Which stories copy one another: signatures, the index over them, and the groups they make. Derived from the texts alone. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { agreement, isCopy, shingles, signatureOf, WORTH } from '../../happenings/copies.ts';
import type { Signature } from '../../happenings/copies.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { among } from './tellings.ts';

type Db = Kysely<Schema>;

/**
 * What many stories share is their outlet's frame, or a text that everybody prints: of a band that more stories are in, the
 * first few stand for all. They are in one group with the rest, or in none.
 */
const MANY = 128, FEW = 8;
/** So many stories with the most bands in common are compared by signature, and so many of the likest of them by their texts. */
const COMPARED = 256, READ = 32;

/** Stories whose signatures share a band with this one and agree with it enough to be worth reading, the likest first. */
export function alike(db: Db, tx: Writer, { bytes, bands }: Signature, own: number): number[] {
  const hits = new Map<number, number>(), lists = tx.sql(`SELECT (SELECT json_group_array(story_id) FROM (SELECT story_id FROM story_band WHERE band = b.value LIMIT ?)) AS ids FROM json_each(?) b`,
    [MANY + 1, JSON.stringify([...bands])]).rows as { ids: string }[];
  for (const { ids } of lists) {
    const all = JSON.parse(ids) as number[];
    for (const id of all.length > MANY ? all.slice(0, FEW) : all) if (id !== own) hits.set(id, (hits.get(id) ?? 0) + 1);
  }
  const near = [...hits].sort(([a, n], [b, m]) => m - n || a - b).slice(0, COMPARED).map(([id]) => id);
  // The binding gives blobs back as bare buffers.
  const query = sql<{ id: number; signature: ArrayBuffer }>`select story_id as id, signature from story_signature where story_id in ${among(near)}`;
  return tx.all({ compile: () => query.compile(db) }).map(({ id, signature }) => ({ id, agreement: agreement(bytes, new Uint8Array(signature)) }))
    .filter((one) => one.agreement >= WORTH).sort((a, b) => b.agreement - a.agreement || a.id - b.id).slice(0, READ).map(({ id }) => id);
}

/** Writes a signature down, to be found from now on. */
export function addSignature(db: Db, tx: Writer, story: number, { bytes, bands }: Signature): void {
  tx.run(db.insertInto('story_signature').values({ story_id: story, signature: bytes }));
  const query = sql`insert or ignore into story_band (band, story_id) select value, ${story} from json_each(${JSON.stringify([...bands])})`;
  tx.run({ compile: () => query.compile(db) });
}

const textOf = (db: Db, tx: Writer, story: number): string => tx.one(db.selectFrom('story').where('id', '=', story).select('text'))?.text ?? '';

/** Makes one group of stories: all that is in the groups they were in; its first by day of publication stands for it. */
function join(db: Db, tx: Writer, stories: readonly number[]): void {
  const originals = tx.all(db.selectFrom('story_copy').where('story_id', 'in', stories).select('original_id').distinct()).map(({ original_id }) => original_id);
  const members = tx.all(db.selectFrom('story').where(sql<boolean>`id in ${among(stories)} or id in (select story_id from story_copy where original_id in ${among(originals)})`)
    .select('id').orderBy('date').orderBy('hash')).map(({ id }) => id);
  for (const id of members) {
    tx.run(db.insertInto('story_copy').values({ story_id: id, original_id: members[0] as number })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ original_id: members[0] as number })));
  }
}

/** Finds what a story copies, or is copied by, and remembers it; nothing where that was done before. */
export function findCopies(db: Db, tx: Writer, story: number): void {
  if (tx.one(db.selectFrom('story_signature').where('story_id', '=', story).select('story_id'))) return;
  const own = shingles(textOf(db, tx, story)), signature = signatureOf(own);
  if (!signature) {
    tx.run(db.insertInto('story_signature').values({ story_id: story, signature: new Uint8Array(0) }));
    return;
  }
  const copies = alike(db, tx, signature, story).filter((id) => isCopy(own, shingles(textOf(db, tx, id))));
  addSignature(db, tx, story, signature);
  if (copies.length) join(db, tx, [story, ...copies]);
}

/** Which stories copy one another: signatures, the index over them, and the groups they make. Derived from the texts alone. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { isCopy, shingles, signatureOf, worthComparing } from '../../happenings/copies.ts';
import type { Signature } from '../../happenings/copies.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { among } from './tellings.ts';

type Db = Kysely<Schema>;

/** Stories whose signatures share a band with this one and agree with it enough to be worth reading, in order. */
export function alike(db: Db, tx: Writer, { bytes, bands }: Signature, own: number): number[] {
  // The binding gives blobs back as bare buffers.
  const query = sql<{ id: number; signature: ArrayBuffer }>`select story_id as id, signature from story_signature
    where story_id in (select story_id from story_band where band in ${among([...bands])}) and story_id <> ${own} order by story_id`;
  return tx.all({ compile: () => query.compile(db) }).filter(({ signature }) => worthComparing(bytes, new Uint8Array(signature))).map(({ id }) => id);
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

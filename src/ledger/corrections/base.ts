/** Facts as corrections meet them: by row, in whichever coding, inside a transaction. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { PersonRecord } from '../../story/facts.ts';
import { readFact } from '../facts.ts';
import type { FactKind } from '../filter.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import type { Candidate } from './fit.ts';
import type { AnyFact } from './types.ts';

/** A fact's row with what it belongs to. */
export interface Base {
  kind: FactKind;
  id: number;
  fact: AnyFact;
  coding: number;
  story: { id: number; hash: string; date: string };
  /** Whether the row's coding is the one that counts. */
  counts: boolean;
}

type Db = Kysely<Schema>;
interface Held {
  id: number;
  evidence: string | null;
  coding_id: number;
  head: number | null;
  story_id: number;
  hash: string;
  date: string;
}

const rowsOf = (db: Db, kind: FactKind) =>
  db.selectFrom(kind as 'event')
    .innerJoin('coding', (join) => join.on(sql<boolean>`coding.id = ${sql.ref(`${kind}.coding_id`)}`))
    .innerJoin('story', 'story.id', 'coding.story_id')
    .leftJoin('story_head', 'story_head.coding_id', 'coding.id')
    .leftJoin('sentence', (join) => join.on(sql<boolean>`sentence.id = ${sql.ref(`${kind}.sentence_id`)}`))
    .selectAll(kind as 'event')
    .select(['sentence.text as evidence', 'story.id as story_id', 'story.hash', 'story.date', 'story_head.coding_id as head']);

const baseOf = (kind: FactKind, row: Held): Base => ({
  kind, id: row.id, fact: readFact(kind, row), counts: row.head !== null, coding: row.coding_id, story: { id: row.story_id, hash: row.hash, date: row.date },
});

/** The fact of a row, in whichever coding. */
export function readBase(db: Db, tx: Writer, kind: FactKind, id: number): Base | undefined {
  const row = tx.one(rowsOf(db, kind).where(sql<boolean>`${sql.ref(`${kind}.id`)} = ${id}`));
  return row && baseOf(kind, row as unknown as Held);
}

/** The facts that a coder gave, without what corrections added. */
export function codedFacts(db: Db, tx: Writer, kind: FactKind, coding: number): Candidate[] {
  const rows = tx.all(rowsOf(db, kind).where(sql<boolean>`${sql.ref(`${kind}.coding_id`)} = ${coding}`)
    .where(sql<boolean>`not exists (select 1 from revision r where r.kind = ${kind} and r.row_id = ${sql.ref(`${kind}.id`)})`).orderBy('id'));
  return rows.map((row) => ({ id: row.id, fact: readFact(kind, row as unknown as Held) }));
}

/** The persons of a coding. */
export const personsOf = (db: Db, tx: Writer, coding: number): PersonRecord[] =>
  tx.all(db.selectFrom('person').where('coding_id', '=', coding).selectAll().orderBy('id'))
    .map(({ names, country, role }) => ({ names: JSON.parse(names) as string[], country, ...(role && { role }) }));

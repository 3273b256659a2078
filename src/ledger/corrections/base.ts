/** Facts as corrections meet them: by row, in whichever coding, inside a transaction. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { PersonRecord } from '../../story/facts.ts';
import { readFact } from '../facts.ts';
import type { FactKind } from '../filter.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import type { Candidate } from './fit.ts';
import type { Anchor, AnyFact } from './types.ts';

/** A fact's row with what it belongs to. */
export interface Base {
  kind: FactKind;
  id: number;
  fact: AnyFact;
  firstDay: string;
  coding?: number;
  story?: { id: number; hash: string; date: string };
  dataset?: { id: number; name: string };
  /** Whether the row's coding is the one that counts (facts of data sets always do). */
  counts: boolean;
}

type Db = Kysely<Schema>;
interface Held {
  id: number;
  evidence: string | null;
  first_day: string;
  coding_id: number | null;
  head: number | null;
  story_id: number | null;
  hash: string | null;
  date: string | null;
  dataset_id: number | null;
  dataset: string | null;
}

const rowsOf = (db: Db, kind: FactKind) => {
  const dataset = kind === 'event' ? sql`event.dataset_id` : sql`null`;
  return db.selectFrom(kind as 'event')
    .leftJoin('coding', (join) => join.on(sql<boolean>`coding.id = ${sql.ref(`${kind}.coding_id`)}`))
    .leftJoin('story', 'story.id', 'coding.story_id')
    .leftJoin('story_head', 'story_head.coding_id', 'coding.id')
    .leftJoin('sentence', (join) => join.on(sql<boolean>`sentence.id = ${sql.ref(`${kind}.sentence_id`)}`))
    .leftJoin('dataset', (join) => join.on(sql<boolean>`dataset.id = ${dataset}`))
    .selectAll(kind as 'event')
    .select(['sentence.text as evidence', 'story.id as story_id', 'story.hash', 'story.date', 'story_head.coding_id as head', 'dataset.name as dataset']);
};

function baseOf(kind: FactKind, row: Held): Base {
  return {
    kind, id: row.id, fact: readFact(kind, row), firstDay: row.first_day, counts: row.coding_id === null || row.head !== null,
    ...(row.coding_id !== null && { coding: row.coding_id }),
    ...(row.hash !== null && { story: { id: row.story_id as number, hash: row.hash, date: row.date as string } }),
    ...(row.dataset !== null && { dataset: { id: row.dataset_id as number, name: row.dataset } }),
  };
}

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

/** The row of a data set's fact that says the same. */
export function datasetFact(db: Db, tx: Writer, { dataset, fact }: Anchor): number | undefined {
  if (dataset === undefined || !('source' in fact)) return undefined;
  const rows = tx.all(rowsOf(db, 'event').where('dataset.name', '=', dataset).where('event.source', '=', fact.source).where('event.target', '=', fact.target)
    .where('event.type', '=', fact.type).orderBy('event.id'));
  const wanted = JSON.stringify(fact);
  return rows.find((row) => JSON.stringify(readFact('event', row as unknown as Held)) === wanted)?.id;
}

/** The persons of a coding. */
export const personsOf = (db: Db, tx: Writer, coding: number): PersonRecord[] =>
  tx.all(db.selectFrom('person').where('coding_id', '=', coding).selectAll().orderBy('id'))
    .map(({ names, country, role }) => ({ names: JSON.parse(names) as string[], country, ...(role && { role }) }));

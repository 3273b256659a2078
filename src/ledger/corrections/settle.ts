/** Brings what is derived from corrections up to date: which facts they are about, and which rows stand. */
import type { Kysely } from 'kysely';
import { codedById, codedByName, isCoded, noteCorrected } from '../coded/one.ts';
import type { FactKind } from '../filter.ts';
import { addFact, sentenceRow } from '../put.ts';
import { datasetEventRow } from '../rows.ts';
import type { Schema, VerdictTable } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { codedFacts, personsOf, readBase } from './base.ts';
import { findFit } from './fit.ts';
import type { Candidate } from './fit.ts';
import type { EventFact } from '../../story/facts.ts';
import { foldCorrections, withFields } from './fold.ts';
import { correctionsById, spell, undone } from './store.ts';
import type { Stored } from './store.ts';
import { anchorsOf } from './types.ts';
import type { Anchor, AnyFact, Fit } from './types.ts';

type Db = Kysely<Schema>;
type State = VerdictTable['state'];

/** All that is said about one fact. */
interface Group {
  anchor: Anchor;
  members: { stored: Stored; n: number }[];
}

function groups(corrections: readonly Stored[], of: (anchor: Anchor) => boolean): Group[] {
  const found = new Map<string, Group>();
  for (const stored of corrections) {
    anchorsOf(stored.correction).forEach((anchor, n) => {
      if (!of(anchor)) return;
      const key = spell(anchor), group = found.get(key) ?? { anchor, members: [] };
      group.members.push({ stored, n });
      found.set(key, group);
    });
  }
  return [...found.values()];
}

/** Adds a row for a fact that stands on an analyst's word alone. Returns its id. */
function addRow(db: Db, tx: Writer, kind: FactKind, fact: AnyFact, story: { id: number; date: string; text: string }, coding: number): number {
  const sentence = sentenceRow(db, tx, story.id, story.text, fact.offsets.sentence, fact.evidence);
  return addFact(db, tx, kind, fact as never, { coding, sentence, published: story.date, persons: personsOf(db, tx, coding) });
}

const keeps = ({ members }: Group): boolean => members.some(({ stored: { correction: { kind } } }) => kind === 'confirm' || kind === 'change' || kind === 'add');
/** Whether a fact that the same words tell, but that says something else, may take the place of the one meant. */
const mayDiffer = ({ members }: Group): boolean => members.every(({ stored: { correction: { kind } } }) => kind === 'change' || kind === 'merge' || kind === 'split');

/** Finds, for one fact that corrections are about, its row in the coding that counts. */
function place(db: Db, tx: Writer, group: Group, candidates: Candidate[], story: { id: number; date: string; text: string }, coding: number): { id: number | null; fit: Fit } {
  const { kind, fact } = group.anchor, spelt = spell(fact);
  const exact = candidates.find((candidate) => spell(candidate.fact) === spelt);
  const found = exact ? { id: exact.id, fit: 'same' as const } : findFit(kind, fact, candidates);
  if (found && (found.fit === 'same' || mayDiffer(group))) {
    candidates.splice(candidates.findIndex(({ id }) => id === found.id), 1);
    return found;
  }
  if (!keeps(group)) return { id: null, fit: 'none' };
  const before = tx.all(db.selectFrom('revision').where('kind', '=', kind).where('says', '=', spelt).whereRef('row_id', '=', 'base_id').select('row_id'))
    .find(({ row_id }) => readBase(db, tx, kind, row_id)?.coding === coding);
  if (before) return { id: before.row_id, fit: 'kept' };
  const id = addRow(db, tx, kind, fact, story, coding);
  tx.run(db.insertInto('revision').values({ kind, row_id: id, base_id: id, says: spelt }));
  return { id, fit: 'kept' };
}

function note(db: Db, tx: Writer, { anchor, members }: Group, id: number | null, fit: Fit): void {
  for (const { stored, n } of members) {
    tx.run(db.deleteFrom('correction_fact').where('correction_id', '=', stored.id).where('n', '=', n));
    tx.run(db.insertInto('correction_fact').values({ correction_id: stored.id, n, kind: anchor.kind, fact_id: id, fit }));
  }
}

/**
 * Ties the corrections that stand on a story to the facts of the coding that now counts, and settles those facts. Where
 * the coding has no such fact, what was confirmed, changed or added is kept as a row of its own.
 */
export function settleStory(db: Db, tx: Writer, hash: string): void {
  const ids = tx.all(db.selectFrom('correction_story').where('story', '=', hash).select('correction_id')).map(({ correction_id }) => correction_id);
  if (ids.length === 0) return;
  const story = tx.one(db.selectFrom('story').innerJoin('story_head', 'story_head.story_id', 'story.id').where('story.hash', '=', hash)
    .select(['story.id', 'story.date', 'story.text', 'story_head.coding_id']));
  const found = groups(correctionsById(db, tx, ids), (anchor) => anchor.story === hash);
  const candidates = new Map<FactKind, Candidate[]>();
  for (const group of found) {
    const { kind } = group.anchor;
    if (!story) {
      note(db, tx, group, null, 'waiting');
      continue;
    }
    const left = candidates.get(kind) ?? codedFacts(db, tx, kind, story.coding_id);
    candidates.set(kind, left);
    const { id, fit } = place(db, tx, group, left, story, story.coding_id);
    note(db, tx, group, id, fit);
    if (id !== null) settleFact(db, tx, kind, id);
  }
}

/** Ties corrections of events of data sets to those events, where they are here, and settles them. */
export function settleCoded(db: Db, tx: Writer, corrections: readonly Stored[]): void {
  for (const group of groups(corrections, ({ dataset }) => dataset !== undefined)) {
    const { dataset, fact } = group.anchor, one = dataset && codedByName(tx, dataset, fact as EventFact);
    if (one) noteCorrected(tx, one);
    note(db, tx, group, one?.id ?? null, one ? 'same' : 'waiting');
    if (one) settleFact(db, tx, 'event', one.id);
  }
}

/** A fact as coded, and how a row is written that is to stand in its place. */
interface Subject {
  fact: AnyFact;
  /** Returns the new row's id. */
  write(fact: AnyFact): number;
}

function subjectOf(db: Db, tx: Writer, kind: FactKind, id: number): Subject | undefined {
  if (isCoded(id)) {
    const one = codedById(tx, id);
    return one && { fact: one.fact, write: (fact) => tx.run(db.insertInto('event').values(datasetEventRow(fact as EventFact, id, one.fact.from as string))).id };
  }
  const base = readBase(db, tx, kind, id);
  return base && {
    fact: base.fact,
    write: (fact) => addRow(db, tx, kind, fact, { ...base.story, text: tx.one(db.selectFrom('story').where('id', '=', base.story.id).select('text'))?.text ?? '' }, base.coding),
  };
}

/** The row that says what a fact says after corrections: the one made before for the same, or a new one. */
function revisionRow(db: Db, tx: Writer, kind: FactKind, id: number, { write }: Subject, fact: AnyFact): number {
  const says = spell(fact);
  const before = tx.one(db.selectFrom('revision').where('kind', '=', kind).where('base_id', '=', id).where('says', '=', says).whereRef('row_id', '!=', 'base_id').select('row_id'));
  if (before) return before.row_id;
  const row = write(fact);
  tx.run(db.insertInto('revision').values({ kind, row_id: row, base_id: id, says }));
  return row;
}

/** Works out how a fact and its revisions stand, from all corrections of it that count. */
export function settleFact(db: Db, tx: Writer, kind: FactKind, id: number): void {
  const base = subjectOf(db, tx, kind, id);
  if (!base) return;
  const about = tx.all(db.selectFrom('correction_fact').where('kind', '=', kind).where('fact_id', '=', id).select('correction_id').distinct());
  const all = correctionsById(db, tx, about.map(({ correction_id }) => correction_id));
  const off = undone(db, tx, all.map(({ correction }) => correction.uid));
  const own = tx.one(db.selectFrom('revision').where('kind', '=', kind).where('row_id', '=', id).where('base_id', '=', id).select('row_id')) !== undefined;
  const { stands, fields, clashes } = foldCorrections(all.map(({ correction }) => correction).filter(({ uid }) => !off.has(uid)), own);

  const said = Object.keys(fields).length > 0 && stands === true ? withFields(base.fact, fields) : base.fact;
  const changed = spell({ ...said, confidence: 0 }) !== spell({ ...base.fact, confidence: 0 });
  const current = stands && changed ? revisionRow(db, tx, kind, id, base, said) : undefined;
  const conflict = clashes.length ? 1 : 0;
  const state: State | undefined = stands === undefined ? (own ? 'withdrawn' : undefined)
    : !stands ? 'rejected' : current !== undefined ? 'replaced' : own ? 'added' : 'confirmed';

  tx.run(db.deleteFrom('verdict').where('kind', '=', kind).where('base_id', '=', id));
  const put = (row: number, as: State): void => {
    const hidden = as === 'rejected' || as === 'replaced' || as === 'withdrawn' ? 1 : 0;
    tx.run(db.insertInto('verdict').values({ kind, row_id: row, base_id: id, state: as, hidden, conflict }));
  };
  if (state) put(id, state);
  for (const { row_id } of tx.all(db.selectFrom('revision').where('kind', '=', kind).where('base_id', '=', id).where('row_id', '!=', id).select('row_id'))) {
    put(row_id, row_id === current ? 'changed' : 'withdrawn');
  }
}

/** Takes an analyst's word: checked, kept, and followed by everything that depends on it, in one transaction. */
import type { Kysely } from 'kysely';
import { problem, ProblemError } from '../../story/errors.ts';
import { codedById, isCoded } from '../coded/one.ts';
import { factId, readFactId } from '../facts.ts';
import type { FactKind } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { codedFacts, readBase } from './base.ts';
import type { Base } from './base.ts';
import { checkFact, checkFields, newFact, placed } from './check.ts';
import { findFit } from './fit.ts';
import { withFields } from './fold.ts';
import { settlePersons } from './persons.ts';
import { settleCoded, settleStory } from './settle.ts';
import { addCorrection, correctionNamed, correctionsById, lastAt, uidOf, undone } from './store.ts';
import type { Stored } from './store.ts';
import { anchorsOf, placeOfDataset } from './types.ts';
import type { Anchor, Correction, Fields, NewName, NewOffice, NewParty, Said, Signed } from './types.ts';

type Db = Kysely<Schema>;

/** What is asked for, facts by their ids (`e12`), stories by their hash. */
export type Ask =
  | { kind: 'confirm' | 'reject'; fact: string }
  | { kind: 'change'; fact: string; fields: Fields }
  | { kind: 'add'; story: string; fact: FactKind; fields: Fields }
  | { kind: 'merge'; events: readonly string[] }
  | { kind: 'split'; events: readonly string[]; from: readonly string[] }
  | { kind: 'join-persons' | 'separate-persons'; names: readonly string[] }
  | ({ kind: 'add-party' } & NewParty)
  | ({ kind: 'add-name' } & NewName)
  | ({ kind: 'add-office' } & NewOffice)
  | { kind: 'undo' | 'redo'; correction: string };

export interface Signature {
  who: string;
  why?: string;
  /** Now, where it is left out. */
  at?: string;
}

const bad = (what: string): ProblemError => new ProblemError(problem('bad-correction', {}, { what }));

/** The row as coded that an id stands for: its own, or the one that it was written in the place of. Throws ProblemError where it is no fact's id. */
function baseRow(db: Db, tx: Writer, given: string): { kind: FactKind; id: number } {
  const named = readFactId(given);
  if (!named) throw new ProblemError(problem('unknown-fact', {}, { given }));
  const { kind, id } = named;
  return { kind, id: tx.one(db.selectFrom('revision').where('kind', '=', kind).where('row_id', '=', id).select('base_id'))?.base_id ?? id };
}

/** The fact of a story, as coded, that an id stands for, in the coding that counts. */
function meant(db: Db, tx: Writer, given: string): Base {
  const { kind, id } = baseRow(db, tx, given);
  if (isCoded(id)) throw new ProblemError(problem('dataset-fact', {}, { given }));
  const base = readBase(db, tx, kind, id);
  if (!base) throw new ProblemError(problem('unknown-fact', {}, { given }));
  if (base.counts) return base;
  const head = tx.one(db.selectFrom('story_head').where('story_id', '=', base.story.id).select('coding_id'));
  const found = head && findFit(kind, base.fact, codedFacts(db, tx, kind, head.coding_id));
  const now = found?.fit === 'same' ? readBase(db, tx, kind, found.id) : undefined;
  if (!now) throw new ProblemError(problem('superseded-fact', {}, { given, story: base.story.hash.slice(0, 12) }));
  return now;
}

const anchorOf = ({ kind, fact, story }: Base): Anchor => ({ kind, story: story.hash, fact });

/** What a correction of the fact of this id stands on. */
function about(db: Db, tx: Writer, given: string): Anchor {
  const { kind, id } = baseRow(db, tx, given);
  if (kind !== 'event' || !isCoded(id)) return anchorOf(meant(db, tx, given));
  const one = codedById(tx, id);
  if (!one) throw new ProblemError(problem('unknown-fact', {}, { given }));
  return { kind, story: placeOfDataset(one.dataset.name), dataset: one.dataset, fact: one.fact };
}

const textOf = (db: Db, tx: Writer, hash: string): string | undefined => tx.one(db.selectFrom('story').where('hash', '=', hash).select('text'))?.text;

/** The anchors of events, each once. */
function eventsOf(db: Db, tx: Writer, given: readonly string[]): Anchor[] {
  const bases = new Map<number, Base>();
  for (const id of given) {
    const base = meant(db, tx, id);
    if (base.kind !== 'event') throw bad(`${id} is no event: happenings are made of events`);
    bases.set(base.id, base);
  }
  return [...bases.values()].map(anchorOf);
}

function named(db: Db, tx: Writer, given: string): Stored {
  const found = correctionNamed(db, tx, given), first = found[0];
  if (!first || found.length > 1) throw new ProblemError(problem('unknown-correction', {}, { given }));
  return first;
}

function saidBy(db: Db, tx: Writer, ask: Ask): Said {
  switch (ask.kind) {
    case 'confirm':
    case 'reject':
      return { kind: ask.kind, about: about(db, tx, ask.fact) };
    case 'change': {
      const anchor = about(db, tx, ask.fact), fields = placed(ask.fields, textOf(db, tx, anchor.story) ?? '');
      checkFields(anchor.kind, fields);
      checkFact(anchor.kind, withFields(anchor.fact, fields));
      return { kind: 'change', about: anchor, fields };
    }
    case 'add': {
      const text = textOf(db, tx, ask.story);
      if (text === undefined) throw new ProblemError(problem('unknown-story', {}, { given: ask.story }));
      return { kind: 'add', about: { kind: ask.fact, story: ask.story, fact: newFact(ask.fact, ask.fields, text) } };
    }
    case 'merge': {
      const events = eventsOf(db, tx, ask.events);
      if (events.length < 2) throw bad('two events or more are merged');
      return { kind: 'merge', events };
    }
    case 'split': {
      const events = eventsOf(db, tx, ask.events), from = eventsOf(db, tx, ask.from);
      if (events.length === 0 || from.length === 0) throw bad('name the events to take out, and those they are taken from');
      return { kind: 'split', events, from };
    }
    case 'join-persons':
    case 'separate-persons': {
      const names = [...new Set(ask.names.map((name) => name.trim()).filter(Boolean))];
      if (names.length < 2 || (ask.kind === 'separate-persons' && names.length > 2)) throw bad(ask.kind === 'join-persons' ? 'two names or more are joined' : 'two names are separated');
      return { kind: ask.kind, names };
    }
    case 'undo':
    case 'redo': {
      const { correction: { uid, kind } } = named(db, tx, ask.correction);
      if (kind === 'undo' || kind === 'redo') throw bad(`${ask.correction} is itself an ${kind}; undo or redo what it was about`);
      if (undone(db, tx, [uid]).has(uid) === (ask.kind === 'undo')) throw bad(ask.kind === 'undo' ? `${ask.correction} is undone already` : `${ask.correction} stands; there is nothing to redo`);
      return { kind: ask.kind, of: uid };
    }
    default:
      return ask;
  }
}

/** Brings everything up to date that these corrections, or those that they undo or redo, bear upon. */
export function follow(db: Db, tx: Writer, ids: readonly number[]): void {
  const given = correctionsById(db, tx, ids);
  const targets = given.flatMap(({ correction }) => ('of' in correction ? correctionNamed(db, tx, correction.of) : []));
  const all = [...new Map([...given, ...targets].map((stored) => [stored.id, stored])).values()];
  const hashes = new Set(all.flatMap(({ correction }) => anchorsOf(correction)).filter(({ dataset }) => !dataset).map(({ story }) => story));
  for (const hash of [...hashes].sort()) settleStory(db, tx, hash);
  settleCoded(db, tx, all);
  if (all.some(({ correction: { kind } }) => kind === 'join-persons' || kind === 'separate-persons')) settlePersons(db, tx);
}

/** A time after the last that was said here, so that order in time is order of saying. */
function moment(last: string): string {
  const now = new Date().toISOString();
  return now > last ? now : new Date(Date.parse(last) + 1).toISOString();
}

/** What a correction did. */
export interface Done {
  /** `k12`. */
  id: string;
  correction: Correction;
  /** The facts it is about, as they are called after it. */
  facts: string[];
}

/** The rows that stand for a fact now: its own or its revision's; none where it is rejected. */
export function standing(db: Db, tx: Writer, kind: FactKind, base: number): string[] {
  const rows = tx.all(db.selectFrom('verdict').where('kind', '=', kind).where('base_id', '=', base).select(['row_id', 'hidden']));
  const shown = rows.filter(({ hidden }) => hidden === 0).map(({ row_id }) => factId(kind, row_id));
  return rows.some(({ row_id }) => row_id === base) ? shown : [factId(kind, base), ...shown];
}

/**
 * Takes an analyst's word.
 * @throws ProblemError where there is no such fact, story or correction, or where what is said makes no whole fact
 */
export function correct(ledger: Ledger, ask: Ask, { who, why = '', at }: Signature): Done {
  const { db } = ledger;
  return ledger.write((tx) => {
    const said = saidBy(db, tx, ask), signed: Signed = { who, at: at ?? moment(lastAt(db, tx)), why };
    const correction: Correction = { uid: uidOf(said, signed), ...signed, ...said };
    const { id } = addCorrection(db, tx, correction);
    follow(db, tx, [id]);
    const bound = tx.all(db.selectFrom('correction_fact').where('correction_id', '=', 'of' in said ? named(db, tx, said.of).id : id).select(['kind', 'fact_id']));
    const facts = bound.flatMap(({ kind, fact_id }) => (fact_id === null ? [] : standing(db, tx, kind as FactKind, fact_id)));
    return { id: `k${id}`, correction, facts };
  });
}

/** Finds the facts of corrections that came before the data set that they are about. To be called when events were added to it. */
export function settleDataset(ledger: Ledger, name: string): void {
  const { db } = ledger;
  ledger.write((tx) => {
    const waiting = tx.all(db.selectFrom('correction_story').innerJoin('correction_fact', 'correction_fact.correction_id', 'correction_story.correction_id')
      .where('correction_story.story', '=', placeOfDataset(name)).where('correction_fact.fit', '=', 'waiting').select('correction_story.correction_id').distinct());
    settleCoded(db, tx, correctionsById(db, tx, waiting.map(({ correction_id }) => correction_id)));
  });
}

/** The whole story of a record: what was coded when and by what, what was said of it since, and how it stands. */
import type { Kysely } from 'kysely';
import { problem, ProblemError } from '../../story/errors.ts';
import { describeClaim, describeEvent, describeTie, describeTrend } from '../../story/describe.ts';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../../story/facts.ts';
import { codedById, isCoded } from '../coded/one.ts';
import { count, events, factsById, readFactId } from '../facts.ts';
import type { FactKind } from '../filter.ts';
import { NUMBERS } from '../lean.ts';
import type { Ledger } from '../ledger.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { codedFacts, readBase } from './base.ts';
import type { Base } from './base.ts';
import { standing } from './correct.ts';
import { findFit } from './fit.ts';
import { eventsOfHappening } from './happening.ts';
import { describeCorrection, standings } from './list.ts';
import { reviewText } from './review.ts';
import { allCorrections, correctionsById } from './store.ts';
import { anchorsOf } from './types.ts';
import type { AnyFact, Standing } from './types.ts';

type Db = Kysely<Schema>;

/** One thing that happened to a record. */
export interface Entry {
  /** ISO 8601. */
  at: string;
  /** An analyst, or the version of the coder. */
  who: string;
  what: string;
  why?: string;
  /** The correction's number. */
  id?: string;
  /** Whether it counts still; of corrections. */
  active?: boolean;
}

export interface History {
  about: string;
  /** What it is, in a line. */
  title: string;
  evidence?: string;
  story?: { hash: string; date: string; outlet?: string; title?: string };
  /** In order of time. */
  entries: Entry[];
  /** How it stands, a line each. */
  now: string[];
}

/** A fact in a line. */
export function factLine(kind: FactKind, fact: AnyFact): string {
  const { who, what, factuality, when, notes } = kind === 'event' ? describeEvent(fact as EventFact) : kind === 'claim' ? describeClaim(fact as ClaimFact) : kind === 'tie' ? describeTie(fact as TieFact) : describeTrend(fact as TrendFact);
  return [`${who} ${what}`, factuality, when, ...notes].filter(Boolean).join('; ');
}

const entryOf = ({ id, correction, active, of }: Standing): Entry => ({
  at: correction.at, who: correction.who, what: describeCorrection(correction, of), ...(correction.why && { why: correction.why }), id, active,
});
const inOrder = (entries: Entry[]): Entry[] => entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** Corrections with what undid and redid them. */
function withReversals(db: Db, tx: Writer, ids: readonly number[]): Standing[] {
  const own = correctionsById(db, tx, ids), uids = new Set(own.map(({ correction }) => correction.uid));
  return standings(db, tx, [...own, ...allCorrections(db, tx).filter(({ correction }) => 'of' in correction && uids.has(correction.of))]);
}

/** What every coding of the fact's story made of it. */
function codings(db: Db, tx: Writer, base: Base): Entry[] {
  const rows = tx.all(db.selectFrom('coding').leftJoin('story_head', 'story_head.coding_id', 'coding.id').where('coding.story_id', '=', base.story.id)
    .select(['coding.id', 'coding.coder', 'coding.added', 'story_head.coding_id as head']).orderBy('coding.id'));
  return rows.map(({ id, coder, added, head }) => {
    const facts = codedFacts(db, tx, base.kind, id), found = findFit(base.kind, base.fact, facts), fact = facts.find((one) => one.id === found?.id)?.fact;
    return { at: added, who: coder, what: `${fact ? `coded ${factLine(base.kind, fact)}` : 'coded no such fact'}${head === null ? '' : ' (the coding that counts)'}` };
  });
}

/** How facts stand, a line each. */
const nowLines = async (ledger: Ledger, kind: FactKind, rows: readonly string[]): Promise<string[]> =>
  (await factsById(ledger, kind, rows.map((row) => Number(row.slice(1))))).map((row) => `${row.id}: ${factLine(kind, row.fact as AnyFact)}${row.review ? ` (${reviewText(row.review)})` : ''}`);

/** Corrections that are about a row as coded. */
const saidOf = (db: Db, tx: Writer, kind: FactKind, id: number): Standing[] =>
  withReversals(db, tx, tx.all(db.selectFrom('correction_fact').where('kind', '=', kind).where('fact_id', '=', id).select('correction_id').distinct()).map(({ correction_id }) => correction_id));

/** The history of an event of a data set: which file brought it, and what was said of it. */
async function ofCoded(ledger: Ledger, given: string, id: number): Promise<History> {
  const { db } = ledger, dataset = Math.floor(id / NUMBERS), n = id % NUMBERS;
  const { one, brought, said, rows } = ledger.read((tx) => ({
    one: codedById(tx, id), said: saidOf(db, tx, 'event', id), rows: standing(db, tx, 'event', id),
    brought: tx.one(db.selectFrom('coded_piece').innerJoin('dataset', 'dataset.id', 'coded_piece.dataset_id').where('dataset_id', '=', dataset).where('first_n', '<=', n)
      .orderBy('first_n', 'desc').orderBy('coded_piece.id', 'desc').limit(1).select(['dataset.added', 'dataset.name', 'file'])),
  }));
  if (!one) throw new ProblemError(problem('unknown-fact', {}, { given }));
  const { dataset: { code, id: ref }, fact } = one, entry = brought && { at: brought.added, who: brought.name, what: `imported from ${brought.file}: ${factLine('event', fact)} (${code}${ref ? `, ${ref}` : ''})` };
  const now = await nowLines(ledger, 'event', rows);
  return { about: given, title: factLine('event', fact), entries: inOrder([...(entry ? [entry] : []), ...said.map(entryOf)]), now: now.length ? now : ['rejected, and seen no more'] };
}

async function ofFact(ledger: Ledger, given: string): Promise<History> {
  const { db } = ledger, { kind, id } = readFactId(given) as { kind: FactKind; id: number };
  const baseId = ledger.read((tx) => tx.one(db.selectFrom('revision').where('kind', '=', kind).where('row_id', '=', id).select('base_id'))?.base_id ?? id);
  if (kind === 'event' && isCoded(baseId)) return ofCoded(ledger, given, baseId);
  const found = ledger.read((tx) => {
    const base = readBase(db, tx, kind, baseId);
    if (!base) throw new ProblemError(problem('unknown-fact', {}, { given }));
    const story = tx.one(db.selectFrom('story').where('id', '=', base.story.id).select(['hash', 'date', 'outlet', 'title']));
    return { base, story, said: saidOf(db, tx, kind, base.id), coded: codings(db, tx, base), rows: base.counts ? standing(db, tx, kind, base.id) : [] };
  });
  const { base, story, said, coded, rows } = found;
  const now = await nowLines(ledger, kind, rows);
  return {
    about: given, title: factLine(kind, base.fact), evidence: base.fact.evidence,
    ...(story && { story: { hash: story.hash, date: story.date, ...(story.outlet && { outlet: story.outlet }), ...(story.title && { title: story.title }) } }),
    entries: inOrder([...coded, ...said.map(entryOf)]),
    now: now.length ? now : [base.counts ? 'rejected, and seen no more' : 'of an older coding of its story, and counts no more'],
  };
}

async function ofHappening(ledger: Ledger, given: string): Promise<History> {
  const { db } = ledger, members = eventsOfHappening(ledger, given), ids = members.map((id) => Number(id.slice(1)));
  const rows = await factsById(ledger, 'event', ids);
  const said = ledger.read((tx) => {
    const bases = ids.map((id) => tx.one(db.selectFrom('revision').where('kind', '=', 'event').where('row_id', '=', id).select('base_id'))?.base_id ?? id);
    const about = tx.all(db.selectFrom('correction_fact').where('kind', '=', 'event').where('fact_id', 'in', bases).select('correction_id').distinct()).map(({ correction_id }) => correction_id);
    return withReversals(db, tx, about);
  });
  const told = rows.map(({ id, story, fact }): Entry => ({ at: story?.date ?? '', who: story?.outlet ?? story?.id ?? '', what: `tells of it: ${id}, ${factLine('event', fact)}` }));
  const first = rows[0];
  return { about: given, title: first ? factLine('event', first.fact) : given, entries: inOrder([...told, ...said.map(entryOf)]), now: [`${rows.length} events of ${new Set(rows.map(({ story }) => story?.hash)).size} stories`] };
}

const mentions = (fact: unknown, code: string): boolean => {
  const { source, target, a, b, about } = fact as { source?: string; target?: string; a?: string; b?: string; about?: unknown };
  return [source, target, a, b].includes(code) || (Array.isArray(about) && about.includes(code));
};

async function ofParty(ledger: Ledger, code: string): Promise<History> {
  const { db } = ledger, filter = { parties: [code] };
  const said = ledger.read((tx) => {
    const own = allCorrections(db, tx).filter(({ correction }) => ('code' in correction && correction.code === code) || (correction.kind === 'add-office' && correction.country === code)
      || (correction.kind === 'change' && mentions(correction.fields, code)) || anchorsOf(correction).some(({ fact }) => mentions(fact, code)));
    return withReversals(db, tx, own.map(({ id }) => id));
  });
  const n = await count(ledger, 'event', filter), page = { limit: 1 };
  const [first] = (await events(ledger, filter, { ...page, order: 'oldest' })).rows, [last] = (await events(ledger, filter, page)).rows;
  return {
    about: code, title: code, entries: inOrder(said.map(entryOf)),
    now: [`${n} events${first && last ? `, from ${first.fact.from ?? first.story?.date ?? ''} (${first.id}) to ${last.fact.from ?? last.story?.date ?? ''} (${last.id})` : ''}`,
      `${await count(ledger, 'claim', filter)} claims, ${await count(ledger, 'tie', filter)} ties, ${await count(ledger, 'trend', filter)} trends`],
  };
}

/**
 * The history of a fact (`e12`), a happening (`h5`) or a party (by code).
 * @throws ProblemError where there is no such fact or happening
 */
export function history(ledger: Ledger, given: string): Promise<History> {
  if (readFactId(given)) return ofFact(ledger, given);
  return /^h\d+$/i.test(given) ? ofHappening(ledger, given) : ofParty(ledger, given);
}

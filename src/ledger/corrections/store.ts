/** Rows of the table `correction`: written, read, and which of them count. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Selectable } from 'kysely';
import type { CorrectionTable, Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { anchorsOf } from './types.ts';
import type { Correction, Said, Signed } from './types.ts';

type Db = Kysely<Schema>;
type Row = Selectable<CorrectionTable>;

/** Puts an object's keys in order, so that one thing has one spelling. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]));
}

/** One spelling of a JSON value, whatever the order of its keys. */
export const spell = (value: unknown): string => JSON.stringify(canonical(value));

/** Names a correction by all that it says: 16 hex digits. */
export const uidOf = (said: Said, { who, at, why }: Signed): string => createHash('sha256').update(spell({ ...said, who, at, why })).digest('hex').slice(0, 16);

function correctionOf({ uid, kind, who, at, why, body, target }: Row): Correction {
  const rest = JSON.parse(body) as object;
  return { uid, at, who, why, kind, ...rest, ...(target !== null && { of: target }) } as unknown as Correction;
}

export interface Stored {
  id: number;
  correction: Correction;
}

const stored = (row: Row): Stored => ({ id: row.id, correction: correctionOf(row) });

/** Adds a correction. Returns its row's id, and whether it is new: one that is here already is left as it is. */
export function addCorrection(db: Db, tx: Writer, correction: Correction): { id: number; added: boolean } {
  const { uid, kind, who, at, why, ...rest } = correction;
  const before = tx.one(db.selectFrom('correction').where('uid', '=', uid).select('id'));
  if (before) return { id: before.id, added: false };
  const { of: target = null, ...body } = rest as { of?: string };
  const { id } = tx.run(db.insertInto('correction').values({ uid, kind, who, at, why, body: JSON.stringify(body), target }));
  for (const story of new Set(anchorsOf(correction).map((anchor) => anchor.story))) {
    tx.run(db.insertInto('correction_story').values({ story, correction_id: id }));
  }
  return { id, added: true };
}

/** All corrections, in order of time. */
export const allCorrections = (db: Db, tx: Writer): Stored[] => tx.all(db.selectFrom('correction').selectAll().orderBy('at').orderBy('uid')).map(stored);

/** Those with these row ids, in order of time. */
export const correctionsById = (db: Db, tx: Writer, ids: readonly number[]): Stored[] =>
  ids.length ? tx.all(db.selectFrom('correction').selectAll().where('id', 'in', [...ids]).orderBy('at').orderBy('uid')).map(stored) : [];

/** Those of some kinds, in order of time. */
export const correctionsOfKind = (db: Db, tx: Writer, kinds: readonly string[]): Stored[] =>
  tx.all(db.selectFrom('correction').selectAll().where('kind', 'in', [...kinds]).orderBy('at').orderBy('uid')).map(stored);

/** By uid, by the beginning of one, or by number (`k12`). */
export function correctionNamed(db: Db, tx: Writer, given: string): Stored[] {
  const number = /^k(\d{1,15})$/i.exec(given)?.[1];
  const query = db.selectFrom('correction').selectAll();
  if (number) return tx.all(query.where('id', '=', Number(number))).map(stored);
  return /^[0-9a-f]{4,16}$/.test(given) ? tx.all(query.where('uid', '>=', given).where('uid', '<', `${given}g`).orderBy('id').limit(5)).map(stored) : [];
}

/** The uids that are undone: what the last undo or redo of each says. */
export function undone(db: Db, tx: Writer, uids?: readonly string[]): Set<string> {
  let query = db.selectFrom('correction').where('target', 'is not', null).select(['kind', 'target']).orderBy('at').orderBy('uid');
  if (uids) query = query.where('target', 'in', [...uids]);
  const out = new Set<string>();
  for (const { kind, target } of uids?.length === 0 ? [] : tx.all(query)) {
    if (kind === 'undo') out.add(target as string);
    else out.delete(target as string);
  }
  return out;
}

/** The newest time at which something was said. */
export const lastAt = (db: Db, tx: Writer): string => tx.one(db.selectFrom('correction').select('at').orderBy('at', 'desc').limit(1))?.at ?? '';

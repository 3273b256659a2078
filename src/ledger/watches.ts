/** Watches: searches that somebody comes back to, each with how far it was seen. */
import { randomBytes } from 'node:crypto';
import type { Ledger } from './ledger.ts';

export interface Watch {
  id: number;
  /** Names the watch's feed; whoever knows it may read it. */
  key: string;
  title: string;
  /** The search, as an address's query: `kind=event&party=BLR`. */
  query: string;
  /** The newest fact's number when it was last seen. */
  seen: number;
  added: string;
}

export const watches = (ledger: Ledger): Promise<Watch[]> => ledger.db.selectFrom('watch').selectAll().orderBy('id').execute();

export const watchByKey = (ledger: Ledger, key: string): Promise<Watch | undefined> => ledger.db.selectFrom('watch').selectAll().where('key', '=', key).executeTakeFirst();

/** Adds a watch, seen up to `seen`. */
export function addWatch(ledger: Ledger, title: string, query: string, seen: number): Watch {
  const key = randomBytes(18).toString('base64url'), { db } = ledger;
  return ledger.write((tx) => {
    const { id } = tx.run(db.insertInto('watch').values({ key, title, query, seen }));
    return tx.one(db.selectFrom('watch').selectAll().where('id', '=', id)) as Watch;
  });
}

/** Notes how far a watch was seen; true where there is such a watch. */
export const seeWatch = (ledger: Ledger, id: number, seen: number): boolean =>
  ledger.write((tx) => tx.run(ledger.db.updateTable('watch').set({ seen }).where('id', '=', id))).changes > 0;

export const dropWatch = (ledger: Ledger, id: number): boolean => ledger.write((tx) => tx.run(ledger.db.deleteFrom('watch').where('id', '=', id))).changes > 0;

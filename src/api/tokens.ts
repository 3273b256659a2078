/** Tokens by which callers from elsewhere are known. The ledger keeps their hashes; a token itself is shown once. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.ts';
import { problem, ProblemError } from '../story/errors.ts';
import type { Role } from './endpoint.ts';

export interface TokenLine {
  id: number;
  name: string;
  role: Role;
  added: string;
  revoked?: string;
}

const PREFIX = 'drg_';
/** 256 bits, so that a hash needs no salt and no stretching. */
const BYTES = 32;
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes a token. What is returned is the only copy. */
export async function makeToken(ledger: Ledger, name: string, role: Role): Promise<{ id: number; token: string }> {
  const token = PREFIX + randomBytes(BYTES).toString('base64url');
  const { id } = ledger.write((tx) => tx.run(ledger.db.insertInto('token').values({ hash: digest(token).toString('hex'), name, role, revoked: null })));
  return { id, token };
}

/** All tokens that were ever made, oldest first; what they are is not known any more. */
export async function listTokens(ledger: Ledger): Promise<TokenLine[]> {
  const rows = await ledger.db.selectFrom('token').select(['id', 'name', 'role', 'added', 'revoked']).orderBy('id').execute();
  return rows.map(({ revoked, ...row }) => ({ ...row, ...(revoked && { revoked }) }));
}

/** Ends a token at once. Throws ProblemError where there is none, or it is ended already. */
export async function revokeToken(ledger: Ledger, id: number): Promise<void> {
  const { changes } = ledger.write((tx) => tx.run(ledger.db.updateTable('token').set({ revoked: new Date().toISOString() }).where('id', '=', id).where('revoked', 'is', null)));
  if (changes === 0) throw new ProblemError(problem('unknown-token', {}, { given: id }));
}

/** Whose token this is; undefined where it is nobody's. Every hash is compared, each in constant time. */
export async function whoseToken(ledger: Ledger, token: string): Promise<TokenLine | undefined> {
  const given = digest(token);
  let found: TokenLine | undefined;
  for (const { hash, revoked, ...row } of await ledger.db.selectFrom('token').select(['id', 'name', 'role', 'added', 'revoked', 'hash']).where('revoked', 'is', null).execute()) {
    if (timingSafeEqual(Buffer.from(hash, 'hex'), given) && !revoked) found = row;
  }
  return found;
}

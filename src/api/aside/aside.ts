/** Questions about a large ledger are answered beside the server's own thread. */
import type { MiddlewareHandler } from 'hono';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Env } from '../endpoint.ts';
import { isLong } from '../questions.ts';
import { Pool } from './pool.ts';

/** A ledger of so many events of data sets is large: below, an answer takes less than a thread's beginning and its memory are worth. */
export const LARGE = 250_000;

export interface Aside {
  /** Lets a thread answer, where there are any. */
  answer: MiddlewareHandler<Env>;
  /** To be told when the ledger has changed: it may have become large. */
  look(): void;
  /** Whether threads answer. */
  used(): boolean;
  close(): Promise<void>;
}

/** Makes the threads as soon as the ledger holds so many events (`from`). */
export function aside(ledger: Ledger, from = LARGE): Aside {
  let pool: Pool | undefined;
  const look = (): void => {
    if (pool || ledger.path === ':memory:') return;
    const { n } = ledger.read((tx) => tx.sql('SELECT coalesce(sum(events), 0) AS n FROM coded_segment', []).rows[0]) as { n: number };
    if (n >= from) pool = new Pool(ledger.path);
  };
  look();
  return {
    look,
    used: () => pool !== undefined,
    async answer(c, next) {
      if (!pool || c.req.method !== 'GET') return next();
      const { pathname, search } = new URL(c.req.url), path = pathname + search;
      const { status, headers, body } = await pool.answer(path, { long: isLong(path), signal: c.req.raw.signal });
      c.res = new Response(body, { status, headers });
      return undefined;
    },
    close: async () => pool?.close(),
  };
}

/** The page at an address: of this machine alone, unless its user says otherwise. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Ledger } from '../ledger/ledger.ts';
import { problem, ProblemError } from '../story/errors.ts';
import { makeApp } from './app.ts';
import type { LoadCoder } from './recoding.ts';
import { listTokens } from './tokens.ts';

/** Where the page is when nobody says. */
export const PORT = 7411;
const LOOPBACK = '127.0.0.1';

export interface Listening {
  /** The port: 0 for any; where it is left out, the usual one, or any where that is taken. */
  port?: number;
  /** The address to listen at; beyond the loopback a token is needed. */
  host?: string;
  /** Further names by which the page may be called. */
  names?: readonly string[];
  /** The coder that reads stories anew: after an addition to the gazetteer, and when an administrator asks. */
  coder?: LoadCoder;
  /** From so many events of data sets on, questions about the whole record are answered by threads of their own. */
  threadsFrom?: number;
}

export interface Running {
  address: string;
  close(): Promise<void>;
}

/** Listens on the port; rejects with the system's error. */
const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const busy = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes(codeOf(error));
const isLoopback = (host: string): boolean => /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/i.test(host);
/** Addresses that stand for all of a machine's; nobody calls it by them. */
const ALL = new Set(['0.0.0.0', '::']);
/** Who is still being answered when the server ends gets so long, in milliseconds. */
const GRACE = 1000;
/** Connections that nothing is asked over stay open so long, in milliseconds. */
const KEPT = 65_000;

/**
 * Serves a ledger. Throws ProblemError where the port is taken, the address is none of this machine, or the page would be
 * open to others without a token to know them by.
 */
export async function serve(ledger: Ledger, { port, host = LOOPBACK, names = [], coder, threadsFrom }: Listening = {}): Promise<Running> {
  const open = !isLoopback(host);
  if (open && !(await listTokens(ledger)).some(({ revoked }) => revoked === undefined)) throw new ProblemError(problem('token-needed'));
  const app = makeApp(ledger, { open, ...(coder && { coder }), ...(threadsFrom !== undefined && { threadsFrom }), hosts: [...names, ...(ALL.has(host) ? [] : [host])] });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // longer than who asks keeps a connection: it is not closed just as the next question comes
  server.keepAliveTimeout = KEPT;
  try {
    await listen(server, port ?? PORT, host);
  } catch (error) {
    if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EINVAL'].includes(codeOf(error))) throw new ProblemError(problem('host-unknown', {}, { given: host }));
    if (!busy(error)) throw error;
    if (port !== undefined) throw new ProblemError(problem('port-busy', {}, { port }));
    await listen(server, 0, host);
  }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/`;
  // who needs a token asks for himself
  if (!open) void app.warm(address).catch(() => {});
  return {
    address,
    async close() {
      const ended = app.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), GRACE).unref();
      });
      await ended;
    },
  };
}

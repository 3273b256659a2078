/** The page on a loopback address. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Ledger } from '../ledger/ledger.ts';
import { problem, ProblemError } from '../story/errors.ts';
import { makeApp } from './app.ts';

/** Where the page is when nobody says. */
export const PORT = 7411;
const HOST = '127.0.0.1';

export interface Running {
  address: string;
  close(): Promise<void>;
}

/** Listens on the port; rejects with the system's error. */
const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });

const busy = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * Serves a ledger on a port of this machine: the one given (0 for any), or the usual one, or any where that is taken.
 * Throws ProblemError where the given one is taken.
 */
export async function serve(ledger: Ledger, port?: number): Promise<Running> {
  const server = createAdaptorServer({ fetch: makeApp(ledger).fetch }) as Server;
  try {
    await listen(server, port ?? PORT);
  } catch (error) {
    if (!busy(error)) throw error;
    if (port !== undefined) throw new ProblemError(problem('port-busy', {}, { port }));
    await listen(server, 0);
  }
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // Whoever is still being answered gets a second.
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      }),
  };
}

/** A server just started answers its first questions many times slower than the next: so it asks itself what a reader asks first. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Network } from './schemas/views.ts';

const API = '/api/v1';

/**
 * Asks for the page with its files and for what its views show; the answers are kept as any others. Whoever asks meanwhile
 * gets in between. With `all` false (a large ledger, whose questions threads answer) the views of relations are left out.
 */
export async function warm(get: (path: string) => Promise<Response>, { all, stopped }: { all: boolean; stopped: () => boolean }): Promise<void> {
  const ask = async (path: string): Promise<string> => {
    await turn();
    return stopped() ? '' : (await get(path)).text();
  };
  const page = await ask('/');
  for (const [file] of page.matchAll(/\/assets\/[\w.-]+/g)) await ask(file);
  for (const path of ['/today', '/ledger', '/parties']) await ask(API + path);
  if (!all) return;
  await ask(`${API}/moving`);
  const network = await ask(`${API}/network?limit=20000`);
  const tie = network && (JSON.parse(network) as Partial<Network>).ties?.[0];
  if (!tie) return;
  const { a, b } = tie, pair = `${a}/${b}`;
  for (const path of [`relation/${pair}`, `events?pair=${a}&pair=${b}`, `between/${pair}`, `precedent/${pair}`, `readings/${pair}`, `outlook/${pair}`, `parties/${a}`, `room/${a}`, `between/${a}`]) await ask(`${API}/${path}`);
}

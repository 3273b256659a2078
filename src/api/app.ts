/** The application over an open ledger: the API and the page. */
import { readFileSync } from 'node:fs';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.ts';
import { actsByParty } from '../ledger/tallies.ts';
import { remembering } from './deliver.ts';
import { makeApi } from './endpoint.ts';
import type { Env } from './endpoint.ts';
import { gazetteer } from './gazetteer.ts';
import { guard } from './guard.ts';
import { page } from './page.ts';
import { answerProblem, problemOf, Refused } from './problem.ts';
import { addFacts } from './routes/facts.ts';
import { addLedger } from './routes/ledger.ts';
import { addMeasures } from './routes/measures.ts';
import { addNetwork } from './routes/network.ts';
import { addParty } from './routes/party.ts';
import { addSearch } from './routes/search.ts';
import { addToday } from './routes/today.ts';
import type { Served } from './served.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const ABOUT = { openapi: '3.1.0', info: { title: 'Dragoman', version, description: 'A cited ledger of how states deal with one another.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, servers: [{ url: '/api/v1' }] };

const log = (text: string): void => void process.stderr.write(`dragoman: ${text}\n`);

/** Makes the application over a ledger. */
export function makeApp(ledger: Ledger): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>(), api = makeApi();
  app.use(guard());
  app.use(async (c, next) => {
    c.set('who', 'local');
    c.set('role', 'admin');
    await next();
  });
  const names = gazetteer(ledger);
  let tallied: Promise<ReadonlyMap<string, number>> | undefined;
  const tally = (): Promise<ReadonlyMap<string, number>> => (tallied ??= actsByParty(ledger));
  api.use(remembering(ledger, () => {
    names.renew();
    tallied = undefined;
  }));
  const served: Served = { api, ledger, names, version, tally, codes: async () => new Set((await tally()).keys()) };
  for (const add of [addLedger, addToday, addSearch, addFacts, addMeasures, addNetwork, addParty]) add(served);
  api.get('/openapi.json', (c) => c.json(api.getOpenAPI31Document(ABOUT)));
  api.notFound((c) => answerProblem(c, new Refused(404, 'no-such-address', 'The API has no such address.', { remedy: 'See /docs.' })));
  api.onError((error, c) => answerProblem(c, problemOf(error, log)));
  app.route('/api/v1', api);
  app.all('/api/*', (c) => answerProblem(c, new Refused(404, 'no-such-address', 'The API has no such address.', { remedy: 'See /docs.' })));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.on(['GET', 'HEAD'], '*', page());
  app.notFound((c) => answerProblem(c, new Refused(405, 'method', 'This can only be read.')));
  app.onError((error, c) => answerProblem(c, problemOf(error, log)));
  return app;
}

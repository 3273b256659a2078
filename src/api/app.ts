/** The application over an open ledger: the API and the page. */
import { readFileSync } from 'node:fs';
import { OpenAPIHono } from '@hono/zod-openapi';
import { updateHappenings } from '../ledger/happenings/update.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ProblemError } from '../story/errors.ts';
import { aside } from './aside/aside.ts';
import { authenticate } from './auth.ts';
import { remembering } from './deliver.ts';
import { makeApi } from './endpoint.ts';
import type { Env } from './endpoint.ts';
import { guard, shortBodies } from './guard.ts';
import { knowing } from './knowing.ts';
import { makeMetrics } from './metrics.ts';
import { page } from './page.ts';
import { answerProblem, log, problemOf, Refused } from './problem.ts';
import { questionsOver } from './questions.ts';
import { addAdmin } from './routes/admin.ts';
import { addCorrections } from './routes/corrections.ts';
import { addFacts } from './routes/facts.ts';
import { addHappenings } from './routes/happenings.ts';
import { addLedger } from './routes/ledger.ts';
import { addRecoding } from './routes/recoding.ts';
import { addSearch } from './routes/search.ts';
import { addToday } from './routes/today.ts';
import { addWatches } from './routes/watches.ts';
import { makeRecoding } from './recoding.ts';
import type { LoadCoder } from './recoding.ts';
import type { Served } from './served.ts';
import { makeStream } from './stream.ts';
import { warm } from './warm.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
const ABOUT = { openapi: '3.1.0', info: { title: 'Dragoman', version, description: 'A cited ledger of how states deal with one another.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, servers: [{ url: '/api/v1' }] };

/** Gathers what was read or corrected into happenings. Where another program is writing, it does so itself, or the next change does. */
function follow(ledger: Ledger): void {
  try {
    updateHappenings(ledger);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
}

export interface Reach {
  /** Whether the server can be reached from elsewhere than this machine: then a token is needed. */
  open?: boolean;
  /** Names, besides those of the loopback address, by which it may be called. */
  hosts?: readonly string[];
  /** The coder that reads stories anew; without one that is left to `dragoman recode`. */
  coder?: LoadCoder;
  /** From so many events of data sets on, questions about the whole record are answered by threads of their own. */
  threadsFrom?: number;
}

export interface App {
  fetch: OpenAPIHono<Env>['fetch'];
  request: OpenAPIHono<Env>['request'];
  /** Asks what a reader asks first, at an address (`http://…/`) that readers will use. */
  warm(address: string): Promise<void>;
  /** Ends what is still being told to listeners. */
  close(): Promise<void>;
}

/** Makes the application over a ledger. */
export function makeApp(ledger: Ledger, { open = false, hosts = [], coder, threadsFrom }: Reach = {}): App {
  const app = new OpenAPIHono<Env>(), api = makeApi(), known = knowing(ledger), metrics = makeMetrics(), stream = makeStream(ledger, metrics.listeners);
  const recoding = makeRecoding(ledger, coder, { changed: stream.look, log }), threads = aside(ledger, threadsFrom), questions = questionsOver({ ledger, ...known.what });
  const served: Served = { api, ledger, ...known.what, version, changed: stream.look, recoding };

  let closed = false, warming: Promise<void> | undefined;
  // the first search finds it there
  void served.tally().catch(() => {});

  app.use(metrics.measure);
  app.use(guard(hosts));
  app.use(shortBodies);
  const auth = authenticate(ledger, open);
  api.use(auth);
  api.get('/stream', (c) => stream.answer(c));
  api.use(remembering(ledger, () => {
    known.renew();
    follow(ledger);
    threads.look();
  }));
  for (const add of [addLedger, addToday, addSearch, addFacts, addHappenings, addCorrections, addAdmin, addRecoding]) add(served);
  for (const path of new Set(questions.routes.map((route) => route.path))) api.get(path, threads.answer);
  api.route('/', questions);
  addWatches(served, app);
  api.get('/openapi.json', (c) => c.json(api.getOpenAPI31Document(ABOUT)));
  api.notFound((c) => answerProblem(c, new Refused(404, 'no-such-address', 'The API has no such address.', { remedy: 'See /docs.' })));
  const failed = (error: unknown, c: Parameters<typeof answerProblem>[0]): Response => answerProblem(c, problemOf(error, log));
  api.onError(failed);
  app.route('/api/v1', api);
  app.all('/api/*', (c) => answerProblem(c, new Refused(404, 'no-such-address', 'The API has no such address.', { remedy: 'See /docs.' })));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/metrics', auth, async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.type }));
  app.on(['GET', 'HEAD'], '*', page());
  app.notFound((c) => answerProblem(c, new Refused(405, 'method', 'This can only be read.')));
  app.onError(failed);
  return {
    fetch: app.fetch, request: app.request,
    warm(address) {
      const headers = { Host: new URL(address).host, 'Accept-Encoding': 'br' };
      return (warming ??= warm(async (path) => app.request(new URL(path, address).href, { headers }), { all: !threads.used(), stopped: () => closed }));
    },
    async close() {
      closed = true;
      await warming?.catch(() => {});
      stream.close();
      await Promise.all([recoding.close(), threads.close()]);
    },
  };
}

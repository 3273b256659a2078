/** The page's routes over an open ledger. */
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { toFilter } from '../ledger/ask.ts';
import type { Asked, PartyNames } from '../ledger/ask.ts';
import { claims, count, events, ties, trends } from '../ledger/facts.ts';
import type { Recorded } from '../ledger/facts.ts';
import type { FactKind, Filter } from '../ledger/filter.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Found, Page } from '../ledger/page.ts';
import { partiesOf } from '../ledger/parties.ts';
import { story } from '../ledger/stories.ts';
import { ProblemError } from '../story/errors.ts';
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../story/facts.ts';
import { guard } from './guard.ts';
import { listView, messageView, PATHS, storyView } from './views.ts';

const PAGE = 50;
const asset = (name: string): string => readFileSync(new URL(`../../web/${name}`, import.meta.url), 'utf8');

type AnyFact = EventFact | ClaimFact | TieFact | TrendFact;
const FIND: Readonly<Record<FactKind, (ledger: Ledger, filter: Filter, page: Page) => Promise<Found<Recorded<AnyFact>>>>> = {
  event: events, claim: claims, tie: ties, trend: trends,
};

/** What the form of the page asked for; a second party makes it a pair. */
function askedOf(query: URLSearchParams): Asked {
  const text = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const list = (name: string): string[] => query.getAll(name).map((value) => value.trim()).filter(Boolean);
  const party = list('party'), other = text('with'), first = party[0];
  const pair = first !== undefined && other !== undefined ? [first, other] : undefined;
  return {
    ...(pair ? { pair } : { party: other === undefined ? party : [other] }),
    type: list('type'), factuality: list('factuality'), lang: list('lang'),
    from: text('from'), to: text('to'), speaker: text('speaker'), outlet: text('outlet'), text: text('text'),
  };
}

/** Makes the application. It keeps nothing between requests. */
export function makeApp(ledger: Ledger, names: PartyNames): Hono {
  const app = new Hono();
  app.use(guard);

  for (const [kind, path] of Object.entries(PATHS) as [FactKind, string][]) {
    app.get(path, async (c: Context) => {
      const query = new URL(c.req.url).searchParams, asked = askedOf(query);
      const { filter, refusals } = toFilter(kind, asked, names);
      const found = await FIND[kind](ledger, filter, { limit: PAGE, after: query.get('after') ?? undefined });
      const onward = new URLSearchParams([...query].filter(([name, value]) => name !== 'after' && value !== ''));
      if (found.next) onward.set('after', found.next);
      const total = await count(ledger, kind, filter), inAll = await count(ledger, kind);
      return c.html(listView({
        kind, asked, refusals, rows: found.rows, total, inAll, parties: await partiesOf(ledger), nameOf: names.name, ...(found.next && { next: onward.toString() }),
      }));
    });
  }

  app.get('/story/:hash', async (c) => {
    try {
      return c.html(storyView(await story(ledger, c.req.param('hash'))));
    } catch (error) {
      if (error instanceof ProblemError) return c.html(messageView('No such story', error.problem.message), 404);
      throw error;
    }
  });

  app.get('/style.css', (c) => c.body(asset('style.css'), 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (c) => c.body(asset('icon.svg'), 200, { 'Content-Type': 'image/svg+xml' }));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.notFound((c) => c.html(messageView('Nothing here', 'There is no such page.'), 404));
  app.onError((error, c) => {
    process.stderr.write(`dragoman: ${c.req.path}: ${error.stack ?? error.message}\n`);
    return c.html(messageView('Something went wrong', 'The page could not be made; the terminal says why.'), 500);
  });
  return app;
}

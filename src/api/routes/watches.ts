/** Watches, and their Atom feeds. */
import { z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { addWatch, dropWatch, seeWatch, watchByKey, watches } from '../../ledger/watches.ts';
import type { Watch } from '../../ledger/watches.ts';
import type { FactKind } from '../../ledger/filter.ts';
import { LANGS } from '../../story/story.ts';
import { factsOf, filterOf } from '../ask.ts';
import { atomFeed } from '../atom.ts';
import { Parcel } from '../deliver.ts';
import { endpoint } from '../endpoint.ts';
import type { Env } from '../endpoint.ts';
import { Refused } from '../problem.ts';
import type { Served } from '../served.ts';
import { Filters } from '../schemas/facts.ts';
import type { Fact } from '../schemas/facts.ts';
import { WatchLine } from '../schemas/watches.ts';

const ROWS = 60, SHOWN = 12, FEED = 50;
const KINDS: readonly FactKind[] = ['event', 'claim', 'tie', 'trend'];
const number = ({ id }: Fact): number => Number(id.slice(1));

/** What a watch's query asks for: the record's own words, two parties a pair. */
function readQuery(query: string): { kind: FactKind; asked: z.output<typeof Filters> } {
  const words = new URLSearchParams(query), kind = KINDS.find((one) => one === words.get('kind')) ?? 'event', party = words.get('party'), other = words.get('with');
  const given = Object.fromEntries([...words.keys()].filter((name) => !['kind', 'party', 'with'].includes(name)).map((name) => [name, words.getAll(name).length > 1 ? words.getAll(name) : words.get(name)]));
  const asked = Filters.parse({ ...given, ...(party && other ? { pair: [party, other] } : party || other ? { party: party ?? other } : {}) });
  return { kind, asked };
}

export function addWatches({ api, ledger, names, changed }: Served, app: Hono<Env>): void {
  const latest = async ({ query }: Pick<Watch, 'query'>, limit: number): Promise<Fact[]> => {
    const { kind, asked } = readQuery(query);
    return (await factsOf(ledger, kind, filterOf(kind, asked, names), { limit })).rows;
  };
  const newest = (rows: readonly Fact[]): number => rows.reduce((most, fact) => Math.max(most, number(fact)), 0);
  const line = async (watch: Watch): Promise<z.input<typeof WatchLine>> => {
    const rows = await latest(watch, ROWS), fresh = rows.filter((fact) => number(fact) > watch.seen);
    return {
      id: watch.id, title: watch.title, query: watch.query, feed: `/feeds/${watch.key}.atom`, added: watch.added, fresh: fresh.length,
      rows: [...fresh, ...rows.filter((fact) => number(fact) <= watch.seen)].slice(0, Math.max(SHOWN, fresh.length)), news: fresh.map(({ id }) => id),
    };
  };
  const missing = (id: number): Refused => new Refused(404, 'unknown-watch', `There is no watch ${id}.`);
  const Id = z.object({ id: z.coerce.number().int().min(1) });

  endpoint(api, { path: '/watches', tag: 'Watches', summary: 'The watches, each with what is new', answer: z.object({ rows: z.array(WatchLine) }) }, async () => {
    const rows: z.input<typeof WatchLine>[] = [];
    for (const watch of await watches(ledger)) rows.push(await line(watch));
    return { rows };
  });
  endpoint(api, {
    method: 'post', path: '/watches', tag: 'Watches', role: 'correct', summary: 'Watch a search',
    body: z.object({ title: z.string().trim().min(1).max(200), query: z.string().max(2000).openapi({ example: 'kind=event&party=BLR', description: 'The record\'s query' }) }), answer: WatchLine,
  }, async ({ body: { title, query } }) => {
    const made = addWatch(ledger, title, query, newest(await latest({ query }, ROWS)));
    changed();
    return line(made);
  });
  endpoint(api, { method: 'post', path: '/watches/{id}/seen', tag: 'Watches', role: 'correct', summary: 'What is there now has been seen', params: Id, answer: z.object({}) }, async ({ params: { id } }) => {
    const watch = (await watches(ledger)).find((one) => one.id === id);
    if (!watch) throw missing(id);
    seeWatch(ledger, id, Math.max(watch.seen, newest(await latest(watch, ROWS))));
    changed();
    return {};
  });
  endpoint(api, { method: 'delete', path: '/watches/{id}', tag: 'Watches', role: 'correct', summary: 'Watch it no longer', params: Id, answer: z.object({}) }, ({ params: { id } }) => {
    if (!dropWatch(ledger, id)) throw missing(id);
    changed();
    return {};
  });

  // A feed reader sends no token: the feed's address is known only to who made the watch.
  app.get('/feeds/:file{[\\w-]+\\.atom}', async (c) => {
    const watch = await watchByKey(ledger, c.req.param('file').slice(0, -'.atom'.length));
    if (!watch) throw new Refused(404, 'unknown-watch', 'There is no such feed.');
    const lang = LANGS.find((one) => one === c.req.query('lang')) ?? 'en', nameOf = (code: string): string => names.namesOf(code)[lang];
    return new Parcel(Buffer.from(atomFeed(watch, await latest(watch, FEED), { origin: new URL(c.req.url).origin, lang, nameOf })), 'application/atom+xml; charset=utf-8').answer(c);
  });
}

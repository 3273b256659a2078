/** A month of a feed, played by a server on this machine under a clock of its own; what must be in the ledger at its end. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../../../test/make/documents.ts';
import { bare } from '../../../test/stories.ts';
import { Feeds, versions } from '../../ledger/intake.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { stories } from '../../ledger/stories.ts';
import { contentHash } from '../../story/hash.ts';
import { Fetcher } from '../fetch/fetch.ts';
import type { Clock } from '../fetch/robots.ts';
import { backOff, retryAfter, usual } from './pace.ts';
import type { WatchEvent } from './types.ts';
import { Watcher } from './watcher.ts';

const DAY = 86_400_000, START = Date.parse('2024-05-01T06:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'dragoman-watch-'));

/** A clock that jumps ahead when anybody sleeps. */
function clockFrom(start: number): Clock & { at: number } {
  const clock = { at: start, now: () => clock.at, sleep: async (milliseconds: number) => void (clock.at += milliseconds) };
  return clock;
}

const TEXT = (n: number, words: string): string[] => [
  `The foreign ministry of Norway said in statement number ${n} that talks with Chad on the border crossings would go on for another week at least.`,
  `Officials of both sides met twice on Monday, and the head of the delegation said: ${words}`, 'No date was named for the signing of the agreement, which has been put off three times since the beginning of the year.',
];

let server: Server, base = '', clock = clockFrom(START);
const asked: { path: string; at: number; conditional: boolean }[] = [];
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const routes = new Map<string, Answer>();
const page = (n: number, words = 'We are not in a hurry.'): string => plainPage({ title: `Statement ${n} on the crossings`, date: '2024-05-0' + String(1 + (n % 9)), outlet: 'Harbour Wire', url: `${base}/story/${n}`, lang: 'en', paragraphs: TEXT(n, words) });

/** Items of the feed: number, address where it is not the usual, and what else the item says. */
let items: { n: number; url?: string; extra?: string; day?: string }[] = [];
const feed = (): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title><link>${base}</link>${items.map(({ n, url, extra = '', day = '03' }) => `<item><title>Statement ${n}</title><guid isPermaLink="false">g${n}</guid><link>${url ?? `${base}/story/${n}`}</link><pubDate>Fri, ${day} May 2024 05:00:00 GMT</pubDate><description>Teaser ${n}${extra}</description></item>`).join('')}</channel></rss>`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url as string, 'http://x').pathname;
    asked.push({ path, at: clock.now(), conditional: request.headers['if-none-match'] !== undefined || request.headers['if-modified-since'] !== undefined });
    (routes.get(path) ?? ((_, answer) => void answer.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** Answers with a text and its ETag, or 304. */
const tagged = (text: () => string, type = 'text/html'): Answer => (request, response) => {
  const etag = `"${contentHash({ date: '', text: text() })}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { 'content-type': type, etag }).end(text());
};

function watcherOf(ledger: Ledger, events: WatchEvent[]): { watcher: Watcher; fetcher: Fetcher } {
  const fetcher = new Fetcher({ allowPrivate: true, time: 5_000 });
  const watcher = new Watcher({
    store: new Feeds(ledger), fetcher, clock, tell: (event) => void events.push(event), every: 3_600_000,
    keep: async (story) => {
      const did = ledger.put(story, bare(story), 'test'), hash = contentHash(story);
      return { did: did === 'known' ? 'known' : 'added', version: versions(ledger, hash).find((one) => one.story === hash)?.version ?? 1 };
    },
  });
  return { watcher, fetcher };
}

/** Watches until a moment with a watcher of its own, as after a restart. */
async function watchUntil(path: string, until: number, events: WatchEvent[]): Promise<void> {
  const ledger = Ledger.open(path, { create: true }), { watcher, fetcher } = watcherOf(ledger, events);
  await watcher.run({ until });
  await fetcher.close();
  ledger.close();
  clock.at = Math.max(clock.at, until);
}

describe('a month of a feed', () => {
  it('new, changed, gone, moved, rate-limited and broken stories end in the right ledger', async () => {
    const path = join(folder, 'month.db'), events: WatchEvent[] = [];
    clock = clockFrom(START);
    asked.length = 0;
    routes.set('/robots.txt', (_, response) => response.end('User-agent: *\nDisallow: /private/\nCrawl-delay: 5\n'));
    routes.set('/feed.xml', tagged(feed, 'application/rss+xml'));
    for (let n = 1; n <= 20; n++) routes.set(`/story/${n}`, tagged(() => page(n)));
    items = [{ n: 1 }, { n: 2 }];
    const ledger = Ledger.open(path, { create: true });
    new Feeds(ledger).add(`${base}/feed.xml`);
    ledger.close();

    await watchUntil(path, START + DAY, events);
    // The outlet corrects story 1 in silence; its page is looked at again.
    routes.set('/story/1', tagged(() => page(1, 'We are in a great hurry.')));
    // Story 3 is behind a limit for a while, 4 is broken for ever, 5 is there but forbidden, 6 is gone, 7 is late, 8 moved, 9 has no article.
    items = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ n, ...(n === 5 && { url: `${base}/private/5` }) }));
    const limited = START + DAY + 5 * 3_600_000, late = START + DAY + 2 * 3_600_000;
    routes.set('/story/3', (request, response) => (clock.now() < limited ? response.writeHead(429, { 'retry-after': '7200' }).end() : tagged(() => page(3))(request, response)));
    routes.set('/story/4', (request) => void request.socket.destroy());
    routes.set('/story/6', (_, response) => response.writeHead(410).end());
    routes.set('/story/7', (request, response) => (clock.now() < late ? response.writeHead(404).end() : tagged(() => page(7))(request, response)));
    routes.set('/story/8', (_, response) => response.writeHead(301, { location: '/moved/8' }).end());
    routes.set('/moved/8', tagged(() => page(8)));
    routes.set('/story/9', tagged(() => '<html><title>Log in</title><form>Name</form></html>'));
    await watchUntil(path, START + 4 * DAY, events);
    // Story 2 is changed, and the feed says so. The feed itself then fails for a day, and moves.
    items = items.map((item) => (item.n === 2 ? { ...item, extra: ' (corrected)' } : item));
    routes.set('/story/2', tagged(() => page(2, 'We were misunderstood.')));
    await watchUntil(path, START + 6 * DAY, events);
    routes.set('/feed.xml', (_, response) => response.writeHead(503).end());
    await watchUntil(path, START + 7 * DAY, events);
    routes.set('/feed.xml', (_, response) => response.writeHead(301, { location: '/feeds/new.xml' }).end());
    routes.set('/feeds/new.xml', tagged(feed, 'text/plain'));
    items = [...items, { n: 10, day: '07' }, { n: 10, day: '07' }];
    await watchUntil(path, START + 12 * DAY, events);
    // For a day the feed is no XML at all; then it is back, with what it had; in the end it is closed.
    routes.set('/feeds/new.xml', (_, response) => response.end('<html>Under construction</html>'));
    await watchUntil(path, START + 13 * DAY, events);
    routes.set('/feeds/new.xml', tagged(feed));
    items = [...items, { n: 11, day: '14' }];
    await watchUntil(path, START + 25 * DAY, events);
    routes.set('/feeds/new.xml', (_, response) => response.writeHead(410).end());
    await watchUntil(path, START + 31 * DAY, events);

    const end = Ledger.open(path), feeds = new Feeds(end);
    const kept = (await stories(end, {}, { limit: 100, order: 'oldest' })).rows;
    const numbers = kept.map(({ title }) => Number(/\d+/.exec(title ?? '')?.[0])).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 1, 2, 2, 3, 7, 8, 10, 11]);
    const of = (n: number): string[] => kept.filter(({ title }) => title?.includes(`Statement ${n} `)).map(({ hash }) => hash);
    for (const n of [1, 2]) {
      const all = versions(end, of(n)[0] as string);
      expect(all.map(({ address, version }) => [address, version])).toEqual([[`${base}/story/${n}`, 1], [`${base}/story/${n}`, 2]]);
      expect(new Set(all.map(({ story }) => story))).toEqual(new Set(of(n)));
    }
    expect(events.filter((event) => event.kind === 'story').map((event) => [Number(/\d+/.exec(event.title ?? '')?.[0]), event.version])).toEqual(expect.arrayContaining([[1, 1], [1, 2], [2, 1], [2, 2], [11, 1]]));
    const [watched] = feeds.all();
    expect(watched).toMatchObject({ url: `${base}/feeds/new.xml`, watched: false });
    expect(feeds.states(watched?.id as number)).toEqual({ kept: 7, failed: 2, gone: 1, refused: 1 });
    expect(events.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
    const codes = new Set(events.flatMap((event) => (event.kind === 'problem' ? event.problem.code : [])));
    expect(codes).toEqual(new Set(['fetch-refused', 'fetch-failed', 'robots-refused', 'page-empty', 'feed-broken', 'feed-gone']));
    end.close();

    // How it asked: never what robots.txt forbids, never faster than it says, with conditions once it had something to compare.
    expect(asked.filter(({ path: of }) => of.startsWith('/private'))).toEqual([]);
    const times = asked.map(({ at }) => at);
    for (let i = 1; i < times.length; i++) if (asked[i]?.path !== '/moved/8' && asked[i]?.path !== '/feeds/new.xml' && asked[i]?.path !== '/robots.txt' && asked[i - 1]?.path !== '/robots.txt') expect((times[i] as number) - (times[i - 1] as number)).toBeGreaterThanOrEqual(2000);
    const readings = asked.filter(({ path: of }) => of === '/feed.xml');
    expect(readings.length).toBeLessThan(7 * 24 * 1.2);
    expect(readings.slice(1, 20).every(({ conditional }) => conditional)).toBe(true);
    // A day of failures is met with fewer and fewer questions.
    expect(asked.filter(({ path: of, at }) => of === '/feed.xml' && at >= START + 6 * DAY && at < START + 7 * DAY).length).toBeLessThan(14);
    expect(asked.filter(({ path: of }) => of === '/story/4').length).toBeLessThanOrEqual(6);
    expect(asked.filter(({ path: of, at }) => of === '/story/3' && at < limited).length).toBeLessThanOrEqual(3);
    expect(asked.filter(({ path: of }) => of === '/story/11').length).toBe(4);
  }, 120_000);

  it('takes whole stories from the feed itself, with their dates, and asks for no page', async () => {
    const path = join(folder, 'whole.db'), events: WatchEvent[] = [], text = [...TEXT(1, 'Enough has been said.'), ...TEXT(2, 'More will be said.')].map((one) => `<p>${one}</p>`).join('');
    clock = clockFrom(START);
    asked.length = 0;
    routes.set('/whole.xml', tagged(() => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>e1</id><title>Statement 1</title><link href="/story/1"/><published>2024-04-30T23:30:00+03:00</published><content type="html">${text.replaceAll('<', '&lt;')}</content></entry></feed>`));
    const ledger = Ledger.open(path, { create: true });
    new Feeds(ledger).add(`${base}/whole.xml`);
    ledger.close();
    await watchUntil(path, START + DAY, events);
    expect(events.filter(({ kind }) => kind === 'story')).toEqual([{ kind: 'story', feed: `${base}/whole.xml`, address: `${base}/story/1`, title: 'Statement 1', date: '2024-04-30', version: 1 }]);
    expect(asked.some(({ path: of }) => of.startsWith('/story'))).toBe(false);
  });

  it('goes on where it was stopped, and keeps nothing twice', async () => {
    const path = join(folder, 'stopped.db');
    clock = clockFrom(START);
    items = Array.from({ length: 12 }, (_, i) => ({ n: i + 1 }));
    for (let n = 1; n <= 12; n++) routes.set(`/story/${n}`, tagged(() => page(n)));
    routes.set('/stop.xml', tagged(feed));
    const ledger = Ledger.open(path, { create: true });
    new Feeds(ledger).add(`${base}/stop.xml`);
    ledger.close();
    // Each watcher keeps two stories and is then gone, without a word.
    for (let round = 0; round < 8; round++) {
      const open = Ledger.open(path), events: WatchEvent[] = [], { watcher, fetcher } = watcherOf(open, { push: (event: WatchEvent) => {
        events.push(event);
        if (events.filter(({ kind }) => kind === 'story').length === 2) watcher.stop();
        return 0;
      } } as unknown as WatchEvent[]);
      await watcher.run({ once: true });
      await fetcher.close();
      open.close();
    }
    const end = Ledger.open(path);
    expect((await stories(end, {}, { limit: 100 })).rows).toHaveLength(12);
    end.close();
  }, 60_000);
});

describe('pauses', () => {
  it('grow with failures up to a day, differ by name, and are the same every time', () => {
    const all = Array.from({ length: 14 }, (_, i) => backOff(i + 1, 'x'));
    for (let i = 0; i < 14; i++) expect(all[i]).toBe(backOff(i + 1, 'x'));
    expect(Math.max(...all)).toBeLessThanOrEqual(DAY);
    expect(all[13]).toBeGreaterThanOrEqual(DAY / 2);
    expect(backOff(3, 'x')).not.toBe(backOff(3, 'y'));
    expect(Math.abs(usual(1000, 'x', 0) - 1000)).toBeLessThanOrEqual(100);
  });

  it('are those the server asks for', () => {
    expect(retryAfter('120', 0)).toBe(120_000);
    expect(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 0)).toBe(60_000);
    expect(retryAfter('soon', 0)).toBeUndefined();
    expect(retryAfter('9999999', 0)).toBe(7 * DAY);
  });
});

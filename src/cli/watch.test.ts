/** dragoman watch as a process, against a server of this machine: looked at once, looked at again, stopped, killed, gone on with. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { built, dragoman, jsonLines, root } from '../../test/command.ts';
import { plainPage } from '../../test/make/documents.ts';
import type { Story } from '../story/story.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-watching-'));
const MODIFIED = 'Mon, 13 May 2024 06:00:00 GMT';
const seeds = jsonLines<Story>(readFileSync(join(root, 'examples/2020-2025.jsonl'), 'utf8')).filter(({ lang }) => lang === 'en');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const routes = new Map<string, Answer>();
let server: Server, base = '', asked: { path: string; tag?: string; since?: string; status: number }[] = [];

beforeAll(async () => {
  await built();
  server = createServer((request, response) => {
    const path = new URL(request.url as string, 'http://x').pathname, { 'if-none-match': tag, 'if-modified-since': since } = request.headers;
    response.on('close', () => asked.push({ path, status: response.statusCode, ...(tag && { tag }), ...(since && { since }) }));
    (routes.get(path) ?? ((_, answer) => void answer.writeHead(404).end()))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
  routes.clear();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** A text under an ETag and a day; 304 to whoever has both. */
const tagged = (text: string, etag: string): Answer => (request, response) => {
  if (request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === MODIFIED) response.writeHead(304).end();
  else response.writeHead(200, { etag, 'last-modified': MODIFIED }).end(text);
};
/** The page of a story; `more` is what its outlet has added since. */
function page(n: number, more = ''): string {
  const { title = '', date, text } = seeds[n] as Story;
  return plainPage({ title, date, outlet: 'Harbour Wire', url: `${base}/story/${n}`, lang: 'en', paragraphs: [...text.split('\n\n'), ...(more ? [more] : [])] });
}
const feed = (numbers: readonly number[], teaser = 'In short'): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title>${numbers.map((n) => `<item><title>${n}</title><guid isPermaLink="false">g${n}</guid><link>${base}/story/${n}</link><description>${teaser} ${n}</description></item>`).join('')}</channel></rss>`;
const pages = (path: string): number => asked.filter((one) => one.path.startsWith(path)).length;
const watch = (ledger: string, ...args: string[]): ReturnType<typeof dragoman> => dragoman(['watch', ...args, '--allow-private', '--pause', '0', '--ledger', join(folder, ledger), '--json']);

/** A watch that goes on until it is told otherwise. */
function watching(ledger: string, ...args: string[]): { child: ChildProcess; lines: () => string[]; after: (n: number) => Promise<void>; end: Promise<{ code: number | null; signal: NodeJS.Signals | null; err: string }> } {
  const child = spawn(process.execPath, [join(root, 'bin/dragoman.mjs'), 'watch', ...args, '--allow-private', '--pause', '0', '--ledger', join(folder, ledger), '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '', err = '', wake = (): void => {};
  child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString('utf8')));
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
    wake();
  });
  const lines = (): string[] => out.split('\n').slice(0, -1), end = new Promise<{ code: number | null; signal: NodeJS.Signals | null; err: string }>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, err })));
  const after = (n: number): Promise<void> => new Promise((resolve, reject) => {
    wake = () => void (lines().length >= n && resolve());
    wake();
    void end.then(() => reject(new Error(`ended after ${lines().length} lines: ${err}`)));
  });
  return { child, lines, after, end };
}

describe('dragoman watch', () => {
  it('reads at the first look, asks with conditions at the second, keeps a correction as a version beside the first text', async () => {
    routes.set('/feed.xml', tagged(feed([0, 1]), '"one"'));
    for (const n of [0, 1]) routes.set(`/story/${n}`, tagged(page(n), `"story ${n}"`));
    const refused = await dragoman(['watch', `${base}/feed.xml`, '--once', '--ledger', join(folder, 'refused.db')]);
    expect([refused.code, refused.err, asked]).toEqual([1, expect.stringContaining('[address-private]'), []]);

    const first = await watch('look.db', `${base}/feed.xml`, '--once');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(jsonLines(first.out)).toEqual([0, 1].map((n) => expect.objectContaining({ kind: 'story', address: `${base}/story/${n}`, title: seeds[n]?.title, date: seeds[n]?.date, version: 1 })));

    asked = [];
    const second = await watch('look.db', '--once');
    expect([second.code, second.out, second.err]).toEqual([0, '', '']);
    expect(asked).toEqual([{ path: '/robots.txt', status: 404 }, { path: '/feed.xml', status: 304, tag: '"one"', since: MODIFIED }]);

    // The outlet adds a paragraph, and its feed says another thing of the story.
    routes.set('/feed.xml', tagged(feed([0, 1], 'Corrected'), '"two"'));
    routes.set('/story/1', tagged(page(1, 'A spokesman for the ministry said later that the talks with Belarus would go on.'), '"story 1 again"'));
    const third = await watch('look.db', '--once');
    expect([third.code, third.err]).toEqual([0, '']);
    expect(jsonLines(third.out)).toEqual([expect.objectContaining({ kind: 'story', address: `${base}/story/1`, date: seeds[1]?.date, version: 2 })]);

    const ledger = ['--ledger', join(folder, 'look.db')], kept = jsonLines<{ hash: string; title: string }>((await dragoman(['stories', ...ledger, '--json'])).out);
    expect(kept).toHaveLength(3);
    const both = kept.filter(({ title }) => title === seeds[1]?.title).map(({ hash }) => hash);
    for (const hash of both) {
      const { out } = await dragoman(['show', hash, ...ledger]), other = both.find((one) => one !== hash) as string;
      expect(out).toMatch(new RegExp(`Version [12] of the story at ${base}/story/1\\. The others:\\n  (?:older|newer): version [12], kept \\d{4}-\\d\\d-\\d\\d: dragoman show ${other.slice(0, 12)}\\n$`));
      expect(jsonLines<{ versions: { hash: string }[] }>((await dragoman(['show', hash, ...ledger, '--json'])).out)[0]?.versions.map((one) => one.hash).sort()).toEqual([...both].sort());
    }
    const alone = kept.find(({ title }) => title === seeds[0]?.title)?.hash as string;
    expect((await dragoman(['show', alone, ...ledger])).out).not.toContain('Version');
  }, 120_000);

  it.each(['SIGINT', 'SIGKILL'] as const)('ended by %s in the middle, goes on where it was and fetches nothing twice', async (signal) => {
    const all = [0, 1, 2, 3, 4, 5], ledger = `ended-${signal}.db`;
    routes.set('/feed.xml', tagged(feed(all), '"one"'));
    // The page after the third is kept waiting until the watch has ended.
    let hold = true, wait = (): void => {};
    const waits = new Promise<void>((resolve) => (wait = resolve));
    for (const n of all) routes.set(`/story/${n}`, (request, response) => (hold && n > 2 ? wait() : tagged(page(n), `"story ${n}"`)(request, response)));
    const running = watching(ledger, `${base}/feed.xml`);
    await Promise.all([running.after(3), waits]);
    running.child.kill(signal);
    const { code, signal: by, err } = await running.end;
    expect([code, by, err]).toEqual(signal === 'SIGINT' ? [0, null, ''] : [null, 'SIGKILL', '']);
    expect(running.lines()).toHaveLength(3);

    hold = false;
    asked = [];
    const again = watching(ledger);
    await again.after(3);
    // All is read: the watch sleeps until the feed is due again.
    again.child.kill('SIGINT');
    expect(await again.end).toEqual({ code: 0, signal: null, err: '' });
    expect(again.lines()).toHaveLength(3);
    expect([pages('/feed.xml'), pages('/story/')]).toEqual([0, 3]);
    const kept = jsonLines<{ title: string }>((await dragoman(['stories', '--ledger', join(folder, ledger), '--json'])).out);
    expect(kept.map(({ title }) => title).sort()).toEqual(all.map((n) => seeds[n]?.title).sort());
  }, 120_000);
});

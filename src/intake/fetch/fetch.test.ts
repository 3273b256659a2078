/** A server on this machine plays what the web can do to a program that reads it. Each case is a row of docs/intake.md. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPage } from '../../../test/make/documents.ts';
import { ProblemError } from '../../story/errors.ts';
import { readStories } from '../read.ts';
import { MB } from '../limits.ts';
import { guardedLookup, isPublic } from './address.ts';
import { Fetcher } from './fetch.ts';
import type { FetchOptions } from './fetch.ts';

const TEXT = 'The two foreign ministers met in the capital on Monday and agreed to reopen the border crossings that were closed in March.';
const page = plainPage({ title: 'Crossings reopen', date: '2024-05-13', outlet: 'Harbour Wire', url: 'https://harbour.example/1', lang: 'en', paragraphs: [TEXT, TEXT.replace('Monday', 'Tuesday'), TEXT.replace('Monday', 'Wednesday')] });

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const routes = new Map<string, Answer>();
let server: Server, base = '', hits: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(`${request.method} ${request.headers.host} ${request.url}`);
    const answer = routes.get(new URL(request.url as string, 'http://x').pathname);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  // 127.0.0.2 plays the public web, 127.0.0.1 the machine's own services.
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  base = `http://127.0.0.2:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => {
  server.closeAllConnections();
  server.close(resolve);
}));

const port = (): number => (server.address() as AddressInfo).port;
const OUTSIDE: FetchOptions = { allowed: ['127.0.0.2'], time: 3_000, cap: MB };

/** Fetches, and gives what came or the code of the problem. */
async function get(path: string, options: FetchOptions = OUTSIDE): Promise<{ status?: number; text?: string; code?: string; message?: string; url?: string; moved?: string }> {
  const fetcher = new Fetcher(options);
  try {
    const { status, bytes, url, moved } = await fetcher.get(path.startsWith('http') || path.includes(':') ? path : base + path);
    return { status, text: bytes.toString('utf8'), url, ...(moved && { moved }) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { code: error.problem.code, message: error.problem.message };
  } finally {
    await fetcher.close();
  }
}

describe('addresses', () => {
  it.each([
    '127.0.0.1', '127.8.8.8', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '192.0.2.1', '198.18.0.1', '240.0.0.1',
    '::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'localhost', '', 'x',
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false));
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is public', (address) => expect(isPublic(address)).toBe(true));

  it('of private networks are refused however they are written', async () => {
    for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '169.254.169.254', '10.0.0.1', '[fe80::1]', '0']) {
      expect([host, (await get(`http://${host}:${port()}/`, {})).code]).toEqual([host, 'address-private']);
    }
    expect((await get(`http://localhost:${port()}/`, {})).code).toBe('address-private');
    expect(hits.filter((hit) => hit.includes('127.0.0.1'))).toEqual([]);
  });

  it('of other kinds, and with passwords, are not read', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://example.org/', 'gopher://127.0.0.1:1/', 'data:text/html,x', 'javascript:1', 'http://user:pass@example.org/', 'no address']) expect([address, (await get(address, {})).code]).toEqual([address, 'address-unread']);
  });

  it('are allowed where one says so', async () => {
    routes.set('/mine', (_, response) => response.end('mine'));
    expect(await get(`http://127.0.0.1:${port()}/mine`, { allowPrivate: true })).toMatchObject({ status: 200, text: 'mine' });
  });
});

describe('names', () => {
  it('that stand for private addresses are refused', async () => {
    expect((await get(`http://inner.example:${port()}/`, { resolve: async () => [{ address: '127.0.0.1', family: 4 }] })).code).toBe('address-private');
    expect((await get(`http://inner.example:${port()}/`, { resolve: async () => [{ address: '::1', family: 6 }, { address: '10.0.0.1', family: 4 }] })).code).toBe('address-private');
  });

  it('that change between two questions (DNS rebinding) gain nothing: the socket goes where the checked answer says', async () => {
    routes.set('/secret', (_, response) => response.end('secret'));
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    const fetcher = new Fetcher({ ...OUTSIDE, resolve });
    routes.set('/turn', (_, response) => response.writeHead(302, { location: `http://again.example:${port()}/secret`, connection: 'close' }).end());
    const failed = await fetcher.get(`http://rebind.example:${port()}/turn`).catch((error: ProblemError) => error.problem.code);
    expect([failed, asked]).toEqual(['address-private', 2]);
    await fetcher.close();
  });

  it('with both public and private answers are reached by the public ones only', async () => {
    const lookup = guardedLookup(async () => [{ address: '10.0.0.1', family: 4 }, { address: '8.8.8.8', family: 4 }, { address: '::1', family: 6 }]);
    const got = await new Promise((resolve) => lookup('x', { all: true }, (error, found) => resolve(error ?? found)));
    expect(got).toEqual([{ address: '8.8.8.8', family: 4 }]);
  });
});

describe('redirects', () => {
  it('to private addresses are refused, and nothing is sent there', async () => {
    for (const to of [`http://127.0.0.1:0/`, 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'http://2130706433/']) {
      routes.set('/away', (_, response) => response.writeHead(302, { location: to.replace(':0', `:${port()}`) }).end());
      expect([to, (await get('/away')).code]).toEqual([to, 'address-private']);
    }
    for (const to of ['file:///etc/passwd', 'ftp://example.org/']) {
      routes.set('/away', (_, response) => response.writeHead(302, { location: to }).end());
      expect((await get('/away')).code).toBe('address-unread');
    }
    expect(hits.filter((hit) => hit.includes(' 127.0.0.1'))).toHaveLength(1);
  });

  it('without end stop', async () => {
    routes.set('/loop', (request, response) => response.writeHead(302, { location: `/loop?${Math.random()}` }).end());
    expect((await get('/loop')).message).toContain('redirects');
  });

  it('that are for good are remembered, others are not', async () => {
    routes.set('/old', (_, response) => response.writeHead(301, { location: '/new' }).end());
    routes.set('/new', (_, response) => response.end('here'));
    expect(await get('/old')).toMatchObject({ status: 200, text: 'here', moved: `${base}/new` });
    routes.set('/old', (_, response) => response.writeHead(302, { location: '/new' }).end());
    expect((await get('/old')).moved).toBeUndefined();
  });
});

describe('answers', () => {
  it('that never end, or say that they are huge, are cut off', async () => {
    routes.set('/endless', (_, response) => {
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(64 * 1024, 97), () => setImmediate(more)));
      more();
    });
    expect((await get('/endless')).code).toBe('too-large');
    routes.set('/huge', (_, response) => response.writeHead(200, { 'content-length': String(10 ** 12) }).write('x'));
    expect((await get('/huge')).code).toBe('too-large');
  });

  it('that come drop by drop, or not at all, are given up', async () => {
    routes.set('/drops', (_, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    routes.set('/silent', () => {});
    for (const path of ['/drops', '/silent']) expect([path, (await get(path, { ...OUTSIDE, time: 600 })).message]).toEqual([path, expect.stringContaining('too long')]);
  });

  it('that are bombs are cut off: gzip, brotli, and one in another', async () => {
    routes.set('/gzip', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(40 * MB))));
    routes.set('/brotli', (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(Buffer.alloc(8 * MB))));
    for (const path of ['/gzip', '/brotli']) expect([path, (await get(path)).code]).toEqual([path, 'too-large']);
    routes.set('/twice', (_, response) => response.end(gzipSync(gzipSync(Buffer.alloc(300 * MB), { level: 9 }))));
    expect(await problems('/twice')).toEqual([expect.stringMatching(/archive-bomb|binary-file/)]);
  }, 60_000);

  it('with damaged packing, half headers, heads without end', async () => {
    routes.set('/damaged', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page).subarray(0, 200)));
    expect((await get('/damaged')).message).toContain('damaged');
    routes.set('/raw', (request) => void request.socket.end('HTTP/1.1 200 OK\r\nContent-Len'));
    expect((await get('/raw')).code).toBe('fetch-failed');
    routes.set('/head', (request) => void request.socket.end(`HTTP/1.1 200 OK\r\n${'X-Y: z\r\n'.repeat(20_000)}\r\n`));
    expect((await get('/head')).code).toBe('fetch-failed');
    routes.set('/short', (_, response) => void response.writeHead(200, { 'content-length': '1000' }).write('x', () => response.destroy()));
    expect((await get('/short')).code).toBe('fetch-failed');
  });

  async function problems(path: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { problems: all } of readStories([base + path], {}, { fetching: { ...OUTSIDE, cap: 64 * MB, time: 30_000 } })) found.push(...all.map(({ code }) => code));
    return found;
  }

  it('that lie about their type are known by their bytes', async () => {
    const read = async (path: string): Promise<(string | undefined)[]> => {
      const texts: (string | undefined)[] = [];
      for await (const { story } of readStories([base + path], {}, { fetching: OUTSIDE })) texts.push(story?.title);
      return texts;
    };
    for (const type of ['image/png', 'application/octet-stream', 'application/pdf', 'text/plain', 'application/json', 'text/html; charset=klingon']) {
      routes.set('/lie', (_, response) => response.writeHead(200, { 'content-type': type }).end(page));
      expect([type, await read('/lie')]).toEqual([type, ['Crossings reopen']]);
    }
    routes.set('/picture', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')));
    expect(await problems('/picture')).toEqual(['binary-file']);
    routes.set('/none', (_, response) => response.writeHead(500).end());
    expect(await problems('/none')).toEqual(['fetch-refused']);
  });

  it('whatever they are, end in bytes or a problem', async () => {
    routes.set('/any', (request, response) => {
      const { searchParams } = new URL(request.url as string, 'http://x');
      try {
        response.writeHead(Number(searchParams.get('status')), { 'content-type': searchParams.get('type') ?? '', 'content-encoding': searchParams.get('packing') ?? '' }).end(Buffer.from(searchParams.get('body') ?? '', 'hex'));
      } catch {
        response.destroy();
      }
    });
    await fc.assert(fc.asyncProperty(fc.integer({ min: 200, max: 599 }), fc.string({ maxLength: 8 }), fc.constantFrom('', 'gzip', 'br', 'deflate', 'x'), fc.uint8Array({ maxLength: 40 }), async (status, type, packing, body) => {
      const { code, status: got } = await get(`/any?status=${status}&type=${encodeURIComponent(type)}&packing=${packing}&body=${Buffer.from(body).toString('hex')}`);
      expect(code ?? got).toBeDefined();
    }), { seed: 9, numRuns: 60 });
  });
});

/** The API over a real ledger and a real socket: what it answers, and to whom. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask as send, served } from '../../test/served.ts';
import type { TestServer } from '../../test/served.ts';
import { bare, english, englishCoded, eventIn, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { serve } from './server.ts';

let server: TestServer;

function fill(ledger: Ledger): void {
  ledger.put(turkish, turkishCoded, '1');
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  for (let i = 0; i < 60; i++) {
    const told = { ...english, id: `more-${i}`, date: '2023-01-01', text: `${english.text} ${i}` }, { from: _from, to: _to, ...event } = englishCoded.events[0]!;
    ledger.put(told, { ...bare(told), events: [event] }, '1');
  }
}

beforeAll(async () => {
  server = await served(fill);
});
afterAll(() => server.close());

const ask = (path: string, how?: Parameters<typeof send>[2]) => send(server.address, `/api/v1${path}`, how);
const json = async <T = { rows: { id: string }[]; next?: string; total?: number }>(path: string): Promise<T> => JSON.parse((await ask(path)).text) as T;

describe('answers', () => {
  it('carry a policy that lets nothing run that is not ours, errors too', async () => {
    for (const path of ['/', '/record', '/nowhere', '/icon.svg', '/api/v1/today', '/api/v1/nowhere', '/api/v1/events?from=soon']) {
      const { headers } = await send(server.address, path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, path).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  it('go only to this machine, and change nothing for another page', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    for (const host of ['evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example']) expect((await ask('/today', { headers: { host } })).status, host).toBe(403);
    expect((await ask('/today', { headers: { host: 'localhost:1' } })).status).toBe(200);
    const foreign = await ask('/events', { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': 'application/json' }, body: '{}' });
    expect([foreign.status, JSON.parse(foreign.text)]).toMatchObject([403, { type: 'urn:dragoman:problem:origin' }]);
    expect((await ask('/events', { method: 'POST', headers: { origin: 'null' } })).status).toBe(403);
    expect((await ask('/events', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('/events', { method: 'POST' })).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await send(server.address, '/', { method })).status, method).toBe(405);
  });

  it('are problem details where something is wrong, naming the field', async () => {
    const { status, headers, text } = await ask('/events?from=soon&party=Qwertz');
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ status: 400, instance: '/api/v1/events', errors: [{ field: 'party' }, { field: 'from' }] });
    expect((await ask('/events?limit=0')).status).toBe(400);
    expect((await ask('/events?limit=lots')).status).toBe(400);
    expect(JSON.parse((await ask('/stories/none')).text)).toMatchObject({ type: 'urn:dragoman:problem:unknown-story', status: 404 });
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await send(server.address, '/api/v2/x')).headers['content-type']).toBe('application/problem+json');
  });

  it('have an ETag that holds until the ledger changes, and are compressed as asked', async () => {
    const own = await served(fill);
    const get = (headers: Record<string, string> = {}) => send(own.address, '/api/v1/events?limit=60', { headers });
    const first = await get(), etag = first.headers['etag'] as string;
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    expect((await get({ 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    const br = await get({ 'accept-encoding': 'gzip, br' }), gz = await get({ 'accept-encoding': 'gzip' }), plain = await get({ 'accept-encoding': 'br;q=0, identity' });
    expect([br.headers['content-encoding'], gz.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(br.body), gunzipSync(gz.body), plain.body].map(String)).toEqual([first.text, first.text, first.text]);
    expect(br.body.length).toBeLessThan(first.body.length / 4);
    const told = { ...english, id: 'new', date: '2025-01-01', text: `${english.text} new` };
    own.ledger.put(told, { ...bare(told), events: englishCoded.events }, '1');
    const after = await get({ 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(after.headers['etag']).not.toBe(etag);
    await own.close();
  });

  it('survive any query', async () => {
    for (const query of ['after=zzz', 'after=%00', 'party=%27%20or%201=1', 'text=%22', 'text=NEAR(', 'from=0000-00-00', 'type=%3Cscript%3E', 'lang=tr&lang=xx', 'party=tur&party=nor', 'text=%F0%9F%98%80', 'text=%ff', '%ff=%c0', 'party[]=x', 'limit=1&limit=2']) {
      expect([query, [200, 400].includes((await ask(`/events?${query}`)).status)]).toEqual([query, true]);
    }
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (given) => {
      for (const path of [`/search?q=${encodeURIComponent(given)}`, `/stories/${encodeURIComponent(given)}`, `/claims?text=${encodeURIComponent(given)}`]) expect((await ask(path)).status).toBeLessThan(500);
    }), { numRuns: 60, seed: 7 });
  });
});

describe('facts', () => {
  it('come newest first, filtered as on the command line, page by page without a gap', async () => {
    expect((await json('/events?limit=2')).rows.map(({ id }) => id)).toEqual(['e3', 'e4'].reverse());
    expect((await json('/events?pair=norway&pair=%C3%87ad&count=true')).total).toBe(63);
    expect((await json('/events?factuality=denied')).rows).toMatchObject([{ type: 'AID', factuality: 'denied', story: { lang: 'ru' } }]);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { rows, next } = await json(`/events?type=REQUEST&limit=25${after && `&after=${after}`}`);
      seen.push(...rows.map(({ id }) => id));
      if (!next) break;
      after = next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([61, 61]);
    expect((await json('/claims?type=prediction')).rows).toMatchObject([{ kind: 'claim', claim: 'prediction', speaker: 'Ana Rowe' }]);
    expect((await json('/ties?party=Africa%20Union&type=membership')).rows ?? []).toHaveLength(0);
    expect((await json('/ties?type=membership')).rows).toMatchObject([{ kind: 'tie', tie: 'membership', b: 'AU' }]);
    expect((await json('/trends')).rows).toMatchObject([{ kind: 'trend', direction: 'improving', a: 'SYR' }]);
  });

  it('of a story come with its text, in its order, every offset in place', async () => {
    const { text, facts, persons } = await json<{ text: string; facts: { kind: string; evidence: string; offsets: { sentence: { start: number; end: number } } }[]; persons: unknown[] }>('/stories/tr-1');
    expect(facts.map(({ kind }) => kind)).toEqual(['event', 'trend']);
    for (const { evidence, offsets: { sentence } } of facts) expect(text.slice(sentence.start, sentence.end)).toBe(evidence);
    expect(persons).toHaveLength(1);
  });
});

describe('relations', () => {
  it('offer every measure at an address of its own, with the parameters that it declares', async () => {
    const { rows } = await json<{ rows: { paths: string[]; name: string; measures: { parameters: { name: string }[] }[] }[] }>('/measures');
    const { paths } = await json<{ paths: Record<string, { get?: { parameters: { name: string }[] } }> }>('/openapi.json');
    expect(rows.length).toBeGreaterThanOrEqual(5);
    for (const { path, measures } of rows.flatMap((row) => row.paths.map((path) => ({ ...row, path })))) {
      const documented = paths[path]?.get?.parameters.map(({ name }) => name) ?? [];
      expect(documented, path).toEqual(expect.arrayContaining(measures.flatMap(({ parameters }) => parameters.map(({ name }) => name))));
      const asked = path.replace('{a}', 'NOR').replace('{b}', 'TCD'), { status, text } = await ask(asked);
      expect([path, status, Object.keys(JSON.parse(text) as object)]).toEqual([path, 200, expect.arrayContaining(['parties', 'because'])]);
    }
    expect((await ask('/relation/NOR/TCD?by=fortnight')).status).toBe(400);
    expect((await ask('/relation/NOR/Qwertz')).status).toBe(404);
  });

  it('make the network of a window, and a party\'s view of it', async () => {
    const { parties, ties } = await json<{ parties: { code: string; acts: number }[]; ties: { a: string; b: string; acts: number; tone: number }[] }>('/network');
    // sixty of the stories tell one and the same act: it counts once
    const { acts } = ties.find(({ a, b }) => a === 'NOR' && b === 'TCD') ?? { acts: 0 }, told = (await json('/events?party=NOR&limit=100')).rows.length;
    expect(told).toBeGreaterThan(60);
    expect(acts).toBeGreaterThan(0);
    expect(acts).toBeLessThanOrEqual(told - 59);
    expect(parties.find(({ code }) => code === 'TCD')).toMatchObject({ acts });
    expect((await json<{ ties: unknown[] }>('/network?from=1990&to=1991')).ties).toEqual([]);
    expect(await json('/parties/TCD')).toMatchObject({ code: 'TCD', partners: [{ party: 'NOR', acts }] });
    expect(await json('/parties/QAT')).toMatchObject({ code: 'QAT', acts: 0, partners: [] });
  });
});

describe('search', () => {
  const found = (q: string) => json<{ pair?: string[]; parties: { code: string }[]; people: { name: string }[]; happenings: { id: string }[]; stories: { id: string }[] }>(`/search?q=${encodeURIComponent(q)}`);

  it('finds parties, people, words and stories, in any language and without diacritics', async () => {
    expect((await found('turk')).parties[0]?.code).toBe('TUR');
    expect((await found('Норвег')).parties[0]?.code).toBe('NOR');
    expect((await found('cad')).parties[0]?.code).toBe('TCD');
    expect((await found('keles')).people).toMatchObject([{ name: 'Orban Keleş', country: 'TUR' }]);
    expect((await found('gorusme')).happenings.map(({ id }) => id)).toEqual(['e1']);
    expect((await found('gorusmeler surüyor')).stories.map(({ id }) => id)).toEqual(['tr-1']);
    expect((await found('деньги')).happenings).not.toHaveLength(0);
  });

  it('takes two parties for their relation', async () => {
    for (const q of ['Norway Chad', 'çad - norveç', 'NOR TCD', 'Чад Норвегия', 'united states türkiye']) expect((await found(q)).pair, q).toHaveLength(2);
    expect((await found('Norway')).pair).toBeUndefined();
  });
});

describe('the server', () => {
  it('falls back to a free port unless one was asked for', async () => {
    await expect(serve(server.ledger, { port: Number(new URL(server.address).port) })).rejects.toMatchObject({ problem: { code: 'port-busy' } });
  });

  it('describes itself in OpenAPI 3.1, every answer with a schema', async () => {
    const { openapi, paths } = await json<{ openapi: string; paths: Record<string, Record<string, { summary: string; responses: Record<string, { content: object }> }>> }>('/openapi.json');
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/events', '/stories/{name}', '/search', '/today']));
    for (const [path, methods] of Object.entries(paths)) for (const { summary, responses } of Object.values(methods)) expect([path, summary, responses['200']?.content, responses['default']?.content]).not.toContain(undefined);
  });
});

/** What changes through the API, and who may change it: corrections, watches and feeds, tokens, limits, the stream. */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask as send, served } from '../../test/served.ts';
import type { TestServer } from '../../test/served.ts';
import { bare, english, englishCoded, eventIn, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { loadCoder } from '../cli/coder.ts';
import { threadCoder } from '../cli/recoding/thread-coder.ts';
import { tombstones } from '../ledger/forget.ts';
import { Ledger } from '../ledger/ledger.ts';
import { story } from '../ledger/stories.ts';
import type { CodedStory } from '../story/facts.ts';
import { makeApp } from './app.ts';
import { Limiter } from './limits.ts';
import { serve } from './server.ts';
import { listTokens, makeToken, revokeToken } from './tokens.ts';

let server: TestServer;
const fill = (ledger: Ledger): void => {
  for (const [story, coded] of [[turkish, turkishCoded], [english, englishCoded], [russian, russianCoded]] as const) ledger.put(story, coded, '1');
};
beforeAll(async () => {
  server = await served(fill);
});
afterAll(() => server.close());

const post = async (path: string, body?: object, method = 'POST') => {
  const { status, text } = await send(server.address, `/api/v1${path}`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
};
const get = async <T = { rows: Record<string, unknown>[]; total?: number }>(path: string): Promise<T> => JSON.parse((await send(server.address, `/api/v1${path}`)).text) as T;

describe('corrections', () => {
  it('are taken, followed by everything that is shown, listed and taken back', async () => {
    const before = (await get('/events?count=true')).total, { status, body } = await post('/corrections', { say: { kind: 'reject', fact: 'e2' }, why: 'no demand' });
    expect([status, body['id']]).toEqual([200, 'k1']);
    expect((await get('/events?count=true')).total).toBe((before ?? 0) - 1);
    expect((await get('/corrections')).rows).toMatchObject([{ id: 'k1', kind: 'reject', why: 'no demand', active: true }]);
    expect((await post('/corrections', { say: { kind: 'undo', correction: 'k1' } })).status).toBe(200);
    expect((await get('/events?count=true')).total).toBe(before);
    const changed = await post('/corrections', { say: { kind: 'change', fact: 'e2', fields: { type: 'THREATEN' } } });
    expect((await get('/events?type=THREATEN')).rows).toMatchObject([{ id: (changed.body['facts'] as string[])[0], review: { is: 'changed', of: 'e2' } }]);
    expect((await get<{ facts: { type?: string; review?: object }[] }>('/stories/en-1')).facts[0]).toMatchObject({ type: 'THREATEN', review: { is: 'changed' } });
  });

  it('that make no sense are refused, and change nothing', async () => {
    for (const say of [{ kind: 'confirm', fact: 'e999' }, { kind: 'change', fact: 'e1', fields: {} }, { kind: 'change', fact: 'e1', fields: { type: 'DANCE' } }, { kind: 'merge', events: ['e1', 'e1'] }]) {
      const { status, body } = await post('/corrections', { say });
      expect([say, status >= 400 && status < 500, typeof body['detail']]).toEqual([say, true, 'string']);
    }
    expect((await post('/corrections', { say: { kind: 'smile' } })).status).toBe(400);
    expect((await send(server.address, '/api/v1/corrections', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).status).toBeGreaterThanOrEqual(400);
  });

  it('that add to the gazetteer have the stories read anew that hold the name, in any of its forms, and only those', async () => {
    const coder = await loadCoder(), aside = threadCoder(), own = await served((ledger) => {
      for (const [id, lang, text] of [
        ['en', 'en', 'Zubrovka accused Poland of shelling its border posts.'], ['ru', 'ru', 'Польша обвинила Зубровскую республику в обстреле пограничных постов.'], ['no', 'en', 'Poland expelled two Russian diplomats.'],
      ] as const) {
        const story = { id, lang, date: '2024-05-13', text };
        ledger.put(story, coder.code(story, {}).coded as CodedStory, coder.version);
      }
    }, { coder: aside.load });
    // an answer waits no longer than it must: the thread is there
    await (await aside.load(undefined)).code({ id: 'x', lang: 'en', date: '2024-05-13', text: 'Nothing happened.' }, {});
    const tell = async (say: object): Promise<Record<string, unknown>> => JSON.parse((await send(own.address, '/api/v1/corrections', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ say }) })).text) as Record<string, unknown>;
    const seen = async (): Promise<string[]> => (JSON.parse((await send(own.address, '/api/v1/events?party=ZUB&type=ACCUSE')).text) as { rows: { story: { id: string } }[] }).rows.map(({ story }) => story.id).sort();
    try {
      expect(await tell({ kind: 'add-party', code: 'ZUB', party: 'state', names: { en: ['Zubrovka'], ru: ['Зубровская республика'] } })).toEqual({ id: 'k1', facts: [], recoded: 2, left: 0 });
      expect(await seen()).toEqual(['en', 'ru']);
      expect(await tell({ kind: 'undo', correction: 'k1' })).toMatchObject({ recoded: 2, left: 0 });
      expect((await send(own.address, '/api/v1/events?party=ZUB')).status).toBe(400);
      expect(await tell({ kind: 'reject', fact: 'e1' })).not.toHaveProperty('recoded');
    } finally {
      await own.close();
      await aside.close();
    }
  }, 60_000);

  it('are led by the facts that nobody has looked at, the least sure first', async () => {
    const { rows } = await get('/doubtful'), sure = rows.map(({ confidence }) => confidence as number);
    expect(sure).toEqual(sure.toSorted((a, b) => a - b));
    await post('/corrections', { say: { kind: 'confirm', fact: rows[0]?.['id'] } });
    expect((await get('/doubtful')).rows.map(({ id }) => id)).not.toContain(rows[0]?.['id']);
    expect((await get(`/doubtful?skip=${String(rows[1]?.['id'])}`)).rows.map(({ id }) => id)).not.toContain(rows[1]?.['id']);
  });

  it('merge events into one happening, whose reports and differences are shown together', async () => {
    expect((await post('/corrections', { say: { kind: 'merge', events: ['e3', 'e4'] } })).status).toBe(200);
    const told = await get<{ reports: number; events: { id: string }[]; differences: { field: string }[]; history: { says: string }[] }>('/happenings/e3');
    expect([told.reports, told.events.map(({ id }) => id).sort()]).toEqual([2, ['e3', 'e4']]);
    expect(told.differences.map(({ field }) => field)).toContain('type');
    expect(told.history.map(({ says }) => says)).toContain('merge 2 events into one happening');
    expect((await send(server.address, '/api/v1/happenings/h77')).status).toBe(404);
  });
});

describe('watches', () => {
  it('show what is new since last time first, also as an Atom feed', async () => {
    const { body } = await post('/watches', { title: 'Chad <b>&', query: 'kind=event&party=TCD' }), feed = body['feed'] as string;
    expect(body).toMatchObject({ fresh: 0, title: 'Chad <b>&' });
    const told = { ...english, id: 'later', date: '2025-01-01', text: `${english.text} later` };
    server.ledger.put(told, { ...bare(told), events: [eventIn(told, 'Norway urged Chad on Tuesday to free two aid workers.', { type: 'REQUEST', source: 'NOR', target: 'TCD' })] }, '1');
    const [watch] = (await get('/watches')).rows;
    expect([watch?.['fresh'], (watch?.['news'] as string[])[0]]).toEqual([1, (watch?.['rows'] as { id: string }[])[0]?.id]);
    const atom = await send(server.address, feed);
    expect(atom.headers['content-type']).toMatch(/^application\/atom\+xml/);
    expect(atom.text).toContain('<title>Chad &lt;b&gt;&amp;</title>');
    expect(atom.text.match(/<entry>/g)?.length).toBeGreaterThan(1);
    expect(atom.text).toContain('<title>Norway → Chad: demand</title>');
    const inTurkish = (await send(server.address, `${feed}?lang=tr`)).text, inRussian = (await send(server.address, `${feed}?lang=ru`)).text;
    expect(inTurkish).toMatch(/xml:lang="tr"[^]*\?lang=tr"[^]*<title>Norveç → Çad: talep<\/title>/);
    expect(inRussian).toContain('<title>Норвегия → Чад: требование</title>');
    await post(`/watches/${String(watch?.['id'])}/seen`, {});
    expect((await get('/watches')).rows[0]?.['fresh']).toBe(0);
    expect((await post(`/watches/${String(watch?.['id'])}`, undefined, 'DELETE')).status).toBe(200);
    expect((await send(server.address, feed)).status).toBe(404);
  });
});

describe('the stream', () => {
  it('tells of new happenings as they are read', async () => {
    const stop = new AbortController(), answer = await fetch(`${server.address}api/v1/stream`, { signal: stop.signal }), reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? '';
    const told = { ...english, id: 'live', date: '2025-02-01', text: `${english.text} live` };
    server.ledger.put(told, { ...bare(told), events: englishCoded.events }, '1');
    while (!text.includes('event: changed')) text += (await reader.read()).value ?? '';
    expect(text).toMatch(/event: happening\ndata: \{"id":"[eh]\d+","lead":\{/);
    stop.abort();
  });
});

describe('from elsewhere', () => {
  it('a token is needed, allows what its role says, and ends when it is revoked; only its hash is kept', async () => {
    await expect(serve(server.ledger, { port: 0, host: '0.0.0.0' })).rejects.toMatchObject({ problem: { code: 'token-needed' } });
    const reader = await makeToken(server.ledger, 'reader', 'read'), desk = await makeToken(server.ledger, 'desk', 'correct');
    const kept = await server.ledger.db.selectFrom('token').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(reader.token);
    const app = makeApp(server.ledger, { open: true, hosts: ['desk.example'] });
    const ask = async (path: string, token?: string, init: RequestInit = {}): Promise<Response> => app.request(`http://desk.example${path}`, { ...init, headers: { host: 'desk.example', ...(token && { authorization: `Bearer ${token}` }), ...(init.body ? { 'content-type': 'application/json' } : {}) } });
    expect((await ask('/api/v1/today')).status).toBe(401);
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/health')).status).toBe(200);
    expect((await ask('/api/v1/today', 'drg_wrong')).status).toBe(401);
    expect((await ask('/api/v1/today', reader.token)).status).toBe(200);
    const body = JSON.stringify({ say: { kind: 'confirm', fact: 'e1' } });
    expect((await ask('/api/v1/corrections', reader.token, { method: 'POST', body })).status).toBe(403);
    expect((await ask('/api/v1/corrections', desk.token, { method: 'POST', body })).status).toBe(200);
    expect((await get('/corrections')).rows[0]).toMatchObject({ who: 'desk' });
    await revokeToken(server.ledger, desk.id);
    expect((await ask('/api/v1/today', desk.token)).status).toBe(401);
    expect((await listTokens(server.ledger)).map(({ name, revoked }) => [name, revoked !== undefined])).toEqual([['reader', false], ['desk', true]]);
    await expect(revokeToken(server.ledger, desk.id)).rejects.toMatchObject({ problem: { code: 'unknown-token' } });
    let status = 401;
    for (let i = 0; i < 20 && status === 401; i++) ({ status } = await ask('/api/v1/today', `drg_${i}`));
    expect(status).toBe(429);
    expect((await app.request('http://other.example/api/v1/today', { headers: { host: 'other.example' } })).status).toBe(403);
  });

  it('nobody asks oftener than the limit', () => {
    let now = 0;
    const limiter = new Limiter({ each: 2, burst: 3 }, () => now);
    expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 1]);
    expect(limiter.take('b')).toBe(0);
    now += 500;
    expect(limiter.take('a')).toBe(0);
    now += 60_000;
    expect(limiter.take('a', 4)).toBeGreaterThan(0);
    expect(limiter.take('a', 3)).toBe(0);
  });
});

describe('who may do what', () => {
  it('an administrator says who may use it, takes a copy away, and has a story forgotten', async () => {
    const own = await served(fill), app = makeApp(own.ledger, { open: true, hosts: ['desk.example'] }), { token } = await makeToken(own.ledger, 'chief', 'admin');
    const ask = async (path: string, method = 'GET', body?: object, bearer = token): Promise<Response> => app.request(`http://desk.example/api/v1${path}`, { method, headers: { host: 'desk.example', authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    const made = (await (await ask('/tokens', 'POST', { name: 'guest' })).json()) as { id: number; token: string };
    expect((await ask('/today', 'GET', undefined, made.token)).status).toBe(200);
    expect(await (await ask('/tokens')).json()).toMatchObject({ rows: [{ name: 'chief', role: 'admin' }, { id: made.id, name: 'guest', role: 'read' }] });
    expect(JSON.stringify(await (await ask('/tokens')).json())).not.toContain(made.token);
    expect((await ask(`/tokens/${made.id}`, 'DELETE')).status).toBe(200);
    expect((await ask('/today', 'GET', undefined, made.token)).status).toBe(401);

    const copy = await ask('/backup'), file = `${own.ledger.path}.taken`;
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/vnd.sqlite3']);
    writeFileSync(file, Buffer.from(await copy.arrayBuffer()));
    const stories = async (): Promise<{ id: string; hash: string }[]> => ((await (await ask('/stories')).json()) as { rows: { id: string; hash: string }[] }).rows, [first] = await stories();
    expect(await (await ask(`/stories/${first?.hash}/forget`, 'POST', { why: 'asked for' })).json()).toMatchObject({ hash: first?.hash });
    expect((await stories()).map(({ hash }) => hash)).not.toContain(first?.hash);
    expect(tombstones(own.ledger)).toMatchObject([{ hash: first?.hash, who: 'chief', why: 'asked for' }]);
    // the copy has it still
    const taken = Ledger.open(file);
    expect((await story(taken, first?.hash ?? '')).coded.id).toBe(first?.id);
    taken.close();
    expect(readdirSync(dirname(own.ledger.path)).filter((name) => name.includes('.copy-'))).toEqual([]);
    await own.close();
  });

  it('is what the description says of each address: read, correct, admin, each with what is before it', async () => {
    const own = await served(fill), app = makeApp(own.ledger, { open: true, hosts: ['desk.example'] });
    const tokens = { read: await makeToken(own.ledger, 'r', 'read'), correct: await makeToken(own.ledger, 'c', 'correct'), admin: await makeToken(own.ledger, 'a', 'admin') }, roles = ['read', 'correct', 'admin'] as const;
    const { paths } = JSON.parse((await send(own.address, '/api/v1/openapi.json')).text) as { paths: Record<string, Record<string, { 'x-role': (typeof roles)[number] }>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { 'x-role': role }]) => ({ path, method, role })));
    expect(operations.filter(({ method }) => method !== 'get').map(({ role }) => role)).not.toContain('read');
    for (const { path, method, role } of operations.filter((one) => one.role !== 'read')) {
      for (const mine of roles) {
        // a body that no correction has: who may speak is told that, who may not is told so first
        const { status } = await app.request(`http://desk.example/api/v1${path.replace(/\{\w+\}/g, '999')}`, { method: method.toUpperCase(), headers: { host: 'desk.example', authorization: `Bearer ${tokens[mine].token}`, 'content-type': 'application/json' }, ...(method === 'post' && { body: '{}' }) });
        expect([method, path, mine, status === 403]).toEqual([method, path, mine, roles.indexOf(mine) < roles.indexOf(role)]);
      }
    }
    await own.close();
  });

  it('asks at a pace: who is quicker is told when to come again', async () => {
    const { token } = await makeToken(server.ledger, 'quick', 'read'), app = makeApp(server.ledger, { open: true, hosts: ['desk.example'] });
    const ask = () => app.request('http://desk.example/api/v1/ledger', { headers: { host: 'desk.example', authorization: `Bearer ${token}` } });
    let answer = await ask();
    for (let i = 0; i < 400 && answer.status === 200; i++) answer = await ask();
    expect([answer.status, answer.headers.get('content-type'), Number(answer.headers.get('retry-after'))]).toEqual([429, 'application/problem+json', expect.any(Number)]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a request that is too long', () => {
  it('is refused, whether or not it says how long it is', async () => {
    const long = JSON.stringify({ say: { kind: 'reject', fact: 'e2' }, why: 'x'.repeat(400_000) }), app = makeApp(server.ledger), headers = { host: '127.0.0.1', 'content-type': 'application/json' };
    const ask = async (init: RequestInit): Promise<number> => (await app.request('http://127.0.0.1/api/v1/corrections', { method: 'POST', ...init })).status;
    expect(await ask({ body: long, headers: { ...headers, 'content-length': String(long.length) } })).toBe(413);
    expect(await ask({ body: new Blob([long]).stream(), headers, duplex: 'half' } as RequestInit)).toBe(413);
    expect(await ask({ body: JSON.stringify({ say: { kind: 'smile' } }), headers })).toBe(400);
  });
});

describe('the end', () => {
  it('lets who is being answered hear it out, and who listens go', async () => {
    const own = await served(fill), listening = await fetch(`${own.address}api/v1/stream`), reader = listening.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    const answers = [1, 2, 3].map((i) => send(own.address, `/api/v1/events?limit=${i}`));
    await Promise.all(answers.slice(0, 1));
    await own.close();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200]);
    let done = false;
    while (!done) ({ done } = await reader.read());
    await expect(send(own.address, '/health')).rejects.toThrow();
  });
});

describe('health and metrics', () => {
  it('say that the server is there', async () => {
    const { status, text } = await send(server.address, '/health');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok' }]);
    expect((await send(server.address, '/metrics')).headers['content-type']).toMatch(/^text\/plain/);
  });
});

describe('metrics', () => {
  it('count requests by route', async () => {
    const { text } = await send(server.address, '/metrics');
    expect(text).toMatch(/dragoman_http_request_seconds_count\{method="GET",route="\/api\/v1\/events",status="200"\} \d+/);
    expect(text).toContain('process_cpu_seconds_total');
  });
});

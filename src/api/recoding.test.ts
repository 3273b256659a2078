/** Stored stories read anew over the API, with the real coder in its thread and a real server that answers meanwhile. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../test/stories.ts';
import { ask, served } from '../../test/served.ts';
import type { TestServer } from '../../test/served.ts';
import { coderVersion } from '../cli/coder.ts';
import { threadCoder } from '../cli/recoding/thread-coder.ts';
import { correct } from '../ledger/corrections/correct.ts';
import { forgetStory } from '../ledger/forget.ts';
import { contentHash } from '../story/hash.ts';
import type { Story } from '../story/story.ts';
import type { Recoding } from './schemas/recoding.ts';
import { makeToken } from './tokens.ts';

const stories = readFileSync(new URL('../../examples/2020-2025.jsonl', import.meta.url), 'utf8').trim().split('\n').slice(0, 24).map((line) => JSON.parse(line) as Story);
const coder = threadCoder();
let server: TestServer, plain: TestServer;

interface Said extends Recoding {
  status: number;
  type: string;
  detail?: string;
  remedy?: string;
}
async function send(method: 'GET' | 'POST' | 'DELETE', body?: object, { address = server.address, token }: { address?: string; token?: string } = {}): Promise<Said> {
  const { status, text, headers } = await ask(address, '/api/v1/recode', { method, headers: { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) }, ...(body && { body: JSON.stringify(body) }) });
  return { ...(JSON.parse(text) as Recoding), status, type: headers['content-type'] ?? '' };
}
/** Asks until a run has come so far. */
async function until(reached: (told: Recoding) => boolean): Promise<Said> {
  for (;;) {
    const told = await send('GET');
    if (reached(told)) return told;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const events = async (): Promise<number> => (JSON.parse((await ask(server.address, '/api/v1/ledger')).text) as { events: number }).events;

beforeAll(async () => {
  server = await served((ledger) => stories.forEach((story) => ledger.put(story, bare(story), 'an older coder')), { coder: coder.load });
  plain = await served();
});
afterAll(async () => {
  await server.close();
  await plain.close();
  await coder.close();
});

describe('reading anew', () => {
  it('is an administrator\'s, and none where the server has no coder', async () => {
    expect(await send('GET')).toMatchObject({ status: 200, available: true, stale: stories.length });
    for (const role of ['read', 'correct'] as const) {
      const { token } = await makeToken(server.ledger, role, role);
      for (const method of ['GET', 'POST', 'DELETE'] as const) expect(await send(method, method === 'POST' ? {} : undefined, { token })).toMatchObject({ status: 403, type: 'application/problem+json' });
    }
    expect(await send('GET', undefined, { address: plain.address })).toMatchObject({ status: 200, available: false, stale: 0 });
    expect(await send('POST', {}, { address: plain.address })).toMatchObject({ status: 422, type: 'application/problem+json', remedy: expect.stringContaining('dragoman recode') as string });
    expect(await send('POST', { story: 'no such story' })).toMatchObject({ status: 404 });
  });

  it('goes on behind the answer, tells how far it has come, refuses another run meanwhile, stops, and goes on from there', async () => {
    expect(await events()).toBe(0);
    const begun = await send('POST', {});
    expect(begun).toMatchObject({ status: 200, run: { state: 'running', of: stories.length, done: 0, failed: 0 } });
    const again = await send('POST', {});
    expect(again).toMatchObject({ status: 409, type: 'application/problem+json', detail: expect.stringContaining('being read anew already') as string, remedy: expect.stringContaining('DELETE /api/v1/recode') as string });
    // quick questions are answered while it goes on
    const some = await until(({ run }) => (run?.done ?? 0) >= 2);
    expect(some.run).toMatchObject({ state: 'running' });
    expect(some.stale).toBe(stories.length - (some.run?.done ?? 0));
    expect((await ask(server.address, '/api/v1/search?q=minsk')).status).toBe(200);
    expect((await ask(server.address, '/health')).status).toBe(200);
    expect((await send('GET')).run?.state).toBe('running');
    await send('DELETE');
    const { run, stale } = await until((told) => told.run?.state !== 'running');
    expect(run).toMatchObject({ state: 'stopped', problems: [] });
    expect(stale).toBe(stories.length - (run?.done ?? 0));
    expect(stale).toBeGreaterThan(0);
    const rest = await send('POST', {});
    expect(rest.run).toMatchObject({ state: 'running', of: stale });
    expect(await until((told) => told.run?.state !== 'running')).toMatchObject({ stale: 0, run: { state: 'done', done: stale, failed: 0 } });
    expect(server.ledger.coderOf(contentHash(stories[0] as Story))).toBe(await coderVersion());
    expect(await events()).toBeGreaterThan(50);
  }, 120_000);

  it('keeps corrections, reads one story alone where one is named, and brings back none that is forgotten meanwhile', async () => {
    const [first, second, third] = stories as [Story, Story, Story], { rows } = JSON.parse((await ask(server.address, `/api/v1/events?limit=1&order=oldest`)).text) as { rows: { id: string; story: { hash: string } }[] };
    correct(server.ledger, { kind: 'confirm', fact: rows[0]?.id as string }, { who: 'ayla' });
    for (const story of [first, second, third]) server.ledger.put(story, bare(story), 'an older coder', { recode: true });
    expect((await send('POST', { story: second.id })).run).toMatchObject({ of: 1 });
    expect(await until((told) => told.run?.state !== 'running')).toMatchObject({ stale: 2, run: { done: 1 } });
    const begun = send('POST', {});
    forgetStory(server.ledger, contentHash(third), { who: 'ayla' });
    await begun;
    await until((told) => told.run?.state !== 'running');
    expect(server.ledger.coderOf(contentHash(third))).toBeUndefined();
    const { rows: reviewed } = JSON.parse((await ask(server.address, `/api/v1/corrections`)).text) as { rows: { kind: string; facts: { fit: string }[] }[] };
    expect(reviewed).toMatchObject([{ kind: 'confirm', facts: [{ fit: 'same' }] }]);
  }, 120_000);
});

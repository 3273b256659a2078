/** What a server asks itself is what its page asks: each question has an answer, which is kept. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bare, english, englishCoded, russian, russianCoded } from '../../test/stories.ts';
import { Ledger } from '../ledger/ledger.ts';
import { makeApp } from './app.ts';
import type { App } from './app.ts';
import { warm } from './warm.ts';

const ADDRESS = 'http://127.0.0.1:7411/';
let ledger: Ledger, app: App;

beforeAll(() => {
  ledger = Ledger.open(':memory:', { create: true });
  app = makeApp(ledger);
});
afterAll(async () => {
  await app.close();
  ledger.close();
});

/** What is asked, each with the status of its answer. */
async function asked(how: { all: boolean; most?: number }): Promise<[string, number][]> {
  const found: [string, number][] = [];
  await warm(async (path) => {
    const answer = await app.request(new URL(path, ADDRESS).href, { headers: { Host: '127.0.0.1:7411' } });
    found.push([path, answer.status]);
    return answer;
  }, { all: how.all, stopped: () => found.length === how.most });
  return found.filter(([path]) => path.startsWith('/api/'));
}

it('asks no relation of an empty ledger, and all views\' questions of one with stories', async () => {
  expect((await asked({ all: true })).map(([path]) => path)).toEqual(['/api/v1/today', '/api/v1/ledger', '/api/v1/parties', '/api/v1/moving', '/api/v1/network?limit=20000']);
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  ledger.put({ ...english, id: 'bare' }, bare(english), '1');
  const all = await asked({ all: true });
  expect(all.filter(([, status]) => status !== 200)).toEqual([]);
  expect(all.some(([path]) => path.startsWith('/api/v1/relation/'))).toBe(true);
});

it('leaves relations out where told, and asks nothing more once it is stopped', async () => {
  expect((await asked({ all: false })).map(([path]) => path)).toEqual(['/api/v1/today', '/api/v1/ledger', '/api/v1/parties']);
  expect((await asked({ all: true, most: 0 }))).toEqual([]);
});

/** Questions answered by threads: the same answers as from the server's own, of the ledger as it stands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, served } from '../../../test/served.ts';
import type { TestServer } from '../../../test/served.ts';
import { english, englishCoded, russian, russianCoded, turkish, turkishCoded } from '../../../test/stories.ts';
import { serve } from '../server.ts';
import type { Running } from '../server.ts';
import { Pool } from './pool.ts';

let plain: TestServer, threaded: Running;

beforeAll(async () => {
  plain = await served((ledger) => {
    ledger.put(turkish, turkishCoded, '1');
    ledger.put(english, englishCoded, '1');
    ledger.put(russian, russianCoded, '1');
  });
  threaded = await serve(plain.ledger, { port: 0, threadsFrom: 0 });
});
afterAll(async () => {
  await threaded.close();
  await plain.close();
});

const PATHS = ['network', 'network?from=2024&party=TCD', 'parties/NOR', 'relation/NOR/TCD', 'relation/NOR', 'between/NOR/TCD', 'room/NOR', 'precedent/NOR/TCD', 'readings/TCD', 'moving', 'outlook/NOR/TCD', 'brief/NOR?b=TCD&format=md', 'brief/NOR?b=TCD&format=md&lang=ru'];
const WRONG = ['relation/Qwertz/TCD', 'network?from=soon', 'room/NOR?weight=lots', 'brief/NOR?format=pdf', 'brief/NOR?lang=de'];

describe('a thread', () => {
  it('answers as the server would', async () => {
    const parts = ({ status, text, headers }: Awaited<ReturnType<typeof ask>>): unknown[] => [status, text, headers['content-type'], headers['content-disposition'], headers['etag']];
    const answers = await Promise.all([...PATHS, ...WRONG].map(async (path) => ({ path, own: await ask(plain.address, `/api/v1/${path}`), other: await ask(threaded.address, `/api/v1/${path}`) })));
    for (const { path, own, other } of answers) {
      expect(other.status, path).toBe(PATHS.includes(path) ? 200 : path.startsWith('relation') ? 404 : 400);
      expect(parts(other), path).toEqual(parts(own));
    }
  });

  it('sees what was written since, by the server or past it', async () => {
    const acts = async (): Promise<number> => (JSON.parse((await ask(threaded.address, '/api/v1/network')).text) as { ties: { acts: number }[] }).ties.reduce((sum, tie) => sum + tie.acts, 0), before = await acts();
    const { rows } = JSON.parse((await ask(threaded.address, '/api/v1/events?pair=NOR&pair=TCD')).text) as { rows: { id: string }[] };
    const body = JSON.stringify({ say: { kind: 'reject', fact: rows.at(-1)?.id } });
    expect((await ask(threaded.address, '/api/v1/corrections', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status).toBe(200);
    expect(await acts()).toBe(before - 1);
    plain.ledger.put({ ...english, id: 'en-more', text: `${english.text} More.` }, { ...englishCoded, id: 'en-more', events: englishCoded.events.map((event) => ({ ...event, source: 'FRA' })) }, '1');
    expect(await acts()).toBe(before);
  });

  it('that cannot open the ledger tells who asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dragoman-aside-')), path = join(folder, 'no.db'), { signal } = new AbortController();
    writeFileSync(path, 'no ledger, and longer than a header of one '.repeat(20));
    const pool = new Pool(path, 1);
    await expect(pool.answer('/api/v1/network', { long: false, signal })).rejects.toThrow(/ledger|database/i);
    await pool.close();
    rmSync(folder, { recursive: true });
  });

  it('begins nothing for who has gone, and ends with the server', async () => {
    const pool = new Pool(plain.ledger.path, 1), gone = new AbortController(), here = new AbortController().signal;
    const first = pool.answer('/api/v1/network', { long: false, signal: here }), second = pool.answer('/api/v1/moving', { long: true, signal: gone.signal });
    gone.abort();
    await expect(second).rejects.toThrow('Nobody waits');
    expect((await first).status).toBe(200);
    const open = pool.answer('/api/v1/moving', { long: true, signal: here });
    await Promise.all([expect(open).rejects.toThrow('The server ends'), pool.close()]);
  });
});

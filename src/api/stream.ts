/** The stream of what is new, as server-sent events. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import { sql } from 'kysely';
import type { Gauge } from 'prom-client';
import { factsById } from '../ledger/facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerVersion } from '../ledger/version.ts';
import { factOf } from './ask.ts';
import type { Env } from './endpoint.ts';
import { gather } from './routes/happenings.ts';
import type { Event } from './schemas/facts.ts';

/** How often the ledger is looked at while somebody listens, and how often silence is broken, in milliseconds. */
const LOOK = 1000, ALIVE = 25_000;
/** At most so many events at once; who listens asks for the rest. */
const AT_ONCE = 50;

export interface Stream {
  answer(c: Context<Env>): Response;
  /** Looks at the ledger now. */
  look(): void;
  close(): void;
}

const newestEvent = async (ledger: Ledger): Promise<number> => Number((await sql<{ id: number | null }>`select max(id) as id from event`.execute(ledger.db)).rows[0]?.id ?? 0);

/** Tells whoever listens of new happenings, and that the ledger has changed in any way. */
export function makeStream(ledger: Ledger, listeners: Gauge): Stream {
  const open = new Set<SSEStreamingApi>();
  let timer: NodeJS.Timeout | undefined, version = '', last = 0, told = performance.now(), looking = false;

  const send = async (event: string, data: object, id?: string): Promise<void> => {
    told = performance.now();
    await Promise.all([...open].map((stream) => stream.writeSSE({ event, data: JSON.stringify(data), ...(id && { id }) }).catch(() => void open.delete(stream))));
  };
  const look = async (): Promise<void> => {
    if (looking || open.size === 0) return;
    looking = true;
    try {
      const now = await ledgerVersion(ledger);
      if (now !== version) {
        version = now;
        const newest = await newestEvent(ledger), from = Math.max(last, newest - AT_ONCE);
        if (newest > from) {
          const rows = await factsById(ledger, 'event', Array.from({ length: newest - from }, (_, i) => from + i + 1));
          for (const happening of await gather(ledger, rows.map((row) => factOf('event', row) as Event))) await send('happening', happening, happening.id);
        }
        last = newest;
        await send('changed', {});
      } else if (performance.now() - told > ALIVE) await send('alive', {});
    } finally {
      looking = false;
    }
  };
  return {
    answer(c) {
      c.header('x-live', '1');
      return streamSSE(c, async (stream) => {
        if (open.size === 0) {
          version = await ledgerVersion(ledger);
          last = await newestEvent(ledger);
        }
        open.add(stream);
        listeners.set(open.size);
        timer ??= setInterval(() => void look(), LOOK);
        await stream.writeSSE({ event: 'alive', data: '{}', retry: 3000 });
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        open.delete(stream);
        listeners.set(open.size);
        if (open.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      });
    },
    look: () => void look(),
    close() {
      clearInterval(timer);
      for (const stream of open) stream.abort();
      open.clear();
    },
  };
}

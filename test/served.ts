/** The page over a ledger of a test's own, and bare requests to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../src/ledger/ledger.ts';
import { serve } from '../src/api/server.ts';
import type { Listening } from '../src/api/server.ts';

export interface TestServer {
  ledger: Ledger;
  address: string;
  close(): Promise<void>;
}

/** Serves a new ledger that `fill` writes to. */
export async function served(fill: (ledger: Ledger) => void | Promise<void> = () => {}, listening: Listening = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'));
  const ledger = Ledger.open(join(folder, 'l.db'), { create: true });
  await fill(ledger);
  const running = await serve(ledger, { port: 0, ...listening });
  return {
    ledger, address: running.address,
    async close() {
      await running.close();
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Answered {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
  text: string;
}

/** A bare request, with headers that a browser would not let a page set. */
export const ask = (address: string, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const whole = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string | undefined>, body: whole, text: whole.toString('utf8') });
      });
    });
    sent.on('error', reject).end(body);
  });

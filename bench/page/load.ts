/** The API under many readers, who ask when they ask and not when the last answer is there. */
import { Client } from 'undici';
import { seeded } from '../../src/random.ts';
import { drawing } from './draw.ts';
import type { Kind, Request } from './draw.ts';
import { percentile, say } from './program.ts';

const CONNECTIONS = 50, RATE = 20, ALONE = 100;
/** Seconds for which all requests of a second come at once. */
const BURSTS = 15;
/** A browser's. */
const headers = { 'accept-encoding': 'gzip, deflate, br' };

/** One request after the other, each kind by itself: what each costs. */
async function alone(address: string, next: () => Request): Promise<void> {
  const times = new Map<Kind, number[]>();
  for (let i = 0; i < ALONE; i++) {
    const { kind, path } = next(), begun = performance.now(), answer = await fetch(`${address}api/v1/${path}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - begun]);
  }
  for (const [kind, values] of times) say(`  ${kind} alone: median ${percentile(values, 0.5).toFixed(0)} ms, slowest ${Math.max(...values).toFixed(0)} ms`);
}

/** Sends a request at each of these times (ms from now), over the connections in turn. A request's time runs from when it should have been sent. */
async function under(address: string, next: () => Request, moments: readonly number[], what: string): Promise<void> {
  const clients = Array.from({ length: CONNECTIONS }, () => new Client(address, { pipelining: 1 })), begun = performance.now();
  const times: number[] = [], seen = new Set<string>();
  let errors = 0, again = 0;
  await Promise.all(moments.map(async (moment, i) => {
    await new Promise((resolve) => setTimeout(resolve, moment));
    const { path } = next();
    if (seen.has(path)) again++;
    seen.add(path);
    try {
      const { statusCode, body } = await (clients[i % CONNECTIONS] as Client).request({ method: 'GET', path: `/api/v1/${path}`, headers });
      await body.arrayBuffer();
      if (statusCode !== 200) errors++;
    } catch {
      errors++;
    }
    times.push(performance.now() - begun - moment);
  }));
  await Promise.all(clients.map((client) => client.close()));
  const p = (share: number): string => percentile(times, share).toFixed(0);
  say(`${what}: p50 ${p(0.5)} ms, p95 ${p(0.95)} ms, p99 ${p(0.99)} ms, slowest ${Math.max(...times).toFixed(0)} ms; ${times.length} answers, errors ${errors}; ${((100 * again) / times.length).toFixed(0)}% asked for what had been asked before`);
}

/** Times at which requests come that know nothing of each other (a Poisson process). */
function byChance(seconds: number): number[] {
  const random = seeded(7), moments: number[] = [];
  for (let at = 0; (at -= (Math.log(1 - random()) * 1000) / RATE) < seconds * 1000;) moments.push(at);
  return moments;
}

export async function load(address: string, seconds: number): Promise<void> {
  await alone(address, await drawing(address, 1));
  await under(address, await drawing(address, 2), byChance(seconds), `the mix at ${RATE} requests a second for ${seconds} s from ${CONNECTIONS} connections`);
  await under(address, await drawing(address, 3), Array.from({ length: BURSTS * RATE }, (_, i) => Math.floor(i / RATE) * 1000), `the same with each second's ${RATE} at once, for ${BURSTS} s`);
}

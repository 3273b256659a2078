/** The API under many readers: one network, two relations, two parties and five searches in ten requests. */
import autocannon from 'autocannon';
import { percentile, say } from './program.ts';

const PAIRS = ['RUS/UKR', 'USA/CHN', 'BLR/USA', 'TUR/SYR', 'FRA/DEU', 'IND/PAK'], PARTIES = ['BLR', 'TUR', 'RUS', 'USA', 'POL', 'IRN'], WORDS = ['bel', 'united', 'russ', 'türk', 'укра', 'ger'];
const CONNECTIONS = 50, RATE = 20;
const KINDS = ['network', 'relation', 'search', 'party', 'search', 'relation', 'search', 'party', 'search', 'search'] as const;
type Kind = (typeof KINDS)[number];

/** The `i`-th request; its window, pair or words differ from those of the requests before it, so that few answers are kept ones. */
function request(i: number): { kind: Kind; path: string } {
  const kind = KINDS[i % KINDS.length] as Kind, round = Math.floor(i / KINDS.length), year = 2006 + ((i * 5) % 18), month = `${year}-${String(1 + (round % 12)).padStart(2, '0')}`, pick = <T>(values: readonly T[]): T => values[(i * 7 + round) % values.length] as T;
  switch (kind) {
    case 'network': return { kind, path: `network?from=${month}&to=${year + 1}` };
    case 'relation': return { kind, path: `relation/${pick(PAIRS)}?${i % 10 === 1 ? 'from' : 'to'}=${month}` };
    case 'party': return { kind, path: `parties/${pick(PARTIES)}?${i % 10 === 3 ? 'from' : 'to'}=${month}` };
    default: return { kind, path: `search?q=${encodeURIComponent(i % 10 === 8 ? `${pick(WORDS)} ${i}` : pick(WORDS))}` };
  }
}

/** One request after the other, each kind by itself: what each costs. */
async function alone(address: string): Promise<void> {
  const times = new Map<Kind, number[]>();
  for (let i = 0; i < 60; i++) {
    const { kind, path } = request(i), begun = performance.now(), answer = await fetch(`${address}api/v1/${path}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - begun]);
  }
  for (const [kind, values] of times) say(`  ${kind} alone: median ${percentile(values, 0.5).toFixed(0)} ms, slowest ${Math.max(...values).toFixed(0)} ms`);
}

export async function load(address: string, seconds: number): Promise<void> {
  await alone(address);
  let n = 1000;
  const times: number[] = [];
  const { errors, timeouts, non2xx, requests } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url: address, connections: CONNECTIONS, overallRate: RATE, duration: seconds, timeout: 30, requests: [{ setupRequest: (asked) => ({ ...asked, path: `/api/v1/${request(n++).path}` }) }] }, (fault: Error | null, result) => (fault ? reject(fault) : resolve(result)));
    running.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  say(`the mix at ${RATE} requests a second for ${seconds} s from ${CONNECTIONS} connections: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms; ${requests.total} answers, errors ${errors + timeouts + non2xx}`);
}

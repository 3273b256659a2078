/** Measures of the network, against python3-igraph and python3-networkx (test/reference/graphs.py). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenness } from './betweenness.ts';
import type { betweennessInWorkers } from './betweenness-workers.ts';
import { constraints, roomOf } from './constraint.ts';
import { flowBetween } from './flow.ts';
import { networkOf } from './network.ts';
import type { Network, Tie } from './network.ts';
import { built, root } from '../../test/command.ts';

interface Reference {
  name: string;
  n: number;
  ties: [number, number, number][];
  igraph: Record<'betweenness' | 'betweennessWeighted' | 'constraint' | 'constraintPlain', (number | null)[]>;
  networkx: Record<'betweenness' | 'betweennessWeighted' | 'constraint' | 'effectiveSize' | 'effectiveSizePlain', (number | null)[]>;
  flow: number[] | null;
}

const references = JSON.parse(readFileSync(new URL('../../test/reference/graphs.json', import.meta.url), 'utf8')) as Reference[];
const code = (i: number): string => `P${String(i).padStart(3, '0')}`;
const build = (ties: readonly (readonly [number, number, number])[], plain = false): Network => networkOf(ties.map(([a, b, weight]) => ({ a: code(a), b: code(b), weight: plain ? 1 : weight })));

function near(found: ArrayLike<number>, wanted: readonly (number | null)[], what: string): void {
  expect(found.length, what).toBe(wanted.length);
  wanted.forEach((value, i) => expect(Math.abs(found[i] - (value as number)), `${what} of ${i}: ${found[i]} and ${value}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value as number))));
}

describe.each(references)('$name', ({ n, ties, igraph, networkx, flow }) => {
  const network = build(ties), plain = build(ties, true);

  it('betweenness is igraph\'s and networkx\'s, weighted and not', () => {
    near(betweenness(network, false), igraph.betweenness, 'igraph');
    near(betweenness(network, false), networkx.betweenness, 'networkx');
    near(betweenness(network, true), igraph.betweennessWeighted, 'igraph, weighted');
    near(betweenness(network, true), networkx.betweennessWeighted, 'networkx, weighted');
  });

  it('constraint and effective size are igraph\'s and networkx\'s', () => {
    near(constraints(network), igraph.constraint, 'igraph');
    near(constraints(network), networkx.constraint, 'networkx');
    near(constraints(plain), igraph.constraintPlain, 'igraph, unweighted');
    const rooms = network.parties.map((_, i) => roomOf(network, i)), plainRooms = plain.parties.map((_, i) => roomOf(plain, i));
    near(rooms.map(({ constraint }) => constraint), igraph.constraint, 'one by one');
    near(rooms.map(({ effectiveSize }) => effectiveSize), networkx.effectiveSize, 'effective size');
    near(plainRooms.map(({ effectiveSize }) => effectiveSize), networkx.effectiveSizePlain, 'effective size, unweighted');
    for (const { constraint, holds } of rooms) {
      expect(holds.reduce((sum, hold) => sum + hold.constraint, 0)).toBeCloseTo(constraint, 12);
      expect(holds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('flow is what the pseudo-inverse of the Laplacian gives', () => {
    if (flow) near(flowBetween(network, 0, n - 1, true), flow, 'flow');
    else expect([...flowBetween(network, 0, n - 1, true)].every((share) => share >= 0)).toBe(true);
  });
});

const graphs = fc.integer({ min: 3, max: 14 }).chain((n) => fc.uniqueArray(
  fc.record({ a: fc.integer({ min: 0, max: n - 1 }), b: fc.integer({ min: 0, max: n - 1 }), weight: fc.integer({ min: 1, max: 8 }) }).filter(({ a, b }) => a !== b),
  { selector: ({ a, b }) => `${Math.min(a, b)}-${Math.max(a, b)}`, minLength: 2, maxLength: 40 },
));
const named = (ties: readonly { a: number; b: number; weight: number }[], name: (i: number) => string): Tie[] => ties.map(({ a, b, weight }) => ({ a: name(a), b: name(b), weight }));

describe('a graph', () => {
  it('gives the same when parties are renamed, ties turned round or told in parts', () => {
    fc.assert(fc.property(graphs, fc.integer({ min: 1, max: 1000 }), (ties, seed) => {
      const first = networkOf(named(ties, code)), renamed = (i: number): string => `Q${String((i * 7919 + seed) % 10007).padStart(5, '0')}`;
      const split = named(ties, renamed).flatMap(({ a, b, weight }) => [{ a: b, b: a, weight: weight / 4 }, { a, b, weight: weight * 0.75 }]);
      const second = networkOf(split), number = new Map(second.parties.map((party, i) => [party, i]));
      for (const weighted of [false, true]) {
        const one = betweenness(first, weighted), two = betweenness(second, weighted);
        first.parties.forEach((party, i) => expect(two[number.get(renamed(Number(party.slice(1)))) as number]).toBeCloseTo(one[i], 8));
      }
      const one = constraints(first), two = constraints(second);
      first.parties.forEach((party, i) => expect(two[number.get(renamed(Number(party.slice(1)))) as number]).toBeCloseTo(one[i], 10));
    }), { numRuns: 200 });
  });

  it('keeps its flow: what enters a party leaves it, and all of it arrives', () => {
    fc.assert(fc.property(graphs, (ties) => {
      const network = networkOf(named(ties, code)), through = flowBetween(network, 0, network.parties.length - 1, true);
      for (const share of through) expect(share).toBeLessThanOrEqual(1 + 1e-9);
    }), { numRuns: 100 });
  });
});

describe('worker threads', () => {
  it('find the same as one thread', async () => {
    await built();
    const workers = (await import(`${root}dist/relations/betweenness-workers.js`)) as { betweennessInWorkers: typeof betweennessInWorkers };
    const { ties } = references.find(({ name }) => name === 'drawn 60') as Reference, network = build(ties);
    for (const weighted of [false, true]) near(await workers.betweennessInWorkers(network, weighted, 3), [...betweenness(network, weighted)], 'workers');
  });
});

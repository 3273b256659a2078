/** Brokerage roles: against a published worked example, R's sna (test/reference/brokerage.R), a count over all triads, and every graph there is. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokerageOf, brokeragesOf, roleOf, ROLES } from './brokerage.ts';
import type { Directed, Role } from './brokerage.ts';

interface Reference {
  n: number;
  blocs: number[];
  arrows: [number, number][];
  roles: (Role | 'total')[];
  raw: number[][];
  expected: number[][];
  sd: number[][];
}
const references = JSON.parse(readFileSync(new URL('../../test/reference/brokerage.json', import.meta.url), 'utf8')) as Reference[];

/** A worked example with its table: the strike network (Michael 1997). */
const strike = JSON.parse(readFileSync(new URL('../../test/reference/strike.json', import.meta.url), 'utf8')) as { roles: (Role | 'total')[]; names: string[]; groups: number[]; ties: [number, number][]; counts: number[][] };

const graphOf = (n: number, arrows: readonly (readonly [number, number])[]): Directed => {
  const graph = Array.from({ length: n }, () => new Set<number>());
  for (const [from, to] of arrows) if (from !== to) graph[from].add(to);
  return graph;
};

/** Every triad looked at in turn. */
function bruteForce(graph: Directed, bloc: readonly string[], broker: number): Record<Role, number> {
  const counts: Record<Role, number> = { coordinator: 0, itinerant: 0, representative: 0, gatekeeper: 0, liaison: 0 };
  for (let i = 0; i < graph.length; i++) {
    for (let j = 0; j < graph.length; j++) {
      if (i === j || i === broker || j === broker || !graph[i].has(broker) || !graph[broker].has(j) || graph[i].has(j)) continue;
      const [x, y, z] = [bloc[i], bloc[broker], bloc[j]];
      if (x === y && y === z) counts.coordinator++;
      else if (x === z) counts.itinerant++;
      else if (x === y) counts.representative++;
      else if (y === z) counts.gatekeeper++;
      else counts.liaison++;
    }
  }
  return counts;
}

describe('brokerage', () => {
  it('counts what a walk over all triads counts', () => {
    const arbitrary = fc.integer({ min: 3, max: 9 }).chain((n) => fc.record({
      n: fc.constant(n), arrows: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: n * n }), bloc: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: n, maxLength: n }),
    }));
    fc.assert(fc.property(arbitrary, ({ n, arrows, bloc }) => {
      const graph = graphOf(n, arrows);
      for (let broker = 0; broker < n; broker++) {
        const found = brokerageOf(graph, bloc, broker), wanted = bruteForce(graph, bloc, broker);
        for (const role of ROLES) expect([role, found[role].count]).toEqual([role, wanted[role]]);
        expect(found.total.count).toBe(ROLES.reduce((sum, role) => sum + wanted[role], 0));
      }
    }), { numRuns: 300 });
  });

  it.each([[['x', 'x', 'x', 'y']], [['x', 'y', 'y', 'z']], [['x', 'x', 'y', 'y']], [['y', 'x', 'x', 'z']]])('expects the mean and variance of all 4096 graphs of four parties, blocs %j', (bloc) => {
    const pairs = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j !== i).map((j) => [i, j] as const));
    // each arrow there with a chance of one half: all graphs are as likely, and the moments are plain means
    const half = graphOf(4, pairs.slice(0, 6)), found = brokerageOf(half, bloc, 0);
    const sums = new Map<string, [number, number]>();
    for (let mask = 0; mask < 4096; mask++) {
      const counts = bruteForce(graphOf(4, pairs.filter((_, k) => mask & (1 << k))), bloc, 0);
      for (const [role, count] of [...Object.entries(counts), ['total', ROLES.reduce((sum, role) => sum + counts[role], 0)] as const]) {
        const [one, two] = sums.get(role) ?? [0, 0];
        sums.set(role, [one + count, two + count * count]);
      }
    }
    for (const role of [...ROLES, 'total'] as const) {
      const [one, two] = sums.get(role) as [number, number], mean = one / 4096;
      expect(found[role].expected, role).toBeCloseTo(mean, 12);
      expect(found[role].variance, role).toBeCloseTo(two / 4096 - mean * mean, 12);
    }
  });

  it('gives the published counts of the strike network', () => {
    const { names, groups, ties, roles, counts } = strike, graph = graphOf(names.length, ties.flatMap(([a, b]): [number, number][] => [[a, b], [b, a]]));
    brokeragesOf(graph, groups.map(String), names.map((_, i) => i)).forEach((found, i) => expect([names[i], ...roles.map((role) => found[role].count)]).toEqual([names[i], ...(counts[i] as number[])]));
  });

  it.each(references.map((reference) => [reference.n, reference] as const))('of %i parties gives the counts, expectations and deviations of R\'s sna', (n, { blocs, arrows, roles, raw, expected, sd }) => {
    const graph = graphOf(n, arrows), names = blocs.map(String);
    for (let broker = 0; broker < n; broker++) {
      const found = brokerageOf(graph, names, broker);
      roles.forEach((role, k) => {
        expect(found[role].count, role).toBe(raw[broker][k]);
        expect(found[role].expected, role).toBeCloseTo(expected[broker][k], 9);
        expect(Math.sqrt(found[role].variance), role).toBeCloseTo(sd[broker][k], 9);
      });
    }
  });

  it('names the roles as Gould and Fernandez do', () => {
    expect([roleOf('a', 'a', 'a'), roleOf('a', 'b', 'a'), roleOf('a', 'a', 'b'), roleOf('a', 'b', 'b'), roleOf('a', 'b', 'c')])
      .toEqual(['coordinator', 'itinerant', 'representative', 'gatekeeper', 'liaison']);
  });
});

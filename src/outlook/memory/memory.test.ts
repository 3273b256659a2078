/** The memory's counts against plain sums over the facts. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { days, makeFacts } from '../facts.ts';
import { madeFacts } from '../fixture.ts';
import { DecayedCounts, PACES } from './decayed.ts';
import { KeyIndex } from './key-index.ts';
import { Memory } from './memory.ts';
import { kindsOf } from './names.ts';

describe('the index of keys', () => {
  it('is a map from keys to rows in order of coming', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(50), fc.maxSafeNat()), { maxLength: 3000 }), (keys) => {
      const index = new KeyIndex(), plain = new Map<number, number>();
      for (const key of keys) {
        if (!plain.has(key)) plain.set(key, plain.size);
        expect(index.make(key)).toBe(plain.get(key));
      }
      for (const [key, row] of plain) expect(index.find(key)).toBe(row);
      expect([index.size, index.find(51)]).toEqual([plain.size, plain.get(51) ?? -1]);
    }), { numRuns: 30 });
  });
});

describe('decayed counts', () => {
  it('are sums of exponentials of age', () => {
    fc.assert(fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 20 }), fc.nat(400), (given, wait) => {
      const counts = new DecayedCounts(), on = [...given].sort((a, b) => a - b), now = on.at(-1)! + wait;
      for (const day of on) counts.add(70, day);
      PACES.forEach((pace, k) => {
        const sum = on.reduce((all, day) => all + (pace === Infinity ? 1 : Math.exp(-(now - day) / pace)), 0);
        expect(counts.at(70, k, now)).toBeCloseTo(sum, 4);
      });
      expect([counts.last(70), counts.ever(70), counts.last(3), counts.at(3, 0, now)]).toEqual([on.at(-1), on.length, -1, 0]);
    }), { numRuns: 50 });
  });
});

describe('memory', () => {
  const facts = madeFacts(60), entities = 24, relations = 5, memory = new Memory({ entities, relations }, kindsOf(Array.from({ length: entities }, (_, k) => `x${k}`)));
  for (const today of days(facts)) memory.observe(today.at, today);
  const count = (keep: (q: number, r: number, c: number) => boolean): number => {
    let n = 0;
    for (let i = 0; i < facts.size; i++) {
      if (keep(facts.source[i]!, facts.relation[i]!, facts.target[i]!)) n++;
      if (keep(facts.target[i]!, facts.relation[i]! + relations, facts.source[i]!)) n++;
    }
    return n;
  };

  it('counts triples, pairs, questions and roles, both ways', () => {
    for (let q = 0; q < entities; q += 5) {
      for (let r = 0; r < relations * 2; r++) {
        const c = (q + 1) % entities, ever = (row: number, counts: DecayedCounts): number => (row < 0 ? 0 : counts.ever(row));
        expect(ever(memory.triple(q, r, c), memory.tripleCounts)).toBe(count((a, b, d) => a === q && b === r && d === c));
        expect(ever(memory.pair(q, c), memory.pairCounts)).toBe(count((a, _, d) => a === q && d === c));
        expect(ever(memory.question(q, r), memory.questionCounts)).toBe(count((a, b) => a === q && b === r));
        expect(ever(memory.role(r, c), memory.roleCounts)).toBe(count((_, b, d) => b === r && d === c));
        expect(memory.inverse(memory.inverse(r))).toBe(r);
      }
      expect(memory.pairsOf.of(q).map((pair) => memory.pairObject.data[pair])).toEqual([...new Set(memory.pairsOf.of(q).map((pair) => memory.pairObject.data[pair]))]);
    }
    expect(memory.total.ever(0)).toBe(facts.size * 2);
  });

  it('refuses a day that lies behind', () => {
    expect(() => memory.observe(59, makeFacts([]))).toThrow(RangeError);
  });
});

describe('names', () => {
  it('give country and sector', () => {
    const { country, sector, sectors } = kindsOf(['Police (Nigeria)', 'Nigeria', 'Citizen (Nigeria)', 'Police (Chad)', 'Boko Haram']);
    expect([...country]).toEqual([0, 0, 0, 1, -1]);
    expect(sector[0]).toBe(sector[3]);
    expect([sector[1], sector[4]]).toEqual([sectors - 1, 0]);
  });
});

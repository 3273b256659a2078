/** The counts that reasons state, against a second, plain implementation that reads the record from end to end. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Facts } from './facts.ts';
import { makeFacts } from './facts.ts';
import { madeFacts } from './fixture.ts';
import type { ActKey } from './precedents.ts';
import { Precedents } from './precedents.ts';
import { groundsFor, LATELY } from './reasons.ts';

interface Row extends ActKey {
  day: number;
}

const rowsOf = (facts: Facts): Row[] => Array.from({ length: facts.size }, (_, i) => ({ source: facts.source[i]!, relation: facts.relation[i]!, target: facts.target[i]!, day: facts.day[i]! }));
const same = (a: ActKey, b: ActKey): boolean => a.source === b.source && a.relation === b.relation && a.target === b.target;

/** Recounts everything with filters over all rows. */
function recount(rows: readonly Row[], act: ActKey, horizon: number, day: number, mutual: boolean) {
  const known = rows.filter((row) => row.day <= day), lately = (list: readonly Row[]): number => list.filter((row) => row.day > day - LATELY).length;
  const own = known.filter((row) => same(row, act)), both = [act.source, act.target];
  const back = known.filter((row) => same(row, { source: act.target, relation: act.relation, target: act.source }));
  const pair = known.filter((row) => both.includes(row.source) && both.includes(row.target));
  const of = known.filter((row) => row.relation === act.relation);
  const follows = (after: ActKey): { times: number; followed: number; last: number } => {
    const closed = known.filter((row) => same(row, after) && row.day + horizon <= day);
    const held = closed.filter((row) => own.some((then) => then.day > row.day && then.day <= row.day + horizon));
    return { times: closed.length, followed: held.length, last: held.at(-1)?.day ?? -1 };
  };
  const stretches = Array.from({ length: Math.floor((day + 1) / horizon) }, (_, k) => own.some((row) => row.day <= day - k * horizon && row.day > day - (k + 1) * horizon));
  const dealings = (party: number, other: number): number => known.filter((row) => row.day > day - LATELY && ((row.source === party && row.target === other) || (row.target === party && row.source === other))).length;
  return { own: [own.length, lately(own), own.at(-1)?.day], back: [back.length, lately(back), back.at(-1)?.day], pair: [pair.length, lately(pair), pair.at(-1)?.day],
    bySource: of.filter((row) => row.source === act.source || (mutual && row.target === act.source)).length, toTarget: of.filter((row) => row.target === act.target || (mutual && row.source === act.target)).length,
    follows, stretches: [stretches.length, stretches.filter(Boolean).length], dealings };
}

describe('reasons', () => {
  const facts = madeFacts(200), rows = rowsOf(facts), ids = Float64Array.from({ length: facts.size }, (_, i) => i + 1), precedents = new Precedents(facts, ids);

  it('state counts that recounting confirms', () => {
    let rules = 0, links = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: facts.size - 1 }), fc.integer({ min: 20, max: 200 }), fc.constantFrom(1, 3, 7, 14), fc.boolean(), (pick, day, horizon, mutual) => {
      const { source, relation, target } = rows[pick]!, act = { source, relation, target };
      const grounds = groundsFor(precedents, act, horizon, day, mutual), again = recount(rows, act, horizon, day, mutual);
      const told = (tally: { count: number; lately: number; last: number } | undefined): unknown[] => (tally ? [tally.count, tally.lately, tally.last] : [0, 0, undefined]);
      expect(told(grounds.recurring)).toEqual(again.own);
      expect(told(grounds.reciprocal)).toEqual(mutual ? [0, 0, undefined] : again.back);
      expect(told(grounds.pair)).toEqual(again.pair);
      expect([grounds.bySource, grounds.toTarget]).toEqual([again.bySource, again.toTarget]);
      expect([grounds.stretches, grounds.stretchesWith]).toEqual(again.stretches);
      for (const rule of [grounds.rule, grounds.thirdParty]) {
        if (!rule) continue;
        rules++;
        expect(again.follows(rule.after)).toEqual({ times: rule.times, followed: rule.followed, last: rule.last });
        const last = rows.filter((row) => same(row, rule.after) && row.day <= day).at(-1)!;
        expect([rule.again, rule.id]).toEqual([last.day, rows.indexOf(last) + 1]);
      }
      for (const { through, source: mine, target: theirs } of grounds.links) {
        links++;
        expect([mine, theirs]).toEqual([again.dealings(source, through), again.dealings(target, through)]);
      }
      for (const id of grounds.recurring?.ids ?? []) expect(same(rows[id - 1]!, act)).toBe(true);
    }), { numRuns: 400, seed: 5 });
    expect(rules).toBeGreaterThan(30);
    expect(links).toBeGreaterThan(50);
  });

  it('tell the rule in the record', () => {
    // 0 threatens 1 (relation 0) every tenth day, and meets it (relation 1) two days after, save once
    const made = makeFacts(Array.from({ length: 10 }, (_, k) => [{ source: 0, relation: 0, target: 1, day: k * 10 }, ...(k === 4 ? [] : [{ source: 0, relation: 1, target: 1, day: k * 10 + 2 }])]).flat());
    const { rule } = groundsFor(new Precedents(made, new Float64Array(made.size)), { source: 0, relation: 1, target: 1 }, 7, 91, false);
    expect(rule).toMatchObject({ after: { source: 0, relation: 0, target: 1 }, times: 9, followed: 8, last: 80, again: 90 });
  });
});

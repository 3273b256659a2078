/** Forecasts on a made-up record: plausible, kept exactly, cut off from the future, and silent where they should be. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LeanEvent } from '../ledger/lean.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { Facts } from './facts.ts';
import { fitRecord, stillHolds } from './fitted.ts';
import { madeFacts } from './fixture.ts';
import { Outlook } from './forecast.ts';
import { kindsOf } from './memory/names.ts';
import { backtest, fitOccurrence } from './occurrence/backtest.ts';
import type { OutlookRecord } from './record.ts';
import { recordOf } from './record.ts';
import { loadFitted, saveFitted } from './state.ts';
import { shortfall } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-outlook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HORIZON = 7;
const party = (n: number): string => `P${String(n).padStart(2, '0')}`;
const events = (lastDay: number): LeanEvent[] => {
  const facts = madeFacts(lastDay);
  return Array.from({ length: facts.size }, (_, i) => ({
    id: i + 1, happening: -i - 1, type: EVENT_TYPES[[7, 1, 8, 5, 6][facts.relation[i]!]!]!, mode: undefined, source: party(facts.source[i]!), target: party(facts.target[i]!),
    firstDay: 15_000 + facts.day[i]!, lastDay: 15_000 + facts.day[i]!, factuality: 'fact', confidence: 1, dataset: undefined,
  }));
};
const record = recordOf(events(240)), fitted = fitRecord(record, HORIZON), outlook = new Outlook(record, fitted);
const all = (of: Outlook, from: OutlookRecord): unknown[] => from.parties.map((_, a) => of.with(a, [...EVENT_TYPES.keys()]).slice(0, 5));

describe('the record', () => {
  it('takes stated acts between two parties, once a day and happening, mutual ones in one order', () => {
    const base = events(1)[0]!, made = recordOf([
      { ...base, type: 'CONSULT', source: 'B', target: 'A' }, { ...base, type: 'CONSULT', source: 'A', target: 'B' }, { ...base, type: 'AID', source: 'B', target: 'A' },
      { ...base, type: 'AID', source: 'A', target: 'A' }, { ...base, type: 'AID', source: 'UNKNOWN', target: 'A' }, { ...base, type: 'AID', source: 'A', target: 'B', factuality: 'planned' },
    ]);
    expect(made.facts.size).toBe(2);
    const told = [0, 1, 5].map((later) => ({ ...base, type: 'AID' as const, source: 'A', target: 'B', happening: later === 5 ? 8 : 7, firstDay: base.firstDay + later }));
    expect([...recordOf(told).facts.day]).toEqual([0, 5]);
    expect(made.parties[made.facts.source[0]!]).toBe('A');
    expect([...made.ids]).toEqual([base.id, base.id]);
  });
});

describe('forecasts', () => {
  it('beat each act\'s own base rate, and say how such forecasts came out', () => {
    expect(fitted.skill).toBeGreaterThan(0);
    expect(fitted.track.length).toBeGreaterThan(2);
    const [best] = outlook.with(0, [...EVENT_TYPES.keys()]);
    expect(best!.probability).toBeGreaterThan(0.2);
    const { track, grounds, weights } = outlook.explain(best!);
    expect(track!.count).toBeGreaterThan(0);
    expect(grounds.recurring!.count).toBeGreaterThan(1);
    expect(weights['recurring']).toBeGreaterThan(0);
  });

  it('are kept and read again to the same bits', () => {
    const path = join(folder, 'x.outlook.json');
    saveFitted(path, 'all 7', fitted);
    const again = loadFitted(path, 'all 7')!;
    expect(again).toEqual(fitted);
    expect(all(new Outlook(record, again), record)).toEqual(all(outlook, record));
    writeFileSync(path, '{"version": 1, "fit');
    expect(loadFitted(path, 'all 7')).toBeUndefined();
  });

  it('hold while the record grows by a few days, not when its past changes', () => {
    expect(stillHolds(fitted, recordOf(events(240)), HORIZON)).toBe(true);
    expect(stillHolds(fitted, recordOf([...events(240), { ...events(240).at(-1)!, firstDay: 15_243, source: 'P00', target: 'P01' }]), HORIZON)).toBe(true);
    expect(stillHolds(fitted, recordOf(events(260)), HORIZON)).toBe(false);
    expect(stillHolds(fitted, recordOf(events(240).slice(1)), HORIZON)).toBe(false);
    expect(stillHolds(fitted, record, 14)).toBe(false);
  });

  it('of a day do not change with what comes after it', () => {
    const from = 180, cut = 200, { facts } = record, kinds = kindsOf(record.parties);
    // from the day after the cut on, whoever acted is acted upon
    const turned = { ...facts, source: facts.source.map((a, i) => (facts.day[i]! > cut ? facts.target[i]! : a)), target: facts.target.map((b, i) => (facts.day[i]! > cut ? facts.source[i]! : b)) };
    const told = (of: Facts): string[] => {
      const out: string[] = [];
      backtest(record, kinds, of, HORIZON, from, fitOccurrence(record, kinds, of, HORIZON, from), ({ q, r, c }, origin, probability) => origin <= cut && out.push(`${q} ${r} ${c} ${origin} ${probability}`));
      return out;
    };
    const plain = told(facts);
    expect(plain.length).toBeGreaterThan(200);
    expect(told(turned)).toEqual(plain);
  });

  it('tell what came against the odds and what did not come', () => {
    const { from, to, came, absent } = outlook.surprises(5);
    expect(to - from + 1).toBe(HORIZON);
    expect(came.length).toBe(5);
    expect(came[0]!.probability).toBeLessThanOrEqual(came[4]!.probability);
    const { facts } = record;
    const within = (act: { q: number; r: number; c: number }): boolean => Array.from(facts.day.keys()).some((i) => facts.day[i]! >= from && facts.source[i] === act.q && facts.relation[i] === act.r && facts.target[i] === act.c);
    for (const { act } of came) expect(within(act)).toBe(true);
    for (const { act, probability } of absent) expect([within(act), probability >= 0.5]).toEqual([false, true]);
  });
});

describe('where the record does not support a forecast', () => {
  it('that is said', () => {
    expect(shortfall(recordOf([]), HORIZON)).toContain('no acts');
    expect(shortfall(recordOf(events(30)), HORIZON)).toContain('too short');
    expect(shortfall(record, 90)).toContain('at most 30 days');
    expect(shortfall(record, HORIZON)).toBeUndefined();
  });
});

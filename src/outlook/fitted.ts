/** What is fitted to a record for one horizon, and when it still holds for a record that has grown. */
import { createHash } from 'node:crypto';
import type { ReliabilityBin } from './evaluate/metrics.ts';
import { before } from './facts.ts';
import type { Facts } from './facts.ts';
import { kindsOf } from './memory/names.ts';
import { backtest, fitOccurrence } from './occurrence/backtest.ts';
import type { OccurrenceModel } from './occurrence/backtest.ts';
import type { OutlookRecord } from './record.ts';
import { judgedFrom } from './support.ts';

export interface Fitted {
  horizon: number;
  /** The last day that was fitted to, counted as in the record; and what the record held up to it. */
  through: number;
  fingerprint: string;
  /** Fitted to all of the record; and to what lies before `judgedFrom`, for judging what came after. */
  model: OccurrenceModel;
  held: OccurrenceModel;
  judgedFrom: number;
  /** How forecasts of each probability came out from then on, and their skill over each act's base rate. */
  track: ReliabilityBin[];
  skill: number;
}

/** Days that a record may grow by before it is fitted to anew. */
const REFIT = 7;

/** Names the facts up to and including a day. */
export function fingerprintOf(facts: Facts, through: number): string {
  const { source, relation, target, day } = before(facts, through + 1), hash = createHash('sha256');
  for (const column of [source, relation, target, day]) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex');
}

/** Fits to a record, which must be long enough (`shortfall`). */
export function fitRecord(record: OutlookRecord, horizon: number): Fitted {
  const { facts } = record, kinds = kindsOf(record.parties), through = facts.day[facts.size - 1]!, from = judgedFrom(record, horizon);
  const held = fitOccurrence(record, kinds, facts, horizon, from), scores = backtest(record, kinds, facts, horizon, from, held);
  return {
    horizon, through, fingerprint: fingerprintOf(facts, through), held, model: fitOccurrence(record, kinds, facts, horizon, through + 1),
    judgedFrom: from, track: scores.reliability, skill: scores.skill,
  };
}

/** Whether what was fitted holds for a record: the same, or the same with a few days more at its end. */
export function stillHolds(fitted: Fitted, record: OutlookRecord, horizon: number): boolean {
  const { facts } = record, last = facts.size ? facts.day[facts.size - 1]! : -1;
  return fitted.horizon === horizon && last >= fitted.through && last < fitted.through + REFIT && fingerprintOf(facts, fitted.through) === fitted.fingerprint;
}

/**
 * Catches a forecaster that has seen the future: its forecasts of a day must not change when everything from that day
 * on is replaced. The questions stay the same; only what a model could have peeked at differs.
 */
import type { Facts, Scope } from '../facts.ts';
import { firstOn, join, makeFacts, slice } from '../facts.ts';
import type { Fact } from '../facts.ts';
import { days } from '../facts.ts';
import type { Forecaster, Query } from './forecaster.ts';

/** Makes a forecaster from a record that is to be replayed to it, as an evaluation would. */
export type Make = (scope: Scope, record: Facts) => Forecaster;

export interface Leak extends Query {
  /** The first entity whose score differs. */
  entity: number;
}

/** The record with the targets of everything on or after a day moved round by one entity. */
function altered(record: Facts, day: number, { entities }: Scope): Facts {
  const cut = firstOn(record, day), rows: Fact[] = [];
  for (let i = cut; i < record.size; i++) {
    rows.push({ source: record.target[i], relation: record.relation[i], target: (record.source[i] + 1) % entities, day: record.day[i] });
  }
  return join(slice(record, 0, cut), makeFacts(rows));
}

/** A forecaster's answers to the questions of one day, after the days before it. */
function answers(make: Make, scope: Scope, record: Facts, day: number, queries: readonly Query[]): Float64Array[] {
  const forecaster = make(scope, record);
  for (const today of days(slice(record, 0, firstOn(record, day)))) forecaster.observe(today.at, today);
  return queries.map((query) => {
    const out = new Float64Array(scope.entities).fill(-Infinity);
    forecaster.score(query, out);
    return out;
  });
}

/** Looks for a leak on each of the days given (counted as in the record). Returns the first one found. */
export function findLeak(make: Make, scope: Scope, record: Facts, on: readonly number[]): Leak | undefined {
  for (const day of on) {
    const queries: Query[] = [];
    for (let i = firstOn(record, day); i < record.size && record.day[i] === day; i++) {
      queries.push({ source: record.source[i], relation: record.relation[i], day }, { source: record.target[i], relation: record.relation[i] + scope.relations, day });
    }
    const told = answers(make, scope, record, day, queries), blind = answers(make, scope, altered(record, day, scope), day, queries);
    for (const [k, query] of queries.entries()) {
      const entity = told[k]!.findIndex((score, c) => !Object.is(score, blind[k]![c]));
      if (entity >= 0) return { ...query, entity };
    }
  }
  return undefined;
}

/** The ledger's events as the outlook takes them: stated acts between two known parties, each happening once a day. */
import type { LeanEvent } from '../ledger/lean.ts';
import { isSymmetricType } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';
import type { Facts, Scope } from './facts.ts';

export interface OutlookRecord extends Scope {
  /** By number, in order of first appearance, so that a record that grows keeps its numbers. */
  parties: readonly PartyCode[];
  /** Relations are places in these lists: their names, and whether the order of the parties says nothing. */
  types: readonly string[];
  mutual: readonly boolean[];
  /** The day counted as 0, in days since 1970-01-01. */
  firstDay: number;
  facts: Facts;
  /** The event that first tells of each fact. */
  ids: Float64Array;
}

/**
 * Takes facts from events in order of time: those stated as having happened, from one party to another. Where the order
 * of the parties says nothing, they stand in order of their codes. What is told twice, of one day or of one happening,
 * counts once.
 */
export function recordOf(events: Iterable<LeanEvent>): OutlookRecord {
  const numbers = new Map<PartyCode, number>(), rows: { source: number; relation: number; target: number; day: number; id: number }[] = [];
  const number = (party: PartyCode): number => {
    let known = numbers.get(party);
    if (known === undefined) numbers.set(party, known = numbers.size);
    return known;
  };
  const happened = new Set<string>();
  let firstDay = 0, today = -1, seen = new Set<number>();
  for (const { id, happening, type, source, target, firstDay: day, factuality } of events) {
    if (factuality !== 'fact' || source === target || source === 'UNKNOWN' || target === 'UNKNOWN') continue;
    const turned = isSymmetricType(type) && target < source;
    const a = number(turned ? target : source), b = number(turned ? source : target), relation = EVENT_TYPES.indexOf(type);
    if (rows.length === 0) firstDay = day;
    if (day !== today) seen = new Set();
    today = day;
    // fewer than 2^16 parties of either side fit below 2^53 with the type
    const key = (a * EVENT_TYPES.length + relation) * 4294967296 + b;
    if (seen.has(key)) continue;
    seen.add(key);
    // negative where the event belongs to no happening that others tell of
    if (happening >= 0) {
      if (happened.has(`${happening} ${key}`)) continue;
      happened.add(`${happening} ${key}`);
    }
    rows.push({ source: a, relation, target: b, day: day - firstDay, id });
  }
  const column = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of);
  return {
    parties: [...numbers.keys()], types: EVENT_TYPES, mutual: EVENT_TYPES.map(isSymmetricType), entities: numbers.size, relations: EVENT_TYPES.length, firstDay,
    facts: { size: rows.length, source: column((f) => f.source), relation: column((f) => f.relation), target: column((f) => f.target), day: column((f) => f.day) },
    ids: Float64Array.from(rows, ({ id }) => id),
  };
}

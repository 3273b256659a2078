/** On which days each act was done: what a forecast's reasons are counted from. */
import type { Facts } from './facts.ts';

/** The days of one act in order, and the event that tells of each. */
export interface Occasions {
  days: readonly number[];
  ids: readonly number[];
}

/** An act by its numbers. */
export interface ActKey {
  source: number;
  relation: number;
  target: number;
}

const NEVER: Occasions = { days: [], ids: [] };

/** The acts that one party takes part in. */
interface Dealing extends ActKey {
  occasions: { days: number[]; ids: number[] };
}

export class Precedents {
  readonly #byAct = new Map<string, Dealing>();
  readonly #byParty: Dealing[][] = [];

  /** Takes in facts in order of day; `ids` stand beside them. */
  constructor(facts: Facts, ids: Float64Array) {
    for (let i = 0; i < facts.size; i++) {
      const source = facts.source[i]!, relation = facts.relation[i]!, target = facts.target[i]!, key = `${source} ${relation} ${target}`;
      let dealing = this.#byAct.get(key);
      if (!dealing) {
        this.#byAct.set(key, dealing = { source, relation, target, occasions: { days: [], ids: [] } });
        for (const party of [source, target]) (this.#byParty[party] ??= []).push(dealing);
      }
      dealing.occasions.days.push(facts.day[i]!);
      dealing.occasions.ids.push(ids[i]!);
    }
  }

  of({ source, relation, target }: ActKey): Occasions {
    return this.#byAct.get(`${source} ${relation} ${target}`)?.occasions ?? NEVER;
  }

  /** All acts that a party did or was done. */
  ofParty(party: number): readonly (ActKey & { occasions: Occasions })[] {
    return this.#byParty[party] ?? [];
  }

  /** All acts between two parties, either way. */
  between(a: number, b: number): (ActKey & { occasions: Occasions })[] {
    return this.ofParty(a).filter(({ source, target }) => (source === a ? target : source) === b);
  }
}

/** How many days of an ordered list lie from `from` to `to`. */
export const countWithin = (days: readonly number[], from: number, to: number): number => firstFrom(days, to + 1) - firstFrom(days, from);

/** The place of the first day on or after `day`. */
export function firstFrom(days: readonly number[], day: number): number {
  let low = 0, high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

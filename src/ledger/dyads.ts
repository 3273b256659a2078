/** Counting who did how much of what to whom, for many parties at once. */
import { EVENT_TYPES } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';

/** Whole numbers, or such as weights make. */
export type Counts = Uint32Array | Float64Array;

/** How often one party did what to another; `counts` by place in EVENT_TYPES, each happening once, or as much as its outlet weighs. */
export interface Dyad {
  source: PartyCode;
  target: PartyCode;
  counts: Counts;
  total: number;
}

/** Dyads in columns; `counts` has as many for each as there are types. */
export interface DyadColumns {
  length: number;
  parties: PartyCode[];
  source: Uint32Array;
  target: Uint32Array;
  counts: Counts;
}

const TYPES = EVENT_TYPES.length, FIRST = 4_096;

export class DyadCounts {
  readonly #parties: PartyCode[] = [];
  readonly #numbers = new Map<PartyCode, number>();
  /** By source and target: the dyad's place, and one. */
  readonly #places: (Int32Array | undefined)[] = [];
  #source = new Uint32Array(FIRST);
  #target = new Uint32Array(FIRST);
  readonly #Counts: Uint32ArrayConstructor | Float64ArrayConstructor;
  #counts: Counts;
  #length = 0;

  /** Counts in whole numbers, unless it is told otherwise. */
  constructor(Counts: Uint32ArrayConstructor | Float64ArrayConstructor = Uint32Array) {
    this.#Counts = Counts;
    this.#counts = new Counts(FIRST * TYPES);
  }

  /** A party's number here. */
  number(party: PartyCode): number {
    const known = this.#numbers.get(party);
    if (known !== undefined) return known;
    this.#numbers.set(party, this.#parties.length);
    return this.#parties.push(party) - 1;
  }

  /** Where a dyad's counts are, by numbers of its parties; to be given to `count`. */
  place(source: number, target: number): number {
    let row = this.#places[source];
    if (!row || row.length <= target) {
      const grown = new Int32Array(Math.max(this.#parties.length, target + 1, (row?.length ?? 0) * 2));
      if (row) grown.set(row);
      this.#places[source] = row = grown;
    }
    const known = row[target] as number;
    if (known) return known - 1;
    if (this.#length === this.#source.length) this.#grow();
    this.#source[this.#length] = source;
    this.#target[this.#length] = target;
    row[target] = ++this.#length;
    return this.#length - 1;
  }

  #grow(): void {
    const grown = <C extends Counts>(column: C, old: Counts): C => {
      column.set(old);
      return column;
    };
    this.#source = grown(new Uint32Array(this.#source.length * 2), this.#source);
    this.#target = grown(new Uint32Array(this.#target.length * 2), this.#target);
    this.#counts = grown(new this.#Counts(this.#counts.length * 2), this.#counts);
  }

  /** Counts so many acts of a type (its place in EVENT_TYPES). */
  count(place: number, type: number, n: number): void {
    (this.#counts[place * TYPES + type] as number) += n;
  }

  /** The dyads that have acts, in columns, without those of a party that is left out; parties in order of code. */
  columns(without?: PartyCode): DyadColumns {
    const counts = this.#counts, kept: number[] = [], acts = new Uint8Array(this.#parties.length), out = without === undefined ? -1 : this.#numbers.get(without) ?? -1;
    for (let place = 0; place < this.#length; place++) {
      let total = 0;
      for (let i = place * TYPES; i < (place + 1) * TYPES; i++) total += counts[i] as number;
      const source = this.#source[place] as number, target = this.#target[place] as number;
      if (!total || source === out || target === out) continue;
      kept.push(place);
      acts[source] = acts[target] = 1;
    }
    const order = this.#parties.map((code, i) => ({ code, i })).filter(({ i }) => acts[i]).sort((a, b) => (a.code < b.code ? -1 : 1)), rank = new Uint32Array(this.#parties.length);
    order.forEach(({ i }, at) => (rank[i] = at));
    const found: DyadColumns = { length: kept.length, parties: order.map(({ code }) => code), source: new Uint32Array(kept.length), target: new Uint32Array(kept.length), counts: new this.#Counts(kept.length * TYPES) };
    kept.forEach((place, row) => {
      found.source[row] = rank[this.#source[place] as number] as number;
      found.target[row] = rank[this.#target[place] as number] as number;
      for (let type = 0; type < TYPES; type++) found.counts[row * TYPES + type] = counts[place * TYPES + type] as number;
    });
    return found;
  }

  /** The dyads that have acts, by source and target. */
  dyads(): Dyad[] {
    const order = this.#parties.map((code, i) => ({ code, i })).sort((a, b) => (a.code < b.code ? -1 : 1)), rank = new Uint32Array(order.length);
    order.forEach(({ i }, at) => (rank[i] = at));
    const keys = new Float64Array(this.#length), parties = this.#parties.length;
    for (let place = 0; place < this.#length; place++) {
      keys[place] = ((rank[this.#source[place] as number] as number) * parties + (rank[this.#target[place] as number] as number)) * 2 ** 24 + place;
    }
    keys.sort();
    const all: Dyad[] = [];
    for (const key of keys) {
      const place = key % 2 ** 24, counts = this.#counts.slice(place * TYPES, (place + 1) * TYPES);
      let total = 0;
      for (let type = 0; type < TYPES; type++) total += counts[type] as number;
      if (total) all.push({ source: this.#parties[this.#source[place] as number] as string, target: this.#parties[this.#target[place] as number] as string, counts, total });
    }
    return all;
  }
}

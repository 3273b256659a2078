/** Events as measures read them: what the record holds of each, in columns, so that millions fit and go by fast. */
import { EVENT_TYPES, FACTUALITIES, MODES } from '../story/facts.ts';
import type { EventType, Factuality, Mode, PartyCode } from '../story/facts.ts';
import { DAY_ZERO } from './coded/columns.ts';
import type { Columns } from './coded/columns.ts';

/** An imported event's id: its data set's number times this, and its own number within it. */
export const NUMBERS = 2 ** 32;

/** One event, without its words. */
export interface LeanEvent {
  /** The event's id; `factId('event', id)` is how a person names it. */
  id: number;
  /** The happening that it tells of; where it belongs to none it is its own, and this is its id, negative. */
  happening: number;
  type: EventType;
  mode: Mode | undefined;
  source: PartyCode;
  target: PartyCode;
  /** First and last day, in days since 1970-01-01 (`dayOfNumber`). */
  firstDay: number;
  lastDay: number;
  factuality: Factuality;
  /** 0 to 1. */
  confidence: number;
  /** The name of the data set it was imported with; undefined where a story states it. */
  dataset: string | undefined;
}

/** Text to small numbers and back, in order of appearance. */
class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

const typeNumber = new Map(EVENT_TYPES.map((type, i) => [type, i]));
const modeNumber = new Map<Mode | undefined, number>([[undefined, 0], ...MODES.map((mode, i) => [mode, i + 1] as const)]);
const factualityNumber = new Map(FACTUALITIES.map((factuality, i) => [factuality, i]));
const MODE_OF: readonly (Mode | undefined)[] = [undefined, ...MODES];

const SMALLEST = 256;

const FACT = FACTUALITIES.indexOf('fact');

/** What a code means, as these columns have it. */
export const leanCode = (type: EventType, mode: Mode | undefined): LeanCode => ({ type: typeNumber.get(type) as number, mode: modeNumber.get(mode) as number });

export interface LeanCode {
  type: number;
  mode: number;
}

/** A packed run of one data set between two parties, and what of it is wanted. */
export interface RunOfEvents {
  dataset: number;
  name: string;
  a: PartyCode;
  b: PartyCode;
  columns: Columns;
  from: number;
  to: number;
  wanted: Uint8Array;
  /** Ids of events that are to be left out. */
  hidden: { readonly size: number; has(id: number): boolean };
  code(code: number): LeanCode;
}

/** Many events in order of time (first day, then as they were added). Iterating makes one object at a time. */
export class LeanEvents implements Iterable<LeanEvent> {
  length = 0;
  readonly #parties = new Names();
  readonly #datasets = new Names();
  #room = 0;
  #id = new Float64Array(0);
  #happening = new Float64Array(0);
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  #confidence = new Float64Array(0);
  #source = new Uint16Array(0);
  #target = new Uint16Array(0);
  #dataset = new Uint16Array(0);
  #type = new Uint8Array(0);
  #mode = new Uint8Array(0);
  #factuality = new Uint8Array(0);
  /** Row by place in time; undefined while rows stand in that order already. */
  #order: Uint32Array | undefined;

  constructor() {
    this.#datasets.number('');
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.#room) return;
    this.#room = Math.max(wanted, this.#room * 2, SMALLEST);
    const grown = <T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(Column: new (n: number) => T, old: T): T => {
      const column = new Column(this.#room);
      column.set(old);
      return column;
    };
    this.#id = grown(Float64Array, this.#id);
    this.#happening = grown(Float64Array, this.#happening);
    this.#first = grown(Int32Array, this.#first);
    this.#last = grown(Int32Array, this.#last);
    this.#confidence = grown(Float64Array, this.#confidence);
    this.#source = grown(Uint16Array, this.#source);
    this.#target = grown(Uint16Array, this.#target);
    this.#dataset = grown(Uint16Array, this.#dataset);
    this.#type = grown(Uint8Array, this.#type);
    this.#mode = grown(Uint8Array, this.#mode);
    this.#factuality = grown(Uint8Array, this.#factuality);
  }

  /** Adds one event. */
  add(event: LeanEvent): void {
    this.reserve(1);
    const i = this.length++;
    this.#id[i] = event.id;
    this.#happening[i] = event.happening;
    this.#first[i] = event.firstDay;
    this.#last[i] = event.lastDay;
    this.#confidence[i] = event.confidence;
    this.#source[i] = this.#parties.number(event.source);
    this.#target[i] = this.#parties.number(event.target);
    this.#dataset[i] = this.#datasets.number(event.dataset ?? '');
    this.#type[i] = typeNumber.get(event.type) as number;
    this.#mode[i] = modeNumber.get(event.mode) as number;
    this.#factuality[i] = factualityNumber.get(event.factuality) as number;
  }

  /**
   * Adds the events of one packed run that are asked for: of days from `from` to `to` (since DAY_ZERO) and codes that
   * `wanted` marks. `code` says what a code means.
   */
  addRun({ dataset, name, a, b, columns, from, to, wanted, hidden, code }: RunOfEvents): void {
    const { length, n, day, code: codes, way } = columns;
    this.reserve(length);
    const set = this.#datasets.number(name), base = dataset * NUMBERS, [p, q] = [this.#parties.number(a), this.#parties.number(b)];
    for (let row = 0; row < length; row++) {
      const d = day[row] as number, c = codes[row] as number;
      if (d < from || d > to || !wanted[c]) continue;
      const id = base + (n[row] as number);
      if (hidden.size && hidden.has(id)) continue;
      const i = this.length++, { type, mode } = code(c);
      this.#id[i] = id;
      this.#happening[i] = -id;
      this.#first[i] = this.#last[i] = d + DAY_ZERO;
      this.#confidence[i] = 1;
      this.#source[i] = way[row] ? q : p;
      this.#target[i] = way[row] ? p : q;
      this.#dataset[i] = set;
      this.#type[i] = type;
      this.#mode[i] = mode;
      this.#factuality[i] = FACT;
    }
  }

  /** Puts all rows in order of time; rows of one day keep the order in which they were added. */
  sort(): this {
    const { length } = this, first = this.#first;
    let low = Infinity, high = -Infinity, sorted = true;
    for (let i = 0; i < length; i++) {
      const day = first[i] as number;
      if (day < high) sorted = false;
      if (day < low) low = day;
      if (day > high) high = day;
    }
    this.#order = undefined;
    if (sorted) return this;
    // A counting sort: days are few, events many.
    const starts = new Uint32Array(high - low + 2);
    for (let i = 0; i < length; i++) (starts[(first[i] as number) - low + 1] as number)++;
    for (let day = 1; day < starts.length; day++) (starts[day] as number) += starts[day - 1] as number;
    const order = new Uint32Array(length);
    for (let i = 0; i < length; i++) order[(starts[(first[i] as number) - low] as number)++] = i;
    this.#order = order;
    return this;
  }

  /** The event at a place in time, from 0. */
  at(place: number): LeanEvent {
    const i = this.#order ? (this.#order[place] as number) : place;
    return {
      id: this.#id[i] as number, happening: this.#happening[i] as number,
      type: EVENT_TYPES[this.#type[i] as number] as EventType, mode: MODE_OF[this.#mode[i] as number],
      source: this.#parties.list[this.#source[i] as number] as string, target: this.#parties.list[this.#target[i] as number] as string,
      firstDay: this.#first[i] as number, lastDay: this.#last[i] as number,
      factuality: FACTUALITIES[this.#factuality[i] as number] as Factuality, confidence: this.#confidence[i] as number,
      dataset: this.#datasets.list[this.#dataset[i] as number] || undefined,
    };
  }

  *[Symbol.iterator](): Iterator<LeanEvent> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
}

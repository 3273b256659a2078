/** The small numbers that parties, codes and actors have in packed events. New ones are written with the batch that uses them. */
import { EVENT_TYPES } from '../../story/facts.ts';
import type { EventType, Mode, PartyCode } from '../../story/facts.ts';
import type { Writer } from '../writer.ts';

/** A party, or what gives it by the day (`YYYY-MM-DD`). */
export type ActsFor = PartyCode | ((day: string) => PartyCode);

/** Numbers of parties and codes have sixteen bits. */
const MOST = 65_535;

/** Place of the PLOVER type of each code in EVENT_TYPES; -1 where it has none. */
export function typesOf(tx: Writer): Int8Array {
  const types = new Int8Array(MOST + 1).fill(-1);
  for (const { id, type } of tx.sql('SELECT id, type FROM coded_code WHERE type IS NOT NULL').rows as { id: number; type: EventType }[]) types[id] = EVENT_TYPES.indexOf(type);
  return types;
}

class Numbers<T> {
  readonly #known = new Map<string, number>();
  #fresh: [number, T][] = [];
  #next: number;

  constructor(next: number) {
    this.#next = next;
  }

  set(key: string, id: number): void {
    this.#known.set(key, id);
  }

  of(key: string, value: T): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#next);
    this.#fresh.push([this.#next, value]);
    return this.#next++;
  }

  /** What is new since it was last asked. */
  take(): [number, T][] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}

interface Code {
  code: string;
  type: EventType | undefined;
  mode: Mode | undefined;
}

export class Dictionary {
  readonly #dataset: number;
  readonly #parties: Numbers<string>;
  readonly #codes: Numbers<Code>;
  readonly #actors: Numbers<[code: string, name: string]>;
  /** Party's number by actor's; 0 where the day decides, -1 where the actor has not been met in this run. */
  #partyOf = new Int32Array(4096).fill(-1);
  readonly #byDay = new Map<number, (day: string) => PartyCode>();
  /** Place of each code's PLOVER type in EVENT_TYPES; -1 where it has none. */
  readonly typeOf: Int8Array;

  constructor(tx: Writer, dataset: number) {
    const next = (table: string): number => Number(tx.sql(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`).rows[0]?.['id']);
    this.#dataset = dataset;
    this.#parties = new Numbers(next('coded_party'));
    this.#codes = new Numbers(next('coded_code'));
    this.#actors = new Numbers(next('coded_actor'));
    for (const { id, code } of tx.sql('SELECT id, code FROM coded_party').rows as { id: number; code: string }[]) this.#parties.set(code, id);
    for (const { id, code } of tx.sql('SELECT id, code FROM coded_code').rows as { id: number; code: string }[]) this.#codes.set(code, id);
    this.typeOf = typesOf(tx);
    for (const { id, code, name } of tx.sql('SELECT id, code, name FROM coded_actor WHERE dataset_id = ?', [dataset]).rows as { id: number; code: string; name: string }[]) {
      this.#actors.set(`${code}\t${name}`, id);
    }
  }

  /** The number of a code and what it means. */
  code(code: string, type: EventType | undefined, mode: Mode | undefined): number {
    const id = this.#codes.of(code, { code, type, mode });
    if (id > MOST) throw new RangeError('more codes than can be numbered');
    if (type) this.typeOf[id] = EVENT_TYPES.indexOf(type);
    return id;
  }

  #party(code: PartyCode): number {
    const id = this.#parties.of(code, code);
    if (id > MOST) throw new RangeError('more parties than can be numbered');
    return id;
  }

  /** The number of an actor as the data set writes it. `actsFor` is asked once a run. */
  actor(code: string, name: string, actsFor: () => ActsFor): number {
    const id = this.#actors.of(`${code}\t${name}`, [code, name]);
    if (id >= this.#partyOf.length) {
      const grown = new Int32Array(Math.max(id + 1, this.#partyOf.length * 2)).fill(-1);
      grown.set(this.#partyOf);
      this.#partyOf = grown;
    }
    if (this.#partyOf[id] === -1) {
      const acts = actsFor();
      if (typeof acts === 'function') this.#byDay.set(id, acts);
      this.#partyOf[id] = typeof acts === 'function' ? 0 : this.#party(acts);
    }
    return id;
  }

  /** The number of the party that an actor acts for; `day` is asked where it matters. */
  partyOf(actor: number, day: () => string): number {
    const party = this.#partyOf[actor] as number;
    return party > 0 ? party : this.#party((this.#byDay.get(actor) as (day: string) => PartyCode)(day()));
  }

  /** Writes what is new. */
  save(tx: Writer): void {
    for (const [id, code] of this.#parties.take()) tx.sql('INSERT INTO coded_party (id, code) VALUES (?, ?)', [id, code]);
    for (const [id, { code, type, mode }] of this.#codes.take()) tx.sql('INSERT INTO coded_code (id, code, type, mode) VALUES (?, ?, ?, ?)', [id, code, type ?? null, mode ?? null]);
    for (const [id, [code, name]] of this.#actors.take()) tx.sql('INSERT INTO coded_actor (id, dataset_id, code, name) VALUES (?, ?, ?, ?)', [id, this.#dataset, code, name]);
  }
}

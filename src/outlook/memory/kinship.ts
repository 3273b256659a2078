/** Counts by country and sector: what entities of one kind do, and to whom. */
import type { Kinds } from './names.ts';
import { DecayedCounts } from './decayed.ts';
import { KeyIndex } from './key-index.ts';

/** Decayed counts under whole-number keys. */
class Keyed {
  readonly #index = new KeyIndex();
  readonly #counts = new DecayedCounts();

  add(key: number, day: number): void {
    this.#counts.add(this.#index.make(key), day);
  }

  at(key: number, pace: number, day: number): number {
    const row = this.#index.find(key);
    return row < 0 ? 0 : this.#counts.at(row, pace, day);
  }

  ever(key: number): number {
    const row = this.#index.find(key);
    return row < 0 ? 0 : this.#counts.ever(row);
  }
}

export class Kinship {
  readonly kinds: Kinds;
  /** The country of each entity: as named, otherwise that which it most often deals with. */
  readonly country: Int32Array;
  readonly #relations2: number;
  readonly #entities: number;
  readonly #dealings = new Map<number, Map<number, number>>();
  readonly #countryTo = new Keyed();
  readonly #countryDoes = new Keyed();
  readonly #sectorTo = new Keyed();
  readonly #sectorDoes = new Keyed();
  readonly #toSector = new Keyed();
  readonly #toCountry = new Keyed();

  constructor(kinds: Kinds, entities: number, relations2: number) {
    this.kinds = kinds;
    this.country = kinds.country.slice();
    this.#entities = entities;
    this.#relations2 = relations2;
  }

  observe(q: number, r: number, c: number, day: number): void {
    const { kinds, country } = this, R2 = this.#relations2;
    if (kinds.country[q] < 0 && kinds.country[c] >= 0) this.#adopt(q, kinds.country[c]);
    if (country[q] >= 0) {
      const key = country[q] * R2 + r;
      this.#countryTo.add(key * this.#entities + c, day);
      this.#countryDoes.add(key, day);
    }
    const key = kinds.sector[q] * R2 + r, question = q * R2 + r;
    this.#sectorTo.add(key * kinds.sectors + kinds.sector[c], day);
    this.#sectorDoes.add(key, day);
    this.#toSector.add(question * kinds.sectors + kinds.sector[c], day);
    this.#toCountry.add(question * (kinds.countries + 1) + country[c] + 1, day);
  }

  #adopt(q: number, of: number): void {
    let dealings = this.#dealings.get(q);
    if (!dealings) this.#dealings.set(q, dealings = new Map());
    dealings.set(of, (dealings.get(of) ?? 0) + 1);
    let best = -1, most = 0;
    for (const [candidate, count] of dealings) {
      if (count > most || (count === most && candidate < best)) {
        most = count;
        best = candidate;
      }
    }
    this.country[q] = best;
  }

  /** How often q's country did r, at a pace. */
  countryDoes = (q: number, r: number, pace: number, day: number): number => (this.country[q] < 0 ? 0 : this.#countryDoes.at(this.country[q] * this.#relations2 + r, pace, day));
  /** How often it did so to c. */
  countryTo = (q: number, r: number, c: number, pace: number, day: number): number =>
    (this.country[q] < 0 ? 0 : this.#countryTo.at((this.country[q] * this.#relations2 + r) * this.#entities + c, pace, day));
  /** How often q's sector did r at all. */
  sectorDoes = (q: number, r: number): number => this.#sectorDoes.ever(this.kinds.sector[q] * this.#relations2 + r);
  /** How often it did so to a sector. */
  sectorTo = (q: number, r: number, sector: number): number => this.#sectorTo.ever((this.kinds.sector[q] * this.#relations2 + r) * this.kinds.sectors + sector);
  /** How often q itself did r to a sector. */
  toSector = (q: number, r: number, sector: number): number => this.#toSector.ever((q * this.#relations2 + r) * this.kinds.sectors + sector);
  /** How often q itself did r to a country (-1 for none). */
  toCountry = (q: number, r: number, country: number): number => this.#toCountry.ever((q * this.#relations2 + r) * (this.kinds.countries + 1) + country + 1);
}

/**
 * What has happened so far, as counts that fade, kept by triple, pair, question, role, entity and relation. Facts come
 * day by day and stand in it both ways, an inverse relation being a relation of its own.
 */
import type { Facts, Scope } from '../facts.ts';
import { Ints, Lists } from './columns.ts';
import { DecayedCounts } from './decayed.ts';
import { KeyIndex } from './key-index.ts';
import { Kinship } from './kinship.ts';
import type { Kinds } from './names.ts';

export class Memory {
  readonly entities: number;
  /** Relations without and with their inverses. */
  readonly relations: number;
  readonly relations2: number;
  /** The last day taken in; -1 where there was none. */
  day = -1;

  readonly total = new DecayedCounts(1);
  readonly relationCounts: DecayedCounts;
  readonly subjectCounts: DecayedCounts;
  readonly objectCounts: DecayedCounts;

  /** A pair is subject and object, in that order, under whatever relation. */
  readonly #pairIndex = new KeyIndex();
  readonly pairCounts = new DecayedCounts();
  readonly pairSubject = new Ints();
  readonly pairObject = new Ints();
  /** Pairs of a subject; triples of a pair. */
  readonly pairsOf = new Lists();
  readonly triplesOfPair = new Lists();

  /** A triple is subject, relation and object. */
  readonly #tripleIndex = new KeyIndex();
  readonly tripleCounts = new DecayedCounts();
  readonly tripleRelation = new Ints();
  readonly tripleObject = new Ints();

  /** A question is subject and relation. */
  readonly #questionIndex = new KeyIndex();
  readonly questionCounts = new DecayedCounts();
  readonly triplesOfQuestion = new Lists();

  /** A role is relation and object. */
  readonly #roleIndex = new KeyIndex();
  readonly roleCounts = new DecayedCounts();
  readonly roleObject = new Ints();
  readonly rolesOf = new Lists();

  readonly kinship: Kinship;

  constructor({ entities, relations }: Scope, kinds: Kinds) {
    this.entities = entities;
    this.relations = relations;
    this.relations2 = relations * 2;
    this.relationCounts = new DecayedCounts(this.relations2);
    this.subjectCounts = new DecayedCounts(entities);
    this.objectCounts = new DecayedCounts(entities);
    this.kinship = new Kinship(kinds, entities, this.relations2);
  }

  inverse(relation: number): number {
    return relation < this.relations ? relation + this.relations : relation - this.relations;
  }

  /** The row of a pair, a triple, a question or a role; -1 where it never was. */
  pair(q: number, c: number): number {
    return this.#pairIndex.find(q * this.entities + c);
  }

  triple(q: number, r: number, c: number): number {
    const pair = this.pair(q, c);
    return pair < 0 ? -1 : this.#tripleIndex.find(pair * this.relations2 + r);
  }

  question(q: number, r: number): number {
    return this.#questionIndex.find(q * this.relations2 + r);
  }

  role(r: number, c: number): number {
    return this.#roleIndex.find(r * this.entities + c);
  }

  get pairs(): number {
    return this.#pairIndex.size;
  }

  get roles(): number {
    return this.#roleIndex.size;
  }

  /** Takes in all facts of one day. Throws where days go back, as what was forecast since would have seen the future. */
  observe(day: number, facts: Facts): void {
    if (day < this.day) throw new RangeError(`day ${day} after day ${this.day}`);
    this.day = day;
    for (let i = 0; i < facts.size; i++) this.#add(facts.source[i], facts.relation[i], facts.target[i], day);
    for (let i = 0; i < facts.size; i++) this.#add(facts.target[i], facts.relation[i] + this.relations, facts.source[i], day);
  }

  #add(q: number, r: number, c: number, day: number): void {
    const pair = this.#pairIndex.make(q * this.entities + c);
    if (pair === this.pairObject.size) {
      this.pairSubject.push(q);
      this.pairObject.push(c);
      this.pairsOf.push(q, pair);
    }
    this.pairCounts.add(pair, day);
    const question = this.#questionIndex.make(q * this.relations2 + r);
    this.questionCounts.add(question, day);
    const triple = this.#tripleIndex.make(pair * this.relations2 + r);
    if (triple === this.tripleObject.size) {
      this.tripleObject.push(c);
      this.tripleRelation.push(r);
      this.triplesOfPair.push(pair, triple);
      this.triplesOfQuestion.push(question, triple);
    }
    this.tripleCounts.add(triple, day);
    const role = this.#roleIndex.make(r * this.entities + c);
    if (role === this.roleObject.size) {
      this.roleObject.push(c);
      this.rolesOf.push(r, role);
    }
    this.roleCounts.add(role, day);
    this.subjectCounts.add(q, day);
    this.objectCounts.add(c, day);
    this.relationCounts.add(r, day);
    this.total.add(0, day);
    this.kinship.observe(q, r, c, day);
  }
}

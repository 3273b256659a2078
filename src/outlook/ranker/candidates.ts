/**
 * Who could be the answer to a question: those the subject has dealt with, those that paths lead to, and whoever was
 * ever dealt with so. A cheap score chooses the few that are looked at closely, each with a row of features.
 */
import { EVER, FAST, FASTEST, MONTH, PACES, SLOW } from '../memory/decayed.ts';
import { exp, log } from '../math.ts';
import type { Memory } from '../memory/memory.ts';
import { bucketOf } from '../rules.ts';
import type { Rules } from '../rules.ts';
import { CHOICE as CHOSEN, CONTEXT, FEATURES, KIN, PAIR, PATHS, POPULARITY, RECIPROCITY, RECURRENCE, ORDER, RULES } from './layout.ts';
import { Paths } from './paths.ts';
import { CHOICE, Roles, WIDTH } from './roles.ts';
import { bestFirst } from './select.ts';

const LITTLE = 1e-4, LOG_LITTLE = log(LITTLE);
/** Logarithm of a strength from 0 to about 1, counted from that of nothing. */
const strength = (x: number): number => log(x + LITTLE) - LOG_LITTLE;

export class Candidates {
  readonly #memory: Memory;
  readonly #rules: Rules;
  readonly #paths: Paths;
  readonly #roles = new Roles();
  /** By entity: the question in which it was last a candidate, its place among them, its rows in memory. */
  readonly #stamp: Int32Array;
  readonly #place: Int32Array;
  readonly #roleOf: Int32Array;
  readonly #tripleOf: Int32Array;
  readonly #inverseOf: Int32Array;
  #question = 0;
  #q = 0;
  #r = 0;
  #day = 0;
  #own = -1;
  /** The first candidates are those the subject has dealt with, in order of their pairs. */
  #dealings = 0;
  #size = 0;
  /** The highest score by which candidates were chosen. */
  #top = 0;
  readonly #entity: Int32Array;
  readonly #any: Float32Array;
  readonly #most: Float32Array;
  readonly #lift: Float32Array;
  readonly #choice: Float32Array;
  readonly #order: Int32Array;
  /** How busy subject, question and relation are. */
  readonly context = new Float64Array(CONTEXT);

  constructor(memory: Memory, rules: Rules) {
    const { entities } = memory;
    this.#memory = memory;
    this.#rules = rules;
    this.#paths = new Paths(entities);
    [this.#place, this.#roleOf, this.#tripleOf, this.#inverseOf, this.#entity, this.#order] = [0, 1, 2, 3, 4, 5].map(() => new Int32Array(entities)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
    [this.#any, this.#most, this.#lift, this.#choice] = [0, 1, 2, 3].map(() => new Float32Array(entities)) as [Float32Array, Float32Array, Float32Array, Float32Array];
    this.#stamp = new Int32Array(entities).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** The entity of a candidate. */
  entity(place: number): number {
    return this.#entity[place];
  }

  /** The place of an entity among the candidates; -1 where it is none. */
  placeOf(entity: number): number {
    return this.#stamp[entity] === this.#question ? this.#place[entity] : -1;
  }

  /** Whether the subject has dealt with a candidate. */
  dealt(place: number): boolean {
    return place < this.#dealings;
  }

  #add(c: number): void {
    if (this.#stamp[c] === this.#question) return;
    this.#stamp[c] = this.#question;
    this.#roleOf[c] = this.#tripleOf[c] = this.#inverseOf[c] = -1;
    this.#entity[this.#size] = c;
    this.#place[c] = this.#size++;
  }

  /** Gathers the candidates of a question, from what memory holds of the days before. */
  gather(q: number, r: number, day: number): void {
    const memory = this.#memory;
    this.#question++;
    this.#q = q;
    this.#r = r;
    this.#day = day;
    this.#size = 0;
    for (const pair of memory.pairsOf.of(q)) {
      this.#add(memory.pairObject.data[pair]);
      this.#rule(pair, this.#size - 1);
    }
    this.#dealings = this.#size;
    this.#paths.follow(memory, q, r, day);
    for (const c of this.#paths.touched) this.#add(c);
    for (const role of memory.rolesOf.of(r)) {
      const c = memory.roleObject.data[role];
      this.#add(c);
      this.#roleOf[c] = role;
    }
    this.#own = memory.question(q, r);
    const back = memory.question(q, memory.inverse(r));
    if (this.#own >= 0) for (const triple of memory.triplesOfQuestion.of(this.#own)) this.#tripleOf[memory.tripleObject.data[triple]] = triple;
    if (back >= 0) for (const triple of memory.triplesOfQuestion.of(back)) this.#inverseOf[memory.tripleObject.data[triple]] = triple;
    this.#roles.open(memory, r, day);
    this.context[0] = log(1 + memory.subjectCounts.ever(q));
    this.context[1] = this.#own < 0 ? 0 : log(1 + memory.questionCounts.ever(this.#own));
    this.context[2] = log(1 + memory.subjectCounts.at(q, MONTH, day));
    this.context[3] = log(1 + memory.relationCounts.ever(r));
  }

  /** What the rules say of a pair: that any holds, the surest, and all together. */
  #rule(pair: number, place: number): void {
    const { tripleRelation, tripleCounts, triplesOfPair } = this.#memory, rules = this.#rules;
    let miss = 0, most = 0, lift = 0;
    for (const triple of triplesOfPair.of(pair)) {
      const cell = rules.cell(tripleRelation.data[triple], this.#r, bucketOf(this.#day - tripleCounts.last(triple)));
      miss += rules.logMiss[cell];
      lift += rules.logLift[cell];
      if (rules.confidence[cell] > most) most = rules.confidence[cell];
    }
    this.#any[place] = miss;
    this.#most[place] = most;
    this.#lift[place] = lift;
  }

  /** Puts the `count` likeliest candidates, by a cheap score, at the front of the places returned; the others follow. */
  choose(count: number): Int32Array {
    const memory = this.#memory, { pairCounts, tripleCounts } = memory, { related, near, akin } = this.#paths;
    const pairs = memory.pairsOf.of(this.#q), day = this.#day;
    const asked = this.#own < 0 ? 0 : memory.questionCounts.ever(this.#own) + 1;
    const noPath = 0.65 * LOG_LITTLE;
    this.#top = -Infinity;
    for (let place = 0; place < this.#size; place++) {
      const c = this.#entity[place], role = this.#roleOf[c];
      let score = role < 0 ? this.#roles.none[CHOICE] : this.#roles.values[this.#roles.at(memory, role) + CHOICE];
      score += related[c] === 0 && near[c] === 0 && akin[c] === 0 ? noPath
        : 0.3 * log(related[c] + LITTLE) + 0.2 * log(near[c] + LITTLE) + 0.15 * log(akin[c] + LITTLE);
      if (place < this.#dealings) {
        score += 0.6 * log(this.#holds(place) + LITTLE) + 0.4 * log(1 + 2 * pairCounts.at(pairs[place], FASTEST, day));
        const triple = this.#tripleOf[c];
        if (triple >= 0) score += log(1 + 3 * tripleCounts.at(triple, FASTEST, day)) + 0.7 * log(1 + 3 * tripleCounts.at(triple, SLOW, day)) + 2 * tripleCounts.ever(triple) / asked;
      } else score += 0.6 * LOG_LITTLE;
      this.#choice[place] = score;
      if (score > this.#top) this.#top = score;
      this.#order[place] = place;
    }
    bestFirst(this.#choice, this.#order, this.#size, count);
    return this.#order;
  }

  /** The probability that any rule holds, were they independent. */
  #holds(place: number): number {
    return 1 - exp(this.#any[place]);
  }

  /** Writes the features of a candidate into `row` (FEATURES long). Comes after `choose`. */
  write(place: number, row: Float32Array | Float64Array): void {
    const memory = this.#memory, c = this.#entity[place], day = this.#day, own = this.#own;
    row.fill(0, 0, FEATURES);
    if (place < this.#dealings) this.#writeDealings(place, c, row);
    const role = this.#roleOf[c];
    const values = role < 0 ? this.#roles.none : this.#roles.values, at = role < 0 ? 0 : this.#roles.at(memory, role);
    for (let k = 0; k < WIDTH - 1; k++) row[POPULARITY + k] = values[at + k];
    const { objectCounts, total, roleCounts } = memory, ever = objectCounts.ever(c), lastAsObject = objectCounts.last(c);
    row[POPULARITY + 4] = log((objectCounts.at(c, FASTEST, day) + 0.05) / (total.at(0, FASTEST, day) + 1));
    row[POPULARITY + 5] = log((objectCounts.at(c, MONTH, day) + 0.05) / (total.at(0, MONTH, day) + 1));
    row[POPULARITY + 6] = log((ever + 0.05) / (total.ever(0) + 1));
    row[POPULARITY + 7] = role < 0 ? 0 : roleCounts.ever(role) / (ever + 2);
    row[POPULARITY + 8] = role < 0 ? 0 : 1 / (1 + day - roleCounts.last(role));
    row[POPULARITY + 9] = lastAsObject < 0 ? 0 : 1 / (1 + day - lastAsObject);
    row[POPULARITY + 10] = c === this.#q ? 1 : 0;
    const { related, near, akin } = this.#paths;
    row[PATHS] = strength(related[c]);
    row[PATHS + 1] = strength(near[c]);
    row[PATHS + 2] = strength(akin[c]);
    this.#writeKin(c, role >= 0, own, row);
    row[CHOSEN] = this.#choice[place] - this.#top;
  }

  #writeDealings(place: number, c: number, row: Float32Array | Float64Array): void {
    const memory = this.#memory, { pairCounts, tripleCounts, questionCounts } = memory, day = this.#day, own = this.#own, q = this.#q;
    const pair = memory.pairsOf.of(q)[place], triple = this.#tripleOf[c], inverse = this.#inverseOf[c];
    const pairEver = pairCounts.ever(pair);
    if (triple >= 0) {
      for (let k = 0; k < PACES.length; k++) row[RECURRENCE + k] = log(1 + 3 * tripleCounts.at(triple, k, day));
      row[RECURRENCE + 5] = 1 / (day - tripleCounts.last(triple));
      row[RECURRENCE + 6] = 1;
      row[RECURRENCE + 7] = tripleCounts.at(triple, FAST, day) / (questionCounts.at(own, FAST, day) + 0.3);
      row[RECURRENCE + 8] = tripleCounts.ever(triple) / (questionCounts.ever(own) + 1);
      row[RECURRENCE + 9] = tripleCounts.at(triple, MONTH, day) / (questionCounts.at(own, MONTH, day) + 0.5);
    }
    if (inverse >= 0) {
      row[RECIPROCITY] = log(1 + 3 * tripleCounts.at(inverse, FAST, day));
      row[RECIPROCITY + 1] = log(1 + 3 * tripleCounts.ever(inverse));
    }
    for (let k = 0; k < PACES.length; k++) row[PAIR + k] = log(1 + 2 * pairCounts.at(pair, k, day));
    row[PAIR + 5] = 1 / (day - pairCounts.last(pair));
    row[PAIR + 6] = 1;
    row[PAIR + 7] = pairCounts.at(pair, MONTH, day) / (memory.subjectCounts.at(q, MONTH, day) + 1);
    row[PAIR + 8] = pairEver / (memory.objectCounts.ever(c) + 1);
    row[PAIR + 9] = pairEver / (memory.subjectCounts.ever(q) + 1);
    row[PAIR + 10] = log(memory.triplesOfPair.of(pair).length);
    row[RULES] = strength(this.#holds(place));
    row[RULES + 1] = strength(this.#most[place]);
    row[RULES + 2] = this.#lift[place];
    row[ORDER] = this.#paths.placeNear[c];
    row[ORDER + 1] = this.#paths.placeAnswer[c];
  }

  #writeKin(c: number, inRole: boolean, own: number, row: Float32Array | Float64Array): void {
    const { kinship } = this.#memory, q = this.#q, r = this.#r, day = this.#day;
    const of = kinship.country[q], its = kinship.country[c], sector = kinship.kinds.sector[c], asked = own < 0 ? 0 : this.#memory.questionCounts.ever(own) + 1;
    const known = of >= 0 && inRole;
    row[KIN] = log(((known ? kinship.countryTo(q, r, c, MONTH, day) : 0) + 0.02) / (kinship.countryDoes(q, r, MONTH, day) + 1));
    row[KIN + 1] = log(((known ? kinship.countryTo(q, r, c, EVER, day) : 0) + 0.02) / (kinship.countryDoes(q, r, EVER, day) + 1));
    row[KIN + 2] = of >= 0 && of === its ? 1 : 0;
    row[KIN + 3] = of < 0 || its < 0 ? 1 : 0;
    row[KIN + 4] = log((kinship.sectorTo(q, r, sector) + 0.05) / (kinship.sectorDoes(q, r) + 1));
    row[KIN + 5] = own < 0 ? 0 : kinship.toSector(q, r, sector) / asked;
    row[KIN + 6] = own < 0 ? 0 : kinship.toCountry(q, r, its) / asked;
    row[KIN + 7] = sector === 0 ? 1 : 0;
  }
}

/** Walks the record from origin to origin: what was known at each, and what came within the horizon after it. */
import { Random } from '../../language/train/random.ts';
import type { Facts, Scope } from '../facts.ts';
import { days, firstOn, slice } from '../facts.ts';
import { Memory } from '../memory/memory.ts';
import type { Kinds } from '../memory/names.ts';
import { OccurrenceFeatures, WIDTH } from './features.ts';
import { Follow } from './follow.ts';
import type { LabelledRows } from './logistic.ts';

/** A forecast to be made or judged: whether `q` does `r` to `c`. */
export interface Act {
  q: number;
  r: number;
  c: number;
}

/** What stands at the end of one day, and what comes after. */
export interface Origin {
  day: number;
  memory: Memory;
  features: OccurrenceFeatures;
  /** Whether an act comes within the horizon. Only for fitting and judging. */
  comes: (act: Act) => boolean;
  /** All acts that come within the horizon, each once. */
  coming: readonly Act[];
}

/** Gives each act that was ever seen. */
export function* seenActs(memory: Memory): Generator<Act> {
  for (let q = 0; q < memory.entities; q++) {
    for (const pair of memory.pairsOf.of(q)) {
      for (const triple of memory.triplesOfPair.of(pair)) {
        const r = memory.tripleRelation.data[triple];
        if (r < memory.relations) yield { q, r, c: memory.pairObject.data[pair] };
      }
    }
  }
}

/**
 * Stops at each of the days given, in order, with memory as it stands at its end. Rules count only what had closed by
 * then. Days must leave the horizon room in the record where what comes is to be asked for.
 */
export function* origins(scope: Scope, kinds: Kinds, facts: Facts, horizon: number, stops: readonly number[], memory = new Memory(scope, kinds), follow = new Follow(scope.relations)): Generator<Origin> {
  const features = new OccurrenceFeatures(memory, follow, horizon), begin = facts.size ? facts.day[0] : 0;
  const walk = days(facts);
  let next = walk.next();
  for (const stop of stops) {
    while (!next.done && next.value.at <= stop) {
      memory.observe(next.value.at, next.value);
      next = walk.next();
    }
    follow.close(stop);
    features.open(stop, stop + 1 - begin);
    const after = slice(facts, firstOn(facts, stop + 1), firstOn(facts, stop + 1 + horizon));
    const key = ({ q, r, c }: Act): number => (q * scope.relations + r) * scope.entities + c;
    const keys = new Set<number>(), coming: Act[] = [], byPair = new Map<number, number[]>();
    for (let i = 0; i < after.size; i++) {
      const act = { q: after.source[i], r: after.relation[i], c: after.target[i] };
      if (keys.has(key(act))) continue;
      keys.add(key(act));
      coming.push(act);
      const pair = memory.pair(act.q, act.c);
      if (pair >= 0) byPair.set(pair, [...(byPair.get(pair) ?? []), act.r]);
    }
    yield { day: stop, memory, features, comes: (act) => keys.has(key(act)), coming };
    follow.note(memory, stop, stop + horizon, byPair);
  }
}

/** Rows that grow. */
class Rows {
  #features = new Float32Array(WIDTH * 4096);
  readonly #labels: number[] = [];
  readonly #weights: number[] = [];

  push(features: OccurrenceFeatures, { q, r, c }: Act, label: number, weight: number): void {
    const at = this.#labels.length * WIDTH;
    if (at + WIDTH > this.#features.length) {
      const grown = new Float32Array(this.#features.length * 2);
      grown.set(this.#features);
      this.#features = grown;
    }
    features.write(q, r, c, this.#features, at);
    this.#labels.push(label);
    this.#weights.push(weight);
  }

  all(): LabelledRows {
    const count = this.#labels.length;
    return { width: WIDTH, features: this.#features.subarray(0, count * WIDTH), labels: Uint8Array.from(this.#labels), weights: Float32Array.from(this.#weights) };
  }
}

/** Of the acts that were seen before and do not come, one in so many is kept; of those never seen, so many an origin. */
const ONE_IN = 8, NEVER_SEEN = 500;

/** Rows for fitting: of acts that were seen before, and of acts new to a pair that has dealt with each other. */
export class Sample {
  readonly seen = new Rows();
  readonly fresh = new Rows();
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  take({ memory, features, comes, coming }: Origin): void {
    let seen = 0, known = 0;
    for (const act of seenActs(memory)) {
      seen++;
      if (comes(act)) this.seen.push(features, act, 1, 1);
      else if (this.#random.next() * ONE_IN < 1) this.seen.push(features, act, 0, ONE_IN);
    }
    for (const act of coming) {
      if (memory.pair(act.q, act.c) < 0 || memory.triple(act.q, act.r, act.c) >= 0) continue;
      known++;
      this.fresh.push(features, act, 1, 1);
    }
    const never = memory.pairs * memory.relations - seen - known, draws = Math.min(NEVER_SEEN, never);
    for (let k = 0; k < draws; k++) {
      const pair = Math.floor(this.#random.next() * memory.pairs), r = Math.floor(this.#random.next() * memory.relations);
      const act = { q: memory.pairSubject.data[pair], r, c: memory.pairObject.data[pair] };
      if (memory.triple(act.q, act.r, act.c) < 0 && !comes(act)) this.fresh.push(features, act, 0, never / draws);
    }
  }
}

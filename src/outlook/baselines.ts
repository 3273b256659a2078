/** Plain forecasters, to measure others against: base rate, last seen, and recurrency. */
import { exp, log } from './math.ts';
import type { Facts, Scope } from './facts.ts';
import { days } from './facts.ts';
import type { Forecaster, Query } from './evaluate/forecaster.ts';

/** Calls `see` for each fact and its inverse. */
function bothWays({ relations }: Scope, facts: Facts, see: (source: number, relation: number, target: number) => void): void {
  for (let i = 0; i < facts.size; i++) {
    see(facts.source[i], facts.relation[i], facts.target[i]);
    see(facts.target[i], facts.relation[i] + relations, facts.source[i]);
  }
}

const SMOOTHING = 0.01;

/** How often each entity was the object of the relation. */
export class BaseRate implements Forecaster {
  readonly #scope: Scope;
  readonly #counts = new Map<number, Map<number, number>>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  observe(_day: number, facts: Facts): void {
    bothWays(this.#scope, facts, (_source, relation, target) => {
      let counts = this.#counts.get(relation);
      if (!counts) this.#counts.set(relation, counts = new Map());
      counts.set(target, (counts.get(target) ?? 0) + 1);
    });
  }

  score({ relation }: Query, out: Float64Array): void {
    out.fill(log(SMOOTHING));
    for (const [target, count] of this.#counts.get(relation) ?? []) out[target] = log(count + SMOOTHING);
  }
}

/** When each answer to the very question was last true: the latest first, the others after by base rate. */
export class LastSeen implements Forecaster {
  readonly #scope: Scope;
  readonly #base: BaseRate;
  readonly #last = new Map<number, Map<number, number>>();

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#base = new BaseRate(scope);
  }

  observe(day: number, facts: Facts): void {
    this.#base.observe(day, facts);
    bothWays(this.#scope, facts, (source, relation, target) => {
      const key = source * this.#scope.relations * 2 + relation;
      let seen = this.#last.get(key);
      if (!seen) this.#last.set(key, seen = new Map());
      seen.set(target, day);
    });
  }

  score(query: Query, out: Float64Array): void {
    this.#base.score(query, out);
    // the base rate breaks ties between answers last seen on one day
    const scale = 1e-3;
    for (let c = 0; c < out.length; c++) out[c] = out[c] * scale;
    for (const [target, day] of this.#last.get(query.source * this.#scope.relations * 2 + query.relation) ?? []) out[target] += 3 - log(query.day - day + 1) * 0.5;
  }
}

/** Shares of the three parts that recurrency mixes, and how fast it forgets. */
interface Mixture {
  strict: number;
  relaxed: number;
  uniform: number;
}

/** Half-lives tried, in days. */
const HALF_LIVES = [1, 3, 10, 30, 100] as const;
const PASSES = 20;

/**
 * Recurrency (Gastinger et al. 2024, "History repeats itself"): how lately the answer was true of the very question,
 * by a half-life, mixed with how often it was the object of the relation. The shares of the mixture are fitted by
 * expectation-maximisation, the half-life by likelihood, so that its probabilities are the best it has.
 */
export class Recurrency implements Forecaster {
  readonly #scope: Scope;
  readonly #rate: number;
  readonly #mixture: Mixture;
  readonly #strict = new Map<number, Map<number, { weight: number; day: number }>>();
  readonly #relaxed = new Map<number, { counts: Map<number, number>; sum: number }>();

  private constructor(scope: Scope, halfLife: number, mixture: Mixture) {
    this.#scope = scope;
    this.#rate = log(2) / halfLife;
    this.#mixture = mixture;
  }

  /** Chooses half-life and shares on `valid`, having seen `train`. */
  static fit(scope: Scope, train: Facts, valid: Facts): Recurrency {
    let best: { likelihood: number; halfLife: number; mixture: Mixture } | undefined;
    for (const halfLife of HALF_LIVES) {
      const parts = Recurrency.#parts(new Recurrency(scope, halfLife, { strict: 1, relaxed: 0, uniform: 0 }), train, valid);
      let mixture: Mixture = { strict: 0.4, relaxed: 0.4, uniform: 0.2 }, likelihood = 0;
      for (let pass = 0; pass < PASSES; pass++) {
        const sums = { strict: 0, relaxed: 0, uniform: 0 };
        likelihood = 0;
        for (const part of parts) {
          const s = mixture.strict * part.strict, r = mixture.relaxed * part.relaxed, u = mixture.uniform * part.uniform, all = s + r + u;
          sums.strict += s / all;
          sums.relaxed += r / all;
          sums.uniform += u / all;
          likelihood += log(all);
        }
        const n = Math.max(1, parts.length);
        mixture = { strict: sums.strict / n, relaxed: sums.relaxed / n, uniform: Math.max(1e-6, sums.uniform / n) };
      }
      if (!best || likelihood > best.likelihood) best = { likelihood, halfLife, mixture };
    }
    return new Recurrency(scope, best!.halfLife, best!.mixture);
  }

  static #parts(model: Recurrency, train: Facts, valid: Facts): Mixture[] {
    const parts: Mixture[] = [];
    for (const today of days(train)) model.observe(today.at, today);
    for (const today of days(valid)) {
      bothWays(model.#scope, today, (source, relation, target) => parts.push(model.#part({ source, relation, day: today.at }, target)));
      model.observe(today.at, today);
    }
    return parts;
  }

  #part(query: Query, target: number): Mixture {
    const { strict, sum } = this.#recent(query), relaxed = this.#relaxed.get(query.relation);
    return { strict: (strict.get(target) ?? 0) / (sum || 1), relaxed: (relaxed?.counts.get(target) ?? 0) / (relaxed?.sum || 1), uniform: 1 / this.#scope.entities };
  }

  #recent({ source, relation, day }: Query): { strict: Map<number, number>; sum: number } {
    const strict = new Map<number, number>();
    let sum = 0;
    for (const [target, seen] of this.#strict.get(source * this.#scope.relations * 2 + relation) ?? []) {
      const weight = seen.weight * exp(-this.#rate * (day - seen.day));
      strict.set(target, weight);
      sum += weight;
    }
    return { strict, sum };
  }

  observe(day: number, facts: Facts): void {
    bothWays(this.#scope, facts, (source, relation, target) => {
      const key = source * this.#scope.relations * 2 + relation;
      let seen = this.#strict.get(key);
      if (!seen) this.#strict.set(key, seen = new Map());
      const known = seen.get(target);
      seen.set(target, { weight: 1 + (known ? known.weight * exp(-this.#rate * (day - known.day)) : 0), day });
      let relaxed = this.#relaxed.get(relation);
      if (!relaxed) this.#relaxed.set(relation, relaxed = { counts: new Map(), sum: 0 });
      relaxed.counts.set(target, (relaxed.counts.get(target) ?? 0) + 1);
      relaxed.sum++;
    });
  }

  score(query: Query, out: Float64Array): void {
    const { strict, sum } = this.#recent(query), relaxed = this.#relaxed.get(query.relation), mixture = this.#mixture;
    const least = mixture.uniform / this.#scope.entities, logLeast = log(least);
    out.fill(least);
    for (const [target, count] of relaxed?.counts ?? []) out[target] += mixture.relaxed * count / relaxed!.sum;
    for (const [target, weight] of strict) out[target] += mixture.strict * weight / sum;
    for (let c = 0; c < out.length; c++) out[c] = out[c] === least ? logLeast : log(out[c]);
  }
}

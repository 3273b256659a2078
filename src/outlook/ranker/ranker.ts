/** Ranks who is the answer to a question, from what memory holds, by a fitted model; learns nothing but the record. */
import type { Facts, Scope } from '../facts.ts';
import type { Forecaster, Query } from '../evaluate/forecaster.ts';
import { exp, log } from '../math.ts';
import { Memory } from '../memory/memory.ts';
import type { Kinds } from '../memory/names.ts';
import { Rules } from '../rules.ts';
import { bandOf, calibrate } from './calibrate.ts';
import type { Calibration } from './calibrate.ts';
import { Candidates } from './candidates.ts';
import { fitNetwork, scaleOf } from './fit.ts';
import { gatherChecks, gatherExamples, KEPT } from './gather.ts';
import { FEATURES } from './layout.ts';
import { Network } from './network.ts';
import type { Scale, Weights } from './network.ts';

/** What was fitted: it changes no more. */
export interface RankerModel {
  weights: Weights;
  scale: Scale;
  calibration: Calibration;
  rules: Rules;
}

/** What a model is to be. */
export interface Plan {
  name: string;
  units: number;
  rates: readonly number[];
  seed: number;
  /** Columns of features that it does without. */
  without?: readonly number[];
}

export const LINEAR: Plan = { name: 'linear', units: 0, rates: [2e-3, 1e-3, 3e-4], seed: 1 };
export const FULL: Plan = { name: 'full', units: 32, rates: [1e-3, 1e-3, 3e-4], seed: 1 };

/** Questions of the validation period that choose the epoch and fit the calibration. */
const CHECKS = 4000;

/**
 * Fits models to a record: weights and rules from `train` alone, epoch and calibration from `valid`. One model a plan,
 * all from the same examples, of which there are about `enough` at most.
 */
export function fitRankers(scope: Scope, kinds: Kinds, train: Facts, valid: Facts, plans: readonly Plan[], progress?: (text: string) => void, enough?: number): RankerModel[] {
  const memory = new Memory(scope, kinds), rules = new Rules(memory.relations2);
  const store = gatherExamples(memory, rules, train, 1, enough);
  const checks = gatherChecks(memory, rules, valid, CHECKS);
  progress?.(`${store.examples.length} questions to learn from, ${checks.examples.length} to check by`);
  const full = scaleOf(store);
  return plans.map(({ units, rates, seed, without }) => {
    const scale = { mean: full.mean, factor: full.factor.map((factor, f) => (without?.includes(f) ? 0 : factor)) };
    const weights = fitNetwork(memory.relations2, store, checks, scale, { units, rates, seed, ...(progress && { progress }) });
    return { weights, scale, calibration: calibrate(new Network(weights), checks, scale), rules };
  });
}

/** How much less likely than being seen so once it is to be seen so for the first time. */
const UNSEEN = 0.02;

/** The candidates of one question after another with their features, for rankers of different weights to share. */
export class Looker {
  readonly memory: Memory;
  readonly candidates: Candidates;
  readonly rules: Rules;
  /** The places of those looked at closely, how many they are, and their features. */
  order: Int32Array = new Int32Array(0);
  kept = 0;
  readonly features = new Float32Array(KEPT * FEATURES);
  /** By entity: how likely it is to be met so for the first time, up to a factor, and the logarithm of that; once a day. */
  readonly unmet: Float64Array;
  readonly logUnmet: Float64Array;
  #unmetOn: number | undefined;
  #asked: Query | undefined;

  constructor(scope: Scope, kinds: Kinds, rules: Rules) {
    this.memory = new Memory(scope, kinds);
    this.rules = rules;
    this.candidates = new Candidates(this.memory, rules);
    this.unmet = new Float64Array(scope.entities);
    this.logUnmet = new Float64Array(scope.entities);
  }

  #weighUnmet(): void {
    const { memory, unmet, logUnmet } = this;
    if (this.#unmetOn === memory.day) return;
    this.#unmetOn = memory.day;
    for (let c = 0; c < unmet.length; c++) {
      unmet[c] = UNSEEN * (memory.objectCounts.ever(c) + 1) / (memory.total.ever(0) + unmet.length);
      logUnmet[c] = log(unmet[c]);
    }
  }

  /** Takes in a day, once. */
  observe(day: number, facts: Facts): void {
    if (day === this.memory.day) return;
    this.memory.observe(day, facts);
    this.#asked = undefined;
  }

  /** Makes ready for a question. */
  open(query: Query): void {
    const asked = this.#asked, { candidates } = this;
    if (asked && asked.source === query.source && asked.relation === query.relation && asked.day === query.day) return;
    this.#asked = query;
    this.#weighUnmet();
    candidates.gather(query.source, query.relation, query.day);
    this.order = candidates.choose(KEPT);
    this.kept = Math.min(KEPT, candidates.size);
    for (let k = 0; k < this.kept; k++) candidates.write(this.order[k], this.features.subarray(k * FEATURES, (k + 1) * FEATURES));
  }
}

export class Ranker implements Forecaster {
  readonly #looker: Looker;
  readonly #model: RankerModel;
  readonly #network: Network;
  readonly #scores = new Float64Array(KEPT);

  constructor(looker: Looker, model: RankerModel) {
    this.#looker = looker;
    this.#model = model;
    this.#network = new Network(model.weights);
  }

  observe(day: number, facts: Facts): void {
    this.#looker.observe(day, facts);
  }

  score(query: Query, out: Float64Array): void {
    const looker = this.#looker, { candidates, memory } = looker, network = this.#network, { scale, calibration } = this.#model;
    looker.open(query);
    const { order, kept, features } = looker, band = bandOf(candidates.context), { relation } = query;
    // all that are not looked at closely, by how often they were met so
    const { unmet, logUnmet } = looker;
    let sum = 0;
    out.set(unmet);
    for (const role of memory.rolesOf.of(relation)) out[memory.roleObject.data[role]] += memory.roleCounts.ever(role);
    network.open(relation, candidates.context);
    let most = -Infinity;
    for (let k = 0; k < kept; k++) {
      const dealt = candidates.dealt(order[k]) ? 1 : 0;
      network.fill(k, features, k * FEATURES, scale, dealt);
      const score = this.#scores[k] = calibration.sharpness[band] * network.score(k, dealt);
      if (score > most) most = score;
      out[candidates.entity(order[k])] = 0;
    }
    for (let c = 0; c < out.length; c++) sum += out[c];
    const rest = kept > 0 ? calibration.rest[band] : 1, logRest = log(rest) - log(Math.max(sum, 1e-300));
    for (let c = 0; c < out.length; c++) out[c] = out[c] === unmet[c] ? logRest + logUnmet[c] : out[c] > 0 ? logRest + log(out[c]) : -Infinity;
    let all = 0;
    for (let k = 0; k < kept; k++) all += exp(this.#scores[k] - most);
    const share = log(1 - rest) - log(all) - most;
    for (let k = 0; k < kept; k++) out[candidates.entity(order[k])] = share + this.#scores[k];
  }
}

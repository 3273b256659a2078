/** Walks through the record and keeps, of each question, what fitting needs: features as they stood the day before. */
import { Random } from '../../language/train/random.ts';
import type { Facts } from '../facts.ts';
import { days, firstOn } from '../facts.ts';
import { log } from '../math.ts';
import type { Memory } from '../memory/memory.ts';
import { questionsOf } from '../questions.ts';
import type { Question } from '../questions.ts';
import type { Rules } from '../rules.ts';
import { Candidates } from './candidates.ts';
import { FEATURES } from './layout.ts';
import { RowStore } from './store.ts';

/** Candidates looked at closely when forecasting. */
export const KEPT = 300;
const HARD = 60, DRAWN = 40;
/** True answers of one question that are learnt from, at most. */
const ANSWERS = 200;
/** Of the period to learn from, the share that only fills the memory. */
const WARM = 0.25;
/** Questions that are learnt from, at most about so many. */
const ENOUGH = 200_000;

class Rows {
  readonly features = new Float32Array((KEPT + ANSWERS) * FEATURES);
  readonly dealt: boolean[] = [];
  readonly #candidates: Candidates;

  constructor(candidates: Candidates) {
    this.#candidates = candidates;
  }

  clear(): void {
    this.dealt.length = 0;
  }

  push(place: number): void {
    this.#candidates.write(place, this.features.subarray(this.dealt.length * FEATURES, (this.dealt.length + 1) * FEATURES));
    this.dealt.push(this.#candidates.dealt(place));
  }
}

/**
 * Learns rules and gathers examples from `train`, day by day: the true answers, the likeliest others, and some drawn by
 * chance. Of a record with more than `enough` questions every so-many-th is learnt from, rules from all of them. Memory
 * and rules are left as they stand at its end.
 */
export function gatherExamples(memory: Memory, rules: Rules, train: Facts, seed: number, enough = ENOUGH): RowStore {
  const store = new RowStore(), candidates = new Candidates(memory, rules), rows = new Rows(candidates), random = new Random(seed);
  const last = train.size ? train.day[train.size - 1] : 0, warm = Math.max(1, Math.floor(WARM * last));
  const one = ({ q, r, answers }: Question, day: number): void => {
    candidates.gather(q, r, day);
    const places = answers.map((answer) => candidates.placeOf(answer)).filter((place) => place >= 0).slice(0, ANSWERS);
    if (places.length === 0) return;
    const order = candidates.choose(HARD);
    rows.clear();
    for (const place of places) rows.push(place);
    const positive = rows.dealt.length, size = candidates.size, hard = Math.min(HARD, size);
    for (let k = 0; k < hard; k++) if (!places.includes(order[k])) rows.push(order[k]);
    const drawn = rows.dealt.length, rest = size - hard, draws = Math.min(DRAWN, rest);
    for (let k = 0; k < draws; k++) {
      const place = order[hard + Math.floor(random.next() * rest)];
      if (!places.includes(place)) rows.push(place);
    }
    store.add({ relation: r, positive, drawn, logWeight: draws > 0 ? log(Math.max(1, rest / draws)) : 0, missed: answers.length - positive }, candidates.context, rows.features, rows.dealt);
  };
  // a question has one answer or more, so there are at most two for each fact
  const share = Math.min(1, enough / Math.max(1, (train.size - firstOn(train, warm)) * 2));
  let due = 0;
  for (const today of days(train)) {
    if (today.at >= warm) {
      for (const question of questionsOf(today, memory.relations)) {
        due += share;
        if (due < 1) continue;
        due -= 1;
        one(question, today.at);
      }
    }
    rules.learn(today.at, today, memory);
    memory.observe(today.at, today);
  }
  return store;
}

/**
 * Gathers every n-th question of `valid`, about `wanted` of them, as they would be asked: all candidates looked at
 * closely, the true ones first. Memory goes on; rules stay as they are.
 */
export function gatherChecks(memory: Memory, rules: Rules, valid: Facts, wanted: number): RowStore {
  const store = new RowStore(), candidates = new Candidates(memory, rules), rows = new Rows(candidates);
  const every = Math.max(1, Math.floor(valid.size * 2 / wanted));
  let count = 0;
  for (const today of days(valid)) {
    for (const { q, r, answers } of questionsOf(today, memory.relations)) {
      if (count++ % every !== 0) continue;
      candidates.gather(q, r, today.at);
      const kept = candidates.choose(KEPT).slice(0, Math.min(KEPT, candidates.size));
      const places = answers.map((answer) => candidates.placeOf(answer)).filter((place) => kept.includes(place));
      rows.clear();
      for (const place of places) rows.push(place);
      for (const place of kept) if (!places.includes(place)) rows.push(place);
      store.add({ relation: r, positive: places.length, drawn: rows.dealt.length, logWeight: 0, missed: answers.length - places.length }, candidates.context, rows.features, rows.dealt);
    }
    memory.observe(today.at, today);
  }
  return store;
}

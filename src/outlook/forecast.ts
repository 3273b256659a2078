/** Forecasts from a record as it stands at its last day: how likely an act is within the horizon, and why. */
import type { ReliabilityBin } from './evaluate/metrics.ts';
import type { Fitted } from './fitted.ts';
import { kindsOf } from './memory/names.ts';
import { learningDays } from './occurrence/backtest.ts';
import type { OccurrenceModel } from './occurrence/backtest.ts';
import { kindOf, REASONS, WIDTH } from './occurrence/features.ts';
import type { ReasonKind } from './occurrence/features.ts';
import { contributions, predict } from './occurrence/logistic.ts';
import { origins, seenActs } from './occurrence/sample.ts';
import type { Act, Origin } from './occurrence/sample.ts';
import { Precedents } from './precedents.ts';
import { groundsFor } from './reasons.ts';
import type { Grounds } from './reasons.ts';
import type { OutlookRecord } from './record.ts';

export interface Forecast {
  act: Act;
  /** That it comes within the horizon. */
  probability: number;
}

export interface Explained extends Forecast {
  grounds: Grounds;
  /** What each kind of reason adds to the log-odds over those of an average act. */
  weights: Record<ReasonKind, number>;
  /** How forecasts of about this probability came out in this record; absent where none were made. */
  track?: ReliabilityBin;
}

export interface Surprises {
  /** The stretch looked at, in days of the record. */
  from: number;
  to: number;
  /** What came against the odds, the unlikeliest first, and the first dealings between two parties that both are active. */
  came: Forecast[];
  firsts: Act[];
  /** What was likely and did not come, the likeliest first. */
  absent: Forecast[];
}

/** A party of fewer acts is too little known for its acts to surprise. */
const ACTIVE = 20;
/** An act is missed where it was at least so likely. */
const LIKELY = 0.5;

export class Outlook {
  readonly #record: OutlookRecord;
  readonly #fitted: Fitted;
  readonly #now: Origin;
  readonly #row = new Float32Array(WIDTH);
  readonly #precedents: Precedents;

  /** Walks through the record once; after that a dyad is a matter of milliseconds. */
  constructor(record: OutlookRecord, fitted: Fitted) {
    this.#record = record;
    this.#fitted = fitted;
    this.#now = this.#originAt(record.facts.day[record.facts.size - 1]!);
    this.#precedents = new Precedents(record.facts, record.ids);
  }

  #originAt(day: number): Origin {
    const { facts, parties } = this.#record, { horizon } = this.#fitted;
    let last: Origin | undefined;
    for (const origin of origins(this.#record, kindsOf(parties), facts, horizon, [...learningDays(facts.day[0]!, day, horizon), day])) last = origin;
    return last!;
  }

  get day(): number {
    return this.#now.day;
  }

  #probability({ memory, features }: Origin, { q, r, c }: Act, { seen, fresh }: OccurrenceModel): number {
    features.write(q, r, c, this.#row);
    return predict(memory.triple(q, r, c) < 0 ? fresh : seen, this.#row);
  }

  /** Whether two parties have ever dealt with each other. */
  haveDealt(a: number, b: number): boolean {
    return this.#now.memory.pair(a, b) >= 0;
  }

  /** The acts of the given relations between two parties, either way, the likeliest first. */
  between(a: number, b: number, relations: readonly number[]): Forecast[] {
    return this.#rank(relations.flatMap((r) => this.#ways(a, r, b)));
  }

  /** The acts of the given relations between a party and each it has dealt with, the likeliest first. */
  with(a: number, relations: readonly number[]): Forecast[] {
    const { memory } = this.#now, partners = memory.pairsOf.of(a).map((pair) => memory.pairObject.data[pair]!);
    return this.#rank(partners.flatMap((b) => relations.flatMap((r) => this.#ways(a, r, b))));
  }

  /** An act both ways; once where the order says nothing, in that order in which the record has it. */
  #ways(a: number, r: number, b: number): Act[] {
    const { parties, mutual } = this.#record;
    if (!mutual[r]) return [{ q: a, r, c: b }, { q: b, r, c: a }];
    return parties[a]! <= parties[b]! ? [{ q: a, r, c: b }] : [{ q: b, r, c: a }];
  }

  #rank(acts: readonly Act[]): Forecast[] {
    return acts.map((act) => ({ act, probability: this.#probability(this.#now, act, this.#fitted.model) }))
      .sort((x, y) => y.probability - x.probability || x.act.q - y.act.q || x.act.r - y.act.r || x.act.c - y.act.c);
  }

  /** A forecast with its grounds and what they weigh. */
  explain({ act, probability }: Forecast): Explained {
    const { memory, features } = this.#now, { model, track, horizon } = this.#fitted, { q, r, c } = act;
    features.write(q, r, c, this.#row);
    const weights = Object.fromEntries(REASONS.map((kind) => [kind, 0])) as Record<ReasonKind, number>;
    contributions(memory.triple(q, r, c) < 0 ? model.fresh : model.seen, this.#row).forEach((weight, column) => {
      weights[kindOf(column)] += weight;
    });
    const bin = track.find(({ from, to }) => probability >= from && (probability < to || to === 1));
    const grounds = groundsFor(this.#precedents, { source: q, relation: r, target: c }, horizon, this.day, this.#record.mutual[r]!);
    return { act, probability, grounds, weights, ...(bin && { track: bin }) };
  }

  /** What came against the odds in the last stretch of the horizon's length, and what did not come that was likely; by what was known before it. */
  surprises(limit: number): Surprises {
    const { horizon, held } = this.#fitted, origin = this.#originAt(this.day - horizon), { memory, coming, comes } = origin;
    const active = (party: number): boolean => memory.subjectCounts.ever(party) >= ACTIVE;
    const came: Forecast[] = [], firsts: Act[] = [], absent: Forecast[] = [];
    for (const act of coming) {
      if (!active(act.q) || !active(act.c)) continue;
      if (memory.pair(act.q, act.c) < 0) firsts.push(act);
      else came.push({ act, probability: this.#probability(origin, act, held) });
    }
    for (const act of seenActs(memory)) {
      if (comes(act)) continue;
      const probability = this.#probability(origin, act, held);
      if (probability >= LIKELY) absent.push({ act, probability });
    }
    came.sort((x, y) => x.probability - y.probability);
    absent.sort((x, y) => y.probability - x.probability);
    return { from: origin.day + 1, to: this.day, came: came.slice(0, limit), firsts: firsts.slice(0, limit), absent: absent.slice(0, limit) };
  }
}

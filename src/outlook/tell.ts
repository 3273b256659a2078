/** Forecasts and their reasons in words. */
import { factId } from '../ledger/facts.ts';
import { dayOfNumber } from '../story/day.ts';
import { inEnglish, times } from '../story/remark.ts';
import type { Remark, Value } from '../story/remark.ts';
import type { Explained } from './forecast.ts';
import type { ReasonKind } from './occurrence/features.ts';
import type { Act } from './occurrence/sample.ts';
import type { ActKey } from './precedents.ts';
import { LATELY } from './reasons.ts';
import type { FollowTally, Tally } from './reasons.ts';
import type { OutlookRecord } from './record.ts';

export interface Reason {
  kind: ReasonKind | 'third party';
  /** What it adds to the log-odds; absent where it stands beside the odds. */
  weight?: number;
  text: string;
  remark: Remark;
  /** The events that tell of it, by the names that other commands know them by. */
  events: string[];
}

/** Names of parties by code. */
export type Name = (code: string) => string;

/** What weighs less is not told. */
const SLIGHT = 0.01;

const eventIds = (ids: readonly number[]): string[] => ids.map((id) => factId('event', id));
const days = (n: number): Remark => ({ code: 'count.day', values: { n } });

/** Puts forecasts of one record into words. */
export class Teller {
  readonly #record: OutlookRecord;
  readonly #name: Name;
  readonly #horizon: number;

  constructor(record: OutlookRecord, horizon: number, name: Name) {
    this.#record = record;
    this.#name = name;
    this.#horizon = horizon;
  }

  /** A day of the record as on the calendar. */
  day(day: number): string {
    return dayOfNumber(this.#record.firstDay + day);
  }

  party(number: number): string {
    return this.#name(this.#record.parties[number]!);
  }

  #code(number: number): Value {
    return { party: this.#record.parties[number]! };
  }

  #act({ source, relation, target }: ActKey): Remark {
    const values = { a: this.#code(source), b: this.#code(target), type: { term: 'type', value: this.#record.types[relation]! } };
    return { code: this.#record.mutual[relation] ? 'outlook.even' : 'outlook.forth', values };
  }

  /** "Belarus → Poland: ACCUSE", "Belarus and Poland: CONSULT". */
  act(act: ActKey): string {
    return inEnglish(this.#act(act), this.#name);
  }

  actOf({ q, r, c }: Act): string {
    return this.act({ source: q, relation: r, target: c });
  }

  #tally({ count, lately, last }: Pick<Tally, 'count' | 'lately' | 'last'>): Remark {
    return { code: 'outlook.tally', values: { times: times(count), lately: times(lately), days: days(LATELY), day: { day: this.day(last) } } };
  }

  #follow({ after, times: n, followed, last, again }: FollowTally): Remark {
    return { code: 'outlook.rule', values: { act: this.#act(after), days: days(this.#horizon), held: followed, n, last: { day: this.day(last) }, again: { day: this.day(again) } } };
  }

  /** The reasons of a forecast, the weightiest first; those that stand beside the odds at the end. */
  reasons({ act, grounds, weights }: Explained): Reason[] {
    const { recurring, reciprocal, pair, bySource, toTarget, stretches, stretchesWith, rule, thirdParty, links } = grounds, out: Reason[] = [];
    const reason = (kind: Reason['kind'], remark: Remark, events: string[] = []): Reason => ({ kind, text: inEnglish(remark, this.#name), remark, events });
    const push = (kind: ReasonKind, remark: Remark, events?: string[]): void => void out.push({ ...reason(kind, remark, events), weight: weights[kind] });
    push('recurring', recurring ? this.#tally(recurring) : { code: 'outlook.never' }, recurring && eventIds(recurring.ids));
    if (reciprocal) push('reciprocal', { code: 'outlook.back', values: { tally: this.#tally(reciprocal) } }, eventIds(reciprocal.ids));
    if (pair) push('pair', { code: 'outlook.pair', values: { tally: this.#tally(pair) } });
    push('base rate', { code: 'outlook.base', values: { held: stretchesWith, n: stretches, days: days(this.#horizon), source: this.#code(act.q), by: times(bySource), target: this.#code(act.c), to: times(toTarget) } });
    if (rule) push('rule', this.#follow(rule), eventIds([rule.id]));
    if (links.length) push('path', { code: 'outlook.path', values: { days: days(LATELY), links: { list: links.map(({ through, source, target }): Remark => ({ code: 'outlook.link', values: { party: this.#code(through), source, target } })) } } });
    const told = out.filter(({ weight }) => Math.abs(weight ?? 0) >= SLIGHT).sort((a, b) => Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0));
    if (thirdParty) told.push(reason('third party', { code: 'outlook.beside', values: { rule: this.#follow(thirdParty) } }, eventIds([thirdParty.id])));
    return told;
  }

  /** How often such confidence was right in this record. */
  track(explained: Explained): string {
    return inEnglish(this.trackRemark(explained));
  }

  trackRemark({ track }: Explained): Remark {
    if (!track) return { code: 'outlook.untested' };
    const percent = (x: number): number => Math.round(100 * x);
    return { code: 'outlook.track', values: { n: track.count, from: percent(track.from), to: percent(track.to), came: Math.round(track.observed * track.count), share: Math.round(1000 * track.observed) / 10 } };
  }
}

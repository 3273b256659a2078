/** Forecasts and their reasons in words. */
import { dayOfNumber } from '../story/day.ts';
import { factId } from '../ledger/facts.ts';
import type { Explained } from './forecast.ts';
import type { Act } from './occurrence/sample.ts';
import type { ReasonKind } from './occurrence/features.ts';
import type { ActKey } from './precedents.ts';
import type { FollowTally, Tally } from './reasons.ts';
import { LATELY } from './reasons.ts';
import type { OutlookRecord } from './record.ts';

export interface Reason {
  kind: ReasonKind | 'third party';
  /** What it adds to the log-odds; absent where it stands beside the odds. */
  weight?: number;
  text: string;
  /** The events that tell of it, by the names that other commands know them by. */
  events: string[];
}

/** Names of parties by code. */
export type Name = (code: string) => string;

/** What weighs less is not told. */
const SLIGHT = 0.01;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
const eventIds = (ids: readonly number[]): string[] => ids.map((id) => factId('event', id));

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

  /** "Belarus CONSULT Poland", "Belarus and Poland CONSULT". */
  act({ source, relation, target }: ActKey): string {
    const a = this.party(source), b = this.party(target), type = this.#record.types[relation]!;
    return this.#record.mutual[relation] ? `${a} and ${b}: ${type}` : `${a} → ${b}: ${type}`;
  }

  actOf({ q, r, c }: Act): string {
    return this.act({ source: q, relation: r, target: c });
  }

  #tally({ count, lately, last }: Pick<Tally, 'count' | 'lately' | 'last'>): string {
    return `${times(count)} in this record, ${lately === 0 ? 'never' : times(lately)} in its last ${LATELY} days, last on ${this.day(last)}`;
  }

  #follow({ after, times: all, followed, last, again }: FollowTally): string {
    return `after ${this.act(after)} it came within ${this.#horizon} days ${followed} of ${all} times, last after ${this.day(last)}; that was done again on ${this.day(again)}`;
  }

  /** The reasons of a forecast, the weightiest first; those that stand beside the odds at the end. */
  reasons({ act, grounds, weights }: Explained): Reason[] {
    const { recurring, reciprocal, pair, bySource, toTarget, stretches, stretchesWith, rule, thirdParty, links } = grounds, out: Reason[] = [];
    const push = (kind: ReasonKind, text: string, events: string[] = []): void => void out.push({ kind, weight: weights[kind], text, events });
    push('recurring', recurring ? this.#tally(recurring) : 'never in this record', recurring && eventIds(recurring.ids));
    if (reciprocal) push('reciprocal', `the other way ${this.#tally(reciprocal)}`, eventIds(reciprocal.ids));
    if (pair) push('pair', `anything between the two ${this.#tally(pair)}`);
    push('base rate', `in ${stretchesWith} of ${stretches} stretches of ${this.#horizon} days; ${this.party(act.q)} ${times(bySource)} with anybody, ${this.party(act.c)} ${times(toTarget)}`);
    if (rule) push('rule', this.#follow(rule), eventIds([rule.id]));
    if (links.length) push('path', `both dealt in the last ${LATELY} days with ${links.map(({ through, source, target }) => `${this.party(through)} (${source} and ${target} acts)`).join(', ')}`);
    const told = out.filter(({ weight }) => Math.abs(weight ?? 0) >= SLIGHT).sort((a, b) => Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0));
    if (thirdParty) told.push({ kind: 'third party', text: `${this.#follow(thirdParty)} (beside the odds)`, events: eventIds([thirdParty.id]) });
    return told;
  }

  /** How often such confidence was right in this record. */
  track({ track }: Explained): string {
    if (!track) return 'No forecast of such confidence was made in the last part of this record.';
    const percent = (x: number): string => String(Math.round(100 * x));
    return `Of ${track.count} forecasts of ${percent(track.from)} to ${percent(track.to)} % made in the last part of this record, ${Math.round(track.observed * track.count)} came true (${(100 * track.observed).toFixed(1)} %).`;
  }
}

/**
 * Why an act is likely or not: its precedents, counted from the record up to a day. Nothing here depends on a model; how
 * much each kind of reason weighs is added by whoever forecasts.
 */
import type { ActKey, Occasions, Precedents } from './precedents.ts';
import { countWithin, firstFrom } from './precedents.ts';

/** The days that "lately" means. */
export const LATELY = 30;
/** Occasions of an act that are named. */
const NAMED = 3;

/** An act and how often it was done, with the events that tell of its last few times. */
export interface Tally extends ActKey {
  count: number;
  lately: number;
  last: number;
  ids: number[];
}

/** "After `after`, `then` came within the horizon: `followed` of `times` times, last after that of `last`." */
export interface FollowTally {
  after: ActKey;
  times: number;
  followed: number;
  last: number;
  /** The day on which it has lately been done again, and the event that tells of that. */
  again: number;
  id: number;
}

/** A third party that both have dealt with lately, and how often. */
export interface Link {
  through: number;
  source: number;
  target: number;
}

export interface Grounds {
  recurring?: Tally;
  reciprocal?: Tally;
  /** All that passed between the two: acts, acts lately, the last day. */
  pair?: { count: number; lately: number; last: number };
  /** Acts of this type that the source did to anybody, and that anybody did to the target. */
  bySource: number;
  toTarget: number;
  /** Of the stretches of the horizon's length that the record holds, end to end from its end, those with this act. */
  stretches: number;
  stretchesWith: number;
  rule?: FollowTally;
  /** A rule whose first act a third party did, or was done. */
  thirdParty?: FollowTally;
  links: Link[];
}

const tally = (act: ActKey, { days, ids }: Occasions, day: number): Tally | undefined => {
  const count = firstFrom(days, day + 1);
  return count === 0 ? undefined : { ...act, count, lately: countWithin(days, day - LATELY + 1, day), last: days[count - 1]!, ids: ids.slice(Math.max(0, count - NAMED), count).reverse() };
};

/** How often `then` came within `horizon` days after each day of `after`, of those whose horizon has closed by `day`. */
export function followTally(after: Occasions, then: Occasions, horizon: number, day: number): { times: number; followed: number; last: number } {
  let times = 0, followed = 0, last = -1;
  for (const at of after.days) {
    if (at + horizon > day) break;
    times++;
    if (countWithin(then.days, at + 1, at + horizon) === 0) continue;
    followed++;
    last = at;
  }
  return { times, followed, last };
}

/** The least times for a rule to be told, and to hold. */
const TIMES = 4, HELD = 2;
/** Standard deviations by which what is told is surer than what was counted. */
const SURE = 1.28;

/** The lower end of the share that `held` of `all` speaks for (Wilson 1927). */
function least(held: number, all: number): number {
  const share = held / all, z2 = SURE * SURE / all;
  return (share + z2 / 2 - SURE * Math.sqrt((share * (1 - share) + z2 / 4) / all)) / (1 + z2);
}

/**
 * The rule that says most: of those whose first act was done again within the horizon, that which holds most often,
 * where that is surely more often than `usual`, the share of stretches with the act.
 */
function bestRule(acts: readonly (ActKey & { occasions: Occasions })[], target: ActKey, then: Occasions, horizon: number, day: number, usual: number): FollowTally | undefined {
  let best: FollowTally | undefined, most = usual;
  for (const { occasions, ...after } of acts) {
    if (after.source === target.source && after.relation === target.relation && after.target === target.target) continue;
    const place = firstFrom(occasions.days, day + 1) - 1, again = occasions.days[place];
    if (again === undefined || again <= day - horizon) continue;
    const { times, followed, last } = followTally(occasions, then, horizon, day);
    if (times < TIMES || followed < HELD) continue;
    const worth = least(followed, times);
    if (worth <= most) continue;
    most = worth;
    best = { after, times, followed, last, again, id: occasions.ids[place]! };
  }
  return best;
}

/** How often a party's acts of a relation were done, by it or to it, up to a day. */
const counted = (precedents: Precedents, party: number, side: 'source' | 'target', relation: number, day: number): number =>
  precedents.ofParty(party).reduce((sum, act) => sum + (act[side] === party && act.relation === relation ? firstFrom(act.occasions.days, day + 1) : 0), 0);

/** Those with whom a party dealt in the last days before one, and how often. */
function dealtWith(precedents: Precedents, party: number, day: number): Map<number, number> {
  const dealt = new Map<number, number>();
  for (const { source, target, occasions } of precedents.ofParty(party)) {
    const times = countWithin(occasions.days, day - LATELY + 1, day), other = source === party ? target : source;
    if (times > 0) dealt.set(other, (dealt.get(other) ?? 0) + times);
  }
  return dealt;
}

const LINKS = 3;

/** The grounds for or against an act within `horizon` days after `day`. `mutual`: the order of the parties says nothing. */
export function groundsFor(precedents: Precedents, act: ActKey, horizon: number, day: number, mutual: boolean): Grounds {
  const { source, relation, target } = act, own = precedents.of(act), between = precedents.between(source, target);
  const recurring = tally(act, own, day);
  const back = { source: target, relation, target: source }, reciprocal = mutual ? undefined : tally(back, precedents.of(back), day);
  let count = 0, lately = 0, last = -1;
  for (const { occasions: { days } } of between) {
    const until = firstFrom(days, day + 1);
    if (until === 0) continue;
    count += until;
    lately += countWithin(days, day - LATELY + 1, day);
    last = Math.max(last, days[until - 1]!);
  }
  const stretches = Math.floor((day + 1) / horizon);
  let stretchesWith = 0;
  for (let k = 0; k < stretches; k++) if (countWithin(own.days, day - (k + 1) * horizon + 1, day - k * horizon) > 0) stretchesWith++;
  const side = (party: number): number => (mutual ? counted(precedents, party, 'source', relation, day) + counted(precedents, party, 'target', relation, day) : 0);
  const usual = stretchesWith / Math.max(1, stretches), rule = bestRule(between, act, own, horizon, day, usual);
  const others = [source, target].flatMap((party) => precedents.ofParty(party)).filter((other) => {
    const third = other.source === source || other.source === target ? other.target : other.source;
    return third !== source && third !== target;
  });
  const thirdParty = bestRule(others, act, own, horizon, day, usual);
  const mine = dealtWith(precedents, source, day), theirs = dealtWith(precedents, target, day);
  const links = [...mine].flatMap(([through, times]) => (through !== target && theirs.has(through) ? [{ through, source: times, target: theirs.get(through)! }] : []))
    .sort((a, b) => Math.min(b.source, b.target) - Math.min(a.source, a.target) || a.through - b.through).slice(0, LINKS);
  return {
    ...(recurring && { recurring }), ...(reciprocal && { reciprocal }), ...(count > 0 && { pair: { count, lately, last } }),
    bySource: mutual ? side(source) : counted(precedents, source, 'source', relation, day), toTarget: mutual ? side(target) : counted(precedents, target, 'target', relation, day),
    stretches, stretchesWith, ...(rule && { rule }), ...(thirdParty && { thirdParty }), links,
  };
}

/** Similar episodes: earlier stretches whose sequence of acts is most like the present one, and what followed them. */
import { intensity } from '../ontology/intensity.ts';
import { typeInfo } from '../ontology/plover.ts';
import type { Quad } from '../ontology/plover.ts';
import { EVENT_TYPES } from '../story/facts.ts';
import type { PartyCode } from '../story/facts.ts';
import { lacking } from '../story/remark.ts';
import type { Remark } from '../story/remark.ts';
import { WEIGHTS } from './acts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import { pairKey, pairsIn } from './columns.ts';
import type { Acts } from './columns.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { Counted, Events } from './event.ts';

export const episodes = {
  name: 'episodes',
  question: 'Which earlier stretches are most like the present one, and what followed them?',
  inputs: ['events of either party with anybody'],
  parameters: [
    { name: 'weeks', about: 'how long a stretch is', default: 6, unit: 'weeks', least: 1, most: 52, whole: true },
    { name: 'follow', about: 'how far one looks at what followed', default: 14, unit: 'days', least: 1, most: 366, whole: true },
    { name: 'alike', about: 'how many episodes are looked at', default: 15, unit: 'episodes', least: 1, most: 1000, whole: true },
    ...WEIGHTS,
  ],
  outputs: [
    { name: 'episodes', about: 'dyad and days, likeness (1 is the same), the net tone that followed, and the happenings of both: how many, and the first' },
    { name: 'followed', about: 'mean net tone of what followed them, the most alike counting for most', unit: 'Goldstein' },
    { name: 'usual', about: 'mean net tone of as many days, whatever went before, in the present dyad', unit: 'Goldstein' },
  ],
  source: 'nearest neighbours (Cover and Hart 1967) over weeks of acts by quad class; each week counts for less the farther back it is',
} as const satisfies Declaration;

export type EpisodesParameters = ParametersOf<typeof episodes>;

/** A stretch of one dyad's acts, and the net tone of the days that followed. */
export interface Stretch {
  pair: readonly [PartyCode, PartyCode];
  /** Day numbers: the first day, and the last. */
  from: number;
  to: number;
  followed: number;
}

/** One that is alike, and what happened in it. */
export interface Episode extends Counted {
  pair: readonly [PartyCode, PartyCode];
  from: string;
  to: string;
  /** 0 to 1. */
  likeness: number;
  followed: number;
  /** What happened in the days that followed. */
  then: Counted;
}

export interface Episodes {
  thin?: string;
  lack?: Remark;
  /** The stretch that others are held against. */
  present?: { from: string; to: string };
  episodes: Episode[];
  followed?: number;
  usual?: number;
}

const QUADS: readonly Quad[] = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'];
/** A week counts for so much of the one after it. */
const FADING = 0.6;
/** How much farther off another dyad's stretch is taken to be than one of the same dyad. */
const STRANGE = 0.5;
/** How much more the most alike count: the power of their likeness. */
const SHARP = 5;
const WEEK = 7;
const LEAST = 3;
const SHOWN = 6;

const QUAD = EVENT_TYPES.map((type) => QUADS.indexOf(typeInfo(type).quad)), VALUES = EVENT_TYPES.map(intensity);
/** What a week looks like: its acts by quad class, and the net tone. */
const TRAITS = QUADS.length + 1;

/** A logarithm that keeps the sign. */
const symlog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

/** Most weeks have a whole number of acts, and a small one. */
const SMALL = Float64Array.from({ length: 1024 }, (_, n) => Math.log1p(n));
const log1p = (value: number): number => (value < SMALL.length && Number.isInteger(value) ? SMALL[value] : Math.log1p(value));

/** A dyad's acts from a record's first day on, and its net tone in running sums, once it is asked for. */
export class Dyad {
  readonly pair: readonly [PartyCode, PartyCode];
  readonly start: number;
  readonly acts: Acts;
  readonly #length: number;
  #sums: Float64Array | undefined;

  /** `length` is how many days the record has. */
  constructor(key: string, acts: Acts, start: number, length: number) {
    this.pair = key.split('|') as [string, string];
    this.start = start;
    this.acts = acts;
    this.#length = length;
  }

  /** Net tone from one day up to another, which is left out. */
  net(from: number, end: number): number {
    const net = (this.#sums ??= this.#running());
    return net[end - this.start] - net[from - this.start];
  }

  #running(): Float64Array {
    const sums = new Float64Array(this.#length + 1), { length, type, weight, count, day } = this.acts;
    for (let row = 0; row < length; row++) sums[day[row] - this.start + 1] += VALUES[type[row]] * weight[row] * count[row];
    for (let i = 1; i < sums.length; i++) sums[i] += sums[i - 1];
    return sums;
  }
}

/**
 * A dyad's weeks as they are seen from a day (left out) back: week 0 is the last one. A stretch is so many weeks in a row;
 * the one from week k back ends k weeks before that day.
 */
export class Weeks {
  readonly dyad: Dyad;
  readonly end: number;
  /** How many stretches there are, and how many weeks each has. */
  readonly stretches: number;
  readonly weeks: number;
  readonly #follow: number;
  /** Traits of each week; sums of them up to the end of each week, and acts in it. */
  readonly #traits: Float64Array;
  readonly #sums: Float64Array;
  readonly #acts: Uint32Array;

  constructor(dyad: Dyad, end: number, { weeks, follow }: Pick<EpisodesParameters, 'weeks' | 'follow'>) {
    const { acts, start } = dyad, whole = Math.ceil((end - start) / WEEK);
    this.dyad = dyad;
    this.end = end;
    this.weeks = weeks;
    this.#follow = follow;
    this.stretches = Math.max(0, Math.floor((end - start) / WEEK) - weeks + 1);
    const sums = new Float64Array((whole + 1) * TRAITS), counts = new Uint32Array(whole), traits = new Float64Array(whole * TRAITS);
    const { length, day, type, weight, count } = acts;
    for (let row = 0; row < length; row++) {
      const ago = end - 1 - day[row];
      if (ago < 0) break;
      const week = (ago / WEEK) | 0, own = weight[row] * count[row], kind = type[row], at = week * TRAITS;
      counts[week] += count[row];
      sums[at + QUAD[kind]] += own;
      sums[at + QUADS.length] += VALUES[kind] * own;
    }
    for (let i = 0; i < traits.length; i += TRAITS) {
      for (let q = 0; q < QUADS.length; q++) traits[i + q] = log1p(sums[i + q]);
      traits[i + QUADS.length] = symlog(sums[i + QUADS.length]);
    }
    for (let i = traits.length - 1; i >= 0; i--) sums[i] += sums[i + TRAITS];
    this.#traits = traits;
    this.#sums = sums;
    this.#acts = counts;
  }

  /** Whether anything happened in a stretch; one in which nothing did says nothing. */
  any(k: number): boolean {
    for (let week = k; week < k + this.weeks; week++) if (this.#acts[week] > 0) return true;
    return false;
  }

  /** Whether the days that followed a stretch are over by the day from which one looks. */
  over(k: number): boolean {
    return this.#follow <= k * WEEK;
  }

  /** Net tone of the days that followed a stretch, which are over. */
  #followed(k: number): number {
    const at = this.end - k * WEEK;
    return this.dyad.net(at, at + this.#follow);
  }

  /** One trait of the usual week of the dyad, as far as it is known by the end of a stretch. */
  #usual(k: number, trait: number): number {
    const share = WEEK / Math.max(WEEK, this.end - k * WEEK - this.dyad.start), sum = this.#sums[k * TRAITS + trait] * share;
    return trait < QUADS.length ? Math.log1p(sum) : symlog(sum);
  }

  /** How far apart two stretches are, squared: week by week, later ones counting for more, and the usual week. Beyond `most` it may stop short. */
  apart(k: number, other: Weeks, l: number, most: number): number {
    let sum = 0;
    for (let week = 0, weight = 1; week < this.weeks && sum <= most; weight = FADING ** ++week) {
      const one = (k + week) * TRAITS, two = (l + week) * TRAITS;
      for (let trait = 0; trait < TRAITS; trait++) sum += (weight * this.#traits[one + trait] - weight * other.#traits[two + trait]) ** 2;
    }
    for (let trait = 0; trait < TRAITS && sum <= most; trait++) sum += (this.#usual(k, trait) - other.#usual(l, trait)) ** 2;
    return sum;
  }

  stretch(k: number): Stretch {
    const to = this.end - k * WEEK - 1;
    return { pair: this.dyad.pair, from: to + 1 - this.weeks * WEEK, to, followed: this.#followed(k) };
  }

  /** What followed each stretch in which anything happened and whose days after it are over, the latest first. */
  past(): number[] {
    const found: number[] = [];
    for (let k = 0; k < this.stretches; k++) {
      if (this.over(k) && this.any(k)) found.push(this.#followed(k));
    }
    return found;
  }
}

/** Dyads of a record from its first day to its last (left out), by `pairKey`. */
export const layOut = (events: Events, from: number, end: number, parameters: EpisodesParameters): Map<string, Dyad> =>
  new Map([...pairsIn(events, parameters, { from: dayOf(from), to: dayOf(end - 1) })].map(([key, acts]) => [key, new Dyad(key, acts, from, end - from)]));

interface Near {
  weeks: Weeks;
  k: number;
  apart: number;
}

/** The nearest first; of those as near, the latest. */
const nearer = (x: Near, y: Near): number => x.apart - y.apart || x.k - y.k || (pairKey(...x.weeks.dyad.pair) < pairKey(...y.weeks.dyad.pair) ? -1 : 1);

/**
 * The stretches most like the latest one of `present`, the likeliest first, among dyads seen from the same day; those that
 * overlap it, and one another within a dyad, are left out.
 */
export function mostLike(present: Weeks, dyads: readonly Weeks[], count: number): { stretch: Stretch; likeness: number }[] {
  // each that is taken shuts out its neighbours: so many must be looked at, for enough to be left
  const enough = count * (2 * present.weeks - 1) + 2 * present.weeks, own = present.dyad.pair;
  let near: Near[] = [], limit = Number.POSITIVE_INFINITY;
  const cut = (): void => {
    near.sort(nearer);
    near = near.slice(0, enough);
    if (near.length === enough) limit = near[enough - 1].apart;
  };
  for (const weeks of dyads) {
    const strange = weeks.dyad.pair === own ? 0 : STRANGE, within = (limit - strange) ** 2;
    for (let k = 0; k < weeks.stretches; k++) {
      if (!weeks.over(k) || !weeks.any(k)) continue;
      const most = limit === Number.POSITIVE_INFINITY ? limit : limit < strange ? -1 : within, squared = present.apart(0, weeks, k, most);
      if (squared > most) continue;
      near.push({ weeks, k, apart: Math.sqrt(squared) + strange });
      if (near.length >= 4 * enough) cut();
    }
  }
  cut();
  const kept: Near[] = [];
  for (const one of near) {
    if (kept.length === count) break;
    const overlaps = (weeks: Weeks, k: number): boolean => weeks.dyad.pair === one.weeks.dyad.pair && Math.abs(k - one.k) < present.weeks;
    if (!overlaps(present, 0) && !kept.some(({ weeks, k }) => overlaps(weeks, k))) kept.push(one);
  }
  return kept.map(({ weeks, k, apart }) => ({ stretch: weeks.stretch(k), likeness: 1 / (1 + apart) }));
}

/** What is to be expected from what followed alike stretches: their mean, the likelier ones counting for more. */
export const foretold = (alike: readonly { stretch: Stretch; likeness: number }[]): number => {
  const whole = alike.reduce((sum, { likeness }) => sum + likeness ** SHARP, 0);
  return alike.reduce((sum, { stretch, likeness }) => sum + likeness ** SHARP * stretch.followed, 0) / whole;
};

/**
 * The earlier stretches most like a dyad's last weeks in a window, among all dyads that the events are of,
 * and what followed them.
 */
export function similarEpisodes(events: Events, pair: readonly [PartyCode, PartyCode], window: { from: string; to: string }, parameters: EpisodesParameters): Episodes {
  const from = dayNumber(window.from), over = dayNumber(window.to) + 1, dyads = layOut(events, from, over, parameters), own = dyads.get(pairKey(...pair));
  const thin = (...why: Parameters<typeof lacking>): Episodes => ({ ...lacking(...why), episodes: [] });
  if (!own) return thin('lack.window');
  // where the two have been silent for longer, the present is their last stretch before that
  const last = own.acts.day[own.acts.length - 1] + 1, end = last > over - parameters.weeks * WEEK ? over : last;
  const all = [...dyads.values()].map((dyad) => new Weeks(dyad, end, parameters)), present = all.find(({ dyad }) => dyad === own) as Weeks;
  if (!present.stretches || !present.any(0)) return thin('lack.weeks', { n: parameters.weeks });
  const alike = mostLike(present, all, parameters.alike);
  if (alike.length < Math.min(LEAST, parameters.alike)) return thin('lack.stretches', { n: alike.length, least: LEAST });
  const told = ({ pair: both }: Stretch, first: number, stop: number): Counted => {
    const { acts } = dyads.get(pairKey(...both)) as Dyad, [begin, end] = acts.during(first, stop);
    return { happenings: acts.happenings(begin, end), because: acts.list(acts.rows(() => true, begin, end), SHOWN) };
  };
  const past = present.past();
  return {
    present: { from: dayOf(end - parameters.weeks * WEEK), to: dayOf(end - 1) },
    episodes: alike.map(({ stretch, likeness }) => ({
      pair: stretch.pair, from: dayOf(stretch.from), to: dayOf(stretch.to), likeness, followed: stretch.followed,
      ...told(stretch, stretch.from, stretch.to + 1), then: told(stretch, stretch.to + 1, stretch.to + 1 + parameters.follow),
    })),
    followed: foretold(alike), ...(past.length && { usual: past.reduce((sum, value) => sum + value, 0) / past.length }),
  };
}

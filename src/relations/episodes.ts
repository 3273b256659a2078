/** Similar episodes: earlier stretches whose sequence of acts is most like the present one, and what followed them. */
import { intensity } from '../ontology/intensity.ts';
import { typeInfo } from '../ontology/plover.ts';
import type { Quad } from '../ontology/plover.ts';
import type { PartyCode } from '../story/facts.ts';
import { actsOf, WEIGHTS } from './acts.ts';
import type { Act } from './acts.ts';
import { dayNumber, dayOf } from './calendar.ts';
import type { Declaration, ParametersOf } from './declaration.ts';
import type { RelationEvent } from './event.ts';

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
    { name: 'episodes', about: 'dyad and days, likeness (1 is the same), the net tone that followed, and the happenings of both' },
    { name: 'followed', about: 'mean net tone of what followed them, the most alike counting for most', unit: 'Goldstein' },
    { name: 'usual', about: 'mean net tone of as many days, whatever went before, in the present dyad', unit: 'Goldstein' },
  ],
  source: 'nearest neighbours (Cover and Hart 1967) over weeks of acts by quad class; each week counts for less the farther back it is',
} as const satisfies Declaration;

export type EpisodesParameters = ParametersOf<typeof episodes>;

/** A stretch of one dyad's acts. */
export interface Stretch {
  pair: readonly [PartyCode, PartyCode];
  /** Day numbers: the first day, and the last. */
  from: number;
  to: number;
  /** What makes stretches alike. */
  traits: Float64Array;
  /** Net tone of the days that followed; absent where the record ends before they do. */
  followed?: number;
}

export interface Episode {
  pair: readonly [PartyCode, PartyCode];
  from: string;
  to: string;
  /** 0 to 1. */
  likeness: number;
  followed: number;
  because: string[];
  then: string[];
}

export interface Episodes {
  thin?: string;
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
const STRANGE = 1;
/** How much more the most alike count: the power of their likeness. */
const SHARP = 4;
const WEEK = 7;
const LEAST = 3;
const SHOWN = 6;

/** A dyad's acts laid out by day, with running sums, so that a stretch costs by its weeks and not by its acts. */
class Laid {
  readonly pair: readonly [PartyCode, PartyCode];
  readonly start: number;
  readonly #quads: Float64Array[];
  readonly #net: Float64Array;
  readonly #acts: Uint32Array;

  constructor(pair: readonly [PartyCode, PartyCode], acts: readonly Act[], start: number, length: number) {
    this.pair = pair;
    this.start = start;
    this.#quads = QUADS.map(() => new Float64Array(length + 1));
    this.#net = new Float64Array(length + 1);
    this.#acts = new Uint32Array(length + 1);
    for (const { firstDay, type, weight } of acts) {
      const day = dayNumber(firstDay) - start + 1;
      this.#quads[QUADS.indexOf(typeInfo(type).quad)][day] += weight;
      this.#net[day] += intensity(type) * weight;
      this.#acts[day]++;
    }
    for (const sums of [...this.#quads, this.#net, this.#acts]) for (let i = 1; i <= length; i++) sums[i] += sums[i - 1];
  }

  /** Net tone from one day up to another, which is left out. */
  net(from: number, end: number): number {
    return this.#net[end - this.start] - this.#net[from - this.start];
  }

  /** Whether there is any act from one day up to another, which is left out. */
  any(from: number, end: number): boolean {
    return this.#acts[end - this.start] > this.#acts[from - this.start];
  }

  /**
   * What the weeks up to a day (left out) look like: of each, the logarithm of its acts by quad class, and the net tone;
   * and, as far as it is known by then, what is usual in the dyad.
   */
  traits(end: number, weeks: number): Float64Array {
    const traits = new Float64Array((weeks + 1) * (QUADS.length + 1));
    for (let week = 0; week < weeks; week++) {
      const last = end - this.start - week * WEEK, first = last - WEEK, weight = FADING ** week;
      QUADS.forEach((_, q) => (traits[week * (QUADS.length + 1) + q] = weight * Math.log1p(this.#quads[q][last] - this.#quads[q][first])));
      traits[week * (QUADS.length + 1) + QUADS.length] = weight * symlog(this.#net[last] - this.#net[first]);
    }
    // the same of the usual week, as far as it is known by then
    const last = end - this.start, usual = WEEK / Math.max(WEEK, last), base = weeks * (QUADS.length + 1);
    QUADS.forEach((_, q) => (traits[base + q] = Math.log1p(this.#quads[q][last] * usual)));
    traits[base + QUADS.length] = symlog(this.#net[last] * usual);
    return traits;
  }
}

/** A logarithm that keeps the sign. */
const symlog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));

const keyOf = (a: PartyCode, b: PartyCode): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** How far apart two stretches are. */
export function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}

/** Dyads of a record, laid out from its first day to its last (left out). */
export function layOut(events: Iterable<RelationEvent>, from: number, end: number, parameters: EpisodesParameters): Map<string, { laid: Laid; acts: Act[] }> {
  const byPair = new Map<string, Act[]>();
  for (const act of actsOf(events, parameters)) {
    const day = dayNumber(act.firstDay);
    if (act.source === act.target || act.source === 'UNKNOWN' || act.target === 'UNKNOWN' || day < from || day >= end) continue;
    const key = keyOf(act.source, act.target), own = byPair.get(key);
    if (own) own.push(act);
    else byPair.set(key, [act]);
  }
  return new Map([...byPair].sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, acts]) => [key, { acts, laid: new Laid(key.split('|') as [string, string], acts, from, end - from) }]));
}

/** A dyad's stretches, one ending each week, the last one on the day before `end`; those without acts say nothing and are left out. */
export function stretchesOf({ laid }: { laid: Laid }, end: number, { weeks, follow }: EpisodesParameters): Stretch[] {
  const found: Stretch[] = [], length = weeks * WEEK;
  for (let at = end; at - length >= laid.start; at -= WEEK) {
    if (laid.any(at - length, at)) found.push({ pair: laid.pair, from: at - length, to: at - 1, traits: laid.traits(at, weeks), ...(at + follow <= end && { followed: laid.net(at, at + follow) }) });
  }
  return found;
}

/** The stretches most like one, the likeliest first; those that overlap it, and one another within a dyad, are left out. */
export function mostLike(present: Stretch, stretches: readonly Stretch[], count: number): { stretch: Stretch; likeness: number }[] {
  const near = stretches.filter(({ followed }) => followed !== undefined).map((stretch) => ({ stretch, apart: distance(present.traits, stretch.traits) + (keyOf(...stretch.pair) === keyOf(...present.pair) ? 0 : STRANGE) }))
    .sort((x, y) => x.apart - y.apart || y.stretch.to - x.stretch.to || (keyOf(...x.stretch.pair) < keyOf(...y.stretch.pair) ? -1 : 1));
  const kept: { stretch: Stretch; likeness: number }[] = [];
  for (const { stretch, apart } of near) {
    if (kept.length === count) break;
    const overlaps = (other: Stretch): boolean => keyOf(...other.pair) === keyOf(...stretch.pair) && other.from <= stretch.to && stretch.from <= other.to;
    if (!overlaps(present) && !kept.some((one) => overlaps(one.stretch))) kept.push({ stretch, likeness: 1 / (1 + apart) });
  }
  return kept;
}

/** What is to be expected from what followed alike stretches: their mean, the likelier ones counting for more. */
export const foretold = (alike: readonly { stretch: Stretch; likeness: number }[]): number => {
  const whole = alike.reduce((sum, { likeness }) => sum + likeness ** SHARP, 0);
  return alike.reduce((sum, { stretch, likeness }) => sum + likeness ** SHARP * (stretch.followed as number), 0) / whole;
};

/**
 * The earlier stretches most like a dyad's last weeks in a window, among all dyads that the events are of,
 * and what followed them.
 */
export function similarEpisodes(events: Iterable<RelationEvent>, pair: readonly [PartyCode, PartyCode], window: { from: string; to: string }, parameters: EpisodesParameters): Episodes {
  const from = dayNumber(window.from), over = dayNumber(window.to) + 1, dyads = layOut(events, from, over, parameters), own = dyads.get(keyOf(...pair));
  const thin = (why: string): Episodes => ({ thin: why, episodes: [] });
  if (!own) return thin('the record holds nothing of this in this window');
  // where the two have been silent for longer, the present is their last stretch before that
  const last = dayNumber((own.acts.at(-1) as Act).firstDay) + 1, end = last > over - parameters.weeks * WEEK ? over : last;
  const stretches = [...dyads.values()].flatMap((dyad) => stretchesOf(dyad, end, parameters)), present = stretches.find((stretch) => stretch.pair === own.laid.pair && stretch.to === end - 1);
  if (!present) return thin(`the record does not reach ${parameters.weeks} weeks back`);
  const alike = mostLike(present, stretches, parameters.alike);
  if (alike.length < Math.min(LEAST, parameters.alike)) return thin(`${alike.length} earlier stretches to compare with; at least ${LEAST} are needed`);
  const told = ({ pair: [a, b] }: Stretch, first: number, last: number): string[] => [...new Set((dyads.get(keyOf(a, b))?.acts ?? [])
    .filter(({ firstDay }) => dayNumber(firstDay) >= first && dayNumber(firstDay) < last).map(({ happening }) => happening))].slice(0, SHOWN);
  const past = stretchesOf(own, end, parameters).filter(({ followed }) => followed !== undefined);
  return {
    present: { from: dayOf(present.from), to: dayOf(present.to) },
    episodes: alike.map(({ stretch, likeness }) => ({
      pair: stretch.pair, from: dayOf(stretch.from), to: dayOf(stretch.to), likeness, followed: stretch.followed as number,
      because: told(stretch, stretch.from, stretch.to + 1), then: told(stretch, stretch.to + 1, stretch.to + 1 + parameters.follow),
    })),
    followed: foretold(alike), ...(past.length && { usual: past.reduce((sum, stretch) => sum + (stretch.followed as number), 0) / past.length }),
  };
}

/** Whether what followed alike stretches foretells better than what followed random stretches of the same dyad. */
import { foretold, layOut, mostLike, Weeks } from './episodes.ts';
import type { EpisodesParameters } from './episodes.ts';
import { dayNumber } from './calendar.ts';
import type { Events } from './event.ts';

/** Mean absolute and root mean square error of a way to foretell the net tone. */
export interface Errors {
  mean: number;
  square: number;
}

export interface Check {
  /** How many times one looked ahead, and in how many dyads. */
  looks: number;
  dyads: number;
  alike: Errors;
  /** As many stretches of the same dyad, drawn at random. */
  random: Errors;
  /** All earlier stretches of the same dyad. */
  all: Errors;
}

/** Numbers from 0 to 1, always the same ones (Park and Miller's generator). */
function draws(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Looks ahead in a record every so many days (`step`) from a day on: in each dyad with at least `busy` acts, foretells the
 * net tone of the days that follow from nothing but what was before, and holds it against what came.
 */
export function checkEpisodes(events: Events, window: { from: string; to: string }, { start, step, busy }: { start: string; step: number; busy: number }, parameters: EpisodesParameters): Check {
  const end = dayNumber(window.to) + 1, dyads = [...layOut(events, dayNumber(window.from), end, parameters).values()].filter(({ acts }) => acts.length >= busy), draw = draws();
  const errors = { alike: [] as number[], random: [] as number[], all: [] as number[] }, seen = new Set<unknown>();
  for (let at = dayNumber(start); at + parameters.follow <= end; at += step) {
    const weeks = dyads.map((dyad) => new Weeks(dyad, at, parameters));
    for (const present of weeks) {
      const past = present.past();
      if (!present.stretches || !present.any(0) || past.length < 4) continue;
      const came = present.dyad.net(at, at + parameters.follow), alike = mostLike(present, weeks, parameters.alike);
      const drawn = alike.map(() => past[Math.floor(draw() * past.length)]), mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      errors.alike.push(came - foretold(alike));
      errors.random.push(came - mean(drawn));
      errors.all.push(came - mean(past));
      seen.add(present.dyad);
    }
  }
  const of = (list: readonly number[]): Errors => ({
    mean: list.reduce((sum, value) => sum + Math.abs(value), 0) / list.length, square: Math.sqrt(list.reduce((sum, value) => sum + value ** 2, 0) / list.length),
  });
  return { looks: errors.alike.length, dyads: seen.size, alike: of(errors.alike), random: of(errors.random), all: of(errors.all) };
}

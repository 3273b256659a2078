/** Turns a date expression into first and last day, by the publication date, the date before it, and the clause's tense. */
import type { Granularity } from '../../story/facts.ts';
import type { Days, Season } from './calendar.ts';
import { dayOf, isDate, monthLength, monthSpan, partOf, partsOf, seasonSpan, weekdayOf, weekSpan, yearSpan } from './calendar.ts';
import type { Core, Expression, Sense, YearRef } from './expression.ts';

/** A date already resolved, which later ones may lean on. */
export interface Anchor extends Days {
  granularity: Granularity;
  sentence: number;
  kind: Expression['kind'];
  /** The text gives its year, or it leans on one that does. */
  yearGiven: boolean;
  /** Hangs on a noun inside the sentence ("the bombing of June 22"), so the story does not move on to it. */
  nested?: boolean;
}

export interface Context {
  /** Publication day. */
  published: number;
  sentence: number;
  /** Resolved dates before this one, in order. */
  anchors: readonly Anchor[];
  /** Tense of the clause: `true` future, `false` past, absent where unclear. */
  future?: boolean;
  /** English "next Friday" skips the one of this week. */
  nextSkips: boolean;
}

export interface Resolved extends Days {
  granularity: Granularity;
  other?: Days;
  yearGiven: boolean;
}

const MONTHS_BACK = 8;
const day = (d: number, yearGiven = false): Resolved => ({ first: d, last: d, granularity: 'day', yearGiven });
const wide = (span: Days, granularity: Granularity, yearGiven = false): Resolved => ({ first: span.first, last: span.last, granularity, yearGiven });

/** The last anchor fine enough for a unit, not further back than some sentences. */
const anchorFor = (c: Context, unit: string, reach = 3, past = false): Anchor | undefined => {
  let nested: Anchor | undefined;
  for (let i = c.anchors.length - 1; i >= 0; i--) {
    const a = c.anchors[i];
    if (c.sentence - a.sentence > reach) break;
    if (nested && a.sentence !== nested.sentence) break;
    if ((unit === 'day' || unit === 'week') && a.first !== a.last) {
      // "the same day" reaches back over a coarser date; a count of days does not.
      if (past || a.nested) continue;
      return nested;
    }
    if (unit === 'month' && a.granularity !== 'day' && a.granularity !== 'month') continue;
    if (!a.nested || a.sentence === c.sentence) return a;
    nested ??= a;
  }
  return nested;
};

const yearOf = (ref: YearRef | undefined, c: Context): number | undefined => {
  if (!ref) return undefined;
  if (ref.year !== undefined) return ref.year;
  if (ref.same) {
    const a = anchorFor(c, 'year', 6);
    return a ? partsOf(a.first)[0] + (ref.shift ?? 0) : undefined;
  }
  return partsOf(c.published)[0] + (ref.shift ?? 0);
};

/** One reading, and the other that the words leave. */
const either = ({ first, last, granularity, yearGiven }: Resolved, other: Days): Resolved => ({ first, last, granularity, yearGiven, other: { first: other.first, last: other.last } });

/** Picks between the past and the future reading; `near` decides where the tense does not. */
const choose = (past: Resolved, future: Resolved, c: Context, futureWhenUnclear: boolean): Resolved => {
  if (past.first === future.first && past.last === future.last) return past;
  const [one, two] = c.future ?? futureWhenUnclear ? [future, past] : [past, future];
  return either(one, two);
};

const dayCore = (core: Extract<Core, { shape: 'day' }>, e: Expression, c: Context): Resolved | undefined => {
  const [py, pm, pd] = partsOf(c.published);
  if (core.month === undefined) {
    // "the 12th": of the month told of in this or the last sentence; otherwise of the month that is nearest.
    const a = anchorFor(c, 'month', 1);
    if (a) {
      const [ay, am, ad] = partsOf(a.first);
      const later = a.granularity === 'day' && core.day < ad ? 1 : 0;
      const d = dayOf(ay, am + later, core.day);
      return core.day <= monthLength(ay, am + later) ? day(d, a.yearGiven) : undefined;
    }
    const back = core.day <= pd ? 0 : -1;
    const past = day(dayOf(py, pm + back, core.day));
    const future = day(dayOf(py, pm + (core.day >= pd ? 0 : 1), core.day));
    return choose(past, future, c, false);
  }
  const year = yearOf(core.yearRef, c);
  if (core.yearRef) return year !== undefined && isDate(year, core.month, core.day) ? day(dayOf(year, core.month, core.day), true) : undefined;
  const follow = following(core.month, c);
  if (follow !== undefined) return isDate(follow, core.month, core.day) ? day(dayOf(follow, core.month, core.day), true) : undefined;
  const valid = (y: number): number => (core.month === 2 && core.day === 29 ? [y, y - 1, y - 2, y - 3].find((v) => isDate(v, 2, 29)) ?? y : y);
  const here = dayOf(valid(py), core.month, core.day);
  if (!isDate(valid(py), core.month, core.day)) return undefined;
  const past = day(here <= c.published ? here : dayOf(valid(py - 1), core.month, core.day));
  const future = day(here >= c.published ? here : dayOf(py + 1, core.month, core.day));
  const [back, ahead] = [c.published - past.first, future.first - c.published];
  // A day of the month without a year is seldom most of a year off, whatever the tense of the nearest verb.
  if (e.back) return past;
  if (back > 270 && ahead < 95) return either(future, past);
  if (ahead > 250 && back < 110) return either(past, future);
  return choose(past, future, c, ahead < back);
};

/**
 * A month named after one whose year the same sentence gives follows on from it: "in July 2021 ..., in August ...".
 * "since" and "until" set no such course.
 */
const following = (month: number, c: Context): number | undefined => {
  if (c.future) return undefined;
  let found: number | undefined;
  for (let i = c.anchors.length - 1; i >= 0; i--) {
    const a = c.anchors[i];
    if (a.sentence !== c.sentence) break;
    if (a.kind !== 'at') continue;
    // A date of its own year before it in the sentence: the story runs in the present.
    if (!a.yearGiven && (a.granularity === 'day' || a.granularity === 'month')) return undefined;
    if (found !== undefined || !a.yearGiven || a.granularity === 'year' || a.granularity === 'season') continue;
    const [ay, am] = partsOf(a.first);
    const [py, pm] = partsOf(c.published);
    const year = month >= am ? ay : ay + 1;
    found = year < py || (year === py && month <= pm) ? year : -1;
  }
  return found === -1 ? undefined : found;
};

const monthCore = (month: number, ref: YearRef | undefined, sense: Sense | undefined, c: Context): Resolved | undefined => {
  const [py, pm] = partsOf(c.published);
  if (ref) {
    const year = yearOf(ref, c);
    return year === undefined ? undefined : wide(monthSpan(year, month), 'month', true);
  }
  if (sense === 'this') return wide(monthSpan(py, month), 'month');
  if (sense === 'same') {
    // "that November": the one of the year told of, or the first after it.
    const a = anchorFor(c, 'year', 6);
    if (!a) return undefined;
    const [ay, am] = partsOf(a.first);
    return wide(monthSpan(a.granularity === 'year' || month >= am ? ay : ay + 1, month), 'month', true);
  }
  if (sense === 'last') return wide(monthSpan(month < pm ? py : py - 1, month), 'month', true);
  if (sense === 'next') return wide(monthSpan(month > pm ? py : py + 1, month), 'month', true);
  const follow = following(month, c);
  if (follow !== undefined) return wide(monthSpan(follow, month), 'month', true);
  const past = wide(monthSpan(month <= pm ? py : py - 1, month), 'month');
  const future = wide(monthSpan(month >= pm ? py : py + 1, month), 'month');
  const back = (pm - month + 12) % 12;
  return choose(past, future, c, back >= MONTHS_BACK && c.future === undefined);
};

const seasonCore = (season: Season, ref: YearRef | undefined, sense: Sense | undefined, c: Context): Resolved | undefined => {
  const [py] = partsOf(c.published);
  if (sense === 'same') {
    const a = anchorFor(c, 'year', 6);
    if (!a) return undefined;
    const [ay, am] = partsOf(a.first);
    return wide(seasonSpan(season === 'winter' && am < 3 ? ay - 1 : ay, season), 'season', true);
  }
  if (ref) {
    const year = yearOf(ref, c);
    // "in the winter of 2020": the one that opens in its December, unless it is named by its January.
    return year === undefined ? undefined : wide(seasonSpan(year, season), 'season', true);
  }
  const spans = [py - 2, py - 1, py, py + 1].map((y) => seasonSpan(y, season));
  if (sense === 'this') return wide(spans.find((s) => s.first <= c.published && s.last >= c.published) ?? seasonSpan(py, season), 'season');
  if (sense === 'last') return wide(spans.filter((s) => s.last < c.published).at(-1) as Days, 'season', true);
  if (sense === 'next') return wide(spans.find((s) => s.first > c.published) as Days, 'season', true);
  const past = wide(spans.filter((s) => s.first <= c.published).at(-1) as Days, 'season');
  const future = wide(spans.find((s) => s.last >= c.published) as Days, 'season');
  return choose(past, future, c, false);
};

const weekdayCore = (core: Extract<Core, { shape: 'weekday' }>, c: Context): Resolved | undefined => {
  const today = weekdayOf(c.published);
  const { weekday } = core;
  if (core.week !== undefined) return day(weekSpan(c.published, core.week).first + weekday - 1);
  const past = c.published - ((today - weekday + 7) % 7);
  const future = c.published + ((weekday - today + 7) % 7);
  if (core.sense === 'last') return day(past === c.published ? past - 7 : past);
  if (core.sense === 'next') {
    const next = future === c.published ? future + 7 : future;
    return day(c.nextSkips && weekday > today && next - c.published <= 3 ? next + 7 : next);
  }
  if (core.sense === 'this') return day(weekSpan(c.published).first + weekday - 1);
  return choose(day(past), day(future), c, false);
};

/** What has happened this week or this month has happened by the day of publication. */
const sofar = (span: Days, c: Context, whole: boolean): Days =>
  !whole && c.future === false && span.first <= c.published && span.last > c.published ? { first: span.first, last: c.published } : span;

const unitCore = (core: Extract<Core, { shape: 'unit' }>, c: Context, whole: boolean): Resolved | undefined => {
  const [py, pm] = partsOf(c.published);
  switch (core.unit) {
    case 'day': return day(c.published + core.shift);
    case 'week': return wide(weekSpan(c.published, core.shift), 'week');
    case 'month': return wide(sofar(monthSpan(py, pm + core.shift), c, whole), 'month');
    case 'year': return wide(yearSpan(py + core.shift), 'year', true);
    case 'weekend': {
      const of = (shift: number): Resolved => {
        const { last } = weekSpan(c.published, shift);
        return wide({ first: last - 1, last }, 'day');
      };
      if (core.shift !== 0) return of(core.shift);
      const now = weekdayOf(c.published) >= 6;
      return choose(of(now ? 0 : -1), of(0), c, false);
    }
    case 'half':
    case 'quarter': {
      const year = yearOf(core.of, c);
      const months = core.unit === 'half' ? 6 : 3;
      if (year === undefined || core.ordinal === undefined || core.ordinal < 1 || core.ordinal > 12 / months) return undefined;
      const from = (core.ordinal - 1) * months + 1;
      return wide({ first: dayOf(year, from, 1), last: dayOf(year, from + months, 1) - 1 }, 'season', true);
    }
    default: return undefined;
  }
};

const distanceFrom = (base: number, unit: string, shift: number, whole: boolean): Resolved | undefined => {
  const [y, m] = partsOf(base);
  if (unit === 'day') return day(base + shift);
  if (unit === 'week') return whole ? wide(weekSpan(base, shift), 'week') : day(base + 7 * shift);
  if (unit === 'month') return wide(monthSpan(y, m + shift), 'month', true);
  if (unit === 'year') return wide(yearSpan(y + shift), 'year', true);
  return undefined;
};

const anchoredCore = (core: Extract<Core, { shape: 'anchored' }>, e: Expression, c: Context, lang: string): Resolved | undefined => {
  const sub = e.subordinate ?? false;
  const own = c.anchors.at(-1);
  let base: Anchor | undefined;
  // In "three days after X did it" the count starts from the clause's own date.
  if (sub && own?.sentence !== c.sentence && e.first <= 1) base = undefined;
  else base = anchorFor(c, core.unit, core.shift === 0 ? 6 : 2, core.shift === 0);
  if (base) {
    const found = distanceFrom(base.first, core.unit, core.shift, core.whole ?? false);
    return found ? { ...found, yearGiven: base.yearGiven } : undefined;
  }
  const eve = lang === 'ru' && core.unit === 'day' && core.shift === -1 && !sub;
  if (eve && anchorFor(c, 'year', 0) === undefined) return day(c.published - 1);
  if ((sub || core.shift < 0) && core.shift !== 0 && !core.whole && anchorFor(c, 'year', 0) === undefined) return distanceFrom(c.published, core.unit, core.shift, false);
  if (c.future && core.shift > 0 && core.unit !== 'year') return distanceFrom(c.published, core.unit, core.shift, false);
  return undefined;
};

/** First and last day of an expression, both readings where the tense leaves two; `undefined` where the words give none. */
export const resolve = (e: Expression, c: Context, lang: string): Resolved | undefined => {
  const found = resolveCore(e.core, e, c, lang);
  if (!found || !e.part) return found;
  const narrow = (d: Days): Days => partOf(d, e.part as NonNullable<typeof e.part>);
  const sized = found.granularity === 'month' ? 'day' : found.granularity === 'year' ? 'season' : found.granularity;
  const { first, last } = narrow(found);
  return { first, last, granularity: found.granularity === 'month' ? 'month' : sized, yearGiven: found.yearGiven, other: found.other && narrow(found.other) };
};

const resolveCore = (core: Core, e: Expression, c: Context, lang: string): Resolved | undefined => {
  switch (core.shape) {
    case 'day': return dayCore(core, e, c);
    case 'month': return monthCore(core.month, core.yearRef, core.sense, c);
    case 'season': return seasonCore(core.season, core.yearRef, core.sense, c);
    case 'year': {
      const year = yearOf(core.yearRef, c);
      return year === undefined ? undefined : wide(yearSpan(year), 'year', true);
    }
    case 'decade': return wide({ first: dayOf(core.year, 1, 1), last: dayOf(core.year + 9, 12, 31) }, 'year', true);
    case 'weekday': return weekdayCore(core, c);
    case 'unit': return unitCore(core, c, e.part !== undefined || e.kind !== 'at');
    case 'days': return wide({ first: c.published + core.from, last: c.published + core.to }, 'day');
    case 'distance': return distanceFrom(c.published, core.unit, core.shift, false);
    case 'anchored': return anchoredCore(core, e, c, lang);
    case 'span': {
      const to = resolveCore(core.to, e, c, lang);
      const from = resolveCore(core.from, e, c, lang);
      if (!from || !to) return undefined;
      let { first } = from;
      // "from 28 December to 3 January", "from May to July 2023": the first end goes with the second.
      if (core.from.shape === 'day' || core.from.shape === 'month') {
        const [ty] = partsOf(to.last);
        const [, fm, fd] = partsOf(first);
        if (!core.from.yearRef) {
          first = dayOf(ty, fm, fd);
          if (first > to.last) first = dayOf(ty - 1, fm, fd);
        }
      }
      return first <= to.last ? { first, last: to.last, granularity: to.granularity, yearGiven: to.yearGiven } : undefined;
    }
    default: return undefined;
  }
};

/** English date expressions. */
import type { Part, Season } from './calendar.ts';
import type { Core, Expression, Sense, Unit, YearRef } from './expression.ts';
import type { Grammar, Match } from './grammar.ts';
import { dayAt, isDash, isoDate, numberAt, numericDate, scan, unitAt, yearAt } from './grammar.ts';
import type { Word } from './words.ts';
import { value, valueN } from './words.ts';

interface Found {
  core: Core;
  last: number;
  part?: Part;
  subordinate?: boolean;
}

const is = (words: readonly Word[], i: number, ...forms: string[]): boolean => words[i] !== undefined && forms.includes(words[i].lower);
const has = (words: readonly Word[], i: number, type: string): boolean => words[i]?.classes?.has(type) ?? false;

/** After a year these make it a count ("2,000 troops" is no year, nor is "in 2000 villages"). */
const COUNTED = /^(?:people|troops|soldiers|euros|dollars|km|kilometres|kilometers|miles|men|women|children|tonnes|tons|metres|meters|police|villages|homes|houses|pages|barrels|migrants|prisoners|refugees|workers|members|mw|points|kg)$/;
const YEAR_LEADS = /^(?:in|since|until|till|by|from|of|during|before|after|early|mid|late|spring|summer|autumn|winter|fall|for|between|and|to|through|around|about|circa|year)$/;

/** A month's name; "may", "march" and short forms only where they cannot be another word. */
const monthAt = (words: readonly Word[], i: number): number | undefined => {
  const m = valueN(words, i, 'month');
  if (m === undefined || !words[i].capital) return undefined;
  const { lower } = words[i];
  if (lower === 'may' || lower === 'march' || (lower.length === 3 && lower !== 'may')) {
    const before = words[i - 1];
    const after = words[i + 1]?.lower === '.' ? words[i + 2] : words[i + 1];
    if (after?.num !== undefined) return m;
    if (before?.num !== undefined && before.num <= 31) return m;
    if (lower.length === 3 && lower !== 'may') return undefined;
    if (i > 0 && before && (/^(?:in|of|since|until|till|by|from|last|next|this|early|mid|late|to|through|between|and|for|-|–)$/.test(before.lower))) return m;
    return words[i].suffix === 's' ? m : undefined;
  }
  return m;
};

/** Weekday's name; short forms only before a number or a dot. */
const weekdayAt = (words: readonly Word[], i: number): number | undefined => {
  const d = valueN(words, i, 'weekday');
  if (d === undefined || !words[i].capital) return undefined;
  return words[i].lower.length > 5 ? d : words[i + 1]?.lower === '.' || words[i + 1]?.num !== undefined ? d : undefined;
};

/** ", 2025", "2025", "of 2025", "last year", "of last year", "of that year". */
const yearAfter = (words: readonly Word[], i: number): { ref: YearRef; last: number } | undefined => {
  let j = i;
  if (is(words, j, ',') && yearAt(words, j + 1) !== undefined) j++;
  const year = yearAt(words, j);
  if (year !== undefined && !COUNTED.test(words[j + 1]?.lower ?? '')) return { ref: { year }, last: j + 1 };
  if (is(words, j, 'of', 'in')) j++;
  const of = yearAt(words, j);
  if (j > i && of !== undefined && words[i].lower !== ',') return is(words, i, 'of') ? { ref: { year: of }, last: j + 1 } : undefined;
  const the = is(words, j, 'the') ? j + 1 : j;
  if (has(words, the, 'sense') && is(words, the + 1, 'year')) {
    const s = value(words, the, 'sense');
    if (words[the].suffix) return undefined;
    const ref: YearRef = s === 'last' ? { shift: -1 } : s === 'next' ? { shift: 1 } : s === 'this' ? { shift: 0 } : { same: true };
    // "In June last year", but not "in June this year's ..." nor a bare "that year" far from its month.
    return words[the + 1].suffix ? undefined : { ref, last: the + 2 };
  }
  if (is(words, the, 'following') && is(words, the + 1, 'year')) return { ref: { same: true, shift: 1 }, last: the + 2 };
  return undefined;
};

const ABBREVIATED = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** Day of the month: 12, 12th. */
const ordinalDay = (words: readonly Word[], i: number): number | undefined => {
  const d = dayAt(words, i);
  return d !== undefined && (words[i].suffix === '' || /^(?:st|nd|rd|th)$/.test(words[i].suffix)) ? d : undefined;
};

const monthPhrase = (words: readonly Word[], i: number): Found | undefined => {
  // 12 [of] November [2025]
  const first = ordinalDay(words, i);
  if (first !== undefined) {
    let j = i + 1;
    let second: number | undefined;
    if ((isDash(words[j]) || is(words, j, 'to', 'and')) && ordinalDay(words, j + 1) !== undefined) {
      second = ordinalDay(words, j + 1);
      j += 2;
    }
    if (is(words, j, 'of')) j++;
    const month = monthAt(words, j);
    if (month !== undefined) {
      let last = j + 1;
      if (is(words, last, '.') && ABBREVIATED.test(words[j].lower)) last++;
      const year = yearAfter(words, last);
      const day = (d: number): Core => ({ shape: 'day', day: d, month, yearRef: year?.ref });
      return { core: second === undefined ? day(first) : { shape: 'span', from: day(first), to: day(second) }, last: year?.last ?? last };
    }
  }
  const month = monthAt(words, i);
  if (month === undefined) return undefined;
  let j = i + 1;
  if (is(words, j, '.') && ABBREVIATED.test(words[i].lower)) j++;
  // November 12[, 2025]
  const day = ordinalDay(words, j);
  if (day !== undefined && yearAt(words, j) === undefined && !COUNTED.test(words[j + 1]?.lower ?? '')) {
    let last = j + 1;
    let to: Core | undefined;
    if ((isDash(words[last]) || is(words, last, 'to')) && ordinalDay(words, last + 1) !== undefined && monthAt(words, last + 2) === undefined) {
      const end = ordinalDay(words, last + 1) as number;
      last += 2;
      to = { shape: 'day', day: end, month };
    }
    const year = yearAfter(words, last);
    const core: Core = { shape: 'day', day, month, yearRef: year?.ref };
    if (to?.shape === 'day') return { core: { shape: 'span', from: core, to: { ...to, yearRef: year?.ref } }, last: year?.last ?? last };
    return { core, last: year?.last ?? last };
  }
  const year = yearAfter(words, j);
  return { core: { shape: 'month', month, yearRef: year?.ref }, last: year?.last ?? (words[j - 1]?.lower === '.' ? j : i + 1) };
};

const SHIFT: Record<Sense, number> = { last: -1, next: 1, this: 0, same: 0 };

/** "last week", "next month", "this summer", "last Friday", "the same day", "that year", "the following week". */
const sensePhrase = (words: readonly Word[], i: number): Found | undefined => {
  let j = i;
  const the = is(words, j, 'the');
  if (the) j++;
  const at = words[j];
  if (!at || at.suffix) return undefined;
  let sense = value(words, j, 'sense') as Sense | undefined;
  let anchored = 0;
  if (is(words, j, 'following')) anchored = 1;
  else if (is(words, j, 'previous', 'preceding', 'prior')) anchored = -1;
  else if (the && is(words, j, 'next')) anchored = 1;
  else if (sense === undefined) return undefined;
  // "the past two weeks", "the last three days": a stretch, no date.
  if (numberAt(words, j + 1) !== undefined || has(words, j + 1, 'vague')) {
    const u = unitAt(words, j + 2);
    return u ? { core: { shape: 'none' }, last: j + 3 } : undefined;
  }
  j++;
  const u = unitAt(words, j);
  if (u !== undefined) {
    const last = j + 1;
    if (u === 'hour') return undefined;
    if (anchored && (the || !is(words, i, 'previous', 'prior'))) return { core: { shape: 'anchored', unit: u.unit, shift: anchored * u.factor, whole: true }, last };
    if (sense === undefined) sense = anchored < 0 ? 'last' : 'next';
    if (the && (sense === 'last' || is(words, i + 1, 'coming')) && !is(words, i + 1, 'coming')) return { core: { shape: 'none' }, last };
    if (sense === 'same') return { core: { shape: 'anchored', unit: u.unit, shift: 0, whole: true }, last };
    if (u.unit === 'day') return sense === 'this' ? { core: { shape: 'unit', unit: 'day', shift: 0 }, last } : undefined;
    // "later this year", "earlier this month" keep the unit; the adverb narrows nothing that can be dated.
    return { core: { shape: 'unit', unit: u.unit, shift: SHIFT[sense] * u.factor }, last };
  }
  const season = value(words, j, 'season') as Season | undefined;
  if (season !== undefined) return { core: { shape: 'season', season, sense: sense ?? (anchored > 0 ? 'next' : 'last') }, last: j + 1 };
  const weekday = weekdayAt(words, j);
  if (weekday !== undefined) return { core: { shape: 'weekday', weekday, sense: sense ?? (anchored > 0 ? 'next' : 'last') }, last: daytime(words, j + 1) };
  const month = valueN(words, j, 'month');
  if (month !== undefined && words[j].capital && words[j].lower.length > 3 || (month === 5 && words[j].capital)) {
    const found = monthPhrase(words, j);
    if (found?.core.shape === 'month' && sense && !found.core.yearRef) return { core: { ...found.core, sense }, last: found.last };
    return found;
  }
  if (sense === 'this' && has(words, j, 'daytime')) return { core: { shape: 'unit', unit: 'day', shift: 0 }, last: j + 1 };
  if (sense === 'same' && has(words, j, 'daytime')) return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: j + 1 };
  if (sense === 'last' && is(words, j, 'night')) return { core: { shape: 'unit', unit: 'day', shift: -1 }, last: j + 1 };
  return undefined;
};

/** Skips "night", "evening", "local time" after a day. */
function daytime(words: readonly Word[], i: number): number {
  let j = i;
  if (is(words, j, 'early', 'late') && has(words, j + 1, 'daytime')) j += 2;
  else if (has(words, j, 'daytime') && !words[j].suffix) j++;
  return j;
}

const weekdayPhrase = (words: readonly Word[], i: number): Found | undefined => {
  const weekday = weekdayAt(words, i);
  if (weekday === undefined) return undefined;
  let j = i + 1;
  if (is(words, j, '.')) j++;
  // Monday, November 12[, 2025]; Monday 12 November; Monday (12 November)
  const k = is(words, j, ',', '(') ? j + 1 : j;
  const the = is(words, k, 'the') ? k + 1 : k;
  const month = monthPhrase(words, the);
  if (month?.core.shape === 'day' && month.last > the + 1) {
    return { core: { ...month.core, weekday }, last: month.last + (is(words, j, '(') && is(words, month.last, ')') ? 1 : 0) };
  }
  let last = daytime(words, i + 1);
  // "Tuesday last week", "Tuesday of this week"
  let w = is(words, last, 'of') ? last + 1 : last;
  if (has(words, w, 'sense') && is(words, w + 1, 'week')) {
    const s = value(words, w, 'sense') as Sense;
    return { core: { shape: 'weekday', weekday, week: SHIFT[s] }, last: w + 2 };
  }
  w = last;
  if (is(words, w, 'week') && !is(words, w + 1, 'after')) last = w + 1;
  return { core: { shape: 'weekday', weekday }, last };
};

/** "three days ago", "two weeks later", "a day after ...", "hours earlier". */
const distancePhrase = (words: readonly Word[], i: number): Found | undefined => {
  const vague = has(words, i, 'vague') || is(words, i, 'less', 'more', 'just', 'only', 'over');
  let j = i;
  while (has(words, j, 'vague') || is(words, j, 'than', 'a', 'of', 'less', 'more') && vague) j++;
  const n = vague ? numberAt(words, j) : numberAt(words, i);
  const u = unitAt(words, n === undefined ? j : (vague ? j : i) + 1);
  if (u === undefined) return undefined;
  const after = (n === undefined ? j : (vague ? j : i) + 1) + 1;
  const head = words[after - 1];
  if (head.suffix) return undefined;
  if (n === undefined && !vague && u !== 'hour' && !/s$/.test(head.lower)) return undefined;
  const unit = u === 'hour' ? 'day' : u.unit;
  const size = u === 'hour' ? 0 : (n ?? 0) * u.factor;
  const exact = u === 'hour' || (n !== undefined && !vague);
  const none: Core = { shape: 'none' };
  if (is(words, after, 'ago')) {
    if (is(words, after + 1, 'on') && weekdayAt(words, after + 2) !== undefined) return { core: none, last: after + 1 };
    return { core: exact && u !== 'hour' ? { shape: 'distance', unit, shift: -size } : u === 'hour' ? { shape: 'unit', unit: 'day', shift: 0 } : none, last: after + 1 };
  }
  if (is(words, after, 'earlier', 'previously')) return { core: exact ? { shape: 'anchored', unit, shift: -size } : none, last: after + 1 };
  if (is(words, after, 'later', 'afterwards', 'afterward', 'thereafter', 'on')) {
    if (is(words, after, 'on')) return undefined;
    return { core: exact ? { shape: 'anchored', unit, shift: size } : none, last: after + 1 };
  }
  if (is(words, after, 'after', 'before')) {
    const sign = is(words, after, 'after') ? 1 : -1;
    // "two days after that", "a day before": from the date before; otherwise what follows is dated from the clause.
    if (is(words, after + 1, 'that', 'this') && !/^\p{L}/u.test(words[after + 2]?.text ?? '.')) return { core: exact ? { shape: 'anchored', unit, shift: sign * size } : none, last: after + 2 };
    if (!/^\p{L}/u.test(words[after + 1]?.text ?? '.')) return { core: exact ? { shape: 'anchored', unit, shift: sign * size } : none, last: after + 1 };
    return { core: exact ? { shape: 'anchored', unit, shift: -sign * size } : none, last: after + 1, subordinate: true };
  }
  if (is(words, after, 'from') && is(words, after + 1, 'now')) return { core: exact ? { shape: 'distance', unit, shift: size } : none, last: after + 2 };
  return undefined;
};

const PART_NOUN = /^(?:beginning|start|outset|middle|end|close|turn)$/;

/** Any date phrase, without the preposition before it. */
const phrase = (words: readonly Word[], i: number): Found | undefined => {
  const w = words[i];
  if (!w) return undefined;
  // early/mid/late X; the beginning/middle/end of X
  if (has(words, i, 'part') || (is(words, i, 'the') && PART_NOUN.test(words[i + 1]?.lower ?? ''))) {
    const noun = PART_NOUN.test(w.lower) ? i : is(words, i, 'the') ? i + 1 : -1;
    const part = value(words, noun >= 0 ? noun : i, 'part') as Part;
    let j = noun >= 0 ? noun + 1 : i + 1;
    if (noun >= 0) {
      if (!is(words, j, 'of')) return undefined;
      j++;
      const the = is(words, j, 'the') ? j + 1 : j;
      if (is(words, the, 'year', 'month', 'week') && !words[the].suffix) {
        return { core: { shape: 'unit', unit: words[the].lower as Unit, shift: 0 }, last: the + 1, part };
      }
    } else {
      if (is(words, j, '-', '‑')) j++;
      else if (is(words, j, 'in', 'on')) j++;
      if (is(words, j, 'the')) j++;
      const year = yearAt(words, j);
      if (year !== undefined && !COUNTED.test(words[j + 1]?.lower ?? '')) {
        if (words[j].suffix === 's') return { core: { shape: 'decade', year }, last: j + 1 };
        return { core: { shape: 'year', yearRef: { year } }, last: j + 1, part };
      }
    }
    const year = yearAt(words, j);
    if (year !== undefined) return { core: { shape: 'year', yearRef: { year } }, last: j + 1, part };
    const inner = phrase(words, j);
    if (!inner || inner.subordinate) return undefined;
    const { core } = inner;
    if (core.shape === 'month' || core.shape === 'season' || core.shape === 'year' || core.shape === 'unit' || (core.shape === 'anchored' && core.unit !== 'day')) {
      return { ...inner, part: inner.part ?? part };
    }
    return inner;
  }
  if (is(words, i, 'the') && is(words, i + 1, 'first', 'second') && (is(words, i + 2, 'half') || is(words, i + 2, 'quarter')) && is(words, i + 3, 'of')) {
    const ordinal = valueN(words, i + 1, 'ordinal') as number;
    const year = yearAt(words, i + 4);
    const sense = value(words, i + 4, 'sense');
    const of: YearRef | undefined = year !== undefined ? { year } : sense && is(words, i + 5, 'year') ? { shift: sense === 'last' ? -1 : sense === 'next' ? 1 : 0 } : undefined;
    if (of) return { core: { shape: 'unit', unit: is(words, i + 2, 'half') ? 'half' : 'quarter', shift: 0, ordinal, of }, last: year !== undefined ? i + 5 : i + 6 };
  }
  // the day before yesterday, the day after tomorrow
  if (is(words, i, 'the') && is(words, i + 1, 'day')) {
    if (is(words, i + 2, 'before') && is(words, i + 3, 'yesterday')) return { core: { shape: 'unit', unit: 'day', shift: -2 }, last: i + 4 };
    if (is(words, i + 2, 'after') && is(words, i + 3, 'tomorrow')) return { core: { shape: 'unit', unit: 'day', shift: 2 }, last: i + 4 };
    if (is(words, i + 2, 'before', 'after')) {
      const sign = is(words, i + 2, 'after') ? 1 : -1;
      const sub = /^\p{L}/u.test(words[i + 3]?.text ?? '.');
      return { core: { shape: 'anchored', unit: 'day', shift: sub ? -sign : sign }, last: i + 3, subordinate: sub || undefined };
    }
  }
  const deictic = valueN(words, i, 'deictic');
  if (deictic !== undefined && !w.suffix) return { core: { shape: 'unit', unit: 'day', shift: deictic }, last: daytime(words, i + 1) };
  if (is(words, i, 'overnight')) return { core: { shape: 'days', from: -1, to: 0 }, last: i + 1 };
  if (is(words, i, 'earlier', 'later') && is(words, i + 1, 'in') && is(words, i + 2, 'the') && is(words, i + 3, 'day')) return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: i + 4 };
  if (is(words, i, 'earlier') && has(words, i + 1, 'sense')) {
    const inner = sensePhrase(words, i + 1);
    // "earlier this year" says no more than that it is past.
    if (inner?.core.shape === 'unit' && inner.core.shift === 0) return { core: inner.core.unit === 'week' || inner.core.unit === 'month' || inner.core.unit === 'day' ? inner.core : { shape: 'none' }, last: inner.last };
    return inner;
  }
  if (is(words, i, 'later') && has(words, i + 1, 'sense')) return sensePhrase(words, i + 1);
  const numeric = numericDate(w);
  if (numeric) return { core: numeric, last: i + 1 };
  const iso = isoDate(words, i);
  if (iso) return { core: iso, last: i + 5 };
  if (w.num !== undefined && yearAt(words, i) !== undefined && w.suffix === 's') return { core: { shape: 'decade', year: w.num }, last: i + 1 };
  const season = value(words, i, 'season') as Season | undefined;
  if (season !== undefined && !(w.lower === 'fall' || w.lower === 'spring') || (season !== undefined && yearAfter(words, i + 1)?.ref)) {
    const year = yearAfter(words, i + 1);
    return { core: { shape: 'season', season: season as Season, yearRef: year?.ref }, last: year?.last ?? i + 1 };
  }
  if (is(words, i, 'the') && has(words, i + 1, 'season')) {
    const year = yearAfter(words, i + 2);
    return { core: { shape: 'season', season: value(words, i + 1, 'season') as Season, yearRef: year?.ref }, last: year?.last ?? i + 2 };
  }
  if (is(words, i, 'the') && has(words, i + 1, 'unit') && is(words, i + 1, 'weekend')) return { core: { shape: 'unit', unit: 'weekend', shift: 0 }, last: i + 2 };
  if (is(words, i, 'year') && (is(words, i + 1, 'end') || (is(words, i + 1, '-') && is(words, i + 2, 'end')))) return { core: { shape: 'unit', unit: 'year', shift: 0 }, last: is(words, i + 1, '-') ? i + 3 : i + 2, part: 'late' };
  return (
    (is(words, i, 'the') ? undefined : monthPhrase(words, i)) ?? weekdayPhrase(words, i) ?? sensePhrase(words, i) ?? distancePhrase(words, i) ??
    // the 12th [of the month]
    (is(words, i, 'the') && ordinalDay(words, i + 1) !== undefined && words[i + 1].suffix !== ''
      ? monthPhrase(words, i + 1) ?? dayOnly(words, i + 1)
      : undefined)
  );
};

const dayOnly = (words: readonly Word[], i: number): Found | undefined => {
  // "the 12th" of a month only where no noun follows ("the 12th round").
  const next = words[i + 1];
  if (next && /^\p{L}/u.test(next.text) && !/^(?:of|and|when|after|by|the|to|in|at|with|as|but|he|she|it|they)$/.test(next.lower)) return undefined;
  if (is(words, i + 1, 'of') && !is(words, i + 2, 'this', 'the', 'that', 'last', 'next')) return undefined;
  return { core: { shape: 'day', day: words[i].num as number }, last: i + 1 };
};

const DATELINE_END = /^(?:-|–|—|:|\()$/;

const match = (words: readonly Word[], i: number, initial: boolean): Match => {
  const w = words[i];
  // every Monday, each year; daily, weekly
  if (has(words, i, 'each')) {
    const j = has(words, i + 1, 'vague') || numberAt(words, i + 1) !== undefined || is(words, i + 1, 'other') ? i + 2 : i + 1;
    if (unitAt(words, j) !== undefined || weekdayAt(words, j) !== undefined || monthAt(words, j) !== undefined || has(words, j, 'season')) return { first: i, last: j + 1, core: { shape: 'none' }, kind: 'frequency' };
  }
  if (has(words, i, 'frequency') && !w.capital) return { first: i, last: i + 1, core: { shape: 'none' }, kind: 'frequency' };
  if (is(words, i, 'once', 'twice') && is(words, i + 1, 'a', 'every') && unitAt(words, i + 2)) return { first: i, last: i + 3, core: { shape: 'none' }, kind: 'frequency' };
  // for two days, within a week
  if (is(words, i, 'for', 'within', 'during', 'in') && !is(words, i + 1, 'the')) {
    let j = i + 1;
    while (has(words, j, 'vague') || is(words, j, 'than', 'least', 'at', 'more', 'less', 'up', 'to', 'as', 'long', 'over') && j < i + 4) j++;
    const n = numberAt(words, j);
    if (n !== undefined && unitAt(words, j + 1) !== undefined && !words[j + 1].suffix) {
      const tail = words[j + 2]?.lower;
      if (tail !== 'ago' && tail !== 'later' && tail !== 'earlier') return { first: i, last: j + 2, core: { shape: 'none' }, kind: 'duration' };
    }
    if (j > i + 1 && unitAt(words, j) !== undefined && !words[j].suffix && words[j + 1]?.lower !== 'ago') return { first: i, last: j + 1, core: { shape: 'none' }, kind: 'duration' };
  }
  // between X and Y; from X to Y
  if (is(words, i, 'between', 'from')) {
    const from = rangeEnd(words, i + 1);
    if (from && is(words, from.last, 'and', 'to', 'until', 'till', 'through')) {
      const to = rangeEnd(words, from.last + 1);
      if (to && from.core.shape !== 'none' && to.core.shape !== 'none') return { first: i, last: to.last, core: { shape: 'span', from: from.core, to: to.core }, kind: 'at' };
    }
  }
  // before the year is out
  if (is(words, i, 'before') && is(words, i + 1, 'the') && is(words, i + 2, 'year', 'month', 'week') && is(words, i + 3, 'is', 'was') && is(words, i + 4, 'out', 'over')) {
    return { first: i, last: i + 5, core: { shape: 'unit', unit: words[i + 2].lower as Unit, shift: 0 }, kind: 'until' };
  }
  const found = phrase(words, i) ?? bareYear(words, i);
  if (!found) return undefined;
  let kind: Expression['kind'] = 'at';
  let back: boolean | undefined;
  let lead = words[i - 1];
  if (lead?.lower === 'the' && found.core.shape !== 'none') lead = words[i - 2];
  if (found.core.shape !== 'none' && lead) {
    const before = lead.lower;
    if (before === 'since') [kind, back] = ['since', true];
    else if (before === 'from') kind = found.core.shape === 'span' ? 'at' : 'since';
    else if (before === 'by' || before === 'until' || before === 'till' || before === 'before') kind = 'until';
    else if (before === 'after' && !found.subordinate) kind = 'since';
    else if (is(words, i - 2, 'as') && is(words, i - 1, 'of', 'from')) kind = 'since';
    else if (before === 'to' && is(words, i - 2, 'up')) kind = 'until';
    else if (before === 'than' && is(words, i - 2, 'later')) kind = 'until';
    else if (before === 'beginning' || before === 'starting' || before === 'effective') kind = 'since';
    else if ((before === 'on' || before === 'in') && is(words, i - 2, 'beginning', 'starting')) kind = 'since';
  }
  const e: Expression = { first: i, last: found.last, core: found.core, part: found.part, kind, back, subordinate: found.subordinate };
  // CAIRO, Feb 14 - ...; BAKU, July 1 (CNW) -
  if (initial && found.core.shape === 'day' && i <= 8 && DATELINE_END.test(words[found.last]?.text ?? '') && is(words, i - 1, ',')) e.dateline = true;
  if (e.subordinate) e.kind = 'at';
  return e;
};

const rangeEnd = (words: readonly Word[], i: number): Found | undefined => {
  const found = phrase(words, i);
  if (found) return found.subordinate ? undefined : found;
  const year = yearAt(words, i);
  if (year !== undefined && !COUNTED.test(words[i + 1]?.lower ?? '')) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  const day = ordinalDay(words, i);
  // "from 5 to 7 May": the first end takes its month from the second.
  if (day !== undefined && is(words, i + 1, 'to', 'and')) {
    const second = monthPhrase(words, i + 2);
    if (second?.core.shape === 'day') return { core: { ...second.core, day }, last: i + 1 };
  }
  return undefined;
};

/** A year by itself: "in 2020", "since 2018", "the 2020 election". */
const bareYear = (words: readonly Word[], i: number): Found | undefined => {
  const year = yearAt(words, i);
  if (year === undefined || year < 1900 || year > 2100 || words[i].suffix) return undefined;
  const before = words[i - 1]?.lower ?? '';
  const next = words[i + 1];
  if (COUNTED.test(next?.lower ?? '')) return undefined;
  if (YEAR_LEADS.test(before)) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  if (/^(?:the|a|its|their|his|her|'s|’s|disputed|that|this)$/.test(before) || words[i - 1]?.suffix === 's') {
    if (next && /^\p{L}/u.test(next.text)) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  }
  // "remembers 2019.", "2019 was": a figure of that size that counts nothing is a year.
  if (/^\p{L}/u.test(words[i - 1]?.text ?? '') && words[i].lower === words[i].text && !/^(?:about|than|nearly|almost|some|over|least|number|no|flight|resolution|article|agenda|vision|zapad)$/.test(before) && !words[i - 1].capital) {
    if (!next || /^[.,;:!?)”"]$/.test(next.text) || /^(?:should|was|is|and|but|when|had|has|saw|brought)$/.test(next.lower)) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  }
  return undefined;
};

/** Words outside the date lexicon that an expression may begin with. */
const OPENERS = new Set([
  'before', 'between', 'during', 'earlier', 'following', 'for', 'from', 'in', 'just', 'later', 'less', 'more', 'once', 'only', 'over', 'overnight', 'preceding', 'previous',
  'prior', 'the', 'twice', 'within', 'year',
]);

/** English: "Nov. 12, 2025", "on Monday", "last July", "three days ago", "by the end of August". */
export const english: Grammar = (words, initial) => scan(words, OPENERS, (i) => match(words, i, initial));

/** What a date says before it is resolved: the common output of the three grammars. */
import type { Part, Season } from './calendar.ts';

export type Unit = 'day' | 'week' | 'month' | 'year' | 'weekend' | 'quarter' | 'half';
/** `last`, `next`, `this`: by the publication date; `same`: by the date before it in the text. */
export type Sense = 'last' | 'next' | 'this' | 'same';

/** Year of an expression: a number, a shift from the publication year, or that of the date before it in the text. */
export interface YearRef {
  year?: number;
  shift?: number;
  same?: boolean;
}

export type Core =
  | { shape: 'day'; day: number; month?: number; yearRef?: YearRef; sameMonth?: boolean; weekday?: number }
  | { shape: 'month'; month: number; yearRef?: YearRef; sense?: Sense }
  | { shape: 'season'; season: Season; yearRef?: YearRef; sense?: Sense }
  | { shape: 'year'; yearRef: YearRef }
  | { shape: 'decade'; year: number }
  /** `week`: shift of the week it stands in ("Thursday of last week" -1). */
  | { shape: 'weekday'; weekday: number; sense?: Sense; week?: number }
  /** A calendar unit by the publication date: yesterday = day -1, last week = week -1. */
  | { shape: 'unit'; unit: Unit; shift: number; of?: YearRef; ordinal?: number }
  /** A span of days around the publication date ("overnight": -1 to 0). */
  | { shape: 'days'; from: number; to: number }
  /** A distance from the publication date: two weeks ago = week -2, kept to the unit's precision. */
  | { shape: 'distance'; unit: Unit; shift: number }
  /** A distance from the date before it in the text: the next day = day 1. `whole`: the calendar unit ("that week"). */
  | { shape: 'anchored'; unit: Unit; shift: number; whole?: boolean }
  | { shape: 'span'; from: Core; to: Core }
  /** Recognised, and states no day ("several years ago", "every week", "for two days"). */
  | { shape: 'none' };

export interface Expression {
  /** Range in the sentence's words: first, and one past the last. */
  first: number;
  last: number;
  core: Core;
  part?: Part;
  kind: 'at' | 'since' | 'until' | 'frequency' | 'duration';
  /** Looks back by its own words ("since May"), whatever the tense. */
  back?: boolean;
  dateline?: boolean;
  subordinate?: boolean;
}

import type { Granularity } from '../../story/facts.ts';
import type { Doc } from '../../language/doc.ts';

/** A temporal expression resolved against the publication date. */
export interface DateMention {
  /** Token range: first, and one past the last. */
  first: number;
  last: number;
  sentence: number;
  /** First and last day, ISO 8601. "since X" has `from` only, "by X" has `to` only; a vague one has neither. */
  from?: string;
  to?: string;
  granularity?: Granularity;
  /** How it relates to the clause: a point or span, a beginning, an end, a rate ("weekly"), a duration ("for two days"). */
  kind: 'at' | 'since' | 'until' | 'frequency' | 'duration';
  /**
   * The other reading, where the words alone do not tell past from future ("on Friday", "in April"): `from`/`to` follow
   * the tense of the clause, these the opposite one.
   */
  otherFrom?: string;
  otherTo?: string;
  /** Stands in a dateline ("CAIRO, Feb 14 -"): the date of the report, of no act. */
  dateline?: boolean;
  /** Dates only the clause or noun that follows it ("a day after the army shelled ..."), not the clause it stands in. */
  subordinate?: boolean;
}

/** `published` is the story's date, ISO 8601. */
export type FindDates = (doc: Doc, published: string) => DateMention[];

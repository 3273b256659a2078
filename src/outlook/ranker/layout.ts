/**
 * The features of a candidate, where each stands in a row. Those that are zero for whoever the subject has never dealt
 * with come first, so that such rows are multiplied by half.
 */

/** Features of a candidate's own dealings with the subject: columns 0 to DEALINGS. */
export const RECURRENCE = 0, RECIPROCITY = 10, PAIR = 12, RULES = 23, ORDER = 26;
export const DEALINGS = 28;
/** Features that every candidate has. */
export const POPULARITY = 28, PATHS = 39, KIN = 42, CHOICE = 50;
export const FEATURES = 51;

/** What is known of the question whatever the candidate: how busy the subject, the question and the relation are. */
export const CONTEXT = 4;

export interface Family {
  name: string;
  /** What it tells, in a few words. */
  about: string;
  columns: readonly number[];
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/** The families that are added or left out as one. */
export const FAMILIES: readonly Family[] = [
  { name: 'recurrence', about: 'the same act, how often and how lately', columns: span(RECURRENCE, RECIPROCITY) },
  { name: 'reciprocity', about: 'the same act the other way', columns: span(RECIPROCITY, PAIR) },
  { name: 'pair', about: 'whatever passed between the two', columns: span(PAIR, RULES) },
  { name: 'rules', about: 'acts that such acts follow', columns: span(RULES, ORDER) },
  { name: 'order', about: 'place among those the subject deals with, and among its answers', columns: span(ORDER, DEALINGS) },
  { name: 'popularity', about: 'who is dealt with so, and at all', columns: span(POPULARITY, PATHS) },
  { name: 'paths', about: 'through third parties', columns: span(PATHS, KIN) },
  { name: 'kin', about: 'country and sector by name', columns: span(KIN, CHOICE) },
  { name: 'choice', about: 'the cheap score that chose whom to look at', columns: span(CHOICE, FEATURES) },
];

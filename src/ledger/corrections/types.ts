/** What an analyst can say of the record, as it is kept and as it travels between desks. */
import type { ClaimFact, EventFact, TieFact, TrendFact } from '../../story/facts.ts';
import type { Lang } from '../../story/story.ts';
import type { CodedName } from '../coded/one.ts';
import type { FactKind } from '../filter.ts';

export const CORRECTION_KINDS = [
  'confirm', 'reject', 'change', 'add', 'merge', 'split', 'join-persons', 'separate-persons', 'add-party', 'add-name', 'add-office', 'undo', 'redo',
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

export type AnyFact = EventFact | ClaimFact | TieFact | TrendFact;

/** What a correction stands on: the fact as it was coded (or added), with its sentence and its words; or an event as a data set gives it. */
export interface Anchor {
  kind: FactKind;
  /** Hash of the story; of an event of a data set, `placeOfDataset`. */
  story: string;
  /** What the data set calls it. */
  dataset?: CodedName;
  fact: AnyFact;
}

/** What stands in the place of a story's hash for events of a data set. */
export const placeOfDataset = (name: string): string => `dataset:${name}`;

/** New values by field of the exchange format; null takes a field away. */
export type Fields = Readonly<Record<string, unknown>>;

export const PARTY_KINDS = ['state', 'org', 'bloc', 'group'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
export const NAME_SORTS = ['name', 'adjective', 'people', 'capital', 'seat', 'body', 'company', 'place'] as const;
export type NameSort = (typeof NAME_SORTS)[number];

/** A party that the gazetteer lacks. */
export interface NewParty {
  code: string;
  party: PartyKind;
  names: Partial<Record<Lang, string[]>>;
}

/** A further name of a party. */
export interface NewName {
  code: string;
  lang: Lang;
  name: string;
  as: NameSort;
}

/** An office somebody held; of a person the gazetteer lacks, this makes him known. */
export interface NewOffice {
  names: Partial<Record<Lang, string[]>>;
  country: string;
  role: string;
  /** The organisation or state served, where it is not the own country. */
  code?: string;
  from?: string;
  to?: string;
  sex?: 'm' | 'f';
}

export type Said =
  | { kind: 'confirm' | 'reject' | 'add'; about: Anchor }
  | { kind: 'change'; about: Anchor; fields: Fields }
  | { kind: 'merge'; events: Anchor[] }
  | { kind: 'split'; events: Anchor[]; from: Anchor[] }
  | { kind: 'join-persons' | 'separate-persons'; names: string[] }
  | ({ kind: 'add-party' } & NewParty)
  | ({ kind: 'add-name' } & NewName)
  | ({ kind: 'add-office' } & NewOffice)
  | { kind: 'undo' | 'redo'; of: string };

export interface Signed {
  who: string;
  /** ISO 8601, to the millisecond, UTC. */
  at: string;
  why: string;
}

/** A correction as it travels; `uid` is the same wherever it goes. */
export type Correction = Signed & { uid: string } & Said;

/** A correction as it stands in this ledger. */
export interface Standing {
  /** `k12`: its number in this ledger. */
  id: string;
  correction: Correction;
  /** Whether it counts: not undone, or redone. */
  active: boolean;
  /** Ids of the facts it is about here and now, and how each was found again. */
  facts: { id: string; fit: Fit }[];
  /** Of an undoing or redoing: the number of what it is about, where that is in this ledger. */
  of?: string;
}

/**
 * How a correction stands on the coding that counts: on a fact that says the same; on one told by the same words; on none,
 * and so what the analyst said is kept as a fact of its own; on none, and nothing is left to say; its story or data set is not here.
 */
export type Fit = 'same' | 'words' | 'kept' | 'none' | 'waiting';

/** The anchors of what is said. */
export function anchorsOf(said: Said): Anchor[] {
  if ('about' in said) return [said.about];
  if (said.kind === 'merge') return said.events;
  return said.kind === 'split' ? [...said.events, ...said.from] : [];
}

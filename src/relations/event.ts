/** What the measures are computed from: acts between two parties, whatever ledger or data set they come from. */
import type { EventType, Factuality, Mode, PartyCode, Precedent } from '../story/facts.ts';

/** Where an event can be looked up: its sentence and story, or the data set's row. */
export interface Cite {
  /** The sentence that states it; absent for events of a data set. */
  evidence?: string;
  /** Outlet and date, or the name of the data set. */
  origin?: string;
  /** The story's hash. */
  story?: string;
}

export interface RelationEvent {
  /** The fact's id (`e12`). */
  id: string;
  /** Events with the same one tell of the same act in the world; its own id where nothing is known of others. */
  happening: string;
  type: EventType;
  source: PartyCode;
  target: PartyCode;
  /** ISO 8601. */
  firstDay: string;
  lastDay: string;
  factuality: Factuality;
  /** 0 to 1. */
  confidence: number;
  /** What a report of its outlet counts, where that is asked for and not 1. */
  weight?: number;
  mode?: Mode;
  sourcePerson?: string;
  targetPerson?: string;
  /** The party of whoever the text gives as its source for this act. */
  saidBy?: PartyCode;
  precedent?: Precedent;
  cite?: Cite;
}

/** A standing condition that binds `a` to `b`, as one sentence states it. */
export interface RelationTie {
  id: string;
  a: PartyCode;
  b: PartyCode;
  domain: string;
  kind: string;
  day: string;
  cite?: Cite;
}

/** A relation that a sentence says is improving, worsening or unchanged. */
export interface RelationTrend {
  id: string;
  a: PartyCode;
  b: PartyCode;
  direction: 'improving' | 'worsening' | 'unchanged';
  firstDay: string;
  lastDay: string;
  cite?: Cite;
}

/** What somebody says about the state of things. */
export interface RelationClaim {
  id: string;
  speaker: string;
  kind: string;
  about: readonly PartyCode[];
  day: string;
  cite?: Cite;
}

/** First and last day of a period, ISO 8601, both included. */
export interface Window {
  from: string;
  to: string;
}

/** The two parties of a dyad. */
export type Pair = readonly [PartyCode, PartyCode];

/** Whether an event is between these two, either way. */
export const between = ({ source, target }: Pick<RelationEvent, 'source' | 'target'>, [a, b]: Pair): boolean =>
  (source === a && target === b) || (source === b && target === a);

/** Whether an event begins within a window. */
export const within = ({ firstDay }: Pick<RelationEvent, 'firstDay'>, { from, to }: Window): boolean => firstDay >= from && firstDay <= to;

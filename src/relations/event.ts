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

/**
 * Acts of data sets, in columns: stated facts, each its own happening. A row is one act, or, where `count` is there, so
 * many of one kind on one day, whose ids are to be looked up (`manyOf`).
 */
export interface CodedActs {
  length: number;
  parties: readonly PartyCode[];
  /** Places in `parties`. */
  source: Uint16Array;
  target: Uint16Array;
  /** Place in EVENT_TYPES, and in MODES from 1 on; 0 for none. */
  type: Uint8Array;
  mode: Uint8Array;
  /** Days since 1970-01-01. */
  day: Int32Array;
  /** Numbers of the events (`e12`). */
  id?: Float64Array;
  count?: Uint32Array;
  /** Where rows stand pair by pair, each in order of days, and joint acts begin with the first party by code: where each pair's rows begin, and at last where all end. */
  begin?: Uint32Array;
}

/** What a ledger holds: events that stories state, and acts of data sets. */
export interface EventRecord {
  told: readonly RelationEvent[];
  coded?: CodedActs;
}

/** What measures are computed from: a record, or just events. */
export type Events = EventRecord | Iterable<RelationEvent>;

export const recordOf = (events: Events): EventRecord => (Symbol.iterator in events ? { told: Array.isArray(events) ? (events as readonly RelationEvent[]) : [...events] } : events);

/** Acts of one kind and day that a rollup counts, in the place of their ids. */
export interface Many {
  source: PartyCode;
  target: PartyCode;
  type: EventType;
  mode?: Mode;
  day: string;
}

/** Such acts as one word (`2014-03-01 RUS UKR CONSULT visit`), to stand among happenings. */
export const manyOf = ({ day, source, target, type, mode }: Many): string => `${day} ${source} ${target} ${type}${mode ? ` ${mode}` : ''}`;

/** Reads such a word; undefined for a happening's id. */
export function readMany(word: string): Many | undefined {
  const [day, source, target, type, mode] = word.split(' ');
  return day && source && target && type ? { day, source, target, type: type as EventType, ...(mode && { mode: mode as Mode }) } : undefined;
}

/** How many happenings a number was made from, and some of them: all where they are few. */
export interface Counted {
  happenings: number;
  because: string[];
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
  /** For whom the speaker speaks, where that is known. */
  saidBy?: PartyCode;
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

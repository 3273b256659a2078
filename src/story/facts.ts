/** The exchange format: what one story states, each fact on one sentence. Names follow PLOVER and FactBank. */
import type { Span } from './story.ts';

export const EVENT_TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST',
  'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const FACTUALITIES = ['fact', 'planned', 'possible', 'conditional', 'denied'] as const;
export type Factuality = (typeof FACTUALITIES)[number];

export const CLAIM_KINDS = ['assessment', 'prediction', 'intention', 'explanation', 'position'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const TIE_DOMAINS = ['military', 'economic', 'energy', 'political', 'legal', 'territorial'] as const;
export type TieDomain = (typeof TIE_DOMAINS)[number];
export const TIE_KINDS = ['alliance', 'basing', 'deployment', 'integration', 'dependence', 'dispute', 'membership', 'occupation'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export const DIRECTIONS = ['improving', 'worsening', 'unchanged'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const MODES = ['call', 'visit', 'meeting', 'talks', 'mediation'] as const;
export type Mode = (typeof MODES)[number];

export const GRANULARITIES = ['day', 'week', 'month', 'season', 'year'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** `UNKNOWN` stands for a party the text names but the gazetteer does not know. */
export type PartyCode = string;

/** Where a fact's words stand; `sentence` is always there. */
export interface Offsets {
  sentence: Span;
  type?: Span;
  source?: Span;
  target?: Span;
  speaker?: Span;
  date?: Span;
}

export interface Precedent {
  kind: 'first' | 'nth' | 'last';
  n?: number;
  /** ISO date (or year) since which it is the first. */
  since?: string;
  years?: number;
}

interface FactBase {
  /** One whole sentence, an exact substring of the story's text. */
  evidence: string;
  offsets: Offsets;
  /** 0 to 1: the share of facts coded with such a confidence that are right, as calibrated on gold. */
  confidence: number;
}

export interface EventFact extends FactBase {
  type: EventType;
  source: PartyCode;
  source_person?: string;
  target: PartyCode;
  target_person?: string;
  mutual?: boolean;
  from?: string;
  to?: string;
  granularity?: Granularity;
  factuality: Factuality;
  attributed_to?: string;
  /** Attribution from outlet (first) to origin (last). */
  chain?: string[];
  happening?: string;
  mode?: Mode;
  recurring?: boolean;
  precedent?: Precedent;
  condition?: string;
  purpose?: string;
  place?: string;
  quotes?: string[];
  numbers?: string[];
}

export interface ClaimFact extends FactBase {
  speaker: string;
  kind: ClaimKind;
  about: PartyCode[];
}

export interface TieFact extends FactBase {
  a: PartyCode;
  b: PartyCode;
  domain: TieDomain;
  kind: TieKind;
}

export interface TrendFact extends FactBase {
  a: PartyCode;
  b: PartyCode;
  direction: Direction;
  from?: string;
  to?: string;
}

export interface PersonRecord {
  /** Surface forms, dictionary (uninflected) form, fullest first; then the usual English romanisation where known. */
  names: string[];
  country: PartyCode;
  role?: string;
}

/** What the coder takes from one story. */
export interface CodedStory {
  id: string;
  lang: string;
  date: string;
  outlet?: string;
  url?: string;
  title?: string;
  persons: PersonRecord[];
  events: EventFact[];
  claims: ClaimFact[];
  ties: TieFact[];
  trends: TrendFact[];
}

/** Who is named where, and for whom they act. */
import type { Doc } from '../language/doc.ts';
import type { PartyCode, PersonRecord } from '../story/facts.ts';
import type { Additions } from './additions.ts';

export type MentionKind =
  /** A state, organisation, group, capital or seat of power by name ("Türkiye", "the Kremlin", "НАТО"). */
  | 'party'
  /** An adjective or demonym of a party standing inside a larger noun phrase ("Turkish" in "Turkish jets"). */
  | 'adjective'
  /** A named person, with or without title. */
  | 'person'
  /** An office, body or epithet without a name, resolved ("the Belarusian leader", "mevkidaşı", "Savunma Bakanlığı"). */
  | 'office'
  /** A pronoun or dropped-subject stand-in, resolved. */
  | 'pronoun'
  /** Several parties at once ("both capitals", "iki ülke", "стороны"). */
  | 'group';

/** A maximal span that names one acting party (or, for `group`, several). Names and titles are one mention. */
export interface Mention {
  /** Token range: first, and one past the last. */
  first: number;
  last: number;
  /** The token that carries the mention's syntactic function (case, deprel). */
  head: number;
  sentence: number;
  kind: MentionKind;
  /** Codes it acts for; more than one for `group`; `['UNKNOWN']` where it is a party or person that is not known. */
  parties: PartyCode[];
  /** The person's full name as the text first gives it, uninflected; absent where no person is meant. */
  person?: string;
  /** For `group`: the persons meant, parallel to `parties` ("the two leaders"). */
  persons?: (string | undefined)[];
  /** An office or body in the text's words, uninflected ("Минобороны Турции"); what `attributed_to` says for a body. */
  body?: string;
  /** Expert, analyst, journalist...: speaks, but does not act for the state. */
  outsider?: boolean;
  /** 0 to 1. */
  confidence: number;
}

export interface Parties {
  /** In text order; nested only where an `adjective` or place sits inside a larger mention. */
  mentions: Mention[];
  persons: PersonRecord[];
}

export interface ResolveContext {
  /** Publication date, for offices held then. */
  date: string;
  title?: string;
  outlet?: string;
  url?: string;
  /** What this reader's gazetteer has besides the listed. */
  additions?: Additions;
}

export type ResolveParties = (doc: Doc, context: ResolveContext) => Parties;

import type { Doc } from '../../language/doc.ts';
import type { Mention } from '../../parties/mention.ts';

export type SpeechKind =
  /** Words in quotation marks or after a dialogue dash. */
  | 'direct'
  /** A reported clause ("said that ...", -dığını söyledi, сообщил, что ...). */
  | 'indirect'
  /** "according to X", X'e göre, по словам X, по данным X. */
  | 'according'
  /** No speaker: bildirildi, сообщается, reportedly, "it was reported". */
  | 'evidential';

/** One stretch of reported speech and whose word it is. */
export interface Speech {
  kind: SpeechKind;
  /** The words of the speech: token ranges [first, last); more than one where the frame interrupts it. */
  covers: { first: number; last: number }[];
  sentence: number;
  /** The reporting word or according-to marker. */
  cue: number;
  /** Lexicon lemma of the cue, e.g. `say`, `deny`, `belirt`. */
  cueLemma: string;
  /** How the speaker stands to the content. */
  stance: 'assert' | 'deny' | 'confirm' | 'ask' | 'think' | 'hope' | 'warn' | 'promise';
  /** The mention that speaks, where one is resolved. */
  speaker?: Mention;
  /** What `attributed_to` says: a person's full name, a body's words, or `unnamed`. */
  name: string;
  /** From the nearest relay to the origin, where there is a chain ("Interfax, citing an official"). */
  chain: string[];
}

/** All reported speech of a document; a sentence may have several, nested. */
export type FindSpeech = (doc: Doc, mentions: readonly Mention[]) => Speech[];

/** What the languages share in looking for reporting frames: the sentence, its quotation marks, the stretches between its semicolons. */
import type { Doc } from '../../language/doc.ts';
import type { ReportingWords } from './lexicon.ts';

/** A sentence in which frames are looked for. */
export interface Site {
  doc: Doc;
  words: ReportingWords;
  /** Sentence bounds after a dateline. */
  first: number;
  last: number;
  sentence: number;
}

/** One that also tells which tokens are the heads of mentions. */
export interface MentionedSite extends Site {
  isHead: (i: number) => boolean;
}

export const QUOTE_MARK = /^[“”"„«»]$/;
export const NOUN_LIKE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);

/** The next ";" or the end of the sentence. */
export const segmentEnd = (site: Site, from: number): number => {
  for (let i = from; i < site.last; i++) if (site.doc.tokens[i].form === ';') return i;
  return site.last;
};

/** Behind the ";" before a token, or the start of the sentence. */
export const segmentStart = (site: Site, from: number): number => {
  for (let i = from - 1; i >= site.first; i--) if (site.doc.tokens[i].form === ';') return i + 1;
  return site.first;
};

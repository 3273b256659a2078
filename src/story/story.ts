/** What was published: one text by one outlet on one day. */
export interface Story {
  /** The story's own name where the source gives one; otherwise the hash of its content. */
  id: string;
  /** ISO 639-1; absent where the source does not say (the coder then identifies it). */
  lang?: Lang;
  /** Publication date, ISO 8601 `YYYY-MM-DD`. */
  date: string;
  outlet?: string;
  url?: string;
  title?: string;
  /** As the outlet names them. */
  author?: string;
  /** How the date is known, where it was found and not given. */
  dated?: Dated;
  /** The body; paragraphs separated by a blank line. Immutable: every offset is a UTF-16 index into it. */
  text: string;
}

/**
 * Where a story's date was found: in the metadata of its page, its JSON-LD, its address, its visible text; counted back
 * from when it was fetched (`relative`); only as the day of an update; in a feed; in the head of a mail or a document.
 */
export type Dated = 'metadata' | 'json-ld' | 'url' | 'text' | 'relative' | 'updated' | 'feed' | 'header';

/** Languages with a built-in model. */
export type Lang = 'tr' | 'en' | 'ru';
export const LANGS: readonly Lang[] = ['tr', 'en', 'ru'];

/** A half-open range of UTF-16 offsets into a story's text. */
export interface Span {
  start: number;
  end: number;
}

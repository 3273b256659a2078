/** Bytes on their way to becoming stories, and what is known about them from outside. */
import type { Problem, Where } from '../story/errors.ts';

/** What somebody else says about some bytes. None of it is believed against the bytes themselves. */
export interface Hints {
  /** Media type without parameters, lower case. */
  type?: string;
  charset?: string;
  /** Absolute address. */
  url?: string;
  /** When it was fetched, ISO 8601 with time: the origin of "two hours ago", and no story is later. */
  crawled?: string;
  /** What an envelope (a mail's head, a feed's entry) says of the story itself. */
  title?: string;
  author?: string;
  outlet?: string;
  /** Day or timestamp as given. */
  date?: string;
  lang?: string;
}

/** A stream of bytes with its place and its name. */
export interface Source {
  where: Where;
  /** Base name, for its extension. */
  name: string;
  hints: Hints;
  bytes: AsyncIterable<Buffer>;
  /** Where the bytes are a file of this machine: its path, for formats that are read out of order. */
  path?: string;
  /** How many archives it lies in. */
  depth: number;
}

/** `entry` is one of a feed, as JSON (see formats/feed.ts). */
export type DocKind = 'text' | 'json' | 'html' | 'entry' | 'docx' | 'pdf';

/** One document, whole: what a story is taken from. */
export interface Doc {
  where: Where;
  kind: DocKind;
  name: string;
  hints: Hints;
  bytes: Buffer;
}

/** What walking a source meets: a document, a fault, or something that can hold no story and why. */
export type Met =
  | { doc: Doc; problem?: undefined; passed?: undefined; where?: undefined }
  | { problem: Problem; where: Where; doc?: undefined; passed?: undefined }
  | { passed: string; where: Where; doc?: undefined; problem?: undefined };

export const met = (doc: Doc): Met => ({ doc });
export const fault = (problem: Problem, where: Where): Met => ({ problem, where });
export const passed = (why: string, where: Where): Met => ({ passed: why, where });

/** A place inside another; its offset is the outer one's where it has none of its own. */
export const inside = (where: Where, member: string, offset = where.offset): Where => ({
  ...(where.file !== undefined && { file: where.file }), member: where.member === undefined ? member : `${where.member}!${member}`, ...(offset !== undefined && { offset }),
});

/** What a watch remembers between two runs, and who keeps it. */
import type { Problem, Where } from '../../story/errors.ts';
import type { Lang, Story } from '../../story/story.ts';

export interface WatchedFeed {
  id: number;
  url: string;
  /** Outlet and language of its stories, where they do not say. */
  outlet?: string;
  lang?: Lang;
  /** What the server said the answer was, for the next question. */
  etag?: string;
  modified?: string;
  /** How often in a row it could not be read. */
  failures: number;
  /** Epoch milliseconds. */
  due: number;
  lastRead?: number;
  lastProblem?: string;
  watched: boolean;
}

export type EntryState = 'wait' | 'kept' | 'gone' | 'refused' | 'failed';

export interface WatchedEntry {
  key: string;
  /** Hash of what the feed says of it. */
  mark: string;
  url?: string;
  title?: string;
  /** Day of publication: what the feed says, then what the story was kept under. */
  date?: string;
  state: EntryState;
  tries: number;
  looks: number;
  etag?: string;
  modified?: string;
  /** Epoch milliseconds; absent where it is not to be fetched again. */
  due?: number;
}

/** Keeps feeds and entries; the ledger does. */
export interface FeedStore {
  /** Feeds that are watched, by id. */
  feeds(): WatchedFeed[];
  entry(feed: number, key: string): WatchedEntry | undefined;
  /** Entries to be fetched by then, soonest first. */
  due(feed: number, by: number): WatchedEntry[];
  /** When the next entry is to be fetched. */
  nextDue(feed: number): number | undefined;
  /** A feed and entries of it, all or nothing. */
  save(feed: WatchedFeed, entries?: readonly WatchedEntry[]): void;
  saveEntry(feed: number, entry: WatchedEntry): void;
}

/** Codes and keeps one story. Resolves with what was done, or with the problem. */
export type Keep = (story: Story, where: Where) => Promise<{ did: 'added' | 'known'; version: number; problem?: undefined } | { problem: Problem; did?: undefined }>;

/** What happened, for whoever watches the watcher. */
export type WatchEvent =
  | { kind: 'story'; feed: string; address?: string; title?: string; date: string; version: number }
  | { kind: 'problem'; feed: string; problem: Problem }
  | { kind: 'moved'; feed: string; to: string }
  | { kind: 'gone'; feed: string; address: string }
  | { kind: 'read'; feed: string; entries: number; fresh: number };

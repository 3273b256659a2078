/** Feeds (RSS, Atom, RDF, JSON Feed; feedsmith) to their entries. */
import { parseFeed } from 'feedsmith';
import { absolute } from '../page/metadata.ts';

export interface Entry {
  /** What the feed knows it by: its guid, else its address. */
  key: string;
  url?: string;
  title?: string;
  author?: string;
  /** Timestamp as given. */
  date?: string;
  updated?: string;
  /** The whole text where the feed gives it, else the teaser; markup. */
  content: string;
  /** Whether the feed gives `content` as the story itself, and no mere description of it. */
  full: boolean;
}

export interface Feed {
  title?: string;
  lang?: string;
  entries: Entry[];
}

/** An entry as a document: with what its feed says of all of them. */
export type EntryDoc = Entry & { outlet?: string; lang?: string };

/** At most so many of a document type's own entities are let through: feeds have none. */
const DOCTYPE = /<!DOCTYPE\b(?:[^>[]|\[[\s\S]*?\])*>/gi;

const some = (...candidates: (string | null | undefined)[]): string | undefined => candidates.find((one) => typeof one === 'string' && one.trim() !== '')?.trim();

/** Parses a feed. Throws where it is none. `base` is its own address. */
export function readFeed(markup: string, base?: string): Feed {
  // Entities are declared in document types, and every trick with them starts there: without one they stay text.
  const { format, feed } = parseFeed(/^\s*\{/.test(markup) ? markup : markup.replace(DOCTYPE, ''));
  const made = (title: string | undefined, lang: string | undefined, entries: (Omit<Entry, 'key'> & { key?: string })[]): Feed => ({
    ...(title && { title }), ...(lang && { lang }), entries: entries.map((entry, i) => ({ ...entry, key: entry.key ?? entry.url ?? entry.title ?? String(i) })),
  });
  const entry = (fields: { key?: string; link?: string; title?: string; author?: string; date?: string; updated?: string; whole?: string; teaser?: string }): Omit<Entry, 'key'> & { key?: string } => {
    const url = absolute(fields.link, base), { key, title, author, date, updated, whole, teaser } = fields;
    return { ...(key && { key }), ...(url && { url }), ...(title && { title }), ...(author && { author }), ...(date && { date }), ...(updated && { updated }), content: whole ?? teaser ?? '', full: whole !== undefined };
  };
  if (format === 'rss') {
    return made(some(feed.title), some(feed.language), (feed.items ?? []).map((item) => entry({
      key: some(item.guid?.value), link: some(item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value), title: some(item.title),
      author: some(item.dc?.creators?.join(', '), item.authors?.map((one) => (typeof one === 'string' ? one : (one as { name?: string }).name ?? '')).filter(Boolean).join(', ')),
      date: some(item.pubDate, item.dc?.dates?.[0]), whole: some(item.content?.encoded), teaser: some(item.description),
    })));
  }
  if (format === 'rdf') {
    return made(some(feed.title), some(feed.dc?.languages?.[0]), (feed.items ?? []).map((item) => entry({
      link: some(item.link), title: some(item.title), author: some(item.dc?.creators?.join(', ')), date: some(item.dc?.dates?.[0]), whole: some(item.content?.encoded), teaser: some(item.description),
    })));
  }
  if (format === 'atom') {
    return made(some(feed.title?.value), undefined, (feed.entries ?? []).map((item) => entry({
      key: some(item.id), link: some(item.links?.find(({ rel }) => rel === 'alternate' || rel === undefined)?.href, item.links?.[0]?.href), title: some(item.title?.value),
      author: some(item.authors?.map(({ name }) => name).filter(Boolean).join(', ')), date: some(item.published, item.updated), updated: some(item.updated), whole: some(item.content?.value), teaser: some(item.summary?.value),
    })));
  }
  return made(some(feed.title), some(feed.language), (feed.items ?? []).map((item) => entry({
    key: some(item.id), link: some(item.url, item.external_url), title: some(item.title), author: some(item.authors?.map(({ name }) => name).filter(Boolean).join(', ')),
    date: some(item.date_published, item.date_modified), updated: some(item.date_modified), whole: some(item.content_html, item.content_text), teaser: some(item.summary),
  })));
}

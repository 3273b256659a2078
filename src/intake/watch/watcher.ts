/**
 * Watches feeds: asks each politely, reads what is new or changed (from the feed where that gives the whole text, else from
 * the page), looks at young stories again for corrections, and remembers all of it, so that it may stop at any moment.
 */
import { createHash } from 'node:crypto';
import { problem, ProblemError } from '../../story/errors.ts';
import type { Problem, Where } from '../../story/errors.ts';
import type { Story } from '../../story/story.ts';
import { storiesOf } from '../extract.ts';
import type { Fetched, Fetcher } from '../fetch/fetch.ts';
import { Manners } from '../fetch/robots.ts';
import type { Clock } from '../fetch/robots.ts';
import { readFeed } from '../formats/feed.ts';
import type { Entry, EntryDoc } from '../formats/feed.ts';
import { fetchedSource } from '../inputs.ts';
import { stamp } from '../page/dates.ts';
import { markupOf } from '../page/markup.ts';
import type { Doc } from '../source.ts';
import { walk } from '../walk.ts';
import { backOff, LOOKS, retryAfter, usual } from './pace.ts';
import type { FeedStore, Keep, WatchedEntry, WatchedFeed, WatchEvent } from './types.ts';

const MINUTE = 60_000;
/** A feed's own text of a story is at least so long, in characters; shorter ones are teasers. */
const WHOLE = 400;
const TRIES = 6;

export interface WatchOptions {
  store: FeedStore;
  fetcher: Fetcher;
  clock: Clock;
  keep: Keep;
  tell: (event: WatchEvent) => void;
  /** Only these feeds, by id; otherwise all that are watched. */
  only?: ReadonlySet<number>;
  /** Milliseconds between two readings of one feed. */
  every?: number;
  /** Milliseconds between two requests to one host. */
  pause?: number;
}

const markOf = ({ title, date, updated, content, url }: Entry): string => createHash('sha256').update(JSON.stringify([title, date, updated, content, url])).digest('hex').slice(0, 16);
const conditions = ({ etag, modified }: { etag?: string; modified?: string }): Record<string, string> => ({ ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) });
const marks = ({ headers }: Fetched): { etag?: string; modified?: string } => ({ ...(headers['etag'] && { etag: headers['etag'] }), ...(headers['last-modified'] && { modified: headers['last-modified'] }) });

export class Watcher {
  readonly #options: WatchOptions;
  readonly #manners: Manners;
  readonly #every: number;
  /** Hosts that asked to be left alone, and until when. */
  readonly #held = new Map<string, number>();
  #stopped = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#every = options.every ?? 15 * MINUTE;
    this.#manners = new Manners(options.fetcher, options.clock, options.pause ?? 2_000);
  }

  /** Ends the watch after the story in hand. */
  stop(): void {
    this.#stopped = true;
  }

  /** Watches until it is stopped, until that moment, or, with `once`, until each feed has been read once. Throws Stopped where the fetcher was. */
  async run({ once = false, until = Number.POSITIVE_INFINITY } = {}): Promise<void> {
    const { store, clock } = this.#options;
    for (let first = true; !this.#stopped; first = false) {
      for (const feed of this.#feeds()) {
        if (this.#stopped) return;
        const now = clock.now();
        // A single reading was asked for now; only a host that is in trouble is spared it.
        if (feed.due <= now || (once && first && feed.failures === 0)) await this.#read(feed);
        for (const entry of store.due(feed.id, clock.now())) {
          if (this.#stopped) return;
          await this.#page(feed, entry);
        }
      }
      if (once) return;
      const next = Math.min(...this.#feeds().flatMap(({ id, due }) => [due, store.nextDue(id) ?? Number.POSITIVE_INFINITY]));
      if (!Number.isFinite(next) || Math.max(next, clock.now()) >= until) return;
      await clock.sleep(Math.max(0, next - clock.now()));
    }
  }

  #feeds(): WatchedFeed[] {
    const { store, only } = this.#options;
    return store.feeds().filter(({ id }) => !only || only.has(id));
  }

  #wrong(feed: WatchedFeed, given: Problem): void {
    this.#options.tell({ kind: 'problem', feed: feed.url, problem: given });
  }

  /** Remembers that a feed could not be read, and when to try again. */
  #failed(feed: WatchedFeed, given: Problem, wait?: number): void {
    const { store, clock } = this.#options, failures = feed.failures + 1;
    store.save({ ...feed, failures, due: clock.now() + Math.max(wait ?? 0, backOff(failures, feed.url)), lastProblem: given.message });
    this.#wrong(feed, given);
  }

  async #read(feed: WatchedFeed): Promise<void> {
    const { store, clock, fetcher } = this.#options, where: Where = { file: feed.url };
    let answer: Fetched;
    try {
      const leave = await this.#manners.may(feed.url);
      if (leave !== 'yes') return this.#failed(feed, leave === 'no' ? problem('robots-refused', where) : problem('fetch-failed', where, { why: 'robots.txt cannot be read' }), leave === 'no' ? 24 * 60 * MINUTE : 60 * MINUTE);
      await this.#manners.turn(feed.url);
      answer = await fetcher.get(feed.url, conditions(feed));
    } catch (error) {
      if (error instanceof ProblemError) return this.#failed(feed, { ...error.problem, file: feed.url });
      throw error;
    }
    const now = clock.now(), { status } = answer;
    const next: WatchedFeed = { ...feed, failures: 0, due: now + usual(this.#every, feed.url, now), lastRead: now };
    delete next.lastProblem;
    if (status === 304) return store.save(next);
    if (status === 410) {
      const gone = problem('feed-gone', where);
      store.save({ ...next, watched: false, lastProblem: gone.message });
      return this.#wrong(feed, gone);
    }
    if (status !== 200) return this.#failed(feed, problem('fetch-refused', where, { status }), retryAfter(answer.headers['retry-after'], now));
    if (answer.moved && answer.moved !== feed.url && !store.feeds().some(({ url }) => url === answer.moved)) {
      this.#options.tell({ kind: 'moved', feed: feed.url, to: answer.moved });
      next.url = answer.moved;
    }
    let entries: Entry[], title: string | undefined;
    try {
      ({ entries, title } = readFeed(markupOf(answer.bytes, { charset: answer.charset }) ?? '', answer.url));
    } catch (error) {
      return this.#failed(feed, problem('feed-broken', where, { why: (error as Error).message.slice(0, 120) }));
    }
    const fresh: WatchedEntry[] = [], seen = new Set<string>();
    for (const entry of entries) {
      const mark = markOf(entry), before = store.entry(feed.id, entry.key);
      if (seen.has(entry.key) || before?.mark === mark) continue;
      seen.add(entry.key);
      const day = entry.date === undefined ? undefined : stamp(entry.date)?.day;
      const made: WatchedEntry = {
        key: entry.key, mark, state: 'wait', tries: 0, looks: before?.looks ?? 0, due: now, ...(entry.url && { url: entry.url }), ...(entry.title && { title: entry.title }), ...((before?.date ?? day) && { date: before?.date ?? day }),
      };
      fresh.push(await this.#own(feed, entry, made, title) ?? made);
    }
    store.save({ ...next, ...marks(answer) }, fresh);
    this.#options.tell({ kind: 'read', feed: feed.url, entries: entries.length, fresh: fresh.length });
  }

  /** Keeps a story whose whole text the feed gives. Undefined where the page has to be fetched. */
  async #own(feed: WatchedFeed, entry: Entry, made: WatchedEntry, title: string | undefined): Promise<WatchedEntry | undefined> {
    if (!entry.full || entry.content.replace(/<[^>]*>/g, '').length < WHOLE) return undefined;
    const { date } = made, outlet = feed.outlet ?? title, whole: EntryDoc = { ...entry, ...(date && { date }), ...(outlet && { outlet }) };
    const doc: Doc = { where: { file: feed.url, member: entry.key }, kind: 'entry', name: '', hints: { crawled: new Date(this.#options.clock.now()).toISOString() }, bytes: Buffer.from(JSON.stringify(whole)) };
    return this.#settle(feed, made, [doc], { ...made, due: undefined });
  }

  async #page(feed: WatchedFeed, entry: WatchedEntry): Promise<void> {
    const { store, clock, fetcher } = this.#options, { url } = entry;
    if (url === undefined) return store.saveEntry(feed.id, { ...entry, state: 'failed', due: undefined });
    const { origin } = new URL(url), held = this.#held.get(origin) ?? 0;
    if (held > clock.now()) return store.saveEntry(feed.id, { ...entry, due: held });
    const again = (given: Problem, wait = 0): void => {
      const tries = entry.tries + 1;
      if (tries < TRIES) return store.saveEntry(feed.id, { ...entry, tries, due: clock.now() + Math.max(wait, backOff(tries, url)) });
      // A page that is kept and can no longer be reached is left in peace.
      store.saveEntry(feed.id, { ...entry, tries, state: entry.looks > 0 ? 'kept' : 'failed', due: undefined });
      if (entry.looks === 0) this.#wrong(feed, given);
    };
    let answer: Fetched;
    try {
      const leave = await this.#manners.may(url);
      if (leave === 'later') return again(problem('fetch-failed', { file: url }, { why: 'robots.txt cannot be read' }), 60 * MINUTE);
      if (leave === 'no') {
        store.saveEntry(feed.id, { ...entry, state: 'refused', due: undefined });
        return this.#wrong(feed, problem('robots-refused', { file: url }));
      }
      await this.#manners.turn(url);
      answer = await fetcher.get(url, conditions(entry));
    } catch (error) {
      if (error instanceof ProblemError) return error.problem.code === 'fetch-failed' ? again({ ...error.problem, file: url }) : this.#give(feed, entry, { ...error.problem, file: url });
      throw error;
    }
    const now = clock.now(), { status } = answer, looked = this.#looked(entry, now);
    if (status === 304) return store.saveEntry(feed.id, looked);
    if (status === 429 || status === 503) {
      const wait = retryAfter(answer.headers['retry-after'], now) ?? backOff(entry.tries + 1, url);
      this.#held.set(origin, now + wait);
      return again(problem('fetch-refused', { file: url }, { status }), wait);
    }
    if (status === 410 || (status === 404 && (entry.tries > 0 || entry.looks > 0))) {
      store.saveEntry(feed.id, { ...entry, state: 'gone', due: undefined });
      return this.#options.tell({ kind: 'gone', feed: feed.url, address: url });
    }
    if (status !== 200) return again(problem('fetch-refused', { file: url }, { status }));
    const docs: Doc[] = [], wrong: Problem[] = [];
    for await (const { doc, problem: given } of walk(fetchedSource(answer, url, now))) {
      if (doc) docs.push(doc);
      else if (given) wrong.push(given);
    }
    if (docs.length === 0) return this.#give(feed, entry, wrong[0] ?? problem('page-empty', { file: url }));
    store.saveEntry(feed.id, await this.#settle(feed, entry, docs, { ...looked, ...marks(answer) }));
  }

  /** An entry as it stands after its page has been seen once more. */
  #looked(entry: WatchedEntry, now: number): WatchedEntry {
    const { due: _, ...rest } = entry, wait = LOOKS[entry.looks];
    return { ...rest, state: 'kept', tries: 0, looks: entry.looks + 1, ...(wait !== undefined && { due: now + wait }) };
  }

  /** Remembers that an entry will not become a story, and says why. */
  #give(feed: WatchedFeed, entry: WatchedEntry, given: Problem): void {
    this.#options.store.saveEntry(feed.id, { ...entry, state: 'failed', due: undefined });
    this.#wrong(feed, given);
  }

  /** Keeps the stories of documents. Returns the entry as it then stands: `kept`, or failed. */
  async #settle(feed: WatchedFeed, entry: WatchedEntry, docs: readonly Doc[], kept: WatchedEntry): Promise<WatchedEntry> {
    const { clock, keep, tell } = this.#options;
    let date = entry.date, any = false;
    for (const doc of docs) {
      for (const { story, problems, where } of await storiesOf(doc, { ...(date && { date }), ...(feed.lang && { lang: feed.lang }), ...(feed.outlet && { outlet: feed.outlet }) }, clock.now())) {
        for (const given of problems) this.#wrong(feed, given);
        if (!story) continue;
        // A story keeps the day it was first kept under: "two hours ago" moves, and what is corrected was published before.
        const fixed = entry.looks > 0 && entry.date ? entry.date : story.dated === 'relative' || story.dated === undefined ? entry.date ?? story.date : story.date;
        const own: Story = { ...story, date: fixed, ...(story.dated === undefined && entry.date && { dated: 'feed' as const }), ...(!story.url && entry.url && { url: entry.url }) };
        const done = await keep(own, where);
        if (done.problem) {
          this.#wrong(feed, done.problem);
          continue;
        }
        any = true;
        date ??= own.date;
        if (done.did === 'added') tell({ kind: 'story', feed: feed.url, ...(own.url && { address: own.url }), ...(own.title && { title: own.title }), date: own.date, version: done.version });
        kept = { ...kept, date: own.date };
      }
    }
    return any ? { ...kept, state: 'kept' } : { ...entry, state: 'failed', due: undefined };
  }
}

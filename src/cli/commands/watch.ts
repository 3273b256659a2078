/** dragoman watch: feeds into the ledger, for as long as one likes. */
import { Fetcher, Stopped } from '../../intake/fetch/fetch.ts';
import type { Clock } from '../../intake/fetch/robots.ts';
import type { WatchEvent } from '../../intake/watch/types.ts';
import { Watcher } from '../../intake/watch/watcher.ts';
import { additionsOf } from '../../ledger/corrections/additions.ts';
import { spell } from '../../ledger/corrections/store.ts';
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { Feeds, versions } from '../../ledger/intake.ts';
import { tombstoneOf } from '../../ledger/forget.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { contentHash } from '../../story/hash.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import type { Lang } from '../../story/story.ts';
import { loadCoder } from '../coder.ts';
import type { Coder } from '../../ledger/recode.ts';
import { Problems } from '../problems.ts';
import { coloursFor, jsonLine, line, many, print } from '../terminal.ts';

export interface WatchFlags {
  json: boolean;
  /** Each feed once, then the end. */
  once: boolean;
  list: boolean;
  /** Feeds to be watched no more. */
  leave: readonly string[];
  /** Minutes between two readings of a feed. */
  every: number;
  /** Seconds between two requests to one host. */
  pause: number;
  allowPrivate: boolean;
  userAgent?: string;
  outlet?: string;
  lang?: Lang;
}

/** Sleeps until the time is up or the watch is stopped. */
function machineClock(signal: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      // A timer holds 24.8 days at most; a watch looks again in any case.
      const timer = setTimeout(done, Math.min(milliseconds, 3_600_000));
      signal.addEventListener('abort', done);
    }),
  };
}

const at = (moment: number | undefined): string => (moment === undefined ? 'never' : new Date(moment).toISOString().slice(0, 16).replace('T', ' '));

/** Every address given must be one that can be fetched. */
function checked(urls: readonly string[]): readonly string[] {
  for (const url of urls) if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new ProblemError(problem('address-unread', { file: url }));
  return urls.map((url) => new URL(url).href);
}

async function listFeeds(feeds: Feeds, json: boolean): Promise<void> {
  for (const feed of feeds.all()) {
    const entries = feeds.states(feed.id);
    if (json) await print(jsonLine({ ...feed, entries }));
    else await print(`${line(feed.url)}${feed.outlet ? `  ${line(feed.outlet)}` : ''}\n  ${feed.watched ? `next ${at(feed.due)}` : 'watched no more'}, last read ${at(feed.lastRead)}; ${Object.entries(entries).map(([state, n]) => `${n} ${state}`).join(', ') || 'no entries yet'}${feed.lastProblem ? `\n  ${line(feed.lastProblem)}` : ''}`);
  }
}

/** The command: `urls` are added to the ledger's list, and all of the list is watched. Returns the exit code. */
export async function watch(urls: readonly string[], path: string, flags: WatchFlags): Promise<number> {
  const problems = new Problems(), { json } = flags;
  let ledger: Ledger | undefined;
  try {
    const given = checked(urls), left = checked(flags.leave);
    ledger = Ledger.open(path, { create: true });
    const open = ledger, feeds = new Feeds(open);
    for (const url of given) feeds.add(url, { ...(flags.outlet && { outlet: flags.outlet }), ...(flags.lang && { lang: flags.lang }) });
    for (const url of left) if (!feeds.leave(url)) problems.tell(problem('feed-unknown', { file: url }));
    if (flags.list || (left.length && !given.length)) {
      await listFeeds(feeds, json);
      return problems.count ? 1 : 0;
    }
    // A list of one's own is watched whole; feeds that are named are watched alone.
    const only = given.length ? new Set(feeds.feeds().filter(({ url }) => given.includes(url)).map(({ id }) => id)) : undefined;
    if (feeds.feeds().length === 0) throw new ProblemError(problem('no-feeds'));
    const stop = new AbortController(), fetcher = new Fetcher({ allowPrivate: flags.allowPrivate, signal: stop.signal, ...(flags.userAgent && { userAgent: flags.userAgent }) });
    const colours = coloursFor(process.stdout);
    let coder: Coder | undefined, added: string | undefined, stories = 0;
    /** The coder with what the gazetteer has now: analysts may add to it meanwhile. */
    const coderNow = async (): Promise<Coder> => {
      const additions = additionsOf(open), now = spell(additions);
      if (!coder || now !== added) [coder, added] = [await loadCoder(additions), now];
      return coder;
    };
    const tell = (event: WatchEvent): void => {
      if (json && event.kind !== 'read') void print(jsonLine(event));
      if (event.kind === 'problem') problems.tell(event.problem);
      else if (event.kind === 'story') {
        stories++;
        if (!json) void print(`${event.date}  ${line(event.title ?? event.address ?? '')}${event.version > 1 ? ` (version ${event.version})` : ''}\n  ${colours.dim(line(event.address ?? event.feed))}`);
      } else if (!json && event.kind === 'moved') void print(colours.dim(`${line(event.feed)} has moved to ${line(event.to)}`));
      else if (!json && event.kind === 'gone') void print(colours.dim(`gone: ${line(event.address)}`));
    };
    const watcher = new Watcher({
      store: feeds, ...(only && { only }), fetcher, clock: machineClock(stop.signal), tell, every: flags.every * 60_000, pause: flags.pause * 1000,
      keep: async (story, where) => {
        const hash = contentHash(story);
        let did: 'added' | 'known' = 'known';
        if (open.coderOf(hash) === undefined) {
          const gone = open.read((tx) => tombstoneOf(tx, hash));
          if (gone) return { problem: problem('forgotten-story', where, { day: gone.at.slice(0, 10) }) };
          const own = await coderNow(), { coded, problem: wrong } = own.code(story, where);
          if (wrong) return { problem: wrong };
          did = open.put(story, coded, own.version) === 'known' ? 'known' : 'added';
          updateHappenings(open);
        }
        return { did, version: versions(open, hash).find((one) => one.story === hash)?.version ?? 1 };
      },
    });
    const end = (): void => {
      watcher.stop();
      stop.abort();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    try {
      await watcher.run({ once: flags.once });
    } catch (error) {
      // What was being fetched is fetched when the watch goes on.
      if (!(error instanceof Stopped)) throw error;
    } finally {
      process.removeListener('SIGINT', end);
      process.removeListener('SIGTERM', end);
      await fetcher.close();
    }
    if (!json) await print(colours.dim(`${many(stories, 'new story', 'new stories')}. Kept in ${path}`));
    return problems.count ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.tell(error.problem);
    return 1;
  } finally {
    ledger?.close();
  }
}

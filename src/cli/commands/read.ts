/** dragoman read: stories into the ledger. */
import type { FetchOptions } from '../../intake/fetch/fetch.ts';
import type { Meter } from '../../intake/inputs.ts';
import type { Defaults } from '../../intake/story.ts';
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { noteDocument } from '../../ledger/intake.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { SHORT_HASH } from '../../story/hash.ts';
import { placeOf, ProblemError } from '../../story/errors.ts';
import type { Problem, Where } from '../../story/errors.ts';
import type { CodedStory } from '../../story/facts.ts';
import type { Dated } from '../../story/story.ts';
import type { Put } from '../../ledger/ledger.ts';
import { readAll } from '../reading/read-all.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { coloursFor, count, jsonLine, many, print } from '../terminal.ts';

/** How a reading went. */
export interface Tally {
  added: number;
  recoded: number;
  known: number;
  events: number;
  claims: number;
  ties: number;
  trends: number;
  problems: number;
  /** Faults for which a story, a member or a whole file was not read, by kind, most first. */
  skipped: [kind: string, count: number][];
  /** Faults of stories that were read all the same. */
  noted: [kind: string, count: number][];
  /** What can hold no story and was passed over, by what it is, most first. */
  passed: [what: string, count: number][];
  /** The user asked to stop; what was read is kept. */
  stopped: boolean;
}

export interface ReadOptions {
  defaults?: Defaults;
  /** Read again what an older version of the coder had read. */
  recode?: boolean;
  /** Read what was forgotten all the same. */
  evenForgotten?: boolean;
  /** Ends at the first thing that is wrong. */
  strict?: boolean;
  /** Tells faults in the summary only. */
  quiet?: boolean;
  /** Threads that take stories and their facts out of documents; the ledger is written by this one alone. */
  jobs?: number;
  /** How addresses are fetched. */
  fetching?: FetchOptions;
  /** Called for each fault, in order; `read` says that its story was read all the same. */
  onProblem?: (problem: Problem, read: boolean) => Promise<void> | void;
  /** Called for each story, once it is safely kept. */
  onStory?: (story: { id: string; hash: string; dated?: Dated; did: Put; facts: number } & Where) => Promise<void> | void;
}

/** Happenings are brought up to date after so many stories, and at the end. */
const OFTEN = 100;

/** Reads files into an open ledger, each story whole or not at all. An interrupt ends it after the story in hand. */
export async function readInto(ledger: Ledger, files: readonly string[], { defaults = {}, recode = false, evenForgotten = false, strict = false, quiet = false, fetching = {}, jobs = 1, onStory, onProblem }: ReadOptions = {}): Promise<Tally> {
  const meter: Meter = { read: 0 }, skipped = new Problems({ quiet }), noted = new Problems({ quiet }), progress = new Progress(meter), passed = new Map<string, number>();
  const tally: Tally = { added: 0, recoded: 0, known: 0, events: 0, claims: 0, ties: 0, trends: 0, problems: 0, skipped: [], noted: [], passed: [], stopped: false };
  const tell = async (problem: Problem, read: boolean): Promise<void> => {
    progress.clear();
    (read ? noted : skipped).tell(problem);
    await onProblem?.(problem, read);
  };
  const stop = (): void => void (tally.stopped = true);
  process.once('SIGINT', stop);
  const facts = (coded: CodedStory): number => {
    let sum = 0;
    for (const kind of ['events', 'claims', 'ties', 'trends'] as const) (tally[kind] += coded[kind].length), (sum += coded[kind].length);
    return sum;
  };
  let done = 0;
  try {
    for await (const { reads, digest, before } of readAll(files, { defaults, recode, evenForgotten, jobs, ledger, from: { meter, fetching } })) {
      const kept: string[] = [];
      for (const { where, problems: found, passed: why, story, hash, coded, coder } of reads) {
        for (const one of found) await tell(one, story !== undefined);
        if (why !== undefined) passed.set(why, (passed.get(why) ?? 0) + 1);
        if (!story || hash === undefined) continue;
        const did = coded && coder !== undefined ? ledger.put(story, coded, coder, { recode, forgotten: evenForgotten ? 'read' : 'refused' }) : 'known', taken = coded && did !== 'known' ? facts(coded) : 0;
        tally[did]++;
        kept.push(hash);
        await onStory?.({ id: story.id, hash, did, facts: taken, ...(story.dated && { dated: story.dated }), ...where });
        progress.tell(++done, placeOf(where));
        if (done % OFTEN === 0) updateHappenings(ledger);
      }
      // Read whole by an earlier run: its stories are known without a look at them.
      for (const hash of before ?? []) {
        tally.known++;
        await onStory?.({ id: hash.slice(0, SHORT_HASH), hash, did: 'known', facts: 0, ...reads[0]?.where });
        progress.tell(++done, placeOf(reads[0]?.where ?? {}));
      }
      if (digest !== undefined && kept.length && reads.every(({ problems: found, story }) => story && found.length === 0)) noteDocument(ledger, digest, kept);
      // Reading is one long task for the event loop; an interrupt is heard in between.
      await new Promise((resolve) => setImmediate(resolve));
      if (tally.stopped || (strict && skipped.count + noted.count)) break;
    }
  } finally {
    process.removeListener('SIGINT', stop);
    progress.clear();
  }
  updateHappenings(ledger);
  tally.problems = skipped.count + noted.count;
  tally.skipped = skipped.kinds;
  tally.noted = noted.kinds;
  tally.passed = [...passed].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return tally;
}

/** What was read, in a line. */
export function tallyLine({ added, recoded, known, events, claims, ties, trends }: Tally): string {
  const parts = [`${count(added)} new`, ...(recoded ? [`${count(recoded)} read anew`] : []), `${count(known)} known already`];
  return `${many(added + recoded + known, 'story', 'stories')}: ${parts.join(', ')}. Taken from them: ${many(events, 'event')}, ${many(claims, 'claim')}, ${many(ties, 'tie')}, ${many(trends, 'trend')}.`;
}

/** What was not read, and why, in a line for each sort; empty where everything was. */
export function skippedLines({ skipped, noted, passed }: Tally): string {
  const told = (name: string, all: readonly (readonly [string, number])[]): string[] => (all.length === 0 ? [] : [
    `${name} ${count(all.reduce((sum, [, n]) => sum + n, 0))}: ${all.map(([what, n]) => `${count(n)} ${what}`).join(', ')}.`,
  ]);
  return [...told('Skipped', skipped), ...told('Read, but with faults,', noted), ...told('Passed over', passed)].join('\n');
}

/** The command. Returns the exit code. */
export async function read(files: readonly string[], path: string, options: ReadOptions, json: boolean): Promise<number> {
  const ledger = Ledger.open(path, { create: true });
  try {
    const tally = await readInto(ledger, files, {
      ...options, ...(json && { onStory: (story) => print(jsonLine(story)), onProblem: (problem, read) => print(jsonLine({ did: read ? 'noted' : 'skipped', ...problem })) }),
    });
    const colours = coloursFor(process.stdout);
    if (!json) await print([tallyLine(tally), skippedLines(tally), colours.dim(`Kept in ${path}`)].filter(Boolean).join('\n'));
    if (tally.stopped) process.stderr.write('Stopped. What was read is kept; run the same command again to go on.\n');
    return tally.stopped ? 130 : tally.problems ? 1 : 0;
  } catch (error) {
    if (error instanceof ProblemError) new Problems().tell(error.problem);
    else throw error;
    return 1;
  } finally {
    ledger.close();
  }
}

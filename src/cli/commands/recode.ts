/** dragoman recode: the facts of stories already read, taken anew by the coder at hand. */
import { corrections, unfitting } from '../../ledger/corrections/list.ts';
import { additionsOf } from '../../ledger/corrections/additions.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { recodeStale } from '../../ledger/recode.ts';
import { staleCount } from '../../ledger/stale.ts';
import { story } from '../../ledger/stories.ts';
import { coderVersion, loadCoder } from '../coder.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { coloursFor, jsonLine, many, print } from '../terminal.ts';
import { standingLines } from './corrections.ts';

export interface RecodeOptions {
  json: boolean;
  /** Only this story. */
  hash?: string;
  /** Only stories with one of these names in them. */
  words?: readonly string[];
  /** At most so many; the rest is left for another run. */
  limit?: number;
}

export interface Recoded {
  done: number;
  problems: number;
  stopped: boolean;
}

/** Codes anew what is asked for, and tells how it goes. What a run that is stopped leaves, the next one does. */
export async function recodeInto(ledger: Ledger, query: Omit<RecodeOptions, 'json'>): Promise<Recoded> {
  const coder = await loadCoder(additionsOf(ledger)), problems = new Problems(), progress = new Progress();
  let stopped = false;
  const stop = (): void => void (stopped = true);
  process.once('SIGINT', stop);
  try {
    const done = await recodeStale(ledger, coder, query, {
      done(n, story) {
        progress.tell(n, story);
        return !stopped;
      },
      problem(problem) {
        progress.clear();
        problems.tell(problem);
      },
    });
    return { done, problems: problems.count, stopped };
  } finally {
    process.removeListener('SIGINT', stop);
    progress.clear();
  }
}

/** The command. Returns the exit code. */
export async function recode(path: string, given: string | undefined, { json, words, limit }: RecodeOptions): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    const hash = given === undefined ? undefined : (await story(ledger, given)).hash;
    const { done, problems, stopped } = await recodeInto(ledger, { ...(hash && { hash }), ...(words && { words }), ...(limit !== undefined && { limit }) });
    const version = await coderVersion(additionsOf(ledger)), left = await staleCount(ledger, version), unfit = unfitting(corrections(ledger));
    if (json) await print(jsonLine({ recoded: done, left, unfitting: unfit }));
    else {
      await print(`${many(done, 'story', 'stories')} coded anew by ${version}; ${many(left, 'story', 'stories')} left of other versions.`);
      if (unfit.length) await print(`${many(unfit.length, 'correction')} no longer fit${unfit.length === 1 ? 's' : ''} what the coder says:\n${unfit.map((one) => standingLines(one, colours)).join('\n')}`);
    }
    if (stopped) process.stderr.write('Stopped. What was coded is kept; run the same command again to go on.\n');
    return stopped ? 130 : problems ? 1 : 0;
  } finally {
    ledger.close();
  }
}

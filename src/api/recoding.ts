/** Stories read anew: those that hold a name just added, at once; all that another version of the coder has read, when an administrator asks. */
import { additionsOf } from '../ledger/corrections/additions.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recodeStale } from '../ledger/recode.ts';
import type { Recoder } from '../ledger/recode.ts';
import { staleCount } from '../ledger/stale.ts';
import type { Additions } from '../parties/additions.ts';
import { Refused } from './problem.ts';
import type { Recoding as State } from './schemas/recoding.ts';

/** Gives the coder with what a ledger's gazetteer has besides. */
export type LoadCoder = (additions: Additions | undefined) => Promise<Recoder>;

/** How far it has come. */
export interface Anew {
  /** Stories that were read anew. */
  recoded: number;
  /** Stories with the name that are still to be read: they are being read, or could not be. */
  left: number;
}

/** An answer is not kept waiting longer, in milliseconds. */
const PATIENCE = 10_000;
/** Who listens is told after so many stories. */
const NEWS = 50;
/** So many problems of a run are told. */
const TOLD = 5;

export interface Recoding {
  /** Reads the stories anew that any of these searches finds. Undefined where there is no coder. */
  anew(searches: readonly string[]): Promise<Anew | undefined>;
  /** Begins to read all stories anew that another version has read, or one. Throws Refused where a run goes on, or where there is no coder. */
  begin(who: string, story?: { hash: string }): Promise<State>;
  state(): Promise<State>;
  /** Ends the run after the story at hand. */
  stop(): Promise<State>;
  /** Ends what goes on after the story at hand; what is left, `dragoman recode` reads. */
  close(): Promise<void>;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One run after the other; each takes the gazetteer as it is when its turn comes. */
export function makeRecoding(ledger: Ledger, load: LoadCoder | undefined, { changed, log }: { changed(): void; log(text: string): void }): Recoding {
  let closed = false, before: Promise<unknown> = Promise.resolve(), run: NonNullable<State['run']> | undefined, stopping = false;
  const needed = (): LoadCoder => {
    if (load) return load;
    throw new Refused(422, 'no-coder', 'This server has no coder.', { remedy: 'Run "dragoman recode" where the ledger is.' });
  };
  /** Waits for the turn of a run. */
  const inTurn = (doing: () => Promise<void>): Promise<void> => {
    const turn = before.then(doing);
    before = turn.catch((error: unknown) => log(`reading anew ended: ${wordsOf(error)}`));
    return turn;
  };

  async function recodeNamed(words: readonly string[], told: Anew): Promise<void> {
    if (closed) return;
    const coder = await needed()(additionsOf(ledger));
    told.left = await staleCount(ledger, coder.version, { words });
    await recodeStale(ledger, coder, { words }, {
      done(n) {
        told.recoded = n;
        told.left--;
        if (n % NEWS === 0) changed();
        return !closed;
      },
      problem: ({ message }) => log(message),
    });
    changed();
  }

  async function recodeAll(own: NonNullable<State['run']>, narrowed: { hash?: string }): Promise<void> {
    const ended = (state: typeof own.state): void => void Object.assign(own, { state, endedAt: new Date().toISOString() });
    const failed = (message: string): void => {
      if (own.problems.length < TOLD) own.problems.push(message);
    };
    try {
      const coder = await needed()(additionsOf(ledger));
      own.of = await staleCount(ledger, coder.version, narrowed);
      if (!closed && !stopping) {
        await recodeStale(ledger, coder, narrowed, {
          done(n) {
            own.done = n;
            if (n % NEWS === 0) changed();
            return !closed && !stopping;
          },
          problem({ message }) {
            own.failed++;
            failed(message);
          },
        });
      }
      ended(closed || (stopping && own.done + own.failed < own.of) ? 'stopped' : 'done');
      changed();
    } catch (error) {
      failed(wordsOf(error));
      ended('failed');
      throw error;
    }
  }

  async function state(): Promise<State> {
    if (!load) return { available: false, stale: 0 };
    const stale = run?.state === 'running' ? Math.max(0, run.of - run.done) : await staleCount(ledger, (await load(additionsOf(ledger))).version);
    return { available: true, stale, ...(run && { run: { ...run, problems: [...run.problems] } }) };
  }

  return {
    state,
    async anew(searches) {
      if (!load) return undefined;
      const told: Anew = { recoded: 0, left: 0 };
      void inTurn(() => recodeNamed(searches, told)).catch(() => {});
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([before, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)))]);
      clearTimeout(timer);
      return { ...told };
    },
    async begin(who, story) {
      const { version } = await needed()(additionsOf(ledger));
      if (run?.state === 'running') {
        throw new Refused(409, 'recoding', `Stories are being read anew already: ${run.done} of ${run.of} since ${run.startedAt}, for ${run.who}.`, { remedy: 'Wait for its end (GET /api/v1/recode tells), or stop it (DELETE /api/v1/recode).' });
      }
      const own = run = { state: 'running' as const, who, startedAt: new Date().toISOString(), of: 0, done: 0, failed: 0, problems: [] };
      stopping = false;
      run.of = await staleCount(ledger, version, story ?? {});
      void inTurn(() => recodeAll(own, story ?? {})).catch(() => {});
      return state();
    },
    async stop() {
      stopping = true;
      return state();
    },
    async close() {
      closed = true;
      await before;
    },
  };
}

/** The coder in a thread of its own, so that whoever serves meanwhile is not kept waiting. */
import type { Worker } from 'node:worker_threads';
import type { Outcome, Recoder } from '../../ledger/recode.ts';
import type { Additions } from '../../parties/additions.ts';
import { problem } from '../../story/errors.ts';
import type { Where } from '../../story/errors.ts';
import { startThread } from '../../thread.ts';
import { coderVersion } from '../coder.ts';
import type { Given, Taken } from './message.ts';

/** A thread that was given nothing for so long ends, in milliseconds: its models take memory. */
const IDLE = 60_000;

export interface ThreadCoder {
  /** The coder with what a ledger's gazetteer has besides. The thread begins with its first story. */
  load(additions: Additions | undefined): Promise<Recoder>;
  close(): Promise<void>;
}

export function threadCoder(): ThreadCoder {
  const waiting = new Map<number, { where: Where; done: (outcome: Outcome) => void }>();
  let thread: Worker | undefined, known: Additions | undefined, next = 0, idle: NodeJS.Timeout | undefined;

  const lost = (why: string): void => {
    thread = undefined;
    for (const [n, { where, done }] of waiting) {
      waiting.delete(n);
      done({ problem: problem('coder-failed', where, { why }) });
    }
  };
  const begin = (): Worker => {
    const begun = startThread('./thread', import.meta.url, undefined);
    begun.on('message', ({ n, outcome }: Taken) => {
      const asked = waiting.get(n);
      waiting.delete(n);
      asked?.done(outcome);
    });
    begun.on('error', (error) => lost(error.message));
    begun.on('exit', () => {
      if (thread === begun) lost('the thread ended');
    });
    known = undefined;
    return begun;
  };
  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = thread;
    lost('the program ends');
    await ending?.terminate();
  };
  const tell = (worker: Worker, given: Given): void => worker.postMessage(given);

  return {
    async load(additions) {
      return {
        version: await coderVersion(additions),
        code: (story, where) => new Promise((done) => {
          const worker = (thread ??= begin()), n = next++;
          clearTimeout(idle);
          idle = setTimeout(() => void close(), IDLE).unref();
          if (known !== additions) tell(worker, { additions });
          known = additions;
          waiting.set(n, { where, done });
          tell(worker, { n, story, where });
        }),
      };
    },
    close,
  };
}

/** Threads that answer questions about a large ledger, so that one that is being computed keeps nobody else waiting. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../thread.ts';
import { Refused } from '../problem.ts';
import type { Answered, Asked } from './message.ts';

/** Each has what it made of the ledger in its own memory; more would cost more of it than they would save time. */
const MOST = 4;
/** How long a thread may take to end by itself, in milliseconds. */
const GRACE = 500;

interface Waiting {
  path: string;
  /** Whether it may take seconds. */
  long: boolean;
  signal: AbortSignal;
  done: (answered: Answered) => void;
  failed: (why: Error) => void;
}

interface Hand {
  worker: Worker;
  at?: Waiting;
}

/** Threads over the ledger in a file. Each answers one question at a time; those that may take long leave one thread to the others. */
export class Pool {
  readonly #path: string;
  readonly #hands: Hand[] = [];
  readonly #queue: Waiting[] = [];
  #closed = false;

  constructor(path: string, threads = Math.min(MOST, availableParallelism())) {
    this.#path = path;
    for (let i = 0; i < threads; i++) this.#hands.push(this.#hire());
  }

  #hire(): Hand {
    const worker = startThread('./thread', import.meta.url, this.#path), hand: Hand = { worker };
    worker.on('message', (answered: Answered) => {
      const asked = hand.at;
      hand.at = undefined;
      asked?.done(answered);
      this.#next();
    });
    worker.on('error', (error) => this.#lost(hand, error));
    worker.on('exit', () => this.#lost(hand, new Error('the thread ended')));
    return hand;
  }

  /** A thread that dies takes its question with it; another takes its place, once it is needed: what killed the one may kill the next. */
  #lost(hand: Hand, why: Error): void {
    const at = this.#hands.indexOf(hand);
    if (at < 0 || this.#closed) return;
    this.#hands.splice(at, 1);
    hand.at?.failed(why);
    if (this.#queue.length && !this.#hands.length) this.#hands.push(this.#hire());
    this.#next();
  }

  /** Gives idle threads what waits. */
  #next(): void {
    for (const hand of this.#hands) {
      if (hand.at) continue;
      const busy = this.#hands.filter(({ at }) => at?.long).length, room = busy < Math.max(1, this.#hands.length - 1);
      const place = this.#queue.findIndex(({ long }) => room || !long);
      if (place < 0) return;
      const [asked] = this.#queue.splice(place, 1) as [Waiting];
      hand.at = asked;
      hand.worker.postMessage({ path: asked.path } satisfies Asked);
    }
  }

  /** The answer to a reading request, by its path and query. Rejects where its thread died, or whoever asked is gone before it was begun. */
  answer(path: string, { long, signal }: Pick<Waiting, 'long' | 'signal'>): Promise<Answered> {
    return new Promise((done, failed) => {
      const waiting: Waiting = { path, long, signal, done, failed };
      this.#queue.push(waiting);
      signal.addEventListener('abort', () => {
        const place = this.#queue.indexOf(waiting);
        if (place < 0) return;
        this.#queue.splice(place, 1);
        failed(new Refused(503, 'gone', 'Nobody waits for the answer.'));
      }, { once: true });
      if (!this.#hands.length) this.#hands.push(this.#hire());
      this.#next();
    });
  }

  /** Ends the threads; questions that are open fail. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of [...this.#queue.splice(0), ...this.#hands.flatMap(({ at }) => at ?? [])]) waiting.failed(new Refused(503, 'ending', 'The server ends.'));
    await Promise.all(this.#hands.map(({ worker }) => new Promise<void>((resolve) => {
      const late = setTimeout(() => void worker.terminate(), GRACE);
      worker.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      worker.postMessage({ end: true } satisfies Asked);
    })));
  }
}

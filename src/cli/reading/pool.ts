/** Worker threads that share the documents of one reading. */
import type { Worker } from 'node:worker_threads';
import type { Doc } from '../../intake/source.ts';
import { problem } from '../../story/errors.ts';
import { startThread } from '../../thread.ts';
import type { Read, Work, WorkOptions } from './work.ts';

interface Hand {
  worker: Worker;
  /** Documents given to it and not yet answered. */
  waiting: Map<number, { doc: Doc; done: (reads: Read[]) => void }>;
}

/** As many threads as wanted. A thread that dies takes the documents it had with it, each told, and another takes its place. */
export class Pool {
  readonly #hands: Hand[] = [];
  readonly #data: { options: WorkOptions; path?: string };
  #next = 0;
  #closed = false;

  constructor(jobs: number, options: WorkOptions, path?: string) {
    this.#data = { options, ...(path !== undefined && { path }) };
    for (let i = 0; i < jobs; i++) this.#hands.push(this.#hire());
  }

  #hire(): Hand {
    const worker = startThread('./thread', import.meta.url, this.#data);
    const hand: Hand = { worker, waiting: new Map() };
    worker.on('message', ({ n, reads }: { n: number; reads: Read[] }) => {
      const asked = hand.waiting.get(n);
      hand.waiting.delete(n);
      asked?.done(reads);
    });
    worker.on('error', (error) => this.#lost(hand, error.message));
    worker.on('exit', () => this.#lost(hand, 'the thread ended'));
    return hand;
  }

  #lost(hand: Hand, why: string): void {
    const at = this.#hands.indexOf(hand);
    if (at < 0 || this.#closed) return;
    this.#hands[at] = this.#hire();
    for (const { doc: { where }, done } of hand.waiting.values()) done([{ where, problems: [problem('coder-failed', where, { why })] }]);
  }

  /** Gives a document to the thread that has least to do. */
  readonly work: Work = (doc) => new Promise((done) => {
    const n = this.#next++, hand = this.#hands.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
    hand.waiting.set(n, { doc, done });
    // A copy of its own: the bytes may be a view into a larger buffer, which a message would carry whole.
    const bytes = new Uint8Array(doc.bytes);
    hand.worker.postMessage({ n, doc: { ...doc, bytes } }, [bytes.buffer]);
  });

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }
}

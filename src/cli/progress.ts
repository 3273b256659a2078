/** How far a long work has come, on standard error: one line that changes on a terminal, a line now and then elsewhere. */
import { line, many } from './terminal.ts';

const FIRST = 1_000, ON_TERMINAL = 200, ELSEWHERE = 10_000;

export class Progress {
  readonly #start = performance.now();
  readonly #terminal = process.stderr.isTTY === true;
  #last = 0;
  #standing = false;

  /** Tells that `done` stories are done and where the work stands; seldom enough to cost nothing. */
  tell(done: number, at: string): void {
    const now = performance.now() - this.#start;
    if (now < FIRST || now - this.#last < (this.#terminal ? ON_TERMINAL : ELSEWHERE)) return;
    this.#last = now;
    const text = `${many(done, 'story', 'stories')}, ${(done / (now / 1000)).toFixed(1)} a second, at ${line(at)}`;
    if (!this.#terminal) {
      process.stderr.write(`${text}\n`);
      return;
    }
    process.stderr.write(`\r\x1b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    this.#standing = true;
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#standing) process.stderr.write('\r\x1b[2K');
    this.#standing = false;
  }
}

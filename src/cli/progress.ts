/** How far a long work has come, on standard error: one line that changes on a terminal, a line now and then elsewhere. */
import type { Meter } from '../intake/inputs.ts';
import { count, line, many } from './terminal.ts';

const FIRST = 1_000, ON_TERMINAL = 200, ELSEWHERE = 10_000;

/** `40 s`, `12 min`, `3 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Tenths tell where little goes by in a second. */
const rate = (n: number): string => (n < 100 ? n.toFixed(1) : count(Math.round(n)));

export class Progress {
  readonly #meter: Meter | undefined;
  readonly #start = performance.now();
  readonly #terminal = process.stderr.isTTY === true;
  readonly #what: readonly [one: string, more: string];
  #last = 0;
  #standing = false;

  /** With a meter, how much there is to read and how much has been, it tells the share done and the time that remains. `what` is counted. */
  constructor(meter?: Meter, what: readonly [one: string, more: string] = ['story', 'stories']) {
    this.#meter = meter;
    this.#what = what;
  }

  #remaining(elapsed: number): string {
    const { total = 0, read = 0 } = this.#meter ?? {};
    if (total <= 0 || read <= 0) return '';
    const share = Math.min(1, read / total);
    return ` (${Math.floor(share * 100)}%, ${share < 1 ? `${duration((elapsed / 1000) * (1 / share - 1))} left` : 'nearly done'})`;
  }

  /** Tells that so many are done and where the work stands; seldom enough to cost nothing. */
  tell(done: number, at: string): void {
    const now = performance.now() - this.#start;
    if (now < FIRST || now - this.#last < (this.#terminal ? ON_TERMINAL : ELSEWHERE)) return;
    this.#last = now;
    const text = `${many(done, ...this.#what)}, ${rate(done / (now / 1000))} a second${this.#remaining(now)}, at ${line(at)}`;
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

/** Says on standard error what is wrong, and remembers that something was. */
import { placeOf } from '../story/errors.ts';
import type { Problem, ProblemCode } from '../story/errors.ts';
import { coloursFor, line } from './terminal.ts';

export class Problems {
  readonly #kinds = new Map<ProblemCode, number>();
  readonly #quiet: boolean;

  /** `quiet`: faults are counted and not told. */
  constructor({ quiet = false } = {}) {
    this.#quiet = quiet;
  }

  /** How many there were. */
  get count(): number {
    let sum = 0;
    for (const count of this.#kinds.values()) sum += count;
    return sum;
  }

  /** How many there were of each kind, most first. */
  get kinds(): [code: ProblemCode, count: number][] {
    return [...this.#kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /** Tells one, in a line: `FILE!MEMBER:LINE@OFFSET: what [code] the remedy`. */
  tell(given: Problem): void {
    const { code, file, message, remedy } = given;
    this.#kinds.set(code, (this.#kinds.get(code) ?? 0) + 1);
    if (this.#quiet) return;
    const colours = coloursFor(process.stderr);
    const where = file === undefined ? '' : `${line(placeOf(given))}: `;
    process.stderr.write(`${colours.red('dragoman:')} ${where}${line(message)} ${colours.dim(`[${code}]`)} ${line(remedy)}\n`);
  }
}

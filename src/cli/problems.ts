/** Says on standard error what is wrong, and remembers that something was. */
import { placeOf } from '../story/errors.ts';
import type { Problem, ProblemCode } from '../story/errors.ts';
import { coloursFor, line } from './terminal.ts';

/** So many faults of one kind in one file are told one by one; of the rest, how many. */
const TOLD = 10;

export class Problems {
  #count = 0;
  readonly #seen = new Map<string, number>();
  readonly #write: (text: string) => void;

  constructor(write: (text: string) => void = (text) => void process.stderr.write(text)) {
    this.#write = write;
  }

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  /** How many there were of each kind, most first. */
  get kinds(): [code: ProblemCode, count: number][] {
    const kinds = new Map<ProblemCode, number>();
    for (const [key, count] of this.#seen) {
      const code = key.slice(key.indexOf('\0') + 1) as ProblemCode;
      kinds.set(code, (kinds.get(code) ?? 0) + count);
    }
    return [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  /** Tells one, in a line: `FILE!MEMBER:LINE@OFFSET: what [code] the remedy`. */
  tell(given: Problem): void {
    const { code, file, message, remedy } = given;
    this.#count++;
    const key = `${file ?? ''}\0${code}`, before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    if (before >= TOLD) return;
    const colours = coloursFor(process.stderr);
    const where = file === undefined ? '' : `${line(placeOf(given))}: `;
    this.#write(`${colours.red('dragoman:')} ${where}${line(message)} ${colours.dim(`[${code}]`)} ${line(remedy)}\n`);
  }

  /** Tells how many were passed over in silence. */
  end(): void {
    for (const [key, count] of this.#seen) {
      const [file = '', code = ''] = key.split('\0') as [string, ProblemCode];
      if (count > TOLD) this.#write(`dragoman: ${file ? `${line(file)}: ` : ''}${count - TOLD} more like the last [${code}]\n`);
    }
  }
}

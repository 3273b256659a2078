/** What goes to a terminal: colour only where it is one, and nothing that could steer it. */
import pico from 'picocolors';
import { shown } from '../story/shown.ts';

export type Colours = ReturnType<typeof pico.createColors>;

/** Colours for a stream: none unless it is a terminal that wants them (NO_COLOR, TERM=dumb). */
export function coloursFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Colours {
  return pico.createColors(stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
}

/** Text on one line, as it may be shown. */
export const line = (text: string): string => shown(text.replace(/\s+/g, ' ').trim());

/** One JSON value on one line; what would steer a terminal stands as \uXXXX, which means the same. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Columns of the terminal, within reason. */
export const width = (): number => Math.max(40, Math.min(process.stdout.columns ?? 100, 110));

/** Breaks text at spaces into lines of at most `columns` UTF-16 units; the first begins with `first`, the others with `rest`. */
export function wrap(text: string, columns: number, first = '', rest = first): string {
  const lines: string[] = [];
  let current = first, empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = rest;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, current].join('\n');
}

/** Writes to standard output, waiting where its reader is slow. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (process.stdout.write(`${text}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });

/** A number with thin separators: 12,345. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 story`, `2 stories`. */
export const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;

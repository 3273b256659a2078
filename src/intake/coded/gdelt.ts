/**
 * GDELT event exports, read at the level of bytes: tab-separated, 61 columns in 2.0 (57 or 58 in 1.0), of which the
 * first 35 are the same. Columns by number: 0 id, 1 day (YYYYMMDD), 5-6 first actor's code and name, 15-16 the second's,
 * 26 CAMEO code.
 */
import { cameoByCode } from '../../ontology/cameo.ts';
import { partyOfCameo } from '../../parties/actors.ts';
import type { CodedDataset } from '../../ledger/coded/dataset.ts';
import { readDate } from './fields.ts';
import { ByteKeys } from './keys.ts';
import type { Format, RowReader } from './reader.ts';

const TAB = 9, LF = 10, CR = 13, ZERO = 48;
const LAST_NEEDED = 27;
const NOT_MET = -2, UNKNOWN_CODE = -1;

class GdeltReader implements RowReader {
  readonly #dataset: CodedDataset;
  readonly #columns: readonly number[];
  readonly #actors = new ByteKeys();
  readonly #actorIds: number[] = [];
  /** Number of each CAMEO code, by its digits and how many there are. */
  readonly #codes = new Int32Array(5 * 10_000).fill(NOT_MET);
  #date = -1;
  #day: number | undefined;

  constructor(dataset: CodedDataset, columns: readonly number[]) {
    this.#dataset = dataset;
    this.#columns = columns;
  }

  read(bytes: Buffer, firstLine: number): number {
    const { length } = bytes, starts = new Int32Array(LAST_NEEDED + 1);
    let line = firstLine;
    for (let start = 0; start < length; line++) {
      let at = start, column = 0, byte = 0;
      starts[0] = start;
      for (; at < length && (byte = bytes[at] as number) !== LF; at++) {
        if (byte !== TAB) continue;
        column++;
        if (column <= LAST_NEEDED) starts[column] = at + 1;
      }
      const next = at + 1, end = at > start && bytes[at - 1] === CR ? at - 1 : at;
      if (end > start) {
        const fault = this.#columns.includes(column + 1) ? this.#row(bytes, starts) : `${column + 1} columns, not ${this.#columns.join(' or ')}`;
        if (fault !== undefined) this.#dataset.refuse(line, fault, bytes.subarray(start, end));
      }
      start = next;
    }
    return line - firstLine;
  }

  /** Adds one row. Returns what is wrong with it. */
  #row(bytes: Buffer, starts: Int32Array): string | undefined {
    const id = whole(bytes, 0 + (starts[0] as number), (starts[1] as number) - 1);
    if (id < 0 || id >= 2 ** 32) return 'the id is no number';
    const date = whole(bytes, starts[1] as number, (starts[2] as number) - 1);
    if (date !== this.#date) {
      this.#date = date;
      this.#day = readDate(String(date));
    }
    if (this.#day === undefined) return 'no such day';
    const code = this.#code(bytes, starts[26] as number, (starts[27] as number) - 1);
    if (code === UNKNOWN_CODE) return 'no such CAMEO code';
    if (starts[6] === (starts[5] as number) + 1 || starts[16] === (starts[15] as number) + 1) {
      this.#dataset.withoutParty();
      return undefined;
    }
    const source = this.#actor(bytes, starts[5] as number, starts[6] as number, (starts[7] as number) - 1);
    const target = this.#actor(bytes, starts[15] as number, starts[16] as number, (starts[17] as number) - 1);
    return this.#dataset.add(this.#day, source, target, code, id) ? undefined : 'a day out of range (1900 to 2079)';
  }

  #code(bytes: Buffer, from: number, to: number): number {
    const digits = to - from;
    if (digits < 2 || digits > 4) return UNKNOWN_CODE;
    const value = whole(bytes, from, to);
    if (value < 0) return UNKNOWN_CODE;
    const place = digits * 10_000 + value, known = this.#codes[place] as number;
    if (known !== NOT_MET) return known;
    const found = cameoByCode(String(value).padStart(digits, '0'));
    return (this.#codes[place] = found ? this.#dataset.code(found.code, found.type, found.mode) : UNKNOWN_CODE);
  }

  /** Code and name stand side by side and are looked up as one. */
  #actor(bytes: Buffer, from: number, nameFrom: number, to: number): number {
    const key = this.#actors.number(bytes, from, to);
    const known = this.#actorIds[key];
    if (known !== undefined) return known;
    const code = bytes.toString('latin1', from, nameFrom - 1), name = bytes.toString('utf8', nameFrom, to);
    return (this.#actorIds[key] = this.#dataset.actor(code, name, () => partyOfCameo(code)));
  }
}

/** A whole number in ASCII digits; -1 where it is none. */
function whole(bytes: Buffer, from: number, to: number): number {
  if (to <= from) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const columnsOf = (head: string): number => head.split('\t').length;

export const gdelt: Format = {
  name: 'gdelt', about: 'GDELT 2.0 events (61 columns)',
  fits: (head) => columnsOf(head) === 61 && /^\d+\t\d{8}\t/.test(head),
  open: ({ dataset }) => new GdeltReader(dataset, [61]),
};

export const gdelt1: Format = {
  name: 'gdelt1', about: 'GDELT 1.0 events (57 or 58 columns)',
  fits: (head) => (columnsOf(head) === 57 || columnsOf(head) === 58) && /^\d+\t\d{8}\t/.test(head),
  open: ({ dataset }) => new GdeltReader(dataset, [57, 58]),
};

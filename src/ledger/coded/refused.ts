/** Rows that could not be read, in a file beside the ledger: where each stood, why, and the row. In step with the ledger, whenever the program dies. */
import { closeSync, fsyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** A row is kept up to so many bytes. */
const KEPT = 4_096;

const plain = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

export class RefusedFile {
  readonly path: string;
  #file: number | undefined;
  /** Bytes that the ledger knows of. */
  #length: number;
  #rows: Buffer[] = [];

  constructor(path: string, length: number) {
    this.path = path;
    this.#length = length;
  }

  /** Remembers a row until it is kept. */
  add(file: string, line: number, reason: string, row: Uint8Array): void {
    this.#rows.push(Buffer.from(`${plain(file)}\t${line}\t${plain(reason)}\t`), Buffer.from(row.subarray(0, KEPT)), Buffer.from('\n'));
  }

  /** Puts the rows on the disk. Returns how long the file then is: the length that belongs to the ledger. */
  keep(): number {
    if (!this.#rows.length) return this.#length;
    if (this.#file === undefined) {
      this.#file = openSync(this.path, 'a+');
      const { size } = fstatSync(this.#file);
      // What a run that died had written beyond what the ledger knows is written anew.
      if (size > this.#length) ftruncateSync(this.#file, this.#length);
      else this.#length = size;
    }
    const bytes = Buffer.concat(this.#rows);
    writeSync(this.#file, bytes);
    fsyncSync(this.#file);
    this.#rows = [];
    return (this.#length += bytes.length);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

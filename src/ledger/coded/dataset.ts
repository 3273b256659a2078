/** A data set that is being imported: what of it is here, and more of it, batch by batch. */
import { createHash } from 'node:crypto';
import { dayOfNumber } from '../../story/day.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import type { EventType, Mode } from '../../story/facts.ts';
import { sqliteCode } from '../connection.ts';
import type { Ledger } from '../ledger.ts';
import type { Writer } from '../writer.ts';
import { Batch } from './batch.ts';
import { keptTotals } from './check.ts';
import { DAY_ZERO, LAST_DAY, readColumns } from './columns.ts';
import { Dictionary } from './dictionary.ts';
import type { ActsFor } from './dictionary.ts';
import { IdSet } from './ids.ts';
import { RefusedFile } from './refused.ts';
import { settle, writeSegment } from './segments.ts';
import type { Totals } from './totals.ts';

/** What became of rows. */
export interface Counts {
  lines: number;
  events: number;
  /** Rows whose own id is here already. */
  repeated: number;
  /** Rows that name no source or no target: no act between two parties. */
  withoutParty: number;
  refused: number;
}

/** A piece of a file that is being read. */
interface Piece extends Counts {
  lead: string;
  bytes: number;
  hash: string;
  file: string;
  firstLine: number;
  firstN: number;
}

interface PieceRow {
  bytes: number;
  hash: string;
  lines: number;
  events: number;
  repeated: number;
  without_party: number;
  refused: number;
}

const LF = 10;
const hashOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64url');
const leadOf = (bytes: Uint8Array): string => hashOf(bytes.subarray(0, bytes.indexOf(LF) + 1 || bytes.length));

export class CodedDataset {
  readonly name: string;
  readonly #id: number;
  readonly #ledger: Ledger;
  readonly #dictionary: Dictionary;
  readonly #ids: IdSet;
  readonly #refused: RefusedFile;
  readonly #totals: Totals;
  readonly #batch = new Batch();
  /** The number that the first event of the batch gets. */
  #n: number;
  #pieces: Piece[] = [];
  #piece: Piece | undefined;

  /**
   * Opens a data set of this name in a ledger, or begins it. `refused` is the file that takes rows which cannot be read.
   * Throws ProblemError where a data set of this name was read in another format.
   */
  constructor(ledger: Ledger, name: string, format: string, refused: string) {
    this.name = name;
    this.#ledger = ledger;
    const { row, dictionary, totals } = ledger.write((tx) => {
      tx.sql('INSERT INTO dataset (name, format) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', [name, format]);
      const found = tx.sql('SELECT id, format, events, refused_bytes AS bytes FROM dataset WHERE name = ?', [name]).rows[0] as { id: number; format: string; events: number; bytes: number };
      return { row: found, dictionary: new Dictionary(tx, found.id), totals: keptTotals(tx, found.id) };
    });
    if (row.format !== format) throw new ProblemError(problem('other-format', {}, { name, have: row.format, given: format }));
    this.#id = row.id;
    this.#n = row.events;
    this.#dictionary = dictionary;
    this.#totals = totals;
    this.#refused = new RefusedFile(refused, row.bytes);
    this.#ids = new IdSet((block) => ledger.read((tx) => tx.sql('SELECT ids FROM coded_id WHERE dataset_id = ? AND block = ?', [row.id, block]).rows[0]?.['ids'] as ArrayBuffer | undefined));
  }

  /** The number of a code and what it means. */
  code(code: string, type: EventType | undefined, mode: Mode | undefined): number {
    return this.#dictionary.code(code, type, mode);
  }

  /** The number of an actor as the data set writes it. */
  actor(code: string, name: string, actsFor: () => ActsFor): number {
    return this.#dictionary.actor(code, name, actsFor);
  }

  /** How much of the beginning of these lines is here already, in bytes, and what became of it; undefined where nothing is. */
  known(bytes: Uint8Array): (Counts & { bytes: number }) | undefined {
    const lead = leadOf(bytes);
    const kept = this.#ledger.read((tx) => tx.sql('SELECT bytes, hash, lines, events, repeated, without_party, refused FROM coded_piece WHERE dataset_id = ? AND lead = ? ORDER BY bytes DESC',
      [this.#id, lead]).rows) as unknown as PieceRow[];
    const all = [...kept.map(({ without_party: withoutParty, ...row }) => ({ ...row, withoutParty })), ...this.#pieces.filter((piece) => piece.lead === lead)];
    const found = all.find((piece) => piece.bytes <= bytes.length && hashOf(bytes.subarray(0, piece.bytes)) === piece.hash);
    if (!found) return undefined;
    const { bytes: length, lines, events, repeated, withoutParty, refused } = found;
    return { bytes: length, lines, events, repeated, withoutParty, refused };
  }

  /** Begins a piece: whole lines of a file, of which the first is `firstLine`. What is added next is of this piece. */
  begin(bytes: Uint8Array, file: string, firstLine: number): void {
    this.#piece = { lead: leadOf(bytes), bytes: bytes.length, hash: hashOf(bytes), file, firstLine, firstN: this.#n + this.#batch.length, lines: 0, events: 0, repeated: 0, withoutParty: 0, refused: 0 };
  }

  /** Ends the piece, of so many lines. Where there is no more room in the batch it is written. Returns what became of the rows. */
  end(lines: number): Counts {
    const piece = this.#piece as Piece;
    piece.lines = lines;
    this.#pieces.push(piece);
    this.#piece = undefined;
    if (this.#batch.nearlyFull) this.commit();
    return piece;
  }

  /** Adds an event; `day` in days since 1970-01-01, `id` the data set's own (0 for none). Returns false where that day cannot be kept. */
  add(day: number, sourceActor: number, targetActor: number, code: number, id: number): boolean {
    if (day < DAY_ZERO || day > LAST_DAY) return false;
    const piece = this.#piece as Piece;
    if (id > 0 && !this.#ids.add(id)) {
      piece.repeated++;
      return true;
    }
    const iso = (): string => dayOfNumber(day);
    const source = this.#dictionary.partyOf(sourceActor, iso), target = this.#dictionary.partyOf(targetActor, iso);
    this.#batch.add(day - DAY_ZERO, source, target, sourceActor, targetActor, code, id);
    piece.events++;
    return true;
  }

  /** Counts a row that names no source or no target. */
  withoutParty(): void {
    (this.#piece as Piece).withoutParty++;
  }

  /** Puts a row aside. */
  refuse(line: number, reason: string, row: Uint8Array): void {
    const piece = this.#piece as Piece;
    piece.refused++;
    this.#refused.add(piece.file, line, reason, row);
  }

  /** Writes all pieces that have ended, whole or not at all. */
  commit(): void {
    if (!this.#pieces.length) return;
    const { length } = this.#batch, firstN = this.#n;
    const raced = (): ProblemError => new ProblemError(problem('import-raced', {}, { name: this.name }));
    this.#ledger.write((tx) => {
      const before = tx.sql('SELECT events FROM dataset WHERE id = ?', [this.#id]).rows[0]?.['events'];
      if (before !== firstN) throw raced();
      try {
        this.#dictionary.save(tx);
      } catch (error) {
        // Another import has given the same numbers to other names.
        throw sqliteCode(error).startsWith('SQLITE_CONSTRAINT') ? raced() : error;
      }
      const refusedBytes = this.#refused.keep();
      tx.sql('UPDATE dataset SET events = ?, refused_bytes = ? WHERE id = ?', [firstN + length, refusedBytes, this.#id]);
      for (const [block, ids] of this.#ids.changes()) {
        tx.sql('INSERT INTO coded_id (dataset_id, block, ids) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET ids = excluded.ids', [this.#id, block, Buffer.from(ids)]);
      }
      for (const piece of this.#pieces) {
        tx.sql('INSERT INTO coded_piece (dataset_id, lead, bytes, hash, file, first_line, lines, first_n, events, repeated, without_party, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          [this.#id, piece.lead, piece.bytes, piece.hash, piece.file, piece.firstLine, piece.lines, piece.firstN, piece.events, piece.repeated, piece.withoutParty, piece.refused]);
      }
      this.#writeEvents(tx, firstN);
    });
    this.#n += length;
    this.#batch.length = 0;
    this.#pieces = [];
  }

  #writeEvents(tx: Writer, firstN: number): void {
    const { typeOf } = this.#dictionary;
    for (const [year, runs] of this.#batch.runs(firstN)) {
      for (const { a, b, bytes } of runs) this.#totals.add(a, b, readColumns(bytes), typeOf);
      writeSegment(tx, { dataset: this.#id, year, level: 0, firstN, lastN: firstN + this.#batch.length - 1 }, runs, typeOf);
      settle(tx, this.#id, year, typeOf);
    }
    tx.sql('INSERT INTO coded_total (dataset_id, columns) VALUES (?, ?) ON CONFLICT DO UPDATE SET columns = excluded.columns', [this.#id, Buffer.from(this.#totals.bytes())]);
  }

  close(): void {
    this.#refused.close();
  }
}

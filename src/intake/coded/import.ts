/** Coded event data into a ledger: file by file, piece by piece, each piece once however often and in whatever wrapping it comes. */
import type { CodedDataset, Counts } from '../../ledger/coded/dataset.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import type { Problem } from '../../story/errors.ts';
import { peek } from '../bytes.ts';
import { withoutBom } from '../sniff.ts';
import { codedFiles } from './files.ts';
import type { CodedFile } from './files.ts';
import { gdelt, gdelt1 } from './gdelt.ts';
import { piecesOf } from './pieces.ts';
import type { Format, RowReader, Wishes } from './reader.ts';
import { csv, icews, phoenix, polecat, tkg } from './text.ts';

export const FORMATS: readonly Format[] = [gdelt, gdelt1, icews, polecat, phoenix, tkg, csv];

/** The format of a file that begins with this line; undefined where none is told by it. */
export const formatOf = (head: string): Format | undefined => FORMATS.find((format) => format.fits(head));

/** What became of the rows of an import; `known` counts lines that were here before. */
export interface ImportTally extends Counts {
  known: number;
  bytes: number;
}

export const emptyTally = (): ImportTally => ({ lines: 0, events: 0, repeated: 0, withoutParty: 0, refused: 0, known: 0, bytes: 0 });

/** A stream's first line as text, and all of it again. */
async function peekLine(source: AsyncIterable<Buffer>): Promise<{ line: string; all: AsyncIterable<Buffer> }> {
  const { head, all } = await peek(source, (chunk) => chunk.includes(10)), end = head.indexOf(10);
  return { line: withoutBom(end < 0 ? head : head.subarray(0, end)).toString('utf8').replace(/\r$/, ''), all };
}

export interface ImportOptions {
  wishes: Wishes;
  /** Called between pieces. Returns false to stop there; what was read is kept. */
  onPiece(tally: ImportTally, file: string, line: number): boolean;
}

function add(tally: ImportTally, counts: Counts): void {
  for (const name of ['lines', 'events', 'repeated', 'withoutParty', 'refused'] as const) tally[name] += counts[name];
}

/** Reads the pieces of one stream. Returns false where it was stopped. */
async function importStream(dataset: CodedDataset, file: CodedFile, reader: RowReader, source: AsyncIterable<Buffer>, tally: ImportTally, onPiece: ImportOptions['onPiece']): Promise<boolean> {
  for await (const { bytes, firstLine, tooLong } of piecesOf(source)) {
    let rest = bytes, line = firstLine;
    for (let known = dataset.known(rest); known; known = rest.length ? dataset.known(rest) : undefined) {
      tally.known += known.lines;
      tally.refused += known.refused;
      rest = rest.subarray(known.bytes);
      line += known.lines;
    }
    tally.bytes += bytes.length;
    if (rest.length) {
      dataset.begin(rest, file.name, line);
      if (tooLong) dataset.refuse(line, 'a line of more than a megabyte', rest);
      const lines = tooLong ? 1 : reader.read(rest, line);
      add(tally, dataset.end(lines));
      line += lines;
    }
    if (!onPiece(tally, file.name, line)) return false;
    // Reading is one long task for the event loop; an interrupt is heard in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return true;
}

/**
 * Imports the files of one path into a data set that `datasetOf` gives for the format found. Returns the problem that kept
 * one of its files from being read, where there was one; `stopped` where `onPiece` said so. What was read is written when
 * the data set is committed.
 */
export async function importPath(path: string, format: Format | undefined, datasetOf: (format: Format) => CodedDataset, tally: ImportTally, options: ImportOptions): Promise<{ problems: Problem[]; stopped: boolean }> {
  const problems: Problem[] = [];
  try {
    for (const file of await codedFiles(path)) {
      const { line: head, all } = await peekLine(await file.open());
      const found = format ?? formatOf(head) ?? (options.wishes.columns ? csv : undefined);
      if (!head.trim()) problems.push(problem('empty-file', { file: file.name }));
      else if (!found) problems.push(problem('unknown-layout', { file: file.name, line: 1 }));
      else {
        const dataset = datasetOf(found), reader = found.open({ dataset, head, path: file.path, wishes: options.wishes });
        if (!(await importStream(dataset, file, reader, all, tally, options.onPiece))) return { problems, stopped: true };
      }
    }
  } catch (error) {
    if (error instanceof ProblemError) problems.push(error.problem);
    else if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) problems.push(problem('file-unreadable', { file: path }, { why: (error as Error).message }));
    else throw error;
  }
  return { problems, stopped: false };
}

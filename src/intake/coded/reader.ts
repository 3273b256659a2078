/** What reads the rows of one file: made for a format, given pieces of it. */
import type { CodedDataset } from '../../ledger/coded/dataset.ts';

export interface RowReader {
  /** Adds the rows of a piece to the data set. Returns how many lines it had. */
  read(bytes: Buffer, firstLine: number): number;
}

/** What the user says about files that do not say it themselves. */
export interface Wishes {
  /** Day 0 of a layout that counts days or hours. */
  epoch?: string;
  unit?: 'day' | 'hour';
  /** Which column holds what: `date=event_date,source=actor1,...`; names of the header, or numbers from 1. */
  columns?: Readonly<Record<string, string>>;
}

export interface Opening {
  dataset: CodedDataset;
  /** The file's first line. */
  head: string;
  /** Where the file stands, for formats of several files. */
  path: string;
  wishes: Wishes;
}

export interface Format {
  name: string;
  /** In words, for help. */
  about: string;
  /** Whether a file that begins with this line is of this format. */
  fits(head: string): boolean;
  open(opening: Opening): RowReader;
}

import type { Ledger } from '../ledger/ledger.ts';
import type { Api } from './endpoint.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Recoding } from './recoding.ts';

/** What routes that read are made over. */
export interface Asking {
  api: Api;
  ledger: Ledger;
  names: Gazetteer;
  /** Codes of the parties that the record tells of, with how many acts each has a part in; most first. */
  tally(): Promise<ReadonlyMap<string, number>>;
  /** The same, for looking one up. */
  codes(): Promise<ReadonlySet<string>>;
}

/** What all routes are made over. */
export interface Served extends Asking {
  /** To be told after something was written, so that who listens hears of it at once. */
  changed(): void;
  /** Stories read anew. */
  recoding: Recoding;
  /** The program's version. */
  version: string;
}

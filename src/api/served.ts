import type { Ledger } from '../ledger/ledger.ts';
import type { Api } from './endpoint.ts';
import type { Gazetteer } from './gazetteer.ts';

/** What routes are made over. */
export interface Served {
  api: Api;
  ledger: Ledger;
  names: Gazetteer;
  /** The program's version. */
  version: string;
}

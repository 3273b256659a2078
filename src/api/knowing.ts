/** What routes know of a ledger besides: the names of parties, and which it tells of; kept until it changes. */
import type { Ledger } from '../ledger/ledger.ts';
import { actsByParty } from '../ledger/tallies.ts';
import { gazetteer } from './gazetteer.ts';
import type { Asking } from './served.ts';

export interface Knowing {
  what: Pick<Asking, 'names' | 'tally' | 'codes'>;
  /** To be told when the ledger has changed. */
  renew(): void;
}

export function knowing(ledger: Ledger): Knowing {
  const names = gazetteer(ledger);
  let tallied: Promise<ReadonlyMap<string, number>> | undefined;
  const tally = (): Promise<ReadonlyMap<string, number>> => (tallied ??= actsByParty(ledger));
  return {
    what: { names, tally, codes: async () => new Set((await tally()).keys()) },
    renew() {
      names.renew();
      tallied = undefined;
    },
  };
}

/** What corrections make of a fact; apart from the facts' queries, so that whoever only shows facts loads no ledger. */

/** How corrections have a fact stand. */
export interface Review {
  is: 'confirmed' | 'changed' | 'added' | 'rejected' | 'replaced' | 'withdrawn';
  /** Of a changed fact: the id of the fact as coded. */
  of?: string;
  /** Corrections of several people say different things of it; the latest stands. */
  conflict?: true;
}

/** What an analyst made of a fact: `changed, in conflict`. */
export const reviewText = ({ is, conflict }: Review): string => `${is}${conflict ? ', in conflict' : ''}`;

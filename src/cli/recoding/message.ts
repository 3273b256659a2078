/** What passes between the program and the thread that codes. */
import type { Outcome } from '../../ledger/recode.ts';
import type { Additions } from '../../parties/additions.ts';
import type { Where } from '../../story/errors.ts';
import type { Story } from '../../story/story.ts';

/** What the gazetteer has besides, from now on; or a story. */
export type Given = { additions: Additions | undefined } | { n: number; story: Story; where: Where };

export interface Taken {
  n: number;
  outcome: Outcome;
}

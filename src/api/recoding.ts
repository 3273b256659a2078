/** Stories read anew after an addition to the gazetteer: at once, and where they are many, on behind the answer. */
import { additionsOf } from '../ledger/corrections/additions.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recodeStale } from '../ledger/recode.ts';
import type { Coder } from '../ledger/recode.ts';
import { staleCount } from '../ledger/stale.ts';
import type { Additions } from '../parties/additions.ts';

/** Gives the coder with what a ledger's gazetteer has besides. */
export type LoadCoder = (additions: Additions | undefined) => Promise<Coder>;

/** How far it has come. */
export interface Anew {
  /** Stories that were read anew. */
  recoded: number;
  /** Stories with the name that are still to be read: they are being read, or could not be. */
  left: number;
}

/** An answer is not kept waiting longer, in milliseconds. */
const PATIENCE = 10_000;
/** Who listens is told after so many stories. */
const NEWS = 50;

export interface Recoding {
  /** Reads the stories anew that any of these searches finds. Undefined where there is no coder. */
  anew(searches: readonly string[]): Promise<Anew | undefined>;
  /** Stops after the story at hand; what is left, `dragoman recode` reads. */
  close(): void;
}

/** One run after the other; each takes the gazetteer as it is when its turn comes. */
export function makeRecoding(ledger: Ledger, load: LoadCoder | undefined, { changed, log }: { changed(): void; log(text: string): void }): Recoding {
  let closed = false, before: Promise<unknown> = Promise.resolve();
  async function run(words: readonly string[], told: Anew): Promise<void> {
    if (closed) return;
    const coder = await (load as LoadCoder)(additionsOf(ledger));
    told.left = await staleCount(ledger, coder.version, { words });
    await recodeStale(ledger, coder, { words }, {
      done(n) {
        told.recoded = n;
        told.left--;
        if (n % NEWS === 0) changed();
        return !closed;
      },
      problem: ({ message }) => log(message),
    });
    changed();
  }
  return {
    async anew(searches) {
      if (!load) return undefined;
      const told: Anew = { recoded: 0, left: 0 }, turn = before.then(() => run(searches, told));
      before = turn.catch((error: unknown) => log(`reading anew ended: ${error instanceof Error ? error.message : String(error)}`));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([before, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)))]);
      clearTimeout(timer);
      return { ...told };
    },
    close() {
      closed = true;
    },
  };
}

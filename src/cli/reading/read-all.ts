/** All that some inputs hold, in order, whether one thread works or several. */
import { createHash } from 'node:crypto';
import { documents } from '../../intake/read.ts';
import type { ReadFrom } from '../../intake/read.ts';
import type { Doc } from '../../intake/source.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { documentRead } from '../../ledger/intake.ts';
import { Pool } from './pool.ts';
import { makeWork } from './work.ts';
import type { Read, Work, WorkOptions } from './work.ts';

/** Raised when the extractor's results change, so that documents read by an older one are read again. */
const EXTRACTOR = 2;
/** Documents that may be on their way at once, a thread; and their bytes together. */
const AHEAD = 4, AHEAD_BYTES = 64 * 1024 * 1024;

/** What came of one document. */
export interface Batch {
  reads: Read[];
  /** What the document is remembered by once its stories are kept; plain text and JSON lines are read faster than remembered. */
  digest?: string;
  /** Hashes of its stories, where an earlier run has read it whole. */
  before?: string[];
}

function digestOf({ kind, hints, bytes }: Doc, options: WorkOptions): string | undefined {
  if (kind === 'text' || kind === 'json') return undefined;
  return createHash('sha256').update(JSON.stringify([EXTRACTOR, kind, hints, options.defaults])).update(bytes).digest('hex').slice(0, 32);
}

export interface ReadAllOptions extends WorkOptions {
  from: ReadFrom;
  /** Worker threads; one means none besides the program's own. */
  jobs: number;
  /** Stories that it has are not coded again, documents that it remembers not read. */
  ledger?: Ledger;
}

/** Reads and codes inputs. Results come in the order of the inputs, and are written by whoever asks. */
export async function* readAll(files: readonly string[], { from, jobs, ledger, ...options }: ReadAllOptions): AsyncGenerator<Batch> {
  const pool = jobs > 1 ? new Pool(jobs, options, ledger?.path) : undefined, work: Work = pool?.work ?? makeWork(options, ledger);
  const ahead: { batch: Promise<Batch>; size: number }[] = [];
  let held = 0;
  try {
    for await (const { doc, item } of documents(files, from)) {
      if (item) {
        ahead.push({ batch: Promise.resolve({ reads: [item] }), size: 0 });
      } else {
        const digest = ledger && !options.recode ? digestOf(doc, options) : undefined, known = digest === undefined ? undefined : documentRead(ledger as Ledger, digest);
        // A story that has been forgotten since is looked at again, and said to be so.
        const before = known?.every((hash) => ledger?.coderOf(hash) !== undefined) ? known : undefined;
        const batch = before ? Promise.resolve({ reads: [{ where: doc.where, problems: [] }], before }) : work(doc).then((reads) => ({ reads, ...(digest !== undefined && { digest }) }));
        ahead.push({ batch, size: doc.bytes.length });
        held += doc.bytes.length;
      }
      while (ahead.length > (pool ? jobs * AHEAD : 0) || (held > AHEAD_BYTES && ahead.length > 0)) {
        const { batch, size } = ahead.shift() as (typeof ahead)[0];
        held -= size;
        yield await batch;
      }
    }
    for (const { batch } of ahead) yield await batch;
  } finally {
    await pool?.close();
  }
}

/** dragoman outlook: what is likely next, with its reasons; and how good such forecasts are. */
import { readTkg, splitRecord } from '../../outlook/tkg.ts';
import { shortfall } from '../../outlook/support.ts';
import { ProblemError } from '../../story/errors.ts';
import { Problems } from '../problems.ts';
import { print } from '../terminal.ts';
import { ask, ledgerRecord } from './outlook/ask.ts';
import type { Asked } from './outlook/ask.ts';
import { printEvaluation } from './outlook/evaluate.ts';

export interface OutlookOptions extends Asked {
  /** A folder of a benchmark, or true for the ledger's own record. */
  evaluate?: string | true;
}

/** Answers what was asked of the ledger at `path`. Returns the exit code. */
export async function outlook(path: string, options: OutlookOptions): Promise<number> {
  try {
    const { evaluate, json } = options;
    if (typeof evaluate === 'string') return await printEvaluation(evaluate, readTkg(evaluate), json);
    if (evaluate) {
      const record = await ledgerRecord(path, options.datasets), missing = shortfall(record, 1);
      if (missing === undefined) return await printEvaluation(path, splitRecord(record), json);
      await print(missing);
      return 0;
    }
    if (options.parties.length === 0 && !options.surprising) {
      process.stderr.write('dragoman: name one or two parties, or ask --surprising or --evaluate\n');
      return 2;
    }
    return await ask(path, options);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    new Problems().tell(error.problem);
    return 1;
  }
}

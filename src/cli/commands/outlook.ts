/** dragoman outlook: what is likely next. */
import { readTkg } from '../../outlook/tkg.ts';
import { ProblemError } from '../../story/errors.ts';
import { Problems } from '../problems.ts';
import { printEvaluation } from './outlook/evaluate.ts';

export interface OutlookOptions {
  evaluate?: string | true;
  json?: boolean;
}

/** Answers what was asked. Returns the exit code. */
export async function outlook(_path: string, { evaluate, json }: OutlookOptions): Promise<number> {
  try {
    if (typeof evaluate === 'string') return await printEvaluation(evaluate, readTkg(evaluate), json === true);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    new Problems().tell(error.problem);
    return 1;
  }
  process.stderr.write('dragoman: say what to evaluate: --evaluate FOLDER\n');
  return 2;
}

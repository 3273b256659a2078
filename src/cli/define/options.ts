/** Options that many commands share, and how their values are read. */
import { InvalidArgumentError, Option } from 'commander';
import { readDay } from '../../story/day.ts';

/** Is given a command's exit code. */
export type Exit = (code: number) => void;

export const day = (given: string): string => {
  const { day: found, fault } = readDay(given);
  if (found) return found;
  throw new InvalidArgumentError(fault === 'impossible' ? 'There is no such day.' : 'Write it as YYYY-MM-DD.');
};

export const whole = (least: number, most: number) => (given: string): number => {
  const n = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (n >= least && n <= most) return n;
  throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
};

export const collect = (given: string, before: string[] = []): string[] => [...before, given];

export const ledgerOption = (): Option => new Option('--ledger <file>', 'the ledger to use (otherwise DRAGOMAN_LEDGER, otherwise one in your data folder)');
export const jsonOption = (): Option => new Option('--json', 'print JSON lines');

export const EXIT = `
Exit codes: 0 all went well; 1 something was skipped or is wrong with the input (standard error says what);
2 the command was not understood.`;

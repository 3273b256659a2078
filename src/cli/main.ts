/** The entry of the command `dragoman`. */
import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { ProblemError } from '../story/errors.ts';
import { makeProgram } from './program.ts';
import { Problems } from './problems.ts';

const USAGE = 2;

// Whoever reads our output may leave early (head, less): that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

const program = makeProgram((code) => void (process.exitCode = code));
const throwing = (command: Command): void => {
  command.exitOverride();
  command.commands.forEach(throwing);
};
throwing(program);

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof ProblemError) {
    new Problems().tell(error.problem);
    process.exitCode = 1;
  } else {
    const text = error instanceof Error ? (process.env['DRAGOMAN_DEBUG'] ? error.stack : error.message) : String(error);
    process.stderr.write(`dragoman: something went wrong that should not: ${text}\n  Run again with DRAGOMAN_DEBUG=1 to see where, and report it.\n`);
    process.exitCode = 1;
  }
}

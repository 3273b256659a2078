/** The command that says what is likely next. */
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { EXIT, jsonOption, ledgerOption } from './options.ts';
import type { Exit } from './options.ts';

interface Options {
  evaluate?: string | true;
  json?: boolean;
  ledger?: string;
}

/** Adds `outlook`. */
export function addOutlook(program: Command, exit: Exit): void {
  program.command('outlook').summary('what is likely next, with its reasons')
    .description('Says how good forecasts are: who does what to whom next.')
    .option('--evaluate [folder]', 'measure forecasts on a folder of entity2id, relation2id, train, valid and (where there is one) test')
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
Examples:
  $ dragoman outlook --evaluate icews14/
${EXIT}`)
    .action(async (options: Options) => {
      const { outlook } = await import('../commands/outlook.ts');
      exit(await outlook(ledgerPath(options.ledger), options));
    });
}

/** `import` and `datasets`: what they are called, what they take, and how help explains them. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { day, jsonOption, ledgerOption } from './options.ts';
import type { Exit } from './options.ts';

const FORMATS = ['gdelt', 'gdelt1', 'icews', 'polecat', 'phoenix', 'tkg', 'csv'] as const;

/** `date=event_date,source=actor1` as a mapping. */
function columns(given: string): Record<string, string> {
  const pairs = given.split(',').map((part): [string, string] => {
    const [field = '', column = '', ...rest] = part.split('=').map((word) => word.trim());
    if (!['date', 'source', 'target', 'code', 'type', 'mode', 'id'].includes(field) || !column || rest.length) {
      throw new InvalidArgumentError('Write it as date=COLUMN,source=COLUMN,target=COLUMN,code=COLUMN (or type=COLUMN); mode and id too.');
    }
    return [field, column];
  });
  return Object.fromEntries(pairs);
}

interface ImportOptions {
  ledger?: string;
  json?: boolean;
  name?: string;
  format?: string;
  epoch?: string;
  unit?: 'day' | 'hour';
  columns?: Record<string, string>;
  refused?: string;
}

/** Adds the commands about coded data sets. `exit` is given each command's exit code. */
export function addDatasets(program: Command, exit: Exit): void {
  program.command('import').summary('coded event data into the ledger').description('Imports events that others have coded. What is there already is passed over, so a run that was stopped is run again.')
    .argument('<file...>', 'coded data: plain, gzipped or zipped, a folder of it, or -')
    .addOption(new Option('--format <format>', 'its format; otherwise it is told by the first line').choices(FORMATS))
    .option('--name <name>', 'what the data set is called; otherwise by its format, or by its folder or file')
    .addOption(new Option('--epoch <day>', 'which day is 0, where the times are numbers').argParser(day))
    .addOption(new Option('--unit <unit>', 'what such numbers count').choices(['day', 'hour']).default('day'))
    .addOption(new Option('--columns <mapping>', 'which column of comma-separated values holds what').argParser(columns))
    .option('--refused <file>', 'where rows that cannot be read are put, with the reason (otherwise beside the ledger)')
    .addOption(jsonOption())
    .addOption(ledgerOption())
    .addHelpText('after', `
Formats: gdelt (2.0, 61 columns), gdelt1 (1.0, 57 or 58), icews (20 columns), polecat, phoenix, tkg (the integer layout:
entity2id.txt, relation2id.txt, train.txt, valid.txt, test.txt), csv. CAMEO codes become PLOVER types by the table
src/ontology/cameo.tsv; statements (root 01) are kept without a type and not shown. People and bodies act for their
states; an actor that cannot be told is UNKNOWN.

Examples:
  $ dragoman import 20240101.export.CSV.zip
  $ dragoman import gdelt/ --ledger world.db
  $ dragoman import ICEWS14s/ --epoch 2013-12-31
  $ dragoman import ICEWS18/ --epoch 2018-01-01 --unit hour
  $ dragoman import acts.csv --name acts --columns date=day,source=from,target=to,type=plover
  $ zcat big.tsv.gz | dragoman import - --format gdelt

Exit codes: 0 all went well; 1 rows or files were refused (standard error says which); 2 the command was not understood.`)
    .action(async (files: string[], { ledger, json, ...options }: ImportOptions) => {
      const { importData } = await import('../commands/import.ts');
      exit(await importData(files, ledgerPath(ledger), { ...options, json: json === true }));
    });

  program.command('datasets').summary('the coded data sets of the ledger').description('Prints the coded data sets that were imported, with how much of each is here.')
    .option('--check', 'check what is derived from their events against the events')
    .option('--rebuild', 'make anew what is derived from their events')
    .addOption(jsonOption())
    .addOption(ledgerOption())
    .addHelpText('after', '\nExamples:\n  $ dragoman datasets\n  $ dragoman datasets --check\n\nExit codes: 0 all is well; 1 something derived is not as its events are; 2 the command was not understood.')
    .action(async ({ ledger, json, check, rebuild }: { ledger?: string; json?: boolean; check?: boolean; rebuild?: boolean }) => {
      const { datasets } = await import('../commands/datasets.ts');
      exit(await datasets(ledgerPath(ledger), { json: json === true, check: check === true, rebuild: rebuild === true }));
    });
}

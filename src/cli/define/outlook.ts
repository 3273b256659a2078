/** The command that says what is likely next. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { EVENT_TYPES } from '../../story/facts.ts';
import type { EventType } from '../../story/facts.ts';
import { day, EXIT, jsonOption, ledgerOption, whole } from './options.ts';
import type { Exit } from './options.ts';

const LONGEST = 366;

/** Days: "7", "7d", "2w". */
function horizon(given: string): number {
  const match = /^(\d{1,4})\s*([dw]?)$/.exec(given.trim()), days = match ? Number(match[1]) * (match[2] === 'w' ? 7 : 1) : 0;
  if (days >= 1 && days <= LONGEST) return days;
  throw new InvalidArgumentError(`Give days or weeks, from 1d to ${LONGEST}d.`);
}

const list = (given: string, before: string[] = []): string[] => [...before, ...given.split(',').map((one) => one.trim()).filter(Boolean)];

function types(given: string, before: EventType[] = []): EventType[] {
  return [...before, ...list(given).map((name) => {
    const type = EVENT_TYPES.find((known) => known === name.toUpperCase());
    if (!type) throw new InvalidArgumentError(`There are ${EVENT_TYPES.join(', ')}.`);
    return type;
  })];
}

interface Options {
  horizon: number;
  type?: EventType[];
  surprising?: boolean;
  evaluate?: string | true;
  asOf?: string;
  dataset?: string[];
  limit: number;
  json?: boolean;
  ledger?: string;
}

/** Adds `outlook`. */
export function addOutlook(program: Command, exit: Exit): void {
  program.command('outlook').summary('what is likely next, with its reasons')
    .description('Says which acts are likely within a horizon after the last day of the record, how likely, and why: each reason is a\nprecedent with the events that tell of it, and each forecast comes with how such forecasts came out before.')
    .argument('[a]', 'a party, by code or by name in Turkish, English or Russian')
    .argument('[b]', 'another; without it, whom the first is likely to deal with')
    .addOption(new Option('--horizon <days>', 'within so many days (7d, 2w)').argParser(horizon).default(7, '7d'))
    .addOption(new Option('--type <types>', `only acts of these types: ${EVENT_TYPES.join(', ')}`).argParser(types))
    .option('--surprising', 'what has just come against the odds, and what is odd by its absence')
    .option('--evaluate [folder]', 'measure forecasts: on a folder of entity2id, relation2id, train, valid and (where there is one) test, otherwise on the ledger itself')
    .addOption(new Option('--as-of <day>', 'by the record up to this day (YYYY-MM-DD)').argParser(day))
    .addOption(new Option('--dataset <names>', 'only from data sets of these names; "stories" stands for what stories state').argParser(list))
    .addOption(new Option('--limit <n>', 'at most so many').argParser(whole(1, 10_000)).default(10))
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
Examples:
  $ dragoman outlook Belarus Poland
  $ dragoman outlook Türkiye --type CONSULT --horizon 14d
  $ dragoman outlook --surprising
  $ dragoman outlook RUS UKR --as-of 2014-06-30 --dataset icews14
  $ dragoman outlook --evaluate icews14/

Forecasts need a record of at least 500 acts over 120 days. What is learnt is kept in a file beside the ledger.
${EXIT}`)
    .action(async (a: string | undefined, b: string | undefined, { type, dataset, ...options }: Options) => {
      const { outlook } = await import('../commands/outlook.ts');
      exit(await outlook(ledgerPath(options.ledger), {
        ...options, parties: [a, b].filter((party) => party !== undefined), json: options.json === true, ...(type && { types: type }), ...(dataset && { datasets: dataset }),
      }));
    });
}

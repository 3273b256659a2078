/** The commands on happenings. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { TYPES_OF } from '../../ledger/ask.ts';
import { ledgerPath } from '../../ledger/place.ts';
import { FACTUALITIES } from '../../story/facts.ts';
import { LANGS } from '../../story/story.ts';
import { collect, EXIT, jsonOption, ledgerOption, whole } from './options.ts';
import type { Exit } from './options.ts';

const MANY = 1_000_000_000;

/** Adds `happenings` and `happening`. */
export function addHappenings(program: Command, exit: Exit): void {
  program.command('happenings').summary('acts in the world, however many stories tell of them')
    .description('Prints happenings, newest first: each one act, with how many stories and events tell of it, and the report that was first.')
    .option('--party <who>', 'with this party, by code or by name in Turkish, English or Russian; may be repeated', collect).option('--pair <who...>', 'with an event between these two parties')
    .option('--type <types>', `event types, a CONSULT with its mode where wanted (CONSULT:call): ${TYPES_OF.event.join(', ')}`, collect)
    .option('--factuality <list>', `with an event so told: ${FACTUALITIES.join(', ')}`, collect).option('--speaker <name>', 'with an event according to, or done by, somebody of this name')
    .option('--from <day>', 'on or after this day, month or year').option('--to <day>', 'on or before it').option('--outlet <name>', 'told by outlets whose name holds this')
    .option('--lang <langs>', `told in these languages (${LANGS.join(', ')})`, collect).option('--text <words>', 'told with these words')
    .addOption(new Option('--stories <n>', 'told by at least so many stories').argParser(whole(1, MANY)))
    .addOption(new Option('--limit <n>', 'at most so many').argParser(whole(1, MANY))).option('--oldest', 'oldest first (otherwise newest first)')
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
An event of an imported data set is its own happening, and is not listed here; see "dragoman events".

Examples:
  $ dragoman happenings --stories 3 --from 2025
  $ dragoman happenings --pair Belarus "United States" --type CONSULT
  $ dragoman happenings --factuality denied --json
${EXIT}`)
    .action(async (options: { ledger?: string; json?: boolean; stories?: number }) => {
      const { listHappenings } = await import('../commands/happenings.ts');
      exit(await listHappenings(ledgerPath(options.ledger), { ...options, json: options.json === true }));
    });
  program.command('happening').summary('one happening: every report, who was first, where they differ')
    .description('Prints every report of one act: how many independent sources tell it, who first, where they differ, what each calls the actors, and why each was joined.')
    .argument('<happening>', 'its id (h12), or an event of it (e7)').addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
Stories that copy one another, stories of one outlet, and one that quotes another's outlet count as one source.
"dragoman correct merge" and "dragoman correct split" change what is one happening.

Examples:
  $ dragoman happening e7
  $ dragoman happening h274639112020 --json
${EXIT}`)
    .action(async (name: string, options: { ledger?: string; json?: boolean }) => {
      const { showHappening } = await import('../commands/happenings.ts');
      exit(await showHappening(name, ledgerPath(options.ledger), options.json === true));
    });
}

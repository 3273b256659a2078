/** The commands by which a ledger is kept: backup, restore, forget, outlets, history. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { EXIT, jsonOption, ledgerOption } from './options.ts';
import type { Exit } from './options.ts';

interface Common {
  ledger?: string;
  json?: boolean;
}

const weight = (given: string): number => {
  const n = given.trim() === '' ? Number.NaN : Number(given);
  if (Number.isFinite(n) && n >= 0) return n;
  throw new InvalidArgumentError('Give a number from 0 on.');
};

const plain = (command: Command): Command => command.addOption(jsonOption()).addOption(ledgerOption());
const commands = () => import('../commands/keeping.ts');

/** Adds them. */
export function addKeeping(program: Command, exit: Exit): void {
  plain(program.command('history').summary('the whole story of a fact, a happening or a party').description('Tells how a record came about: what each version of the coder made of it, what was said of it by whom and why, and how\nit stands.')
    .argument('<what>', 'a fact (e12, c3, t4, r5), a happening (h5), or a party by code or name'))
    .addHelpText('after', '\nExamples:\n  $ dragoman history e12\n  $ dragoman history h5\n  $ dragoman history Belarus')
    .action(async (what: string, { ledger, json }: Common) => exit(await (await commands()).tellHistory(ledgerPath(ledger), what, json === true)));

  plain(program.command('outlets').summary('outlets, with your own weight and label for each').description('Lists the outlets of the stories; with --weight or --label, says something of one. Measures and counts of independent\nsources weigh by it (--weighted yes), and --label narrows any question to outlets of that label.')
    .argument('[outlet]', 'only this one, by its name as listed').addOption(new Option('--weight <n>', 'what its reports count; 1 as usual, 0 not at all').argParser(weight))
    .option('--label <words>', 'what kind of outlet it is, in your own words').option('--who <name>', 'who says so'))
    .addHelpText('after', '\nExamples:\n  $ dragoman outlets\n  $ dragoman outlets "The Harbour Wire" --label wire --weight 1.5')
    .action(async (name: string | undefined, { ledger, json, ...word }: Common & { weight?: number; label?: string; who?: string }, command: Command) => {
      if (name === undefined && (word.weight !== undefined || word.label !== undefined)) command.error('error: name the outlet', { exitCode: 2 });
      exit(await (await commands()).listOutlets(ledgerPath(ledger), name, { ...word, json: json === true }));
    });

  plain(program.command('backup').summary('a copy of the ledger, while it is in use').description('Writes a whole copy of the ledger as it stands, while the page and readings go on.').argument('<file>', 'the copy; it must not be there yet'))
    .addHelpText('after', `\nExamples:\n  $ dragoman backup minsk-2025-10-01.db\n${EXIT}`)
    .action(async (file: string, { ledger, json }: Common) => exit(await (await commands()).makeBackup(ledgerPath(ledger), file, json === true)));

  plain(program.command('restore').summary('put a backup in the ledger\'s place').description('Puts a backup in the place of what the ledger holds, at once, while the page is in use. Stories that were forgotten since\nthe backup stay forgotten.')
    .argument('<file>', 'the backup').option('--replace', 'where the ledger holds stories already'))
    .addHelpText('after', `\nExamples:\n  $ dragoman restore minsk-2025-10-01.db --replace\n${EXIT}`)
    .action(async (file: string, { ledger, json, replace }: Common & { replace?: boolean }) => exit(await (await commands()).putBack(ledgerPath(ledger), file, replace === true, json === true)));

  plain(program.command('forget').summary('erase a story for good').description('Erases a story, its facts and what was said of them, for good: from the tables, the indexes, free pages and the log. What\nis left is a tombstone that says that a story was forgotten, not what it said; reading it again is refused.')
    .argument('[story]', 'its id, its hash, or the beginning of its hash').option('--list', 'list what was forgotten').option('--who <name>', 'who wants it (otherwise DRAGOMAN_WHO, otherwise your user name)').option('--why <reason>', 'for what reason; it is kept'))
    .addHelpText('after', `\nExamples:\n  $ dragoman forget 3f9c02ab --why "takedown of 12 May"\n  $ dragoman forget --list\n${EXIT}`)
    .action(async (name: string | undefined, { ledger, json, ...options }: Common & { list?: boolean; who?: string; why?: string }, command: Command) => {
      if (name === undefined && !options.list) command.error('error: name the story, or say --list', { exitCode: 2 });
      exit(await (await commands()).forget(ledgerPath(ledger), name, { ...options, json: json === true }));
    });
}

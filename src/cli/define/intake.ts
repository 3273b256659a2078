/** dragoman watch: what it is called and takes. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import { collect, EXIT, jsonOption, ledgerOption, whole } from './options.ts';
import type { Exit } from './options.ts';

/** Fetching within one's own network has to be asked for. */
export const privateOption = (): Option => new Option('--allow-private', 'also fetch from private networks and this machine');

/** Threads besides the program's own. */
export const jobsOption = (): Option => new Option('--jobs <n>', 'documents that are read and coded at once, each in a thread of its own with its own models').argParser(whole(1, 64)).default(1);

interface Flags {
  once?: boolean;
  list?: boolean;
  leave?: string[];
  every: number;
  pause: number;
  allowPrivate?: boolean;
  userAgent?: string;
  outlet?: string;
  lang?: Lang;
  json?: boolean;
  ledger?: string;
}

export function addIntake(program: Command, exit: Exit): void {
  program.command('watch').summary('feeds into the ledger, as they come').description('Reads feeds and the pages they point to, again and again, politely, until it is stopped. The feeds are kept in the ledger, with how far each was read.')
    .argument('[feed...]', 'addresses of feeds, added to the list; without any, the whole list is watched')
    .option('--once', 'read each feed once, then end (for cron)')
    .option('--list', 'print the list and how each feed stands')
    .option('--leave <feed>', 'watch a feed no more; its stories stay; may be repeated', collect)
    .addOption(new Option('--every <minutes>', 'minutes between two readings of a feed').argParser(whole(1, 10_080)).default(15))
    .addOption(new Option('--pause <seconds>', 'seconds between two requests to one host, at least; robots.txt may ask for more').argParser(whole(0, 3_600)).default(2))
    .option('--user-agent <name>', 'how Dragoman names itself to servers: say who you are and how you are reached')
    .addOption(privateOption())
    .option('--outlet <name>', 'the outlet of the feeds given, where they do not say').addOption(new Option('--lang <lang>', 'their language; otherwise it is found out').choices(LANGS))
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
A page that the feed points to is read where the feed gives only a teaser. robots.txt is followed. A story that its
outlet corrects is kept as a new version beside the old one; young stories are looked at again for two days.

Examples:
  $ dragoman watch https://www.example.org/rss.xml
  $ dragoman watch --once
  $ dragoman watch --list
  $ dragoman watch --leave https://www.example.org/rss.xml
${EXIT}`)
    .action(async (feeds: string[], { once, list, leave, every, pause, allowPrivate, userAgent, outlet, lang, json, ledger }: Flags) => {
      const { watch } = await import('../commands/watch.ts');
      exit(await watch(feeds, ledgerPath(ledger), {
        json: json === true, once: once === true, list: list === true, leave: leave ?? [], every, pause, allowPrivate: allowPrivate === true, ...(userAgent && { userAgent }), ...(outlet && { outlet }), ...(lang && { lang }),
      }));
    });
}

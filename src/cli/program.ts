/** The commands: what they are called, what they take, and how help explains them. Nothing heavy is loaded here. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { TYPES_OF } from '../ledger/ask.ts';
import { dataFolder, ledgerPath } from '../ledger/place.ts';
import type { FactKind } from '../ledger/filter.ts';
import { FACTUALITIES } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import type { Lang } from '../story/story.ts';
import { addCorrections } from './define/corrections.ts';
import { addDatasets } from './define/datasets.ts';
import { addExport } from './define/export.ts';
import { addHappenings } from './define/happenings.ts';
import { addIntake, jobsOption, privateOption } from './define/intake.ts';
import { addKeeping } from './define/keeping.ts';
import { collect, day, EXIT, jsonOption, ledgerOption, whole } from './define/options.ts';
import type { Exit } from './define/options.ts';
import { addOutlook } from './define/outlook.ts';
import { addRelations } from './define/relations.ts';
import { addPage, portOption } from './define/page.ts';
import { SHELLS } from './commands/completion.ts';
import type { Shell } from './commands/completion.ts';
import { join } from 'node:path';

const version = (): string => (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const withStoryDefaults = (command: Command): Command => command
  .addOption(new Option('--date <day>', 'publication date of stories that do not give one (YYYY-MM-DD)').argParser(day))
  .addOption(new Option('--lang <lang>', 'their language; otherwise it is found out').choices(LANGS))
  .option('--outlet <name>', 'the outlet that published them');

interface StoryOptions {
  allowPrivate?: boolean;
  jobs?: number;
  strict?: boolean;
  quiet?: boolean;
  date?: string;
  lang?: Lang;
  outlet?: string;
}

/** How inputs are gone about. */
const waysOf = ({ allowPrivate, jobs, strict = false, quiet = false }: StoryOptions): { fetching: { allowPrivate?: boolean }; jobs?: number; strict: boolean; quiet: boolean } => ({
  fetching: allowPrivate ? { allowPrivate } : {}, ...(jobs !== undefined && { jobs }), strict, quiet,
});
const quietOption = (): Option => new Option('--quiet', 'count faults in the end, instead of telling each');
const defaultsOf = ({ date, lang, outlet }: StoryOptions): StoryOptions => ({ ...(date && { date }), ...(lang && { lang }), ...(outlet && { outlet }) });

const FILES = `
FILE is whatever holds stories, known by its content: plain text (one story), JSON lines (one story a line:
id, lang, date, outlet, url, title, text; date and text are enough), a web page, an RSS, Atom or JSON feed, a
WARC, a saved page (MHTML), a mail (.eml), .docx, a PDF with text; any of these in gzip or zip; a folder of
them; an address (https://...); or - for standard input. A story's date is what its source says; plain text may begin with
"date 2025-10-01 ...". Where none is found, --date gives it.`;

/** Options that take one of a few values, for completions. */
export const VALUES: Readonly<Record<string, readonly string[]>> = { '--factuality': FACTUALITIES, '--lang': LANGS };

interface KindHelp {
  name: string;
  summary: string;
  types: string;
  examples: string;
}

const KINDS: Readonly<Record<FactKind, KindHelp>> = {
  event: {
    name: 'events', summary: 'acts between two parties',
    types: `event types, a CONSULT with its mode where wanted (CONSULT:call): ${TYPES_OF.event.join(', ')}`,
    examples: `  $ dragoman events --pair Belarus "United States" --from 2025
  $ dragoman events --party Türkiye --type CONSULT:visit,CONSULT:call
  $ dragoman events --factuality denied,possible --lang ru
  $ dragoman events --text '"power plant" -nuclear' --json`,
  },
  claim: {
    name: 'claims', summary: 'what somebody says about the state of things',
    types: `kinds: ${TYPES_OF.claim.join(', ')}`,
    examples: `  $ dragoman claims --party BLR --type prediction
  $ dragoman claims --speaker Lukashenko --from 2025-09`,
  },
  tie: {
    name: 'ties', summary: 'standing conditions that bind one party to another',
    types: `domains or kinds: ${TYPES_OF.tie.join(', ')}`,
    examples: `  $ dragoman ties --party Belarus
  $ dragoman ties --type military --json`,
  },
  trend: {
    name: 'trends', summary: 'relations said to be improving, worsening or unchanged',
    types: `directions: ${TYPES_OF.trend.join(', ')}`,
    examples: `  $ dragoman trends --pair BLR USA
  $ dragoman trends --type worsening --from 2020 --to 2022`,
  },
};

function queryOptions(command: Command, what: string): Command {
  return command
    .option('--from <day>', `${what} on or after this day, month or year (2025-09-01, 2025-09, 2025)`)
    .option('--to <day>', `${what} on or before it`)
    .option('--outlet <name>', 'in stories of outlets whose name holds this')
    .option('--lang <langs>', `in stories of these languages (${LANGS.join(', ')})`, collect)
    .option('--text <words>', 'with these words: endings, case and diacritics do not count; "in quotes" exactly so; -word without it')
    .addOption(new Option('--limit <n>', 'at most so many').argParser(whole(1, 1_000_000_000)))
    .option('--oldest', 'oldest first (otherwise newest first)')
    .addOption(jsonOption())
    .addOption(ledgerOption());
}

function addQueries(program: Command, exit: Exit): void {
  for (const kind of Object.keys(KINDS) as FactKind[]) {
    const { name, summary, types, examples } = KINDS[kind];
    const command = program.command(name).summary(summary).description(`Prints ${summary}, each with its sentence and story, newest first.`)
      .option('--party <who>', 'with this party, by code or by name in Turkish, English or Russian; may be repeated', collect)
      .option('--pair <who...>', 'between these two parties, either way')
      .option('--type <types>', types, collect);
    if (kind === 'event') command.option('--factuality <list>', `how far the text commits to it: ${FACTUALITIES.join(', ')}`, collect);
    if (kind === 'event' || kind === 'claim') command.option('--speaker <name>', kind === 'event' ? 'according to, or done by, somebody of this name' : 'said by somebody of this name');
    queryOptions(command, name).option('--count', 'print only how many').option('--label <labels>', 'in stories of outlets with this label of yours (see "dragoman outlets")', collect).option('--as-coded', 'as the coder gave them, whatever "dragoman correct" says').addHelpText('after', `\nExamples:\n${examples}`);
    command.action(async (options: { ledger?: string; json?: boolean }) => {
      const { query } = await import('./commands/query.ts');
      exit(await query(kind, ledgerPath(options.ledger), { ...options, json: options.json === true }));
    });
  }
  const stories = program.command('stories').summary('the stories read so far').description('Prints the stories of the ledger, newest first; "dragoman show" prints one of them.');
  queryOptions(stories, 'stories').addHelpText('after', '\nExamples:\n  $ dragoman stories --outlet wire --from 2025-09');
  stories.action(async (options: { ledger?: string; json?: boolean }) => {
    const { listStories } = await import('./commands/query.ts');
    exit(await listStories(ledgerPath(options.ledger), { ...options, json: options.json === true }));
  });
}

/** The whole command line. `exit` is given each command's exit code. */
export function makeProgram(exit: Exit): Command {
  const program = new Command('dragoman').version(version(), '-V, --version', 'print the version')
    .description('Reads dated news in Turkish, English and Russian, and keeps a cited ledger of how states deal with one another:\nwho did or said what to whom, when, how sure it is, and who says so.')
    .showHelpAfterError('Help: dragoman --help, or dragoman COMMAND --help').helpOption('-h, --help', 'print help').helpCommand('help [command]', 'help on a command')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', `
Begin here:
  $ dragoman code story.txt --date 2025-10-01     facts of one story, nothing stored
  $ dragoman read stories.jsonl                   stories into the ledger
  $ dragoman events --party Belarus               ask the ledger
  $ dragoman show a1-en                           a story with its facts marked in place
  $ dragoman serve                                the page, in your browser

The ledger is one file (${ledgerPath()}). --ledger FILE or DRAGOMAN_LEDGER
names another. NO_COLOR turns colours off.
${EXIT}`);

  withStoryDefaults(program.command('code').summary('facts of stories, nothing stored').description('Takes the facts from stories: events, claims, ties, trends and the people named, each with its sentence.')
    .argument('<file...>', 'stories: text, JSON lines, pages, feeds, documents, archives, a folder, or -'))
    .option('--strict', 'stop at the first thing that is wrong').addOption(quietOption()).addOption(privateOption()).addOption(jobsOption())
    .option('--json', 'one JSON object a story (this is so where the output is no terminal)')
    .option('--no-json', 'text to read, wherever it goes')
    .addHelpText('after', `${FILES}

Examples:
  $ dragoman code story.txt --date 2025-10-01
  $ dragoman code --json examples/*.jsonl > facts.jsonl
  $ pdftotext report.pdf - | dragoman code - --date 2024-03-07 --outlet "The Harbour Wire"

In JSON, "offsets" are UTF-16 positions in the story's text; "confidence" runs from 0 to 1.
${EXIT}`)
    .action(async (files: string[], options: StoryOptions & { json?: boolean }) => {
      const { code } = await import('./commands/code.ts');
      exit(await code(files, { defaults: defaultsOf(options), json: options.json ?? process.stdout.isTTY !== true, ...waysOf(options) }));
    });

  withStoryDefaults(program.command('read').summary('stories into the ledger').description('Reads stories into the ledger. One that is there already is passed over, so a run that was stopped is run again.')
    .argument('<file...>', 'stories: text, JSON lines, pages, feeds, documents, archives, a folder, or -'))
    .option('--recode', 'also take the facts anew where another version of Dragoman took them').option('--even-forgotten', 'also what "dragoman forget" erased')
    .option('--strict', 'stop at the first thing that is wrong').addOption(quietOption()).addOption(privateOption()).addOption(jobsOption())
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `${FILES}

Examples:
  $ dragoman read stories.jsonl
  $ dragoman read archive/ crawl.warc.gz report.pdf
  $ dragoman read story.txt --date 2025-10-01 --outlet "The Harbour Wire" --ledger minsk.db
${EXIT}`)
    .action(async (files: string[], options: StoryOptions & { ledger?: string; json?: boolean; recode?: boolean; evenForgotten?: boolean }) => {
      const { read } = await import('./commands/read.ts');
      exit(await read(files, ledgerPath(options.ledger), { defaults: defaultsOf(options), recode: options.recode === true, evenForgotten: options.evenForgotten === true, ...waysOf(options) }, options.json === true));
    });

  addDatasets(program, exit);
  addQueries(program, exit);
  addHappenings(program, exit);
  addRelations(program, exit);
  addOutlook(program, exit);

  program.command('show').summary('a story with its facts marked in place').description('Prints a story of the ledger with its facts marked in the text, and listed under each paragraph.')
    .argument('<story>', 'its id, its hash, or the beginning of its hash (see "dragoman stories")')
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', '\nExamples:\n  $ dragoman show a1-en\n  $ dragoman show 3f9c02ab | less -R')
    .action(async (name: string, options: { ledger?: string; json?: boolean }) => {
      const { show } = await import('./commands/show.ts');
      exit(await show(name, ledgerPath(options.ledger), options.json === true));
    });

  addPage(program, exit);

  program.command('start').summary('read the example stories and serve the page').description('Reads the stories under examples/ into a ledger of their own, sums up what it found, and serves the page. "npm start" does this.')
    .addOption(portOption()).option('--no-serve', 'end after the summary').addOption(jsonOption())
    .addOption(new Option('--ledger <file>', 'the ledger to use (otherwise examples.db in your data folder)'))
    .action(async (options: { ledger?: string; port?: number; json?: boolean; serve: boolean }) => {
      const { start } = await import('./commands/serve.ts');
      exit(await start(options.ledger ?? (process.env['DRAGOMAN_LEDGER'] || join(dataFolder(), 'examples.db')), { port: options.port, json: options.json === true, serve: options.serve }));
    });

  addIntake(program, exit);
  addCorrections(program, exit);
  addExport(program, exit);
  addKeeping(program, exit);

  program.command('completion').summary('completions for your shell').description('Prints the completion script of a shell.')
    .argument('<shell>', SHELLS.join(', '))
    .addHelpText('after', '\nExamples:\n  $ dragoman completion bash > ~/.local/share/bash-completion/completions/dragoman\n  $ dragoman completion zsh > "${fpath[1]}/_dragoman"\n  $ dragoman completion fish > ~/.config/fish/completions/dragoman.fish')
    .action(async (shell: string) => {
      if (!SHELLS.includes(shell as Shell)) program.error(`error: no completions for "${shell}"; there are ${SHELLS.join(', ')}`, { exitCode: 2 });
      const { completion } = await import('./commands/completion.ts');
      process.stdout.write(completion(shell as Shell, program, VALUES));
    });
  return program;
}

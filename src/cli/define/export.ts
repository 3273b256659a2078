/** The commands by which the record leaves: for other programs, and for readers. */
import { extname } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { FACTUALITIES } from '../../story/facts.ts';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import type { ExportOptions, Format, What } from '../commands/export.ts';
import { collect, EXIT, jsonOption, ledgerOption } from './options.ts';
import type { Exit } from './options.ts';

const PLAIN = ['csv', 'jsonl', 'parquet'];
/** Formats by what is exported; the first is meant where nothing says. */
const FORMATS: Readonly<Record<What, readonly string[]>> = {
  events: [...PLAIN, 'plover', 'icews'], claims: PLAIN, ties: PLAIN, trends: PLAIN, happenings: PLAIN, 'dyad-months': PLAIN, network: ['gexf', 'graphml'], entities: ['ftm'],
};
const KINDS = Object.keys(FORMATS) as What[];

function addBrief(program: Command, exit: Exit): void {
  program.command('brief').summary('a cited brief on a party or two, as Markdown and as one HTML file')
    .description('Writes a brief on a party, or on two and what passes between them: charts, changes, precedents, claims side by side,\nstanding ties, the latest acts, and the sentence and story that every statement stands on.')
    .argument('<party>', 'by code or name').argument('[other]', 'another party')
    .option('--from <day>', 'from this day, month or year on').option('--to <day>', 'up to it')
    .addOption(new Option('--lang <lang>', 'the language that it is written in; what is quoted stays in its own').choices(LANGS).default('en'))
    .option('-o, --out <file>', 'a file, Markdown or (ending in .html) HTML; may be repeated (otherwise standard output)', collect)
    .addOption(new Option('--format <format>', 'otherwise as the file\'s ending says').choices(['markdown', 'html'])).addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
Examples:
  $ dragoman brief Belarus "United States" --from 2025 -o minsk.md -o minsk.html
  $ dragoman brief BLR --from 2025-06 --to 2025-12
  $ dragoman brief Belarus Polonya --lang tr -o minsk-varsova.html
${EXIT}`)
    .action(async (party: string, other: string | undefined, options: { ledger?: string; json?: boolean; from?: string; to?: string; out?: string[]; format?: 'markdown' | 'html'; lang?: Lang }) => {
      const { brief } = await import('../commands/brief.ts'), { ledger, json, ...rest } = options;
      exit(await brief(other === undefined ? [party] : [party, other], ledgerPath(ledger), { ...rest, json: json === true }));
    });
}

/** Adds `export` and `brief`. */
export function addExport(program: Command, exit: Exit): void {
  addBrief(program, exit);
  program.command('export').summary('the record for other programs: tables, PLOVER, ICEWS, graphs, FollowTheMoney')
    .description('Writes the record, as corrected, for other programs, row by row, so that a ledger of any size goes through.')
    .argument('<what>', KINDS.join(', '))
    .addOption(new Option('--format <format>', 'otherwise as the file\'s ending says').choices([...new Set(Object.values(FORMATS).flat())]))
    .option('-o, --out <file>', 'the file to write (otherwise standard output)')
    .option('--party <who>', 'only with this party, by code or name; may be repeated', collect).option('--pair <who...>', 'only between these two parties')
    .option('--type <types>', 'only of these types or kinds', collect).option('--factuality <list>', `events only: ${FACTUALITIES.join(', ')}`, collect)
    .option('--from <day>', 'on or after this day, month or year').option('--to <day>', 'on or before it').option('--outlet <name>', 'in stories of outlets whose name holds this')
    .option('--lang <langs>', `in stories of these languages (${LANGS.join(', ')})`, collect).option('--as-coded', 'as the coder gave them, whatever "dragoman correct" says').addOption(ledgerOption())
    .addHelpText('after', `
Formats: events: ${FORMATS.events.join(', ')}; claims, ties, trends, happenings, dyad-months: ${PLAIN.join(', ')};
network: gexf, graphml (an edge a directed dyad, with its events by type); entities: ftm (FollowTheMoney, JSON lines).
"plover" gives future acts the types that PLOVER's codebook gives them; "icews" gives rows as ICEWS lays them out.

Examples:
  $ dragoman export events -o events.parquet
  $ dragoman export events --format plover --party Belarus > belarus.jsonl
  $ dragoman export network --from 2024 -o 2024.gexf
  $ dragoman export entities --format ftm | ftm validate
${EXIT}`)
    .action(async (what: string, options: Omit<ExportOptions, 'format'> & { ledger?: string; format?: string }, command: Command) => {
      const kind = KINDS.find((one) => one === what);
      if (!kind) return command.error(`error: "${what}" is none of ${KINDS.join(', ')}`, { exitCode: 2 });
      const formats = FORMATS[kind], ending = options.out ? extname(options.out).slice(1).toLowerCase() : '';
      const format = options.format ?? formats.find((one) => one === ending) ?? formats[0] as string;
      if (!formats.includes(format)) return command.error(`error: ${kind} are written as ${formats.join(', ')}, not as ${format}`, { exitCode: 2 });
      const { ledger, ...rest } = options;
      exit(await (await import('../commands/export.ts')).exportRecord(kind, ledgerPath(ledger), { ...rest, format: format as Format }));
    });
}

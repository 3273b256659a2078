/** dragoman happenings, dragoman happening: one act, however many stories tell of it. */
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { happening, happenings } from '../../ledger/happenings/view.ts';
import type { Difference, HappeningLine, HappeningRecord, Report } from '../../ledger/happenings/view.ts';
import type { Source } from '../../ledger/happenings/sources.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { describeEvent } from '../../story/describe.ts';
import { recordLines } from '../render.ts';
import { coloursFor, jsonLine, line, many, print, width, wrap } from '../terminal.ts';
import type { Colours } from '../terminal.ts';
import { filterOf, tell } from './query.ts';
import type { QueryOptions } from './query.ts';

const period = (first: string, last: string): string => (first === last ? first : `${first} to ${last}`);

function lineOf({ id, type, firstDay, lastDay, parties, events, stories, first }: HappeningLine, colours: Colours): string {
  const head = `${colours.bold(line(id))}  ${colours.yellow(type)} ${line(parties.join(', '))}  ${period(firstDay, lastDay)}  ${colours.dim(`${many(stories, 'story', 'stories')}, ${many(events, 'event')}`)}`;
  return `${head}\n${recordLines(first.id, describeEvent(first.fact), first.fact.evidence, first.fact.confidence, first, colours)}\n`;
}

/** Prints the list. Returns the exit code. */
export async function listHappenings(path: string, options: QueryOptions & { stories?: number }): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    const filter = await filterOf(ledger, 'event', options);
    if (!filter) return 2;
    updateHappenings(ledger);
    const told = await tell((page) => happenings(ledger, filter, page, options.stories), options, (row) => (options.json ? jsonLine(row) : lineOf(row, colours)));
    if (!options.json) process.stderr.write(`${many(told, 'happening')}${told === 0 ? ' found' : ''}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

const WHY: Readonly<Record<Source['why'][number], string>> = { copies: 'copies of one text', 'one outlet': 'one outlet', 'quotes the outlet': 'one quotes the other' };
const named = ({ outlet, date, id }: Source['stories'][number]): string => `${outlet ?? id} (${date})`;

const weighs = (weight: number): string => String(Number(weight.toFixed(2)));

function sourceLine({ stories, why, weight }: Source): string {
  return `  ${line(stories.map(named).join(', '))}${why.length ? `: ${why.map((one) => WHY[one]).join(', ')}` : ''}${weight === 1 ? '' : `; weighs ${weighs(weight)}`}`;
}

const differenceLine = ({ what, of, says }: Difference): string => wrap(line(`${what}${of ? ` for ${of}` : ''}: ${says.map(({ value, events }) => `${value} (${events.join(', ')})`).join('; ')}`), width(), '  ', '    ');

function reportLines({ id, fact, story, dataset, words, because }: Report, colours: Colours): string {
  const called = [words.source && `the source “${words.source}”`, words.target && `the target “${words.target}”`].filter(Boolean).join(', ');
  const parts = [recordLines(id, describeEvent(fact), fact.evidence, fact.confidence, { ...(story && { story }), ...(dataset && { dataset }) }, colours)];
  if (called) parts.push(wrap(`calls ${line(called)}`, width(), '      '));
  if (because.length) parts.push(wrap(`joined because ${line(because.join('; '))}`, width(), '      '));
  return parts.join('\n');
}

function recordText({ id, type, parties, reports, sources, weight, first, differences }: HappeningRecord, colours: Colours): string {
  const stories = new Set(reports.map(({ story }) => story?.hash)).size, [{ dataset }] = reports as [Report];
  if (dataset) return [`${colours.bold(id)}  ${colours.yellow(type)} ${line(parties.join(', '))}  ${colours.dim('1 event of a data set, which is its own happening')}`, ...reports.map((report) => reportLines(report, colours))].join('\n\n');
  return [
    `${colours.bold(id)}  ${colours.yellow(type)} ${line(parties.join(', '))}  ${colours.dim(`${many(reports.length, 'event')} in ${many(stories, 'story', 'stories')}`)}`,
    `${many(sources.length, 'independent source')}${weight === sources.length ? '' : `, which weigh ${weighs(weight)} by what you gave their outlets`}:\n${sources.map(sourceLine).join('\n')}`,
    `First: ${line(first.map(named).join(', '))}`,
    ...(differences.length ? [`They differ in\n${differences.map(differenceLine).join('\n')}`] : []),
    ...reports.map((report) => reportLines(report, colours)),
  ].join('\n\n');
}

/** Prints one happening. Returns the exit code. */
export async function showHappening(name: string, path: string, json: boolean): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    updateHappenings(ledger);
    const record = await happening(ledger, name);
    await print(json ? jsonLine(record) : recordText(record, coloursFor(process.stdout)));
    return 0;
  } finally {
    ledger.close();
  }
}

/** dragoman import: coded event data into the ledger. */
import { basename, dirname, extname, resolve } from 'node:path';
import { expandCoded } from '../../intake/coded/files.ts';
import { emptyTally, FORMATS, importPath } from '../../intake/coded/import.ts';
import type { ImportTally } from '../../intake/coded/import.ts';
import type { Format, Wishes } from '../../intake/coded/reader.ts';
import { CodedDataset } from '../../ledger/coded/dataset.ts';
import { settleDataset } from '../../ledger/corrections/correct.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { ProblemError } from '../../story/errors.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { coloursFor, count, jsonLine, many, print } from '../terminal.ts';

export interface ImportCommand extends Wishes {
  name?: string;
  format?: string;
  refused?: string;
  json: boolean;
}

/** What a data set is called where nobody says: files of its own kind by format, others by folder or file. */
function nameOf(format: Format, path: string): string {
  if (format.name === 'tkg') return basename(dirname(resolve(path)));
  if (format.name === 'csv') return path === '-' ? 'csv' : basename(path, extname(path));
  return format.name;
}

/** Where a data set's refused rows go: beside the ledger, under both names. */
const refusedFile = (ledger: string, name: string): string => `${ledger}.${name.replace(/[^\p{L}\d.-]+/gu, '_')}.refused.tsv`;

/** `1,000 rows: 900 events new, ...` */
function tallyLine({ lines, events, known, repeated, withoutParty, refused }: ImportTally): string {
  const parts = [`${many(events, 'event')} new`];
  if (known) parts.push(`${count(known)} known already`);
  if (repeated) parts.push(`${count(repeated)} repeated`);
  if (withoutParty) parts.push(`${count(withoutParty)} without a second party`);
  if (refused) parts.push(`${count(refused)} refused`);
  return `${many(lines + known, 'row')}: ${parts.join(', ')}.`;
}

/** The command. Returns the exit code. */
export async function importData(paths: readonly string[], ledgerFile: string, { name, format: wanted, refused, json, ...wishes }: ImportCommand): Promise<number> {
  const problems = new Problems(), progress = new Progress(undefined, ['row', 'rows']), tally = emptyTally();
  const format = wanted === undefined ? undefined : FORMATS.find((one) => one.name === wanted);
  let stopped = false;
  const stop = (): void => void (stopped = true);
  process.once('SIGINT', stop);
  const ledger = Ledger.open(ledgerFile, { create: true });
  const open = new Map<string, CodedDataset>(), asides = new Set<string>();
  try {
    for (const path of await expandCoded(paths)) {
      const datasetOf = (found: Format): CodedDataset => {
        const called = name ?? nameOf(found, path), aside = refused ?? refusedFile(ledgerFile, called);
        const known = open.get(`${called}\0${found.name}`);
        if (known) return known;
        const made = new CodedDataset(ledger, called, found.name, aside);
        open.set(`${called}\0${found.name}`, made);
        asides.add(aside);
        return made;
      };
      const done = await importPath(path, format, datasetOf, tally, {
        wishes, onPiece: ({ lines, known }, file, line) => {
          progress.tell(lines + known, `${file}:${line}`);
          return !stopped;
        },
      });
      if (done.problems.length) progress.clear();
      for (const one of done.problems) problems.tell(one);
      if (done.stopped) break;
    }
    for (const dataset of open.values()) dataset.commit();
    for (const { name: called } of open.values()) settleDataset(ledger, called);
  } catch (error) {
    progress.clear();
    if (!(error instanceof ProblemError)) throw error;
    problems.tell(error.problem);
  } finally {
    process.removeListener('SIGINT', stop);
    progress.clear();
    for (const dataset of open.values()) dataset.close();
    ledger.close();
  }
  const colours = coloursFor(process.stdout);
  if (json) await print(jsonLine({ datasets: [...open.values()].map((dataset) => dataset.name), rows: tally.lines + tally.known, ...tally }));
  else if (open.size) await print(`${tallyLine(tally)}\n${colours.dim(`Kept in ${ledgerFile}`)}`);
  if (tally.refused) process.stderr.write(`dragoman: rows that could not be read stand in ${[...asides].join(', ')}, each with the reason\n`);
  if (stopped) process.stderr.write('Stopped. What was read is kept; run the same command again to go on.\n');
  return stopped ? 130 : problems.count || tally.refused ? 1 : 0;
}

/** dragoman serve and start: the page, at an address of this machine. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Listening } from '../../api/server.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { summary } from '../../ledger/stories.ts';
import type { Summary } from '../../ledger/stories.ts';
import { threadCoder } from '../recoding/thread-coder.ts';
import { coloursFor, count, jsonLine, line, many, print } from '../terminal.ts';
import { readInto, tallyLine } from './read.ts';

/** Serves an open ledger until the process is told to stop. Returns the exit code. */
async function serveLedger(ledger: Ledger, listening: Listening, json: boolean): Promise<number> {
  const { serve: listen } = await import('../../api/server.ts');
  const coder = threadCoder(), server = await listen(ledger, { ...listening, coder: coder.load });
  if (json) await print(jsonLine({ address: server.address }));
  else await print(`\nThe page is at ${coloursFor(process.stdout).bold(server.address)}  (Ctrl+C stops it)`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.close();
  await coder.close();
  return 0;
}

/** The command `serve`. */
export async function serve(path: string, listening: Listening, json: boolean): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    return await serveLedger(ledger, listening, json);
  } finally {
    ledger.close();
  }
}

const NAMES: Readonly<Record<string, string>> = { tr: 'Turkish', en: 'English', ru: 'Russian' };

/** A ledger in some lines: what was read, who deals with whom, what they do. */
function summaryLines(found: Summary): string {
  const langs = Object.entries(found.stories).map(([lang, n]) => `${count(n)} ${NAMES[lang] ?? lang}`).join(', ');
  const total = Object.values(found.stories).reduce((sum, n) => sum + n, 0);
  const rows = [
    `${many(total, 'story', 'stories')} (${langs}) from ${many(found.outlets, 'outlet')}, ${found.first} to ${found.last}`,
    `people named: ${count(found.persons)}`,
    `most dealings: ${found.pairs.map(({ a, b, events }) => `${a}–${b} ${events}`).join(', ')}`,
    `acts: ${found.types.map(({ type, events }) => `${type} ${events}`).join(', ')}`,
  ];
  return rows.map((row) => `  ${line(row)}`).join('\n');
}

/** Where the stories that come with Dragoman stand. */
const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export interface StartOptions {
  port?: number;
  json: boolean;
  /** Reads and sums up, and ends. */
  serve: boolean;
}

/** The command `start`: reads the example stories, sums them up, and serves the page. */
export async function start(path: string, { port, json, serve: stay }: StartOptions): Promise<number> {
  const ledger = Ledger.open(path, { create: true });
  try {
    if (!existsSync(examples)) process.stderr.write(`dragoman: ${examples} is missing; the ledger is shown as it is.\n`);
    const tally = existsSync(examples) ? await readInto(ledger, [examples], { recode: true }) : undefined;
    const found = await summary(ledger);
    if (json) await print(jsonLine({ ...(tally && { tally }), summary: found, ledger: path }));
    else await print(`${tally ? tallyLine(tally) : ''}\n${summaryLines(found)}\n  ledger: ${path}`);
    if (tally?.stopped) return 130;
    return stay ? await serveLedger(ledger, { port }, json) : tally?.problems ? 1 : 0;
  } finally {
    ledger.close();
  }
}

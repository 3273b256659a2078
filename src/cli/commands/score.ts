/** dragoman gold and score: a set of facts that are vouched for, and how the coder does on it. */
import { existsSync, readFileSync } from 'node:fs';
import { additionsOf } from '../../ledger/corrections/additions.ts';
import { knownStories } from '../../ledger/corrections/known.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { agree, KINDS, scoresOf } from '../../score/agree.ts';
import type { KnownStory, Scores, StoryAgreement } from '../../score/agree.ts';
import { problem } from '../../story/errors.ts';
import { loadCoder } from '../coder.ts';
import { Problems } from '../problems.ts';
import { Progress } from '../progress.ts';
import { write } from '../sink.ts';
import { jsonLine, line, many, print } from '../terminal.ts';

/** Writes the set of vouched-for facts. Returns the exit code. */
export async function makeGold(path: string, out: string | undefined): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    let complete = 0, partial = 0;
    const lines = async function* (): AsyncGenerator<string> {
      for await (const one of knownStories(ledger)) {
        if (one.reviewed === 'complete') complete++;
        else partial++;
        yield `${JSON.stringify(one)}\n`;
      }
    };
    await write(lines(), out);
    process.stderr.write(`${many(complete + partial, 'story', 'stories')}: of ${complete} every fact was looked at, of ${partial} some.\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

const isKnown = (value: unknown): value is KnownStory => {
  const { id, date, text, events, claims, ties, trends, persons } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof date === 'string' && typeof text === 'string' && [events, claims, ties, trends, persons].every(Array.isArray);
};

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1)).padStart(6);

function table({ stories, kinds, attributes }: Scores): string {
  const rows = KINDS.map((kind) => {
    const { precision, recall, f1, interval, known, found } = kinds[kind];
    return `${kind.padEnd(8)}${percent(precision)} ${percent(recall)} ${percent(f1)}  ${interval ? `${percent(interval[0])} -${percent(interval[1])}` : ''.padEnd(15)} ${String(known).padStart(6)} ${String(found).padStart(6)}`;
  });
  const shares = Object.entries(attributes).filter(([, share]) => share !== undefined).map(([name, share]) => `${name}${percent(share)}`).join(' ');
  return [`${many(stories, 'story', 'stories')}`, '             P      R     F1   90 % interval    known  found', ...rows, ...(shares ? [`of the events that agree, right: ${shares}`] : [])].join('\n');
}

export interface ScoreOptions {
  json: boolean;
  misses: boolean;
}

/** Codes the stories of a set with the coder at hand and compares. `path` is the ledger whose additions to the gazetteer count. Returns the exit code. */
export async function score(file: string, path: string, { json, misses }: ScoreOptions): Promise<number> {
  const problems = new Problems(), progress = new Progress(), found: StoryAgreement[] = [];
  if (!existsSync(file)) {
    problems.tell(problem('file-missing', { file }));
    return 1;
  }
  const ledger = existsSync(path) ? Ledger.open(path) : undefined, coder = await loadCoder(ledger && additionsOf(ledger));
  ledger?.close();
  readFileSync(file, 'utf8').split('\n').forEach((text, i) => {
    if (text.trim() === '') return;
    const where = { file, line: i + 1 };
    let known: unknown;
    try {
      known = JSON.parse(text);
    } catch (error) {
      return problems.tell(problem('broken-json', where, { why: (error as Error).message }));
    }
    if (!isKnown(known)) return problems.tell(problem('not-gold', where));
    const { id, lang, date, outlet, title, text: body } = known;
    const { coded, problem: wrong } = coder.code({ id, ...(lang && { lang }), date, text: body, ...(outlet && { outlet }), ...(title && { title }) }, where);
    if (wrong) return problems.tell(wrong);
    found.push(agree(known, coded));
    progress.tell(found.length, `${file}:${i + 1}`);
  });
  progress.clear();
  if (found.length === 0) return 1;
  const { misses: told, ...scores } = scoresOf(found);
  await print(json ? jsonLine({ coder: coder.version, ...scores, ...(misses && { misses: told }) }) : table({ ...scores, misses: told }));
  if (misses && !json) for (const one of told) await print(line(one));
  return problems.count ? 1 : 0;
}

/** dragoman backup, restore, forget, outlets, history: keeping the ledger. */
import { existsSync } from 'node:fs';
import { backup, restore } from '../../ledger/backup.ts';
import { history } from '../../ledger/corrections/history.ts';
import type { Entry } from '../../ledger/corrections/history.ts';
import { readFactId } from '../../ledger/facts.ts';
import { forgetStory, tombstones } from '../../ledger/forget.ts';
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { outlets, setOutlet } from '../../ledger/outlets.ts';
import type { OutletWord } from '../../ledger/outlets.ts';
import { story, summary } from '../../ledger/stories.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import { partyNames } from '../party-names.ts';
import { coloursFor, count, jsonLine, line, many, print } from '../terminal.ts';
import { signature } from '../who.ts';

/** Copies the ledger to a file while it is in use. Returns the exit code. */
export async function makeBackup(path: string, file: string, json: boolean): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    backup(ledger, file);
    await print(json ? jsonLine({ backup: file }) : `${path} is copied to ${file}`);
    return 0;
  } finally {
    ledger.close();
  }
}

/** Puts a backup in the ledger's place, where it is empty or may be replaced. Returns the exit code. */
export async function putBack(path: string, file: string, replace: boolean, json: boolean): Promise<number> {
  if (existsSync(path) && !replace) {
    const ledger = Ledger.open(path);
    try {
      const n = Object.values((await summary(ledger)).stories).reduce((sum, one) => sum + one, 0);
      if (n > 0) throw new ProblemError(problem('ledger-not-empty', { file: path }, { count: n }));
    } finally {
      ledger.close();
    }
  }
  const told = restore(path, file);
  await print(json ? jsonLine(told) : `${many(told.stories, 'story', 'stories')} in ${path}, as ${file} had them${told.forgotten ? `; ${many(told.forgotten, 'story that was', 'stories that were')} forgotten since stayed out` : ''}.`);
  return 0;
}

export interface ForgetOptions {
  who?: string;
  why?: string;
  json: boolean;
  /** Lists what was forgotten instead. */
  list?: boolean;
}

/** Erases a story for good. Returns the exit code. */
export async function forget(path: string, name: string | undefined, { list, json, ...signing }: ForgetOptions): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    if (list || name === undefined) {
      const all = tombstones(ledger);
      for (const one of all) await print(json ? jsonLine(one) : `${one.at.slice(0, 10)}  ${one.hash.slice(0, 12)}  ${line(one.who)}${one.why ? `: ${line(one.why)}` : ''}`);
      if (!json) process.stderr.write(`${many(all.length, 'story was', 'stories were')} forgotten\n`);
      return 0;
    }
    const { hash } = await story(ledger, name), { facts, corrections, clean } = forgetStory(ledger, hash, signature(signing));
    updateHappenings(ledger);
    if (json) await print(jsonLine({ hash, facts, corrections, clean }));
    else await print(`The story ${hash.slice(0, 12)} is forgotten: its text, ${many(facts, 'row')} of facts and ${many(corrections, 'correction')} are erased. Backups and exports made before still have it.`);
    if (!clean) process.stderr.write('dragoman: another program is reading from the ledger, so that its log could not be emptied yet.\n  Run "dragoman forget --list" when that program has ended; the log is emptied when the last one closes the ledger.\n');
    return 0;
  } finally {
    ledger.close();
  }
}

export interface OutletOptions extends OutletWord {
  who?: string;
  json: boolean;
}

/** Lists outlets, or says something of one. Returns the exit code. */
export async function listOutlets(path: string, name: string | undefined, { json, who, weight, label }: OutletOptions): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    if (name !== undefined && (weight !== undefined || label !== undefined)) setOutlet(ledger, name, { ...(weight !== undefined && { weight }), ...(label !== undefined && { label }) }, signature({ who }));
    const found = (await outlets(ledger)).filter((one) => name === undefined || one.name === name);
    if (name !== undefined && found.length === 0) throw new ProblemError(problem('unknown-outlet', {}, { given: name }));
    for (const one of found) await print(json ? jsonLine(one) : `${line(one.name).padEnd(28)} ${count(one.stories).padStart(7)}${one.weight === 1 ? '' : `  weight ${one.weight}`}${one.label ? `  ${colours.cyan(line(one.label))}` : ''}`);
    if (!json) process.stderr.write(`${many(found.length, 'outlet')}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

const entryLine = ({ at, who, what, why, id, active }: Entry): string =>
  `${at.slice(0, 16).replace('T', ' ')}  ${line(who)}: ${id ? `${id} ` : ''}${line(what)}${active === false ? ' (undone)' : ''}${why ? `\n                    ${line(why)}` : ''}`;

/** Tells the history of a fact, a happening or a party. Returns the exit code. */
export async function tellHistory(path: string, given: string, json: boolean): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    let about = given;
    if (!readFactId(given) && !/^h\d+$/i.test(given)) {
      const names = await partyNames('needed', ledger), code = names.code(given), nearest = code ? [] : names.nearest(given);
      if (!code) {
        process.stderr.write(`dragoman: "${given}" is no fact, happening or party${nearest.length ? `; did you mean ${nearest.join(', ')}?` : ''}\n`);
        return 2;
      }
      about = code;
    }
    const told = await history(ledger, about);
    if (json) await print(jsonLine(told));
    else {
      const origin = told.story && [told.story.date, told.story.outlet, told.story.title].filter((part) => part !== undefined).map(line).join(' · ');
      await print([colours.bold(line(told.title)), told.evidence && `“${line(told.evidence)}”`, origin && colours.dim(origin), '', ...told.entries.map(entryLine), '', ...told.now.map((one) => `now: ${line(one)}`)].filter((part) => part !== undefined).join('\n'));
    }
    return 0;
  } finally {
    ledger.close();
  }
}

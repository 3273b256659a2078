/** dragoman correct: an analyst's word on the record. */
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { searchesFor } from '../../ledger/corrections/additions.ts';
import { correct } from '../../ledger/corrections/correct.ts';
import type { Ask, Done } from '../../ledger/corrections/correct.ts';
import { exportCorrections, importCorrections, readCorrection } from '../../ledger/corrections/exchange.ts';
import { factLine } from '../../ledger/corrections/history.ts';
import { conflicts, corrections, describeCorrection, unfitting } from '../../ledger/corrections/list.ts';
import type { Conflict } from '../../ledger/corrections/list.ts';
import type { Correction, Fields, Standing } from '../../ledger/corrections/types.ts';
import { anchorsOf } from '../../ledger/corrections/types.ts';
import { updateHappenings } from '../../ledger/happenings/update.ts';
import { eventsOfHappening } from '../../ledger/corrections/happening.ts';
import { readFactId } from '../../ledger/facts.ts';
import type { FactKind } from '../../ledger/filter.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { story } from '../../ledger/stories.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import { partyNames } from '../party-names.ts';
import { Problems } from '../problems.ts';
import { coloursFor, jsonLine, line, many, print } from '../terminal.ts';
import type { Colours } from '../terminal.ts';
import { signature } from '../who.ts';
import { recodeInto } from './recode.ts';

export interface Signing {
  ledger: string;
  json: boolean;
  who?: string;
  why?: string;
}

const FITS: Readonly<Record<string, string>> = {
  words: 'on a fact that the same words tell', kept: 'the coder has no such fact; kept as yours', none: 'the coder has no such fact', waiting: 'its story or data set is not in this ledger',
};

/** A correction in a line or two: number, when, who, what, on which facts. */
export function standingLines({ id, active, correction, facts, of }: Standing, colours: Colours): string {
  const on = facts.map(({ id: fact, fit }) => [fact, FITS[fit] && `(${FITS[fit]})`].filter(Boolean).join(' ')).join(', ');
  const anchor = anchorsOf(correction)[0], first = anchor && (anchor.dataset ? factLine(anchor.kind, anchor.fact) : `“${anchor.fact.evidence}”`);
  const what = `${colours.bold(id.padEnd(5))} ${colours.dim(correction.at.slice(0, 16).replace('T', ' '))} ${line(correction.who)}: ${line(describeCorrection(correction, of))}${on ? ` [${on}]` : ''}${active ? '' : colours.dim(' (undone)')}`;
  return [what, correction.why && `      ${line(correction.why)}`, first && colours.dim(`      ${line(first)}`)].filter(Boolean).join('\n');
}

const conflictLines = ({ about, field, corrections: words }: Conflict, colours: Colours): string =>
  `${colours.yellow('conflict')} on ${field} of ${line(about)}; the last of these stands:\n${words.map((one) => standingLines(one, colours)).join('\n')}`;

/** Takes a user's words one after the other; what cannot be taken is told, and the rest goes on. Returns the exit code. */
async function take(signing: Signing, asks: (ledger: Ledger) => Ask[] | Promise<Ask[]>, then?: (ledger: Ledger, done: Done[]) => Promise<void>): Promise<number> {
  const ledger = Ledger.open(signing.ledger), problems = new Problems(), colours = coloursFor(process.stdout), done: Done[] = [];
  try {
    for (const ask of await asks(ledger)) {
      try {
        const one = correct(ledger, ask, signature(signing));
        done.push(one);
        const { id, correction, facts } = one;
        await print(signing.json ? jsonLine(one) : `${colours.bold(id)}  ${line(describeCorrection(correction, ask.kind === 'undo' || ask.kind === 'redo' ? ask.correction : undefined))}${facts.length ? ` → ${facts.join(', ')}` : ''}`);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problems.tell(error.problem);
      }
    }
    if (done.length && then) await then(ledger, done);
    updateHappenings(ledger);
    return problems.count ? 1 : 0;
  } finally {
    ledger.close();
  }
}

export const verdict = (kind: 'confirm' | 'reject', facts: readonly string[], signing: Signing): Promise<number> =>
  take(signing, () => facts.map((fact) => ({ kind, fact })));

export const reverse = (kind: 'undo' | 'redo', ids: readonly string[], signing: Signing): Promise<number> =>
  take(signing, () => ids.map((correction) => ({ kind, correction })), async (ledger, done) => {
    const targets = new Set(done.map(({ correction }) => ('of' in correction ? correction.of : '')));
    const named = corrections(ledger).filter(({ correction: { uid } }) => targets.has(uid)).map(({ correction }) => correction);
    await readAnew(ledger, named, signing.json);
  });

const LISTS = new Set(['about', 'chain', 'quotes', 'numbers']);
const PARTIES = new Set(['source', 'target', 'a', 'b', 'about']);

/** Reads `field=value` pairs: lists by commas, true and false, JSON objects, parties by name. */
async function fieldsOf(ledger: Ledger, set: readonly string[], unset: readonly string[], sentence?: string): Promise<Fields> {
  const names = await partyNames('needed', ledger), fields: Record<string, unknown> = {};
  const bad = (what: string): never => {
    throw new ProblemError(problem('bad-correction', {}, { what }));
  };
  for (const pair of set) {
    const at = pair.indexOf('=');
    if (at < 1) bad(`"${pair}" is no field=value`);
    const field = pair.slice(0, at).trim(), value = pair.slice(at + 1).trim();
    const party = (given: string): string => names.code(given) ?? (/^[A-Z][A-Z0-9_-]{1,19}$/.test(given) ? given : bad(`no party "${given}" is known`));
    const list = (given: string): string[] => given.split(',').map((one) => one.trim()).filter(Boolean);
    if (field === 'about') fields[field] = list(value).map(party);
    else if (PARTIES.has(field)) fields[field] = party(value);
    else if (LISTS.has(field)) fields[field] = list(value);
    else if (value === 'true' || value === 'false') fields[field] = value === 'true';
    else if (value.startsWith('{')) {
      try {
        fields[field] = JSON.parse(value);
      } catch {
        bad(`"${value}" is no JSON`);
      }
    } else fields[field] = value;
  }
  for (const field of unset) fields[field] = null;
  return sentence === undefined ? fields : { ...fields, evidence: sentence };
}

interface Setting {
  set?: string[];
  unset?: string[];
  sentence?: string;
}

export const change = (fact: string, { set = [], unset = [], sentence }: Setting, signing: Signing): Promise<number> =>
  take(signing, async (ledger) => [{ kind: 'change', fact, fields: await fieldsOf(ledger, set, unset, sentence) }]);

export const add = (name: string, kind: FactKind, { set = [], sentence }: Setting, signing: Signing): Promise<number> =>
  take(signing, async (ledger) => [{ kind: 'add', story: (await story(ledger, name)).hash, fact: kind, fields: await fieldsOf(ledger, set, [], sentence) }]);

/** Events as named: by themselves, or all of a happening. */
const eventsNamed = (ledger: Ledger, given: readonly string[]): string[] =>
  given.flatMap((id) => (readFactId(id) ? [id] : eventsOfHappening(ledger, id)));

export const merge = (given: readonly string[], signing: Signing): Promise<number> =>
  take(signing, (ledger) => [{ kind: 'merge', events: eventsNamed(ledger, given) }]);

export const split = (whole: string, out: readonly string[], signing: Signing): Promise<number> =>
  take(signing, (ledger) => {
    const taken = new Set(out);
    return [{ kind: 'split', events: out, from: eventsNamed(ledger, [whole]).filter((id) => !taken.has(id)) }];
  });

export const persons = (kind: 'join-persons' | 'separate-persons', names: readonly string[], signing: Signing): Promise<number> => take(signing, () => [{ kind, names }]);

/** Reads the stories anew in which an added name stands. */
async function readAnew(ledger: Ledger, given: readonly Correction[], json: boolean): Promise<void> {
  const words = searchesFor(given);
  if (words.length === 0) return;
  const { done } = await recodeInto(ledger, { words });
  if (!json) process.stderr.write(`${many(done, 'story', 'stories')} with ${words.length === 1 ? 'this name' : 'these names'} read anew; the others say nothing of ${words.length === 1 ? 'it' : 'them'}.\n`);
}

/** Adds to the gazetteer of this ledger; the stories that have the name are read anew at once, unless it is left for later. */
export const addToGazetteer = (ask: Extract<Ask, { kind: 'add-party' | 'add-name' | 'add-office' }>, later: boolean, signing: Signing): Promise<number> =>
  take(signing, async (ledger) => {
    const names = await partyNames('needed', ledger);
    const coded = ask.kind === 'add-name' ? { ...ask, code: names.code(ask.code) ?? ask.code } : ask.kind === 'add-office' ? { ...ask, country: names.code(ask.country) ?? ask.country } : ask;
    return [coded];
  }, async (ledger, done) => (later ? undefined : readAnew(ledger, done.map(({ correction }) => correction), signing.json)));

export interface ListOptions {
  json: boolean;
  conflicts?: boolean;
  unfitting?: boolean;
}

/** Lists corrections, or only those that people differ on or that no longer fit. Returns the exit code. */
export async function list(path: string, { json, conflicts: differing, unfitting: unfit }: ListOptions): Promise<number> {
  const ledger = Ledger.open(path), colours = coloursFor(process.stdout);
  try {
    if (differing) {
      const found = conflicts(ledger);
      for (const one of found) await print(json ? jsonLine(one) : `${conflictLines(one, colours)}\n`);
      if (!json) process.stderr.write(`${many(found.length, 'conflict')}\n`);
      return 0;
    }
    const all = corrections(ledger), found = unfit ? unfitting(all) : all;
    for (const one of found) await print(json ? jsonLine(one) : standingLines(one, colours));
    if (!json) process.stderr.write(`${many(found.length, 'correction')}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

/** Writes all corrections as JSON lines. Returns the exit code. */
export async function exportLines(path: string, file: string | undefined): Promise<number> {
  const ledger = Ledger.open(path);
  try {
    const lines = exportCorrections(ledger).map(jsonLine);
    if (file === undefined || file === '-') for (const one of lines) await print(one);
    else {
      const out = createWriteStream(file);
      for (const one of lines) out.write(`${one}\n`);
      out.end();
      await finished(out);
      process.stderr.write(`${many(lines.length, 'correction')} in ${file}\n`);
    }
    return 0;
  } finally {
    ledger.close();
  }
}

/** Takes corrections in from files, and shows what is now in conflict. Returns the exit code. */
export async function importLines(path: string, files: readonly string[], json: boolean): Promise<number> {
  const ledger = Ledger.open(path), problems = new Problems(), colours = coloursFor(process.stdout);
  try {
    const given: Correction[] = [];
    for (const file of files) {
      if (file !== '-' && !existsSync(file)) {
        problems.tell(problem('file-missing', { file }));
        continue;
      }
      readFileSync(file === '-' ? 0 : file, 'utf8').split('\n').forEach((text, i) => {
        if (text.trim() === '') return;
        try {
          given.push(readCorrection(text));
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          problems.tell({ ...error.problem, file, line: i + 1 });
        }
      });
    }
    const before = new Set(conflicts(ledger).map(({ about, field }) => `${about} ${field}`));
    const { added, known } = importCorrections(ledger, given), all = corrections(ledger), fresh = new Set(added);
    const clashes = conflicts(ledger).filter(({ about, field, corrections: words }) => !before.has(`${about} ${field}`) || words.some(({ id }) => fresh.has(id)));
    const unfit = unfitting(all).filter(({ id }) => fresh.has(id));
    if (json) await print(jsonLine({ added: added.length, known, conflicts: clashes, unfitting: unfit }));
    else {
      await print(`${many(added.length, 'correction')} taken in, ${known} known already.`);
      for (const one of clashes) await print(conflictLines(one, colours));
      if (unfit.length) await print(`On no fact of this ledger:\n${unfit.map((one) => standingLines(one, colours)).join('\n')}`);
    }
    await readAnew(ledger, all.filter(({ id }) => fresh.has(id)).map(({ correction }) => correction), json);
    updateHappenings(ledger);
    return problems.count ? 1 : 0;
  } finally {
    ledger.close();
  }
}

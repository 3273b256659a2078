/** Reads the integer-coded layout of temporal knowledge graph benchmarks: entity2id, relation2id, train, valid, test. */
import { existsSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { problem, ProblemError } from '../story/errors.ts';
import type { Fact, Facts, Scope } from './facts.ts';
import { firstOn, makeFacts, slice } from './facts.ts';
import type { OutlookRecord } from './record.ts';

export interface Tkg extends Scope {
  entityNames: string[];
  relationNames: string[];
  train: Facts;
  valid: Facts;
  /** Absent where the folder has no test.txt. */
  test?: Facts;
}

interface Part {
  rows: Fact[];
  file: string;
}

/** Whole numbers of the first four columns of each line; further columns are passed over. */
function readPart(folder: string, name: string): Part | undefined {
  const file = path(folder, name);
  if (!existsSync(file)) return undefined;
  const rows: Fact[] = [];
  readFileSync(file, 'utf8').split('\n').forEach((text, k) => {
    if (text.trim() === '') return;
    const [source, relation, target, day] = text.trim().split(/\s+/).map((cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : Number.NaN));
    if (![source, relation, target, day].every(Number.isInteger)) throw new ProblemError(problem('tkg-row', { file, line: k + 1 }));
    rows.push({ source: source!, relation: relation!, target: target!, day: day! });
  });
  return { rows, file };
}

/** Names by their number, from lines of "name TAB number"; numbers that no line names go by themselves. */
function readNames(file: string, least: number): string[] {
  const names: string[] = [];
  if (existsSync(file)) {
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const cells = text.split('\t'), id = Number(cells[1]);
      if (cells.length > 1 && Number.isInteger(id) && id >= 0 && id < 100_000_000) names[id] = (cells[0] as string).replaceAll('_', ' ');
    }
  }
  for (let id = 0; id < Math.max(names.length, least); id++) names[id] ??= String(id);
  return names;
}

/**
 * Reads a folder of that layout. Days are counted from the first in steps of the smallest gap (24 where times are hours).
 * Throws ProblemError where a file is missing or a line is not four whole numbers.
 */
export function readTkg(folder: string): Tkg {
  const need = (name: string): Part => {
    const part = readPart(folder, name);
    if (!part) throw new ProblemError(problem('file-missing', { file: path(folder, name) }));
    if (part.rows.length === 0) throw new ProblemError(problem('empty-file', { file: part.file }));
    return part;
  };
  const train = need('train.txt'), valid = need('valid.txt'), test = readPart(folder, 'test.txt');
  const all = [train, valid, test].flatMap((part) => part?.rows ?? []);
  const times = [...new Set(all.map(({ day }) => day))].sort((a, b) => a - b);
  const step = times.slice(1).reduce((least, time, k) => Math.min(least, time - times[k]!), Infinity);
  const first = times[0]!, unit = Number.isFinite(step) ? step : 1;
  let entities = 0, relations = 0;
  for (const row of all) {
    row.day = Math.floor((row.day - first) / unit);
    entities = Math.max(entities, row.source + 1, row.target + 1);
    relations = Math.max(relations, row.relation + 1);
  }
  const entityNames = readNames(path(folder, 'entity2id.txt'), entities), relationNames = readNames(path(folder, 'relation2id.txt'), relations);
  return {
    entities: entityNames.length, relations: relationNames.length, entityNames, relationNames,
    train: makeFacts(train.rows), valid: makeFacts(valid.rows), ...(test && test.rows.length > 0 && { test: makeFacts(test.rows) }),
  };
}

/** Shares of a record's days that train and, after it, choose. */
const TRAIN = 0.8, VALID = 0.9;

/** The ledger's own record split by time: eight tenths of its days to train, one to choose, one to test. */
export function splitRecord({ facts, entities, relations, parties, types }: OutlookRecord): Tkg {
  const first = facts.day[0]!, days = facts.day[facts.size - 1]! - first + 1, at = (share: number): number => firstOn(facts, first + Math.floor(share * days));
  const valid = at(TRAIN), test = at(VALID);
  return {
    entities, relations, entityNames: [...parties], relationNames: [...types],
    train: slice(facts, 0, valid), valid: slice(facts, valid, test), test: slice(facts, test, facts.size),
  };
}

/** What a question to the ledger may be narrowed by. The same for the command line, the page and the library. */
import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Factuality, Mode } from '../story/facts.ts';
import { speaks } from './corrections/persons.ts';
import { fold, matchExpression } from './fold.ts';

export type FactKind = 'event' | 'claim' | 'tie' | 'trend';

export interface Filter {
  /** Facts with any of these parties. */
  parties?: string[];
  /** Facts between these two, either way. */
  pair?: [string, string];
  /** Event types, claim kinds, tie domains or kinds, trend directions. */
  types?: string[];
  modes?: Mode[];
  /** First and last day of a period that the fact touches, ISO 8601. */
  from?: string;
  to?: string;
  factualities?: Factuality[];
  /** Part of the name of whoever says it (or, unattributed, does it), in any spelling that the story's persons carry. */
  speaker?: string;
  /** Part of the outlet's name. */
  outlet?: string;
  langs?: string[];
  /** Words of the sentence, folded; see `matchExpression`. */
  text?: string;
  /** A story's hash. */
  story?: string;
  /** Labels that the user gave to outlets. */
  labels?: string[];
  /** Facts as the coder gave them, whatever corrections say. */
  asCoded?: boolean;
  /** Reports count by the weights of their outlets: those of weight 0 are left out. */
  weighted?: boolean;
  /** Facts of data sets of these names; `stories` stands for what stories state. Otherwise all. */
  datasets?: string[];
}

/** Whether facts that stories state are asked for. */
export const wantsStories = (filter: Filter): boolean => filter.datasets === undefined || filter.datasets.includes('stories');

type Condition = Expression<SqlBool>;

/** One way to look the facts up: a party on one side, so that an index gives them in order. */
export interface Arm {
  column: string;
  party: string;
}

const list = (values: readonly string[]): Expression<unknown> => sql.join(values.map((value) => sql.val(value)));
/** A pattern for LIKE that finds `part` as it stands. */
const within = (part: string): string => `%${fold(part).replace(/[\\%_]/g, '\\$&')}%`;

const SIDES: Readonly<Record<FactKind, readonly string[]>> = { event: ['source', 'target'], claim: [], tie: ['a', 'b'], trend: ['a', 'b'] };
const TYPES: Readonly<Record<FactKind, readonly string[]>> = { event: ['type'], claim: ['kind'], tie: ['domain', 'kind'], trend: ['direction'] };

/** The arms of a question about parties; none where an index on the whole serves. Their answers are to be merged. */
export const arms = (kind: FactKind, filter: Filter): Arm[] =>
  filter.pair ? [] : (filter.parties ?? []).flatMap((party) => SIDES[kind].map((column) => ({ column, party })));

/** The pair's key as its column holds it. */
export const pairKey = (a: string, b: string): string => (a <= b ? `${a}|${b}` : `${b}|${a}`);

/**
 * The filter as conditions on a query of the table `kind` joined with `story` (absent for facts of a data set) and
 * `verdict` (absent for facts that no correction touches). Without an arm, parties are matched on either side.
 */
export function conditions(kind: FactKind, filter: Filter, arm?: Arm): Condition[] {
  const column = (name: string): Expression<unknown> => sql.ref(`${kind}.${name}`);
  // Data sets code events only.
  const counts = kind === 'event' ? sql<SqlBool>`(event.coding_id is null or story_head.coding_id is not null)` : sql<SqlBool>`story_head.coding_id is not null`;
  const stands = filter.asCoded ? sql<SqlBool>`not exists (select 1 from revision r where r.kind = ${kind} and r.row_id = ${column('id')})` : sql<SqlBool>`coalesce(verdict.hidden, 0) = 0`;
  const all: Condition[] = [counts, stands];
  const add = (condition: Condition): void => void all.push(condition);
  if (filter.datasets && kind === 'event') {
    add(sql<SqlBool>`((event.dataset_id is null and ${wantsStories(filter) ? 1 : 0}) or event.dataset_id in (select id from dataset where name in (${list(filter.datasets)})))`);
  } else if (!wantsStories(filter)) add(sql<SqlBool>`false`);

  if (arm) add(sql<SqlBool>`${column(arm.column)} = ${arm.party}`);
  else if (filter.pair) {
    const [a, b] = filter.pair;
    if (kind === 'claim') for (const party of [a, b]) add(sql<SqlBool>`claim.id in (select claim_id from claim_about where party = ${party})`);
    else add(sql<SqlBool>`${column('pair')} = ${pairKey(a, b)}`);
  }
  if (!arm && filter.parties?.length) {
    const parties = list(filter.parties);
    if (kind === 'claim') add(sql<SqlBool>`claim.id in (select claim_id from claim_about where party in (${parties}))`);
    else add(sql<SqlBool>`(${sql.join(SIDES[kind].map((side) => sql<SqlBool>`${column(side)} in (${parties})`), sql` or `)})`);
  }
  if (filter.types?.length) {
    const types = list(filter.types);
    add(sql<SqlBool>`(${sql.join(TYPES[kind].map((name) => sql<SqlBool>`${column(name)} in (${types})`), sql` or `)})`);
  }
  if (filter.modes?.length) add(kind === 'event' ? sql<SqlBool>`event.mode in (${list(filter.modes)})` : sql<SqlBool>`false`);
  if (filter.factualities?.length) add(kind === 'event' ? sql<SqlBool>`event.factuality in (${list(filter.factualities)})` : sql<SqlBool>`false`);
  if (filter.from) add(sql<SqlBool>`${column('last_day')} >= ${filter.from}`);
  if (filter.to) add(sql<SqlBool>`${column('first_day')} <= ${filter.to}`);
  if (filter.speaker) {
    add(kind === 'event' || kind === 'claim' ? speaks(column('speaker_folded'), within(filter.speaker)) : sql<SqlBool>`false`);
  }
  if (filter.outlet) add(sql<SqlBool>`story.outlet_folded like ${within(filter.outlet)} escape '\\'`);
  if (filter.labels?.length) add(sql<SqlBool>`story.outlet in (select name from outlet where label in (${list(filter.labels)}))`);
  if (filter.weighted) add(sql<SqlBool>`not exists (select 1 from outlet where outlet.name = story.outlet and outlet.weight = 0)`);
  if (filter.langs?.length) add(sql<SqlBool>`story.lang in (${list(filter.langs)})`);
  if (filter.story) add(sql<SqlBool>`story.hash = ${filter.story}`);
  if (filter.text !== undefined) {
    const match = matchExpression(filter.text);
    add(match === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${column('sentence_id')} in (select rowid from sentence_words where sentence_words match ${match})`);
  }
  return all;
}

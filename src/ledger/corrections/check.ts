/** Whether what an analyst says of a fact is sayable: fields that the kind has, values that they take. */
import { readDay } from '../../story/day.ts';
import { problem, ProblemError } from '../../story/errors.ts';
import { CLAIM_KINDS, DIRECTIONS, EVENT_TYPES, FACTUALITIES, GRANULARITIES, MODES, TIE_DOMAINS, TIE_KINDS } from '../../story/facts.ts';
import type { Span } from '../../story/story.ts';
import type { FactKind } from '../filter.ts';
import { withFields } from './fold.ts';
import type { AnyFact, Fields } from './types.ts';

type Check = (value: unknown) => string | undefined;

const one = (values: readonly string[]): Check => (value) => (values.includes(value as string) ? undefined : `one of ${values.join(', ')}`);
const words: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'some text');
const list: Check = (value) => (Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'a list of texts');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const day: Check = (value) => (typeof value === 'string' && readDay(value).day === value ? undefined : 'a day, YYYY-MM-DD');
const code = (value: unknown): boolean => typeof value === 'string' && /^[A-Z][A-Z0-9_-]{1,19}$/.test(value);
const party: Check = (value) => (code(value) ? undefined : 'a party\'s code in capitals, such as TUR');
const parties: Check = (value) => (Array.isArray(value) && value.length > 0 && value.every(code) ? undefined : 'a list of parties\' codes');
const precedent: Check = (value) =>
  (value !== null && typeof value === 'object' && ['first', 'nth', 'last'].includes((value as { kind?: unknown }).kind as string) ? undefined : 'an object with "kind": first, nth or last');

const FIELDS: Readonly<Record<FactKind, { needed: Readonly<Record<string, Check>>; more: Readonly<Record<string, Check>> }>> = {
  event: {
    needed: { type: one(EVENT_TYPES), source: party, target: party, factuality: one(FACTUALITIES) },
    more: {
      source_person: words, target_person: words, mutual: flag, from: day, to: day, granularity: one(GRANULARITIES), attributed_to: words, chain: list, happening: words,
      mode: one(MODES), recurring: flag, precedent, condition: words, purpose: words, place: words, quotes: list, numbers: list,
    },
  },
  claim: { needed: { speaker: words, kind: one(CLAIM_KINDS), about: parties }, more: {} },
  tie: { needed: { a: party, b: party, domain: one(TIE_DOMAINS), kind: one(TIE_KINDS) }, more: {} },
  trend: { needed: { a: party, b: party, direction: one(DIRECTIONS) }, more: { from: day, to: day } },
};

/** Names of the fields that may be given for a kind of fact. */
export const fieldsOf = (kind: FactKind): string[] => [...Object.keys(FIELDS[kind].needed), ...Object.keys(FIELDS[kind].more), 'evidence'];

const bad = (what: string): ProblemError => new ProblemError(problem('bad-correction', {}, { what }));

/** Throws ProblemError where a field is none of this kind's, or takes no such value; null takes an optional field away. */
export function checkFields(kind: FactKind, fields: Fields): void {
  const { needed, more } = FIELDS[kind];
  if (Object.keys(fields).length === 0) throw bad('nothing is changed');
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'evidence' || field === 'offsets') continue;
    const check = needed[field] ?? more[field];
    if (!check) throw bad(`a${kind === 'event' ? 'n' : ''} ${kind} has no field "${field}" that can be changed; it has ${fieldsOf(kind).join(', ')}`);
    if (value === null && field in more) continue;
    const want = check(value);
    if (want) throw bad(`"${field}" must be ${want}`);
  }
}

/** Throws ProblemError where a whole fact lacks a field, or its period ends before it begins. */
export function checkFact(kind: FactKind, fact: AnyFact): void {
  const given = fact as unknown as Fields;
  for (const field of Object.keys(FIELDS[kind].needed)) if (given[field] === undefined) throw bad(`"${field}" is missing`);
  const { from, to } = given as { from?: string; to?: string };
  if (from !== undefined && to !== undefined && from > to) throw bad(`the fact ends (${to}) before it begins (${from})`);
}

/** Where a sentence stands in a story's text. Throws ProblemError where it does not, or stands more than once and none is nearest. */
export function sentenceIn(text: string, evidence: string): Span {
  const start = evidence === '' ? -1 : text.indexOf(evidence);
  if (start < 0) throw bad('"evidence" must be a sentence of the story, letter for letter');
  return { start, end: start + evidence.length };
}

/** Fields as given, with the place of a new sentence worked out. */
export function placed(fields: Fields, text: string): Fields {
  if (typeof fields['evidence'] !== 'string') return fields;
  return { ...fields, offsets: { sentence: sentenceIn(text, fields['evidence']) } };
}

/** A fact made from an analyst's fields alone. Throws ProblemError where it is not whole. */
export function newFact(kind: FactKind, fields: Fields, text: string): AnyFact {
  const all = placed({ ...(kind === 'event' && { factuality: 'fact' }), ...fields }, text);
  if (!('offsets' in all)) throw bad('"evidence" is missing: the sentence that states the fact');
  checkFields(kind, all);
  const fact = withFields({ confidence: 1 } as unknown as AnyFact, all);
  checkFact(kind, fact);
  return fact;
}

/** Corrections as JSON lines: from one desk to another and back, none twice, none lost. */
import { problem, ProblemError } from '../../story/errors.ts';
import { LANGS } from '../../story/story.ts';
import type { Ledger } from '../ledger.ts';
import { checkFact, checkFields } from './check.ts';
import { follow } from './correct.ts';
import { withFields } from './fold.ts';
import { addCorrection, allCorrections, uidOf } from './store.ts';
import { anchorsOf, CORRECTION_KINDS, NAME_SORTS, PARTY_KINDS, placeOfDataset } from './types.ts';
import type { Anchor, Correction, CorrectionKind } from './types.ts';

/** All corrections in order of time, as they travel: facts by story and sentence, not by this ledger's ids. */
export const exportCorrections = (ledger: Ledger): Correction[] => ledger.read((tx) => allCorrections(ledger.db, tx).map(({ correction }) => correction));

const object = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);
const text = (value: unknown): value is string => typeof value === 'string';
const bad = (what: string): never => {
  throw new ProblemError(problem('bad-correction', {}, { what }));
};

function checkAnchor(anchor: Anchor): void {
  const { kind, story, dataset, fact } = anchor;
  if (!['event', 'claim', 'tie', 'trend'].includes(kind) || !object(fact) || !text(story)) bad('what it is about must give "kind", "story" and "fact"');
  const sentence: unknown = object(fact.offsets) ? fact.offsets.sentence : undefined;
  if (!text(fact.evidence) || !object(sentence) || typeof sentence['start'] !== 'number' || typeof sentence['end'] !== 'number' || typeof fact.confidence !== 'number') bad('the fact must give "evidence", "offsets" and "confidence"');
  if (dataset !== undefined && (kind !== 'event' || !object(dataset) || !text(dataset.name) || !text(dataset.code) || story !== placeOfDataset(dataset.name))) bad('an event of a data set must give "dataset" with "name" and "code"');
  checkFact(kind, fact);
}

const namesByLang = (value: unknown): boolean => object(value) && Object.entries(value).every(([lang, names]) => LANGS.some((one) => one === lang) && Array.isArray(names) && names.every(text));

function checkBody(correction: Correction): void {
  switch (correction.kind) {
    case 'change':
      if (!object(correction.fields) || !object(correction.about)) bad('a change needs "about" and "fields"');
      checkAnchor(correction.about);
      checkFields(correction.about.kind, correction.fields);
      return checkFact(correction.about.kind, withFields(correction.about.fact, correction.fields));
    case 'confirm':
    case 'reject':
    case 'add':
      if (!object(correction.about)) bad(`"${correction.kind}" needs "about"`);
      return checkAnchor(correction.about);
    case 'merge':
    case 'split':
      if (!Array.isArray(correction.events) || (correction.kind === 'split' && !Array.isArray(correction.from))) bad(`"${correction.kind}" needs "events"${correction.kind === 'split' ? ' and "from"' : ''}`);
      return anchorsOf(correction).forEach(checkAnchor);
    case 'join-persons':
    case 'separate-persons':
      return Array.isArray(correction.names) && correction.names.length > 1 && correction.names.every(text) ? undefined : bad('"names" must be a list of names');
    case 'add-party':
      return text(correction.code) && PARTY_KINDS.includes(correction.party) && namesByLang(correction.names) ? undefined : bad('a party needs "code", "party" and "names" by language');
    case 'add-name':
      return text(correction.code) && LANGS.includes(correction.lang) && text(correction.name) && NAME_SORTS.includes(correction.as) ? undefined : bad('a name needs "code", "lang", "name" and "as"');
    case 'add-office':
      return text(correction.country) && text(correction.role) && namesByLang(correction.names) ? undefined : bad('an office needs "names" by language, "country" and "role"');
    default:
      return text(correction.of) ? undefined : bad(`"${correction.kind}" needs "of"`);
  }
}

/**
 * Reads one line of an export. Throws ProblemError where it is no correction, or where it does not say what its uid was
 * made of.
 */
export function readCorrection(line: string): Correction {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new ProblemError(problem('broken-json', {}, { why: (error as Error).message }));
  }
  if (!object(value) || !CORRECTION_KINDS.includes(value['kind'] as CorrectionKind)) return bad(`"kind" must be one of ${CORRECTION_KINDS.join(', ')}`);
  const { uid, who, at, why } = value;
  if (!text(who) || !text(why) || !text(at) || Number.isNaN(Date.parse(at))) return bad('"who", "at" (ISO 8601) and "why" must be given');
  const correction = value as unknown as Correction;
  checkBody(correction);
  const { uid: _uid, who: _who, at: _at, why: _why, ...said } = correction;
  if (uid !== uidOf(said as never, { who, at, why })) return bad('its "uid" does not belong to what it says: the line was altered');
  return correction;
}

/** What an import brought. */
export interface Imported {
  added: string[];
  known: number;
}

/** Takes corrections in, all in one transaction; those that are here already change nothing. Order of lines does not count. */
export function importCorrections(ledger: Ledger, given: readonly Correction[]): Imported {
  const { db } = ledger;
  return ledger.write((tx) => {
    const results = given.map((correction) => addCorrection(db, tx, correction));
    const added = results.filter((result) => result.added).map(({ id }) => id);
    follow(db, tx, added);
    return { added: added.map((id) => `k${id}`), known: results.length - added.length };
  });
}

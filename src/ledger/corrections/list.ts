/** Questions about corrections: what was said, what of it counts, where people differ, what it asks of the clustering. */
import type { Kysely } from 'kysely';
import { inEnglish } from '../../story/remark.ts';
import type { Remark, Value } from '../../story/remark.ts';
import { factId } from '../facts.ts';
import type { FactKind } from '../filter.ts';
import type { Ledger } from '../ledger.ts';
import type { Schema } from '../schema.ts';
import type { Writer } from '../writer.ts';
import { standing } from './correct.ts';
import { foldCorrections } from './fold.ts';
import { personLinks } from './persons.ts';
import { allCorrections, correctionNamed, correctionsById, undone } from './store.ts';
import type { Stored } from './store.ts';
import { anchorsOf } from './types.ts';
import type { Correction, Fit, Standing } from './types.ts';

type Db = Kysely<Schema>;

const bound = (db: Db, tx: Writer, id: number) => tx.all(db.selectFrom('correction_fact').where('correction_id', '=', id).selectAll().orderBy('n'));

function numberOfTarget(db: Db, tx: Writer, correction: Correction): Pick<Standing, 'of'> {
  const [target] = 'of' in correction ? correctionNamed(db, tx, correction.of) : [];
  return target ? { of: `k${target.id}` } : {};
}

/** Corrections as they stand here. */
export const standings = (db: Db, tx: Writer, given: readonly Stored[]): Standing[] => {
  const off = undone(db, tx);
  return given.map(({ id, correction }) => ({
    id: `k${id}`, correction, active: !off.has(correction.uid), ...numberOfTarget(db, tx, correction),
    facts: bound(db, tx, id).flatMap(({ kind, fact_id, fit }) => {
      const ids = fact_id === null ? [''] : standing(db, tx, kind as FactKind, fact_id);
      return (ids.length ? ids : [factId(kind as FactKind, fact_id as number)]).map((one) => ({ id: one, fit: fit as Fit }));
    }),
  }));
};

/** All corrections of the ledger in order of time. */
export const corrections = (ledger: Ledger): Standing[] => ledger.read((tx) => standings(ledger.db, tx, allCorrections(ledger.db, tx)));

/** The corrections that no longer fit: the coding that counts has no fact like the one they were about, or their story is not here. */
export const unfitting = (given: readonly Standing[]): Standing[] =>
  given.filter(({ active, facts }) => active && facts.some(({ fit }) => fit === 'kept' || fit === 'none' || fit === 'waiting'))
    .filter(({ correction, facts }) => correction.kind !== 'add' || facts.some(({ fit }) => fit === 'waiting'));

/** Something on which people differ; the latest word stands meanwhile. */
export interface Conflict {
  /** A fact's id, or the names meant. */
  about: string;
  /** The field; `verdict` where one stands by a fact and another rejects it; `person`, `happening`, `party`. */
  field: string;
  corrections: Standing[];
}

/** What merges and splits ask of the clustering of events into happenings, by rows of `event` that count. */
export interface HappeningLinks {
  must: [number, number][];
  cannot: [number, number][];
}

interface PairWord {
  a: number;
  b: number;
  together: boolean;
  says: Map<string, { together: boolean; id: number }>;
}

/** Of each pair of events that merges and splits speak of, all words and the last one. Events are named by the fact as coded. */
function pairsOf(db: Db, tx: Writer): PairWord[] {
  const all = allCorrections(db, tx).filter(({ correction: { kind } }) => kind === 'merge' || kind === 'split');
  const off = undone(db, tx, all.map(({ correction }) => correction.uid)), found = new Map<string, PairWord>();
  for (const { id, correction } of all) {
    if (off.has(correction.uid)) continue;
    const facts = bound(db, tx, id).map(({ fact_id }) => fact_id), taken = correction.kind === 'split' ? correction.events.length : 0;
    const pairs = correction.kind === 'merge' ? facts.slice(1).map((b, i) => [facts[i], b] as const)
      : facts.slice(0, taken).flatMap((a) => facts.slice(taken).map((b) => [a, b] as const));
    for (const [x, y] of pairs) {
      if (x === null || y === null || x === undefined || x === y) continue;
      const [a, b] = x < y ? [x, y] : [y, x], key = `${a} ${b}`, together = correction.kind === 'merge';
      const word = found.get(key) ?? { a, b, together, says: new Map() };
      word.together = together;
      word.says.set(correction.who, { together, id });
      found.set(key, word);
    }
  }
  return [...found.values()];
}

/** Reads what merges and splits ask for. Rows are those of `event_now`. */
export function happeningLinks(db: Db, tx: Writer): HappeningLinks {
  const row = (base: number): number | undefined => ((id) => (id === undefined ? undefined : Number(id.slice(1))))(standing(db, tx, 'event', base)[0]);
  const links: HappeningLinks = { must: [], cannot: [] };
  for (const { a, b, together } of pairsOf(db, tx)) {
    const x = row(a), y = row(b);
    if (x !== undefined && y !== undefined) links[together ? 'must' : 'cannot'].push([Math.min(x, y), Math.max(x, y)]);
  }
  return links;
}

function factConflicts(db: Db, tx: Writer): Conflict[] {
  const about = tx.all(db.selectFrom('verdict').where('conflict', '=', 1).select(['kind', 'base_id']).distinct().orderBy('kind').orderBy('base_id'));
  return about.flatMap(({ kind, base_id }): Conflict[] => {
    const ids = tx.all(db.selectFrom('correction_fact').where('kind', '=', kind).where('fact_id', '=', base_id).select('correction_id').distinct());
    const all = standings(db, tx, correctionsById(db, tx, ids.map(({ correction_id }) => correction_id))).filter(({ active }) => active);
    const own = tx.one(db.selectFrom('revision').where('kind', '=', kind).where('row_id', '=', base_id).whereRef('row_id', '=', 'base_id').select('row_id')) !== undefined;
    const { clashes } = foldCorrections(all.map(({ correction }) => correction), own);
    return clashes.map(({ field, uids }) => ({ about: factId(kind as FactKind, base_id), field, corrections: all.filter(({ correction: { uid } }) => uids.includes(uid)) }));
  });
}

/** Everything on which the corrections that count differ between people. */
export function conflicts(ledger: Ledger): Conflict[] {
  const { db } = ledger;
  return ledger.read((tx) => {
    const all = standings(db, tx, allCorrections(db, tx)), by = (uids: readonly string[]): Standing[] => all.filter(({ correction: { uid } }) => uids.includes(uid));
    const happenings = pairsOf(db, tx).filter(({ together, says }) => [...says.values()].some((word) => word.together !== together));
    const parties = new Map<string, Correction[]>();
    for (const { active, correction } of all) if (active && correction.kind === 'add-party') parties.set(correction.code, [...(parties.get(correction.code) ?? []), correction]);
    return [
      ...factConflicts(db, tx),
      ...personLinks(db, tx).clashes.map(({ names, uids }) => ({ about: names.join(' / '), field: 'person', corrections: by(uids) })),
      ...happenings.map(({ a, b, says }) => ({ about: `e${a}, e${b}`, field: 'happening', corrections: all.filter(({ id }) => [...says.values()].some((word) => `k${word.id}` === id)) })),
      ...[...parties].filter(([, words]) => new Set(words.map((word) => (word.kind === 'add-party' ? word.party : ''))).size > 1)
        .map(([code, words]) => ({ about: code, field: 'party', corrections: by(words.map(({ uid }) => uid)) })),
    ];
  });
}

/** Of a correction's fields, those whose values are of a vocabulary or a party. */
const TERMS: Readonly<Record<string, string>> = { type: 'type', mode: 'mode', factuality: 'factuality', domain: 'domain', direction: 'direction' };
const PARTIES = new Set(['source', 'target', 'a', 'b']);

function fieldRemark(kind: FactKind | undefined, field: string, value: unknown): Remark {
  const term = field === 'kind' && (kind === 'claim' || kind === 'tie') ? kind : TERMS[field];
  const written: Value = value === null ? { code: 'saying.none' } : typeof value !== 'string' ? JSON.stringify(value) : term ? { term, value } : PARTIES.has(field) ? { party: value } : value;
  return { code: 'saying.field', values: { field: { term: 'field', value: field }, value: written } };
}

/** What a correction says, in a line, as a remark; `of` is what an undoing is called that is about another. */
export function correctionRemark(correction: Correction, of?: string): Remark {
  const anchors = anchorsOf(correction), [first] = anchors;
  switch (correction.kind) {
    case 'change': return { code: 'saying.change', values: { fields: { list: Object.entries(correction.fields).filter(([field]) => field !== 'offsets').map(([field, value]) => fieldRemark(first?.kind, field, value)) } } };
    case 'confirm':
    case 'reject':
    case 'add': return { code: `saying.${correction.kind}`, values: { fact: { term: 'fact', value: first?.kind ?? 'fact' } } };
    case 'merge': return { code: 'saying.merge', values: { n: anchors.length } };
    case 'split': return { code: 'saying.split', values: { taken: correction.events.length, n: anchors.length } };
    case 'join-persons': return { code: 'saying.join', values: { names: correction.names.join(' = ') } };
    case 'separate-persons': return { code: 'saying.separate', values: { names: correction.names.join(' ≠ ') } };
    case 'add-party': return { code: 'saying.party', values: { code: correction.code, kind: { term: 'kind', value: correction.party }, names: { list: Object.values(correction.names).flat() } } };
    case 'add-name': return { code: 'saying.name', values: { code: correction.code, lang: { term: 'lang', value: correction.lang }, name: correction.name } };
    case 'add-office': {
      const { names, role, code, country, from, to } = correction, ends = from ? (to ? '-both' : '-from') : to ? '-to' : '';
      return { code: `saying.office${ends}`, values: { name: Object.values(names).flat()[0] ?? '', role: { term: 'office', value: role }, code: { party: code ?? country }, ...(from && { from: { day: from } }), ...(to && { to: { day: to } }) } };
    }
    default: return { code: `saying.${correction.kind}`, values: { of: of ?? correction.of } };
  }
}

/** The same in English. */
export const describeCorrection = (correction: Correction, of?: string): string => inEnglish(correctionRemark(correction, of));

/** The parties, names and offices that an analyst added to the gazetteer of this ledger. */
import { createHash } from 'node:crypto';
import { holderOf } from '../../parties/additions.ts';
import type { Additions } from '../../parties/additions.ts';
import { transliterate } from '../../parties/transliterate.ts';
import { LANGS } from '../../story/story.ts';
import type { Lang } from '../../story/story.ts';
import { fold } from '../fold.ts';
import type { Ledger } from '../ledger.ts';
import { correctionsOfKind, spell, undone } from './store.ts';
import type { Correction, PartyKind } from './types.ts';

export interface OwnParty {
  code: string;
  kind: PartyKind;
  names: Partial<Record<string, string[]>>;
}

/** Names of added parties, for whoever asks by name. */
export interface OwnNames {
  parties: OwnParty[];
  /** Codes by folded name. */
  byName: ReadonlyMap<string, string>;
}

const KINDS = ['add-party', 'add-name', 'add-office'];

function standing(ledger: Ledger): Correction[] {
  return ledger.read((tx) => {
    const all = correctionsOfKind(ledger.db, tx, KINDS).map(({ correction }) => correction), off = undone(ledger.db, tx, all.map(({ uid }) => uid));
    return all.filter(({ uid }) => !off.has(uid));
  });
}

/** What this ledger's resolver is to know besides the gazetteer; undefined where nothing is added. The later word on a code stands. */
export function additionsOf(ledger: Ledger): Additions | undefined {
  const all = standing(ledger);
  if (all.length === 0) return undefined;
  const parties = new Map<string, Additions['parties'][number]>(), names: Additions['names'][number][] = [], offices: Additions['offices'][number][] = [];
  for (const one of all) {
    if (one.kind === 'add-party') parties.set(one.code, { code: one.code, kind: one.party, names: one.names });
    if (one.kind === 'add-name') names.push({ code: one.code, lang: one.lang, name: one.name, as: one.as });
    if (one.kind === 'add-office') {
      const { names: own, country, role, code, from, to, sex } = one;
      offices.push({ names: own, country, role, ...(code && { code }), ...(from && { from }), ...(to && { to }), ...(sex && { sex }) });
    }
  }
  return { parties: [...parties.values()], names, offices };
}

/** The coder's version with what is added to its gazetteer, so that stories read without it are seen to be out of date. */
export const versionWith = (version: string, additions: Additions | undefined): string =>
  (additions ? `${version} with ${createHash('sha256').update(spell(additions)).digest('hex').slice(0, 8)}` : version);

/** Added parties and names, for questions that name a party. */
export function ownNames(ledger: Ledger): OwnNames {
  const parties = new Map<string, OwnParty>(), byName = new Map<string, string>();
  for (const one of standing(ledger)) {
    if (one.kind === 'add-party') {
      parties.set(one.code, { code: one.code, kind: one.party, names: one.names });
      for (const name of [one.code, ...Object.values(one.names).flat()]) byName.set(fold(name ?? ''), one.code);
    }
    if (one.kind === 'add-name') byName.set(fold(one.name), one.code);
  }
  return { parties: [...parties.values()], byName };
}

/** Letters at the end of a word that its endings may take the place of. */
const ENDING: Readonly<Record<Lang, number>> = { en: 0, tr: 1, ru: 2 };
/** Shorter words are looked for as they are. */
const LONG = 5;

/** A name as a search that finds it in all its forms: beginnings of its words, as the language's endings leave them. */
const searchFor = (name: string, lang: Lang): string =>
  name.replace(/["“”«»„]/g, ' ').split(/\s+/).filter(Boolean).map((word) => (word.length >= LONG ? word.slice(0, word.length - ENDING[lang]) : word)).join(' ');

/** The last part of a name: texts carry on with it. */
const lastOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;

/** What whoever held an added office is called in a language: as given or as that is written in it, and as the gazetteer lists him. */
function namesOf(office: Extract<Correction, { kind: 'add-office' }>, lang: Lang): string[] {
  const from = LANGS.find((one) => office.names[one]?.length), listed = holderOf(office);
  const given = office.names[lang] ?? (from ? (office.names[from] as readonly string[]).map((name) => transliterate(name, from, lang)) : []);
  return [...given.map(lastOf), ...(listed ? [...listed.names[lang].map(lastOf), ...listed.short[lang]] : [])];
}

/**
 * Searches for the stories that additions to the gazetteer bear upon: those that have an added name, in any of its forms, or
 * that of whoever held an added office. An office told without its holder's name is read alike, whoever held it.
 */
export function searchesFor(given: readonly Correction[]): string[] {
  const found = new Set<string>();
  for (const one of given) {
    if (one.kind === 'add-name') found.add(searchFor(one.name, one.lang));
    if (one.kind === 'add-party') for (const lang of LANGS) for (const name of one.names[lang] ?? []) found.add(searchFor(name, lang));
    if (one.kind === 'add-office') for (const lang of LANGS) for (const name of namesOf(one, lang)) found.add(searchFor(name, lang));
  }
  return [...found].filter(Boolean);
}

/** The parties, names and offices that an analyst added to the gazetteer of this ledger. */
import { createHash } from 'node:crypto';
import type { Additions } from '../../parties/additions.ts';
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
    if (one.kind === 'add-party') parties.set(one.code, { code: one.code, names: one.names });
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

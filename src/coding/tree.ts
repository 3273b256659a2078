/** Small questions to a dependency tree that many features ask. */
import type { Doc, Token } from '../language/doc.ts';
import { atom } from './scorer/rows.ts';

const bases = new Map<string, string>();

/** A token's relation without its subtype: `nsubj` of `nsubj:pass`. Relations are few, so each is cut once. */
export const relation = ({ deprel }: Token): string => {
  let base = bases.get(deprel);
  if (base === undefined) {
    const k = deprel.indexOf(':');
    bases.set(deprel, (base = k < 0 ? deprel : deprel.slice(0, k)));
  }
  return base;
};

const atoms = new Map<string, number>();

/** The hash of a token's relation, for sparse rows. */
export const relationAtom = (t: Token): number => {
  let hash = atoms.get(t.deprel);
  if (hash === undefined) atoms.set(t.deprel, (hash = atom(relation(t))));
  return hash;
};

/** Whether a token has a dependent of a relation (subtypes count). */
export const hasChild = (doc: Doc, i: number, name: string): boolean => {
  for (const c of doc.children(i)) if (relation(doc.tokens[c] as Token) === name) return true;
  return false;
};

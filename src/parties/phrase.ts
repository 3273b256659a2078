/** Noun phrases around offices, bodies, forces and peoples, and the names that stand with them. */
import type { Doc } from '../language/doc.ts';
import type { Lexicon, NounClass } from './lexicon.ts';
import type { NameSpan } from './names.ts';
import { addressAt } from './names.ts';
import type { Item } from './scan.ts';
import type { Word } from './words.ts';

export type HeadClass = 'office' | 'outsider' | 'body' | 'force' | 'people' | 'counterpart';
export const HEAD_CLASSES: readonly HeadClass[] = ['office', 'counterpart', 'outsider', 'body', 'force', 'people'];

export interface Phrase {
  /** Word range, without article. */
  first: number;
  last: number;
  /** Word that carries the phrase's function: the name's last word where one is attached, otherwise the head noun. */
  head: number;
  /** Item of the head noun. */
  headItem: Item;
  cls: HeadClass;
  /** Parties it acts for; empty where the phrase names none. */
  owners: Item[];
  /** Other parties inside ("ambassador to Turkey"). */
  objects: Item[];
  /** Words of the office, folded, in dictionary form. */
  role: string;
  plural: boolean;
  /** English: `the`, `a`, possessive; empty where the language has no article. */
  article: 'the' | 'a' | 'poss' | '';
  /** The possessor, where it is a name ("Erdogan's spokesman") or another phrase. */
  possessorName?: NameSpan;
  /** A possessive pronoun stands before it ("his Egyptian counterpart", "Mısırlı mevkidaşı"). */
  possessorPronoun?: boolean;
  name?: NameSpan;
  /** Russian: cases. */
  cases: number;
  /** Turkish: suffixes of the head noun. */
  suffix: string;
  /** No longer in office ("former president"). */
  former: boolean;
  /** A noun of the text ends the phrase in its dictionary form here (offset in the text), for `body`. */
  end: number;
  /** Owner is named in a word for place ("authorities in Sanaa"). */
  viaPlace?: boolean;
}

/** Everything the language-specific readers look at. */
export interface Scene {
  doc: Doc;
  lexicon: Lexicon;
  words: readonly Word[];
  items: readonly Item[];
  /** Item that covers a word. */
  itemAt: readonly (Item | undefined)[];
  /** Name that begins at a word. */
  nameAt: ReadonlyMap<number, NameSpan>;
  /** Name that covers a word. */
  nameOver: readonly (NameSpan | undefined)[];
}

export function headClass(item: Item): HeadClass | undefined {
  for (const cls of HEAD_CLASSES) if (item.nouns[cls]) return cls;
  return undefined;
}

export function has(item: Item | undefined, cls: NounClass): boolean {
  return item?.nouns[cls] !== undefined;
}

/** A name that covers the word, unless a listed phrase of the same stretch is the better reading. */
export function itemNotName(scene: Scene, i: number): Item | undefined {
  return scene.nameOver[i] ? undefined : scene.itemAt[i];
}

/** The name that begins at a word, or after a form of address there ("Cumhurbaşkanı Sayın X"). */
export function nameFrom(scene: Scene, i: number): NameSpan | undefined {
  const name = scene.nameAt.get(i);
  if (name || i >= scene.words.length) return name;
  const skip = addressAt(scene.words, i);
  return skip > 0 && sameSentence(scene, i, i + skip) ? scene.nameAt.get(i + skip) : undefined;
}

export function sameSentence(scene: Scene, a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a < scene.words.length && b < scene.words.length && scene.words[a].sentence === scene.words[b].sentence;
}

export function isVerb(scene: Scene, item: Item): boolean {
  const token = scene.doc.tokens[scene.words[item.last - 1].token];
  return (token.upos === 'VERB' || token.upos === 'AUX') && scene.words[item.first].cap === 0;
}

/** Where a body's words begin: with whose it is, where a name stands before it ("Macron's office"). */
export const bodyStart = ({ first, possessorName }: Phrase): number => (possessorName && possessorName.last === first ? possessorName.first : first);

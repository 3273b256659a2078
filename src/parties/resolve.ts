/** Who is named where in a text, and for whom they act. */
import type { Doc } from '../language/doc.ts';
import type { Mention, Parties, ResolveContext, ResolveParties } from './mention.ts';
import type { Additions } from './additions.ts';
import { lexicon } from './lexicon.ts';
import { findNames } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { readEnglish } from './phrase-en.ts';
import { readRussian } from './phrase-ru.ts';
import { readTurkish } from './phrase-tr.ts';
import { findPeople } from './introduce.ts';
import { Reader } from './reader.ts';
import type { Item } from './scan.ts';
import { scan } from './scan.ts';
import { wordsOf } from './words.ts';

/** Tokens, gazetteer items and names of a text, laid out by word. */
export function setScene(doc: Doc, additions?: Additions): Scene {
  const lex = lexicon(doc.lang, additions);
  const words = wordsOf(doc);
  const items = scan(lex, words);
  const itemAt = new Array<Item | undefined>(words.length);
  for (const item of items) for (let i = item.first; i < item.last; i++) itemAt[i] = item;
  const names = findNames(doc, lex, words, items);
  const nameOver = new Array<ReturnType<typeof findNames>[number] | undefined>(words.length);
  const nameAt = new Map<number, (typeof names)[number]>();
  for (const name of names) {
    nameAt.set(name.first, name);
    for (let i = name.first; i < name.last; i++) nameOver[i] = name;
  }
  return { doc, lexicon: lex, words, items, itemAt, nameAt, nameOver };
}

const READERS = { en: readEnglish, tr: readTurkish, ru: readRussian };

/** All phrases of a text in order, none overlapping. */
export function readPhrases(scene: Scene): Phrase[] {
  const read = READERS[scene.doc.lang];
  const out: Phrase[] = [];
  for (let i = 0; i < scene.words.length;) {
    const item = scene.nameOver[i] ? undefined : scene.itemAt[i];
    const phrase = item && item.first === i ? read(scene, i) : undefined;
    if (phrase) {
      out.push(phrase);
      i = Math.max(phrase.last, i + 1);
    } else {
      i++;
    }
  }
  return out;
}

/**
 * Mentions of parties and people in a read text, and the people named in it.
 *
 * Titles, nations and names are read from surface order and inflection against the gazetteer; the tree only settles
 * which token of a phrase carries its function. Never throws on any `Doc`; parties that cannot be told are `UNKNOWN`.
 */
export const resolveParties: ResolveParties = (doc: Doc, context: ResolveContext): Parties => {
  if (doc.tokens.length === 0) return { mentions: [], persons: [] };
  const scene = setScene(doc, context.additions);
  const phrases = readPhrases(scene);
  const found = findPeople(scene, phrases, context);
  const reader = new Reader(scene, phrases, found, context);
  const mentions: Mention[] = reader.read();
  return { mentions, persons: found.records() };
};

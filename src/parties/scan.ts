/** Finds everything the gazetteer lists in a text: one item for each stretch of words, longest first. */
import type { Entry, Lexicon, NounClass, NounEntry, PartyEntry, PersonEntry, Reading } from './lexicon.ts';
import { isMisread } from './misread.ts';
import type { Trie } from './trie.ts';
import type { Word } from './words.ts';

export interface Item {
  /** Word range: first, and one past the last. */
  first: number;
  last: number;
  party?: PartyEntry;
  /** Further parties of the same name, less usual. */
  persons: PersonEntry[];
  nouns: Partial<Record<NounClass, NounEntry>>;
  /** Russian: cases the phrase may stand in (of its declined word). */
  cases: number;
  plural: boolean;
  /** Turkish: suffixes left on the last word; English `s` for a possessive. */
  suffix: string;
  apostrophe: boolean;
}

interface Hit {
  last: number;
  entry: Entry;
  cases: number;
  plural: boolean;
  suffix: string;
}

/** Russian dictionary forms in the plural. */
const PLURAL_NAME = /[а-я][ыи]е?$/;

const SORT_RANK: Record<string, number> = {
  name: 0, org: 0, bloc: 1, capital: 1, adjective: 2, people: 2, seat: 1, body: 3, company: 3, group: 1, place: 4,
};

/** Everything listed that begins at a word, into `hits`. */
function walk(lexicon: Lexicon, words: readonly Word[], from: number, hits: Hit[]): void {
  for (const { reading, node } of lexicon.starts(words[from].key)) take(lexicon, words, from, from, reading, node, lexicon.lang === 'ru' ? reading.cases : 63, reading.plural, hits);
}

/** Reads the word at `at` as `reading`, which leads to `node`, and goes on from there. */
function take(lexicon: Lexicon, words: readonly Word[], from: number, at: number, reading: Reading, node: Trie<Entry>, cases: number, plural: boolean, hits: Hit[]): void {
  const word = words[at];
  if (node.values) {
    const suffix = word.ending || reading.suffix, { cap } = words[from];
    for (const entry of node.values) if (entry.cap <= cap) hits.push({ last: at + 1, entry, cases, plural, suffix });
  }
  const next = words[at + 1];
  if (node.isLeaf || (word.ending && lexicon.lang !== 'en') || !next || next.sentence !== word.sentence) return;
  // "Республики Казахстан": only the first word declines.
  const style = words[from].key.startsWith('республик');
  for (const further of lexicon.readings(next.key)) {
    const child = node.child(further.key);
    if (child) take(lexicon, words, from, at + 1, further, child, style ? cases : cases & further.cases || cases, plural || further.plural, hits);
  }
}

function itemFrom(first: number, last: number, hits: readonly Hit[], words: readonly Word[]): Item {
  const item: Item = { first, last, persons: [], nouns: {}, cases: 0, plural: false, suffix: '', apostrophe: words[last - 1].ending !== '' };
  let rank = 99;
  let shortest = 99;
  item.plural = hits.every((h) => h.plural);
  for (const hit of hits) {
    const { entry } = hit;
    if (hit.suffix.length < shortest) {
      shortest = hit.suffix.length;
      item.suffix = hit.suffix;
    }
    item.cases |= hit.cases;
    if (entry.kind === 'party') {
      const r = SORT_RANK[entry.sort] + (hit.suffix.length > 3 ? 0.5 : 0);
      if (r < rank) {
        rank = r;
        item.party = entry;
      }
    } else if (entry.kind === 'person') {
      if (!item.persons.includes(entry)) item.persons.push(entry);
    } else {
      const known = item.nouns[entry.cls];
      if (!known || (hit.plural && PLURAL_NAME.test(entry.name) && !PLURAL_NAME.test(known.name))) item.nouns[entry.cls] = entry;
    }
  }
  return item;
}

/** Whether an item could be more than a person's bare surname. */
export function isListed(item: Item): boolean {
  return item.party !== undefined || Object.keys(item.nouns).some((c) => c !== 'notname');
}

/**
 * Items in text order, not overlapping: at each word the longest listed phrase; everything listed for that very
 * stretch is kept on one item, so that what a word means can be decided in context.
 */
export function scan(lexicon: Lexicon, words: readonly Word[]): Item[] {
  const items: Item[] = [];
  const hits: Hit[] = [];
  for (let i = 0; i < words.length;) {
    hits.length = 0;
    walk(lexicon, words, i, hits);
    if (hits.length === 0) {
      i++;
      continue;
    }
    let last = 0;
    for (const h of hits) if (h.last > last) last = h.last;
    const longest = hits.filter((h) => h.last === last);
    const least = Math.min(...longest.map((h) => h.suffix.length));
    const item = itemFrom(i, last, lexicon.lang === 'tr' ? longest.filter((h) => h.suffix.length === least) : longest, words);
    if (isMisread(item, words, lexicon.lang)) item.party = undefined;
    if (isListed(item) || item.persons.length || item.nouns.notname) items.push(item);
    i = last;
  }
  return items;
}

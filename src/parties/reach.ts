/** Names that stand farther off from their title: "head of the Asian department of the foreign ministry X". */
import type { NameSpan } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { has, itemNotName, nameFrom } from './phrase.ts';
import type { Item } from './scan.ts';

export interface Reached {
  name: NameSpan;
  /** Whose office it is, where only the words between say so. */
  owner?: Item;
}

const FARTHEST = 16;
const INNER = new Set(['NOUN', 'ADJ', 'PROPN', 'ADP', 'DET', 'NUM', 'X']);
const ENGLISH_LINK = new Set(['and', 'the', '&']);
const QUOTES = new Set(['«', '»', '"', '“', '”', "'", '(', ')', '-', '–', '/']);

/** Who stands in a country for another. */
const POSTED = /ambassador|envoy|representative|consul|attach|nuncio|commander|general|coordinator|chief|official|diplomat/;

function ends(item: Item): boolean {
  return has(item, 'office') || has(item, 'outsider') || has(item, 'counterpart') || has(item, 'people') || has(item, 'pair') || has(item, 'he') || has(item, 'she');
}

/** Whether a party between a title and its name says whose the title is: behind "of" and "at", or in the genitive. */
function owns(scene: Scene, item: Item, role: string): boolean {
  const { party } = item;
  if (!party || party.sort === 'place' || party.sort === 'people' || party.sort === 'capital') return false;
  let i = item.first - 1;
  while (scene.words[i]?.key === 'the') i--;
  const before = scene.words[i];
  if (scene.doc.lang === 'en') return party.sort === 'adjective' || before?.key === 'of' || before?.key === 'at' || before?.ending === 's' || (before?.key === 'in' && party.sort === 'name' && !POSTED.test(role));
  if (before && (before.key === '«' || before.key === '"' || before.key === '“')) return party.sort !== 'adjective';
  return party.sort !== 'adjective' && scene.doc.tokens[before?.token ?? 0]?.upos !== 'ADP' && (item.cases & 2) !== 0;
}

/**
 * The name a title without one leads up to over the rest of its own noun phrase (`по вопросам ...`, `for ...`), no
 * farther than a verb, another title or a comma. English names follow their comma there.
 */
export function reach(scene: Scene, phrase: Phrase): Reached | undefined {
  const { words, doc, nameAt } = scene;
  if (phrase.cls !== 'office' || phrase.plural || phrase.name || doc.lang === 'tr') return undefined;
  const { sentence } = words[phrase.first];
  let owner: Item | undefined;
  let about = false;
  for (let i = phrase.last; i < words.length && i < phrase.last + FARTHEST; i++) {
    const word = words[i];
    if (word.sentence !== sentence) return undefined;
    const name = nameAt.get(i);
    if (name && name.keys.length > 1 || name?.short.length) {
      const before = doc.tokens[words[i - 1].token];
      if (i === phrase.last || before.upos === 'ADP' || before.upos === 'DET') return undefined;
      if (doc.lang === 'ru' && name.cases && phrase.cases && !(name.cases & phrase.cases)) return undefined;
      return { name, owner };
    }
    if (!word.word) {
      if (QUOTES.has(word.key)) continue;
      const next = words[i + 1];
      const after = nameFrom(scene, i + 1);
      if (word.key !== ',' || !next?.word) return undefined;
      if (doc.lang === 'en') return i > phrase.last && after && after.keys.length > 1 && closes(scene, after, phrase.owners.length > 0 || owner !== undefined) ? { name: after, owner } : undefined;
      if (next.cap > 0 || !INNER.has(doc.tokens[next.token].upos)) return undefined;
      continue;
    }
    const item = itemNotName(scene, i);
    if (item && item.first === i) {
      if (ends(item) || word.key === 'и' && i === phrase.last) return undefined;
      if (!owner && !about && owns(scene, item, phrase.role)) owner = item;
      // "главы ведомств России и Украины": two heads, though the word may stand in the singular.
      if (item.party && /^(?:и|and)$/.test(words[item.last]?.key ?? '') && itemNotName(scene, item.last + 1)?.party) return undefined;
      continue;
    }
    const { upos } = doc.tokens[word.token];
    // "комитета по делам СНГ": what it is about, not whose it is.
    about ||= doc.lang === 'ru' && upos === 'ADP';
    if (!INNER.has(upos) && !(upos === 'CCONJ' && i > phrase.last) && !(doc.lang === 'en' && ENGLISH_LINK.has(word.key))) return undefined;
  }
  return undefined;
}

/** Whether a name ends there; after a title with its nation, a verb may follow a name not known. */
function closes(scene: Scene, name: NameSpan, owned: boolean): boolean {
  if (name.suffix === 's') return true;
  const stop = scene.words[name.last];
  return !stop || !stop.word || stop.sentence !== scene.words[name.first].sentence || scene.doc.tokens[stop.token].upos === 'ADP' || (owned && name.full.length === 0 && scene.doc.tokens[stop.token].upos === 'VERB');
}

/** English: premodifiers and possessors to the left, `of` and `to` to the right, then a name. */
import type { Item } from './scan.ts';
import type { HeadClass, Phrase, Scene } from './phrase.ts';
import { STAFF } from './role.ts';
import { bodyStart, has, headClass, isVerb, itemNotName, nameFrom, sameSentence } from './phrase.ts';

const OBJECT_ROLE = /ambassador|mission|envoy|representative|negotiator|mediator|coordinator|adviser|advisor|commissioner|consul|chief|rapporteur|delegat|observer|minister|secretary|official|attach|nuncio|d'affaires|expert|specialist/;
/** Who speaks for somebody acts for them. */
const SPEAKER = /spokes|press secretary|press officer/;
const ARTICLES: Record<string, Phrase['article']> = {
  the: 'the', this: 'the', that: 'the', those: 'the', these: 'the', a: 'a', an: 'a', his: 'poss', her: 'poss', its: 'poss', their: 'poss', my: 'poss', our: 'poss',
};

function eligible(scene: Scene, item: Item | undefined): item is Item {
  if (!item) return false;
  if (item.party) return true;
  const cls = headClass(item);
  if (cls) return !isVerb(scene, item);
  return has(item, 'domain');
}

interface Run {
  items: Item[];
  possessor?: number;
}

/** "Turkish", "Turks": not joined to a place before a comma ("in New York, Japanese ministers"). */
function isNation(item: Item): boolean {
  return item.party?.sort === 'adjective' || item.party?.sort === 'people';
}

/** Adjacent items from `k` on that can make one phrase; `and` joins two adjectives of nation. */
function runFrom(scene: Scene, k: number): Run {
  const items: Item[] = [];
  let i = k;
  while (sameSentence(scene, k, i)) {
    const item = itemNotName(scene, i);
    if (!eligible(scene, item) || item.first !== i) {
      const word = scene.words[i];
      const before = items[items.length - 1];
      const after = itemNotName(scene, i + 1);
      if ((word.key === 'and' || word.key === ',') && before?.party && after?.party && eligible(scene, after) && after.last < scene.words.length
        && eligible(scene, itemNotName(scene, after.last)) && isNation(before) === isNation(after) && (word.key === 'and' || before.party.sort === after.party.sort)) {
        i++;
        continue;
      }
      if (before && !headClass(before) && word.word && word.cap === 0 && /^(?:led|run|backed|based|born|held|controlled|aligned|trained|made|appointed|installed)$/.test(word.key) && (word.glued || before.party)) {
        i++;
        continue;
      }
      break;
    }
    items.push(item);
    i = item.last;
  }
  return { items };
}

function roleOf(items: readonly Item[], from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i <= to; i++) {
    const item = items[i];
    const noun = item.nouns.office ?? item.nouns.outsider ?? item.nouns.counterpart ?? item.nouns.body ?? item.nouns.domain ?? item.nouns.force ?? item.nouns.people;
    if (noun) parts.push(noun.name.toLowerCase());
  }
  return parts.join(' ');
}

/** The phrase that begins at word `k`, if one does. */
export function readEnglish(scene: Scene, k: number): Phrase | undefined {
  const { words } = scene;
  const { items } = runFrom(scene, k);
  let h = -1;
  let cls: HeadClass | undefined;
  for (let i = items.length - 1; i >= 0; i--) {
    cls = headClass(items[i]);
    if (cls && (!items[i].party || items.slice(0, i).some((x) => x.party))) {
      h = i;
      break;
    }
  }
  if (h < 0 || !cls) return undefined;
  const headItem = items[h];
  if (cls === 'people' || cls === 'force') {
    if (!items.slice(0, h).some((x) => x.party) && !(words[headItem.first].cap > 0 && scene.nameAt.has(headItem.last))) {
      if (!scene.nameAt.has(headItem.last)) return undefined;
    }
  }
  const before = words[k - 1];
  const article = before && sameSentence(scene, k, k - 1) ? ARTICLES[before.key] ?? '' : '';
  const owners: Item[] = [];
  const objects: Item[] = [];
  let conjoined = false;
  for (let i = 0; i < h; i++) {
    const item = items[i];
    if (!item.party) continue;
    const joinedToLast = owners.length > 0 && i > 0 && items[i - 1] === owners[owners.length - 1] && item.first > items[i - 1].last;
    if (owners.length === 0) owners.push(item);
    else if (joinedToLast) {
      owners.push(item);
      conjoined = true;
    } else if (item.party.code !== owners[0].party?.code && item.party.sort !== 'body') objects.push(item);
  }
  // "the East African Community minister" of Kenya
  if (owners.length === 1 && owners[0].party?.sort === 'org' && /^(?:minister|cabinet secretary)$/.test(headItem.nouns.office?.name ?? '') && !owners[0].suffix && words[headItem.last - 1].key !== 'ministers') objects.push(...owners.splice(0));
  const headWord = headItem.last - 1;
  const plural = (/(?:s|men|women|people)$/.test(words[headWord].key) && !/(?:ss|us|is|affairs|police|forces?|d?affaires|chief of staff|congress)$/.test(words[headWord].key)) || conjoined;
  const previousName = sameSentence(scene, k, k - 1) ? scene.nameOver[k - 1] : undefined;
  const phrase: Phrase = {
    first: k, last: headItem.last, head: headWord, headItem, cls, owners, objects,
    role: roleOf(items, 0, h), plural, article, cases: 0, suffix: headItem.suffix, former: false, end: words[headWord].end,
    possessorName: previousName && previousName.suffix === 's' ? previousName : undefined,
    possessorPronoun: article === 'poss',
  };
  phrase.former = /\b(?:former|ex|late|ousted|deposed|retired)\b/.test(phrase.role);
  if (before?.key === "'s") phrase.article = '';
  attachRight(scene, phrase);
  return phrase;
}

const DETERMINERS = new Set(['the', 'his', 'her', 'its', 'their', 'a', 'an']);
const STYLE = new Set(['republic', 'kingdom', 'state', 'commonwealth', 'sultanate', 'principality', 'federation', 'union', 'duchy', 'grand', 'federal', 'democratic', 'islamic', 'socialist', 'united', 'bolivarian', 'plurinational', 'cooperative', 'co', 'operative', 'arab', 'people', 'oriental', 'eastern', 'independent', 'hashemite']);

/** Past "Federal Republic of" before a nation's name; elsewhere where it was. */
function pastStyle(scene: Scene, from: number): number {
  const { words } = scene;
  let i = from;
  while (words[i]?.word && STYLE.has(words[i].key) && !(scene.itemAt[i]?.party && scene.itemAt[i]!.first === i)) i++;
  if (i === from || words[i]?.key !== 'of') return from;
  i++;
  if (words[i]?.key === 'the') i++;
  const item = itemNotName(scene, i);
  return item?.party && item.first === i ? i : from;
}

/** Past further fields of a ministry: "Foreign Affairs[, Regional Integration and International Cooperation]". */
function pastFields(scene: Scene, from: number): number {
  const { words } = scene;
  let last = from;
  for (let i = from; words[i] && (words[i].key === ',' || words[i].key === 'and') && sameSentence(scene, from, i + 1);) {
    i += words[i].key === ',' && words[i + 1]?.key === 'and' ? 2 : 1;
    const item = itemNotName(scene, i);
    if (!item || item.first !== i || item.party || !has(item, 'domain') || headClass(item) || words[i].cap === 0) break;
    while (i < words.length && sameSentence(scene, from, i) && itemNotName(scene, i)?.first === i && has(itemNotName(scene, i), 'domain') && !headClass(itemNotName(scene, i)!)) i = itemNotName(scene, i)!.last;
    if (itemNotName(scene, i)?.first === i && headClass(itemNotName(scene, i)!)) break;
    last = i;
  }
  return last;
}

/** "The energy ministers of Cyprus[, Greece and Israel]": further owners, where the list ends in "and". */
function pastStates(scene: Scene, phrase: Phrase): void {
  const { words } = scene, found: Item[] = [];
  let i = phrase.last, joined = false;
  while (!joined && (words[i]?.key === ',' || words[i]?.key === 'and') && sameSentence(scene, phrase.first, i + 1)) {
    joined = words[i].key === 'and' || words[i + 1]?.key === 'and';
    i += words[i].key === ',' && words[i + 1]?.key === 'and' ? 2 : 1;
    if (words[i]?.key === 'the') i++;
    const item = itemNotName(scene, i);
    if (!item || item.first !== i || (item.party?.sort !== 'name' && item.party?.sort !== 'org')) return;
    found.push(item);
    i = item.last;
  }
  if (!joined) return;
  phrase.owners.push(...found);
  phrase.last = i;
}

/** Right of the head: a name, `of ...`, `to ...`, and a name after those. */
function attachRight(scene: Scene, phrase: Phrase): void {
  const { words } = scene;
  const person = phrase.cls === 'office' || phrase.cls === 'outsider' || phrase.cls === 'counterpart' || phrase.cls === 'people' || phrase.cls === 'force';
  const takeName = (): boolean => {
    const name = nameFrom(scene, phrase.last);
    if (!name || !person || phrase.headItem.suffix === 's' || !sameSentence(scene, phrase.first, phrase.last)) return false;
    if (phrase.plural && phrase.cls !== 'office') return false;
    phrase.name = name;
    phrase.last = name.last;
    phrase.head = name.last - 1;
    return true;
  };
  if (takeName() || phrase.headItem.suffix === 's') return;
  for (let step = 0; step < 4; step++) {
    const prep = words[phrase.last];
    if (!prep || !sameSentence(scene, phrase.first, phrase.last)) return;
    if (!/^(?:of|for|to|at|in|from|on|with)$/.test(prep.key)) return;
    let i = phrase.last + 1;
    while (words[i] && DETERMINERS.has(words[i].key)) i++;
    i = pastStyle(scene, i);
    if (!sameSentence(scene, phrase.first, i)) return;
    const inner = itemNotName(scene, i);
    if (!inner || inner.first !== i) return;
    const nested = inner.party || has(inner, 'domain') || headClass(inner) ? runFrom(scene, i).items : [];
    if (nested.length === 0) return;
    const parties = nested.filter((x) => x.party);
    const of = prep.key === 'of';
    const place = prep.key === 'in' || prep.key === 'at' || prep.key === 'from';
    if (of && phrase.cls !== 'force' && phrase.cls !== 'people') {
      if (phrase.cls === 'body' && !parties.length) return;
      // "an adviser of President X" is not X
      if (phrase.cls === 'office' && !parties.length && STAFF.test(phrase.role) && nested.some((x) => has(x, 'office')) && nameFrom(scene, nested[nested.length - 1].last)) return;
      // "the Senate of Uzbekistan": whose body it is goes before whose it would be by itself.
      const bare = phrase.owners.length === 1 && phrase.owners[0].party?.sort === 'body' && parties[0]?.party?.sort === 'name';
      if (bare || phrase.owners.length === 0) phrase.owners = parties.slice(0, 1);
      else phrase.objects.push(...parties);
      const nouns = nested.filter((x) => !x.party);
      if (nouns.length) phrase.role += ` of ${nouns.map((x) => Object.values(x.nouns)[0]?.name ?? '').join(' ')}`;
      phrase.last = nested[nested.length - 1].last;
      if (nouns.length && !parties.length) phrase.last = pastFields(scene, phrase.last);
      const next = words[phrase.last];
      const and = next && (next.key === 'and') ? itemNotName(scene, phrase.last + 1) : undefined;
      if (and?.party && phrase.plural && parties.length && and.first === phrase.last + 1) {
        phrase.owners.push(and);
        phrase.last = and.last;
      } else if (phrase.plural && next?.key === ',' && parties.length === 1) pastStates(scene, phrase);
    } else if ((place || prep.key === 'of') && phrase.owners.length === 0 && parties[0] && ['capital', 'name', 'seat', 'place'].includes(parties[0].party!.sort) && (phrase.cls === 'body' || (phrase.cls === 'office' && phrase.plural))) {
      phrase.owners.push(parties[0]);
      phrase.viaPlace = true;
      phrase.last = parties[0].last;
      phrase.end = words[phrase.last - 1].end;
    } else if (parties[0] && prep.key === 'for' && phrase.owners.length === 0 && (SPEAKER.test(phrase.role) || (/^(?:ambassador|high commissioner)$/.test(phrase.role) && parties[0].party?.sort === 'name'))) {
      phrase.owners.push(parties[0]);
      phrase.last = nested[nested.length - 1].last;
    } else if (parties[0]?.party?.sort === 'adjective' && prep.key === 'to' && phrase.owners.length === 0 && /advis[eo]r|aide|assistant/.test(phrase.role) && nested.some((x) => has(x, 'office'))) {
      // "an adviser to the Ghanaian president Y": of Y's side
      phrase.owners.push(parties[0]);
      return;
    } else if (parties[0] && OBJECT_ROLE.test(phrase.role) && (phrase.cls === 'office' || phrase.cls === 'outsider') && (prep.key === 'to' || prep.key === 'for' || prep.key === 'on' || (prep.key === 'in' && /ambassador|envoy|representative|consul|attach|nuncio/.test(phrase.role)) || (prep.key === 'at' && /representative|ambassador/.test(phrase.role)))) {
      phrase.objects.push(...parties.slice(0, 1));
      phrase.last = parties[0].last;
    } else if ((prep.key === 'for' || prep.key === 'on') && phrase.cls === 'office' && nested.every((x) => !x.party && (has(x, 'domain')))) {
      phrase.last = pastFields(scene, nested[nested.length - 1].last);
    } else {
      return;
    }
    // "President of the Congo's X", but "spokesman for the union's Mutraw district"
    const possessive = words[phrase.last - 1]?.ending === 's';
    if ((possessive && prep.key === 'for') || takeName() || possessive) return;
  }
}

/** The words of a body, as they stand but for article and possessive. */
export function englishBody(scene: Scene, phrase: Phrase): string {
  return scene.doc.text.slice(scene.words[bodyStart(phrase)].start, phrase.end).replace(/\s+/g, ' ');
}

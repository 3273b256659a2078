/** Turkish: everything stands left of the head, whose suffixes say whether a name can follow. */
import type { Item } from './scan.ts';
import type { HeadClass, Phrase, Scene } from './phrase.ts';
import { bodyStart, has, headClass, itemNotName, nameFrom, sameSentence } from './phrase.ts';
import { endingOf } from './turkish.ts';

/** Whether a role is that of somebody sent to others, so that a nation in its title may be where. */
export const sentTo = (role: string): boolean => /elçi|temsilci|maslahatgüzar|konsolos|müzakereci|arabulucu|koordinatör|raportör|ataşe|komiser/.test(role);

function ending(item: Item): ReturnType<typeof endingOf> {
  return endingOf(item.suffix, item.apostrophe);
}

/** Whether an item can stand left of a head: bare, or a genitive possessor. */
function premodifier(scene: Scene, item: Item): boolean {
  const end = ending(item);
  if (item.party) return end === 'bare' ? !/^l[ae]r/.test(item.suffix) || item.suffix === '' : end === 'gen' || /^(?:n?[dt][ae]|n?[dt][ae]n)ki/.test(item.suffix);
  if (has(item, 'domain') || headClass(item)) return item.suffix === '' || end === 'gen';
  return false;
}

const FARTHEST = 4;

/** Past capitalised words the gazetteer does not list ("Hamas'ın Ulusal İlişkiler Ofisi"), where a listed one follows. */
function pastUnlisted(scene: Scene, from: number): number {
  for (let i = from; i < from + FARTHEST && sameSentence(scene, from, i); i++) {
    const item = scene.itemAt[i];
    const name = scene.nameOver[i];
    if (i > from && item && item.first === i && !name && (has(item, 'domain') || headClass(item))) return i;
    const word = scene.words[i];
    if (!word.word || word.ending || (word.cap === 0 && word.key !== 've') || (name && (name.given || name.full.length || name.short.length)) || (item?.party && (item.suffix || i === from))) return -1;
  }
  return -1;
}

function runFrom(scene: Scene, k: number, bridge: boolean): Item[] {
  const items: Item[] = [];
  let i = k;
  while (sameSentence(scene, k, i)) {
    const item = itemNotName(scene, i);
    if (!item || item.first !== i || !(item.party || has(item, 'domain') || headClass(item))) {
      const before = items[items.length - 1];
      const after = itemNotName(scene, i + 1);
      const word = scene.words[i];
      if ((word.key === 've' || word.key === 'ile') && before?.party && before.suffix === '' && after?.party && after.first === i + 1 && after.last < scene.words.length) {
        const next = itemNotName(scene, after.last);
        if (next && next.first === after.last && headClass(next) && sameSentence(scene, k, next.first)) {
          i++;
          continue;
        }
      }
      // "Dışişleri ve Diaspora Bakanı": two fields of one office.
      if (word.key === 've' && before && has(before, 'domain') && before.suffix === '' && after && after.first === i + 1 && has(after, 'domain') && after.suffix === ''
        && sameSentence(scene, k, after.last) && headClass(itemNotName(scene, after.last) ?? after)) {
        i++;
        continue;
      }
      // "Ukrayna heyeti ve Rusya Devlet Başkanı": another nation's.
      const another = word.key === 've' && before && headClass(before) && !before.party && after?.party;
      const next = bridge && !another && items.some((x) => x.party) ? pastUnlisted(scene, i) : -1;
      if (next > 0) {
        i = next;
        continue;
      }
      break;
    }
    if (has(item, 'domain') && !headClass(item) && !item.party && item.suffix !== '') break;
    items.push(item);
    if (!premodifier(scene, item)) break;
    i = item.last;
  }
  return items;
}

/** The phrase that begins at word `k`, if one does. */
export function readTurkish(scene: Scene, k: number): Phrase | undefined {
  const near = readRun(scene, k, false);
  if (!scene.itemAt[k]?.party || (near && near.cls !== 'body')) return near;
  const far = readRun(scene, k, true);
  return far?.cls === 'office' && far.name && far.owners.length ? far : near;
}

function readRun(scene: Scene, k: number, bridge: boolean): Phrase | undefined {
  const { words } = scene;
  const items = runFrom(scene, k, bridge);
  let h = -1;
  let cls: HeadClass | undefined;
  for (let i = 0; i < items.length; i++) {
    const here = headClass(items[i]);
    if (!here || (items[i].party && i === 0)) continue;
    const genitive = ending(items[i]) === 'gen';
    h = i;
    cls = here;
    if (genitive) break;
  }
  if (h < 0 || !cls) return undefined;
  const headItem = items[h];
  const owners: Item[] = [];
  const objects: Item[] = [];
  let conjoined = false;
  const role: string[] = [];
  for (let i = 0; i <= h; i++) {
    const item = items[i];
    const noun = i === h ? headItem.nouns[cls] : item.nouns.domain ?? item.nouns.office ?? item.nouns.body ?? item.nouns.outsider;
    if (noun && !item.party) role.push(noun.name);
    if (!item.party || i === h) continue;
    const joined = owners.length > 0 && items[i - 1] === owners[owners.length - 1] && item.first > items[i - 1].last;
    if (owners.length === 0) owners.push(item);
    else if (joined) {
      owners.push(item);
      conjoined = true;
    } else objects.push(item);
  }
  if ((cls === 'people' || cls === 'force') && owners.length === 0 && !scene.nameAt.has(headItem.last)) return undefined;
  const roleText = role.join(' ');
  if (objects.length && !sentTo(roleText) && owners[0] && ending(owners[0]) === 'bare') {
    objects.splice(0);
  }
  const headWord = headItem.last - 1;
  const previousName = sameSentence(scene, k, k - 1) ? scene.nameOver[k - 1] : undefined;
  const named = headItem.nouns[cls]?.name ?? '';
  const phrase: Phrase = {
    first: k, last: headItem.last, head: headWord, headItem, cls, owners, objects, role: roleText,
    plural: conjoined || /l[ae]r/.test(headItem.suffix) || /l[ae]r(?:[ıi])?$/.test(named), article: '', cases: 0, suffix: headItem.suffix,
    former: /(?:^| )(?:eski|devrik|emekli|merhum)(?: |$)/.test(roleText), end: stemEnd(scene, headItem, named),
    possessorName: previousName && endingOf(previousName.suffix, true) === 'gen' ? previousName : undefined,
    possessorPronoun: cls === 'counterpart',
  };
  const name = nameFrom(scene, phrase.last);
  const bare = ending(headItem) === 'bare' && !words[headWord].ending;
  const person = cls === 'office' || cls === 'outsider' || cls === 'counterpart' || cls === 'people' || (cls === 'force' && !phrase.plural);
  if (name && bare && person && sameSentence(scene, k, phrase.last) && !(phrase.plural && cls !== 'office')) {
    phrase.name = name;
    phrase.last = name.last;
    phrase.head = name.last - 1;
  }
  return phrase;
}

/** Where the head noun's dictionary form ends in the text. */
function stemEnd(scene: Scene, item: Item, named: string): number {
  const word = scene.words[item.last - 1];
  const base = named.split(/[\s]/).at(-1) ?? '';
  return word.ending ? word.end : word.form.length > base.length && item.suffix ? word.start + Math.max(2, word.form.length - item.suffix.length) : word.end;
}

/** The words of a body without the case of the last one. */
export function turkishBody(scene: Scene, phrase: Phrase): string {
  return scene.doc.text.slice(scene.words[bodyStart(phrase)].start, phrase.end).replace(/\s+/g, ' ');
}

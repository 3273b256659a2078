/** Russian: adjectives of nation before the head, genitives after it, then a name. */
import { agree, DAT, GEN, genderOf, INS, NOM, PRP, ACC } from './russian.ts';
import type { Item } from './scan.ts';
import type { HeadClass, Phrase, Scene } from './phrase.ts';
import { has, headClass, itemNotName, nameFrom, sameSentence } from './phrase.ts';

const OBJECT_ROLE = /посол|послы|посланник|представител|постпред|поверенный|консул|атташе|переговорщик|посредник|полпред|советник|координатор|комиссар|докладчик|нунций|уполномоченн/;
/** Titles that are participles, and govern the instrumental: "командующий Российским контингентом". */
const GOVERNING = /^(?:командующ|заведующ|управляющ|руководящ|председательствующ)/;

function isAdjective(item: Item | undefined): boolean {
  return item?.party !== undefined && item.party.sort === 'adjective';
}

function premodifier(item: Item): boolean {
  return isAdjective(item) || (has(item, 'domain') && !headClass(item));
}

/** Right of the head: domain words, bodies and parties in the genitive, places after `в` or `по`. */
function extend(scene: Scene, phrase: Phrase): void {
  const { words } = scene;
  let i = phrase.last;
  for (let step = 0; step < 8 && sameSentence(scene, phrase.first, i); step++) {
    const name = scene.nameOver[i];
    const item = itemNotName(scene, i);
    if (name) {
      if (name.first === i && name.full.length + name.short.length > 0 && name.cases & GEN && !(name.cases & NOM) && !phrase.possessorName && phrase.owners.length === 0
        && !(phrase.cases & GEN) && scene.nameAt.has(name.last)) {
        phrase.possessorName = name;
        i = name.last;
        phrase.last = i;
        continue;
      }
      break;
    }
    const word = words[i];
    if (item && item.first === i) {
      if (item.party && !isAdjective(item)) {
        if (!(item.cases & GEN)) break;
        // "комитета по делам СНГ": what it is about, not whose it is.
        if (phrase.owners.length === 0 && !/^(?:делам|вопросам|проблемам)$/.test(words[i - 1].key)) phrase.owners.push(item);
        else phrase.objects.push(item);
        i = item.last;
        phrase.last = i;
        const and = words[i]?.key === 'и' ? itemNotName(scene, i + 1) : undefined;
        if (phrase.plural && and?.party && and.first === i + 1 && and.cases & GEN && sameSentence(scene, i, i + 1)) {
          phrase.owners.push(and);
          i = and.last;
          phrase.last = i;
        }
        continue;
      }
      if (isAdjective(item) && item.cases & GEN && words[item.last] && !scene.nameOver[item.last]) {
        const after = itemNotName(scene, item.last);
        if (after && headClass(after) && after.cases & GEN) {
          if (phrase.owners.length === 0) phrase.owners.push(item);
          i = item.last;
          continue;
        }
        break;
      }
      if (isAdjective(item) && item.cases & INS && GOVERNING.test(phrase.role) && phrase.owners.length === 0) {
        phrase.owners.push(item);
        i = item.last;
        while (words[i]?.word && words[i].cap === 0 && sameSentence(scene, phrase.first, i) && /(?:ым|им|ой|ей|ом|ем|ью)$/.test(words[i].key)) i++;
        phrase.last = i;
        continue;
      }
      const noun = item.nouns.domain ?? item.nouns.body ?? item.nouns.office;
      if (noun && item.cases & (GEN | NOM) && (has(item, 'domain') || item.cases & GEN)) {
        const lower = words[i].key;
        if (phrase.cls === 'body' && !has(item, 'domain') && !(item.cases & GEN)) break;
        if (has(item, 'office') && !has(item, 'domain') && scene.nameAt.has(item.last) && phrase.cases === item.cases) break;
        phrase.role += ` ${noun.name === lower ? lower : words.slice(item.first, item.last).map((w) => w.key).join(' ')}`;
        i = item.last;
        phrase.last = i;
        if (!(has(item, 'domain'))) phrase.end = words[i - 1].end;
        continue;
      }
      break;
    }
    if (!word?.word) break;
    if (/^(?:в|во|по|при|на|из)$/.test(word.key) && (phrase.cls === 'office')) {
      let j = i + 1;
      while (itemNotName(scene, j) && premodifier(itemNotName(scene, j)!) && !isAdjective(itemNotName(scene, j))) j = itemNotName(scene, j)!.last;
      const object = itemNotName(scene, j);
      if (object?.party && object.first === j && !isAdjective(object) && OBJECT_ROLE.test(phrase.role)) {
        phrase.objects.push(object);
        i = object.last;
        phrase.last = i;
        continue;
      }
    }
    break;
  }
}

/** The phrase that begins at word `k`, if one does. */
export function readRussian(scene: Scene, k: number): Phrase | undefined {
  const { words } = scene;
  const owners: Item[] = [];
  const role: string[] = [];
  let i = k;
  let headItem: Item | undefined;
  let conjoined = false;
  while (sameSentence(scene, k, i)) {
    const item = itemNotName(scene, i);
    if (!item || item.first !== i) {
      const after = itemNotName(scene, i + 1);
      if (words[i].key === 'и' && owners.length === 1 && after && isAdjective(after) && after.first === i + 1) {
        i++;
        conjoined = true;
        continue;
      }
      return undefined;
    }
    const cls = headClass(item);
    if (cls && !isAdjective(item)) {
      const next = itemNotName(scene, item.last);
      const adjectival = has(item, 'domain') && next && next.first === item.last && (headClass(next) || (premodifier(next) && !has(next, 'people')));
      if (!(adjectival && (item.cases & next.cases) !== 0 && /(?:ый|ий|ой)$/.test(item.nouns.domain!.name))) {
        headItem = item;
        break;
      }
    } else if (!premodifier(item)) {
      return undefined;
    }
    if (isAdjective(item)) owners.push(item);
    else if (item.nouns.domain) role.push(item.nouns.domain.name);
    i = item.last;
  }
  if (!headItem) return undefined;
  const cls: HeadClass = headClass(headItem)!;
  const noun = headItem.nouns[cls]!;
  const phrase: Phrase = {
    first: k, last: headItem.last, head: headItem.first, headItem, cls, owners, objects: [],
    role: [...role, noun.name].join(' '), plural: headItem.plural || conjoined, article: '', cases: headItem.cases, suffix: '',
    former: /(?:^| )(?:бывший|отставной|покойный|свергнутый|экс)(?:$| |-)|^экс-/.test([...role, noun.name].join(' ')), end: words[headItem.last - 1].end,
    possessorPronoun: cls === 'counterpart',
  };
  const multi = headItem.last - headItem.first;
  if (multi > 1 && /^(?:глав|военны|вооруженн|верховн|специальн|государственн|генеральн|официальн|внешнеполитическ)/.test(noun.name)) phrase.head = headItem.first + (/^глав[аы] /.test(noun.name) ? 0 : /^(?:официальн|специальн|государственн|генеральн|верховн|вооруженн|военны|внешнеполитическ)/.test(noun.name) ? 1 : 0);
  extend(scene, phrase);
  if ((cls === 'people' || cls === 'force') && phrase.owners.length === 0 && !scene.nameAt.has(phrase.last)) return undefined;
  const name = nameFrom(scene, phrase.last);
  const person = cls === 'office' || cls === 'outsider' || cls === 'counterpart' || cls === 'people' || cls === 'force';
  // "переговоры с главой МИД Германии Лавров проведет": a known name in another case is not the title's.
  const fits = !name || !phrase.cases || !name.cases || (name.cases & phrase.cases) !== 0;
  if (name && fits && person && sameSentence(scene, k, phrase.last) && !(phrase.plural && cls !== 'office')) {
    phrase.name = name;
    phrase.last = name.last;
  }
  return phrase;
}

const SHARED: readonly number[] = [INS, DAT, PRP, GEN, ACC];

/** The one case a phrase stands in as far as its head says; 0 where it is nominative or not told. */
export function obliqueOf(phrase: Phrase): number {
  if (phrase.cases & NOM) return 0;
  let bits = 0;
  for (const c of SHARED) if (phrase.cases & c) bits |= c;
  return bits;
}

/** The words of a body with head and adjectives put in the nominative; genitives after the head stay. */
export function russianBody(scene: Scene, phrase: Phrase): string {
  const { words, doc } = scene;
  const noun = phrase.headItem.nouns[phrase.cls]!.name;
  const last = phrase.last - 1;
  const tail = doc.text.slice(words[phrase.headItem.last - 1].end, words[last].end);
  if (phrase.cases & NOM && !(phrase.cases === 63 && phrase.first < phrase.headItem.first)) {
    return doc.text.slice(words[phrase.first].start, words[last].end).replace(/\s+/g, ' ');
  }
  const gender = genderOf(noun.split(' ').at(phrase.headItem.last - phrase.headItem.first > 1 ? 0 : -1) ?? noun);
  const out: string[] = [];
  for (let i = phrase.first; i < phrase.headItem.first;) {
    const item = scene.itemAt[i];
    const base = item?.party?.name ?? item?.nouns.domain?.name;
    const form = doc.text.slice(words[i].start, words[i].end);
    const to = base && /(?:ый|ий|ой)$/.test(base) ? agree(base, gender) : form;
    out.push(form.charAt(0) === form.charAt(0).toUpperCase() ? to.charAt(0).toUpperCase() + to.slice(1) : to);
    i = item ? item.last : i + 1;
  }
  const form = words[phrase.headItem.first].form;
  const head = form === form.toUpperCase() && form.length > 1 ? noun.toUpperCase() : form.charAt(0) === form.charAt(0).toUpperCase() ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun;
  out.push(head + tail);
  return out.join(' ').replace(/\s+/g, ' ');
}

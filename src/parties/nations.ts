/** Whose a title or a name is, where the nation does not stand in the title itself: beside it, behind it, or shared out. */
import type { PartyCode } from '../story/facts.ts';
import type { NameSpan } from './names.ts';
import { addressAt } from './names.ts';
import type { Phrase, Scene } from './phrase.ts';
import { nameFrom } from './phrase.ts';
import { sentTo } from './phrase-tr.ts';
import { endingOf } from './turkish.ts';

/** "Kosovo's deputy prime minister and foreign minister X": the second title is held for whom the first is. */
export function linkTitles(phrases: readonly Phrase[], scene: Scene): void {
  const { words, doc } = scene;
  for (let i = 1; i < phrases.length; i++) {
    const phrase = phrases[i];
    const before = phrases[i - 1];
    // "director of communications at the Office of the President of Somalia"
    if (doc.lang === 'en' && before.cls === 'office' && before.owners.length === 0 && !before.name && phrase.owners.length === 1 && !phrase.name && (phrase.cls === 'body' || phrase.cls === 'office')
      && words[before.first].sentence === words[phrase.first].sentence && /^(?:at|of|in) (?:the )?$/.test(doc.text.slice(words[before.last]?.start ?? 0, words[phrase.first].start).replace(/\s+/g, ' '))) before.owners.push(phrase.owners[0]);
    if (phrase.owners.length || before.owners.length !== 1 || before.name || before.plural || phrase.cls !== 'office' || (before.cls !== 'office' && before.cls !== 'body')) continue;
    if (words[before.first].sentence !== words[phrase.first].sentence || phrase.first <= before.last || phrase.first > before.last + (doc.lang === 'en' ? 3 : 2)) continue;
    const comma = doc.lang === 'ru' && (before.cases & phrase.cases) !== 0;
    let joined = true;
    for (let k = before.last; k < phrase.first; k++) joined &&= words[k].key === ',' ? comma : /^(?:and|ve|и)$/.test(words[k].key) || (words[k].key === 'the' && k > before.last);
    if (joined && !before.headItem.suffix) phrase.owners.push(before.owners[0]);
  }
}

/** What stands before a plural title behind its names: "X and Y, the two top commanders". */
const LEADING = new Set(['the', 'both', 'two', 'three', 'four', 'all', 'most', 'respective']);

/** The names a plural title leads up to: "ministers X, Y and Z". */
export function namesAfter(scene: Scene, phrase: Phrase): NameSpan[] {
  const { words } = scene;
  const found: NameSpan[] = phrase.name ? [phrase.name] : [];
  let i = phrase.last;
  if (!phrase.name && words[i] && !words[i].word) i++;
  for (;;) {
    const name = nameFrom(scene, i);
    if (!name || words[name.first].sentence !== words[phrase.first].sentence) {
      const joint = words[i]?.key;
      if (found.length === 0 || (joint !== ',' && joint !== 'and' && joint !== 've' && joint !== 'и')) break;
      // ", and Z"
      if (joint === ',' && words[i + 1]?.key === 'and') i++;
      if (!nameFrom(scene, i + 1)) break;
      i++;
      continue;
    }
    found.push(name);
    i = name.last;
  }
  return found;
}

/** "The foreign ministers of Russia and Azerbaijan, X and Y": one nation for each of as many names; "EU envoys X and Y": one for all. */
export function shareOut(scene: Scene, phrase: Phrase, lent: Map<NameSpan, PartyCode>, titles: ReadonlyMap<NameSpan, Phrase[]>): void {
  const { words } = scene;
  if (!phrase.plural || phrase.owners.length < 1 || phrase.cls !== 'office') return;
  const found = namesAfter(scene, phrase);
  if (!found.length && phrase.owners.length === 1 && !phrase.viaPlace) {
    // "X and Y, the American commanders"
    let k = phrase.first - 1;
    while (LEADING.has(words[k]?.key ?? '')) k--;
    while (words[k] && !words[k].word && words[k].key === ',' || words[k]?.key === 'and') {
      const name = scene.nameOver[k - 1];
      if (!name || words[name.first].sentence !== words[phrase.first].sentence) break;
      if (!lent.has(name) && !titles.get(name)?.some((p) => p.owners.length)) lent.set(name, phrase.owners[0].party!.code);
      k = Math.min(name.first, ...(titles.get(name) ?? []).map((p) => p.first)) - 1;
      while (words[k]?.key === '.' || words[k]?.cap === 1 && !scene.nameOver[k] && words[k].sentence === words[phrase.first].sentence && addressAt(words, k) > 0) k--;
    }
  }
  if (phrase.owners.length === 1) for (const name of found) if (name === phrase.name || !titles.has(name)) lent.set(name, phrase.owners[0].party!.code);
  if (phrase.owners.length > 1 && found.length === phrase.owners.length) found.forEach((name, k) => lent.set(name, phrase.owners[k].party!.code));
}

/** "Türk heyetinin Başbakan X ile görüşeceğini" has a title that is not possessed. */
const POSSESSED = /[ıiuü]$/;

/** Whether the nation in a title may be the post and not whose it is: that of an envoy, by name ("Ukrayna Özel Temsilcisi"), and no "Amerikalı". */
const isPosted = (phrase: Phrase): boolean => sentTo(phrase.role) && phrase.owners.every((o) => o.party?.sort !== 'adjective' && o.party?.sort !== 'people');

/**
 * "ABD Başkanı'nın Ukrayna Özel Temsilcisi": the possessor's nation is the owner, the nation inside is the post. In Turkish the
 * genitive is as often the subject of a clause, so that "Belarus liderinin Litvanya Başbakanı ile görüştüğü" has two owners.
 */
export function linkPossessors(phrases: readonly Phrase[], scene: Scene): void {
  const turkish = scene.doc.lang === 'tr';
  for (let i = 0; i < phrases.length; i++) {
    const phrase = phrases[i];
    const before = phrases[i - 1];
    const own = turkish && phrase.owners.length > 0 && !isPosted(phrase);
    if (phrase.possessorName && phrase.possessorName.last === phrase.first && phrase.owners.length && phrase.cls !== 'body' && !own) {
      phrase.objects.push(...phrase.owners.splice(0));
    }
    if (turkish && !own && before && before.last === phrase.first && before.owners.length && POSSESSED.test(scene.words[phrase.headItem.last - 1].key)
      && endingOf(before.suffix || scene.words[before.last - 1].ending, true) === 'gen') {
      phrase.objects.push(...phrase.owners);
      phrase.owners = [...before.owners];
    }
  }
}

/**
 * Names without a title right after a nation or body of a nation: "послов Индии X, Германии Y", "директор департамента
 * МИД РФ Z". An office earlier in the sentence must be there to belong to.
 */
export function nationsBefore(scene: Scene, phrases: readonly Phrase[], titles: ReadonlyMap<NameSpan, Phrase[]>): Map<NameSpan, PartyCode> {
  const out = new Map<NameSpan, PartyCode>();
  for (const name of scene.nameAt.values()) {
    const item = scene.itemAt[name.first - 1];
    const code = item?.party?.code;
    if (titles.has(name) || !item || item.last !== name.first || !code || item.party?.sort === 'adjective' || item.party?.sort === 'people' || item.party?.sort === 'place') continue;
    const { sentence } = scene.words[name.first];
    // "ambassadors of Saudi Arabia X, Qatar Y, and Oman Z"
    if (scene.doc.lang === 'en' && (!/^(?:,|and|of)$/.test(scene.words[item.first - 1]?.key ?? '') || item.suffix || !phrases.some((p) => p.plural && p.cls === 'office' && p.first < item.first && scene.words[p.first].sentence === sentence))) continue;
    // "постпред США при ООН X", "посол в США X": where the post is, not whose.
    if (/^(?:при|в|во|на|с|со|по)$/.test(scene.words[item.first - 1]?.key ?? '')) continue;
    if (phrases.some((p) => p.cls === 'office' && p.first < item.first && scene.words[p.first].sentence === sentence)) out.set(name, code);
  }
  return out;
}

export const LISTING = new Set([',', ';', 'and', 'with', 've', 'ile', 'и', 'his', 'her', 'its', 'the', 'также', 'а', '(', ')', '.', 'rtd', 'retd', 'ret', 'res']);

/** "Ambassador X represents Switzerland", "Malaysia is represented by its ambassador, X": the nation that an official stands for. */
export function representedBy(scene: Scene, phrases: readonly Phrase[], name: NameSpan, titles: readonly Phrase[]): PartyCode | undefined {
  const { words } = scene, state = (i: number): PartyCode | undefined => {
    const item = scene.nameOver[i] ? undefined : scene.itemAt[i];
    return item?.party?.sort === 'name' ? item.party.code : undefined;
  };
  if (/^represent(?:s|ed|ing)?$/.test(words[name.last]?.key ?? '')) {
    const at = words[name.last + 1]?.key === 'the' ? name.last + 2 : name.last + 1;
    return scene.itemAt[at]?.first === at ? state(at) : undefined;
  }
  // "Colonel X, who headed the Vietnamese delegation"
  if (words[name.last]?.key === ',' && words[name.last + 1]?.key === 'who' && /^(?:head(?:s|ed)|leads|led|represent(?:s|ed)|chair(?:s|ed))$/.test(words[name.last + 2]?.key ?? '')) {
    const at = words[name.last + 3]?.key === 'the' ? name.last + 4 : name.last + 3, item = scene.nameOver[at] ? undefined : scene.itemAt[at];
    if (item?.first === at && item.party && item.party.sort !== 'place') return item.party.code;
  }
  let k = Math.min(name.first, ...titles.map((p) => p.first)) - 1;
  // "The Swedish delegation was led by X"
  if (words[k]?.key === 'by' && /^(?:led|headed|chaired)$/.test(words[k - 1]?.key ?? '')) {
    const team = phrases.findLast((p) => p.first < k && words[p.first].sentence === words[name.first].sentence && /delegation|team|mission|side/.test(p.role));
    if (team && team.owners.length === 1) return team.owners[0]?.party?.code;
  }
  if (words[k]?.key === 'the' || words[k]?.key === 'its') k--;
  if (words[k]?.key !== 'by' || words[k - 1]?.key !== 'represented') return undefined;
  k -= 2;
  if (/^(?:is|was|are|were)$/.test(words[k]?.key ?? '')) k--;
  return state(k);
}

/** "Zambia: Hon. Minister X", "France: Y": the nation that opens an entry of a list, before the name or its title. */
export function entryOf(scene: Scene, name: NameSpan, titles: readonly Phrase[]): PartyCode | undefined {
  const { words } = scene;
  let k = Math.min(name.first, ...titles.map((p) => p.first)) - 1;
  for (let step = 0; step < 8 && words[k] && (words[k].cap > 0 || words[k].key === '.') && !scene.itemAt[k]?.party; step++) k--;
  if (words[k]?.key === ')' && words[k - 2]?.key === '(') k -= 3;
  if (words[k]?.key !== ':' && !(words[k]?.key === ')' && words[k - 2]?.key === '(')) return undefined;
  k--;
  if (words[k]?.key === ')' && words[k - 2]?.key === '(') k -= 3;
  const item = scene.itemAt[k];
  if (!item || item.last !== k + 1 || item.party?.sort !== 'name' || scene.nameOver[k]) return undefined;
  const before = words[item.first - 1];
  return !before || before.sentence !== words[item.first].sentence || !before.word ? item.party.code : undefined;
}

/** The nation right behind a name: "Bernard Fassier (France)"; among officials also "Ali Nazari of Iran". */
export function nationAfter(scene: Scene, phrases: readonly Phrase[], name: NameSpan, titled: boolean): PartyCode | undefined {
  const { words, doc } = scene;
  const mark = words[name.last]?.key;
  if (name.suffix || (mark !== '(' && !(mark === 'of' && doc.lang === 'en')) || words[name.last].sentence !== words[name.first].sentence) return undefined;
  let i = name.last + 1;
  if (words[i]?.key === 'the') i++;
  // "Minister X of the new Unity Government of Libya"
  const body = mark === 'of' && titled ? phrases.find((p) => p.first === i && p.cls === 'body' && p.owners.length === 1) : undefined;
  if (body) return body.owners[0]?.party?.code;
  const item = scene.nameOver[i] ? undefined : scene.itemAt[i];
  const sort = item?.first === i ? item.party?.sort : undefined;
  if (!item || !sort || (sort !== 'name' && sort !== 'org' && sort !== 'group')) return undefined;
  if (mark === '(') return words[item.last]?.key === ')' ? item.party!.code : undefined;
  const { sentence } = words[name.first];
  const among = titled || name.full.length > 0 || (name.keys.length > 1 && (name.given || phrases.some((p) => p.cls === 'office' && p.first < name.first && words[p.first].sentence === sentence)));
  return among && sort === 'name' ? item.party!.code : undefined;
}

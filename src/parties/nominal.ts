/** Descriptions that lean on what was said before: "both sides", "the kingdom", "ülke", "движение". */
import type { PartyCode } from '../story/facts.ts';
import { isIsland, isKingdom } from './codes.ts';
import type { Reader, Reading } from './reader.ts';
import type { Item } from './scan.ts';

const LEADERS = /leader|president|minister|men\b|women|duo|pair|premier|diplomat|official|lider|başkan|bakan|ikili|isim|yetkili|лидер|президент|министр|премьер|политик|дипломат|глав/;

/** The nations right before a noun: "Alman bakanlar", "Rus ve Türk liderler". */
function nationsOf({ scene }: Reader, item: Item): PartyCode[] {
  const codes: PartyCode[] = [];
  for (let at = item.first; ;) {
    const before = scene.itemAt[at - 1], party = before?.last === at && before.suffix === '' ? before.party : undefined;
    if (!before || !party || party.sort === 'place' || scene.words[before.first].sentence !== scene.words[item.first].sentence) return codes;
    codes.unshift(party.code);
    at = /^(?:ve|ile)$/.test(scene.words[before.first - 1]?.key ?? '') ? before.first - 1 : before.first;
  }
}

function group(reader: Reader, item: Item, size: number): Reading | undefined {
  const named = reader.scene.doc.lang === 'tr' ? nationsOf(reader, item) : [];
  if (named.length) return { kind: named.length > 1 ? 'group' : 'office', codes: named, confidence: 0.8, plural: true };
  const sentence = reader.scene.words[item.first].sentence;
  const entry = item.nouns.pair ?? item.nouns.trio!, { lexicon } = reader.scene;
  const people = LEADERS.test(entry.name);
  const codes = reader.salience.company(
    size, sentence,
    (t, c) => !t.outsider && t.kind !== 'place' && (people ? lexicon.kindOf(c) === 'state' || t.entity !== undefined : true) && !(lexicon.kindOf(c) === 'bloc'),
    (t) => (people && t.entity ? 1.5 : 1),
  );
  if (codes.length < 2) return undefined;
  const entities = people ? codes.map((c) => reader.salience.lastPerson(c, sentence)) : undefined;
  return { kind: 'group', codes, entities, confidence: codes.length === size ? 0.7 : 0.4, plural: true };
}

function last(reader: Reader, item: Item, fits: (code: PartyCode) => boolean): PartyCode | undefined {
  const sentence = reader.scene.words[item.first].sentence;
  return reader.salience.ranked(sentence, (t, c) => !t.outsider && t.kind !== 'place' && fits(c))[0];
}

const DEFINITE = new Set(['the', 'both', 'these', 'those']);

/** English: "the two" means a company where an article stands before it and no noun behind it ("two days", "two of them"). */
function isDefinite(reader: Reader, item: Item): boolean {
  const { words, doc } = reader.scene;
  const name = (item.nouns.pair ?? item.nouns.trio)?.name ?? '';
  if (doc.lang !== 'en' || !name.startsWith('the ')) return true;
  const before = words[item.first - 1];
  if (!before || !DEFINITE.has(doc.tokens[before.token].lower)) return false;
  const after = name === 'the two' ? words[item.last] : undefined;
  return !after || !/^(?:NOUN|ADJ|NUM|PROPN)$/.test(doc.tokens[after.token].upos) || after.sentence !== words[item.first].sentence;
}

/** Whether a bare noun of this sort can point back at all here: with an article in English, in any place elsewhere. */
export function resolveNominal(reader: Reader, item: Item): Reading | undefined {
  const { nouns } = item, { lexicon } = reader.scene;
  if ((nouns.pair || nouns.trio) && !isDefinite(reader, item)) return undefined;
  if (nouns.pair) return group(reader, item, 2);
  if (nouns.trio) return group(reader, item, 3);
  let code: PartyCode | undefined;
  let confidence = 0.5;
  if (nouns.country) {
    code = last(reader, item, (c) => lexicon.kindOf(c) === 'state');
    confidence = 0.45;
  } else if (nouns.kingdom) code = last(reader, item, isKingdom);
  else if (nouns.island) code = last(reader, item, isIsland);
  else if (nouns.republic) code = last(reader, item, (c) => lexicon.kindOf(c) === 'state');
  else if (nouns.movement || nouns.orgword) code = last(reader, item, (c) => lexicon.kindOf(c) === (nouns.movement ? 'group' : 'org')) ?? (nouns.movement && nouns.orgword ? last(reader, item, (c) => lexicon.kindOf(c) === 'org') : undefined);
  else if (nouns.alliance || nouns.bloc) code = last(reader, item, (c) => lexicon.kindOf(c) === 'org');
  else return undefined;
  return code ? { kind: 'office', codes: [code], confidence } : undefined;
}

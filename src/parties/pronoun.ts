/** Personal and possessive pronouns. */
import type { Reader, Reading } from './reader.ts';
import type { Trace } from './salience.ts';
import type { Item } from './scan.ts';

function isSubject(reader: Reader, item: Item): boolean {
  return /^nsubj/.test(reader.scene.doc.tokens[reader.scene.words[item.first].token].deprel);
}

function someone(reader: Reader, item: Item, sex: 'm' | 'f' | undefined): Reading | undefined {
  const word = reader.scene.words[item.first];
  const options: Trace[] = [];
  for (const t of reader.salience.back(word.sentence, 2)) {
    if (!t.entity) continue;
    if (sex && t.entity.sex && t.entity.sex !== sex) continue;
    options.push(t);
  }
  if (options.length === 0) return undefined;
  const here = options.filter((t) => t.sentence === word.sentence);
  const before = options.filter((t) => t.sentence < word.sentence);
  const nearest = before.length ? before[0].sentence : -1;
  const previous = before.filter((t) => t.sentence === nearest);
  const subjectOf = (list: Trace[]): Trace | undefined => list.find((t) => t.subject) ?? list[list.length - 1];
  let pick: Trace | undefined;
  if (here.length) {
    const object = /^(?:him|her|onu|ona|его|ему|ей|ее|им|ним)$/.test(word.key) && !isSubject(reader, item) && reader.scene.doc.tokens[word.token].deprel !== 'nmod:poss';
    const others = object ? here.filter((t) => t !== subjectOf(here)) : here;
    pick = object ? subjectOf(previous) ?? others[0] : subjectOf(here);
    if (object && previous.length === 0) pick = others[0];
  } else {
    pick = subjectOf(previous);
  }
  if (!pick?.entity) return undefined;
  const entity = pick.entity;
  return { kind: 'pronoun', codes: [entity.country ?? 'UNKNOWN'], entity, confidence: options.length === 1 ? 0.75 : 0.6, outsider: entity.outsider || undefined };
}

function something(reader: Reader, item: Item, plural: boolean): Reading | undefined {
  const word = reader.scene.words[item.first];
  let best: Trace | undefined;
  let top = 0;
  for (const t of reader.salience.back(word.sentence, 1)) {
    if (t.outsider || t.kind === 'adjective' || (t.entity && !plural)) continue;
    if (plural && !t.plural && t.kind !== 'group' && t.entity) continue;
    const score = (t.subject ? 1.5 : 1) * (plural && (t.plural || t.kind === 'group') ? 2 : 1) * (t.sentence === word.sentence ? 1.2 : 1) * t.weight;
    if (score > top) {
      top = score;
      best = t;
    }
  }
  if (!best || best.codes.length === 0) return undefined;
  return { kind: 'pronoun', codes: [...best.codes], confidence: 0.5, plural };
}

/** Resolves a pronoun, or nothing where no antecedent fits. */
export function resolvePronoun(reader: Reader, item: Item): Reading | undefined {
  const { nouns } = item;
  const { lang } = reader.scene.doc;
  const key = reader.scene.words[item.first].key;
  const token = reader.scene.doc.tokens[reader.scene.words[item.first].token];
  if (lang === 'tr') {
    if (key === 'o' && token.upos !== 'PRON' && reader.scene.words[item.last]?.word) return undefined;
    if (key === 'kendi') return undefined;
    if (nouns.he) return someone(reader, item, undefined) ?? something(reader, item, false);
    if (nouns.they) return something(reader, item, true);
    return undefined;
  }
  if (nouns.he && nouns.they) return someone(reader, item, 'm') ?? something(reader, item, true);
  if (nouns.he) return someone(reader, item, 'm') ?? (lang === 'ru' ? something(reader, item, false) : undefined);
  if (nouns.she) return someone(reader, item, 'f') ?? (lang === 'ru' ? something(reader, item, false) : undefined);
  if (nouns.it) return something(reader, item, false);
  if (nouns.they) return something(reader, item, true);
  return undefined;
}

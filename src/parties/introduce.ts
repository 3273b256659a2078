/** Who the names of a text are: known people, and unknown ones told by title, apposition, speech or repetition. */
import type { PartyCode, PersonRecord } from '../story/facts.ts';
import type { ResolveContext } from './mention.ts';
import { People } from './entities.ts';
import type { Entity } from './entities.ts';
import type { NameSpan } from './names.ts';
import { restoreName } from './nominative.ts';
import type { Phrase, Scene } from './phrase.ts';
import { isState } from './codes.ts';
import { obliqueOf } from './phrase-ru.ts';
import type { Person } from './people.ts';
import { officeOn, serves } from './people.ts';
import { transliterate } from './transliterate.ts';
import { endingOf } from './turkish.ts';
import { plainLatin } from './fold.ts';
import { splitWords } from './words.ts';
import { roleInEnglish } from './role-english.ts';

export interface Found {
  people: People;
  entityOf: Map<NameSpan, Entity>;
  /** The name an appositive phrase describes. */
  appositive: Map<Phrase, NameSpan>;
  /** State a word's surroundings are about, for titles without a nation. */
  context(word: number): PartyCode | undefined;
  records(): PersonRecord[];
}

const SPEECH_EN = /^(?:said|says|told|added|adds|noted|warned|argued|argues|explained|explains|believes|thinks|wrote|writes|reckons|predicts|predicted|asked|replied|insisted|insists|recalled|stressed|claimed|observes|suggested|notes|concludes|called|met|announced|stated|denied|urged|accused)$/;
const SPEECH_RU = /^(?:сказал|заявил|отметил|подчеркнул|считает|полагает|объясн|поясн|добавил|уточн|сообщил|написал|напомнил|призвал|обвинил|говорит|рассказ|прогнозир|предупред|признал|утвержда|убежд|уверен|думает|пишет|назвал|отверг|опроверг|ответил|заключ|резюм|подытож|рассужд|замеч|замет|встрет|провел|прибыл|потребовал)/;
const SPEECH_TR = /^(?:dedi|diyen|diye|söyle|belirt|vurgula|kaydet|açıkla|ifade|aktar|savun|uyar|anlat|değerlendir|öne|dile|konuş|yanıtla|ekle)/;

/** Words about where the action is: nation names by word index, datelines by paragraph. */
class Surroundings {
  private readonly marks: { word: number; paragraph: number; code: PartyCode; weight: number }[] = [];
  private readonly datelines = new Map<number, PartyCode>();
  private readonly usual: PartyCode | undefined;
  private readonly scene: Scene;

  constructor(scene: Scene, phrases: readonly Phrase[]) {
    this.scene = scene;
    const owners = new Set(phrases.flatMap((p) => p.owners));
    const counts = new Map<PartyCode, number>();
    for (const item of scene.items) {
      const { party } = item;
      if (!party || !isState(party.code) || scene.nameOver[item.first]) continue;
      const word = scene.words[item.first];
      const paragraph = scene.doc.sentences[word.sentence]?.paragraph ?? 0;
      const opens = word.opens && word.sentence === this.firstSentence(paragraph);
      const next = scene.words[item.last];
      if (opens && (party.sort === 'capital' || party.sort === 'place') && word.cap === 2 && next && !next.word) this.datelines.set(paragraph, party.code);
      this.marks.push({ word: item.first, paragraph, code: party.code, weight: owners.has(item) ? 2 : party.sort === 'place' ? 0.4 : 1 });
      counts.set(party.code, (counts.get(party.code) ?? 0) + 1);
    }
    this.usual = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  }

  private firstSentence(paragraph: number): number {
    return this.scene.doc.sentences.findIndex((s) => s.paragraph === paragraph);
  }

  at(word: number): PartyCode | undefined {
    const sentence = this.scene.words[Math.min(word, this.scene.words.length - 1)]?.sentence ?? 0;
    const paragraph = this.scene.doc.sentences[sentence]?.paragraph ?? 0;
    const dateline = this.datelines.get(paragraph);
    if (dateline) return dateline;
    const scores = new Map<PartyCode, number>();
    for (const m of this.marks) {
      if (m.word >= word || m.paragraph !== paragraph) continue;
      const away = sentence - this.scene.words[m.word].sentence;
      scores.set(m.code, (scores.get(m.code) ?? 0) + m.weight / (1 + away));
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    return best?.[0] ?? this.usual;
  }
}

/** "X, the head of Y," and "the Serbian foreign minister, X,": which phrase describes which name. */
function findAppositions(scene: Scene, phrases: readonly Phrase[]): Map<Phrase, NameSpan> {
  const out = new Map<Phrase, NameSpan>();
  const { words } = scene;
  const lang = scene.doc.lang;
  for (const phrase of phrases) {
    if (phrase.name || phrase.plural || phrase.cls === 'body' || phrase.cls === 'force') continue;
    let left = phrase.first - 1;
    if (lang === 'en' && words[left] && /^(?:the|a|an|his|her|its|their)$/.test(words[left].key)) left--;
    const possessor = phrase.possessorName;
    if (possessor && possessor.last === phrase.first) left = possessor.first - 1;
    const mark = words[left]?.key;
    const before = scene.nameOver[left - 1];
    const dashed = mark === '—' || mark === '–' || mark === '(';
    if (lang !== 'tr' && before && before.last === left && (mark === ',' || dashed) && words[left].sentence === words[phrase.first].sentence && before.suffix === '') {
      out.set(phrase, before);
      continue;
    }
    if (lang === 'tr' && before && before.last === left && mark === '(') out.set(phrase, before);
    const comma = words[phrase.last]?.key;
    const after = scene.nameAt.get(phrase.last + 1);
    if (lang !== 'tr' && comma === ',' && after && words[phrase.last].sentence === words[phrase.first].sentence && after.first === phrase.last + 1 && phrase.headItem.suffix === '') {
      const stop = words[after.last]?.key;
      if ((stop === ',' || stop === '.' || stop === '—' || stop === ';' || stop === undefined || after.last >= words.length) && (phrase.article !== 'a' || phrase.cls !== 'people')) out.set(phrase, after);
    }
  }
  return out;
}

function speaks(scene: Scene, name: NameSpan): boolean {
  const pattern = scene.doc.lang === 'en' ? SPEECH_EN : scene.doc.lang === 'ru' ? SPEECH_RU : SPEECH_TR;
  const before = scene.words[name.first - 1];
  const after = scene.words[name.last];
  return (after !== undefined && after.word && pattern.test(after.key)) || (before !== undefined && before.word && pattern.test(before.key));
}

/** A role told by a phrase in English where it can be. */
function roleOf(phrase: Phrase): string {
  return roleInEnglish(phrase.role);
}

/** Reads titles against names: who is who, in text order. */
export function findPeople(scene: Scene, phrases: readonly Phrase[], context: ResolveContext): Found {
  const { doc } = scene;
  const around = new Surroundings(scene, phrases);
  const appositive = findAppositions(scene, phrases);
  const people = new People(doc.lang, context.date);
  const entityOf = new Map<NameSpan, Entity>();
  const titles = new Map<NameSpan, Phrase[]>();
  const entitle = (name: NameSpan, phrase: Phrase): void => {
    const list = titles.get(name);
    if (list) list.push(phrase);
    else titles.set(name, [phrase]);
  };
  linkPossessors(phrases, scene);
  for (const phrase of phrases) if (phrase.name) entitle(phrase.name, phrase);
  for (const [phrase, name] of appositive) entitle(name, phrase);
  const lent = doc.lang === 'ru' ? nationsBefore(scene, phrases, titles) : new Map<NameSpan, PartyCode>();
  const names = [...scene.nameAt.values()].sort((a, b) => a.first - b.first);
  const repeated = new Map<string, number>();
  for (const name of names) if (name.keys.length === 1) repeated.set(name.keys[0], (repeated.get(name.keys[0]) ?? 0) + 1);
  const salient = new Set<string>();
  for (const item of scene.items) if (item.party) salient.add(item.party.code);

  const ownerOf = (list: readonly Phrase[] | undefined): PartyCode | undefined => {
    for (const phrase of list ?? []) {
      const code = phrase.owners[0]?.party?.code;
      if (code) return code;
      const possessor = phrase.possessorName && entityOf.get(phrase.possessorName);
      if (possessor?.country) return possessor.country;
    }
    return undefined;
  };

  const settle = (name: NameSpan, again: boolean): void => {
    const list = titles.get(name);
    if (doc.lang === 'ru' && list && name.full.length === 0) uninflect(scene, name, list[0]);
    const owner = ownerOf(list) ?? lent.get(name);
    let entity = people.find(name);
    if (entity && owner && entity.country && entity.country !== owner && !entity.known && name.keys.length > 1) entity = undefined;
    const known = entity?.known ?? people.choose(name, list?.[0], owner, salient);
    if (!entity && known) entity = people.all.find((e) => e.known === known);
    if (!entity && !known) {
      const multi = name.keys.length > 1;
      const titled = list !== undefined || lent.has(name);
      const told = multi && (name.given || speaks(scene, name) || repeated.has(name.keys[name.keys.length - 1]));
      if (!titled && !told) return;
      if (titled && !multi && !again && name.keys[0].length < 3) return;
    }
    const made = people.note(name, entity);
    entityOf.set(name, made);
    if (known && !made.known) people.describe(made, known);
    for (const phrase of list ?? []) {
      if (phrase.cls === 'outsider' && !made.known) made.outsider = true;
      if (!made.known || !made.role) made.role ??= roleOf(phrase);
    }
    if (owner && (!made.country || made.country === 'UNKNOWN' || (made.known && list && overrules(list, owner, made.known, made.country, context.date)))) made.country = owner;
    if (!made.country && list && !made.outsider && list.some((p) => p.cls === 'office')) made.country = around.at(name.first);
  };

  for (const name of names) settle(name, false);
  for (const name of names) if (!entityOf.has(name)) settle(name, true);
  return { people, entityOf, appositive, context: (w) => around.at(w), records: () => recordsOf(people, doc.lang) };
}

/** Whether the party a title names goes before the one a known person is listed under. */
function overrules(list: readonly Phrase[], owner: PartyCode, known: Person, listed: PartyCode, date: string): boolean {
  if (owner === listed || list.some((p) => p.former)) return false;
  // "Senegal's president" who also chairs the African Union that year.
  if (owner === known.country) return list.some((p) => p.cls === 'office' || p.cls === 'counterpart') && serves(known, owner, date);
  if (known.offices.some((o) => o.code === listed)) return false;
  // "The speaker of the House of Representatives" names no nation; "the special envoy for Syria" names the post.
  const named = list.some((p) => p.owners[0]?.party && p.owners[0].party.sort !== 'body');
  return named && !/envoy|representative|ambassador|mediator/.test(officeOn(known, date)?.role ?? '');
}

/** "ABD Başkanı'nın Ukrayna Özel Temsilcisi": the possessor's nation is the owner, the nation inside is the post. */
function linkPossessors(phrases: readonly Phrase[], scene: Scene): void {
  for (let i = 0; i < phrases.length; i++) {
    const phrase = phrases[i];
    const before = phrases[i - 1];
    if (phrase.possessorName && phrase.possessorName.last === phrase.first && phrase.owners.length && phrase.cls !== 'body') {
      phrase.objects.push(...phrase.owners.splice(0));
    }
    if (scene.doc.lang === 'tr' && before && before.last === phrase.first && before.owners.length
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
function nationsBefore(scene: Scene, phrases: readonly Phrase[], titles: ReadonlyMap<NameSpan, Phrase[]>): Map<NameSpan, PartyCode> {
  const out = new Map<NameSpan, PartyCode>();
  for (const name of scene.nameAt.values()) {
    const item = scene.itemAt[name.first - 1];
    const code = item?.party?.code;
    if (titles.has(name) || !item || item.last !== name.first || !code || item.party?.sort === 'adjective' || item.party?.sort === 'people' || item.party?.sort === 'place') continue;
    const { sentence } = scene.words[name.first];
    // "постпред США при ООН X", "посол в США X": where the post is, not whose.
    if (/^(?:при|в|во|на|с|со|по)$/.test(scene.words[item.first - 1]?.key ?? '')) continue;
    if (phrases.some((p) => p.cls === 'office' && p.first < item.first && scene.words[p.first].sentence === sentence)) out.set(name, code);
  }
  return out;
}

/** Puts a Russian name into the nominative by its title's case. */
function uninflect(scene: Scene, name: NameSpan, phrase: Phrase): void {
  const oblique = phrase.name === name ? obliqueOf(phrase) : 0;
  if (!oblique || name.first >= scene.words.length) return;
  const text = restoreName(name.text, oblique, name.sex ?? sexOf(phrase), scene.lexicon);
  if (text === name.text) return;
  name.text = text;
  name.keys = splitWords(text, 'ru').filter((w) => w.word).map((w) => w.key);
}

function sexOf(phrase: Phrase): 'm' | 'f' | undefined {
  return /(?:ша|ница|ка|иня|королева|принцесса)$/.test(phrase.role) ? 'f' : undefined;
}

/** What a story's people come out as: fullest name first, then the shorter ones, then the usual English form. */
function recordsOf(people: People, lang: 'tr' | 'en' | 'ru'): PersonRecord[] {
  return people.all.map((entity) => {
    const names = [...entity.names].sort((a, b) => b.split(/[\s-]+/).length - a.split(/[\s-]+/).length || b.length - a.length);
    const roman = entity.known ? entity.known.names.en[0] : lang === 'en' ? undefined : transliterate(names[0], lang, 'en');
    if (roman && !names.includes(roman)) names.push(roman);
    const plain = roman ? roman.split('').some((c) => c.charCodeAt(0) > 127) ? asciiName(roman) : undefined : undefined;
    if (plain && !names.includes(plain)) names.push(plain);
    return { names, country: entity.country ?? 'UNKNOWN', ...(entity.role ? { role: entity.role } : {}) };
  });
}

function asciiName(name: string): string {
  return [...name].map((c) => {
    const p = plainLatin(c.toLowerCase());
    return c === c.toLowerCase() ? p : p.charAt(0).toUpperCase() + p.slice(1);
  }).join('');
}

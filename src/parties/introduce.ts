/** Who the names of a text are: known people, and unknown ones told by title, apposition, speech or repetition. */
import type { PartyCode, PersonRecord } from '../story/facts.ts';
import type { ResolveContext } from './mention.ts';
import { People } from './entities.ts';
import type { Entity } from './entities.ts';
import type { NameSpan } from './names.ts';
import { restoreName } from './nominative.ts';
import type { Phrase, Scene } from './phrase.ts';
import { soundsLike } from './alike.ts';
import { findAppositions } from './apposition.ts';
import { LISTING, entryOf, linkPossessors, linkTitles, namesAfter, nationAfter, nationsBefore, representedBy, shareOut } from './nations.ts';
import { overrules } from './overrule.ts';
import { besideOf, titleBefore } from './company.ts';
import { Served } from './served.ts';
import { homeOf, hostOf } from './outlets.ts';
import { Surroundings, isShared } from './surroundings.ts';
import { rows } from './tables.ts';
import { obliqueOf } from './phrase-ru.ts';
import { transliterate } from './transliterate.ts';
import { plainLatin } from './fold.ts';
import { splitWords } from './words.ts';
import { roleInEnglish } from './role-english.ts';
import { ledState } from './people.ts';

export interface Found {
  people: People;
  entityOf: Map<NameSpan, Entity>;
  /** The name an appositive phrase describes. */
  appositive: Map<Phrase, NameSpan>;
  /** State whose office a title or body without a nation is, where that is plain. */
  context(word: number): PartyCode | undefined;
  records(): PersonRecord[];
}

const SPEECH_EN = /^(?:said|says|told|added|adds|noted|warned|argued|argues|explained|explains|believes|thinks|wrote|writes|reckons|predicts|predicted|asked|replied|insisted|insists|recalled|stressed|claimed|observes|suggested|notes|concludes|called|met|announced|stated|denied|urged|accused)$/;
const SPEECH_RU = /^(?:сказал|заявил|отметил|подчеркнул|считает|полагает|объясн|поясн|добавил|уточн|сообщил|написал|напомнил|призвал|обвинил|говорит|рассказ|прогнозир|предупред|признал|утвержда|убежд|уверен|думает|пишет|назвал|отверг|опроверг|ответил|заключ|резюм|подытож|рассужд|замеч|замет|встрет|провел|прибыл|потребовал)/;
const SPEECH_TR = /^(?:dedi|diyen|diye|söyle|belirt|vurgula|kaydet|açıkla|ifade|aktar|savun|uyar|anlat|değerlendir|öne|dile|konuş|yanıtla|ekle)/;

function speaks(scene: Scene, name: NameSpan): boolean {
  const pattern = scene.doc.lang === 'en' ? SPEECH_EN : scene.doc.lang === 'ru' ? SPEECH_RU : SPEECH_TR;
  const before = scene.words[name.first - 1];
  const after = scene.words[name.last];
  return (after !== undefined && after.word && pattern.test(after.key)) || (before !== undefined && before.word && pattern.test(before.key));
}

/** Offices held abroad or among allies: whose, the surroundings do not say. */
const ABROAD = /ambassador|envoy|commissioner|consul|representative|general|colonel|commander|admiral|diplomat|charg|secretary-general|aide|mediat|facilitat|negotiat|monitor|observer|coordinator|counsell?or|attach|mission|embassy|delegat/;
/** Titles only the United States have. */
const AMERICAN = /(?:assistant|under|deputy)?\s?secretary of (?:state|defense|the treasury|homeland security)$/;
/** Titles that one nation's officials have, where the story names it; the first that fits. */
let ownTitles: readonly (readonly [RegExp, PartyCode])[] | undefined;
const readOwnTitles = (): readonly (readonly [RegExp, PartyCode])[] => (ownTitles ??= rows('own-titles-en.tsv').map(([code = '', title = '']) => [new RegExp(title), code] as const));
const CONGRESS = /(?:^| )(?:congressman|congresswoman|senator)$/;
const OURS = /^[iıuü]?m[iıuü]z/;

/** A role told by a phrase in English where it can be. */
function roleOf(phrase: Phrase): string {
  return roleInEnglish(phrase.role);
}

/** Reads titles against names: who is who, in text order. */
export function findPeople(scene: Scene, phrases: readonly Phrase[], context: ResolveContext): Found {
  const { doc } = scene;
  const around = new Surroundings(scene, phrases, context.date, (context.outlet ? homeOf(context.outlet) : undefined) ?? homeOf(hostOf(context.url ?? '') ?? ''), context.title);
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
  linkTitles(phrases, scene);
  for (const phrase of phrases) if (phrase.name) entitle(phrase.name, phrase);
  for (const [phrase, name] of appositive) entitle(name, phrase);
  // "Ramaphosa's envoys to Zimbabwe, X and Y"
  for (const phrase of phrases) {
    if (!phrase.plural || phrase.cls !== 'office' || phrase.owners.length || !phrase.possessorName) continue;
    for (const name of namesAfter(scene, phrase)) if (name !== phrase.name && !titles.has(name)) entitle(name, phrase);
  }
  const names = [...scene.nameAt.values()].sort((a, b) => a.first - b.first);
  const served = new Served(scene, phrases, { names, titles, entityOf });
  const lent = doc.lang !== 'tr' ? nationsBefore(scene, phrases, titles) : new Map<NameSpan, PartyCode>();
  for (const name of names) {
    const code = nationAfter(scene, phrases, name, titles.has(name)) ?? entryOf(scene, name, titles.get(name) ?? []) ?? (doc.lang === 'en' ? representedBy(scene, phrases, name, titles.get(name) ?? []) : undefined);
    if (code) lent.set(name, code);
  }
  for (const phrase of phrases) shareOut(scene, phrase, lent, titles);
  const repeated = new Map<string, number>();
  for (const name of names) if (name.keys.length === 1) repeated.set(name.keys[0], (repeated.get(name.keys[0]) ?? 0) + 1);
  const salient = new Set<string>();
  for (const item of scene.items) if (item.party) salient.add(item.party.code);

  const ownerOf = (list: readonly Phrase[] | undefined): PartyCode | undefined => {
    for (const phrase of list ?? []) {
      // "Saraybosna Büyükelçimiz": ours, at the place named.
      if (doc.lang === 'tr' && OURS.test(phrase.suffix)) return 'TUR';
      const named = phrase.owners[0]?.party, code = named?.code;
      // "The speaker of the Senate" of whichever state the story is about
      if (code && doc.lang === 'en' && named?.sort === 'body' && isShared(named.name) && !around.names(code)) continue;
      if (code === 'EUROPE' && /diplomac|foreign policy|commission/.test(phrase.role)) return 'EU';
      if (code) return code;
      const possessor = phrase.possessorName && entityOf.get(phrase.possessorName);
      if (possessor?.country) return possessor.country;
    }
    return undefined;
  };
  /** By a title that one nation's officials have. */
  const ownTitle = (list: readonly Phrase[] | undefined): PartyCode | undefined => {
    const own = doc.lang === 'en' ? readOwnTitles().find(([title, code]) => salient.has(code) && list?.some((p) => !p.owners.length && title.test(p.role))) : undefined;
    if (own) return own[1];
    return list?.some((p) => AMERICAN.test(p.role) && scene.words[p.last]?.key !== 'for' || (salient.has('USA') && CONGRESS.test(p.role))) ? 'USA' : undefined;
  };

  const settle = (name: NameSpan, again: boolean): void => {
    const list = titles.get(name);
    // "X, an adviser to Prime Minister Y": whose Y is comes first
    for (const phrase of list ?? []) {
      const master = served.nameServed(phrase);
      if (master && master.first > name.first && !entityOf.has(master)) settle(master, again);
    }
    if (doc.lang === 'ru' && list && name.full.length === 0) uninflect(scene, name, list[0]);
    const owner = ownerOf(list) ?? lent.get(name) ?? ownTitle(list);
    let entity = people.find(name);
    if (entity && owner && entity.country && entity.country !== owner && !entity.known && name.keys.length > 1) entity = undefined;
    // "Mrs Miller" after "Jane Miller" is she, and no known Miller
    const met = entity !== undefined && !entity.known && entity.keys.some((own) => own.length > name.keys.length);
    const known = entity?.known ?? (met ? undefined : people.choose(name, list?.[0], owner, salient))
      ?? (name.keys.length > 1 && !entity && (list || lent.has(name) || name.given || speaks(scene, name)) ? soundsLike(name.text, doc.lang, context.date, owner, salient) : undefined);
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
    // "Presidents Mandela and Mbeki": who led a state and serves a body the story does not name
    if (made.known && made.country !== made.known.country && !salient.has(made.country ?? '') && salient.has(made.known.country) && ledState(made.known)) made.country = made.known.country;
    for (const phrase of list ?? []) {
      if (phrase.cls === 'outsider' && !made.known) made.outsider = true;
      if (!made.known || !made.role) made.role ??= roleOf(phrase);
    }
    // "Former president X", who mediates for a body the story does not name.
    if (!owner && made.known && made.country !== made.known.country && !salient.has(made.country ?? '') && list?.some((p) => p.former)) made.country = made.known.country;
    if (owner && (!made.country || made.country === 'UNKNOWN' || (made.known && !made.told && list && overrules(list, owner, made.known, made.country, context.date, salient)))) made.country = owner;
    if (owner && made.country === owner) made.told = true;
    if (!made.country && list && !made.outsider && list.some((p) => p.cls === 'office')) made.country = besideOf(scene, { names, titles, entityOf }, name, list) ?? titleBefore(scene, phrases, list) ?? served.of(list) ?? around.of(list) ?? (doc.lang === 'en' && !around.single && list.every((p) => ABROAD.test(p.role)) ? (list.some((p) => /\bgovernment\b/.test(p.role)) ? around.seat(name.first) : undefined) : around.plainly(name.first, true));
  };

  for (const name of names) settle(name, false);
  for (const name of names) if (!entityOf.has(name)) settle(name, true);
  return { people, entityOf, appositive, context: (w) => around.plainly(w), records: () => recordsOf(people, doc.lang) };
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

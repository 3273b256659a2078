/** What the gazetteer knows in one language, as a tree over words with all their inflected forms. */
import { owned } from '../story/owned.ts';
import type { Lang } from '../story/story.ts';
import { peopleWith } from './additions.ts';
import type { Additions } from './additions.ts';
import { isState, kindOf } from './codes.ts';
import type { CodeKind } from './codes.ts';
import { Declension } from './declension.ts';
import { casing } from './fold.ts';
import type { Person } from './people.ts';
import { people } from './people.ts';
import { NOM, agree, looksAdjective } from './russian.ts';
import { alternatives, rows } from './tables.ts';
import { transliterate } from './transliterate.ts';
import { Trie } from './trie.ts';
import { stemsOf, withLi } from './turkish.ts';
import { splitWords } from './words.ts';
import type { Word } from './words.ts';

export type PartySort = 'name' | 'adjective' | 'people' | 'capital' | 'seat' | 'body' | 'company' | 'place' | 'org' | 'bloc' | 'group';
export type NounClass =
  | 'office' | 'outsider' | 'body' | 'force' | 'people' | 'domain' | 'counterpart' | 'pair' | 'trio'
  | 'country' | 'kingdom' | 'republic' | 'island' | 'movement' | 'alliance' | 'bloc' | 'orgword'
  | 'he' | 'she' | 'it' | 'they' | 'his' | 'notname';

export interface PartyEntry {
  kind: 'party';
  code: string;
  sort: PartySort;
  /** Dictionary spelling. */
  name: string;
  cap: 0 | 1 | 2;
}

export interface PersonEntry {
  kind: 'person';
  person: Person;
  /** Dictionary spelling of this name. */
  name: string;
  /** A name that stands alone (surname). */
  short: boolean;
  cap: 1;
}

export interface NounEntry {
  kind: 'noun';
  cls: NounClass;
  /** Dictionary form. */
  name: string;
  cap: 0;
}

export type Entry = PartyEntry | PersonEntry | NounEntry;

/** One way to read a word: the key in the tree, and what its ending says. */
export interface Reading {
  key: string;
  /** Russian: bits of the cases it may stand in. */
  cases: number;
  plural: boolean;
  /** Turkish: folded suffix left over. */
  suffix: string;
}

/** A reading of a word that begins something listed, and the place in the tree that it leads to. */
export interface Start {
  reading: Reading;
  node: Trie<Entry>;
}

export class Lexicon {
  readonly lang: Lang;
  readonly root = new Trie<Entry>();
  /** Folded first names of known people, in dictionary form. */
  readonly given = new Map<string, 'm' | 'f'>();
  private readonly addedKinds = new Map<string, CodeKind>();
  private readonly vocabulary = new Set<string>();
  private readonly declension = new Declension();
  private readonly cache = new Map<string, readonly Reading[]>();
  private readonly startCache = new Map<string, readonly Start[]>();

  constructor(lang: Lang) {
    this.lang = lang;
  }

  /** Says what kind of party an added code stands for. */
  addKind(code: string, kind: CodeKind): void {
    this.addedKinds.set(code, kind);
  }

  /** What kind of party a code stands for; undefined where nobody says. */
  kindOf(code: string): CodeKind | undefined {
    return this.addedKinds.get(code) ?? kindOf(code);
  }

  /** A state, or a territory with a government of its own. */
  isState(code: string): boolean {
    return this.addedKinds.get(code) === 'state' || isState(code);
  }

  /** All readings of a folded word whose keys occur in the tree. */
  readings(key: string): readonly Reading[] {
    let known = this.cache.get(key);
    if (known) return known;
    if (this.lang === 'tr') {
      known = stemsOf(key, this.vocabulary).map((s) => ({ key: s.base, cases: NOM, plural: false, suffix: s.suffix }));
    } else if (this.lang === 'ru') {
      const listed = this.declension.read(key).map(({ base, cases, plural }): Reading => ({ key: base, cases, plural, suffix: '' }));
      const own = this.vocabulary.has(key) && !listed.some((r) => r.key === key);
      // A word listed as it stands ("президента" in a title) keeps the cases it has as a form of another word.
      const cases = listed.reduce((bits, r) => bits | r.cases, 0) || NOM;
      known = own ? [{ key, cases, plural: listed.length > 0 && listed.every((r) => r.plural), suffix: '' }, ...listed] : listed;
    } else {
      known = this.vocabulary.has(key) ? [{ key, cases: NOM, plural: false, suffix: '' }] : [];
    }
    if (this.cache.size > 200_000) this.cache.clear();
    this.cache.set(owned(key), known);
    return known;
  }

  /** The readings of a folded word that something listed begins with: none for most words. */
  starts(key: string): readonly Start[] {
    let known = this.startCache.get(key);
    if (known) return known;
    known = this.readings(key).flatMap((reading) => {
      const node = this.root.child(reading.key);
      return node ? [{ reading, node }] : [];
    });
    if (this.startCache.size > 200_000) this.startCache.clear();
    this.startCache.set(owned(key), known);
    return known;
  }

  /** Puts a name into the tree; `decline` says which of its words take endings (Russian). */
  add(name: string, entry: Entry, decline: 'all' | 'head' | 'none'): void {
    this.addWords(splitWords(name.replace(/^the /, ''), this.lang), entry, decline);
  }

  /** The same for a name whose words are split already. */
  addWords(split: readonly Word[], entry: Entry, decline: 'all' | 'head' | 'none'): void {
    const words = split.filter((w) => w.word || /[+.&]/.test(w.key));
    if (words.length === 0) return;
    const keys = words.map((w) => w.key);
    this.root.add(keys, entry);
    for (const key of keys) this.vocabulary.add(key);
    if (this.lang !== 'ru' || decline === 'none') return;
    for (let i = 0; i < words.length; i++) {
      const key = keys[i];
      const acronym = words[i].cap === 2 && key.length <= 6 && entry.kind === 'party';
      this.declension.add(key, acronym ? 'fixed' : entry.kind === 'person' ? 'name' : 'word');
      const nextJoined = keys[i + 1] === 'и' || words[i + 1]?.glued;
      if (decline === 'head' && !looksAdjective(key) && !nextJoined && key !== 'и') break;
    }
  }

  /** A word without endings: it may stand in any case. */
  addFixed(key: string): void {
    this.vocabulary.add(key);
    this.declension.add(key, 'fixed');
  }

  /** Remembers a first name of a known person. */
  addGiven(key: string, sex: 'm' | 'f'): void {
    if (key.length > 2 && !this.given.has(key)) this.given.set(key, sex);
    if (this.lang === 'ru' && key.length > 2) {
      this.vocabulary.add(key);
      this.declension.add(key, 'name');
    }
  }
}

/** Native names of parliaments whose second word takes the ending. */
const UNINFLECTED_FIRST = /^(Жогорку|Олий|Милли|Маджлиси) /;

function addParty(lexicon: Lexicon, code: string, sort: PartySort, name: string): void {
  const first = splitWords(name.replace(/^the /, ''), lexicon.lang).find((w) => w.word);
  const cap = first ? casing(first.form) : 0;
  const fixed = lexicon.lang === 'ru' ? UNINFLECTED_FIRST.exec(name)?.[1] : undefined;
  if (fixed) lexicon.addFixed(fixed.toLowerCase());
  const decline = sort === 'adjective' || sort === 'people' || fixed ? 'all' : 'head';
  lexicon.add(name, { kind: 'party', code, sort, name, cap: lexicon.lang === 'ru' && sort === 'adjective' ? 0 : cap }, decline);
}

function plurals(word: string): string[] {
  if (/(?:men|women|ese|ch|sh|ss|x|z)$/.test(word) && !/(?:Kirghiz)$/.test(word)) return [];
  return [`${word}s`];
}

/** Names of state in the usual long forms: "Республика Узбекистан", "Чешская Республика", "Kazakistan Cumhuriyeti". */
function inFull(lang: Lang, names: readonly string[], adjectives: readonly string[]): string[] {
  const simple = names.filter((n) => /^\p{Lu}\p{Ll}+$/u.test(n));
  if (lang === 'tr') return simple.map((n) => `${n} Cumhuriyeti`).filter((n) => !names.includes(n));
  if (lang !== 'ru') return [];
  const told = adjectives.filter((a) => /[^-]ий$/.test(a)).map((a) => `${agree(a, 'f')} Республика`).map((n) => n.charAt(0).toUpperCase() + n.slice(1));
  return [...simple.map((n) => `Республика ${n}`), ...told].filter((n) => !names.includes(n));
}

function addStates(lexicon: Lexicon): void {
  const { lang } = lexicon;
  for (const [code, names, adjectives, folk, capitals] of rows(`states-${lang}.tsv`)) {
    for (const n of alternatives(names)) {
      addParty(lexicon, code, 'name', n);
      if (lang === 'tr' && !/(?:Yönetimi|Cumhuriyeti|Devletleri|Emirlikleri|Örgütü|Kesimi|kesimi|yönetimi)$/.test(n)) addParty(lexicon, code, 'adjective', withLi(n));
    }
    for (const n of inFull(lang, alternatives(names), alternatives(adjectives))) addParty(lexicon, code, 'name', n);
    for (const n of alternatives(adjectives)) addParty(lexicon, code, 'adjective', n);
    for (const n of alternatives(folk)) {
      if (lang !== 'en' || !alternatives(adjectives).includes(n)) addParty(lexicon, code, 'people', n);
      if (lang === 'en') for (const p of plurals(n)) addParty(lexicon, code, 'people', p);
    }
    for (const n of alternatives(capitals)) addParty(lexicon, code, 'capital', n);
    if (lang === 'ru') {
      for (const n of alternatives(adjectives)) {
        const stem = n.slice(0, -2);
        lexicon.add(`${stem}о`, { kind: 'party', code, sort: 'adjective', name: n, cap: 0 }, 'none');
      }
    }
  }
  if (lang === 'ru') lexicon.add('американо', { kind: 'party', code: 'USA', sort: 'adjective', name: 'американский', cap: 0 }, 'none');
}

function addSeats(lexicon: Lexicon): void {
  const column = { en: 2, tr: 3, ru: 4 }[lexicon.lang];
  for (const row of rows('seats.tsv')) {
    for (const n of alternatives(row[column])) addParty(lexicon, row[0], row[1] as PartySort, n);
  }
}

function addOrganisations(lexicon: Lexicon): void {
  const column = { en: 2, tr: 3, ru: 4 }[lexicon.lang];
  for (const row of rows('organisations.tsv')) {
    const [names, adjectives] = (row[column] ?? '').split(';');
    for (const n of alternatives(names)) addParty(lexicon, row[0], row[1] as PartySort, n);
    for (const n of alternatives(adjectives)) {
      const people = lexicon.lang === 'ru' && !/(?:ий|ый|ой)$/.test(n);
      addParty(lexicon, row[0], people ? 'people' : 'adjective', n);
    }
  }
}

function addNouns(lexicon: Lexicon): void {
  for (const [cls, forms] of rows(`nouns-${lexicon.lang}.tsv`)) {
    const fixed = ['he', 'she', 'it', 'they', 'pair', 'trio', 'domain'].includes(cls);
    for (const name of alternatives(forms)) {
      const entry: NounEntry = { kind: 'noun', cls: cls as NounClass, name, cap: 0 };
      lexicon.add(name, entry, fixed && !(cls === 'domain' && looksAdjective(name.split(' ')[0])) ? 'none' : 'head');
      if (lexicon.lang === 'en' && ['office', 'outsider', 'body', 'counterpart'].includes(cls) && !/s$|of |cher$/.test(name)) {
        lexicon.add(name.endsWith('y') && !/[aeo]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`, entry, 'none');
      }
    }
  }
}

/** States where the family name comes first, so that it is what stands alone. */
const FAMILY_FIRST = new Set(['CHN', 'TWN', 'KOR', 'PRK', 'VNM', 'HKG', 'SGP', 'KHM', 'MAC']);
/** States where the first name may stand alone ("Abiy", "Anwar", "Prayuth"). */
const FIRST_ALONE = new Set(['ETH', 'ERI', 'MYS', 'THA', 'BRN', 'LAO', 'ISL', 'TLS']);
const PARTICLES = new Set(['al', 'el', 'es', 'eş', 'ez', 'en', 'er', 'et', 'ed', 'as', 'ash', 'ad', 'bin', 'bint', 'ibn', 'ben', 'van', 'von', 'der', 'den', 'de', 'da', 'di', 'du', 'la', 'le', 'dos', 'ter', 'аль', 'ас', 'аш', 'ад', 'ан', 'эль', 'эс', 'эш', 'бин', 'бен', 'ибн', 'ван', 'фон', 'дер', 'де', 'да', 'ди', 'дю', 'ла', 'ле', 'аз', 'ат', 'ар', 'ал']);

/** What a full name is cut to when it stands alone; none where the table itself lists short names. */
function shortNames(person: Person, lang: Lang): string[] {
  if (person.short[lang].length) return person.short[lang];
  const out: string[] = [];
  for (const name of person.names[lang]) {
    const spaced = name.split(/\s+/);
    if (spaced.length < 2) continue;
    if (FAMILY_FIRST.has(person.country) && spaced.length <= 3 && !name.includes('.')) {
      // Vietnamese are called by their given name, which comes last.
      out.push(person.country === 'VNM' ? spaced[spaced.length - 1] : spaced[0]);
      continue;
    }
    if (person.country === 'VNM') {
      out.push(spaced[spaced.length - 1]);
      continue;
    }
    if (FIRST_ALONE.has(person.country) && spaced[0].length > 3) out.push(spaced[0]);
    const last = spaced[spaced.length - 1];
    out.push(last);
    const cut = last.indexOf('-');
    if (cut > 0 && PARTICLES.has(last.slice(0, cut).toLowerCase())) out.push(last.slice(cut + 1));
    let k = spaced.length - 1;
    while (k > 1 && PARTICLES.has(spaced[k - 1].toLowerCase())) k--;
    if (k < spaced.length - 1) out.push(spaced.slice(k).join(' '));
  }
  return [...new Set(out)].filter((n) => n.length > (lang === 'tr' && person.country === 'VNM' ? 3 : 1) && !/^(?:jr|sr)\.?$/i.test(n));
}

/** States whose names Turkish outlets write by their sound ("Bisera Turkoviç" for Turković) as often as not. */
const SOUTH_SLAVIC = new Set(['SRB', 'HRV', 'BIH', 'MNE', 'MKD', 'SVN', 'XKX', 'ALB']);
const TURKISH_LETTERS: readonly [RegExp, string][] = [
  [/Dž/g, 'C'], [/dž/g, 'c'], [/[ćč]/g, 'ç'], [/[ĆČ]/g, 'Ç'], [/š/g, 'ş'], [/Š/g, 'Ş'], [/ž/g, 'j'], [/Ž/g, 'J'], [/đ/g, 'c'], [/Đ/g, 'C'], [/ë/g, 'e'], [/Xh/g, 'C'], [/xh/g, 'c'],
  [/j/g, 'y'], [/J/g, 'Y'],
];

function withTurkishSpelling(known: string[], latin: readonly string[]): string[] {
  const out = [...known];
  for (const name of latin) {
    let heard = name;
    // What was `ž` and is `j` now does not go on to `y`.
    for (const [pattern, by] of TURKISH_LETTERS) heard = by === 'j' || by === 'J' ? heard.replace(pattern, by === 'j' ? '\u0001' : '\u0002') : heard.replace(pattern, by);
    heard = heard.replaceAll('\u0001', 'j').replaceAll('\u0002', 'J');
    if (!out.includes(heard)) out.push(heard);
  }
  return out;
}

function addPeople(lexicon: Lexicon, known: readonly Person[]): void {
  const { lang } = lexicon;
  for (const person of known) {
    if (person.names[lang].length === 0) person.names[lang] = person.names.en.map((n) => transliterate(n, 'en', lang));
    if (lang === 'tr' && SOUTH_SLAVIC.has(person.country)) person.names.tr = withTurkishSpelling(person.names.tr, person.names.en);
    for (const name of person.names[lang]) {
      const words = splitWords(name, lang);
      lexicon.addWords(words, { kind: 'person', person, name, short: !/[\s-]/.test(name), cap: 1 }, 'all');
      if (words.length > 1 && !FAMILY_FIRST.has(person.country)) lexicon.addGiven(words[0].key, person.sex);
    }
    for (const name of shortNames(person, lang)) lexicon.add(name, { kind: 'person', person, name, short: true, cap: 1 }, 'all');
  }
}

function addNames(lexicon: Lexicon, { parties, names }: Additions): void {
  const { lang } = lexicon;
  for (const { code, kind, names: own } of parties) {
    lexicon.addKind(code, kind);
    for (const name of own[lang] ?? []) addParty(lexicon, code, 'name', name);
  }
  for (const one of names) if (one.lang === lang) addParty(lexicon, one.code, one.as, one.name);
}

function build(lang: Lang, additions?: Additions): Lexicon {
  const made = new Lexicon(lang);
  // What a user adds comes first: of two parties of one name, it is the one meant.
  if (additions) addNames(made, additions);
  addStates(made);
  addSeats(made);
  addOrganisations(made);
  addNouns(made);
  addPeople(made, additions ? peopleWith(additions) : people());
  return made;
}

const built = new Map<Lang, Lexicon>();
const builtWith = new WeakMap<Additions, Map<Lang, Lexicon>>();

/** The lexicon of a language, with what is added to the gazetteer; built on first use, once for each object of additions. */
export function lexicon(lang: Lang, additions?: Additions): Lexicon {
  let known = built;
  if (additions) {
    known = builtWith.get(additions) ?? new Map<Lang, Lexicon>();
    builtWith.set(additions, known);
  }
  const made = known.get(lang) ?? build(lang, additions);
  known.set(lang, made);
  return made;
}

/** Finds the words of a document that name an act, a tie or a trend. */
import type { Doc, Sentence, Token } from '../language/doc.ts';
import type { Mode, TieDomain, TieKind } from '../story/facts.ts';
import type { Lang } from '../story/story.ts';
import { loadDomains } from './domains.ts';
import { LexemeIndex } from './lexemes.ts';
import { isConsult, loadEntries } from './lexicon.ts';
import type { Entry } from './lexicon.ts';
import { BACK, isMain, pointedAt } from './pointer.ts';

/** One lexicon entry that fires on one token. */
export interface Trigger {
  lang: Lang;
  token: number;
  sentence: number;
  entry: Entry;
  /** The entry's other words, where they stand. */
  satellites: number[];
  /** Tokens from the head to the farthest of them that the tree does not link to it. */
  stretch: number;
  /** How the parties met, where the trigger names a meeting. */
  mode?: Mode;
  /** In what the tie binds, where the words near it say so. */
  domain?: TieDomain;
}

/** How far a word that must or must not stand beside the head may stand from it, in tokens, where the tree does not link them. */
const REACH = { with: 9, without: 6 };
/** Turkish "et" makes a verb of the noun right before it ("teklif etti"), with at most a particle between. */
const LIGHT = 'et';
const LIGHT_REACH = 2;
/** Within this stretch an entry is sure enough of its words to hide plainer ones. */
const NEAR = 6;

interface Indexed {
  entry: Entry;
  /** Its head is the verb that makes another of the noun before it. */
  light: boolean;
  with: number[][];
  without: number[];
}

interface Matcher {
  index: LexemeIndex;
  byHead: Map<number, Indexed[]>;
  domains: { kind: TieKind; domain: TieDomain; ids: number[] }[];
}

const matchers = new Map<Lang, Matcher>();

const matcher = (lang: Lang): Matcher => {
  let m = matchers.get(lang);
  if (!m) {
    const index = new LexemeIndex(lang);
    const byHead = new Map<number, Indexed[]>();
    for (const entry of loadEntries(lang)) {
      const indexed: Indexed = { entry, light: lang === 'tr' && entry.pos === 'v' && entry.lemmas.includes(LIGHT), with: entry.with.map((alts) => alts.map((w) => index.id(w, '*'))), without: entry.without.map((w) => index.id(w, '*')) };
      for (const lemma of entry.lemmas) {
        const id = index.id(lemma, entry.pos);
        const list = byHead.get(id);
        if (list) list.push(indexed);
        else byHead.set(id, [indexed]);
      }
    }
    const domains = loadDomains(lang).map(({ kind, domain, words }) => ({ kind, domain, ids: words.map((w) => index.id(w, '*')) }));
    m = { index, byHead, domains };
    matchers.set(lang, m);
  }
  return m;
};

/** Whether `a` stands below `b` by at most two arcs, or the other way round. */
const linked = (doc: Doc, a: number, b: number): boolean => {
  const up = (x: number, y: number) => {
    const h = doc.tokens[x]?.head ?? -1;
    return h === y || (h >= 0 && doc.tokens[h]?.head === y);
  };
  return up(a, b) || up(b, a);
};

/** The words of one sentence: what each may be, and where each lexeme stands. */
interface Words {
  sentence: Sentence;
  ids: (readonly number[])[];
  places: Map<number, number[]>;
}

const readWords = (doc: Doc, sentence: Sentence, index: LexemeIndex): Words => {
  const ids: (readonly number[])[] = [], places = new Map<number, number[]>();
  for (let k = sentence.first; k < sentence.last; k++) {
    const mine = index.match(doc.tokens[k] as Token);
    ids.push(mine);
    for (const id of mine) {
      const list = places.get(id);
      if (list) list.push(k);
      else places.set(id, [k]);
    }
  }
  return { sentence, ids, places };
};

/** The nearest word that may be one of the alternatives, the first of two as near; -1 where none stands in reach or is linked. */
const findSatellite = (doc: Doc, { places }: Words, at: number, alternatives: readonly number[], reach: number): number => {
  let best = -1, least = Infinity;
  for (const id of alternatives) {
    for (const k of places.get(id) ?? NOWHERE) {
      const distance = Math.abs(k - at);
      if (k === at || distance > least || (distance === least && k >= best)) continue;
      if (distance > reach && !linked(doc, k, at)) continue;
      best = k;
      least = distance;
    }
  }
  return best;
};

const NOWHERE: readonly number[] = [];

const LIGHT_FORM = /^(?:et|ed)/;

const justBefore = ({ sentence, ids }: Words, at: number, alternatives: readonly number[]): number => {
  for (let k = at - 1; k >= Math.max(sentence.first, at - LIGHT_REACH); k--) if ((ids[k - sentence.first] as readonly number[]).some((id) => alternatives.includes(id))) return k;
  return -1;
};

/** The entry's other words, where all of them stand and none of those that it excludes. */
const satellitesOf = (doc: Doc, words: Words, at: number, { with: needs, without }: Indexed, light: boolean): number[] | undefined => {
  const out: number[] = [];
  for (let n = 0; n < needs.length; n++) {
    const alternatives = needs[n] as number[];
    const k = light && n === 0 ? justBefore(words, at, alternatives) : findSatellite(doc, words, at, alternatives, REACH.with);
    if (k < 0) return undefined;
    out.push(k);
  }
  return without.length && findSatellite(doc, words, at, without, REACH.without) >= 0 ? undefined : out;
};

/** Words this near a tie's own, in tokens, or linked to it by the tree, say in what it binds. */
const ABOUT = 10;

const domainOf = (doc: Doc, words: Words, { token, entry: { label } }: Trigger, domains: Matcher['domains']): TieDomain | undefined => {
  if (label.is !== 'tie') return undefined;
  return domains.find(({ kind, ids }) => kind === label.kind && findSatellite(doc, words, token, ids, ABOUT) >= 0)?.domain;
};

const isCall = (t: Trigger): boolean => t.entry.label.is === 'event' && t.entry.label.mode === 'call';

const wordsOf = (t: Trigger): number[] => [t.token, ...t.satellites];

/**
 * "Held" and "telephone" of "held a telephone conversation" name one meeting: of triggers that share a word the one of most
 * words says how it was held, and a call before others.
 */
const settleModes = (here: readonly Trigger[]): void => {
  const consults = here.filter(({ entry }) => isConsult(entry.label));
  for (const t of consults) {
    const mine = new Set(wordsOf(t)), { label } = t.entry;
    const better = consults.filter((o) => o !== t && o.stretch <= NEAR && o.satellites.length >= t.satellites.length && wordsOf(o).some((w) => mine.has(w)))
      .sort((a, b) => b.satellites.length - a.satellites.length || Number(isCall(b)) - Number(isCall(a)))[0];
    const own = label.is === 'event' ? label.mode : undefined, other = better?.entry.label;
    const wins = better && (better.satellites.length > t.satellites.length || (isCall(better) && !isCall(t)));
    const mode = wins && other?.is === 'event' ? (other.mode ?? own) : own;
    if (mode) t.mode = mode;
  }
};

/** "Görüşmede", "в ходе беседы" after a call is that call, and what is said of it is said of no other meeting. */
const carryCalls = (doc: Doc, all: readonly Trigger[]): void => {
  const consults = all.filter(({ entry }) => isConsult(entry.label)), called = new Map<number, boolean>();
  for (const t of consults) called.set(t.sentence, called.get(t.sentence) || t.mode === 'call');
  for (const sentence of called.keys()) {
    let before = sentence - 1;
    while (before >= sentence - BACK && called.get(before) === undefined) before--;
    if (!called.get(before) || called.get(sentence)) continue;
    const at = pointedAt(doc, sentence);
    if (at < 0) continue;
    for (const t of consults) if (t.sentence === sentence && (t.token === at || isMain(doc, t.token))) t.mode = 'call';
    called.set(sentence, true);
  }
};

/**
 * All triggers, in text order; at one token the entry with the most satellites comes first and hides plainer entries
 * with the same kind of label.
 */
export const findTriggers = (doc: Doc): Trigger[] => {
  const { index, byHead, domains } = matcher(doc.lang);
  const out: Trigger[] = [];
  for (const s of doc.sentences) {
    const before = out.length, words = readWords(doc, s, index);
    for (let k = s.first; k < s.last; k++) {
      const here: Trigger[] = [], lightForm = LIGHT_FORM.test((doc.tokens[k] as Token).lower);
      for (const id of words.ids[k - s.first] as readonly number[]) {
        for (const indexed of byHead.get(id) ?? []) {
          const { entry } = indexed;
          if (here.some((t) => t.entry === entry)) continue;
          const satellites = satellitesOf(doc, words, k, indexed, lightForm && indexed.light);
          if (!satellites) continue;
          const stretch = satellites.reduce((most, x) => Math.max(most, linked(doc, x, k) ? 0 : Math.abs(x - k)), 0);
          here.push({ lang: doc.lang, token: k, sentence: s.i, entry, satellites, stretch, mode: undefined, domain: undefined });
        }
      }
      if (here.length === 0) continue;
      here.sort((a, b) => b.satellites.length - a.satellites.length || a.entry.line - b.entry.line);
      const most = here.find((t) => t.stretch <= NEAR)?.satellites.length ?? 0;
      // "et" with two satellites beats the bare verb, but two readings with as many words both stand; words far off hide nothing
      // and a word that names a call names no other way of meeting
      const call = here.some((t) => isCall(t) && t.stretch <= NEAR);
      for (const t of here) if (t.satellites.length >= most && !(call && isConsult(t.entry.label) && !isCall(t))) {
        t.domain = domainOf(doc, words, t, domains);
        out.push(t);
      }
    }
    settleModes(out.slice(before));
  }
  carryCalls(doc, out);
  return out;
};

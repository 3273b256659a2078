/** Parties by whatever a person types: a code or a name in any of the three languages; near names where none fits. */
import type { PartyCode } from '../story/facts.ts';
import { LANGS } from '../story/story.ts';
import type { Lang } from '../story/story.ts';
import { allCodes } from './codes.ts';
import { plainLatin } from './fold.ts';
import { alternatives, rows } from './tables.ts';

export interface Suggestion {
  code: PartyCode;
  /** The name that came near, as listed. */
  name: string;
  /** 0 to 1, 1 the same. */
  likeness: number;
}

interface Listed {
  code: PartyCode;
  name: string;
  key: string;
}

let listed: Listed[] | undefined;
let byKey: Map<string, PartyCode> | undefined;
const display = new Map<string, string>();

/** One spelling for all: lower case, no accents, no Turkish dotless i, no punctuation. */
function keyOf(name: string): string {
  return plainLatin(name.toLowerCase().replaceAll('ё', 'е')).replace(/^the /, '').replace(/[^\p{L}\d]+/gu, ' ').trim();
}

function load(): Listed[] {
  if (listed) return listed;
  const out: Listed[] = [];
  const add = (code: string, lang: Lang, cell: string | undefined, shown: boolean): void => {
    for (const name of alternatives(cell)) {
      out.push({ code, name, key: keyOf(name) });
      if (shown && !display.has(`${code}/${lang}`)) display.set(`${code}/${lang}`, name);
    }
  };
  for (const pass of [1, 2, 3]) {
    for (const lang of LANGS) {
      for (const row of rows(`states-${lang}.tsv`)) add(row[0], lang, row[pass === 1 ? 1 : pass === 2 ? 4 : 2], pass === 1);
    }
    if (pass === 1) {
      for (const row of rows('organisations.tsv')) LANGS.forEach((lang) => add(row[0], lang, row[{ en: 2, tr: 3, ru: 4 }[lang]]?.split(';')[0], true));
    }
    if (pass === 2) {
      for (const row of rows('seats.tsv')) if (row[1] === 'seat') LANGS.forEach((lang) => add(row[0], lang, row[{ en: 2, tr: 3, ru: 4 }[lang]], false));
    }
  }
  byKey = new Map();
  for (const l of out) if (!byKey.has(l.key)) byKey.set(l.key, l.code);
  listed = out;
  return out;
}

/**
 * The party that a code or a name in Turkish, English or Russian stands for, capitals and seats included
 * ("tur", "Турция", "Beştepe"); undefined where none is listed under it.
 */
export function partyByNameOrCode(query: string): PartyCode | undefined {
  load();
  const trimmed = query.trim();
  const upper = trimmed.toUpperCase();
  if (upper.length > 2 && allCodes().includes(upper) && !byKey!.has(keyOf(trimmed))) return upper;
  return byKey!.get(keyOf(trimmed)) ?? (allCodes().includes(upper) ? upper : undefined);
}

/** A party's usual name in a language; the code itself where none is listed. */
export function partyName(code: PartyCode, lang: Lang): string {
  load();
  return display.get(`${code}/${lang}`) ?? display.get(`${code}/en`) ?? code;
}

/** Edit distance with neighbouring letters swapped counted once (optimal string alignment). */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let low = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      current.push(cost);
      if (cost < low) low = cost;
    }
    if (low > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length];
}

/**
 * The parties whose names, codes or capitals come nearest to a misspelt query, best first, one entry a party.
 * Likeness is edit distance over length; a name that begins with the query counts as near.
 */
export function suggestParties(query: string, limit = 5): Suggestion[] {
  const key = keyOf(query);
  if (!key) return [];
  const best = new Map<PartyCode, Suggestion>();
  const consider = (code: PartyCode, name: string, other: string): void => {
    const reach = Math.max(1, Math.floor(Math.max(key.length, other.length) * 0.4));
    const d = distance(key, other, reach);
    let likeness = d > reach ? 0 : 1 - d / Math.max(key.length, other.length);
    if (key.length > 2 && other.startsWith(key)) likeness = Math.max(likeness, 0.75 + 0.2 * (key.length / other.length));
    if (likeness < 0.5) return;
    const known = best.get(code);
    if (!known || likeness > known.likeness) best.set(code, { code, name, likeness });
  };
  for (const l of load()) consider(l.code, l.name, l.key);
  for (const code of allCodes()) consider(code, partyName(code, 'en'), code.toLowerCase());
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.code < b.code ? -1 : 1)).slice(0, limit);
}

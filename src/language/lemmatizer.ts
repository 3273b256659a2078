/**
 * Lemmas by edit scripts: drop so many letters, append these, keep or lower the capitals. A linear model ranks the scripts
 * that training saw with the word's ending and part of speech (after Chrupała, "Simple data-driven context-sensitive
 * lemmatization", SEPLN 2006); words it would get wrong in training are listed.
 */
import { owned } from '../story/owned.ts';
import type { Lang } from '../story/story.ts';
import { hashString, mix } from './hash.ts';
import { lowerCase } from './letters.ts';
import type { SentenceBuffer } from './sentence.ts';
import type { Tagset } from './tagset.ts';
import type { Scorer } from './weights.ts';
import { PREFIXES, RARE, SUFFIXES } from './words.ts';
import type { Word } from './words.ts';

export interface EditScript {
  /** 0 lower case, 1 as in the form, 2 first letter capital, 3 all capitals. */
  readonly capitals: number;
  readonly strip: number;
  readonly append: string;
}

/** `capitals|strip|append`. */
export function readScript(text: string): EditScript {
  const [capitals, strip, ...append] = text.split('|');
  return { capitals: Number(capitals), strip: Number(strip), append: append.join('|') };
}

/** The form as lemmas are spelled: in Russian without stress marks and with е for ё, as the treebanks' lemmas are. */
const spelled = (form: string, lang: Lang): string => (lang === 'ru' ? form.replaceAll('\u0301', '').replaceAll('ё', 'е').replaceAll('Ё', 'Е') : form);

/** The script that makes `lemma` of a form as written. */
export function scriptFor(written: string, lemma: string, lang: Lang): string {
  const form = spelled(written, lang);
  const lowerForm = lowerCase(form, lang);
  const lowerLemma = lowerCase(lemma, lang);
  let k = 0;
  while (k < lowerForm.length && k < lowerLemma.length && lowerForm[k] === lowerLemma[k]) k++;
  const upper = lang === 'tr' ? lemma.toLocaleUpperCase('tr') : lemma.toUpperCase();
  let capitals = 0;
  if (lemma !== lowerLemma) capitals = lemma === form.slice(0, k) + lowerLemma.slice(k) ? 1 : lemma === upper && lemma.length > 1 ? 3 : 2;
  return `${capitals}|${lowerForm.length - k}|${lowerLemma.slice(k)}`;
}

/** What the script makes of a form as written, or undefined where the form is too short for it. */
export function applyScript(written: string, script: EditScript, lang: Lang): string | undefined {
  const form = spelled(written, lang);
  const lower = lowerCase(form, lang);
  if (script.strip > lower.length) return undefined;
  const kept = lower.length - script.strip;
  if (kept === 0 && script.append === '') return undefined;
  switch (script.capitals) {
    case 1: return form.slice(0, kept) + script.append;
    case 2: {
      const lemma = lower.slice(0, kept) + script.append;
      const first = lang === 'tr' && lemma[0] === 'i' ? 'İ' : lemma[0].toUpperCase();
      return first + lemma.slice(1);
    }
    case 3: {
      const lemma = lower.slice(0, kept) + script.append;
      return lang === 'tr' ? lemma.toLocaleUpperCase('tr') : lemma.toUpperCase();
    }
    default: return lower.slice(0, kept) + script.append;
  }
}

/** Features of a word under its tags; at most 40. */
export function lemmaFeatures(w: Word, upos: number, morph: number, agreement: number, caseId: number, f: Int32Array): number {
  let n = 0;
  for (let k = 0; k < SUFFIXES; k++) {
    f[n++] = mix(200 + k, mix(w.suffixes[k], upos));
    f[n++] = mix(210 + k, mix(w.suffixes[k], morph));
  }
  f[n++] = mix(220, morph);
  f[n++] = mix(221, upos);
  for (let k = 1; k < PREFIXES; k++) f[n++] = mix(222 + k, mix(w.prefixes[k], upos));
  f[n++] = mix(230, mix(w.shape, upos));
  f[n++] = mix(231, mix(w.known ? w.id : RARE, upos));
  f[n++] = mix(232, mix(w.tail, caseId));
  f[n++] = mix(233, mix(morph, agreement));
  f[n++] = mix(234, mix(w.suffixes[2], mix(morph, agreement)));
  f[n++] = mix(235, mix(w.suffixes[3], mix(morph, agreement)));
  f[n++] = mix(236, Math.min(w.lower.length, 12));
  return n;
}

/** Key of the candidate scripts for a word's ending of `length` letters. */
export function endingKey(w: Word, length: number, upos: number): number {
  return length === 0 ? mix(300, upos) : mix(300 + length, mix(w.suffixes[length - 1], upos));
}

/** Key of a listed word. */
export function listedKey(w: Word, upos: number): number {
  return mix(310 + upos, hashString(w.lower, 7));
}

/** Candidate lists by hashed key. */
export type CandidateTable = ReadonlyMap<number, Uint16Array>;

export class Lemmatizer {
  readonly scripts: readonly EditScript[];
  readonly #lang: Lang;
  readonly #weights: Scorer;
  readonly #candidates: CandidateTable;
  readonly #listed: CandidateTable;
  readonly #known: ReadonlySet<number> | undefined;
  readonly #memo = new Map<Word, Map<number, { lemma: string; id: number }>>();

  constructor(lang: Lang, scripts: readonly string[], weights: Scorer, candidates: CandidateTable, listed: CandidateTable, known?: ReadonlySet<number>) {
    this.#lang = lang;
    this.scripts = scripts.map(readScript);
    this.#weights = weights;
    this.#candidates = candidates;
    this.#listed = listed;
    this.#known = known;
  }

  /** Lemmatises a tagged sentence in place. */
  run(tags: Tagset, s: SentenceBuffer): void {
    for (let i = 0; i < s.length; i++) {
      const word = s.words[i];
      let byTag = this.#memo.get(word);
      if (!byTag) {
        if (this.#memo.size >= 30000) this.#memo.clear();
        byTag = new Map();
        this.#memo.set(word, byTag);
      }
      const tag = s.upos[i] * 65536 + s.bundle[i];
      let found = byTag.get(tag);
      if (!found) {
        const lemma = this.#lemma(word, s.upos[i], s.bundle[i], tags);
        found = { lemma: owned(lemma), id: this.lemmaId(lemma) };
        byTag.set(tag, found);
      }
      s.lemma[i] = found.lemma;
      s.lemmaId[i] = found.id;
    }
  }

  /** What the parser knows a lemma by: its hash, or RARE for one that training saw no more than once. */
  lemmaId(lemma: string): number {
    const hash = hashString(lowerCase(lemma, this.#lang), 3);
    return this.#known === undefined || this.#known.has(hash) ? hash : RARE;
  }

  #lemma(word: Word, upos: number, bundle: number, tags: Tagset): string {
    const caseId = tags.caseId[bundle];
    const verb = tags.verb[bundle];
    const morph = mix(mix(upos, caseId), verb);
    const n = lemmaFeatures(word, upos, morph, tags.agreement[bundle], caseId, this.#weights.features);
    this.#weights.sums.fill(0);
    this.#weights.add(n);
    const listed = this.#listed.get(listedKey(word, upos));
    const best = (listed && this.#best(word, [listed])) ?? this.#best(word, this.candidates(word, upos));
    return best ?? word.form;
  }

  /** Candidate scripts for a word, by its endings of three, two and one letters. */
  candidates(word: Word, upos: number): Uint16Array[] {
    const lists: Uint16Array[] = [];
    for (let length = 3; length >= 1; length--) {
      const list = this.#candidates.get(endingKey(word, length, upos));
      if (list) lists.push(list);
    }
    if (lists.length === 0) {
      const list = this.#candidates.get(endingKey(word, 0, upos));
      if (list) lists.push(list);
    }
    return lists;
  }

  #best(word: Word, lists: readonly Uint16Array[]): string | undefined {
    const { sums } = this.#weights;
    let best: string | undefined;
    let top = -Infinity;
    for (const list of lists) {
      for (const id of list) {
        if (sums[id] <= top) continue;
        const lemma = applyScript(word.form, this.scripts[id], this.#lang);
        if (lemma === undefined) continue;
        top = sums[id];
        best = lemma;
      }
    }
    return best;
  }
}

/**
 * Turkish stems and suffixes for lexicon lookup: does this word belong to that stem, and what do its suffixes say?
 * All functions take words lower-cased by Turkish rules (I to ı, İ to i) and never throw.
 */
import { isVowel, lastVowel } from './phonology.ts';
import * as S from './suffixes.ts';
import type { Start } from './suffixes.ts';

/** What the suffixes of a verb form say. A form with no reading has every field false. */
export interface VerbFeatures {
  negative: boolean;
  /** -Il/-In/-n right after the stem; reflexives look the same. */
  passive: boolean;
  future: boolean;
  ability: boolean;
  necess: boolean;
  conditional: boolean;
  evidential: boolean;
  past: boolean;
  /** -Iyor, -makta. */
  present: boolean;
  aorist: boolean;
  /** -An, -mIş and -AcAK before a noun. */
  participle: boolean;
  /** -DIğI, -AcAğI, -mA(sI), -mAk. */
  nominalised: boolean;
  /** -ArAk, -Ip, -IncA, -ken, -DIkçA, -mAdAn, -DIktAn (sonra). */
  converb: boolean;
  /** Ends a clause of its own: a tense and a person, no nominal suffix. */
  finite: boolean;
  /** Case of a nominalised or participial form. */
  case?: TurkishCase;
  /** A nominalised form with a possessive: its subject is in the genitive or understood. */
  possessive: boolean;
}

export type TurkishCase = 'Nom' | 'Acc' | 'Dat' | 'Loc' | 'Abl' | 'Gen' | 'Ins' | 'Equ';

export interface NounCase {
  /** The part before the apostrophe, where there is one. */
  stem?: string;
  case: TurkishCase;
  possessive: boolean;
  plural: boolean;
  /** -ki: stands before a noun as an adjective (Kahire'deki görüşme). */
  adjectival: boolean;
}

const APOSTROPHE = /['’ʼ‘`´]/;

/** A bounded memory: emptied when full, so results never depend on what was asked before. */
class Memo<T> {
  readonly #map = new Map<string, T>();
  readonly #limit: number;
  constructor(limit: number) {
    this.#limit = limit;
  }
  get(key: string, make: () => T): T {
    const known = this.#map.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#map.size >= this.#limit) this.#map.clear();
    this.#map.set(key, made);
    return made;
  }
}

const verbMemo = new Memo<number>(40000);
const nounMemo = new Memo<number>(40000);

function tryVerb(form: string, at: number, start: Start): number {
  return S.readChain(form, at, start, false);
}

/** Bits of the reading of `form` as an inflected form of the verb `stem`, or -1. */
function verbBits(stem: string, form: string): number {
  const n = stem.length;
  if (n === 0 || form.length < n - 1 || form[0] !== stem[0]) return -1;
  // Only the last two letters of a stem ever change, so anything else is turned away before the memory is asked.
  const fixed = Math.max(1, n - 2);
  if (!form.startsWith(stem.slice(0, fixed))) return -1;
  return verbMemo.get(`${stem}\u0000${form}`, () => readVerb(stem, form));
}

function readVerb(stem: string, form: string): number {
  const n = stem.length;
  const last = stem[n - 1];
  const vowelFinal = isVowel(last);
  if (form.startsWith(stem)) {
    const bits = tryVerb(form, n, vowelFinal ? 'VV' : 'VC');
    if (bits >= 0) return bits;
  }
  if (vowelFinal) {
    const short = stem.slice(0, n - 1);
    if (form.startsWith(short)) {
      // suçla, suçluyor: the vowel gives way to -Iyor.
      const bits = lastVowel(short) === '' ? -1 : tryVerb(form, n - 1, 'VI');
      if (bits >= 0) return bits;
      // de, diyor, diyen; ye, yiyecek.
      if (n === 2 && form.startsWith(`${short}i`)) {
        if (form.startsWith(`${short}iyor`)) return tryVerb(form, 1, 'VI');
        return form[2] === 'y' ? tryVerb(form, 2, 'VV') : -1;
      }
    }
    return -1;
  }
  if (last === 't' && n >= 2 && isVowel(stem[n - 2]) && isVowel(form[n] ?? '')) {
    // et, ediyor; git, gidecek; reddet, reddedildi.
    if (form.startsWith(`${stem.slice(0, n - 1)}d`)) return tryVerb(form, n, 'VC');
  }
  if (last === 'r' && n >= 5 && 'ıiuü'.includes(stem[n - 2])) {
    // çevir, çevrildi; ayır, ayrılacak: the passive drops the vowel.
    const short = `${stem.slice(0, n - 2)}r`;
    if (form.startsWith(short)) {
      const bits = tryVerb(form, n - 1, 'VC');
      if (bits >= 0 && bits & S.PASSIVE) return bits;
    }
  }
  return -1;
}

/**
 * Whether `lowerForm` is an inflected form of a verb stem (voice included, passive allowed on top).
 * `verbStemMatches('et', 'edildiğini')` is true; `verbStemMatches('bil', 'bildirdi')` is not.
 */
export function verbStemMatches(stem: string, lowerForm: string): boolean {
  return verbBits(stem, lowerForm) >= 0;
}

function caseOf(bits: number): TurkishCase {
  if (bits & S.GEN) return 'Gen';
  if (bits & S.ABL) return 'Abl';
  if (bits & S.LOC) return 'Loc';
  if (bits & S.DAT) return 'Dat';
  if (bits & S.INS) return 'Ins';
  if (bits & S.ACC) return 'Acc';
  return bits & S.EQU ? 'Equ' : 'Nom';
}

/**
 * What the suffixes of a verb form say, given its stem.
 * @returns every field false where `lowerForm` is no form of `stem`
 */
export function verbFeatures(lowerForm: string, stem: string): VerbFeatures {
  const found = verbBits(stem, lowerForm);
  const b = found < 0 ? 0 : found;
  const nominal = (b & (S.NOMINALISED | S.PARTICIPLE)) !== 0;
  const features: VerbFeatures = {
    negative: (b & S.NEGATIVE) !== 0,
    passive: (b & S.PASSIVE) !== 0,
    future: (b & S.FUTURE) !== 0,
    ability: (b & S.ABILITY) !== 0,
    necess: (b & S.NECESSITY) !== 0,
    conditional: (b & S.CONDITIONAL) !== 0,
    evidential: (b & S.EVIDENTIAL) !== 0,
    past: (b & S.PAST) !== 0,
    present: (b & S.PRESENT) !== 0,
    aorist: (b & S.AORIST) !== 0,
    participle: (b & S.PARTICIPLE) !== 0,
    nominalised: (b & S.NOMINALISED) !== 0,
    converb: (b & S.CONVERB) !== 0,
    finite: (b & S.FINITE) !== 0 && (b & (S.NOMINALISED | S.CONVERB)) === 0,
    possessive: (b & S.POSSESSIVE) !== 0,
  };
  if (nominal) features.case = caseOf(b);
  return features;
}

/** The shapes a noun stem takes before a suffix that starts with a vowel. */
function softened(stem: string): string[] {
  const n = stem.length;
  const body = stem.slice(0, n - 1);
  const out: string[] = [];
  switch (stem[n - 1]) {
    case 'k': out.push(stem[n - 2] === 'n' ? `${body}g` : `${body}ğ`); break;
    case 'p': out.push(`${body}b`); break;
    case 'ç': out.push(`${body}c`); break;
    case 't': out.push(`${body}d`); break;
    case 'g': out.push(`${body}ğ`); break;
  }
  // hak, hakkı; ret, reddi; af, affı.
  if (n <= 3 && n >= 2 && !isVowel(stem[n - 1])) {
    out.push(stem + stem[n - 1]);
    if (stem[n - 1] === 't') out.push(`${body}dd`);
  }
  // fikir, fikri; şehir, şehri; nakit, nakdi.
  if (n >= 4 && 'ıiuü'.includes(stem[n - 2]) && !isVowel(stem[n - 1]) && !isVowel(stem[n - 3])) {
    const dropped = stem.slice(0, n - 2) + stem[n - 1];
    out.push(dropped);
    if (stem[n - 1] === 't') out.push(`${stem.slice(0, n - 2)}d`);
  }
  return out;
}

function readNoun(stem: string, form: string): number {
  const n = stem.length;
  if (form.startsWith(stem)) {
    let at = n;
    if (at < form.length && APOSTROPHE.test(form[at])) at++;
    const start: Start = isVowel(stem[n - 1]) ? 'NV' : 'NC';
    // Loans in -l and -t may take front suffixes after a back vowel (rol-ü, saat-i); names are inflected by ear.
    let bits = S.readChain(form, at, start, at > n || stem.endsWith('l') || stem.endsWith('t'));
    // Acronyms and figures are inflected as they are read aloud: ABD'nin, BM'ye.
    if (bits < 0 && (at > n || lastVowel(stem) === '')) bits = S.readChain(form, at, start === 'NC' ? 'NV' : 'NC', true);
    if (bits >= 0) return bits;
  }
  for (const soft of softened(stem)) {
    if (form.length > soft.length && form.startsWith(soft) && isVowel(form[soft.length])) {
      const bits = S.readChain(form, soft.length, 'NC', soft.endsWith('d'));
      if (bits >= 0) return bits;
    }
  }
  return -1;
}

function nounBits(stem: string, form: string): number {
  const n = stem.length;
  if (n === 0 || form.length < n - 1 || form[0] !== stem[0]) return -1;
  if (!form.startsWith(stem.slice(0, Math.max(1, n - 2)))) return -1;
  return nounMemo.get(`${stem}\u0000${form}`, () => readNoun(stem, form));
}

/**
 * Whether `lowerForm` is an inflected form of a noun or name (plural, possessive, case, -ki, copula; apostrophes allowed).
 * Derived words (ziyaretçi, desteksiz) are not forms of their base.
 */
export function nounStemMatches(stem: string, lowerForm: string): boolean {
  return nounBits(stem, lowerForm) >= 0;
}

/** Endings of a plain noun, longest first, with what they most often are in running text. */
const ENDINGS: readonly (readonly [RegExp, TurkishCase, boolean, boolean])[] = [
  [/l[ae]r[ıi]nd[ae]n$/, 'Abl', true, true],
  [/l[ae]r[ıi]nd[ae]$/, 'Loc', true, true],
  [/l[ae]r[ıi]n[ıi]n$/, 'Gen', true, true],
  [/l[ae]r[ıi]yl[ae]$/, 'Ins', true, true],
  [/l[ae]r[ıi]n[ae]$/, 'Dat', true, true],
  [/l[ae]r[ıi]n[ıi]$/, 'Acc', true, true],
  [/l[ae]rd[ae]n$/, 'Abl', false, true],
  [/l[ae]rd[ae]$/, 'Loc', false, true],
  [/l[ae]r[ıi]n$/, 'Gen', false, true],
  [/l[ae]rl[ae]$/, 'Ins', false, true],
  [/l[ae]r[ae]$/, 'Dat', false, true],
  [/l[ae]r[ıi]$/, 'Nom', true, true],
  [/l[ae]r$/, 'Nom', false, true],
  [/s[ıiuü]nd[ae]n$/, 'Abl', true, false],
  [/s[ıiuü]nd[ae]$/, 'Loc', true, false],
  [/s[ıiuü]n[ıiuü]n$/, 'Gen', true, false],
  [/s[ıiuü]yl[ae]$/, 'Ins', true, false],
  [/s[ıiuü]n[ae]$/, 'Dat', true, false],
  [/s[ıiuü]n[ıiuü]$/, 'Acc', true, false],
  [/[ıiuü]nd[ae]n$/, 'Abl', true, false],
  [/[ıiuü]nd[ae]$/, 'Loc', true, false],
  [/[ıiuü]n[ıiuü]n$/, 'Gen', true, false],
  [/[ıiuü]yl[ae]$/, 'Ins', true, false],
  [/[aeıioöuü]yl[ae]$/, 'Ins', false, false],
  [/[dt][ae]n$/, 'Abl', false, false],
  [/[dt][ae]$/, 'Loc', false, false],
  [/[ıiuü]n[ıiuü]$/, 'Acc', true, false],
  [/[ıiuü]n[ae]$/, 'Dat', true, false],
  [/[aeıioöuü]n[ıiuü]n$/, 'Gen', false, false],
  [/[^aeıioöuü][ıiuü]n$/, 'Gen', false, false],
  [/[aeıioöuü]s[ıiuü]$/, 'Nom', true, false],
  [/[aeıioöuü]y[ae]$/, 'Dat', false, false],
  [/[aeıioöuü]y[ıiuü]$/, 'Acc', false, false],
  [/[^aeıioöuül]l[ae]$/, 'Ins', false, false],
];

const nounCaseMemo = new Memo<NounCase>(20000);

/**
 * Reads case, possessive and number off a noun form.
 * With an apostrophe the suffixes are certain (Kahire'de, BM'nin); without one the ending is read as it most often is, so
 * prefer the tagger's `Case` for plain nouns and use this where the tagger is silent or a second opinion counts.
 */
export function nounCase(form: string): NounCase {
  return nounCaseMemo.get(form, () => readNounCase(form));
}

function readNounCase(form: string): NounCase {
  const match = APOSTROPHE.exec(form);
  if (match && match.index > 0) {
    const stem = form.slice(0, match.index);
    const lower = form.toLocaleLowerCase('tr');
    const at = match.index + 1;
    const vowelFinal = isVowel(lower[match.index - 1]);
    let bits = S.readChain(lower, at, vowelFinal ? 'NV' : 'NC', true);
    if (bits < 0) bits = S.readChain(lower, at, vowelFinal ? 'NC' : 'NV', true);
    if (bits < 0) bits = S.readChain(lower, at, 'P3', true);
    const b = bits < 0 ? 0 : bits;
    // A bare high vowel after a name is the accusative (Trump'ı), not a possessive.
    const bare = bits >= 0 && (b & S.POSSESSIVE) !== 0 && (b & S.CASES) === 0 && /^y?[ıiuü]$/.test(lower.slice(at));
    if (bare) return { stem, case: 'Acc', possessive: false, plural: false, adjectival: false };
    return { stem, case: caseOf(b), possessive: (b & S.POSSESSIVE) !== 0, plural: (b & S.PLURAL) !== 0, adjectival: (b & S.ADJECTIVAL) !== 0 };
  }
  let lower = form.toLocaleLowerCase('tr');
  let adjectival = false;
  if (/[dt][ae]ki$/.test(lower)) {
    adjectival = true;
    lower = lower.slice(0, -2);
  }
  for (const [ending, kase, possessive, plural] of ENDINGS) {
    const found = ending.exec(lower);
    if (found && found.index >= 1 && lastVowel(lower.slice(0, found.index + 1)) !== '') {
      return { case: kase, possessive, plural, adjectival };
    }
  }
  return { case: 'Nom', possessive: false, plural: false, adjectival };
}

/**
 * Finds which of many stems a word may belong to, without trying each: prefixes are looked up, then checked.
 * Build once per lexicon; `match` answers longest stem first.
 */
export class StemIndex {
  readonly #byPrefix = new Map<string, string[]>();
  readonly #memo = new Memo<readonly string[]>(40000);
  readonly #reads: (stem: string, form: string) => boolean;

  constructor(stems: Iterable<string>, kind: 'verb' | 'noun') {
    this.#reads = kind === 'verb' ? verbStemMatches : nounStemMatches;
    for (const stem of new Set(stems)) {
      const key = stem.slice(0, Math.max(1, stem.length - 2));
      const known = this.#byPrefix.get(key);
      if (known) known.push(stem);
      else this.#byPrefix.set(key, [stem]);
    }
  }

  /** Stems that `lowerForm` is a form of, longest first. */
  match(lowerForm: string): readonly string[] {
    return this.#memo.get(lowerForm, () => {
      const found: string[] = [];
      for (let n = lowerForm.length; n >= 1; n--) {
        const stems = this.#byPrefix.get(lowerForm.slice(0, n));
        if (stems) for (const stem of stems) if (this.#reads(stem, lowerForm)) found.push(stem);
      }
      return found.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    });
  }
}

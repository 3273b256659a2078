/**
 * Turkish suffix chains as a small automaton: states, arcs with a suffix each, and what an arc says of the word.
 *
 * Suffixes are written with the usual archiphonemes: A = a/e, I = ı/i/u/ü, D = d/t, C = c/ç, K = k/ğ; small letters stand
 * for themselves. The order of a state's arcs is the order of preference among readings. Morphotactics after Oflazer,
 * "Two-level description of Turkish morphology", Literary and Linguistic Computing 9(2), 1994.
 */
import { harmonicHigh, harmonicLow, isVowel, lastVowel, voiced } from './phonology.ts';

/** What a chain of suffixes says; a set of bits. */
export const NEGATIVE = 1;
export const PASSIVE = 1 << 1;
export const FUTURE = 1 << 2;
export const ABILITY = 1 << 3;
export const NECESSITY = 1 << 4;
export const CONDITIONAL = 1 << 5;
export const EVIDENTIAL = 1 << 6;
export const PARTICIPLE = 1 << 7;
export const NOMINALISED = 1 << 8;
export const CONVERB = 1 << 9;
export const PAST = 1 << 10;
export const PRESENT = 1 << 11;
export const AORIST = 1 << 12;
export const FINITE = 1 << 13;
export const OPTATIVE = 1 << 14;
export const INFINITIVE = 1 << 15;
export const PLURAL = 1 << 16;
export const POSSESSIVE = 1 << 17;
export const ACC = 1 << 18;
export const DAT = 1 << 19;
export const LOC = 1 << 20;
export const ABL = 1 << 21;
export const GEN = 1 << 22;
export const INS = 1 << 23;
export const EQU = 1 << 24;
export const ADJECTIVAL = 1 << 25;
/** Of a nominal chain: the case suffixes it may have taken. */
export const CASES = ACC | DAT | LOC | ABL | GEN | INS | EQU;

interface Arc {
  readonly suffix: string;
  readonly to: number;
  readonly bits: number;
}

/** States; END is the only accepting one (an empty suffix leads there). */
const NAMES = [
  'END', 'VC', 'VV', 'VC1', 'VV1', 'VN', 'VI', 'PERS1', 'PERS2', 'COP', 'NC', 'NV', 'NPL', 'P3', 'PC', 'KI', 'DIK', 'ACAK', 'CASED', 'PREPAST', 'NCOP',
] as const;
type State = (typeof NAMES)[number];
const ID = Object.fromEntries(NAMES.map((name, i) => [name, i])) as Record<State, number>;

const arcs: Arc[][] = NAMES.map(() => []);

function add(from: State, to: State, bits: number, ...suffixes: string[]): void {
  for (const suffix of suffixes) arcs[ID[from]].push({ suffix, to: ID[to], bits });
}

/** Everything that may follow a verb base (-Iş makes nouns of their own: giriş, görüş); `y` is the buffer a vowel-final base needs. */
function verbEndings(from: State, y: '' | 'y'): void {
  add(from, 'PERS1', PAST | FINITE, 'DI');
  if (y === '') add(from, 'PERS2', PRESENT | FINITE, 'Iyor');
  add(from, 'ACAK', FUTURE, `${y}AcAK`);
  add(from, 'DIK', NOMINALISED, 'DIK');
  add(from, 'END', CONVERB, `${y}ArAK`, `${y}Ip`, `${y}IncA`, 'DIKçA', `${y}AlI`, 'mAKsIzIn');
  add(from, 'CASED', CONVERB, `${y}ArAKtAn`, `${y}IncAyA`);
  add(from, 'NC', PARTICIPLE, `${y}An`);
  add(from, 'PERS2', EVIDENTIAL | FINITE, 'mIş');
  add(from, 'NC', EVIDENTIAL | PARTICIPLE, 'mIş');
  add(from, 'PERS2', PRESENT | FINITE, 'mAKtA');
  add(from, 'CASED', INFINITIVE | NOMINALISED, 'mAKtAn', 'mAKlA', 'mAK');
  add(from, 'PERS2', NECESSITY | FINITE, 'mAlI');
  add(from, 'NV', NOMINALISED, 'mA');
  add(from, 'PERS2', AORIST | FINITE, ...(y === '' ? ['Ir', 'Ar'] : ['r']));
  add(from, 'PERS1', CONDITIONAL | FINITE, 'sA');
  add(from, 'END', OPTATIVE | FINITE, `${y}AlIm`, `${y}AyIm`, 'sIn', 'sInlAr', `${y}InIz`, `${y}In`);
  add(from, 'END', OPTATIVE | FINITE, '', `${y}A`);
}

/** Negation and the auxiliaries of ability and aspect, after which the endings start again. */
function verbExtensions(from: State, y: '' | 'y'): void {
  add(from, 'VC1', ABILITY, `${y}Abil`);
  add(from, 'END', NEGATIVE | CONVERB, 'mAdAn', `${y}AmAdAn`);
  add(from, 'PERS2', NEGATIVE | PRESENT | FINITE, 'mIyor');
  add(from, 'PERS2', NEGATIVE | ABILITY | PRESENT | FINITE, `${y}AmIyor`);
  add(from, 'PERS2', NEGATIVE | AORIST | FINITE, 'mAz');
  add(from, 'END', NEGATIVE | AORIST | FINITE, 'mAm', 'mAyIz');
  add(from, 'PERS2', NEGATIVE | ABILITY | AORIST | FINITE, `${y}AmAz`);
  add(from, 'END', NEGATIVE | ABILITY | AORIST | FINITE, `${y}AmAm`, `${y}AmAyIz`);
}

// A bare stem may first take the passive; the productive causative and reciprocal make other stems (bil, bildir).
add('VC', 'VC1', PASSIVE, 'InIl', 'Il', 'In');
add('VV', 'VC1', PASSIVE, 'nIl', 'n');
add('VC1', 'VC1', 0, 'Iver', 'Adur', 'Agel');
add('VV1', 'VC1', 0, 'yIver', 'yAdur', 'yAgel');
for (const [state, y] of [['VC', ''], ['VV', 'y'], ['VC1', ''], ['VV1', 'y']] as const) {
  verbExtensions(state, y);
  verbEndings(state, y);
  add(state, 'VN', NEGATIVE, 'mA');
  add(state, 'VN', NEGATIVE | ABILITY, `${y}AmA`);
}
verbEndings('VN', 'y');
// The stem-final vowel that -Iyor swallows: iste, istiyor.
add('VI', 'PERS2', PRESENT | FINITE, 'Iyor');

// Person after -DI and -sA, and after the other tenses.
add('PERS1', 'END', 0, '', 'm', 'n', 'nIz', 'k', 'lAr');
add('PERS1', 'END', CONDITIONAL, 'ysA', 'ysAlAr', 'ysAm', 'ysAk');
add('PERS1', 'PREPAST', 0, 'y');
add('PREPAST', 'END', PAST, 'DI', 'DIlAr', 'DIm', 'DIk');
add('PREPAST', 'END', EVIDENTIAL, 'mIş', 'mIşlAr');
add('PERS2', 'END', 0, '', 'Im', 'yIm', 'sIn', 'Iz', 'yIz', 'sInIz');
add('PERS2', 'COP', 0, 'lAr', '');
add('COP', 'END', 0, '', 'DIr', 'DIrlAr');
add('COP', 'END', PAST, 'DI', 'DIlAr', 'DIm', 'DIk', 'DInIz', 'yDI', 'yDIlAr', 'yDIm', 'yDIk');
add('COP', 'END', EVIDENTIAL, 'mIş', 'mIşlAr', 'ymIş');
add('COP', 'END', CONDITIONAL, 'sA', 'sAlAr', 'sAm', 'sAk', 'sAnIz', 'ysA');
add('COP', 'END', CONVERB, 'ken', 'yken', 'CAsInA');

// -DIK takes a possessive (nominalised clause) or stands before sonra/için in the ablative.
add('DIK', 'P3', POSSESSIVE, 'I', 'lArI');
add('DIK', 'PC', POSSESSIVE, 'Im', 'In', 'ImIz', 'InIz');
add('DIK', 'END', CONVERB, 'tAn');
// -AcAK is a tense, an adjective, or with a possessive a nominalised clause.
add('ACAK', 'PERS2', FINITE, '');
add('ACAK', 'P3', NOMINALISED | POSSESSIVE, 'I', 'lArI');
add('ACAK', 'PC', NOMINALISED | POSSESSIVE, 'Im', 'In', 'ImIz', 'InIz');
add('ACAK', 'NC', PARTICIPLE, '');

// Nouns.
for (const [state, n, y, poss] of [
  ['NC', '', '', ['Im', 'In', 'ImIz', 'InIz']],
  ['NV', 'n', 'y', ['m', 'n', 'mIz', 'nIz']],
] as const) {
  add(state, 'END', 0, '');
  add(state, 'CASED', LOC, 'DA');
  add(state, 'CASED', ABL, 'DAn');
  add(state, 'CASED', GEN, `${n}In`);
  add(state, 'CASED', DAT, `${y}A`);
  add(state, 'P3', POSSESSIVE, y === '' ? 'I' : 'sI');
  add(state, 'CASED', ACC, `${y}I`);
  add(state, 'CASED', INS, `${y}lA`);
  add(state, 'NPL', PLURAL, 'lAr');
  add(state, 'P3', POSSESSIVE | PLURAL, 'lArI');
  add(state, 'PC', POSSESSIVE, ...poss);
  add(state, 'END', EQU, 'CA');
  add(state, 'NCOP', 0, '');
}
add('NPL', 'END', 0, '');
add('NPL', 'CASED', LOC, 'DA');
add('NPL', 'CASED', ABL, 'DAn');
add('NPL', 'CASED', GEN, 'In');
add('NPL', 'CASED', DAT, 'A');
add('NPL', 'P3', POSSESSIVE, 'I');
add('NPL', 'CASED', ACC, 'I');
add('NPL', 'CASED', INS, 'lA');
add('NPL', 'PC', POSSESSIVE, 'Im', 'ImIz', 'InIz');
add('NPL', 'END', EQU, 'CA');
add('NPL', 'NCOP', 0, '');
add('P3', 'END', 0, '');
add('P3', 'CASED', LOC, 'ndA');
add('P3', 'CASED', ABL, 'ndAn');
add('P3', 'CASED', GEN, 'nIn');
add('P3', 'CASED', DAT, 'nA');
add('P3', 'CASED', ACC, 'nI');
add('P3', 'CASED', INS, 'ylA', 'nlA');
add('P3', 'END', EQU, 'ncA');
add('P3', 'NCOP', 0, '');
add('PC', 'END', 0, '');
add('PC', 'CASED', LOC, 'DA');
add('PC', 'CASED', ABL, 'DAn');
add('PC', 'CASED', GEN, 'In');
add('PC', 'CASED', DAT, 'A');
add('PC', 'CASED', ACC, 'I');
add('PC', 'CASED', INS, 'lA');
add('PC', 'NCOP', 0, '');
add('CASED', 'END', 0, '');
add('CASED', 'KI', ADJECTIVAL, 'ki');
add('CASED', 'NCOP', 0, '');
add('KI', 'END', 0, '', 'lAr', 'lArI', 'lArIn', 'lArA', 'lArdA', 'lArdAn', 'ni', 'ne', 'nin', 'nde', 'nden');
add('NCOP', 'END', 0, 'DIr', 'DIrlAr');
add('NCOP', 'END', PAST, 'DI', 'yDI', 'DIlAr', 'yDIlAr');
add('NCOP', 'END', EVIDENTIAL, 'mIş', 'ymIş');
add('NCOP', 'END', CONDITIONAL, 'sA', 'ysA');
add('NCOP', 'END', CONVERB, 'ken', 'yken');

/** Starting points: a verb stem ending in a consonant, in a vowel, or short of the vowel that -Iyor swallowed; nouns alike. */
export type Start = 'VC' | 'VV' | 'VI' | 'NC' | 'NV' | 'P3';

/** Matches one suffix at `at`; the new offset, or -1. Harmony runs on `vowel`, the last vowel so far. */
function matchSuffix(form: string, at: number, suffix: string, vowel: string): number {
  const length = suffix.length;
  if (at + length > form.length) return -1;
  let last = vowel;
  for (let k = 0; k < length; k++) {
    const p = suffix[k];
    const c = form[at + k];
    if (p === 'A') {
      if (!harmonicLow(c, last)) return -1;
      last = c;
    } else if (p === 'I') {
      if (!harmonicHigh(c, last)) return -1;
      last = c;
    } else if (p === 'D') {
      if ((c !== 'd' && c !== 't') || !voiced(c, at + k > 0 ? form[at + k - 1] : '')) return -1;
    } else if (p === 'C') {
      if ((c !== 'c' && c !== 'ç') || !voiced(c, at + k > 0 ? form[at + k - 1] : '')) return -1;
    } else if (p === 'K') {
      if (c !== 'k' && c !== 'ğ') return -1;
    } else {
      if (c !== p) return -1;
      if (isVowel(c)) last = c;
    }
  }
  return at + length;
}

function walk(form: string, at: number, state: number, bits: number, vowel: string, depth: number): number {
  if (state === 0) return at === form.length ? bits : -1;
  if (depth > 12) return -1;
  const out = arcs[state];
  for (let k = 0; k < out.length; k++) {
    const arc = out[k];
    // K is k before a consonant or at the end and ğ before a vowel; the suffix that follows decides, so it is checked there.
    const next = matchSuffix(form, at, arc.suffix, vowel);
    if (next < 0) continue;
    if (next > at) {
      const soft = form[next - 1] === 'ğ';
      if (soft && (next === form.length || !isVowel(form[next]))) continue;
    }
    let last = vowel;
    for (let j = next - 1; j >= at; j--) if (isVowel(form[j])) { last = form[j]; break; }
    const found = walk(form, next, arc.to, bits | arc.bits, last, depth + 1);
    if (found >= 0) return found;
  }
  return -1;
}

/**
 * Reads `form` from offset `at` as a chain of suffixes.
 * @param form lower-cased word
 * @param lax let the first vowel break harmony (loans such as saat-i, names, acronyms and figures)
 * @returns the bits of the preferred reading, or -1 where the rest is no chain of suffixes
 */
export function readChain(form: string, at: number, start: Start, lax: boolean): number {
  if (form.length - at > 28) return -1;
  const vowel = lax ? '' : lastVowel(form.slice(0, at));
  return walk(form, at, ID[start], 0, vowel, 0);
}

/**
 * Stories that copy one another: MinHash (Broder 1997) over shingles of folded words, looked up by LSH banding (Indyk and
 * Motwani 1998), and what is found checked against the shingles themselves.
 */
import { fold } from '../ledger/fold.ts';

/** Words a shingle. Short ones outlive edits; what they share by chance is sorted out by the check. */
const WORDS = 3;
/** Bands of rows: two texts that share a third of their shingles are found 9 times in 10, and half of them 99.9 in 100. */
export const BANDS = 64;
const ROWS = 3;
const HASHES = BANDS * ROWS;

/** Of a story and its copy: so much of the shorter one stands in the other, and so much of both together is shared. */
const CONTAINED = 0.55, SHARED = 0.2;
/** Signatures that agree in less than this are not worth reading the texts for. */
export const WORTH = 0.12;
/** Texts of fewer shingles are too short to be told apart from chance. */
const LEAST = 12;

const WORD = /[\p{L}\p{N}]+/gu;

/** Mixes 32 bits (the finaliser of MurmurHash3, Appleby). */
const mix = (x: number): number => {
  x ^= x >>> 16;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

const hashWord = (word: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
};

/** The shingles of a text, hashed, each once, in order of size. */
export function shingles(text: string): Uint32Array {
  const words = (fold(text).match(WORD) ?? []).map(hashWord), all = new Set<number>();
  for (let i = 0; i + WORDS <= words.length; i++) {
    let h = 0;
    for (let k = 0; k < WORDS; k++) h = mix(Math.imul(h, 31) + (words[i + k] as number));
    all.add(h);
  }
  return Uint32Array.from(all).sort();
}

/** One seed a hash function, fixed. */
const SEEDS = Uint32Array.from({ length: HASHES }, (_, k) => mix(Math.imul(k + 1, 0x9e3779b9)));

/** A signature of one byte a hash function, for estimates, and the keys of its bands (signed 32 bits), for looking up. */
export interface Signature {
  bytes: Uint8Array;
  bands: Int32Array;
}

/** The MinHash signature of shingles; undefined where they are too few. */
export function signatureOf(set: Uint32Array): Signature | undefined {
  if (set.length < LEAST) return undefined;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of set) {
    for (let k = 0; k < HASHES; k++) {
      const h = mix(shingle ^ (SEEDS[k] as number));
      if (h < (least[k] as number)) least[k] = h;
    }
  }
  const bands = new Int32Array(BANDS);
  for (let b = 0; b < BANDS; b++) {
    let h = mix(b + 1);
    for (let r = 0; r < ROWS; r++) h = mix(Math.imul(h, 31) + (least[b * ROWS + r] as number));
    bands[b] = h;
  }
  return { bytes: Uint8Array.from(least, (h) => h & 0xff), bands };
}

/** The share of their hash functions in which two signatures agree, which estimates what their texts share; one in 256 agrees by chance. */
export function agreement(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let k = 0; k < HASHES; k++) if (a[k] === b[k]) same++;
  return same / HASHES;
}

/** Whether of two texts, by their shingles, one copies the other: edited, cut short, or with other text around it. */
export function isCopy(a: Uint32Array, b: Uint32Array): boolean {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] as number, y = b[j] as number;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const shorter = Math.min(a.length, b.length);
  return shorter >= LEAST && both / shorter >= CONTAINED && both / (a.length + b.length - both) >= SHARED;
}

/** Bytes to text: what a document says of its charset is held against the bytes, and where it says nothing they are asked. */
import { identifyLanguage } from '../language/identify.ts';
import { decodeUtf8 } from './lines.ts';

export interface Decoded {
  text: string;
  /** WHATWG label. */
  charset: string;
  /** Whether the document said so, or the bytes did. */
  by: 'mark' | 'bytes' | 'label';
}

const BOMS: readonly (readonly [bytes: readonly number[], charset: string])[] = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];

/** Legacy charsets of the three languages, the likelier first. */
const LEGACY = ['windows-1254', 'windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'] as const;
/** How much of a text is weighed. */
const SAMPLE = 20_000;

const decoder = (label: string): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label.trim().toLowerCase());
  } catch {
    return undefined;
  }
};

/** UTF-16 without a mark: text of these scripts has the same high byte (0 for Latin, 4 for Cyrillic) at every second place. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 4096 & ~1), pairs = sample.length >> 1;
  if (pairs < 8) return undefined;
  let little = 0, big = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i + 1] === 0 || sample[i + 1] === 4) little++;
    if (sample[i] === 0 || sample[i] === 4) big++;
  }
  if (little > pairs * 0.85 && big < pairs * 0.3) return 'utf-16le';
  if (big > pairs * 0.85 && little < pairs * 0.3) return 'utf-16be';
  return undefined;
}

const WORDS_RU = /(?<!\p{L})(?:и|в|на|не|что|с|по|за|из|для|от|как|это|его|был|года?)(?!\p{L})/giu;

/**
 * How much a decoding looks like Turkish or Russian, a letter: letters of the language inside words count for it; odd
 * signs, capitals after small letters and two scripts in one word count against it.
 */
function likeness(text: string, charset: string): number {
  const letters = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  if (letters === 0) return 0;
  const bad = (text.match(/[\u0080-\u009f\ufffd¤¦§©¬¯±¶¸¿ÐðÞþ¢¥£¹²³¼½¾ºª×÷]|[\u2500-\u25ff]/gu)?.length ?? 0)
    + (text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) + (text.match(/[a-z][а-яё]|[а-яё][a-z]/giu)?.length ?? 0);
  const good = charset === 'windows-1254' ? text.match(/[çğıöşüÇĞİÖŞÜâîû](?!\p{Lu}\p{Ll})/gu)?.length ?? 0 : text.match(/[а-яё]/gu)?.length ?? 0;
  const common = charset === 'windows-1254' ? 0 : 3 * (text.match(WORDS_RU)?.length ?? 0);
  return (good + common - 3 * bad) / letters;
}

/** Quotes, dashes and spaces of windows-1252 apart from accents: an English text in that charset has hardly anything else. */
const PUNCTUATION = /[‘’“”–—…•€£\u00a0°é]/g;

/**
 * What charset bytes that are not UTF-8 are in, or undefined where there is too little to tell (fewer than `least` bytes
 * beyond ASCII, or no decoding that looks right).
 */
export function guessLegacy(bytes: Buffer, least = 4): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0) < least) return undefined;
  let best: string | undefined, most = 0.5;
  for (const charset of LEGACY) {
    const score = likeness(new TextDecoder(charset).decode(sample), charset);
    if (score > most) [best, most] = [charset, score];
  }
  if (best) return best;
  const west = new TextDecoder('windows-1252').decode(sample), odd = west.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  return (west.match(PUNCTUATION)?.length ?? 0) >= odd * 0.6 && identifyLanguage(west) === 'en' ? 'windows-1252' : undefined;
}

/**
 * Decodes a document. In this order: a byte order mark; UTF-8 where the bytes are that throughout and go beyond ASCII (no
 * other charset looks so by chance, whatever the label says); the label; what the bytes look like; the label again, faults
 * replaced. Returns undefined where nothing fits and nothing was said.
 */
export function decode(bytes: Buffer, labels: readonly (string | undefined)[] = []): Decoded | undefined {
  for (const [mark, charset] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { text: new TextDecoder(charset).decode(bytes), charset, by: 'mark' };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), charset: wide, by: 'bytes' };
  const { text } = decodeUtf8(bytes);
  if (text !== undefined) return { text, charset: 'utf-8', by: 'bytes' };
  const said = labels.flatMap((label) => (label ? decoder(label) ?? [] : []))[0];
  const guess = guessLegacy(bytes);
  // A label of one legacy charset over the bytes of another is a lie that the letters give away.
  if (said && said.encoding !== 'utf-8' && !said.encoding.startsWith('utf-16')) {
    const sample = bytes.subarray(0, SAMPLE), lie = guess !== undefined && guess !== said.encoding && likeness(said.decode(sample), said.encoding) < likeness(new TextDecoder(guess).decode(sample), guess) - 0.5;
    if (!lie) return { text: said.decode(bytes), charset: said.encoding, by: 'label' };
  }
  if (guess) return { text: new TextDecoder(guess).decode(bytes), charset: guess, by: 'bytes' };
  // UTF-8 with some faults, as a page cut in the middle of a letter has.
  const loose = bytes.toString('utf8'), faults = loose.match(/\ufffd/g)?.length ?? 0;
  if (said || faults * 50 < loose.length) return { text: said ? said.decode(bytes) : loose, charset: said?.encoding ?? 'utf-8', by: said ? 'label' : 'bytes' };
  return undefined;
}

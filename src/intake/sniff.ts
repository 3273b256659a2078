/** What a file holds, by its name and its first bytes. */
import { extname } from 'node:path';
import { problem } from '../story/errors.ts';
import type { Problem } from '../story/errors.ts';

export type FileKind = 'text' | 'lines';

const MAGIC: readonly (readonly [bytes: readonly number[], what: string, remedy: string])[] = [
  [[0x1f, 0x8b], 'gzip', 'Unpack it: gunzip -c {file} | dragoman code -'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd', 'Unpack it: zstd -dc {file} | dragoman code -'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an office document', 'Unpack it, or save the story as plain text.'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF', 'Save its text: pdftotext {file} -'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite file', 'A ledger is named with --ledger FILE.'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture', 'Give text.'],
  [[0xff, 0xd8, 0xff], 'a picture', 'Give text.'],
];

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The head without a UTF-8 byte order mark. */
export const withoutBom = (head: Buffer): Buffer => (head.subarray(0, 3).equals(BOM) ? head.subarray(3) : head);

/** Bytes that text does not hold: C0 controls but tab, line ends, form feed and escape. */
const odd = (byte: number): boolean => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;

/** Looks at a file's first bytes (some thousands of them). Returns its kind, or the problem that keeps it from being read. */
export function sniff(file: string, head: Buffer): { kind: FileKind; problem?: undefined } | { kind?: undefined; problem: Problem } {
  const where = { file };
  if (head.length === 0) return { problem: problem('empty-file', where) };
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return { problem: problem('utf16-file', where) };
  for (const [bytes, what, remedy] of MAGIC) {
    if (bytes.every((byte, i) => head[i] === byte)) return { problem: problem('binary-file', where, { what, remedy: remedy.replace('{file}', file) }) };
  }
  const clean = withoutBom(head);
  // Text without accents in UTF-16 without a mark: every second byte is zero.
  const zeros = clean.filter((byte) => byte === 0).length;
  if (clean.length >= 16 && zeros > clean.length * 0.3 && zeros < clean.length * 0.6 && clean.filter(odd).length === zeros) return { problem: problem('utf16-file', where) };
  if (clean.filter(odd).length > Math.max(8, clean.length * 0.05)) {
    return { problem: problem('binary-file', where, { what: 'binary data', remedy: 'Give plain text or JSON lines in UTF-8.' }) };
  }
  const start = clean.toString('utf8').trimStart().slice(0, 200);
  if (/^<(?:!doctype\s+html|html|\?xml|head|body)\b/i.test(start)) return { problem: problem('html-page', where) };
  const extension = extname(file).toLowerCase();
  if (extension === '.jsonl' || extension === '.ndjson' || extension === '.json') return { kind: 'lines' };
  if (extension === '.txt') return { kind: 'text' };
  return { kind: /^(?:\{|\[\s*\{)/.test(start) ? 'lines' : 'text' };
}

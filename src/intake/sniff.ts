/** What some bytes hold, by looking at them; a name or a label only decides between texts that look alike. */
import { extname } from 'node:path';
import type { Hints } from './source.ts';

/** Kinds that are read; `foreign` is anything else, with its name in words and what a person may do. */
export type Kind = 'text' | 'lines' | 'html' | 'feed' | 'warc' | 'mail' | 'zip' | 'docx' | 'pdf' | 'gzip' | 'empty';
export type Sniffed = { kind: Kind; foreign?: undefined } | { kind?: undefined; foreign: { what: string; remedy: string; code?: 'markup-unknown' } };

const starts = (head: Buffer, bytes: readonly number[], at = 0): boolean => bytes.every((byte, i) => head[at + i] === byte);
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

const FOREIGN: readonly (readonly [bytes: readonly number[], what: string, remedy: string])[] = [
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd', 'Unpack it: zstd -dc {file} | dragoman code -'],
  [ascii('BZh'), 'bzip2', 'Unpack it: bunzip2 -c {file} | dragoman code -'],
  [[0xfd, ...ascii('7zXZ'), 0], 'xz', 'Unpack it: xz -dc {file} | dragoman code -'],
  [ascii('7z\xbc\xaf\x27\x1c'), '7-zip', 'Unpack it with 7z, or pack it as zip.'],
  [ascii('Rar!'), 'RAR', 'Unpack it, or pack it as zip.'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'an old office document', 'Save it as .docx.'],
  [ascii('{\\rtf'), 'RTF', 'Save it as .docx or plain text.'],
  [ascii('filedesc:'), 'an ARC, what WARC was before 2009', 'Make a WARC of it: warcio recompress {file} {file}.warc.gz'],
  [ascii('SQLite'), 'an SQLite file', 'A ledger is named with --ledger FILE.'],
  [[0x89, ...ascii('PNG')], 'a picture', 'Give text.'],
  [[0xff, 0xd8, 0xff], 'a picture', 'Give text.'],
  [ascii('GIF8'), 'a picture', 'Give text.'],
  [ascii('wOF'), 'a font', 'Give text.'],
  [ascii('OggS'), 'sound or film', 'Give text.'],
  [ascii('ID3'), 'sound or film', 'Give text.'],
  [[0, 0, 0, 1, 0, 0], 'a font', 'Give text.'],
];

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The head without a UTF-8 byte order mark. */
export const withoutBom = (head: Buffer): Buffer => (head.subarray(0, 3).equals(BOM) ? head.subarray(3) : head);

/** Bytes that text does not hold: C0 controls but tab, line ends, form feed and escape. */
const odd = (byte: number): boolean => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;

/** UTF-16, marked or not, as readable text; other heads as Latin letters, which is enough to see markup by. */
function glimpse(head: Buffer): { text: string; wide: boolean } {
  const marked = starts(head, [0xff, 0xfe]) ? 'utf-16le' : starts(head, [0xfe, 0xff]) ? 'utf-16be' : undefined;
  if (marked) return { text: new TextDecoder(marked).decode(head), wide: true };
  const clean = withoutBom(head), even = clean.subarray(0, clean.length & ~1);
  let first = 0, second = 0;
  for (let i = 0; i + 1 < even.length; i += 2) {
    if (even[i] === 0 || even[i] === 4) first++;
    if (even[i + 1] === 0 || even[i + 1] === 4) second++;
  }
  const pairs = even.length / 2;
  if (pairs >= 8 && second > pairs * 0.85 && first < pairs * 0.3) return { text: new TextDecoder('utf-16le').decode(even), wide: true };
  if (pairs >= 8 && first > pairs * 0.85 && second < pairs * 0.3) return { text: new TextDecoder('utf-16be').decode(even), wide: true };
  return { text: clean.toString('utf8'), wide: false };
}

const HEADER = /^[A-Za-z][A-Za-z0-9-]*:(?:[ \t]|$)/;
const KNOWN_HEADERS = /^(?:from|to|subject|date|message-id|mime-version|received|content-type|return-path|delivered-to|snapshot-content-location|x-[a-z-]+):/i;

/** A message's head: lines of the header shape up to a blank one, two of them (or more) of names that mails have. */
function looksLikeMail(text: string): boolean {
  // Chromium's saved pages may have titles over several lines that are no header lines.
  if (/^From: <Saved by [^>\r\n]*>/.test(text)) return true;
  let known = 0, any = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && any) continue;
    if (any === 0 && /^>?From /.test(line)) continue;
    if (!HEADER.test(line)) return false;
    any++;
    if (KNOWN_HEADERS.test(line)) known++;
  }
  return known >= 2;
}

/** The name of the first element of some markup, after declarations and comments. */
export function rootOf(text: string): string | undefined {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const skip = /^\s*(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\b(?:[^>[]|\[[\s\S]*?\])*>)/i.exec(rest);
    if (!skip) break;
    at += skip[0].length;
  }
  return /^\s*<([A-Za-z][\w:.-]*)/.exec(text.slice(at))?.[1]?.toLowerCase();
}

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'atom:feed']);
const HTML_ROOTS = new Set([
  'html', 'head', 'body', 'meta', 'title', 'link', 'script', 'style', 'article', 'main', 'section', 'div', 'p', 'h1', 'h2', 'table', 'header', 'span', 'font', 'center', 'nav', 'ul', 'ol', 'a', 'br', 'b', 'i', 'img', 'form', 'base', 'noscript',
]);
const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;

/** How many of the first bytes are looked at. */
const LOOKED = 4096;

/** Looks at the first bytes; more than some thousand of them make no difference. */
export function sniff(name: string, given: Buffer, hints: Hints = {}): Sniffed {
  const head = given.subarray(0, LOOKED);
  if (head.length === 0) return { kind: 'empty' };
  if (starts(head, [0x1f, 0x8b])) return { kind: 'gzip' };
  if (starts(head, [0x50, 0x4b, 3, 4]) || starts(head, [0x50, 0x4b, 5, 6])) return { kind: 'zip' };
  const pdf = head.subarray(0, 1024).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && /\.pdf$/i.test(name))) return { kind: 'pdf' };
  if (starts(head, ascii('WARC/'))) return { kind: 'warc' };
  for (const [bytes, what, remedy] of FOREIGN) if (starts(head, bytes)) return { foreign: { what, remedy } };
  if (starts(head, ascii('RIFF')) && starts(head, ascii('WEBP'), 8)) return { foreign: { what: 'a picture', remedy: 'Give text.' } };
  if (starts(head, ascii('ftyp'), 4)) return { foreign: { what: 'sound or film', remedy: 'Give text.' } };

  const { text, wide } = glimpse(head), extension = extname(name).toLowerCase();
  if (!wide) {
    const clean = withoutBom(head);
    let odds = 0;
    for (const byte of clean) if (odd(byte)) odds++;
    if (odds > Math.max(8, clean.length * 0.05)) {
      return { foreign: { what: 'binary data', remedy: 'Give text, a page, a feed, a document or an archive.' } };
    }
  }
  const start = text.trimStart();
  if (start.startsWith('<')) {
    const root = rootOf(text), html = /^<!doctype\s+html/i.test(start);
    if (root && FEED_ROOTS.has(root)) return { kind: 'feed' };
    if (html || (root && HTML_ROOTS.has(root)) || /<(?:html|body|article)[\s>]/i.test(text)) return { kind: 'html' };
    if (/^<\?xml\b/i.test(start) && root) return { foreign: { code: 'markup-unknown', what: root, remedy: '' } };
    if (root === 'svg') return { foreign: { what: 'a picture', remedy: 'Give text.' } };
  }
  if (/^\s*\{[\s\S]{0,400}"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/i.test(text)) return { kind: 'feed' };
  if (looksLikeMail(text)) return { kind: 'mail' };
  if (extension === '.jsonl' || extension === '.ndjson' || extension === '.json') return { kind: 'lines' };
  if (extension === '.txt') return { kind: 'text' };
  if (/^(?:\{|\[\s*\{)/.test(start)) return { kind: 'lines' };
  if ((hints.type && HTML_TYPE.test(hints.type)) || /^\.(?:x?html?|aspx?|php)$/.test(extension)) return { kind: 'html' };
  return { kind: 'text' };
}

/**
 * WARC (ISO 28500:2017) record by record: the pages that a crawl fetched, each with its address, its time and its place.
 * A record that is broken, or lies in a damaged gzip member, is told, and reading goes on at the next.
 */
import { ByteReader } from '../bytes.ts';
import { PAGE_CAP } from '../limits.ts';
import { GzipMembers } from './members.ts';
import { Broken, unpack } from './unpack.ts';
import type { Packing } from './unpack.ts';

const HEAD_CAP = 256 * 1024;
const HEAD_END = Buffer.from('\r\n\r\n'), VERSION = Buffer.from('WARC/');

/** Whether some bytes begin as a record does. */
export const beginsRecord = (bytes: Buffer): boolean => bytes.subarray(0, VERSION.length).equals(VERSION);

export interface Capture {
  /** Of the record in the file; of its gzip member, where it is packed in members. */
  offset: number;
  url: string;
  /** ISO 8601, `WARC-Date`. */
  crawled?: string;
  /** Media type and charset that the server gave, lower case. */
  type?: string;
  charset?: string;
  bytes: Buffer;
}

/** What a record comes to: a capture, a fault, or why it holds no page. */
export type WarcItem =
  | { capture: Capture; offset: number; fault?: undefined; passed?: undefined }
  | { fault: 'broken' | 'large' | 'packed'; why: string; url?: string; offset: number; capture?: undefined; passed?: undefined }
  | { passed: string; url?: string; offset: number; capture?: undefined; fault?: undefined };

/** Header lines to a map, names in lower case; a folded line goes on with the one before. */
function headers(text: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) all.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return all;
}

/** `text/html; charset="x"` to its parts, lower case. */
export function mediaType(given: string | undefined): { type?: string; charset?: string } {
  if (!given) return {};
  const type = given.split(';')[0]?.trim().toLowerCase(), charset = /charset\s*=\s*["']?([^\s"';]+)/i.exec(given)?.[1]?.toLowerCase();
  return { ...(type && { type }), ...(charset && { charset }) };
}

/** The body of a chunked transfer, or undefined where it is not one (Common Crawl's are joined already, the header left). */
function dechunk(body: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 || end - at > 64 ? undefined : /^([0-9a-f]+)[ \t]*(?:;.*)?$/i.exec(body.toString('latin1', at, end))?.[1];
    if (size === undefined) return parts.length ? Buffer.concat(parts) : undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

async function unpacked(body: Buffer, packing: Packing): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of unpack((async function* () { yield body; })(), packing)) {
    length += part.length;
    if (length > PAGE_CAP) throw new Error('more than is read of one page');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const PACKINGS: Readonly<Record<string, Packing>> = { gzip: 'gzip', 'x-gzip': 'gzip', deflate: 'deflate', br: 'br' };
/** Media types that can hold a story, by what their bytes turn out to be; the rest is not looked at. */
const READABLE = /^(?:text\/(?!css|javascript|csv|vcard|calendar)|message\/|multipart\/|application\/(?:xhtml|xml|rss|atom|rdf|feed|json|ld|pdf|zip|gzip|x-gzip|octet-stream|vnd\.openxmlformats|force-download|download|x-download|unknown))|^$/;

/** The page of one HTTP response. */
async function response(block: Buffer, offset: number, url: string, crawled: string | undefined): Promise<WarcItem> {
  const end = block.indexOf(HEAD_END);
  if (end < 0 || end > HEAD_CAP) return { fault: 'broken', why: 'a response without a head', url, offset };
  const head = block.toString('latin1', 0, end), status = /^HTTP\/\S+\s+(\d{3})/i.exec(head)?.[1];
  if (status === undefined) return { fault: 'broken', why: 'a response without a status', url, offset };
  if (status !== '200' && status !== '203') return { passed: `answers that are no page (${status[0]}xx)`, url, offset };
  const fields = headers(head), { type, charset } = mediaType(fields.get('content-type'));
  if (!READABLE.test(type ?? '')) return { passed: `pictures, styles and other things that are no text`, url, offset };
  let bytes = block.subarray(end + 4);
  if (/\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')) bytes = dechunk(bytes) ?? bytes;
  const packing = PACKINGS[(fields.get('content-encoding') ?? '').trim().toLowerCase()];
  // Crawlers unpack some answers and leave the header: what is not packed is taken as it is.
  if (packing && !(packing === 'gzip' && !(bytes[0] === 0x1f && bytes[1] === 0x8b))) {
    try {
      bytes = await unpacked(bytes, packing);
    } catch (error) {
      if (packing === 'gzip') return { fault: 'packed', why: (error as Error).message, url, offset };
    }
  }
  if (bytes.length === 0) return { passed: 'empty answers', url, offset };
  return { capture: { offset, url, ...(crawled && { crawled }), ...(type && { type }), ...(charset && { charset }), bytes }, offset };
}

/** The record in hand, for whoever has to say where reading broke off. */
interface InHand {
  offset?: number;
  url?: string;
}

/** The records of a stream. `placeOf` turns a place in it into one in the file. */
async function* records(reader: ByteReader, placeOf: (offset: number) => number, hand: InHand): AsyncGenerator<WarcItem> {
  let lost = false;
  for (;;) {
    delete hand.offset;
    delete hand.url;
    const from = reader.offset, head = await reader.until(HEAD_END, HEAD_CAP);
    // Blank lines may end a file.
    if (head === undefined) return;
    // The record's own first line: after a broken record, whatever stands before it is passed over.
    const begins = head.indexOf(VERSION);
    if (begins < 0 && head.toString('latin1').trim() === '') continue;
    const offset = hand.offset = placeOf(from + Math.max(0, begins));
    if (begins < 0) {
      if (!lost) yield { fault: 'broken', why: 'no record begins where one should', offset };
      lost = true;
      continue;
    }
    const junk = head.subarray(0, begins).toString('latin1').trim();
    if (junk && !lost) yield { fault: 'broken', why: 'the record before is longer than it says', offset };
    lost = false;
    const fields = headers(head.toString('utf8', begins)), length = Number(fields.get('content-length'));
    const kind = fields.get('warc-type')?.toLowerCase(), url = fields.get('warc-target-uri')?.replace(/^<|>$/g, ''), crawled = fields.get('warc-date');
    if (url) hand.url = url;
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { fault: 'broken', why: 'its length is missing', ...(url && { url }), offset };
      lost = true;
      continue;
    }
    // Crawlers keep notes of their own under other schemes (dns:, urn:, metadata:).
    const wanted = url !== undefined && /^(?:https?|ftp|file):/i.test(url) && (kind === 'response' || kind === 'resource' || kind === 'conversion');
    if (!wanted || length > PAGE_CAP * 2) {
      const there = await reader.skip(length);
      if (there < length) yield { fault: 'broken', why: 'the file ends in the middle of it', ...(url && { url }), offset };
      else if (wanted) yield { fault: 'large', why: String(length), url, offset };
      else yield { passed: 'records that are no pages (requests, metadata)', ...(url && { url }), offset };
      continue;
    }
    const block = await reader.take(length);
    if (block.length < length) {
      yield { fault: 'broken', why: 'the file ends in the middle of it', url, offset };
      return;
    }
    if (kind === 'response') yield await response(block, offset, url, crawled);
    else {
      const { type, charset } = mediaType(fields.get('content-type'));
      yield { capture: { offset, url, ...(crawled && { crawled }), ...(type && { type }), ...(charset && { charset }), bytes: block }, offset };
    }
  }
}

/** The address of the record that some bytes begin. */
const targetIn = (bytes: Buffer): string | undefined => /^WARC-Target-URI:[ \t]*<?([^\s>]+)/im.exec(bytes.toString('utf8'))?.[1];

/** The records of a WARC, in order; of one in gzip members, those that can still be had. Throws what its bytes throw. */
export async function* warcItems(source: AsyncIterable<Buffer> | GzipMembers): AsyncGenerator<WarcItem> {
  const packed = source instanceof GzipMembers ? source : undefined;
  try {
    for (;;) {
      const reader = new ByteReader(source instanceof GzipMembers ? source.bytes() : source, packed?.given), hand: InHand = {};
      try {
        return yield* records(reader, (offset) => packed?.placeOf(offset) ?? offset, hand);
      } catch (error) {
        if (!packed || !(error instanceof Broken)) throw error;
        const url = hand.url ?? targetIn(packed.beginning);
        yield { fault: 'broken', why: `its gzip member is damaged (${error.message})`, ...(url && { url }), offset: hand.offset ?? packed.placeOf(packed.given) };
        if (!(await packed.resume())) return;
      } finally {
        await reader.close();
      }
    }
  } finally {
    await packed?.close();
  }
}

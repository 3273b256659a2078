/** Mails and saved pages (MHTML, RFC 2557) taken apart by postal-mime: what was written, and what hangs on it. */
import PostalMime from 'postal-mime';
import type { Hints } from '../source.ts';

export interface Part {
  kind: 'html' | 'text';
  hints: Hints;
  text: string;
}

export interface Attachment {
  name: string;
  type: string;
  bytes: Buffer;
  /** The byte of the mail at which its content begins, where that can be told. */
  offset?: number;
}

const header = (head: string, name: string): string | undefined => new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t]+[^\\r\\n]*)*)`, 'im').exec(head)?.[1]?.replace(/\s+/g, ' ').trim();

const headOf = (text: string): string => text.slice(0, text.search(/\r?\n\r?\n/) + 1 || undefined);

/**
 * The first HTML part of a saved page, as a mail of its own: a saved page carries its frames and pictures as further parts,
 * which are no part of the story. Undefined where there is none.
 */
function firstPage(raw: Buffer): Buffer | undefined {
  const text = raw.toString('latin1'), head = headOf(text);
  const boundary = /^content-type:[^\r\n]*multipart\/related(?:[^\r\n]|\r?\n[ \t])*?boundary="?([^"\r\n;]+)"?/im.exec(head)?.[1];
  if (!boundary) return undefined;
  const mark = `--${boundary}`;
  let at = text.indexOf(mark, head.length);
  while (at >= 0) {
    const begin = text.indexOf('\n', at) + 1, end = text.indexOf(`\n${mark}`, begin);
    if (begin === 0) return undefined;
    const part = text.slice(begin, end < 0 ? undefined : end);
    if (/^content-type:\s*(?:text\/html|application\/xhtml\+xml)/im.test(headOf(part))) return Buffer.from(part, 'latin1');
    at = end < 0 ? -1 : end + 1;
  }
  return undefined;
}

/** The name a sender goes by, or the host of the address. */
const sender = (from: { name?: string; address?: string } | undefined): string | undefined => from?.name?.trim() || from?.address?.split('@')[1];

/** The byte at which what an attachment holds begins, looked for from `from` on: as its base64 stands there, else as it is. */
function contentPlace(raw: Buffer, content: Buffer, from: number): number | undefined {
  const packed = content.subarray(0, 54).toString('base64').replace(/=+$/, ''), place = packed === '' ? -1 : raw.indexOf(packed, from, 'latin1');
  const plain = place < 0 && content.length > 0 ? raw.indexOf(content.subarray(0, 54), from) : place;
  return plain < 0 ? undefined : plain;
}

/** Reads a mail or a saved page. Throws where it cannot be read at all. */
export async function readMail(raw: Buffer): Promise<{ body?: Part; attachments: Attachment[]; encrypted: boolean }> {
  const head = headOf(raw.toString('latin1'));
  const saved = header(head, 'Snapshot-Content-Location') ?? (/multipart\/related/i.test(header(head, 'Content-Type') ?? '') && !header(head, 'To') ? header(head, 'Content-Location') ?? '' : undefined);
  const date = header(head, 'Date'), stamp = date && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString() : undefined;
  if (saved !== undefined) {
    const page = firstPage(raw);
    const place = (page && header(headOf(page.toString('latin1')), 'Content-Location')) || saved;
    const { html } = await PostalMime.parse(page ?? raw);
    const hints: Hints = { type: 'text/html', ...(/^https?:/i.test(place) && { url: place }), ...(stamp && { crawled: stamp }) };
    return { ...(html && { body: { kind: 'html', hints, text: html } }), attachments: [], encrypted: false };
  }
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const outlet = sender(mail.from as { name?: string; address?: string } | undefined);
  const hints: Hints = {
    ...(mail.subject && { title: mail.subject.replace(/^(?:(?:re|fwd?|fw|ynt|ilt)\s*:\s*)+/i, '') }), ...(outlet && { outlet }), ...(date && { date }), ...(stamp && { crawled: stamp }),
  };
  // The plain text is what the sender wrote for reading as text; many newsletters leave a single line there.
  const text = mail.text?.trim() ?? '', rich = mail.html ?? '';
  const plain = text.length > 400 || (text !== '' && !rich);
  const body: Part | undefined = plain ? { kind: 'text', hints, text } : rich ? { kind: 'html', hints: { ...hints, type: 'text/html' }, text: rich } : undefined;
  let seen = head.length;
  const attachments = mail.attachments.filter(({ disposition, related }) => disposition !== 'inline' && !related).map(({ filename, mimeType, content }, i): Attachment => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer), offset = contentPlace(raw, bytes, seen);
    if (offset !== undefined) seen = offset + 1;
    return { name: filename || `attachment ${i + 1}`, type: mimeType, bytes, ...(offset !== undefined && { offset }) };
  });
  return { ...(body && { body }), attachments, encrypted: /multipart\/encrypted|application\/pkcs7-mime/i.test(header(head, 'Content-Type') ?? '') };
}

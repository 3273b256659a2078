/** Word documents (mammoth): paragraphs, and what the document says of itself. */
import mammoth from 'mammoth';
import { fromBufferPromise } from 'yauzl';
import { blocksOf } from '../page/blocks.ts';
import { parsePage, textOf } from '../page/dom.ts';
import { gather } from '../bytes.ts';
import { MB } from '../limits.ts';

export interface Paper {
  title?: string;
  author?: string;
  /** Timestamp as given. */
  created?: string;
  paragraphs: string[];
}

/** Dublin Core of the document; empty where it has none. */
async function properties(bytes: Buffer): Promise<{ title?: string; author?: string; created?: string }> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: false });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'docProps/core.xml') continue;
    const xml = (await gather(await zip.openReadStreamPromise(entry) as AsyncIterable<Buffer>, MB)).toString('utf8');
    const field = (name: string): string | undefined => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]*)<`, 'i').exec(xml)?.[1]?.trim() || undefined;
    const plain = (value: string | undefined): string | undefined => value && textOf(parsePage(`<p>${value}</p>`).body);
    const title = plain(field('title')), author = plain(field('creator')), created = field('created');
    return { ...(title && { title }), ...(author && { author }), ...(created && { created }) };
  }
  return {};
}

/** Reads a .docx. Throws where it is damaged. */
export async function readDocx(bytes: Buffer): Promise<Paper> {
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false });
  const body = parsePage(value).body, blocks = body ? blocksOf(body) : [];
  const { title, author } = await properties(bytes);
  const heading = blocks[0] && /^h[1-3]$/.test(blocks[0].tag) ? blocks[0].text : undefined;
  const paragraphs = blocks.slice(heading ? 1 : 0).map(({ text }) => text);
  return { ...((heading ?? title) && { title: heading ?? title }), ...(author && { author }), paragraphs };
}

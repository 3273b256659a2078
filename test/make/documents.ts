/** Files of the formats that intake reads, made from known stories: bytes as real programs write them. */
import { deflateSync, gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';

export interface Told {
  title: string;
  date: string;
  outlet: string;
  author?: string;
  url: string;
  lang: string;
  paragraphs: readonly string[];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content as string), name, { mtime: new Date(0) });
  archive.end();
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    archive.outputStream.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  });
}

export const plainPage = ({ title, date, outlet, author, url, lang, paragraphs }: Told): string => `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)} - ${escape(outlet)}</title>
<meta property="og:site_name" content="${escape(outlet)}"><meta property="og:title" content="${escape(title)}"><meta property="article:published_time" content="${date}T09:30:00+03:00">
${author ? `<meta name="author" content="${escape(author)}">` : ''}<link rel="canonical" href="${url}"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${escape(title)}</h1>${paragraphs.map((one) => `<p>${escape(one)}</p>`).join('\n')}</article>
<footer><p>© ${escape(outlet)}</p></footer></body></html>`;

const RFC = (date: string): string => new Date(`${date}T06:30:00Z`).toUTCString();

export const rss = (stories: readonly Told[], outlet: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escape(outlet)}</title><link>https://example.org/</link><language>${stories[0]?.lang ?? 'en'}</language>
${stories.map(({ title, date, url, author, paragraphs }) => `<item><title>${escape(title)}</title><link>${url}</link><guid isPermaLink="false">${url}#1</guid><pubDate>${RFC(date)}</pubDate>${author ? `<dc:creator>${escape(author)}</dc:creator>` : ''}
<description>${escape(paragraphs[0] as string)}</description><content:encoded><![CDATA[${paragraphs.map((one) => `<p>${escape(one)}</p>`).join('')}]]></content:encoded></item>`).join('\n')}</channel></rss>`;

export const atom = (stories: readonly Told[], outlet: string): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escape(outlet)}</title><id>https://example.org/</id><updated>2024-05-20T00:00:00Z</updated>
${stories.map(({ title, date, url, author, paragraphs }) => `<entry><title>${escape(title)}</title><link href="${url}"/><id>${url}</id><published>${date}T09:30:00+03:00</published><updated>${date}T12:00:00+03:00</updated><author><name>${escape(author ?? outlet)}</name></author>
<content type="html">${escape(paragraphs.map((one) => `<p>${escape(one)}</p>`).join(''))}</content></entry>`).join('\n')}</feed>`;

export const rdf = (stories: readonly Told[], outlet: string): string => `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://example.org/"><title>${escape(outlet)}</title><link>https://example.org/</link></channel>
${stories.map(({ title, date, url, paragraphs }) => `<item rdf:about="${url}"><title>${escape(title)}</title><link>${url}</link><dc:date>${date}T09:30:00+03:00</dc:date><content:encoded>${escape(paragraphs.map((one) => `<p>${escape(one)}</p>`).join(''))}</content:encoded></item>`).join('')}</rdf:RDF>`;

export const jsonFeed = (stories: readonly Told[], outlet: string): string => JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1', title: outlet, language: stories[0]?.lang,
  items: stories.map(({ title, date, url, author, paragraphs }) => ({ id: url, url, title, date_published: `${date}T09:30:00+03:00`, ...(author && { authors: [{ name: author }] }), content_html: paragraphs.map((one) => `<p>${escape(one)}</p>`).join('') })),
});

export interface WarcRecord {
  type?: string;
  url?: string;
  date?: string;
  /** Head of the HTTP answer; the usual one of a page where absent. */
  http?: string;
  body: string | Buffer;
}

/** Records of a WARC, each whole. */
export function warcRecords(records: readonly WarcRecord[]): Buffer[] {
  return records.map(({ type = 'response', url, date = '2024-05-20T10:00:00Z', http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8', body }, i) => {
    const block = type === 'response' ? Buffer.concat([Buffer.from(`${http}\r\n\r\n`), Buffer.from(body as string)]) : Buffer.from(body as string);
    const content = type === 'response' ? 'application/http; msgtype=response' : 'application/warc-fields';
    return Buffer.concat([Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}>\r\nWARC-Date: ${date}\r\n${url ? `WARC-Target-URI: ${url}\r\n` : ''}Content-Type: ${content}\r\nContent-Length: ${block.length}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
  });
}

/** As Common Crawl writes it: each record a gzip member of its own. */
export const warcGz = (records: readonly WarcRecord[]): Buffer => Buffer.concat(warcRecords(records).map((record) => gzipSync(record)));

const quotedPrintable = (text: string): string => [...Buffer.from(text)].map((byte) => (byte === 10 ? '\r\n' : byte === 61 || byte > 126 || byte < 32 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('')
  .split('\r\n').map((line) => line.replace(/.{1,70}(?=.)(?<!=.?)/g, '$&=\r\n')).join('\r\n');

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A page as Chromium saves it. */
export const mhtml = (story: Told, saved: string): string => `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${story.url}\r\nSubject: ${word(story.title)}\r\nDate: ${new Date(saved).toUTCString()}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${story.url}\r\n\r\n${quotedPrintable(plainPage(story))}\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://ads.example/frame\r\n\r\n<html><body><p>Buy one, get another for nothing at all, today and only today in every shop of the town.</p></body></html>\r\n------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\niVBORw0KGgo=\r\n\r\n------MultipartBoundary--x------\r\n`;

/** A mail with the story as its text, and files hanging on it. */
export const eml = (story: Told, attachments: readonly { name: string; type: string; bytes: Buffer }[] = []): string => {
  const head = `Return-Path: <desk@example.org>\r\nFrom: ${word(story.outlet)} <desk@example.org>\r\nTo: reader@example.com\r\nSubject: ${word(story.title)}\r\nDate: ${story.date.slice(8)} May 2024 21:30:00 +0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n`;
  const text = `${story.paragraphs.join('\n\n')}\n\n-- \nThe desk, ${story.outlet}\n`;
  if (attachments.length === 0) return `${head}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  return `${head}Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n${attachments.map(({ name, type, bytes }) => `--b1\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`).join('')}--b1--\r\n`;
};

export const docx = ({ title, author = '', date, paragraphs }: Told): Promise<Buffer> => zip({
  '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
  'docProps/core.xml': `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:creator>${escape(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2030-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[date, ...paragraphs].map((one) => `<w:p><w:r><w:t xml:space="preserve">${escape(one.slice(0, 20))}</w:t></w:r><w:r><w:t xml:space="preserve">${escape(one.slice(20))}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
});

/** Breaks text into lines of at most so many characters. */
function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const one of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + one.length < most) lines[lines.length - 1] = `${last} ${one}`;
    else lines.push(one);
  }
  return lines;
}

/** A PDF of one story: a head in large type, date line, body in lines, page numbers; any script, by a ToUnicode map. */
export function pdf({ title, date, paragraphs }: Told): Buffer {
  const characters = [...new Set([...`${title}${date}${paragraphs.join('')}0123456789 `])];
  const hex = (n: number): string => n.toString(16).padStart(4, '0').toUpperCase();
  const code = (text: string): string => `<${[...text].map((character) => hex(characters.indexOf(character) + 1)).join('')}>`;
  const rows = [...wrapped(title, 50).map((text) => ({ text, size: 18, gap: 26 })), { text: date, size: 10, gap: 24 }, ...paragraphs.flatMap((one) => wrapped(one, 85).map((text, i) => ({ text, size: 10, gap: i === 0 ? 24 : 13 })))];
  const pages: string[] = [];
  let y = 780, content = '';
  const end = (): void => {
    pages.push(`${content}BT /F1 8 Tf 1 0 0 1 300 30 Tm ${code(String(pages.length + 1))} Tj ET\n`);
    content = '';
    y = 780;
  };
  for (const { text, size, gap } of rows) {
    if (y - gap < 60) end();
    y -= gap;
    content += `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm ${code(text)} Tj ET\n`;
  }
  end();
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${characters.map((character, i) => `1 beginbfchar <${hex(i + 1)}> <${[...Buffer.from(character, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}> endbfchar`).join('\n')}\nendcmap end end`;
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${pages.map((_, i) => `${7 + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ];
  const stream = (data: Buffer): Buffer => Buffer.concat([Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`), data, Buffer.from('\nendstream')]);
  objects.push(stream(deflateSync(map)));
  pages.forEach((page, i) => objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + i * 2} 0 R >>`, stream(deflateSync(page))));
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')], offsets: number[] = [];
  let at = (parts[0] as Buffer).length;
  objects.forEach((object, i) => {
    offsets.push(at);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]);
    parts.push(part);
    at += part.length;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

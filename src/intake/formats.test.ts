/** Each format that is read, on files made from known stories: the story comes out as it went in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import { afterAll, describe, expect, it } from 'vitest';
import { atom, docx, eml, jsonFeed, mhtml, pdf, plainPage, rdf, rss, warcGz, warcRecords, zip } from '../../test/make/documents.ts';
import type { Told, WarcRecord } from '../../test/make/documents.ts';
import { readStories } from './read.ts';
import type { Item } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'dragoman-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
async function all(...files: string[]): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of readStories(files)) items.push(item);
  return items;
}

const told: Told[] = [
  {
    title: 'Dışişleri Bakanı Keleş, Şam’da mevkidaşıyla görüştü', date: '2024-05-13', outlet: 'İskele Postası', author: 'Ayşe Gül', url: 'https://iskele.example/dunya/kelesh-sam', lang: 'tr',
    paragraphs: [
      'Dışişleri Bakanı Orban Keleş, iki günlük ziyaret için gittiği Şam’da Suriyeli mevkidaşı ile bir araya geldi ve sınır ticaretinin yeniden başlaması konusunda anlaştıklarını söyledi.',
      'Görüşmede, iki ülke arasındaki kapıların haziran ayında açılması ve güvenlik heyetlerinin her ay toplanması kararlaştırıldı.', 'Keleş, ziyaretin ardından yaptığı açıklamada, "Komşumuzla yeni bir sayfa açıyoruz" ifadelerini kullandı.',
    ],
  },
  {
    title: 'Norway urges Chad to free two aid workers', date: '2024-05-14', outlet: 'Harbour Wire', author: 'Ana Rowe', url: 'https://harbour.example/2024/05/14/norway-chad', lang: 'en',
    paragraphs: [
      'Norway urged Chad on Tuesday to free two aid workers who were detained near the border with Sudan last month, and summoned the ambassador to Oslo.', 'The foreign ministry said that the two, both of them nurses, had been held without charge since the third of April.',
      'Chad did not answer at once. A spokesman for the government said that the matter was before the courts.',
    ],
  },
  {
    title: 'Минск и Ереван договорились о поставках зерна', date: '2024-05-15', outlet: 'Линия Полесья', url: 'https://polesye.example/news/zerno', lang: 'ru',
    paragraphs: [
      'Белоруссия и Армения подписали соглашение о поставках зерна, которое вступит в силу в сентябре, сообщили в министерстве сельского хозяйства в среду.', 'Премьер-министр Армении поблагодарил белорусскую сторону за готовность помочь и пригласил главу правительства в Ереван.',
      'Стороны также обсудили строительство завода удобрений, однако решения по нему пока нет.',
    ],
  },
];
const [turkish, english, russian] = told as [Told, Told, Told];
const textOf = ({ paragraphs }: Told): string => paragraphs.join('\n\n');

/** What every format must give; `less` leaves out what it has no place for. */
const expected = (story: Told, less: readonly (keyof Told)[] = []): object => {
  const { title, date, outlet, author, url, lang } = story;
  const fields = { title, date, outlet, ...(author && { author }), url, lang };
  return { ...Object.fromEntries(Object.entries(fields).filter(([name]) => !less.includes(name as keyof Told))), text: textOf(story) };
};
const stories = (items: Item[]): unknown[] => items.flatMap(({ story }) => story ?? []);
const faults = (items: Item[]): string[] => items.flatMap(({ problems }) => problems.map(({ code }) => code));

describe('pages', () => {
  it('give title, outlet, author, date and how it was found, language, address, paragraphs', async () => {
    const items = await all(...told.map((story, i) => file(`${i}.html`, plainPage(story))));
    expect(stories(items)).toEqual(told.map((story) => expect.objectContaining({ ...expected(story), dated: 'metadata' })));
  });

  it.each([['windows-1254', 0], ['iso-8859-9', 0], ['windows-1251', 2], ['koi8-r', 2], ['iso-8859-5', 2]] as const)('in %s are read, whether they say so, lie or are silent', async (charset, which) => {
    const story = told[which] as Told, latin: Record<string, number> = {};
    const decoder = new TextDecoder(charset);
    for (let byte = 128; byte < 256; byte++) latin[decoder.decode(Uint8Array.of(byte))] = byte;
    const bytes = (text: string): Buffer => Buffer.from([...text.replaceAll('’', "'").replaceAll('©', '')].map((c) => latin[c] ?? c.charCodeAt(0)));
    const page = plainPage(story), wanted = textOf(story).replaceAll('’', "'");
    for (const said of [charset, 'utf-8', '', which === 0 ? 'windows-1251' : 'windows-1254']) {
      const [item] = await all(file('charset.html', bytes(page.replace('<meta charset="utf-8">', said && `<meta charset="${said}">`))));
      expect([said, item?.story?.text]).toEqual([said, wanted]);
    }
  });

  it('in UTF-16, marked or not, and in UTF-8 that calls itself something else', async () => {
    for (const bytes of [Buffer.from(`\ufeff${plainPage(russian)}`, 'utf16le'), Buffer.from(`\ufeff${plainPage(russian)}`, 'utf16le').swap16(), Buffer.from(plainPage(russian).replace('utf-8', 'windows-1251'))]) {
      expect(stories(await all(file('wide.html', bytes)))).toEqual([expect.objectContaining(expected(russian))]);
    }
  });
});

describe('plain text and JSON lines', () => {
  it('in old charsets are read where there is enough to tell them by', async () => {
    const koi = new TextDecoder('koi8-r'), back = new Map(Array.from({ length: 128 }, (_, i) => [koi.decode(Uint8Array.of(i + 128)), i + 128]));
    const bytes = Buffer.from([...`date 2024-05-15\n\n${textOf(russian)}`].map((c) => back.get(c) ?? c.charCodeAt(0)));
    expect(stories(await all(file('old.txt', bytes)))).toEqual([expect.objectContaining({ date: '2024-05-15', text: textOf(russian) })]);
    expect(stories(await all(file('wide.txt', Buffer.from(`\ufeffdate 2024-05-13\n\n${textOf(turkish)}`, 'utf16le'))))).toEqual([expect.objectContaining({ text: textOf(turkish) })]);
  });
});

describe('feeds', () => {
  it.each([['rss', rss], ['atom', atom], ['rdf', rdf], ['json', jsonFeed]] as const)('%s', async (kind, make) => {
    const items = await all(file(`feed-${kind}.xml`, make([english], english.outlet)));
    expect(stories(items)).toEqual([expect.objectContaining({ ...expected(english, kind === 'rdf' ? ['author'] : []), dated: 'feed' })]);
  });

  it('with teasers say which page to read', async () => {
    const markup = rss([english], 'X').replace(/<content:encoded>.*<\/content:encoded>/s, ''), items = await all(file('thin.xml', markup));
    expect(items.map(({ problems }) => problems[0])).toEqual([expect.objectContaining({ code: 'entry-thin', member: `${english.url}#1`, offset: markup.indexOf('<item>'), remedy: expect.stringContaining(english.url) as string })]);
  });

  it('that are broken or tricked give a line, or the rest', async () => {
    expect(faults(await all(file('cut.xml', '<?xml version="1.0"?><rss version="2.0"><channel><item><title>x')))).toEqual([expect.stringMatching(/feed-broken|feed-empty|entry-thin/)]);
    const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss([english], 'X').replace(/^<\?xml[^>]*\?>/, '').replace('on Tuesday', '&c;&x;')}`;
    const [item] = await all(file('laughs.xml', laughs));
    expect(item?.story?.text ?? '').not.toMatch(/haha|root:/);
    expect((item?.story?.text ?? '').length).toBeLessThan(1000);
  });
});

const RECORDS: WarcRecord[] = [
  { type: 'warcinfo', body: 'software: made' }, { type: 'request', url: turkish.url, body: 'GET / HTTP/1.1\r\n\r\n' }, { url: turkish.url, body: plainPage(turkish) },
  { url: 'https://x.example/a.png', http: 'HTTP/1.1 200 OK\r\nContent-Type: image/png', body: '\x89PNG' }, { url: 'https://x.example/gone', http: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html', body: 'gone' },
  { url: english.url, http: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked', body: ((packed) => Buffer.concat([Buffer.from(`${packed.length.toString(16)}\r\n`), packed, Buffer.from('\r\n0\r\n\r\n')]))(gzipSync(plainPage(english))) },
  { url: russian.url, http: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br', body: brotliCompressSync(plainPage(russian)) },
];

describe('WARC', () => {
  it.each([['plain', Buffer.concat(warcRecords(RECORDS))], ['gzipped record by record', warcGz(RECORDS)], ['gzipped whole', gzipSync(Buffer.concat(warcRecords(RECORDS)))]])('%s', async (how, bytes) => {
    const items = await all(file('crawl.warc', bytes));
    expect(stories(items)).toEqual(told.map((story) => expect.objectContaining(expected(story))));
    expect(items.flatMap(({ passed }) => passed ?? [])).toHaveLength(4);
    expect(faults(items)).toEqual([]);
    const before = (how === 'plain' ? warcRecords(RECORDS) : warcRecords(RECORDS).map((record) => gzipSync(record))).slice(0, 2), offset = how === 'gzipped whole' ? 0 : before.reduce((sum, { length }) => sum + length, 0);
    expect(items.find(({ story }) => story)?.where).toMatchObject({ member: turkish.url, offset });
  });

  it('as the warcio library writes it', async () => {
    const parts: Uint8Array[] = [];
    for (const story of told) {
      const record = WARCRecord.create({ url: story.url, date: '2024-05-20T00:00:00Z', type: 'response', warcVersion: 'WARC/1.1', httpHeaders: { 'Content-Type': 'text/html' }, statusline: 'HTTP/1.1 200 OK' }, (async function* () { yield new TextEncoder().encode(plainPage(story)); })());
      parts.push(await WARCSerializer.serialize(record, { gzip: true }));
    }
    expect(stories(await all(file('warcio.warc.gz', Buffer.concat(parts))))).toEqual(told.map((story) => expect.objectContaining(expected(story))));
  });

  it('with broken records: each is told with its place, the others are read', async () => {
    const [first, second, third] = warcRecords(told.map((story) => ({ url: story.url, body: plainPage(story) }))) as [Buffer, Buffer, Buffer];
    const lying = Buffer.from(second.toString('latin1').replace(/Content-Length: \d+/, 'Content-Length: 300'), 'latin1');
    const items = await all(file('lying.warc', Buffer.concat([first, lying, third])));
    expect(items.flatMap(({ story }) => story?.lang ?? [])).toEqual(expect.arrayContaining(['tr', 'ru']));
    expect(faults(items)).toContain('record-broken');
    const cut = await all(file('cut.warc', Buffer.concat([first, second.subarray(0, 500)])));
    expect(stories(cut)).toHaveLength(1);
    expect(cut.at(-1)?.problems[0]).toMatchObject({ code: 'record-broken', member: english.url, offset: first.length });
    const torn = await all(file('torn.warc.gz', warcGz(RECORDS).subarray(0, -200)));
    expect(torn.flatMap(({ problems }) => problems)).toEqual([expect.objectContaining({ code: 'record-broken', member: russian.url, offset: warcGz(RECORDS.slice(0, -1)).length })]);
    expect(stories(torn)).toHaveLength(2);
    // The very first member is damaged: the name says what the file is.
    const beheaded = Buffer.from(warcGz(RECORDS));
    beheaded.fill(0xee, 12, 40);
    const headless = await all(file('headless.warc.gz', beheaded));
    expect([faults(headless), headless[0]?.where, stories(headless).length]).toEqual([['record-broken'], expect.objectContaining({ offset: 0 }), 3]);
  });
});

describe('mails and saved pages', () => {
  it('MHTML: the page, not its frames; its address; never the day it was saved', async () => {
    expect(stories(await all(file('saved.mhtml', mhtml(russian, '2024-06-01T10:00:00Z'))))).toEqual([expect.objectContaining(expected(russian))]);
    const undated = { ...russian, date: 'x' };
    expect(faults(await all(file('undated.mhtml', mhtml(undated, '2024-06-01T10:00:00Z'))))).toEqual(['undated-page']);
  });

  it('eml: the text and what hangs on it', async () => {
    expect(stories(await all(file('a.eml', eml(turkish))))).toEqual([expect.objectContaining({ ...expected(turkish, ['author', 'url']), dated: 'header' })]);
    const picture = Buffer.from('\x89PNG', 'latin1'), written = eml(english, [{ name: 'page.html', type: 'text/html', bytes: Buffer.from(plainPage(turkish)) }, { name: 'x.png', type: 'image/png', bytes: picture }]);
    const items = await all(file('b.eml', written));
    expect(stories(items)).toEqual([expect.objectContaining(expected(english, ['author', 'url'])), expect.objectContaining(expected(turkish))]);
    expect(items.map(({ where }) => where.member)).toEqual([undefined, 'page.html', 'x.png']);
    expect(items.map(({ where }) => where.offset)).toEqual([undefined, written.indexOf('PCF', written.indexOf('page.html')), written.indexOf(picture.toString('base64').replace(/=+$/, ''))]);
  });
});

describe('documents', () => {
  it('docx: paragraphs, title, author; dated by its first line, never by when the file was made', async () => {
    for (const story of told) expect(stories(await all(file('a.docx', await docx(story))))).toEqual([expect.objectContaining({ ...expected(story, ['outlet', 'url']), dated: 'text' })]);
    expect(faults(await all(file('b.docx', await docx({ ...english, date: '' }))))).toEqual(['undated-page']);
  });

  it('PDF: paragraphs put together from lines, in any script', async () => {
    for (const story of told) expect(stories(await all(file('a.pdf', pdf(story))))).toEqual([expect.objectContaining(expected(story, ['outlet', 'url', 'author']))]);
    const long = { ...english, paragraphs: Array.from({ length: 40 }, (_, i) => `${i}. ${english.paragraphs[i % 3] as string} ${english.paragraphs[(i + 1) % 3] as string}`) };
    expect(stories(await all(file('long.pdf', pdf(long))))).toEqual([expect.objectContaining({ text: textOf(long) })]);
  });

  it('that are damaged or hold no text say so', async () => {
    expect(faults(await all(file('x.pdf', '%PDF-1.7\nnothing else')))).toEqual(['document-broken']);
    expect(faults(await all(file('empty.pdf', pdf({ ...english, title: ' ', date: ' ', paragraphs: [] }))))).toEqual(['no-text-layer']);
    expect(faults(await all(file('x.docx', await zip({ 'word/document.xml': '<broken' }))))).toEqual(['document-broken']);
  });
});

describe('archives', () => {
  it('zip and gzip of anything, within each other, each member with its place', async () => {
    const inner = await zip({ 'deep/page.html': plainPage(russian), 'notes.png': Buffer.from('\x89PNG', 'latin1') });
    const outer = await zip({ 'a.html': plainPage(turkish), 'b.jsonl.gz': gzipSync(JSON.stringify({ id: 'b', date: english.date, text: textOf(english) })), 'c.zip': inner, 'd.pdf': pdf(english) });
    const items = await all(file('all.zip', outer));
    expect(items.map(({ story, where }) => [where.member, story?.text])).toEqual([
      ['a.html', textOf(turkish)], ['b.jsonl.gz', textOf(english)], ['c.zip!deep/page.html', textOf(russian)], ['c.zip!notes.png', undefined], ['d.pdf', textOf(english)],
    ]);
    expect(stories(await all(file('all.zip.gz', gzipSync(outer))))).toHaveLength(4);
  });

  it('may come on standard input', async () => {
    const items: Item[] = [];
    for await (const item of readStories(['-'], {}, { stdin: (async function* () { yield gzipSync(plainPage(turkish)); })() })) items.push(item);
    expect(stories(items)).toEqual([expect.objectContaining(expected(turkish))]);
  });

  it('folders are read through, what holds no story passed over', async () => {
    mkdirSync(join(folder, 'tree/sub'), { recursive: true });
    file('tree/a.html', plainPage(turkish));
    file('tree/sub/b.docx', await docx(english));
    file('tree/sub/c.png', Buffer.from('\x89PNG', 'latin1'));
    const items = await all(join(folder, 'tree'));
    expect([stories(items).length, faults(items), items.flatMap(({ passed }) => passed ?? []).length]).toEqual([2, [], 1]);
  });

  it('broken, encrypted, too deep', async () => {
    const whole = await zip({ 'a.html': plainPage(turkish) });
    expect(faults(await all(file('cut.zip', whole.subarray(0, -30))))).toEqual(['zip-unreadable']);
    const locked = Buffer.from(whole);
    for (const [mark, at] of [['PK\u0003\u0004', 6], ['PK\u0001\u0002', 8]] as const) locked[locked.indexOf(mark) + at] = 1;
    expect(faults(await all(file('locked.zip', locked)))).toEqual(['encrypted']);
    let deep: Buffer = Buffer.from(plainPage(turkish));
    for (let i = 0; i < 6; i++) deep = gzipSync(deep);
    expect(faults(await all(file('deep.gz', deep)))).toEqual(['archive-deep']);
  });

  it('that are bombs are given up: blank lines without end, members over the same bytes, documents that swell', async () => {
    expect(faults(await all(file('blank.jsonl.gz', gzipSync(Buffer.alloc(200 * 1024 * 1024, 10)))))).toEqual(['archive-bomb']);
    const swollen = await zip({ 'word/document.xml': `<w:document>${' '.repeat(140 * 1024 * 1024)}</w:document>` });
    expect(faults(await all(file('swollen.docx', swollen)))).toEqual([expect.stringMatching(/archive-bomb|too-large/)]);
    // Two entries of the directory made to point at one member.
    const twice = await zip({ 'a.txt': 'date 2024-05-13 one', 'b.txt': 'date 2024-05-13 two' }), at = twice.lastIndexOf('PK\u0001\u0002');
    twice.writeUInt32LE(0, at + 42);
    expect(faults(await all(file('twice.zip', twice)))).toEqual(['archive-bomb']);
  });
});

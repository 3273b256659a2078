/** From a source to the documents in it: archives opened, each thing known by its bytes, every fault told with its place. */
import { readFile } from 'node:fs/promises';
import { problem, ProblemError } from '../story/errors.ts';
import type { Where } from '../story/errors.ts';
import { beginningOf, GzipMembers } from './archives/members.ts';
import { Bomb, Broken, unpack } from './archives/unpack.ts';
import { beginsRecord, warcItems } from './archives/warc.ts';
import { openZip, spooled } from './archives/zip.ts';
import { gather, peek, TooLong } from './bytes.ts';
import type { EntryDoc, Feed } from './formats/feed.ts';
import { DEPTH_CAP, DOCUMENT_CAP, GROWTH_CAP, inMegabytes, LINE_CAP, MB, PAGE_CAP } from './limits.ts';
import { decodeUtf8, readLines } from './lines.ts';
import { markupOf } from './page/markup.ts';
import { sniff, withoutBom } from './sniff.ts';
import { fault, inside, met, passed } from './source.ts';
import type { DocKind, Hints, Met, Source } from './source.ts';

const basename = (path: string): string => path.slice(path.search(/[^/\\]*$/));
const UNPACKED = /\.(?:gz|gzip)$/i;
const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);
const one = async function* (bytes: Buffer): AsyncGenerator<Buffer> { yield bytes; };

/** What an error of a source means, in the words of the catalogue. */
function explain(error: unknown, where: Where, what: string): Met {
  if (error instanceof ProblemError) return fault({ ...error.problem, ...where }, where);
  if (error instanceof Bomb) return fault(problem('archive-bomb', where, { cap: `${GROWTH_CAP} times its size` }), where);
  if (error instanceof TooLong) return fault(problem('too-large', where, { size: inMegabytes(error.size), cap: error.cap / MB, what }), where);
  if (error instanceof Broken) return fault(problem('archive-broken', { ...where, offset: error.offset }, { what: error.what, why: error.message }), where);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return fault(problem('file-missing', where), where);
  if (what === 'zip' && !code) return fault(problem('zip-unreadable', where, { why: message }), where);
  return fault(problem('file-unreadable', where, { why: code ?? message }), where);
}

async function* lines({ where, hints, name }: Source, bytes: AsyncIterable<Buffer>): AsyncGenerator<Met> {
  let any = false;
  for await (const { number, bytes: line, length } of readLines(bytes, LINE_CAP, { blank: false })) {
    const at = { ...where, line: number };
    if (!line) {
      any = true;
      yield fault(problem('line-too-long', at, { size: inMegabytes(length), cap: LINE_CAP / MB }), at);
      continue;
    }
    const clean = any ? line : withoutBom(line);
    if (clean.every((byte) => byte === 32 || byte === 9)) continue;
    // An array, or an object spread over lines: every line would fail, so it is said once.
    if (!any && /^\s*(?:\[.*|\{\s*)$/.test(decodeUtf8(clean).text ?? '')) {
      yield fault(problem('json-not-lines', at), at);
      return;
    }
    any = true;
    yield met({ where: at, kind: 'json', name, hints, bytes: clean });
  }
  if (!any) yield fault(problem('empty-file', where), where);
}

/** One whole document. */
async function* whole(kind: DocKind, source: Source, bytes: AsyncIterable<Buffer>, cap: number): AsyncGenerator<Met> {
  yield met({ where: source.where, kind, name: source.name, hints: source.hints, bytes: await gather(bytes, cap) });
}

async function* text(source: Source, bytes: AsyncIterable<Buffer>): AsyncGenerator<Met> {
  const where = { ...source.where, line: 1 };
  try {
    yield met({ where, kind: 'text', name: source.name, hints: source.hints, bytes: withoutBom(await gather(bytes, LINE_CAP, true)) });
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    yield fault(problem('line-too-long', where, { size: inMegabytes(error.size), cap: LINE_CAP / MB }), where);
  }
}

async function* warc(source: Source, bytes: AsyncIterable<Buffer> | GzipMembers): AsyncGenerator<Met> {
  for await (const item of warcItems(bytes)) {
    if (item.capture) {
      const { url, offset, crawled, type, charset, bytes: page } = item.capture, where = inside(source.where, url, offset);
      const name = basename(url.split(/[?#]/)[0] as string), found = sniff(name, page, { type }), hints: Hints = { url, ...(crawled && { crawled }), ...(type && { type }), ...(charset && { charset }) };
      // What a crawl met on its way and cannot hold a story is no fault of anybody's.
      if (found.foreign || found.kind === 'lines' || (found.kind === 'text' && /^\/robots\.txt$/.test(pathOf(url)))) yield passed('pictures, styles and other things that are no text', where);
      else if (found.kind === 'html' && page.length <= PAGE_CAP) yield met({ where, kind: 'html', name, hints, bytes: page });
      else yield* walk({ where, name, hints, bytes: one(page), depth: source.depth + 1 });
      continue;
    }
    const where = item.url === undefined ? { ...source.where, offset: item.offset } : inside(source.where, item.url, item.offset);
    if (item.passed !== undefined) yield passed(item.passed, where);
    else if (item.fault === 'large') yield fault(problem('too-large', where, { size: inMegabytes(Number(item.why)), cap: PAGE_CAP * 2 / MB, what: 'record' }), where);
    else yield fault(problem('record-broken', where, { why: item.why }), where);
  }
}

async function* zipFile(path: string, source: Source): AsyncGenerator<Met> {
  const { where, depth, hints } = source, { members, broken, close } = await openZip(path), has = (name: string): boolean => members.some((member) => member.path === name);
  try {
    if (has('word/document.xml')) {
      // mammoth unpacks a document in memory: everything in it is unpacked here first, to see how much it is.
      let size = 0;
      for (const { bytes } of members) for await (const chunk of bytes) if ((size += chunk.length) > DOCUMENT_CAP) throw new TooLong(size, DOCUMENT_CAP);
      yield met({ where, kind: 'docx', name: source.name, hints, bytes: await readFile(path) });
      return;
    }
    if (has('mimetype')) {
      yield fault(problem('binary-file', where, { what: 'an OpenDocument or e-book file', remedy: 'Save it as .docx or plain text.' }), where);
      return;
    }
    for (const { path: member, name, offset, encrypted, link, bytes } of members) {
      const at = inside(where, member, offset);
      if (encrypted) yield fault(problem('encrypted', at), at);
      else if (link) yield passed('links in archives, which are not followed', at);
      else if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(member)) yield passed('what systems leave in archives', at);
      else {
        const { crawled } = hints;
        yield* walk({ where: at, name, hints: crawled ? { crawled } : {}, bytes, depth: depth + 1 }, true);
      }
    }
    if (broken) throw broken;
    if (members.length === 0) yield fault(problem('empty-file', where), where);
  } finally {
    close();
  }
}

async function* feed(source: Source, bytes: AsyncIterable<Buffer>): AsyncGenerator<Met> {
  const { where, hints, name } = source, whole = await gather(bytes, PAGE_CAP), markup = markupOf(whole, hints) ?? '';
  // What reads a format is loaded where one is met: one story from the command line waits for none of it.
  const [{ readFeed }, { entryPlaces }] = await Promise.all([import('./formats/feed.ts'), import('./formats/places.ts')]);
  let read: Feed;
  try {
    read = readFeed(markup, hints.url);
  } catch (error) {
    yield fault(problem('feed-broken', where, { why: (error as Error).message.slice(0, 120) }), where);
    return;
  }
  if (read.entries.length === 0) yield fault(problem('feed-empty', where), where);
  const { title: outlet, lang } = read, places = entryPlaces(whole, read.entries.length);
  for (const [i, entry] of read.entries.entries()) {
    const told: EntryDoc = { ...entry, ...(outlet && { outlet }), ...(lang && { lang }) };
    // Within an archive a place is the archive's own: what it holds has none that a user could look up.
    yield met({ where: inside(where, entry.key, where.offset ?? places?.[i]), kind: 'entry', name, hints, bytes: Buffer.from(JSON.stringify(told)) });
  }
}

async function* mail(source: Source, bytes: AsyncIterable<Buffer>): AsyncGenerator<Met> {
  const { where, depth, hints } = source;
  const { readMail } = await import('./archives/mail.ts');
  let read: Awaited<ReturnType<typeof readMail>>;
  const raw = await gather(bytes, DOCUMENT_CAP);
  try {
    read = await readMail(raw);
  } catch (error) {
    yield fault(problem('document-broken', where, { what: 'mail', why: (error as Error).message.slice(0, 120) }), where);
    return;
  }
  const { body, attachments, encrypted } = read;
  if (body) yield met({ where, kind: body.kind, name: source.name, hints: { ...hints, ...body.hints, charset: 'utf-8' }, bytes: Buffer.from(body.text) });
  else if (encrypted) yield fault(problem('encrypted', where), where);
  else if (attachments.length === 0) yield fault(problem('missing-text', where), where);
  const crawled = body?.hints.crawled;
  for (const { name, type, bytes: content, offset } of attachments) {
    yield* walk({ where: inside(where, name, where.offset ?? offset), name, hints: { type, ...(crawled && { crawled }) }, bytes: one(content), depth: depth + 1 }, true);
  }
}

/**
 * The documents of a source. Never throws for what it holds. `among` says that it lies among others (in a folder, an
 * archive): what is of a foreign kind is then passed over, where by itself it would be a fault.
 */
export async function* walk(source: Source, among = false): AsyncGenerator<Met> {
  const { where, name, hints, depth } = source;
  let what = 'file';
  try {
    if (depth > DEPTH_CAP) {
      yield fault(problem('archive-deep', where, { cap: DEPTH_CAP }), where);
      return;
    }
    const { head, all, close } = await peek(source.bytes), { kind, foreign } = sniff(name, head, hints);
    if (foreign || kind === 'empty' || (kind === 'zip' && source.path !== undefined)) await close();
    if (foreign) {
      if (among) yield passed(`members of other kinds (${foreign.what})`, where);
      else if (foreign.code) yield fault(problem(foreign.code, where, { root: foreign.what }), where);
      else yield fault(problem('binary-file', where, { what: foreign.what, remedy: foreign.remedy.replace('{file}', where.file ?? 'FILE') }), where);
      return;
    }
    what = kind;
    switch (kind) {
      case 'empty': yield fault(problem('empty-file', where), where); return;
      case 'gzip':
        if (beginsRecord(beginningOf(head)) || /\.warc\.gz$/i.test(name)) yield* warc(source, new GzipMembers(all, beginsRecord));
        else yield* walk({ where, hints, name: name.replace(UNPACKED, ''), bytes: unpack(all, 'gzip'), depth: depth + 1 }, among);
        return;
      case 'zip': yield* source.path === undefined ? spooled(all, (path) => zipFile(path, source)) : zipFile(source.path, source); return;
      case 'warc': yield* warc(source, all); return;
      case 'mail': yield* mail(source, all); return;
      case 'lines': yield* lines(source, all); return;
      case 'text': yield* text(source, all); return;
      case 'feed': yield* feed(source, all); return;
      case 'html': yield* whole(kind, source, all, PAGE_CAP); return;
      case 'pdf': case 'docx': yield* whole(kind, source, all, DOCUMENT_CAP); return;
    }
  } catch (error) {
    yield explain(error, where, what);
  }
}

/** One document to its story, or to what is wrong with it. */
import { problem } from '../story/errors.ts';
import type { Where } from '../story/errors.ts';
import { decode, guessLegacy } from './charset.ts';
import type { EntryDoc } from './formats/feed.ts';
import { decodeUtf8 } from './lines.ts';
import { dayAt, homeZone, stamp } from './page/dates.ts';
import { languageOf, markupOf } from './page/markup.ts';
import type { Doc, Hints } from './source.ts';
import { storyOfJson, storyOfParts, storyOfText } from './story.ts';
import type { Defaults, Made } from './story.ts';

/** What a document came to. */
export interface Extracted extends Made {
  where: Where;
}

/** A teaser is shorter than this, in characters. */
const THIN = 400;

/** The tree of a page and its blocks: loaded with the first page. */
const dom = async () => ({ ...(await import('./page/dom.ts')), ...(await import('./page/blocks.ts')) });

const one = (where: Where, made: Made): Extracted[] => [{ where, ...made }];
const refused = (where: Where, ...problems: Made['problems']): Extracted[] => [{ where, problems }];

/** The day of a timestamp in an envelope, if it is none of the future. */
function dayIn(given: string | undefined, lang: string | undefined, limit: number): string | undefined {
  const moment = given === undefined ? undefined : stamp(given, { lang });
  return moment && (moment.at === undefined ? moment.day <= dayAt(limit, homeZone(lang)) : moment.at <= limit + 3_600_000) ? moment.day : undefined;
}

const limitOf = ({ crawled }: Hints, now: number): number => {
  const at = crawled === undefined ? Number.NaN : Date.parse(crawled);
  return Number.isNaN(at) ? now : at;
};

function text({ where, bytes, hints }: Doc, defaults: Defaults, now: number): Extracted[] {
  const { text: plain, badByte } = decodeUtf8(bytes), wide = plain === undefined || plain.includes('\0') ? decode(bytes, [hints.charset]) : undefined;
  const read = wide && (wide.charset.startsWith('utf-16') || hints.charset || guessLegacy(bytes, 8)) ? wide.text : plain;
  if (read === undefined) {
    const line = bytes.subarray(0, badByte).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1), at = { ...where, line };
    return refused(at, problem('invalid-utf8', at, { at: badByte as number }));
  }
  const { title, author, outlet, date } = hints, given = dayIn(date, undefined, limitOf(hints, now));
  if (title === undefined && date === undefined) return one(where, storyOfText(read, where, defaults));
  // A mail: its lines are broken by the program that sent it, its paragraphs by blank lines; what it quotes is another's.
  const paragraphs = read.replace(/\r\n?/g, '\n').split(/\n-- \n/)[0]?.split(/\n[ \t]*\n+/).filter((part) => !part.split('\n').every((line) => line.startsWith('>'))) ?? [];
  const { lang } = languageOf(paragraphs.join(' '), hints.lang);
  return one(where, storyOfParts({ ...(title && { title }), ...(author && { author }), ...(outlet && { outlet }), ...(lang && { lang }), ...(given && { date: given, dated: 'header' }), paragraphs }, where, defaults));
}

async function page({ where, bytes, hints }: Doc, defaults: Defaults, now: number): Promise<Extracted[]> {
  const markup = markupOf(bytes, hints);
  if (markup === undefined) return refused(where, problem('document-broken', where, { what: 'page', why: 'it is in no charset that is known' }));
  if (hints.date !== undefined) return letter(markup, { where, hints, now }, defaults);
  const { readPage } = await import('./page/page.ts');
  const { title, outlet, author, date, dated, future, lang, otherLang, url, paragraphs } = readPage(markup, hints, now);
  if (paragraphs.length === 0) return refused(where, problem('page-empty', where));
  if (otherLang && !defaults.lang) return refused(where, problem('unsupported-language', where, { given: otherLang }));
  const undated = future ? problem('future-date', where, { given: future }) : problem('undated-page', where, { looked: 'metadata, JSON-LD, address and visible text' });
  return one(where, storyOfParts({ title, outlet, author, date, dated, lang, url, paragraphs }, where, defaults, undated));
}

/** A mail in HTML has no furniture like a page's: all of its blocks are its text. */
async function letter(markup: string, { where, hints, now }: { where: Where; hints: Hints; now: number }, defaults: Defaults): Promise<Extracted[]> {
  const { parsePage, blocksOf } = await dom();
  const body = parsePage(markup).body, blocks = body ? blocksOf(body) : [];
  const paragraphs = blocks.filter(({ linked, text: words }) => linked < words.length * 0.6).map(({ text: words }) => words);
  const { lang } = languageOf(paragraphs.join(' '), hints.lang), given = dayIn(hints.date, lang, limitOf(hints, now)), { title, outlet } = hints;
  return one(where, storyOfParts({ ...(title && { title }), ...(outlet && { outlet }), ...(lang && { lang }), ...(given && { date: given, dated: 'header' }), paragraphs }, where, defaults));
}

/** One entry of a feed: the story where the feed gives it whole, else where to read it. */
async function entry({ where, bytes, hints }: Doc, defaults: Defaults, now: number): Promise<Extracted[]> {
  const { parsePage, blocksOf } = await dom();
  const { url, title, author, date, content, full, outlet, lang: said } = JSON.parse(bytes.toString('utf8')) as EntryDoc;
  const body = parsePage(content).body, paragraphs = body ? blocksOf(body).map((block) => block.text) : [], size = paragraphs.join('').length;
  if (!full && size < THIN) return refused(where, problem('entry-thin', where, { size, url: url ?? '(its address)' }));
  const { lang, otherLang } = languageOf(paragraphs.join(' '), said), day = dayIn(date, lang, limitOf(hints, now));
  if (otherLang && !defaults.lang) return refused(where, problem('unsupported-language', where, { given: otherLang }));
  return one(where, storyOfParts({ title: title && (parsePage(title).body?.textContent ?? title), outlet, author, url, lang, paragraphs, ...(day && { date: day, dated: 'feed' }) }, where, defaults));
}

async function paper({ where, bytes, kind, hints }: Doc, defaults: Defaults): Promise<Extracted[]> {
  const what = kind === 'pdf' ? 'PDF' : 'document';
  try {
    const read = kind === 'pdf' ? await (await import('./formats/pdf.ts')).readPdf(bytes) : { ...(await (await import('./formats/docx.ts')).readDocx(bytes)), encrypted: false };
    if (read.encrypted) return refused(where, problem('encrypted', where));
    if (read.paragraphs.length === 0) return refused(where, kind === 'pdf' ? problem('no-text-layer', where) : problem('missing-text', where));
    const { lang, otherLang } = languageOf(read.paragraphs.join(' '), undefined);
    if (otherLang && !defaults.lang) return refused(where, problem('unsupported-language', where, { given: otherLang }));
    // The day a file was made is no day of publication; one that its own first lines print is.
    const { title, author, paragraphs } = read, { day, rest } = printedDate(paragraphs, lang);
    return one(where, storyOfParts({ title, author, lang, url: hints.url, paragraphs: rest, ...(day && { date: day, dated: 'text' }) }, where, defaults, problem('undated-page', where, { looked: 'the first lines' })));
  } catch (error) {
    return refused(where, problem('document-broken', where, { what, why: (error as Error).message.slice(0, 120) }));
  }
}

/** A date that stands by itself (or nearly) in one of the first lines. */
function printedDate(paragraphs: readonly string[], lang: string | undefined): { day?: string; rest: readonly string[] } {
  for (const [i, line] of paragraphs.slice(0, 6).entries()) {
    if (line.length > 80) continue;
    const prefix = /^\s*date:?[ \t]+(\d{4}-\d{2}-\d{2})\s*$/i.exec(line)?.[1], day = prefix ?? stamp(line, { lang })?.day;
    if (day) return { day, rest: paragraphs.filter((_, at) => at !== i) };
  }
  return { rest: paragraphs };
}

/** The stories of a document. Never throws for what it holds. `now` (epoch milliseconds) bounds their dates. */
export async function storiesOf(doc: Doc, defaults: Defaults, now = Date.now()): Promise<Extracted[]> {
  const { where, kind, bytes } = doc;
  try {
    switch (kind) {
      case 'text': return text(doc, defaults, now);
      case 'json': {
        const { text: line, badByte } = decodeUtf8(bytes);
        return line === undefined ? refused(where, problem('invalid-utf8', where, { at: badByte as number })) : one(where, storyOfJson(line, where, defaults));
      }
      case 'html': return await page(doc, defaults, now);
      case 'entry': return await entry(doc, defaults, now);
      case 'pdf': case 'docx': return await paper(doc, defaults);
    }
  } catch (error) {
    return refused(where, problem('document-broken', where, { what: kind === 'html' ? 'page' : kind, why: error instanceof Error ? error.message.slice(0, 120) : 'unreadable' }));
  }
}

/** A web page to the story on it. */
import { decode } from '../charset.ts';
import type { Hints } from '../source.ts';
import { identifyLanguage } from '../../language/identify.ts';
import { readLang } from '../story.ts';
import type { Dated, Lang } from '../../story/story.ts';
import { articleOf } from './article.ts';
import type { Article } from './article.ts';
import { parsePage } from './dom.ts';
import type { Document } from './dom.ts';
import { linkedArticle } from './linked-data.ts';
import { describe, metaOf } from './metadata.ts';
import { published } from './published.ts';

/** What was found on a page. Each part is absent where the page does not give it. */
export interface Page {
  title?: string;
  outlet?: string;
  author?: string;
  /** ISO 8601 day of publication. */
  date?: string;
  dated?: Dated;
  /** The only date found, where it lies after the fetching. */
  future?: string;
  lang?: Lang;
  /** What language the page says it is in, or looks to be, where that is not one of those read. */
  otherLang?: string;
  /** Canonical address. */
  url?: string;
  paragraphs: string[];
}

const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]+)/i;
const XML_CHARSET = /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([a-z0-9_:-]+)["']/i;

/** The markup of a page from its bytes, whatever charset it claims; undefined where none fits. */
export function markupOf(bytes: Buffer, hints: Hints): string | undefined {
  const head = bytes.toString('latin1', 0, 4096);
  return decode(bytes, [hints.charset, XML_CHARSET.exec(head)?.[1], META_CHARSET.exec(head)?.[1]])?.text;
}

/** The language of a story: what its words look like, then what the page says. */
export function languageOf(text: string, said: string | undefined): { lang?: Lang; otherLang?: string } {
  const looks = identifyLanguage(text), seen = readLang(looks), told = said === undefined ? undefined : readLang(said);
  if (seen) return { lang: seen };
  // Too few words to tell by: the page is believed.
  if (looks === 'und') return told ? { lang: told } : {};
  return { otherLang: looks };
}

/** Extracts the story of a page. `now` (epoch milliseconds) bounds its date where the time of fetching is not known. */
export function readPage(markup: string, hints: Hints, now: number): Page & { article: Article; document: Document } {
  const document = parsePage(markup), meta = metaOf(document), linked = linkedArticle(document);
  const { heading, ...described } = describe(document, meta, linked, hints.url);
  const article = articleOf(document, { heading, title: described.title });
  const { lang, otherLang } = languageOf(article.paragraphs.join(' ').slice(0, 6000) || described.title || '', described.lang);
  const crawled = hints.crawled === undefined ? Number.NaN : Date.parse(hints.crawled);
  const { day, dated, future } = published(document, {
    meta, linked, url: described.url ?? hints.url, heading, lead: article.paragraphs[0],
    reading: { lang: lang ?? otherLang, now, ...(!Number.isNaN(crawled) && { crawled }) },
  });
  const { title, outlet, author, url } = described;
  return {
    ...(title && { title }), ...(outlet && { outlet }), ...(author && { author }), ...(day && { date: day }), ...(dated && { dated }), ...(future && { future }),
    ...(lang && { lang }), ...(otherLang && { otherLang }), ...(url && { url }), paragraphs: article.paragraphs, article, document,
  };
}

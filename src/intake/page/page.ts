/** A web page to the story on it. */
import type { Hints } from '../source.ts';
import type { Dated, Lang } from '../../story/story.ts';
import { articleOf } from './article.ts';
import type { Article } from './article.ts';
import { parsePage } from './dom.ts';
import type { Document } from './dom.ts';
import { linkedArticle } from './linked-data.ts';
import { languageOf } from './markup.ts';
import { describe, metaOf } from './metadata.ts';
import { published } from './published.ts';

/** A story, and no mere teaser, has so many characters. */
const WHOLE = 400;

/** Fewer words are a label of a form or a button, and no story. */
const LEAST = 5;

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

/** The body as the page's JSON-LD gives it, where the page shows hardly any of it: a script would. */
function told(body: string | undefined, { paragraphs }: Article): Article | undefined {
  const given = (body ?? '').split(/\n+/).map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return given.join('').length >= WHOLE && paragraphs.join('').length < given.join('').length * 0.3 ? { blocks: [], paragraphs: given } : undefined;
}

/** Extracts the story of a page. `now` (epoch milliseconds) bounds its date where the time of fetching is not known. */
export function readPage(markup: string, hints: Hints, now: number): Page & { article: Article; document: Document } {
  const document = parsePage(markup), meta = metaOf(document), linked = linkedArticle(document);
  const { heading, ...described } = describe(document, meta, linked, hints.url);
  const shown = articleOf(document, { heading, title: described.title }), found = told(linked.body, shown) ?? shown;
  const article = found.paragraphs.join(' ').split(/\s+/).length < LEAST ? { ...found, paragraphs: [] } : found;
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

/** When a page was published, and how that is known. The order of trust: metadata, JSON-LD, address, visible text. */
import type { Dated } from '../../story/story.ts';
import { absoluteDate, dayAt, homeZone, relativeDate, stamp, urlDate } from './dates.ts';
import type { Moment, Reading } from './dates.ts';
import type { Document, Element } from './dom.ts';
import { textOf } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';

export interface Published {
  day?: string;
  dated?: Dated;
  /** Where a date was found that cannot be: later than the fetching. */
  future?: string;
}

const META = [
  'article:published_time', 'og:article:published_time', 'datepublished', 'article:published', 'og:published_time', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime',
  'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dc.date', 'dcterms.date', 'dc.date.published', 'publication_date', 'publish-date', 'publishdate', 'pubdate', 'ptime', 'pdate', 'publish_date', 'published_date', 'published', 'article_date_original', 'article.created', 'created', 'mediator_published_time', 'shareaholic:article_published_time', 'rnews:datepublished', 'citation_publication_date', 'citation_date', 'displaydate', 'date', 'release_date', 'prism.publicationdate',
];
const META_UPDATED = ['article:modified_time', 'og:updated_time', 'datemodified', 'lastmod', 'dcterms.modified', 'last-modified'];
const TOLERANCE = 14 * 3_600_000;

/** Elements that outlets mark as holding the date. */
const MARKED = 'time, [itemprop="datePublished"], [property="datePublished"], [class*="date" i], [class*="time" i]:not(body):not(html), [class*="publish" i], [class*="tarih" i], [class*="byline" i], [class*="meta" i], [id*="date" i], [id*="tarih" i], [class*="дата"], [class*="data-" i], .info, .article-info';
const AWAY = /(?:^|[\s_-])(?:header|masthead|nav|menu|footer|sidebar|aside|related|ticker|weather|clock|comment|comments|most|popular|trending|recommend|latest|son-dakika|widget|bugun|today|currency|teaser|promo|rail)/i;
const UPDATED = /(?:updated|modified|güncelle\w*|son güncelleme|обновлен\p{L}*|изменен\p{L}*)/iu;
const PUBLISHED = /(?:published|posted|first published|yayın\p{L}*|yayim\p{L}*|eklenme|giriş|oluştur\p{L}*|опубликован\p{L}*|дата публикации)/iu;

const far = (element: Element | null, stop: Element | null): boolean => {
  for (let at = element; at && at !== stop; at = at.parentNode as Element | null) {
    if (at.nodeType !== 1) break;
    const tag = at.tagName.toLowerCase();
    if (tag === 'nav' || tag === 'footer' || tag === 'aside') return true;
    if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return false;
    if (AWAY.test(` ${at.className} ${at.id}`) && !/article|story|post|news-|haber/i.test(`${at.className} ${at.id}`)) return true;
  }
  return false;
};

/** Where the headline stands among all elements, and where each other one does. */
function distance(order: Map<Element, number>, heading: Element | undefined, element: Element): number {
  const at = order.get(element) ?? 0, from = heading ? order.get(heading) ?? 0 : 0;
  return at >= from ? at - from : (from - at) * 3;
}

/** Dates in a short text, told apart where one says "published" and another "updated". */
function datesIn(text: string, reading: Reading): { published?: Moment; plain?: Moment; updated?: Moment } {
  const cut = UPDATED.exec(text), mark = PUBLISHED.exec(text);
  const read = (part: string): Moment | undefined => absoluteDate(part, reading) ?? relativeDate(part, reading);
  if (!cut) return mark ? { published: read(text.slice(mark.index)) ?? read(text) } : { plain: read(text) };
  if (mark && mark.index < cut.index) return { published: read(text.slice(mark.index, cut.index)), updated: read(text.slice(cut.index)) };
  if (mark) return { updated: read(text.slice(cut.index, mark.index)), published: read(text.slice(mark.index)) };
  return { plain: read(text.slice(0, cut.index)), updated: read(text.slice(cut.index)) };
}

interface Visible {
  published?: Moment;
  updated?: Moment;
}

/** The date a reader sees: in a marked element, or in the few lines about the headline. */
function visibleDate(document: Document, heading: Element | undefined, reading: Reading): Visible {
  const body = document.body;
  if (!body) return {};
  const order = new Map<Element, number>();
  Array.from(body.querySelectorAll('*')).forEach((element, i) => order.set(element, i));
  const seen: { moment: Moment; worth: number }[] = [];
  let updated: Moment | undefined;
  for (const element of Array.from(body.querySelectorAll(MARKED))) {
    const text = textOf(element);
    const machine = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('data-date') ?? element.getAttribute('data-time') ?? '';
    if ((text.length > 200 || text === '') && !machine) continue;
    if (far(element, body)) continue;
    const { published, plain, updated: later } = text.length <= 200 ? datesIn(text, reading) : {};
    const shown = published ?? plain, told = machine ? stamp(machine, reading) : undefined;
    const name = `${element.className} ${element.id} ${element.getAttribute('itemprop') ?? ''}`;
    if (/modif|updat|guncel/i.test(name) || (UPDATED.test(text) && !shown)) {
      updated ??= told ?? later ?? shown;
      continue;
    }
    updated ??= later;
    const moment = told ?? shown;
    if (!moment) continue;
    // Near the headline, marked as the time of publication, and hardly anything beside the date.
    const worth = -Math.min(60, distance(order, heading, element)) + (published ? 60 : 0) + (/datepublished/i.test(name) ? 60 : 0) + (element.tagName === 'TIME' ? 15 : 0) - text.length / 10 - (moment.relative ? 10 : 0);
    seen.push({ moment, worth });
  }
  seen.sort((a, b) => b.worth - a.worth);
  if (seen[0]) return { published: seen[0].moment, ...(updated && { updated }) };
  // No element is marked: what stands in the lines right after the headline, or before it.
  if (heading) {
    const near = [...order].filter(([element, at]) => at > (order.get(heading) ?? 0) - 12 && at < (order.get(heading) ?? 0) + 40 && element !== heading && Array.from(element.children).every(({ tagName }) => /^(?:SPAN|B|I|EM|STRONG|A|BR|FONT|IMG|SMALL)$/.test(tagName)));
    for (const [element] of near.sort(([, a], [, b]) => Math.abs(a - (order.get(heading) ?? 0)) - Math.abs(b - (order.get(heading) ?? 0)))) {
      const text = textOf(element);
      if (text.length > 160 || far(element, body)) continue;
      const { published, plain, updated: later } = datesIn(text, reading);
      updated ??= later;
      if (published ?? plain) return { published: published ?? plain, ...(updated && { updated }) };
    }
  }
  return updated ? { updated } : {};
}

const DATELINE = /^[\p{Lu}][\p{L}.'’\- ]{1,40}(?:\s*[,(/–—-]\s*)/u;

/** A date in the story's first line, as agencies put it: "MINSK, May 13, 2024 (BelTA) -", "МОСКВА, 13 мая. /ТАСС/." */
export function datelineDate(first: string | undefined, reading: Reading): Moment | undefined {
  const head = first?.slice(0, 90);
  if (!head || !DATELINE.test(head)) return undefined;
  return absoluteDate(head, reading) ?? (/[.,]\s*(?:\/|\()|\s[–—-]\s/u.test(head) ? relativeDate(head, reading) : undefined);
}

/**
 * Finds the day of publication. `url` is the page's own address; `crawled` (epoch milliseconds) bounds what can be, and
 * is never itself taken for the date.
 */
export function published(document: Document, { meta, linked, url, heading, lead, reading }: {
  meta: Map<string, string>; linked: LinkedArticle; url?: string; heading?: Element; lead?: string; reading: Reading & { now: number };
}): Published {
  const limit = reading.crawled ?? reading.now;
  let future: string | undefined;
  const possible = (moment: Moment | undefined): Moment | undefined => {
    if (!moment) return undefined;
    const late = moment.at === undefined ? moment.day > dayAt(limit, homeZone(reading.lang)) : moment.at > limit + 3_600_000 || moment.day > dayAt(limit + TOLERANCE, 0);
    if (!late) return moment;
    future ??= moment.day;
    return undefined;
  };
  const read = (names: readonly string[]): Moment | undefined => {
    for (const name of names) {
      const given = meta.get(name), found = given === undefined ? undefined : possible(stamp(given, reading));
      if (found) return found;
    }
    return undefined;
  };
  const inUrl = url === undefined ? undefined : urlDate(url), byUrl = inUrl ? possible({ day: inUrl }) : undefined;
  const seen = visibleDate(document, heading, reading), visible = possible(seen.published) ?? possible(datelineDate(lead, reading));
  const order: [Dated, Moment | undefined][] = [
    ['metadata', read(META)], ['json-ld', linked.published === undefined ? undefined : possible(stamp(linked.published, reading))], ['url', byUrl],
    [visible?.relative ? 'relative' : 'text', visible],
    ['updated', read(META_UPDATED) ?? (linked.modified === undefined ? undefined : possible(stamp(linked.modified, reading))) ?? possible(seen.updated)],
  ];
  for (const [dated, moment] of order) {
    if (!moment) continue;
    // A stamp in UTC may name the day before or after the outlet's own; where the page itself says so, its day stands.
    if (moment.utc && moment.at !== undefined) {
      const home = dayAt(moment.at, homeZone(reading.lang));
      if (home !== moment.day && (byUrl?.day === home || visible?.day === home)) return { day: home, dated };
    }
    return { day: moment.day, dated, ...(future && { future }) };
  }
  return future ? { future } : {};
}

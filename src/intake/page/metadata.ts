/** What a page says of itself: title, outlet, author, language, address; from its head, its JSON-LD and its first lines. */
import type { Document, Element } from './dom.ts';
import { textOf } from './dom.ts';
import type { LinkedArticle } from './linked-data.ts';

/** `<meta>` by name, property or itemprop, lower case; the first of each. */
export function metaOf(document: Document): Map<string, string> {
  const all = new Map<string, string>();
  for (const meta of Array.from(document.querySelectorAll('meta'))) {
    const content = meta.getAttribute('content')?.trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !all.has(name)) all.set(name, content);
    }
  }
  return all;
}

const first = (...candidates: (string | null | undefined)[]): string | undefined => candidates.find((one) => one !== undefined && one !== null && one.trim() !== '')?.trim();

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much of the shorter's words the other has, 0 to 1. */
function overlap(a: string, b: string): number {
  const one = new Set(words(a)), two = new Set(words(b)), small = one.size < two.size ? one : two, large = small === one ? two : one;
  if (small.size === 0) return 0;
  return [...small].filter((word) => large.has(word)).length / small.size;
}

const SEPARATOR = /\s+[|»·•–—-]\s+|\s+::\s+|\s*\|\s*/;

/** A title without the outlet that heads put before or after it; with `loose`, without a last word or three that could be one. */
function withoutOutlet(title: string, outlet: string | undefined, heading: string | undefined, loose: boolean): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  // What the page shows as its headline settles it.
  if (heading && heading.length > 10 && overlap(heading, title) > 0.9 && heading.length < title.length) return heading;
  const same = (part: string | undefined): boolean => !!part && !!outlet && overlap(part, outlet) >= 0.99;
  let from = 0, to = parts.length;
  if (same(parts[0])) from = 1;
  else if (same(parts.at(-1)) || (loose && words(parts.at(-1) as string).length <= 3 && words(parts.slice(0, -1).join(' ')).length >= 4)) to--;
  if (from === 0 && to === parts.length) return title;
  const begin = title.indexOf(parts[from] as string), last = parts[to - 1] as string;
  return title.slice(begin, title.lastIndexOf(last) + last.length).trim();
}

/** What the head's title gives beside the headline: the outlet's name, before or after it; else what its logo is called. */
function outletShown(document: Document, said: string, headline: string | undefined): string | undefined {
  const parts = said.split(SEPARATOR).map((part) => part.trim()).filter(Boolean);
  if (headline && parts.length > 1) {
    for (const part of [parts.at(-1), parts[0]]) if (part && words(part).length <= 5 && overlap(part, headline) < 0.5 && overlap(said, headline) > 0.9) return part;
  }
  for (const logo of Array.from(document.querySelectorAll('a[href="/"] img[alt], .logo img[alt], #logo img[alt], .logo[title], a.logo, a[rel="home"]')).slice(0, 3)) {
    const name = (logo.getAttribute('alt') ?? logo.getAttribute('title') ?? textOf(logo)).replace(/\s*\blogo(?:su)?\b\s*/i, '').trim();
    if (name && name.length <= 40 && words(name).length <= 5) return name;
  }
  return undefined;
}

/** The headline as shown: the `h1` that has most in common with what the head says, and is not the masthead. */
function headingOf(document: Document, said: string | undefined): Element | undefined {
  let best: Element | undefined, most = 0;
  for (const heading of Array.from(document.querySelectorAll('h1, h2, [itemprop="headline"], .headline, .entry-title, .news-title, .article-title'))) {
    const text = textOf(heading);
    if (text.length < 8 || text.length > 400) continue;
    const score = (said ? overlap(text, said) * Math.min(1, text.length / 25) : 0.3) + (heading.tagName === 'H1' || heading.getAttribute('itemprop') === 'headline' ? 0.25 : 0);
    if (score > most) [best, most] = [heading, score];
  }
  return most >= (said ? 0.6 : 0.5) ? best : undefined;
}

const NO_NAME = /^(?:https?:|@|admin$|administrator$|editor$|webmaster|root$)|\.(?:com|ru|tr|org|net)(?:\/|$)/i;
const BYLINE = '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline-name, .author-name, .article-author, .byline, .author, .yazar, .muhabir, .article__author, .autor';

function authorOf(document: Document, meta: Map<string, string>, linked: LinkedArticle): string | undefined {
  const said = first(linked.author, meta.get('author'), meta.get('article:author'), meta.get('parsely-author'), meta.get('sailthru.author'), meta.get('dc.creator'), meta.get('dcterms.creator'), meta.get('byl'));
  const clean = (text: string | undefined): string | undefined => {
    const name = text?.replace(/\s+/g, ' ').replace(/^(?:by|yazar|haber|muhabir|автор|текст)\s*:?\s+/i, '').trim();
    return name && name.length >= 3 && name.length <= 120 && !NO_NAME.test(name) ? name : undefined;
  };
  const named = clean(said);
  if (named) return named;
  for (const element of Array.from(document.querySelectorAll(BYLINE)).slice(0, 5)) {
    const name = clean(textOf(element));
    if (name && name.length <= 60 && !/\d{4}/.test(name)) return name;
  }
  return undefined;
}

const hostOf = (url: string | undefined): string | undefined => {
  try {
    return url === undefined ? undefined : new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '');
  } catch {
    return undefined;
  }
};

/** An address made absolute; only http and https are addresses of stories. */
export function absolute(given: string | null | undefined, base: string | undefined): string | undefined {
  if (!given) return undefined;
  try {
    const url = new URL(given.trim(), base);
    url.hash = '';
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export interface Described {
  title?: string;
  /** The element that shows it. */
  heading?: Element;
  outlet?: string;
  author?: string;
  lang?: string;
  /** Canonical address, else the one it was fetched from. */
  url?: string;
}

/** Gathers all of it. `url` is where the page was fetched from. */
export function describe(document: Document, meta: Map<string, string>, linked: LinkedArticle, url: string | undefined): Described {
  const base = absolute(document.querySelector('base')?.getAttribute('href'), url) ?? url;
  const canonical = absolute(document.querySelector('link[rel="canonical"]')?.getAttribute('href'), base) ?? absolute(meta.get('og:url'), base) ?? absolute(linked.url, base);
  // A canonical address of another host, or of the front page, is a mistake of the outlet's template.
  const root = (address: string): boolean => new URL(address).pathname.length <= 1;
  const sound = canonical && !(root(canonical) && url && !root(url)) ? canonical : undefined;
  const address = sound ?? absolute(url, undefined);
  const said = textOf(document.querySelector('title'));
  const named = first(meta.get('og:site_name'), linked.publisher, meta.get('application-name'), meta.get('twitter:app:name:iphone'), meta.get('dc.publisher'), meta.get('copyright')?.replace(/^(?:©|\(c\)|copyright)\s*/i, '').replace(/\b(?:19|20)\d{2}\b/g, '').trim());
  const headline = first(linked.headline, meta.get('og:title'), meta.get('twitter:title')), told = first(headline, meta.get('dc.title'), meta.get('title'), said);
  const heading = headingOf(document, told ?? said), shown = heading && textOf(heading);
  const outlet = named ?? outletShown(document, said, shown) ?? hostOf(address);
  const raw = told ?? shown, title = raw === undefined ? undefined : withoutOutlet(raw, outlet, shown, headline === undefined);
  const lang = first(document.documentElement?.getAttribute('lang'), document.documentElement?.getAttribute('xml:lang'), linked.lang, meta.get('og:locale'), meta.get('content-language'), meta.get('language'), meta.get('dc.language'));
  const author = authorOf(document, meta, linked);
  return { ...(title && { title: title.replace(/\s+/g, ' ') }), ...(heading && { heading }), ...(outlet && { outlet }), ...(author && author !== outlet && { author }), ...(lang && { lang }), ...(address && { url: address }) };
}

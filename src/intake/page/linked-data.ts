/** JSON-LD (schema.org) of a page: the article it describes. */
import { parsePage } from './dom.ts';
import type { Document } from './dom.ts';

export interface LinkedArticle {
  headline?: string;
  published?: string;
  modified?: string;
  author?: string;
  publisher?: string;
  url?: string;
  lang?: string;
  body?: string;
}

type Json = Record<string, unknown>;
const ARTICLE = /^(?:(?:News|Reportage|Analysis|Background|Opinion|Review|Advertiser|Satirical|Scholarly|Tech|Report)?Article|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|ReviewNewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|WebPage)$/;
const NODES = 5_000;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
/** Text without markup: many outlets write entities and tags into their JSON, some of them twice. */
function plain(given: string): string {
  if (!/&(?:\w+|#\w+);|<\w/.test(given)) return given.trim();
  const broken = given.replace(/<br\s*\/?>|<\/p>/gi, '\n'), once = parsePage(`<div>${broken}</div>`).body?.textContent ?? given;
  return (/&(?:\w+|#\w+);/.test(once) ? parsePage(`<div>${once.replaceAll('<', '&lt;')}</div>`).body?.textContent ?? once : once).trim();
}
const text = (value: unknown): string | undefined => {
  const one = list(value).find((item) => typeof item === 'string');
  return typeof one === 'string' && one.trim() ? plain(one) : undefined;
};
const names = (value: unknown): string | undefined => {
  const found = list(value).map((one) => (typeof one === 'string' ? one : isObject(one) ? text(one['name']) : undefined)).filter((one): one is string => !!one?.trim() && !/^https?:/i.test(one));
  return found.length ? [...new Set(found.map(plain))].join(', ') : undefined;
};

/** Every object of a graph, in order, none twice. */
function* objects(value: unknown, left = { n: NODES }): Generator<Json> {
  if (left.n-- <= 0) return;
  if (Array.isArray(value)) for (const one of value) yield* objects(one, left);
  else if (isObject(value)) {
    yield value;
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item']) if (typeof value[key] === 'object') yield* objects(value[key], left);
  }
}

/** JSON as pages write it: comment marks around it, line breaks inside its strings, a semicolon after it. */
function lenient(raw: string): unknown {
  const clean = raw.replace(/^\s*(?:\/\/\s*)?<!(?:--|\[CDATA\[)/, '').replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '').trim().replace(/;$/, '');
  for (const attempt of [clean, clean.replace(/[\u0000-\u001f]+/g, ' '), clean.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt is more lenient.
    }
  }
  return undefined;
}

/** The article that a page's JSON-LD is about: the most telling type that it names. */
export function linkedArticle(document: Document): LinkedArticle {
  let best: Json | undefined, rank = -1;
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"], script[type="application/ld+json; charset=utf-8"]'))) {
    for (const one of objects(lenient(script.textContent ?? ''))) {
      const types = list(one['@type']).map(String).map((type) => type.replace(/^https?:\/\/schema\.org\//, ''));
      if (!types.some((type) => ARTICLE.test(type))) continue;
      const worth = (types.includes('WebPage') ? 0 : 4) + (one['articleBody'] ? 2 : 0) + (one['datePublished'] ? 1 : 0);
      if (worth > rank) [best, rank] = [one, worth];
    }
  }
  if (!best) return {};
  const page = best['mainEntityOfPage'], url = text(best['url']) ?? (typeof page === 'string' ? page : isObject(page) ? text(page['@id']) : undefined);
  const weak = rank < 4;
  const made: LinkedArticle = {
    headline: weak ? undefined : text(best['headline']) ?? text(best['name']), published: text(best['datePublished']) ?? text(best['dateCreated']), modified: text(best['dateModified']),
    author: names(best['author']) ?? names(best['creator']), publisher: names(best['publisher']) ?? (weak ? undefined : names(best['sourceOrganization'])), url,
    lang: text(best['inLanguage']), body: text(best['articleBody']),
  };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as LinkedArticle;
}

/** Known pages: how many have title, outlet, date and body right, beside what Readability alone makes of them. */
import { Readability } from '@mozilla/readability';
import { parsePage } from '../intake/page/dom.ts';
import { markupOf } from '../intake/page/markup.ts';
import { readPage } from '../intake/page/page.ts';

/** A page whose story is known. */
export interface KnownPage {
  name: string;
  bytes: Buffer;
  url: string;
  crawled: string;
  title: string;
  outlet: string;
  date: string;
  body: readonly string[];
}

/** A body counts as right from this F1 on. */
const RIGHT = 0.95;

/** F1 over words with their counts. */
export function tokenF1(found: string, truth: string): number {
  const count = (text: string): Map<string, number> => {
    const all = new Map<string, number>();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) all.set(word, (all.get(word) ?? 0) + 1);
    return all;
  };
  const a = count(truth), b = count(found);
  let hit = 0, wanted = 0, given = 0;
  for (const [word, n] of a) (wanted += n), (hit += Math.min(n, b.get(word) ?? 0));
  for (const n of b.values()) given += n;
  return wanted + given === 0 ? 1 : (2 * hit) / (wanted + given);
}

export interface Right {
  title: number;
  outlet: number;
  date: number;
  body: number;
  /** Mean F1 of the bodies. */
  f1: number;
}

export interface OutletScore {
  pages: number;
  ours: Right;
  readability: Right;
  misses: string[];
}

const same = (a: string | undefined | null, b: string): boolean => (a ?? '').replace(/\s+/g, ' ').trim() === b;

/** Scores known pages; counts are of pages. */
export function scoreOutlets(pages: readonly KnownPage[]): OutletScore {
  const ours: Right = { title: 0, outlet: 0, date: 0, body: 0, f1: 0 }, readability: Right = { ...ours }, misses: string[] = [];
  for (const { name, bytes, url, crawled, title, outlet, date, body } of pages) {
    const truth = body.join('\n'), markup = markupOf(bytes, {}) ?? '', add = (to: Right, found: { title?: string | null; outlet?: string | null; date?: string | null; text: string }): string[] => {
      const f1 = tokenF1(found.text, truth), right = { title: same(found.title, title), outlet: same(found.outlet, outlet), date: (found.date ?? '').slice(0, 10) === date, body: f1 >= RIGHT };
      to.f1 += f1 / pages.length;
      for (const key of ['title', 'outlet', 'date', 'body'] as const) if (right[key]) to[key]++;
      return (['title', 'outlet', 'date', 'body'] as const).filter((key) => !right[key]).map((key) => `${name}: ${key} ${key === 'body' ? f1.toFixed(2) : `${JSON.stringify(found[key])}, not ${JSON.stringify({ title, outlet, date }[key])}`}`);
    };
    const page = readPage(markup, { url, crawled }, Date.parse(crawled));
    misses.push(...add(ours, { title: page.title, outlet: page.outlet, date: page.date, text: page.paragraphs.join('\n') }));
    const alone = new Readability(parsePage(markup) as never).parse();
    add(readability, { title: alone?.title, outlet: alone?.siteName, date: alone?.publishedTime, text: alone?.textContent ?? '' });
  }
  return { pages: pages.length, ours, readability, misses };
}

/** The two side by side. */
export function outletTable({ pages, ours, readability }: OutletScore): string {
  const row = (name: string, { title, outlet, date, body, f1 }: Right): string => `${name.padEnd(18)} ${[title, outlet, date, body].map((n) => `${((100 * n) / pages).toFixed(1)}`.padStart(7)).join('')}   ${f1.toFixed(3)}`;
  return [`${pages} pages, of a hundred right    title outlet   date   body  body F1`.replace('right    ', 'right'), row('Dragoman', ours), row('Readability alone', readability)].join('\n');
}

/** The article extractor against marked pages: a folder with `ground-truth.json` and `html/ID.html.gz`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parsePage } from '../intake/page/dom.ts';
import { markupOf } from '../intake/page/markup.ts';
import { readPage } from '../intake/page/page.ts';
import { overall, shingleShare } from './shingles.ts';
import type { Share } from './shingles.ts';

export interface ArticleScore {
  ours: Share;
  readability: Share;
  pages: number;
  /** Pages whose F1 is below 0.8. */
  poor: number;
}

/** What Readability alone makes of a page. */
export const readabilityText = (markup: string): string => new Readability(parsePage(markup) as never).parse()?.textContent ?? '';

/** Scores the pages of a folder. */
export function scorePages(folder: string): ArticleScore {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, { articleBody: string }>;
  const ours: Share[] = [], alone: Share[] = [];
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const file = join(folder, 'html', `${id}.html.gz`), markup = existsSync(file) ? markupOf(gunzipSync(readFileSync(file)), {}) ?? '' : '';
    ours.push(shingleShare(readPage(markup, {}, Date.now()).paragraphs.join('\n'), articleBody));
    alone.push(shingleShare(readabilityText(markup), articleBody));
  }
  return { ours: overall(ours), readability: overall(alone), pages: ours.length, poor: ours.filter(({ f1 }) => f1 < 0.8).length };
}

const row = (name: string, { f1, precision, recall }: Share): string => `${name.padEnd(18)} ${f1.toFixed(3)}  ${precision.toFixed(3)}  ${recall.toFixed(3)}`;

/** The same as a table. */
export function scoreArticles(folder: string): { text: string; data: ArticleScore } {
  const data = scorePages(folder);
  return { text: [`${data.pages} pages, ${data.poor} below 0.8`, 'body               F1     P      R', row('Dragoman', data.ours), row('Readability alone', data.readability)].join('\n'), data };
}

/** Pages in the shapes of real outlets: title, outlet, date and body against what they were made from. */
import { describe, expect, it } from 'vitest';
import { outletPages } from '../../../test/make/outlets.ts';
import { scoreOutlets } from '../../score/outlets.ts';
import { urlDate } from './dates.ts';
import { readPage } from './page.ts';

describe('pages in the shapes of outlets', () => {
  const pages = outletPages();

  it('are seventy-two, three languages and eight shapes, and come out right in 95 of 100', () => {
    expect(new Set(pages.map(({ lang, shape }) => `${lang} ${shape}`)).size).toBe(24);
    const score = scoreOutlets(pages);
    for (const key of ['title', 'outlet', 'date', 'body'] as const) {
      expect([key, score.ours[key] / score.pages], score.misses.join('\n')).toEqual([key, expect.toSatisfy((share: number) => share >= 0.95)]);
      expect(score.ours[key]).toBeGreaterThan(score.readability[key]);
    }
  }, 120_000);

  it('are never dated by the day they were fetched, nor later', () => {
    for (const { markup, url, crawled, date, name } of pages) {
      // The masthead prints the day of the fetching; without any other date there is none.
      const bare = markup.replace(/<meta property="article[^>]*>|<script type="application\/ld\+json">.*?<\/script>/gs, '').replace(/<time[^>]*>.*?<\/time>|<div class="(?:article-date|news-date|tarih|date|meta-date|publish-time|pub|info|dt)">.*?<\/div>/gs, '');
      const at = url.replace(/\d{4}\/\d{2}\/\d{2}\//, '');
      const found = readPage(bare.replaceAll(url, at), { url: at, crawled }, Date.parse(crawled));
      if (!/table/.test(name)) expect([name, found.date === undefined || (found.date !== crawled.slice(0, 10) && found.date <= date)]).toEqual([name, true]);
      const early = `${date.slice(0, 4)}-01-01T00:00:00Z`;
      const before = readPage(markup, { url, crawled: early }, Date.parse(early));
      expect([name, before.date === undefined || before.date <= '9999' && before.date <= `${date.slice(0, 4)}-01-01`]).toEqual([name, true]);
      expect(urlDate(at)).toBeUndefined();
    }
  }, 120_000);
});

/** How soon there is something to read, and how fast views come, in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { percentile, say } from './program.ts';

const ROUNDS = 5;
/** A window that has just been opened is still busy with the browser's own parts for so long, in milliseconds. */
const OPENED = 2000;
const UNFINISHED = '.loading, .chart .canvas:not(:has(svg)), .network .stage:not(:has(canvas))';

/** From asking for the page, with nothing of it kept, to the newest happening's sentence being there, in milliseconds. */
async function firstPaint(browser: Browser, address: string): Promise<{ useful: number; paint: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.waitForTimeout(OPENED);
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.told .sentence').first().waitFor();
  const times = (await page.evaluate(`(() => ({ useful: performance.now(), paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN }))()`)) as { useful: number; paint: number };
  await page.context().close();
  return times;
}

/** From following a link to everything of the view being drawn, in milliseconds; two frames in a row must find nothing unfinished. */
const follow = (page: Page, path: string): Promise<number> => page.evaluate(`(async () => {
  const begun = performance.now(), frame = () => new Promise(requestAnimationFrame);
  history.pushState(null, '', ${JSON.stringify(`/${path}`)});
  await frame();
  for (let calm = 0; calm < 2;) {
    await frame();
    calm = document.querySelector(${JSON.stringify(UNFINISHED)}) || !document.querySelector('main h1, main .welcome') ? 0 : calm + 1;
  }
  return performance.now() - begun;
})()`) as Promise<number>;

export async function timeViews(browser: Browser, address: string, views: readonly string[]): Promise<void> {
  const firsts: { useful: number; paint: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) firsts.push(await firstPaint(browser, address));
  const list = (values: readonly number[]): string => values.map((ms) => ms.toFixed(0)).join(', ');
  say(`first paint ${list(firsts.map(({ paint }) => paint))} ms; first happening there to read after ${list(firsts.map(({ useful }) => useful))} ms (nothing kept by the browser; the server's first answer first)`);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.waitForTimeout(OPENED);
  await page.goto(address);
  await page.locator('main h1').waitFor();
  const worst: number[] = [];
  for (const path of views) {
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      await follow(page, i % 2 ? 'docs' : 'changes');
      times.push(await follow(page, path));
      // the next round asks the server again
      await page.reload();
      await page.locator('main h1').waitFor();
    }
    worst.push(percentile(times, 0.5));
    say(`  /${path}: whole view after ${list(times)} ms`);
  }
  say(`slowest view, median of ${ROUNDS}: ${Math.max(...worst).toFixed(0)} ms`);
  await page.context().close();
}

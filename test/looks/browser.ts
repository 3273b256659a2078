/** Chromium as the looks of the page are taken in: the same fonts, no animation, nothing drawn by a graphics card. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The browser that CHROME names, or Debian's; undefined where there is none. */
export const chrome = [process.env['CHROME'], '/usr/bin/chromium'].find((path) => path !== undefined && path !== '' && existsSync(path));

/** Long, as a busy machine may need it. */
const PATIENCE = 120_000;

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });

/** The fonts that .ci/run installs; a reader's machine may have others that the page likes better. */
const FONTS = { '--serif': "'Liberation Serif', serif", '--sans': "'Liberation Sans', sans-serif", '--mono': "'Liberation Mono', monospace" };

/** A page in a context of its own, in those fonts, at a time that stands still. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', ...options }), page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.setDefaultNavigationTimeout(PATIENCE);
  await page.clock.setFixedTime('2025-01-03T12:00:00Z');
  await page.addInitScript(`(() => {
    const set = () => Object.entries(${JSON.stringify(FONTS)}).forEach(([name, value]) => document.documentElement?.style.setProperty(name, value));
    set();
    document.addEventListener('DOMContentLoaded', set);
  })()`);
  return page;
}

const UNFINISHED = '.loading, .chart .canvas:not(:has(svg)), .network .stage:not(:has(canvas))';

/** Goes to an address and waits until everything that it asks for is there and drawn. Throws with what stands there where that never happens. */
export async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main > *').first().waitFor({ state: 'attached' });
  const until = performance.now() + PATIENCE;
  // Twice in a row, as one answer may lead to the next question.
  for (let calm = 0; calm < 2;) {
    calm = (await page.locator(UNFINISHED).count()) ? 0 : calm + 1;
    if (performance.now() > until) throw new Error(`${address} is still waiting: ${await page.locator('main').innerText()}`);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
}

/** How the page looks, and whether everybody can use it: each view in both themes, wide and on a phone. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built } from '../../test/command.ts';
import { baseline, difference, incomparable, keepBaselines, updating } from '../../test/looks/baseline.ts';
import type { DrawnBy } from '../../test/looks/baseline.ts';
import { chrome, launch, openPage, settle } from '../../test/looks/browser.ts';
import { fillLooks, HAPPENING, STORY } from '../../test/looks/record.ts';
import { served } from '../../test/served.ts';
import type { TestServer } from '../../test/served.ts';

const VIEWS: Readonly<Record<string, string>> = {
  today: '', record: 'record', claims: 'record?kind=claim', relation: 'relation/NOR/TCD', party: 'party/TCD', relations: 'relations', network: 'network', ego: 'network?ego=TCD',
  story: `story/${STORY}`, happening: `story/${HAPPENING}`, review: 'review', changes: 'changes', watching: 'watching', docs: 'docs', search: '',
};
const THEMES = ['light', 'dark'] as const;
const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Of a long page so much is kept, in pixels. */
const TALLEST = 1600;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures that differ are put, to be looked at. */
const differing = fileURLToPath(new URL('../../.cache/looks/', import.meta.url));

describe.skipIf(!chrome)('how the page looks (CHROME, or /usr/bin/chromium)', () => {
  let server: TestServer, browser: Browser, drawnBy: DrawnBy;
  const shots = new Map<string, Buffer>(), faults: string[] = [];
  const at = (view: string): string => server.address + (VIEWS[view] as string);

  const shoot = async (page: Page): Promise<Buffer> => {
    const { width, height } = (await page.evaluate('({ width: innerWidth, height: Math.max(innerHeight, document.documentElement.scrollHeight) })')) as { width: number; height: number };
    return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', clip: { x: 0, y: 0, width, height: Math.min(TALLEST, height) } });
  };
  const visit = async (page: Page, view: string): Promise<void> => {
    if (view === 'happening' || view === 'story') {
      // facts have numbers only in the ledger
      const path = VIEWS[view] as string, { facts } = (await (await page.request.get(`${server.address}api/v1/${path.replace('story', 'stories')}`)).json()) as { facts: { id: string }[] };
      await settle(page, server.address + (view === 'story' ? `${path}?fact=${facts[0]?.id}` : `happening/${facts[0]?.id}`));
    } else await settle(page, at(view));
    if (view !== 'search') return;
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search the ledger' }).fill('nor');
    await page.getByRole('option').nth(6).waitFor();
  };

  beforeAll(async () => {
    await built();
    server = await served(fillLooks);
    browser = await launch();
    const probe = await openPage(browser);
    await settle(probe, server.address);
    const letters = String(await probe.evaluate(`['--serif', '--sans'].map((name) => { const canvas = document.createElement('canvas'), context = canvas.getContext('2d'); context.font = '15px ' + getComputedStyle(document.documentElement).getPropertyValue(name); context.fillText('Dragoman Çölyağı Журнал 1234', 2, 30); return canvas.toDataURL(); }).join()`));
    drawnBy = { chromium: browser.version().split('.')[0] as string, letters: createHash('sha256').update(letters).digest('hex').slice(0, 16) };
    await probe.context().close();
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const theme of THEMES) {
        // what axe-core is run by is no part of the page's own policy
        const page = await openPage(browser, { viewport, deviceScaleFactor: 0.5, colorScheme: theme, bypassCSP: true });
        for (const view of Object.keys(VIEWS)) {
          await visit(page, view);
          const name = `${view}-${theme}-${size}`;
          shots.set(name, await shoot(page));
          // colours are the same at either width
          if (size === 'phone' && theme === 'dark') continue;
          await page.evaluate(axe);
          const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`);
          faults.push(...(found as string[]).map((fault) => `${name} ${fault}`));
        }
        await page.context().close();
      }
    }
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('has no serious or critical fault that axe-core finds', () => expect(faults).toEqual([]));

  it('looks as its baselines do', (context) => {
    if (updating) keepBaselines(drawnBy, shots);
    const why = incomparable(drawnBy);
    if (why) return context.skip(why);
    const changed = [...shots].flatMap(([name, shot]) => {
      const how = difference(shot, baseline(name));
      if (!how) return [];
      mkdirSync(differing, { recursive: true });
      writeFileSync(`${differing}${name}.png`, shot);
      return [`${name}: ${how}`];
    });
    // .cache/looks/ has what is seen now; UPDATE_LOOKS=1 keeps it
    expect(changed).toEqual([]);
    return undefined;
  });

  it('would not pass with a column gone, another colour in a chart, or a word more', async () => {
    const page = await openPage(browser, { viewport: SIZES.wide, deviceScaleFactor: 0.5, colorScheme: 'light', bypassCSP: true });
    const planted = async (view: string, style: string): Promise<string | undefined> => {
      await visit(page, view);
      const before = await shoot(page);
      expect([view, difference(before, shots.get(`${view}-light-wide`) as Buffer)]).toEqual([view, undefined]);
      await page.addStyleTag({ content: style });
      return difference(await shoot(page), before);
    };
    expect(await planted('relations', 'td:nth-child(3), th:nth-child(3) { display: none; }')).toBeDefined();
    expect(await planted('relation', '.plot rect[fill="#1a716b"], .plot g[fill="#1a716b"] { fill: #1a5c71; }')).toBeDefined();
    expect(await planted('changes', 'main h1::after { content: " of"; }')).toBeDefined();
    await page.context().close();
  }, 300_000);
});

/** The page in a real browser, over a ledger of a test's own: Chromium at `CHROME`, or where Debian puts it. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Ledger } from '../src/ledger/ledger.ts';
import type { Listening } from '../src/api/server.ts';
import { afterAll, beforeAll } from 'vitest';
import { built } from './command.ts';
import { chrome, launch } from './looks/browser.ts';
import { served } from './served.ts';
import type { TestServer } from './served.ts';

export { chrome };

/** For a busy machine: nothing here is waited for by the clock, and what comes late is waited for. */
export const PATIENCE = 240_000;
const EACH = 90_000;

export interface Visit {
  server: TestServer;
  page: Page;
  /** What the page did that it should not: errors, and requests to anywhere but its server. */
  faults: string[];
  /** Opens an address and waits until everything that was asked for is there. The page's stream stays open, so the network is never idle. */
  go(path: string): Promise<void>;
  /** Waits until nothing that is shown is still on its way. */
  settled(): Promise<void>;
  /** Holds back what is asked at such addresses, until the function that it gives is called. */
  hold(addresses: RegExp): Promise<() => void>;
  /** What a click saves, as text and under its name. */
  saved(button: Locator): Promise<{ name: string; content: Buffer }>;
  close(): Promise<void>;
}

interface VisitOptions {
  fill?: (ledger: Ledger) => void | Promise<void>;
  listening?: Listening;
  context?: BrowserContextOptions;
}

/** Serves a ledger that `fill` writes to, and opens a browser on it. */
async function visit({ fill, listening, context }: VisitOptions): Promise<Visit> {
  await built();
  const server = await served(fill, listening), faults: string[] = [];
  let browser: Browser;
  try {
    browser = await launch();
  } catch (error) {
    await server.close();
    throw error;
  }
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: 'en-GB', ...context });
  page.setDefaultTimeout(EACH);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (sent) => /^(?:blob|data):/.test(sent.url()) || sent.url().startsWith(server.address) || faults.push(`asked elsewhere: ${sent.url()}`));
  const settled = async (): Promise<void> => {
    await page.locator('main *').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    await page.waitForFunction(() => !document.querySelector('.loading'));
  };
  return {
    server, page, faults, settled,
    async hold(addresses) {
      let release = (): void => {};
      const open = new Promise<void>((go) => release = go);
      await page.route(addresses, async (route) => {
        await open;
        await route.continue();
      });
      return release;
    },
    async go(path) {
      await page.goto(server.address + path);
      await settled();
    },
    async saved(button) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The same for all tests of a `describe`: there before the first of them, closed after the last. */
export function visiting(options: VisitOptions = {}): Visit {
  const at: Partial<Visit> = {};
  beforeAll(async () => void Object.assign(at, await visit(options)), PATIENCE);
  afterAll(() => at.close?.());
  return at as Visit;
}

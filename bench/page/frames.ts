/** Frames a second of a network of 2,000 parties and 20,000 relations while it is moved about, drawn by the page's own code. */
import type { Browser } from 'playwright-core';
import { seeded } from '../../src/random.ts';
import { say } from './program.ts';

const PARTIES = 2000, RELATIONS = 20_000, SECONDS = 6;

function largeNetwork(): object {
  const random = seeded(2), ties = new Map<string, object>();
  while (ties.size < RELATIONS) {
    const a = Math.floor(random() ** 2 * PARTIES), b = Math.floor(random() * PARTIES);
    if (a < b) ties.set(`${a} ${b}`, { a: `P${a}`, b: `P${b}`, acts: 1 + Math.floor(random() * 20), tone: random() * 8 - 4, cooperation: 1, conflict: -1 });
  }
  return { first: '2014-01-01', last: '2014-12-31', relations: ties.size, parties: Array.from({ length: PARTIES }, (_, i) => ({ code: `P${i}`, acts: 1 + Math.floor(500 / (i + 1)), bloc: 'unaligned' })), ties: [...ties.values()] };
}

/** The host element keeps what draws it, for this. */
const MOVE = `(async () => {
  const camera = document.querySelector('.network-canvas').picture.sigma.getCamera(), begun = performance.now();
  let n = 0;
  while (performance.now() - begun < ${SECONDS * 1000}) {
    camera.setState({ x: 0.5 + 0.1 * Math.sin(n / 10), ratio: 0.8 + 0.2 * Math.cos(n / 15) });
    await new Promise(requestAnimationFrame);
    n++;
  }
  return n / ((performance.now() - begun) / 1000);
})()`;
const RENDERER = `(() => {
  const gl = document.createElement('canvas').getContext('webgl2'), about = gl?.getExtension('WEBGL_debug_renderer_info');
  return about ? gl.getParameter(about.UNMASKED_RENDERER_WEBGL) : 'unknown';
})()`;

export async function countFrames(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage(), network = largeNetwork();
  await page.route('**/api/v1/network*', (route) => route.fulfill({ json: network }));
  await page.goto(`${address}network`);
  await page.locator('.network-canvas canvas').first().waitFor({ timeout: 120_000 });
  const frames = Number(await page.evaluate(MOVE)), renderer = String(await page.evaluate(RENDERER));
  say(`network of ${PARTIES.toLocaleString('en')} parties and ${RELATIONS.toLocaleString('en')} relations, moved about for ${SECONDS} s: ${frames.toFixed(1)} frames a second (${renderer})`);
  await page.context().close();
}

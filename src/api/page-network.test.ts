/** The network in a real browser: a window that slides and plays, blocs, one party's view, a path, and a layout that stays. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { quarrel } from '../../test/desk-stories.ts';

type Places = Record<string, [number, number]>;

describe.skipIf(!chrome)('the network, in Chromium', { timeout: PATIENCE }, () => {
  const at = visiting({ fill: quarrel });

  /** Where the parties stand in the picture, once it is of these. */
  async function places(...codes: string[]): Promise<Places> {
    const wanted = codes.sort().join();
    await at.page.waitForFunction((all) => {
      const graph = (document.querySelector('.network-canvas') as unknown as { picture?: { sigma: { getGraph(): { nodes(): string[] } } } } | null)?.picture?.sigma.getGraph();
      return graph?.nodes().sort().join() === all;
    }, wanted);
    return at.page.evaluate(() => {
      const graph = (document.querySelector('.network-canvas') as unknown as { picture: { sigma: { getGraph(): { nodes(): string[]; getNodeAttributes(code: string): { x: number; y: number } } } } }).picture.sigma.getGraph();
      return Object.fromEntries(graph.nodes().map((code) => ((node) => [code, [node.x, node.y]])(graph.getNodeAttributes(code)))) as Places;
    });
  }
  const size = (all: Places): number => Math.max(...Object.values(all).flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]));

  it('looks the same for the same window, and moves little when the window does', async () => {
    await at.go('network?from=2020-01&to=2021-12');
    const first = await places('BLR', 'DEU', 'LTU', 'POL');
    await at.go('');
    await at.go('network?from=2020-01&to=2021-12');
    expect(await places('BLR', 'DEU', 'LTU', 'POL')).toEqual(first);
    await at.go('network?from=2020-04&to=2022-03');
    const moved = await places('BLR', 'DEU', 'LTU', 'POL');
    for (const [code, [x, y]] of Object.entries(first)) {
      const [a, b] = moved[code]!;
      expect([code, Math.hypot(a - x, b - y) / size(first)]).toEqual([code, expect.closeTo(0, 0.2)]);
      expect(Math.hypot(a - x, b - y) / size(first)).toBeLessThan(0.1);
    }
  });

  it('slides and plays through the record', async () => {
    const { page } = at;
    await at.go('network');
    const window = page.getByRole('group', { name: 'Window' });
    await window.getByLabel('Length of the window').selectOption({ label: '1 year' });
    await page.waitForURL(/from=2023-01&to=2023-12/);
    await window.getByRole('slider').fill(String(2020 * 12 + 11));
    await page.waitForURL(/from=2020-01&to=2020-12/);
    expect(await window.locator('output').innerText()).toBe('Jan 2020 – Dec 2020');
    // each window stands for less than a second: what the page says of them is kept from before the first
    await page.evaluate(() => {
      const output = document.querySelector('output')!, said: string[] = [];
      new MutationObserver(() => said.push(output.innerText)).observe(output, { childList: true, characterData: true, subtree: true });
      Object.assign(globalThis, { said });
    });
    await window.getByRole('button', { name: 'Play' }).click();
    await window.getByRole('button', { name: 'Pause' }).waitFor();
    // it plays by itself from window to window, to the end of the record, and stops there
    await page.waitForURL(/from=2023-01&to=2023-12/);
    await window.getByRole('button', { name: 'Play' }).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual(expect.arrayContaining(['Apr 2020 – Mar 2021', 'Oct 2020 – Sept 2021', 'Jan 2023 – Dec 2023']));
  });

  it('shows one party\'s view, and the way from one to another', async () => {
    const { page } = at;
    await at.go('network');
    await places('BLR', 'DEU', 'LTU', 'POL');
    await page.getByLabel('Seen from').fill('Belarus');
    await page.keyboard.press('Enter');
    await page.waitForURL(/ego=BLR/);
    expect((await page.locator('.stage aside .block').first().locator('tr').allInnerTexts()).map((row) => row.split('\t')[0]).sort()).toEqual(['Lithuania', 'Poland']);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.waitForURL(/network$/);
    await page.getByLabel('Path from').fill('DEU');
    await page.getByLabel('Path from').press('Enter');
    await page.waitForURL(/a=DEU/);
    await page.getByLabel('Path to').fill('Lithuania');
    await page.getByLabel('Path to').press('Enter');
    await page.waitForURL(/b=LTU/);
    await page.locator('.stage aside .persons li').nth(1).waitFor();
    expect(await page.locator('.stage aside .persons').innerText()).toMatch(/Germany – Poland\s+Poland – Lithuania/);
    await page.reload();
    await at.settled();
    await page.locator('.stage aside .persons li').nth(1).waitFor();
    expect(await page.locator('.stage aside .persons').innerText()).toMatch(/Germany – Poland\s+Poland – Lithuania/);
  });

  it('has blocs that can be edited, in its address', async () => {
    const { page } = at;
    await at.go('network');
    await places('BLR', 'DEU', 'LTU', 'POL');
    expect(await page.locator('.stage .blocs').first().innerText()).toMatch(/Moscow\s*1\s*West\s*3/);
    await page.getByText('Edit', { exact: true }).click();
    await page.locator('.bloc-form').getByLabel('Party').selectOption('POL');
    await page.locator('.bloc-form').getByLabel('bloc').fill('Visegrad');
    await page.locator('.bloc-form').getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/blocs=POL%3AVisegrad/);
    await page.locator('.stage .blocs').first().locator('li', { hasText: 'Visegrad' }).waitFor();
    await page.reload();
    await at.settled();
    await page.locator('.stage .blocs').first().locator('li', { hasText: 'Visegrad' }).waitFor();
    await page.getByText('Edit', { exact: true }).click();
    await page.getByRole('button', { name: 'Clear Poland' }).click();
    await page.waitForURL(/network$/);
  });

  it('is chosen from in the picture, and saved as SVG, PNG and CSV', async () => {
    const { page } = at;
    await at.go('network');
    await places('BLR', 'DEU', 'LTU', 'POL');
    const point = await page.evaluate(() => {
      const host = document.querySelector('.network-canvas') as unknown as HTMLElement & { picture: { sigma: { getGraph(): { getNodeAttributes(code: string): { x: number; y: number } }; graphToViewport(at: { x: number; y: number }): { x: number; y: number } } } };
      const box = host.getBoundingClientRect(), at = host.picture.sigma.graphToViewport(host.picture.sigma.getGraph().getNodeAttributes('DEU'));
      return { x: box.x + at.x, y: box.y + at.y };
    });
    await page.mouse.move(point.x, point.y);
    await page.mouse.click(point.x, point.y);
    await page.waitForURL(/ego=DEU/);
    const button = (name: string) => page.locator('.figcaption').getByRole('button', { name });
    const svg = await at.saved(button('SVG')), png = await at.saved(button('PNG')), csv = await at.saved(button('CSV'));
    for (const name of ['Belarus', 'Germany', 'Lithuania', 'Poland']) expect(svg.content.toString()).toContain(`>${name}</text>`);
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(csv.content.toString()).toMatch(/^a,b,happenings,tone,cooperation,conflict\r\nLTU,POL,49,/);
    expect(at.faults.filter((fault) => !/WebGL|GPU stall|GL Driver/i.test(fault))).toEqual([]);
  });

  it('is seen from where its address says', async () => {
    const { page } = at, camera = (): Promise<{ x: number; y: number; ratio: number }> => page.evaluate(() => (document.querySelector('.network-canvas') as unknown as { picture: { sigma: { getCamera(): { getState(): { x: number; y: number; ratio: number } } } } }).picture.sigma.getCamera().getState());
    await at.go('network');
    await page.locator('.network-canvas canvas').first().waitFor();
    await page.locator('.network-canvas').hover({ position: { x: 200, y: 200 } });
    await page.mouse.wheel(0, -240);
    await page.waitForURL(/camera=/);
    const seen = await camera();
    expect(seen.ratio).toBeLessThan(1);
    await page.reload();
    await page.locator('.network-canvas canvas').first().waitFor();
    const again = await camera();
    for (const part of ['x', 'y', 'ratio'] as const) expect(again[part]).toBeCloseTo(seen[part], 2);
    // another window is seen from the same place
    await page.getByRole('group', { name: 'Window' }).getByLabel('Length of the window').selectOption({ label: '1 year' });
    await page.waitForURL(/from=2023-01/);
    expect((await camera()).ratio).toBeCloseTo(seen.ratio, 2);
    await page.getByRole('button', { name: 'Whole picture' }).click();
    await page.waitForURL((url) => !url.search.includes('camera'));
    expect(await camera()).toMatchObject({ x: 0.5, y: 0.5, ratio: 1 });
  });
});

/** The page in a real browser: what is new, the record, stories, search, languages, a phone's width. Other views have files of their own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import type { Visit } from '../../test/browser.ts';
import { bare, english, englishCoded, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import type { Story } from '../story/story.ts';

describe.skipIf(!chrome)('the page in Chromium (CHROME, or /usr/bin/chromium)', { timeout: PATIENCE }, () => {
  const at = visiting({
    fill(ledger) {
      ledger.put(turkish, turkishCoded, '1');
      ledger.put(english, englishCoded, '1');
      ledger.put(russian, russianCoded, '1');
      for (let i = 0; i < 60; i++) {
        const told: Story = { ...english, id: `more-${i}`, date: '2023-01-01', text: `${english.text} ${i}` }, { from: _from, to: _to, ...event } = englishCoded.events[0]!;
        ledger.put(told, { ...bare(told), events: [event] }, '1');
      }
    },
  });
  let page: Visit['page'], go: Visit['go'], faults: string[];
  beforeAll(() => void ({ page, go, faults } = at));

  it('opens with what is new', async () => {
    await go('');
    expect(await page.title()).toBe('Today – Dragoman');
    expect(await page.locator('.told').count()).toBeGreaterThan(2);
    // The sixty-one stories that tell of one demand are one happening.
    expect(await page.locator('.told a.reports').allInnerTexts()).toContainEqual(expect.stringMatching(/^6\d reports/));
    expect(await page.locator('.side').innerText()).toContain('first in 12 years');
    expect(await page.locator('.side').innerText()).toContain('improving');
  });

  it('lists the record with its sentences, narrows it by the form, and pages on', async () => {
    await go('record');
    const first = page.locator('.fact').first();
    expect(await page.locator('.fact').count()).toBe(50);
    await page.getByRole('button', { name: 'Show earlier' }).click();
    await page.locator('.fact').nth(60).waitFor();
    await go('record?text=gorusme');
    expect(await first.locator('mark').allInnerTexts()).toEqual(['Şam', 'Ankara', 'görüşmelerin']);
    expect(await first.locator('blockquote').getAttribute('lang')).toBe('tr');
    await go('record');
    await page.getByLabel('Party').fill('Türkiye');
    await page.getByLabel('and', { exact: true }).fill('SYR');
    await page.keyboard.press('Enter');
    await page.waitForURL(/with=SYR/);
    await page.getByText('1 event').waitFor();
    expect(await page.locator('.fact .who').allInnerTexts()).toEqual(['Syria ↔ Turkey']);
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.waitForURL((url) => !url.search.includes('with='));
    await page.getByLabel('How sure').selectOption('denied');
    await page.waitForURL(/factuality=denied/);
    await page.locator('.fact .factuality').first().waitFor();
    await page.getByText('1 event', { exact: true }).waitFor();
    expect(await page.locator('.fact .factuality').allInnerTexts()).toEqual(['denied']);
    await go('record?text=zzzz');
    expect(await page.locator('.empty').innerText()).toContain('Widen the search');
  });

  it('keeps what is being typed into a filter when an answer comes', async () => {
    const release = await at.hold(/api\/v1\/(?:events|parties|measures|ledger)/);
    await page.goto(`${at.server.address}record`);
    const words = page.getByRole('form').locator('input[name=text]'), from = page.getByRole('form').locator('input[name=from]');
    await words.fill('visi');
    await from.fill('2020');
    release();
    await at.settled();
    expect([await words.inputValue(), await from.inputValue()]).toEqual(['visi', '2020']);
  });

  it('opens what is found for all that was typed, though Enter comes before the answer', async () => {
    await go('');
    const release = await at.hold(/api\/v1\/search.*keles/);
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search the ledger' });
    await field.fill('Syria');
    await page.locator('#choice-0').waitFor();
    const asked = page.waitForRequest(/search.*keles/);
    await field.fill('keles');
    await page.keyboard.press('Enter');
    await asked;
    expect(page.url()).toBe(at.server.address);
    release();
    await page.waitForURL(/record\?speaker=Orban/);
  });

  it('heads a view that failed, and names its window', async () => {
    const before = faults.length;
    await go('happening/e999');
    expect([await page.locator('h1').innerText(), await page.title()]).toEqual(['This could not be loaded', 'This could not be loaded – Dragoman']);
    expect(await page.getByRole('alert').innerText()).toContain('e999');
    faults.splice(before).forEach((fault) => expect(fault).toMatch(/status of 404/));
  });

  it('says what was not understood in a filter', async () => {
    const before = faults.length;
    await go('record?party=Qwert&from=soon');
    expect(await page.getByRole('alert').innerText()).toMatch(/Qwert.*soon/s);
    // The browser reports the refused request by itself.
    faults.splice(before).forEach((fault) => expect(fault).toMatch(/status of 400/));
  });

  it('shows claims, ties and trends, and each story with its facts in the margin', async () => {
    for (const [name, words] of [['Claims', 'prediction'], ['Ties', 'political · membership'], ['Trends', 'improving'], ['Stories', 'Görüşmeler sürüyor']] as const) {
      await go('record');
      await page.getByRole('link', { name, exact: true }).click();
      await page.locator('.facts', { hasText: words }).waitFor();
    }
    await page.getByRole('link', { name: 'Görüşmeler sürüyor' }).click();
    await page.locator('.paragraph').first().waitFor();
    expect(await page.locator('h1').innerText()).toBe('Görüşmeler sürüyor');
    expect(await page.locator('.paragraph').count()).toBe(2);
    expect(await page.locator('.paragraph').first().locator('mark.type').innerText()).toBe('görüşmelerin');
    expect(await page.locator('.margin > li').count()).toBe(2);
    await page.locator('.paragraph .ref').first().click();
    await page.waitForURL(/fact=e1$/);
    expect(await page.locator('.why').innerText()).toContain('İskele Postası ← Orban Keleş');
    expect(await page.locator('.people').innerText()).toContain('Orban Keleş');
  });

  it('is searched by keyboard, and two parties open their relation', async () => {
    await go('');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search the ledger' }).fill('keles');
    await page.getByRole('option', { name: /Orban Keleş/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/record\?speaker=Orban/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the ledger' }).fill('xqzw');
    await page.getByText('Nothing in the record answers').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox', { name: 'Search the ledger' }).count()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').innerText()).toContain('go to: Record');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // the second key counts for a second and a half; on a busy machine it may come late
    await expect.poll(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      return page.url();
    }, { timeout: PATIENCE }).toBe(at.server.address);
  });

  it('hears keys in the very moment a window opens or closes', async () => {
    await go('');
    // all in one task, before the browser draws or tells that a window has closed
    const heard = await page.evaluate(async () => {
      const press = async (key: string, ctrlKey = false): Promise<string | undefined> => {
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
        await Promise.resolve();
        return document.querySelector('dialog[open]')?.className;
      };
      const close = (): void => document.querySelector<HTMLDialogElement>('dialog[open]')!.close();
      const shown = [await press('/'), document.activeElement?.getAttribute('role')];
      close();
      shown.push(await press('?'));
      close();
      shown.push(await press('k', true));
      close();
      shown.push(await press('k', true));
      return shown;
    });
    expect(heard).toEqual(['palette', 'combobox', 'keys', 'palette', 'palette']);
    // what the closed ones tell late shuts none that is open
    await page.getByRole('combobox', { name: 'Search the ledger' }).fill('keles');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /Orban Keleş/ }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('shows a relation, a party and the network, each at its address', async () => {
    await go('relation/NOR/TCD');
    await page.locator('.chart svg').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Norway – Chad');
    expect(await page.locator('.chart .canvas').getAttribute('aria-label')).toContain('Norway – Chad');
    const box = (await page.locator('.chart .canvas').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    await page.getByRole('button', { name: 'Whole record' }).click();
    await page.waitForURL(/NOR\/TCD$/);
    await go('party/TCD');
    await page.locator('.multiples li').first().waitFor();
    expect(await page.locator('.multiples').innerText()).toContain('Norway');
    await page.getByText('political').waitFor();
    await go('relations');
    await page.getByRole('cell', { name: 'Norway – Chad' }).waitFor();
    await page.getByRole('button', { name: 'tone' }).click();
    expect(await page.locator('th[aria-sort=ascending], th[aria-sort=descending]').count()).toBe(1);
    await go('network?ego=TCD');
    await page.locator('.network-canvas canvas').first().waitFor();
    await page.locator('.stage aside').getByRole('link', { name: 'Norway' }).waitFor();
    await go('party/QAT');
    await page.getByText('The record holds nothing about this party').waitFor();
    await go('relation/QAT/USA');
    await page.getByText('The record holds nothing between these two').waitFor();
  });

  it('speaks Turkish and Russian, and keeps the choice', async () => {
    await go('');
    await page.getByLabel('Language').selectOption('tr');
    await page.getByRole('link', { name: 'Bugün' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('tr');
    await go('record?kind=claim');
    expect(await page.locator('.facts').innerText()).toContain('öngörü');
    await page.locator('.masthead').getByLabel('Dil').selectOption('ru');
    await page.locator('.what', { hasText: 'прогноз' }).waitFor();
    await page.locator('.masthead').getByLabel('Язык').selectOption('en');
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of ['', 'record', 'record?kind=claim', 'relation/NOR/TCD', 'party/TCD', 'relations', 'network', 'story/tr-1', 'review', 'changes', 'watching', 'docs', 'happening/e1', 'nowhere']) {
      await go(path);
      expect([path, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([path, true]);
    }
    await page.setViewportSize({ width: 1200, height: 900 });
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 404/.test(fault)));
  });

  it('had no fault and asked nobody else for anything', () => expect(faults).toEqual([]));
});

/** Watching in a real browser: what is new first, as it comes, and as a feed; and the page from elsewhere than its own machine. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { visitTold } from '../../test/desk-stories.ts';
import { ask } from '../../test/served.ts';
import { bare, eventIn } from '../../test/stories.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Story } from '../story/story.ts';
import { makeToken } from './tokens.ts';

function news(ledger: Ledger, id: string, date: string, sentence: string): void {
  const story: Story = { id, lang: 'en', date, outlet: 'Harbour Wire', text: sentence };
  ledger.put(story, { ...bare(story), events: [eventIn(story, sentence, { type: 'ACCUSE', source: 'NOR', target: 'TCD' })] }, '1');
}

describe.skipIf(!chrome)('watching, in Chromium', { timeout: PATIENCE }, () => {
  const at = visiting({ fill: visitTold });

  it('puts a search, a party and a relation under watch', async () => {
    const { page } = at;
    await at.go('watching');
    await page.getByText('Nothing is watched yet').waitFor();
    for (const path of ['record?text=advisers', 'party/TCD', 'relation/NOR/TCD']) {
      await at.go(path);
      await page.getByRole('button', { name: 'Watch', exact: true }).click();
      await page.getByRole('link', { name: 'Watched' }).waitFor();
    }
    await at.go('watching');
    expect(await page.locator('.record h2').allInnerTexts()).toEqual([expect.stringContaining('advisers'), expect.stringContaining('Chad'), expect.stringContaining('Norway – Chad')]);
    expect(await page.locator('.fresh').count()).toBe(0);
  });

  it('shows what is new first, as soon as it is read', async () => {
    const { page, server } = at;
    news(server.ledger, 'late', '2019-01-01', 'Norway accused Chad of sitting on old news.');
    // the stream tells the page; nobody reloads it
    await page.locator('section', { hasText: 'Norway – Chad' }).locator('.fresh', { hasText: '1 new' }).waitFor();
    const watch = page.locator('section.block', { has: page.getByRole('link', { name: 'Norway – Chad', exact: true }) });
    expect(await watch.locator('.fact').first().innerText()).toContain('old news');
    expect(await page.locator('section.block', { has: page.locator('h2', { hasText: 'advisers' }) }).locator('.fresh').count()).toBe(0);
    await watch.getByRole('button', { name: 'Seen' }).click();
    await watch.locator('.fresh').first().waitFor({ state: 'detached' });
    await watch.getByRole('button', { name: 'Seen' }).waitFor({ state: 'detached' });
  });

  it('gives each watch as an Atom feed, whose links lead back', async () => {
    const { page, server } = at, feed = (await page.locator('section.block', { has: page.getByRole('link', { name: 'Norway – Chad', exact: true }) }).getByRole('link', { name: 'Atom' }).getAttribute('href')) ?? '';
    const { headers, text } = await ask(server.address, feed);
    expect(headers['content-type']).toMatch(/^application\/atom\+xml/);
    const told = await page.evaluate((xml) => {
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      return { broken: feed.querySelector('parsererror') !== null, title: feed.querySelector('feed > title')?.textContent, summaries: [...feed.querySelectorAll('entry > summary')].map((one) => one.textContent), link: feed.querySelector('entry > link')?.getAttribute('href') };
    }, text);
    expect(told).toMatchObject({ broken: false, title: 'Norway – Chad', summaries: expect.arrayContaining([expect.stringContaining('old news')]) });
    await at.go(new URL(told.link as string).pathname.slice(1) + new URL(told.link as string).search);
    await page.locator('.margin > li.open').waitFor();
  });

  it('is told no longer what is not watched', async () => {
    const { page } = at;
    await at.go('watching');
    for (let left = 3; left > 0; left--) {
      await page.getByRole('button', { name: 'No longer' }).first().click();
      await page.waitForFunction((n) => document.querySelectorAll('section.block').length === n, left - 1);
    }
    await page.getByText('Nothing is watched yet').waitFor();
    expect(at.faults).toEqual([]);
  });
});

describe.skipIf(!chrome)('from elsewhere, in Chromium', { timeout: PATIENCE }, () => {
  let token = '', reader = '';
  const at = visiting({
    listening: { port: 0, host: '0.0.0.0' },
    async fill(ledger) {
      visitTold(ledger);
      ({ token } = await makeToken(ledger, 'desk', 'correct'));
      ({ token: reader } = await makeToken(ledger, 'guest', 'read'));
    },
  });

  it('the page asks for a token, shows nothing before, and lets a reader change nothing', async () => {
    const { page, server } = at, home = `http://127.0.0.1:${new URL(server.address).port}/`;
    await page.goto(home);
    const field = page.getByLabel('Token', { exact: true });
    await field.waitFor();
    expect(await page.locator('.fact').count()).toBe(0);
    await field.fill('drg_wrong');
    await Promise.all([page.waitForResponse((answer) => answer.status() === 401), page.getByRole('button', { name: 'Open' }).click()]);
    await field.waitFor();
    await field.fill(reader);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.locator('.fact').first().waitFor();
    await field.waitFor({ state: 'detached' });
    await page.goto(`${home}story/v-en`);
    await page.locator('.paragraph .ref').first().click();
    await page.getByRole('button', { name: 'Right', exact: true }).click();
    await page.locator('.note.bad', { hasText: 'correct' }).waitFor();
    await page.goto(`${home}record`);
    await page.getByRole('button', { name: 'Watch' }).click();
    await page.locator('.note.bad', { hasText: 'correct' }).waitFor();
    await page.goBack();
    await page.evaluate((value) => sessionStorage.setItem('token', value), token);
    await page.reload();
    await page.getByRole('button', { name: 'Right', exact: true }).click();
    await page.locator('.note', { hasText: 'Confirmed.' }).waitFor();
    expect((await server.ledger.db.selectFrom('correction').select('who').execute()).map(({ who }) => who)).toEqual(['desk']);
  });
});

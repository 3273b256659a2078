/** A happening in a real browser: its reports side by side in their own languages, their marks, whose word, where they differ, its history. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { REPORTS, visitTold } from '../../test/desk-stories.ts';
import { correct } from '../ledger/corrections/correct.ts';

describe.skipIf(!chrome)('a happening, in Chromium', { timeout: PATIENCE }, () => {
  const id = 'e1', at = visiting({
    fill(ledger) {
      visitTold(ledger);
      // whatever the clustering makes of three reports, the analyst's word is that they are one
      correct(ledger, { kind: 'merge', events: ['e1', 'e2', 'e3'] }, { who: 'desk' });
    },
  });

  it('stands with every report side by side, in its own language, its words marked', async () => {
    const { page } = at;
    await at.go(`happening/${id}`);
    const reports = page.locator('.reports > li');
    expect(await reports.count()).toBe(3);
    const boxes = await Promise.all([0, 1].map((i) => reports.nth(i).boundingBox()));
    // side by side: the second begins where the first ends, at the same height
    expect(boxes[1]!.x).toBeGreaterThanOrEqual(boxes[0]!.x + boxes[0]!.width - 1);
    expect(Math.abs(boxes[1]!.y - boxes[0]!.y)).toBeLessThan(2);
    for (const { lang, outlet, sentence, words } of REPORTS) {
      const report = page.locator('.reports > li', { hasText: outlet }).first(), quote = report.locator('blockquote');
      expect([await quote.getAttribute('lang'), (await quote.innerText()).trim()]).toEqual([lang, sentence]);
      for (const role of ['source', 'type', 'target'] as const) expect([outlet, role, await quote.locator(`mark.${role}`).innerText()]).toEqual([outlet, role, words[role]]);
    }
    // a mark of each kind looks otherwise
    const looks = await page.locator('.legend mark').evaluateAll((marks) => marks.map((mark) => ((style) => `${style.backgroundColor} ${style.borderBottom} ${style.textDecorationLine} ${style.boxShadow} ${style.color}`)(getComputedStyle(mark))));
    expect(new Set(looks).size).toBe(5);
  });

  it('says whose word it is, where the reports differ, why they are one, and what was changed', async () => {
    const { page } = at;
    expect(await page.locator('.reports > li', { hasText: 'Harbour Wire' }).first().locator('.chain').innerText()).toBe('Harbour Wire ← Kari Vik');
    const differ = page.locator('section', { has: page.getByRole('heading', { name: 'Where the reports differ' }) }).first();
    const told = await differ.innerText();
    for (const word of ['numbers', '12', '11', 'Harbour Wire', 'İskele Postası', 'word for the actor']) expect(told).toContain(word);
    expect(await page.locator('.said').innerText()).toMatch(/merge 3 events into one happening/);
    expect(await page.locator('.reports').innerText()).toContain('an analyst merged it');
    expect(await page.locator('.sum').innerText()).toMatch(/3 reports · \d independent sources? · 3 outlets · English, Turkish, Russian/);
  });

  it('gives its reasons and its history in Turkish and Russian', async () => {
    const { page } = at;
    for (const [lang, words, languages] of [['tr', ['bir analist birleştirdi', '3 eylem tek olayda birleştirildi'], 'İngilizce, Türkçe, Rusça'], ['ru', ['слито аналитиком', '3 действия в одном событии'], 'английский, турецкий, русский']] as const) {
      await at.go(`happening/${id}?ui=${lang}`);
      const told = await page.locator('main').innerText();
      for (const word of [...words, languages]) expect(told).toContain(word);
      expect(told).not.toMatch(/analyst|neighbouring|published on|both CONSULT|merge 3/);
    }
    await at.go(`happening/${id}?ui=en`);
  });

  it('leads to its stories, where each fact says why it was coded so', async () => {
    const { page } = at;
    await page.locator('.reports > li', { hasText: 'Harbour Wire' }).first().getByRole('link', { name: 'Why it was coded so' }).click();
    await page.waitForURL(/\/story\/\w+\?fact=e1$/);
    const why = await page.locator('.why').innerText();
    for (const word of ['Norwegian', 'visited', 'Chad', 'CONSULT', 'Harbour Wire ← Kari Vik', '0.80']) expect(why).toContain(word);
    expect(at.faults).toEqual([]);
  });
});

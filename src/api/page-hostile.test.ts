/** Hostile stories in a real browser: whatever they hold stays text, in every view. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { bare, eventIn, spanOf } from '../../test/stories.ts';
import type { Story } from '../story/story.ts';

const evil = 'Mali said <script>window.hit = 1</script> "&amp; <img src=x onerror=hit()> \u202eelif\u202c to Niger.';
const hostile: Story = { id: '<b>x</b>', lang: 'en', date: '2024-07-01', outlet: '<i>O</i>', title: '"><script>window.hit = 1</script>', url: 'javascript:hit()', text: `${evil}\n\n${'w'.repeat(1_000_000)}` };
/** The sentence is itself a word of two hundred thousand letters, the way of the outlet's name leads right to left. */
const word = `Niger${'г'.repeat(200_000)} struck Mali.`;
const long: Story = { id: '../../etc/passwd', lang: 'en', date: '2024-07-02', outlet: '\u202eteltuo', title: 'x'.repeat(5000), text: word };

describe.skipIf(!chrome)('hostile stories, in Chromium', { timeout: PATIENCE }, () => {
  const at = visiting({
    fill(ledger) {
      ledger.put(hostile, { ...bare(hostile), persons: [{ names: ['<u>who</u>'], country: 'MLI', role: '<s>boss</s>' }], events: [eventIn(hostile, evil, { type: 'ACCUSE', source: 'MLI', target: 'NER', attributed_to: '<u>who</u>', place: '\u202eX', chain: ['<i>O</i>', '<u>who</u>'] })], claims: [{ speaker: '<u>who</u>', kind: 'position', about: ['MLI', 'NER'], evidence: evil, offsets: { sentence: spanOf(hostile.text, evil) }, confidence: 0.5 }] }, '1');
      ledger.put(long, { ...bare(long), events: [eventIn(long, word, { type: 'ASSAULT', source: 'NER', target: 'MLI' })] }, '1');
    },
  });

  it('stay text in every view, and open nothing of theirs', async () => {
    const { page } = at;
    for (const path of ['', 'record', 'record?kind=claim', 'record?kind=story', `story/${encodeURIComponent('<b>x</b>')}`, `story/${encodeURIComponent('../../etc/passwd')}`, 'happening/e1', 'happening/e2', 'relation/MLI/NER', 'party/MLI', 'network', 'relations', 'review', 'changes', 'watching']) {
      await at.go(path);
      expect([path, await page.evaluate('window.hit')]).toEqual([path, undefined]);
      expect([path, await page.evaluate(() => document.documentElement.outerHTML.includes('\u202e'))]).toEqual([path, false]);
      expect([path, await page.locator('a[href^=javascript], main script, main img').count()]).toEqual([path, 0]);
      expect([path, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([path, true]);
    }
  });

  it('are shown as they are, what turns the reading around as what it is', async () => {
    const { page } = at;
    await at.go(`story/${encodeURIComponent('<b>x</b>')}`);
    await page.locator('.paragraph').first().waitFor();
    expect(await page.locator('h1').innerText()).toBe('"><script>window.hit = 1</script>');
    expect(await page.locator('.paragraph').first().innerText()).toContain('\\u{202e}elif');
    expect(await page.locator('.people').innerText()).toContain('<u>who</u>');
    await at.go('record?text=said');
    expect(await page.locator('.fact').first().innerText()).toContain('<script>window.hit = 1</script>');
  });

  it('are found by a search that is hostile itself', async () => {
    const { page } = at;
    await at.go('');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search the ledger' });
    for (const typed of ['<img src=x onerror=hit()>', '"; drop table story; --', '\u202eabc', 'NEAR(" AND']) {
      await field.fill(typed);
      await page.waitForFunction((q) => document.querySelector('dialog')?.textContent?.includes(q) || document.querySelectorAll('dialog [role=option]').length > 0, 'Nothing in the record');
    }
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(at.faults).toEqual([]);
  });
});

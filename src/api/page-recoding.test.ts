/** Stored stories read anew from the page, in a real browser. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { bare } from '../../test/stories.ts';
import { threadCoder } from '../cli/recoding/thread-coder.ts';
import type { Story } from '../story/story.ts';

const stories = readFileSync(new URL('../../examples/2020-2025.jsonl', import.meta.url), 'utf8').trim().split('\n').slice(0, 5).map((line) => JSON.parse(line) as Story);

describe.skipIf(!chrome)('reading anew, in Chromium', { timeout: PATIENCE }, () => {
  const coder = threadCoder();
  const at = visiting({ fill: (ledger) => stories.forEach((story) => ledger.put(story, bare(story), 'an older coder')), listening: { port: 0, coder: coder.load } });
  afterAll(() => coder.close());

  it('is offered where corrections stand, tells how far it has come, and ends with none left', async () => {
    const { page } = at;
    for (const [lang, words] of [['tr', '5 haber kodlayıcının başka bir sürümüyle okunmuş.'], ['ru', '5 текстов прочитаны другой версией кодировщика.']] as const) {
      await at.go(`changes?ui=${lang}`);
      await page.getByText(words).waitFor();
    }
    await at.go('changes?ui=en');
    await page.getByText('5 stories were read by another version of the coder.').waitFor();
    await page.getByRole('button', { name: 'Read them anew' }).click();
    await page.getByText('Done: 5 of 5 read.').waitFor();
    await page.getByText('Every story was read by the coder at hand.').waitFor();
    expect(await page.getByRole('button', { name: 'Read them anew' }).count()).toBe(0);
    await at.go('record');
    expect(await page.locator('ol.record > li').count()).toBeGreaterThan(5);
  });

  it('had no fault', () => expect(at.faults).toEqual([]));
});

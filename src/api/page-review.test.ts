/** An analyst's work in a real browser: a reviewing session by keys, corrections where a fact stands, the list of what was changed. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { visitTold } from '../../test/desk-stories.ts';
import { ask } from '../../test/served.ts';
import { corrections } from '../ledger/corrections/list.ts';

describe.skipIf(!chrome)('correcting, in Chromium', { timeout: PATIENCE }, () => {
  const at = visiting({ fill: visitTold });
  const rows = async (path: string): Promise<Record<string, unknown>[]> => (JSON.parse((await ask(at.server.address, `/api/v1${path}`)).text) as { rows: Record<string, unknown>[] }).rows;
  const noted = (words: string) => at.page.locator('.note', { hasText: words }).waitFor();
  const under = (words: string) => at.page.locator('.under-review', { hasText: words }).waitFor();

  it('goes through doubtful facts by keys: accept, undo, reject, next, back, change', async () => {
    const { page } = at;
    await at.go('review');
    // the least sure first
    await under('Chad denied that a visit took place');
    const first = await rows('/doubtful');
    expect(first.map(({ confidence }) => confidence)).toEqual([0.3, 0.8, 0.8, 0.8]);
    await page.keyboard.press('a');
    await noted('Confirmed.');
    await under(String(first[1]?.['evidence']));
    expect((await rows('/doubtful')).length).toBe(3);
    await page.keyboard.press('u');
    await noted('Taken back.');
    await under('Chad denied that a visit took place');
    await page.keyboard.press('j');
    await under(String(first[1]?.['evidence']));
    // what was passed over stands in the address
    await page.waitForURL(/skip=e\d+/);
    await page.reload();
    await under(String(first[1]?.['evidence']));
    await page.keyboard.press('k');
    await under('Chad denied that a visit took place');
    await page.keyboard.press('r');
    await page.keyboard.type('axu: denied, and so no act');
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await noted('Rejected.');
    expect((await rows('/corrections'))[0]).toMatchObject({ kind: 'reject', why: 'axu: denied, and so no act' });
    await under(String(first[1]?.['evidence']));
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: 'Change' });
    // the key opened the form, and what is typed in it is no key of the session
    await form.getByLabel('Place').fill('axuj');
    await form.getByLabel('Type').selectOption('COOPERATE');
    await form.getByLabel('Mode').selectOption('');
    await form.getByLabel('Reason').fill('the second report says so');
    await form.getByRole('button', { name: 'Save' }).click();
    await noted('Changed.');
    const changed = (await rows('/events?type=COOPERATE'))[0];
    expect(changed).toMatchObject({ place: 'axuj', evidence: first[1]?.['evidence'], review: { is: 'changed' } });
    expect(changed).not.toHaveProperty('mode');
    expect((await rows('/corrections'))[0]).toMatchObject({ kind: 'change', why: 'the second report says so' });
    await page.getByRole('link', { name: 'Claims' }).click();
    await page.waitForURL(/kind=claim/);
    await under('assessment');
    await page.keyboard.press('a');
    await page.getByText('Every fact of this kind has been looked at.').waitFor();
  });

  it('keeps what is typed at first sight of a fact', async () => {
    const { page } = at;
    await at.go('review');
    await page.locator('.under-review').waitFor();
    // types as soon as the page has put another fact there, before it is painted
    await page.evaluate(() => {
      const shown = (): string => document.querySelector<HTMLAnchorElement>('.under-review a[href*="fact="]')!.href, first = shown();
      new MutationObserver((_, observer) => {
        if (shown() === first) return;
        observer.disconnect();
        const reason = document.querySelector<HTMLInputElement>('.under-review form.inline input')!;
        reason.value = 'at once';
        reason.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.body.dataset['typed'] = 'yes';
      }).observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    await page.keyboard.press('j');
    await page.waitForURL(/skip=e\d+/);
    await page.locator('body[data-typed]').waitFor();
    // an emptying that waits for the painting would come within these frames
    await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
    expect(await page.locator('.under-review').getByLabel('Reason').inputValue()).toBe('at once');
  });

  it('takes back what was said last, though not all of the page has followed yet', async () => {
    const { page } = at;
    await at.go('review');
    const shown = (): Promise<string | null> => page.locator('.under-review a[href*="fact="]').getAttribute('href');
    const first = await shown(), before = (await rows('/corrections')).length;
    const release = await at.hold(/api\/v1\/ledger/);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await page.waitForFunction((one) => document.querySelector('.under-review a[href*="fact="]')?.getAttribute('href') !== one, first);
    await page.keyboard.press('u');
    await page.waitForFunction((one) => document.querySelector('.under-review a[href*="fact="]')?.getAttribute('href') === one, first);
    release();
    // said once, though its key was pressed twice, and taken back
    expect((await rows('/corrections')).slice(0, -before || undefined).map(({ kind }) => kind)).toEqual(['undo', 'confirm']);
  });

  it('corrects a fact in its story, and adds one that was missed', async () => {
    const { page } = at;
    await at.go('story/v-ru');
    await page.locator('.paragraph .ref').first().click();
    await page.waitForURL(/fact=e\d+$/);
    const margin = page.locator('.margin > li').first();
    await margin.getByLabel('Reason').fill('seen in the archive');
    await margin.getByRole('button', { name: 'Right', exact: true }).click();
    await noted('Confirmed.');
    await margin.locator('.review.confirmed').waitFor();
    expect((await rows('/corrections'))[0]).toMatchObject({ kind: 'confirm', why: 'seen in the archive' });
    await margin.getByRole('button', { name: 'Wrong', exact: true }).click();
    await noted('Rejected.');
    await page.locator('.note').getByRole('button', { name: 'Undo' }).click();
    await noted('Taken back.');
    const add = page.locator('details.add-fact');
    await add.locator('summary').click();
    await add.getByLabel('Sentence').selectOption({ index: 0 });
    await add.getByLabel('Kind').selectOption('tie');
    await add.getByLabel('Party').fill('Norway');
    await add.getByLabel('and', { exact: true }).fill('TCD');
    await add.getByLabel('Domain').selectOption('political');
    await add.getByLabel('Type').selectOption('alliance');
    await add.getByRole('button', { name: 'Save' }).click();
    await noted('Added.');
    expect((await rows('/ties?type=alliance'))[0]).toMatchObject({ a: 'NOR', b: 'TCD', domain: 'political', review: { is: 'added' } });
  });

  it('merges happenings and takes them apart', async () => {
    const { page } = at, [en, denied] = [(await rows('/events?text=advisers'))[0]!['id'] as string, (await rows('/events?type=CONSULT&lang=ru'))[0]!['id'] as string];
    await at.go(`happening/${en}`);
    const before = await page.locator('.reports > li').count();
    const other = (await rows('/stories?text=Denied')).length;
    expect(other).toBe(1);
    // one that stands alone is found through the story that tells it
    const alone = ((JSON.parse((await ask(at.server.address, '/api/v1/stories/v-tr')).text)) as { facts: { id: string }[] }).facts[0]!.id;
    await page.getByLabel('Its event or happening').fill(before > 1 ? alone : denied);
    await page.getByRole('button', { name: 'Merge' }).click();
    await noted('Done.');
    await page.locator('.reports > li').nth(1).waitFor();
    const merged = await page.locator('.reports > li').count();
    expect(merged).toBeGreaterThan(1);
    await page.locator('.said', { hasText: 'into one happening' }).waitFor();
    await page.locator('.reports > li').last().getByRole('checkbox', { name: 'another act' }).check();
    await page.getByRole('button', { name: 'Take 1 out' }).click();
    await noted('Done.');
    await page.waitForFunction((n) => document.querySelectorAll('.reports > li').length === n - 1, merged);
  });

  it('says that names are one person or two, and adds parties, names and offices', async () => {
    const { page } = at;
    await at.go('changes');
    const besides = page.locator('.side'), kind = besides.getByLabel('Kind').first(), save = besides.getByRole('button', { name: 'Save' });
    const said = async (): Promise<void> => {
      await save.click();
      await noted('Done.');
      await page.locator('.note').getByRole('button', { name: 'Close' }).click();
    };
    await besides.getByLabel('Names, by commas').fill('Kari Vik, K. Vik');
    await said();
    await kind.selectOption('separate-persons');
    await besides.getByLabel('Names, by commas').fill('Kari Vik, Karl Vik');
    await said();
    await kind.selectOption('add-party');
    await besides.getByLabel('Code').fill('zed');
    await besides.getByLabel('Kind').nth(1).selectOption('group');
    await besides.getByLabel('English').fill('Zedland');
    await said();
    await kind.selectOption('add-name');
    await besides.getByLabel('Party').fill('Chad');
    await besides.getByLabel('Language').selectOption('en');
    await besides.getByLabel('Name', { exact: true }).fill('Tchadia');
    await said();
    await kind.selectOption('add-office');
    await besides.getByLabel('English').fill('Kari Vik');
    await besides.getByLabel('Party').fill('Norway');
    await besides.getByLabel('Office').fill('foreign minister');
    await besides.getByLabel('Serves, if another').fill('UN');
    await besides.getByLabel('Sex').selectOption('woman');
    await besides.getByLabel('From').fill('2022-01-01');
    await besides.getByLabel('Reason').fill('the ministry\'s own list');
    await said();
    expect(corrections(at.server.ledger).at(-1)?.correction).toMatchObject({ kind: 'add-office', country: 'NOR', code: 'UN', sex: 'f', why: 'the ministry\'s own list' });
    expect((await rows('/corrections')).slice(0, 5).map(({ kind: one }) => one)).toEqual(['add-office', 'add-name', 'add-party', 'separate-persons', 'join-persons']);
  });

  it('lists what was changed, takes it back and brings it again', async () => {
    const { page } = at;
    await at.go('changes');
    expect(await page.locator('.said > li').count()).toBe((await rows('/corrections')).length);
    const office = page.locator('.said > li', { hasText: 'foreign minister' });
    await office.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.said > li.undone', { hasText: 'foreign minister' }).getByRole('button', { name: 'Redo' }).click();
    await page.locator('.said > li:not(.undone)', { hasText: 'foreign minister' }).waitFor();
    expect((await rows('/corrections')).filter(({ kind }) => kind === 'undo' || kind === 'redo').length).toBeGreaterThanOrEqual(3);
  });

  it('words all of it in Turkish and Russian', async () => {
    const { page } = at;
    for (const [lang, words] of [['tr', ['tür: iş birliği', 'eylem reddedildi', 'grup']], ['ru', ['вид: сотрудничество', 'Неверно', 'группа']]] as const) {
      await at.go(`changes?ui=${lang}`);
      await page.locator('.said > li').first().waitFor();
      const told = await page.locator('.said').innerText();
      for (const word of words) expect(told).toContain(word);
      expect(told).not.toMatch(/reject event|change type|into one happening|add office/);
    }
    await at.go('changes?ui=en');
  });

  it('had no fault and asked nobody else for anything', () => expect(at.faults).toEqual([]));
});

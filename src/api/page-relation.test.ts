/** A relation and a party in a real browser: the chart and what follows a period brushed on it, what is saved, the brief, and the program's words in each language. */
import { describe, expect, it } from 'vitest';
import { chrome, PATIENCE, visiting } from '../../test/browser.ts';
import { quarrel } from '../../test/desk-stories.ts';
import { ask } from '../../test/served.ts';
import type { StandsAnswer } from '../answers/stands.ts';

describe.skipIf(!chrome)('relations, in Chromium', { timeout: PATIENCE }, () => {
  const at = visiting({ fill: quarrel });

  /** Draws a period over the chart, by shares of its width. */
  async function brush(from: number, to: number): Promise<void> {
    const box = (await at.page.locator('.chart .canvas').boundingBox())!;
    await at.page.mouse.move(box.x + box.width * from, box.y + 60);
    await at.page.mouse.down();
    await at.page.mouse.move(box.x + box.width * to, box.y + 60, { steps: 5 });
    await at.page.mouse.up();
  }

  it('marks a thaw, explains it on hover, and shows the happenings along the line', async () => {
    const { page } = at;
    await at.go('relation/LTU/POL');
    await page.locator('.chart svg').waitFor();
    expect(await page.locator('.chart svg').textContent()).toMatch(/Thaw \d+ Jan 2022/);
    expect(await page.locator('.standfirst').innerText()).toMatch(/^Thaw from \d+ Jan 2022 on: tone −[\d.]+ to [\d.]+/);
    // a tick for each event, besides the lines of the changes
    await page.waitForFunction(() => document.querySelectorAll('.chart svg line').length >= 48);
    const box = (await page.locator('.chart .canvas').boundingBox())!;
    const tips = new Set<string>();
    for (let x = 0.05; x < 1; x += 0.02) {
      await page.mouse.move(box.x + box.width * x, box.y + box.height * 0.3);
      tips.add((await page.locator('.chart svg').textContent()) ?? '');
    }
    const told = [...tips].join('\n');
    expect(told).toMatch(/happening/);
    expect(told).toMatch(/Thaw from/);
    expect(told).toMatch(/Poland → Lithuania: accusation/);
  });

  it('has everything follow a period that is brushed, and its address says so', async () => {
    const { page } = at;
    await at.go('relation/LTU/POL');
    await page.locator('.chart svg').waitFor();
    const whole = await page.locator('.sum').innerText();
    await page.locator('.block .findings .improving, .block .findings .worsening').first().waitFor();
    await brush(0.15, 0.45);
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    const { searchParams } = new URL(page.url()), [from, to] = [searchParams.get('from')!, searchParams.get('to')!];
    expect([from > '2020-01-01', to < '2022-06-01', from < to]).toEqual([true, true, true]);
    const part = JSON.parse((await ask(at.server.address, `/api/v1/relation/LTU/POL?from=${from}&to=${to}`)).text) as { tone: { total: { happenings: number } } };
    await page.waitForFunction((n) => document.querySelector('.sum')?.textContent === `${n} happenings`, part.tone.total.happenings);
    expect(`${part.tone.total.happenings} happenings`).not.toBe(whole);
    // the list, the go-betweens and the brief are of the same period
    await page.waitForFunction(([a, b]) => [...document.querySelectorAll('.columns > .block .facts time')].every((time) => ((day) => day >= a! && day <= b!)(time.getAttribute('datetime') ?? '')) && document.querySelector('.columns > .block .facts time') !== null, [from, to]);
    expect(await page.locator('.columns > .block .facts').innerText()).not.toContain('agreed once more');
    const brief = await at.saved(page.getByRole('button', { name: 'Brief MD' }));
    expect(brief.name).toBe('brief-ltu-pol.md');
    expect(brief.content.toString()).toContain(from);
    expect(brief.content.toString()).not.toContain('month 40');
    // what stands in the address is what is seen
    const seen = await page.locator('.standfirst').innerText();
    await page.reload();
    await at.settled();
    expect(await page.locator('.standfirst').innerText()).toBe(seen);
    await page.getByRole('button', { name: 'Whole record' }).click();
    await page.waitForFunction((words) => document.querySelector('.sum')?.textContent === words, whole);
  });

  it('saves its chart as SVG, PNG and CSV, and its brief with every sentence cited', async () => {
    const { page } = at;
    await at.go('relation/LTU/POL?by=year');
    await page.locator('.chart svg').waitFor();
    const button = (name: string) => page.locator('.chart').getByRole('button', { name });
    const svg = await at.saved(button('SVG')), png = await at.saved(button('PNG')), csv = await at.saved(button('CSV'));
    expect([svg.name, png.name, csv.name]).toEqual(['lithuania-poland-tone.svg', 'lithuania-poland-tone.png', 'lithuania-poland-tone.csv']);
    expect(svg.content.toString()).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    // alone, without the page: it is a drawing that a browser can show
    expect(await page.evaluate(async (text) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      await image.decode();
      return image.naturalWidth > 300;
    }, svg.content.toString())).toBe(true);
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    expect(png.content.readUInt32BE(16)).toBe(2 * (await page.locator('.chart svg').evaluate((one) => Number(one.getAttribute('width')))));
    const [head, ...rows] = csv.content.toString().trim().split('\r\n');
    expect(head).toBe('period,from,to,happenings,cooperation,conflict,net');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['2020', '2021', '2022', '2023']);
    const { tone: { steps } } = JSON.parse((await ask(at.server.address, '/api/v1/relation/LTU/POL?by=year')).text) as { tone: { steps: { happenings: number }[] } };
    expect(rows.map((row) => Number(row.split(',')[3]))).toEqual(steps.map(({ happenings }) => happenings));
    const html = await at.saved(page.getByRole('button', { name: 'Brief HTML' }));
    expect(html.name).toBe('brief-ltu-pol.html');
    expect(html.content.toString()).toContain('Poland accused Lithuania');
    expect(html.content.toString()).not.toMatch(/<script/i);
  });

  it('saves a party\'s small charts and its room as SVG, PNG and CSV', async () => {
    const { page } = at;
    await at.go('party/LTU?by=year');
    for (const [title, row, head] of [['lithuania-its-relations', 'Its relations', 'party,period,from,happenings,cooperation,conflict'], ['lithuania-room-for-manoeuvre', 'Room for manoeuvre', 'party,bloc,holds,share,tone']] as const) {
      const button = (name: string) => page.locator('section.block', { has: page.getByRole('heading', { name: row, exact: true }) }).getByRole('button', { name, exact: true });
      const svg = await at.saved(button('SVG')), png = await at.saved(button('PNG')), csv = await at.saved(button('CSV'));
      expect([svg.name, png.name, csv.name]).toEqual([`${title}.svg`, `${title}.png`, `${title}.csv`]);
      expect(svg.content.toString()).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*Poland/);
      expect(png.content.subarray(1, 4).toString()).toBe('PNG');
      const [first, ...rows] = csv.content.toString().trim().split('\r\n');
      expect(first).toBe(head);
      expect(rows.map((one) => one.split(',')[0])).toContain('POL');
    }
  });

  it('tells of a party whom it stands between, as the measure has it', async () => {
    const { page } = at;
    await at.go('party/BLR');
    const { stands = [] } = JSON.parse((await ask(at.server.address, '/api/v1/between/BLR')).text) as StandsAnswer;
    expect(stands[0]).toMatchObject({ pair: ['LTU', 'POL'], rank: 1, contact: [12, 12] });
    const block = page.locator('section', { has: page.getByRole('heading', { name: 'Whom it stands between' }) }).last();
    expect(await block.innerText()).toContain('Lithuania – Poland');
    expect(await block.innerText()).toMatch(/no\. 1 of \d go-betweens?/);
    expect(await page.locator('.multiples li').count()).toBe(2);
    await page.getByText('takes of its room').waitFor();
  });

  it('says its reasons, verdicts, parameters and numbers in Turkish and Russian', async () => {
    const { page } = at;
    const expected = {
      tr: { relation: ['Yumuşama', 'Söylendiği gibi ilk', 'kayıtta 20 Ara 2020 sonrasında yok', 'adım', 'otomatik', 'Kayıt öngörü için çok kısa', 'çok güçlü kanıt', 'gezici aracı'], party: ['aracı arasında 1. sırada', 'Batı', 'ağırlık', '%'] },
      ru: { relation: ['Потепление', 'Впервые, как сказано', 'в летописи с 20 дек. 2020 г. ни одного', 'шаг', 'авто', 'Летопись слишком коротка для прогноза', 'очень сильные данные', 'внешний посредник'], party: ['место 1 среди посредников', 'Запад', 'вес', '%'] },
    };
    for (const lang of ['tr', 'ru'] as const) {
      await at.go(`relation/LTU/POL?ui=${lang}`);
      await page.locator('.ranking li').first().waitFor();
      await page.locator('.chart svg').waitFor();
      const told = await page.locator('main').innerText();
      for (const word of expected[lang].relation) expect([lang, told]).toEqual([lang, expect.stringContaining(word)]);
      expect(told).not.toMatch(/there was one|none in the record|too short|happenings|itinerant|evidence/);
      const brief = (await at.saved(page.getByRole('button', { name: `${lang === 'tr' ? 'Özet' : 'Справка'} MD` }))).content.toString();
      expect(brief).toContain(lang === 'tr' ? '# Litvanya – Polonya' : '# Литва – Польша');
      expect(brief).toContain('Poland accused Lithuania');
      await page.locator('details.parameters summary').click();
      const labels = await page.locator('details.parameters label').evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('title')}`));
      expect(labels.length).toBeGreaterThan(8);
      for (const label of labels) expect(label).not.toMatch(/\b(?:how|what|acts|steps|share|happenings|with fewer)\b/);
      await at.go(`party/BLR?ui=${lang}`);
      await page.locator('.ranking li').first().waitFor();
      // offices are put together by words that come later
      await page.getByText(lang === 'tr' ? 'dışişleri bakanı' : 'министр иностранных дел').first().waitFor();
      for (const word of expected[lang].party) expect(await page.locator('main').innerText()).toContain(word);
    }
    await at.go('relation/LTU/POL?ui=en');
  });

  it('had no fault and asked nobody else for anything', () => expect(at.faults).toEqual([]));
});

/** The page in a real browser, and what it answers to requests that no browser of this machine would make. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, english, englishCoded, eventIn, russian, russianCoded, turkish, turkishCoded } from '../../test/stories.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { Story } from '../story/story.ts';
import { serve } from './server.ts';
import type { Running } from './server.ts';

const chrome = [process.env['CHROME'], '/usr/bin/chromium'].find((path) => path !== undefined && path !== '' && existsSync(path));
const names = { code: (given: string) => ({ tur: 'TUR', türkiye: 'TUR', syr: 'SYR', nor: 'NOR', tcd: 'TCD' })[given.toLowerCase()], nearest: () => ['Türkiye'], name: (code: string) => (code === 'TUR' ? 'Türkiye' : code) };

const evil = 'Mali said <script>window.hit = 1</script> "&amp; <img src=x onerror=hit()> \u202eelif\u202c to Niger.';
const hostile: Story = { id: '<b>x</b>', lang: 'en', date: '2024-01-01', outlet: '<i>O</i>', title: '"><script>window.hit = 1</script>', url: 'javascript:hit()', text: `${evil}\n\n${'w'.repeat(1_000_000)}` };

const folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'));
let ledger: Ledger, running: Running;

beforeAll(async () => {
  ledger = Ledger.open(join(folder, 'l.db'), { create: true });
  ledger.put(turkish, turkishCoded, '1');
  ledger.put(english, englishCoded, '1');
  ledger.put(russian, russianCoded, '1');
  ledger.put(hostile, { ...bare(hostile), events: [eventIn(hostile, evil, { type: 'ACCUSE', source: 'MLI', target: 'NER', attributed_to: '<u>who</u>', place: '\u202eX' })] }, '1');
  for (let i = 0; i < 60; i++) {
    const told: Story = { ...english, id: `more-${i}`, date: '2023-01-01', text: `${english.text} ${i}` };
    const { from: _from, to: _to, ...event } = englishCoded.events[0]!;
    ledger.put(told, { ...bare(told), events: [event] }, '1');
  }
  running = await serve(ledger, names, 0);
});
afterAll(async () => {
  await running.close();
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A bare request, with headers that a browser would not let a page set. */
const ask = (path: string, { method = 'GET', host }: { method?: string; host?: string } = {}): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(running.address);
    request({ hostname, port, path, method, headers: host ? { host } : {} }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', reject).end();
  });

describe('the page\'s answers', () => {
  it('carry a policy that lets nothing run, errors too', async () => {
    for (const path of ['/', '/claims', '/style.css', '/nowhere', '/story/zzz']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy'], path).toMatch(/^default-src 'none'; style-src 'self'/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  it('go only to this machine, and only to readers', async () => {
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await ask('/', { host: 'evil.example:80' })).status).toBe(403);
    expect((await ask('/', { host: 'localhost.evil.example' })).status).toBe(403);
    expect((await ask('/', { host: 'localhost:1' })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method })).status).toBe(405);
  });

  it('say what is not there, and survive any query', async () => {
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await ask('/story/none')).status).toBe(404);
    for (const query of ['after=zzz', 'after=%00', 'party=%27%20or%201=1', 'text=%22', 'text=NEAR(', 'from=0000-00-00', 'type=%3Cscript%3E', 'lang=tr&lang=xx', 'party=tur&party=nor', 'text=%F0%9F%98%80', `text=${'a'.repeat(5000)}`]) {
      const { status, body } = await ask(`/?${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(body).not.toContain('<script');
    }
    expect((await ask('/health')).body).toBe('{"status":"ok"}');
  });

  it('escape everything that a story holds', async () => {
    for (const path of ['/?text=mali', '/story/%3Cb%3Ex%3C%2Fb%3E']) {
      const { status, body } = await ask(path);
      expect(status).toBe(200);
      expect(body).not.toMatch(/<script|<img|<b>x|<i>O|<u>who|javascript:|\u202e/);
      expect(body).toContain('&lt;script&gt;');
      expect(body).toContain('\\u{202e}');
    }
  });

  it('fall back to a free port unless one was asked for', async () => {
    const port = Number(new URL(running.address).port);
    await expect(serve(ledger, names, port)).rejects.toMatchObject({ problem: { code: 'port-busy' } });
  });
});

describe.skipIf(!chrome)('the page in Chromium (CHROME, or /usr/bin/chromium)', () => {
  let browser: Browser, page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (sent) => sent.url().startsWith(running.address) || faults.push(`asked elsewhere: ${sent.url()}`));
  });
  afterAll(async () => browser?.close());

  it('lists events with their sentences, newest first', async () => {
    await page.goto(running.address);
    expect(await page.title()).toBe('Events – Dragoman');
    expect(await page.locator('.fact').count()).toBe(50);
    const first = page.locator('.fact').first();
    expect(await first.innerText()).toContain('Чад опроверг, что Норвегия передала ему деньги.');
    expect(await page.locator('.fact', { hasText: 'Orban Keleş' }).locator('mark').allInnerTexts()).toEqual(['Şam', 'Ankara', 'görüşmelerin']);
    expect(await page.locator('.fact', { hasText: 'Orban Keleş' }).locator('blockquote').getAttribute('lang')).toBe('tr');
  });

  it('narrows by the form, tells what it did not understand, and pages on', async () => {
    await page.goto(running.address);
    await page.getByLabel('Party').fill('Türkiye');
    await page.getByLabel('and', { exact: true }).fill('SYR');
    await page.keyboard.press('Enter');
    await page.waitForURL(/with=SYR/);
    expect(await page.locator('.fact .who').allInnerTexts()).toEqual(['SYR ↔ TUR']);
    expect(await page.getByLabel('Party').inputValue()).toBe('Türkiye');
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByLabel('How sure').selectOption('denied');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.fact .factuality').allInnerTexts()).toEqual(['denied']);
    await page.goto(`${running.address}?party=Qwert&from=soon`);
    expect(await page.getByRole('alert').innerText()).toMatch(/Qwert.*\n?.*soon/s);
    await page.goto(`${running.address}?type=REQUEST`);
    await page.getByRole('link', { name: 'Earlier' }).click();
    expect(await page.locator('.fact').count()).toBe(11);
    expect(await page.getByRole('link', { name: 'Earlier' }).count()).toBe(0);
    await page.goto(`${running.address}?text=zzzz`);
    expect(await page.locator('.empty').innerText()).toContain('Widen the search');
  });

  it('shows claims, ties and trends, and each story with its facts in place', async () => {
    await page.goto(running.address);
    for (const [name, words] of [['Claims', 'prediction'], ['Ties', 'political membership'], ['Trends', 'improving']] as const) {
      await page.getByRole('link', { name, exact: true }).click();
      expect(await page.locator('.facts').innerText()).toContain(words);
    }
    await page.getByRole('link', { name: 'Görüşmeler sürüyor' }).click();
    expect(await page.locator('h1').innerText()).toBe('Görüşmeler sürüyor');
    expect(await page.locator('.paragraph').count()).toBe(2);
    expect(await page.locator('.paragraph').first().locator('mark.type').innerText()).toBe('görüşmelerin');
    expect(await page.locator('.paragraph').first().locator('.margin li').count()).toBe(2);
    expect(await page.locator('.people').innerText()).toContain('Orban Keleş');
  });

  it('runs nothing that a story holds, and fits a phone', async () => {
    await page.goto(`${running.address}story/${encodeURIComponent('<b>x</b>')}`);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('h1').innerText()).toBe('"><script>window.hit = 1</script>');
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of ['', 'claims', `story/${encodeURIComponent('<b>x</b>')}`, 'story/tr-1']) {
      await page.goto(running.address + path);
      expect([path, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([path, true]);
    }
  });

  it('works with the keyboard alone', async () => {
    await page.goto(running.address);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the list');
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('#main');
  });

  it('had no fault and asked nobody else for anything', () => expect(faults).toEqual([]));
});

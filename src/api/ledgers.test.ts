/** Every view in a browser, over ledgers of all sizes: nothing, one story, the examples, a year of all the world's news. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gdeltLike } from '../../bench/gdelt-like.ts';
import { built, dragoman } from '../../test/command.ts';
import { chrome, launch, openPage, settle } from '../../test/looks/browser.ts';
import { served } from '../../test/served.ts';
import { turkish, turkishCoded } from '../../test/stories.ts';
import { Ledger } from '../ledger/ledger.ts';
import { serve } from './server.ts';

/** Events of ICEWS14, in the split that link prediction uses; three in four of the rows made have two parties. */
const ICEWS14 = 90_730;

describe.skipIf(!chrome)('the page over ledgers of all sizes (CHROME, or /usr/bin/chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-sizes-')), faults: string[] = [];
  let browser: Browser, page: Page;
  const text = async (address: string): Promise<string> => {
    await settle(page, address);
    return page.locator('main').innerText();
  };
  /** Drives each view; `views` gives an address and a word that it must say. */
  const drive = async (ledger: Ledger, views: (address: string) => Promise<readonly (readonly [path: string, says: string])[]>): Promise<void> => {
    const running = await serve(ledger, { port: 0 });
    for (const [path, says] of await views(running.address)) expect([path, await text(running.address + path)]).toEqual([path, expect.stringContaining(says)]);
    await running.close();
    ledger.close();
  };
  const asked = async <T>(address: string, path: string): Promise<T> => (await (await fetch(`${address}api/v1/${path}`)).json()) as T;

  beforeAll(async () => {
    await built();
    browser = await launch();
    page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (error) => faults.push(error.message));
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells an empty ledger how it is filled, in every view that has nothing', async () => {
    const empty = await served(), at = (path: string): Promise<string> => text(empty.address + path);
    expect(await at('')).toContain('dragoman read');
    for (const [path, says] of [
      ['record', 'The ledger is empty'], ['relations', 'The ledger is empty'], ['network', 'The ledger is empty'], ['review', 'looked at'], ['changes', 'Nobody has changed anything yet'], ['watching', 'Nothing is watched yet'],
      ['party/BLR', 'The record holds nothing about this party'], ['relation/BLR/USA', 'The record holds nothing between these two'],
    ] as const) expect([path, await at(path)]).toEqual([path, expect.stringContaining(says)]);
    await empty.close();
  }, 600_000);

  it('shows one story, a party with one event, and says of a window with nothing that it may be widened', async () => {
    const one = await served((ledger) => void ledger.put(turkish, turkishCoded, '1')), at = (path: string): Promise<string> => text(one.address + path);
    expect(await at('')).toContain('Görüşmeler sürüyor');
    expect(await at('relation/SYR/TUR')).toContain('Too little has happened');
    expect(await at('party/TUR')).toContain('Syria');
    expect(await at('party/SYR')).toContain('1 happening');
    expect(await at('network')).toContain('2 parties');
    expect(await at('relations')).toContain('1 relation');
    expect(await at('review')).toContain('0 of 1 looked at');
    expect(await at('relation/SYR/TUR?from=1990&to=1991')).toContain('nothing between these two');
    expect(await at('party/TUR?from=1990&to=1991')).toContain('The record holds nothing about this party');
    for (const path of ['network', 'record', 'relations']) expect([path, await at(`${path}?from=1990&to=1991`)]).toEqual([path, expect.stringContaining('Widen')]);
    await one.close();
  }, 600_000);

  it('shows every view of the example stories', async () => {
    const file = join(folder, 'examples.db');
    expect((await dragoman(['start', '--no-serve', '--ledger', file])).code).toBe(0);
    await drive(Ledger.open(file), async (address) => {
      const { happenings } = await asked<{ happenings: { id: string; reports: number; lead: { story: { hash: string } } }[] }>(address, 'today'), told = happenings.find(({ reports }) => reports > 1);
      return [
        ['', 'Relations on the move'], ['record', 'Belarus'], ['record?kind=claim', 'says'], ['record?kind=tie', 'dependence'], ['record?kind=trend', 'improving'], ['record?kind=story', 'Harbour Wire'],
        ['relation/BLR/USA', 'Who goes between'], ['party/BLR', 'Room for manoeuvre'], ['relations', 'Belarus – United States'], ['network', 'Strongest relations'], ['network?ego=BLR&from=2025-01&to=2025-12', 'United States'],
        [`happening/${told?.id}`, 'reports'], [`story/${told?.lead.story.hash}`, 'People named'], ['review', 'looked at'], ['changes', 'Nobody has changed anything yet'], ['watching', 'Nothing is watched yet'], ['docs', 'OpenAPI'],
      ];
    });
  }, 900_000);

  it('shows every view of a ledger as large as ICEWS14', async () => {
    const rows = join(folder, '2014.export.CSV'), file = join(folder, 'icews14.db');
    writeFileSync(rows, Buffer.concat([...gdeltLike({ rows: Math.ceil(ICEWS14 / 0.75), first: '2014-01-01', years: 1 })]));
    expect((await dragoman(['import', rows, '--ledger', file])).code).toBe(0);
    const ledger = Ledger.open(file);
    ledger.put(turkish, turkishCoded, '1');
    await drive(ledger, async (address) => {
      expect((await asked<{ events: number }>(address, 'ledger')).events).toBeGreaterThan(70_000);
      const { rows: [first] } = await asked<{ rows: { id: string }[] }>(address, 'events?pair=RUS&pair=UKR&limit=1');
      return [
        ['', 'What happened'], ['record', 'from a data set'], ['record?party=RUS&with=UKR', 'Ukraine'], ['relation/RUS/UKR', 'Who goes between'], ['relation/RUS/UKR?from=2014-03&to=2014-05', 'happenings'],
        ['party/RUS', 'Room for manoeuvre'], ['relations', 'Russia – United States'], ['network', 'Strongest relations'], ['network?a=BLR&b=USA&from=2014-03&to=2014-05', 'Path'], ['network?ego=TUR', 'Turkey'],
        [`happening/${first?.id}`, '1 report'], ['story/tr-1', 'Görüşmeler sürüyor'], ['review', 'looked at'], ['changes', 'Nobody has changed anything yet'], ['watching', 'Nothing is watched yet'], ['docs', 'OpenAPI'],
      ];
    });
  }, 900_000);

  it('had no fault', () => expect(faults).toEqual([]));
});

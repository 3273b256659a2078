import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteDate, relativeDate, stamp, urlDate } from './dates.ts';
import { parsePage } from './dom.ts';
import { metaOf } from './metadata.ts';
import { datelineDate, published } from './published.ts';
import { linkedArticle } from './linked-data.ts';

const CRAWLED = Date.parse('2024-05-14T00:30:00Z');

describe('dates as outlets print them', () => {
  it.each<[string, string, string | undefined]>([
    ['13 Mayıs 2024 Pazartesi, 14:05', 'tr', '2024-05-13'], ['13.05.2024 - 14:05', 'tr', '2024-05-13'], ['13 May 2024', 'en', '2024-05-13'], ['May 13, 2024 4:10 PM EDT', 'en', '2024-05-13'], ['Sept. 3, 2024', 'en', '2024-09-03'],
    ['the 3rd of March 2024', 'en', '2024-03-03'], ['14:05, 13 мая 2024', 'ru', '2024-05-13'], ['13.05.24', 'ru', '2024-05-13'], ['2024-05-13', 'en', '2024-05-13'], ['2024-05-13T22:30:00Z', 'tr', '2024-05-13'], ['05/13/2024', 'en', '2024-05-13'], ['13/05/2024', 'en', '2024-05-13'],
    ['5/6/2024', 'en', '2024-05-06'], ['5/6/2024', 'tr', '2024-06-05'], ['AĞUSTOS 2024', 'tr', undefined], ['30 Ağu 2024', 'tr', '2024-08-30'], ['13 EYLÜL 2024', 'tr', '2024-09-13'], ['1 ОКТЯБРЯ 2024 г.', 'ru', '2024-10-01'], ['30 февраля 2024', 'ru', undefined], ['31.02.2024', 'tr', undefined],
    ['call 212-555-2024', 'en', undefined], ['version 1.2.3.4', 'en', undefined], ['', 'en', undefined], ['20240513', 'en', '2024-05-13'],
  ])('%s (%s)', (text, lang, day) => expect(absoluteDate(text, { lang })?.day).toBe(day));

  it.each<[string, string, string | undefined]>([
    // At 00:30 in Greenwich it is 03:30 in Istanbul and Moscow.
    ['2 saat önce', 'tr', '2024-05-14'], ['4 saat önce', 'tr', '2024-05-13'], ['dün', 'tr', '2024-05-13'], ['bugün 01:15', 'tr', '2024-05-14'], ['3 gün önce', 'tr', '2024-05-11'], ['вчера, 14:05', 'ru', '2024-05-13'], ['сегодня в 02:00', 'ru', '2024-05-14'], ['час назад', 'ru', '2024-05-14'], ['5 часов назад', 'ru', '2024-05-13'],
    ['an hour ago', 'en', '2024-05-13'], ['20 mins ago', 'en', '2024-05-14'], ['Yesterday at 14:05', 'en', '2024-05-13'], ['2 weeks ago', 'en', '2024-04-30'], ['12 Mayıs', 'tr', '2024-05-12'], ['30 декабря', 'ru', '2023-12-30'], ['soon', 'en', undefined], ['years ago', 'en', undefined],
  ])('%s (%s), counted from when it was fetched', (text, lang, day) => {
    expect(relativeDate(text, { lang, crawled: CRAWLED })?.day).toBe(day);
    expect(relativeDate(text, { lang })).toBeUndefined();
  });

  it('in heads of mails and feeds keep the day as written', () => {
    expect(stamp('Mon, 13 May 2024 23:30:00 +0300')).toMatchObject({ day: '2024-05-13', at: Date.parse('2024-05-13T20:30:00Z') });
    expect(stamp('13 May 24 01:00 GMT')).toMatchObject({ day: '2024-05-13' });
    expect(stamp('1715600000')).toMatchObject({ day: '2024-05-13' });
    expect(stamp('nonsense')).toBeUndefined();
  });

  it('in addresses', () => {
    for (const path of ['/2024/05/13/x', '/news/2024-05-13-x', '/a/20240513/x.html', '/2024/may/13/x', '/2024/5/13/x', '/x_2024_05_13.html']) expect([path, urlDate(`https://x.example${path}`)]).toEqual([path, '2024-05-13']);
    for (const path of ['/article-14848164', '/2024/13/05/', '/news/202405', '/x?d=2024/05/13', '/id/120240513000']) expect([path, urlDate(`https://x.example${path}`)]).toEqual([path, undefined]);
    expect(urlDate('no address')).toBeUndefined();
  });

  it('open an agency\'s text', () => {
    const reading = { lang: 'en', crawled: CRAWLED };
    expect(datelineDate('MINSK, May 13, 2024 (Wire) - The ministers met.', reading)?.day).toBe('2024-05-13');
    expect(datelineDate('МОСКВА, 13 мая. /Вектор/. Министры встретились.', { lang: 'ru', crawled: CRAWLED })?.day).toBe('2024-05-13');
    expect(datelineDate('The ministers met on 13 May 2024.', reading)).toBeUndefined();
  });

  it('never throw, whatever stands there', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('tr', 'en', 'ru', undefined), (text, lang) => {
      for (const found of [absoluteDate(text, { lang }), relativeDate(text, { lang, crawled: CRAWLED }), stamp(text)]) if (found) expect(found.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      urlDate(text);
    }), { seed: 4, numRuns: 400 });
  });
});

describe('the day of a page', () => {
  const dayOf = (html: string, { url, crawled = '2024-05-20T12:00:00Z', lang = 'tr' }: { url?: string; crawled?: string; lang?: string } = {}) => {
    const document = parsePage(`<html><head>${html.includes('<meta') || html.includes('<script') ? html : ''}</head><body><h1>A headline of some length</h1>${html}<p>Text.</p></body></html>`);
    return published(document, { meta: metaOf(document), linked: linkedArticle(document), ...(url && { url }), heading: document.querySelector('h1') ?? undefined, reading: { lang, now: Date.parse('2030-01-01T00:00:00Z'), crawled: Date.parse(crawled) } });
  };

  it('is that of the metadata, then of the JSON-LD, then of the address, then of the text', () => {
    const meta = '<meta property="article:published_time" content="2024-05-10T10:00:00+03:00">', json = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-11"}</script>', shown = '<div class="date">13.05.2024</div>', url = 'https://x.example/2024/05/12/a';
    expect(dayOf(meta + json + shown, { url })).toEqual({ day: '2024-05-10', dated: 'metadata' });
    expect(dayOf(json + shown, { url })).toEqual({ day: '2024-05-11', dated: 'json-ld' });
    expect(dayOf(shown, { url })).toEqual({ day: '2024-05-12', dated: 'url' });
    expect(dayOf(shown)).toEqual({ day: '2024-05-13', dated: 'text' });
    expect(dayOf('<span class="time">2 saat önce</span>')).toEqual({ day: '2024-05-20', dated: 'relative' });
    expect(dayOf('')).toEqual({});
  });

  it('of publication is told from that of an update', () => {
    expect(dayOf('<div class="date">Yayınlanma: 12.05.2024 - Son güncelleme: 14.05.2024</div>').day).toBe('2024-05-12');
    expect(dayOf('<div class="date">Обновлено: 14 мая 2024, опубликовано: 12 мая 2024</div>', { lang: 'ru' }).day).toBe('2024-05-12');
    expect(dayOf('<div class="date">Updated: May 14, 2024</div>', { lang: 'en' })).toEqual({ day: '2024-05-14', dated: 'updated' });
  });

  it('is never in the future of the fetching', () => {
    expect(dayOf('<meta property="article:published_time" content="2024-06-01T10:00:00Z">')).toEqual({ future: '2024-06-01' });
    expect(dayOf('<meta property="article:published_time" content="2024-06-01T10:00:00Z"><div class="date">13.05.2024</div>').day).toBe('2024-05-13');
  });

  it('is the outlet\'s own where a stamp in UTC names another and the page says so', () => {
    const meta = '<meta property="article:published_time" content="2024-05-12T22:30:00Z">';
    expect(dayOf(meta).day).toBe('2024-05-12');
    expect(dayOf(`${meta}<div class="date">13 Mayıs 2024 01:30</div>`).day).toBe('2024-05-13');
  });

  it('is not that of the masthead, of a sidebar, of a story beside', () => {
    for (const where of ['<header class="site-header"><span class="date">20 Mayıs 2024</span></header>', '<aside><time datetime="2024-05-19">19.05.2024</time></aside>', '<div class="related-news"><span class="date">18.05.2024</span></div>']) expect([where, dayOf(where)]).toEqual([where, {}]);
  });
});

/** The body of an article, on pages with furniture of every sort; and on marked real pages, where they are at hand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../coding/fit/gold.ts';
import { scorePages } from '../../score/articles.ts';
import { articleOf } from './article.ts';
import { blocksOf } from './blocks.ts';
import { parsePage } from './dom.ts';

const A = 'The two foreign ministers met in the capital on Monday and agreed to reopen the border crossings that were closed in March.';
const B = 'A joint statement said that customs officers of both sides would begin work at the crossings before the end of the month.';
const C = 'Neither minister took questions after the meeting, which lasted for three hours, longer than had been planned.';
const article = (inner: string): string[] => articleOf(parsePage(`<html><body><nav><a href="/">Home</a></nav><div class="wrap"><div class="body">${inner}</div></div></body></html>`)).paragraphs;

describe('an article', () => {
  it.each([
    ['captions', `<figure><img><figcaption>The ministers shake hands before the cameras in the hall of the palace.</figcaption></figure>`],
    ['captions by class', `<div class="news-photo-caption"><p>The ministers shake hands before the cameras in the hall of the palace.</p></div>`],
    ['read more', '<p>Read more: <a href="/x">The border that nobody crosses</a></p>'], ['ayrıca okuyun', '<p><strong>İlgili Haberler:</strong> <a href="/x">Sınır kapısı açıldı</a></p>'],
    ['читайте также', '<div><p>Читайте также: <a href="/x">Граница открыта</a></p></div>'], ['lists of links', '<ul><li><a href="/1">One story of the day</a></li><li><a href="/2">Another story of the day</a></li></ul>'],
    ['newsletters', '<div class="newsletter-signup"><p>Get the best of our reporting in your inbox every morning, free of charge and free of noise.</p></div>'],
    ['cookies', '<div class="x"><p>We use cookies to improve this site. By continuing to use it you agree to our cookie policy.</p></div>'], ['çerezler', '<p>Bu sitede çerezler kullanılmaktadır, çerez politikası için tıklayın.</p>'],
    ['what stands before the paid part', '<div class="box hidden"><ul><li>Unlimited access to all our stories for a year.</li><li>Daily puzzles and a copy of the paper as it is printed.</li></ul></div><p>Already a subscriber? Sign in.</p>'],
    ['the same in Turkish and Russian', '<p>Okumaya devam etmek için abone olun.</p><p>Bu haber yalnızca abonelere açıktır.</p><p>Чтобы читать дальше, оформите подписку.</p><p>Материал доступен только подписчикам.</p>'],
    ['advertisements', '<p>Advertisement</p><p>Реклама</p><p>REKLAM</p>'], ['follows', '<p>Подписывайтесь на наш канал в Telegram</p><p>Bizi takip edin</p>'], ['hidden things', '<p style="display: none">This paragraph stands here for machines only, and nobody who looks at the page will see it.</p>'],
  ])('is read without %s', (_, furniture) => {
    expect(article(`<p>${A}</p>${furniture}<p>${B}</p><p>${C}</p>`)).toEqual([A, B, C]);
    expect(article(`<p>${A}</p><p>${B}</p><p>${C}</p>${furniture}`)).toEqual([A, B, C]);
  });

  it('keeps short paragraphs, quotations, subheadings and lists of the story', () => {
    const inner = `<p>${A}</p><h3>What was agreed</h3><ul><li>Three crossings open in June.</li><li>Visas are free for a month.</li></ul><blockquote><p>"We are neighbours."</p></blockquote><p>${B}</p><p>He smiled.</p><p>${C}</p>`;
    expect(article(inner)).toEqual([A, 'What was agreed', 'Three crossings open in June.', 'Visas are free for a month.', '"We are neighbours."', B, 'He smiled.', C]);
  });

  it.each([
    ['in paragraphs called after the wall before them', `<p class="paywall">${A}</p><p class="paywall drop">${B}</p><p class="paywall">${C}</p>`],
    ['behind a wall that a script takes away', `<div class="paywall" hidden style="display:none"><p>${A}</p><p>${B}</p><p>${C}</p></div>`],
    ['in elements that are no paragraphs', [A, B, C].map((text, i) => `<div class="text__text" data-testid="paragraph-${i}">${text}</div>`).join('')],
    ['in an element that has the wall in its own name', `<div class="paywall-article"><p>${A}</p><p>${B}</p><p>${C}</p></div>`],
    ['where all of it hangs under names of furniture', `<aside class="related"><form class="widget-list"><p>${A}</p><p>${B}</p><p>${C}</p></form></aside>`],
    ['in a grid that is called after its side column', `<div class="sidebar-grid sidebar-grid--narrow"><div class="sidebar-grid__content"><p>${A}</p><p>${B}</p><p>${C}</p></div></div>`],
    ['in boxes of one kind', [A, B, C].map((text) => `<div class="mod"><div class="boxCon"><div class="box"><p class="text">${text}</p></div></div></div>`).join('<div class="mod"><div class="ad">Advertisement</div></div>')],
  ])('is found %s', (_, inner) => {
    expect(article(inner)).toEqual([A, B, C]);
    // The same twice as long, and the body called like a part of it.
    const page = `<html><body class="fixed-header has-sidebar"><main>${inner}${inner.replaceAll('Monday', 'Friday').replaceAll('month', 'year').replaceAll('three', 'two')}</main></body></html>`;
    expect(articleOf(parsePage(page)).paragraphs).toHaveLength(6);
  });

  it('is not what a dialog says that asks for consent, however much that is', () => {
    const dialog = (attributes: string): string => `<div ${attributes}><div class="ot-main"><h2>Your privacy</h2>${[A, B, C, A, B, C].map((text) => `<p>${text.replace('ministers', 'partners').replace('customs', 'privacy')} You can object to it in your settings.</p>`).join('')}</div></div>`;
    for (const attributes of ['id="onetrust-consent-sdk"', 'class="cookie-banner"', 'id="didomi-host"', 'class="kvkk-popup"']) {
      expect(articleOf(parsePage(`<html><body><div><div class="story"><p>${A}</p><p>${B}</p></div>${dialog(attributes)}</div></body></html>`)).paragraphs).toEqual([A, B]);
    }
  });

  it('may be parted by line breaks or by cells of a table', () => {
    expect(articleOf(parsePage(`<table><tr><td><a href="/">Menu</a></td><td><font>${A}<br><br>${B}<br>\n<br>${C}</font></td></tr></table>`)).paragraphs).toEqual([A, B, C]);
  });

  it('is found where the page has attributes of its own in all places, and whatever the page as a whole is called', () => {
    expect(article(`<div data-block="x 77"><p data-block="9999">${A}</p><p data-block="">${B}</p></div>`)).toEqual([A, B]);
    expect(articleOf(parsePage(`<html class="article story-content main"><body class="comment sidebar"><p>${A}</p><p>${B}</p><p>${C}</p></body></html>`)).paragraphs).toEqual([A, B, C]);
  });

  it('is none where there is none', () => {
    expect(articleOf(parsePage('')).paragraphs).toEqual([]);
    expect(articleOf(parsePage('<p>')).paragraphs).toEqual([]);
  });
});

describe('a page', () => {
  const inner = `<main><p>${A}</p><p>${B}</p><p>${C}</p></main>`;
  it.each([
    ['without a root', `<!DOCTYPE html><!--[if IE]><html class="ie"><![endif]--><head><title>x</title></head><script>1</script><body>${inner}</body>`],
    ['with things between head and body', `<html><head><title>x</title></head><noscript><img></noscript><div class="top">Menu</div><body>${inner}</body></html>`],
    ['with two bodies', `<html><head></head><body><div>Menu</div></body><body>${inner}</body></html>`],
    ['with a page in the page', `<html class="ie6"><html class="ie7"><head></head><body class="a"><html><body>${inner}</body></html></body></html>`],
    ['without a body', `<html><head><title>x</title></head>${inner}</html>`],
    ['without anything but its story', inner],
  ])('%s has one body all the same', (_, markup) => {
    const document = parsePage(markup);
    expect(document.querySelectorAll('body')).toHaveLength(1);
    expect(document.documentElement.tagName).toBe('HTML');
    expect(articleOf(document).paragraphs).toEqual([A, B, C]);
  });
});

describe('blocks', () => {
  it('are lines as a reader sees them, rows of data in one', () => {
    const blocks = blocksOf(parsePage('<p>One <b>two</b><span class="sr-only">unseen</span></p><div>three<p>four</p>five</div><table><tr><td>1</td><td>Oslo</td></tr></table><script>x</script>').body!);
    expect(blocks.map(({ tag, text }) => `${tag}: ${text}`)).toEqual(['p: One two', 'div: three', 'p: four', 'div: five', 'tr: 1 Oslo']);
  });

  it('of a page nested without end come out all the same', () => {
    expect(blocksOf(parsePage(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`).body!).map(({ text }) => text)).toEqual(['deep']);
    expect(blocksOf(parsePage(`${'<b>'.repeat(50_000)}deep`).body!).map(({ text }) => text)).toEqual(['deep']);
  });
});

const marked = join(dataFolder(), 'benchmarks/articles');
describe.skipIf(!existsSync(marked))('on marked pages of real outlets (DRAGOMAN_DATA)', () => {
  it('finds at least 0.965 of the body by F1, no more than five pages below 0.8', () => {
    const { ours, readability, poor } = scorePages(marked);
    expect(ours.f1).toBeGreaterThanOrEqual(0.965);
    expect(ours.f1).toBeGreaterThan(readability.f1);
    expect(poor).toBeLessThanOrEqual(5);
  }, 120_000);
});

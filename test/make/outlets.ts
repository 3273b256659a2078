/**
 * Pages in the shapes of real outlets, made from the repository's own stories: three languages, eight shapes, three designs
 * each; every page with the furniture that such pages have, and with its title, outlet, date and body known.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'tr' | 'en' | 'ru';
export const SHAPES = ['flash', 'long', 'live', 'opinion', 'stub', 'gallery', 'amp', 'table'] as const;
export type Shape = (typeof SHAPES)[number];

export interface MadePage {
  name: string;
  lang: Language;
  shape: Shape;
  markup: string;
  /** Bytes where the page is not in UTF-8. */
  bytes: Buffer;
  url: string;
  /** When it was fetched. */
  crawled: string;
  title: string;
  outlet: string;
  date: string;
  body: string[];
}

interface Words {
  menu: string[];
  outlets: [string, string, string];
  hosts: [string, string, string];
  also: string;
  related: string;
  most: string;
  caption: string;
  credit: string;
  share: string[];
  cookies: string;
  letter: string;
  comments: string;
  tags: string;
  advert: string;
  by: string;
  names: string[];
  bio: string;
  rights: string;
  wall: string;
  published: string;
  updated: string;
  live: string;
  follow: string;
  gallery: string;
  home: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  tr: {
    menu: ['Gündem', 'Dünya', 'Ekonomi', 'Spor', 'Kültür', 'Yazarlar'], outlets: ['Boğaz Ajansı', 'Marmara Gazetesi', 'Anadolu Haberleri'], hosts: ['bogazajansi.example', 'marmaragazetesi.example', 'anadoluhaberleri.example'],
    also: 'Bunu da okuyun:', related: 'İlgili Haberler', most: 'En çok okunanlar', caption: 'Bakanlar görüşmenin ardından basın mensuplarına poz verdi, ortak açıklama yapılmadı.', credit: 'Fotoğraf: Boğaz Ajansı / Arşiv', share: ['Facebook\'ta paylaş', 'Paylaş', 'Yazdır', 'Yazı boyutu'],
    cookies: 'Sitemizde çerezler kullanılmaktadır. Siteyi kullanmaya devam ederek çerez politikasını kabul etmiş olursunuz.', letter: 'Günün öne çıkan haberleri her sabah e-posta kutunuza gelsin diye bültenimize abone olun, hiçbir gelişmeyi kaçırmayın.', comments: 'Yorumlar', tags: 'Etiketler', advert: 'Reklam',
    by: 'Haber:', names: ['Ayşe Gülmez', 'Deniz Aktan', 'Orhan Sayar'], bio: 'Deniz Aktan, on beş yıldır dış politika üzerine yazıyor. Twitter: @denizaktan', rights: '© 2024 Tüm hakları saklıdır. İzinsiz kullanılamaz.', wall: 'Bu haberin devamını okumak için abone olun. Aboneliğiniz varsa giriş yapın.',
    published: 'Yayınlanma:', updated: 'Son güncelleme:', live: 'CANLI ANLATIM', follow: 'Bizi Google News\'te takip edin', gallery: 'Fotoğraf galerisi', home: 'Ana sayfa',
  },
  en: {
    menu: ['World', 'Politics', 'Business', 'Sport', 'Culture', 'Opinion'], outlets: ['Harbour Wire', 'The Northern Courier', 'Valley Tribune'], hosts: ['harbourwire.example', 'northerncourier.example', 'valleytribune.example'],
    also: 'Read more:', related: 'Related stories', most: 'Most read', caption: 'The ministers pose for the cameras after the talks, at which no joint statement was made.', credit: 'Photograph: J. Doe/Harbour Wire', share: ['Share on Facebook', 'Share', 'Print', 'Email'],
    cookies: 'We use cookies to give you the best experience. By continuing to use this site you accept our cookie policy.', letter: 'Sign up to our morning newsletter and get the stories that matter delivered to your inbox every day before breakfast.', comments: 'Comments', tags: 'Topics', advert: 'Advertisement',
    by: 'By', names: ['Anna Rowe', 'Peter Lund', 'Mary Quill'], bio: 'Peter Lund is a columnist who writes about foreign affairs. Follow him on Twitter @peterlund', rights: '© 2024 All rights reserved. This material may not be published or redistributed.', wall: 'Subscribe to continue reading this article. Already a subscriber? Log in.',
    published: 'Published:', updated: 'Updated:', live: 'LIVE', follow: 'Follow us on WhatsApp for breaking news', gallery: 'In pictures', home: 'Home',
  },
  ru: {
    menu: ['Политика', 'В мире', 'Экономика', 'Спорт', 'Культура', 'Мнения'], outlets: ['Агентство «Вектор»', 'Северный вестник', 'Газета «День»'], hosts: ['vector.example', 'sevvestnik.example', 'den-gazeta.example'],
    also: 'Читайте также:', related: 'Материалы по теме', most: 'Самое читаемое', caption: 'Министры позируют фотографам после переговоров, совместное заявление принято не было.', credit: 'Фото: Агентство «Вектор» / И. Иванов', share: ['Поделиться', 'Скопировать ссылку', 'Распечатать', 'Поделиться в Telegram'],
    cookies: 'Сайт использует файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с политикой конфиденциальности.', letter: 'Подпишитесь на утреннюю рассылку и получайте главные новости дня на почту каждое утро без рекламы и лишних слов.', comments: 'Комментарии', tags: 'Теги:', advert: 'Реклама',
    by: 'Автор:', names: ['Анна Ветрова', 'Пётр Лунин', 'Мария Озёрная'], bio: 'Пётр Лунин — обозреватель издания, пишет о внешней политике. Подписывайтесь на его канал.', rights: '© 2024 Все права защищены. При цитировании ссылка обязательна.', wall: 'Подпишитесь, чтобы прочитать материал полностью. Уже есть подписка? Войдите.',
    published: 'Опубликовано:', updated: 'Обновлено:', live: 'ОНЛАЙН', follow: 'Подписывайтесь на наш канал в Telegram', gallery: 'Фотогалерея', home: 'Главная',
  },
};

interface Seed {
  title: string;
  date: string;
  text: string;
}

const folder = new URL('../../training/', import.meta.url);
const seeds = (lang: Language): Seed[] => readdirSync(folder).filter((name) => name.startsWith(`${lang}-`)).sort().flatMap((name) => readFileSync(join(folder.pathname, name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Seed));

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (text: string): string => escape(text).replaceAll('"', '&quot;');

const MONTHS: Readonly<Record<Language, string[]>> = {
  tr: ['Ocak', 'Şubat', 'Mart', 'Nisan', 'Mayıs', 'Haziran', 'Temmuz', 'Ağustos', 'Eylül', 'Ekim', 'Kasım', 'Aralık'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
};
const addDays = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

/** A day as an outlet prints it. `style` chooses among the ways of the language. */
function printed(day: string, lang: Language, style: number): string {
  const [year, month, date] = day.split('-') as [string, string, string], name = MONTHS[lang][Number(month) - 1] as string, d = String(Number(date));
  if (lang === 'en') return [`${name} ${d}, ${year} 4:10 PM EDT`, `${d} ${name.slice(0, 3)} ${year}, 14:05 BST`, `${name.slice(0, 3)}. ${d}, ${year}`][style % 3] as string;
  if (lang === 'tr') return [`${date}.${month}.${year} - 14:05`, `${d} ${name} ${year} Pazartesi, 14:05`, `${d} ${name.slice(0, 3)} ${year} 14:05`][style % 3] as string;
  return [`14:05, ${d} ${name} ${year}`, `${date}.${month}.${year} 14:05`, `${d} ${name} ${year} г., 14:05`][style % 3] as string;
}

const relative = (lang: Language, yesterday: boolean): string => (yesterday ? { tr: 'Dün, 14:05', en: 'Yesterday at 14:05', ru: 'вчера, 14:05' } : { tr: '2 saat önce', en: '2 hours ago', ru: '2 часа назад' })[lang];

interface Plan {
  lang: Language;
  shape: Shape;
  design: number;
  title: string;
  outlet: string;
  host: string;
  date: string;
  crawled: string;
  url: string;
  words: Words;
  others: readonly Seed[];
  /** Body in order: a paragraph, a subheading (`## `) or a quotation (`> `). */
  body: readonly string[];
}

/** Where the page gives its date. */
const DATES = ['meta', 'json-ld', 'text', 'relative', 'url', 'time', 'updated-too', 'yesterday'] as const;
type DateWay = (typeof DATES)[number];

const links = (items: readonly string[], host: string): string => items.map((text, i) => `<li><a href="https://${host}/l/${i}">${escape(text)}</a></li>`).join('');

function headOf(plan: Plan, way: DateWay, extra = ''): string {
  const { title, outlet, lang, date, url } = plan;
  const iso = `${date}T${lang === 'en' ? '10:30:00-04:00' : '14:05:00+03:00'}`;
  // A stamp in UTC whose day is not the outlet's own: the address says which day it was there.
  const json = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, ...(way === 'json-ld' && { datePublished: iso }), ...(way === 'updated-too' && { datePublished: iso, dateModified: `${addDays(date, 1)}T08:00:00+03:00` }), author: { '@type': 'Person', name: plan.words.names[0] }, publisher: { '@type': 'Organization', name: outlet }, mainEntityOfPage: url };
  return `<meta charset="utf-8"><title>${escape(title)} ${['|', '-', '—'][plan.design] ?? '|'} ${escape(outlet)}</title><meta name="description" content="${attribute(plan.body[0]?.slice(0, 120) ?? '')}">
<link rel="canonical" href="${url}">${plan.design === 0 ? `<meta property="og:site_name" content="${attribute(outlet)}"><meta property="og:title" content="${attribute(title)}">` : ''}${way === 'meta' ? `<meta property="article:published_time" content="${iso}">` : ''}
${plan.design !== 2 || way === 'json-ld' || way === 'updated-too' ? `<script type="application/ld+json">${JSON.stringify(json)}</script>` : `<meta name="application-name" content="${attribute(outlet)}">`}
<script>window.dataLayer=[];</script><style>.x{color:red}</style>${extra}`;
}

/** The line under the headline that says when; empty where the page does not show it. */
function dateLine(plan: Plan, way: DateWay): string {
  const { lang, date, words, design } = plan, names = [['article-date', 'news-date', 'tarih'], ['date', 'meta-date', 'publish-time'], ['pub', 'info', 'dt']][design] as string[];
  const line = (text: string): string => `<div class="${names[plan.body.length % 3]}">${text}</div>`;
  if (way === 'text') return line(`${words.published} ${printed(date, lang, design)}`);
  if (way === 'relative') return line(relative(lang, false));
  if (way === 'yesterday') return line(relative(lang, true));
  if (way === 'time') return `<time datetime="${date}T14:05">${printed(date, lang, design)}</time>`;
  if (way === 'updated-too') return line(`${words.updated} ${printed(addDays(date, 1), lang, design)}`);
  return way === 'url' ? '' : line(printed(date, lang, design));
}

const block = (text: string): string => (text.startsWith('## ') ? `<h2>${escape(text.slice(3))}</h2>` : text.startsWith('> ') ? `<blockquote><p>${escape(text.slice(2))}</p></blockquote>` : `<p>${escape(text)}</p>`);

/** The body with what outlets put between its paragraphs. */
function bodyOf({ body, words, design, others, host, shape }: Plan): string {
  const between = [
    `<figure class="inline-photo"><img src="/a.jpg" alt=""><figcaption>${escape(words.caption)} ${escape(words.credit)}</figcaption></figure>`,
    `<p class="read-also"><strong>${escape(words.also)}</strong> <a href="https://${host}/n/9">${escape(others[0]?.title ?? '')}</a></p>`, `<div class="ad-slot"><span>${escape(words.advert)}</span></div>`,
    `<div class="newsletter-box"><h3>${escape(words.letter.split(' ').slice(0, 3).join(' '))}</h3><p>${escape(words.letter)}</p></div>`, `<div class="rel-box"><p>${escape(words.related)}</p><ul>${links(others.slice(1, 4).map(({ title }) => title), host)}</ul></div>`,
  ];
  return body.map((text, i) => block(text) + (shape !== 'flash' && i < body.length - 1 && !text.startsWith('## ') ? between[(i + design) % (between.length + 2)] ?? '' : '')).join('\n');
}

const masthead = ({ words, host, outlet, crawled, lang, design }: Plan): string => `<header class="site-header"><a class="logo" href="https://${host}/">${escape(outlet)}</a><span class="today">${printed(crawled.slice(0, 10), lang, 1)}</span>
<nav class="main-menu"><ul>${links(words.menu, host)}</ul></nav></header><div class="breadcrumb"><a href="/">${escape(words.home)}</a> › <a href="/w">${escape(words.menu[design] ?? '')}</a></div>`;

/** What stands beside and below: teasers long enough to be taken for paragraphs, comments, rights. */
const aftermath = ({ words, host, others }: Plan): string => `<div class="share-bar">${words.share.map((text) => `<a href="#">${escape(text)}</a>`).join(' ')}</div><div class="tags"><b>${escape(words.tags)}</b> <a href="/t/1">${escape(words.menu[0] ?? '')}</a>, <a href="/t/2">${escape(words.menu[1] ?? '')}</a></div>
<p class="follow-us">${escape(words.follow)}</p><section class="related-news"><h3>${escape(words.related)}</h3>${others.slice(0, 3).map(({ title, text }, i) => `<div class="card"><a href="https://${host}/n/${i}"><h4>${escape(title)}</h4></a><p>${escape(text.split('\n\n')[0]?.slice(0, 170) ?? '')}...</p></div>`).join('')}</section>
<div id="comments"><h3>${escape(words.comments)} (2)</h3><div class="comment"><b>Reader</b><p>${escape(others[1]?.text.split('\n\n')[1]?.slice(0, 140) ?? '')}</p></div></div>`;
const end = ({ words, host, others }: Plan): string => `<aside class="sidebar"><h3>${escape(words.most)}</h3><ol>${links(others.map(({ title }) => title), host)}</ol></aside><footer class="footer"><p>${escape(words.rights)}</p><ul>${links(words.menu, host)}</ul></footer><div class="cookie-consent"><p>${escape(words.cookies)}</p><button>OK</button></div>`;
const byline = ({ words }: Plan, i = 0): string => `<div class="byline">${escape(words.by)} <a rel="author" href="/a">${escape(words.names[i] ?? '')}</a></div>`;

/** The page around an article. */
const shell = (plan: Plan, way: DateWay, main: string): string => `<!DOCTYPE html><html lang="${plan.lang}"><head>${headOf(plan, way)}</head><body class="page single">${masthead(plan)}<div class="container"><main>${main}</main>${end(plan)}</div></body></html>`;

function markup(plan: Plan, way: DateWay): string {
  const { title, words, shape, design, lang, others, host } = plan, h1 = `<h1 class="title">${escape(title)}</h1>`, when = dateLine(plan, way), body = bodyOf(plan);
  const lead = `<figure class="lead-image"><img src="/l.jpg"><figcaption class="caption">${escape(words.caption)}</figcaption></figure>`;
  switch (shape) {
    case 'flash': return shell(plan, way, [`<article>${h1}${when}<div class="text">${body}</div></article>`, `<div class="news-detail"><div class="head">${when}${h1}</div><div class="content">${body}</div></div>`, `<div id="news">${h1}<div class="body-text">${body}</div>${when}</div>`][design] + aftermath(plan));
    case 'long': return shell(plan, way, `<article class="story">${h1}${byline(plan)}${when}${lead}<div class="${['entry-content', 'article__body', 'haber-metni'][design]}">${body}</div>${aftermath(plan)}</article>`);
    case 'live': return shell(plan, way, `<div class="live-blog"><span class="badge">${words.live}</span>${h1}${when}<div class="${['live-entries', 'timeline', 'stream'][design]}">${plan.body.map((text, i) => (text.startsWith('## ') ? `${i ? '</div>' : ''}<div class="${['entry', 'post-item', 'update'][design]}"><span class="hour">1${i % 10}:0${i % 6}</span><h3>${escape(text.slice(3))}</h3>` : `<p>${escape(text)}</p>`)).join('')}</div></div></div>${aftermath(plan)}`);
    case 'opinion': return shell(plan, way, `<article class="column">${h1}<div class="author-box"><img src="/p.jpg"><a rel="author" href="/a/2">${escape(words.names[1] ?? '')}</a></div>${when}<div class="column-text">${body}</div><p class="author-bio"><em>${escape(words.bio)}</em></p></article>${aftermath(plan)}`);
    case 'stub': return shell(plan, way, `<article>${h1}${byline(plan, 2)}${when}${lead}<div class="article-body">${body}<div class="paywall-offer"><h3>${escape(words.wall.split('.')[0] ?? '')}</h3><p>${escape(words.wall)}</p><a href="/s">${escape(words.letter.slice(0, 20))}</a></div></div></article>${aftermath(plan)}`);
    case 'gallery': return shell(plan, way, `<article class="gallery">${h1}${when}<p>${escape(plan.body[0] ?? '')}</p><div class="photos">${[0, 1, 2, 3, 4].map((i) => `<figure><img src="/g${i}.jpg"><figcaption>${i + 1}/5 ${escape(words.caption)} <span class="credit">${escape(words.credit)}</span></figcaption></figure>${plan.body[i + 1] ? `<p>${escape(plan.body[i + 1] as string)}</p>` : ''}`).join('')}</div>${plan.body.slice(6).map(block).join('')}</article>${aftermath(plan)}`);
    case 'amp': return `<!doctype html><html ⚡ lang="${lang}"><head>${headOf(plan, way, '<script async src="https://cdn.ampproject.org/v0.js"></script><style amp-boilerplate>body{visibility:hidden}</style>')}</head><body><amp-sidebar id="s" layout="nodisplay"><ul>${links(words.menu, host)}</ul></amp-sidebar><header><a href="/">${escape(plan.outlet)}</a></header><main>${h1}${when}<amp-img src="/l.jpg" width="1" height="1"></amp-img><p class="caption">${escape(words.caption)}</p>${body}<amp-ad type="x"></amp-ad><amp-social-share type="x"></amp-social-share></main>${aftermath(plan)}<footer><p>${escape(words.rights)}</p></footer><amp-consent id="c"><div><p>${escape(words.cookies)}</p></div></amp-consent></body></html>`;
    case 'table': return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${{ tr: 'windows-1254', en: 'windows-1252', ru: 'windows-1251' }[lang]}"><title>${escape(plan.outlet)} - ${escape(title)}</title></head><body bgcolor="#ffffff"><table width="780"><tr><td colspan="3"><a href="/"><img src="/logo.gif" alt="${attribute(plan.outlet)}"></a> <font size="1">${printed(plan.crawled.slice(0, 10), lang, 1)}</font></td></tr><tr><td width="150" valign="top"><font size="2">${words.menu.map((text) => `<a href="#">${escape(text)}</a><br>`).join('')}</font></td>
<td width="480" valign="top"><table><tr><td><font size="5"><b>${design === 0 ? `<h1>${escape(title)}</h1>` : `<h2>${escape(title)}</h2>`}</b></font></td></tr><tr><td><font size="1">${printed(plan.date, lang, design)}</font></td></tr><tr><td><font face="Arial" size="2">${plan.body.map(escape).join('<br><br>\n')}</font></td></tr></table></td><td width="150" valign="top"><b>${escape(words.most)}</b><br>${others.map((one) => `<a href="#">${escape(one.title)}</a><br>`).join('')}</td></tr><tr><td colspan="3" align="center"><font size="1">${escape(words.rights)}</font></td></tr></table></body></html>`;
  }
}

/** What the shape takes of the stories. */
function contentOf(shape: Shape, own: readonly Seed[]): string[] {
  const paragraphs = own.map(({ text }) => text.split('\n\n')), [first = [], second = [], third = []] = paragraphs;
  switch (shape) {
    case 'flash': return first.slice(0, 1);
    case 'stub': return first.slice(0, 2);
    case 'long': return [...first, `## ${own[1]?.title ?? ''}`, ...second, `## ${own[2]?.title ?? ''}`, ...third.slice(0, 2), `> ${third[2] ?? first[0] ?? ''}`, ...(third[3] ? [third[3]] : []), second.at(-1) as string];
    case 'live': return own.slice(1, 4).flatMap(({ title }, i) => [`## ${title}`, ...(paragraphs[i + 1] ?? []).slice(0, 2)]);
    case 'opinion': return [...first, ...second];
    default: return first;
  }
}

const LEGACY: Readonly<Record<Language, string>> = { tr: 'windows-1254', en: 'windows-1252', ru: 'windows-1251' };

/** Text in an old charset; what it lacks becomes a character reference, as old editors did. */
export function encode(text: string, charset: string): Buffer {
  const decoder = new TextDecoder(charset), bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Buffer.concat([...text].map((character) => (bytes.has(character) ? Buffer.of(bytes.get(character) as number) : Buffer.from(`&#${character.codePointAt(0)};`))));
}

/** All of them, in a fixed order. */
export function outletPages(): MadePage[] {
  const pages: MadePage[] = [];
  for (const lang of ['tr', 'en', 'ru'] as const) {
    const all = seeds(lang), words = WORDS[lang];
    SHAPES.forEach((shape, s) => {
      for (let design = 0; design < 3; design++) {
        const k = (s * 3 + design) * 4, own = all.slice(k, k + 4), others = all.slice(k + 4, k + 10), { title, date } = own[0] as Seed;
        const way: DateWay = shape === 'table' ? 'text' : (DATES[(s * 3 + design) % DATES.length] as DateWay), host = words.hosts[design] as string;
        // Counted back from the day it is fetched: that day itself, or the next.
        const crawled = way === 'relative' ? `${date}T15:00:00Z` : `${addDays(date, way === 'yesterday' ? 1 : 2)}T09:00:00Z`;
        const url = `https://${host}/${way === 'url' ? `${date.replaceAll('-', '/')}/` : 'news/'}${shape}-${lang}-${k}.html`;
        const plan: Plan = { lang, shape, design, title, outlet: words.outlets[design] as string, host, date, crawled, url, words, others, body: contentOf(shape, own) };
        const text = markup(plan, way), bytes = shape === 'table' ? encode(text, LEGACY[lang]) : Buffer.from(text);
        pages.push({ name: `${shape}-${lang}-${design} (${way})`, lang, shape, markup: text, bytes, url, crawled, title, outlet: plan.outlet, date, body: plan.body.map((one) => one.replace(/^(?:##|>) /, '')) });
      }
    });
  }
  return pages;
}

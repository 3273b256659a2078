/** Made-up stories and copies of them, as they are met: edited, cut short, in another outlet's frame. Known by how they were made. */
import { ownStories } from '../src/coding/fit/gold.ts';
import type { Lang, Story } from '../src/story/story.ts';

export interface MadeStory extends Story {
  lang: Lang;
  /** The original that it is, or is a copy of. */
  family: number;
  /** What was done to it. */
  done: string;
}

/** Numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FRAMES: Readonly<Record<Lang, readonly string[]>> = {
  tr: ['Son dakika haberleri için uygulamamızı indirin.', 'Bu haberin tüm hakları saklıdır; izinsiz kopyalanamaz.', 'İlginizi çekebilir: Piyasalarda haftanın özeti.', 'Çerez politikamız hakkında ayrıntılı bilgi alın.', 'Bültenimize abone olun, gündemi kaçırmayın.', 'Yorumlar editör onayından sonra yayımlanır.', 'Haberi paylaşmak için düğmelere dokunun.', 'Fotoğraf: arşiv. Reklam alanı.'],
  en: ['Sign up for our morning newsletter and never miss a story.', 'All rights reserved. Reproduction without permission is prohibited.', 'Read also: five things to know before markets open.', 'We use cookies to improve your experience on this site.', 'Advertisement. Scroll down to continue reading.', 'Comments are moderated before they appear on this page.', 'Share this article with the buttons below.', 'Photo: archive. Follow us for more updates.'],
  ru: ['Подпишитесь на наш канал, чтобы не пропустить главное.', 'Все права защищены. Перепечатка только с разрешения редакции.', 'Читайте также: что произошло за неделю на рынках.', 'Мы используем файлы cookie, чтобы сделать сайт удобнее.', 'Реклама. Продолжение после баннера.', 'Комментарии публикуются после проверки модератором.', 'Поделитесь новостью с помощью кнопок ниже.', 'Фото из архива. Следите за обновлениями.'],
};

/** Stories with their copies among them, shuffled: `count` in all, about half of them originals. */
export function madeStories(seed: number, count: number): MadeStory[] {
  const random = randomFrom(seed), below = (n: number): number => Math.floor(random() * n), pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const between = (least: number, most: number): number => least + random() * (most - least);
  const sentences = { tr: [] as string[], en: [] as string[], ru: [] as string[] };
  for (const { lang, text } of ownStories()) sentences[lang].push(...text.split(/(?<=[.!?”»])\s+/).filter((one) => one.split(' ').length > 5));
  const outlets = Array.from({ length: 24 }, (_, k) => {
    const lang = (['tr', 'en', 'ru'] as const)[k % 3] as Lang, lines = [...FRAMES[lang]].sort(() => random() - 0.5);
    return { name: `Outlet ${k}`, lang, before: lines.slice(0, below(3)), after: lines.slice(3, 4 + below(4)) };
  });
  const frame = (text: string, { before, after }: (typeof outlets)[number]): string => [...before, text, ...after].join('\n\n');
  const dateOf = (): string => `2024-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;

  const edit = (text: string, share: number, words: readonly string[]): string => text.split(' ').flatMap((word) => {
    if (random() >= share) return [word];
    const how = random();
    return how < 0.4 ? [pick(words)] : how < 0.7 ? [] : [word, pick(words)];
  }).join(' ');
  const cut = (text: string, keep: number): string => {
    const words = text.split(' ');
    return words.slice(0, Math.max(25, Math.round(words.length * keep))).join(' ');
  };

  const made: MadeStory[] = [];
  const originals = Math.round(count / 2);
  const bodies: { text: string; lang: Lang }[] = [];
  for (let k = 0; k < originals; k++) {
    const outlet = pick(outlets), pool = sentences[outlet.lang];
    const text = Array.from({ length: 6 + below(7) }, () => pick(pool)).join(' ');
    bodies.push({ text, lang: outlet.lang });
    made.push({ id: `o${k}`, family: k, done: 'original', lang: outlet.lang, date: dateOf(), outlet: outlet.name, title: pick(pool).slice(0, 60), text: frame(text, outlet) });
  }
  for (let k = originals; k < count; k++) {
    const family = below(originals), { text: whole, lang } = bodies[family] as (typeof bodies)[number], words = pick(sentences[lang]).split(' ');
    const outlet = pick(outlets.filter((one) => one.lang === lang));
    const ways = ['edited', 'truncated', 'wrapped'].filter(() => random() < 0.5), done = ways.length ? ways : [pick(['edited', 'truncated', 'wrapped'])];
    let text = whole;
    if (done.includes('truncated')) text = cut(text, between(0.5, 0.95));
    if (done.includes('edited')) text = edit(text, between(0.02, 0.12), words);
    if (done.includes('wrapped')) text = frame(text, outlet);
    made.push({ id: `c${k}`, family, done: done.join(' and '), lang, date: dateOf(), outlet: outlet.name, title: `${pick(words)} ${k}`, text });
  }
  return made.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
}

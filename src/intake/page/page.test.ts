/** What a page says of itself, where it says it badly. */
import { describe, expect, it } from 'vitest';
import { readPage } from './page.ts';

const NOW = Date.parse('2024-05-20T12:00:00Z');
const A = 'Dışişleri Bakanı Orban Keleş, iki günlük ziyaret için gittiği Şam’da Suriyeli mevkidaşı ile bir araya geldi ve anlaştıklarını söyledi.';
const B = 'Görüşmede, iki ülke arasındaki kapıların haziran ayında açılması ve güvenlik heyetlerinin her ay toplanması kararlaştırıldı.';
const C = 'Keleş, ziyaretin ardından yaptığı açıklamada, "Komşumuzla yeni bir sayfa açıyoruz" dedi ve teşekkür etti. Ziyaret iki gün sürdü; ayrıntılar daha sonra açıklanacak, heyetler yeniden bir araya gelecek ve imzalar atılacak.';
const page = (head: string, body: string): ReturnType<typeof readPage> => readPage(`<html lang="tr"><head><title>Keleş Şam’da - İskele</title>${head}</head><body>${body}</body></html>`, {}, NOW);
const linked = (fields: object): string => `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', datePublished: '2024-05-13T09:00:00+03:00', ...fields })}</script>`;

describe('a page that a script fills', () => {
  it('is read from its JSON-LD where that has the text, and from what is shown where that is more', () => {
    const body = linked({ headline: 'Keleş Şam’da', articleBody: `<p>${A}</p><p>${B}</p>${C}` });
    expect(page(body, '<div id="app"></div><p>Bu sayfa için bir tarayıcı gerekir.</p>')).toMatchObject({ title: 'Keleş Şam’da', date: '2024-05-13', paragraphs: [A, B, C] });
    const shown = `<article><p>${A}</p><p>${B}</p><p>${C}</p><p>${A.replace('iki', 'üç')}</p></article>`;
    expect(page(linked({ articleBody: `${A} ${B}` }), shown).paragraphs).toHaveLength(4);
    expect(page(linked({ articleBody: A }), '<p>Kısa.</p>').paragraphs).not.toContain(A);
  });

  it('is read where it is sent in pieces that the script puts in place', () => {
    expect(page(linked({}), `<main><!--$?--><template id="B:1"></template><!--/$--></main><div hidden id="S:1a"><article><p>${A}</p><p>${B}</p><p>${C}</p></article></div><div hidden><p>${A.replace('iki', 'beş')}</p></div>`).paragraphs).toEqual([A, B, C]);
  });
});

describe('a title', () => {
  const shown = `<article><p>${A}</p><p>${B}</p><p>${C}</p></article>`;
  it('is read without the entities that outlets leave in their JSON', () => {
    expect(page(linked({ headline: 'Keleş: &quot;Yeni bir sayfa&quot; a&ccedil;ıldı &amp;ndash; Şam&#8217;da', author: { name: 'Ay&#351;e G&uuml;l' } }), shown)).toMatchObject({ title: 'Keleş: "Yeni bir sayfa" açıldı – Şam’da', author: 'Ayşe Gül' });
  });

  it('keeps its end where that is no name of an outlet', () => {
    expect(page(`<meta property="og:site_name" content="İskele"><meta property="og:title" content="Sınırda yeni kriz: Beş tır bekliyor - Bakan istifa etti">`, shown).title).toBe('Sınırda yeni kriz: Beş tır bekliyor - Bakan istifa etti');
    expect(page(`<meta property="og:site_name" content="İskele Postası"><meta property="og:title" content="Sınırda yeni kriz: Beş tır bekliyor - İskele Postası">`, shown).title).toBe('Sınırda yeni kriz: Beş tır bekliyor');
  });
});

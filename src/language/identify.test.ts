import { describe, expect, it } from 'vitest';
import { identifyLanguage } from './identify.ts';

const TEXTS: [string, string][] = [
  ['tr', 'Dışişleri Bakanı, iki ülke arasındaki görüşmelerin gelecek hafta Ankara’da sürdürüleceğini açıkladı.'],
  ['en', 'The foreign minister said that talks between the two countries would resume in Ankara next week.'],
  ['ru', 'Министр иностранных дел сообщил, что переговоры между двумя странами продолжатся на следующей неделе.'],
  ['az', 'Xarici işlər naziri bildirib ki, iki ölkə arasında danışıqlar gələn həftə Bakıda davam etdiriləcək və bu görüş üçün hazırlıq gedir.'],
  ['uk', 'Міністр закордонних справ повідомив, що переговори між двома країнами відновляться наступного тижня в Києві.'],
  ['bg', 'Министърът на външните работи заяви, че преговорите между двете страни ще продължат през следващата седмица.'],
  ['be', 'Міністр замежных спраў паведаміў, што перамовы паміж дзвюма краінамі працягнуцца на наступным тыдні ў Мінску.'],
  ['sr', 'Министар спољних послова изјавио је да ће преговори између две земље бити настављени у Београду.'],
  ['kk', 'Сыртқы істер министрі екі ел арасындағы келіссөздер келесі аптада Астанада жалғасатынын мәлімдеді және бұл туралы айтты.'],
  ['de', 'Der Außenminister sagte, dass die Gespräche zwischen den beiden Ländern in der nächsten Woche fortgesetzt werden.'],
  ['fr', 'Le ministre des Affaires étrangères a déclaré que les pourparlers entre les deux pays reprendraient la semaine prochaine.'],
  ['es', 'El ministro de Exteriores dijo que las conversaciones entre los dos países se reanudarán la próxima semana.'],
  ['it', 'Il ministro degli Esteri ha detto che i colloqui tra i due paesi riprenderanno la prossima settimana.'],
  ['pl', 'Minister spraw zagranicznych powiedział, że rozmowy między dwoma krajami zostaną wznowione w przyszłym tygodniu.'],
  ['ar', 'قال وزير الخارجية إن المحادثات بين البلدين ستستأنف الأسبوع المقبل'],
  ['fa', 'وزیر خارجه گفت که مذاکرات میان دو کشور هفته آینده از سر گرفته خواهد شد و این را گفت'],
  ['zh', '外交部长表示两国会谈将于下周恢复'],
  ['el', 'Ο υπουργός Εξωτερικών δήλωσε ότι οι συνομιλίες θα συνεχιστούν'],
  ['hy', 'Արտաքին գործերի նախարարը հայտարարեց'],
  ['ka', 'საგარეო საქმეთა მინისტრმა განაცხადა'],
  ['uz', "Tashqi ishlar vaziri ikki davlat o'rtasidagi muzokaralar kelasi hafta davom etishini va bu haqida bildirdi deb yozdi bilan uchun."],
  ['und', ''], ['und', '12.11.2025 — 34%'], ['und', '😀😀'],
];

describe('identifyLanguage', () => {
  it.each(TEXTS)('%s', (code, text) => expect(identifyLanguage(text)).toBe(code));
  it('does not let a quotation in another language decide', () => {
    expect(identifyLanguage(`${TEXTS[0][1]} ${TEXTS[0][1]} “The talks will go on,” dedi.`)).toBe('tr');
  });
});

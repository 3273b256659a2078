/**
 * What stands around and within an article and is not it: menus, captions, "read also", newsletters, shares, bylines,
 * cookie notices. Told by what elements are called and by what blocks say, in the three languages.
 */
import type { Block } from './blocks.ts';
import type { Element } from './dom.ts';

/** Words in class names and ids that name furniture. Parts of names count (`story-related__list`). */
const NAMED = /(?:^|[\s_-])(?:related\w*|recirc\w*|recommend\w*|promo\w*|newsletter\w*|subscri\w*|signup|sign-up|social(?!ist|-media-embed)\w*|shares?|sharing|share[-_]?(?:bar|box|links?|buttons?|tools?|this|icons?|list|widget|count|area|panel|wrapper)\w*|paylas\w*|breadcrumbs?|authorbio|author-bio|bio|byline\w*|comments?|disqus\w*|yorum(?:lar)?|cookies?|cookie\w*|consent|gdpr|kvkk|adverts?|advert\w*|advertisement|reklam\w*|sponsor\w*|outbrain|taboola|most-?read|popular\w*|trending\w*|tags?|taglist|tag-?list|etiket\w*|pagination|pager|readmore|read-more|read-also|readalso|also-?read|more-?stories|more-?news|sidebar\w*|ilgili\w*|benzer\w*|follow(?:-?us|-?links?|-?me|ers)?|donat\w*|paywall[-_](?!article|content|body|text|story)\w+|toolbar|nav|navbar|navigation|menu\w*|masthead|footer|copyright\w*|disclaimer|skip\w*|login|signin|account|banner\w*|popup\w*|modal\w*|tooltip\w*|widget-?(?:list|news|title)\w*|inline-?links?|rich-?link\w*|linkbox|infobox-links|embedded-article|articles?-?list\w*|news-?list\w*|teaser\w*|kunye|editors?-?picks?|topics?-?list|slideshow-?(?:nav|button)\w*|print-?only|no-?print|vote\w*|poll|rating\w*|reactions?|emoji\w*|ad-?(?:slot|box|unit|container|wrapper|label)\w*|up-?next|next-?(?:article|post|story)|prev-?(?:article|post|story)|post-?nav\w*|meta-?(?:nav|links))(?=$|[\s_-])/i;
/** Pictures with what stands under them. */
const CAPTION = /(?:^|[\s_-])(?:caption\w*|wp-caption\w*|img-?(?:caption|credit)|image-?(?:caption|credit|info|meta)|photo-?(?:caption|credit|info)|figcaption|credits?|resim-?alti|foto-?alti|media-?(?:caption|info|credit)|gallery-?(?:caption|credit|info|title)|picture-?(?:caption|credit)|slide-?(?:caption|credit)|lead-?(?:image|media)|e-image__meta)(?=$|[\s_-])|caption/i;
/** Inline pieces that a page shows only on pointing, or only to machines that read aloud. */
const WITHHELD = /(?:^|[\s_-])(?:sr-only|screen-reader\S*|visually-?hidden|visuallyhidden|hidden|off-?screen|tooltip\S*|popover\S*|rollover\S*-block|hover-?card|a11y\S*)(?=$|\s)/i;
/** What style sheets take out of sight, unless they show it again on some screens. */
const UNSEEN = /(?:^|\s)(?:hidden|is-hidden|d-none|hide|visually-hidden|sr-only|screen-reader-text)(?=$|\s)/, SEEN = /(?:^|\s)(?:\w+:|d-\w+-|visible-)(?:block|flex|grid|inline\S*|contents|\w\w)(?=$|\s)/;
const ROLES = new Set(['navigation', 'complementary', 'banner', 'contentinfo', 'search', 'menu', 'menubar', 'dialog', 'alert', 'toolbar', 'tooltip']);

const nameOf = (element: Element): string => `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`;

/** Whether an inline element is withheld from readers. */
export const withheld = (element: Element): boolean => WITHHELD.test(element.getAttribute('class') ?? '');

/** Whether an element is called furniture, by its tag, its role or its names. */
export function isFurniture(element: Element): boolean {
  const tag = element.tagName.toLowerCase();
  // What a page as a whole is called tells of its layout.
  if (tag === 'body') return false;
  if (tag === 'nav' || tag === 'aside' || tag === 'footer' || tag === 'figure' || tag === 'figcaption' || tag === 'form' || tag === 'address' || tag === 'dialog' || tag === 'details') return true;
  if (ROLES.has(element.getAttribute('role') ?? '')) return true;
  const name = nameOf(element), classes = element.getAttribute('class') ?? '';
  return name.trim() !== '' && (NAMED.test(name) || CAPTION.test(name) || (UNSEEN.test(classes) && !SEEN.test(classes)));
}

/** Dialogs that ask for consent, by the programs that outlets buy for it and by what they call their own. */
const CONSENT = /(?:^|[\s_-])(?:onetrust|didomi|usercentrics|qc-cmp2?|sp_message|truste|osano|cookiebot|cybotcookiebot\w*|cmplz|iubenda|borlabs|fc-consent|cookie-?(?:law|consent|notice|banner|dialog|modal)\w*|consent-?(?:banner|sdk|modal|popup|dialog)|gdpr-?(?:banner|modal|popup|notice|dialog)|kvkk-?(?:banner|modal|popup))(?=$|[\s_-])/i;
export const isConsent = (element: Element): boolean => CONSENT.test(nameOf(element));

/** Names that nothing but other stories, readers and machines stand under, however much it is. */
const ELSEWHERE = /(?:^|[\s_-])(?:related\w*|recirc\w*|recommend\w*|comments?|disqus\w*|yorumlar|cookie\w*|consent|newsletter\w*|outbrain|taboola|most-?read|ilgili\w*|benzer\w*)(?=$|[\s_-])/i;
export const isElsewhere = (element: Element): boolean => ELSEWHERE.test(nameOf(element)) || /^(?:aside|footer|nav)$/i.test(element.tagName);

/** Whether an element is called the head of an article: what tells the story's beginning in large type. */
export const isStandfirst = (element: Element): boolean => /(?:^|[\s_-])(?:summary|standfirst|lead|lede|spot|deck?|intro|lid|ozet|excerpt|subtitle|announce|anons|description)(?=$|[\s_-])/i.test(nameOf(element));

const START: readonly RegExp[] = [
  // what to read elsewhere
  /^(?:read (?:more|also|next|full|the full)|related(?: (?:news|articles?|stories|links|content|topics?|video))?|see (?:more|also)|also (?:read|see|on \w|watch)|more (?:on|from|stories|news|like this)\b|more:?$|watch(?: (?:more|also|live|now|below))?:|don.t miss|you (?:may|might) (?:also )?like|recommended|trending|editor.s picks|most (?:read|popular)|continue reading|click here|(?:keep|for more) reading|up next|latest news|top stories|go deeper|what to (?:read|know) next|further reading|explore more|find out more|learn more|view (?:the )?(?:gallery|comments|author)|in case you missed)(?:[\s:|.>»…!-]|$)/iu,
  /^(?:ayrica (?:okuyun|bakiniz|bkz)|bunlar da ilgini|(?:bunu|bunlari) da oku|ilgili (?:haber|içerik|konu|video)|ilginizi çek|haberin devam|devamini oku|daha fazla(?: bilgi| haber)?(?:$|[\s:])|ayrintilar için|detaylar için|son dakika haberleri|diğer haberler|benzer haberler|öne çikan|editörün seç|siradaki haber|önceki haber|en çok okunan|okumadan geçme|haberi paylaş|tüm haberler|göz atin|tavsiye (?:edilen|haber))/iu,
  /^(?:читайте (?:также|ещ[её]|далее|по теме|подробнее)|читать (?:далее|также|ещ[её])|(?:материалы|новости|статьи|ещ[её]|главное|другие новости) по теме|по теме:?|смотрите также|см\.? также|подробнее(?:$|[:.\s])|ранее по теме|больше новостей|самое (?:читаемое|важное|интересное)|популярн(?:ое|ые)|рекомендуем|вам может быть|не пропустите|главные новости|последние новости|ещ[её] новости|далее:)/iu,
  // letters, follows, shares, apps
  /^(?:sign up|subscribe|get (?:the|our|access|\w+ (?:news|updates|delivered))\b.{0,80}(?:newsletter|app|inbox|email|e-mail|first year|today)|follow (?:us|me|him|her|the|\w+ on\b)|join (?:us|our|the)\b.{0,60}(?:newsletter|forum|channel|telegram|whatsapp|community|conversation)|share (?:this|on|via|your)|like this (?:story|article)|tell us what|have (?:a|you got a|any) (?:tip|story|question)|got a (?:tip|story)|download (?:the|our)|listen to|support (?:our|independent)|donate|breaking news e?mails?|enter your e?-?mail|want more stories|need more|\d+ (?:comments?|shares?|views?|min(?:ute)?s? read)|comments?(?: \(?\d+\)?)?$|leave a (?:comment|reply)|post a comment|advertis(?:ement|ing)|advert$|sponsored|promoted|story continues|skip (?:to|ad|advert)|print$|email$|e-mail$|copy link|save$|listen$|loading|newsletter|our newsletter|every day we send|this slideshow requires|image \d+ of|slide \d+|photo \d+)/iu,
  /^(?:abone ol|bültenimize|e-?bülten|bizi takip|takip et|paylaş(?:$|[:\s])|yorum(?:lar| yap| yaz| ekle)|reklam(?:$|[\s:])|ilan(?:$|:)|whatsapp kanal|telegram kanal|google news|uygulamay?i? indir|tiklayin|haber bülteni|facebook.ta paylaş|twitter.da paylaş|yazdir|yazi boyutu|çerez|sesli dinle|haberi dinle|aninda haberdar|bildirim(?:leri)? aç|son dakika gelişmelerden)/iu,
  /^(?:подпи(?:сывайтесь|шитесь|ска)|поделиться|поделитесь|реклама(?:$|[\s.:])|на правах рекламы|комментари(?:и|й|ев)|оставить комментарий|следите за|присоединяйтесь|наш(?:и)? (?:telegram|телеграм|канал)|читайте нас|мы в (?:telegram|соц|вк|дзен)|скачайте|скопировать ссылку|нашли (?:ошибку|опечатку)|заметили (?:ошибку|опечатку)|выделите (?:е[её]|фрагмент|текст)|распечатать|версия для печати|теги:|метки:|рубрик[аи]:|установите|все новости|добавить в|сообщить об ошибке)/iu,
  // what stands before the paid part
  /^(?:create an account|already (?:an? \w+|have an account)|sign in (?:to|or|with)|log ?in (?:to|or|with)|register (?:to|for|now|or)|to continue reading|(?:get )?unlimited (?:online |digital )?access|access articles from|support (?:local|independent|quality) journalism|this (?:article|content|story) is (?:only |exclusively )?(?:available )?(?:for|to) (?:paid |our )?subscribers|ad ?block(?:er)? users|manage (?:my|your) account)/iu,
  /^(?:üye (?:ol|girişi)|giriş yap|hesab(?:in|iniz)|okumaya devam etmek için|bu (?:içerik|haber|yazi) (?:yalnizca |sadece )?abone)/iu,
  /^(?:войдите|войти|зарегистрируйтесь|чтобы (?:читать|продолжить)|(?:этот )?материал доступен|доступно (?:только )?(?:по подписке|подписчикам)|оформите подписку|у меня уже есть)/iu,
  // pictures and sources
  /^[([]?\s*(?:image|photo(?:graph)?s?|picture|video|credit|file photo|getty images|reuters\/|ap photo|afp\/|illustration|graphic)(?:\s*(?:\(?s\)?)?(?: by| credit| copyright| caption| courtesy| source)?)?\s*[:/©|(]/iu, /^image (?:copyright|caption|source)\b/iu,
  /^[([]?(?:foto(?:ğraf)?|görsel|video|kaynak|kamera)\s*[:/]/iu, /^[([]?(?:фото|видео|иллюстрация|источник|изображение|коллаж|скриншот)\s*[:/©]/iu, /^©|^\(c\)\s|^copyright\b/iu,
  /[([](?:image|photo|picture|pic|foto|fotoğraf|görsel|фото|изображение)s?\s*[:©][^)\]]{1,60}[)\]]$/iu,
  /(?:^|\s)(?:Getty Images|Shutterstock|EPA-EFE|Associated Press file|AP file|AFP via Getty(?: Images)?|Anadolu Images|iStock|Depositphotos|РИА Новости \/ \p{Lu}\p{L}+ \p{Lu}\p{L}+)\)?$/u,
  // rights, cookies
  /(?:all rights reserved|tüm haklari saklidir|все права защищены|перепечатка|при цитировании|may not be (?:published|reproduced)|izinsiz (?:alinamaz|kullanilamaz|kopyalanamaz)|©\s?\d{4})/iu,
  /(?:we use cookies|uses cookies|by continuing to (?:use|browse)|cookie policy|privacy policy|çerez(?:ler)? (?:politikasi|kullan)|kişisel verilerin korunmasi|использу(?:ет|ем) (?:файлы )?cookie|файлы cookie|политик[аиу] конфиденциальности|terms of (?:use|service))/iu,
  /(?:enable javascript|disable your ad ?block|javascript.{0,20}(?:etkin|açik)|включите javascript|отключите блокировщик)/iu,
];

/** Lines under the headline: who wrote it and when. */
const BYLINE: readonly RegExp[] = [
  /^(?:by|von|yazan|yazar|haber(?:i hazirlayan)?|muhabir|editör|автор|авторы|текст)\s*:?\s+(?:\p{Lu}[\p{L}.'’-]+(?:,?\s+(?:and|ve|и|&)\s+|,\s*|\s+)?){1,10}(?:[,|/–—-].{0,50})?$/u,
  /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|created)|yayin(?:lan)?\p{L}*|güncelle\p{L}*|son güncelleme|giriş(?: tarihi)?|oluşturulma|eklenme|опубликовано|обновлено|дата публикации|изменено)\b.{0,110}\d/iu,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2}[. /-](?:\p{L}+|\d{1,2})[. /-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:[\s,|/–—·-]*(?:at |в |saat )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?(?:[\s,|/–—·-]*\p{L}[\p{L}\s]{0,25})?$/iu,
  /^(?:\d{1,2}[:.]\d{2}[\s,|]*)?(?:\d+\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|saniye|dakika|saat|gün|минут\p{L}*|час\p{L}*|дн\p{L}+|день)\s+(?:ago|önce|назад)$/iu,
];

/** Short lives of authors, at the end. */
const BIO = /(?:\b(?:is|was) (?:an?|the|our|senior|chief|editor)\b[^.]{0,80}\b(?:reporter|writer|editor|correspondent|columnist|journalist|producer|contributor|blogger|author)\b|@\w{3,}\b[^.]{0,40}$|(?:follow|find|reach|contact|e-?mail) (?:him|her|them|me|\p{Lu}\p{L}+)\b|can be reached|on twitter (?:at )?@|contributed to this (?:report|story|article)|muhabiri?dir|gazetecidir|yazarıdır|(?:обозреватель|корреспондент|журналист|редактор) (?:газеты|издания|отдела))/iu;

/** Turkish dotted and dotless i as one, in capitals too. */
const plain = (text: string): string => text.replace(/[İı]/g, 'i');
const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
const shouted = (text: string): boolean => {
  const only = letters(text);
  return only.length > 8 && only === only.toLocaleUpperCase() && only !== only.toLocaleLowerCase();
};

export const endsSentence = (text: string): boolean => /[.!?…][)\]"'”’»]*$/.test(text) || /[”"»’]$/.test(text);

/** Prose, rather than a line of a list or a label: long, or a sentence of some length, and not mostly links. */
export const isProse = ({ text, linked }: Block): boolean => linked < text.length * 0.5 && (text.length >= 120 || (text.length >= 50 && endsSentence(text)));

/** Whether a block says that it is furniture. */
export function saysFurniture({ text: given, linked, tag }: Block): boolean {
  const text = plain(given), share = linked / Math.max(1, text.length);
  // Long paragraphs may begin with such words and be the story all the same; a link among them gives them away.
  if (START.some((pattern) => pattern.test(text)) && (text.length < 180 || share > 0.25)) return true;
  if (text.length < 160 && BYLINE.some((pattern) => pattern.test(text))) return true;
  if (share > 0.85 && (text.length < 250 || tag === 'li')) return true;
  if (share > 0.5 && shouted(text) && text.length < 200) return true;
  return tag !== 'tr' && tag !== 'td' && /^[\p{P}\p{S}\s\d]*$/u.test(text);
}

export const isBio = ({ text }: Block): boolean => text.length < 420 && !/^["“«„‘']/.test(text) && BIO.test(text);

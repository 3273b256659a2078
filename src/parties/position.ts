/** What a party's name does where it stands: modifies the next noun, or is a mere venue. */
import type { Scene } from './phrase.ts';
import type { Item } from './scan.ts';
import { endingOf } from './turkish.ts';
import { NOM, GEN, DAT, ACC, INS } from './russian.ts';

const TR_NOT_NOUN = new Set(['ve', 'ile', 'ise', 'da', 'de', 'için', 'gibi', 'kadar', 'dışında', 'arasında', 'tarafından', 'hakkında', 'karşıtı', 'ya', 'veya', 'olarak', 'olan', 'ancak', 'ama', 'daha', 'bu', 'bir', 'çok', 'en', 'hem', 'yine', 'üzerinden', 'üzerine', 'yanlısı', 'destekli', 'merkezli']);

/** Whether a name stands as a modifier of the noun after it ("Türkiye ekonomisi", "US sanctions", "NATO zirvesi"). */
export function isModifier(scene: Scene, item: Item): boolean {
  const { doc, words } = scene;
  const next = words[item.last];
  if (!next?.word || next.sentence !== words[item.first].sentence) return false;
  if (doc.lang === 'tr') {
    if (item.suffix || words[item.last - 1].ending || TR_NOT_NOUN.has(next.key)) return false;
    const token = doc.tokens[next.token];
    if (token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADV' || token.upos === 'CCONJ') return false;
    return next.cap === 0 && /(?:[iıuü]|l[ae]r|[iuü]n[ae]|[iuü]nd[ae]n?|[iuü]n[iuü]n?)$/.test(next.key) && !/(?:d[iuü]|m[iuü]ş)$/.test(next.key);
  }
  if (doc.lang === 'en') {
    if (words[item.last - 1].ending || next.glued) return next.glued;
    const own = doc.tokens[words[item.last - 1].token];
    if (own.head < 0) return false;
    return (own.deprel === 'compound' || own.deprel === 'amod' || own.deprel === 'nmod') && own.head > own.i && own.head - own.i <= 4;
  }
  return false;
}

/** Whether a name only says where something is ("in Ankara", "Ankara'da", "в Анкаре"). */
export function isVenue(scene: Scene, item: Item): boolean {
  const { doc, words } = scene;
  if (doc.lang === 'tr') return endingOf(item.suffix, item.apostrophe) === 'loc' || /^n?[dt][ae]ki/.test(item.suffix);
  const before = words[item.first - 1];
  const skip = before?.key === 'the' ? words[item.first - 2] : before;
  if (!skip || skip.sentence !== words[item.first].sentence) return false;
  if (doc.lang === 'en') return /^(?:in|at|near|outside|inside|across|around|throughout)$/.test(skip.key);
  return /^(?:в|во|на|под|близ)$/.test(skip.key) && (item.cases & ~(NOM | GEN | DAT | ACC | INS)) !== 0;
}

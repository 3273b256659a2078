/** Noun phrases beside a Turkish reporting verb, and who of them speaks. */
import { isGenitive, nextWord, turkishForm } from '../../dates/tr-forms.ts';
import { childBy, isCapital, isComma, isHardBreak } from '../frame.ts';
import type { Range, Voice } from '../frame.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { CONNECTIVE, isNominal, isNominative, low } from './site.ts';

const POSTPOSITION = /^(?:karşılık|üzerine|göre|ilişkin|yönelik|karşı|için|gibi|dair|ait|rağmen|kadar|ile|ve|veya|tarafından|hakkında|sonrası|öncesi|nedeniyle)$/;

/** The subject of a finite or converb cue within its clause: the first nominative phrase marked off by a comma or a particle. */
export const subjectIn = (site: MentionedSite, start: number, end: number, verb: number): Range | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  let depth = 0;
  for (let k = start; k < end; k++) {
    const t = tokens[k];
    if (/^[“«„]$/.test(t.form)) depth++;
    else if (/^[”»]$/.test(t.form)) depth--;
    else if (t.form === '"') depth = depth > 0 ? 0 : 1;
    if (depth > 0 || !isNominal(t)) continue;
    if (CONNECTIVE.test(t.lower)) continue;
    const next = tokens[k + 1];
    const marked = isComma(next) || /^(?:ise|de|da)$/.test(low(next)) || QUOTE_MARK.test(next?.form ?? '');
    if (!marked || k + 1 > end) continue;
    if (!isNominative(t) || isGenitive(t)) continue;
    if (turkishForm(t, next) !== undefined && !isCapital(t)) continue;
    // "X'in Y'si, ..." fine; an adverbial of time or place is not ("Görüşme sonrası,").
    if (/^(?:sonra|önce|sonrası|öncesi|üzere|karşı|için|gibi|göre|rağmen|nedeniyle|dolayı|ardından|üzerine|sırasında|yana|beri|kadar|birlikte|itibaren)$/.test(t.lower)) continue;
    return { first: phraseStart(site, k, start), last: k + 1 };
  }
  // A genitive opens the nominalised clause; what follows it is no subject of the frame.
  const genitive = tokens.slice(start, end).findIndex((t) => isGenitive(t) && isCapital(t));
  const limit = genitive >= 0 ? start + genitive : end;
  const own = childBy(doc, verb, 'nsubj');
  if (own !== undefined && own < limit && own >= start && own < end && isNominative(tokens[own]) && !isGenitive(tokens[own]) && (site.isHead(own) || tokens[own].feat('Case') === 'Nom') && !POSTPOSITION.test(low(nextWord(tokens, own)))) {
    let last = own + 1;
    while (last < end && isCapital(tokens[last]) && tokens[last].head === own) last++;
    return { first: phraseStart(site, own, start), last };
  }
  // "ABD Başkanı Donald Trump dün Lahey'de ...": no mark after it, but a party or person in the bare case.
  for (let k = start; k < end; k++) {
    if (QUOTE_MARK.test(tokens[k].form)) break;
    // "X'in Y'si" may still be the subject's own genitive, so a mention may follow one at once.
    if (k > limit + 3 || (k > limit && !isCapital(tokens[k]))) break;
    const form = turkishForm(tokens[k], tokens[k + 1]);
    if (form === 'finite') break;
    if (!site.isHead(k) || !isNominative(tokens[k]) || isGenitive(tokens[k])) continue;
    // A name before a possessed noun or "ile", "ve" is no subject yet.
    if (/^(?:ile|ve|veya|ya|gibi|için|karşı|tarafından|hakkında|yönelik)$/.test(low(tokens[k + 1]))) continue;
    return { first: phraseStart(site, k, start), last: k + 1 };
  }
  return undefined;
};

/** Left edge of a phrase: back to a comma, mark or verb that ends a clause. */
export const phraseStart = (site: MentionedSite, k: number, floor: number): number => {
  const { tokens } = site.doc;
  let first = k;
  while (first > floor) {
    const t = tokens[first - 1];
    if (isComma(t) || isHardBreak(t) || QUOTE_MARK.test(t.form)) break;
    const form = turkishForm(t, tokens[first]);
    if (form === 'finite' || form === 'converb') break;
    first--;
  }
  while (first < k && CONNECTIVE.test(tokens[first].lower)) first++;
  return first;
};

/** Noun phrase right of a participle cue: "belirten Dışişleri Bakanı X, ...", to a comma, particle or verb. */
export const phraseAfter = (site: MentionedSite, start: number): Range | undefined => {
  const { tokens } = site.doc;
  let last = start;
  while (last < site.last) {
    const t = tokens[last];
    if (isComma(t) || isHardBreak(t) || QUOTE_MARK.test(t.form) || /^[.!?]$/.test(t.form)) break;
    if (/^(?:ise|da|de)$/.test(t.lower) && last > start) break;
    if (turkishForm(t, tokens[last + 1]) === 'finite') break;
    // An object after the name ends the phrase: "diyen Erdoğan Gazze'nin ..."
    if (last > start && isNominative(tokens[last - 1]) && isCapital(tokens[last - 1]) && /['’]/.test(t.form) && !isGenitive(t)) break;
    last++;
  }
  return last > start ? { first: start, last } : undefined;
};

/** Owner of a noun of saying at `k`: "X'in açıklamasına", "X'ten yapılan açıklamaya", "X'in Y'ye dayandırdığı habere". */
export const ownerOf = (site: MentionedSite, k: number, floor: number): { voice: Voice; origin?: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  let start = k;
  while (start > floor && !isComma(tokens[start - 1]) && !isHardBreak(tokens[start - 1]) && !QUOTE_MARK.test(tokens[start - 1].form)) start--;
  while (start < k && CONNECTIVE.test(tokens[start].lower)) start++;
  if (start >= k) return undefined;
  let verb = k - 1;
  while (verb > start && !/^(?:dayandır|yap|ver|aktar|yayım|yayın|geç|düş|paylaş|ilet)\p{L}+$/u.test(tokens[verb].lower) && k - verb < 4) verb--;
  const word = low(tokens[verb]);
  if (/^dayandır\p{L}+$/u.test(word)) {
    // "X gazetesinin Mısırlı bir yetkiliye dayandırdığı": the outlet is the genitive, the origin the dative after it.
    let genitive = -1;
    for (let j = start; j < verb; j++) if (isGenitive(tokens[j])) genitive = j;
    // The outlet's genitive is the one before the origin; "yetkilinin" inside it is rare.
    for (let j = start; j < verb; j++) {
      if (isGenitive(tokens[j])) {
        genitive = j;
        break;
      }
    }
    const origin: Voice = { np: { first: genitive >= 0 ? genitive + 1 : start, last: verb } };
    return genitive >= 0 ? { voice: { np: { first: start, last: genitive + 1 } }, origin, first: start } : { voice: origin, first: start };
  }
  if (/^(?:yapılan|edinilen|gelen|verilen|alınan|sızan|yayımlanan|yayınlanan)$/.test(low(tokens[k - 1])) || /^(?:yapılan|edinilen|gelen|verilen|alınan|yayımlanan|yayınlanan)$/.test(word)) {
    const at = /^(?:yapılan|edinilen|gelen|verilen|alınan|yayımlanan|yayınlanan)$/.test(word) ? verb : k - 1;
    for (let j = at - 1; j >= start; j--) if (/(?:[dt][ae]n|nd[ae]n|[dt][ae]|tarafından|n[ıi]n|['’][dt][ae]n?)$/u.test(tokens[j].lower)) return { voice: { np: { first: start, last: low(tokens[j]) === 'tarafından' ? j : j + 1 } }, first: start };
    return { voice: { unnamed: true }, first: start };
  }
  // "X'in Reuters'a verdiği bilgiye", "X'in açıklamasına"
  for (let j = start; j < k; j++) if (isGenitive(tokens[j]) || /n[ıiuü]n$/u.test(tokens[j].lower)) {
    let last = j + 1;
    // "Mısır'ın Dışişleri Bakanlığının açıklamasına": the last genitive owns it, unless the clause has its own verb.
    const own = /^(?:ver|aktar|paylaş|ilet|yap|geç)/u.test(word) && verb > j;
    for (let m = j + 1; m < (own ? verb : k); m++) if (isGenitive(tokens[m]) || /(?:n[ıiuü]n)$/u.test(tokens[m].lower)) last = m + 1;
    return { voice: { np: { first: start, last } }, first: start };
  }
  return undefined;
};

/** A name or noun right before the quote without a comma: "Erdoğan “...” dedi". */
export const nominativeRun = (site: MentionedSite, start: number, end: number): Range | undefined => {
  const { tokens } = site.doc;
  let last = end;
  while (last > start && (isComma(tokens[last - 1]) || /^[:]$/.test(tokens[last - 1].form))) last--;
  const t = tokens[last - 1];
  if (!t || last <= start || !isNominal(t) || !isNominative(t) || isGenitive(t) || (!isCapital(t) && t.upos !== 'NOUN')) return undefined;
  return { first: phraseStart(site, last - 1, start), last };
};

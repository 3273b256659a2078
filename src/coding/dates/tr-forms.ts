/** Turkish verb forms told by their endings, which hold where a tagger may not. */
import type { Token } from '../../language/doc.ts';

/**
 * `finite` ends a clause; `converb` (-arak, -ıp, -ken) leans on the verb after it; `participle` (-an, -dığı + noun,
 * -acak + noun) modifies a noun; `nominal` (-ması, -dığını, -mak) is an argument.
 */
export type TurkishForm = 'finite' | 'converb' | 'participle' | 'nominal';

const CONVERB = /(?:[yr]?[ae]r[ae]k|[yıiuü]?(?:ıp|ip|up|üp)|ken|[ıiuü]nc[ae]|m[ae]d[ae]n|dıkça|dikçe|dukça|dükçe|tıkça|tikçe)$/u;
const NOMINAL = /(?:[dt][ıiuü](?:ğ[ıiuü](?:n[ıiuü]n?|n[ae]|nd[ae]n?|yl[ae])|kl[ae]r[ıi](?:n[ıi]n?|n[ae]|nd[ae]n?))|[ae]c[ae](?:ğ[ıi](?:n[ıi]n?|n[ae]|nd[ae]n?|yl[ae])|kl[ae]r[ıi](?:n[ıi]n?|n[ae]|nd[ae]n?))|m[ae](?:s[ıi]|l[ae]r[ıi])(?:n[ıi]n?|n[ae]|nd[ae]n?|yl[ae])?|m[ae]k(?:t[ae]n?|l[ae])?|m[ae]y[ae]|m[ae]y[ıi])$/u;
const FINITE = /(?:(?:[dt][ıiuü]|m[ıiuü]ş(?:t[ıiuü]|t[ıi]r)?|[ıiuü]yor(?:du|dur)?|[ae]ca[kğ](?:t[ıi]|t[ıi]r)?|[ae]ce[kğ](?:t[ıi]|t[ıi]r)?|[ae]bil(?:ir|di|ecek|iyor)|m[ae]kt[ae](?:d[ıi]r|yd[ıi])?|m[ae]l[ıi](?:d[ıi]r|yd[ıi])?)(?:l[ae]r|k|m|[ıiuü]m|[ıiuü]z|n[ıiuü]z)?|(?:[ae]|[ıiuü])r(?:l[ae]r)?|m[ae]z(?:l[ae]r)?)$/u;
const PARTICIPLE = /(?:[yşlrnkzğtdsmvgçpb]?[ae]n(?:l[ae]r[ıi]?)?|[dt][ıiuü]ğ[ıiuü](?:m[ıiuü]z)?|[dt][ıiuü]kl[ae]r[ıi]|[ae]c[ae]ğ[ıi]|[ae]c[ae]kl[ae]r[ıi]|m[ıiuü]ş|[ae]ca[k]|[ae]ce[k])$/u;

/** Form of a verbal token; `undefined` where the token is no verb. `next` is the token after it. */
export const turkishForm = (t: Token, next: Token | undefined): TurkishForm | undefined => {
  const f = t.lower;
  if (f.length < 3) return undefined;
  if (LEXICAL_NOUN.test(f) && t.feat('VerbForm') !== 'Conv') return undefined;
  // A copula split off the word ("dondurmuş-tu") makes it finite.
  if (isGlued(t, next) && /(?:m[ıiuü]ş|[ae]c[ae][kğ]|[ıiuü]yor|m[ae]kt[ae]|[aeıiuü]r|m[ae]l[ıi])$/u.test(f)) return 'finite';
  const tagged = t.upos === 'VERB' || t.upos === 'AUX' || t.feat('VerbForm') !== undefined;
  const capital = t.form[0] !== f[0];
  if (capital && !tagged) return undefined;
  const noun = next !== undefined && /^\p{L}/u.test(next.form) && !/^(?:ve|ancak|ama|fakat|ise|ile|ki|da|de|mi|mı|veya|ya)$/.test(next.lower);
  const strong = /(?:[dt][ıiuü]ğ[ıiuü]n|[ae]c[ae]ğ[ıi]n|[dt][ıiuü]kl[ae]r[ıi]n[ıi])/u.test(f);
  if (!tagged && !strong) return undefined;
  if (CONVERB.test(f)) return 'converb';
  if (NOMINAL.test(f)) return 'nominal';
  if (FINITE.test(f) && !(noun && /(?:m[ıiuü]ş|[ae]c[ae]k|[aeıiuü]r)$/u.test(f) && t.feat('VerbForm') === 'Part')) return 'finite';
  if (PARTICIPLE.test(f)) return 'participle';
  if (t.feat('VerbForm') === 'Conv') return 'converb';
  if (t.feat('VerbForm') === 'Part') return 'participle';
  if (t.feat('VerbForm') === 'Vnoun') return 'nominal';
  return t.upos === 'VERB' && t.feat('Tense') !== undefined && t.feat('VerbForm') === undefined && t.feat('Case') === undefined ? 'finite' : undefined;
};

/** Verbal nouns that name a thing (agreement, talks, statement), in any case. */
const LEXICAL_NOUN = /^(?:anlaşma|görüşme|açıklama|konuşma|soruşturma|çatışma|uzlaşma|düzenleme|yapılanma|uygulama|gelişme|suçlama|çalışma|araştırma|toplantı|sözleşme|danışma|savunma|müzakere|dokunma|saldırma|kısıtlama|güvenlik|ödeme|yardımlaşma|kınama|buluşma|normalleşme|dayanışma|antlaşma)(?:l[ae]r)?(?:s?[ıi])?(?:n[ıi]n?|n[ae]|nd[ae]n?|yl[ae]|y[ıiae]|d[ae]n?|nın|nin)?$/u;

/** Whether the next token is the rest of the same word. */
export const isGlued = (t: Token, next: Token | undefined): boolean => next !== undefined && next.start <= t.end && next.sentence === t.sentence && /^\p{L}/u.test(next.form);

/** The first token after `i` that is no split-off part of its word. */
export const nextWord = (tokens: readonly Token[], i: number): Token | undefined => {
  let k = i;
  while (tokens[k + 1] && isGlued(tokens[k], tokens[k + 1])) k++;
  return tokens[k + 1];
};

/** Genitive ending: the subject of a nominalised clause (Bulgaristan'ın, bakanlığın). */
export const isGenitive = (t: Token): boolean => t.feat('Case') === 'Gen' || /['’]n?[ıiuü]n$/u.test(t.lower);

/** The whole word, lower case, that token `i` begins: a splitter may have cut "bildirdi" into "bildir" and "di". */
export const wholeWord = (tokens: readonly Token[], i: number): string => {
  let word = tokens[i].lower;
  for (let k = i; tokens[k + 1] && isGlued(tokens[k], tokens[k + 1]); k++) word += tokens[k + 1].start >= tokens[k].end ? tokens[k + 1].lower : '';
  return word;
};

/** Whether a token is a split-off part of the word before it. */
export const isTail = (tokens: readonly Token[], i: number): boolean => i > 0 && isGlued(tokens[i - 1], tokens[i]);

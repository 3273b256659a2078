/** A sentence as Turkish reporting frames are looked for in it, and the reporting verb at a word. */
import type { Token } from '../../../language/doc.ts';
import { isTail, nextWord, wholeWord } from '../../dates/tr-forms.ts';
import { isCapital } from '../frame.ts';
import type { Cue } from '../lexicon.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { RE_CONVERB, RE_FINITE, RE_NOMINAL, RE_PARTICIPLE, RE_PASSIVE, RE_PASSIVE_PARTICIPLE, stemsOf } from './forms.ts';
import type { Shape } from './forms.ts';

export interface Hit {
  /** The inflected word. */
  at: number;
  /** First word of the cue ("öne" in "öne sürdü"). */
  first: number;
  cue: Cue;
  shape: Shape;
}

export const low = (t: Token | undefined): string => t?.lower ?? '';

/** The reporting verb that ends at a token. */
export const cueAt = (site: MentionedSite, i: number): Hit | undefined => {
  const { tokens } = site.doc;
  if (isTail(tokens, i)) return undefined;
  const word = wholeWord(tokens, i);
  if (word.length < 3 || isCapital(tokens[i]) && i > site.first) return undefined;
  if (word === 'sözleriyle' || word === 'sözleri' || word === 'ifadeleriyle') {
    return QUOTE_MARK.test(tokens[i - 1]?.form ?? '') ? { at: i, first: i, cue: { lemma: 'sözleriyle', stance: 'assert', frames: new Set(['quote']), rest: [] }, shape: 'converb' } : undefined;
  }
  for (const { cue, stems } of stemsOf(site.words).get(word.slice(0, 2)) ?? []) {
    for (const stem of stems) {
      if (!word.startsWith(stem)) continue;
      const rest = word.slice(stem.length);
      // "de" is also a particle; only its inflected verb counts.
      const shortened = stem !== stems[0];
      if ((stem === 'de' || stem === 'di') && !/^(?:d[ıi](?:l[ae]r|m|k)?|yor(?:du|lar)?|yen(?:l[ae]r)?|mişt?[iı]?|yerek|r|rken|di)$/u.test(rest)) continue;
      let shape: Shape | undefined;
      if (shortened && /[aeıiuü]$/u.test(stems[0]) && stems[0] !== 'de' ? /^[ıiuü]?yor/u.test(rest) : true) {
        if (RE_FINITE.test(rest)) shape = 'finite';
        else if (RE_PASSIVE.test(rest)) shape = 'passive';
        else if (RE_PARTICIPLE.test(rest)) shape = 'participle';
        else if (RE_PASSIVE_PARTICIPLE.test(rest)) shape = 'passive participle';
        else if (RE_CONVERB.test(rest)) shape = 'converb';
        else if (RE_NOMINAL.test(rest)) shape = 'nominal';
      }
      if (!shape) continue;
      let ok = true;
      let first = i;
      for (let k = cue.rest.length - 1, at = i - 1; k >= 0; k--, at--) {
        if (low(tokens[at]) !== cue.rest[k] && !(cue.rest[k].length > 4 && low(tokens[at]).startsWith(cue.rest[k]))) {
          ok = false;
          break;
        }
        first = at;
      }
      if (!ok) continue;
      // "diye konuştu", "şeklinde konuştu", "diyerek sürdürdü"
      while (/^(?:diye|şeklinde|biçiminde|olarak|da|de|ise)$/.test(low(tokens[first - 1])) && first - 1 > site.first && first === (cue.rest.length ? first : i)) {
        if (/^(?:da|de|ise|olarak)$/.test(low(tokens[first - 1])) && !QUOTE_MARK.test(tokens[first - 2]?.form ?? '')) break;
        first--;
      }
      return { at: i, first, cue, shape };
    }
  }
  return undefined;
};

/** A case ending that keeps a word from being a subject. */
const OBLIQUE = /(?:['’](?:n?[dt][ae]n?|y?[ae]|n?[ıiuü]n|y?[ıiuü]|n[ıiuü]|n[ae]|yl[ae]|l[ae]|[dt][ae]ki)$)/u;

export const isNominative = (t: Token): boolean => {
  if (OBLIQUE.test(t.lower)) return false;
  const c = t.feat('Case');
  if (c !== undefined && c !== 'Nom') {
    // Foreign names look inflected to a tagger; a capital without apostrophe is taken for the bare name.
    return isCapital(t) && !/['’]/.test(t.form) && !/(?:ndan|nden|nda|nde|nın|nin|nun|nün)$/u.test(t.lower);
  }
  return !/(?:s[ıi]n[ae]|s[ıi]nd[ae]n?|s[ıi]n[ıi]n?|l[ae]r[ıi]nd[ae]n?|l[ae]r[ıi]n[ıi]?n?)$/u.test(t.lower);
};

export const isNominal = (t: Token): boolean => t.upos === 'NOUN' || t.upos === 'PROPN' || t.upos === 'PRON' || t.upos === 'ADJ' || t.upos === 'NUM' || isCapital(t) || t.form === ')';
export const CONNECTIVE = /^(?:öte|yandan|ayrıca|bununla|birlikte|buna|karşın|rağmen|ancak|fakat|ama|oysa|ve|bu|arada|kapsamda|çerçevede|ise|de|da|yine|dün|bugün|nitekim|üstelik|diğer|taraftan|son|olarak|bunun|üzerine|hâlâ|hala|konuya|ilişkin|dolayısıyla)$/;

/** First token after the word that token `i` begins. */
export const afterWord = (site: MentionedSite, i: number): number => nextWord(site.doc.tokens, i)?.i ?? i + 1;

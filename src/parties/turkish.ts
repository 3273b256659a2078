/** Suffix chains on Turkish nouns and names, over folded spelling (one `i` for ı and i). */

/** Plural, possessive and case endings in their order, then the copula; every part optional. */
const CHAIN = new RegExp(
  '^(?:l[ae]r)?' +
  '(?:s?[iuü]|[iuü]?m|[iuü]?n|[iuü]?m[iuü]z|[iuü]?n[iuü]z)?' +
  '(?:n?[iuü]n|[yn]?[ae]|[yn]?[iuü]|n?[dt][ae]n?|y?l[ae]|n?c[ae]|n?[dt][ae]ki(?:l[ae]r)?(?:n?[iuü]n?|n?[ae])?)?' +
  '(?:[dt][iuü]r|y[dm][iuü]ş?|[dm][iuü]ş?|ki|ys[ae])?$',
);

const SOFT: Record<string, string> = { ğ: 'k', b: 'p', c: 'ç', d: 't' };

/** Whether what follows a noun stem could be a chain of nominal suffixes. */
export function isSuffixChain(rest: string): boolean {
  return rest.length === 0 || (rest.length <= 12 && CHAIN.test(rest));
}

/** A stem that a form can be read as, and the suffixes left over. */
export interface Stem {
  base: string;
  suffix: string;
}

/** All stems in a vocabulary that a folded form may be built on, longest first; the form itself is one where listed. */
export function stemsOf(form: string, vocabulary: ReadonlySet<string>): Stem[] {
  const found: Stem[] = [];
  for (let cut = form.length; cut >= 2; cut--) {
    const base = form.slice(0, cut);
    const rest = form.slice(cut);
    const hit = vocabulary.has(base);
    const hard = rest && SOFT[base.charAt(cut - 1)];
    const softened = hard ? base.slice(0, -1) + hard : '';
    if (!hit && !(softened && vocabulary.has(softened))) continue;
    if (!isSuffixChain(rest)) continue;
    if (hit) found.push({ base, suffix: rest });
    else if (/^[aeiuüoö]/.test(rest)) found.push({ base: softened, suffix: rest });
  }
  return found;
}

/** The `-lı` word of a name by vowel harmony: Litvanya, Litvanyalı; Ürdün, Ürdünlü. In and out: text as written. */
export function withLi(name: string): string {
  const vowels = [...name.toLocaleLowerCase('tr')].filter((c) => 'aeıioöuü'.includes(c));
  const last = vowels.at(-1) ?? 'e';
  const vowel = 'aı'.includes(last) ? 'ı' : 'ei'.includes(last) ? 'i' : 'ou'.includes(last) ? 'u' : 'ü';
  return `${name}l${vowel}`;
}

export type TurkishEnding = 'bare' | 'gen' | 'acc' | 'dat' | 'loc' | 'abl' | 'ins' | 'equ';

/**
 * The case that a chain of suffixes ends in; `bare` for none or a possessive alone. After a consonant `-ı/-i` is
 * read as accusative on names (`apostrophe`) and as possessive on common nouns.
 */
export function endingOf(suffix: string, apostrophe: boolean): TurkishEnding {
  if (suffix === '') return 'bare';
  const s = suffix.replace(/(?:[dt][iuü]r|ki)$/, '');
  if (/n?[dt][ae]n$/.test(s)) return 'abl';
  if (/[dt][ae]$/.test(s)) return 'loc';
  if (/(?:^|y|[iuü])l[ae]$/.test(s)) return 'ins';
  if (/n?[iuü]n$/.test(s)) return 'gen';
  if (/c[ae]$/.test(s)) return 'equ';
  if (/(?:[yn]|^)[ae]$/.test(s) || /[iuü]n[ae]$/.test(s)) return 'dat';
  if (/[yn][iuü]$/.test(s) || (apostrophe && /^[iuü]$/.test(s))) return 'acc';
  return 'bare';
}


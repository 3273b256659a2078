/** The forms of Turkish reporting verbs, read from their suffixes. */
import type { Cue, ReportingWords } from '../lexicon.ts';

/** How a reporting verb stands: its own clause, its passive, before a noun, leaning on another verb, or as an argument. */
export type Shape = 'finite' | 'passive' | 'participle' | 'passive participle' | 'converb' | 'nominal';

const PASSIVE = '(?:[ıiuü]l|[ıiuü]?n)';
const FINITE = '(?:[dt][ıiuü]|m[ıiuü]ş(?:t[ıiuü]r?)?|[ıiuü]?yor(?:du)?|m[ae]kt[ae](?:yd[ıi]|d[ıi]r)?|[ae]c[ae]k(?:t[ıi]r?)?|[ae]?r|[ıiuü]r|m[ae]d[ıi]|m[ıiuü]yor(?:du)?|m[ae]m[ıi]ş(?:t[ıi])?)(?:l[ae]r)?(?:d[ıiuü]r)?(?:k|m|[ıiuü]m|[ıiuü]z)?';
export const RE_FINITE = new RegExp(`^y?${FINITE}$`, 'u');
export const RE_PASSIVE = new RegExp(`^${PASSIVE}${FINITE}$`, 'u');
export const RE_PARTICIPLE = /^y?(?:[ae]n(?:l[ae]r)?(?:[ıiuü]n?|l[ae]|[ae])?)$/u;
export const RE_PASSIVE_PARTICIPLE = new RegExp(`^${PASSIVE}(?:[ae]n(?:l[ae]r)?|m[ıiuü]ş)$`, 'u');
export const RE_CONVERB = /^y?(?:[ae]r[ae]k|[ıiuü]p|(?:[ıiuü]r|[ae]r|r)ken|m[ae]kl[ae]|[ıiuü]yorken)$/u;
export const RE_NOMINAL = /^y?(?:[dt][ıiuü]ğ[ıiuü].*|[dt][ıiuü]kl[ae]r[ıi].*|m[ae]s[ıi].*|m[ae]k.*)$/u;

/** Stems change before some endings: söyle -> söylüyor, de -> diyen, et -> edil. */
const variants = (stem: string): string[] => {
  const out = [stem];
  if (stem.endsWith('t') && stem.length > 1) out.push(`${stem.slice(0, -1)}d`);
  if (stem === 'de') out.push('di');
  if (/[aeıiuü]$/u.test(stem) && stem !== 'de') out.push(stem.slice(0, -1));
  return out;
};

interface Matcher {
  cue: Cue;
  stems: string[];
}

let matchers: Map<string, Matcher[]> | undefined;

/** Cues by the first two letters of their last stem. */
export const stemsOf = (words: ReportingWords): Map<string, Matcher[]> => {
  if (matchers) return matchers;
  matchers = new Map();
  for (const [stem, cues] of words.verbs) {
    for (const cue of cues) {
      const m = { cue, stems: variants(stem) };
      for (const key of new Set(m.stems.map((s) => s.slice(0, 2)))) {
        const list = matchers.get(key);
        if (list) list.push(m);
        else matchers.set(key, [m]);
      }
    }
  }
  for (const list of matchers.values()) list.sort((a, b) => b.cue.rest.length - a.cue.rest.length || b.stems[0].length - a.stems[0].length || (a.cue.lemma < b.cue.lemma ? -1 : 1));
  return matchers;
};

export const soften = (s: string): string => s.replace(/ğ$/u, 'k').replace(/b$/u, 'p').replace(/d$/u, 't').replace(/c$/u, 'ç');

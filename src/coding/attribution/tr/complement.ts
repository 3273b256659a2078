/** What a Turkish reporting verb takes: a nominalised clause, a noun of saying, an accusation, an object. */
import { isComma } from '../frame.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { low } from './site.ts';
import type { Hit } from './site.ts';

/** The ending of a clause made an object: -dığını, -acağını, -ması gerektiğini, -mek istediğini; "yönünde", "şeklinde". */
const COMPLEMENT = /(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]n[ıi]|[ae]c[ae]ğ[ıi]n[ıi]|[ae]c[ae]kl[ae]r[ıi]n[ıi]|[dt][ıiuü]ğ[ıiuü]n[ae]|[ae]c[ae]ğ[ıi]n[ae]|[dt][ıiuü]kl[ae]r[ıi]n[ae]|[ae]c[ae]kl[ae]r[ıi]n[ae]|m[ae]s[ıi]n[ıi]|m[ae]l[ae]r[ıi]n[ıi]|m[ae]y[ıi]|[dt][ıiuü]ğ[ıiuü]m[ıi]z[ıi]|[dt][ıiuü]ğ[ıiuü]|[ae]c[ae]ğ[ıi]|[ae]c[ae]kl[ae]r[ıi]|[dt][ıiuü]kl[ae]r[ıi]|lığını|liğini)$/u;

const COMPLEMENT_NOUN = /^(?:iddia|haber|söylenti|suçlama|ihbar|savı|bilgi|görüş)\p{L}*$/u;

export const hasComplement = (site: MentionedSite, first: number, end: number, reach = 5): boolean => {
  for (let k = end - 1; k >= Math.max(first, end - reach); k--) {
    const t = site.doc.tokens[k];
    if (COMPLEMENT.test(t.lower)) return true;
    if (/^(?:yönünde|şeklinde|biçiminde|diye|üzere)$/.test(t.lower)) return true;
    if (isComma(t) && k < end - 1) return false;
  }
  return false;
};

const hasNounComplement = (site: MentionedSite, first: number, end: number): boolean => {
  for (let k = end - 1; k >= Math.max(first, end - 4); k--) if (COMPLEMENT_NOUN.test(site.doc.tokens[k].lower)) return true;
  return false;
};

/** "-makla suçladı", "-le suçladı". */
export const hasAccusation = (site: MentionedSite, first: number, end: number): boolean => {
  const t = site.doc.tokens[end - 1];
  return end > first && t !== undefined && (/(?:m[ae]kl[ae]|yl[ae]|l[ae])$/u.test(t.lower) || QUOTE_MARK.test(t.form));
};

export const objectFrame = (site: MentionedSite, hit: Hit, first: number): boolean => {
  const { frames } = hit.cue;
  // Denying: only what is said; refusing a threat or a plan is an act of its own.
  if (frames.has('dık') && hasComplement(site, first, hit.first, hit.cue.stance === 'deny' ? 1 : 5)) return true;
  if (frames.has('np') && (hasNounComplement(site, first, hit.first) || /^(?:kına|eleştir|lanetle|sorumlu tut)$/.test(hit.cue.lemma))) return true;
  if (frames.has('mesine') && /(?:m[ae]s[ıi]n[ae])$/u.test(low(site.doc.tokens[hit.first - 1]))) return true;
  return frames.has('makla') && hasAccusation(site, first, hit.first);
};

/** A subject that comes after a finished complement belongs to another verb. */
export const containsComplementBefore = (site: MentionedSite, start: number, end: number): boolean => {
  for (let k = start; k < end; k++) if (/(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]c[ae]ğ[ıi]n[ıi])$/u.test(site.doc.tokens[k].lower)) return true;
  return false;
};

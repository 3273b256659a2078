/** A sentence as English reporting frames are looked for in it, and the reporting verb at a word. */
import type { Token } from '../../../language/doc.ts';
import type { Cue } from '../lexicon.ts';
import type { Site } from '../site.ts';

export const COORDINATOR = /^(?:and|but|while|yet|although|though|whereas)$/;

export interface QuotedSite extends Site {
  inQuote: (i: number) => boolean;
}

/** The reporting verb at a token, if its form and tag allow one. */
export const cueAt = (site: QuotedSite, i: number): Cue | undefined => {
  const t = site.doc.tokens[i];
  const cues = site.words.verbs.get(t.lower);
  if (!cues) return undefined;
  if (t.upos !== 'VERB' && t.upos !== 'AUX') {
    // A tagger may take "reports" or "states" for a noun; only unmistakable forms pass without the tag.
    const clear = /^(?:said|says|told|wrote|insists|adds|argues|writes|thinks|believes|denies|denied|announced|added)$/.test(t.lower) || (site.doc.tokens[i + 1]?.lower === 'that' && t.upos !== 'NOUN') || (site.doc.tokens[i + 1]?.lower === 'that' && /(?:s|ers|ts)$/.test(site.doc.tokens[i - 1]?.lower ?? '') && !t.lower.endsWith('s'));
    if (!clear) return undefined;
  }
  for (const cue of cues) {
    if (!cue.rest.length) return cues.length > 1 && cues.some((c) => c.rest.length && c.rest.every((w, k) => site.doc.tokens[i + 1 + k]?.lower === w)) ? cues.find((c) => c.rest.length) : cue;
    if (cue.rest.every((w, k) => site.doc.tokens[i + 1 + k]?.lower === w)) return cue;
  }
  return undefined;
};

export const isFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger' && t.feat('VerbForm') !== 'Inf';
export const SUBORDINATOR = /^(?:after|before|while|although|though|when|if|because|as|since|until|once|unless|despite|in|on|at|during|under|for|from|by|with|without|to|of|amid|following|speaking|asked|according)$/;

/** Verbs that newsrooms let stand before a clause without "that". */
export const BARE_CLAUSE = /^(?:say|think|believe|claim|hope|fear|insist|tell|predict|reckon|add|warn|argue|admit|suspect|estimate|write|announce|note|report)$/;

export const hasFiniteBefore = (site: QuotedSite, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isFinite(site.doc.tokens[i])) return true;
  return false;
};

/** Where Turkish clauses begin, and where what is said begins in them. */
import { nextWord, turkishForm } from '../../dates/tr-forms.ts';
import { isComma, isHardBreak } from '../frame.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { low } from './site.ts';
import type { Hit } from './site.ts';

/** Where the clause of a cue starts: after the last finite verb, converb cue, semicolon or colon before it. */
export const clauseStart = (site: MentionedSite, i: number, hits: readonly Hit[]): { start: number; inherits: boolean } => {
  const { tokens } = site.doc;
  let depth = 0;
  for (let k = i - 1; k >= site.first; k--) {
    const t = tokens[k];
    if (/^[”»]$/.test(t.form)) depth++;
    else if (/^[“«]$/.test(t.form)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (isHardBreak(t)) return { start: k + 1, inherits: t.form === ';' };
    const next = low(nextWord(tokens, k));
    if (next !== ',' && next !== 've' && next !== 'ancak' && next !== 'ama' && next !== 'fakat') {
      continue;
    }
    const hit = hits.find((h) => h.at === k);
    const form = turkishForm(t, tokens[k + 1]);
    if (form === 'finite' || (hit && (hit.shape === 'finite' || hit.shape === 'passive' || hit.shape === 'converb')) || /(?:ken)$/u.test(t.lower) && form === 'converb') {
      let start = (nextWord(tokens, k)?.i ?? k + 1) + 1;
      while (/^(?:ancak|ama|fakat|ve|ise|,)$/.test(low(tokens[start])) && start < i) start++;
      return { start, inherits: true };
    }
  }
  return { start: site.first, inherits: false };
};

/** What the frame says of place and manner: "X'teki paylaşımında", "Ortak basın toplantısında", "sonrasında," stand outside the content. */
const SETTING = /(?:açıklama|toplantı|paylaşım|konuşma|mesaj|demec|demeç|söyleşi|röportaj|mülakat|yazı|bildiri|programı|programd|yayın|hesab|twiti|tweeti|mektub|oturum|brifing|sunum)\p{L}*(?:nd[ae]|d[ae]|nd[ae]n|d[ae]n|yl[ae])$/u;

const SETTING_TAIL = /^(?:sırasında|esnasında|sonrasında|ardından|öncesinde|sonra|üzerine|vesilesiyle)$/u;

/** Where the content starts in `[start, end)`: after what only sets the scene. */
export const contentStart = (site: MentionedSite, start: number, end: number): number => {
  const { tokens } = site.doc;
  let at = start;
  for (let k = start; k < end; k++) {
    const t = tokens[k];
    if (QUOTE_MARK.test(t.form)) break;
    if (SETTING.test(t.lower) && !(k + 1 < end && /^(?:yap|yayım|yayın|ver|düzen)/.test(low(tokens[k + 1])))) at = isComma(tokens[k + 1]) ? k + 2 : k + 1;
    else if (SETTING_TAIL.test(t.lower) && isComma(tokens[k + 1]) && !tokens.slice(at, k).some((x) => turkishForm(x, undefined) === 'nominal')) at = k + 2;
    // A nominalised clause has begun: no more setting.
    if (/(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]c[ae]ğ[ıi]n[ıi])$/u.test(t.lower)) break;
  }
  while (at < end && /^(?:ise|de|da)$/.test(tokens[at].lower)) at++;
  return at < end ? at : start;
};

/**
 * Turkish reporting frames: "X, ... -dığını belirtti", "X'e göre", "... diyen X", "bildirildi", "görüşünde". Read from
 * suffixes, commas and the order of verbs; the tree only helps to find a subject.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { isGenitive, isTail, nextWord, turkishForm, wholeWord } from '../dates/tr-forms.ts';
import { afterDateline, childBy, hasVerb, isCapital, isComma, isHardBreak, isWord, wordy } from './frame.ts';
import type { Frame, Range, Voice } from './frame.ts';
import type { Cue, ReportingWords } from './lexicon.ts';
import { reportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';

const QUOTE_MARK = /^[“”„"«»]$/;

/** How a reporting verb stands: its own clause, its passive, before a noun, leaning on another verb, or as an argument. */
type Shape = 'finite' | 'passive' | 'participle' | 'passive participle' | 'converb' | 'nominal';

interface Hit {
  /** The inflected word. */
  at: number;
  /** First word of the cue ("öne" in "öne sürdü"). */
  first: number;
  cue: Cue;
  shape: Shape;
}

interface Site {
  doc: Doc;
  words: ReportingWords;
  first: number;
  last: number;
  sentence: number;
  /** Whether a token is the head of a mention. */
  isHead: (i: number) => boolean;
}

const low = (t: Token | undefined): string => t?.lower ?? '';

const PASSIVE = '(?:[ıiuü]l|[ıiuü]?n)';
const FINITE = '(?:[dt][ıiuü]|m[ıiuü]ş(?:t[ıiuü]r?)?|[ıiuü]?yor(?:du)?|m[ae]kt[ae](?:yd[ıi]|d[ıi]r)?|[ae]c[ae]k(?:t[ıi]r?)?|[ae]?r|[ıiuü]r|m[ae]d[ıi]|m[ıiuü]yor(?:du)?|m[ae]m[ıi]ş(?:t[ıi])?)(?:l[ae]r)?(?:d[ıiuü]r)?(?:k|m|[ıiuü]m|[ıiuü]z)?';
const RE_FINITE = new RegExp(`^y?${FINITE}$`, 'u');
const RE_PASSIVE = new RegExp(`^${PASSIVE}${FINITE}$`, 'u');
const RE_PARTICIPLE = /^y?(?:[ae]n(?:l[ae]r)?(?:[ıiuü]n?|l[ae]|[ae])?)$/u;
const RE_PASSIVE_PARTICIPLE = new RegExp(`^${PASSIVE}(?:[ae]n(?:l[ae]r)?|m[ıiuü]ş)$`, 'u');
const RE_CONVERB = /^y?(?:[ae]r[ae]k|[ıiuü]p|(?:[ıiuü]r|[ae]r|r)ken|m[ae]kl[ae]|[ıiuü]yorken)$/u;
const RE_NOMINAL = /^y?(?:[dt][ıiuü]ğ[ıiuü].*|[dt][ıiuü]kl[ae]r[ıi].*|m[ae]s[ıi].*|m[ae]k.*)$/u;

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
const stemsOf = (words: ReportingWords): Map<string, Matcher[]> => {
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

/** The reporting verb that ends at a token. */
const cueAt = (site: Site, i: number): Hit | undefined => {
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
const isNominative = (t: Token): boolean => {
  if (OBLIQUE.test(t.lower)) return false;
  const c = t.feat('Case');
  if (c !== undefined && c !== 'Nom') {
    // Foreign names look inflected to a tagger; a capital without apostrophe is taken for the bare name.
    return isCapital(t) && !/['’]/.test(t.form) && !/(?:ndan|nden|nda|nde|nın|nin|nun|nün)$/u.test(t.lower);
  }
  return !/(?:s[ıi]n[ae]|s[ıi]nd[ae]n?|s[ıi]n[ıi]n?|l[ae]r[ıi]nd[ae]n?|l[ae]r[ıi]n[ıi]?n?)$/u.test(t.lower);
};
const isNominal = (t: Token): boolean => t.upos === 'NOUN' || t.upos === 'PROPN' || t.upos === 'PRON' || t.upos === 'ADJ' || t.upos === 'NUM' || isCapital(t) || t.form === ')';

const POSTPOSITION = /^(?:karşılık|üzerine|göre|ilişkin|yönelik|karşı|için|gibi|dair|ait|rağmen|kadar|ile|ve|veya|tarafından|hakkında|sonrası|öncesi|nedeniyle)$/;
const CONNECTIVE = /^(?:öte|yandan|ayrıca|bununla|birlikte|buna|karşın|rağmen|ancak|fakat|ama|oysa|ve|bu|arada|kapsamda|çerçevede|ise|de|da|yine|dün|bugün|nitekim|üstelik|diğer|taraftan|son|olarak|bunun|üzerine|hâlâ|hala|konuya|ilişkin|dolayısıyla)$/;

/** Where the clause of a cue starts: after the last finite verb, converb cue, semicolon or colon before it. */
const clauseStart = (site: Site, i: number, hits: readonly Hit[]): { start: number; inherits: boolean } => {
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

/** The subject of a finite or converb cue within its clause: the first nominative phrase marked off by a comma or a particle. */
const subjectIn = (site: Site, start: number, end: number, verb: number): Range | undefined => {
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
const phraseStart = (site: Site, k: number, floor: number): number => {
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
const phraseAfter = (site: Site, start: number): Range | undefined => {
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

/** First token after the word that token `i` begins. */
const afterWord = (site: Site, i: number): number => nextWord(site.doc.tokens, i)?.i ?? i + 1;

/** What the frame says of place and manner: "X'teki paylaşımında", "Ortak basın toplantısında", "sonrasında," stand outside the content. */
const SETTING = /(?:açıklama|toplantı|paylaşım|konuşma|mesaj|demec|demeç|söyleşi|röportaj|mülakat|yazı|bildiri|programı|programd|yayın|hesab|twiti|tweeti|mektub|oturum|brifing|sunum)\p{L}*(?:nd[ae]|d[ae]|nd[ae]n|d[ae]n|yl[ae])$/u;
const SETTING_TAIL = /^(?:sırasında|esnasında|sonrasında|ardından|öncesinde|sonra|üzerine|vesilesiyle)$/u;

/** Where the content starts in `[start, end)`: after what only sets the scene. */
const contentStart = (site: Site, start: number, end: number): number => {
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

/** The ending of a clause made an object: -dığını, -acağını, -ması gerektiğini, -mek istediğini; "yönünde", "şeklinde". */
const COMPLEMENT = /(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]n[ıi]|[ae]c[ae]ğ[ıi]n[ıi]|[ae]c[ae]kl[ae]r[ıi]n[ıi]|[dt][ıiuü]ğ[ıiuü]n[ae]|[ae]c[ae]ğ[ıi]n[ae]|[dt][ıiuü]kl[ae]r[ıi]n[ae]|[ae]c[ae]kl[ae]r[ıi]n[ae]|m[ae]s[ıi]n[ıi]|m[ae]l[ae]r[ıi]n[ıi]|m[ae]y[ıi]|[dt][ıiuü]ğ[ıiuü]m[ıi]z[ıi]|[dt][ıiuü]ğ[ıiuü]|[ae]c[ae]ğ[ıi]|[ae]c[ae]kl[ae]r[ıi]|[dt][ıiuü]kl[ae]r[ıi]|lığını|liğini)$/u;
const COMPLEMENT_NOUN = /^(?:iddia|haber|söylenti|suçlama|ihbar|savı|bilgi|görüş)\p{L}*$/u;

const hasComplement = (site: Site, first: number, end: number, reach = 5): boolean => {
  for (let k = end - 1; k >= Math.max(first, end - reach); k--) {
    const t = site.doc.tokens[k];
    if (COMPLEMENT.test(t.lower)) return true;
    if (/^(?:yönünde|şeklinde|biçiminde|diye|üzere)$/.test(t.lower)) return true;
    if (isComma(t) && k < end - 1) return false;
  }
  return false;
};

const hasNounComplement = (site: Site, first: number, end: number): boolean => {
  for (let k = end - 1; k >= Math.max(first, end - 4); k--) if (COMPLEMENT_NOUN.test(site.doc.tokens[k].lower)) return true;
  return false;
};

/** "-makla suçladı", "-le suçladı". */
const hasAccusation = (site: Site, first: number, end: number): boolean => {
  const t = site.doc.tokens[end - 1];
  return end > first && t !== undefined && (/(?:m[ae]kl[ae]|yl[ae]|l[ae])$/u.test(t.lower) || QUOTE_MARK.test(t.form));
};

const objectFrame = (site: Site, hit: Hit, first: number): boolean => {
  const { frames } = hit.cue;
  // Denying: only what is said; refusing a threat or a plan is an act of its own.
  if (frames.has('dık') && hasComplement(site, first, hit.first, hit.cue.stance === 'deny' ? 1 : 5)) return true;
  if (frames.has('np') && (hasNounComplement(site, first, hit.first) || /^(?:kına|eleştir|lanetle|sorumlu tut)$/.test(hit.cue.lemma))) return true;
  if (frames.has('mesine') && /(?:m[ae]s[ıi]n[ae])$/u.test(low(site.doc.tokens[hit.first - 1]))) return true;
  return frames.has('makla') && hasAccusation(site, first, hit.first);
};

/** Frames of one sentence: verbs of saying, "göre", predicates of opinion. */
export const turkishFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean, isHead: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: Site = { doc, words: reportingWords('tr'), first: afterDateline(doc, sentence), last: s.last, sentence, isHead };
  if (/^[—–-]$/.test(doc.tokens[site.first]?.form ?? '')) site.first++;
  const { tokens } = doc;
  const hits: Hit[] = [];
  const frames: Frame[] = [];
  for (let i = site.first; i < site.last; i++) {
    if (!isWord(tokens[i])) continue;
    const hit = cueAt(site, i);
    if (hit) hits.push(hit);
    else if (tokens[i].lower === 'göre' || tokens[i].lower === 'bakılırsa') {
      const frame = goreFrame(site, i);
      if (frame) frames.push(frame);
    } else {
      const predicate = site.words.predicates.get(tokens[i].lower);
      if (predicate) hits.push({ at: i, first: i, cue: predicate, shape: 'finite' });
    }
  }
  frames.push(...ownedClaims(site));
  let lastSubject: Range | undefined;
  for (const hit of hits) {
    const base = { sentence, cue: hit.at, cueLemma: hit.cue.lemma, stance: hit.cue.stance };
    const clause = clauseStart(site, hit.first, hits);
    if (hit.shape === 'nominal') {
      const frame = nominalFrame(site, hit, clause.start);
      if (frame) frames.push(frame);
      continue;
    }
    if (hit.shape === 'passive') {
      if (!hit.cue.frames.has('pass')) continue;
      const start = clause.start;
      if (!hasVerb(doc, start, hit.first) && !hasComplement(site, start, hit.first)) continue;
      // "X tarafından bildirildi": the agent speaks.
      let voice: Voice = { unnamed: true };
      let from = start;
      for (let k = hit.first - 1; k > start; k--) {
        if (tokens[k].lower === 'tarafından') {
          voice = { np: { first: phraseStart(site, k - 1, start), last: k } };
          break;
        }
        // "X'ten yapılan açıklamada", "X'in açıklamasında ... bildirildi"
        if (/^(?:açıklamada|açıklamasında|bildiride|bildirisinde|raporda|raporunda|haberde|haberinde|duyuruda|duyurusunda|mesajda|mesajında|metinde|metninde|paylaşımda|paylaşımında|yazıda|yazısında)$/.test(tokens[k].lower)) {
          const owner = ownerOf(site, k, start);
          if (owner) {
            voice = owner.voice;
            from = isComma(tokens[k + 1]) ? k + 2 : k + 1;
            break;
          }
        }
      }
      const covers = wordy(doc, [{ first: from, last: hit.first }]);
      if (covers.length) frames.push({ kind: 'unnamed' in voice ? 'evidential' : 'indirect', ...base, covers, voice });
      continue;
    }
    if (hit.shape === 'passive participle') {
      let first = hit.first;
      while (first > clause.start && !isComma(tokens[first - 1]) && !QUOTE_MARK.test(tokens[first - 1].form)) first--;
      const covers = wordy(doc, [{ first, last: hit.first }]);
      if (covers.length && hit.cue.frames.has('pass') && hasComplement(site, first, hit.first)) frames.push({ kind: 'evidential', ...base, covers, voice: { unnamed: true } });
      continue;
    }
    if (hit.shape === 'participle') {
      // "… olduğunu hatırlatan X": the noun after it speaks.
      const np = phraseAfter(site, afterWord(site, hit.at));
      if (!np) continue;
      lastSubject = np;
      const first = contentStart(site, clause.start, hit.first);
      if (!objectFrame(site, hit, first)) continue;
      const covers = wordy(doc, [{ first, last: hit.first }]);
      if (covers.length && !allQuoted(covers[0], inQuote)) frames.push({ kind: 'indirect', ...base, covers, voice: { np } });
      continue;
    }
    // Finite or converb.
    const subject = subjectIn(site, clause.start, hit.first, hit.at);
    let voice: Voice;
    let first = clause.start;
    if (subject && !(subject.first > clause.start && containsComplementBefore(site, clause.start, subject.first))) {
      lastSubject = subject;
      voice = { np: subject };
      first = subject.last;
      while (isComma(tokens[first]) || /^(?:ise|de|da)$/.test(low(tokens[first]))) first++;
      if (first >= hit.first) first = clause.start;
    } else if (lastSubject) voice = { np: lastSubject };
    else if (clause.inherits) {
      const whole = subjectIn(site, site.first, clause.start, hit.at);
      voice = whole ? { np: whole } : { again: true, sentence: tokens[hit.at].sentence };
    } else {
      // After the verb: "diyor araştırmacı X."; otherwise whoever spoke last.
      const after = phraseAfter(site, afterWord(site, hit.at));
      voice = after && after.last >= site.last - 1 && tokens.slice(after.first, after.last).some(isCapital) ? { np: after } : { again: true, sentence: tokens[hit.at].sentence };
    }
    if (!subject && !('again' in voice) && first < hit.first && 'np' in voice && voice.np.first >= first && voice.np.last <= hit.first) first = voice.np.last;
    first = contentStart(site, first, hit.first);
    if (!objectFrame(site, hit, first)) continue;
    const covers = wordy(doc, [{ first, last: hit.first }]);
    if (covers.length && !allQuoted(covers[0], inQuote)) frames.push({ kind: 'indirect', ...base, covers, voice });
  }
  return frames;
};

/**
 * A saying verb made a noun or a modifier: "X'in ... olduğunu söylediği (bildirildi)": the genitive speaks;
 * "X, ... öldürmekle suçladığı polisler": the subject of the sentence does.
 */
const nominalFrame = (site: Site, hit: Hit, start: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  if (!/(?:[dt][ıiuü]|[ae]c[ae])(?:ğ|kl)/u.test(wholeWord(tokens, hit.at))) return undefined;
  const base = { sentence: site.sentence, cue: hit.at, cueLemma: hit.cue.lemma, stance: hit.cue.stance };
  const accuses = /(?:ğ[ıiuü]|kl[ae]r[ıi])$/u.test(wholeWord(tokens, hit.at)) && hit.cue.frames.has('makla') && hasAccusation(site, start, hit.first);
  if (!accuses && !(hit.cue.frames.has('dık') && hasComplement(site, start, hit.first))) return undefined;
  for (let k = start; k < hit.first; k++) {
    if (!isGenitive(tokens[k]) || !(isCapital(tokens[k]) || site.isHead(k))) continue;
    if (accuses) break;
    let first = k + 1;
    while (isComma(tokens[first])) first++;
    first = contentStart(site, first, hit.first);
    const covers = wordy(doc, [{ first, last: hit.first }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: { np: { first: phraseStart(site, k, start), last: k + 1 } } } : undefined;
  }
  if (!accuses) return undefined;
  const subject = subjectIn(site, start, hit.first, hit.at);
  if (!subject) return undefined;
  let first = subject.last;
  while (isComma(tokens[first]) || /^(?:ise|de|da)$/.test(low(tokens[first]))) first++;
  const covers = wordy(doc, [{ first, last: hit.first }]);
  return covers.length ? { kind: 'indirect', ...base, covers, voice: { np: subject } } : undefined;
};

/** "Trump'ın ... el konulduğu yönündeki iddiasını": whoever owns the claim, inside another's denial. */
const ownedClaims = (site: Site): Frame[] => {
  const { doc } = site;
  const { tokens } = doc;
  const out: Frame[] = [];
  for (let i = site.first + 2; i < site.last; i++) {
    const m = /^(iddia|suçlama|açıklama|söylem|sav)(?:s[ıi]|l[ae]r[ıi])n[ıiae]/u.exec(tokens[i].lower);
    const link = isTail(tokens, i - 1) ? wholeWord(tokens, i - 2) : low(tokens[i - 1]);
    if (!m || !/^(?:yönündeki|ilişkin|dair|şeklindeki)$/.test(link)) continue;
    let from = i - 1;
    while (from > site.first && !isComma(tokens[from - 1]) && !isHardBreak(tokens[from - 1]) && turkishForm(tokens[from - 1], tokens[from]) !== 'finite') from--;
    for (let k = from; k < i - 1; k++) {
      if (!isGenitive(tokens[k]) || !isCapital(tokens[k])) continue;
      // A second genitive is the subject of what is claimed; without one the first may be either.
      const second = tokens.slice(k + 1, i - 1).some((t) => isGenitive(t) || t.feat('Case') === 'Gen' || t.feat('Voice') === 'Pass' || /[ıiuü]l(?:d[ıiuü]ğ|acağ|eceğ)|[ıiuü]n(?:d[ıiuü]ğ)/u.test(t.lower));
      if (second) out.push({ kind: 'indirect', covers: [{ first: k + 1, last: i }], sentence: site.sentence, cue: i, cueLemma: m[1], stance: 'assert', voice: { np: { first: phraseStart(site, k, from), last: k + 1 } } });
      break;
    }
  }
  return out;
};

const allQuoted = (r: Range, inQuote: (i: number) => boolean): boolean => inQuote(r.first) && inQuote(Math.max(r.first, r.last - 2));

/** A subject that comes after a finished complement belongs to another verb. */
const containsComplementBefore = (site: Site, start: number, end: number): boolean => {
  for (let k = start; k < end; k++) if (/(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]c[ae]ğ[ıi]n[ıi])$/u.test(site.doc.tokens[k].lower)) return true;
  return false;
};

const NOT_SOURCE = /^(?:buna|duruma|yasaya|kanuna|anlaşmaya|anlaşmasına|uzlaşıya|uzlaşısına|plana|planına|takvime|takvimine|maddeye|maddesine|karara|kararına|ona|şuna|programa|programına|sözleşmeye|sözleşmesine|protokole|protokolüne|yıla|döneme|aya|haftaya|önceye|geçmişe|kurala|kurallara|hukuka|hukukuna|anayasaya|tasarıya|teklife|mutabakata|mutabakatına|hesaba)$/;

/** Owner of a noun of saying at `k`: "X'in açıklamasına", "X'ten yapılan açıklamaya", "X'in Y'ye dayandırdığı habere". */
const ownerOf = (site: Site, k: number, floor: number): { voice: Voice; origin?: Voice; first: number } | undefined => {
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

/** "X'e göre", "X'in açıklamasına göre": the rest of the sentence, and what stands before it. */
const goreFrame = (site: Site, i: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const k = i - 1;
  const noun = low(tokens[k]);
  if (k < site.first || NOT_SOURCE.test(noun)) return undefined;
  let segment = site.first;
  for (let j = k; j >= site.first; j--) {
    if (isHardBreak(tokens[j])) {
      segment = j + 1;
      break;
    }
  }
  let saying: Cue | undefined;
  for (let n = noun.length; n >= 3 && !saying; n--) saying = site.words.sayings.get(noun.slice(0, n)) ?? (n === noun.length - 0 ? undefined : site.words.sayings.get(soften(noun.slice(0, n))));
  let voice: Voice | undefined;
  let origin: Voice | undefined;
  let first = k;
  if (saying) {
    const owner = ownerOf(site, k, segment);
    voice = owner?.voice ?? { unnamed: true };
    origin = owner?.origin;
    first = owner?.first ?? phraseStart(site, k, segment);
  } else {
    first = phraseStart(site, k, segment);
    // "Rabat'taki Mağrip Araştırmaları Merkezi'nden Selma Tazi'ye göre"
    const dative = /(?:['’]?(?:y[ae]|n[ae])|['’][ae]|[ae])$/u.test(noun);
    if (!dative) return undefined;
    // "konuşulanlara bakılırsa", "söylenenlere göre": talk without an owner.
    if (/^(?:konuşulan|söylenen|yazılan|anlatılan|aktarılan|iddia)l[ae]ra?/u.test(noun) || /^(?:konuşulanlara|söylenenlere|anlatılanlara|yazılanlara|aktarılanlara)$/.test(noun)) voice = { unnamed: true };
    const known = tokens.slice(first, i).some((t) => isCapital(t)) || [...site.words.sources].some((x) => noun.startsWith(x)) || [...site.words.roles].some((x) => noun.startsWith(x)) || tokens[k].upos === 'PRON';
    if (!known && !voice) return undefined;
    voice ??= { np: { first, last: i } };
  }
  let end = site.last;
  for (let j = i + 1; j < site.last; j++) {
    if (tokens[j].form === ';') {
      end = j;
      break;
    }
  }
  const covers = wordy(doc, [{ first: segment, last: first }, { first: isComma(tokens[i + 1]) ? i + 2 : i + 1, last: end }]).filter((r) => tokens.slice(r.first, r.last).some((t) => isWord(t) && !CONNECTIVE.test(t.lower)));
  if (!covers.length) return undefined;
  return { kind: 'according', covers, sentence: site.sentence, cue: i, cueLemma: 'göre', stance: saying?.stance ?? 'assert', voice, origin, frame: { first, last: i + 1 } };
};

const soften = (s: string): string => s.replace(/ğ$/u, 'k').replace(/b$/u, 'p').replace(/d$/u, 't').replace(/c$/u, 'ç');

/** Who speaks a quote: the frame after it ("dedi", "diyen X", "ifadesini kullandı"), with the subject before, inside or after. */
export const turkishQuoteFrame = (doc: Doc, quote: Quote, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const s = sentences[sentence];
  const limit = quote.close + 1 >= s.last && sentences[sentence + 1]?.paragraph === s.paragraph ? sentences[sentence + 1].last : s.last;
  const open = tokens[quote.open].sentence;
  const site: Site = { doc, words: reportingWords('tr'), first: afterDateline(doc, open), last: limit, sentence, isHead };
  let at = quote.close + 1;
  while (at < limit && (isComma(tokens[at]) || /^[—–-]$/.test(tokens[at].form))) at++;
  let hit: Hit | undefined;
  for (let i = at; i < Math.min(limit, at + 7); i++) {
    if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === '.') break;
    const found = cueAt(site, i);
    if (found && found.shape !== 'passive participle') {
      hit = found;
      break;
    }
  }
  if (!hit || hit.first > at + 3) {
    // "X şöyle konuştu: “...”"; "X: “...”"
    if (tokens[quote.open - 1]?.form === ':') {
      for (let i = quote.open - 2; i >= site.first; i--) {
        const found = cueAt(site, i);
        if (!found) continue;
        const subject = subjectIn(site, site.first, found.first, i);
        return { cue: i, cueLemma: found.cue.lemma, stance: found.cue.stance, voice: subject ? { np: subject } : { again: true, sentence: tokens[quote.open].sentence } };
      }
      const np = { first: site.first, last: quote.open - 1 };
      if (np.last - np.first <= 8 && isCapital(tokens[np.last - 1]) && isNominative(tokens[np.last - 1])) return { cue: quote.open - 1, cueLemma: 'de', stance: 'assert', voice: { np } };
    }
    if (!hit) return undefined;
  }
  const base = { cue: hit.at, cueLemma: hit.cue.lemma, stance: hit.cue.stance };
  if (hit.shape === 'passive') return { voice: { unnamed: true }, ...base };
  if (hit.shape === 'participle') {
    const np = phraseAfter(site, afterWord(site, hit.at));
    return np ? { voice: { np }, ...base } : undefined;
  }
  // Subject before the quote, in its clause.
  const local: Site = { ...site, last: quote.open };
  const hits: Hit[] = [];
  for (let i = site.first; i < quote.open; i++) {
    const h = isWord(tokens[i]) ? cueAt(site, i) : undefined;
    if (h) hits.push(h);
  }
  const clause = clauseStart(local, quote.open, hits);
  const subject = subjectIn(local, clause.start, quote.open, hit.at) ?? nominativeRun(local, clause.start, quote.open);
  if (subject) return { voice: { np: subject }, ...base };
  // "… belirterek, “...” dedi": the clause before has the subject; "… hatırlatan X, “...”" too.
  const participle = hits.filter((h) => h.shape === 'participle').at(-1);
  if (participle) {
    const np = phraseAfter({ ...site, last: quote.open }, participle.at + 1);
    if (np) return { voice: { np }, ...base };
  }
  if (clause.start > site.first) {
    const whole = subjectIn(local, site.first, clause.start, hit.at);
    if (whole) return { voice: { np: whole }, ...base };
  }
  // After: “...,” diyor araştırmacı X.
  const after = phraseAfter(site, afterWord(site, hit.at));
  if (after && tokens.slice(after.first, after.last).some((t) => isCapital(t))) return { voice: { np: after }, ...base };
  return { voice: { again: true, sentence: tokens[quote.open].sentence }, ...base };
};

/** A name or noun right before the quote without a comma: "Erdoğan “...” dedi". */
const nominativeRun = (site: Site, start: number, end: number): Range | undefined => {
  const { tokens } = site.doc;
  let last = end;
  while (last > start && (isComma(tokens[last - 1]) || /^[:]$/.test(tokens[last - 1].form))) last--;
  const t = tokens[last - 1];
  if (!t || last <= start || !isNominal(t) || !isNominative(t) || isGenitive(t) || (!isCapital(t) && t.upos !== 'NOUN')) return undefined;
  return { first: phraseStart(site, last - 1, start), last };
};

/** Who speaks: the subject of a Russian reporting verb, before it, after it or taken over from another clause. */
import type { Token } from '../../../language/doc.ts';
import { childBy, isCapital, isComma, subtree } from '../frame.ts';
import type { Range, Voice } from '../frame.ts';
import { NOUN_LIKE, segmentStart } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { joint } from './clauses.ts';
import { chunks, phraseAfter, phraseBefore } from './phrases.ts';
import { breaks, isFinite, low, PREPOSITION, subjectless, TIME } from './site.ts';

const NOT_SUBJECT = /^(?:это|этого|что|то|все|всё|себя)$/;

/** Gender and number a past verb asks of its subject, by its ending. */
const asks = (t: Token): 'm' | 'f' | 'n' | 'pl' | undefined => {
  const w = low(t).replace(/с[ья]$/, '');
  if (/ла$/.test(w)) return 'f';
  if (/ло$/.test(w)) return 'n';
  if (/ли$|ют$|ут$|ят$|ат$/.test(w)) return 'pl';
  if (/л$|верг$/.test(w)) return 'm';
  return undefined;
};

/** The best subject for a verb inside a stretch without commas: a nominative that no preposition governs. */
const subjectIn = (site: MentionedSite, first: number, last: number, verb: number): Range | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const wants = asks(tokens[verb]);
  const own = childBy(doc, verb, 'nsubj');
  let best = -1;
  let most = 0;
  let depth = 0;
  for (let k = first; k < last; k++) {
    const t = tokens[k];
    if (t.form === '«') depth++;
    else if (t.form === '»') depth--;
    if (depth > 0 || !(NOUN_LIKE.has(t.upos) || isCapital(t)) || NOT_SUBJECT.test(low(t)) || TIME.test(low(t))) continue;
    const kase = t.feat('Case');
    // A name a tagger gives another case may still be the subject, if its ending fits the verb.
    const fits = site.isHead(k) && isCapital(t) && ((wants === 'f' && /[аяь]$/.test(t.lower)) || (wants === 'm' && /[бвгджзйклмнпрстфхцчшщ]$/.test(t.lower)) || (wants === 'n' && /[оеы]$/.test(t.lower)));
    if (kase !== undefined && kase !== 'Nom' && k !== own && !fits) continue;
    let before = k - 1;
    while (before >= first && (tokens[before].upos === 'ADJ' || tokens[before].upos === 'DET' || tokens[before].upos === 'NUM' || tokens[before].form === '«')) before--;
    if (before >= first && PREPOSITION.test(low(tokens[before]))) continue;
    let score = kase === 'Nom' ? 2 : 1;
    if (k === own) score += 2;
    if (site.isHead(k)) score += 1.5;
    const number = t.feat('Number');
    const gender = t.feat('Gender');
    if (wants === 'pl' && number === 'Sing' && !/^и$/.test(low(tokens[k + 1]))) score -= 1.5;
    else if (wants && wants !== 'pl' && number === 'Plur') score -= 2;
    else if (wants && wants !== 'pl' && gender && !isCapital(t) && gender[0].toLowerCase() !== wants && !site.isHead(k)) score -= 1;
    else if (wants && wants !== 'pl' && gender && gender[0].toLowerCase() === wants) score += 0.6;
    // Nearer the verb is likelier, where a fronted object may look nominative too.
    score -= 0.03 * Math.abs(verb - k);
    if (score > most) {
      most = score;
      best = k;
    }
  }
  if (best < 0) return undefined;
  let from = best;
  while (from > first && (tokens[from - 1].upos === 'ADJ' || tokens[from - 1].upos === 'DET' || tokens[from - 1].upos === 'NUM') && tokens[from - 1].feat('Case') !== 'Gen') from--;
  // "пресс-секретарь российского президента Дмитрий Песков": from the title on.
  for (let k = first; k < from; k++) {
    if (tokens[k].upos === 'NOUN' && tokens[k].feat('Case') === 'Nom' && !PREPOSITION.test(low(tokens[k - 1])) && isCapital(tokens[best]) && !tokens.slice(k + 1, best).some((t) => PREPOSITION.test(low(t)) && !/^(?:по|при)$/.test(low(t)))) {
      from = k;
      break;
    }
  }
  return { first: from, last };
};

interface Speaking {
  voice: Voice;
  range?: Range;
  after: boolean;
}

/** Who speaks at a cue: what stands around the verb first, the tree where that is silent. */
export const speakerOf = (site: MentionedSite, i: number, preferAfter: boolean, depth = 0): Speaking | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const start = segmentStart(site, i);
  // "Рубио, подчеркнувший, что": a participle speaks for the noun before its comma.
  if (/(?:вший|вшая|вшее|вшие|вшего|вшей|вших|ющий|ющая|ющие|щего|щей|щих)$/.test(low(tokens[i]))) {
    const close = isComma(tokens[i - 1]) ? i - 1 : i;
    let from = close;
    while (from > start && !breaks(tokens[from - 1]) && !isFinite(tokens[from - 1])) from--;
    return from < close ? { voice: { np: { first: from, last: close } }, after: false } : undefined;
  }
  const afterPhrase = (): Speaking | undefined => {
    const plain = phraseAfter(site, i + 1);
    if (!plain) return undefined;
    const subject = subjectIn(site, plain.first, plain.last, i);
    const place = PREPOSITION.test(low(tokens[plain.first - 1])) && subjectless(site, i);
    if (!subject && !place && !preferAfter && tokens.slice(plain.first, plain.last).every((t) => t.feat('Case') !== undefined && t.feat('Case') !== 'Nom' || !NOUN_LIKE.has(t.upos))) return undefined;
    return { voice: { np: place || !subject ? plain : subject }, range: { first: i + 1, last: plain.last }, after: true };
  };
  if (preferAfter) {
    const found = afterPhrase();
    if (found) return found;
  }
  // Left of the verb, in its own stretch.
  const stretch = phraseBefore(site, i);
  // "... и вместе с тем подтвердил": joined to the verb before, not a stretch of its own.
  const tied = stretch ? tokens.slice(stretch.first, i).findLastIndex((t) => low(t) === 'и') : -1;
  const tiedNow = joint(site, start, i);
  const own = tiedNow !== i && tokens.slice(tiedNow + 1, i).every((t) => !NOUN_LIKE.has(t.upos) || NOT_SUBJECT.test(low(t)) || t.feat('Case') === 'Ins') && tiedNow > start + 1 ? undefined : stretch && tied >= 0 && tokens.slice(stretch.first + tied + 1, i).every((t) => !NOUN_LIKE.has(t.upos) || NOT_SUBJECT.test(low(t)) || t.feat('Case') === 'Ins') && tied < i - stretch.first - 1 ? undefined : stretch;
  if (own) {
    const pronoun = tokens.slice(own.first, own.last).find((t) => t.upos === 'PRON' && t.feat('Case') === 'Nom' && !NOT_SUBJECT.test(low(t)));
    if (pronoun) {
      if (/^котор/.test(low(pronoun))) {
        const close = isComma(tokens[pronoun.i - 1]) ? pronoun.i - 1 : pronoun.i;
        let from = close;
        while (from > start && !breaks(tokens[from - 1]) && !isFinite(tokens[from - 1])) from--;
        return from < close ? { voice: { np: { first: from, last: close } }, after: false } : undefined;
      }
      return { voice: { np: { first: pronoun.i, last: pronoun.i + 1 }, head: pronoun.i }, range: own, after: false };
    }
    const subject = subjectIn(site, own.first, own.last, i);
    if (subject) return { voice: { np: subject }, range: own, after: false };
    const place = PREPOSITION.test(low(tokens[own.first - 1])) && subjectless(site, i);
    if (place) {
      // "в Нджамене это отрицают": up to the object.
      let last = own.first + 1;
      while (last < own.last && tokens[last].upos !== 'PRON' && tokens[last].feat('Case') !== 'Acc') last++;
      return { voice: { np: { first: own.first, last } }, range: own, after: false };
    }
  }
  const relative = phraseRelative(site, i);
  if (relative) return relative;
  // "X, выступая в Лиме, заявил": past a stretch between commas without a verb of its own.
  const parts = chunks(site, start, i);
  for (let k = parts.length - 2; k >= 0; k--) {
    const p = parts[k];
    if (tokens.slice(p.last, i).some(isFinite)) break;
    if (tokens.slice(p.first, p.last).some(isFinite)) break;
    const subject = subjectIn(site, p.first, p.last, i);
    if (subject && (k === 0 || !PREPOSITION.test(low(tokens[p.first])))) return { voice: { np: subject }, after: false };
  }
  // Joined verbs share the first one's subject.
  if (depth < 3) {
    for (let k = i - 1; k > start; k--) {
      if (!isFinite(tokens[k]) || !/^(?:и|а|но|однако|также)$/.test(low(tokens[joint(site, k, i)]))) continue;
      if (asks(tokens[k]) !== asks(tokens[i])) continue;
      const shared = speakerOf(site, k, false, depth + 1);
      if (shared && 'np' in shared.voice) return { voice: shared.voice, after: shared.after && false };
      break;
    }
  }
  const nsubj = childBy(doc, i, 'nsubj');
  if (nsubj !== undefined && nsubj >= site.first && nsubj < site.last && !NOT_SUBJECT.test(low(tokens[nsubj]))) {
    const span = subtree(doc, nsubj);
    return { voice: { np: nsubj > i ? { first: Math.max(i + 1, span.first), last: Math.min(site.last, span.last) } : { first: Math.max(site.first, span.first), last: Math.min(i, span.last) }, head: nsubj }, after: nsubj > i };
  }
  if (preferAfter) return own ? { voice: { np: own }, range: own, after: false } : undefined;
  return afterPhrase() ?? { voice: { again: true, sentence: tokens[i].sentence }, after: false };
};

/** "..., который заявил": the noun before the relative pronoun. */
const phraseRelative = (site: MentionedSite, i: number): Speaking | undefined => {
  const { tokens } = site.doc;
  for (let k = i - 1; k > Math.max(site.first, i - 8); k--) {
    if (isFinite(tokens[k])) return undefined;
    if (!/^котор(?:ый|ая|ое|ые)$/.test(low(tokens[k]))) continue;
    const close = isComma(tokens[k - 1]) ? k - 1 : k;
    let from = close;
    while (from > site.first && !breaks(tokens[from - 1]) && !isFinite(tokens[from - 1])) from--;
    return from < close ? { voice: { np: { first: from, last: close } }, after: false } : undefined;
  }
  return undefined;
};

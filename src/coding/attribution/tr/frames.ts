/** Turkish reporting frames: "X, ... -dığını belirtti", "X'e göre", "... diyen X", "bildirildi", "görüşünde". Read from suffixes, commas and the order of verbs; the tree only helps to find a subject. */
import type { Doc } from '../../../language/doc.ts';
import { afterDateline, hasVerb, isCapital, isComma, isWord, wordy } from '../frame.ts';
import type { Frame, Range, Voice } from '../frame.ts';
import { reportingWords } from '../lexicon.ts';
import { QUOTE_MARK } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { clauseStart, contentStart } from './clauses.ts';
import { containsComplementBefore, hasComplement, objectFrame } from './complement.ts';
import { goreFrame, nominalFrame, ownedClaims } from './phrasal.ts';
import { afterWord, cueAt, low } from './site.ts';
import type { Hit } from './site.ts';
import { ownerOf, phraseAfter, phraseStart, subjectIn } from './subject.ts';

/** Frames of one sentence: verbs of saying, "göre", predicates of opinion. */
export const turkishFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean, isHead: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: MentionedSite = { doc, words: reportingWords('tr'), first: afterDateline(doc, sentence), last: s.last, sentence, isHead };
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

const allQuoted = (r: Range, inQuote: (i: number) => boolean): boolean => inQuote(r.first) && inQuote(Math.max(r.first, r.last - 2));

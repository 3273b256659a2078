/** Where the clauses of a Russian sentence begin and end. */
import type { Token } from '../../../language/doc.ts';
import { hasVerb, isComma, isDashToken, isHardBreak } from '../frame.ts';
import { NOUN_LIKE } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { low, THAT } from './site.ts';

/** The coordinator right before a verb's group, or the verb itself. */
export const joint = (site: MentionedSite, from: number, verb: number): number => {
  for (let k = verb - 1; k > from && k > verb - 5; k--) if (/^(?:и|а|но|однако|также)$/.test(low(site.doc.tokens[k]))) return k;
  return verb;
};

const agrees = (a: Token, b: Token): boolean => a.feat('Number') === b.feat('Number') && (a.feat('Gender') === b.feat('Gender') || !a.feat('Gender') || !b.feat('Gender'));

/** Left edge of the clause an interrupting frame stands in: after ", а", ", но", ", и", a colon or a relative pronoun. */
export const clauseStart = (site: MentionedSite, from: number, end: number): number => {
  const { tokens } = site.doc;
  for (let i = end - 1; i > from; i--) {
    const w = low(tokens[i]);
    if (isComma(tokens[i - 1]) && /^(?:а|но|и|однако|хотя|зато|который|которая|которое|которые|которую|которого|которых)$/.test(w)) {
      if (hasVerb(site.doc, from, i - 1)) return i;
    }
    if (tokens[i].form === ':' && i < end - 1) return i + 1;
  }
  return from;
};

/** "заявил, что A, и потребовал B": where a verb with the speaker for its subject takes over. */
export const joinedAfter = (site: MentionedSite, i: number, from: number): number => {
  const { doc } = site;
  const { tokens } = doc;
  let end = site.last;
  for (let k = from; k < site.last - 1; k++) {
    if (!/^(?:и|а|но|однако|также)$/.test(low(tokens[k])) || !(isComma(tokens[k - 1]))) continue;
    // The next verb, if nothing nominative stands before it.
    for (let j = k + 1; j < Math.min(site.last, k + 6); j++) {
      const t = tokens[j];
      if (t.upos === 'VERB') {
        const joined = t.head === i && t.deprel === 'conj';
        const alike = t.feat('Tense') === 'Past' && tokens[i].feat('Tense') === 'Past' && agrees(t, tokens[i]) && site.words.verbs.has(low(t));
        if (joined || alike) end = Math.min(end, k - 1);
        break;
      }
      if (NOUN_LIKE.has(t.upos) && t.feat('Case') === 'Nom') break;
    }
  }
  for (const c of doc.children(i)) {
    const t = tokens[c];
    if (c > from && t.deprel === 'conj' && t.upos === 'VERB') {
      let at = c;
      while (at - 1 > from && (low(tokens[at - 1]) === 'и' || isComma(tokens[at - 1]) || tokens[at - 1].upos === 'ADV')) at--;
      end = Math.min(end, at);
    }
  }
  return end;
};

export const commaAfter = (site: MentionedSite, from: number, end: number): number => {
  let depth = 0;
  for (let i = from; i < end; i++) {
    const { form } = site.doc.tokens[i];
    if (form === '«') depth++;
    else if (form === '»') depth--;
    if (depth <= 0 && (isComma(site.doc.tokens[i]) || isDashToken(site.doc.tokens[i]))) return i;
  }
  return end;
};

/** The conjunction that opens what a cue says: ", что", ", будто", or "в том, что". */
export const thatAfter = (site: MentionedSite, i: number, end: number): number | undefined => {
  const { tokens } = site.doc;
  let verbs = 0;
  for (let k = i + 1; k < Math.min(end, i + 26); k++) {
    if (THAT.test(low(tokens[k])) && (isComma(tokens[k - 1]) || low(tokens[k]) === 'будто')) {
      return low(tokens[k + 1]) === 'якобы' || low(tokens[k + 1]) === 'бы' ? k + 1 : k;
    }
    if (tokens[k].upos === 'VERB' && tokens[k].feat('VerbForm') !== 'Part' && tokens[k].feat('VerbForm') !== 'Inf') verbs++;
    if (verbs > 1 || isHardBreak(tokens[k]) || tokens[k].form === '»') return undefined;
    if (isComma(tokens[k]) && /^(?:который|которая|которые|а|но|и)$/.test(low(tokens[k + 1]))) return undefined;
  }
  return undefined;
};

/** Noun phrases beside a Russian reporting verb. */
import { isCapital, isComma } from '../frame.ts';
import type { Range } from '../frame.ts';
import { NOUN_LIKE } from '../site.ts';
import type { MentionedSite } from '../site.ts';
import { breaks, low, PREPOSITION, subjectless, TIME } from './site.ts';

/** Noun phrase right of a verb: skips "в твиттере", "во вторник", "журналистам"; ends at a comma, mark or the sentence's end. */
export const phraseAfter = (site: MentionedSite, start: number): Range | undefined => {
  const { tokens } = site.doc;
  let at = start;
  // "заявил, отклоняя эту идею, пресс-секретарь ...": past the gerund.
  if (isComma(tokens[at]) && tokens[at + 1]?.feat('VerbForm') === 'Conv') {
    let close = at + 2;
    while (close < site.last && !breaks(tokens[close])) close++;
    if (isComma(tokens[close])) at = close + 1;
  }
  let stop = at;
  let depth = 0;
  while (stop < site.last && (depth > 0 || !breaks(tokens[stop]))) {
    // A body's name in quotation marks belongs to the phrase.
    if (tokens[stop].form === '«') depth++;
    else if (tokens[stop].form === '»') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /^(?:со|ссылаясь|который|которая)$/.test(low(tokens[stop])) && stop > start) break;
    stop++;
  }
  // Leading prepositional phrases and datives are not the speaker.
  for (let n = 0; n < 4 && at < stop; n++) {
    const t = tokens[at];
    if (PREPOSITION.test(low(t))) {
      // "сообщили в правительстве Сербии": a plural verb without a subject speaks for the place.
      let k = at + 1;
      while (k < stop && (tokens[k].upos === 'ADJ' || tokens[k].upos === 'DET' || tokens[k].form === '«' || tokens[k].upos === 'NUM')) k++;
      let end = k + 1;
      while (end < stop && !TIME.test(low(tokens[k])) && (tokens[end].feat('Case') === 'Gen' || tokens[end].form === '»' || (isCapital(tokens[end]) && tokens[end].feat('Case') !== 'Nom' && tokens[end].upos !== 'PROPN'))) end++;
      if (end >= stop) return subjectless(site, start - 1) ? { first: at + 1, last: stop } : undefined;
      const rest = tokens.slice(end, stop).some((x) => NOUN_LIKE.has(x.upos));
      if (!rest) return subjectless(site, start - 1) ? { first: at + 1, last: stop } : undefined;
      at = end;
    } else if (site.words.classes.has(low(t)) && /(?:у|ю|е)$/.test(low(t)) && (tokens[at + 1]?.form === '«' || isCapital(tokens[at + 1]))) {
      // "агентству «Анадолу»": whom one tells.
      let k = at + 1;
      if (tokens[k].form === '«') while (k < stop && tokens[k].form !== '»') k++;
      at = Math.min(stop, k + 1);
    } else if (t.feat('Case') === 'Dat' && NOUN_LIKE.has(t.upos)) {
      let k = at + 1;
      while (k < stop && (tokens[k].feat('Case') === 'Dat' || tokens[k].feat('Case') === 'Gen')) k++;
      if (k >= stop) break;
      if (tokens[k].form === '«') while (k < stop && tokens[k].form !== '»') k++;
      at = tokens[k]?.form === '»' ? k + 1 : k;
    } else if (t.form === '«' && tokens.slice(at, stop).some((x) => x.form === '»') && tokens.slice(at, stop).findIndex((x) => x.form === '»') + at + 1 < stop && !/^(?:газета|агентство|телеканал)$/.test(low(tokens[at - 1]))) {
      // «Меридиану» источник: the addressee in quotation marks, where more follows.
      const k = tokens.slice(at, stop).findIndex((x) => x.form === '»') + at + 1;
      if (/(?:у|ю|ам|ям|ому|ему|ой|ей)$/.test(low(tokens[k - 2]))) at = k;
      else break;
    } else if (t.upos === 'ADV' || t.upos === 'PART') at++;
    else break;
  }
  // "написал ночью в соцсети X Густаво Петро": up to the first nominative.
  const nominative = (k: number): boolean => tokens[k].feat('Case') === 'Nom' && (NOUN_LIKE.has(tokens[k].upos) || tokens[k].upos === 'ADJ') && !PREPOSITION.test(low(tokens[k - 1]));
  if (!PREPOSITION.test(low(tokens[at - 1])) && at < stop && !nominative(at) && NOUN_LIKE.has(tokens[at].upos) && tokens[at].feat('Case') !== undefined) {
    for (let k = at + 1; k < stop; k++) {
      if (nominative(k)) {
        at = k;
        break;
      }
    }
  }
  for (let i = at; i < stop; i++) if (NOUN_LIKE.has(tokens[i].upos) || isCapital(tokens[i]) || tokens[i].upos === 'ADJ') return { first: at, last: stop };
  return undefined;
};

/** Noun phrase left of a verb, back to a comma or mark; the nominative part of it. */
export const phraseBefore = (site: MentionedSite, to: number): Range | undefined => {
  const { tokens } = site.doc;
  let end = to;
  let first = end;
  let depth = 0;
  while (first > site.first) {
    const t = tokens[first - 1];
    if (t.form === '»') depth++;
    else if (t.form === '«') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && (breaks(t) || /^(?:что|как|который|которая|которые|где|когда|если)$/.test(low(t)))) break;
    else if (depth === 0 && t.upos === 'VERB' && t.feat('VerbForm') !== 'Part') break;
    first--;
  }
  while (first < end && /^(?:и|а|но|однако|же|также|при|этом|ранее|между|тем|тоже)$/.test(low(tokens[first]))) first++;
  while (end > first && /^(?:PART|ADV|CCONJ)$/.test(tokens[end - 1].upos)) end--;
  if (first >= end) return undefined;
  // "В Пекине призвали": the place speaks.
  if (PREPOSITION.test(low(tokens[first]))) {
    let k = first + 1;
    while (k < end && !NOUN_LIKE.has(tokens[k].upos)) k++;
    for (let j = k + 1; j < end; j++) {
      const bare = site.words.classes.has(low(tokens[j])) || (isCapital(tokens[j]) && tokens[j].feat('Case') === undefined && !PREPOSITION.test(low(tokens[j - 1])));
      if (NOUN_LIKE.has(tokens[j].upos) && (tokens[j].feat('Case') === 'Nom' || bare)) return { first: j, last: end };
    }
    return /^(?:в|во|на)$/.test(low(tokens[first])) && subjectless(site, to) ? { first: first + 1, last: end } : undefined;
  }
  for (let i = first; i < end; i++) if (NOUN_LIKE.has(tokens[i].upos) || isCapital(tokens[i])) return { first, last: end };
  return undefined;
};

/** Stretches between commas from a clause's start to its verb, nearest last; quotation marks keep their commas. */
export const chunks = (site: MentionedSite, first: number, last: number): Range[] => {
  const out: Range[] = [];
  let at = first;
  let depth = 0;
  for (let k = first; k <= last; k++) {
    const t = site.doc.tokens[k];
    if (k < last && t.form === '«') depth++;
    else if (k < last && t.form === '»') depth = Math.max(0, depth - 1);
    if (k === last || (depth === 0 && isComma(t))) {
      if (k > at) out.push({ first: at, last: k });
      at = k + 1;
    }
  }
  return out;
};

/** "Сообщения о том, что A", "Слухи о визите" at the sentence's head: what they say. */
export const frontedStart = (site: MentionedSite, start: number, end: number): Range | undefined => {
  const { tokens } = site.doc;
  for (let k = start; k < Math.min(end, start + 5); k++) {
    if (site.words.nouns.has(low(tokens[k])) || /^(?:это|факт|версию|вину|причастность)$/.test(low(tokens[k]))) {
      let last = end;
      while (last > k && (isComma(tokens[last - 1]) || PREPOSITION.test(low(tokens[last - 1])))) last--;
      return { first: k, last };
    }
  }
  return undefined;
};

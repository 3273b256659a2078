/** Russian reporting frames: "заявил, что", ", сообщил X", "по словам X", "как пишет X", "обвинил в", "опроверг". */
import type { Doc, Token } from '../../language/doc.ts';
import { afterDateline, childBy, hasVerb, isCapital, isComma, isDashToken, isHardBreak, isWord, subtree, wordy, withoutYo } from './frame.ts';
import type { Frame, Range, Voice } from './frame.ts';
import type { Cue, ReportingWords } from './lexicon.ts';
import { reportingWords } from './lexicon.ts';
import type { Quote } from './quotes.ts';

const QUOTE_MARK = /^[«»“”„"]$/;
const THAT = /^(?:что|будто|якобы|чтобы)$/;
const NOUN_LIKE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const NOT_SUBJECT = /^(?:это|этого|что|то|все|всё|себя)$/;
const PREPOSITION = /^(?:в|во|на|с|со|к|ко|от|до|по|за|из|у|о|об|обо|для|при|над|под|про|через|после|перед|между|без|около|против|среди|из-за|из-под|ради)$/;
const LIE = /^(?:враньем|выдумкой|ложью|фейком|неправдой|клеветой|слухами|вымыслом|спекуляциями|провокацией|бредом|небылицей|дезинформацией|абсурдом)$/;

interface Site {
  doc: Doc;
  words: ReportingWords;
  first: number;
  last: number;
  sentence: number;
  /** Whether a token is the head of a mention. */
  isHead: (i: number) => boolean;
}

const low = (t: Token | undefined): string => (t ? withoutYo(t.lower) : '');

const cueAt = (site: Site, i: number): Cue | undefined => {
  const t = site.doc.tokens[i];
  const cues = site.words.verbs.get(low(t));
  if (!cues || t.upos === 'PROPN' || t.upos === 'ADP' || (t.upos === 'NOUN' && !/(?:л|ла|ло|ли|ет|ют|ит|ят|верг)$/.test(low(t)))) return undefined;
  return cues[0];
};

const isNominative = (t: Token): boolean => {
  const c = t.feat('Case');
  return c === undefined || c === 'Nom';
};

const breaks = (t: Token): boolean => isComma(t) || isHardBreak(t) || isDashToken(t) || /^[.!?()]$/.test(t.form);

/** Noun phrase right of a verb: skips "в твиттере", "во вторник", "журналистам"; ends at a comma, mark or the sentence's end. */
const phraseAfter = (site: Site, start: number): Range | undefined => {
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

/** A plural past or present verb that can do without a subject. */
const subjectless = (site: Site, verb: number): boolean => /(?:ли|ют|ут|ят|ат|ны)$/.test(low(site.doc.tokens[verb]));

/** Noun phrase left of a verb, back to a comma or mark; the nominative part of it. */
const phraseBefore = (site: Site, to: number): Range | undefined => {
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

/** Gender and number a past verb asks of its subject, by its ending. */
const asks = (t: Token): 'm' | 'f' | 'n' | 'pl' | undefined => {
  const w = low(t).replace(/с[ья]$/, '');
  if (/ла$/.test(w)) return 'f';
  if (/ло$/.test(w)) return 'n';
  if (/ли$|ют$|ут$|ят$|ат$/.test(w)) return 'pl';
  if (/л$|верг$/.test(w)) return 'm';
  return undefined;
};

/** Words of time are no subjects, whatever case a tagger gives them. */
const TIME = /^(?:январ|феврал|март|апрел|ма[йяе]$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[аеу]$|четверг|пятниц|суббот|воскресень|недел|год$|года$|году$|вечером|ночью|утром|днем|накануне|сегодня|вчера|раз$)/;

/** The best subject for a verb inside a stretch without commas: a nominative that no preposition governs. */
const subjectIn = (site: Site, first: number, last: number, verb: number): Range | undefined => {
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

/** Stretches between commas from a clause's start to its verb, nearest last; quotation marks keep their commas. */
const chunks = (site: Site, first: number, last: number): Range[] => {
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

const isFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf' && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Conv' && (t.feat('VerbForm') === 'Fin' || !/(?:вший|вшая|вшие|ющий|ющая|ющие|щего|вшего|я|ав|ив|ев)$/.test(low(t)));

interface Speaking {
  voice: Voice;
  range?: Range;
  after: boolean;
}

/** Who speaks at a cue: what stands around the verb first, the tree where that is silent. */
const speakerOf = (site: Site, i: number, preferAfter: boolean, depth = 0): Speaking | undefined => {
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
const phraseRelative = (site: Site, i: number): Speaking | undefined => {
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

/** The coordinator right before a verb's group, or the verb itself. */
const joint = (site: Site, from: number, verb: number): number => {
  for (let k = verb - 1; k > from && k > verb - 5; k--) if (/^(?:и|а|но|однако|также)$/.test(low(site.doc.tokens[k]))) return k;
  return verb;
};

const agrees = (a: Token, b: Token): boolean => a.feat('Number') === b.feat('Number') && (a.feat('Gender') === b.feat('Gender') || !a.feat('Gender') || !b.feat('Gender'));

const segmentEnd = (site: Site, from: number): number => {
  for (let i = from; i < site.last; i++) if (site.doc.tokens[i].form === ';') return i;
  return site.last;
};
const segmentStart = (site: Site, from: number): number => {
  for (let i = from - 1; i >= site.first; i--) if (site.doc.tokens[i].form === ';') return i + 1;
  return site.first;
};

/** Left edge of the clause an interrupting frame stands in: after ", а", ", но", ", и", a colon or a relative pronoun. */
const clauseStart = (site: Site, from: number, end: number): number => {
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
const joinedAfter = (site: Site, i: number, from: number): number => {
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

/** "со ссылкой на Y", "ссылаясь на Y", "которая ссылается на Y", "сославшегося на Y". */
const originAfter = (site: Site, from: number, to: number): { origin: Voice; first: number } | undefined => {
  const { tokens } = site.doc;
  for (let i = from; i < to; i++) {
    const w = low(tokens[i]);
    const on = /^(?:ссылкой|ссылаясь|ссылается|ссылаются|сославшись|сославшегося|сославшейся|сослался|сославшийся)$/.test(w) && low(tokens[i + 1]) === 'на' ? i + 2 : /^цитируя$/.test(w) ? i + 1 : -1;
    if (on < 0) continue;
    let last = on;
    while (last < to && !breaks(tokens[last]) && tokens[last].upos !== 'VERB' && !(last > on && /^(?:телеканал|канал|газета|агентство|издание|журнал|портал)$/.test(low(tokens[last])))) last++;
    if (last > on) {
      const first = low(tokens[i - 1]) === 'со' || /^котор/.test(low(tokens[i - 1])) ? i - 1 : i;
      return { origin: { np: { first: on, last } }, first };
    }
  }
  return undefined;
};

const verbFrame = (site: Site, i: number, cue: Cue): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  const base = { sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance };
  const negated = low(tokens[i - 1]) === 'не';
  const how = low(tokens[i - 1]) === 'как' || (low(tokens[i - 2]) === 'как' && /^(?:уже|ранее|и)$/.test(low(tokens[i - 1])));
  // "Как пишет X, A": the clause after the frame, and before it where the frame interrupts.
  if (how && cue.frames.has('post')) {
    const speaker = speakerOf(site, i, true);
    if (!speaker) return undefined;
    const stop0 = speaker.range ? Math.max(i + 1, speaker.range.last) : i + 1;
    const opened = low(tokens[i - 1]) === 'как' ? i - 1 : i - 2;
    let right = commaAfter(site, stop0, end);
    // "два источника, знакомых с ходом переговоров, ...": past what qualifies the speaker.
    const after = tokens[right + 1];
    if (after && (/^котор/.test(low(after)) || after.feat('VerbForm') === 'Part' || /^(?:знаком|близк|осведомлен|пожелавш)/.test(low(after)))) right = commaAfter(site, right + 1, end);
    const cited = originAfter(site, i, Math.max(right, stop0));
    const left: Range = { first: clauseStart(site, start, opened), last: opened };
    const covers = wordy(doc, [left, { first: right, last: end }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: cited?.origin, frame: { first: opened, last: right } } : undefined;
  }
  // "заявил, что A"
  const that = thatAfter(site, i, end);
  if (that !== undefined && (cue.frames.has('что') || cue.frames.has('np') || cue.frames.has('в'))) {
    if (negated && cue.stance === 'think' && cue.lemma !== 'исключить') return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker) return undefined;
    const last = Math.min(end, joinedAfter(site, i, that + 1));
    const covers = wordy(doc, [{ first: that + 1, last }]);
    if (covers.length) return { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: (originAfter(site, i, that) ?? originAfter(site, start, i))?.origin };
  }
  // "В Эрбиле уверены: A."
  if (cue.frames.has('что') && tokens[i + 1]?.form === ':' && !QUOTE_MARK.test(tokens[i + 2]?.form ?? '')) {
    const speaker = speakerOf(site, i, false);
    const covers = wordy(doc, [{ first: i + 2, last: end }]);
    if (speaker && covers.length) return { kind: 'indirect', ...base, covers, voice: speaker.voice };
  }
  // ", сообщил X" at the end or in the middle.
  const opened = isComma(tokens[i - 1]) || isDashToken(tokens[i - 1]) ? i - 1 : negated && isComma(tokens[i - 2]) ? i - 2 : low(tokens[i - 2]) !== '' && isComma(tokens[i - 2]) && /^(?:он|она|они|однако|также)$/.test(low(tokens[i - 1])) ? i - 2 : leftFrame(site, i);
  if (opened !== undefined && opened > start && cue.frames.has('post') && (!negated || cue.lemma === 'исключить')) {
    const inner: Site = { ...site, first: opened + 1 };
    const speaker = speakerOf(inner, i, opened === i - 1 || (negated && opened === i - 2));
    if (speaker) {
      const stop0 = speaker.range && speaker.after ? Math.max(i + 1, speaker.range.last) : i + 1;
      const cited = originAfter(site, i, commaAfter(site, stop0, end));
      let stop = cited ? Math.max(stop0, commaAfter(site, cited.first, end)) : stop0;
      if (stop < end && !isComma(tokens[stop]) && !isDashToken(tokens[stop])) stop = commaAfter(site, stop, end);
      const restWords = wordy(doc, [{ first: stop, last: end }]).length > 0;
      const interrupts = restWords && !/^(?:напомнив|добавив|назвав|который|которая|обращаясь|отвечая|комментируя|подчеркнув|отметив|выступая|пообещав|передает)$/.test(low(tokens[stop + 1] ?? tokens[stop]));
      const left: Range = { first: interrupts ? clauseStart(site, start, opened) : start, last: opened };
      if (hasVerb(doc, left.first, left.last) || interrupts) {
        const covers = wordy(doc, interrupts ? [left, { first: stop, last: end }] : [left]);
        const quoted = covers.length === 1 && wholeQuote(doc, left);
        if (covers.length && !quoted) return { kind: 'indirect', ...base, covers, voice: speaker.voice, origin: cited?.origin, frame: { first: opened, last: stop } };
      }
    }
  }
  // "X, сообщает «Y» со ссылкой ..." is above; accusations and denials of a noun:
  if (cue.frames.has('в')) {
    for (let k = i + 1; k < end; k++) {
      if (/^(?:в|во)$/.test(low(tokens[k]))) {
        const speaker = speakerOf(site, i, false);
        const last = Math.min(end, joinedAfter(site, i, k));
        return speaker && last > k + 1 ? { kind: 'indirect', ...base, covers: [{ first: k + 1, last }], voice: speaker.voice } : undefined;
      }
      if (isComma(tokens[k]) && k > i + 10) break;
    }
    return undefined;
  }
  if (cue.frames.has('np')) {
    // Refusing a plea or a plan is an act of its own; only what is said can be denied.
    if (/^(?:отвергнуть|отклонить)$/.test(cue.lemma) && !tokens.slice(start, end).some((t) => site.words.nouns.has(low(t)))) return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker) return undefined;
    const right = wordy(doc, [{ first: Math.max(i + 1, speaker.after && speaker.range ? speaker.range.last : i + 1), last: Math.min(end, joinedAfter(site, i, i + 1)) }]);
    const object = right.length > 0 && tokens.slice(right[0].first, right[0].last).some((t) => t.upos === 'NOUN');
    if (object) return { kind: 'indirect', ...base, covers: right, voice: speaker.voice };
    // "Слухи о том, будто A, X опроверг": the object comes first.
    const first = frontedStart(site, start, 'np' in speaker.voice && speaker.voice.np.last <= i ? speaker.voice.np.first : i);
    if (first !== undefined) return { kind: 'indirect', ...base, covers: wordy(doc, [first]), voice: speaker.voice };
    const back = wordy(doc, [{ first: clauseStart(site, start, i), last: i }]);
    // "..., однако в Нджамене это отрицают": what the sentence said before.
    if (tokens.slice(back[0]?.first ?? i, i).some((t) => /^(?:это|его|ее|их)$/.test(low(t))) && back[0].first > start) return { kind: 'indirect', ...base, covers: wordy(doc, [{ first: start, last: back[0].first }]), voice: speaker.voice };
    if (start > site.first && tokens.slice(start, i).some((t) => low(t) === 'это')) return { kind: 'indirect', ...base, covers: wordy(doc, [{ first: site.first, last: start }]), voice: speaker.voice };
    return undefined;
  }
  if (cue.frames.has('выдумкой')) {
    for (let k = i + 1; k < Math.min(end, i + 5); k++) {
      if (!LIE.test(low(tokens[k]))) continue;
      const speaker = speakerOf(site, i, false);
      const first = frontedStart(site, start, speaker && 'np' in speaker.voice && speaker.voice.np.last <= i ? speaker.voice.np.first : i);
      const right = wordy(doc, [{ first: k + 1, last: end }]);
      if (speaker && !first && right.length) return { kind: 'indirect', ...base, stance: 'deny', covers: right, voice: speaker.voice };
      if (speaker && first) return { kind: 'indirect', ...base, stance: 'deny', covers: wordy(doc, [first]), voice: speaker.voice };
    }
  }
  // "назвал решение «ошибкой»": a judgment in the speaker's own words.
  if (cue.frames.has('оценка')) {
    const open = tokens.slice(i + 1, end).findIndex((t) => /^[«“„"]$/.test(t.form));
    if (open < 0 || open > 14) return undefined;
    const speaker = speakerOf(site, i, false);
    if (!speaker || !('np' in speaker.voice)) return undefined;
    const { np } = speaker.voice;
    const covers = wordy(doc, np.first > start + 1 && np.last <= i ? [{ first: start, last: np.first }, { first: i + 1, last: end }] : [{ first: Math.max(i + 1, speaker.after ? np.last : 0), last: end }]);
    return covers.length ? { kind: 'indirect', ...base, covers, voice: speaker.voice } : undefined;
  }
  return undefined;
};

/** A quote alone makes the left part: direct speech, found by its marks. */
const wholeQuote = (doc: Doc, r: Range): boolean => {
  const { tokens } = doc;
  let last = r.last;
  while (last > r.first && (isComma(tokens[last - 1]) || isDashToken(tokens[last - 1]))) last--;
  return tokens[r.first]?.form === '«' && tokens[last - 1]?.form === '»';
};

/** A frame with the subject before the verb, set off by commas: ", он добавил,". */
const leftFrame = (site: Site, i: number): number | undefined => {
  const { tokens } = site.doc;
  for (let k = i - 1; k > Math.max(site.first, i - 7); k--) {
    if (isComma(tokens[k])) {
      const next = tokens[i + 1];
      const short = i - k <= 5 && hasVerb(site.doc, site.first, k) && (next === undefined || isComma(next) || /^[.;]$/.test(next.form));
      return short && !hasVerb(site.doc, k + 1, i) ? k : undefined;
    }
  }
  return undefined;
};

/** "Сообщения о том, что A", "Слухи о визите" at the sentence's head: what they say. */
const frontedStart = (site: Site, start: number, end: number): Range | undefined => {
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

const commaAfter = (site: Site, from: number, end: number): number => {
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
const thatAfter = (site: Site, i: number, end: number): number | undefined => {
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

const ZERO_OWNER = /^(?:предварительным|последним|неофициальным|официальным|некоторым|разным|различным|имеющимся|уточненным|собственным|оперативным|оперативной|этим|другим|всем)$/;

const accordingFrame = (site: Site, i: number): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const first = low(tokens[i]);
  let cue: Cue | undefined;
  let stop = i + 1;
  let possessive = -1;
  for (const c of site.words.phrases.get(first) ?? []) {
    let k = i + 1;
    let own = -1;
    let ok = true;
    for (const w of c.rest) {
      // "по его словам", "по её оценке", "по предварительным данным"
      if (low(tokens[k]) !== w && (/^(?:его|ее|их|моему|нашим|словам)$/.test(low(tokens[k])) || ZERO_OWNER.test(low(tokens[k])) || (tokens[k]?.upos === 'ADJ' && low(tokens[k + 1]) === w))) {
        own = k;
        k++;
      }
      if (low(tokens[k]) !== w) {
        ok = false;
        break;
      }
      k++;
    }
    if (ok && (cue === undefined || k > stop)) {
      cue = c;
      stop = k;
      possessive = own;
    }
  }
  if (!cue || cue.frames.has('evidential')) return undefined;
  let voice: Voice;
  if (possessive >= 0 && /^(?:его|ее|их)$/.test(low(tokens[possessive]))) voice = { np: { first: possessive, last: possessive + 1 }, head: possessive };
  else {
    const from = stop;
    const end = commaAfter(site, stop, site.last);
    let last = from;
    let depth = 0;
    while (last < end && (depth > 0 || tokens[last].form === '«' || !(tokens[last].upos === 'VERB' && tokens[last].feat('VerbForm') !== 'Part'))) {
      if (tokens[last].form === '«') depth++;
      else if (tokens[last].form === '»') depth--;
      else if (isHardBreak(tokens[last]) || /^[.!?]$/.test(tokens[last].form)) break;
      last++;
    }
    if (last > from && !/^(?:и|а|но)$/.test(low(tokens[from]))) voice = { np: { first: from, last } };
    else if (cue.lemma === 'согласно') return undefined;
    else voice = possessive >= 0 ? { np: { first: possessive, last: possessive + 1 }, head: possessive } : { unnamed: true };
    if (possessive >= 0 && ZERO_OWNER.test(low(tokens[possessive])) && !('np' in voice && isCapital(tokens[voice.np.first]))) voice = { unnamed: true };
    stop = Math.max(stop, last);
  }
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  const cited = originAfter(site, i, Math.min(end, stop + 12));
  if (cited) stop = Math.max(stop, commaAfter(site, cited.first, end));
  const restWords = hasVerb(doc, stop, end) || wordy(doc, [{ first: stop, last: end }]).length > 0;
  const left: Range = { first: restWords ? clauseStart(site, start, i) : start, last: i };
  const covers = wordy(doc, restWords ? [left, { first: stop, last: end }] : [left]);
  if (!covers.length) return undefined;
  return { kind: 'according', covers, sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice, origin: cited?.origin, frame: { first: i, last: stop } };
};

/** "говорится в сообщении X": the owner of the statement speaks. */
const evidentialFrame = (site: Site, i: number, cue: Cue): Frame => {
  const { doc } = site;
  const { tokens } = doc;
  const start = segmentStart(site, i);
  const end = segmentEnd(site, i);
  let voice: Voice = { unnamed: true };
  if (/^(?:говорится|сказано|отмечается|указывается|подчеркивается|сообщается|утверждается|уточняется)$/.test(low(tokens[i])) && /^(?:в|во|на)$/.test(low(tokens[i + 1]))) {
    let k = i + 2;
    while (k < end && !NOUN_LIKE.has(tokens[k].upos)) k++;
    let last = k + 1;
    while (last < end && !breaks(tokens[last])) last++;
    if (last > k + 1) voice = { np: { first: k + 1, last } };
  }
  const that = thatAfter(site, i, end);
  if (that !== undefined) return { kind: 'evidential', covers: [{ first: that + 1, last: end }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice };
  const left = wordy(doc, [{ first: cue.lemma === 'якобы' ? clauseStart(site, start, i) : start, last: i }]);
  const right = wordy(doc, [{ first: i + 1, last: end }]);
  const covers = cue.lemma === 'якобы' || cue.lemma === 'вроде бы' ? [...right] : left.length && hasVerb(doc, left[0].first, left[0].last) ? left : right;
  return { kind: 'indirect' as const, covers, sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice, ...('unnamed' in voice ? { kind: 'evidential' as const } : {}) };
};

/** "Слухи о том, что A", "утверждение Пекина, будто A". */
const nounFrame = (site: Site, i: number, frames: readonly Frame[]): Frame | undefined => {
  const { doc } = site;
  const { tokens } = doc;
  const cue = site.words.nouns.get(low(tokens[i]));
  if (!cue || tokens[i].upos === 'VERB') return undefined;
  const end = segmentEnd(site, i);
  let that = -1;
  for (let k = i + 1; k < Math.min(end, i + 9); k++) {
    if (THAT.test(low(tokens[k])) && (isComma(tokens[k - 1]) || low(tokens[k]) === 'будто')) {
      that = k;
      break;
    }
    if (tokens[k].upos === 'VERB' && tokens[k].feat('VerbForm') !== 'Part') return undefined;
  }
  if (that < 0) return undefined;
  let owner: Range | undefined;
  for (let k = i + 1; k < that; k++) {
    if (isComma(tokens[k]) || low(tokens[k]) === 'о') break;
    if (isCapital(tokens[k]) || tokens[k].feat('Case') === 'Gen') owner = { first: owner?.first ?? k, last: k + 1 };
  }
  if (!owner && (frames.some((f) => f.stance === 'deny' && f.covers.some((c) => c.first <= i && c.last > i)) || !/^(?:слух|сообщени)/.test(low(tokens[i])))) return undefined;
  let last = end;
  for (let k = that + 1; k < end; k++) {
    // ", X опроверг" ends what the rumour says.
    const verb = site.words.verbs.get(low(tokens[k]))?.[0];
    if (verb && (verb.stance === 'deny' || verb.lemma === 'назвать')) {
      let at = k;
      while (at > that && !isComma(tokens[at])) at--;
      if (at > that) last = Math.min(last, at);
    }
  }
  return { kind: owner ? 'indirect' : 'evidential', covers: [{ first: that + 1, last }], sentence: site.sentence, cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: owner ? { np: owner } : { unnamed: true } };
};

/** All frames of a sentence, quotes apart. */
export const russianFrames = (doc: Doc, sentence: number, inQuote: (i: number) => boolean, isHead: (i: number) => boolean): Frame[] => {
  const s = doc.sentences[sentence];
  const site: Site = { doc, words: reportingWords('ru'), first: afterDateline(doc, sentence), last: s.last, sentence, isHead };
  if (isDashToken(doc.tokens[site.first])) site.first++;
  const frames: Frame[] = [];
  for (let i = site.first; i < site.last; i++) {
    const t = doc.tokens[i];
    if (!isWord(t)) continue;
    const according = accordingFrame(site, i);
    if (according) {
      frames.push(according);
      i = Math.max(i, (according.frame?.last ?? i) - 1);
      continue;
    }
    const evidential = site.words.evidentials.get(low(t));
    if (evidential && !(low(t) === 'известно' && low(doc.tokens[i - 1]) !== 'стало')) {
      const frame = evidentialFrame(site, i, evidential);
      if (frame.covers.length) frames.push(frame);
      continue;
    }
    const cue = cueAt(site, i);
    if (cue) {
      const frame = verbFrame(site, i, cue);
      if (frame && (!inQuote(i) || frame.covers.every((c) => inQuote(c.first)))) frames.push(frame);
      continue;
    }
    const noun = nounFrame(site, i, frames);
    if (noun) frames.push(noun);
  }
  return frames;
};

/** Who speaks a quote or a dialogue line, by the words after and before it. */
export const russianQuoteFrame = (doc: Doc, quote: Quote, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; origin?: Voice } | undefined => {
  const words = reportingWords('ru');
  const { tokens, sentences } = doc;
  const sentence = tokens[quote.close].sentence;
  const s = sentences[sentence];
  const limit = quote.close + 1 >= s.last && sentences[sentence + 1]?.paragraph === s.paragraph ? sentences[sentence + 1].last : s.last;
  const site: Site = { doc, words, first: quote.close + 1, last: limit, sentence, isHead };
  // After: «...», — сказал X
  let at = quote.close + 1;
  while (at < limit && (isComma(tokens[at]) || isDashToken(tokens[at]) || /^[.!?]$/.test(tokens[at].form))) at++;
  if (at > quote.close + 1 || at < limit) {
    for (let i = at; i < Math.min(limit, at + 10); i++) {
      if (QUOTE_MARK.test(tokens[i].form) || (isComma(tokens[i]) && i > at + 3)) break;
      const cue = cueAt(site, i);
      if (!cue || !(cue.frames.has('quote') || cue.frames.has('post'))) continue;
      if (!isDashToken(tokens[at - 1]) && !isComma(tokens[at - 1]) && i > at + 1) break;
      const speaker = speakerOf({ ...site, first: at }, i, i <= at + 1) ?? speakerOf({ ...site, first: at }, i, false);
      if (speaker) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice, origin: originAfter(site, i, limit)?.origin };
    }
  }
  // Before: X сказал: «...»; X заявил, что «...»
  const open = tokens[quote.open].sentence;
  const before: Site = { doc, words, first: afterDateline(doc, open), last: quote.open, sentence: open, isHead };
  for (let i = quote.open - 1; i >= before.first; i--) {
    if (QUOTE_MARK.test(tokens[i].form) || tokens[i].form === ';') break;
    const cue = cueAt(before, i);
    if (!cue || !(cue.frames.has('quote') || cue.frames.has('что')) && tokens[quote.open - 1]?.form !== ':') continue;
    const speaker = speakerOf(before, i, false);
    if (speaker) return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice };
  }
  // "Его поддержал X: «...»"
  if (tokens[quote.open - 1]?.form === ':') {
    for (let i = quote.open - 2; i >= before.first; i--) {
      if (tokens[i].upos !== 'VERB') continue;
      const own = childBy(doc, i, 'nsubj');
      if (own !== undefined) return { cue: i, cueLemma: 'сказать', stance: 'assert', voice: { np: subtree(doc, own), head: own } };
    }
  }
  return undefined;
};

/** "— Текст, — говорит X. — Ещё текст.": the frame inside a dialogue line, and the stretch it takes. */
export const russianDashFrame = (doc: Doc, range: Range, isHead: (i: number) => boolean): { cue: number; cueLemma: string; stance: Frame['stance']; voice: Voice; frame: Range } | undefined => {
  const words = reportingWords('ru');
  const { tokens } = doc;
  for (let k = range.first + 1; k < range.last - 1; k++) {
    if (!isDashToken(tokens[k]) || !/^[,.!?…]$/.test(tokens[k - 1].form)) continue;
    const sentence = tokens[k + 1].sentence;
    const site: Site = { doc, words, first: k + 1, last: doc.sentences[sentence].last, sentence, isHead };
    for (let i = k + 1; i < Math.min(site.last, k + 5); i++) {
      const cue = cueAt(site, i);
      if (!cue || !(cue.frames.has('quote') || cue.frames.has('post'))) continue;
      const speaker = speakerOf(site, i, true) ?? speakerOf(site, i, false);
      if (!speaker) continue;
      let last = Math.max(i + 1, speaker.range?.last ?? i + 1);
      while (last < site.last && !isDashToken(tokens[last])) last++;
      return { cue: i, cueLemma: cue.lemma, stance: cue.stance, voice: speaker.voice, frame: { first: k, last } };
    }
  }
  return undefined;
};

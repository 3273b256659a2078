/** Turns the words of a speaker into a name: a person's full name, a body's words in dictionary form, or `unnamed`. */
import type { Doc, Token } from '../../language/doc.ts';
import type { Lang } from '../../story/story.ts';
import type { Mention } from '../../parties/mention.ts';
import type { Range, Voice } from './frame.ts';
import { isCapital, isComma, isWord, withoutYo } from './frame.ts';
import type { ReportingWords } from './lexicon.ts';
import { reportingWords } from './lexicon.ts';

export const UNNAMED = 'unnamed';

/** A speaker with a name. */
export interface Named {
  name: string;
  speaker?: Mention;
}

/** Speakers so far, the latest last: what pronouns and "the expert" lean on. */
export interface History {
  last?: Named & { sentence: number };
  lastPerson?: Named & { sentence: number };
}

const PREPOSITION: Record<Lang, RegExp> = {
  en: /^(?:of|in|at|to|for|from|with|on|by|close|familiar|who|which|that|near|inside|over|under)$/,
  ru: /^(?:в|во|на|с|со|к|ко|от|до|по|за|из|у|о|об|обо|для|при|над|под|про|через|после|перед|между|без|около|против|среди|из-за|который|которая|которые|которого|которой)$/,
  tr: /^$/,
};
const PRONOUN: Record<Lang, RegExp> = {
  en: /^(?:he|she|they|it|him|her|them|his|their|its|who)$/,
  ru: /^(?:он|она|они|оно|его|ее|её|их|ему|ей|им|ней|нему|тот|та|те|последний)$/,
  tr: /^(?:o|onlar|ona|onun|onların|kendisi|kendisine)$/,
};
const DEFINITE_EN = /^(?:the|this|that|one|both)$/;
const POSSESSIVE_TAIL = /^['’]s?$/;

const low = (t: Token, lang: Lang): string => (lang === 'ru' ? withoutYo(t.lower) : t.lower);

const strip = (word: string): string => word.replace(/['’]\p{L}*$/u, '');

/** Whether a word names a kind of source; Turkish by stem, since its plurals and cases pile up. */
const inSet = (set: ReadonlySet<string>, word: string, lang: Lang): boolean => {
  if (set.has(word)) return true;
  if (lang !== 'tr') return false;
  const bare = strip(word);
  for (let n = bare.length; n >= 4; n--) {
    const stem = bare.slice(0, n);
    if (set.has(stem) || set.has(stem.replace(/ğ$/u, 'k'))) return /^(?:l[ae]r)?(?:[ıiuü]|s[ıi])?(?:n?[ıiuü]n|n?[dt][ae]n?|y?[ae]|n[ae]|y?[ıiuü]|n[ıiuü])?$/u.test(bare.slice(n));
  }
  return false;
};

/** The part of a phrase before its first comma, bracket or preposition: head noun, its modifiers and its name. */
const core = (doc: Doc, r: Range): Range => {
  const { tokens, lang } = doc;
  if (lang === 'tr') return r;
  let last = r.first;
  let words = 0;
  let depth = 0;
  while (last < r.last) {
    const t = tokens[last];
    if (t.form === '«' || t.form === '“') depth++;
    else if (t.form === '»' || t.form === '”') depth--;
    if (depth <= 0 && words > 0 && (isComma(t) || /^[(—–]$/.test(t.form) || PREPOSITION[lang].test(low(t, lang)))) break;
    if (isWord(t)) words++;
    last++;
  }
  return { first: r.first, last: Math.max(last, r.first + 1) };
};

const RU_ADJECTIVE: [RegExp, string][] = [
  [/(?:ского|ской|скому|ским|скую)$/u, 'ск'], [/(?:цкого|цкой|цкому|цким|цкую)$/u, 'цк'], [/(?:ного|ной|ному|ным|ную)$/u, 'н'], [/(?:вого|вой|вому|вым|вую)$/u, 'в'],
];

const capitalise = (word: string, like: string): string => (like[0] !== like[0].toLowerCase() ? word[0].toUpperCase() + word.slice(1) : word);

/** Nominative of a Russian phrase whose head is in another case: adjectives agree, the rest stays. */
const russianNominative = (doc: Doc, r: Range): string => {
  const { tokens } = doc;
  let head = -1;
  for (let i = r.first; i < r.last; i++) {
    if (tokens[i].upos === 'NOUN' || tokens[i].upos === 'PROPN') {
      head = i;
      break;
    }
  }
  if (head < 0) head = r.last - 1;
  const t = tokens[head];
  const kase = t.feat('Case');
  const plain = doc.text.slice(tokens[r.first].start, tokens[r.last - 1].end);
  if (kase === 'Nom' || kase === undefined || t.form === t.form.toUpperCase() && t.form.length > 1) {
    // An indeclinable acronym keeps its form; its adjectives do not ("в индийском МИД").
    if (!(t.form === t.form.toUpperCase() && t.form.length > 1) || head === r.first) return plain;
  }
  const plural = t.feat('Number') === 'Plur';
  if (plural) return plain;
  const feminine = t.feat('Gender') === 'Fem';
  const neuter = t.feat('Gender') === 'Neut';
  let out = '';
  for (let i = r.first; i < head; i++) {
    let { form } = tokens[i];
    for (const [pattern, stem] of RU_ADJECTIVE) {
      if (pattern.test(form)) {
        form = form.replace(pattern, feminine ? `${stem}ая` : neuter ? `${stem}ое` : stem === 'ск' || stem === 'цк' ? `${stem}ий` : `${stem}ый`);
        break;
      }
    }
    out += `${form} `;
  }
  const lemma = t.form === t.form.toUpperCase() && t.form.length > 1 ? t.form : /^\p{L}/u.test(t.lemma) ? capitalise(t.lemma, t.form) : t.form;
  return out + lemma + doc.text.slice(t.end, tokens[r.last - 1].end);
};

/** Turkish phrase without the case ending of its last word: Başkanlığının -> Başkanlığı, polisin -> polis, Rusya'ya -> Rusya. */
const turkishBare = (text: string): string => {
  // A possessed name keeps its ending ("Belarus KGB'si").
  if (/['’]s[ıiuü]$/u.test(text)) return text;
  const cut = text.replace(/['’]\p{L}*$/u, '');
  if (cut !== text) return cut;
  if (!/\s/.test(text) && text[0] !== text[0].toLowerCase()) return text;
  const possessed = /^(.*(?:[ıiuü]))(?:n[dt][ae]n?|n[ıiuü]n|n[ae]|n[ıiuü]|yl[ae])$/u.exec(text);
  if (possessed && possessed[1].length > 3) return possessed[1];
  const bare = /^(.*\p{L}{3})(?:[dt][ae]n|[dt][ae]|[ıiuü]n|[ıiuü]|y?[ae])$/u.exec(text);
  return bare && /\s/.test(text) === false && /(?:[dt][ae]n|[dt][ae]|[ıiuü]n)$/u.test(text) ? bare[1] : text;
};

/** "The Turkish state-owned Anadolu": the splitter parts such words at the hyphen. */
const OWNED = /^(?:\p{L}+-)?(?:owned|run|controlled|backed|funded|affiliated|linked)$/u;

/** A body's words without articles, class nouns and case. */
const wordsOf = (doc: Doc, r: Range, words: ReportingWords): string => {
  const { tokens, lang } = doc;
  let { first, last } = r;
  while (last > first + 1 && !isWord(tokens[last - 1]) && !/^[)»”]$/.test(tokens[last - 1].form)) last--;
  // A name in quotation marks is the name.
  for (let i = first; i < last; i++) {
    if (!/^[«“„"]$/.test(tokens[i].form)) continue;
    for (let k = i + 1; k < last; k++) if (/^[»”"]$/.test(tokens[k].form)) return doc.text.slice(tokens[i + 1].start, tokens[k - 1].end);
  }
  if (lang === 'en') {
    for (let i = first; i < last - 1; i++) if (OWNED.test(tokens[i].lower) && isCapital(tokens[i + 1])) first = i + 1;
    while (first < last - 1 && (/^(?:the|a|an|his|her|its|their|this|that|both|and|but)$/.test(tokens[first].lower) || POSSESSIVE_TAIL.test(tokens[first].form))) first++;
    for (let i = first; i < last - 1; i++) if (words.classes.has(tokens[i].lower) && isCapital(tokens[i + 1])) return wordsOf(doc, { first: i + 1, last }, words);
    // "the Tasnim news agency": the class follows the name.
    let end = last;
    while (end > first + 1 && (words.classes.has(tokens[end - 1].lower) || tokens[end - 1].lower === 'news') && !isCapital(tokens[end - 1])) end--;
    if (end < last && isCapital(tokens[end - 1])) last = end;
    return doc.text.slice(tokens[first].start, tokens[last - 1].end).replace(/['’]s?$/, '');
  }
  if (lang === 'tr') {
    while (last > first + 1 && !isCapital(tokens[last - 1]) && (low(tokens[last - 1], lang) === 'haber' || words.classes.has(low(tokens[last - 1], lang)) || words.classes.has(turkishBare(low(tokens[last - 1], lang)))) && (isCapital(tokens[last - 2]) || tokens[last - 2].lower === 'haber')) last--;
    return turkishBare(doc.text.slice(tokens[first].start, tokens[last - 1].end));
  }
  if (words.classes.has(low(tokens[first], lang)) && last > first + 1 && (isCapital(tokens[first + 1]) || /^[A-Z]/.test(tokens[first + 1].form))) return doc.text.slice(tokens[first + 1].start, tokens[last - 1].end);
  return russianNominative(doc, { first, last });
};

/** Mentions by sentence, for quick look-up. */
export interface MentionIndex {
  bySentence: ReadonlyMap<number, readonly Mention[]>;
}

export const indexMentions = (mentions: readonly Mention[]): MentionIndex => {
  const bySentence = new Map<number, Mention[]>();
  for (const m of mentions) {
    const list = bySentence.get(m.sentence);
    if (list) list.push(m);
    else bySentence.set(m.sentence, [m]);
  }
  return { bySentence };
};

const overlapping = (doc: Doc, index: MentionIndex, r: Range): Mention[] => {
  const out: Mention[] = [];
  const [a, b] = [doc.tokens[r.first]?.sentence ?? 0, doc.tokens[r.last - 1]?.sentence ?? 0];
  for (let s = a; s <= b; s++) for (const m of index.bySentence.get(s) ?? []) if (m.first < r.last && m.last > r.first) out.push(m);
  return out;
};

/** Whether a person named inside a phrase is the one who speaks, not an adjunct ("an aide to X", "X's spokesman"). */
const isSpeaker = (doc: Doc, r: Range, m: Mention): boolean => {
  const { tokens, lang } = doc;
  if (lang === 'en') {
    if (POSSESSIVE_TAIL.test(tokens[m.last]?.form ?? '') && m.last < r.last - 1) return false;
    if (/['’]s?$/.test(tokens[m.last - 1].form) && m.last < r.last) return false;
    for (let i = r.first; i < m.first; i++) {
      const w = tokens[i].lower;
      if (isComma(tokens[i])) return true;
      if (/^(?:to|for|from|close|familiar|near|in|at|with|by|on|who|which)$/.test(w)) return !commaBetween(doc, i, m.first) ? false : true;
      if (w === 'of' && !commaBetween(doc, i, m.first)) return false;
    }
    return true;
  }
  if (lang === 'ru') {
    for (let i = r.first + 1; i < m.first; i++) if (PREPOSITION.ru.test(low(tokens[i], 'ru')) && tokens[i].upos !== 'CCONJ' && !/^(?:по|при)$/.test(tokens[i].lower)) return false;
    return true;
  }
  // Turkish: the last name of the phrase speaks; a genitive before it does not.
  if (/['’]n?[ıiuü]n$/u.test(tokens[m.last - 1].lower) && m.last < r.last) return false;
  return true;
};

const commaBetween = (doc: Doc, a: number, b: number): boolean => {
  for (let i = a; i < b; i++) if (isComma(doc.tokens[i])) return true;
  return false;
};

const SINGULAR_ROLE_RU = /(?:и|ы|ей|ов|ам|ами)$/;

/** Names a voice, or `undefined` where nothing can be made of it. */
export const nameVoice = (doc: Doc, voice: Voice, index: MentionIndex, history: History, isOrigin = false): Named | undefined => {
  if ('unnamed' in voice) return { name: UNNAMED };
  if ('again' in voice) return speakerStill(doc, history, index, voice.sentence);
  const { lang, tokens } = doc;
  const words = reportingWords(lang);
  const whole = voice.np;
  if (whole.last <= whole.first) return undefined;
  const inside = overlapping(doc, index, whole);
  const heads = voice.head !== undefined ? inside.filter((m) => m.first <= (voice.head as number) && m.last > (voice.head as number)) : [];
  const named = (m: Mention): Named => ({ name: m.person ?? m.body ?? bodyOf(doc, m, words, index), speaker: m });
  const withPerson = heads.find((m) => m.person !== undefined && m.kind !== 'adjective');
  if (withPerson && isSpeaker(doc, whole, withPerson)) return named(withPerson);
  const people = inside.filter((m) => m.person !== undefined && (m.kind === 'person' || m.kind === 'office') && m.first >= whole.first - 1 && isSpeaker(doc, whole, m));
  if (people.length) {
    if (lang === 'en') return named(people.find((m) => m.kind === 'person') ?? people[0]);
    // The name ends the phrase: titles and their genitives come before it.
    const end = core(doc, whole).last;
    const near = people.filter((m) => m.first < end && (lang === 'tr' || tokens[m.head].feat('Case') !== 'Gen' || tokens[whole.first].feat('Case') === 'Gen'));
    return named((near.length ? near : people).at(lang === 'ru' && !near.length ? 0 : -1) as Mention);
  }
  const lead = tokens[whole.first], r = core(doc, whole);
  // "сказал он в четверг на встрече": what hangs on the verb is no part of who speaks
  const single = r.last - r.first <= 2;
  if (PRONOUN[lang].test(low(lead, lang)) && single) {
    const m = inside.find((x) => x.kind === 'pronoun' && (x.person ?? x.body) !== undefined) ?? inside.find((x) => x.kind === 'pronoun' && x.parties.length === 1 && x.parties[0] !== 'UNKNOWN');
    // Who spoke a sentence ago and goes on with a pronoun is most often the same.
    const going = history.last?.speaker?.person !== undefined && tokens[whole.first].sentence - history.last.sentence <= 1 ? history.last : undefined;
    if (going && m?.person !== undefined && going.name !== m.person && going.sentence < tokens[whole.first].sentence) return { name: going.name, speaker: going.speaker };
    if (m?.person !== undefined || m?.body !== undefined) return named(m);
    const recent = lang === 'en' && /^(?:he|she|him|her|his)$/.test(lead.lower) ? history.lastPerson ?? history.last : history.last;
    return recent ? { name: recent.name, speaker: recent.speaker } : m ? named(m) : undefined;
  }
  // Sources without a name.
  const sourceAt = sourceWord(doc, r, words);
  if (sourceAt !== undefined) {
    const back = isOrigin ? undefined : anaphor(doc, r, sourceAt, history);
    if (back) return back;
    return { name: UNNAMED };
  }
  // "министр", "сербский лидер", "Bakan": no more than an office, and nobody found for it.
  if (lang !== 'en' && r.last - r.first <= 3 && roleWord(doc, r, words) && !tokens.slice(r.first, r.last).some((t, k) => k > 0 && isCapital(t) && lang === 'ru')) {
    const party = inside.find((m) => m.kind === 'adjective' || m.kind === 'party' || m.kind === 'office')?.parties[0];
    const back = recentPerson(index, tokens[r.first].sentence, r.first, party === 'UNKNOWN' ? undefined : party);
    if (back) return named(back);
    if (!party && history.lastPerson) return { name: history.lastPerson.name, speaker: history.lastPerson.speaker };
  }
  if (lang === 'en') {
    // "the state news agency BelTA", "the squad for organised crime, NCOZ"
    for (let i = r.first; i < r.last - 1; i++) if (words.classes.has(tokens[i].lower) && isCapital(tokens[i + 1])) return { name: wordsOf(doc, r, words), speaker: heads[0] ?? inside.find((m) => m.last > i + 1) };
    for (let i = r.last; i < whole.last; i++) if (isComma(tokens[i - 1] ?? tokens[i]) && /^[A-Z]{2,6}$/.test(tokens[i].form) && (i + 1 >= whole.last || isComma(tokens[i + 1]))) return { name: tokens[i].form, speaker: inside.find((m) => m.first <= i && m.last > i) ?? heads[0] };
  }
  const bodies = (heads.length ? heads : inside.filter((m) => m.kind !== 'adjective' && m.kind !== 'pronoun')).filter((m) => m.first < r.last);
  const body = bodies.find((m) => m.body !== undefined && (lang !== 'tr' || m.last >= r.last - 1)) ?? bodies.find((m) => m.kind === 'party' && m.first <= r.first + 1 && m.last >= r.last - 1);
  if (body && !(body.kind === 'pronoun')) {
    const full = wordsOf(doc, r, words);
    // "МИД республики": the phrase says more than the mention.
    if (lang === 'ru' && body.kind !== 'party' && body.first === r.first && body.last < r.last) return { name: full, speaker: body };
    // "Anadolu Ajansının": a name that begins before the mention.
    if (lang === 'tr' && body.kind !== 'party' && body.first > r.first && isCapital(tokens[body.first - 1]) && isCapital(tokens[body.first])) return { name: full, speaker: body };
    return { name: body.body ?? (body.kind === 'party' ? bodyOf(doc, body, words, index) : full), speaker: body };
  }
  const role = roleWord(doc, r, words);
  if (role) {
    const m = inside.find((x) => x.person !== undefined && x.kind === 'office');
    if (m) return named(m);
    if (history.lastPerson && isDefinite(doc, r)) return { name: history.lastPerson.name, speaker: history.lastPerson.speaker };
  }
  const speaker = heads[0] ?? inside.find((m) => m.kind !== 'adjective');
  if (!canSpeak(doc, r)) return undefined;
  const name = wordsOf(doc, r, words).trim();
  return name ? { name, speaker } : undefined;
};

/** The person last named before a place, of a party where one is asked; the first of his sentence, who is most often its subject. */
/** How many sentences back somebody may have spoken last and still be the one who goes on. */
const STILL = 3;

/**
 * Who goes on speaking where nobody is named: whoever spoke last, or the person whom the sentence before told of
 * ("X konuştu. "..." dedi.").
 */
export const speakerStill = (doc: Doc, history: History, index: MentionIndex, sentence: number): Named | undefined => {
  const { last } = history;
  const before = doc.sentences[sentence - 1], here = doc.sentences[sentence];
  if (before && (!last || last.sentence < before.i)) {
    const told = (index.bySentence.get(before.i) ?? []).find((m) => m.person !== undefined && (m.kind === 'person' || m.kind === 'office') && isSubject(doc, m));
    if (told && (!last || before.paragraph === here?.paragraph)) return { name: told.person as string, speaker: told };
  }
  return last && sentence - last.sentence <= STILL ? { name: last.name, speaker: last.speaker } : undefined;
};

const isSubject = (doc: Doc, m: Mention): boolean => {
  const head = doc.tokens[m.head];
  if (head.deprel.startsWith('nsubj')) return true;
  return doc.lang === 'tr' && doc.tokens[m.last]?.form === ',' && !/['’]/.test(doc.tokens[m.last - 1].form);
};

const recentPerson = (index: MentionIndex, sentence: number, before: number, party?: string): Mention | undefined => {
  for (let s = sentence; s >= Math.max(0, sentence - (party ? 8 : 3)); s--) {
    const people = (index.bySentence.get(s) ?? []).filter((m) => m.kind === 'person' && m.person !== undefined && m.last <= before && (party === undefined || m.parties.includes(party)));
    if (people.length) return people[0];
  }
  return undefined;
};

/** Words of a mention in dictionary form. */
const bodyOf = (doc: Doc, m: Mention, words: ReportingWords, index: MentionIndex): string => {
  const own = wordsOf(doc, { first: m.first, last: m.last }, words);
  const head = doc.tokens[m.head];
  if (doc.lang !== 'ru' || m.kind !== 'party' || head.feat('Case') === 'Nom' || m.last - m.first !== 1) return own;
  // The text's own nominative of the same name, where it has one.
  for (const list of index.bySentence.values()) {
    for (const o of list) {
      if (o.kind === 'party' && o.last - o.first === 1 && o.parties[0] === m.parties[0] && doc.tokens[o.head].feat('Case') === 'Nom' && doc.tokens[o.head].lower.slice(0, 4) === head.lower.slice(0, 4)) return doc.tokens[o.head].form;
    }
  }
  if (/е$/.test(head.lower) && head.feat('Gender') === 'Fem') return `${head.form.slice(0, -1)}а`;
  return own;
};

/** Where a phrase's head is a source word; Turkish heads stand last, English ones before the first preposition. */
const sourceWord = (doc: Doc, r: Range, words: ReportingWords): number | undefined => {
  const { tokens, lang } = doc;
  if (lang === 'tr') {
    for (let i = r.last - 1; i >= r.first; i--) {
      if (!isWord(tokens[i])) continue;
      return inSet(words.sources, low(tokens[i], lang), lang) ? i : undefined;
    }
    return undefined;
  }
  if (lang === 'en') {
    for (let i = r.last - 1; i >= r.first; i--) {
      if (!isWord(tokens[i]) || tokens[i].upos === 'VERB' || tokens[i].upos === 'ADV') continue;
      return words.sources.has(tokens[i].lower) || /^(?:one|two|three|four|five)$/.test(tokens[i].lower) ? i : undefined;
    }
    return undefined;
  }
  for (let i = r.first; i < r.last; i++) {
    const w = low(tokens[i], lang);
    if (words.sources.has(w)) return i;
    if (tokens[i].upos === 'NOUN' && !/^(?:ряд|ряда|большинство|большинства|часть|группа|двое|трое|словам)$/.test(w)) return undefined;
  }
  return undefined;
};

const roleWord = (doc: Doc, r: Range, words: ReportingWords): boolean => {
  for (let i = r.first; i < r.last; i++) if (inSet(words.roles, low(doc.tokens[i], doc.lang), doc.lang)) return true;
  return false;
};

/** Whether a phrase without a name can be somebody: a noun at its head, and before that no verb, no conjunction and no pronoun. */
const canSpeak = ({ tokens }: Doc, r: Range): boolean => {
  const inside = tokens.slice(r.first, r.last), top = inside.find((t) => t.head < r.first || t.head >= r.last);
  if (inside.some(isCapital)) return true;
  return top?.upos === 'NOUN' && !inside.some((t) => t.i <= top.i && /^(?:VERB|AUX|ADV|CCONJ|SCONJ|PRON)$/.test(t.upos) && !t.deprel.startsWith('nmod'));
};

const isDefinite = (doc: Doc, r: Range): boolean => {
  if (doc.lang === 'en') return DEFINITE_EN.test(doc.tokens[r.first].lower);
  return r.last - r.first <= 2;
};

/** A source or an interlocutor stays without a name however often he is quoted. */
const NEVER_BACK = /^(?:source|sources|источник\p{L}*|собеседни\p{L}*|чиновни\p{L}*|kaynak\p{L}*|kayna\p{L}*|yetkili\p{L}*)$/u;

/** "The expert", "эксперт", "uzman": back to the one who spoke before, where the phrase says no more than that. */
const anaphor = (doc: Doc, r: Range, at: number, history: History): Named | undefined => {
  const { tokens, lang } = doc;
  const known = history.last;
  const word = low(tokens[at], lang);
  if (!known || NEVER_BACK.test(word)) return undefined;
  if (lang === 'en') {
    if (tokens[r.first].lower !== 'the' || r.last - r.first > 2 || /s$/.test(word)) return undefined;
  } else if (lang === 'ru') {
    if (r.last - r.first > 1 || SINGULAR_ROLE_RU.test(word) || /^дипломат/.test(word)) return undefined;
  } else if (r.last - r.first > 1 || /l[ae]r/u.test(word)) return undefined;
  return { name: known.name, speaker: known.speaker };
};

/**
 * Which date an act takes: the one of its own clause, never that of the saying verb above it. Turkish goes by the order of
 * verb forms, since a date there precedes the verb it belongs to; English by what stands between the two; Russian by its
 * commas and the tree.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { isGenitive, nextWord, turkishForm } from './tr-forms.ts';
import type { DateMention } from './types.ts';

const NO = Number.POSITIVE_INFINITY;
/** Attachments dearer than this are not made. */
const LIMIT = 3.5;
const CLAUSAL = new Set(['root', 'ccomp', 'advcl', 'acl', 'acl:relcl', 'parataxis', 'xcomp', 'csubj', 'csubj:pass', 'advcl:relcl', 'csubj:outer', 'ccomp:speech', 'parataxis:discourse']);

const isPredicate = (doc: Doc, i: number): boolean => {
  const t = doc.tokens[i];
  if (CLAUSAL.has(t.deprel)) return true;
  if (t.deprel === 'conj') return t.upos === 'VERB' || t.upos === 'AUX' || doc.children(i).some((c) => /^(?:nsubj|csubj|aux|cop)/.test(doc.tokens[c].deprel));
  return (t.deprel === 'amod' || t.deprel.startsWith('advcl')) && t.upos === 'VERB';
};

/** The nearest predicate at or above a token. */
const predicateOf = (doc: Doc, i: number): number => {
  let at = i;
  for (let n = 0; n < 60; n++) {
    if (isPredicate(doc, at)) return at;
    const { head } = doc.tokens[at];
    if (head < 0) return at;
    at = head;
  }
  return at;
};

/** The token of a date that the rest hangs on. */
const headOf = (doc: Doc, d: DateMention): Token => {
  for (let i = d.first; i < d.last; i++) {
    const { head } = doc.tokens[i];
    if (head < d.first || head >= d.last) return doc.tokens[i];
  }
  return doc.tokens[d.last - 1];
};

/** Cost of going from the date's predicate `p` to the act's, `q`. */
const clauseCost = (doc: Doc, p: number, q: number, date: DateMention): number => {
  if (p === q) return 0;
  const { tokens } = doc;
  // Up from q to p: q is part of what p says or does.
  let cost = 0;
  let at = q;
  for (let n = 0; n < 12 && at !== p; n++) {
    const t = tokens[at];
    if (t.head < 0) break;
    const rel = t.deprel;
    if (rel === 'conj') cost += date.first < tokens[predicateOf(doc, t.head)].i ? 1 : 1.8;
    else if (rel === 'xcomp') cost += 1.5;
    else if (rel === 'advcl') {
      const marked = doc.children(at).some((c) => tokens[c].deprel === 'mark');
      cost += marked ? NO : 2;
    } else if (rel.startsWith('acl') && t.feat('VerbForm') === 'Part' && !doc.children(at).some((c) => /^nsubj/.test(tokens[c].deprel))) cost += 3;
    else cost += NO;
    if (cost > LIMIT) break;
    at = predicateOf(doc, t.head);
  }
  if (at === p && cost <= LIMIT) return cost;
  // Up from p to q: the date sits deeper than the act.
  cost = 0;
  at = p;
  for (let n = 0; n < 12 && at !== q; n++) {
    const t = tokens[at];
    if (t.head < 0) return NO;
    const rel = t.deprel;
    if (rel === 'xcomp') cost += 1.5;
    else if (rel === 'conj') cost += 2.6;
    else if (rel === 'advcl') cost += doc.children(at).some((c) => tokens[c].deprel === 'mark') ? NO : 3.2;
    else return NO;
    if (cost > LIMIT) return NO;
    at = predicateOf(doc, t.head);
  }
  return at === q ? cost : NO;
};

const treeCost = (doc: Doc, d: DateMention, trigger: number): number => {
  const { tokens } = doc;
  const head = headOf(doc, d);
  const governor = head.head;
  if (governor === trigger) return 0;
  const t = tokens[trigger];
  const q = predicateOf(doc, trigger);
  if (governor < 0) return q === head.i || tokens[q].head === head.i ? 1 : NO;
  const g = tokens[governor];
  const p = predicateOf(doc, governor);
  const nominal = p !== governor;
  let cost = clauseCost(doc, p, q, d);
  // A noun act beside the date's verb, or a verb whose argument holds the date.
  if (q !== trigger) cost += 0.6;
  if (nominal && g.upos === 'NOUN' && governor !== trigger) cost += Math.abs(governor - d.first) <= 4 ? 0.9 : 1.3;
  // The date of the clause that opens the sentence serves the clauses joined to it.
  if (t.upos !== 'VERB' && t.upos !== 'AUX' && trigger > d.last) cost += 0.1;
  return cost;
};

const isBoundary = (t: Token): boolean => /^[;:—–]$/.test(t.form);

/** Russian commas bound clauses: an act and a date that share a stretch between commas belong together whatever the tree says. */
const stretchCost = (doc: Doc, d: DateMention, trigger: number): number => {
  const { tokens } = doc;
  const [a, b] = trigger < d.first ? [trigger, d.first] : [d.last, trigger];
  let verbs = 0;
  for (let i = a; i < b; i++) {
    const t = tokens[i];
    if (/^[,;:—–«»()“”]$/.test(t.form)) return NO;
    if (i !== trigger && (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf') verbs++;
  }
  return verbs > 0 ? NO : 1.6 + 0.02 * (b - a);
};

/** Turkish: the verbs after a date, in order, each with what it costs to date it. */
const turkishCost = (doc: Doc, d: DateMention, trigger: number, dates: readonly DateMention[]): number => {
  const { tokens, sentences } = doc;
  const end = sentences[d.sentence].last;
  const tree = headOf(doc, d).head === trigger ? -0.4 : 0;
  // A date that modifies a noun: "cuma günkü zirve", "6 Şubat depremleri".
  const lastWord = tokens[d.last - 1].lower;
  if (/k[iü]$/.test(lastWord) && /(?:[dt][ae]ki|günkü|dünkü|bugünkü)$/.test(lastWord)) {
    if (trigger >= d.last && trigger <= d.last + 3) return 0.5;
  }
  if (trigger < d.first) {
    // An act named as the subject of the dated verb: "Görüşme salı günü yapıldı."
    for (let i = trigger + 1; i < d.first; i++) if (turkishForm(tokens[i], tokens[i + 1]) !== undefined || isBoundary(tokens[i])) return NO;
    const subject = tokens[trigger].feat('Case') === 'Nom' && !/^(?:üzerine|için|sonrası|nedeniyle|ile)$/.test(nextWord(tokens, trigger)?.lower ?? '');
    return subject && turkishForm(tokens[trigger], tokens[trigger + 1]) === undefined ? 2.2 + tree : NO;
  }
  const detached = tokens[d.last]?.form === ',';
  let genitive = false;
  for (let i = d.first - 1; i >= sentences[d.sentence].first && !/^[,;:]$/.test(tokens[i].form); i--) {
    if (isGenitive(tokens[i])) {
      genitive = true;
      break;
    }
    if (turkishForm(tokens[i], tokens[i + 1]) !== undefined) break;
  }
  let cost = 0;
  let seen = 0;
  let modified = -1;
  for (let i = detached ? d.last + 1 : d.last; i < end; i++) {
    const t = tokens[i];
    if (isBoundary(t) && !/^[–—]$/.test(t.form)) return NO;
    // Another date takes over from here on.
    if (seen > 0 && dates.some((x) => x !== d && x.first === i && x.sentence === d.sentence && (x.from ?? x.to) !== undefined)) cost += 2.5;
    const form = turkishForm(t, tokens[i + 1]);
    if (i === trigger) {
      // "Kasım 2021'de orduyu üç şoförü öldürmekle suçladı": the charge is dated, not the deed.
      if (seen === 0 && accuses(doc, i) && accusatives(doc, d.last, i) >= 2) return NO;
      // The noun a dated participle modifies: "geçen yıl koyduğu yasağı".
      if (form === undefined && seen === 1 && modified >= 0 && i - modified <= 3) return 0.6 + tree;
      if (form === undefined) return cost + 0.3 + 0.01 * (i - d.last) + tree;
      if (detached && form !== 'finite' && form !== 'converb') return cost + 1.8 + tree;
      return cost + (seen === 0 ? 0 : 0.2) + tree;
    }
    if (form === undefined) continue;
    if (detached && (form === 'participle' || form === 'nominal')) continue;
    if (form === 'converb') cost += 0.6;
    else if (form === 'finite') cost += /^(?:ve|,|ancak|ama)$/.test(nextWord(tokens, i)?.lower ?? '') ? 1 : NO;
    else if (form === 'participle') cost += seen === 0 ? participleCost(doc, i, trigger) : 0.3;
    else if (seen === 0 && accuses(doc, i)) cost += accusatives(doc, d.last, i) >= 2 ? 0.1 : NO;
    else if (seen === 0 && (i - d.last <= 1 || /(?:[dt][ıiuü]ğ[ıiuü]n[ıiuü]|[ae]c[ae]ğ[ıi]n[ıi]|[dt][ıiuü]kl[ae]r[ıi]n[ıi]|[ae]c[ae]kl[ae]r[ıi]n[ıi])$/u.test(t.lower))) cost += NO;
    else cost += seen === 0 ? (genitive ? NO : 2.4) : 0.4;
    seen++;
    modified = form === 'participle' ? i : -1;
    if (cost > LIMIT && !(seen === 1 && modified >= 0)) return NO;
  }
  return NO;
};

/** Participles after which the main verb is of the same occasion ("dün toplanan kalabalık ... protesto etti"). */
const GATHER = /^(?:toplan|yürüyen|buluş|bir araya|gel|konuş|katıl|düzenle)\p{L}*n$/u;
const SETTING = /^(?:paylaşım|açıklama|konuşma|toplantı|demeç|söyleşi|yazı|mesaj|zirve|görüşme|ziyaret|tören|buluşma|duruşma|miting|oturum|kurul|yayın|program|röportaj|basın)\p{L}*$/u;

/** What it costs to reach past the first participle after a date, which most often takes the date for itself. */
const participleCost = (doc: Doc, i: number, trigger: number): number => {
  const { tokens } = doc;
  const { lower } = tokens[i];
  if (/[ae]ca[kğ]|[ae]ce[kğ]|[ae]bil/.test(lower)) return 0.5;
  if (GATHER.test(lower)) return 1.2;
  if (SETTING.test(nextWord(tokens, i)?.lower ?? '')) {
    const form = turkishForm(tokens[trigger], tokens[trigger + 1]);
    return form === 'finite' || form === undefined ? 1 : NO;
  }
  // -dığı with a genitive subject before it is a clause of its own; -an modifies the noun after it.
  return /[dt][ıiuü]ğ|[dt][ıiuü]kl/u.test(lower) ? NO : 3;
};

const accuses = (doc: Doc, i: number): boolean => {
  const { tokens } = doc;
  return /m[ae]kl[ae]$/u.test(tokens[i].lower) && /^(?:suçla|itham|eleştir)/.test(nextWord(tokens, i)?.lower ?? '');
};

const accusatives = (doc: Doc, from: number, to: number): number => {
  let n = 0;
  for (let i = from; i < to; i++) if (doc.tokens[i].feat('Case') === 'Acc') n++;
  return n;
};

const EN_WALL = /^(?:which|who|whom|whose|that|when|after|before|because|while|although|though|if|until|once|as|where|since|unless)$/;
const isFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf' && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Ger';

/** Whether a word bars the way between clauses; "as" and "since" also stand before nouns. */
const isWall = (doc: Doc, i: number): boolean => {
  const t = doc.tokens[i];
  if (/^[;:]$/.test(t.form)) return true;
  if (!EN_WALL.test(t.lower)) return false;
  return t.upos === 'SCONJ' || t.upos === 'PRON' || t.lower === 'which' || t.lower === 'who' || t.lower === 'when' || (t.lower === 'where' && t.upos === 'ADV');
};

/** Whether a date opens its clause: nothing but a preposition or coordinator between it and the clause's start. */
const isFronted = (doc: Doc, d: DateMention): boolean => {
  const { tokens, sentences } = doc;
  const start = sentences[d.sentence].first;
  let k = d.first - 1;
  while (k >= start && (tokens[k].upos === 'ADP' || tokens[k].upos === 'DET' || tokens[k].upos === 'ADV' || tokens[k].upos === 'SCONJ' && /^(?:since|until|as)$/.test(tokens[k].lower))) k--;
  if (k < start) return true;
  const t = tokens[k];
  if (t.upos === 'CCONJ') return k === start || /^[,;]$/.test(tokens[k - 1].form) || !isFinite(tokens[d.last] ?? t);
  return /^[;:—–“"-]$/.test(t.form) || (t.form === ',' && d.first - start <= 4) || isWall(doc, k);
};

const NOMINAL = /^(?:NOUN|PROPN|PRON)$/;

/** A finite verb of another clause, also in a contact clause the tagger reads as a participle ("the sanctions the bloc imposed"). */
const startsClause = (doc: Doc, i: number): boolean => {
  const { tokens } = doc;
  const t = tokens[i];
  if (isFinite(t)) return true;
  return t.upos === 'VERB' && t.feat('VerbForm') === 'Part' && NOMINAL.test(tokens[i - 1]?.upos ?? '') && /^(?:DET|PRON)$/.test(tokens[i - 2]?.upos ?? '') && NOMINAL.test(tokens[i - 3]?.upos ?? '');
};

/** Whether a coordinator brings a subject of its own before its verb. */
const newSubject = (doc: Doc, from: number, to: number): boolean => {
  for (let k = from; k < to; k++) {
    if (isFinite(doc.tokens[k])) return false;
    if (NOMINAL.test(doc.tokens[k].upos)) return true;
  }
  return false;
};

/** English: an act before its date ("met X on Monday"). */
const backCost = (doc: Doc, d: DateMention, trigger: number, noun: boolean): number => {
  if (isFronted(doc, d)) return NO;
  const { tokens } = doc;
  let cost = noun ? 0.5 : 0.2;
  for (let i = trigger + 1; i < d.first; i++) {
    const x = tokens[i];
    if (isWall(doc, i)) return NO;
    if (startsClause(doc, i)) {
      // "met X and flew home on Friday": the date is the last one's; with a subject of its own, altogether.
      const joint = tokens.slice(trigger, i).findLastIndex((y) => y.upos === 'CCONJ');
      if (noun || joint < 0 || newSubject(doc, trigger + joint + 1, i)) return NO;
      cost += 2.4;
    } else if (x.upos === 'VERB') {
      if (/^(?:of|for)$/.test(tokens[i - 1].lower)) return NO;
      cost += x.feat('VerbForm') === 'Inf' || noun ? 1 : 0.9;
    } else if (x.form === ',') cost += 0.15;
    if (cost > LIMIT) return NO;
  }
  return cost;
};

/** Whether a clause opened by "who", "which", "that" is still open where the date stands. */
const inRelative = (doc: Doc, d: DateMention): boolean => {
  for (let i = d.first - 1; i >= doc.sentences[d.sentence].first && !/^[;:]$/.test(doc.tokens[i].form); i--) {
    if (isWall(doc, i)) return true;
    if (isFinite(doc.tokens[i]) && doc.tokens[i - 1]?.form === ',') return false;
  }
  return false;
};

/** English: an act after its date ("On Monday X met", "France on Tuesday expelled", "agreed on Monday to resume"). */
const forthCost = (doc: Doc, d: DateMention, trigger: number, noun: boolean): number => {
  const { tokens } = doc;
  const t = tokens[trigger];
  const fronted = isFronted(doc, d);
  const next = tokens[d.last];
  const lead = tokens[d.first - 1]?.upos === 'ADP' ? tokens[d.first - 2] : tokens[d.first - 1];
  const verbNext = next !== undefined && (isFinite(next) || (next.upos === 'VERB' && /ed$/.test(next.lower)) || (next.upos === 'ADV' && tokens[d.last + 1] !== undefined && isFinite(tokens[d.last + 1])));
  const inner = !fronted && verbNext && lead !== undefined && NOMINAL.test(lead.upos);
  // "X, in a phone call with Y on Monday, urged him": no verb before the date.
  const aside = !fronted && next?.form === ',' && !inRelative(doc, d) && !tokens.slice(clauseStart(doc, d), d.first).some(isFinite);
  let cost = noun ? 1.4 : aside ? 0.6 : 0;
  let finite = 0;
  let joined = false;
  for (let i = d.last; i < trigger; i++) {
    const x = tokens[i];
    if (isWall(doc, i)) {
      // A relative clause inside the subject ends at its comma.
      const close = /^[;:]$/.test(x.form) ? -1 : closingComma(doc, i, trigger);
      if (close < 0) return NO;
      i = close;
      continue;
    }
    if (x.upos === 'CCONJ' && finite > 0) {
      if (newSubject(doc, i + 1, trigger)) return NO;
      joined = true;
      cost += 1;
    } else if (isFinite(x) && x.upos === 'VERB') finite++;
    else if (x.upos === 'VERB' && x.feat('VerbForm') === 'Inf') cost += 0.6;
    if (cost > LIMIT) return NO;
  }
  if (t.feat('VerbForm') === 'Ger' && /^(?:of|for)$/.test(tokens[trigger - 1].lower)) return NO;
  if (fronted || inner || aside) {
    if (finite === 0 || noun) return cost;
    if (t.feat('VerbForm') === 'Inf') return cost + 1.2;
    if (t.feat('VerbForm') === 'Part' || t.feat('VerbForm') === 'Ger') return cost + 2;
    return joined ? cost : NO;
  }
  // "answered on Tuesday by summoning", "agreed on Monday to resume"
  if (trigger - d.last <= 2 && (t.feat('VerbForm') === 'Inf' || t.feat('VerbForm') === 'Ger')) return 1;
  // "received X on Monday, condemned the raid and offered ..."
  const before = tokens[trigger - 1].upos === 'ADV' ? tokens[trigger - 2] : tokens[trigger - 1];
  if (!noun && finite <= 1 && !inRelative(doc, d) && !onNoun(doc, d) && (before?.upos === 'CCONJ' || (before?.form === ',' && trigger - d.last <= 2))) return 2.2 + finite * 0.4;
  return NO;
};

/** Whether a date hangs on a noun ("the attack of Oct. 7"). */
const onNoun = (doc: Doc, d: DateMention): boolean => {
  const { head } = headOf(doc, d);
  return head >= 0 && doc.tokens[head].upos === 'NOUN';
};

const clauseStart = (doc: Doc, d: DateMention): number => {
  let k = d.first;
  while (k > doc.sentences[d.sentence].first && !/^[;:]$/.test(doc.tokens[k - 1].form)) k--;
  return k;
};

/** English: by what stands between the date and the act. */
const englishCost = (doc: Doc, d: DateMention, trigger: number): number => {
  const { tokens } = doc;
  const noun = tokens[trigger].upos !== 'VERB' && tokens[trigger].upos !== 'AUX';
  // "May's summit", "that year's talks": the noun after it alone.
  const possessive = /['’]s?$/.test(tokens[d.last - 1].form) || /^['’]s?$/.test(tokens[d.last]?.form ?? '');
  if (possessive) return noun && trigger >= d.last && trigger <= d.last + 4 ? 0.3 : NO;
  if (/^(?:beyond|than)$/.test(tokens[d.first - 1]?.lower ?? '')) return NO;
  const cost = trigger < d.first ? backCost(doc, d, trigger, noun) : forthCost(doc, d, trigger, noun);
  return headOf(doc, d).head === trigger ? cost - 0.35 : cost;
};

const closingComma = (doc: Doc, from: number, to: number): number => {
  if (doc.tokens[from - 1]?.form !== ',') return -1;
  for (let i = from + 1; i < to; i++) if (doc.tokens[i].form === ',') return i;
  return -1;
};

/** A date that only dates what follows it: its first predicate or act after the words, up to the next comma. */
const subordinateCost = (doc: Doc, d: DateMention, trigger: number): number => {
  if (trigger < d.last) return NO;
  let verbs = 0;
  for (let i = d.last; i < trigger; i++) {
    const t = doc.tokens[i];
    if (isBoundary(t)) return NO;
    if ((t.upos === 'VERB' && isFinite(t)) || (t.form === ',' && verbs > 0)) verbs++;
  }
  const noun = doc.tokens[trigger].upos === 'NOUN';
  return verbs === 0 ? (noun ? 1.4 : -0.5) : verbs === 1 && !noun ? 2 : NO;
};

/**
 * The best date for an act: `dates` as found by `findDates`, `trigger` the token that names the act. Only dates of the
 * trigger's own sentence count; none where they belong to other clauses.
 */
export const dateFor = (dates: readonly DateMention[], doc: Doc, trigger: number): DateMention | undefined => {
  const t = doc.tokens[trigger];
  if (!t) return undefined;
  let best: DateMention | undefined;
  let least = LIMIT;
  for (const d of dates) {
    if (d.sentence < t.sentence) continue;
    if (d.sentence > t.sentence) break;
    if (d.dateline || (d.from ?? d.to) === undefined || (trigger >= d.first && trigger < d.last)) continue;
    let cost: number;
    if (d.subordinate) cost = subordinateCost(doc, d, trigger);
    else if (doc.lang === 'tr') cost = turkishCost(doc, d, trigger, dates);
    else if (doc.lang === 'en') cost = englishCost(doc, d, trigger);
    else cost = Math.min(treeCost(doc, d, trigger), stretchCost(doc, d, trigger));
    if (cost === NO) continue;
    cost += 0.01 * Math.min(30, Math.abs(trigger - d.first));
    if (cost < least) {
      least = cost;
      best = d;
    }
  }
  return best;
};

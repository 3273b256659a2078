/**
 * Which date an act takes: the one of its own clause, never that of the saying verb above it. English and Russian go by the
 * tree; Turkish by the order of verb forms, since a date there precedes the verb it belongs to.
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

/** A date that only dates what follows it: its first predicate or act after the words, up to the next comma. */
const subordinateCost = (doc: Doc, d: DateMention, trigger: number): number => {
  if (trigger < d.last) return NO;
  let verbs = 0;
  for (let i = d.last; i < trigger; i++) {
    const t = doc.tokens[i];
    if (isBoundary(t)) return NO;
    if ((t.upos === 'VERB' && t.feat('VerbForm') !== 'Inf') || (t.form === ',' && verbs > 0)) verbs++;
  }
  return verbs === 0 ? 0.2 : verbs === 1 ? 2 : NO;
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
    else {
      cost = treeCost(doc, d, trigger);
      if (doc.lang === 'ru') cost = Math.min(cost, stretchCost(doc, d, trigger));
    }
    if (cost === NO) continue;
    cost += 0.01 * Math.min(30, Math.abs(trigger - d.first));
    if (cost < least) {
      least = cost;
      best = d;
    }
  }
  return best;
};

/**
 * Which date an act takes: the one of its own clause, never that of the saying verb above it. Turkish goes by the order of
 * verb forms, since a date there precedes the verb it belongs to; English by what stands between the two; Russian by its
 * commas and what joins the stretches between them.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { isGenitive, nextWord, turkishForm } from './tr-forms.ts';
import type { DateMention } from './types.ts';

const NO = Number.POSITIVE_INFINITY;
/** Attachments dearer than this are not made. */
const LIMIT = 3.5;
/** The token of a date that the rest hangs on. */
export const headOf = (doc: Doc, d: DateMention): Token => {
  for (let i = d.first; i < d.last; i++) {
    const { head } = doc.tokens[i];
    if (head < d.first || head >= d.last) return doc.tokens[i];
  }
  return doc.tokens[d.last - 1];
};

const isBoundary = (t: Token): boolean => /^[;:—–]$/.test(t.form);

interface Chunk {
  first: number;
  last: number;
  /** A relative or subordinate clause; a participle or gerund phrase; joined by а, и, но; anything else. */
  kind: 'clause' | 'participle' | 'gerund' | 'joined' | 'plain';
  finite: boolean;
}

const RU_CLAUSE = /^(?:котор\p{L}*|где|когда|что|чтобы|если|чьи|чей|чья|хотя|потому|поскольку|пока|будто|как|куда|откуда)$/u;
const isParticiple = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'ADJ') && (t.feat('VerbForm') === 'Part' || /(?:вш|ющ|ащ|ящ|нн|емы|имы)(?:ий|ая|ее|ие|его|ей|их|ым|ый|ое|ые|ого|ой|ую|ими|ом|ем|ему|ому)(?:ся)?$/u.test(t.lower)) && t.upos === 'VERB';
const isGerund = (t: Token): boolean => t.feat('VerbForm') === 'Conv';
const isRussianFinite = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feat('VerbForm') !== 'Inf' && t.feat('VerbForm') !== 'Part' && t.feat('VerbForm') !== 'Conv';

/** A sentence cut at its commas and other marks. */
const chunksOf = (doc: Doc, sentence: number): Chunk[] => {
  const { first, last } = doc.sentences[sentence];
  const out: Chunk[] = [];
  let at = first;
  for (let i = first; i <= last; i++) {
    const t = doc.tokens[i];
    if (i < last && !/^[,;:—–()]$/.test(t.form)) continue;
    if (i > at) {
      let lead = at;
      while (lead < i && /^(?:PUNCT|ADP|PART)$/.test(doc.tokens[lead].upos)) lead++;
      const head = doc.tokens[Math.min(lead, i - 1)];
      let kind: Chunk['kind'] = 'plain';
      if (RU_CLAUSE.test(head.lower)) kind = 'clause';
      else if (/^(?:а|но|однако|и|зато|либо)$/.test(head.lower)) kind = 'joined';
      else if (isGerund(head)) kind = 'gerund';
      else {
        const verb = doc.tokens.slice(at, i).find((x) => x.upos === 'VERB');
        if (verb && isParticiple(verb) && !doc.tokens.slice(at, i).some(isRussianFinite) && (verb.i - at <= 4)) kind = 'participle';
      }
      out.push({ first: at, last: i, kind, finite: doc.tokens.slice(at, i).some(isRussianFinite) });
    }
    at = i + 1;
  }
  return out;
};

/** Whether a stretch opens with a subject of its own. */
const hasSubject = (doc: Doc, c: Chunk): boolean => {
  for (let i = c.first; i < c.last; i++) {
    const t = doc.tokens[i];
    if (isRussianFinite(t)) return false;
    if (/^(?:NOUN|PROPN|PRON)$/.test(t.upos) && t.feat('Case') === 'Nom' && doc.tokens[i - 1]?.upos !== 'ADP') return true;
  }
  return false;
};

/** Russian: by commas, which bound clauses, and by what joins them. */
const russianCost = (doc: Doc, d: DateMention, trigger: number, parts: readonly Chunk[]): number => {
  const { tokens } = doc;
  const t = tokens[trigger];
  const noun = t.upos !== 'VERB' && t.upos !== 'AUX';
  const governor = headOf(doc, d).head;
  const tree = governor === trigger ? -0.35 : 0;
  // "задержанного 26 декабря судна": the participle before a noun keeps the date.
  if (governor >= 0 && isParticiple(tokens[governor]) && governor < d.first && d.first - governor <= 4 && !/^[,]$/.test(tokens[d.last]?.form ?? '') && tokens[governor - 1]?.form !== ',' && tokens[governor].deprel.startsWith('amod')) {
    return trigger === governor ? 0 : trigger >= d.last && trigger <= d.last + 1 && noun ? 0.6 : NO;
  }
  const a = parts.findIndex((c) => d.first >= c.first && d.first < c.last);
  const b = parts.findIndex((c) => trigger >= c.first && trigger < c.last);
  if (a < 0 || b < 0) return NO;
  const [from, to] = [parts[a], parts[b]];
  const base = noun ? 0.5 : 0;
  if (a === b) {
    let cost = base;
    const [x, y] = trigger < d.first ? [trigger + 1, d.first] : [d.last, trigger];
    for (let i = x; i < y; i++) {
      if (!isRussianFinite(tokens[i])) continue;
      const joint = tokens.slice(x, i).findLastIndex((z) => z.upos === 'CCONJ');
      if (trigger < d.first) cost += joint >= 0 && !noun ? 2.4 : NO;
      else cost += tokens.slice(i, trigger).some((z) => z.upos === 'CCONJ') ? 0.8 : noun ? 0.9 : 2.4;
    }
    // "принял приглашение приехать на этой неделе": the date is the infinitive's.
    if (trigger < d.first && tokens.slice(trigger + 1, d.first).some((z) => z.upos === 'VERB' && z.feat('VerbForm') === 'Inf')) cost += noun ? 2 : 1.4;
    return cost + tree;
  }
  const between = b > a ? parts.slice(a + 1, b) : parts.slice(b + 1, a);
  const [x, y] = b > a ? [from.last, to.first] : [to.last, from.first];
  for (let i = x; i < y; i++) {
    if (tokens[i].form === ';') return NO;
    // "Бои пришлись на 24 июля: ...": what the colon unfolds happened then.
    if (tokens[i].form === ':' && !(b > a && i === d.last) && (b < a ? to.finite : from.finite)) return NO;
  }
  if (b > a) {
    if (from.kind === 'clause' || from.kind === 'participle' || to.kind === 'clause') return NO;
    if (from.kind === 'gerund') return to.finite && to.kind === 'plain' ? 1.5 + base : NO;
    if (tokens[d.last]?.form === ':') return 1 + base + 0.3 * between.length;
    // A date that opens the sentence serves the clauses set beside the first one by "а" or a bare comma.
    const opens = d.first - doc.sentences[d.sentence].first <= 2;
    if (opens && b === a + 1 && from.finite && hasSubject(doc, to) && (to.kind === 'plain' || tokens[to.first].lower === 'а')) return 2.4 + base;
    if (between.some((c) => c.kind === 'joined' && hasSubject(doc, c) && c.finite)) return NO;
    if (to.kind === 'participle') return NO;
    if (to.kind === 'gerund') return from.finite ? 1 + base : NO;
    // "Уже на следующий день, 31 октября, министр пригрозил": the date stands alone.
    if (!from.finite && !between.some((c) => c.finite && c.kind === 'plain')) return 0.3 + base;
    if (hasSubject(doc, to)) return to.kind === 'joined' || parts.length > b + 1 && a > 0 ? NO : 2.6 + base;
    return 1.1 + base + 0.4 * between.filter((c) => c.finite && c.kind !== 'clause').length;
  }
  if (to.kind === 'clause' || to.kind === 'participle' || to.kind === 'gerund') return NO;
  if (from.kind === 'participle') {
    // "Визит, состоявшийся в среду": the noun right before the comma.
    return noun && b === a - 1 && from.first - trigger <= 14 ? 0.9 : NO;
  }
  if (from.kind === 'clause' || from.kind === 'gerund') return NO;
  if (to.finite && from.finite) return NO;
  return (to.finite ? 0.8 : 1) + base;
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
      // "lifted the ban imposed in 2019"
      if (/^(?:of|for)$/.test(tokens[i - 1].lower) || (x.deprel === 'acl' && x.feat('VerbForm') === 'Part' && d.first - i <= 2)) return NO;
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
      const own = newSubject(doc, i + 1, trigger);
      // "In August A blacklisted two ministers, and B froze their assets": one date for both, told alike.
      const alike = own && fronted && d.first - doc.sentences[d.sentence].first <= 2 && isFinite(t) && t.upos === 'VERB' && !/^(?:has|have|had|is|are|was|were|will|would|may|could)$/.test(tokens[trigger - 1].lower);
      if (own && !alike) return NO;
      joined = true;
      cost += own ? 2.4 : 1;
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

/** What it costs to attach dates of its sentence to an act; infinite where one belongs to other clauses. Dearer than LIMIT is not done. */
export const attachments = (dates: readonly DateMention[], doc: Doc, trigger: number): { date: DateMention; cost: number }[] => {
  const t = doc.tokens[trigger];
  if (!t) return [];
  const out: { date: DateMention; cost: number }[] = [];
  let parts: Chunk[] | undefined;
  for (const d of dates) {
    if (d.sentence < t.sentence) continue;
    if (d.sentence > t.sentence) break;
    if (d.dateline || (d.from ?? d.to) === undefined || (trigger >= d.first && trigger < d.last)) continue;
    let cost: number;
    if (d.subordinate) cost = subordinateCost(doc, d, trigger);
    else if (doc.lang === 'tr') cost = turkishCost(doc, d, trigger, dates);
    else if (doc.lang === 'en') cost = englishCost(doc, d, trigger);
    else cost = russianCost(doc, d, trigger, (parts ??= chunksOf(doc, t.sentence)));
    out.push({ date: d, cost: cost + 0.01 * Math.min(30, Math.abs(trigger - d.first)) });
  }
  return out;
};

/**
 * The best date for an act: `dates` as found by `findDates`, `trigger` the token that names the act. Only dates of the
 * trigger's own sentence count; none where they belong to other clauses.
 */
export const dateFor = (dates: readonly DateMention[], doc: Doc, trigger: number): DateMention | undefined => {
  let best: DateMention | undefined, least = LIMIT;
  for (const { date, cost } of attachments(dates, doc, trigger)) {
    if (cost >= least) continue;
    least = cost;
    best = date;
  }
  return best;
};

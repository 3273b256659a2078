/**
 * Whether the clause a date stands in tells of the past or of the future, from the verb forms around it. Form first:
 * a parser's tree is not needed.
 */
import type { Doc, Token } from '../../language/doc.ts';
import { verbFeature } from '../tense.ts';

const BREAK = /^[;:—–]$/;

const EN_FUTURE = /^(?:will|shall|'ll|’ll|won't|won’t|wo|would|may|might|could|can|due|scheduled|planned|plans|plan|expected|expects|expect|slated|poised|intends|intend|set|wants|hopes|should)$/;
const EN_BREAK = /^(?:which|who|whom|whose|that|when|where|after|because|although|though|while|if|once|until|and|but)$/;
const EN_BE = /^(?:is|are|was|were|be|been|being|has|have|had)$/;

const isPastVerbEn = (t: Token): boolean =>
  (t.upos === 'VERB' && t.feat('Tense') === 'Past' && t.feat('VerbForm') !== 'Part') || /^(?:had|was|were|did)$/.test(t.lower);

const english = (doc: Doc, first: number, last: number, from: number, to: number): boolean | undefined => {
  const { tokens } = doc;
  let sawVerb = false;
  for (let i = first - 1; i >= from; i--) {
    const t = tokens[i];
    if (BREAK.test(t.form) || /^[“”"]$/.test(t.form)) break;
    if (EN_FUTURE.test(t.lower) && !(t.lower === 'may' && t.form === 'May') && t.upos !== 'NOUN') {
      return !(tokens[i + 1]?.lower === 'have' && i + 1 < first);
    }
    if (t.lower === 'to' && tokens[i - 1] && /^(?:is|are|was|were|agreed|pledged|vowed|promised|going)$/.test(tokens[i - 1].lower) && tokens[i + 1]?.upos === 'VERB') return true;
    if (isPastVerbEn(t) || (t.upos === 'VERB' && /ed$/.test(t.lower) && /^(?:PRON|PROPN|NOUN)$/.test(tokens[i - 1]?.upos ?? ''))) return false;
    if (EN_BE.test(t.lower)) {
      if (tokens[i + 1]?.lower === 'to' && /^(?:is|are)$/.test(t.lower)) return true;
      return /^(?:has|have|had|was|were)$/.test(t.lower) ? false : undefined;
    }
    if (t.upos === 'VERB') sawVerb = true;
    if (EN_BREAK.test(t.lower) && sawVerb) break;
    if (/^(?:which|who|when|where|after|because|if)$/.test(t.lower)) break;
  }
  for (let i = last; i < to; i++) {
    const t = tokens[i];
    if (BREAK.test(t.form)) break;
    if (EN_FUTURE.test(t.lower) && t.upos !== 'NOUN' && t.form !== 'May') return tokens[i + 1]?.lower !== 'have';
    if (isPastVerbEn(t) || /^(?:has|have)$/.test(t.lower)) return false;
    if (/^(?:is|are)$/.test(t.lower)) return tokens[i + 1]?.lower === 'to' || tokens[i + 1]?.lower === 'due' ? true : undefined;
  }
  return undefined;
};

/** Turkish verb forms by their endings: -acak and -abilir look ahead, -dı, -mış, -dık and bare -an look back. */
const TR_FUTURE = /(?:[ae]ca[kğ]|[ae]ce[kğ]|[ae]bil(?:ir|ec|iyor|me)|(?:yor|nır|nir)(?:lar|ler)?$)/u;
const TR_EXPECT = /^(?:bekleni|planlan|öngörül|hedeflen|beklenen|planlanan|öngörülen|kararlaştır|gereki|gerekt|tasarlan|program)/u;
const TR_PAST = /(?:[dt][ıiuü](?:lar|ler|k|m)?$|m[ıiuü]ş(?:t[ıiuü])?(?:lar|ler)?$|[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ae]r[ıi])/u;
const TR_NOUN = /m[ae](?:s[ıiuü]|l[ae]r[ıi])(?:n[ıiuü]n?|n[ae]|nd[ae]n?|yl[ae])?$/u;
const TR_PARTICIPLE = /(?:[yşlrnkzğt]?[ae]n)$/u;

const turkish = (doc: Doc, last: number, to: number): boolean | undefined => {
  const { tokens } = doc;
  let comma = false;
  for (let i = last; i < to; i++) {
    const t = tokens[i];
    if (t.form === ';') return undefined;
    if (t.form === ',') comma = true;
    const f = t.lower;
    if (f.length < 4) continue;
    // A capital inside a sentence is a name, whatever it ends in.
    if (t.form[0] !== f[0] && i > last) continue;
    const verbal = t.upos === 'VERB' || t.upos === 'AUX' || t.feat('VerbForm') !== undefined;
    if (/(?:[ae]ca[kğ]|[ae]ce[kğ])/u.test(f) && !/^(?:gelecek|olacak)$/.test(f)) return true;
    if (TR_NOUN.test(f) && (verbal || t.upos === 'NOUN')) {
      for (let j = i + 1; j < Math.min(to, i + 4); j++) if (TR_EXPECT.test(tokens[j].lower)) return true;
      if (verbal) continue;
    }
    if (!verbal) continue;
    // Past a comma a participle belongs to a noun of its own.
    if (comma && /(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ae]r[ıi]|[ae]n)$/u.test(f)) continue;
    if (TR_PAST.test(f)) return false;
    if (TR_FUTURE.test(f) || t.feat('Tense') === 'Fut') return /yor/.test(f) ? undefined : true;
    // The finite aorist ("masaya oturur") promises or foretells.
    if (/(?:[aeıiuü]r|m[ae]z)(?:lar|ler)?$/u.test(f) && t.feat('VerbForm') !== 'Part' && (i + 1 >= to || /^[.,;!?”"]$/.test(tokens[i + 1].form))) return true;
    if (TR_PARTICIPLE.test(f) && t.feat('VerbForm') === 'Part') return false;
  }
  return undefined;
};

const RU_MODAL = /^(?:может|могут|смогут|сможет|мог|намерен|намерена|намерены|планирует|планируют|планируется|ожидается|собирается|собираются|готовится|готовятся|должен|должна|должны|должно|предстоит|намечен|намечена|намечено|намечены|запланирован|запланирована|запланированы|запланировано|назначен|назначена|назначены|назначили|назначил|будет|будут|буду|будем|обещает|обещают|хочет|хотят|возможны|возможен|возможна|возможно|рассчитывает|рассчитывают)$/;
const RU_PHASE = /^(?:прекраща|начина|ввод|закрыва|открыва|вступа|запреща|приостанавлива|возобновля|стартуе|стартую)(?:ет|ют|ит|ят|т|ется|ются)?$/;
const RU_PAST = /(?:л|ла|ло|ли|лся|лась|лось|лись)$/;

const russianVerb = (t: Token): boolean | undefined => {
  if (RU_MODAL.test(t.lower.replace(/ё/g, 'е'))) return true;
  if (verbFeature(t, 'ru', 'Tense') === 'Fut') return true;
  // A perfective has no present: "отправит" looks ahead, whatever tense a tagger writes.
  if (t.upos === 'VERB' && t.feat('Tense') === 'Pres' && t.feat('Aspect') === 'Perf' && t.feat('VerbForm') === 'Fin') return true;
  // The present of opening and closing, with a day: "с понедельника прекращает".
  if (RU_PHASE.test(t.lower)) return true;
  if (t.upos === 'VERB' || t.upos === 'AUX') {
    if (RU_PAST.test(t.lower) && t.feat('VerbForm') !== 'Inf') return false;
    if (t.feat('Tense') === 'Past') return false;
  }
  return undefined;
};

const russian = (doc: Doc, first: number, last: number, from: number, to: number): boolean | undefined => {
  const { tokens } = doc;
  // Commas bound clauses: first the date's own, then the rest of the sentence outward.
  let [a, b] = [first, last];
  while (a > from && !/^[,;:—–«»()]$/.test(tokens[a - 1].form)) a--;
  while (b < to && !/^[,;:—–«»()]$/.test(tokens[b].form)) b++;
  const look = (x: number, y: number): boolean | undefined => {
    let found: boolean | undefined;
    for (let i = x; i < y; i++) {
      const v = russianVerb(tokens[i]);
      if (v === true) return true;
      found ??= v;
    }
    return found;
  };
  const own = look(a, b);
  if (own !== undefined) return own;
  for (let i = b; i < to; i++) {
    if (/^[;]$/.test(tokens[i].form)) break;
    const v = russianVerb(tokens[i]);
    if (v !== undefined) return v;
  }
  for (let i = a - 1; i >= from; i--) {
    const v = russianVerb(tokens[i]);
    if (v !== undefined) return v;
  }
  return undefined;
};

/** `true` where the clause around tokens `[first, last)` looks ahead, `false` where it looks back, `undefined` where its verbs do not say. */
export const looksAhead = (doc: Doc, sentence: number, first: number, last: number): boolean | undefined => {
  const s = doc.sentences[sentence];
  if (!s) return undefined;
  if (doc.lang === 'en') return english(doc, first, last, s.first, s.last);
  if (doc.lang === 'tr') return turkish(doc, last, s.last);
  return russian(doc, first, last, s.first, s.last);
};

/** Turkish date expressions. The case of the last word says how the date relates: -da at, -dan beri since, -a kadar until. */
import type { Part, Season } from './calendar.ts';
import type { Core, Expression, Sense, Unit, YearRef } from './expression.ts';
import type { Grammar, Match } from './grammar.ts';
import { dayAt, isDash, isoDate, numberAt, numericDate, scan, unitAt, yearAt } from './grammar.ts';
import type { Word } from './words.ts';
import { value, valueN } from './words.ts';

interface Found {
  core: Core;
  last: number;
  part?: Part;
}

const is = (words: readonly Word[], i: number, ...forms: string[]): boolean => words[i] !== undefined && forms.includes(words[i].lower);
const has = (words: readonly Word[], i: number, type: string): boolean => words[i]?.classes?.has(type) ?? false;
const isLetter = (word: Word | undefined): boolean => word !== undefined && /^\p{L}/u.test(word.text);

const SHIFT: Record<Sense, number> = { last: -1, next: 1, this: 0, same: 0 };

/** Month name; the reader knows it by stem. A capital without number or case may be a surname (Kasım, Ekim). */
const monthAt = (words: readonly Word[], i: number): number | undefined => {
  const m = valueN(words, i, 'month');
  if (m === undefined || words[i].case === 'ins') return undefined;
  return m;
};

/** A noun "ay", "yıl", "gün", "hafta" in any case. */
const unitIs = (words: readonly Word[], i: number, unit: string): boolean => value(words, i, 'unit') === unit;

/** "günü", "gecesi", "sabahı", "akşam saatlerinde" after a day. */
const afterDay = (words: readonly Word[], i: number): number => {
  let j = i;
  if (unitIs(words, j, 'day') && words[j].case !== 'nom' && words[j].lower !== 'günler') j++;
  if (has(words, j, 'daytime')) {
    j++;
    if (is(words, j, 'saatlerinde', 'saatleri', 'vakti', 'üstü', 'erken')) j++;
  } else if (is(words, j, 'erken') && is(words, j + 1, 'saatlerde')) j += 2;
  return j;
};

/** başında, ortasında, sonunda, sonlarına. */
const partAt = (words: readonly Word[], i: number): Part | undefined => {
  const p = value(words, i, 'part') as Part | undefined;
  // "başı" is a head as well: only with a case that places it in time.
  return p !== undefined && words[i].case !== 'gen' ? p : undefined;
};

/** "2021", "2021'in", "2021 yılının", "aynı yılın", "geçen yıl(ın)", "bu yılın" before a month or season. */
const yearBefore = (words: readonly Word[], i: number): { ref: YearRef; last: number } | undefined => {
  const year = yearAt(words, i);
  if (year !== undefined) {
    if (unitIs(words, i + 1, 'year') && words[i + 1].case !== 'loc') return { ref: { year }, last: i + 2 };
    if (words[i].case === 'nom' || words[i].case === 'gen') return { ref: { year }, last: i + 1 };
    return undefined;
  }
  if (has(words, i, 'sense') && unitIs(words, i + 1, 'year') && words[i + 1].case !== 'loc') {
    const s = value(words, i, 'sense') as Sense;
    if (words[i].lower === 'önceki') return { ref: { shift: -2 }, last: i + 2 };
    if (words[i].lower === 'sonraki') return { ref: { same: true, shift: 1 }, last: i + 2 };
    if (words[i].lower === 'son') return undefined;
    return { ref: s === 'same' ? { same: true } : { shift: SHIFT[s] }, last: i + 2 };
  }
  if (is(words, i, 'ertesi') && unitIs(words, i + 1, 'year')) return { ref: { same: true, shift: 1 }, last: i + 2 };
  return undefined;
};

/** After a month's name: "ayı(nda)", "2022('de)", "başında". */
const monthTail = (words: readonly Word[], i: number, month: number, yearRef?: YearRef, sense?: Sense): Found => {
  let j = i;
  let ref = yearRef;
  if (!ref) {
    const year = yearAt(words, j);
    if (year !== undefined) {
      ref = { year };
      j++;
      if (unitIs(words, j, 'year')) j++;
    }
  }
  if (unitIs(words, j, 'month')) j++;
  const part = partAt(words, j);
  if (part !== undefined) j++;
  else if (is(words, j, 'ilk') && is(words, j + 1, 'haftasında', 'yarısında', 'günlerinde')) return { core: { shape: 'month', month, yearRef: ref, sense }, part: 'early', last: j + 2 };
  else if (is(words, j, 'son') && is(words, j + 1, 'haftasında', 'günlerinde')) return { core: { shape: 'month', month, yearRef: ref, sense }, part: 'late', last: j + 2 };
  // "nisanın 5'inde"
  const day = dayAt(words, j);
  if (part === undefined && day !== undefined && words[j].suffix !== '' && words[j].case !== 'nom') return { core: { shape: 'day', day, month, yearRef: ref }, last: j + 1 };
  return { core: { shape: 'month', month, yearRef: ref, sense }, part, last: j };
};

/** Whether a bare month name at a place is a date and no name. */
const monthStands = (words: readonly Word[], i: number): boolean => {
  const w = words[i];
  if (w.case === 'loc' || w.case === 'abl' || w.case === 'attr') return !(w.capital && w.suffix === '' && i > 0 && w.lower.length <= 4);
  if (unitIs(words, i + 1, 'month') || partAt(words, i + 1) !== undefined || yearAt(words, i + 1) !== undefined) return true;
  if (is(words, i + 1, 'ilk', 'son') && isLetter(words[i + 2])) return !w.capital;
  if (w.case === 'dat') return is(words, i + 1, 'kadar', 'dek', 'değin', 'doğru');
  if (w.case === 'gen') return dayAt(words, i + 1) !== undefined || partAt(words, i + 1) !== undefined;
  return false;
};

const dayMonth = (words: readonly Word[], i: number): Found | undefined => {
  const first = dayAt(words, i);
  if (first === undefined) return undefined;
  let j = i + 1;
  const days = [first];
  while ((isDash(words[j]) || is(words, j, 've', 'ile', 'ila', ',')) && dayAt(words, j + 1) !== undefined && days.length < 3) {
    days.push(dayAt(words, j + 1) as number);
    j += 2;
  }
  if (words[j - 1].suffix && words[j - 1].case !== 'abl') return undefined;
  const month = monthAt(words, j);
  if (month === undefined) return undefined;
  // "5 ocak" the hearths, "3 mart": fine; but "12 ay" never comes here. A dative "aya" neither.
  j++;
  const year = yearAt(words, j);
  const ref: YearRef | undefined = year !== undefined ? { year } : undefined;
  if (ref) j++;
  const day = (d: number): Core => ({ shape: 'day', day: d, month, yearRef: ref });
  const end = afterDay(words, j);
  const weekday = valueN(words, end, 'weekday');
  const last = weekday !== undefined ? afterDay(words, end + 1) : end;
  if (days.length > 1) return { core: { shape: 'span', from: day(days[0]), to: day(days[days.length - 1]) }, last: is(words, last, 'arasında', 'tarihlerinde', 'tarihleri') ? last + 1 : last };
  return { core: day(first), last: is(words, last, 'tarihinde', 'tarihli') ? last + 1 : last };
};

const weekdayPhrase = (words: readonly Word[], i: number): Found | undefined => {
  const weekday = valueN(words, i, 'weekday');
  if (weekday === undefined) return undefined;
  const w = words[i];
  const last = afterDay(words, i + 1);
  const marked = last > i + 1 || words[i - 1]?.classes?.has('sense') || unitIs(words, i - 1, 'week');
  if (weekday === 7 && !marked) return undefined;
  if (!marked) {
    // Bare: "salı Ankara'da", "cumaya kadar"; not the noun ("cuma namazı") nor a place ("Çarşamba'da").
    if (w.capital && (w.suffix !== '' || i > 0)) return undefined;
    if (is(words, i + 1, 'namazı', 'hutbesi', 'pazarı', 'namazının', 'namazında', 'toplantıları')) return undefined;
    if (w.case === 'ins' || w.case === 'gen') return undefined;
    if (w.case === 'dat' && !is(words, i + 1, 'kadar', 'dek', 'değin')) return undefined;
  }
  return { core: { shape: 'weekday', weekday }, last };
};

/** "üç gün önce", "iki hafta sonra", "birkaç ay önce". */
const distance = (words: readonly Word[], i: number): Found | undefined => {
  let j = i;
  const now = is(words, j, 'bundan');
  const then = is(words, j, 'ondan', 'olaydan', 'görüşmeden', 'bundan') && !now;
  if (now || then) j++;
  let vague = false;
  while (has(words, j, 'vague') || is(words, j, 'daha') || is(words, j, 'bir') && has(words, j + 1, 'vague')) {
    vague = vague || has(words, j, 'vague');
    j++;
  }
  const n = numberAt(words, j);
  if (n !== undefined) j++;
  else if (!vague) return undefined;
  if (is(words, j, 'kadar', 'küsur')) {
    vague = true;
    j++;
  }
  const u = unitAt(words, j);
  if (u === undefined || words[j].case !== 'nom') return undefined;
  j++;
  if (is(words, j, 'kadar')) j++;
  const back = is(words, j, 'önce', 'evvel', 'öncesinde', 'önceki');
  const forth = is(words, j, 'sonra', 'sonrasında', 'sonraki');
  if (!back && !forth) return undefined;
  if (is(words, j - 1, 'kadar')) vague = true;
  const last = j + 1;
  if (vague && n === undefined || vague && u !== 'hour' || n === undefined) return { core: { shape: 'none' }, last };
  if (u === 'hour') return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last };
  const size = (n as number) * u.factor * (back ? -1 : 1);
  if (u.factor !== 1) return { core: { shape: 'none' }, last };
  // "bir gün önce": the day before the one told of (yesterday is "dün"); longer distances count from publication.
  if (back && !then && (now || !(n === 1 && u.unit === 'day'))) return { core: { shape: 'distance', unit: u.unit, shift: size }, last };
  return { core: { shape: 'anchored', unit: u.unit, shift: size }, last };
};

/** geçen/bu/gelecek + unit, weekday, month or season. */
const sensePhrase = (words: readonly Word[], i: number): Found | undefined => {
  const w = words[i];
  const sense = value(words, i, 'sense') as Sense | undefined;
  const j = i + 1;
  if (is(words, i, 'bir') && is(words, j, 'sonraki', 'önceki')) {
    const u = unitAt(words, j + 1);
    if (u && u !== 'hour') return { core: { shape: 'anchored', unit: u.unit, shift: words[j].lower === 'sonraki' ? 1 : -1, whole: true }, last: afterDay(words, j + 2) };
  }
  if (is(words, i, 'ertesi')) {
    const u = unitAt(words, j);
    if (u && u !== 'hour') return { core: { shape: 'anchored', unit: u.unit, shift: 1, whole: true }, last: has(words, j + 1, 'daytime') ? j + 2 : j + 1 };
    if (has(words, j, 'daytime')) return { core: { shape: 'anchored', unit: 'day', shift: 1 }, last: j + 1 };
    return undefined;
  }
  if (is(words, i, 'evvelki', 'evvelsi') || (is(words, i, 'önceki') && unitIs(words, j, 'day'))) {
    return unitIs(words, j, 'day') || has(words, j, 'daytime') ? { core: { shape: 'unit', unit: 'day', shift: -2 }, last: j + 1 } : undefined;
  }
  if (sense === undefined || w.lower === 'içinde') return undefined;
  if (w.lower === 'son' || w.lower === 'geride') {
    // "son iki hafta", "son haftalarda": a stretch.
    const n = numberAt(words, j) !== undefined || has(words, j, 'vague') ? j + 1 : j;
    return unitAt(words, n) ? { core: { shape: 'none' }, last: n + 1 } : undefined;
  }
  // "geçen yılın ekim ayında", "geçen yıl temmuzda", "bu yıl 5 Mayıs'ta", "geçen yıl sonunda", "geçen yaz"
  const ref = yearBefore(words, i);
  if (ref) {
    const month = monthAt(words, ref.last);
    if (month !== undefined && (monthStands(words, ref.last) || words[ref.last].case !== 'nom')) return monthTail(words, ref.last + 1, month, ref.ref);
    const season = value(words, ref.last, 'season') as Season | undefined;
    if (season !== undefined) return { core: { shape: 'season', season, yearRef: ref.ref }, last: seasonTail(words, ref.last + 1) };
    const date = dayMonth(words, ref.last);
    if (date?.core.shape === 'day') return { ...date, core: { ...date.core, yearRef: date.core.yearRef ?? ref.ref } };
  }
  const u = unitAt(words, j);
  if (u !== undefined && u !== 'hour') {
    const uw = words[j];
    if (/l[ae]r/.test(uw.lower)) return { core: { shape: 'none' }, last: j + 1 };
    let last = j + 1;
    if (u.unit === 'day') {
      if (sense === 'same') return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: has(words, last, 'daytime') ? last + 1 : last };
      if (w.lower === 'sonraki') return { core: { shape: 'anchored', unit: 'day', shift: 1 }, last };
      if (sense === 'this') return uw.case === 'nom' ? { core: { shape: 'unit', unit: 'day', shift: 0 }, last } : undefined;
      return undefined;
    }
    const weekday = u.unit === 'week' ? valueN(words, last, 'weekday') : undefined;
    if (weekday !== undefined) return { core: { shape: 'weekday', weekday, week: SHIFT[sense] }, last: afterDay(words, last + 1) };
    if (u.unit === 'week' && is(words, last, 'sonu', 'sonunda', 'sonundan', 'sonuna', 'sonundaki')) {
      return { core: { shape: 'unit', unit: 'weekend', shift: SHIFT[sense] }, last: last + 1 };
    }
    if (is(words, last, 'içinde', 'içerisinde', 'boyunca')) last++;
    const part = partAt(words, last);
    if (part !== undefined) last++;
    if (sense === 'same' || w.lower === 'sonraki') return { core: { shape: 'anchored', unit: u.unit, shift: w.lower === 'sonraki' ? 1 : 0, whole: true }, part, last };
    if (w.lower === 'önceki') return { core: { shape: 'distance', unit: u.unit, shift: u.unit === 'year' ? -2 : -1 }, part, last };
    return { core: { shape: 'unit', unit: u.unit, shift: SHIFT[sense] }, part, last };
  }
  const weekday = valueN(words, j, 'weekday');
  if (weekday !== undefined) {
    const last = afterDay(words, j + 1);
    if (weekday === 7 && last === j + 1 && words[j].case !== 'nom') return undefined;
    return { core: { shape: 'weekday', weekday, sense }, last };
  }
  const month = monthAt(words, j);
  if (month !== undefined && (monthStands(words, j) || (!words[j].capital && words[j].case === 'nom'))) return monthTail(words, j + 1, month, undefined, sense);
  const season = value(words, j, 'season') as Season | undefined;
  if (season !== undefined && words[j].case !== 'poss') return { core: { shape: 'season', season, sense }, last: seasonTail(words, j + 1) };
  if (has(words, j, 'daytime') && sense === 'this') return { core: { shape: 'unit', unit: 'day', shift: 0 }, last: is(words, j + 1, 'saatlerinde') ? j + 2 : j + 1 };
  if (has(words, j, 'daytime') && sense === 'same') return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: j + 1 };
  if (has(words, j, 'daytime') && w.lower === 'geçen') return { core: { shape: 'unit', unit: 'day', shift: -1 }, last: j + 1 };
  return undefined;
};

const seasonTail = (words: readonly Word[], i: number): number => {
  let j = i;
  if (unitIs(words, j, 'month') || is(words, j, 'mevsiminde', 'döneminde')) j++;
  if (partAt(words, j)) j++;
  return j;
};

const phrase = (words: readonly Word[], i: number): Found | undefined => {
  const w = words[i];
  if (!w) return undefined;
  const deictic = valueN(words, i, 'deictic');
  if (deictic !== undefined && w.case !== 'ins' && !(w.capital && i > 0 && w.lower === 'yarın')) return { core: { shape: 'unit', unit: 'day', shift: deictic }, last: afterDay(words, i + 1) };
  const numeric = numericDate(w);
  if (numeric) return { core: numeric, last: is(words, i + 1, 'tarihinde', 'tarihli', 'günü') ? i + 2 : i + 1 };
  const iso = isoDate(words, i);
  if (iso) return { core: iso, last: i + 5 };
  const date = dayMonth(words, i) ?? distance(words, i);
  if (date) return date;
  // 2021'in/2021 yılının/2021 + month or season; 2020 yazında
  const ref = yearBefore(words, i);
  if (ref) {
    const month = monthAt(words, ref.last);
    if (month !== undefined && (monthStands(words, ref.last) || words[ref.last].case !== 'nom')) return monthTail(words, ref.last + 1, month, ref.ref);
    const season = value(words, ref.last, 'season') as Season | undefined;
    if (season !== undefined) return { core: { shape: 'season', season, yearRef: ref.ref }, last: seasonTail(words, ref.last + 1) };
    const part = partAt(words, ref.last);
    if (part !== undefined) return { core: { shape: 'year', yearRef: ref.ref }, part, last: ref.last + 1 };
    if (is(words, ref.last, 'ilk', 'ikinci') && is(words, ref.last + 1, 'yarısında', 'yarısı', 'çeyreğinde', 'çeyreği', 'yarısına', 'çeyreğine')) {
      const half = words[ref.last + 1].lower.startsWith('yar');
      return { core: { shape: 'unit', unit: half ? 'half' : 'quarter', shift: 0, ordinal: is(words, ref.last, 'ilk') ? 1 : 2, of: ref.ref }, last: ref.last + 2 };
    }
  }
  const month = monthAt(words, i);
  if (month !== undefined && monthStands(words, i)) return monthTail(words, i + 1, month);
  const weekday = weekdayPhrase(words, i);
  if (weekday) return weekday;
  const sense = sensePhrase(words, i);
  if (sense) return sense;
  // hafta sonu, ay başında, yıl sonuna kadar, ayın 12'sinde, haftaya
  const unit = value(words, i, 'unit') as Unit | undefined;
  if (unit === 'week' && is(words, i + 1, 'sonu', 'sonunda', 'sonundan', 'sonuna', 'sonundaki')) return { core: { shape: 'unit', unit: 'weekend', shift: 0 }, last: i + 2 };
  if (unit === 'week' && w.lower === 'haftaya') {
    const d = valueN(words, i + 1, 'weekday');
    if (d !== undefined) return { core: { shape: 'weekday', weekday: d, week: 1 }, last: afterDay(words, i + 2) };
    return { core: { shape: 'unit', unit: 'week', shift: 1 }, last: i + 1 };
  }
  if (unit === 'month' || unit === 'year' || unit === 'week') {
    const part = partAt(words, i + 1);
    if (part !== undefined && (w.case === 'nom' || w.case === 'gen')) return { core: { shape: 'unit', unit, shift: 0 }, part, last: i + 2 };
    const day = dayAt(words, i + 1);
    if (unit === 'month' && w.case === 'gen' && day !== undefined && words[i + 1].suffix) return { core: { shape: 'day', day }, last: i + 2 };
  }
  if (is(words, i, 'yılbaşında', 'yılbaşından')) return { core: { shape: 'unit', unit: 'year', shift: 0 }, part: 'early', last: i + 1 };
  // yazın, kışın, sonbaharda, yaz aylarında
  const season = value(words, i, 'season') as Season | undefined;
  if (season !== undefined && !(w.capital && i > 0)) {
    if (unitIs(words, i + 1, 'month') || is(words, i + 1, 'mevsiminde')) return { core: { shape: 'season', season }, last: i + 2 };
    if (partAt(words, i + 1)) return { core: { shape: 'season', season }, part: partAt(words, i + 1), last: i + 2 };
    const adverb = w.lower === 'yazın' || w.lower === 'kışın' || w.lower === 'güzün' || ((w.case === 'loc' || w.case === 'abl' || w.case === 'attr') && w.lower.length > 4);
    if (adverb || (w.case === 'dat' && is(words, i + 1, 'kadar', 'dek'))) return { core: { shape: 'season', season }, last: i + 1 };
  }
  // Years: 2020'de, 2021'den beri, 2009 yılında, 2020 seçimleri, 1990'lar
  const year = yearAt(words, i);
  if (year !== undefined) {
    if (/^l[ae]r/.test(w.suffix)) return { core: { shape: 'decade', year }, last: i + 1 };
    if (unitIs(words, i + 1, 'year')) return { core: { shape: 'year', yearRef: { year } }, last: i + 2 };
    if (is(words, i + 1, 'lı', 'lu', 'li', 'lü')) return { core: { shape: 'decade', year }, last: is(words, i + 2, 'yıllarda', 'yılların', 'yıllardan') ? i + 3 : i + 2 };
    if (/^l[ıiuü]$/.test(w.suffix)) return { core: { shape: 'decade', year }, last: is(words, i + 1, 'yıllarda', 'yılların', 'yıllardan') ? i + 2 : i + 1 };
    if (w.suffix && w.case !== 'poss' && w.case !== 'ins') return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
    if (isLetter(words[i + 1]) && EVENT_NOUN.test(words[i + 1].lower)) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  }
  return undefined;
};

/** Nouns a bare year names an edition of. */
const EVENT_NOUN = /^(?:seçim|yaz|kış|deprem|savaş|darbe|kriz|anlaşma|tarihli|model|bütçe|mutabakat|sözleşme|referandum|zirve|olimpiyat|dünya|saldırı|protesto|barış|protokol|dönem)/;

const match = (words: readonly Word[], i: number): Match => {
  // her gün, her ay, iki haftada bir
  if (has(words, i, 'each')) {
    const j = numberAt(words, i + 1) !== undefined ? i + 2 : i + 1;
    if (unitAt(words, j) !== undefined || valueN(words, j, 'weekday') !== undefined || has(words, j, 'season')) return { first: i, last: j + 1, core: { shape: 'none' }, kind: 'frequency' };
  }
  const n = numberAt(words, i);
  if (n !== undefined) {
    const u = unitAt(words, i + 1);
    if (u !== undefined && n < 100 && words[i + 1].case === 'loc' && (is(words, i + 2, 'bir') || numberAt(words, i + 2) !== undefined)) return { first: i, last: i + 3, core: { shape: 'none' }, kind: 'frequency' };
    if (u !== undefined && is(words, i + 2, 'boyunca', 'süren', 'sürecek', 'süreyle', 'içinde', 'içerisinde', 'aradan', 'sürdü', 'süresince', 'zarfında')) return { first: i, last: i + 3, core: { shape: 'none' }, kind: 'duration' };
    if (u !== undefined && /^(?:gün|hafta|ay|yıl)(?:lük|lik|lık|lığına|lik|dır|dir|dür|dan|den|larca|lerce)/.test(words[i + 1].lower)) return { first: i, last: i + 2, core: { shape: 'none' }, kind: 'duration' };
  }
  // X ile Y arasında
  const found = phrase(words, i);
  if (!found) return undefined;
  if (found.core.shape !== 'none' && is(words, found.last, 'ile', 've', '-', '–')) {
    const to = phrase(words, found.last + 1);
    if (to && to.core.shape !== 'none' && is(words, to.last, 'arasında', 'arasındaki', 'tarihleri')) {
      return { first: i, last: to.last + 1, core: { shape: 'span', from: found.core, to: to.core }, kind: 'at' };
    }
  }
  let { last } = found;
  let kind: Expression['kind'] = 'at';
  let back: boolean | undefined;
  const end = words[last - 1];
  if (found.core.shape !== 'none' && end) {
    if (end.case === 'abl') {
      if (is(words, last, 'beri')) [kind, last, back] = ['since', last + 1, true];
      else if (is(words, last, 'bu') && is(words, last + 1, 'yana')) [kind, last, back] = ['since', last + 2, true];
      else if (is(words, last, 'itibaren')) [kind, last] = ['since', last + 1];
      else if (is(words, last, 'sonra', 'başlayarak')) [kind, last] = ['since', last + 1];
      else if (is(words, last, 'önce', 'evvel')) [kind, last] = ['until', last + 1];
      else if (found.core.shape === 'unit' && found.core.unit === 'day') kind = 'at';
      else kind = 'since';
      const to = kind === 'since' && words[last - 1] === end ? phrase(words, last) : undefined;
      if (to && to.core.shape !== 'none' && is(words, to.last, 'kadar', 'dek')) return { first: i, last: to.last + 1, core: { shape: 'span', from: found.core, to: to.core }, kind: 'at' };
    } else if (end.case === 'dat' && is(words, last, 'kadar', 'dek', 'değin')) [kind, last] = ['until', last + 1];
    else if (is(words, last, 'itibarıyla', 'itibariyle')) last++;
    // "ağustos sonuna kadar": the word before "kadar" is a part, whose case the reader gives as dative.
  }
  return { first: i, last, core: found.core, part: found.part, kind, back };
};

/** Words outside the date lexicon that an expression may begin with. */
const OPENERS = new Set(['bir', 'bundan', 'daha', 'ertesi', 'evvelki', 'evvelsi', 'görüşmeden', 'olaydan', 'ondan', 'önceki', 'yılbaşında', 'yılbaşından']);

const ALL_CAPS = /^\p{Lu}[\p{Lu}\s]+$/u;

/** Turkish: "12 Kasım 2025'te", "pazartesi günü", "geçen yıl temmuzda", "ağustos sonuna kadar", "2021'den bu yana". */
export const turkish: Grammar = (words, initial) => {
  const found = scan(words, OPENERS, (i) => match(words, i));
  // ANKARA, 5 Mayıs - ...; ANKARA (AA) - 5 Mayıs
  if (initial && found.length && found[0].core.shape === 'day' && found[0].first <= 8 && words[0] && ALL_CAPS.test(words[0].text)) {
    const [e] = found;
    const next = words[e.last]?.text ?? '';
    if (/^[-–—:.(]$/.test(next) && words[e.last - 1].suffix === '') e.dateline = true;
  }
  return found;
};

/** Russian date expressions. */
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
  subordinate?: boolean;
}

const is = (words: readonly Word[], i: number, ...forms: string[]): boolean => words[i] !== undefined && forms.includes(words[i].lower);
const has = (words: readonly Word[], i: number, type: string): boolean => words[i]?.classes?.has(type) ?? false;
const SHIFT: Record<Sense, number> = { last: -1, next: 1, this: 0, same: 0 };

/** "2022 года", "2022-го", "2022", "прошлого года", "того же года", "этого года" after a month or season. */
const yearAfter = (words: readonly Word[], i: number): { ref: YearRef; last: number } | undefined => {
  const year = yearAt(words, i);
  if (year !== undefined) return { ref: { year }, last: value(words, i + 1, 'unit') === 'year' ? (is(words, i + 1, 'г') && is(words, i + 2, '.') ? i + 3 : i + 2) : i + 1 };
  if (has(words, i, 'sense')) {
    const s = value(words, i, 'sense') as Sense;
    const j = is(words, i + 1, 'же') ? i + 2 : i + 1;
    if (is(words, j, 'года')) return { ref: s === 'same' ? { same: true } : is(words, i, 'позапрошлого') ? { shift: -2 } : { shift: SHIFT[s] }, last: j + 1 };
  }
  if (is(words, i, 'позапрошлого') && is(words, i + 1, 'года')) return { ref: { shift: -2 }, last: i + 2 };
  return undefined;
};

const monthPhrase = (words: readonly Word[], i: number): Found | undefined => {
  const first = dayAt(words, i);
  if (first !== undefined) {
    const days = [first];
    let j = i + 1;
    while ((isDash(words[j]) || is(words, j, 'и', ',', 'по')) && dayAt(words, j + 1) !== undefined && days.length < 3) {
      days.push(dayAt(words, j + 1) as number);
      j += 2;
    }
    const month = valueN(words, j, 'month');
    if (month !== undefined && /[ая]$/.test(words[j].lower)) {
      const year = yearAfter(words, j + 1);
      const day = (d: number): Core => ({ shape: 'day', day: d, month, yearRef: year?.ref });
      const last = daytime(words, year?.last ?? j + 1);
      return { core: days.length > 1 ? { shape: 'span', from: day(days[0]), to: day(days[days.length - 1]) } : day(first), last };
    }
    if (/^(?:го|е|му|ое)$/.test(words[i].suffix) && days.length === 1) {
      // "26-го": a day of the month named before; "5-го числа"
      const next = words[i + 1];
      if (is(words, i + 1, 'числа')) return { core: { shape: 'day', day: first }, last: i + 2 };
      if (words[i].suffix === 'го' && (!next || !/^\p{L}+(?:ой|ого|ом|ый|ое|ая)$/u.test(next.lower))) return { core: { shape: 'day', day: first }, last: i + 1 };
    }
    return undefined;
  }
  const month = valueN(words, i, 'month');
  if (month === undefined) return undefined;
  // "Марта" is a woman's name; a capital month is no date unless it opens the sentence.
  if (words[i].capital && i > 0) return undefined;
  const year = yearAfter(words, i + 1);
  return { core: { shape: 'month', month, yearRef: year?.ref }, last: year?.last ?? i + 1 };
};

/** "утром", "вечером" after a day. */
function daytime(words: readonly Word[], i: number): number {
  return has(words, i, 'daytime') && !words[i].capital ? i + 1 : i;
}

const AGO = /^(?:назад|тому)$/;

/** "два дня назад", "днем ранее", "через неделю", "спустя месяц", "за день до". */
const distance = (words: readonly Word[], i: number): Found | undefined => {
  let j = i;
  const through = is(words, j, 'через', 'спустя');
  const before = is(words, j, 'за');
  if (through || before) j++;
  const vague = has(words, j, 'vague') || is(words, j, 'более', 'менее', 'больше', 'меньше', 'свыше');
  while (has(words, j, 'vague') || is(words, j, 'более', 'менее', 'больше', 'меньше', 'чем', 'свыше')) j++;
  let n = numberAt(words, j);
  const counted = n !== undefined;
  if (counted) j++;
  else if (!vague) n = 1;
  let size = n;
  if (is(words, j, 'с') && is(words, j + 1, 'половиной', 'лишним')) {
    size = undefined;
    j += 2;
  }
  const u = unitAt(words, j);
  if (u === undefined || words[j].lower === 'г') return undefined;
  const unit = words[j].lower;
  j++;
  const exact = size !== undefined && !vague && u !== 'hour' && Number.isInteger(size);
  const none: Core = { shape: 'none' };
  const anchored = (sign: number): Core => (u === 'hour' ? { shape: 'anchored', unit: 'day', shift: 0 } : exact ? { shape: 'anchored', unit: u.unit, shift: sign * (size as number) * u.factor } : none);
  const distant = (sign: number): Core => (u !== 'hour' && exact ? { shape: 'distance', unit: u.unit, shift: sign * (size as number) * u.factor } : none);
  if (before) {
    // "за день до этого", "за два дня до саммита"
    if (!is(words, j, 'до')) return undefined;
    if (is(words, j + 1, 'этого', 'того')) return { core: anchored(-1), last: j + 2 };
    return { core: anchored(1), last: j + 1, subordinate: true };
  }
  if (through) {
    if (is(words, j, 'после') && !is(words, j + 1, 'этого', 'того')) return { core: anchored(-1), last: j + 1, subordinate: true };
    if (is(words, j, 'после')) return { core: anchored(1), last: j + 2 };
    return { core: anchored(1), last: j };
  }
  if (AGO.test(words[j]?.lower ?? '')) return { core: distant(-1), last: is(words, j, 'тому') && is(words, j + 1, 'назад') ? j + 2 : j + 1 };
  if (is(words, j, 'спустя')) return { core: anchored(1), last: j + 1 };
  // Instrumental: днем ранее, двумя днями позже
  if (/(?:ем|ем|ом|ами|ями|ей)$/.test(unit) || counted) {
    if (is(words, j, 'ранее', 'раньше')) return { core: anchored(-1), last: j + 1 };
    if (is(words, j, 'позже', 'позднее')) return { core: anchored(1), last: j + 1 };
  }
  return undefined;
};

const unitShape = (words: readonly Word[], j: number): Unit | undefined => {
  const u = unitAt(words, j);
  return u === undefined || u === 'hour' || u.factor !== 1 ? undefined : u.unit;
};

/** прошлый/этот/следующий/тот же + unit, weekday, month or season. */
const sensePhrase = (words: readonly Word[], i: number): Found | undefined => {
  const sense = value(words, i, 'sense') as Sense | undefined;
  if (sense === undefined) return undefined;
  let j = i + 1;
  const same = is(words, j, 'же', 'самый') && (sense === 'same');
  if (sense === 'same' && is(words, j, 'же')) j++;
  if (sense === 'same' && !same) {
    // "в тот день": without "же" only day and season words.
    if (!(unitShape(words, j) === 'day' || has(words, j, 'season') || unitShape(words, j) === 'year' || unitShape(words, j) === 'month')) return undefined;
  }
  const unit = unitShape(words, j);
  if (unit !== undefined) {
    if (/(?:лет|годы|годов|дней|недель|месяцев|дни|месяцы|недели|днях|годами)$/.test(words[j].lower) && unit !== 'weekend' && words[j].lower !== 'недели') return { core: { shape: 'none' }, last: j + 1 };
    if (unit === 'day') {
      if (sense === 'same') return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: daytime(words, j + 1) };
      if (sense === 'next') return { core: { shape: 'anchored', unit: 'day', shift: 1 }, last: daytime(words, j + 1) };
      if (sense === 'this' && is(words, j, 'день')) return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: j + 1 };
      return undefined;
    }
    if (sense === 'same') return { core: { shape: 'anchored', unit, shift: 0, whole: true }, last: j + 1 };
    return { core: { shape: 'unit', unit, shift: SHIFT[sense] }, last: j + 1 };
  }
  const weekday = valueN(words, j, 'weekday');
  if (weekday !== undefined) return { core: { shape: 'weekday', weekday, sense }, last: j + 1 };
  const season = value(words, j, 'season') as Season | undefined;
  if (season !== undefined) return { core: { shape: 'season', season, sense }, last: j + 1 };
  const month = valueN(words, j, 'month');
  if (month !== undefined && !words[j].capital) return { core: { shape: 'month', month, sense }, last: j + 1 };
  if (same && has(words, j, 'daytime')) return { core: { shape: 'anchored', unit: 'day', shift: 0 }, last: j + 1 };
  return undefined;
};

const phrase = (words: readonly Word[], i: number): Found | undefined => {
  const w = words[i];
  if (!w) return undefined;
  const numeric = numericDate(w);
  if (numeric) return { core: numeric, last: i + 1 };
  const iso = isoDate(words, i);
  if (iso) return { core: iso, last: i + 5 };
  const deictic = valueN(words, i, 'deictic');
  if (deictic !== undefined) return { core: { shape: 'unit', unit: 'day', shift: deictic }, last: daytime(words, i + 1) };
  // в начале/середине/конце X; до конца года
  const part = value(words, i, 'part') as Part | undefined;
  if (part !== undefined) {
    if (is(words, i + 1, 'года', 'месяца', 'недели')) return { core: { shape: 'unit', unit: unitShape(words, i + 1) as Unit, shift: 0 }, part, last: i + 2 };
    const decade = decadeAt(words, i + 1);
    if (decade) return { ...decade };
    if (is(words, i + 1, 'выходных')) return undefined;
    const inner = phrase(words, i + 1) ?? yearPhrase(words, i + 1);
    if (!inner || inner.subordinate) return undefined;
    const { core } = inner;
    if (core.shape === 'month' || core.shape === 'season' || core.shape === 'year' || core.shape === 'unit' || (core.shape === 'anchored' && core.unit !== 'day')) return { ...inner, part };
    return undefined;
  }
  if (has(words, i, 'ordinal') && (is(words, i + 1, 'половину', 'половине', 'половина', 'половины') || unitShape(words, i + 1) === 'quarter' || unitShape(words, i + 1) === 'half')) {
    const of = yearAfter(words, i + 2);
    if (of) return { core: { shape: 'unit', unit: unitShape(words, i + 1) === 'quarter' ? 'quarter' : 'half', shift: 0, ordinal: valueN(words, i, 'ordinal'), of: of.ref }, last: of.last };
  }
  const weekday = valueN(words, i, 'weekday');
  if (weekday !== undefined && !(w.capital && i > 0)) {
    let last = daytime(words, i + 1);
    if (is(words, last, 'на') && has(words, last + 1, 'sense') && is(words, last + 2, 'неделе')) {
      return { core: { shape: 'weekday', weekday, week: SHIFT[value(words, last + 1, 'sense') as Sense] }, last: last + 3 };
    }
    if (is(words, last, 'прошлой', 'этой', 'следующей', 'минувшей') && is(words, last + 1, 'недели')) {
      return { core: { shape: 'weekday', weekday, week: SHIFT[value(words, last, 'sense') as Sense] }, last: last + 2 };
    }
    const k = is(words, last, ',', '(') ? last + 1 : last;
    const date = monthPhrase(words, k);
    if (date?.core.shape === 'day' && dayAt(words, k) !== undefined && date.core.month !== undefined) {
      last = date.last;
      return { core: { ...date.core, weekday }, last: is(words, k - 1, '(') && is(words, last, ')') ? last + 1 : last };
    }
    const full = numericDate(words[k]);
    if (full?.shape === 'day') return { core: { ...full, weekday }, last: k + 1 };
    return { core: { shape: 'weekday', weekday }, last };
  }
  const season = value(words, i, 'season') as Season | undefined;
  if (season !== undefined && w.lower !== 'лет') {
    const year = yearAfter(words, i + 1);
    return { core: { shape: 'season', season, yearRef: year?.ref }, last: year?.last ?? i + 1 };
  }
  if (unitShape(words, i) === 'weekend' && !w.capital) return { core: { shape: 'unit', unit: 'weekend', shift: 0 }, last: i + 1 };
  if (w.num !== undefined && yearAt(words, i) !== undefined && /^(?:х|е|ые|ых)$/.test(w.suffix)) return { core: { shape: 'decade', year: w.num }, last: value(words, i + 1, 'unit') === 'year' ? i + 2 : i + 1 };
  return monthPhrase(words, i) ?? sensePhrase(words, i) ?? distance(words, i) ?? decadeAt(words, i);
};

const decadeAt = (words: readonly Word[], i: number): Found | undefined => {
  const d = valueN(words, i, 'decade');
  if (d === undefined) return undefined;
  return { core: { shape: 'decade', year: d < 100 ? 1900 + d : d }, last: is(words, i + 1, 'годов', 'годах', 'годы') ? i + 2 : i + 1 };
};

/** "2021 года", "2022-м", "2020 году" after a preposition or a noun. */
const yearPhrase = (words: readonly Word[], i: number): Found | undefined => {
  const year = yearAt(words, i);
  if (year === undefined) return undefined;
  if (value(words, i + 1, 'unit') === 'year' && words[i + 1].lower !== 'лет') {
    return { core: { shape: 'year', yearRef: { year } }, last: is(words, i + 1, 'г') && is(words, i + 2, '.') ? i + 3 : i + 2 };
  }
  if (/^(?:м|го|му|й|ом|ого|ый)$/.test(words[i].suffix)) return { core: { shape: 'year', yearRef: { year } }, last: i + 1 };
  return undefined;
};

const match = (words: readonly Word[], i: number): Match => {
  const w = words[i];
  if (has(words, i, 'each') && (unitAt(words, i + 1) !== undefined || valueN(words, i + 1, 'weekday') !== undefined)) return { first: i, last: i + 2, core: { shape: 'none' }, kind: 'frequency' };
  if (has(words, i, 'frequency')) return { first: i, last: i + 1, core: { shape: 'none' }, kind: 'frequency' };
  if (is(words, i, 'раз') && is(words, i + 1, 'в') && unitAt(words, i + 2) !== undefined) return { first: i, last: i + 3, core: { shape: 'none' }, kind: 'frequency' };
  if (is(words, i, 'накануне')) {
    // "накануне саммита": the eve of something; by itself the day before.
    const next = words[i + 1];
    const genitive = next !== undefined && /^\p{Ll}+(?:[аяыи]|ов|ев|ей|ого|его|ой)$/u.test(next.text) && !has(words, i + 1, 'daytime');
    const known = genitive ? phrase(words, i + 1) : undefined;
    if (known?.core.shape === 'day') return { first: i, last: known.last, core: { ...known.core, day: known.core.day - 1 }, kind: 'at' };
    if (genitive && !/(?:ла|ли)$/.test((next as Word).lower)) return undefined;
    return { first: i, last: daytime(words, i + 1), core: { shape: 'anchored', unit: 'day', shift: -1 }, kind: 'at' };
  }
  if (is(words, i, 'тогда') && is(words, i + 1, 'же')) return { first: i, last: i + 2, core: { shape: 'anchored', unit: 'day', shift: 0 }, kind: 'at' };
  // в течение двух дней, на три дня, за неделю, два дня подряд
  if ((is(words, i, 'в') && is(words, i + 1, 'течение')) || is(words, i, 'на', 'за', 'последние', 'последних')) {
    let j = is(words, i, 'в') ? i + 2 : i + 1;
    while (has(words, j, 'vague') || is(words, j, 'последние', 'последних')) j++;
    const n = numberAt(words, j);
    const u = unitAt(words, n !== undefined ? j + 1 : j);
    const end = n !== undefined ? j + 2 : j + 1;
    const counted = n !== undefined || (j > i + 1 && !is(words, i, 'в')) || is(words, i, 'в', 'последние');
    if (u !== undefined && counted && !is(words, end, 'до', 'назад', 'ранее', 'раньше', 'позже') && yearAt(words, j) === undefined) return { first: i, last: end, core: { shape: 'none' }, kind: 'duration' };
  }
  // с X до/по Y
  if (is(words, i, 'с', 'со')) {
    const from = rangeEnd(words, i + 1);
    if (from && is(words, from.last, 'до', 'по')) {
      const to = phrase(words, from.last + 1) ?? yearPhrase(words, from.last + 1);
      if (to && to.core.shape !== 'none' && !to.subordinate) return { first: i, last: to.last, core: { shape: 'span', from: from.core, to: to.core }, kind: 'at' };
    }
  }
  // в ночь на вторник: the night is told of by the day it ends in.
  if (is(words, i, 'ночь', 'ночью') && is(words, i + 1, 'на', 'с') && (phrase(words, i + 2)?.core.shape === 'weekday' || phrase(words, i + 2)?.core.shape === 'day')) {
    let inner = phrase(words, i + 2) as Found;
    if (is(words, i + 1, 'с') && is(words, inner.last, 'на')) inner = phrase(words, inner.last + 1) ?? inner;
    return { first: i, last: inner.last, core: inner.core, kind: 'at' };
  }
  const lead = words[i - 1]?.lower ?? '';
  const prepositional = /^(?:в|во|с|со|до|к|ко|по|за|на|от|после|около|между|начиная|и|уже|еще|лишь|только|весь|весной|летом|осенью|зимой|договор|года|от)$/.test(lead) || has(words, i - 1, 'part');
  const found = (w.classes?.has('month') && !prepositional && dayAt(words, i - 1) === undefined && !/ем$/.test(w.lower) ? nominalMonth(words, i) : phrase(words, i)) ?? yearPhrase(words, i);
  if (!found) return undefined;
  const { core } = found;
  // A weekday, unit or month in the nominative or as another noun's genitive says less; keep those that a preposition or case places.
  if (core.shape === 'season' && /^(?:лето|весна|осень|зима|лета|весны|осени|зимы)$/.test(w.lower) && !prepositional && !core.yearRef) return undefined;
  if (core.shape === 'weekday' && !core.sense && core.week === undefined && !prepositional && !has(words, i - 1, 'daytime') && !/у$|ый$/.test(w.lower)) return undefined;
  if (core.shape === 'unit' && core.unit === 'weekend' && !prepositional) return undefined;
  let kind: Expression['kind'] = 'at';
  let at = i - 1;
  if (has(words, at, 'part')) at--;
  const before = words[at]?.lower ?? '';
  if (core.shape !== 'none' && !found.subordinate) {
    if (before === 'с' || before === 'со') kind = 'since';
    else if (before === 'начиная' || before === 'после') kind = 'since';
    else if (before === 'до') kind = 'until';
    else if ((before === 'к' || before === 'ко') && (core.shape !== 'anchored' || found.part)) kind = 'until';
    else if (before === 'по' && (core.shape === 'day' || core.shape === 'month')) kind = 'until';
    else if (before === 'позднее' || before === 'позже') kind = 'until';
  }
  return { first: i, last: found.last, core, part: found.part, kind, subordinate: found.subordinate };
};

const nominalMonth = (words: readonly Word[], i: number): Found | undefined => {
  const found = monthPhrase(words, i);
  return found?.core.shape === 'month' && found.core.yearRef ? found : undefined;
};

const rangeEnd = (words: readonly Word[], i: number): Found | undefined => {
  const found = phrase(words, i) ?? yearPhrase(words, i);
  if (found && found.core.shape !== 'none' && !found.subordinate) return found;
  const day = dayAt(words, i);
  if (day !== undefined && is(words, i + 1, 'по', 'до')) {
    const second = monthPhrase(words, i + 2);
    if (second?.core.shape === 'day') return { core: { ...second.core, day }, last: i + 1 };
  }
  return undefined;
};

/** Words outside the date lexicon that an expression may begin with. */
const OPENERS = new Set([
  'более', 'больше', 'в', 'за', 'менее', 'меньше', 'на', 'накануне', 'ночь', 'ночью', 'последние', 'последних', 'раз', 'с', 'свыше', 'со', 'спустя', 'тогда', 'чем', 'через',
]);

/** Russian: "12 ноября", "в понедельник", "прошлым летом", "до конца августа", "в ноябре того же года", "днем ранее". */
export const russian: Grammar = (words, initial) => {
  const found = scan(words, OPENERS, (i) => match(words, i));
  // АЛЖИР, 15 апреля. ...
  if (initial && found.length) {
    const [e] = found;
    if (e.core.shape === 'day' && e.first <= 6 && words[0] && /^\p{Lu}[\p{Lu}-]+$/u.test(words[0].text) && /^[.,–—:/(-]$/.test(words[e.last]?.text ?? '.')) e.dateline = true;
  }
  return found;
};

/** Dates as outlets print them, in three languages, relative ones included. */
import { daysInMonth } from '../../story/day.ts';

/** A day, and where the text gives it the moment. */
export interface Moment {
  /** `YYYY-MM-DD` as written, in the outlet's own time. */
  day: string;
  /** Epoch milliseconds, where the text gives time and zone. */
  at?: number;
  /** Whether it is given in UTC, in which outlets' own days may be others. */
  utc?: boolean;
  /** Whether it was counted back from when the page was fetched. */
  relative?: boolean;
}

const MONTHS: Record<string, number> = {};
[
  'january jan ocak oca января январь янв', 'february feb şubat şub subat февраля февраль фев февр', 'march mar mart марта март мар', 'april apr nisan nis апреля апрель апр',
  'may mayıs mayis мая май', 'june jun haziran haz июня июнь июн', 'july jul temmuz tem июля июль июл', 'august aug ağustos ağu agustos августа август авг',
  'september sep sept eylül eyl eylul сентября сентябрь сен сент', 'october oct ekim eki октября октябрь окт', 'november nov kasım kas kasim ноября ноябрь ноя нояб', 'december dec aralık ara aralik декабря декабрь дек',
].forEach((names, i) => names.split(' ').forEach((name) => (MONTHS[name] = i + 1)));
const MONTH = Object.keys(MONTHS).sort((a, b) => b.length - a.length).join('|');

const lower = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();
const pad = (n: number): string => String(n).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?![\d-])/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const TIME = String.raw`(?:,?\s*(?:at|saat|в|-|–|—|\||·|•|\/|t)?\s*(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?)?`;
const ZONE = String.raw`(?:\s*\(?(Z|UTC|GMT|MSK|МСК|TSİ|TRT|EST|EDT|ET|CST|CDT|PST|PDT|BST|CET|CEST|[+-]\d{2}:?\d{2})\b\)?)?`;
const DAY_FIRST = new RegExp(String.raw`(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|\.|-е)?[\s\-/]+(?:of\s+)?(${MONTH})\.?,?[\s\-/]+(\d{4})(?:'?\s*(?:г\.?|года))?(?!\d)${TIME}${ZONE}`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})(${MONTH})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)${TIME}${ZONE}`, 'iu');
const NUMERIC = new RegExp(String.raw`(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])${TIME}`, 'iu');
const YEARLESS = new RegExp(String.raw`(?<![\d\p{L}])(\d{1,2})\s+(${MONTH})(?!\p{L})(?!\.?,?\s+\d{4})${TIME}`, 'iu');

const ZONES: Readonly<Record<string, number>> = { z: 0, utc: 0, gmt: 0, msk: 180, мск: 180, tsi: 180, trt: 180, est: -300, edt: -240, et: -300, cst: -360, cdt: -300, pst: -480, pdt: -420, bst: 60, cet: 60, cest: 120 };

/** Minutes east of Greenwich. */
function zoneMinutes(zone: string | undefined): number | undefined {
  if (!zone) return undefined;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return ZONES[lower(zone)];
}

function moment(day: string | undefined, hour?: string, minute?: string, half?: string, zone?: string): Moment | undefined {
  if (!day) return undefined;
  const minutes = zoneMinutes(zone);
  if (hour === undefined || minutes === undefined) return { day };
  let h = Number(hour);
  if (half && /^p/i.test(half) && h < 12) h += 12;
  if (half && /^a/i.test(half) && h === 12) h = 0;
  const at = Date.parse(`${day}T00:00:00Z`) + (h * 60 + Number(minute ?? 0) - minutes) * 60_000;
  return { day, at, ...(minutes === 0 && { utc: true }) };
}

export interface Reading {
  /** Language of the page: which way numbers run, and which zone its own days are in. */
  lang?: string;
  /** When the page was fetched, epoch milliseconds; without it relative dates and dates without a year are not read. */
  crawled?: number;
  /** Whether `5/6/2024` is the fifth of June; otherwise by language, and by which of the two can be a month. */
  dayFirst?: boolean;
}

/** Minutes east of Greenwich of an outlet's own day: Istanbul and Moscow have kept one since 2016 and 2014; else Greenwich. */
export const homeZone = (lang: string | undefined): number => (lang === 'tr' || lang === 'ru' ? 180 : 0);

/** The day at an instant, in a zone given in minutes. */
export const dayAt = (at: number, minutes: number): string => new Date(at + minutes * 60_000).toISOString().slice(0, 10);

/** The first absolute date in some text. */
export function absoluteDate(text: string, { lang, dayFirst }: Reading = {}): Moment | undefined {
  const iso = ISO.exec(text);
  const found: { index: number; moment: Moment | undefined }[] = [];
  if (iso) found.push({ index: iso.index, moment: moment(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4], iso[5], undefined, iso[7]) });
  const word = lower(text), first = DAY_FIRST.exec(word), second = MONTH_FIRST.exec(word), numeric = NUMERIC.exec(word);
  if (first) found.push({ index: first.index, moment: moment(dayOf(Number(first[3]), MONTHS[lower(first[2] as string)] ?? 0, Number(first[1])), first[4], first[5], first[6], first[7]) });
  if (second) found.push({ index: second.index, moment: moment(dayOf(Number(second[3]), MONTHS[lower(second[1] as string)] ?? 0, Number(second[2])), second[4], second[5], second[6], second[7]) });
  if (numeric) {
    const a = Number(numeric[1]), b = Number(numeric[3]), short = Number(numeric[4]), year = (numeric[4] as string).length === 2 ? (short < 70 ? 2000 : 1900) + short : short;
    // Dots are European; slashes in English are American unless the first number can be no month, or the site is known to write otherwise.
    const european = dayFirst ?? (numeric[2] === '.' || lang === 'tr' || lang === 'ru' || a > 12);
    found.push({ index: numeric.index, moment: moment(european ? dayOf(year, b, a) ?? dayOf(year, a, b) : dayOf(year, a, b) ?? dayOf(year, b, a)) });
  }
  const compact = COMPACT.exec(text.trim());
  if (compact) found.push({ index: 0, moment: moment(dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))) });
  return found.filter(({ moment: one }) => one).sort((a, b) => a.index - b.index)[0]?.moment;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:sec|s$|sn|saniye|сек)/, 1 / 3600], [/^(?:min|m$|dk|dakika|мин)/, 1 / 60], [/^(?:hour|hr|h$|saat|sa$|час|ч$)/, 1], [/^(?:day|d$|gün|дн|день|дня|сут)/, 24], [/^(?:week|w$|hafta|недел)/, 168],
];
const AGO = /(?<![\d\p{L}])(\d{1,3}|an?|one|bir|yarım|half an)?\s*(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|saniye|sn|dakika|dk|saat|sa|gün|hafta|секунд[ауы]?|сек|минут[ауы]?|мин|час(?:а|ов)?|ч|дн(?:я|ей)|день|сутки|недел[ьюия]+)\.?\s*(?:ago|önce|evvel|назад)(?!\p{L})/iu;
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:day before yesterday|evvelki gün|позавчера)(?!\p{L})/iu, 2], [/(?<!\p{L})(?:yesterday|dün|вчера)(?!\p{L})/iu, 1], [/(?<!\p{L})(?:just now|today|bugün|az önce|şimdi|сегодня|только что)(?!\p{L})/iu, 0],
];

/** A date counted from when the page was fetched ("2 saat önce", "вчера, 14:05"), or one without a year, of the last twelve months. */
export function relativeDate(text: string, { lang, crawled }: Reading): Moment | undefined {
  if (crawled === undefined) return undefined;
  const zone = homeZone(lang), word = lower(text), ago = AGO.exec(word);
  if (ago) {
    const n = /^\d/.test(ago[1] ?? '') ? Number(ago[1]) : /yarım|half/.test(ago[1] ?? '') ? 0.5 : 1;
    const hours = UNITS.find(([unit]) => unit.test(ago[2] as string))?.[1];
    if (hours !== undefined) return { day: dayAt(crawled - n * hours * 3_600_000, zone), at: crawled - n * hours * 3_600_000, relative: true };
  }
  for (const [name, back] of NAMED) if (name.test(word)) return { day: dayAt(crawled - back * 86_400_000, zone), relative: true };
  const yearless = YEARLESS.exec(word);
  if (yearless) {
    const today = dayAt(crawled, zone), month = MONTHS[lower(yearless[2] as string)] ?? 0, year = Number(today.slice(0, 4));
    const day = dayOf(year, month, Number(yearless[1]));
    if (day) return { day: day <= today ? day : dayOf(year - 1, month, Number(yearless[1])) ?? day, relative: true };
  }
  return undefined;
}

/** RFC 822 and ISO timestamps, as heads of mails, feeds and metadata carry them; the day stays as written. */
export function stamp(given: string, reading: Reading = {}): Moment | undefined {
  const text = given.trim().replace(/^[A-Za-z]{3,9},\s*/, '');
  const rfc = /^(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*(\S+)?/.exec(text);
  if (rfc) {
    const year = (rfc[3] as string).length === 2 ? 2000 + Number(rfc[3]) : Number(rfc[3]);
    return moment(dayOf(year, MONTHS[(rfc[2] as string).toLowerCase()] ?? 0, Number(rfc[1])), rfc[4], rfc[5], undefined, rfc[6]);
  }
  const epoch = /^1\d{9}(\d{3})?$/.exec(text);
  if (epoch) {
    const at = Number(text) * (epoch[1] ? 1 : 1000);
    return { day: dayAt(at, 0), at, utc: true };
  }
  return absoluteDate(text, reading);
}

const URL_DATE = /(?:^|[/_.-])((?:19|20)\d{2})([/_.-]?)(0[1-9]|1[0-2]|[1-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\2(0[1-9]|[12]\d|3[01]|[1-9])(?=$|[/_.?-])/i;

/** The day in an address: /2024/05/13/, /20240513, /2024-05-13-, /2024/may/13/. */
export function urlDate(url: string): string | undefined {
  let path: string;
  try {
    path = new URL(url).pathname;
  } catch {
    return undefined;
  }
  const found = URL_DATE.exec(path);
  if (!found) return undefined;
  const month = /\d/.test(found[3] as string) ? Number(found[3]) : MONTHS[(found[3] as string).toLowerCase()] ?? 0;
  if (!found[2] && ((found[3] as string).length !== 2 || (found[4] as string).length !== 2)) return undefined;
  return dayOf(Number(found[1]), month, Number(found[4]));
}

/** The optional fields of an event: precedent, recurrence, quotations, numbers, mode. */
import type { Token } from '../language/doc.ts';
import type { Precedent } from '../story/facts.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

const near = (scene: Scene, trigger: Trigger, first: number, reach: number): boolean => {
  const lo = Math.min(first, trigger.token), hi = Math.max(first, trigger.token);
  if (hi - lo > reach) return false;
  for (let k = lo; k < hi; k++) if (/^[;:—–]$/.test((scene.doc.tokens[k] as Token).form)) return false;
  return true;
};

/** Whether the sentence says that the contact is regular or repeated. */
export const isRecurring = (scene: Scene, trigger: Trigger): boolean =>
  (scene.cues[trigger.sentence] ?? []).some((c) => c.category === 'recurring' && near(scene, trigger, c.first, 8));

const ORDINALS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
  ilk: 1, birinci: 1, ikinci: 2, üçüncü: 3, dördüncü: 4, beşinci: 5, altıncı: 6, yedinci: 7, sekizinci: 8, dokuzuncu: 9, onuncu: 10,
  впервые: 1, первый: 1, второй: 2, третий: 3, четвертый: 4, четвёртый: 4, пятый: 5, шестой: 6, седьмой: 7, восьмой: 8, девятый: 9, десятый: 10,
};
const NUMBERS: Record<string, number> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, twenty: 20, decade: 10, decades: 20,
  iki: 2, üç: 3, dört: 4, beş: 5, altı: 6, yedi: 7, sekiz: 8, dokuz: 9, on: 10, yirmi: 20, otuz: 30,
  два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9, десять: 10, двадцать: 20, тридцать: 30,
};
const YEARS = /^(?:years?|decades?|yıl\S*|sene\S*|лет|года?|годами?|десятилети\S*)$/;

/** "first in 31 years", "first since 2009", "for the fourth time" near the trigger, as data. */
export const precedentOf = (scene: Scene, trigger: Trigger): Precedent | undefined => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  for (const cue of scene.cues[trigger.sentence] ?? []) {
    if (cue.category !== 'precedent' || !near(scene, trigger, cue.first, 14)) continue;
    let n: number | undefined, years: number | undefined, since: string | undefined, last = false;
    for (let k = Math.max(s.first, cue.first - 8); k < Math.min(s.last, cue.last + 8); k++) {
      const t = doc.tokens[k] as Token, next = doc.tokens[k + 1] as Token | undefined;
      const word = doc.lang === 'ru' ? t.lemma.toLowerCase() : t.lower;
      if (k >= cue.first - 1 && k < cue.last + 1) {
        n ??= ORDINALS[word] ?? (/^(\d{1,3})(?:\.|st|nd|rd|th|-\S+|['’]\S+)$/.test(t.lower) ? Number.parseInt(t.lower, 10) : undefined);
        if (/^(?:last|latest|previous\S*|son|последн\S*)$/.test(t.lower)) last = true;
      }
      const value = /^\d{1,3}$/.test(t.form) ? Number(t.form) : NUMBERS[t.lower];
      if (value !== undefined && next && YEARS.test(next.lower)) years = /^(?:decade|десятилет)/.test(next.lower) ? value * 10 : value;
      const year = /^((?:19|20)\d\d)\D*$/.exec(t.form)?.[1];
      const around = `${(doc.tokens[k - 1] as Token | undefined)?.lower ?? ''} ${next?.lower ?? ''} ${(doc.tokens[k + 2] as Token | undefined)?.lower ?? ''}`;
      if (year && /since|от|с |beri|bu yana|itibaren|после|after/.test(`${around} `)) since = year;
    }
    const kind = last && n === undefined ? 'last' : n === undefined || n === 1 ? 'first' : 'nth';
    return { kind, ...(kind === 'nth' && n !== undefined ? { n } : {}), ...(since ? { since } : {}), ...(years ? { years } : {}) };
  }
  return undefined;
};

const CAPITAL = /^\p{Lu}/u;

/** Where the act took place, as the sentence names it: a capitalised phrase in the locative, nearest to the trigger. */
export const placeOf = (scene: Scene, trigger: Trigger): string | undefined => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  let best: string | undefined, distance = 12;
  const offer = (name: string, at: number) => {
    const d = Math.abs(at - trigger.token);
    if (name && d < distance) {
      best = name;
      distance = d;
    }
  };
  for (let k = s.first; k < s.last; k++) {
    const t = doc.tokens[k] as Token;
    if (scene.dates.some((d) => k >= d.first && k < d.last)) continue;
    if (doc.lang === 'tr') {
      const m = /^(\p{Lu}[\p{L}-]+)['’](?:n?d[ae]|t[ae])(?:ki)?$/u.exec(t.form);
      if (!m) continue;
      let first = k;
      while (first > s.first && CAPITAL.test((doc.tokens[first - 1] as Token).form) && !/['’,]/.test((doc.tokens[first - 1] as Token).form) && k - first < 4) first--;
      const before = doc.text.slice((doc.tokens[first] as Token).start, t.start);
      offer(`${before}${m[1] as string}`, k);
      continue;
    }
    if (!(doc.lang === 'en' ? /^(?:in|at|near|outside)$/ : /^(?:в|во|на|под)$/).test(t.lower)) continue;
    let a = k + 1;
    if ((doc.tokens[a] as Token | undefined)?.lower === 'the') a++;
    let b = a;
    while (b < s.last && CAPITAL.test((doc.tokens[b] as Token).form) && b - a < 5) b++;
    if (b === a) continue;
    if (doc.lang === 'en') offer(doc.text.slice((doc.tokens[a] as Token).start, (doc.tokens[b - 1] as Token).end), k);
    else if ((doc.tokens[b - 1] as Token).feat('Case') === 'Loc') {
      const words = Array.from({ length: b - a }, (_, i) => (doc.tokens[a + i] as Token).lemma);
      offer(words.map((w) => w.slice(0, 1).toUpperCase() + w.slice(1)).join(' '), k);
    }
  }
  return best;
};

/** What the act was for, in the text's words: the purpose clause that follows or precedes the trigger. */
export const purposeOf = (scene: Scene, trigger: Trigger): string | undefined => {
  const { doc } = scene, s = doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  const stop = (k: number) => /^[,;:.!?—–]$/.test((doc.tokens[k] as Token).form);
  for (let k = s.first; k < s.last; k++) {
    const t = doc.tokens[k] as Token, next = doc.tokens[k + 1] as Token | undefined;
    if (Math.abs(k - trigger.token) > 14) continue;
    if (doc.lang === 'tr') {
      // "-mek için", "amacıyla": the purpose stands before its marker
      if (!(t.lower === 'amacıyla' || t.lower === 'maksadıyla' || (t.lower === 'için' && /m[ae]k$/.test((doc.tokens[k - 1] as Token | undefined)?.lower ?? '')))) continue;
      let first = k;
      while (first > s.first && !stop(first - 1) && k - first < 12) first--;
      if (k > trigger.token) continue;
      return doc.text.slice((doc.tokens[first] as Token).start, t.end);
    }
    const opens = doc.lang === 'en' ? /^(?:in order to|so as to|aimed at)/.test(`${t.lower} ${next?.lower ?? ''} ${(doc.tokens[k + 2] as Token | undefined)?.lower ?? ''}`) : t.lower === 'чтобы';
    if (!opens || k < trigger.token) continue;
    let last = k + 1;
    while (last < s.last && !stop(last) && last - k < 20) last++;
    return doc.text.slice(t.start, (doc.tokens[last - 1] as Token).end);
  }
  return undefined;
};

/** Words in quotation marks in the sentence, without the marks. */
export const quotesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/[“„«"]([^“”„«»"]{1,400})[”“»"]/gu)].map((m) => (m[1] as string).trim()).filter(Boolean);

/** Numbers with their unit word, as written; years and days of dates are left out. */
export const numbersIn = (scene: Scene, sentence: number): string[] => {
  const { doc } = scene, s = doc.sentences[sentence] as Scene['doc']['sentences'][number], out: string[] = [];
  for (let k = s.first; k < s.last; k++) {
    const t = doc.tokens[k] as Token;
    if (!/^\d/.test(t.form) || scene.dates.some((d) => k >= d.first && k < d.last)) continue;
    const next = k + 1 < s.last ? (doc.tokens[k + 1] as Token) : undefined;
    const end = next && (next.upos === 'NOUN' || next.upos === 'NUM' || next.upos === 'SYM') ? next.end : t.end;
    out.push(doc.text.slice(t.start, end));
  }
  return out;
};

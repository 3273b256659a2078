/** What a sentence says of an act's precedents ("the first in 31 years", "since 2009", "for the fourth time"), as data. */
import type { Token } from '../language/doc.ts';
import { numeralAt } from '../language/numerals.ts';
import type { Precedent } from '../story/facts.ts';
import type { Cue } from './cues.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/** How far from the trigger the words of precedent may stand, and how far from these their counts and years, in tokens. */
const REACH = 14, AROUND = 8;

const ORDINALS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
  ilk: 1, birinci: 1, ikinci: 2, üçüncü: 3, dördüncü: 4, beşinci: 5, altıncı: 6, yedinci: 7, sekizinci: 8, dokuzuncu: 9, onuncu: 10,
  впервые: 1, первый: 1, второй: 2, третий: 3, четвертый: 4, четвёртый: 4, пятый: 5, шестой: 6, седьмой: 7, восьмой: 8, девятый: 9, десятый: 10,
};
const LAST = /^(?:last|latest|previous\S*|son|последн\S*)$/;
const YEARS = /^(?:years?|yıl\p{L}*|sene\p{L}*|лет|год(?:а|у|ом|ами)?)$/u;
const DECADES = /^(?:decades?|десятилети\p{L}*)$/u;
const PAUSE = /^(?:after|since|not|aradan|ara|sonra|ardından|перерыва?|спустя|после)$/;
const SINCE = /^(?:since|after|с|со|после)$/, BACK = /^(?:beri|itibaren|sonra)$/;

/** The year that the sentence counts from: "since March 2009", "2009'dan beri", "2009'dan bu yana", "с мая 2009 года". */
const sinceAt = (words: readonly string[], k: number): string | undefined => {
  const year = /^((?:19|20)\d\d)\P{Nd}*$/u.exec(words[k] as string)?.[1];
  if (!year) return undefined;
  const before = words.slice(Math.max(0, k - 3), k).some((w) => SINCE.test(w));
  const after = words.slice(k + 1, k + 3);
  return before || after.some((w) => BACK.test(w)) || (after[0] === 'bu' && after[1] === 'yana') ? year : undefined;
};

const near = (scene: Scene, trigger: Trigger, at: number): boolean => {
  const lo = Math.min(at, trigger.token), hi = Math.max(at, trigger.token);
  if (hi - lo > REACH) return false;
  for (let k = lo; k < hi; k++) if (/^[;:—–]$/.test((scene.doc.tokens[k] as Token).form)) return false;
  return true;
};

/** What the words of a cue and around it say; nothing where they only say that something is new or comes again. */
const read = (scene: Scene, s: Scene['doc']['sentences'][number], cue: Cue): Precedent | undefined => {
  const { doc } = scene, from = Math.max(s.first, cue.first - AROUND);
  const words = doc.tokens.slice(from, Math.min(s.last, cue.last + AROUND)).map((t) => t.lower);
  let n: number | undefined, years: number | undefined, since: string | undefined, last = false;
  for (let k = 0; k < words.length; k++) {
    const token = doc.tokens[from + k] as Token, word = words[k] as string;
    if (from + k >= cue.first - 1 && from + k < cue.last + 1) {
      n ??= ORDINALS[doc.lang === 'ru' ? token.lemma.toLowerCase() : word] ?? (/^\d{1,3}(?:\.|st|nd|rd|th|-\S+|['’]\S+)$/.test(word) ? Number.parseInt(word, 10) : undefined);
      if (LAST.test(word)) last = true;
    }
    since ??= sinceAt(words, k);
    if (years !== undefined) continue;
    const count = numeralAt(words, k, doc.lang), unit = words[k + (count?.words ?? 0)] ?? '';
    if (count && YEARS.test(unit)) years = count.value;
    else if (count && DECADES.test(unit)) years = 10 * count.value;
    else if (/^(?:a|the|за|последнее)$/.test(word) && /^(?:decade|десятилетие)$/.test(words[k + 1] ?? '')) years = 10;
  }
  // a pause before it says as much as an ordinal, and "again" or "historic" says nothing
  if (n === undefined && !last && !(years !== undefined && doc.tokens.slice(cue.first, cue.last).some((t) => PAUSE.test(t.lower)))) return undefined;
  const kind = last && n === undefined ? 'last' : n === undefined || n === 1 ? 'first' : 'nth';
  return { kind, ...(kind === 'nth' && n !== undefined ? { n } : {}), ...(since ? { since } : {}), ...(years ? { years } : {}) };
};

/** The precedent that the sentence states for the act of `trigger`. */
export const precedentOf = (scene: Scene, trigger: Trigger): Precedent | undefined => {
  const s = scene.doc.sentences[trigger.sentence] as Scene['doc']['sentences'][number];
  for (const cue of scene.cues[trigger.sentence] ?? []) {
    const found = cue.category === 'precedent' && near(scene, trigger, cue.first) ? read(scene, s, cue) : undefined;
    if (found) return found;
  }
  return undefined;
};

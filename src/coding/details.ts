/** The optional fields of an event: recurrence, purpose, quotations, numbers. */
import type { Token } from '../language/doc.ts';
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

/** Double marks of any style, or single ones that no letter touches from outside. */
const QUOTED = /[“„«"]([^“”„«»"]{1,400})[”“»"]|(?<![\p{L}\p{Nd}])[‘'](?=\S)((?:[^‘’']|[’'](?=\p{L})){2,400})[’'](?![\p{L}\p{Nd}])/gu;

/** Words in quotation marks in the sentence, without the marks. */
export const quotesIn = (sentence: string): string[] => [...sentence.matchAll(QUOTED)].map((m) => (m[1] ?? m[2] ?? '').trim()).filter(Boolean);

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

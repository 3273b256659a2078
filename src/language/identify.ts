/**
 * Tells which language a text is in, from the letters and the function words of some forty languages. It only has to
 * keep the three that are read (tr, en, ru) apart from the rest and from their neighbours: Azerbaijani, Ukrainian, Bulgarian.
 */
import { readFileSync } from 'node:fs';

interface Profile {
  readonly code: string;
  readonly script: string;
  readonly letters: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

let profiles: Profile[] | undefined;
/** In how many profiles of a script a letter or word occurs: what many share says little. */
let shared: Map<string, number> | undefined;

function load(): { profiles: Profile[]; shared: Map<string, number> } {
  if (profiles && shared) return { profiles, shared };
  const made: Profile[] = [];
  const counts = new Map<string, number>();
  for (const line of readFileSync(new URL('./identify.tsv', import.meta.url), 'utf8').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [code, script, letters, words] = line.split('\t');
    const profile = { code, script, letters: new Set(letters.toLowerCase()), words: new Set(words.split(' ')) };
    made.push(profile);
    for (const word of profile.words) counts.set(`${script} ${word}`, (counts.get(`${script} ${word}`) ?? 0) + 1);
    for (const letter of profile.letters) counts.set(`${script}/${letter}`, (counts.get(`${script}/${letter}`) ?? 0) + 1);
  }
  profiles = made;
  shared = counts;
  return { profiles: made, shared: counts };
}

/** Scripts with one answer each; a text mostly in one of them needs no closer look. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar'], [/\p{Script=Hebrew}/u, 'he'], [/\p{Script=Greek}/u, 'el'], [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'], [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'], [/\p{Script=Devanagari}/u, 'hi'], [/\p{Script=Thai}/u, 'th'], [/\p{Script=Bengali}/u, 'bn'],
];

const SAMPLE = 6000;

/**
 * The ISO 639-1 code of the language a text is most likely in, or `und` where there is too little to tell.
 * Looks at the first few thousand characters only.
 */
export function identifyLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).replace(/https?:\S+/g, ' ');
  let latin = 0;
  let cyrillic = 0;
  const other = new Map<string, number>();
  for (const c of sample) {
    if (/[\p{Script=Latin}]/u.test(c)) latin++;
    else if (/[\p{Script=Cyrillic}]/u.test(c)) cyrillic++;
    else if (/\p{L}/u.test(c)) {
      for (const [script, code] of SCRIPTS) {
        if (script.test(c)) {
          other.set(code, (other.get(code) ?? 0) + 1);
          break;
        }
      }
    }
  }
  let most = '';
  for (const [code, n] of other) if (most === '' || n > (other.get(most) ?? 0)) most = code;
  const mostCount = other.get(most) ?? 0;
  if (other.has('ja') && most === 'zh') most = 'ja';
  if (mostCount > latin + cyrillic) return most === 'ar' ? arabicScript(sample) : most;
  if (latin + cyrillic < 3) return 'und';
  const script = latin >= cyrillic ? 'latin' : 'cyrillic';
  return byWords(sample, script);
}

function arabicScript(sample: string): string {
  if (/[ڕۆێڵە]/.test(sample)) return 'ckb';
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  if (/[ټډړښڼۍ]/.test(sample)) return 'ps';
  return /[پچژگ]/.test(sample) && /(?:^|\s)(?:که|این|است|را|از)(?=\s|$)/.test(sample) ? 'fa' : 'ar';
}

function byWords(sample: string, script: string): string {
  const { profiles: all, shared: counts } = load();
  // İ is lower-cased to a plain i, or the combining dot would break words apart.
  const lower = sample.replaceAll('İ', 'i').toLowerCase();
  const words = lower.match(/[\p{L}\p{M}'’‘ʻ]+/gu) ?? [];
  const letterCounts = new Map<string, number>();
  let letters = 0;
  for (const c of lower) {
    if (!/\p{L}/u.test(c)) continue;
    letters++;
    letterCounts.set(c, (letterCounts.get(c) ?? 0) + 1);
  }
  let best = 'und';
  let bestScore = 0;
  for (const profile of all) {
    if (profile.script !== script) continue;
    let score = 0;
    for (const word of words) if (profile.words.has(word)) score += 1 / Math.sqrt(counts.get(`${script} ${word}`) ?? 1);
    score /= Math.max(words.length, 1);
    let own = 0;
    let foreign = 0;
    for (const [c, n] of letterCounts) {
      const sharing = counts.get(`${script}/${c}`);
      if (sharing === undefined) continue;
      if (profile.letters.has(c)) own += n / Math.sqrt(sharing);
      else foreign += n;
    }
    score += (1.5 * own - 2 * foreign) / Math.max(letters, 1);
    if (score > bestScore) {
      bestScore = score;
      best = profile.code;
    }
  }
  if (best === 'und' && script === 'cyrillic' && letters > 0) return 'ru';
  // A few words of English (a headline of names) have no letters of their own and perhaps no function word.
  return best;
}

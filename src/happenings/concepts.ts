/** What a sentence speaks of, in whichever language: the concepts of `concepts.tsv`. */
import { readFileSync } from 'node:fs';
import { fold } from '../ledger/fold.ts';

const LANGS = ['en', 'tr', 'ru'] as const;

interface Lexicon {
  whole: Map<string, string[]>;
  begins: Map<string, string[]>;
  longest: number;
}

function load(): Map<string, Lexicon> {
  const all = new Map<string, Lexicon>(LANGS.map((lang) => [lang, { whole: new Map(), begins: new Map(), longest: 0 }]));
  for (const row of readFileSync(new URL('./concepts.tsv', import.meta.url), 'utf8').split('\n')) {
    if (!row || row.startsWith('#')) continue;
    const [concept = '', ...columns] = row.split('\t');
    LANGS.forEach((lang, k) => {
      const lexicon = all.get(lang) as Lexicon;
      for (const given of (columns[k] ?? '').split(' ').filter(Boolean)) {
        const word = fold(given.replace('$', '')), table = given.endsWith('$') ? lexicon.whole : lexicon.begins;
        table.set(word, [...(table.get(word) ?? []), concept]);
        lexicon.longest = Math.max(lexicon.longest, word.length);
      }
    });
  }
  return all;
}

let lexicons: Map<string, Lexicon> | undefined;

/** Concepts of a folded word; the longest beginning that is known counts. */
export function conceptsOf(word: string, lang: string): readonly string[] {
  lexicons ??= load();
  const lexicon = lexicons.get(lang);
  if (!lexicon) return [];
  const whole = lexicon.whole.get(word);
  if (whole) return whole;
  for (let n = Math.min(word.length, lexicon.longest); n >= 2; n--) {
    const found = lexicon.begins.get(word.slice(0, n));
    if (found) return found;
  }
  return [];
}

/** Abbreviations, sentence openers and words of saying, read from `<lang>/abbreviations.tsv`. */
import { readFileSync } from 'node:fs';
import type { Lang } from '../story/story.ts';

/** How an abbreviation bears on the end of a sentence. */
export type AbbreviationClass = 'T' | 'N' | 'F' | 'U';

export interface Abbreviations {
  /** By lower-cased form, its period included. */
  readonly classes: ReadonlyMap<string, AbbreviationClass>;
  readonly openers: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
}

const cache = new Map<Lang, Abbreviations>();

export function abbreviations(lang: Lang): Abbreviations {
  const known = cache.get(lang);
  if (known) return known;
  const classes = new Map<string, AbbreviationClass>();
  const openers = new Set<string>();
  const saying = new Set<string>();
  const lines = readFileSync(new URL(`./${lang}/abbreviations.tsv`, import.meta.url), 'utf8').split(/\r?\n/);
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [form, kind] = line.split('\t');
    if (kind === 'opener') openers.add(form);
    else if (kind === 'say') saying.add(form);
    else if (kind === 'T' || kind === 'N' || kind === 'F' || kind === 'U') classes.set(form, kind);
    else throw new Error(`${lang}/abbreviations.tsv: no such class: ${line}`);
  }
  const made = { classes, openers, saying };
  cache.set(lang, made);
  return made;
}

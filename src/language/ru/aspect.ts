/** Russian perfective verbs, whose non-past forms tell of what is to come, whatever tense a tagger writes. */
import { readFileSync } from 'node:fs';

let forms: ReadonlySet<string> | undefined;

/** First, second and third person of the non-past, from the third person singular and plural. */
const nonPast = (singular: string, plural: string): string[] => {
  const own = (form: string, end: RegExp, to: string) => (end.test(form) ? [form.replace(end, to)] : []);
  return [singular, plural, ...own(singular, /т(ся)?$/, 'м$1').filter((f) => !/см(?:ся)?$/.test(f)), ...own(singular, /т$/, 'те').filter((f) => !/сте$/.test(f))];
};

const load = (): ReadonlySet<string> => new Set(readFileSync(new URL('./perfective.tsv', import.meta.url), 'utf8').split('\n').flatMap((line, n) => {
  if (!line.trim() || line.startsWith('#') || line.startsWith('verb\t')) return [];
  const [, singular, plural] = line.split('\t');
  if (!singular || !plural) throw new Error(`perfective.tsv, line ${n + 1}: give infinitive, singular and plural`);
  return nonPast(singular, plural);
}));

/**
 * Whether a word is the non-past of a listed perfective verb ("обсудят", "проведёт").
 * @param word in lower case
 */
export const isPerfectiveFuture = (word: string): boolean => (forms ??= load()).has(word.replaceAll('ё', 'е'));

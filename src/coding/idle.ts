/** Words of the lexicon that name no act where they stand: parts of names, and set phrases. */
import type { Doc, Token } from '../language/doc.ts';
import type { Trigger } from './triggers.ts';
import { wordClass } from './word-classes.ts';

const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** "The Mediation and Security Council", "the Heads of State": within a name that ends in a body, or no verb at all. */
const isInName = ({ tokens, sentences }: Doc, { token, entry }: Trigger): boolean => {
  const t = tokens[token] as Token, s = sentences[t.sentence];
  if (!s || !CAPITAL.test(t.form) || token === s.first || !/\p{Ll}/u.test((tokens[token - 1] as Token).form)) return false;
  // of a headline with all its words in capitals nothing can be told
  if (tokens.slice(s.first, s.last).filter((x) => x.upos === 'VERB').every((x) => CAPITAL.test(x.form))) return false;
  if (entry.pos === 'v') return /^of$/i.test(tokens[token + 1]?.form ?? '');
  const within = wordClass('en', 'within'), body = wordClass('en', 'body');
  for (let k = token + 1; k < Math.min(s.last, token + 5); k++) {
    const { form, lower } = tokens[k] as Token;
    if (!CAPITAL.test(form)) {
      if (within.has(lower)) continue;
      return false;
    }
    if (body.has(lower)) return true;
  }
  return false;
};

/** "Geçen hafta" (last week) and "giderek" (ever more), which come from "to pass" and "to go". */
const isTurkishPhrase = ({ tokens }: Doc, token: number): boolean => {
  const { lower } = tokens[token] as Token;
  if (lower === 'geçen') return wordClass('tr', 'time').has(tokens[token + 1]?.lower ?? '');
  return lower === 'giderek' && !/(?:[ae]|['’][yn]?[ae])$/.test(tokens[token - 1]?.lower ?? '');
};

/** Whether a word of the lexicon names no act where it stands. */
export const isIdle = (doc: Doc, trigger: Trigger): boolean =>
  (doc.lang === 'en' && isInName(doc, trigger)) || (doc.lang === 'tr' && isTurkishPhrase(doc, trigger.token));
